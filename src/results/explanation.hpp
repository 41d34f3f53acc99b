// A result worked out step by step, so that a reader who never saw the program can do it again by hand.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "results/worked_out.hpp"
#include "text/language.hpp"

namespace tbsc94 {

/// A step, with the clause that it follows; without one it says what the next steps are about.
///
/// Every number in a step is exact, except behind "≈", where it is rounded from the exact number before.
/// In each equation, "=" holds exactly: nothing is rounded between the steps.
struct explained_step {
  std::string clause;  // "5.1.1", "附录 1"
  std::string text;
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
[[nodiscard]] std::string_view heading_of(part_about about, language lang);

struct explained_part {
  part_about about;
  std::vector<explained_step> steps;
};

/// The derivation of a graded assessment; then what the other readings would give, what would change the
/// result, and how far the ratings agree. Texts from the file are harmless to a terminal, and else as written.
[[nodiscard]] std::vector<explained_part> explain(const worked_out& all, language lang);

}  // namespace tbsc94
