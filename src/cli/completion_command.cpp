#include "cli/completion_command.hpp"

#include <memory>

#include "cli/cli_messages.hpp"
#include "cli/completions.hpp"
#include "cli/destination.hpp"
#include "cli/guides.hpp"
#include "cli/options.hpp"

namespace tbsc94::cli {

command_entry completion_command(command_entry (*program)()) {
  struct completion_options {
    common_options common;
    std::string shell;
  };
  const auto options = std::make_shared<completion_options>();
  command_entry command{.name = "tbsc94 completion",
                        .about = message::about_completion,
                        .further = guides::completion,
                        .run = [options, program](language lang) {
                          const std::string& shell = options->shell;
                          return write_text(options->common, lang,
                                            shell == "bash"  ? bash_completion(program())
                                            : shell == "zsh" ? zsh_completion(program())
                                                             : fish_completion(program()));
                        }};
  command.arguments.push_back({.value = "SHELL",
                               .kind = value_kind::word,
                               .about = message::opt_shell,
                               .into = &options->shell,
                               .words = {"bash", "zsh", "fish"},
                               .required = true});
  add_output_options(command, options->common);
  return command;
}

}  // namespace tbsc94::cli
