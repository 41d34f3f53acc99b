// What the characters of a JSON text are, and how many of them there may be.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace tbsc94::json {

/// The limits on a document; past them a file is refused (`too-large`, `too-deep`).
inline constexpr std::size_t largest_document = std::size_t{4} << 20U;  // bytes
inline constexpr unsigned deepest_nesting = 64;                         // arrays and objects within each other
inline constexpr std::size_t longest_text = 65536;                      // characters of a text that is read
/// How many bytes must be readable after a document's last one.
inline constexpr std::size_t padding = 64;

/// The white space of RFC 8259, section 2.
[[nodiscard]] constexpr bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// The start of a text that stands for itself within a string: no quote, backslash or control character is in it.
struct plain_start {
  std::size_t size = 0;   // bytes
  bool is_ascii = false;  // as far as it goes
};

[[nodiscard]] inline plain_start plain_start_of(std::string_view text) {
  // Eight bytes at a time: a byte of a word is below n where subtracting n borrows, and equal to c where
  // exclusive-or with c leaves it below 1.
  constexpr std::uint64_t each = 0x0101010101010101;
  constexpr std::uint64_t high = each << 7U;
  constexpr auto below = [](std::uint64_t word, std::uint64_t n) { return (word - each * n) & ~word & high; };
  const auto ends_in = [&](std::uint64_t word) {
    return below(word, 0x20) | below(word ^ (each * '"'), 1) | below(word ^ (each * '\\'), 1);
  };
  const auto word_at = [&](std::size_t at) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, sizeof word);
    return word;
  };
  constexpr std::size_t step = sizeof(std::uint64_t);
  std::size_t size = 0;
  std::uint64_t all = 0;  // the bits that any byte has
  for (; text.size() - size >= step; size += step) {
    const std::uint64_t word = word_at(size);
    const std::uint64_t ends = ends_in(word);
    if (ends != 0) {
      if constexpr (std::endian::native == std::endian::little) {
        // A borrow spoils only what is above the lowest byte that ends the text.
        all |= word & ((ends & (~ends + 1)) - 1);
        return {size + static_cast<std::size_t>(std::countr_zero(ends)) / 8, (all & high) == 0};
      }
      break;
    }
    all |= word;
  }
  if (text.size() >= step && text.size() - size < step) {
    const std::uint64_t last = word_at(text.size() - step);  // what is left, with some of what is known already
    if (ends_in(last) == 0) {
      return {text.size(), ((all | last) & high) == 0};
    }
  }
  while (size < text.size() && text[size] != '"' && text[size] != '\\' &&
         static_cast<unsigned char>(text[size]) >= 0x20) {
    all |= static_cast<unsigned char>(text[size]);
    ++size;
  }
  return {size, (all & high) == 0};
}

[[nodiscard]] inline std::size_t plain_bytes(std::string_view text) { return plain_start_of(text).size; }

/// A text with the bytes after it that the parser may read.
struct padded_text {
  std::string_view text;
  std::size_t capacity = 0;  // of the buffer, at least text.size() + padding
};

}  // namespace tbsc94::json
