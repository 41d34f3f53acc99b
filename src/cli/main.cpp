// tbsc94: options in, library called, result out.

#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <exception>
#include <new>

#include "cli/cli_messages.hpp"
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
} catch (const std::bad_alloc&) {  // what stands open is closed and cleared away on the way here
  const std::string_view words = tbsc94::message::out_of_memory.in(tbsc94::cli::choose_language(argc, argv));
  static_cast<void>(std::fprintf(stderr, "tbsc94: %.*s\n", static_cast<int>(words.size()), words.data()));
  return tbsc94::cli::cannot_access;
} catch (const std::exception& error) {
  static_cast<void>(std::fprintf(stderr, "tbsc94: %s\n", error.what()));
  return tbsc94::cli::cannot_access;
}
