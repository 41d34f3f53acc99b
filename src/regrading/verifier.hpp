// Holds the recorded results of an archive to account.
#pragma once

#include <memory>

#include "archive/record_grader.hpp"
#include "regrading/named_readings.hpp"

namespace tbsc94 {

/// Grades each record under the readings that it names, else under those of its scheme, and sets
/// outcome::recorded_check; where named readings are checked, under the latter, and what it names otherwise differs. A
/// result of `grade --format json` is checked against the one worked out again from the assessment in it, an array of
/// them one after another. The catalog must outlive it.
[[nodiscard]] std::unique_ptr<record_grader> verifying_grader(const scheme_catalog& catalog,
                                                              const reader_options& options, named_readings named);

}  // namespace tbsc94
