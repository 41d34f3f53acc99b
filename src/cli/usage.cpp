#include "cli/usage.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

#include "cli/cli_messages.hpp"
#include "text/nearest.hpp"
#include "text/terminal_text.hpp"

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

// The names of `command`'s options, as they are written.
std::vector<std::string> option_names(const CLI::App& command) {
  std::vector<std::string> names;
  for (const CLI::Option* each : command.get_options()) {
    for (const std::string& name : each->get_lnames()) {
      names.push_back("--" + name);
    }
    for (const std::string& name : each->get_snames()) {
      names.push_back("-" + name);
    }
  }
  return names;
}

// The commands from `above` down that have an option: "tbsc94 grade, tbsc94 verify".
std::string commands_with(const CLI::App& above, const std::string& name, std::string_view option) {
  std::string found;
  for (const CLI::App* each : above.get_subcommands({})) {
    const std::string below = name + " " + each->get_name();
    const bool has_it = std::ranges::count(option_names(*each), option) > 0;
    const std::string deeper = has_it ? below : commands_with(*each, below, option);
    found += (found.empty() || deeper.empty() ? "" : ", ") + deeper;
  }
  return found;
}

// An option that is none of `command`, of which `program` may have it elsewhere.
std::string option_error(const CLI::App& program, const CLI::App& command, std::string_view argument, language lang) {
  const std::string_view option = argument.substr(0, argument.find('='));
  const std::string elsewhere = option == "-h" || option == "--help" ? "" : commands_with(program, "tbsc94", option);
  if (!elsewhere.empty()) {
    return message::option_elsewhere(lang, option, elsewhere);
  }
  return message::no_such_option(lang, argument) + did_you_mean(lang, option, option_names(command));
}

// One of the commands below `above` is missing, or is none.
std::string command_error(const CLI::App& program, const CLI::App& above, language lang) {
  std::vector<std::string> known;
  for (const CLI::App* each : above.get_subcommands({})) {
    known.push_back(each->get_name());
  }
  const std::string all = fmt::format("{}", fmt::join(known, ", "));
  const auto rest = above.remaining();
  if (rest.empty()) {
    return message::command_needed(lang, all);
  }
  const std::string& first = rest.front();
  return is_option(first) ? option_error(program, above, first, lang)
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

// A validator that allows everything, whose description is put together when it is asked for.
class offered_words : public CLI::Validator {
 public:
  explicit offered_words(std::function<std::string()> words) : CLI::Validator(std::string()) {
    desc_function_ = std::move(words);
  }
};

}  // namespace

std::string did_you_mean(language lang, std::string_view word, const std::vector<std::string>& known) {
  const std::vector<std::string_view> words(known.begin(), known.end());
  const auto likely = find_likely(word, words);
  return likely ? message::did_you_mean(lang, *likely) : "";
}

std::string usage_error(const CLI::App& program, const CLI::Error& error, language lang) {
  std::string name;
  const CLI::App& command = command_given(program, name);
  const auto is = [&](CLI::ExitCodes kind) { return error.get_exit_code() == static_cast<int>(kind); };
  std::string said = error.what();
  if (is(CLI::ExitCodes::RequiredError)) {
    said = command.get_subcommands({}).empty() ? required_error(command, error, lang)
                                               : command_error(program, command, lang);
  } else if (const auto rest = program.remaining(true); is(CLI::ExitCodes::ExtrasError) && !rest.empty()) {
    const auto option = std::ranges::find_if(rest, is_option);  // what stands behind it may be its value
    const std::string& first = option != rest.end() ? *option : rest.front();
    said = is_option(first) ? option_error(program, command, first, lang) : message::unexpected_argument(lang, first);
  } else if (is(CLI::ExitCodes::ArgumentMismatch)) {
    said = value_error(command, error, lang);
  }
  return fmt::format("{}\n{}\n", message::error(lang, harmless(said)), message::see_help(lang, name));
}

CLI::Validator one_of(const std::vector<std::string>& words, language lang) {
  return in_language(CLI::IsMember(words), fmt::format("{}", fmt::join(words, "|")), words, lang);
}

CLI::Validator within(std::size_t least, std::size_t most, language lang) {
  return in_language(CLI::Range(least, most), fmt::format("{}..{}", least, most), {}, lang);
}

CLI::Validator offers(std::function<std::vector<std::string>()> words) {
  return offered_words([words = std::move(words)] { return fmt::format("{}", fmt::join(words(), "|")); });
}

}  // namespace tbsc94::cli
