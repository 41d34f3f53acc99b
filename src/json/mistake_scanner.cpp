#include "json/mistake_scanner.hpp"

#include "json/meant_value.hpp"
#include "json/path.hpp"
#include "tbsc94/decimal.hpp"

namespace tbsc94::json {

namespace {

constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$'; }
constexpr bool is_beyond_ascii(char c) { return static_cast<unsigned char>(c) >= 0x80; }

bool is_full_width_digit(std::string_view character) { return character >= "０" && character <= "９"; }

}  // namespace

void mistake_scanner::report_open(mistake_kind kind, std::size_t opened) {
  report(kind);
  found_->opened = text_.substr(opened, 1);
  const auto line_of = [&](std::size_t at) {
    return std::count(original_.begin(), original_.begin() + static_cast<std::ptrdiff_t>(into_->original_offset(at)),
                      '\n') +
           1;
  };
  found_->opened_in = line_of(opened) == line_of(at_) ? 0 : static_cast<std::size_t>(line_of(opened));
}

std::string mistake_scanner::where() const {
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

mistake_kind mistake_scanner::other_mistake() const {
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

std::string_view mistake_scanner::word() const {
  std::size_t end = at_;
  while (end < text_.size() && (is_letter(text_[end]) || is_digit(text_[end]) || is_beyond_ascii(text_[end])) &&
         !ends_word(end)) {
    ++end;
  }
  return from(at_).substr(0, end - at_);
}

std::string_view mistake_scanner::words() const {
  std::size_t end = at_ + word().size();
  for (std::size_t next = end; next < text_.size() && !ends_word(next) && !from(next).starts_with("//") &&
                               !from(next).starts_with("/*") &&
                               std::string_view(",:;]}\"{[#\r\n\t").find(text_[next]) == std::string_view::npos;) {
    next += character_at(next).size();
    end = text_[next - 1] == ' ' ? end : next;
  }
  return from(at_).substr(0, end - at_);
}

std::string_view mistake_scanner::bare_key() const {
  std::size_t end = at_;
  while (end < text_.size() && !is_space(text_[end]) && !ends_word(end) &&
         std::string_view(":,]}\"{[").find(text_[end]) == std::string_view::npos) {
    ++end;
  }
  return from(at_).substr(0, end - at_);
}

void mistake_scanner::close() {
  if (here() != (in_object() ? '}' : ']')) {
    report_open(mistake_kind::wrong_bracket, open_.back().at);
    return;
  }
  ++at_;
  open_.pop_back();
  state_ = next::separator;
}

void mistake_scanner::step() {
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

void mistake_scanner::document() {
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

void mistake_scanner::tail() {
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

void mistake_scanner::separator() {
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

bool mistake_scanner::is_closed_otherwise() {
  for (closing_ = string_ + 1; closing_ < at_ && text_[closing_] != '"'; closing_ += character_at(closing_).size()) {
    const std::string_view quote = character_at(closing_);
    if (quote.size() > 1 && plain_for(quote) == "\"" && may_follow_text(closing_ + quote.size())) {
      return true;
    }
  }
  closing_ = std::string::npos;
  return false;
}

void mistake_scanner::element() {
  if (here() == ']' || here() == '}') {
    state_ == next::element ? report(mistake_kind::trailing_comma, comma_, ",") : close();
  } else if (is_key()) {
    state_ == next::first_element ? report(mistake_kind::no_object_in_array)
                                  : report_open(mistake_kind::never_closed, open_.back().at);
  } else {
    value();
  }
}

void mistake_scanner::member() {
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
    if (!at_end() && here() == ',' && text_.find_first_of("0123456789", at_) == text_.find_first_not_of(", \t", at_)) {
      report(mistake_kind::wrong_sign);
      return;
    }
    const bool follows = !at_end() && (here() == '"' || here() == '{' || here() == '[' || is_digit(here()));
    report(follows || (!at_end() && (here() == ',' || here() == '}')) ? mistake_kind::missing_colon : other_mistake());
    return;
  }
  ++at_;
  skip_space();
  value();
}

void mistake_scanner::not_a_key() {
  if (is_digit(here()) && comma_ > 0 && is_digit(text_[comma_ - 1]) && at_ == comma_ + 1) {
    const std::string_view written = from(number_).substr(0, at_ + word().size() - number_);
    report(written.find('.') == std::string_view::npos ? mistake_kind::decimal_comma : mistake_kind::wrong_number,
           number_, written);
  } else if (!word().empty()) {
    const std::string_view key = bare_key();
    report(from(at_ + key.size()).starts_with('"') ? mistake_kind::half_quoted : mistake_kind::key_without_quotes, at_,
           key);
  } else {
    report(other_mistake());
  }
}

void mistake_scanner::value() {
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

void mistake_scanner::number() {
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

void mistake_scanner::literal() {
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

void mistake_scanner::string() {
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

std::optional<unsigned> mistake_scanner::unit_at(std::size_t at) const {
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

void mistake_scanner::escape() {
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

bool mistake_scanner::may_follow_value(std::size_t at) const {
  const std::size_t next = std::min(text_.find_first_not_of(" \t\r", at), text_.size());
  constexpr std::string_view signs = ",:}]\n";
  return next == text_.size() || signs.find(text_[next]) != std::string_view::npos ||
         (!plain_for(character_at(next)).empty() &&
          signs.find(plain_for(character_at(next))) != std::string_view::npos);
}

bool mistake_scanner::may_follow_text(std::size_t at) const {
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

std::optional<mistake> find_mistake(std::string_view text) {
  mended read{std::string(text)};
  mistake_scanner scanner(text, read);
  return scanner.scan() ? std::nullopt : std::optional(scanner.found());
}

}  // namespace tbsc94::json
