#include "json/json_mistake.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "json/characters.hpp"
#include "json/meant_value.hpp"
#include "json/mistake_messages.hpp"
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

// Characters that nobody sees, and what they are called.
struct unseen_character {
  std::string_view bytes;
  std::string_view code;
  phrase<> name;
};
constexpr std::array<unseen_character, 10> unseen_characters{
    {{"\xC2\xA0", "U+00A0", {"不换行空格", "no-break space"}},
     {"\xC2\xAD", "U+00AD", {"软连字符", "soft hyphen"}},
     {"\xE2\x80\x8B", "U+200B", {"零宽空格", "zero-width space"}},
     {"\xE2\x80\x8C", "U+200C", {"零宽不连字", "zero-width non-joiner"}},
     {"\xE2\x80\x8D", "U+200D", {"零宽连字", "zero-width joiner"}},
     {"\xE2\x80\x8E", "U+200E", {"从左到右标记", "left-to-right mark"}},
     {"\xE2\x80\x8F", "U+200F", {"从右到左标记", "right-to-left mark"}},
     {"\xE2\x80\xAF", "U+202F", {"窄不换行空格", "narrow no-break space"}},
     {"\xE2\x81\xA0", "U+2060", {"单词连接符", "word joiner"}},
     {"\xEF\xBB\xBF", "U+FEFF", {"字节顺序标记（BOM）", "byte order mark"}}}};

