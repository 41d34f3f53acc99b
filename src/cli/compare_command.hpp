// `tbsc94 compare`: two audits of one organization.
#pragma once

#include "cli/command_entry.hpp"

namespace tbsc94::cli {

[[nodiscard]] command_entry compare_command();

}  // namespace tbsc94::cli
