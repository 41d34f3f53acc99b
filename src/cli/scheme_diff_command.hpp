#pragma once

#include "cli/options.hpp"

namespace tbsc94::cli {

/// `scheme diff`: what a revision changes.
[[nodiscard]] command add_scheme_diff_command(CLI::App& scheme, language lang);

}  // namespace tbsc94::cli
