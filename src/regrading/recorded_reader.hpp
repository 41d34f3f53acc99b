// Reads assessments whose recorded results say how they are to be read.
#pragma once

#include <vector>

#include "checking/recorded.hpp"
#include "reading/assessment_reader.hpp"
#include "regrading/named_readings.hpp"
#include "results/outcome.hpp"

namespace tbsc94 {

/// An assessment_reader for records that name their readings themselves: one of these says whether
/// items may be declared not applicable.
class recorded_reader {
 public:
  recorded_reader(const scheme_catalog& catalog, const reader_options& options)
      : catalog_(catalog),
        lang_(options.lang),
        reader_(catalog, with_not_applicable(options, true)),
        refusing_reader_(catalog, with_not_applicable(options, false)) {}

  /// `choose` is called with what is recorded, if only nothing, and gives the readings in use, by a reference that
  /// lasts. The record is read as if it might declare items not applicable, and again where it may not.
  template <class Choose>
  void read(const json::padded_text& text, std::size_t first_line, record& into, Choose choose) {
    reader_.read(text, first_line, into);
    static const recorded_result nothing;
    const readings_in_use& readings = choose(into.assessment.recorded ? *into.assessment.recorded : nothing);
    if (!into.assessment.not_applicable.empty() && !readings.values.excludes_not_applicable()) {
      refusing_reader_.read(text, first_line, into);
    }
  }

  /// What of the recorded result of `graded` does not hold, under the readings of its check, which also learns
  /// whether anything is recorded.
  [[nodiscard]] std::vector<difference> find_differences(outcome& graded) const;
  /// Keeps them in the check of `graded`, ready to be written.
  void keep(const std::vector<difference>& found, const json::padded_text& text, std::size_t first_line,
            outcome& graded) const;

  /// What the record names otherwise than the readings of its check, which are the body's.
  [[nodiscard]] std::vector<reported_difference> named_otherwise(const json::padded_text& text, std::size_t first_line,
                                                                 const outcome& graded) const;

  [[nodiscard]] language lang() const { return lang_; }
  [[nodiscard]] std::vector<const scheme*> other_editions(const loaded_scheme& used) const {
    std::vector<const scheme*> others;
    for (const loaded_scheme* each : catalog_.editions_of(used.content.id)) {
      if (each != &used) {
        others.push_back(&each->content);
      }
    }
    return others;
  }

 private:
  static reader_options with_not_applicable(reader_options options, bool excluding) {
    options.excluding = excluding;
    return options;
  }

  const scheme_catalog& catalog_;
  language lang_;
  assessment_reader reader_;
  assessment_reader refusing_reader_;
};

}  // namespace tbsc94
