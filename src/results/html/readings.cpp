#include "results/html/report_parts.hpp"

#include <algorithm>

#include "results/report_messages.hpp"
#include "text/format.hpp"

namespace tbsc94::html {

namespace {

// How many other values a result in JSON lists before those of `which`.
std::size_t other_values_before(reading which) {
  std::size_t count = 0;
  for (const reading each : all_readings) {
    count += each < which && each != reading::not_applicable ? names_of(each).values().size() - 1 : 0;
  }
  return count;
}

node other_row(const report_context& report, reading which, const other_value& other, std::string_view pointer) {
  const auto& result = other.result;
  return members()
      .text("other", other.value)
      .text("other_meaning", message::meaning_of(which, other.index).in(report.lang))
      .text_if(which != reading::not_applicable, "pointer", pointer)
      .text_if(!result, "refused", message::other_refuses.in(report.lang))
      .text("other_grade", result ? report.grade_text(result->grade) : "")
      .text_if(result && result->score != report.grading.score, "other_score", result ? result->score.to_string() : "")
      .flag("changes", result && result->grade != report.grading.grade)
      .done();
}

node reading_row(const report_context& report, reading which) {
  list others;
  std::size_t others_count = 0;
  for (const other_value& each : report.all.others_of(which)) {
    others << other_row(report, which, each,
                        formatted("/verdict/other_values/{}", other_values_before(which) + others_count++));
  }
  const std::string why = report.lines.why_without_effect(which);
  return members()
      .number("i", static_cast<std::size_t>(which))
      .text("title", message::reading_titles[static_cast<std::size_t>(which)].in(report.lang))
      .text("name", names_of(which).name)
      .text("clause", report.clause(clause_of(report.scheme, which)))
      .text("value", report.readings.values.value(which))
      .text("how", report.lines.how_set(which))
      .text("meaning", message::meaning_of(which, report.readings.values.index_of(which)).in(report.lang))
      .text_if(!why.empty(), "without_effect", why)
      .add("others", std::move(others))
      .done();
}

node assumptions(const report_context& report) {
  std::vector<std::string> assumed;
  if (report.grading.conformity_assumed) {
    assumed.emplace_back(message::conformity_assumed.in(report.lang));
  }
  if (report.grading.edition_assumed) {
    assumed.push_back(message::edition_assumed(report.lang, report.scheme.edition));
  }
  return texts(assumed);
}

// Whether no reading stands out: all are the default or settled, and none alone would give another grade.
bool are_readings_quiet(const report_context& report) {
  return std::ranges::none_of(all_readings, [&](reading each) { return report.grading.depends_on.has(each); }) &&
         report.lines.premises().empty();
}

}  // namespace

void add_readings(members& page, const report_context& report) {
  page.add("readings", list_of(all_readings, [&](reading each) { return reading_row(report, each); }))
      .add("assumptions", assumptions(report))
      .flag("fold_readings", are_readings_quiet(report));
}

}  // namespace tbsc94::html
