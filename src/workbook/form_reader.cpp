#include "workbook/form_reader.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "json/json.hpp"
#include "json/json_writer.hpp"
#include "json/path.hpp"
#include "results/report_messages.hpp"
#include "text/file_kind.hpp"
#include "text/terminal_text.hpp"
#include "workbook/cell_meaning.hpp"
#include "workbook/cell_value.hpp"
#include "workbook/form_findings.hpp"
#include "workbook/form_marks.hpp"
#include "workbook/marked_sheet.hpp"
#include "workbook/workbook_messages.hpp"

namespace tbsc94::workbook {

namespace {

// The way to a member, as a JSON pointer.
std::string under(std::string_view parent, std::string_view name) {
  const json::path root;
  return std::string(parent) + root.member(name).pointer();
}

constexpr choices conformity_choices{{{"conforming", message::conforming}, {"nonconforming", message::nonconforming}}};
constexpr choices qms_audit_choices{{{"full", message::qms_full}, {"partly-waived", message::qms_partly_waived}}};

// Writes the assessment's members, one after another, as the reader of assessments takes them. What a cell cannot mean
// is written as null, which that reader refuses, and told among the faults.
class form_pass {
 public:
  form_pass(const spreadsheet& book, language lang, form& into)
      : book_(book),
        cells_(book.counts_from_1904, lang),
        lang_(lang),
        into_(into),
        json_(into.json, json_writer::layout::indented) {}

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

  // A member whose cell holds something, by what `means` makes of it: a fault is told.
  template <class Means>
  void write_member(const marked_sheet& sheet, place at, std::string_view key, const std::string& pointer, Means means,
                    std::string_view wanted, bool even_blank = false);

  // Of the member at hand.
  void refuse(code code, std::string message) {
    into_.faults.close({.code = code, .where = pointer_, .message = std::move(message)});
    put_in(into_.faults[into_.faults.size() - 1], into_, here_);
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

  const spreadsheet& book_;
  cell_reader cells_;
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
  std::optional<std::string> meant;
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
    cell_meaning found = means(*content);
    if (auto* const fault = std::get_if<cell_fault>(&found)) {
      refuse(fault->code, std::move(fault->message));
    } else {
      meant = std::get<std::string>(std::move(found));
    }
  }
  put(key, meant.value_or("null"));
}

void form_pass::write_cover() {
  const marked_sheet& sheet = *cover_;
  into_.cells[""] = {sheet.index(), {}};
  const auto texts = [&](const cell& each) { return cells_.text(each); };
  for (const std::string_view key : {"scheme", "edition", "id", "organization", "date"}) {
    const auto row = std::ranges::find(sheet.rows(), key, &marked_sheet::row::mark);
    if (row == sheet.rows().end()) {
      continue;
    }
    const place at = sheet.at(row->number, marks::value);
    if (key == "date") {
      const auto dates = [&](const cell& each) { return cells_.day(each); };
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
    const auto texts = [&](const cell& each) { return cells_.text(each); };
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
  const auto texts = [&](const cell& each) { return cells_.text(each); };
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
      const auto numbers = [&](const cell& each) { return cells_.number(each, are_levels); };
      write_member(sheet, value_at, id, under(at, id), numbers, number_wanted(are_levels, lang_), true);
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
  const auto texts = [&](const cell& each) { return cells_.text(each); };
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
      const auto words = [&](const cell& each) { return cells_.choice(each, from); };
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

}  // namespace tbsc94::workbook
