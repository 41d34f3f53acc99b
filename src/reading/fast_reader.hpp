// Reads the assessments that nearly all files hold, in one pass over their bytes.
#pragma once

#include <string>
#include <string_view>

#include "json/characters.hpp"
#include "reading/record.hpp"
#include "reading/scheme_catalog.hpp"

namespace tbsc94 {

/// Reads a text that is written as nearly all assessments are: all items there, in any order, numbers without
/// exponents, strings without escapes, nothing to refuse and nothing to remark on but its date. A scheme that is named
/// only after what refers to it has to be the first of the catalog. `record` then holds what the
/// strict reader would have read under the edition `under` (empty: the text's own), to the byte, without errors or
/// remarks.
///
/// `passed_over` keeps the last `extensions` that were found to be right, unless they are very long: where they come
/// again, as in every file that is born of one template, they are known by their bytes. At first it is empty.
///
/// False for any other text, be it right or wrong: `record` means nothing then. Never reports errors: on false, use
/// the full reader.
[[nodiscard]] bool read_fast(const scheme_catalog& catalog, const json::padded_text& text, std::string_view under,
                             std::string& passed_over, record& record);

}  // namespace tbsc94
