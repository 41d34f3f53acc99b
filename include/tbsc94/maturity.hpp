// The management maturity: Appendix 3, clause 5.2.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "tbsc94/scheme.hpp"

namespace tbsc94 {

/// points = points due × item level ÷ 5, exactly (Appendix 3).
[[nodiscard]] decimal maturity_points(const decimal& points_due, maturity_level level);

/// The management total: the sum of the items' points. `levels` has one level an item, in order.
[[nodiscard]] decimal management_total(const maturity_part& part, std::span<const maturity_level> levels);

/// The management level: the band that the total falls in. Requires the total to lie in a band.
[[nodiscard]] maturity_level management_level(const maturity_part& part, const decimal& total);

/// A chapter of Appendix 3 filled in.
struct chapter_line {
  decimal points;
  decimal points_due;
};
/// One line a chapter, in order.
[[nodiscard]] std::vector<chapter_line> chapters_of(const maturity_part& part, std::span<const maturity_level> levels);

}  // namespace tbsc94
