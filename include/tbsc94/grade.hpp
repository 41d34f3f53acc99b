// The whole way: scheme + assessment + readings -> result.
#pragma once

#include <optional>
#include <vector>

#include "tbsc94/assessment.hpp"
#include "tbsc94/maturity.hpp"
#include "tbsc94/readings.hpp"
#include "tbsc94/scheme.hpp"
#include "tbsc94/service_score.hpp"
#include "tbsc94/verdict.hpp"

namespace tbsc94 {

/// An assessment's result.
struct grading {
  fraction score;                       // the service score (5.1), 0 to 100, exactly
  shown_score shown;                    // the same as it is shown
  std::optional<decimal> compared;      // the rounded score that was compared; absent under `full-value`
  std::optional<decimal> total;         // the management total (Appendix 3); absent without that part
  std::optional<maturity_level> level;  // the management level; likewise
  grade_index grade;                    // the verdict (5.3)
  reading_set depends_on;               // readings of which another value, alone, gives another grade
  bool conformity_assumed = false;      // the file does not state the conformity review
  bool edition_assumed = false;         // the file does not name the edition
};

/// Whether a scheme keeps to the bounds beside its members, with points due above 0, a band for every total and a
/// row for every grade. Then every number of a grading is exact.
[[nodiscard]] bool is_within_bounds(const scheme& scheme);
/// Whether the assessment has as many ratings, α and levels as it must, with an item that applies.
[[nodiscard]] bool is_within_bounds(const scheme& scheme, const assessment& assessment);

/// Grades an assessment (5.1 to 5.3). Requires the assessment to refer to `scheme`, and to declare
/// items not applicable only under the reading that excludes them. Where either is not within bounds it ends the
/// program, with a line on standard error: what would come out would be wrong, and nobody would see it.
/// `depends_on` leaves out the readings that are settled, and `not-applicable`.
[[nodiscard]] grading grade(const scheme& scheme, const assessment& assessment, const readings_in_use& readings);
/// The same under a scheme that is known to be within its bounds, so that many assessments need one look at it.
[[nodiscard]] grading grade_within_bounds(const scheme& scheme, const assessment& assessment,
                                          const readings_in_use& readings);

/// The derivation of a result: every line that leads to it.
struct derivation {
  service_breakdown service;
  std::vector<chapter_line> chapters;  // empty in a scheme without a maturity part
  std::vector<requirement> requirements;
  std::optional<next_grade> next;
};
[[nodiscard]] derivation derive(const scheme& scheme, const assessment& assessment, const grading& grading,
                                const readings& readings);

}  // namespace tbsc94
