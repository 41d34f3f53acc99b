#include "cli/command_line.hpp"

#include <algorithm>
#include <iostream>
#include <sstream>

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

namespace tbsc94::cli {

command_line::command_line(language lang)
    : lang_(lang),
      program_(std::string(message::about.in(lang)), "tbsc94"),
      handbook_(std::make_shared<handbook>(lang)) {
  program_.formatter(handbook_);  // the commands take it over as they are added
  add_guide(program_, guides::program);
  program_.require_subcommand(1);
  add_help_and_version(program_, lang);
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
    std::ostringstream asked_for;  // the help, or the version
    const bool is_wrong = program_.exit(error, asked_for, std::cerr) != 0;
    return is_wrong ? wrong_usage : write_text({}, lang_, asked_for.str());
  }
  const auto chosen = std::ranges::find_if(commands_, [](const command& each) { return each.app->parsed(); });
  return chosen->run();
}

}  // namespace tbsc94::cli
