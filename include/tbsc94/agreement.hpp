// How far the assessors agree: clauses 5.1.1, 5.1.2.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "tbsc94/grade.hpp"

namespace tbsc94 {

/// What the ratings gave a service item.
struct item_agreement {
  static constexpr std::size_t far_apart = 2;  // Likert bands

  std::size_t item = 0;
  alpha least;
  alpha most;
  std::vector<std::size_t> in_band;  // how many ratings fall in each Likert band (5.1.1), in the scheme's order
  std::size_t lowest_band = 0;       // that any falls in
  std::size_t highest_band = 0;

  /// Most − least.
  [[nodiscard]] decimal spread() const;
  /// Whether ratings differ by two Likert bands or more.
  [[nodiscard]] bool is_far_apart() const { return highest_band - lowest_band >= far_apart; }
};

/// The result with one rating left out, all else equal.
struct left_out {
  fraction score;
  grade_index grade;
  bool changes_grade = false;  // another grade than with all ratings: this rating alone decides
};

struct agreement {
  std::vector<item_agreement> items;  // the applicable ones, in order
  std::vector<left_out> without;      // one a rating
};
/// nullopt where there is but one rating: nothing to agree with.
[[nodiscard]] std::optional<agreement> agreement_of(const scheme& scheme, const assessment& assessment,
                                                    const grading& grading, const readings& readings);

}  // namespace tbsc94
