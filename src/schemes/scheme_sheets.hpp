// A scheme on the table: its tables, and its items and clauses by their numbers.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "reading/scheme_catalog.hpp"
#include "results/report_style.hpp"
#include "tbsc94/scheme.hpp"
#include "text/language.hpp"

namespace tbsc94 {

/// The numbers of its clauses, chapters and items, each once.
[[nodiscard]] std::vector<std::string> known_ids(const scheme& scheme);
/// Where no item, chapter or clause of `scheme` has the number `id`: the nearest that one has.
[[nodiscard]] std::optional<std::string> nearest_if_unknown(const scheme& scheme, const std::string& id);

/// What the numbers `ids` stand for, all of them known, each with everything of that number: 4.1 is an
/// item of Appendix 1 and one of Appendix 3. Without any, the tables: α, Appendix 1, Appendix 3 and 5.3.
[[nodiscard]] std::string scheme_text(const scheme& scheme, std::span<const std::string> ids, text_style style);
[[nodiscard]] std::string scheme_markdown(const scheme& scheme, std::span<const std::string> ids, language lang);
/// The same for machines: without ids the scheme's own file, which loads again.
[[nodiscard]] std::string scheme_json(const loaded_scheme& loaded, std::span<const std::string> ids);

}  // namespace tbsc94
