// tbsc94: options in, library called, result out.

#include <fcntl.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cstdio>
#include <exception>

#include "cli/cli_messages.hpp"
#include "cli/grade_command.hpp"
#include "cli/options.hpp"
#include "cli/regrade_command.hpp"
#include "cli/schema_command.hpp"
#include "cli/scheme_command.hpp"
#include "cli/signals.hpp"
#include "cli/template_command.hpp"
#include "cli/usage.hpp"
#include "cli/verify_command.hpp"
#include "formats/version.hpp"

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
  const language lang = cli::choose_language(argc, argv);

  CLI::App program(std::string(message::about.in(lang)), "tbsc94");
  program.require_subcommand(1);
  program.set_help_flag("-h,--help", std::string(message::opt_help.in(lang)));
  program.set_version_flag("--version", fmt::format("tbsc94 {}", version), std::string(message::opt_version.in(lang)));
  program.footer(std::string(message::exit_codes.in(lang)));
  program.failure_message(
      [lang](const CLI::App* app, const CLI::Error& error) { return cli::usage_error(*app, error, lang); });
  const std::array commands{cli::add_grade_command(program, lang),   cli::add_verify_command(program, lang),
                            cli::add_regrade_command(program, lang), cli::add_template_command(program, lang),
                            cli::add_scheme_command(program, lang),  cli::add_schema_command(program, lang)};

  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return program.exit(error) == 0 ? cli::done : cli::wrong_usage;
  }
  const auto chosen =
      std::find_if(commands.begin(), commands.end(), [](const auto& each) { return each.app->parsed(); });
  return chosen->run();
} catch (const std::exception& error) {  // no memory, say: what stands open is closed and cleared away on the way here
  static_cast<void>(std::fprintf(stderr, "tbsc94: %s\n", error.what()));
  return tbsc94::cli::cannot_access;
}
