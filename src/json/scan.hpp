// A JSON text, taken token by token from its start (RFC 8259).
#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>

#include "json/characters.hpp"
#include "json/finding.hpp"

namespace tbsc94::json {

/// Thrown while reading, caught by `document_reader::read`: the text cannot be read further.
struct unreadable {
  code what;
  std::size_t offset;
};

/// How far the reading of a text has come. What is taken is a view of the text wherever it can be.
class scan {
 public:
  /// `unescaped` keeps the strings that are written with escapes, and must live as long as they are looked at.
  scan(std::string_view text, std::deque<std::string>& unescaped) : text_(text), unescaped_(&unescaped) {}

  /// The first character of the next token; 0 at the end.
  [[nodiscard]] char peek() {
    while (at_ < text_.size() && is_space(text_[at_])) {
      ++at_;
    }
    return at_ < text_.size() ? text_[at_] : '\0';
  }
  /// Where the next token begins; at the end the size of the text.
  [[nodiscard]] std::size_t offset() {
    static_cast<void>(peek());
    return at_;
  }
  [[nodiscard]] bool is_done() { return offset() == text_.size(); }
  /// What begins at the next token. The text may be read to `padding` bytes behind its end.
  [[nodiscard]] const char* ahead() { return text_.data() + offset(); }
  /// Whether so many characters are left of the text, from the next token on.
  [[nodiscard]] bool has(std::size_t count) { return text_.size() - offset() >= count; }
  /// Takes `count` characters, which are there.
  void take(std::size_t count = 1) { at_ += count; }
  void expect(char token) {
    if (peek() != token) {
      fail();
    }
    take();
  }
  /// Takes a string with its quotes, a number or a word whole, of an array or object the bracket, and of anything
  /// else something that no value begins with.
  [[nodiscard]] std::string_view take_token(bool& has_escape);
  /// Takes a string, for its meaning.
  [[nodiscard]] std::string_view take_string();
  /// The meaning of what stands between the quotes of a string that begins at `offset`.
  [[nodiscard]] std::string_view unescape(std::string_view inside, std::size_t offset);
  [[noreturn]] void fail() { throw unreadable{code::malformed_json, offset()}; }

 private:
  std::size_t string_end(bool& has_escape) const;

  std::string_view text_;
  std::deque<std::string>* unescaped_;
  std::size_t at_ = 0;
};

}  // namespace tbsc94::json
