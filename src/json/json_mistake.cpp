#include "json/json_mistake.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "json/characters.hpp"
#include "json/meant_value.hpp"
#include "json/odd_characters.hpp"
#include "json/path.hpp"
#include "tbsc94/decimal.hpp"
#include "text/encoding.hpp"

namespace tbsc94::json {

namespace {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$'; }
constexpr bool is_beyond_ascii(char c) { return static_cast<unsigned char>(c) >= 0x80; }

bool is_full_width_digit(std::string_view character) { return character >= "０" && character <= "９"; }

class scanner {
 public:
  /// `text` is mended as it is read.
  scanner(std::string_view original, mended& into) : original_(original), into_(&into), text_(into.text) {}

  /// Reads as far as the text is JSON, or can be taken for some.
  void run(bool mends) {
    while (state_ != next::end) {
      step_begin_ = at_;
      step_state_ = state_;
      at_value_ = false;
      step();
      if (found_) {
        mistake now = *found_;
        now.offset = into_->original_offset(now.offset);
        now.passed_over = mends && ++mends_ <= most_mends && mend();
        note(now);
        if (!now.passed_over) {
          return;
        }
        found_.reset();
      }
    }
    into_->is_whole = true;
  }

 private:
  static constexpr std::size_t most_mends = 1000;

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
  void report_open(mistake_kind kind, std::size_t opened) {
    report(kind);
    found_->opened = text_.substr(opened, 1);
    const auto line_of = [&](std::size_t at) {
      return std::count(original_.begin(), original_.begin() + static_cast<std::ptrdiff_t>(into_->original_offset(at)),
                        '\n') +
             1;
    };
    found_->opened_in = line_of(opened) == line_of(at_) ? 0 : static_cast<std::size_t>(line_of(opened));
  }
  // A JSON pointer to the value that is being read, else to the object or array around it.
  [[nodiscard]] std::string where() const {
    constexpr std::size_t deepest = 8;  // no assessment goes further
    std::string pointer;
    for (std::size_t i = 0; i < std::min(open_.size(), deepest) && (i + 1 < open_.size() || at_value_); ++i) {
      const path top;
      if (text_[open_[i].at] == '[') {
        pointer += top.element(open_[i].last).pointer();
      } else {
        const std::string_view key = from(open_[i].last + 1);
        pointer += top.member(key.substr(0, key.find('"'))).pointer();
      }
    }
    return pointer;
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
      case ';':
      case '=':
        return mistake_kind::wrong_sign;
      case '<':
        return from(at_).starts_with("<!--") ? mistake_kind::comment : mistake_kind::unexpected;
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
    return from(at_).substr(0, end - at_);
  }
  [[nodiscard]] bool ends_word(std::size_t at) const {
    return !plain_for(character_at(at)).empty() || find_unseen(character_at(at)) != nullptr;
  }
  // A text without its quotes may have spaces: 示例 公司.
  [[nodiscard]] std::string_view words() const {
    std::size_t end = at_ + word().size();
    for (std::size_t next = end; next < text_.size() && !ends_word(next) && !from(next).starts_with("//") &&
                                 !from(next).starts_with("/*") &&
                                 std::string_view(",:;]}\"{[#\r\n\t").find(text_[next]) == std::string_view::npos;) {
      next += character_at(next).size();
      end = text_[next - 1] == ' ' ? end : next;
    }
    return from(at_).substr(0, end - at_);
  }
  // Lines of fields with commas or tabs between, where a document begins with a bracket.
  [[nodiscard]] bool is_table() const {
    const std::string_view line = from(at_).substr(0, from(at_).find('\n'));
    return line.size() < text_.size() - at_ && line.find_first_of(",\t") != std::string_view::npos &&
           line.find_first_of("{}[]:") == std::string_view::npos;
  }
  // A key without its quotes may have points and dashes: 1.1.
  [[nodiscard]] std::string_view bare_key() const {
    std::size_t end = at_;
    while (end < text_.size() && !is_space(text_[end]) && !ends_word(end) &&
           std::string_view(":,]}\"{[").find(text_[end]) == std::string_view::npos) {
      ++end;
    }
    return from(at_).substr(0, end - at_);
  }
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
  void close() {
    if (here() != (in_object() ? '}' : ']')) {
      report_open(mistake_kind::wrong_bracket, open_.back().at);
      return;
    }
    ++at_;
    open_.pop_back();
    state_ = next::separator;
  }

