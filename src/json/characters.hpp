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

/// How many bytes at the start of the text stand for themselves within a string: no quote, backslash
/// or control character is among them.
[[nodiscard]] inline std::size_t plain_bytes(std::string_view text) {
  // Eight bytes at a time: a byte of a word is below n where subtracting n borrows, and equal to c where
  // exclusive-or with c leaves it below 1.
  constexpr std::uint64_t each = 0x0101010101010101;
  constexpr auto below = [](std::uint64_t word, std::uint64_t n) { return (word - each * n) & ~word & (each << 7U); };
  const auto ends_at = [&](std::size_t at) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, sizeof word);
    return below(word, 0x20) | below(word ^ (each * '"'), 1) | below(word ^ (each * '\\'), 1);
  };
  constexpr std::size_t step = sizeof(std::uint64_t);
  std::size_t size = 0;
  for (; text.size() - size >= step; size += step) {
    const std::uint64_t ends = ends_at(size);
    if (ends != 0) {
      if constexpr (std::endian::native == std::endian::little) {
        // A borrow spoils only what is above the lowest byte that ends the text.
        return size + static_cast<std::size_t>(std::countr_zero(ends)) / 8;
      }
      break;
    }
  }
  if (text.size() >= step && text.size() - size < step && ends_at(text.size() - step) == 0) {
    return text.size();  // what is left is seen with some of what is known already
  }
  while (size < text.size() && text[size] != '"' && text[size] != '\\' &&
         static_cast<unsigned char>(text[size]) >= 0x20) {
    ++size;
  }
  return size;
}

/// A text with the bytes after it that the parser may read.
struct padded_text {
  std::string_view text;
  std::size_t capacity = 0;  // of the buffer, at least text.size() + padding
};

}  // namespace tbsc94::json
