#include "cli/command_line.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <span>
#include <sstream>
#include <string_view>

#include "archive/input.hpp"
#include "cli/cli_messages.hpp"
#include "cli/compare_command.hpp"
#include "cli/completion_command.hpp"
#include "cli/destination.hpp"
#include "cli/environment.hpp"
#include "cli/exit_code.hpp"
#include "cli/grade_command.hpp"
#include "cli/guides.hpp"
#include "cli/help_command.hpp"
#include "cli/help_text.hpp"
#include "cli/merge_command.hpp"
#include "cli/options.hpp"
#include "cli/regrade_command.hpp"
#include "cli/say.hpp"
#include "cli/schema_command.hpp"
#include "cli/scheme_command.hpp"
#include "cli/template_command.hpp"
#include "cli/usage.hpp"
#include "cli/verify_command.hpp"
#include "reading/scheme_reader.hpp"
#include "text/format.hpp"
#include "text/terminal_text.hpp"
#include "text/version.hpp"

namespace tbsc94::cli {

namespace {

// What `--version` prints: for machines as well, and alike in every language. Of a scheme, the digest of its file.
std::string version_text() {
  std::string text = formatted("tbsc94 {}", version);
  const scheme_catalog schemes = embedded_schemes();
  for (const auto& each : schemes.all()) {
    text += formatted("\nscheme {}, edition {}, sha256 {}", each->content.id, each->content.edition, each->sha256);
  }
  for (const auto& files : {ambient_readings({}), ambient_schemes({})}) {
    for (const ambient_file& each : files) {
      text += formatted("\n{} {}", each.variable, harmless(displayed(each.path)));
    }
  }
  return text + "\nlicense MIT";
}

// CLI11's parser, made from the entries.
class parser {
 public:
  parser(const command_entry& program, language lang, std::span<const char* const> given) : lang_(lang), given_(given) {
    app_.formatter_fn([this](const CLI::App* app, const std::string&, CLI::AppFormatMode) {
      return help_text(*entry_of(app), lang_);
    });
    app_.failure_message([lang](const CLI::App* app, const CLI::Error& error) {
      return usage_error(cli::program(), *app, error, lang);
    });
    app_.allow_windows_style_options(false);  // "/folder" is a path on every system
    add(app_, program);
  }

  int run() {
    try {
      app_.parse(static_cast<int>(given_.size()), given_.data());
    } catch (const CLI::ParseError& error) {
      std::ostringstream asked_for;  // the help, or the version
      std::ostringstream complaint;
      const bool is_wrong = app_.exit(error, asked_for, complaint) != 0;
      say(complaint.str());
      return is_wrong ? wrong_usage : write_text({}, lang_, asked_for.str());
    }
    const CLI::App* chosen = &app_;
    while (!chosen->get_subcommands().empty()) {
      chosen = chosen->get_subcommands().front();
    }
    return entry_of(chosen)->run(lang_);
  }

 private:
  [[nodiscard]] const command_entry* entry_of(const CLI::App* app) const {
    return std::ranges::find(entries_, app, &std::pair<const CLI::App*, const command_entry*>::first)->second;
  }

  // The formatter and what is said of errors are taken over by the commands as they are added. A command that is not
  // named gets no options, as most of the time of a short run would go into them.
  void add(CLI::App& app, const command_entry& entry) {
    entries_.emplace_back(&app, &entry);
    for (const std::vector<option_entry>* const entries : {&entry.arguments, &entry.options}) {
      std::ranges::for_each(*entries, [&](const option_entry& each) { add(app, each); });
    }
    for (const command_entry& each : entry.commands) {
      CLI::App* const command = app.add_subcommand(std::string(each.own_name()));
      if (std::ranges::find(given_, each.own_name()) != given_.end()) {
        add(*command, each);
      }
    }
    app.require_subcommand(entry.commands.empty() ? 0 : 1);
  }

  void add(CLI::App& app, const option_entry& entry) {
    const bool is_argument = entry.names.empty();
    const std::string names = is_argument ? entry.value : joined(entry.names, ",");
    CLI::Option* const option = std::visit(
        [&](const auto& into) -> CLI::Option* {
          using target = std::decay_t<decltype(into)>;
          if constexpr (std::is_same_v<target, own_flag>) {
            return into == own_flag::help ? app.set_help_flag(names) : app.set_version_flag(names, version_text);
          } else if constexpr (std::is_same_v<target, bool*>) {
            return app.add_flag(names, *into);
          } else if constexpr (std::is_pointer_v<target>) {
            return app.add_option(names, *into);
          } else {
            return app.add_option_function<std::string>(names, into);
          }
        },
        entry.into);
    option->required(entry.required);
    if (!entry.words.empty()) {
      option->check(one_of(entry.words, lang_));
    }
    if (entry.range) {
      option->check(within(entry.range->least, entry.range->most, lang_));
    }
    if (entry.kind == value_kind::word_list) {
      option->delimiter(',');
    }
    if (is_argument && entry.most > 0) {
      option->expected(1, entry.most);
    } else if (!is_argument && entry.repeats()) {
      option->allow_extra_args(entry.takes_several);
    }
  }

  language lang_;
  std::span<const char* const> given_;  // the command line
  CLI::App app_{"", "tbsc94"};
  std::vector<std::pair<const CLI::App*, const command_entry*>> entries_;
};

struct named_command {
  std::string_view name;
  command_entry (*make)();
};
constexpr std::array commands{
    named_command{"grade", grade_command},
    named_command{"verify", verify_command},
    named_command{"regrade", regrade_command},
    named_command{"template", template_command},
    named_command{"merge", merge_command},
    named_command{"compare", compare_command},
    named_command{"scheme", scheme_command},
    named_command{"schema", schema_command},
    named_command{"completion", [] { return completion_command(program); }},
    named_command{"help", [] { return help_command(program); }},
};

// The program with these of its commands.
command_entry program_with(std::span<const named_command> chosen) {
  command_entry program{.name = "tbsc94", .about = message::about, .further = guides::program};
  add_help_and_version(program);
  for (const named_command& each : chosen) {
    program.commands.push_back(each.make());
  }
  return program;
}

// Those of `commands` that the command line may be about: that of a name, else all.
std::span<const named_command> commands_asked_for(std::span<const char* const> given) {
  const std::span all(commands);
  const auto named = std::ranges::find(all, given.size() > 1 ? given[1] : std::string_view(), &named_command::name);
  return named == all.end() ? all : std::span(named, 1);
}

}  // namespace

command_entry program() { return program_with(commands); }

int run(language lang, int argc, const char* const* argv) {
  const std::span given(argv, static_cast<std::size_t>(argc));
  const command_entry program = program_with(commands_asked_for(given));
  return parser(program, lang, given).run();
}

}  // namespace tbsc94::cli
