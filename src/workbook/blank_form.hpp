// A blank assessment as a workbook: to fill in on a screen, or printed.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "tbsc94/scheme.hpp"
#include "text/language.hpp"

namespace tbsc94::workbook {

/// The form of `scheme` with a sheet for each of `ratings` assessors; nullopt where it could not be written to a
/// temporary file: errno says why. Requires 1 <= ratings. Alike for alike arguments, byte for byte.
[[nodiscard]] std::optional<std::string> blank_form(const scheme& scheme, std::size_t ratings, language lang);

}  // namespace tbsc94::workbook
