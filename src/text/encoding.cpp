#include "text/encoding.hpp"

#include <utf8proc.h>

#include <algorithm>

namespace tbsc94::encoding {

namespace {

// Bytes taken by the code point at the start of `text`; 0 or less where they are not UTF-8.
utf8proc_ssize_t step(std::string_view text) {
  utf8proc_int32_t code_point = 0;
  return utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                          static_cast<utf8proc_ssize_t>(text.size()), &code_point);
}

std::size_t first_not_utf8(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const auto size = step(text.substr(at));
    if (size <= 0) {
      break;
    }
    at += static_cast<std::size_t>(size);
  }
  return at;
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

std::size_t code_point_size(std::string_view text) {
  return static_cast<std::size_t>(std::max<utf8proc_ssize_t>(step(text), 1));
}

std::size_t count_code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), starts_code_point));
}

std::string_view first_code_points(std::string_view text, std::size_t most) {
  std::size_t count = 0;
  const auto is_past = [&](char byte) { return starts_code_point(byte) && ++count > most; };
  return {text.begin(), std::find_if(text.begin(), text.end(), is_past)};
}

}  // namespace tbsc94::encoding
