// An α as nearly all texts write it: 0 or 1 with a few decimals.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "tbsc94/assessment.hpp"

namespace tbsc94 {

/// What `scan_alpha` does, for "0.", one to four digits and something else, as nearly all are written: eight characters
/// at a time. 0 for any other text.
inline std::size_t scan_short_alpha(std::string_view text, alpha& into) {
  constexpr std::uint64_t each = 0x0101010101010101;
  constexpr std::uint64_t zero_and_point = 0x2E30;
  constexpr std::size_t most_digits = 4;
  std::uint64_t word = 0;
  if (std::endian::native != std::endian::little || text.size() < sizeof word) {
    return 0;
  }
  std::memcpy(&word, text.data(), sizeof word);
  if ((word & 0xFFFFU) != zero_and_point) {
    return 0;
  }
  const std::uint64_t values = (word >> 16U) ^ (each * '0');  // the digits' own, a byte each
  // Bit 7 of each byte that is no digit, up to the first. The two above the text's are none, so it is never 0.
  const std::uint64_t others = ((values + each * (0x7F - 9)) | values) & (each * 0x80);
  // One digit or two, as most have, without a branch on which: they are told from each other by one bit, so
  // that where the next α begins is known soon.
  if ((others & 0x80U) == 0 && (others & 0x808000U) != 0) {
    const std::uint64_t is_one = (others >> 15U) & 1U;
    const std::uint64_t hundredths = (values & 0xFFU) * 10 + ((values >> 8U) & 0xFFU & (is_one - 1));
    // Two digits are at most 99. Saying so lets the compiler leave out the check of the units.
    into = *alpha::from_units(std::min<std::uint64_t>(hundredths, 99) * (alpha::one / 100));
    return 4 - is_one;
  }
  const auto count = static_cast<std::size_t>(std::countr_zero(others)) / 8;
  if (count - 1 >= most_digits) {
    return 0;
  }
  // What is behind the digits counts as zeros, so the last of four is the fourth decimal place.
  auto sum = static_cast<std::uint32_t>(values & ((others ^ (others - 1)) >> 8U));
  sum = (sum * 10 + (sum >> 8U)) & 0x00FF00FFU;  // the first pair of digits in the lower half
  sum = (sum * ((100U << 16U) + 1)) >> 16U;
  into = *alpha::from_units(sum * (alpha::one / 10'000));
  return 2 + count;
}

/// What `scan_alpha` does, for every text that it reads.
[[nodiscard]] std::size_t scan_long_alpha(std::string_view text, alpha& into);

/// Reads the α at the start of `text` where it is written as 0 or 1 with at most 18 decimals, and gives the number
/// of its characters: 4 for `"0.85,"`. 0, and `into` left as it is, for any other text, be it an α or none. What
/// follows is the caller's to look at: `"0.85e0"` gives 4, too.
[[nodiscard]] inline std::size_t scan_alpha(std::string_view text, alpha& into) {
  const std::size_t size = scan_short_alpha(text, into);
  return size != 0 ? size : scan_long_alpha(text, into);
}

}  // namespace tbsc94
