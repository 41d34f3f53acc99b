// `tbsc94 merge`: puts several files of one audit together.
#pragma once

#include "cli/command_entry.hpp"

namespace tbsc94::cli {

[[nodiscard]] command_entry merge_command();

}  // namespace tbsc94::cli
