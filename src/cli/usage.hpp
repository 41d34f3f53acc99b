// Wrong usage, said in the language of the user.
#pragma once

#include <CLI/CLI.hpp>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "text/language.hpp"

namespace tbsc94::cli {

/// What is wrong with the command line, as lines for standard error.
[[nodiscard]] std::string usage_error(const CLI::App& program, const CLI::Error& error, language lang);

/// `; did you mean "grade"?`, where one of `known` is worth asking after for `word`; else nothing.
[[nodiscard]] std::string did_you_mean(language lang, std::string_view word, const std::vector<std::string>& known);

/// An option's value is one of `words`, or a whole number from `least` to `most`.
[[nodiscard]] CLI::Validator one_of(const std::vector<std::string>& words, language lang);
[[nodiscard]] CLI::Validator within(std::size_t least, std::size_t most, language lang);

/// Words that help and completions offer for an option's value. Others are not refused, as which there
/// are is known only once the schemes are loaded. `words` is called where they are needed.
[[nodiscard]] CLI::Validator offers(std::function<std::vector<std::string>()> words);

}  // namespace tbsc94::cli
