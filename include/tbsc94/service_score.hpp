// The service score: Appendix 1, clause 5.1.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "tbsc94/assessment.hpp"
#include "tbsc94/decimal.hpp"
#include "tbsc94/readings.hpp"
#include "tbsc94/scheme.hpp"

namespace tbsc94 {

/// The ratings whose own mean is taken first (5.1.2): all of an assessor, or of an occasion, where one that names
/// none stands alone; or each rating by itself.
struct rating_groups {
  std::vector<std::size_t> of;       // a rating's group, in the order of their first ratings
  std::vector<std::uint64_t> sizes;  // how many ratings a group has

  rating_groups(const assessment& assessment, averaging over);
  /// Whether all groups are of one size: then the mean over them is that over the ratings.
  [[nodiscard]] bool are_equal() const;
};

/// Whether the mean over assessors, or over occasions, weighs the ratings otherwise than that over ratings does:
/// where the groups are of unequal size (5.1.2).
[[nodiscard]] bool rated_unequally(const assessment& assessment, averaging over);

/// The weights with which the ratings enter a mean (5.1.2): whole numbers, one a rating.
///
/// Over ratings each counts 1. Over assessors or occasions (reading `mean-over`) each of these counts alike, so
/// a rating counts in inverse ratio to the size of its group.
class rating_weights {
 public:
  rating_weights(const assessment& assessment, averaging over);

  [[nodiscard]] natural of(std::size_t rating) const { return weights_.empty() ? natural(1) : weights_[rating]; }
  /// Whether every rating counts 1.
  [[nodiscard]] bool are_alike() const { return weights_.empty(); }
  [[nodiscard]] const natural& sum() const { return sum_; }

 private:
  std::vector<natural> weights_;  // empty: every rating counts 1
  natural sum_;
};

/// The service score, 0 to 100: the mean of 100 × Σ points ÷ Σ points due over the ratings (5.1.1,
/// 5.1.2). Points due leave out the items that the assessment declares not applicable.
[[nodiscard]] fraction service_score(const scheme& scheme, const assessment& assessment, const rating_weights& weights);

/// The service score with each rating left out in turn (5.1.2), one a rating. Requires two ratings or more.
[[nodiscard]] std::vector<fraction> scores_without_each(const scheme& scheme, const assessment& assessment,
                                                        averaging over);

/// Points and points due of some items, and the percentage of the two (5.1.1).
struct score_line {
  bool applicable = false;  // false: no points are due
  fraction points;          // mean over the ratings
  decimal points_due;
  fraction percentage;  // 0 to 100; 0 where nothing is due
};

/// Where the service score comes from: a line for every item, every characteristic and the whole.
struct service_breakdown {
  std::vector<score_line> items;
  std::vector<score_line> characteristics;
  score_line whole;
  std::vector<fraction> ratings;  // each rating's own score, 0 to 100
};
[[nodiscard]] service_breakdown break_down(const scheme& scheme, const assessment& assessment,
                                           const rating_weights& weights);

}  // namespace tbsc94
