// What a script that adds up IEEE 754 doubles comes to; see binary64.hpp.
#pragma once

#include <vector>

#include "tbsc94/assessment.hpp"
#include "tbsc94/decimal.hpp"
#include "tbsc94/readings.hpp"
#include "tbsc94/scheme.hpp"

namespace tbsc94 {

/// The service score in the usual orders of the operations (5.1): each rating's score and then their
/// mean, or each item's mean α and then the score; multiplied by 100 before or after the division.
[[nodiscard]] std::vector<fraction> scores_in_doubles(const scheme& scheme, const assessment& assessment,
                                                      averaging over);

/// The management total, multiplied by the level before or after the division by 5 (Appendix 3).
[[nodiscard]] std::vector<fraction> totals_in_doubles(const maturity_part& part, const assessment& assessment);

}  // namespace tbsc94
