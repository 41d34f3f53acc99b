#include "tbsc94/agreement.hpp"

#include <algorithm>

namespace tbsc94 {

namespace {

item_agreement on_item(const scheme& scheme, const assessment& assessment, std::size_t item) {
  item_agreement result;
  result.item = item;
  result.least = result.most = assessment.alphas_of(0)[item];
  result.in_band.resize(scheme.likert.size());
  for (std::size_t r = 0; r < assessment.ratings.size(); ++r) {
    const alpha each = assessment.alphas_of(r)[item];
    result.least = std::min(result.least, each);
    result.most = std::max(result.most, each);
    ++result.in_band[likert_band_of(scheme, each.value())];
  }
  result.lowest_band = likert_band_of(scheme, result.least.value());
  result.highest_band = likert_band_of(scheme, result.most.value());
  return result;
}

}  // namespace

decimal item_agreement::spread() const { return decimal(most.units() - least.units(), decimal::most_places).trimmed(); }

std::optional<agreement> agreement_of(const scheme& scheme, const assessment& assessment, const grading& grading,
                                      const readings& readings) {
  if (assessment.ratings.size() < 2) {
    return std::nullopt;
  }
  agreement result;
  for (std::size_t i = 0; i < scheme.service.items.size(); ++i) {
    if (assessment.is_applicable(i)) {
      result.items.push_back(on_item(scheme, assessment, i));
    }
  }
  for (const fraction& score : scores_without_each(scheme, assessment, readings.mean_over())) {
    const grade_index grade = decide(scheme.grades, {score, grading.level, assessment.conformity}, readings);
    result.without.push_back({score, grade, grade != grading.grade});
  }
  return result;
}

}  // namespace tbsc94
