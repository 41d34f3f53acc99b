#include "results/csv.hpp"

#include <algorithm>
#include <utility>

#include "results/no_grade.hpp"
#include "tbsc94/service_score.hpp"

namespace tbsc94 {

namespace {

// Words joined by spaces.
class word_list {
 public:
  void add(std::string_view word) {
    words_ += words_.empty() ? "" : " ";
    words_ += word;
  }
  void add_codes(const findings& findings) {
    for (const std::string_view each : codes_of(findings)) {
      add(each);
    }
  }
  [[nodiscard]] std::string_view words() const { return words_; }

 private:
  std::string words_;
};

// The exact value may have more digits than a spreadsheet keeps: there it is a text.
void exact(csv_row& row, const std::string& digits) { row.number(digits); }
void exact(cell_row& row, const std::string& digits) { row.text(digits); }

template <class Row>
void write_scores(Row& row, const grading& grading) {
  row.score(grading.shown.value.to_string(), grading.shown.mark);
  // The exact value is never altered either: it begins with a digit, and a fraction is no date from
  // 34 points up, where its numerator has three digits.
  exact(row, grading.score.to_string());
  grading.shown.mark != 0 ? row.text({&grading.shown.mark, 1}) : row.empty();
  grading.compared ? row.number(grading.compared->to_string()) : row.empty();
  grading.total ? row.number(grading.total->to_string()) : row.empty();
  grading.level ? row.number(fmt::format("{}", grading.level->number())) : row.empty();
}

template <class Row>
void write_graded(Row& row, const outcome& outcome, const readings& readings) {
  const scheme& scheme = outcome.scheme_used();
  const grading& grading = *outcome.grading;
  row.text(outcome.record.assessment.organization.value_or(""));
  row.text(scheme.id).text(scheme.edition);
  write_scores(row, grading);
  row.text(grade_name(scheme, grading.grade));
  word_list depends_on;
  word_list changed;
  for (const reading each : all_readings) {
    if (grading.depends_on.has(each)) {
      depends_on.add(names_of(each).name);
    }
    if (!readings.is_default(each)) {
      changed.add(fmt::format("{}={}", names_of(each).name, readings.value(each)));
    }
  }
  word_list assumed;
  if (grading.conformity_assumed) {
    assumed.add("conformity");
  }
  if (grading.edition_assumed) {
    assumed.add("edition");
  }
  word_list remarks;
  remarks.add_codes(outcome.record.remarks);
  row.text(depends_on.words()).text(assumed.words()).text(changed.words()).text(remarks.words()).empty();
}

// Behind source and id: nothing, and then the codes.
template <class Row>
void write_codes(Row& row, std::string_view codes) {
  constexpr std::size_t empty = std::ranges::count(csv_columns, ',') - 2;
  for (std::size_t i = 0; i < empty; ++i) {
    row.empty();
  }
  row.text(codes);
}

}  // namespace

template <class Row>
void write_csv(Row& row, const outcome& outcome, const readings& readings) {
  row.text(outcome.source()).text(outcome.record.assessment.id.value_or(""));
  if (outcome.grading) {
    write_graded(row, outcome, readings);
    return;
  }
  word_list codes;
  codes.add_codes(outcome.record.errors);
  write_codes(row, codes.words());
}

template <class Row>
void write_csv(Row& row, const unread_input& unread) {
  row.text(unread.source()).empty();
  write_codes(row, name_of(code::unreadable));
}

template <class Row>
void write_csv_reason(Row& row, const outcome& outcome, const readings& readings) {
  row.text(outcome.grading ? no_grade_words(outcome, readings) : "");
}

item_columns::item_columns(const scheme_catalog& catalog) {
  const auto add = [](std::vector<std::string>& into, const item_table& table) {
    for (const item& each : table.items) {
      if (std::ranges::find(into, each.id) == into.end()) {
        into.push_back(each.id);
      }
    }
  };
  for (const auto& each : catalog.all()) {
    add(points, each->content.service);
    if (each->content.maturity) {
      add(levels, each->content.maturity->table);
    }
  }
}

std::string item_columns::names() const {
  std::string names;
  for (const auto& [kind, ids] : {std::pair("points_", &points), std::pair("level_", &levels)}) {
    for (const std::string& each : *ids) {
      names += fmt::format(",{}{}", kind, each);
    }
  }
  return names;
}

template <class Row>
void item_columns::write(Row& row, const outcome& outcome, const readings& readings) const {
  if (!outcome.grading) {
    write_none(row);
    return;
  }
  const scheme& scheme = outcome.scheme_used();
  const assessment& assessment = outcome.record.assessment;
  const service_breakdown service = break_down(scheme, assessment, rating_weights(assessment, readings.mean_over()));
  const auto index_in = [](const item_table& table, const std::string& id) {
    return static_cast<std::size_t>(std::ranges::find(table.items, id, &item::id) - table.items.begin());
  };
  for (const std::string& each : points) {
    const std::size_t index = index_in(scheme.service, each);
    const bool is_there = index < service.items.size() && service.items[index].applicable;
    is_there ? row.number(service.items[index].points.rounded(shown_score::places).to_string()) : row.empty();
  }
  for (const std::string& each : levels) {
    const std::size_t index = scheme.maturity ? index_in(scheme.maturity->table, each) : assessment.levels.size();
    index < assessment.levels.size() ? row.number(fmt::format("{}", assessment.levels[index].number())) : row.empty();
  }
}

template <class Row>
void item_columns::write_none(Row& row) const {
  for (std::size_t i = 0; i < points.size() + levels.size(); ++i) {
    row.empty();
  }
}

template void write_csv(csv_row&, const outcome&, const readings&);
template void write_csv(cell_row&, const outcome&, const readings&);
template void write_csv(csv_row&, const unread_input&);
template void write_csv(cell_row&, const unread_input&);
template void write_csv_reason(csv_row&, const outcome&, const readings&);
template void write_csv_reason(cell_row&, const outcome&, const readings&);
template void item_columns::write(csv_row&, const outcome&, const readings&) const;
template void item_columns::write(cell_row&, const outcome&, const readings&) const;
template void item_columns::write_none(csv_row&) const;
template void item_columns::write_none(cell_row&) const;

}  // namespace tbsc94
