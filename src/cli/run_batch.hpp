// What the commands that work on PATHs have in common: every record read, graded, written in the
// order of the input and accounted for.
#pragma once

#include "cli/batch_command.hpp"
#include "cli/options.hpp"

namespace tbsc94::cli {

/// Does `command` on the options' PATHs, and gives the exit code.
[[nodiscard]] int run_batch(const common_options& options, language lang, batch_command& command);

}  // namespace tbsc94::cli
