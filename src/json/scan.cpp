#include "json/scan.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace tbsc94::json {

namespace {

// The code unit after `\\u`, of exactly four hexadecimal digits.
std::optional<unsigned> unit_of(std::string_view escape) {
  unsigned unit = 0;
  const std::string_view digits = escape.substr(std::min<std::size_t>(escape.size(), 2), 4);
  const char* const end = digits.data() + digits.size();
  const bool is_unit =
      escape.starts_with("\\u") && digits.size() == 4 && std::from_chars(digits.data(), end, unit, 16).ptr == end;
  return is_unit ? std::optional(unit) : std::nullopt;
}

void append_utf_8(std::string& into, unsigned point) {
  const auto trail = [&](unsigned shift) { into += static_cast<char>(0x80U | (point >> shift & 0x3FU)); };
  if (point < 0x80) {
    into += static_cast<char>(point);
  } else if (point < 0x800) {
    into += static_cast<char>(0xC0U | point >> 6U);
    trail(0);
  } else if (point < 0x10000) {
    into += static_cast<char>(0xE0U | point >> 12U);
    trail(6);
    trail(0);
  } else {
    into += static_cast<char>(0xF0U | point >> 18U);
    trail(12);
    trail(6);
    trail(0);
  }
}

// Appends what the escape at the start of `text` means, and gives its size; 0 where it means nothing, as half of a
// surrogate pair.
std::size_t append_escape(std::string& into, std::string_view text) {
  constexpr std::string_view letters = "\"\\/bfnrt";
  constexpr std::string_view meant = "\"\\/\b\f\n\r\t";
  if (const std::size_t letter = letters.find(text[1]); letter != std::string_view::npos) {
    into += meant[letter];
    return 2;
  }
  const auto unit = unit_of(text);
  if (!unit) {
    return 0;
  }
  if (*unit < 0xD800 || *unit > 0xDFFF) {
    append_utf_8(into, *unit);
    return 6;
  }
  const auto second = unit_of(text.substr(6));
  if (*unit > 0xDBFF || !second || *second < 0xDC00 || *second > 0xDFFF) {
    return 0;
  }
  append_utf_8(into, 0x10000 + ((*unit - 0xD800) << 10U) + (*second - 0xDC00));
  return 12;
}

// Whether a number or word ends before this character.
bool ends_word(char c) {
  switch (c) {
    case ',':
    case ':':
    case ']':
    case '}':
    case '[':
    case '{':
    case '"':
      return true;
    default:
      return is_space(c);
  }
}

}  // namespace

std::string_view scan::take_token(bool& has_escape) {
  const std::size_t begin = offset();
  switch (peek()) {
    case '"':
      at_ = string_end(has_escape);
      break;
    case '{':
    case '[':
      take();
      break;
    default:
      at_ = static_cast<std::size_t>(
          std::find_if(text_.begin() + static_cast<std::ptrdiff_t>(at_), text_.end(), ends_word) - text_.begin());
  }
  if (at_ == begin) {
    fail();  // a comma, say, or nothing
  }
  return text_.substr(begin, at_ - begin);
}

std::string_view scan::take_string() {
  if (peek() != '"') {
    fail();
  }
  const std::size_t begin = offset();
  bool has_escape = false;
  const std::string_view token = take_token(has_escape);
  const std::string_view inside = token.substr(1, token.size() - 2);
  return has_escape ? unescape(inside, begin) : inside;
}

std::size_t scan::string_end(bool& has_escape) const {
  std::size_t at = at_ + 1;
  while (true) {
    at += plain_bytes(text_.substr(std::min(at, text_.size())));
    if (at >= text_.size() || (text_[at] != '"' && text_[at] != '\\')) {
      throw unreadable{code::malformed_json, at_};
    }
    if (text_[at] == '"') {
      return at + 1;
    }
    has_escape = true;
    at += 2;
  }
}

std::string_view scan::unescape(std::string_view inside, std::size_t offset) {
  std::string& meant = unescaped_->emplace_back();
  while (true) {
    const std::size_t plain = plain_bytes(inside);
    meant += inside.substr(0, plain);
    inside.remove_prefix(plain);
    if (inside.empty()) {
      return meant;
    }
    const std::size_t size = append_escape(meant, inside);
    if (size == 0) {
      throw unreadable{code::malformed_json, offset};
    }
    inside.remove_prefix(size);
  }
}

}  // namespace tbsc94::json
