#include "cli/usage.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <utility>

#include "cli/cli_messages.hpp"
#include "text/format.hpp"
#include "text/nearest.hpp"
#include "text/terminal_text.hpp"

namespace tbsc94::cli {

namespace {

bool is_option(std::string_view argument) { return argument.starts_with('-'); }

// A command, and what CLI11 knows of it.
struct given_command {
  const command_entry* entry;
  const CLI::App* app;
};

// The command that was given, else the program.
given_command command_given(const command_entry& program, const CLI::App& app) {
  given_command given{&program, &app};
  for (auto below = app.get_subcommands(); !below.empty(); below = given.app->get_subcommands()) {
    given.app = below.front();
    given.entry = &*std::ranges::find(given.entry->commands, given.app->get_name(), &command_entry::own_name);
  }
  return given;
}

// The names of `command`'s options, as they are written.
std::vector<std::string> option_names(const command_entry& command) {
  std::vector<std::string> names;
  for (const option_entry& each : command.options) {
    names.insert(names.end(), each.names.begin(), each.names.end());
  }
  return names;
}

// The commands from `above` down that have an option: "tbsc94 grade, tbsc94 verify".
std::string commands_with(const command_entry& above, std::string_view option) {
  std::string found;
  for (const command_entry& each : above.commands) {
    const bool has_it = std::ranges::count(option_names(each), option) > 0;
    const std::string deeper = has_it ? each.name : commands_with(each, option);
    found += (found.empty() || deeper.empty() ? "" : ", ") + deeper;
  }
  return found;
}

// An option that is none of `command`, of which `program` may have it elsewhere.
std::string option_error(const command_entry& program, const command_entry& command, std::string_view argument,
                         language lang) {
  const std::string_view option = argument.substr(0, argument.find('='));
  const std::string elsewhere = option == "-h" || option == "--help" ? "" : commands_with(program, option);
  if (!elsewhere.empty()) {
    return message::option_elsewhere(lang, option, elsewhere);
  }
  return message::no_such_option(lang, argument) + did_you_mean(lang, option, option_names(command));
}

// One of the commands below `above` is missing, or is none.
std::string command_error(const command_entry& program, const given_command& above, language lang) {
  std::vector<std::string> known;
  for (const command_entry& each : above.entry->commands) {
    known.emplace_back(each.own_name());
  }
  const std::string all = joined(known, ", ");
  const auto rest = above.app->remaining();
  if (rest.empty()) {
    return message::command_needed(lang, all);
  }
  const std::string& first = rest.front();
  return is_option(first) ? option_error(program, *above.entry, first, lang)
                          : message::no_such_command(lang, first, all) + did_you_mean(lang, first, known);
}

std::string required_error(const CLI::App& command, const CLI::Error& error, language lang) {
  for (const CLI::Option* each : command.get_options()) {
    if (each->get_required() && each->empty()) {
      return message::argument_needed(lang, each->get_name());
    }
  }
  return error.what();
}

// The option's name stands before a colon in what CLI11 says.
std::string value_error(const CLI::App& command, const CLI::Error& error, language lang) {
  const std::string_view what = error.what();
  const std::string name(what.substr(0, what.find(':')));
  const CLI::Option* const option = command.get_option_no_throw(name);
  if (option == nullptr) {
    return error.what();
  }
  return option->count() > 1 ? message::given_once(lang, name) : message::value_needed(lang, name);
}

// `check`, in its place a message in the language; `words` are those allowed, if it is about words.
CLI::Validator in_language(const CLI::Validator& check, const std::string& allowed,
                           const std::vector<std::string>& words, language lang) {
  return {[check, allowed, words, lang](std::string& value) {
            return check(value).empty()
                       ? std::string()
                       : message::value_not_allowed(lang, value, allowed) + did_you_mean(lang, value, words);
          },
          allowed};
}

}  // namespace

std::string did_you_mean(language lang, std::string_view word, const std::vector<std::string>& known) {
  const std::vector<std::string_view> words(known.begin(), known.end());
  const auto likely = find_likely(word, words);
  return likely ? message::did_you_mean(lang, *likely) : "";
}

std::string usage_error(const command_entry& program, const CLI::App& app, const CLI::Error& error, language lang) {
  const given_command given = command_given(program, app);
  const auto is = [&](CLI::ExitCodes kind) { return error.get_exit_code() == static_cast<int>(kind); };
  std::string said = error.what();
  if (is(CLI::ExitCodes::RequiredError)) {
    said =
        given.entry->commands.empty() ? required_error(*given.app, error, lang) : command_error(program, given, lang);
  } else if (const auto rest = app.remaining(true); is(CLI::ExitCodes::ExtrasError) && !rest.empty()) {
    const auto option = std::ranges::find_if(rest, is_option);  // what stands after it may be its value
    const std::string& first = option != rest.end() ? *option : rest.front();
    said =
        is_option(first) ? option_error(program, *given.entry, first, lang) : message::unexpected_argument(lang, first);
  } else if (is(CLI::ExitCodes::ArgumentMismatch)) {
    said = value_error(*given.app, error, lang);
  }
  return formatted("{}\n{}\n", message::error(lang, harmless(said)), message::see_help(lang, given.entry->name));
}

CLI::Validator one_of(const std::vector<std::string>& words, language lang) {
  return in_language(CLI::IsMember(words), joined(words, "|"), words, lang);
}

CLI::Validator within(std::size_t least, std::size_t most, language lang) {
  return in_language(CLI::Range(least, most), formatted("{}..{}", least, most), {}, lang);
}

}  // namespace tbsc94::cli
