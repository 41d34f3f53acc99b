#include "regrading/recorded_reader.hpp"

#include <algorithm>

namespace tbsc94 {

cause cause_of_grade(const std::vector<difference>& found) {
  const auto of_grade = std::find_if(found.begin(), found.end(),
                                     [](const difference& each) { return each.member == recorded_member::grade; });
  return of_grade == found.end() ? cause::unknown : of_grade->cause;
}

cause recorded_reader::hold(const json::padded_text& text, std::size_t first_line, outcome& graded) const {
  holding& holding = *graded.holding;
  const auto& recorded = graded.record.assessment.recorded;
  if (!recorded) {
    return cause::unknown;
  }
  holding.is_recorded = says_something(*recorded);
  const auto others = other_editions(*graded.record.scheme);
  const auto found = differences(
      *recorded, {graded.scheme_used(), graded.record.assessment, holding.readings, *graded.grading, others});
  if (!found.empty()) {
    holding.differs = ready_to_write(found, graded.record, text.text, first_line, lang_);
  }
  return cause_of_grade(found);
}

}  // namespace tbsc94
