#include "cli/handbook.hpp"

#include <algorithm>
#include <cctype>

#include "cli/help_text.hpp"

namespace tbsc94::cli {

namespace {

std::string full_name(const CLI::App& command) {
  const CLI::App* const above = command.get_parent();
  return (above == nullptr ? "" : full_name(*above) + " ") + command.get_name();
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    parts.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

value_kind kind_of(const CLI::Option& option, const option_entry& entry) {
  if (option.get_expected_max() == 0) {
    return value_kind::none;
  }
  if (!entry.words.empty()) {
    return option.get_delimiter() == ',' ? value_kind::word_list : value_kind::word;
  }
  if (entry.value.starts_with("PATH")) {
    return value_kind::assessments;
  }
  const bool is_file = entry.value == "FILE" || (entry.names.empty() && entry.range.empty());
  return is_file ? value_kind::file : value_kind::other;
}

// CLI11 gives "TYPE:ALLOWED", what is allowed being a range or the words joined by "|".
option_entry entry_of(const CLI::Option& option) {
  option_entry entry;
  for (const std::string& each : option.get_snames()) {
    entry.names.push_back("-" + each);
  }
  for (const std::string& each : option.get_lnames()) {
    entry.names.push_back("--" + each);
  }
  const std::string type = option.get_expected_max() == 0 ? "" : option.get_type_name();
  const std::size_t colon = std::min(type.find(':'), type.size());
  const std::string allowed = type.substr(std::min(colon + 1, type.size()));
  if (allowed.find("..") != std::string::npos) {
    entry.range = allowed;
  } else {
    entry.words = split(allowed, '|');
  }
  entry.value = option.get_positional() ? option.get_name(true) : colon > 0 ? type.substr(0, colon) : allowed;
  entry.kind = kind_of(option, entry);
  entry.default_value = option.get_default_str();
  entry.about = option.get_description();
  entry.group = option.get_group();
  entry.required = option.get_required();
  entry.repeats = option.get_expected_max() > 1;
  return entry;
}

}  // namespace

std::vector<std::string> words_by_name(const option_entry& entry) {
  constexpr std::size_t most_shown = 12;
  std::vector<std::string> shown;
  if (entry.words.size() > most_shown) {
    return shown;
  }
  std::string last_name;
  for (const std::string& each : entry.words) {
    const std::size_t equals = each.find('=');
    const std::string name = equals == std::string::npos ? "" : each.substr(0, equals + 1);
    if (!name.empty() && name == last_name) {
      shown.back() += "|" + each.substr(equals + 1);
    } else {
      shown.push_back(each);
    }
    last_name = name;
  }
  return shown;
}

command_entry handbook::describe(const CLI::App& command) const {
  command_entry entry{full_name(command), command.get_description(), {}, {}, {}, {}};
  if (const auto found = guides_.find(&command); found != guides_.end()) {
    entry.further = found->second;
  }
  for (const CLI::Option* each : command.get_options()) {
    (each->get_positional() ? entry.arguments : entry.options).push_back(entry_of(*each));
  }
  for (const CLI::App* each : command.get_subcommands({})) {
    entry.commands.push_back(describe(*each));
  }
  return entry;
}

std::string handbook::make_help(const CLI::App* command, std::string /*name*/, CLI::AppFormatMode /*mode*/) const {
  return help_text(describe(*command), lang_);
}

void add_guide(const CLI::App& command, const guide& further) {
  dynamic_cast<handbook&>(*command.get_formatter()).add(command, further);
}

}  // namespace tbsc94::cli
