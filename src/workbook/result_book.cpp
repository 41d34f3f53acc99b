#include "workbook/result_book.hpp"

#include <xlsxwriter.h>

#include <algorithm>
#include <cstdlib>

#include "results/cell_row.hpp"
#include "results/explanation.hpp"
#include "results/item_results.hpp"
#include "results/report_lines.hpp"
#include "results/report_messages.hpp"
#include "text/format.hpp"
#include "text/terminal_text.hpp"
#include "workbook/form_marks.hpp"
#include "workbook/form_reader.hpp"
#include "workbook/workbook_messages.hpp"

namespace tbsc94::workbook {

namespace {

const look result_title{.size = 14, .bold = true};
const look section{.size = 11, .bold = true, .filled = look::fill::head};
const look group_center{.bold = true, .border = true, .filled = look::fill::group, .aligned = look::align::center};
const look field{.wrap = false, .number = "@"};
const look number_field{.wrap = false, .aligned = look::align::right};

const look day_field{.wrap = false, .number = "yyyy-mm-dd"};

// The number stays one to sort by; its mark (GB/T 8170) is part of how it is shown.
look score_field(char mark) {
  look score = number_field;
  score.number = mark == '-' || mark == '+' ? formatted("0.00\"({})\"", mark) : "0.00";
  return score;
}

double column_width(const std::string& key) {
  constexpr double narrow = 10;
  constexpr double usual = 16;
  constexpr double wide = 30;
  return key == "source" || key == "organization" || key == "depends_on" || key == "item"             ? wide
         : key.starts_with("points_") || key.starts_with("level_") || key == "grade" || key == "mark" ? narrow
                                                                                                      : usual;
}

// Marks the first sheet, in a hidden row, as a result: it is no form.
void mark_result(book& book, lxw_worksheet* sheet, std::uint32_t row) {
  lxw_row_col_options hidden{};
  hidden.hidden = 1;
  worksheet_set_row_opt(sheet, row, LXW_DEF_ROW_HEIGHT, nullptr, &hidden);
  book.text(sheet, row, 0, marks::result, mark_look);
}

// The report of one, sheet by sheet.
class report_writer {
 public:
  report_writer(book& book, const worked_out& all, language lang)
      : book_(book),
        all_(all),
        scheme_(all.outcome.scheme_used()),
        assessment_(all.outcome.record.assessment),
        grading_(*all.outcome.grading),
        lang_(lang),
        lines_(all, lang, harmless),
        derivation_(all.derivation) {}

  void write() {
    book_.describe(lines_.verdict(), scheme_.effective);
    verdict();
    service();
    if (scheme_.maturity) {
      management();
    }
    derivation();
  }

 private:
  void begin(const std::string& name, std::initializer_list<double> widths) {
    sheet_ = book_.add_sheet(name, std::string(message::form_footer.in(lang_)));
    row_ = 0;
    mark_result(book_, sheet_, row_++);
    worksheet_gridlines(sheet_, LXW_HIDE_ALL_GRIDLINES);
    std::uint16_t column = 0;
    for (const double width : widths) {
      worksheet_set_column(sheet_, column, column, width, nullptr);
      ++column;
    }
  }
  void height(std::size_t lines) const {
    worksheet_set_row(sheet_, row_, 14 * static_cast<double>(lines) + 5, nullptr);
  }
  void line(std::string_view text, const look& look = plain) {
    height(std::max(wrap(text, verdict_width).size(), std::size_t{1}) + (look.size > 12 ? 1 : 0));
    book_.text(sheet_, row_++, 0, text, look);
  }
  void lines(const phrase<>& heading, const std::vector<std::string>& all) {
    if (!all.empty()) {
      ++row_;
      line(heading.in(lang_), section);
    }
    std::ranges::for_each(all, [&](const std::string& each) { line(each); });
  }
  static std::vector<std::string> texts_of(const std::vector<report_line>& lines) {
    std::vector<std::string> texts;
    texts.reserve(lines.size());
    for (const report_line& each : lines) {
      texts.push_back(std::string(4 * each.depth, ' ') + each.text);
    }
    return texts;
  }
  void heads(const std::vector<std::string>& names) {
    std::uint16_t column = 0;
    for (const std::string& each : names) {
      book_.text(sheet_, row_, column++, each, head);
    }
    ++row_;
    worksheet_repeat_rows(sheet_, 0, row_ - 1);
    worksheet_freeze_panes(sheet_, row_, 2);
  }
  void cells(const std::vector<std::string>& texts, const look& first, const look& others) {
    for (std::size_t i = 0; i < texts.size(); ++i) {
      book_.text(sheet_, row_, static_cast<std::uint16_t>(i), texts[i], i < 2 ? first : others);
    }
    height(texts.size() < 2 ? 1 : wrap(texts[1], 26).size());
    ++row_;
  }

