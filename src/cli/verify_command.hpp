// `tbsc94 verify`: holds recorded results against what the assessments come to.
#pragma once

#include "cli/command_entry.hpp"

namespace tbsc94::cli {

[[nodiscard]] command_entry verify_command();

}  // namespace tbsc94::cli