  void step() {
    skip_space();
    if (state_ == next::document) {
      document();
    } else if (open_.empty()) {
      tail();
    } else if (at_end()) {
      report_open(mistake_kind::ends_early, open_.back().at);
    } else if (state_ == next::first_key || state_ == next::key) {
      member();
    } else if (state_ == next::separator) {
      separator();
    } else if (state_ == next::value) {
      value();
    } else {
      element();
    }
  }

  void document() {
    if (at_end()) {
      report(mistake_kind::nothing_there, 0, {});
    } else if (is_table()) {
      report(mistake_kind::table);
    } else if (!is_digit(here()) && !is_literal(word()) &&
               (!word().empty() || std::string_view("`(<*>=").find(here()) != std::string_view::npos)) {
      report(mistake_kind::no_object);
    } else {
      value();
    }
  }

  // After the document.
  void tail() {
    if (at_end()) {
      state_ = next::end;
    } else {
      report(here() == '{' || here() == '['                    ? mistake_kind::second_document
             : here() == ':'                                   ? mistake_kind::no_object
             : character() == "。"                             ? mistake_kind::extra_sign
             : here() == '}' || here() == ']' || here() == ',' ? mistake_kind::ended_before
                                                               : other_mistake());
    }
  }

  void separator() {
    if (here() == ',') {
      comma_ = at_;
      ++at_;
      open_.back().last += in_object() ? 0U : 1U;
      state_ = in_object() ? next::key : next::element;
    } else if (here() == '}' || here() == ']') {
      close();
    } else if (!in_object() && is_key()) {
      report_open(mistake_kind::never_closed, open_.back().at);
    } else if ((character() == "。" && !is_digit(text_[std::min(at_ + character().size(), text_.size() - 1)])) ||
               (here() == '"' && !is_key() && may_follow_value(at_ + 1))) {
      report(mistake_kind::extra_sign);
    } else if (here() == '"' || here() == '{' || here() == '[' || here() == '-' || is_digit(here())) {
      report(mistake_kind::missing_comma);
    } else if (follows_text() && is_closed_otherwise()) {
      report(mistake_kind::full_width, closing_, character_at(closing_));
    } else if (follows_text() && !word().empty()) {
      report(mistake_kind::inner_quotes, at_, word());
    } else {
      report(other_mistake());
    }
  }

  // Whether a text ended before this in the same line.
  [[nodiscard]] bool follows_text() const {
    const std::size_t before = text_.find_last_not_of(" \t", at_ - 1);
    return before != std::string::npos && text_[before] == '"';
  }

  // Whether the last string holds a full-width quote that ought to have ended it: "x”, "y": 1.
  bool is_closed_otherwise() {
    for (closing_ = string_ + 1; closing_ < at_ && text_[closing_] != '"'; closing_ += character_at(closing_).size()) {
      const std::string_view quote = character_at(closing_);
      if (quote.size() > 1 && plain_for(quote) == "\"" && may_follow_text(closing_ + quote.size())) {
        return true;
      }
    }
    closing_ = std::string::npos;
    return false;
  }

  void element() {
    if (here() == ']' || here() == '}') {
      state_ == next::element ? report(mistake_kind::trailing_comma, comma_, ",") : close();
    } else if (is_key()) {
      state_ == next::first_element ? report(mistake_kind::no_object_in_array)
                                    : report_open(mistake_kind::never_closed, open_.back().at);
    } else {
      value();
    }
  }

