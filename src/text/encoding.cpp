#include "text/encoding.hpp"

#include <algorithm>
#include <array>

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

std::size_t first_not_utf8(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t size = size_of_first(text.substr(at));
    if (size == 0) {
      break;
    }
    at += size;
  }
  return at;
}

// Looked at together, each byte by itself, so that a compiler makes vectors of them.
constexpr std::size_t block_size = 64;
constexpr std::size_t most_before = 3;  // bytes that a byte depends on

// Whether any of a block's bytes, or of those before it, is none of ASCII.
inline bool has_more_than_ascii(const unsigned char* bytes) {
  unsigned char all = 0;
  for (std::size_t i = 0; i < most_before + block_size; ++i) {
    all |= bytes[i];
  }
  return all >= 0x80;
}

// Whether a block's bytes are what those before each of them ask for: table 3-7 of Unicode.
inline bool is_sound(const unsigned char* bytes) {
  // Whether a byte is, or is at least, another: 1 or 0.
  const auto is = [](unsigned byte, unsigned other) { return byte == other ? 1U : 0U; };
  const auto least = [](unsigned byte, unsigned other) { return byte >= other ? 1U : 0U; };
  unsigned char faults = 0;
  for (std::size_t i = most_before; i < most_before + block_size; ++i) {
    const unsigned char byte = bytes[i];
    const unsigned char last = bytes[i - 1];
    const unsigned is_trail = least(byte, 0x80) & ~least(byte, 0xC0);
    const unsigned has_lead = least(last, 0xC0) | least(bytes[i - 2], 0xE0) | least(bytes[i - 3], 0xF0);
    const unsigned is_none = is(byte, 0xC0) | is(byte, 0xC1) | least(byte, 0xF5);
    const unsigned is_beside = (is(last, 0xE0) & ~least(byte, 0xA0)) | (is(last, 0xED) & least(byte, 0xA0)) |
                               (is(last, 0xF0) & ~least(byte, 0x90)) | (is(last, 0xF4) & least(byte, 0x90));
    faults |= static_cast<unsigned char>(((is_trail ^ has_lead) | is_none | is_beside) & 1U);
  }
  return faults == 0;
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

bool is_utf_8(std::string_view text) {
  for (std::size_t at = 0; at < text.size() + most_before; at += block_size) {
    const unsigned char* bytes = nullptr;
    std::array<unsigned char, most_before + block_size> edge{};  // zeros where the text is not
    if (at >= most_before && at + block_size <= text.size()) {
      bytes = reinterpret_cast<const unsigned char*>(text.data()) + at - most_before;
    } else {
      const std::size_t from = std::max(at, most_before) - most_before;
      const std::string_view part = text.substr(from, at + block_size - from);
      std::copy(part.begin(), part.end(), edge.begin() + (from + most_before - at));
      bytes = edge.data();
    }
    if (has_more_than_ascii(bytes) && !is_sound(bytes)) {
      return false;
    }
  }
  return true;
}

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
