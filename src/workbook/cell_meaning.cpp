#include "workbook/cell_meaning.hpp"

#include <algorithm>
#include <optional>

#include "json/json_writer.hpp"
#include "results/report_messages.hpp"
#include "text/terminal_text.hpp"
#include "workbook/cell_value.hpp"
#include "workbook/workbook_messages.hpp"

namespace tbsc94::workbook {

std::string in_quotes(std::string_view text) {
  std::string json;
  json_writer(json).string(text);
  return json;
}

std::string_view number_wanted(bool is_level, language lang) {
  return (is_level ? message::a_level : message::an_alpha).in(lang);
}

cell_meaning cell_reader::number(const cell& cell, bool is_level) const {
  const std::string_view wanted = number_wanted(is_level, lang_);
  if (cell.kind == cell_kind::date || cell.kind == cell_kind::iso_day) {
    return cell_fault{code::wrong_type, message::cell_date(lang_, wanted)};
  }
  auto number = cell.kind == cell_kind::number    ? typed_digits(cell.text)
                : cell.kind == cell_kind::boolean ? std::nullopt
                : is_level                        ? level_in_text(cell.text)
                                                  : number_in_text(cell.text);
  if (number) {
    return *std::move(number);
  }
  const std::string_view shown = cell.kind != cell_kind::boolean ? cell.text : cell.text == "0" ? "FALSE" : "TRUE";
  constexpr std::array<std::string_view, 6> not_applicable{"/", "／", "-", "—", "不适用", "N/A"};
  const bool is_told = !is_level && std::ranges::find(not_applicable, shown) != not_applicable.end();
  return cell_fault{code::wrong_type, message::cell_no_number(lang_, shown, wanted) +
                                          std::string(is_told ? message::cell_not_applicable.in(lang_) : "")};
}

cell_meaning cell_reader::text(const cell& cell) const {
  constexpr std::size_t kept = 15;
  if (cell.kind == cell_kind::date) {
    return in_quotes(day_of(cell.text, counts_from_1904_).value_or(std::string(cell.text)));
  }
  if (cell.kind == cell_kind::boolean) {
    return in_quotes(cell.text == "0" ? "FALSE" : "TRUE");
  }
  if (cell.kind != cell_kind::number) {
    return in_quotes(cell.kind == cell_kind::iso_day ? cell.text.substr(0, cell.text.find('T')) : cell.text);
  }
  const auto digits = typed_digits(cell.text);
  if (digits && digits->find('.') == std::string::npos && digits->size() > kept) {
    return cell_fault{code::wrong_type, message::cell_too_long_number(lang_, *digits)};
  }
  return in_quotes(digits.value_or(std::string(cell.text)));
}

cell_meaning cell_reader::day(const cell& cell) const {
  if (cell.kind == cell_kind::iso_day) {
    return in_quotes(cell.text.substr(0, cell.text.find('T')));
  }
  if (cell.kind == cell_kind::text) {
    return in_quotes(day_in_text(cell.text));
  }
  const auto day = cell.kind == cell_kind::boolean ? std::nullopt : day_of(cell.text, counts_from_1904_);
  if (!day) {
    return cell_fault{code::invalid_date, message::cell_no_day(lang_, cell.text)};
  }
  return in_quotes(*day);
}

cell_meaning cell_reader::choice(const cell& cell, const choices& from) const {
  const std::string_view word = without_leading_blanks(cell.text).substr(0, cell.text.find_last_not_of(" \n") + 1);
  std::string allowed;
  for (const auto& [meant, words] : from) {
    if (word == meant || word == words.in(language::zh) || word == words.in(language::en)) {
      return in_quotes(meant);
    }
    allowed += (allowed.empty() ? "" : message::remarks_separator.in(lang_));
    allowed += words.in(lang_);
  }
  return cell_fault{code::unknown_value, message::cell_word(lang_, cell.text, allowed)};
}

}  // namespace tbsc94::workbook
