// Writes JSON (RFC 8259), numbers as the caller gives them: 90.00 stays 90.00.
#pragma once

#include <array>
#include <cstddef>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <utility>

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

/// Appends one document to a string, which has it once it is complete:
/// `w.begin_object(); w.key("a").number("1.50"); w.end_object();`
class json_writer {
 public:
  enum class layout { compact, indented };

  explicit json_writer(std::string& out, layout layout = layout::compact) : out_(out), layout_(layout) {}
  json_writer(const json_writer&) = delete;
  json_writer& operator=(const json_writer&) = delete;
  ~json_writer() = default;

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }
  json_writer& key(std::string_view name);
  /// The same, faster, for a name that is known beforehand and has nothing to escape: `w.key<"id">()`.
  template <key_text Key>
  json_writer& key() {
    if (layout_ == layout::indented) {
      before_value();
      append<sizeof Key.text - 1>(Key.text + 1);  // without the comma
      put(' ');
      after_key_ = true;
      return *this;
    }
    if (first_) {
      append<sizeof Key.text - 1>(Key.text + 1);  // without the comma
    } else {
      append<sizeof Key.text>(Key.text);
    }
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

  /// What is written so far of a document that goes on; the string is left without it.
  [[nodiscard]] std::string take();

 private:
  void open(char bracket) {
    before_value();
    put(bracket);
    ++depth_;
    first_ = true;
  }
  void close(char bracket) {
    --depth_;
    if (!first_) {
      new_line();
    }
    put(bracket);
    first_ = false;
    after_value();
  }
  void before_value() {
    if (after_key_) {
      after_key_ = false;
      return;
    }
    if (!first_) {
      put(',');
    }
    if (depth_ > 0) {
      new_line();
    }
    first_ = false;
  }
  void after_value() {
    if (depth_ == 0) {
      hand_over();
    }
  }
  void new_line() {
    if (layout_ == layout::indented) {
      begin_line();
    }
  }
  void begin_line();
  void hand_over();
  void append_string(std::string_view text);
  void grow(std::size_t least);
  // Where the next `count` characters go.
  char* room(std::size_t count) {
    if (text_.size() - size_ < count) {
      grow(size_ + count);
    }
    return text_.data() + std::exchange(size_, size_ + count);
  }
  void put(char c) { *room(1) = c; }
  void append_text(std::string_view text) { text.copy(room(text.size()), text.size()); }
  template <std::size_t Size>
  void append(const char* text) {
    std::memcpy(room(Size), text, Size);
  }

  std::string& out_;
  // Of the document that is not complete, its first `size_` characters: to add a few to a string costs several times as
  // much as to count them here.
  std::span<char> text_{usual_};
  std::size_t size_ = 0;
  std::string larger_;
  std::array<char, 1024> usual_;  // a record's line needs no more, and no allocation
  layout layout_;
  std::size_t depth_ = 0;
  bool first_ = true;       // nothing stands in the innermost bracket yet
  bool after_key_ = false;  // the next value belongs to a key
};
}  // namespace tbsc94
