#include "archive/verifier.hpp"

#include <memory>

#include "archive/recorded_reader.hpp"

namespace tbsc94 {

namespace {

class verifier {
 public:
  verifier(const scheme_catalog& catalog, const reader_options& options, const readings_in_use& readings)
      : readings_(readings), reader_(catalog, options) {}

  void grade(const json::padded_text& text, std::size_t first_line, outcome& into) {
    holding& holding = into.holding.emplace();
    reader_.read(text, first_line, into.record, [&](const recorded_result& recorded) -> const readings_in_use& {
      return holding.readings = readings_for(recorded, readings_);
    });
    grade_record(into, holding.readings);
    if (into.grading) {
      static_cast<void>(reader_.hold(text, first_line, into));
    }
  }

 private:
  const readings_in_use& readings_;
  recorded_reader reader_;
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
