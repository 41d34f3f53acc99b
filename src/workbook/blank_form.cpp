#include "workbook/blank_form.hpp"

#include <xlsxwriter.h>

#include <algorithm>
#include <span>
#include <vector>

#include "json/finding.hpp"
#include "reading/place_words.hpp"
#include "results/report_messages.hpp"
#include "results/scheme_words.hpp"
#include "text/format.hpp"
#include "text/terminal_text.hpp"
#include "workbook/book.hpp"
#include "workbook/form_marks.hpp"
#include "workbook/workbook_messages.hpp"

namespace tbsc94::workbook {

namespace {

const look form_title{.size = 16, .bold = true, .aligned = look::align::center};
const look label{.bold = true, .aligned = look::align::right};
const look hint{.size = 9, .grey = true};
const look number_input{
    .size = 11, .border = true, .locked = false, .filled = look::fill::input, .aligned = look::align::center};
const look text_input{.border = true, .locked = false, .filled = look::fill::input, .number = "@"};
const look date_input{.border = true, .locked = false, .filled = look::fill::input, .number = "yyyy-mm-dd"};

// A message of a validation: what is asked while a cell is chosen, and said when something else is typed.
struct prompt {
  std::string title;
  std::string text;
};

class form_writer {
 public:
  form_writer(book& book, const scheme& scheme, std::size_t ratings, language lang)
      : book_(book), scheme_(scheme), ratings_(ratings), lang_(lang) {}

  void write() {
    book_.describe(say(message::form_title), scheme_.effective);
    cover();
    for (std::size_t r = 1; r <= ratings_; ++r) {
      rating(message::form_rating(lang_, r));
    }
    if (scheme_.maturity) {
      management();
    }
    notes();
  }

 private:
  // A sheet of items: which columns hold what.
  enum column : std::uint16_t { marks_at, id, name, due, criterion, value, remark };
  enum cover_column : std::uint16_t { key_at = 1, value_at = 2 };

  [[nodiscard]] std::string say(const phrase<>& words) const { return std::string(words.in(lang_)); }
  lxw_worksheet* add_sheet(const std::string& name, std::string_view kind);
  void mark_column(std::uint16_t column, std::string_view what) { book_.text(sheet_, 0, column, what, mark_look); }
  void mark_row(std::uint32_t row, std::string_view what) { book_.text(sheet_, row, marks_at, what, mark_look); }
  void height(std::uint32_t row, std::size_t lines) const {
    constexpr double line = 14;
    worksheet_set_row(sheet_, row, line * static_cast<double>(std::max(lines, std::size_t{1})) + 5, nullptr);
  }
  static std::size_t lines_of(std::string_view text, std::size_t width) { return wrap(text, width).size(); }

  void cover();
  void cover_field(std::string_view key, const look& look, std::string_view content = {});
  void cover_section(const phrase<>& heading, const phrase<>& explained);
  void cover_pair(std::string_view mark, std::string_view key, const look& key_look);
  void choice(std::span<const phrase<>> words);
  void day();
  void progress_of_sheets();
  void rating(const std::string& name);
  void management();
  void notes();
  void name_columns(const phrase<>& items, const phrase<>& criteria, const phrase<>& values);
  void items(const item_table& table);
  void item_row(const item& item);
  void progress(std::uint32_t row, std::uint32_t first, std::size_t of);
  void check_numbers(std::uint32_t first, std::uint32_t last, bool are_levels);
  void show_missing(std::uint32_t first, std::uint32_t last, std::uint16_t column);
  void item_columns();

