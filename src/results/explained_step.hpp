// The steps of an explanation as data, in no language.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "tbsc94/outlook.hpp"
#include "text/language.hpp"

namespace tbsc94 {

using summands = std::vector<fraction>;
using listed = std::vector<std::string>;              // ids, or the numbers of ratings; "none" where there are none
using given_grade = std::optional<std::string_view>;  // nullopt: no grade

/// "≈" where something is lost, else "=".
struct rounding {
  fraction exact;
  shown_score rounded;
};
/// "≥" where it holds, else "<".
struct condition {
  fraction value;
  fraction least;
  bool holds = false;
};
/// What another value of a reading gives, or the ratings without one of them.
struct other_result {
  std::optional<fraction> score;  // absent where it is the same
  given_grade grade;
  bool changes_grade = false;
};
/// The raises that bring what the total lacks to a level.
struct raises_to_level {
  const maturity_part* part;
  const fewest_raises* raises;
  decimal lacking;
};

/// What a step tells of. Texts are the stable names of readings; pointers lead to what has a name in each language.
using operand = std::variant<std::size_t, std::string_view, fraction, decimal, summands, listed, rounding, condition,
                             const item*, const rating*, const bilingual*, const grade_limit*, phrase<>, given_grade,
                             other_result, raises_to_level>;

/// A step as data: its kind, its operands, and the clause that it follows.
///
/// Every number in it is exact, except behind "≈", where it is rounded from the exact number before. In each
/// equation, "=" holds exactly: nothing is rounded between the steps.
struct explained_step {
  const phrase_text* kind;  // one of `steps` (explanation_messages.hpp), which says what its operands are
  std::string_view clause;  // as the scheme names it; empty: the step says what the next ones are about
  std::vector<operand> operands;
};

/// What a part is about, in the order of the parts.
enum class part_about : std::uint8_t {
  points_due,
  points,
  mean,
  maturity,
  table,
  verdict,  // the last of those that lead to the verdict
  readings,
  outlook,
  losses,
  agreement,
};
struct explained_part {
  part_about about;
  std::vector<explained_step> steps;
};

}  // namespace tbsc94
