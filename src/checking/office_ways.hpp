// What a service score comes to where it is rounded on the way, or worked out without its weights.
//
// Nothing is decided by these: they only name the cause where a recorded value differs. GB/T 8170-2008 (3.2, 3.3)
// rounds once, from the full value, a half to the even digit.
#pragma once

#include <vector>

#include "tbsc94/assessment.hpp"
#include "tbsc94/decimal.hpp"
#include "tbsc94/readings.hpp"
#include "tbsc94/scheme.hpp"

namespace tbsc94 {

/// Rounded once, a half up: `half_up(fraction(189, 2), 0) // 95`. Requires as fraction::rounded.
[[nodiscard]] decimal half_up(const fraction& value, unsigned places);

/// The service score with each item's mean α rounded first, to 1, 2 or 3 decimals, or its mean points, to 0, 1 or 2;
/// a half to the even digit, or up.
[[nodiscard]] std::vector<fraction> scores_of_rounded_items(const scheme& scheme, const assessment& assessment,
                                                            averaging over);

/// The service score with each rating's score rounded first, or each group's mean, to 0, 1 or 2 decimals; likewise.
[[nodiscard]] std::vector<fraction> scores_of_rounded_ratings(const scheme& scheme, const assessment& assessment,
                                                              averaging over);

/// The mean of the items' percentages, and that of the characteristics', each counted alike.
[[nodiscard]] std::vector<fraction> unweighted_scores(const scheme& scheme, const assessment& assessment,
                                                      averaging over);

}  // namespace tbsc94
