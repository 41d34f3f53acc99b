// What the environment of the program says: the language, the terminal, files to read.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "reading/scheme_catalog.hpp"
#include "text/language.hpp"

namespace tbsc94::cli {

struct common_options;

/// A variable of the environment; empty where it is not set.
[[nodiscard]] std::string_view environment(const char* name);

/// The language asked for on the command line, else that of the locale.
[[nodiscard]] language choose_language(int argc, const char* const* argv);

/// The width of the terminal that is standard output or standard error, by COLUMNS where that is set; 0 where it is
/// none.
[[nodiscard]] std::size_t columns_of(int descriptor);

/// The file of decisions that the environment names, where no option names another.
[[nodiscard]] std::vector<ambient_file> ambient_readings(const common_options& options);
/// Likewise schemes, as in PATH one after another.
[[nodiscard]] std::vector<ambient_file> ambient_schemes(const common_options& options);

}  // namespace tbsc94::cli