  void member() {
    if (here() == '}' || here() == ']') {
      state_ == next::key ? report(mistake_kind::trailing_comma, comma_, ",") : close();
      return;
    }
    if (here() == ',' && state_ == next::key) {
      report(mistake_kind::extra_sign);
      return;
    }
    if ((here() == '{' || here() == '[') && state_ == next::first_key) {
      report(mistake_kind::no_array);
      return;
    }
    if (here() != '"') {
      not_a_key();
      return;
    }
    const std::size_t key = at_;
    string();
    skip_space();
    if (found_) {
      return;
    }
    open_.back().last = key;
    if (at_end() || here() != ':') {
      if (!at_end() && is_closed_otherwise()) {
        report(mistake_kind::full_width, closing_, character_at(closing_));
        return;
      }
      if (!at_end() && here() == ',' &&
          text_.find_first_of("0123456789", at_) == text_.find_first_not_of(", \t", at_)) {
        report(mistake_kind::wrong_sign);
        return;
      }
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
      const std::string_view written = from(number_).substr(0, at_ + word().size() - number_);
      report(written.find('.') == std::string_view::npos ? mistake_kind::decimal_comma : mistake_kind::wrong_number,
             number_, written);
    } else if (!word().empty()) {
      const std::string_view key = bare_key();
      report(from(at_ + key.size()).starts_with('"') ? mistake_kind::half_quoted : mistake_kind::key_without_quotes,
             at_, key);
    } else {
      report(other_mistake());
    }
  }

  void value() {
    at_value_ = true;
    if (at_end()) {
      open_.empty() ? report(mistake_kind::ends_early) : report_open(mistake_kind::ends_early, open_.back().at);
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
      } else if (c == '/' && !from(at_).starts_with("//") && !from(at_).starts_with("/*")) {
        report(mistake_kind::bare_slash);
      } else if (c == ':') {
        report(mistake_kind::extra_sign);
      } else if (other_mistake() == mistake_kind::unexpected && !words().empty()) {
        report(mistake_kind::word_without_quotes, at_, words());
      } else {
        report(other_mistake());
      }
    }
  }

  void number() {
    number_ = at_;
    std::size_t end = at_;
    while (end < text_.size() && !is_space(text_[end]) &&
           std::string_view(",;]}\"{[:").find(text_[end]) == std::string_view::npos && !ends_word(end)) {
      ++end;
    }
    // "95 %": a unit after a space.
    const std::size_t unit = std::min(text_.find_first_not_of(' ', end), text_.size());
    for (const std::string_view each : {"%", "％", "级", "分"}) {
      end = from(unit).starts_with(each) ? unit + each.size() : end;
    }
    const std::string_view written = from(at_).substr(0, end - at_);
    if (end < text_.size() && find_unseen(character_at(end)) != nullptr) {
      report(mistake_kind::unseen, end, character_at(end));
    } else if (!read_numeral(written)) {
      report(!meant_date(written).empty()     ? mistake_kind::date_without_quotes
             : !meant_number(written).empty() ? mistake_kind::number_with_unit
                                              : mistake_kind::wrong_number,
             at_, written);
    }
    at_ = end;
  }

  static bool is_literal(std::string_view word) { return word == "true" || word == "false" || word == "null"; }
  void literal() {
    const std::string_view written = word();
    if (is_literal(written)) {
      at_ += written.size();
      return;
    }
    for (const std::string_view each : {"True", "TRUE", "False", "FALSE", "None", "NULL", "Null", "nil", "undefined",
                                        "NaN", "nan", "Infinity", "inf", "N"}) {
      if (written == each) {
        report(mistake_kind::wrong_word, at_, written);
      }
    }
    if (meant_number(written).empty()) {
      const std::string_view all = words();
      report(!meant_number(all).empty()                ? mistake_kind::number_with_unit
             : from(at_ + all.size()).starts_with('"') ? mistake_kind::half_quoted
                                                       : mistake_kind::word_without_quotes,
             at_, all);
    } else {
      report(mistake_kind::number_with_unit, at_, written);
    }
  }

  void string() {
    const std::size_t opened = at_++;
    string_ = opened;
    while (!at_end() && here() != '"') {
      if (static_cast<unsigned char>(here()) < 0x20) {
        const std::size_t colon = text_.find(':', opened);
        if (is_closed_otherwise()) {
          report(mistake_kind::full_width, closing_, character_at(closing_));
        } else if (!at_value_ && colon < at_) {
          report(mistake_kind::half_quoted, opened + 1, from(opened + 1).substr(0, colon - opened - 1));
        } else {
          report(mistake_kind::broken_string);
        }
        return;
      }
      here() == '\\' ? escape() : static_cast<void>(++at_);
      if (found_) {
        return;
      }
    }
    if (at_end()) {
      is_closed_otherwise() ? report(mistake_kind::full_width, closing_, character_at(closing_))
                            : report_open(mistake_kind::ends_early, opened);
      return;
    }
    ++at_;
  }

