// The remarks on a verdict, in words.
#pragma once

#include <string>
#include <string_view>

#include "checking/verdict_remarks.hpp"
#include "text/language.hpp"

namespace tbsc94 {

/// `1.1 functionality · personnel: α in the lowest band (0–0.2, …): rating 1 (A1): 0.05`. `quote` writes a text
/// from the file so that it means nothing to the format.
[[nodiscard]] std::string words_of(const verdict_remark& remark, const scheme& scheme, const assessment& assessment,
                                   language lang, std::string (*quote)(std::string_view text));

/// The clause that a remark is about: `5.1.1`.
[[nodiscard]] std::string_view clause_of(const verdict_remark& remark, const scheme& scheme);

}  // namespace tbsc94
