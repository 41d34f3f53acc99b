// `tbsc94 scheme`: shows a scheme, or checks one.
#pragma once

#include <CLI/CLI.hpp>

#include "cli/options.hpp"

namespace tbsc94::cli {

[[nodiscard]] command add_scheme_command(CLI::App& program, language lang);

}  // namespace tbsc94::cli
