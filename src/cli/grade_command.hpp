// `tbsc94 grade`: grades assessments.
#pragma once

#include "cli/command_entry.hpp"

namespace tbsc94::cli {

[[nodiscard]] command_entry grade_command();

}  // namespace tbsc94::cli
