// What stands in a scheme's tables, in words that reports and the tables themselves have alike.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "tbsc94/scheme.hpp"
#include "text/language.hpp"

namespace tbsc94 {

/// A band of α as an interval: `(0.2, 0.4]`, the first one `[0, 0.2]` (5.1.1).
[[nodiscard]] std::string interval_of(const scheme& scheme, std::size_t likert_band);

[[nodiscard]] const std::string& level_name(const scheme& scheme, maturity_level level, language lang);

/// A band of the management total as an interval: `[45, 70)`, the last one `[105, 145]` (Appendix 3).
[[nodiscard]] std::string interval_of(const maturity_band& band);

/// The range that is printed for a row or a grade of 5.3: `60–79`, `95 and above`.
[[nodiscard]] std::string range_text(const decimal& from, const std::optional<decimal>& to, language lang);

}  // namespace tbsc94
