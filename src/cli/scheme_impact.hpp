// `scheme diff --impact`: how an archive's grades would move.
#pragma once

#include "cli/options.hpp"
#include "schemes/scheme_diff_report.hpp"

namespace tbsc94::cli {

/// Grades the options' PATHs by the scheme of `a` and by that of `b`, whatever edition they name, and writes, after
/// the comparison of the two, which grades move. The exit code: `some_refused` where either refuses a record.
[[nodiscard]] int run_impact(const common_options& options, const scheme_catalog& a, const scheme_catalog& b,
                             const scheme_comparison& compared, language lang);

}  // namespace tbsc94::cli
