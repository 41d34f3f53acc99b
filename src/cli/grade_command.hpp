// `tbsc94 grade`: grades assessments.
#pragma once

#include <CLI/CLI.hpp>

#include "cli/options.hpp"

namespace tbsc94::cli {

[[nodiscard]] command add_grade_command(CLI::App& program, language lang);

}  // namespace tbsc94::cli
