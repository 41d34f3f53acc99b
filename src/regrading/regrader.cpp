#include "regrading/regrader.hpp"

#include <memory>

#include "regrading/recorded_reader.hpp"

namespace tbsc94 {

namespace {

// The words for what changes a grade.
constexpr std::string_view by_arithmetic = "arithmetic";
constexpr std::string_view by_record = "record";
constexpr std::string_view by_edition = "edition";
constexpr std::string_view by_both = "edition-and-reading";

std::string_view family_of(cause cause) {
  switch (cause) {
    case cause::unknown:
      return "";
    case cause::impossible:
    case cause::inconsistent:
      return by_record;
    case cause::conformity:
    case cause::limit_comparison:
    case cause::reading:
    case cause::edition:
      return name_of(cause);
    default:
      return by_arithmetic;
  }
}

// Which scheme and which readings a grade is worked out by.
struct basis {
  const scheme& by;
  const assessment& record;
  readings_in_use readings;

  [[nodiscard]] grading result() const { return grade(by, record, readings); }
  [[nodiscard]] std::string name_of_grade(const grading& result) const {
    return std::string(result.grade ? grade_name(by, result.grade) : no_grade);
  }
  [[nodiscard]] std::string grade_reached() const { return name_of_grade(result()); }
};

class regrader {
 public:
  regrader(const scheme_catalog& catalog, const reader_options& options, const regrade_terms& terms)
      : terms_(terms), reader_(catalog, options), own_reader_(catalog, as_they_say(options)) {}

  void grade(const json::padded_text& text, std::size_t first_line, outcome& into) {
    holding& holding = into.holding.emplace();
    reader_.read(text, first_line, into.record, [&](const recorded_result& recorded) -> const readings_in_use& {
      return holding.readings = readings_now(recorded);
    });
    grade_record(into, holding.readings);
    if (!into.grading) {
      return;
    }
    regrading& regraded = holding.regraded.emplace();
    regraded.now = into.grading->grade ? grade_name(into.scheme_used(), into.grading->grade) : no_grade;
    const auto& recorded = into.record.assessment.recorded;
    const cause found = reader_.hold(text, first_line, into);
    if (recorded && recorded->has_grade) {
      regraded.recorded = regraded.before = recorded->grade.value_or(std::string(no_grade));
      if (regraded.is_changed()) {
        regraded.cause = cause_of(text, into, *recorded, found);
      }
    } else if (is_read_otherwise(into)) {
      compare_with_own(text, into);
    }
  }

 private:
  static reader_options as_they_say(reader_options options) {
    options.under.clear();
    return options;
  }

  // What was asked for, else what the record says, else the default.
  [[nodiscard]] readings_in_use readings_now(const recorded_result& recorded) const {
    readings_in_use result = readings_for(recorded, terms_.readings);
    for (const reading which : all_readings) {
      if (terms_.asked.has(which)) {
        take_over(which, terms_.readings, result);
      }
    }
    return result;
  }
  // The same without what is only tried.
  [[nodiscard]] readings_in_use readings_before(const assessment& assessment) const {
    readings_in_use result = terms_.readings;
    for (const reading which : all_readings) {
      if (terms_.tried.has(which)) {
        take_over(which, {}, result);
      }
    }
    return assessment.recorded ? readings_for(*assessment.recorded, result) : result;
  }
  static void take_over(reading which, const readings_in_use& from, readings_in_use& into) {
    static_cast<void>(into.values.set(which, from.values.value(which)));
    into.settled[static_cast<std::size_t>(which)] = from.settled[static_cast<std::size_t>(which)];
  }
  [[nodiscard]] bool is_read_otherwise(const outcome& outcome) const {
    return outcome.record.own != outcome.record.scheme ||
           !(readings_before(outcome.record.assessment).values == outcome.holding->readings.values);
  }

  // The record by its own edition and readings; nullopt where that edition is not loaded, or refuses it.
  [[nodiscard]] std::optional<basis> own_basis(const json::padded_text& text, const outcome& outcome) {
    const record& read = outcome.record;
    const readings_in_use before = readings_before(read.assessment);
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
    regrading& regraded = *into.holding->regraded;
    regraded.before = own->grade_reached();
    if (regraded.is_changed()) {
      regraded.cause = cause_of_reading_otherwise(*own, into);
    }
  }

  // Why the recorded grade is not the one now; `found` is the cause under what is asked for.
  [[nodiscard]] std::string cause_of(const json::padded_text& text, const outcome& outcome,
                                     const recorded_result& recorded, cause found) {
    const auto own = is_read_otherwise(outcome) ? own_basis(text, outcome) : std::nullopt;
    if (!own) {
      return std::string(family_of(found));
    }
    const grading result = own->result();
    const auto others = reader_.other_editions(*outcome.record.own);
    const auto before = differences(recorded, {own->by, own->record, own->readings, result, others});
    const bool held = own->name_of_grade(result) == *outcome.holding->regraded->before;
    return held ? cause_of_reading_otherwise(*own, outcome) : std::string(family_of(cause_of_grade(before)));
  }

  // What of the two, the edition or the readings, takes the record's own grade to the one now.
  [[nodiscard]] static std::string cause_of_reading_otherwise(const basis& own, const outcome& outcome) {
    const std::string& now = outcome.holding->regraded->now;
    const readings_in_use& readings = outcome.holding->readings;
    const bool other_edition = outcome.record.own != outcome.record.scheme;
    if (other_edition && basis{outcome.scheme_used(), outcome.record.assessment, own.readings}.grade_reached() == now) {
      return std::string(by_edition);
    }
    readings_in_use only_limits = own.readings;
    take_over(reading::limit_comparison, readings, only_limits);
    if (basis{own.by, own.record, only_limits}.grade_reached() == now) {
      return std::string(name_of(cause::limit_comparison));
    }
    if (basis{own.by, own.record, readings}.grade_reached() == now) {
      return std::string(name_of(cause::reading));
    }
    return std::string(by_both);
  }

  const regrade_terms& terms_;
  recorded_reader reader_;
  recorded_reader own_reader_;
  record own_;  // by its own edition, where that has other items
};

}  // namespace

record_grader regrading_grader(const scheme_catalog& catalog, const reader_options& options,
                               const regrade_terms& terms) {
  const auto one = std::make_shared<regrader>(catalog, options, terms);
  return {[one](const json::padded_text& text, std::size_t first_line, outcome& into) {
    one->grade(text, first_line, into);
  }};
}

}  // namespace tbsc94
