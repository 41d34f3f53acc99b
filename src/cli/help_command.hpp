// `tbsc94 help`: a command's help, or a page of the manual.
#pragma once

#include "cli/command_entry.hpp"

namespace tbsc94::cli {

[[nodiscard]] command_entry help_command();

}  // namespace tbsc94::cli