  void verdict();
  void service();
  void management();
  void derivation();

  static constexpr std::size_t verdict_width = 70;
  static constexpr std::size_t most_ratings = 12;  // side by side
  book& book_;
  const worked_out& all_;
  const scheme& scheme_;
  const assessment& assessment_;
  const grading& grading_;
  language lang_;
  report_lines lines_;
  const tbsc94::derivation& derivation_;
  lxw_worksheet* sheet_ = nullptr;
  std::uint32_t row_ = 0;
};

void report_writer::verdict() {
  begin(std::string(message::report_verdict.in(lang_)), {72});
  line(lines_.verdict(), result_title);
  std::ranges::for_each(lines_.premises(), [&](const std::string& each) { line(each, {.bold = true}); });
  line(lines_.who());
  line(formatted("{} {} · {}", scheme_.id, scheme_.edition, in(lang_, scheme_.title)));
  std::ranges::for_each(lines_.key_figures(), [&](const std::string& each) { line(each); });
  std::ranges::for_each(lines_.remarks_at_verdict(), [&](const std::string& each) { line(each); });
  lines(message::details_section, lines_.details());
  std::vector<std::string> requirements;
  for (const requirement& each : derivation_.requirements) {
    const auto met = [&](bool holds) { return (holds ? message::yes : message::no).in(lang_); };
    const grade_limit& limit = scheme_.grades.grades[each.grade];
    requirements.push_back(formatted("{}  {} ≥ {} {}", limit.grade, message::required_score.in(lang_),
                                     limit.from.trimmed().to_string(), met(each.score_met)));
    if (each.level) {
      requirements.back() += formatted("  {} ≥ {} {}", message::required_level.in(lang_),
                                       lines_.level_name(*each.level), met(each.level_met));
    }
  }
  requirements.push_back(message::labelled(lang_, message::conformity_row.in(lang_), lines_.review()));
  if (scheme_.maturity) {
    requirements.push_back(lines_.qms_audit());
  }
  lines(message::report_requirements, requirements);
  lines(message::next_section, texts_of(lines_.next()));
  lines(message::readings_section, texts_of(lines_.readings()));
  lines(message::remarks_section, lines_.remarks());
}

void report_writer::service() {
  begin(clause_text(scheme_.service.clause, lang_), {7, 28, 8});
  const std::size_t shown_ratings = std::min(assessment_.ratings.size(), most_ratings);
  std::vector<std::string> names{std::string(message::form_number.in(lang_)), std::string(message::item.in(lang_)),
                                 std::string(message::points_due.in(lang_))};
  for (std::size_t r = 0; r < shown_ratings; ++r) {
    const std::string& who = assessment_.ratings[r].assessor;
    names.push_back(formatted("α {}", who.empty() ? message::rating_number(lang_, r + 1) : harmless(who)));
  }
  names.emplace_back(message::points.in(lang_));
  names.emplace_back(message::percentage.in(lang_));
  heads(names);
  const auto add = [&](std::vector<std::string> row, const score_line& line, const std::string& points,
                       const std::string& percentage, const look& look) {
    row.push_back(points);
    row.push_back(line.applicable ? percentage : std::string(message::not_applicable.in(lang_)));
    cells(row, look, look.filled == look::fill::group ? group_center : boxed_center);
  };
  for (std::size_t g = 0; g < scheme_.service.groups.size(); ++g) {
    const item_group& group = scheme_.service.groups[g];
    const score_line& sum = derivation_.service.characteristics[g];
    std::vector<std::string> row{group.id, in(lang_, group.name), sum.points_due.to_string()};
    row.resize(3 + shown_ratings);
    add(row, sum, report_lines::shown(sum.points), report_lines::shown(sum.percentage), group_row);
    for (std::size_t i = group.first; i < group.first + group.count; ++i) {
      const item& item = scheme_.service.items[i];
      const score_line& line = derivation_.service.items[i];
      std::vector<std::string> cells{item.id, in(lang_, item.name), item.points_due.trimmed().to_string()};
      for (std::size_t r = 0; r < shown_ratings; ++r) {
        cells.push_back(assessment_.is_applicable(i) ? assessment_.alphas_of(r)[i].value().trimmed().to_string() : "-");
      }
      add(cells, line, report_lines::shown(line.points), report_lines::shown(line.percentage), boxed);
    }
  }
  const score_line& whole = derivation_.service.whole;
  std::vector<std::string> row{"", std::string(message::total.in(lang_)), whole.points_due.to_string()};
  for (std::size_t r = 0; r < shown_ratings; ++r) {
    row.push_back(lines_.score(derivation_.service.ratings[r]));
  }
  add(row, whole, lines_.whole_points(whole), grading_.shown.to_string(), group_row);
  if (const std::string why = lines_.why_no_sum(derivation_.service.characteristics, whole); !why.empty()) {
    book_.text(sheet_, row_++, 0, why, {.wrap = false});
  }
  if (shown_ratings < assessment_.ratings.size()) {
    book_.text(sheet_, row_++, 0, message::report_more_ratings(lang_, assessment_.ratings.size(), shown_ratings),
               {.wrap = false});
  }
}

void report_writer::management() {
  const item_table& table = scheme_.maturity->table;
  begin(clause_text(table.clause, lang_), {7, 40, 10, 10, 10});
  heads({std::string(message::form_number.in(lang_)), std::string(message::chapter.in(lang_)),
         std::string(message::points_due.in(lang_)), std::string(message::item_level.in(lang_)),
         std::string(message::points.in(lang_))});
  std::uint64_t due = 0;
  for (std::size_t g = 0; g < table.groups.size(); ++g) {
    const item_group& group = table.groups[g];
    cells({group.id, in(lang_, group.name), derivation_.chapters[g].points_due.to_string(), "",
           derivation_.chapters[g].points.to_string()},
          group_row, group_center);
    for (std::size_t i = group.first; i < group.first + group.count; ++i) {
      const maturity_level level = assessment_.levels[i];
      due += table.items[i].points_due.digits();
      cells({table.items[i].id, in(lang_, table.items[i].name), table.items[i].points_due.trimmed().to_string(),
             formatted("{}", level.number()), maturity_points(table.items[i].points_due, level).trimmed().to_string()},
            boxed, boxed_center);
    }
  }
  cells({"", std::string(message::total.in(lang_)), decimal(due, table.places).trimmed().to_string(),
         lines_.level_name(*grading_.level), grading_.total->to_string()},
        group_row, group_center);
}

void report_writer::derivation() {
  begin(std::string(message::explanation.in(lang_)), {16, 92});
  for (const explained_part& part : explain(all_)) {
    height(1);
    book_.merged(sheet_, row_++, 0, 1, heading_of(part.about, lang_), section);
    for (const explained_step& step : part.steps) {
      const std::string text = words_of(step, lang_);
      height(wrap(text, 88).size());
      book_.text(sheet_, row_, 0, clause_name(step.clause, lang_), plain);
      book_.text(sheet_, row_++, 1, text, plain);
    }
  }
}

}  // namespace

result_table::result_table(std::string_view columns, language lang, column_heads heads, bool items)
    : lang_(lang), heads_(heads), book_(true) {
  add_table(message::result_table, columns);
  if (items) {
    add_table(message::result_items, row_tables[0]);
    add_table(message::result_ratings, row_tables[1]);
  }
}

void result_table::add_table(const phrase<>& name, std::string_view columns) {
  table& table = tables_.emplace_back();
  table.name = name.in(lang_);
  while (!columns.empty()) {
    const std::size_t comma = std::min(columns.find(','), columns.size());
    table.keys.emplace_back(columns.substr(0, comma));
    columns.remove_prefix(std::min(comma + 1, columns.size()));
  }
  begin_sheet(table);
}

void result_table::begin_sheet(table& table) {
  const std::string number = ++table.sheets == 1 ? "" : formatted(" {}", table.sheets);
  table.sheet = book_.add_sheet(table.name + number, std::string(message::form_footer.in(lang_)));
  worksheet_set_landscape(table.sheet);
  worksheet_fit_to_pages(table.sheet, 0, 0);
  worksheet_repeat_columns(table.sheet, 0, 1);
  mark_result(book_, table.sheet, 0);
  std::uint16_t column = 0;
  for (const std::string& key : table.keys) {
    worksheet_set_column(table.sheet, column, column, column_width(key), nullptr);
    book_.text(table.sheet, 1, column, heads_ == column_heads::keys ? key : column_title(key, lang_), head);
    ++column;
  }
  worksheet_freeze_panes(table.sheet, 2, 2);
  worksheet_repeat_rows(table.sheet, 0, 1);
  table.row = 2;
  table.column = 0;
}

void result_table::end_sheet(table& table) {
  worksheet_autofilter(table.sheet, 1, 0, std::max(table.row, 2U) - 1, static_cast<lxw_col_t>(table.keys.size() - 1));
}

void result_table::add(std::string_view rows) {
  std::size_t current = 0;
  for_each_cell(rows, [&](char kind, std::string_view text) {
    if (kind == 'T') {
      current = static_cast<unsigned char>(text[0]);
      return;
    }
    add_cell(tables_[current], kind, text);
    current = kind == '.' ? 0 : current;
  });
}

void result_table::add_cell(table& table, char kind, std::string_view text) {
  constexpr std::uint32_t most_rows = 1'048'576;
  if (kind == '.') {
    table.column = 0;
    if (++table.row == most_rows) {
      end_sheet(table);
      begin_sheet(table);
    }
    return;
  }
  const std::uint16_t column = table.column++;
  if (kind == 't') {
    book_.text(table.sheet, table.row, column, harmless(text), field);
  } else if (kind == 'd') {
    book_.day(table.sheet, table.row, column, text, day_field);
  } else if (kind != 'e') {
    const double value = std::strtod(std::string(text).c_str(), nullptr);  // at most 15 digits
    book_.number(table.sheet, table.row, column, value, kind == 'n' ? number_field : score_field(kind));
  }
}

bool result_table::finish(std::string_view account, const std::function<bool(std::string_view)>& take) {
  std::ranges::for_each(tables_, end_sheet);
  lxw_worksheet* const sheet =
      book_.add_sheet(std::string(message::result_summary.in(lang_)), std::string(message::form_footer.in(lang_)));
  worksheet_set_column(sheet, 0, 0, 100, nullptr);
  for (std::uint32_t row = 0; !account.empty(); ++row) {
    const std::size_t end = std::min(account.find('\n'), account.size());
    book_.text(sheet, row, 0, account.substr(0, end), field);
    account.remove_prefix(std::min(end + 1, account.size()));
  }
  return book_.close(take);
}

std::optional<std::string> result_report(const worked_out& all, language lang) {
  return made_workbook([&](book& book) { report_writer(book, all, lang).write(); });
}

bool is_result(std::string_view bytes) {
  const form read = read_form(bytes, language::en);
  return read.json.empty() && read.faults[0].message == message::workbook_is_result.in(language::en);
}

}  // namespace tbsc94::workbook
