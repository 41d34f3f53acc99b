// Reads the service part of an assessment: ratings with their α, and the items that are not applicable.
#pragma once

#include "json/value.hpp"
#include "reading/record.hpp"

namespace tbsc94 {

/// Reads `service`: every rating has an α for every item (Appendix 1) that is applicable, and no assessor rates twice
/// on one occasion (5.1.2). `excluding` says whether items may be declared not applicable.
void read_service(json::value service, const json::path& at, const loaded_scheme& scheme, bool excluding, record& into,
                  language lang);

}  // namespace tbsc94
