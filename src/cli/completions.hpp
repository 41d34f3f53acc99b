// Completions for the shells. Each script is complete in itself and asks nothing of the program.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/command_entry.hpp"

namespace tbsc94::cli {

[[nodiscard]] std::string bash_completion(const command_entry& program);
// What an option does is shown in both languages: the script takes that of the locale.
[[nodiscard]] std::string zsh_completion(const command_entry& program);
[[nodiscard]] std::string fish_completion(const command_entry& program);

/// The endings of the files that PATH can be: ".json", ".ndjson.gz", ".zip" and so on.
[[nodiscard]] std::vector<std::string> assessment_endings();
/// What an option does, in a few words: up to where the sentence goes on.
[[nodiscard]] std::string_view in_brief(std::string_view about);
/// Text within single quotes, for the shells.
[[nodiscard]] std::string in_quotes(std::string_view text);

}  // namespace tbsc94::cli
