#include "workbook/form_reader.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "json/json.hpp"
#include "json/json_writer.hpp"
#include "json/path.hpp"
#include "reading/assessment_members.hpp"
#include "reading/place_words.hpp"
#include "results/report_messages.hpp"
#include "text/file_kind.hpp"
#include "text/terminal_text.hpp"
#include "workbook/cell_value.hpp"
#include "workbook/form_marks.hpp"
#include "workbook/workbook_messages.hpp"

namespace tbsc94::workbook {

namespace {

bool is_blank(std::string_view text) { return without_leading_blanks(text).empty(); }

// A sheet of the form, its rows and columns found by their marks.
class marked_sheet {
 public:
  struct row {
    std::uint32_t number;
    std::string_view mark;
  };

  // The cell of a sheet that says what it is; null where there is none.
  static const cell* corner_of(const sheet& sheet) {
    const auto found = std::ranges::find_if(sheet.cells, [](const cell& each) {
      return each.text.starts_with(marks::any_form) || each.text.starts_with(marks::result);
    });
    return found == sheet.cells.end() ? nullptr : &*found;
  }

  marked_sheet(const sheet& sheet, std::size_t index, const cell& corner) : sheet_(&sheet), index_(index) {
    for (const cell& each : sheet.cells) {
      if (each.at.row == corner.at.row && each.at.column > corner.at.column) {
        columns_.emplace(each.text, each.at.column);
      } else if (each.at.column == corner.at.column && each.at.row > corner.at.row) {
        rows_.push_back({each.at.row, each.text});
      }
    }
  }

  [[nodiscard]] const std::string& name() const { return sheet_->name; }
  [[nodiscard]] std::size_t index() const { return index_; }
  [[nodiscard]] const std::vector<row>& rows() const { return rows_; }
  [[nodiscard]] bool has_column(std::string_view mark) const { return columns_.contains(mark); }
  [[nodiscard]] place at(std::uint32_t row, std::string_view column) const {
    const auto found = columns_.find(column);
    return {row, found == columns_.end() ? 0 : found->second};
  }
  // What stands there; null for nothing.
  [[nodiscard]] const cell* content(place at) const {
    const cell* const found = sheet_->find(at);
    const bool is_empty = found != nullptr && !found->is_formula && is_blank(found->text);
    return is_empty ? nullptr : found;
  }
  // The cell that another is covered by.
  [[nodiscard]] std::optional<place> covered_by(place at) const {
    for (const auto& [from, to] : sheet_->merged) {
      const bool is_in = from.row <= at.row && at.row <= to.row && from.column <= at.column && at.column <= to.column;
      if (is_in && from != at) {
        return from;
      }
    }
    return std::nullopt;
  }

 private:
  const sheet* sheet_;
  std::size_t index_;
  std::map<std::string_view, std::uint32_t> columns_;
  std::vector<row> rows_;
};

// The way to a member, as a JSON pointer.
std::string under(std::string_view parent, std::string_view name) {
  const json::path root;
  return std::string(parent) + root.member(name).pointer();
}

std::string in_quotes(std::string_view text) {
  std::string json;
  json_writer(json).string(text);
  return json;
}

// Of a finding, where it is in the workbook. Its offset counts sheets, so that findings have an order.
void put_in(finding& each, const form& form, const form::cell_of& cell) {
  each.sheet = form.sheets[cell.sheet];
  each.cell = cell.at.row == 0 ? "" : cell.at.address();
  each.offset = cell.sheet;
  each.line = std::max(cell.at.row, 1U);
  each.column = std::max(cell.at.column, 1U);
}

using choices = std::array<std::pair<std::string_view, phrase<>>, 2>;
constexpr choices conformity_choices{{{"conforming", message::conforming}, {"nonconforming", message::nonconforming}}};
constexpr choices qms_audit_choices{{{"full", message::qms_full}, {"partly-waived", message::qms_partly_waived}}};

// Writes the assessment's members, one after another, as the reader of assessments takes them. What a cell cannot mean
// is written as null, which that reader refuses, and told among the faults.
class form_pass {
 public:
  form_pass(const spreadsheet& book, language lang, form& into)
      : book_(book), lang_(lang), into_(into), json_(into.json, json_writer::layout::indented) {}

