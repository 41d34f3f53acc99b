// `tbsc94 regrade`: grades an archive again and says which grades change.
#pragma once

#include <CLI/CLI.hpp>

#include "cli/options.hpp"

namespace tbsc94::cli {

[[nodiscard]] command add_regrade_command(CLI::App& program, language lang);

}  // namespace tbsc94::cli