  book& book_;
  const scheme& scheme_;
  std::size_t ratings_;
  language lang_;
  lxw_worksheet* sheet_ = nullptr;
  std::uint32_t row_ = 0;
};

lxw_worksheet* form_writer::add_sheet(const std::string& name, std::string_view kind) {
  sheet_ = book_.add_sheet(name, say(message::form_footer));
  lxw_row_col_options hidden{};
  hidden.hidden = 1;
  worksheet_set_row_opt(sheet_, 0, LXW_DEF_ROW_HEIGHT, nullptr, &hidden);
  worksheet_set_column_opt(sheet_, marks_at, marks_at, 4, nullptr, &hidden);
  if (!kind.empty()) {
    book_.text(sheet_, 0, marks_at, std::string(marks::form).append(kind), mark_look);
  }
  lxw_protection protection{};
  protection.format_columns = 1;
  protection.format_rows = 1;
  worksheet_protect(sheet_, nullptr, &protection);
  worksheet_gridlines(sheet_, LXW_HIDE_ALL_GRIDLINES);
  row_ = 1;
  return sheet_;
}

// What is missing stands out until something is there.
void form_writer::show_missing(std::uint32_t first, std::uint32_t last, std::uint16_t column) {
  lxw_conditional_format missing{};
  missing.type = LXW_CONDITIONAL_TYPE_BLANKS;
  missing.format = book_.format({.filled = look::fill::missing});
  worksheet_conditional_format_range(sheet_, first, column, last, column, &missing);
}

void form_writer::cover_field(std::string_view key, const look& look, std::string_view content) {
  const auto named = std::ranges::find(message::member_names, key, [](const auto& each) { return each.first; });
  mark_row(row_, key);
  book_.text(sheet_, row_, key_at, named->second.in(lang_), label);
  if (look.locked) {
    book_.text(sheet_, row_, value_at, content, look);
  } else {
    book_.blank(sheet_, row_, value_at, look);
    show_missing(row_, row_, value_at);
  }
  height(row_++, 1);
}

void form_writer::cover_section(const phrase<>& heading, const phrase<>& explained) {
  height(row_++, 0);
  book_.text(sheet_, row_, key_at, heading.in(lang_), label);
  book_.text(sheet_, row_, value_at, explained.in(lang_), hint);
  height(row_++, lines_of(explained.in(lang_), 76));
}

void form_writer::cover_pair(std::string_view mark, std::string_view key, const look& key_look) {
  mark_row(row_, mark);
  if (key.empty()) {
    book_.blank(sheet_, row_, key_at, key_look);
  } else {
    book_.text(sheet_, row_, key_at, key, key_look);
  }
  book_.blank(sheet_, row_, value_at, text_input);
  height(row_++, 1);
}

void form_writer::choice(std::span<const phrase<>> words) {
  std::vector<std::string> texts;
  std::vector<char*> list;
  texts.reserve(words.size());
  list.reserve(words.size() + 1);
  for (const phrase<>& each : words) {
    texts.push_back(say(each));
  }
  for (std::string& each : texts) {
    list.push_back(each.data());
  }
  list.push_back(nullptr);
  std::string error_title = say(message::form_not_allowed);
  std::string error = say(message::form_choose);
  lxw_data_validation check{};
  check.validate = LXW_VALIDATION_TYPE_LIST;
  check.value_list = list.data();
  check.error_title = error_title.data();
  check.error_message = error.data();
  worksheet_data_validation_cell(sheet_, row_ - 1, value_at, &check);
}

void form_writer::day() {
  std::string error_title = say(message::form_not_allowed);
  std::string error = say(message::form_day);
  lxw_data_validation check{};
  check.validate = LXW_VALIDATION_TYPE_DATE;
  check.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
  check.minimum_datetime = {.year = 2000, .month = 1, .day = 1, .hour = 0, .min = 0, .sec = 0};
  check.maximum_datetime = {.year = 2199, .month = 12, .day = 31, .hour = 0, .min = 0, .sec = 0};
  check.input_title = error_title.data();
  check.input_message = error.data();
  std::string asked_title = say(message::member_names[4].second);
  check.input_title = asked_title.data();
  check.error_title = error_title.data();
  check.error_message = error.data();
  worksheet_data_validation_cell(sheet_, row_ - 1, value_at, &check);
}

void form_writer::cover() {
  add_sheet(say(message::form_cover), scheme_.maturity ? marks::cover_and_management : marks::cover);
  worksheet_set_column(sheet_, key_at, key_at, 26, nullptr);
  worksheet_set_column(sheet_, value_at, value_at, 78, nullptr);
  mark_column(key_at, marks::key);
  mark_column(value_at, marks::value);
  book_.merged(sheet_, row_, key_at, value_at, say(message::form_title), form_title);
  worksheet_set_row(sheet_, row_++, 34, nullptr);
  book_.merged(sheet_, row_, key_at, value_at, in(lang_, scheme_.title), {.size = 11, .aligned = look::align::center});
  height(row_++, 1);
  book_.merged(sheet_, row_, key_at, value_at, say(message::form_no_score), hint);
  height(row_++, lines_of(message::form_no_score.in(lang_), 100));
  height(row_++, 0);

  cover_field("scheme", boxed, scheme_.id);
  cover_field("edition", boxed, scheme_.edition);
  cover_field("organization", text_input);
  cover_field("id", text_input);
  cover_field("date", date_input);
  day();
  cover_field("conformity", text_input);
  choice(std::array{message::conforming, message::nonconforming});
  cover_field("qms_audit", text_input);
  choice(std::array{message::qms_full, message::qms_partly_waived});

  cover_section(message::details_section, message::form_details);
  for (const phrase<>& each : message::usual_details) {
    cover_pair(marks::detail, each.in(lang_), text_input);
  }
  for (int more = 0; more < 3; ++more) {
    cover_pair(marks::detail, {}, text_input);
  }
  cover_section(message::form_clauses, message::form_clauses_how);
  for (int n = 0; n < 5; ++n) {
    cover_pair(marks::clause, {}, text_input);
  }
  cover_section(message::form_not_applicable, message::form_not_applicable_how);
  for (int n = 0; n < 3; ++n) {
    cover_pair(marks::not_applicable, {}, text_input);
  }
  progress_of_sheets();
}

// How much of each sheet is filled in.
void form_writer::progress_of_sheets() {
  constexpr std::size_t most = 30;
  cover_section(message::form_progress, message::form_progress_how);
  const auto add = [&](const std::string& sheet, std::size_t of) {
    book_.text(sheet_, row_, key_at, sheet, {.aligned = look::align::right});
    const std::string result =
        formatted("{}0{}{}", message::form_filled_before.in(lang_), message::form_filled_of.in(lang_), of);
    const look shown{.bold = true};
    worksheet_write_formula_str(sheet_, row_, value_at, formatted("='{}'!B4", sheet).c_str(), book_.format(shown),
                                result.c_str());
    height(row_++, 1);
  };
  for (std::size_t r = 1; r <= std::min(ratings_, most); ++r) {
    add(message::form_rating(lang_, r), scheme_.service.items.size());
  }
  if (scheme_.maturity) {
    add(say(message::form_management), scheme_.maturity->table.items.size());
  }
}

void form_writer::item_columns() {
  worksheet_set_column(sheet_, id, id, 6, nullptr);
  worksheet_set_column(sheet_, name, name, 19, nullptr);
  worksheet_set_column(sheet_, due, due, 7, nullptr);
  worksheet_set_column(sheet_, criterion, criterion, 52, nullptr);
  worksheet_set_column(sheet_, value, value, 12, nullptr);
  worksheet_set_column(sheet_, remark, remark, 26, nullptr);
  mark_column(value, marks::value);
  mark_column(remark, marks::remark);
}

void form_writer::name_columns(const phrase<>& items, const phrase<>& criteria, const phrase<>& values) {
  std::uint16_t column = id;
  for (const phrase<>* const each :
       {&message::form_number, &items, &message::points_due, &criteria, &values, &message::form_remark}) {
    book_.text(sheet_, row_, column++, each->in(lang_), head);
  }
  height(row_++, lines_of(items.in(lang_), 17));
  worksheet_repeat_rows(sheet_, 0, row_ - 1);
  worksheet_freeze_panes(sheet_, row_, 0);
}

// "12 / 19": the number of cells that hold something, counted by the spreadsheet.
void form_writer::progress(std::uint32_t row, std::uint32_t first, std::size_t of) {
  const look shown{.bold = true, .wrap = false};
  const std::string empty =
      formatted("{}0{}{}", message::form_filled_before.in(lang_), message::form_filled_of.in(lang_), of);
  const std::string formula = formatted("=\"{}\"&COUNTA({})&\"{}{}\"", message::form_filled_before.in(lang_),
                                        formatted("F{}:F{}", first + 1, row_), message::form_filled_of.in(lang_), of);
  worksheet_write_formula_str(sheet_, row, id, formula.c_str(), book_.format(shown), empty.c_str());
  worksheet_ignore_errors(sheet_, LXW_IGNORE_NUMBER_STORED_AS_TEXT, formatted("A1:G{}", row_).c_str());
}

void form_writer::rating(const std::string& name) {
  add_sheet(name, marks::rating);
  item_columns();
  book_.merged(sheet_, row_, id, remark, message::form_service_title(lang_, clause_text(scheme_.service.clause, lang_)),
               form_title);
  worksheet_set_row(sheet_, row_++, 28, nullptr);
  for (const std::string_view key : {"assessor", "occasion"}) {
    const auto named = std::ranges::find(message::member_names, key, [](const auto& each) { return each.first; });
    mark_row(row_, key);
    book_.text(sheet_, row_, criterion, named->second.in(lang_), label);
    book_.merged(sheet_, row_, value, remark, "", text_input);
    if (key == "assessor") {
      show_missing(row_, row_, value);
    }
    height(row_++, 1);
  }
  const std::uint32_t progress_row = row_ - 1;
  name_columns(message::item, message::form_criterion, message::form_alpha);
  const std::uint32_t first = row_;
  items(scheme_.service);
  check_numbers(first, row_ - 1, false);
  progress(progress_row, first, scheme_.service.items.size());
  ++row_;
  std::string bands;
  for (std::size_t i = 0; i < scheme_.likert.size(); ++i) {
    add_joined(bands, "　", formatted("{} {}", interval_of(scheme_, i), in(lang_, scheme_.likert[i].name)));
  }
  book_.merged(sheet_, row_, id, remark, message::form_bands(lang_, bands), hint);
  height(row_, lines_of(bands, 110) + 1);
  row_ += 2;
  book_.merged(sheet_, row_, id, remark, message::form_signature.in(lang_), plain);
  height(row_, 1);
}

void form_writer::management() {
  const maturity_part& maturity = *scheme_.maturity;
  add_sheet(say(message::form_management), marks::management);
  item_columns();
  book_.merged(sheet_, row_, id, remark,
               message::form_management_title(lang_, clause_text(maturity.table.clause, lang_)), form_title);
  worksheet_set_row(sheet_, row_++, 28, nullptr);
  row_ += 1;
  const std::uint32_t progress_row = row_++;
  for (const level_description& level : maturity.levels) {
    const std::string words = formatted("{} {}", in(lang_, level.name), in(lang_, level.description));
    book_.merged(sheet_, row_, id, remark, words, hint);
    height(row_++, lines_of(words, 118));
  }
  name_columns(message::chapter, message::form_requirement, message::form_level);
  const std::uint32_t first = row_;
  items(maturity.table);
  check_numbers(first, row_ - 1, true);
  progress(progress_row, first, maturity.table.items.size());
  ++row_;
  book_.merged(sheet_, row_, id, remark, message::form_signature.in(lang_), plain);
  height(row_, 1);
}

void form_writer::items(const item_table& table) {
  for (const item_group& group : table.groups) {
    std::uint64_t points = 0;
    for (std::size_t i = group.first; i < group.first + group.count; ++i) {
      points += table.items[i].points_due.digits();
    }
    const std::string sum = decimal(points, table.places).trimmed().to_string();
    book_.merged(sheet_, row_, id, remark, message::form_group(lang_, group.id, in(lang_, group.name), sum), group_row);
    height(row_++, 1);
    for (std::size_t i = group.first; i < group.first + group.count; ++i) {
      item_row(table.items[i]);
    }
  }
}

void form_writer::item_row(const item& item) {
  mark_row(row_, std::string(marks::item) + item.id);
  book_.text(sheet_, row_, id, item.id, boxed_center);
  book_.text(sheet_, row_, name, in(lang_, item.name), boxed);
  book_.text(sheet_, row_, due, item.points_due.trimmed().to_string(), boxed_center);
  book_.text(sheet_, row_, criterion, in(lang_, item.criterion), boxed);
  book_.blank(sheet_, row_, value, number_input);
  book_.blank(sheet_, row_, remark, text_input);
  show_missing(row_, row_, value);
  height(row_++, std::max(lines_of(in(lang_, item.criterion), 49), lines_of(in(lang_, item.name), 17)));
}

// The range is checked while a number is typed.
void form_writer::check_numbers(std::uint32_t first, std::uint32_t last, bool are_levels) {
  std::string asked_title = say(are_levels ? message::form_level : message::form_alpha);
  std::string asked = say(are_levels ? message::form_ask_level : message::form_ask_alpha);
  std::string error_title = say(message::form_not_allowed);
  std::vector<std::string> levels;
  std::vector<char*> list;
  lxw_data_validation check{};
  if (are_levels) {
    for (unsigned level = maturity_level::lowest; level <= maturity_level::highest; ++level) {
      levels.push_back(std::to_string(level));
    }
    for (std::string& each : levels) {
      list.push_back(each.data());
    }
    list.push_back(nullptr);
    check.validate = LXW_VALIDATION_TYPE_LIST;
    check.value_list = list.data();
  } else {
    check.validate = LXW_VALIDATION_TYPE_DECIMAL;
    check.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
    check.minimum_number = 0;
    check.maximum_number = 1;
  }
  check.input_title = asked_title.data();
  check.input_message = asked.data();
  check.error_title = error_title.data();
  check.error_message = asked.data();
  worksheet_data_validation_range(sheet_, first, value, last, value, &check);
}

void form_writer::notes() {
  add_sheet(say(message::form_notes), {});
  worksheet_set_column(sheet_, 1, 1, 4, nullptr);
  worksheet_set_column(sheet_, 2, 2, 96, nullptr);
  book_.merged(sheet_, row_, 1, 2, say(message::form_notes), form_title);
  worksheet_set_row(sheet_, row_++, 30, nullptr);
  std::size_t number = 0;
  for (const phrase<>& each : message::form_notes_text) {
    book_.text(sheet_, row_, 1, std::to_string(++number), {.aligned = look::align::center});
    book_.text(sheet_, row_, 2, each.in(lang_), plain);
    height(row_++, lines_of(each.in(lang_), 92));
  }
}

}  // namespace

std::optional<std::string> blank_form(const scheme& scheme, std::size_t ratings, language lang) {
  return made_workbook([&](book& book) { form_writer(book, scheme, ratings, lang).write(); });
}

}  // namespace tbsc94::workbook
