#include "json/json_writer.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

#include "json/characters.hpp"
#include "text/format.hpp"

namespace tbsc94 {

json_writer& json_writer::key(std::string_view name) {
  before_value();
  append_string(name);
  put(':');
  if (layout_ == layout::indented) {
    put(' ');
  }
  after_key_ = true;
  return *this;
}

void json_writer::string(std::string_view text) {
  before_value();
  append_string(text);
  after_value();
}

void json_writer::number(std::size_t value) { raw(std::to_string(value)); }

void json_writer::raw(std::string_view json) {
  before_value();
  append_text(json);
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
  put('"');
  while (true) {
    const std::size_t plain = json::plain_bytes(text);
    append_text(text.substr(0, plain));
    if (plain == text.size()) {
      break;
    }
    const char c = text[plain];
    if (c == '"' || c == '\\') {
      put('\\');
      put(c);
    } else {
      append_text(formatted("\\u{:04x}", static_cast<unsigned>(c)));
    }
    text.remove_prefix(plain + 1);
  }
  put('"');
}

void json_writer::grow(std::size_t least) {
  std::string larger(std::max(text_.size() * 2, least), '\0');
  std::memcpy(larger.data(), text_.data(), size_);
  larger_ = std::move(larger);
  text_ = larger_;
}

void json_writer::begin_line() {
  put('\n');
  std::memset(room(depth_ * 2), ' ', depth_ * 2);
}

void json_writer::hand_over() {
  out_.append(text_.data(), size_);
  size_ = 0;
}

}  // namespace tbsc94
