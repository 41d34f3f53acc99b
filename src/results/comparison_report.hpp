// Two audits compared, written as text, Markdown, HTML or JSON.
#pragma once

#include <string>

#include "results/audit_comparison.hpp"
#include "results/report_style.hpp"

namespace tbsc94 {

[[nodiscard]] std::string comparison_text(const audit_comparison& compared, text_style style);
[[nodiscard]] std::string comparison_markdown(const audit_comparison& compared, language lang);
/// A page that needs no script and fetches nothing.
[[nodiscard]] std::string comparison_html(const audit_comparison& compared, language lang);
/// All lines, those that did not move as well; exact values beside those to two decimals.
[[nodiscard]] std::string comparison_json(const audit_comparison& compared);

}  // namespace tbsc94
