#include "json/json_mistake.hpp"

#include <array>
#include <utility>
#include <vector>

#include "json/characters.hpp"
#include "json/messages.hpp"
#include "tbsc94/decimal.hpp"
#include "text/encoding.hpp"

namespace tbsc94::json {

namespace {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$'; }
constexpr bool is_beyond_ascii(char c) { return static_cast<unsigned char>(c) >= 0x80; }

// Punctuation as Chinese keyboards and word processors give it, and what JSON has in its place.
constexpr std::array<std::pair<std::string_view, std::string_view>, 14> full_width_characters{{{"，", ","},
                                                                                               {"：", ":"},
                                                                                               {"“", "\""},
                                                                                               {"”", "\""},
                                                                                               {"„", "\""},
                                                                                               {"‘", "\""},
                                                                                               {"’", "\""},
                                                                                               {"｛", "{"},
                                                                                               {"｝", "}"},
                                                                                               {"［", "["},
                                                                                               {"］", "]"},
                                                                                               {"、", ","},
                                                                                               {"。", "."},
                                                                                               {"　", " "}}};

std::string_view plain_for(std::string_view character) {
  for (const auto& [wide, plain] : full_width_characters) {
    if (character == wide) {
      return plain;
    }
  }
  return {};
}

bool is_full_width_digit(std::string_view character) { return character >= "０" && character <= "９"; }

class scanner {
 public:
  explicit scanner(std::string_view text) : text_(text) {}

  std::optional<mistake> run() {
    skip_space();
    if (at_end()) {
      return mistake{mistake_kind::nothing_there, 0, {}};
    }
    value();
    while (!found_ && !open_.empty()) {
      step();
    }
    if (!found_) {
      skip_space();
      if (!at_end()) {
        report(here() == '{' || here() == '[' ? mistake_kind::second_document : other_mistake());
      }
    }
    return found_;
  }

 private:
  enum class next : std::uint8_t { first_key, key, first_element, element, separator };

  [[nodiscard]] bool at_end() const { return at_ == text_.size(); }
  [[nodiscard]] char here() const { return text_[at_]; }
  [[nodiscard]] std::string_view character() const {
    return text_.substr(at_, encoding::code_point_size(text_.substr(at_)));
  }
  void skip_space() {
    while (!at_end() && is_space(here())) {
      ++at_;
    }
  }
  void report(mistake_kind kind) { report(kind, at_, at_end() ? std::string_view() : character()); }
  void report(mistake_kind kind, std::size_t offset, std::string_view found) {
    if (!found_) {
      found_ = mistake{kind, offset, found};
    }
  }

  // What stands here and belongs nowhere.
  [[nodiscard]] mistake_kind other_mistake() const {
    if (at_end()) {
      return mistake_kind::ends_early;
    }
    if (!plain_for(character()).empty()) {
      return mistake_kind::full_width;
    }
    switch (here()) {
      case '\'':
        return mistake_kind::single_quotes;
      case '/':
      case '#':
        return mistake_kind::comment;
      default:
        return mistake_kind::unexpected;
    }
  }

  [[nodiscard]] std::string_view word() const {
    std::size_t end = at_;
    while (end < text_.size() && (is_letter(text_[end]) || is_digit(text_[end]) || is_beyond_ascii(text_[end]))) {
      ++end;
    }
    return text_.substr(at_, end - at_);
  }

  void open(next state) {
    open_.push_back(here());
    ++at_;
    state_ = state;
  }
  void close() {
    const char wanted = open_.back() == '{' ? '}' : ']';
    if (here() != wanted) {
      report(mistake_kind::wrong_bracket);
      return;
    }
    ++at_;
    open_.pop_back();
    state_ = next::separator;
  }

  void step() {
    skip_space();
    if (at_end()) {
      report(mistake_kind::ends_early);
      return;
    }
    switch (state_) {
      case next::first_key:
      case next::key:
        member();
        break;
      case next::first_element:
      case next::element:
        element();
        break;
      case next::separator:
        separator();
        break;
    }
  }

  void separator() {
    if (here() == ',') {
      comma_ = at_;
      ++at_;
      state_ = open_.back() == '{' ? next::key : next::element;
    } else if (here() == '}' || here() == ']') {
      close();
    } else if (here() == '"' || here() == '{' || here() == '[' || here() == '-' || is_digit(here())) {
      report(mistake_kind::missing_comma);
    } else {
      report(other_mistake());
    }
  }

  void element() {
    if (here() == ']' || here() == '}') {
      state_ == next::element ? report(mistake_kind::trailing_comma, comma_, ",") : close();
    } else {
      value();
    }
  }

  void member() {
    if (here() == '}' || here() == ']') {
      state_ == next::key ? report(mistake_kind::trailing_comma, comma_, ",") : close();
      return;
    }
    if (here() != '"') {
      not_a_key();
      return;
    }
    string();
    skip_space();
    if (found_) {
      return;
    }
    if (at_end() || here() != ':') {
      const bool follows = !at_end() && (here() == '"' || here() == '{' || here() == '[' || is_digit(here()));
      report(follows || (!at_end() && (here() == ',' || here() == '}')) ? mistake_kind::missing_colon
                                                                        : other_mistake());
      return;
    }
    ++at_;
    skip_space();
    value();
  }

  void not_a_key() {
    if (is_digit(here()) && comma_ > 0 && is_digit(text_[comma_ - 1]) && at_ == comma_ + 1) {
      report(mistake_kind::decimal_comma, number_, text_.substr(number_, at_ + word().size() - number_));
    } else if (is_letter(here()) || is_digit(here())) {
      report(mistake_kind::key_without_quotes, at_, word());
    } else {
      report(other_mistake());
    }
  }

