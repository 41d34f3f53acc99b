#include "cli/help_command.hpp"

#include <algorithm>
#include <memory>

#include "cli/cli_messages.hpp"
#include "cli/destination.hpp"
#include "cli/exit_code.hpp"
#include "cli/guides.hpp"
#include "cli/help_text.hpp"
#include "cli/options.hpp"
#include "cli/say.hpp"
#include "cli/usage.hpp"
#include "text/format.hpp"
#include "text/manual_pages.hpp"

namespace tbsc94::cli {

namespace {

struct help_options {
  common_options common;
  std::vector<std::string> subject;  // of a command, each of its words
};

std::vector<std::string> subjects() {
  std::vector<std::string> names;
  for (const manual_page& each : manual_pages()) {
    names.emplace_back(each.subject);
  }
  return names;
}

// The command that these words lead to; nullptr where they lead to none.
const command_entry* find_command(const command_entry& program, const std::vector<std::string>& words) {
  const command_entry* found = &program;
  for (const std::string& each : words) {
    const auto below = std::ranges::find(found->commands, each, &command_entry::own_name);
    if (below == found->commands.end()) {
      return nullptr;
    }
    found = &*below;
  }
  return found;
}

int run_help(const command_entry& all, const help_options& options, language lang) {
  if (const command_entry* const command = find_command(all, options.subject)) {
    return write_text(options.common, lang, help_text(*command, lang));
  }
  const std::string& first = options.subject.front();
  const auto page = std::ranges::find(manual_pages(), first, &manual_page::subject);
  if (page != manual_pages().end() && options.subject.size() == 1) {
    return write_text(options.common, lang, manual_text(page->in(lang), page_width));
  }
  std::vector<std::string> known = subjects();
  for (const command_entry& each : all.commands) {
    known.emplace_back(each.own_name());
  }
  complain(lang, message::no_such_subject(lang, joined(options.subject, " "), joined(known, ", ")) +
                     did_you_mean(lang, first, known));
  return wrong_usage;
}

}  // namespace

command_entry help_command(command_entry (*program)()) {
  const auto options = std::make_shared<help_options>();
  command_entry command{.name = "tbsc94 help",
                        .about = message::about_help,
                        .further = guides::help,
                        .run = [options, program](language lang) { return run_help(program(), *options, lang); }};
  command.arguments.push_back({.value = "SUBJECT",
                               .kind = value_kind::word,
                               .about = message::opt_subject,
                               .into = &options->subject,
                               .offers = subjects});
  add_output_options(command, options->common);
  return command;
}

}  // namespace tbsc94::cli
