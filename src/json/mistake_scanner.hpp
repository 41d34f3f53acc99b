// Reads a text that is not JSON as far as it is, and says what keeps it from being so.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "json/characters.hpp"
#include "json/json_mistake.hpp"
#include "json/odd_characters.hpp"
#include "text/encoding.hpp"

namespace tbsc94::json {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// By the grammar of RFC 8259, step by step; a class on top of it may mend the text and go on.
class mistake_scanner {
 public:
  /// `into` has the text that is read.
  mistake_scanner(std::string_view original, mended& into) : original_(original), into_(&into), text_(into.text) {}

  /// Reads on up to a mistake; true where there is none up to the end.
  bool scan() {
    while (state_ != next::end) {
      step_begin_ = at_;
      step_state_ = state_;
      at_value_ = false;
      step();
      if (found_) {
        return false;
      }
    }
    return true;
  }
  [[nodiscard]] const mistake& found() const { return *found_; }

 protected:
  enum class next : std::uint8_t { document, value, first_key, key, first_element, element, separator, end };

  [[nodiscard]] bool at_end() const { return at_ == text_.size(); }
  [[nodiscard]] char here() const { return text_[at_]; }
  [[nodiscard]] std::string_view from(std::size_t at) const { return std::string_view(text_).substr(at); }
  [[nodiscard]] std::string_view character() const { return character_at(at_); }
  [[nodiscard]] std::string_view character_at(std::size_t at) const {
    return from(at).substr(0, encoding::code_point_size(from(at)));
  }
  void skip_space() {
    while (!at_end() && is_space(here())) {
      ++at_;
    }
  }
  void report(mistake_kind kind) { report(kind, at_, at_end() ? std::string_view() : character()); }
  void report(mistake_kind kind, std::size_t offset, std::string_view found) {
    if (!found_) {
      found_ = mistake{.kind = kind, .offset = offset, .found = std::string(found), .where = where()};
    }
  }
  // Of a bracket or quote that is open.
  void report_open(mistake_kind kind, std::size_t opened);
  // A JSON pointer to the value that is being read, else to the object or array around it.
  [[nodiscard]] std::string where() const;

  // What stands here and belongs nowhere.
  [[nodiscard]] mistake_kind other_mistake() const;

  [[nodiscard]] std::string_view word() const;
  [[nodiscard]] bool ends_word(std::size_t at) const {
    return !plain_for(character_at(at)).empty() || find_unseen(character_at(at)) != nullptr;
  }
  // A text without its quotes may have spaces: 示例 公司.
  [[nodiscard]] std::string_view words() const;
  // Lines of fields with commas or tabs between, where a document begins with a bracket.
  [[nodiscard]] bool is_table() const {
    const std::string_view line = from(at_).substr(0, from(at_).find('\n'));
    return line.size() < text_.size() - at_ && line.find_first_of(",\t") != std::string_view::npos &&
           line.find_first_of("{}[]:") == std::string_view::npos;
  }
  // A key without its quotes may have points and dashes: 1.1.
  [[nodiscard]] std::string_view bare_key() const;
  // Whether a string stands here with a colon behind it.
  [[nodiscard]] bool is_key() const {
    const std::size_t end = here() == '"' ? text_.find_first_of("\"\n", at_ + 1) : std::string_view::npos;
    const std::size_t colon = end == std::string_view::npos ? end : text_.find_first_not_of(" \t\r\n", end + 1);
    return colon != std::string_view::npos && text_[end] == '"' && text_[colon] == ':';
  }

  void open(next state) {
    open_.push_back({at_, 0});
    ++at_;
    state_ = state;
  }
  [[nodiscard]] bool in_object() const { return text_[open_.back().at] == '{'; }
  void close();

  void step();
  void document();
  void tail();  // after the document
  void separator();

  // Whether a text ended before this in the same line.
  [[nodiscard]] bool follows_text() const {
    const std::size_t before = text_.find_last_not_of(" \t", at_ - 1);
    return before != std::string::npos && text_[before] == '"';
  }

  // Whether the last string holds a full-width quote that ought to have ended it: "x”, "y": 1.
  bool is_closed_otherwise();

  void element();
  void member();
  void not_a_key();
  void value();
  void number();
  static bool is_literal(std::string_view word) { return word == "true" || word == "false" || word == "null"; }
  void literal();
  void string();
  // The four hexadecimal digits after \u; nullopt where they are not.
  [[nodiscard]] std::optional<unsigned> unit_at(std::size_t at) const;
  void escape();

  [[nodiscard]] bool may_follow_value(std::size_t at) const;
  // Whether what stands here comes after a text, and after quotes within one hardly.
  [[nodiscard]] bool may_follow_text(std::size_t at) const;

  std::string_view original_;
  mended* into_;
  std::string& text_;
  std::size_t at_ = 0;
  // A bracket that is open: where it stands, and the last key in it, or the number of the element.
  struct bracket {
    std::size_t at;
    std::size_t last;
  };
  std::vector<bracket> open_;
  next state_ = next::document;
  std::size_t step_begin_ = 0;
  next step_state_ = next::document;
  bool at_value_ = false;
  std::size_t comma_ = 0;                    // the last comma between members or elements
  std::size_t number_ = 0;                   // where the last number begins
  std::size_t string_ = 0;                   // where the last string begins
  std::size_t closing_ = std::string::npos;  // a full-width quote in it that ought to have ended it
  std::optional<mistake> found_;
};

}  // namespace tbsc94::json
