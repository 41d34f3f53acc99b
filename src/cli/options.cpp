#include "cli/options.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "archive/input.hpp"
#include "archive/selection.hpp"
#include "cli/cli_messages.hpp"
#include "cli/exit_code.hpp"
#include "cli/say.hpp"
#include "platform/platform.hpp"
#include "reading/scheme_reader.hpp"
#include "tbsc94/readings.hpp"
#include "text/format.hpp"

namespace tbsc94::cli {

namespace {

constexpr unsigned most_jobs = 1024;

// All that `--reading` can say, the default of each first.
std::vector<std::string> reading_words() {
  std::vector<std::string> words;
  for (const reading each : all_readings) {
    const reading_names& names = names_of(each);
    for (const std::string_view value : names.values()) {
      words.push_back(formatted("{}={}", names.name, value));
    }
  }
  return words;
}

// The format that the ending of the output names, where the command has it; else its first.
std::string format_by_ending(std::string_view ending, const std::vector<std::string>& formats) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 11> endings{{{".json", "json"},
                                                                                   {".ndjson", "ndjson"},
                                                                                   {".jsonl", "ndjson"},
                                                                                   {".csv", "csv"},
                                                                                   {".xlsx", "xlsx"},
                                                                                   {".md", "markdown"},
                                                                                   {".markdown", "markdown"},
                                                                                   {".html", "html"},
                                                                                   {".htm", "html"},
                                                                                   {".xml", "junit"},
                                                                                   {".tap", "tap"}}};
  const auto found = std::ranges::find(endings, ending, &std::pair<std::string_view, std::string_view>::first);
  const bool has = found != endings.end() && std::ranges::find(formats, found->second) != formats.end();
  return has ? std::string(found->second) : formats.front();
}

// Wrong usage, which is said, where a format cannot go where it is to go; else `done`.
int check_format(const common_options& options, language lang) {
  if (options.format == "xlsx" && options.output.empty() && platform::is_terminal(platform::standard_output)) {
    complain(lang, message::workbook_needs_file.in(lang));
    return wrong_usage;
  }
  const bool is_table = options.format == "csv" || options.format == "xlsx";
  if (options.items && !is_table && options.format != "ndjson") {
    complain(lang, message::items_in_tables(lang, options.format));
    return wrong_usage;
  }
  if (options.keys && !is_table) {
    complain(lang, message::keys_in_tables(lang, options.format));
    return wrong_usage;
  }
  return done;
}

}  // namespace

void add_output_options(command_entry& command, common_options& options) {
  // "-" is standard output, as without the option.
  const auto write_to = [&options](const std::string& path) { options.output = path == "-" ? "" : path; };
  command.options.insert(command.options.end(),
                         {
                             {.names = {"-o", "--output"},
                              .value = "FILE",
                              .kind = value_kind::file,
                              .about = message::opt_output,
                              .group = option_group::output,
                              .into = write_to},
                             {.names = {"--color"},
                              .kind = value_kind::word,
                              .about = message::opt_color,
                              .group = option_group::output,
                              .into = &options.color,
                              .words = {"auto", "always", "never"},
                              .default_value = options.color},
                             {.names = {"--no-color"},
                              .about = message::opt_no_color,
                              .group = option_group::output,
                              .into = &options.no_color},
                             {.names = {"--lang"},
                              .kind = value_kind::word,
                              .about = message::opt_lang,
                              .into = &options.lang,
                              .words = {"zh", "en"}},
                             {.names = {"-q", "--quiet"}, .about = message::opt_quiet, .into = &options.quiet},
                         });
  add_help_and_version(command);
}

void add_help_and_version(command_entry& command) {
  command.options.push_back({.names = {"-V", "--version"}, .about = message::opt_version, .into = own_flag::version});
  command.options.push_back({.names = {"-h", "--help"}, .about = message::opt_help, .into = own_flag::help});
}

void add_scheme_option(command_entry& command, common_options& options) {
  command.options.push_back({.names = {"--scheme"},
                             .value = "FILE",
                             .kind = value_kind::file,
                             .about = message::opt_scheme,
                             .group = option_group::reading,
                             .into = &options.schemes});
}

