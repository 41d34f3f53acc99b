// What help texts and man pages tell of each command besides its options: examples and paragraphs.
#pragma once

#include "cli/command_entry.hpp"

namespace tbsc94::cli::guides {

extern const guide program;
extern const guide grade;
extern const guide verify;
extern const guide regrade;
extern const guide blank;  // `template`
extern const guide merge;
extern const guide compare;
extern const guide scheme;
extern const guide scheme_show;
extern const guide scheme_check;
extern const guide scheme_diff;
extern const guide schema;
extern const guide completion;
extern const guide help;

}  // namespace tbsc94::cli::guides
