#pragma once

#include "cli/command_entry.hpp"

namespace tbsc94::cli {

/// `scheme diff`: what a revision changes.
[[nodiscard]] command_entry scheme_diff_command();

}  // namespace tbsc94::cli
