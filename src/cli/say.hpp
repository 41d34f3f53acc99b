// What is said on standard error.
#pragma once

#include <string_view>

#include "archive/io_problem.hpp"
#include "archive/output.hpp"
#include "text/language.hpp"

namespace tbsc94::cli {

/// Writes to standard error, whether or not that can be written to.
void say(std::string_view text);
/// `tbsc94: MESSAGE` on standard error.
void complain(language lang, std::string_view message);
void complain_cannot_read(language lang, const io_problem& problem);
void complain_cannot_write(language lang, const io_problem& problem);
/// After a failure of `out`: says so, and gives the exit code. Where the reader of a pipe has gone the
/// program ends at once and without a word, as others do.
[[nodiscard]] int cannot_write(language lang, const output& out);

}  // namespace tbsc94::cli
