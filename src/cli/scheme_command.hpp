// `tbsc94 scheme`: shows a scheme, or checks one.
#pragma once

#include "cli/command_entry.hpp"

namespace tbsc94::cli {

[[nodiscard]] command_entry scheme_command();

}  // namespace tbsc94::cli
