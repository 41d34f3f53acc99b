// A result worked out step by step, so that a reader who never saw the program can do it again by hand.
#pragma once

#include <string>
#include <vector>

#include "results/outcome.hpp"
#include "tbsc94/outlook.hpp"
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
struct explained_part {
  std::string heading;
  std::vector<explained_step> steps;
};

/// The derivation of a graded assessment; then what the other readings would give, what would change the
/// result, and how far the ratings agree. Texts from the file are harmless to a terminal, and else as written.
[[nodiscard]] std::vector<explained_part> explain(const outcome& outcome, const readings_in_use& readings,
                                                  language lang);

/// The raises in one sentence: how many, of which items, and what they bring together.
[[nodiscard]] std::string raises_text(const maturity_part& part, const fewest_raises& raises, const decimal& lacking,
                                      language lang);

}  // namespace tbsc94
