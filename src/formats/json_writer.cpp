#include "formats/json_writer.hpp"

#include <fmt/format.h>

#include <iterator>

#include "formats/json.hpp"

namespace tbsc94 {

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  while (!text.empty()) {
    const std::size_t plain = json::plain_bytes(text);
    out += text.substr(0, plain);
    text.remove_prefix(plain);
    if (!text.empty()) {
      const char c = text.front();
      if (c == '"' || c == '\\') {
        out += '\\';
        out += c;
      } else {
        fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned>(c));
      }
      text.remove_prefix(1);
    }
  }
  out += '"';
}

json_writer& json_writer::key(std::string_view name) {
  before_value();
  append_json_string(out_, name);
  out_ += ':';
  if (layout_ == layout::indented) {
    out_ += ' ';
  }
  after_key_ = true;
  return *this;
}

void json_writer::string(std::string_view text) {
  before_value();
  append_json_string(out_, text);
}

void json_writer::number(std::size_t value) { raw(fmt::format_int(value).c_str()); }

void json_writer::raw(std::string_view json) {
  before_value();
  out_ += json;
}

void json_writer::string_or_null(const std::string* text) {
  if (text != nullptr) {
    string(*text);
  } else {
    null();
  }
}

void json_writer::open(char bracket) {
  before_value();
  out_ += bracket;
  ++depth_;
  first_ = true;
}

void json_writer::close(char bracket) {
  --depth_;
  if (!first_) {
    new_line();
  }
  out_ += bracket;
  first_ = false;
}

void json_writer::before_value() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (!first_) {
    out_ += ',';
  }
  if (depth_ > 0) {
    new_line();
  }
  first_ = false;
}

void json_writer::new_line() {
  if (layout_ == layout::indented) {
    out_ += '\n';
    out_.append(depth_ * 2, ' ');
  }
}

}  // namespace tbsc94
