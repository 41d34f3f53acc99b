// Reads the management part of an assessment: conformity, the audit, and a level an item.
#pragma once

#include "json/value.hpp"
#include "reading/record.hpp"

namespace tbsc94 {

/// Reads `management`, with a maturity level for every item where the scheme has that part (Appendix 3).
void read_management(json::value management, const json::path& at, const loaded_scheme& scheme, record& into,
                     language lang);

}  // namespace tbsc94
