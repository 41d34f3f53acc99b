// Wrong usage, said in the language of the user.
#pragma once

#include <CLI/CLI.hpp>
#include <cstddef>
#include <string>
#include <vector>

#include "formats/language.hpp"

namespace tbsc94::cli {

/// What is wrong with the command line, as lines for standard error.
[[nodiscard]] std::string usage_error(const CLI::App& program, const CLI::Error& error, language lang);

/// An option's value is one of `words`, or a whole number from `least` to `most`.
[[nodiscard]] CLI::Validator one_of(const std::vector<std::string>& words, language lang);
[[nodiscard]] CLI::Validator within(std::size_t least, std::size_t most, language lang);

}  // namespace tbsc94::cli
