// What would change a result: where points are lost, what lies above the limits held, the fewest raises.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "tbsc94/grade.hpp"

namespace tbsc94 {

/// What a service item lacks of its points due (Appendix 1).
struct item_loss {
  std::size_t item = 0;
  fraction points;  // points due − mean points (5.1.1, 5.1.2), 0 or above
};
/// The applicable service items by the points they lose, largest first; of equal ones in the scheme's order.
[[nodiscard]] std::vector<item_loss> losses(const scheme& scheme, const service_breakdown& breakdown);

/// How far the grade held lies above what 5.3 asks for it.
struct cushion {
  fraction score;                       // points of the compared score above the grade's lower limit
  std::optional<maturity_level> level;  // the level asked; absent in a scheme without a maturity part
  std::optional<decimal> total;         // points of the management total above the lowest that gives it
};
/// nullopt where no grade is held.
[[nodiscard]] std::optional<cushion> cushion_of(const scheme& scheme, const grading& grading, const readings& readings);

/// A management item that can be raised, and what one level more brings: points due ÷ 5 (Appendix 3).
struct raise {
  std::size_t item = 0;
  decimal gain;
};
/// The fewest raises of an item by one level each that bring enough points together. An item may be raised
/// more than once, to level 5 at most.
struct fewest_raises {
  std::size_t count = 0;
  std::vector<raise> items;  // those that have a part in some way of doing it with `count`, in order
};
/// The raises that bring `lacking` points, above 0, to the management total. nullopt where not even level 5
/// of every item would.
[[nodiscard]] std::optional<fewest_raises> raises_for(const maturity_part& part, std::span<const maturity_level> levels,
                                                      const decimal& lacking);

/// All of this, for one result.
struct outlook {
  std::vector<item_loss> losses;
  std::optional<tbsc94::cushion> cushion;
  std::optional<fewest_raises> raises;  // to the level that the next grade asks, where it lacks and can be reached
};
[[nodiscard]] outlook look_out(const scheme& scheme, const assessment& assessment, const grading& grading,
                               const derivation& derivation, const readings& readings);

/// What another value of a reading gives, all else equal.
struct other_value {
  std::string_view value;
  std::size_t index = 0;                    // its place among the values of the reading
  std::optional<tbsc94::grading> result{};  // absent: the assessment would be refused
};
/// One for each value of `which` that is not in use, in the order of the values.
[[nodiscard]] std::vector<other_value> other_values_of(const scheme& scheme, const assessment& assessment,
                                                       const readings& readings, reading which);

}  // namespace tbsc94
