// `tbsc94 grade`: grades assessments.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>

#include "formats/language.hpp"

namespace tbsc94::cli {

/// Adds the command to the program; what it returns carries it out and gives the exit code.
[[nodiscard]] std::function<int()> add_grade_command(CLI::App& program, language lang);

}  // namespace tbsc94::cli
