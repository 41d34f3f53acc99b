// A result as an auditor reads it: the verdict first, then where it comes from.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "results/outcome.hpp"
#include "results/report_style.hpp"
#include "results/worked_out.hpp"

namespace tbsc94 {

/// The full report of a graded assessment, lines of at most `report_width` columns.
[[nodiscard]] std::string text_report(const worked_out& all, text_style style);

/// The same worked out step by step, a line or more a step: `    [5.1.1] 1.1 personnel: 0.85 × 5 = 4.25`.
[[nodiscard]] std::string text_explanation(const worked_out& all, text_style style);

/// A line, set in by `indent` columns, and where it is too long further ones, set in a little more.
void append_line(std::string& out, std::string_view text, std::size_t indent);
void append_heading(std::string& out, std::string_view text, text_style style);

}  // namespace tbsc94
