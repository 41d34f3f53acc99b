// tbsc94: options in, library called, result out.

#include <cstdio>
#include <exception>
#include <new>

#include "cli/cli_messages.hpp"
#include "cli/command_line.hpp"
#include "cli/environment.hpp"
#include "cli/exit_code.hpp"
#include "platform/platform.hpp"
#include "platform/signals.hpp"

int main(int argc, char** argv) try {
  using namespace tbsc94;
  platform::begin(argc, argv);
  platform::let_writes_fail();
  return cli::run(cli::choose_language(argc, argv), argc, argv);
} catch (const std::bad_alloc&) {  // what stands open is closed and cleared away on the way here
  const std::string_view words = tbsc94::message::out_of_memory.in(tbsc94::cli::choose_language(argc, argv));
  static_cast<void>(std::fprintf(stderr, "tbsc94: %.*s\n", static_cast<int>(words.size()), words.data()));
  return tbsc94::cli::cannot_access;
} catch (const std::exception& error) {
  static_cast<void>(std::fprintf(stderr, "tbsc94: %s\n", error.what()));
  return tbsc94::cli::cannot_access;
}
