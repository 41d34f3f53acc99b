// A blank assessment, ready to fill in.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "tbsc94/scheme.hpp"
#include "text/language.hpp"

namespace tbsc94 {

/// An assessment of `scheme` as indented JSON: items in the specification's order, `null` wherever
/// something is to be filled in, and in `extensions.guide` each item's name, points due and criterion.
/// `schema` is what an editor is to check it by; empty: nothing. Requires 1 <= ratings.
[[nodiscard]] std::string blank_assessment(const scheme& scheme, std::size_t ratings, language lang,
                                           std::string_view schema);

}  // namespace tbsc94
