#include "archive/verifier.hpp"

#include <algorithm>
#include <memory>

namespace tbsc94 {

namespace {

reader_options with_not_applicable(reader_options options, std::string_view value) {
  static_cast<void>(options.values.set(reading::not_applicable, value));
  return options;
}

class verifier {
 public:
  verifier(const scheme_catalog& catalog, const reader_options& options, const readings_in_use& readings)
      : catalog_(catalog),
        readings_(readings),
        lang_(options.lang),
        reader_(catalog, with_not_applicable(options, names_of(reading::not_applicable).other)),
        refusing_reader_(catalog, with_not_applicable(options, names_of(reading::not_applicable).standard)) {}

  void grade(const json::padded_text& text, std::size_t first_line, outcome& into) {
    holding& holding = into.holding.emplace();
    read(text, first_line, into.record, holding);
    grade_record(into, holding.readings);
    if (!into.grading || !into.record.assessment.recorded) {
      return;
    }
    const recorded_result& recorded = *into.record.assessment.recorded;
    holding.is_recorded = says_something(recorded);
    const auto others = other_editions(*into.record.scheme);
    const auto found =
        differences(recorded, {into.scheme_used(), into.record.assessment, holding.readings, *into.grading, others});
    if (!found.empty()) {
      holding.differs = ready_to_write(found, into.record, text.text, first_line, lang_);
    }
  }

 private:
  // The readings stand in the record itself, and say whether it may declare items not applicable: it is
  // read as if it might, and again where it may not.
  void read(const json::padded_text& text, std::size_t first_line, record& into, holding& holding) {
    reader_.read(text, first_line, into);
    const auto& recorded = into.assessment.recorded;
    holding.readings = recorded ? readings_for(*recorded, readings_) : readings_;
    if (!into.assessment.not_applicable.empty() && !holding.readings.values.excludes_not_applicable()) {
      refusing_reader_.read(text, first_line, into);
    }
  }

  [[nodiscard]] std::vector<const scheme*> other_editions(const loaded_scheme& used) const {
    std::vector<const scheme*> others;
    for (const loaded_scheme* each : catalog_.editions_of(used.content.id)) {
      if (each != &used) {
        others.push_back(&each->content);
      }
    }
    return others;
  }

  const scheme_catalog& catalog_;
  const readings_in_use& readings_;
  language lang_;
  assessment_reader reader_;
  assessment_reader refusing_reader_;
};

}  // namespace

record_grader verifying_grader(const scheme_catalog& catalog, const reader_options& options,
                               const readings_in_use& readings) {
  const auto one = std::make_shared<verifier>(catalog, options, readings);
  return [one](const json::padded_text& text, std::size_t first_line, outcome& into) {
    one->grade(text, first_line, into);
  };
}

}  // namespace tbsc94
