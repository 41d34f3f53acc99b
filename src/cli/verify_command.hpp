// `tbsc94 verify`: holds recorded results against what the assessments come to.
#pragma once

#include <CLI/CLI.hpp>

#include "cli/options.hpp"

namespace tbsc94::cli {

[[nodiscard]] command add_verify_command(CLI::App& program, language lang);

}  // namespace tbsc94::cli
