// `tbsc94 template`: prints a blank assessment.
#pragma once

#include "cli/command_entry.hpp"

namespace tbsc94::cli {

[[nodiscard]] command_entry template_command();

}  // namespace tbsc94::cli
