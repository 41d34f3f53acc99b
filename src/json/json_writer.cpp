#include "json/json_writer.hpp"

#include <fmt/format.h>

#include <cstring>
#include <iterator>
#include <utility>

#include "json/characters.hpp"

namespace tbsc94 {

json_writer& json_writer::key(std::string_view name) {
  before_value();
  append_string(name);
  text_.push_back(':');
  if (layout_ == layout::indented) {
    text_.push_back(' ');
  }
  after_key_ = true;
  return *this;
}

void json_writer::string(std::string_view text) {
  before_value();
  append_string(text);
  after_value();
}

void json_writer::number(std::size_t value) {
  const fmt::format_int digits(value);
  raw({digits.data(), digits.size()});
}

void json_writer::raw(std::string_view json) {
  before_value();
  json.copy(room(json.size()), json.size());
  after_value();
}

void json_writer::string_or_null(const std::string* text) {
  if (text != nullptr) {
    string(*text);
  } else {
    null();
  }
}

std::string json_writer::take() {
  hand_over();
  return std::exchange(out_, {});
}

void json_writer::append_string(std::string_view text) {
  text_.push_back('"');
  while (true) {
    const std::size_t plain = json::plain_bytes(text);
    text.copy(room(plain), plain);
    if (plain == text.size()) {
      break;
    }
    const char c = text[plain];
    if (c == '"' || c == '\\') {
      text_.push_back('\\');
      text_.push_back(c);
    } else {
      fmt::format_to(std::back_inserter(text_), "\\u{:04x}", static_cast<unsigned>(c));
    }
    text.remove_prefix(plain + 1);
  }
  text_.push_back('"');
}

void json_writer::begin_line() {
  text_.push_back('\n');
  std::memset(room(depth_ * 2), ' ', depth_ * 2);
}

void json_writer::hand_over() {
  out_.append(text_.data(), text_.size());
  text_.clear();
}

}  // namespace tbsc94
