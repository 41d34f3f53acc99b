#include "regrading/regrader.hpp"

#include <algorithm>
#include <memory>
#include <vector>

#include "regrading/recorded_reader.hpp"

namespace tbsc94 {

namespace {

// Which scheme and which readings a grade is worked out by.
struct basis {
  const scheme& by;
  const assessment& record;
  readings_in_use readings;

  [[nodiscard]] grading result() const { return grade(by, record, readings); }
  [[nodiscard]] graded_as graded(const grading& result) const { return graded_by(by, result.grade); }
  [[nodiscard]] graded_as grade_reached() const { return graded(result()); }
};

class regrader : public record_grader {
 public:
  regrader(const scheme_catalog& catalog, const reader_options& options, const regrade_terms& terms)
      : terms_(terms), reader_(catalog, options), own_reader_(catalog, as_they_say(options)) {}

  void grade(const json::padded_text& text, std::size_t first_line, outcome& into) override {
    recorded_check& check = into.recorded_check.emplace();
    reader_.read(text, first_line, into.record, [&](const recorded_result& recorded) -> const readings_in_use& {
      return check.readings = readings_now(recorded, into.record.scheme);
    });
    grade_record(into, check.readings);
    if (!into.grading) {
      return;
    }
    regrading& regraded = check.regraded.emplace();
    regraded.now = graded_by(into.scheme_used(), into.grading->grade);
    const auto& recorded = into.record.assessment.recorded;
    std::vector<difference> found = reader_.find_differences(into);
    if (recorded && recorded->has_grade) {
      regraded.recorded = regraded.before = graded_with(recorded->grade);
      const auto of_grade = std::ranges::find(found, recorded_member::grade, &difference::member);
      if (of_grade != found.end()) {
        regraded.cause = settle_cause(text, into, *recorded, *of_grade);
      }
    } else if (is_read_otherwise(into)) {
      compare_with_own(text, into);
    }
    reader_.keep(found, text, first_line, into);
  }

 private:
  static reader_options as_they_say(reader_options options) {
    options.under.clear();
    return options;
  }

  // What was asked for, else what the record says, else what its scheme states, else the default.
  [[nodiscard]] readings_in_use readings_now(const recorded_result& recorded, const loaded_scheme* scheme) const {
    readings_in_use result = readings_for(recorded, scheme != nullptr ? scheme->readings : terms_.readings);
    for (const reading which : all_readings) {
      if (terms_.readings.given.has(which)) {
        result.take_over(which, terms_.readings);
      }
    }
    return result;
  }
  // The same by its own edition and without what is only tried.
  [[nodiscard]] readings_in_use readings_before(const record& record) const {
    const loaded_scheme* const own = record.own;
    readings_in_use result = own != nullptr ? own->readings : terms_.readings;
    for (const reading which : all_readings) {
      if (terms_.tried.has(which)) {
        result.take_over(which, own != nullptr ? own->content.stated : readings_in_use());
      }
    }
    return record.assessment.recorded ? readings_for(*record.assessment.recorded, result) : result;
  }
  [[nodiscard]] bool is_read_otherwise(const outcome& outcome) const {
    return outcome.record.own != outcome.record.scheme ||
           !(readings_before(outcome.record).values == outcome.recorded_check->readings.values);
  }

  // The record by its own edition and readings; nullopt where that edition is not loaded, or refuses it.
  [[nodiscard]] std::optional<basis> own_basis(const json::padded_text& text, const outcome& outcome) {
    const record& read = outcome.record;
    const readings_in_use before = readings_before(read);
    const bool may_exclude = read.assessment.not_applicable.empty() || before.values.excludes_not_applicable();
    if (read.own == nullptr || !may_exclude) {
      return std::nullopt;
    }
    if (have_same_items(read.own->content, read.scheme->content)) {
      return basis{read.own->content, read.assessment, before};
    }
    own_reader_.read(text, 1, own_, [&](const recorded_result&) -> const readings_in_use& { return before; });
    if (!own_.errors.empty()) {
      return std::nullopt;
    }
    return basis{own_.scheme->content, own_.assessment, before};
  }