  // The four hexadecimal digits after \u; nullopt where they are not.
  [[nodiscard]] std::optional<unsigned> unit_at(std::size_t at) const {
    if (from(at).substr(0, 2) != "\\u" || at + 6 > text_.size()) {
      return std::nullopt;
    }
    unsigned unit = 0;
    for (const char c : from(at + 2).substr(0, 4)) {
      const char lower = static_cast<char>(c | 0x20);
      if (!is_digit(c) && (lower < 'a' || lower > 'f')) {
        return std::nullopt;
      }
      unit = unit * 16 + static_cast<unsigned>(is_digit(c) ? c - '0' : lower - 'a' + 10);
    }
    return unit;
  }

  void escape() {
    const std::string_view written = from(at_).substr(0, 1 + encoding::code_point_size(from(at_ + 1)));
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
      report(mistake_kind::wrong_escape, at_ - 6, from(at_ - 6).substr(0, 6));
    }
  }

  // What is found a step has left nothing of: it is done again once the text is mended.
  void replace(std::size_t at, std::size_t count, std::string_view by) {
    text_.replace(at, count, by);
    if (count != by.size()) {
      into_->edits.push_back({at, count, by.size()});
    }
  }

  // Puts in place of the mistake what may have been meant; false where that cannot be told.
  bool mend() {
    const std::size_t at = found_->offset;
    const std::size_t size = found_->found.size();
    at_ = step_begin_;
    state_ = step_state_;
    const auto put = [&](std::string_view by) {
      replace(at, size, by);
      return true;
    };
    switch (found_->kind) {
      case mistake_kind::ends_early:
        if (open_.size() > 1 || state_ != next::separator || !in_object()) {
          return false;
        }
        return put("}");
      case mistake_kind::empty_place:
        replace(at, 0, "0");
        return true;
      case mistake_kind::bare_slash:
        return put("0");
      case mistake_kind::wrong_number:
        return put("0") && (at >= step_begin_ || read_again_from(at));
      case mistake_kind::extra_sign:
        return put("");
      case mistake_kind::half_quoted: {
        const bool is_open = at > 0 && text_[at - 1] == '"';
        replace(is_open ? at + size : at, 0, "\"");
        return true;
      }
      case mistake_kind::wrong_word:
        return put("null");
      case mistake_kind::trailing_comma:
        state_ = next::separator;
        return put(" ");
      case mistake_kind::missing_comma:
        return mend_missing_comma(at);
      case mistake_kind::missing_colon:
        replace(at, 0, text_[at] == ',' || text_[at] == '}' ? ":0" : ":");
        return true;
      case mistake_kind::decimal_comma:
        text_[found_->offset + found_->found.find(',')] = '.';
        return read_again_from(at);
      case mistake_kind::number_with_unit:
        return put(meant_number(found_->found));
      case mistake_kind::date_without_quotes:
        return put(fmt::format("\"{}\"", meant_date(found_->found)));
      case mistake_kind::key_without_quotes:
      case mistake_kind::word_without_quotes:
        return found_->found.find('\\') == std::string::npos && put(fmt::format("\"{}\"", found_->found));
      case mistake_kind::single_quotes:
        return mend_quotes(at);
      case mistake_kind::full_width:
        return mend_full_width(at);
      case mistake_kind::unseen:
        replace(at, size, "");
        return !follows_number(at) || read_again_from(number_);
      case mistake_kind::wrong_sign:
        return !open_.empty() && put(found_->found != ";" ? ":" : precedes_comma(at + size) ? "" : ",");
      case mistake_kind::comment:
        return mend_comment(at);
      case mistake_kind::wrong_escape:
        replace(at, 0, "\\");
        return true;
      case mistake_kind::broken_string:
        return mend_string(at);
      case mistake_kind::inner_quotes:
        return mend_inner_quotes(at);
      default:
        return false;
    }
  }

