#include "cli/command_line.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/cli_messages.hpp"
#include "cli/grade_command.hpp"
#include "cli/guides.hpp"
#include "cli/help_messages.hpp"
#include "cli/options.hpp"
#include "cli/regrade_command.hpp"
#include "cli/schema_command.hpp"
#include "cli/scheme_command.hpp"
#include "cli/template_command.hpp"
#include "cli/usage.hpp"
#include "cli/verify_command.hpp"
#include "formats/version.hpp"

namespace tbsc94::cli {

namespace {

// For machines as well: alike in every language. Of a scheme, the digest of its file.
std::string version_text() {
  std::string text = fmt::format("tbsc94 {}", version);
  const scheme_catalog schemes = embedded_schemes();
  for (const auto& each : schemes.all()) {
    text += fmt::format("\nscheme {}, edition {}, sha256 {}", each->content.id, each->content.edition, each->sha256);
  }
  return text;
}

}  // namespace

command_line::command_line(language lang)
    : program_(std::string(message::about.in(lang)), "tbsc94"), handbook_(std::make_shared<handbook>(lang)) {
  program_.formatter(handbook_);  // the commands take it over as they are added
  add_guide(program_, guides::program);
  program_.require_subcommand(1);
  program_.set_version_flag("--version", version_text, std::string(message::opt_version.in(lang)))
      ->group(std::string(message::group_general.in(lang)));
  add_help_option(program_, lang);
  program_.failure_message(
      [lang](const CLI::App* app, const CLI::Error& error) { return usage_error(*app, error, lang); });
  for (const auto& add : {add_grade_command, add_verify_command, add_regrade_command, add_template_command,
                          add_scheme_command, add_schema_command}) {
    commands_.push_back(add(program_, lang));
  }
}

int command_line::run(int argc, const char* const* argv) {
  try {
    program_.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return program_.exit(error) == 0 ? done : wrong_usage;
  }
  const auto chosen = std::ranges::find_if(commands_, [](const command& each) { return each.app->parsed(); });
  return chosen->run();
}

}  // namespace tbsc94::cli
