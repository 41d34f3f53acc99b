#include "reading/alpha_text.hpp"

#include <algorithm>
#include <array>

namespace tbsc94 {

namespace {

// Of a character that is no digit it is above 9.
constexpr std::uint64_t digit_value(char c) { return static_cast<unsigned char>(c - '0'); }

// How many units of α the nth decimal place counts for.
constexpr auto units_of_place = [] {
  std::array<std::uint64_t, decimal::most_places + 1> units{alpha::one};
  for (std::size_t i = 1; i < units.size(); ++i) {
    units[i] = units[i - 1] / 10;
  }
  return units;
}();

// "1.", the decimals that an α may have, and one by which there are too many.
constexpr std::size_t longest_alpha = 2 + decimal::most_places + 1;

}  // namespace

std::size_t scan_long_alpha(std::string_view text, alpha& into) {
  if (text.empty() || digit_value(text[0]) > 1) {
    return 0;
  }
  const char* at = text.data() + 1;
  const char* const end = text.data() + std::min(text.size(), longest_alpha);
  std::uint64_t value = digit_value(text[0]);
  std::size_t decimals = 0;
  if (at != end && *at == '.') {
    const char* const first = ++at;
    for (; at != end && digit_value(*at) <= 9; ++at) {
      value = value * 10 + digit_value(*at);
    }
    decimals = static_cast<std::size_t>(at - first);
    if (decimals == 0 || decimals > decimal::most_places) {
      return 0;
    }
  }
  const auto read = alpha::from_units(value * units_of_place[decimals]);
  if (!read) {
    return 0;
  }
  into = *read;
  return static_cast<std::size_t>(at - text.data());
}

}  // namespace tbsc94
