// Texts that are not UTF-8, and what they look like instead.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace tbsc94::encoding {

enum class guess { unknown, gbk, utf_16 };

/// Where a text first is not UTF-8, and what it seems to be.
struct foreign {
  std::size_t offset = 0;
  guess looks_like = guess::unknown;
};

[[nodiscard]] bool is_utf_8(std::string_view text);

/// nullopt for UTF-8. ASCII in UTF-16 is UTF-8 with zero bytes: it counts as UTF-16 all the same.
[[nodiscard]] std::optional<foreign> find_foreign(std::string_view text);

/// Whether a byte of UTF-8 text is the first of a code point.
[[nodiscard]] constexpr bool starts_code_point(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

/// The bytes of the first code point of `text`; 1 where they are not UTF-8.
[[nodiscard]] std::size_t code_point_size(std::string_view text);

/// How many code points there are in UTF-8 text.
[[nodiscard]] std::size_t count_code_points(std::string_view text);

/// The first `most` code points of UTF-8 text, all of it where it has no more.
[[nodiscard]] std::string_view first_code_points(std::string_view text, std::size_t most);

/// The text without a byte order mark at its start.
[[nodiscard]] inline std::string_view without_bom(std::string_view text) {
  return text.starts_with("\xEF\xBB\xBF") ? text.substr(3) : text;
}

}  // namespace tbsc94::encoding
