// `tbsc94 completion`: prints the completion of a shell.
#pragma once

#include "cli/command_entry.hpp"

namespace tbsc94::cli {

/// `program` gives all commands, this one among them.
[[nodiscard]] command_entry completion_command(command_entry (*program)());

}  // namespace tbsc94::cli
