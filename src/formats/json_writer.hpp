// Writes JSON (RFC 8259), numbers as the caller gives them: 90.00 stays 90.00.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tbsc94 {

/// A key with what stands around it, made while compiling: `,"id":`.
template <std::size_t Size>
struct key_text {
  char text[Size + 3]{};  // NOLINT(modernize-avoid-c-arrays): as a literal is

  // NOLINTNEXTLINE(google-explicit-constructor,modernize-avoid-c-arrays): a literal as a template argument
  consteval key_text(const char (&name)[Size]) {
    text[0] = ',';
    text[1] = '"';
    for (std::size_t i = 0; i + 1 < Size; ++i) {
      text[i + 2] = name[i];
    }
    text[Size + 1] = '"';
    text[Size + 2] = ':';
  }
};

/// Appends one document to a string: `w.begin_object(); w.key("a").number("1.50"); w.end_object();`
class json_writer {
 public:
  enum class layout { compact, indented };

  explicit json_writer(std::string& out, layout layout = layout::compact) : out_(out), layout_(layout) {}

  void begin_object() { open('{'); }
  /// Goes on in an outermost object whose beginning, with a member or more, stands elsewhere already.
  void resume_object() {
    depth_ = 1;
    first_ = false;
  }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }
  json_writer& key(std::string_view name);
  /// The same, for a name that is known beforehand and has nothing to escape: `w.key<"id">()`. Faster in
  /// the compact layout.
  template <key_text Key>
  json_writer& key() {
    const std::string_view text(Key.text, sizeof Key.text);
    if (layout_ == layout::indented) {
      return key(text.substr(2, text.size() - 4));
    }
    out_ += text.substr(first_ ? 1 : 0);
    first_ = false;
    after_key_ = true;
    return *this;
  }

  /// UTF-8.
  void string(std::string_view text);
  /// A number's own digits, or a whole document that stands as it is.
  void number(std::string_view digits) { raw(digits); }
  void number(std::size_t value);
  void raw(std::string_view json);
  void boolean(bool value) { raw(value ? "true" : "false"); }
  void null() { raw("null"); }
  /// A string, or null where there is none.
  void string_or_null(const std::string* text);

 private:
  void open(char bracket);
  void close(char bracket);
  void before_value();
  void new_line();

  std::string& out_;
  layout layout_;
  std::size_t depth_ = 0;
  bool first_ = true;       // nothing stands in the innermost bracket yet
  bool after_key_ = false;  // the next value belongs to a key
};

/// Appends `text` in quotes, escaped.
void append_json_string(std::string& out, std::string_view text);

}  // namespace tbsc94
