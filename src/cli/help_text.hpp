// What `--help` prints.
#pragma once

#include <string>

#include "cli/command_entry.hpp"
#include "text/language.hpp"

namespace tbsc94::cli {

/// How wide help and manual are printed, in columns.
inline constexpr std::size_t page_width = 80;

/// A command's help, in lines of at most `page_width` columns: what it does, examples, usage, what can be given.
[[nodiscard]] std::string help_text(const command_entry& command, language lang);

/// `tbsc94 grade [OPTIONS] PATH...`
[[nodiscard]] std::string synopsis(const command_entry& command, language lang);
/// The manual page that tells of a command: "tbsc94-scheme" of `tbsc94 scheme check`, too.
[[nodiscard]] std::string page_of(const command_entry& command);
/// `-o, --output FILE`
[[nodiscard]] std::string shown_names(const option_entry& option);

/// The options of a command by the group they stand in, in the order of the groups; none is empty.
struct grouped_options {
  option_group group;
  std::vector<const option_entry*> options;
};
[[nodiscard]] std::vector<grouped_options> groups_of(const command_entry& command);

}  // namespace tbsc94::cli
