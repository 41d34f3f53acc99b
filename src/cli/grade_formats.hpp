// How `tbsc94 grade` writes records.
#pragma once

#include <memory>

#include "cli/options.hpp"
#include "cli/record_format.hpp"
#include "cli/workspace.hpp"
#include "results/html/report.hpp"

namespace tbsc94::cli {

/// The format that `options` name. `one_report`: of one document, a report of its own; `explain`: the derivation
/// step by step as well; `reader`: of pages in HTML. `options` and `space` must outlive it.
[[nodiscard]] std::unique_ptr<record_format> grade_format(const common_options& options, const workspace& space,
                                                          bool one_report, bool explain, audience reader);

}  // namespace tbsc94::cli
