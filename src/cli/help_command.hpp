// `tbsc94 help`: a command's help, or a page of the manual.
#pragma once

#include "cli/command_entry.hpp"

namespace tbsc94::cli {

/// `program` gives all commands, this one among them.
[[nodiscard]] command_entry help_command(command_entry (*program)());

}  // namespace tbsc94::cli