void add_format_option(command_entry& command, common_options& options, const std::vector<std::string>& formats) {
  command.options.push_back({.names = {"--format"},
                             .value = "F",
                             .kind = value_kind::word,
                             .about = message::opt_format,
                             .group = option_group::output,
                             .into = &options.format,
                             .words = formats});
  command.run = [run = std::move(command.run), &options, formats](language lang) {
    if (options.format.empty()) {
      options.format = format_by_ending(ending_of(options.output), formats);
    }
    const int code = check_format(options, lang);
    return code == done ? run(lang) : code;
  };
}

void add_common_options(command_entry& command, common_options& options, const std::vector<std::string>& formats) {
  command.arguments.push_back({.value = "PATH",
                               .kind = value_kind::assessments,
                               .about = message::opt_paths,
                               .into = &options.paths,
                               .required = true});
  add_format_option(command, options, formats);
  add_record_options(command, options);
  command.options.insert(command.options.end(), {
                                                    {.names = {"--part"},
                                                     .value = "K/N",
                                                     .kind = value_kind::other,
                                                     .about = message::opt_part,
                                                     .group = option_group::input,
                                                     .into = &options.part},
                                                    {.names = {"--source"},
                                                     .value = "NAME",
                                                     .kind = value_kind::other,
                                                     .about = message::opt_source,
                                                     .group = option_group::input,
                                                     .into = &options.source},
                                                });
  add_output_options(command, options);
}

void add_reading_options(command_entry& command, common_options& options) {
  add_scheme_option(command, options);
  command.options.insert(command.options.end(), {
                                                    {.names = {"--reading"},
                                                     .value = "NAME=VALUE",
                                                     .kind = value_kind::word,
                                                     .about = message::opt_reading,
                                                     .group = option_group::reading,
                                                     .into = &options.readings,
                                                     .offers = reading_words},
                                                    {.names = {"--readings"},
                                                     .value = "FILE",
                                                     .kind = value_kind::file,
                                                     .about = message::opt_readings,
                                                     .group = option_group::reading,
                                                     .into = &options.readings_file},
                                                });
}

void add_record_options(command_entry& command, common_options& options) {
  add_reading_options(command, options);
  command.options.insert(
      command.options.end(),
      {
          {.names = {"--unknown-keys"},
           .kind = value_kind::word,
           .about = message::opt_unknown_keys,
           .group = option_group::input,
           .into = &options.unknown_keys,
           .words = {"refuse", "ignore"},
           .default_value = options.unknown_keys},
          {.names = {"-j", "--jobs"},
           .value = "N",
           .kind = value_kind::other,
           .about = message::opt_jobs,
           .into = &options.jobs,
           .range = whole_numbers{1, most_jobs}},
          {.names = {"--lines"}, .about = message::opt_lines, .group = option_group::input, .into = &options.lines},
          {.names = {"--fail-fast"},
           .about = message::opt_fail_fast,
           .group = option_group::input,
           .into = &options.fail_fast},
          {.names = {"--unique"}, .about = message::opt_unique, .group = option_group::output, .into = &options.unique},
      });
}

void add_items_option(command_entry& command, common_options& options) {
  command.options.push_back(
      {.names = {"--items"}, .about = message::opt_items, .group = option_group::output, .into = &options.items});
}

void add_keys_option(command_entry& command, common_options& options) {
  command.options.push_back(
      {.names = {"--keys"}, .about = message::opt_keys, .group = option_group::output, .into = &options.keys});
}

void add_force_option(command_entry& command, common_options& options) {
  command.options.push_back(
      {.names = {"--force"}, .about = message::opt_force, .group = option_group::output, .into = &options.force});
}

void add_only_option(command_entry& command, common_options& options) {
  command.options.push_back({.names = {"--only"},
                             .value = "KIND",
                             .kind = value_kind::word_list,
                             .about = message::opt_only,
                             .group = option_group::output,
                             .into = &options.only,
                             .offers = [] { return selection::kinds(embedded_schemes()); }});
}

}  // namespace tbsc94::cli
