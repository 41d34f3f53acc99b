#include "tbsc94/grade.hpp"

namespace tbsc94 {

namespace {

grounds grounds_of(const grading& grading, const assessment& assessment) {
  return {grading.score, grading.level, assessment.conformity};
}

// Whether the other value of `which`, alone, gives another grade than the one reached.
bool would_change(const scheme& scheme, const assessment& assessment, const grading& grading, reading which,
                  const readings& in_use) {
  const readings others = in_use.with_other(which);
  grounds grounds = grounds_of(grading, assessment);
  if (which == reading::mean_over) {
    grounds.score = service_score(scheme, assessment, rating_weights(assessment, others));
  }
  return decide(scheme.grades, grounds, others) != grading.grade;
}

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
  result.grade = decide(scheme.grades, grounds_of(result, assessment), readings.values);

  for (const reading which : all_readings) {
    if (which != reading::not_applicable && !readings.is_settled(which) &&
        would_change(scheme, assessment, result, which, readings.values)) {
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
