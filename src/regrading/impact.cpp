#include "regrading/impact.hpp"

#include <memory>

#include "archive/selection.hpp"
#include "results/recorded_check_messages.hpp"
#include "text/format.hpp"

namespace tbsc94 {

namespace {

using kind = graded_as::kind;

reader_options under_its_edition(reader_options options, const scheme_catalog& catalog) {
  options.under = catalog.first().content.edition;
  return options;
}

graded_as grade_or_refused(const outcome& outcome) {
  return outcome.grading ? graded_by(outcome.scheme_used(), outcome.grading->grade) : graded_as{kind::refused};
}

template <class Predicate>
std::size_t count_if(const summary& account, Predicate predicate) {
  std::size_t sum = 0;
  for (const auto& [move, count] : account.moves) {
    sum += predicate(move.first, move.second) ? count : 0;
  }
  return sum;
}

std::size_t changed(const summary& account) {
  return count_if(account, [](const graded_as& before, const graded_as& now) { return before != now; });
}

class comparer : public record_grader {
 public:
  comparer(const scheme_catalog& a, const scheme_catalog& b, const reader_options& options)
      : reader_a_(a, under_its_edition(options, a)), reader_b_(b, under_its_edition(options, b)) {}

  void grade(const json::padded_text& text, std::size_t first_line, outcome& into) override {
    reader_a_.read(text, first_line, by_a_.record);
    grade_record(by_a_, by_a_.record.readings());
    reader_b_.read(text, first_line, into.record);
    recorded_check& check = into.recorded_check.emplace();
    check.readings = into.record.readings();
    grade_record(into, check.readings);
    regrading& both = check.regraded.emplace();
    both.before = grade_or_refused(by_a_);
    both.now = grade_or_refused(into);
    if (!by_a_.grading && into.grading) {
      both.refused_before = joined(codes_of(by_a_.record.errors), " ");
    }
  }

 private:
  assessment_reader reader_a_;
  assessment_reader reader_b_;
  outcome by_a_;
};

}  // namespace

std::unique_ptr<record_grader> impact_grader(const scheme_catalog& a, const scheme_catalog& b,
                                             const reader_options& options) {
  return std::make_unique<comparer>(a, b, options);
}

impact_account::impact_account(const scheme_catalog& a, const scheme_catalog& b)
    : matrix_(none_and(grades_of(a), {kind::refused}), none_and(grades_of(b), {kind::refused})) {}

void impact_account::count(summary& into, const outcome& outcome) {
  const regrading& both = *outcome.recorded_check->regraded;
  ++into.moves[{*both.before, both.now}];
}

std::string impact_account::to_string(const summary& account, text_style style) const {
  return matrix_.to_string(account.moves, message::a_and_b, style) +
         message::summary_changed(style.lang, changed(account)) + '\n';
}

void impact_account::write(json_writer& json, const summary& account) const {
  json.key("read").number(account.read());
  json.key("graded").number(account.graded);
  json.key("refused").number(account.refused);
  json.key("unreadable").number(account.unread);
  json.key("changed").number(changed(account));
  json.key("matrix");
  matrix_.write(json, account.moves);
}

bool impact_account::any_refused_before(const summary& account) {
  return count_if(account, [](const graded_as& before, const graded_as&) { return before.is == kind::refused; }) > 0;
}

}  // namespace tbsc94
