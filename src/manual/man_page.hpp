// A man page of the program or of one of its commands.
#pragma once

#include <string>

#include "cli/command_entry.hpp"
#include "text/language.hpp"
#include "text/manual_pages.hpp"

namespace tbsc94::manual {

/// The page of `command` in section 1; a command below it has no page of its own, but parts of this one.
/// `program` has it, or is it.
[[nodiscard]] std::string man_page(const cli::command_entry& command, const cli::command_entry& program, language lang);

/// A page of the manual on a subject, for section 5 or 7.
[[nodiscard]] std::string man_page(const manual_page& page, language lang);

}  // namespace tbsc94::manual
