#include "tbsc94/grade.hpp"

namespace tbsc94 {

namespace {

grounds grounds_of(const grading& grading, const assessment& assessment) {
  return {grading.score, grading.level, assessment.conformity};
}

// The readings of which the other value, alone, gives another grade than `held`.
class other_values {
 public:
  other_values(const scheme& scheme, const assessment& assessment, const grounds& grounds, const readings& in_use)
      : scheme_(scheme), assessment_(assessment), grounds_(grounds), in_use_(in_use) {}

  [[nodiscard]] grade_index held() const { return held_; }

  [[nodiscard]] bool change_grade(reading which) const {
    const readings others = in_use_.with_other(which);
    return decide(scheme_.grades, grounds_, standing_under(which, others), others) != held_;
  }

 private:
  // Two readings alone bear on the score that is compared.
  [[nodiscard]] standing standing_under(reading which, const readings& others) const {
    if (which == reading::limit_comparison) {
      return standing_of(scheme_.grades, compared_score(scheme_.grades, grounds_.score, others));
    }
    if (which == reading::mean_over && rated_unequally(assessment_)) {
      const fraction score = service_score(scheme_, assessment_, rating_weights(assessment_, others));
      return standing_of(scheme_.grades, compared_score(scheme_.grades, score, others));
    }
    return now_;
  }

  const scheme& scheme_;
  const assessment& assessment_;
  const grounds& grounds_;
  const readings& in_use_;
  standing now_ = standing_of(scheme_.grades, compared_score(scheme_.grades, grounds_.score, in_use_));
  grade_index held_ = decide(scheme_.grades, grounds_, now_, in_use_);
};

}  // namespace

grading grade(const scheme& scheme, const assessment& assessment, const readings_in_use& readings) {
  grading result;
  result.score = service_score(scheme, assessment, rating_weights(assessment, readings.values));
  result.shown = show(scheme.grades, result.score);
  if (readings.values.compares_rounded()) {
    result.compared = result.score.rounded(scheme.grades.places);
  }
  if (scheme.maturity) {
    result.total = management_total(*scheme.maturity, assessment.levels);
    result.level = management_level(*scheme.maturity, *result.total);
  }
  const grounds grounds = grounds_of(result, assessment);
  const other_values others(scheme, assessment, grounds, readings.values);
  result.grade = others.held();
  for (const reading which : all_readings) {
    if (which != reading::not_applicable && !readings.is_settled(which) && others.change_grade(which)) {
      result.depends_on.add(which);
    }
  }
  result.conformity_assumed = !assessment.conformity;
  result.edition_assumed = !assessment.names_edition;
  return result;
}

derivation derive(const scheme& scheme, const assessment& assessment, const grading& grading,
                  const readings& readings) {
  derivation result;
  const grounds grounds = grounds_of(grading, assessment);
  result.service = break_down(scheme, assessment, rating_weights(assessment, readings));
  if (scheme.maturity) {
    result.chapters = chapters_of(*scheme.maturity, assessment.levels);
  }
  result.requirements = requirements(scheme.grades, grounds, readings);
  result.next = what_is_missing(scheme, grounds, grading.total, readings);
  return result;
}

}  // namespace tbsc94