  [[nodiscard]] bool follows_number(std::size_t at) const {
    return step_state_ == next::separator && at > 0 && is_digit(text_[at - 1]);
  }
  bool read_again_from(std::size_t value) {
    at_ = value;
    state_ = next::value;
    return true;
  }

  [[nodiscard]] bool precedes_comma(std::size_t at) const {
    const std::size_t next = text_.find_first_not_of(" \t\r\n", at);
    return next != std::string::npos && text_[next] == ',';
  }

  bool mend_missing_comma(std::size_t at) {
    skip_space();
    if (in_object() && !is_key()) {
      return false;
    }
    replace(at, 0, ",");
    return true;
  }

  bool mend_full_width(std::size_t at) {
    const std::string plain(plain_for(found_->found));
    if (plain == "\"") {
      return mend_quotes(at);
    }
    replace(at, found_->found.size(), plain == "," && precedes_comma(at + found_->found.size()) ? "" : plain);
    return plain != "." || (follows_number(at) && read_again_from(number_));
  }

  // A quote of another kind, and the one that closes it in the same line.
  bool mend_quotes(std::size_t at) {
    if (at == closing_) {
      replace(at, found_->found.size(), "\"");
      return step_state_ != next::separator || read_again_from(string_);
    }
    // Where a value or a key begins, else it closes what was opened by another.
    const std::size_t before = at == 0 ? std::string::npos : text_.find_last_not_of(" \t\r\n", at - 1);
    if (before == std::string::npos || std::string_view(",:{[").find(text_[before]) == std::string_view::npos) {
      return false;
    }
    constexpr std::array<std::string_view, 3> single{"'", "‘", "’"};
    const auto is_single = [&](std::string_view quote) { return std::ranges::find(single, quote) != single.end(); };
    const auto is_quote = [&](std::string_view quote) {
      return quote == "\"" || quote == "'" || plain_for(quote) == "\"";
    };
    std::vector<std::size_t> escapes;  // of full-width quotes, which need none
    for (std::size_t end = at + found_->found.size(); end < text_.size() && text_[end] != '\n';) {
      const std::string quote(character_at(end));
      if (quote == "\\" && end + 1 < text_.size()) {
        const std::string_view escaped = character_at(end + 1);
        if (escaped.size() > 1 && is_quote(escaped)) {
          escapes.push_back(end);
        }
        end += escaped.size();
      } else if (is_single(found_->found) && quote == "\"") {
        return false;
      } else if (is_quote(quote) && is_single(quote) == is_single(found_->found) &&
                 may_follow_value(end + quote.size())) {
        replace(end, quote.size(), "\"");
        for (; !escapes.empty(); escapes.pop_back()) {
          replace(escapes.back(), 1, "");
        }
        replace(at, found_->found.size(), "\"");
        return true;
      }
      end += quote.size();
    }
    return false;
  }

  [[nodiscard]] bool may_follow_value(std::size_t at) const {
    const std::size_t next = std::min(text_.find_first_not_of(" \t\r", at), text_.size());
    constexpr std::string_view signs = ",:}]\n";
    return next == text_.size() || signs.find(text_[next]) != std::string_view::npos ||
           (!plain_for(character_at(next)).empty() &&
            signs.find(plain_for(character_at(next))) != std::string_view::npos);
  }

