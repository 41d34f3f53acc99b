// What `scheme show` writes: a scheme's tables, or its items and clauses by their numbers.
#pragma once

#include <span>
#include <string>

#include "reading/scheme_catalog.hpp"
#include "results/report_style.hpp"
#include "tbsc94/scheme.hpp"
#include "text/language.hpp"

namespace tbsc94 {

/// What the numbers `ids` stand for, all of them known; without any, the tables.
[[nodiscard]] std::string scheme_text(const scheme& scheme, std::span<const std::string> ids, text_style style);
[[nodiscard]] std::string scheme_markdown(const scheme& scheme, std::span<const std::string> ids, language lang);
/// The same for machines: without ids the scheme's own file, which loads again.
[[nodiscard]] std::string scheme_json(const loaded_scheme& loaded, std::span<const std::string> ids);

}  // namespace tbsc94
