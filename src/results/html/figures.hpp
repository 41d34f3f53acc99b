// The charts of the HTML report. Widths and places are percentages, worked out exactly and rounded once to
// thousandths, so that a chart fills any width while its text keeps its size; heights are pixels.
#pragma once

#include <string>

#include "results/html/page.hpp"
#include "results/outcome.hpp"
#include "text/language.hpp"

namespace tbsc94::html {

/// The service score on a scale from below its first limit to 100, with the grades' lower limits (5.3).
[[nodiscard]] node score_scale(const scheme& scheme, const grading& grading, language lang);
/// The management total on a scale with the levels' bands (Appendix 3).
[[nodiscard]] node total_scale(const maturity_part& part, const decimal& total, language lang);
/// A bar for each characteristic, all of one length: the points in percent of those due, and the grades' lower limits.
[[nodiscard]] node characteristic_bars(const scheme& scheme, const service_breakdown& breakdown, language lang);
/// The items of each chapter with their levels, in the levels' colours.
[[nodiscard]] node level_chips(const maturity_part& part, const assessment& assessment, language lang);

}  // namespace tbsc94::html
