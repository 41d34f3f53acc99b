// Reads schemes: the loader refuses what it does not know, and says where.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "json/characters.hpp"
#include "json/finding.hpp"
#include "reading/scheme_catalog.hpp"
#include "tbsc94/scheme.hpp"

namespace tbsc94 {

/// How many clauses a scheme may sum up (`too-large`).
inline constexpr std::size_t most_clauses = 1000;

/// Reads a scheme file; nullopt, and `errors` says why, where it cannot be scored by: a key unknown
/// or missing, points that do not add up, bands with gaps, limits that do not ascend, a name that could be
/// taken for something else. Also where it would pass for one of `beside`, which is not the same.
[[nodiscard]] std::optional<scheme> read_scheme(const json::padded_text& text, findings& errors, language lang,
                                                const scheme_catalog& beside = {});

/// The scheme that the program brings; `ambient` are the files that the readings given came from.
[[nodiscard]] scheme_catalog embedded_schemes(const readings_in_use& given = {},
                                              const std::vector<ambient_file>& ambient = {});

}  // namespace tbsc94
