#include "cli/usage.hpp"

#include <string_view>

#include "cli/cli_messages.hpp"
#include "formats/terminal_text.hpp"

namespace tbsc94::cli {

namespace {

bool is_option(std::string_view argument) { return argument.starts_with('-'); }

// The command that was given, else the program; `name` is what leads to it: "tbsc94 scheme check".
const CLI::App& command_given(const CLI::App& program, std::string& name) {
  const CLI::App* command = &program;
  name = "tbsc94";
  for (auto given = command->get_subcommands(); !given.empty(); given = command->get_subcommands()) {
    command = given.front();
    name += " " + command->get_name();
  }
  return *command;
}

// One of the commands below `above` is missing, or is none.
std::string command_error(const CLI::App& above, language lang) {
  std::string known;
  for (const CLI::App* each : above.get_subcommands({})) {
    known += (known.empty() ? "" : ", ") + each->get_name();
  }
  const auto rest = above.remaining();
  if (rest.empty()) {
    return message::command_needed(lang, known);
  }
  return is_option(rest.front()) ? message::no_such_option(lang, rest.front())
                                 : message::no_such_command(lang, rest.front(), known);
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

// `check`, in its place a message in the language.
CLI::Validator in_language(const CLI::Validator& check, const std::string& allowed, language lang) {
  return {[check, allowed, lang](std::string& value) {
            return check(value).empty() ? std::string() : message::value_not_allowed(lang, value, allowed);
          },
          allowed};
}

}  // namespace

std::string usage_error(const CLI::App& program, const CLI::Error& error, language lang) {
  std::string name;
  const CLI::App& command = command_given(program, name);
  const auto is = [&](CLI::ExitCodes kind) { return error.get_exit_code() == static_cast<int>(kind); };
  std::string said = error.what();
  if (is(CLI::ExitCodes::RequiredError)) {
    said = command.get_subcommands({}).empty() ? required_error(command, error, lang) : command_error(command, lang);
  } else if (const auto rest = command.remaining(); is(CLI::ExitCodes::ExtrasError) && !rest.empty()) {
    const std::string& first = rest.front();
    said = is_option(first) ? message::no_such_option(lang, first) : message::unexpected_argument(lang, first);
  } else if (is(CLI::ExitCodes::ArgumentMismatch)) {
    said = value_error(command, error, lang);
  }
  return fmt::format("{}\n{}\n", message::error(lang, harmless(said)), message::see_help(lang, name));
}

CLI::Validator one_of(const std::vector<std::string>& words, language lang) {
  return in_language(CLI::IsMember(words), CLI::detail::join(words, "|"), lang);
}

CLI::Validator within(std::size_t least, std::size_t most, language lang) {
  return in_language(CLI::Range(least, most), fmt::format("{}..{}", least, most), lang);
}

}  // namespace tbsc94::cli
