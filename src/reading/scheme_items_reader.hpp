// Reads the items of a scheme with their points due.
#pragma once

#include "json/finding.hpp"
#include "json/value.hpp"
#include "tbsc94/scheme.hpp"

namespace tbsc94 {

/// Reads `service` (Appendix 1): the characteristics with their items, whose points add up to what is stated.
void read_service_part(json::value service, const json::path& at, scheme& into, findings& errors, language lang);

/// Reads `maturity.chapters` (Appendix 3).
void read_chapters(json::value chapters, const json::path& at, item_table& into, findings& errors, language lang);

}  // namespace tbsc94
