#include "tbsc94/grade.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <exception>

namespace tbsc94 {

namespace {

grounds grounds_of(const grading& grading, const assessment& assessment) {
  return {grading.score, grading.level, assessment.conformity};
}

// Whether no rounding before the comparison takes a score shown so to a limit or past it: half a unit of the first
// decimal place or of a whole point, and half a hundredth between the exact and the shown score.
bool is_far_from_limits(const grade_table& table, const shown_score& shown) {
  static_assert(shown_score::places == 2 && grade_table::most_places == 2);
  const std::uint64_t reach = table.places == 0 ? 51 : 6;
  return std::none_of(table.grades.begin(), table.grades.end(), [&](const grade_limit& limit) {
    constexpr std::array<std::uint64_t, 3> hundredths{100, 10, 1};
    const std::uint64_t at = limit.from.digits() * hundredths[limit.from.places()];
    const std::uint64_t score = shown.value.digits();
    return at < score + reach && score < at + reach;
  });
}

// Whether no row asks more than this level, so that the score alone decides however rows and grades are paired.
bool reaches_every_row(const grade_table& table, std::optional<maturity_level> level) {
  return std::all_of(table.rows.begin(), table.rows.end(),
                     [&](const grade_row& row) { return reaches(row.level, level); });
}

// The readings of which another value, alone, gives another grade than the one held.
class other_values {
 public:
  other_values(const scheme& scheme, const assessment& assessment, const grounds& grounds, const shown_score& shown,
               const readings& in_use)
      : scheme_(scheme),
        assessment_(assessment),
        grounds_(grounds),
        in_use_(in_use),
        is_far_(is_far_from_limits(scheme.grades, shown)),
        has_every_level_(reaches_every_row(scheme.grades, grounds.level)) {}

  [[nodiscard]] grade_index held() const { return held_; }

  [[nodiscard]] bool change_grade(reading which) const {
    if (grounds_.review == conformity::nonconforming || has_no_part(which)) {
      return false;
    }
    for (std::size_t i = 0; i < names_of(which).values().size(); ++i) {
      if (i != in_use_.index_of(which) && gives_another_grade(which, in_use_.with(which, i))) {
        return true;
      }
    }
    return false;
  }

 private:
  // Whether it is plain that no value of the reading makes a difference here: it is for most assessments, and that
  // is seen without deciding again.
  [[nodiscard]] bool has_no_part(reading which) const {
    switch (which) {
      case reading::limit_comparison:
        return is_far_;
      case reading::shared_boundary:
        return is_far_ || has_every_level_;
      case reading::mean_over:
        return in_use_.mean_over() == averaging::ratings && !rated_unequally(assessment_, averaging::assessors) &&
               !rated_unequally(assessment_, averaging::occasions);
      default:
        return has_every_level_;
    }
  }
  [[nodiscard]] bool gives_another_grade(reading which, const readings& other) const {
    return decide(scheme_.grades, grounds_, standing_under(which, other), other) != held_;
  }
  // Two readings alone bear on the score that is compared.
  [[nodiscard]] standing standing_under(reading which, const readings& other) const {
    if (which == reading::limit_comparison) {
      return standing_of(scheme_.grades, compared_score(scheme_.grades, grounds_.score, other));
    }
    if (which == reading::mean_over) {
      const fraction score = service_score(scheme_, assessment_, rating_weights(assessment_, other.mean_over()));
      return standing_of(scheme_.grades, compared_score(scheme_.grades, score, other));
    }
    return now_;
  }

  const scheme& scheme_;
  const assessment& assessment_;
  const grounds& grounds_;
  const readings& in_use_;
  bool is_far_;
  bool has_every_level_;
  standing now_ = standing_of(scheme_.grades, compared_score(scheme_.grades, grounds_.score, in_use_));
  grade_index held_ = decide(scheme_.grades, grounds_, now_, in_use_);
};

// Ends the program loudly unless `is_within`.
void require_bounds(bool is_within) {
  if (!is_within) {
    std::fputs("tbsc94: a scheme or assessment is past the bounds that tbsc94/grade.hpp requires\n", stderr);
    std::terminate();
  }
}

}  // namespace

grading grade(const scheme& scheme, const assessment& assessment, const readings_in_use& readings) {
  require_bounds(is_within_bounds(scheme));
  return grade_within_bounds(scheme, assessment, readings);
}

grading grade_within_bounds(const scheme& scheme, const assessment& assessment, const readings_in_use& readings) {
  require_bounds(is_within_bounds(scheme, assessment));
  grading result;
  result.score = service_score(scheme, assessment, rating_weights(assessment, readings.values.mean_over()));
  result.shown = show(scheme.grades, result.score);
  if (const auto places = readings.values.compared_places(scheme.grades.places)) {
    result.compared = result.score.rounded(*places);
  }
  if (scheme.maturity) {
    result.total = management_total(*scheme.maturity, assessment.levels);
    result.level = management_level(*scheme.maturity, *result.total);
  }
  const grounds grounds = grounds_of(result, assessment);
  const other_values others(scheme, assessment, grounds, result.shown, readings.values);
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
  result.service = break_down(scheme, assessment, rating_weights(assessment, readings.mean_over()));
  if (scheme.maturity) {
    result.chapters = chapters_of(*scheme.maturity, assessment.levels);
  }
  result.requirements = requirements(scheme.grades, grounds, readings);
  result.next = what_is_missing(scheme, grounds, grading.total, readings);
  return result;
}

}  // namespace tbsc94
