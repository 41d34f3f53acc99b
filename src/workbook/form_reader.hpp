// A filled-in form as an assessment: its JSON, and which cell each value stands in.
#pragma once

#include <string_view>

#include "text/language.hpp"
#include "workbook/form.hpp"

namespace tbsc94::workbook {

/// Whether a file is taken for a workbook, by its name: `.xlsx`, and the formats that are told to be saved as such.
[[nodiscard]] bool is_workbook(std::string_view path);

/// Reads a workbook.
[[nodiscard]] form read_form(std::string_view bytes, language lang);

}  // namespace tbsc94::workbook