  void value() {
    if (at_end()) {
      report(mistake_kind::ends_early);
      return;
    }
    const char c = here();
    if (c == '{') {
      open(next::first_key);
    } else if (c == '[') {
      open(next::first_element);
    } else {
      state_ = next::separator;
      if (c == '"') {
        string();
      } else if (c == '-' || c == '+' || c == '.' || is_digit(c) || is_full_width_digit(character())) {
        number();
      } else if (is_letter(c) || (is_beyond_ascii(c) && plain_for(character()).empty())) {
        literal();
      } else {
        report(other_mistake());
      }
    }
  }

  void number() {
    number_ = at_;
    std::size_t end = at_;
    while (end < text_.size() && !is_space(text_[end]) &&
           std::string_view(",]}\"{[:").find(text_[end]) == std::string_view::npos &&
           plain_for(text_.substr(end, encoding::code_point_size(text_.substr(end)))).empty()) {
      ++end;
    }
    const std::string_view written = text_.substr(at_, end - at_);
    if (!read_numeral(written)) {
      report(mistake_kind::wrong_number, at_, written);
    }
    at_ = end;
  }

  void literal() {
    const std::string_view written = word();
    if (written == "true" || written == "false" || written == "null") {
      at_ += written.size();
      return;
    }
    for (const std::string_view each : {"True", "TRUE", "False", "FALSE", "None", "NULL", "Null", "nil", "undefined",
                                        "NaN", "nan", "Infinity", "inf", "N"}) {
      if (written == each) {
        report(mistake_kind::wrong_word, at_, written);
      }
    }
    report(mistake_kind::word_without_quotes, at_, written);
  }

  void string() {
    ++at_;
    while (!at_end() && here() != '"') {
      if (static_cast<unsigned char>(here()) < 0x20) {
        report(mistake_kind::broken_string, at_, {});
        return;
      }
      here() == '\\' ? escape() : static_cast<void>(++at_);
      if (found_) {
        return;
      }
    }
    if (at_end()) {
      report(mistake_kind::ends_early);
      return;
    }
    ++at_;
  }

  // The four hexadecimal digits after \u; nullopt where they are not.
  [[nodiscard]] std::optional<unsigned> unit_at(std::size_t at) const {
    if (text_.substr(at, 2) != "\\u" || at + 6 > text_.size()) {
      return std::nullopt;
    }
    unsigned unit = 0;
    for (const char c : text_.substr(at + 2, 4)) {
      const char lower = static_cast<char>(c | 0x20);
      if (!is_digit(c) && (lower < 'a' || lower > 'f')) {
        return std::nullopt;
      }
      unit = unit * 16 + static_cast<unsigned>(is_digit(c) ? c - '0' : lower - 'a' + 10);
    }
    return unit;
  }

  void escape() {
    const std::string_view after = text_.substr(at_ + 1);
    const std::string_view written = text_.substr(at_, 1 + encoding::code_point_size(after));
    if (written.size() == 2 && std::string_view("\"\\/bfnrt").find(written[1]) != std::string_view::npos) {
      at_ += 2;
      return;
    }
    const auto unit = unit_at(at_);
    if (!unit) {
      report(mistake_kind::wrong_escape, at_, written);
      return;
    }
    at_ += 6;
    const bool leads = *unit >= 0xD800 && *unit <= 0xDBFF;
    const bool trails = *unit >= 0xDC00 && *unit <= 0xDFFF;
    if (leads) {
      const auto second = unit_at(at_);
      if (second && *second >= 0xDC00 && *second <= 0xDFFF) {
        at_ += 6;
        return;
      }
    }
    if (leads || trails) {
      report(mistake_kind::wrong_escape, at_ - 6, text_.substr(at_ - 6, 6));
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<char> open_;  // the brackets that are open
  next state_ = next::separator;
  std::size_t comma_ = 0;   // the last comma between members or elements
  std::size_t number_ = 0;  // where the last number begins
  std::optional<mistake> found_;
};

}  // namespace

std::optional<mistake> find_mistake(std::string_view text) { return scanner(text).run(); }

std::string explain(const mistake& mistake, language lang) {
  switch (mistake.kind) {
    case mistake_kind::nothing_there:
      return message::nothing_there(lang);
    case mistake_kind::ends_early:
      return message::ends_early(lang);
    case mistake_kind::trailing_comma:
      return message::trailing_comma(lang);
    case mistake_kind::missing_comma:
      return message::missing_comma(lang);
    case mistake_kind::missing_colon:
      return message::missing_colon(lang);
    case mistake_kind::wrong_bracket:
      return message::wrong_bracket(lang, mistake.found);
    case mistake_kind::single_quotes:
      return message::single_quotes(lang);
    case mistake_kind::full_width:
      return message::full_width(lang, mistake.found, plain_for(mistake.found));
    case mistake_kind::comment:
      return message::comment(lang);
    case mistake_kind::decimal_comma: {
      std::string mended(mistake.found);
      mended[mended.find(',')] = '.';
      return message::decimal_comma(lang, mistake.found, mended);
    }
    case mistake_kind::key_without_quotes:
      return message::key_without_quotes(lang, mistake.found);
    case mistake_kind::word_without_quotes:
      return message::word_without_quotes(lang, mistake.found);
    case mistake_kind::wrong_word:
      return message::wrong_word(lang, mistake.found);
    case mistake_kind::wrong_number:
      return message::wrong_number(lang, mistake.found);
    case mistake_kind::wrong_escape:
      return message::wrong_escape(lang, mistake.found);
    case mistake_kind::broken_string:
      return message::broken_string(lang);
    case mistake_kind::second_document:
      return message::second_document(lang);
    case mistake_kind::unexpected:
      break;
  }
  return message::unexpected_character(lang, mistake.found);
}

}  // namespace tbsc94::json
