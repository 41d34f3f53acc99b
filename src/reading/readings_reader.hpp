// Reads a certification body's own decisions on the readings (`--readings FILE`).
#pragma once

#include <optional>

#include "json/characters.hpp"
#include "json/finding.hpp"
#include "tbsc94/readings.hpp"

namespace tbsc94 {

/// Reads `{"row-grade": {"value": "by-score", "decision": "TC 2026-03", "date": "2026-03-01"}}`:
/// `value` and `decision` are required of each. nullopt, and `errors` says why, with the clauses of `scheme`,
/// where it is wrong.
[[nodiscard]] std::optional<readings_in_use> read_readings(const json::padded_text& text, const scheme& scheme,
                                                           findings& errors, language lang);

}  // namespace tbsc94
