// What a careful reader of a result would ask about: plausible slips, and what the verdict hangs on. None is an error.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "tbsc94/agreement.hpp"
#include "tbsc94/grade.hpp"

namespace tbsc94 {

/// An item with α in the lowest Likert band (5.1.1).
struct alpha_in_lowest_band {
  std::size_t item = 0;
  std::vector<std::size_t> ratings;
};
/// An item with an α that is two bands or more from that of every other rating.
struct alpha_far_from_others {
  std::size_t item = 0;
  std::vector<std::size_t> ratings;  // each such; of two ratings both
};
/// Ratings that give every applicable item the same α.
struct ratings_alike {
  std::vector<std::size_t> ratings;  // two or more
};
/// There is one rating only (5.1.2).
struct single_rating {};
/// Ratings without each of which, alone, the grade would be another.
struct one_rating_decides {
  std::vector<std::size_t> ratings;
};
/// The row of 5.3 that the score lies in is fulfilled, and no grade is reached.
struct row_without_grade {
  std::size_t row = 0;
};

using verdict_remark = std::variant<row_without_grade, single_rating, one_rating_decides, ratings_alike,
                                    alpha_far_from_others, alpha_in_lowest_band>;
/// A name that never changes: `"alpha-in-lowest-band"`.
[[nodiscard]] std::string_view name_of(const verdict_remark& remark);

/// The remarks on a result: on the verdict, on the ratings, then on the items in the scheme's order. `agreement` is
/// that of the same assessment.
[[nodiscard]] std::vector<verdict_remark> verdict_remarks(const scheme& scheme, const assessment& assessment,
                                                          const grading& grading,
                                                          const std::optional<agreement>& agreement,
                                                          const readings& readings);

}  // namespace tbsc94