  void compare_with_own(const json::padded_text& text, outcome& into) {
    const auto own = own_basis(text, into);
    if (!own) {
      return;
    }
    regrading& regraded = *into.recorded_check->regraded;
    regraded.before = own->grade_reached();
    if (regraded.is_changed()) {
      regraded.cause = cause_of_reading_otherwise(*own, into);
    }
  }

  // Why the recorded grade is not the one now. What is found is told with the change and with the difference alike.
  [[nodiscard]] change_cause settle_cause(const json::padded_text& text, const outcome& outcome,
                                          const recorded_result& recorded, difference& of_grade) {
    const auto own = is_read_otherwise(outcome) ? own_basis(text, outcome) : std::nullopt;
    if (!own) {
      return change_cause_of(of_grade.cause);
    }
    const grading result = own->result();
    if (own->graded(result) == *outcome.recorded_check->regraded->before) {
      return tell_reading_otherwise(*own, outcome, of_grade);
    }
    // By its own edition and readings it does not hold either: what these give counts where nothing else is known.
    const auto others = reader_.other_editions(*outcome.record.own);
    const auto before = differences(recorded, {own->by, own->record, own->readings, result, others});
    const auto found = std::ranges::find(before, recorded_member::grade, &difference::member);
    if (of_grade.cause == cause::unknown && found != before.end()) {
      of_grade.cause = found->cause;
      of_grade.under = found->under;
      of_grade.edition = found->edition;
    }
    return change_cause_of(of_grade.cause);
  }

  // The record's own edition and readings give its grade: sets which of them, and says what kind of cause that is.
  [[nodiscard]] static change_cause tell_reading_otherwise(const basis& own, const outcome& outcome,
                                                           difference& of_grade) {
    const change_cause by = cause_of_reading_otherwise(own, outcome);
    of_grade.under =
        by == change_cause::edition ? std::vector<std::vector<reading_value>>() : values_back(own, outcome);
    of_grade.edition = by == change_cause::edition || by == change_cause::edition_and_reading ? own.by.edition : "";
    of_grade.cause = of_grade.edition.empty() ? cause_of(of_grade.under) : cause::edition;
    return of_grade.edition.empty() ? change_cause_of(of_grade.cause) : by;
  }

  // Its own values of the readings that are read otherwise now: each that alone gives its grade again, else all.
  [[nodiscard]] static std::vector<std::vector<reading_value>> values_back(const basis& own, const outcome& outcome) {
    std::vector<std::vector<reading_value>> alone;
    std::vector<reading_value> all;
    for (const reading which : all_readings) {
      const readings_in_use& now = outcome.recorded_check->readings;
      if (own.readings.values.index_of(which) != now.values.index_of(which)) {
        readings_in_use back = now;
        back.take_over(which, own.readings);
        all.push_back({which, own.readings.values.value(which)});
        if (basis{own.by, own.record, back}.grade_reached() == *outcome.recorded_check->regraded->before) {
          alone.push_back({all.back()});
        }
      }
    }
    return alone.empty() ? std::vector<std::vector<reading_value>>{all} : alone;
  }

  // What of the two, the edition or the readings, takes the record's own grade to the one now.
  [[nodiscard]] static change_cause cause_of_reading_otherwise(const basis& own, const outcome& outcome) {
    const graded_as& now = outcome.recorded_check->regraded->now;
    const readings_in_use& readings = outcome.recorded_check->readings;
    const bool other_edition = outcome.record.own != outcome.record.scheme;
    if (other_edition && basis{outcome.scheme_used(), outcome.record.assessment, own.readings}.grade_reached() == now) {
      return change_cause::edition;
    }
    readings_in_use only_limits = own.readings;
    only_limits.take_over(reading::limit_comparison, readings);
    if (basis{own.by, own.record, only_limits}.grade_reached() == now) {
      return change_cause::limit_comparison;
    }
    if (basis{own.by, own.record, readings}.grade_reached() == now) {
      return change_cause::reading;
    }
    return change_cause::edition_and_reading;
  }

  const regrade_terms& terms_;
  recorded_reader reader_;
  recorded_reader own_reader_;
  record own_;  // by its own edition, where that has other items
};

}  // namespace

std::unique_ptr<record_grader> regrading_grader(const scheme_catalog& catalog, const reader_options& options,
                                                const regrade_terms& terms) {
  return std::make_unique<regrader>(catalog, options, terms);
}

}  // namespace tbsc94
