#include "text/encoding.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace tbsc94::encoding {

namespace {

// The bytes of the code point at the start of `text`, as table 3-7 of Unicode has them; 0 where there is none.
inline std::size_t size_of_first(std::string_view text) {
  const auto byte = [&](std::size_t at) { return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U; };
  const auto is_within = [&](std::size_t at, unsigned from, unsigned to) { return byte(at) >= from && byte(at) <= to; };
  const auto is_trail = [&](std::size_t at) { return is_within(at, 0x80, 0xBF); };
  const unsigned lead = byte(0);
  if (lead < 0x80) {
    return text.empty() ? 0 : 1;
  }
  // The second byte tells longer forms than are needed, surrogates, and what is past U+10FFFF.
  if (lead < 0xE0) {
    return lead >= 0xC2 && is_trail(1) ? 2 : 0;
  }
  if (lead < 0xF0) {
    return is_within(1, lead == 0xE0 ? 0xA0 : 0x80, lead == 0xED ? 0x9F : 0xBF) && is_trail(2) ? 3 : 0;
  }
  const bool is_sound = lead <= 0xF4 && is_within(1, lead == 0xF0 ? 0x90 : 0x80, lead == 0xF4 ? 0x8F : 0xBF);
  return is_sound && is_trail(2) && is_trail(3) ? 4 : 0;
}

// The bit that each byte of so many has beyond ASCII.
template <std::size_t Words>
inline std::uint64_t beyond_ascii(const char* at) {
  std::uint64_t all = 0;
  for (std::size_t i = 0; i < Words; ++i) {
    std::uint64_t word = 0;
    std::memcpy(&word, at + i * sizeof word, sizeof word);
    all |= word;
  }
  return all & 0x8080808080808080U;
}

// The code point at the start of `text`, of which most beyond ASCII are Chinese: U+1000 to U+CFFF, in three bytes.
inline std::size_t size_of_first_beyond_ascii(std::string_view text) {
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
  const bool is_usual =
      text.size() >= 3 && byte(0) - 0xE1U < 0x0CU && (byte(1) ^ 0x80U) < 0x40U && (byte(2) ^ 0x80U) < 0x40U;
  return is_usual ? 3 : size_of_first(text);
}

// Most of a text is ASCII, which is passed over eight words or one at a time.
std::size_t first_not_utf8(std::string_view text) {
  constexpr std::size_t word = 8;
  const auto is_ascii = [](std::string_view left) { return static_cast<unsigned char>(left.front()) < 0x80; };
  std::string_view left = text;
  while (true) {
    while (left.size() >= 8 * word && beyond_ascii<8>(left.data()) == 0) {
      left.remove_prefix(8 * word);
    }
    while (left.size() >= word && beyond_ascii<1>(left.data()) == 0) {
      left.remove_prefix(word);
    }
    while (!left.empty() && is_ascii(left)) {
      left.remove_prefix(1);
    }
    if (left.empty()) {
      return text.size();
    }
    while (!left.empty() && !is_ascii(left)) {
      const std::size_t size = size_of_first_beyond_ascii(left);
      if (size == 0) {
        return text.size() - left.size();
      }
      left.remove_prefix(size);
    }
  }
}

bool is_utf16(std::string_view text) {
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
    return true;
  }
  // JSON begins with ASCII, of which UTF-16 makes a zero byte and another.
  return text.size() >= 2 && (text[0] == '\0') != (text[1] == '\0');
}

// GBK: ASCII, or a byte 81..FE followed by one of 40..FE other than 7F.
bool is_gbk(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto lead = static_cast<unsigned char>(text[i]);
    if (lead < 0x80) {
      continue;
    }
    if (++i == text.size()) {
      return false;
    }
    const auto trail = static_cast<unsigned char>(text[i]);
    if (lead == 0x80 || lead == 0xFF || trail < 0x40 || trail == 0x7F || trail == 0xFF) {
      return false;
    }
  }
  return true;
}

}  // namespace

bool is_utf_8(std::string_view text) { return first_not_utf8(text) == text.size(); }

std::optional<foreign> find_foreign(std::string_view text) {
  if (is_utf16(text)) {
    return foreign{0, guess::utf_16};
  }
  const std::size_t offset = first_not_utf8(text);
  if (offset == text.size()) {
    return std::nullopt;
  }
  return foreign{offset, is_gbk(text) ? guess::gbk : guess::unknown};
}

std::size_t code_point_size(std::string_view text) { return std::max<std::size_t>(size_of_first(text), 1); }

std::size_t count_code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), starts_code_point));
}

std::string_view first_code_points(std::string_view text, std::size_t most) {
  std::size_t count = 0;
  const auto is_past = [&](char byte) { return starts_code_point(byte) && ++count > most; };
  return {text.begin(), std::find_if(text.begin(), text.end(), is_past)};
}

}  // namespace tbsc94::encoding
