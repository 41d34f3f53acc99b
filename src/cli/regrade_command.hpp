// `tbsc94 regrade`: grades an archive again and says which grades change.
#pragma once

#include "cli/command_entry.hpp"

namespace tbsc94::cli {

[[nodiscard]] command_entry regrade_command();

}  // namespace tbsc94::cli