  void read() {
    find_sheets();
    json_.begin_object();
    write_cover();
    write_service();
    write_management();
    json_.end_object();
    into_.json += '\n';
  }

 private:
  void find_sheets();
  void take_one(std::optional<marked_sheet>& into, marked_sheet found);
  void write_cover();
  void write_service();
  void write_management();
  void write_rating(const marked_sheet& sheet, const std::string& at);
  void write_items(const marked_sheet& sheet, const std::string& at, bool are_levels);
  void write_pairs(const marked_sheet& sheet, std::string_view mark, const std::string& at);
  void write_remarks(const std::vector<const marked_sheet*>& sheets, const std::string& at);
  [[nodiscard]] static bool is_blank_rating(const marked_sheet& sheet);
  void require_column(const marked_sheet& sheet, std::string_view mark, const phrase<>& title);

  // A member whose cell holds something, by what `means` makes of it; nullopt of that is a fault, which it has told.
  template <class Means>
  void write_member(const marked_sheet& sheet, place at, std::string_view key, const std::string& pointer, Means means,
                    std::string_view wanted, bool even_blank = false);

  using meaning = std::optional<std::string>;
  [[nodiscard]] meaning number_of(const cell& cell, bool is_level);
  [[nodiscard]] meaning alpha_of(const cell& cell) { return number_of(cell, false); }
  [[nodiscard]] meaning level_of(const cell& cell) { return number_of(cell, true); }
  [[nodiscard]] meaning text_of(const cell& cell);
  [[nodiscard]] meaning date_of(const cell& cell);
  [[nodiscard]] meaning choice_of(const cell& cell, const choices& from);

  // Of the member at hand.
  std::nullopt_t refuse(code code, std::string message) {
    into_.faults.close({.code = code, .where = pointer_, .message = std::move(message)});
    put_in(into_.faults[into_.faults.size() - 1], into_, here_);
    return std::nullopt;
  }
  void refuse_sheet(const marked_sheet& sheet, std::string message) {
    move_to({sheet.index(), {}}, "");
    refuse(code::malformed_workbook, std::move(message));
  }
  void move_to(form::cell_of here, std::string pointer) {
    here_ = here;
    pointer_ = std::move(pointer);
  }
  void put(std::string_view key, std::string_view value) {
    size_ += key.size() + value.size();
    if (size_ > json::largest_document || into_.faults.size() >= findings::most) {
      throw refusal{fault::too_large};
    }
    json_.key(key).raw(value);
  }
  [[nodiscard]] std::string_view number_wanted(bool is_level) const {
    return (is_level ? message::a_level : message::an_alpha).in(lang_);
  }

