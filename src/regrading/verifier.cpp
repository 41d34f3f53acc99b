#include "regrading/verifier.hpp"

#include <memory>

#include "reading/result_reader.hpp"
#include "regrading/recorded_reader.hpp"
#include "regrading/result_verifier.hpp"

namespace tbsc94 {

namespace {

class verifier {
 public:
  verifier(const scheme_catalog& catalog, const reader_options& options, const readings_in_use& readings)
      : readings_(readings), reader_(catalog, options), results_(options.lang) {}

  void grade(const json::padded_text& text, std::size_t first_line, outcome& into) {
    holding& holding = into.holding.emplace();
    reader_.read(text, first_line, into.record, [&](const recorded_result& recorded) -> const readings_in_use& {
      return holding.readings = readings_for(recorded, readings_);
    });
    grade_record(into, holding.readings);
    if (into.grading) {
      reader_.keep(reader_.find_differences(into), text, first_line, into);
    } else if (results_.read(text, readings_, given_)) {
      verify_result(given_, text, first_line, reader_, into);
    }
  }
  [[nodiscard]] std::vector<std::string_view> results_in(const json::padded_text& text) {
    return results_.elements(text);
  }

 private:
  const readings_in_use& readings_;
  recorded_reader reader_;
  result_reader results_;
  given_result given_;
};

}  // namespace

record_grader verifying_grader(const scheme_catalog& catalog, const reader_options& options,
                               const readings_in_use& readings) {
  const auto one = std::make_shared<verifier>(catalog, options, readings);
  return {[one](const json::padded_text& text, std::size_t first_line, outcome& into) {
            one->grade(text, first_line, into);
          },
          [one](const json::padded_text& text) { return one->results_in(text); }};
}

}  // namespace tbsc94
