// `tbsc94 template`: prints a blank assessment.
#pragma once

#include <CLI/CLI.hpp>

#include "cli/options.hpp"

namespace tbsc94::cli {

[[nodiscard]] command add_template_command(CLI::App& program, language lang);

}  // namespace tbsc94::cli
