// How the program ends.
#pragma once

namespace tbsc94::cli {

/// The program's exit codes; of several that apply, the highest.
enum exit_code : int {
  done = 0,
  check_failed = 1,   // a check that was asked for does not hold
  wrong_usage = 2,    // a wrong command line, or a scheme or readings file that cannot be used
  some_refused = 3,   // some input was refused; the rest was processed
  cannot_access = 4,  // something could not be read or written
};

}  // namespace tbsc94::cli
