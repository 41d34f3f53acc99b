// A result worked out step by step, so that a reader who never saw the program can do it again by hand.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "results/explained_step.hpp"
#include "results/worked_out.hpp"
#include "text/language.hpp"

namespace tbsc94 {

/// The derivation of a graded assessment; then what the other readings would give, what would change the
/// result, and how far the ratings agree. `all` must outlive it.
[[nodiscard]] std::vector<explained_part> explain(const worked_out& all);

[[nodiscard]] std::string_view heading_of(part_about about, language lang);
/// Texts from the file are harmless to a terminal, and else as written.
[[nodiscard]] std::string words_of(const explained_step& step, language lang);

}  // namespace tbsc94
