#include "regrading/impact.hpp"

#include <fmt/ranges.h>

#include <memory>

#include "archive/selection.hpp"
#include "results/holding_messages.hpp"

namespace tbsc94 {

namespace {

enum table : std::size_t { matrix, totals, tables };

constexpr std::string_view changed = "changed";
constexpr std::string_view refused_before = "refused";

reader_options under_its_edition(reader_options options, const scheme_catalog& catalog) {
  options.under = catalog.first().content.edition;
  return options;
}

std::string_view grade_or_refused(const outcome& outcome) {
  if (!outcome.grading) {
    return refused_name;
  }
  return outcome.grading->grade ? grade_name(outcome.scheme_used(), outcome.grading->grade) : no_grade;
}

class comparer {
 public:
  comparer(const scheme_catalog& a, const scheme_catalog& b, const reader_options& options,
           const readings_in_use& readings)
      : reader_a_(a, under_its_edition(options, a)), reader_b_(b, under_its_edition(options, b)), readings_(readings) {}

  void grade(const json::padded_text& text, std::size_t first_line, outcome& into) {
    reader_a_.read(text, first_line, by_a_.record);
    grade_record(by_a_, readings_);
    reader_b_.read(text, first_line, into.record);
    grade_record(into, readings_);
    holding& holding = into.holding.emplace();
    holding.readings = readings_;
    regrading& both = holding.regraded.emplace();
    both.before = grade_or_refused(by_a_);
    both.now = grade_or_refused(into);
    if (!by_a_.grading && into.grading) {
      both.refused_before = fmt::format("{}", fmt::join(codes_of(by_a_.record.errors), " "));
    }
  }

 private:
  assessment_reader reader_a_;
  assessment_reader reader_b_;
  const readings_in_use& readings_;
  outcome by_a_;
};

}  // namespace

record_grader impact_grader(const scheme_catalog& a, const scheme_catalog& b, const reader_options& options,
                            const readings_in_use& readings) {
  const auto one = std::make_shared<comparer>(a, b, options, readings);
  return {[one](const json::padded_text& text, std::size_t first_line, outcome& into) {
    one->grade(text, first_line, into);
  }};
}

impact_account::impact_account(const scheme_catalog& a, const scheme_catalog& b)
    : matrix_(followed_by(with_none(grades_of(a)), {refused_name}),
              followed_by(with_none(grades_of(b)), {refused_name})) {}

void impact_account::count(summary& into, const outcome& outcome) {
  into.further.resize(tables);
  const regrading& both = *outcome.holding->regraded;
  grade_matrix::count(into.further[matrix], *both.before, both.now);
  if (both.is_changed()) {
    increase(into.further[totals], changed);
  }
  if (both.before == refused_name) {
    increase(into.further[totals], refused_before);
  }
}

std::string impact_account::to_string(const summary& account, language lang) const {
  return matrix_.to_string(account.further_at(matrix), message::a_and_b, lang) +
         message::summary_changed(lang, count_of(account.further_at(totals), changed)) + '\n';
}

void impact_account::write(json_writer& json, const summary& account) const {
  json.key("read").number(account.read());
  json.key("graded").number(account.graded);
  json.key("refused").number(account.refused);
  json.key("unreadable").number(account.unread);
  json.key("changed").number(count_of(account.further_at(totals), changed));
  json.key("matrix");
  matrix_.write(json, account.further_at(matrix));
}

bool impact_account::any_refused_before(const summary& account) {
  return count_of(account.further_at(totals), refused_before) > 0;
}

}  // namespace tbsc94
