// tbsc94: options in, library called, result out.

#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <exception>

#include "cli/command_line.hpp"
#include "cli/options.hpp"
#include "cli/signals.hpp"

namespace {

// A file opened later would take the place of a standard stream that was closed when the program was
// started, and be read or written in its stead. What stands there now fails as the closed one does.
void hold_places_of_closed_streams() {
  for (const int each : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(each, F_GETFD) < 0) {
      static_cast<void>(::open("/dev/null", each == STDIN_FILENO ? O_WRONLY : O_RDONLY));  // the lowest that is free
    }
  }
}

}  // namespace

int main(int argc, char** argv) try {
  using namespace tbsc94;
  hold_places_of_closed_streams();
  cli::let_writes_fail();
  return cli::run(cli::program(), cli::choose_language(argc, argv), argc, argv);
} catch (const std::exception& error) {  // no memory, say: what stands open is closed and cleared away on the way here
  static_cast<void>(std::fprintf(stderr, "tbsc94: %s\n", error.what()));
  return tbsc94::cli::cannot_access;
}
