// `tbsc94 schema`: prints a JSON Schema.
#pragma once

#include <CLI/CLI.hpp>

#include "cli/options.hpp"

namespace tbsc94::cli {

[[nodiscard]] command add_schema_command(CLI::App& program, language lang);

}  // namespace tbsc94::cli
