#include "regrading/recorded_reader.hpp"

namespace tbsc94 {

std::vector<reported_difference> recorded_reader::named_otherwise(const json::padded_text& text, std::size_t first_line,
                                                                  const outcome& graded) const {
  const auto& recorded = graded.record.assessment.recorded;
  if (!recorded) {
    return {};
  }
  reading_offsets offsets{};
  for (std::size_t i = 0; i < recorded->readings.size(); ++i) {
    if (const auto which = find_reading(recorded->readings[i].first)) {
      offsets[static_cast<std::size_t>(*which)] = graded.record.recorded_at.readings[i];
    }
  }
  const readings_in_use& decided = graded.recorded_check->readings;
  return tbsc94::named_otherwise(readings_for(*recorded, decided), decided, offsets, text.text, first_line, lang_);
}

std::vector<difference> recorded_reader::find_differences(outcome& graded) const {
  recorded_check& check = *graded.recorded_check;
  const auto& recorded = graded.record.assessment.recorded;
  if (!recorded) {
    return {};
  }
  check.is_recorded = says_something(*recorded);
  const auto others = other_editions(*graded.record.scheme);
  return differences(*recorded,
                     {graded.scheme_used(), graded.record.assessment, check.readings, *graded.grading, others});
}

void recorded_reader::keep(const std::vector<difference>& found, const json::padded_text& text, std::size_t first_line,
                           outcome& graded) const {
  if (!found.empty()) {
    graded.recorded_check->differs = ready_to_write(found, graded.record, text.text, first_line, lang_);
  }
}

}  // namespace tbsc94
