#include "regrading/verifier.hpp"

#include <algorithm>
#include <iterator>
#include <memory>

#include "regrading/recorded_reader.hpp"
#include "regrading/result_verifier.hpp"

namespace tbsc94 {

namespace {

// Whether what is refused as an assessment may be a result: no option lets this member pass. Nearly all
// that is refused need not be taken apart again.
bool may_be_result(const findings& errors) {
  return std::any_of(errors.begin(), errors.end(),
                     [](const finding& each) { return each.code == code::unknown_key && each.where == "/tool"; });
}

class verifier : public record_grader {
 public:
  verifier(const scheme_catalog& catalog, const reader_options& options, named_readings named)
      : named_(named), reader_(catalog, options), results_(catalog, options, named, reader_) {}

  void grade(const json::padded_text& text, std::size_t first_line, outcome& into) override {
    recorded_check& check = into.recorded_check.emplace();
    reader_.read(text, first_line, into.record, [&](const recorded_result& recorded) -> const readings_in_use& {
      const readings_in_use& in_force = into.record.readings();
      return check.readings = named_ == named_readings::count ? readings_for(recorded, in_force) : in_force;
    });
    grade_record(into, check.readings);
    if (!into.grading) {
      if (may_be_result(into.record.errors)) {
        static_cast<void>(results_.verify(text, first_line, into));
      }
      return;
    }
    reader_.keep(reader_.find_differences(into), text, first_line, into);
    if (named_ == named_readings::are_checked) {
      std::ranges::move(reader_.named_otherwise(text, first_line, into), std::back_inserter(check.differs));
    }
  }
  [[nodiscard]] std::vector<std::string_view> cut(const json::padded_text& text) override {
    return results_.elements(text);
  }

 private:
  named_readings named_;
  recorded_reader reader_;
  result_verifier results_;
};

}  // namespace

std::unique_ptr<record_grader> verifying_grader(const scheme_catalog& catalog, const reader_options& options,
                                                named_readings named) {
  return std::make_unique<verifier>(catalog, options, named);
}

}  // namespace tbsc94