  const spreadsheet& book_;
  language lang_;
  form& into_;
  json_writer json_;
  std::string pointer_;  // of the member at hand
  form::cell_of here_;   // and its cell
  std::size_t size_ = 0;
  std::optional<marked_sheet> cover_;
  std::optional<marked_sheet> management_;
  std::vector<marked_sheet> ratings_;
  bool has_levels_ = false;  // whether a sheet of management items belongs to the form
};

void form_pass::take_one(std::optional<marked_sheet>& into, marked_sheet found) {
  if (into) {
    refuse_sheet(found, message::workbook_sheet_twice(lang_, into->name()));
  } else {
    into = std::move(found);
  }
}

void form_pass::find_sheets() {
  for (std::size_t i = 0; i < book_.sheets.size(); ++i) {
    const sheet& each = book_.sheets[i];
    into_.sheets.push_back(each.name);
    const cell* const corner = marked_sheet::corner_of(each);
    if (corner == nullptr) {
      continue;
    }
    if (!corner->text.starts_with(marks::form)) {
      throw refusal{corner->text.starts_with(marks::result) ? fault::is_result : fault::newer_form};
    }
    const std::string_view kind = corner->text.substr(marks::form.size());
    if (kind == marks::rating) {
      ratings_.emplace_back(each, i, *corner);
    } else if (kind == marks::management) {
      take_one(management_, {each, i, *corner});
    } else if (kind == marks::cover || kind == marks::cover_and_management) {
      has_levels_ = kind == marks::cover_and_management;
      take_one(cover_, {each, i, *corner});
    }
  }
  if (!cover_) {
    throw refusal{ratings_.empty() && !management_ ? fault::no_form : fault::part_missing};
  }
  require_column(*cover_, marks::value, message::form_value);
  for (const marked_sheet& each : ratings_) {
    require_column(each, marks::value, message::form_alpha);
  }
  if (management_) {
    require_column(*management_, marks::value, message::form_level);
  }
}

void form_pass::require_column(const marked_sheet& sheet, std::string_view mark, const phrase<>& title) {
  if (!sheet.has_column(mark)) {
    refuse_sheet(sheet, message::workbook_column_missing(lang_, title.in(lang_)));
  }
}

template <class Means>
void form_pass::write_member(const marked_sheet& sheet, place at, std::string_view key, const std::string& pointer,
                             Means means, std::string_view wanted, bool even_blank) {
  if (at.column == 0) {
    return;  // the column is not there, which has been told where it matters
  }
  move_to({sheet.index(), at}, pointer);
  into_.cells[pointer] = here_;
  const cell* const content = sheet.content(at);
  meaning meant;
  if (const auto above = sheet.covered_by(at)) {
    refuse(code::wrong_type, message::cell_covered(lang_, above->address()));
  } else if (content == nullptr) {
    if (!even_blank) {
      return;
    }
  } else if (content->is_formula) {
    refuse(code::wrong_type, message::cell_formula(lang_, wanted));
  } else if (content->kind == cell_kind::error) {
    refuse(code::wrong_type, message::cell_error(lang_, content->text, wanted));
  } else {
    meant = means(*content);
  }
  put(key, meant.value_or("null"));
}

form_pass::meaning form_pass::number_of(const cell& cell, bool is_level) {
  const std::string_view wanted = number_wanted(is_level);
  if (cell.kind == cell_kind::date || cell.kind == cell_kind::iso_day) {
    return refuse(code::wrong_type, message::cell_date(lang_, wanted));
  }
  meaning number = cell.kind == cell_kind::number    ? typed_digits(cell.text)
                   : cell.kind == cell_kind::boolean ? std::nullopt
                   : is_level                        ? level_in_text(cell.text)
                                                     : number_in_text(cell.text);
  if (number) {
    return number;
  }
  const std::string_view shown = cell.kind != cell_kind::boolean ? cell.text : cell.text == "0" ? "FALSE" : "TRUE";
  constexpr std::array<std::string_view, 6> not_applicable{"/", "／", "-", "—", "不适用", "N/A"};
  const bool is_told = !is_level && std::ranges::find(not_applicable, shown) != not_applicable.end();
  return refuse(code::wrong_type, message::cell_no_number(lang_, shown, wanted) +
                                      std::string(is_told ? message::cell_not_applicable.in(lang_) : ""));
}

// A number is taken for the text that was meant, as an id may be one.
form_pass::meaning form_pass::text_of(const cell& cell) {
  constexpr std::size_t kept = 15;
  if (cell.kind == cell_kind::date) {
    return in_quotes(day_of(cell.text, book_.counts_from_1904).value_or(std::string(cell.text)));
  }
  if (cell.kind == cell_kind::boolean) {
    return in_quotes(cell.text == "0" ? "FALSE" : "TRUE");
  }
  if (cell.kind != cell_kind::number) {
    return in_quotes(cell.kind == cell_kind::iso_day ? cell.text.substr(0, cell.text.find('T')) : cell.text);
  }
  const auto digits = typed_digits(cell.text);
  if (digits && digits->find('.') == std::string::npos && digits->size() > kept) {
    return refuse(code::wrong_type, message::cell_too_long_number(lang_, *digits));
  }
  return in_quotes(digits.value_or(std::string(cell.text)));
}

form_pass::meaning form_pass::date_of(const cell& cell) {
  if (cell.kind == cell_kind::iso_day) {
    return in_quotes(cell.text.substr(0, cell.text.find('T')));
  }
  if (cell.kind == cell_kind::text) {
    return in_quotes(day_in_text(cell.text));
  }
  const auto day = cell.kind == cell_kind::boolean ? std::nullopt : day_of(cell.text, book_.counts_from_1904);
  return day ? in_quotes(*day) : meaning(refuse(code::invalid_date, message::cell_no_day(lang_, cell.text)));
}

form_pass::meaning form_pass::choice_of(const cell& cell, const choices& from) {
  const std::string_view word = without_leading_blanks(cell.text).substr(0, cell.text.find_last_not_of(" \n") + 1);
  std::string allowed;
  for (const auto& [meant, words] : from) {
    if (word == meant || word == words.in(language::zh) || word == words.in(language::en)) {
      return in_quotes(meant);
    }
    allowed += (allowed.empty() ? "" : message::remarks_separator.in(lang_));
    allowed += words.in(lang_);
  }
  return refuse(code::unknown_value, message::cell_word(lang_, cell.text, allowed));
}

void form_pass::write_cover() {
  const marked_sheet& sheet = *cover_;
  into_.cells[""] = {sheet.index(), {}};
  const auto texts = [&](const cell& each) { return text_of(each); };
  for (const std::string_view key : {"scheme", "edition", "id", "organization", "date"}) {
    const auto row = std::ranges::find(sheet.rows(), key, &marked_sheet::row::mark);
    if (row == sheet.rows().end()) {
      continue;
    }
    const place at = sheet.at(row->number, marks::value);
    if (key == "date") {
      const auto dates = [&](const cell& each) { return date_of(each); };
      write_member(sheet, at, key, under("", key), dates, message::a_day.in(lang_));
    } else {
      write_member(sheet, at, key, under("", key), texts, message::a_text.in(lang_));
    }
  }
  json_.key(marks::detail).begin_object();
  write_pairs(sheet, marks::detail, "/details");
  json_.end_object();
}

// Rows of what is named in the column `key`.
void form_pass::write_pairs(const marked_sheet& sheet, std::string_view mark, const std::string& at) {
  for (const auto& [row, row_mark] : sheet.rows()) {
    if (row_mark != mark) {
      continue;
    }
    const place value_at = sheet.at(row, marks::value);
    const cell* const label = sheet.content(sheet.at(row, marks::key));
    if (label == nullptr || label->is_formula) {
      if (label != nullptr || sheet.content(value_at) != nullptr) {
        move_to({sheet.index(), value_at}, at);
        refuse(code::missing_key, std::string(message::cell_without_key.in(lang_)));
      }
      continue;
    }
    const std::string key =
        label->kind == cell_kind::number ? typed_digits(label->text).value_or("") : std::string(label->text);
    const bool is_reason = mark == marks::not_applicable;  // one may be left out
    const auto texts = [&](const cell& each) { return text_of(each); };
    if (is_reason && sheet.content(value_at) == nullptr) {
      into_.cells[under(at, key)] = {sheet.index(), value_at};
      put(key, "\"\"");
    } else {
      write_member(sheet, value_at, key, under(at, key), texts, message::a_text.in(lang_));
    }
  }
}

bool form_pass::is_blank_rating(const marked_sheet& sheet) {
  return std::ranges::none_of(sheet.rows(), [&](const marked_sheet::row& each) {
    return sheet.content(sheet.at(each.number, marks::value)) != nullptr ||
           sheet.content(sheet.at(each.number, marks::remark)) != nullptr;
  });
}

void form_pass::write_service() {
  json_.key("service").begin_object();
  json_.key("ratings").begin_array();
  into_.cells["/service/ratings"] = {ratings_.empty() ? cover_->index() : ratings_.front().index(), {}};
  std::vector<const marked_sheet*> taken;
  for (const marked_sheet& each : ratings_) {
    if (is_blank_rating(each)) {
      into_.blank_ratings.push_back(each.name());
      continue;
    }
    const std::string at = "/service/ratings/" + std::to_string(taken.size());
    taken.push_back(&each);
    json_.begin_object();
    write_rating(each, at);
    json_.end_object();
  }
  json_.end_array();
  json_.key(marks::not_applicable).begin_object();
  write_pairs(*cover_, marks::not_applicable, "/service/not_applicable");
  json_.end_object();
  json_.key("remarks").begin_object();
  write_remarks(taken, "/service/remarks");
  json_.end_object();
  json_.end_object();
}

void form_pass::write_rating(const marked_sheet& sheet, const std::string& at) {
  into_.cells[at] = {sheet.index(), {}};
  const auto texts = [&](const cell& each) { return text_of(each); };
  for (const auto& [row, mark] : sheet.rows()) {
    if (mark == "assessor" || mark == "occasion") {
      const place name_at = sheet.at(row, marks::value);
      write_member(sheet, name_at, mark, under(at, mark), texts, message::a_text.in(lang_));
      if (mark == "assessor") {
        into_.cells[at] = {sheet.index(), name_at};
      }
    }
  }
  json_.key("alpha").begin_object();
  write_items(sheet, at + "/alpha", false);
  json_.end_object();
}

void form_pass::write_items(const marked_sheet& sheet, const std::string& at, bool are_levels) {
  std::map<std::string_view, place> seen;
  for (const auto& [row, mark] : sheet.rows()) {
    if (!mark.starts_with(marks::item)) {
      continue;
    }
    const std::string_view id = mark.substr(marks::item.size());
    const place value_at = sheet.at(row, marks::value);
    const auto [first, is_new] = seen.emplace(id, value_at);
    if (is_new) {
      const auto numbers = [&](const cell& each) { return number_of(each, are_levels); };
      write_member(sheet, value_at, id, under(at, id), numbers, number_wanted(are_levels), true);
    } else {
      move_to({sheet.index(), value_at}, under(at, id));
      refuse(code::duplicate_key, message::cell_twice(lang_, first->second.address()));
    }
  }
}

// Of several ratings' remarks on one item each names whose it is.
void form_pass::write_remarks(const std::vector<const marked_sheet*>& sheets, const std::string& at) {
  struct remark {
    const marked_sheet* sheet;
    place at;
    std::string text;
  };
  std::vector<std::pair<std::string_view, std::vector<remark>>> by_item;
  for (const marked_sheet* const sheet : sheets) {
    std::string who = sheet->name();
    for (const auto& [row, mark] : sheet->rows()) {
      const place here = sheet->at(row, mark == "assessor" ? marks::value : marks::remark);
      const cell* const content = here.column == 0 ? nullptr : sheet->content(here);
      if (content == nullptr) {
        continue;
      }
      if (mark == "assessor") {
        who = content->text;
      } else if (mark.starts_with(marks::item)) {
        const std::string_view id = mark.substr(marks::item.size());
        auto found = std::ranges::find(by_item, id, [](const auto& each) { return each.first; });
        if (found == by_item.end()) {
          found = by_item.insert(by_item.end(), {id, {}});
        }
        found->second.push_back({sheet, here, who});
      }
    }
  }
  const auto texts = [&](const cell& each) { return text_of(each); };
  for (const auto& [id, all] : by_item) {
    if (all.size() == 1) {
      write_member(*all[0].sheet, all[0].at, id, under(at, id), texts, message::a_text.in(lang_));
      continue;
    }
    std::string joined;
    for (const auto& [sheet, here, who] : all) {
      const cell& content = *sheet->content(here);
      move_to({sheet->index(), here}, under(at, id));
      into_.cells[pointer_] = here_;
      if (content.is_formula || content.kind == cell_kind::error) {
        refuse(code::wrong_type, message::cell_formula(lang_, message::a_text.in(lang_)));
      }
      joined += (joined.empty() ? "" : message::remarks_separator.in(lang_));
      joined += message::labelled(lang_, who, content.text);
    }
    put(id, in_quotes(joined));
  }
}

void form_pass::write_management() {
  json_.key("management").begin_object();
  for (const auto& [row, mark] : cover_->rows()) {
    const place at = cover_->at(row, marks::value);
    if (mark == "conformity" || mark == "qms_audit") {
      const choices& from = mark == "conformity" ? conformity_choices : qms_audit_choices;
      const auto words = [&](const cell& each) { return choice_of(each, from); };
      write_member(*cover_, at, mark, under("/management", mark), words, message::a_text.in(lang_));
    }
  }
  json_.key(marks::clause).begin_object();
  write_pairs(*cover_, marks::clause, "/management/conformity_remarks");
  json_.end_object();
  if (management_) {
    json_.key("levels").begin_object();
    write_items(*management_, "/management/levels", true);
    json_.end_object();
    json_.key("remarks").begin_object();
    write_remarks({&*management_}, "/management/remarks");
    json_.end_object();
  } else if (has_levels_) {
    move_to({cover_->index(), {}}, "/management/levels");
    refuse(code::malformed_workbook, message::workbook_sheet_missing(lang_, message::form_management.in(lang_)));
  }
  json_.end_object();
}

// What is wrong with the whole file.
std::string words_of(fault what, std::string_view bytes, language lang) {
  switch (what) {
    case fault::damaged:
      return std::string(message::workbook_damaged.in(lang));
    case fault::encrypted:
      return std::string(message::workbook_encrypted.in(lang));
    case fault::old_format:
      return std::string(message::workbook_old.in(lang));
    case fault::other_format: {
      const file_kind kind = file_kind_of(bytes);
      const bool is_told = kind != file_kind::other && kind != file_kind::zip && kind != file_kind::excel_book;
      return is_told ? explain(kind, lang) : std::string(message::workbook_other.in(lang));
    }
    case fault::macros:
      return std::string(message::workbook_macros.in(lang));
    case fault::declared_type:
      return std::string(message::workbook_doctype.in(lang));
    case fault::too_large:
      return std::string(message::workbook_too_large.in(lang));
    case fault::no_form:
      return std::string(message::workbook_no_form.in(lang));
    case fault::is_result:
      return std::string(message::workbook_is_result.in(lang));
    case fault::newer_form:
      return std::string(message::workbook_newer.in(lang));
    case fault::part_missing:
      return message::workbook_sheet_missing(lang, message::form_cover.in(lang));
  }
  return {};
}

// What stands in a cell, in words; empty where nothing needs to be said.
std::string words_at(std::string_view pointer, const scheme* scheme, language lang) {
  const std::vector<std::string> steps = json::steps_of(pointer);
  if (steps.empty()) {
    return {};
  }
  const item_table* const items = scheme == nullptr ? nullptr : &scheme->service;
  const item_table* const levels = scheme == nullptr || !scheme->maturity ? nullptr : &scheme->maturity->table;
  if (steps.size() >= 5 && steps[3] == "alpha") {
    return full_item_name(items, steps[4], lang);
  }
  if (steps.size() >= 3 && (steps[1] == "remarks" || steps[1] == "levels" || steps[1] == marks::not_applicable)) {
    return full_item_name(steps[0] == "service" ? items : levels, steps[2], lang);
  }
  const auto named =
      std::ranges::find(message::member_names, steps.back(), [](const auto& each) { return std::string(each.first); });
  const bool is_own_label =
      (steps[0] == marks::detail && steps.size() == 2) || (steps.size() == 3 && steps[1] == marks::clause);
  return is_own_label                           ? steps.back()
         : named != message::member_names.end() ? std::string(named->second.in(lang))
                                                : std::string();
}

bool is_item_missing(const finding& each) {
  return each.code == code::missing_alpha || each.code == code::missing_level;
}

// Gives a finding the cell of its pointer, else of what that is part of.
void place_in(const form& form, language lang, finding& each) {
  std::string pointer = each.where;
  auto found = form.cells.find(pointer);
  while (found == form.cells.end() && !pointer.empty()) {
    pointer.resize(pointer.rfind('/'));
    found = form.cells.find(pointer);
  }
  each.offset = 0;
  each.line = 1;
  each.column = 1;
  if (found == form.cells.end()) {
    return;
  }
  const bool is_own = pointer == each.where;
  put_in(each, form, is_own ? found->second : form::cell_of{found->second.sheet, {}});
  if (!is_own && is_item_missing(each)) {
    each.message += message::workbook_row_missing.in(lang);
  }
}

// Whether it may be of the null that stands for what a cell cannot mean.
bool may_be_of_null(const finding& each) {
  return is_item_missing(each) || each.code == code::wrong_type || each.code == code::missing_key;
}

}  // namespace

bool is_workbook(std::string_view path) {
  constexpr std::array<std::string_view, 10> endings{".xlsx", ".xlsm", ".xltx", ".xltm", ".xlsb",
                                                     ".xls",  ".xlt",  ".et",   ".ett",  ".ods"};
  const std::size_t dot = std::min(path.rfind('.'), path.size());
  const std::string ending = in_lower_case(std::string(path.substr(dot)));
  return std::ranges::find(endings, ending) != endings.end();
}

form read_form(std::string_view bytes, language lang) {
  form result;
  try {
    if (bytes.size() > json::largest_document) {
      throw refusal{fault::too_large};
    }
    const spreadsheet book = read_spreadsheet(bytes);
    form_pass(book, lang, result).read();
  } catch (const refusal& refused) {
    const fault what = refused.what;
    result = {};
    const code code = what == fault::too_large ? code::too_large : code::malformed_workbook;
    result.faults.close({.code = code, .message = words_of(what, bytes, lang)});
  }
  return result;
}

void name_places(const form& form, language lang, findings& all, const scheme* scheme) {
  for (finding& each : all) {
    if (each.sheet.empty()) {
      place_in(form, lang, each);
    }
    const bool is_told = !each.cell.empty() || is_item_missing(each);
    each.about = is_told ? words_at(each.where, scheme, lang) : "";
  }
}

void name_cells(const form& form, language lang, outcome& outcome) {
  record& record = outcome.record;
  if (form.json.empty()) {
    record.remarks.clear();
    record.errors = form.faults;
    return;
  }
  // What the form has told of a cell takes the place of what was made of the null in its place.
  std::set<std::string_view> told;
  for (const finding& each : form.faults) {
    told.insert(each.where);
  }
  record.errors.remove_if([&](const finding& each) { return may_be_of_null(each) && told.contains(each.where); });
  for (const finding& each : form.faults) {
    record.errors.close(each);
  }
  if (!record.errors.empty()) {
    outcome.grading.reset();
  }
  const scheme* const scheme = record.scheme == nullptr ? nullptr : &record.scheme->content;
  name_places(form, lang, record.errors, scheme);
  std::stable_sort(record.errors.begin(), record.errors.end(), [](const finding& a, const finding& b) {
    return std::tie(a.offset, a.line, a.column) < std::tie(b.offset, b.line, b.column);
  });
  findings remarks = record.remarks;
  name_places(form, lang, remarks, scheme);
  for (std::size_t i = 0; i < remarks.size(); ++i) {  // which stay where they are in the JSON, too
    finding& each = record.remarks[i];
    std::tie(each.sheet, each.cell, each.about) = std::tie(remarks[i].sheet, remarks[i].cell, remarks[i].about);
  }
}

}  // namespace tbsc94::workbook
