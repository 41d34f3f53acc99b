#include "results/csv.hpp"

#include <algorithm>
#include <utility>

#include "results/column_messages.hpp"
#include "results/no_grade.hpp"
#include "text/format.hpp"

namespace tbsc94 {

namespace {

// Words joined by spaces.
class word_list {
 public:
  void add(std::string_view word) { add_joined(words_, " ", word); }
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
  grading.level ? row.number(formatted("{}", grading.level->number())) : row.empty();
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
      changed.add(formatted("{}={}", names_of(each).name, readings.value(each)));
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

std::string column_title(std::string_view key, language lang) {
  const auto* const found =
      std::ranges::find(message::column_titles, key, &std::pair<std::string_view, phrase<>>::first);
  if (found != message::column_titles.end()) {
    return std::string(found->second.in(lang));
  }
  for (const auto& [prefix, words] :
       {std::pair("points_", &message::column_points), {"level_", &message::column_level}}) {
    if (key.starts_with(prefix)) {
      return (*words)(lang, key.substr(key.find('_') + 1));
    }
  }
  return std::string(key);
}

std::string csv_head(std::string_view columns, language lang, column_heads heads) {
  std::string head(csv_start);
  csv_row row(head);
  while (!columns.empty()) {
    const std::string_view key = columns.substr(0, columns.find(','));
    heads == column_heads::keys ? row.text(key) : row.text(message::title_and_key(lang, column_title(key, lang), key));
    columns.remove_prefix(std::min(key.size() + 1, columns.size()));
  }
  row.end();
  return head;
}

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

template void write_csv(csv_row&, const outcome&, const readings&);
template void write_csv(cell_row&, const outcome&, const readings&);
template void write_csv(csv_row&, const unread_input&);
template void write_csv(cell_row&, const unread_input&);
template void write_csv_reason(csv_row&, const outcome&, const readings&);
template void write_csv_reason(cell_row&, const outcome&, const readings&);

}  // namespace tbsc94
