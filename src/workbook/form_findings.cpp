#include "workbook/form_findings.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "json/path.hpp"
#include "reading/assessment_members.hpp"
#include "reading/place_words.hpp"
#include "results/report_messages.hpp"
#include "workbook/form_marks.hpp"
#include "workbook/workbook_messages.hpp"

namespace tbsc94::workbook {

namespace {

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

void put_in(finding& each, const form& form, const form::cell_of& cell) {
  each.sheet = form.sheets[cell.sheet];
  each.cell = cell.at.row == 0 ? "" : cell.at.address();
  each.offset = cell.sheet;
  each.line = std::max(cell.at.row, 1U);
  each.column = std::max(cell.at.column, 1U);
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
