// Grades an archive again, and says which grades change.
#pragma once

#include <memory>

#include "archive/record_grader.hpp"

namespace tbsc94 {

/// How an archive is graded again.
struct regrade_terms {
  readings_in_use readings;  // those given are asked for; the others are the record's own, else its scheme's
  reading_set tried;         // by the command line: what if the text is read so?
};

/// Grades each record under `terms` and, where `options` say so, another edition than its own, and sets
/// outcome::recorded_check. What it is compared with is the grade that it records, else, where it is read
/// otherwise than it says itself, the one that it comes to by its own edition and readings. The
/// catalog and the terms must outlive it.
[[nodiscard]] std::unique_ptr<record_grader> regrading_grader(const scheme_catalog& catalog,
                                                              const reader_options& options,
                                                              const regrade_terms& terms);

}  // namespace tbsc94
