// Reads the management part of a scheme: Appendix 3, with the levels of Appendix 2.
#pragma once

#include "json/finding.hpp"
#include "json/value.hpp"
#include "tbsc94/scheme.hpp"

namespace tbsc94 {

/// Reads `maturity`: the levels and the chapters with their items, and bands end to end that every total lies in.
void read_maturity(json::value maturity, const json::path& at, maturity_part& into, findings& errors, language lang);

}  // namespace tbsc94