const unseen_character* find_unseen(std::string_view text) {
  const auto found =
      std::ranges::find_if(unseen_characters, [&](const auto& each) { return text.starts_with(each.bytes); });
  return found == unseen_characters.end() ? nullptr : &*found;
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
    if (is_table()) {
      report(mistake_kind::table);
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
  // Lines of fields with commas or tabs between, where a document begins with a bracket.
  [[nodiscard]] bool is_table() const {
    const std::string_view line = text_.substr(at_, text_.find('\n', at_) - at_);
    return line.size() < text_.size() - at_ && line.find_first_of(",\t") != std::string_view::npos &&
           line.find_first_of("{}[]:") == std::string_view::npos;
  }

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
  // Of a bracket or quote that is open.
  void report_open(mistake_kind kind, std::size_t opened) {
    report(kind);
    found_->opened = text_.substr(opened, 1);
    const auto line_of = [&](std::size_t at) { return std::count(text_.begin(), text_.begin() + at, '\n') + 1; };
    found_->opened_in = line_of(opened) == line_of(at_) ? 0 : static_cast<std::size_t>(line_of(opened));
  }

  // What stands here and belongs nowhere.
  [[nodiscard]] mistake_kind other_mistake() const {
    if (at_end()) {
      return mistake_kind::ends_early;
    }
    if (!plain_for(character()).empty()) {
      return mistake_kind::full_width;
    }
    if (find_unseen(character()) != nullptr) {
      return mistake_kind::unseen;
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
    while (end < text_.size() && (is_letter(text_[end]) || is_digit(text_[end]) || is_beyond_ascii(text_[end])) &&
           !ends_word(end)) {
      ++end;
    }
    return text_.substr(at_, end - at_);
  }
  [[nodiscard]] bool ends_word(std::size_t at) const {
    const std::string_view character = text_.substr(at, encoding::code_point_size(text_.substr(at)));
    return !plain_for(character).empty() || find_unseen(character) != nullptr;
  }
  // A key without its quotes may have points and dashes: 1.1.
  [[nodiscard]] std::string_view bare_key() const {
    std::size_t end = at_;
    while (end < text_.size() && !is_space(text_[end]) && !ends_word(end) &&
           std::string_view(":,]}\"{[").find(text_[end]) == std::string_view::npos) {
      ++end;
    }
    return text_.substr(at_, end - at_);
  }
  // Whether a string stands here with a colon behind it.
  [[nodiscard]] bool is_key() const {
    const std::size_t end = here() == '"' ? text_.find_first_of("\"\n", at_ + 1) : std::string_view::npos;
    const std::size_t colon = end == std::string_view::npos ? end : text_.find_first_not_of(" \t\r\n", end + 1);
    return colon != std::string_view::npos && text_[end] == '"' && text_[colon] == ':';
  }

  void open(next state) {
    open_.push_back(at_);
    ++at_;
    state_ = state;
  }
  [[nodiscard]] bool in_object() const { return text_[open_.back()] == '{'; }
  void close() {
    if (here() != (in_object() ? '}' : ']')) {
      report_open(mistake_kind::wrong_bracket, open_.back());
      return;
    }
    ++at_;
    open_.pop_back();
    state_ = next::separator;
  }

  void step() {
    skip_space();
    if (at_end()) {
      report_open(mistake_kind::ends_early, open_.back());
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
      state_ = in_object() ? next::key : next::element;
    } else if (here() == '}' || here() == ']') {
      close();
    } else if (!in_object() && is_key()) {
      report_open(mistake_kind::never_closed, open_.back());
    } else if (here() == '"' || here() == '{' || here() == '[' || here() == '-' || is_digit(here())) {
      report(mistake_kind::missing_comma);
    } else if (text_[at_ - 1] == '"' && !word().empty()) {
      report(mistake_kind::inner_quotes, at_, word());
    } else {
      report(other_mistake());
    }
  }

  void element() {
    if (here() == ']' || here() == '}') {
      state_ == next::element ? report(mistake_kind::trailing_comma, comma_, ",") : close();
    } else if (is_key()) {
      report_open(mistake_kind::never_closed, open_.back());
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
    } else if (!word().empty()) {
      report(mistake_kind::key_without_quotes, at_, bare_key());
    } else {
      report(other_mistake());
    }
  }

  void value() {
    if (at_end()) {
      open_.empty() ? report(mistake_kind::ends_early) : report_open(mistake_kind::ends_early, open_.back());
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
      } else if (!word().empty()) {
        literal();
      } else if (c == ',' || c == '}' || c == ']') {
        report(mistake_kind::empty_place);
      } else if (c == '/' && text_.substr(at_, 2) != "//" && text_.substr(at_, 2) != "/*") {
        report(mistake_kind::bare_slash);
      } else {
        report(other_mistake());
      }
    }
  }

  void number() {
    number_ = at_;
    std::size_t end = at_;
    while (end < text_.size() && !is_space(text_[end]) &&
           std::string_view(",]}\"{[:").find(text_[end]) == std::string_view::npos && !ends_word(end)) {
      ++end;
    }
    const std::string_view written = text_.substr(at_, end - at_);
    if (!read_numeral(written)) {
      report(!meant_date(written).empty()     ? mistake_kind::date_without_quotes
             : !meant_number(written).empty() ? mistake_kind::number_with_unit
                                              : mistake_kind::wrong_number,
             at_, written);
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
    report(meant_number(written).empty() ? mistake_kind::word_without_quotes : mistake_kind::number_with_unit, at_,
           written);
  }

  void string() {
    const std::size_t opened = at_++;
    while (!at_end() && here() != '"') {
      if (static_cast<unsigned char>(here()) < 0x20) {
        report(mistake_kind::broken_string);
        return;
      }
      here() == '\\' ? escape() : static_cast<void>(++at_);
      if (found_) {
        return;
      }
    }
    if (at_end()) {
      report_open(mistake_kind::ends_early, opened);
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
  std::vector<std::size_t> open_;  // where the brackets that are open stand
  next state_ = next::separator;
  std::size_t comma_ = 0;   // the last comma between members or elements
  std::size_t number_ = 0;  // where the last number begins
  std::optional<mistake> found_;
};

std::string_view closing(std::string_view opened) { return opened == "{" ? "}" : opened == "[" ? "]" : "\""; }

std::string unclosed_words(const mistake& mistake, language lang) {
  if (mistake.opened.empty()) {
    return message::ends_early(lang);
  }
  return mistake.opened_in > 0
             ? message::never_closed_since(lang, mistake.opened, mistake.opened_in, closing(mistake.opened))
             : message::never_closed(lang, mistake.opened, closing(mistake.opened));
}

std::string broken_words(char control, language lang) {
  switch (control) {
    case '\n':
    case '\r':
      return message::broken_string(lang, message::a_line_end.in(lang), "\\n");
    case '\t':
      return message::broken_string(lang, message::a_tab.in(lang), "\\t");
    default:
      return message::broken_string(lang, message::a_control.in(lang),
                                    fmt::format("\\u{:04X}", static_cast<unsigned>(control)));
  }
}

// Whether nothing stands behind the mistake that would have to be checked.
bool is_last(mistake_kind kind) {
  return kind == mistake_kind::nothing_there || kind == mistake_kind::ends_early || kind == mistake_kind::table ||
         kind == mistake_kind::second_document;
}

std::string words_of(const mistake& mistake, language lang) {
  const std::string_view found = mistake.found;
  switch (mistake.kind) {
    case mistake_kind::nothing_there:
      return message::nothing_there(lang);
    case mistake_kind::table:
      return message::table_of_text(lang);
    case mistake_kind::ends_early:
    case mistake_kind::never_closed:
      return unclosed_words(mistake, lang);
    case mistake_kind::empty_place:
      return message::empty_place(lang);
    case mistake_kind::trailing_comma:
      return message::trailing_comma(lang);
    case mistake_kind::missing_comma:
      return message::missing_comma(lang);
    case mistake_kind::missing_colon:
      return message::missing_colon(lang);
    case mistake_kind::wrong_bracket:
      return mistake.opened_in > 0 ? message::wrong_bracket_since(lang, found, mistake.opened, mistake.opened_in)
                                   : message::wrong_bracket(lang, found, mistake.opened);
    case mistake_kind::single_quotes:
      return message::single_quotes(lang);
    case mistake_kind::full_width:
      return message::full_width(lang, found, plain_for(found));
    case mistake_kind::unseen: {
      const unseen_character& unseen = *find_unseen(found);
      return message::unseen(lang, unseen.code, unseen.name.in(lang));
    }
    case mistake_kind::comment:
      return message::comment(lang);
    case mistake_kind::bare_slash:
      return message::bare_slash(lang);
    case mistake_kind::decimal_comma: {
      std::string mended(found);
      mended[mended.find(',')] = '.';
      return message::decimal_comma(lang, found, mended);
    }
    case mistake_kind::key_without_quotes:
      return message::key_without_quotes(lang, found);
    case mistake_kind::word_without_quotes:
      return message::word_without_quotes(lang, found);
    case mistake_kind::wrong_word:
      return message::wrong_word(lang, found);
    case mistake_kind::wrong_number:
      return message::wrong_number(lang, found);
    case mistake_kind::number_with_unit:
      return message::number_with_unit(lang, found, meant_number(found));
    case mistake_kind::date_without_quotes:
      return message::date_in_quotes(lang, found, meant_date(found));
    case mistake_kind::wrong_escape:
      return message::wrong_escape(lang, found);
    case mistake_kind::broken_string:
      return broken_words(found[0], lang);
    case mistake_kind::inner_quotes:
      return message::inner_quotes(lang, found);
    case mistake_kind::second_document:
      return message::second_document(lang);
    case mistake_kind::unexpected:
      break;
  }
  return message::unexpected_character(lang, found);
}

}  // namespace

std::optional<mistake> find_mistake(std::string_view text) { return scanner(text).run(); }

std::string explain(const mistake& mistake, language lang) {
  if (mistake.kind == mistake_kind::nothing_there || mistake.kind == mistake_kind::second_document) {
    return words_of(mistake, lang);
  }
  return message::not_json(lang, words_of(mistake, lang),
                           is_last(mistake.kind) ? "" : message::rest_unchecked.in(lang));
}

}  // namespace tbsc94::json
