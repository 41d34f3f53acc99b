#include "cli/help_text.hpp"

#include <algorithm>

#include "cli/help_messages.hpp"
#include "text/format.hpp"
#include "text/terminal_text.hpp"

namespace tbsc94::cli {

namespace {

constexpr std::size_t about_column = 26;  // where what an option does is told

std::string heading(const phrase<>& title, language lang) { return message::help_heading(lang, title.in(lang)) + '\n'; }

void append_wrapped(std::string& into, std::string_view text, std::size_t indent) {
  for (const std::string& line : wrap(text, page_width - indent)) {
    into += formatted("{:{}}{}\n", "", indent, line);
  }
}

// `left` and, beside it or below it where it is too long, what is told of it.
void append_entry(std::string& into, const std::string& left, std::string_view about) {
  std::string text;
  append_wrapped(text, about, about_column);
  const bool fits = display_width(left) + 4 <= about_column;
  into += "  " + (fits ? pad_right(left, about_column - 2) + text.substr(std::min(about_column, text.size()))
                       : left + '\n' + text);
}

// What is known of the values: "text|json; default: text".
std::string notes_on(const option_entry& option, const std::vector<std::string>& words, language lang) {
  std::vector<std::string> notes;
  std::string all = joined(words, "|");
  if (!words.empty() && all != option.shown_value()) {
    notes.push_back(std::move(all));
  }
  if (option.range) {
    notes.push_back(formatted("{}..{}", option.range->least, option.range->most));
  }
  if (!option.default_value.empty()) {
    notes.push_back(message::default_value(lang, option.default_value));
  }
  return joined(notes, message::note_separator.in(lang));
}

// Words that share names, as those of --reading do, go below, a line each.
void append_option(std::string& into, const option_entry& option, language lang) {
  const std::string left = option.names.empty() ? option.value : shown_names(option);
  const std::string_view about = option.about.in(lang);
  const std::vector<std::string> words = words_by_name(option);
  if (!words.empty() && words.size() < option.all_words().size()) {
    append_entry(into, left, message::first_is_default(lang, about));
    for (const std::string& each : words) {
      into += formatted("{:{}}{}\n", "", about_column + 2, each);
    }
    return;
  }
  const std::string notes = notes_on(option, words, lang);
  append_entry(into, left, notes.empty() ? std::string(about) : message::with_notes(lang, about, notes));
}

void append_examples(std::string& into, const guide& further, language lang) {
  if (further.examples.empty()) {
    return;
  }
  into += '\n' + heading(message::help_examples, lang);
  for (const example& each : further.examples) {
    append_wrapped(into, each.does.in(lang), 2);
    into += formatted("    $ {}\n", each.line.in(lang));
  }
}

void append_commands(std::string& into, const command_entry& command, language lang) {
  if (command.commands.empty()) {
    return;
  }
  into += '\n' + heading(message::help_commands, lang);
  for (const command_entry& each : command.commands) {
    append_entry(into, std::string(each.own_name()), each.about.in(lang));
  }
}

void append_exit_codes(std::string& into, language lang) {
  into += '\n' + heading(message::help_exit_codes, lang);
  for (std::size_t code = 0; code < message::exit_code_meanings.size(); ++code) {
    std::string text;
    append_wrapped(text, message::exit_code_meanings[code].in(lang), 5);
    into += formatted("  {}  {}", code, text.substr(5));
  }
}

}  // namespace

std::string page_of(const command_entry& command) {
  std::string name = command.name;
  if (const std::size_t space = name.find(' '); space != std::string::npos) {
    name[space] = '-';
  }
  return name.substr(0, name.find(' '));
}

std::string synopsis(const command_entry& command, language lang) {
  std::string text = command.name;
  text += command.commands.empty() ? "" : formatted(" {}", message::usage_command.in(lang));
  text += formatted(" {}", message::usage_options.in(lang));
  for (const option_entry& each : command.arguments) {
    const std::string argument = each.value + (each.repeats() ? "..." : "");
    text += each.required ? " " + argument : " [" + argument + "]";
  }
  return text;
}

std::string shown_names(const option_entry& option) {
  const std::string value = option.shown_value();
  return formatted("{}{}{}", joined(option.names, ", "), value.empty() ? "" : " ", value);
}

std::vector<grouped_options> groups_of(const command_entry& command) {
  std::vector<grouped_options> groups;
  for (std::size_t i = 0; i < message::option_groups.size(); ++i) {
    grouped_options group{static_cast<option_group>(i), {}};
    for (const option_entry& each : command.options) {
      if (each.group == group.group) {
        group.options.push_back(&each);
      }
    }
    if (!group.options.empty()) {
      groups.push_back(std::move(group));
    }
  }
  return groups;
}

std::string help_text(const command_entry& command, language lang) {
  std::string text;
  append_wrapped(text, command.about.in(lang), 0);
  append_examples(text, command.further, lang);
  text += '\n' + message::usage_line(lang, message::help_usage.in(lang), synopsis(command, lang)) + '\n';
  append_commands(text, command, lang);
  if (!command.arguments.empty()) {
    text += '\n' + heading(message::help_arguments, lang);
    std::ranges::for_each(command.arguments, [&](const option_entry& each) { append_option(text, each, lang); });
  }
  for (const grouped_options& group : groups_of(command)) {
    text += '\n' + heading(message::option_groups[static_cast<std::size_t>(group.group)], lang);
    std::ranges::for_each(group.options, [&](const option_entry* each) { append_option(text, *each, lang); });
  }
  append_exit_codes(text, lang);
  const std::string page = page_of(command);
  text += '\n' +
          (command.commands.empty() ? message::see_page(lang, page) : message::see_manual(lang, command.name, page)) +
          '\n';
  return text;
}

}  // namespace tbsc94::cli
