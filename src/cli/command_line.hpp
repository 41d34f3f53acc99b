// The program's command line: its commands and their options, read and carried out.
#pragma once

#include "cli/command_entry.hpp"
#include "text/language.hpp"

namespace tbsc94::cli {

/// All that can be asked of the program.
[[nodiscard]] command_entry program();

/// Carries out what `argv` asks of it; the exit code.
[[nodiscard]] int run(language lang, int argc, const char* const* argv);

}  // namespace tbsc94::cli
