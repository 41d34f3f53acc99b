// `tbsc94 schema`: prints a JSON Schema.
#pragma once

#include "cli/command_entry.hpp"

namespace tbsc94::cli {

[[nodiscard]] command_entry schema_command();

}  // namespace tbsc94::cli
