
#include <algorithm>

#include "cli/completions.hpp"
#include "text/format.hpp"

namespace tbsc94::cli {

namespace {

// Within the brackets of a specification of _arguments.
std::string escaped(std::string_view text) {
  std::string result;
  for (const char each : text) {
    if (each == '[' || each == ']' || each == '\\' || each == ':') {
      result += '\\';
    }
    result += each;
  }
  return result;
}

std::string assessments_action() {
  const auto without_point = [](const std::string& ending) { return ending.substr(1); };
  return formatted("_files -g \"*.({})(-.)\"", joined(assessment_endings(), "|", without_point));
}

std::string action_of(const option_entry& entry) {
  switch (entry.kind) {
    case value_kind::word:
      return formatted("({})", joined(entry.all_words(), " "));
    case value_kind::word_list:
      return formatted("_sequence compadd - {}", joined(entry.all_words(), " "));
    case value_kind::assessments:
      return assessments_action();
    case value_kind::file:
      return "_files";
    case value_kind::none:
    case value_kind::other:
      break;
  }
  return " ";
}

// `'(-o --output)'{-o+,--output=}'[Write to FILE]:FILE:_files'`
std::string option_spec(const option_entry& option, language lang) {
  const bool takes_value = option.kind != value_kind::none;
  std::vector<std::string> names;
  for (const std::string& each : option.names) {
    names.push_back(each + (!takes_value ? "" : each.starts_with("--") ? "=" : "+"));
  }
  std::string rest = formatted("[{}]", escaped(in_brief(option.about.in(lang))));
  if (takes_value) {
    rest += formatted(":{}:{}", escaped(option.shown_value()), action_of(option));
  }
  const bool ends_all = option.names.back() == "--help" || option.names.back() == "--version";
  const std::string first = ends_all ? "(- *)" : option.repeats() ? "*" : formatted("({})", joined(option.names, " "));
  if (names.size() == 1) {
    return in_quotes(first + names[0] + rest);
  }
  return formatted("{}{{{}}}{}", in_quotes(first), joined(names, ","), in_quotes(rest));
}

std::string argument_spec(const option_entry& argument) {
  return in_quotes(formatted("{}{}:{}",
                             argument.repeats()  ? "*:"
                             : argument.required ? ":"
                                                 : "::",
                             escaped(argument.value), action_of(argument)));
}

std::string function_name(std::string_view name, std::string_view lang) {
  std::string result = formatted("_{}_{}", name, lang);
  std::ranges::replace(result, ' ', '_');
  return result;
}

// A function for the command, and after it one for each of those below.
std::string function_of(const command_entry& command, language in) {
  const std::string_view lang = in == language::zh ? "zh" : "en";
  std::string specs;
  for (const option_entry& each : command.options) {
    specs += " \\\n    " + option_spec(each, in);
  }
  for (const option_entry& each : command.arguments) {
    specs += " \\\n    " + argument_spec(each);
  }
  const std::string name = function_name(command.name, lang);
  if (command.commands.empty()) {
    return formatted("\n{}() {{\n  _arguments -s -S{}\n}}\n", name, specs);
  }
  std::string below;
  std::string functions;
  for (const command_entry& each : command.commands) {
    below +=
        formatted("\n        {}", in_quotes(formatted("{}:{}", each.own_name(), escaped(in_brief(each.about.in(in))))));
    functions += function_of(each, in);
  }
  return formatted(R"(
{0}() {{
  local state
  _arguments -C{1} \
    '1: :->command' \
    '*:: :->rest' && return 0
  case $state in
    command)
      local -a commands=({2})
      _describe -t commands command commands
      ;;
    rest)
      local function={3}_${{words[1]}}_{4}
      (( $+functions[$function] )) && $function
      ;;
  esac
}}
{5})",
                   name, specs, below, function_name(command.name, "").substr(0, command.name.size() + 1), lang,
                   functions);
}

}  // namespace

std::string zsh_completion(const command_entry& program) {
  return formatted(
      "#compdef tbsc94\n# Written by tbsc94_manual from the program's own command line.\n{}{}\n"
      "case ${{LC_ALL:-${{LC_MESSAGES:-$LANG}}}} in\n  zh*) _tbsc94_zh \"$@\" ;;\n  *) _tbsc94_en \"$@\" ;;\nesac\n",
      function_of(program, language::zh), function_of(program, language::en));
}

}  // namespace tbsc94::cli