  bool mend_comment(std::size_t at) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kinds{
        {{"/*", "*/"}, {"<!--", "-->"}, {"//", "\n"}, {"#", "\n"}}};
    for (const auto& [opened, closed] : kinds) {
      if (from(at).starts_with(opened)) {
        const bool is_line = closed == "\n";
        const std::size_t end = text_.find(closed, at + opened.size());
        if (end == std::string::npos && !is_line) {
          return false;
        }
        replace(at, end == std::string::npos ? text_.size() - at : end + (is_line ? 0 : closed.size()) - at, "");
        return true;
      }
    }
    return false;
  }

  // A line end within quotes: they ought to have been closed before it, if what follows may stand there.
  bool mend_string(std::size_t at) {
    if (!at_value_) {
      return false;
    }
    if (text_[at] == '\n' || text_[at] == '\r') {
      const std::size_t next = std::min(text_.find_first_not_of(" \t\r\n", at), text_.size());
      if (next == text_.size() || std::string_view("\"}]").find(text_[next]) != std::string_view::npos) {
        std::size_t end = text_.find_last_not_of(" \t\r\n", at - 1) + 1;
        end -= text_[end - 1] == ',' ? 1U : 0U;
        replace(end, 0, "\"");
        return end > string_;
      }
    }
    text_[at] = ' ';
    return true;
  }

  // The next quote that may close a text does so; those before it are of the text.
  bool mend_inner_quotes(std::size_t at) {
    const std::size_t ended = text_.rfind('"', at - 1);
    const std::size_t end = std::min(text_.find_first_of(",}]\"\n", at), text_.size());
    if (end == text_.size() || (text_[end] != '"' && may_follow_text(end))) {
      replace(text_.find_last_not_of(" \t\r", end - 1) + 1, 0, "\"");  // "a" b, as "a b",
      replace(ended, 1, "");
      return read_again_from(string_);
    }
    std::vector<std::size_t> inner{ended};
    for (std::size_t quote = text_.find_first_of("\"\n", at); quote < text_.size() && text_[quote] == '"';
         quote = text_.find_first_of("\"\n", quote + 1)) {
      if (may_follow_text(quote + 1)) {
        for (; !inner.empty(); inner.pop_back()) {
          replace(inner.back(), 0, "\\");
        }
        return read_again_from(string_);
      }
      if (text_[quote - 1] != '\\') {
        inner.push_back(quote);
      }
    }
    return false;
  }

  // Whether what stands here comes after a text, and after quotes within one hardly.
  [[nodiscard]] bool may_follow_text(std::size_t at) const {
    const auto next_from = [&](std::size_t from) {
      return std::min(text_.find_first_not_of(" \t\r", from), text_.size());
    };
    const std::size_t next = next_from(at);
    if (next == text_.size() || std::string_view("}]\n:").find(text_[next]) != std::string_view::npos) {
      return true;
    }
    const std::string_view comma = character_at(next);
    const std::size_t behind = next_from(next + comma.size());
    if (comma == "," && (behind == text_.size() || text_[behind] == '\n')) {
      return true;
    }
    return (comma == "," || comma == "，") && behind < text_.size() &&
           (plain_for(character_at(behind)) == "\"" ||
            std::string_view("\"'{[0123456789").find(text_[behind]) != std::string_view::npos);
  }

  // Slips of the keyboard are told once for the whole text.
  void note(const mistake& now) {
    const auto is_same = [&](const mistake& each) {
      switch (now.kind) {
        case mistake_kind::full_width:
        case mistake_kind::unseen:
        case mistake_kind::single_quotes:
          return each.kind == now.kind && each.found == now.found;
        case mistake_kind::comment:
          return each.kind == now.kind;
        case mistake_kind::wrong_escape:
        case mistake_kind::broken_string:
          return each.kind == now.kind && each.where == now.where && !now.where.empty();
        default:
          return false;
      }
    };
    const auto earlier = std::ranges::find_if(into_->mistakes, is_same);
    if (now.passed_over && earlier != into_->mistakes.end()) {
      ++earlier->count;
      if (now.where != earlier->where) {
        earlier->where.clear();
      }
    } else {
      into_->mistakes.push_back(now);
    }
  }

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
  std::size_t mends_ = 0;
  bool at_value_ = false;
  std::size_t comma_ = 0;                    // the last comma between members or elements
  std::size_t number_ = 0;                   // where the last number begins
  std::size_t string_ = 0;                   // where the last string begins
  std::size_t closing_ = std::string::npos;  // a full-width quote in it that ought to have ended it
  std::optional<mistake> found_;
};

}  // namespace

std::size_t mended::original_offset(std::size_t offset) const {
  std::for_each(edits.rbegin(), edits.rend(), [&](const edit& each) {
    offset = offset >= each.at + each.now ? offset + each.was - each.now : std::min(offset, each.at);
  });
  return offset;
}

std::optional<mistake> find_mistake(std::string_view text) {
  mended read{std::string(text)};
  scanner(text, read).run(false);
  return read.mistakes.empty() ? std::nullopt : std::optional(read.mistakes.front());
}

mended mend(std::string_view text) {
  mended read{std::string(text)};
  scanner(text, read).run(true);
  return read;
}

}  // namespace tbsc94::json
