// Reads schemes: the loader refuses what it does not know, and says where.
#pragma once

#include <optional>
#include <string_view>

#include "json/finding.hpp"
#include "json/json.hpp"
#include "tbsc94/scheme.hpp"

namespace tbsc94 {

/// How many clauses a scheme may sum up.
inline constexpr std::size_t most_clauses = 1000;

/// Reads a scheme file; nullopt, and `errors` says why, where it cannot be scored by: a key unknown
/// or missing, points that do not add up, bands with gaps, limits that do not ascend.
[[nodiscard]] std::optional<scheme> read_scheme(const json::padded_text& text, findings& errors, language lang);

}  // namespace tbsc94
