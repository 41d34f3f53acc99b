// Wrong usage, said in the language of the user.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command_entry.hpp"
#include "text/language.hpp"

namespace CLI {
class App;
class Error;
class Validator;
}  // namespace CLI

namespace tbsc94::cli {

/// What is wrong with the command line of `program`, which `app` parses, as lines for standard error.
[[nodiscard]] std::string usage_error(const command_entry& program, const CLI::App& app, const CLI::Error& error,
                                      language lang);

/// `; did you mean "grade"?`, where one of `known` is worth asking after for `word`; else nothing.
[[nodiscard]] std::string did_you_mean(language lang, std::string_view word, const std::vector<std::string>& known);

/// An option's value is one of `words`, or a whole number from `least` to `most`.
[[nodiscard]] CLI::Validator one_of(const std::vector<std::string>& words, language lang);
[[nodiscard]] CLI::Validator within(std::size_t least, std::size_t most, language lang);

}  // namespace tbsc94::cli
