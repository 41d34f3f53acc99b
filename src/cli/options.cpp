#include "cli/options.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <filesystem>
#include <iterator>
#include <utility>

#include "archive/archive_messages.hpp"
#include "archive/input.hpp"
#include "archive/selection.hpp"
#include "cli/cli_messages.hpp"
#include "cli/usage.hpp"
#include "json/messages.hpp"
#include "platform/platform.hpp"
#include "platform/signals.hpp"
#include "reading/place_words.hpp"
#include "reading/readings_reader.hpp"
#include "reading/scheme_reader.hpp"
#include "results/report_messages.hpp"
#include "text/ci_log.hpp"
#include "text/encoding.hpp"
#include "text/format.hpp"
#include "text/terminal_text.hpp"
#include "text/version.hpp"

namespace tbsc94::cli {

namespace {

constexpr unsigned most_jobs = 1024;

// Reads a file with `read`; an error is said on standard error and gives its exit code.
template <class Read>
int load_file(const std::string& path, language lang, Read read) {
  padded_buffer buffer;
  io_problem problem;
  if (!read_document({path}, buffer, problem)) {
    complain_cannot_read(lang, problem);
    return cannot_access;
  }
  findings errors;
  const int code = read(buffer, errors);
  say(document_errors(errors, displayed(path), lang));
  return code;
}

// On Windows, where hardly anybody sets variables, a file of the variable's name beside the program does as well.
std::vector<ambient_file> beside_program(const char* variable) {
  const std::string folder = platform::program_folder();
  for (const char* const ending : {"", ".json"}) {
    if (std::string path = folder + variable + ending; !folder.empty() && platform::status_at(path)) {
      return {{variable, std::move(path)}};
    }
  }
  return {};
}

// The file of decisions that the environment names, where no option names another.
std::vector<ambient_file> ambient_readings(const common_options& options) {
  constexpr const char* variable = "TBSC94_READINGS";
  if (!options.readings_file.empty()) {
    return {};
  }
  const std::string path(environment(variable));
  return path.empty() ? beside_program(variable) : std::vector<ambient_file>{{variable, path}};
}

// Likewise schemes, as in PATH one after another.
std::vector<ambient_file> ambient_schemes(const common_options& options) {
  constexpr const char* variable = "TBSC94_SCHEMES";
  constexpr char between = std::filesystem::path::preferred_separator == '\\' ? ';' : ':';
  if (!options.schemes.empty()) {
    return {};
  }
  const std::string_view named = environment(variable);
  std::vector<ambient_file> files = named.empty() ? beside_program(variable) : std::vector<ambient_file>();
  for (std::string_view rest = named; !rest.empty();) {
    const std::size_t end = std::min(rest.find(between), rest.size());
    if (end > 0) {
      files.push_back({variable, std::string(rest.substr(0, end))});
    }
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return files;
}

// As results name them.
std::vector<ambient_file> as_displayed(std::vector<ambient_file> files) {
  std::ranges::for_each(files, [](ambient_file& each) { each.path = displayed(each.path); });
  return files;
}

int load_scheme(const std::string& path, language lang, const std::vector<ambient_file>& ambient,
                scheme_catalog& catalog) {
  return load_file(path, lang, [&](const padded_buffer& buffer, findings& errors) -> int {
    auto scheme = read_scheme(buffer.padded(encoding::without_bom(buffer.text())), errors, lang, catalog);
    if (!scheme) {
      return wrong_usage;
    }
    const std::string id = scheme->id;
    const std::string edition = scheme->edition;
    if (!catalog.add(std::move(*scheme), buffer.text(), ambient)) {
      complain(lang, message::scheme_loaded_twice(lang, id, edition));
      return wrong_usage;
    }
    return done;
  });
}

int load_readings(const std::string& path, const scheme& scheme, language lang, readings_in_use& into) {
  return load_file(path, lang, [&](const padded_buffer& buffer, findings& errors) -> int {
    const auto readings = read_readings(buffer.padded(encoding::without_bom(buffer.text())), scheme, errors, lang);
    into = readings.value_or(readings_in_use());
    return readings ? done : wrong_usage;
  });
}

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

// `--reading NAME=VALUE`: takes the place of a decision, and does not settle.
int override_reading(const std::string& text, language lang, readings_in_use& readings) {
  const std::size_t equals = text.find('=');
  if (equals == std::string::npos) {
    complain(lang, message::reading_needs_value(lang, text));
    return wrong_usage;
  }
  const std::string name = text.substr(0, equals);
  const std::string value = text.substr(equals + 1);
  const auto which = find_reading(name);
  if (!which) {
    std::vector<std::string> known;
    known.reserve(all_readings.size());
    for (const reading each : all_readings) {
      known.emplace_back(names_of(each).name);
    }
    complain(lang, message::no_such_reading(lang, name, joined(known, ", ")) + did_you_mean(lang, name, known));
    return wrong_usage;
  }
  if (!readings.values.set(*which, value)) {
    const auto known = names_of(*which).values();
    complain(lang, message::no_such_value(lang, name, value, message::values_of(*which)) +
                       did_you_mean(lang, value, {known.begin(), known.end()}));
    return wrong_usage;
  }
  readings.settled[static_cast<std::size_t>(*which)].reset();
  readings.given.add(*which);
  return done;
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

std::string_view environment(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? std::string_view() : std::string_view(value);
}

language choose_language(int argc, const char* const* argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    std::string_view chosen;
    if (argument == "--lang" && i + 1 < argc) {
      chosen = argv[i + 1];
    } else if (argument.starts_with("--lang=")) {
      chosen = argument.substr(7);
    }
    if (chosen == "zh" || chosen == "en") {
      return chosen == "zh" ? language::zh : language::en;
    }
  }
  std::string_view locale;
  for (const char* const name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    locale = locale.empty() ? environment(name) : locale;
  }
  // LANGUAGE goes before, but in the locale that has no language.
  for (std::string_view rest = locale.empty() || locale == "C" || locale == "POSIX" ? "" : environment("LANGUAGE");
       !rest.empty(); rest.remove_prefix(std::min(rest.find(':'), rest.size() - 1) + 1)) {
    if (rest.starts_with("zh") || rest.starts_with("en")) {
      return rest.starts_with("zh") ? language::zh : language::en;
    }
  }
  const bool is_chinese = locale.empty() ? platform::user_reads_chinese() : locale.starts_with("zh");
  return is_chinese ? language::zh : language::en;
}

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

int spare_inputs(const common_options& options, language lang, const std::vector<std::string>& others) {
  const auto output = options.output.empty() ? identity_of(platform::standard_output) : identity_at(options.output);
  std::vector<std::string> ambient;
  for (const auto& files : {ambient_readings(options), ambient_schemes(options)}) {
    std::ranges::transform(files, std::back_inserter(ambient), &ambient_file::path);
  }
  for (const auto& files : {options.paths, options.schemes, {options.readings_file}, ambient, others}) {
    const auto same = std::ranges::find_if(files, [&](const std::string& each) { return identity_at(each) == output; });
    if (output && same != files.end()) {
      complain_cannot_read(lang, {*same, worded(message::is_input_and_output), severity::misuse});
      return wrong_usage;
    }
  }
  return done;
}

int spare_existing(const common_options& options, language lang) {
  if (const int code = spare_inputs(options, lang); code != done || options.force) {
    return code;
  }
  const auto there = options.output.empty() ? std::nullopt : identity_at(options.output);
  if (!there || there == identity_of(platform::standard_output)) {  // "/dev/stdout" is what the shell has opened
    return done;
  }
  complain(lang, message::exists_already(lang, options.output));
  return wrong_usage;
}

int write_text(const common_options& options, language lang, std::string_view text) {
  const platform::signals_held held;
  io_problem problem;
  const auto out = output::open(options.output, problem);
  if (!out) {
    complain_cannot_write(lang, problem);
    return cannot_access;
  }
  const platform::watcher watcher(
      std::nullopt, [] {}, [&] { out->abandon(); });
  return out->write(text) && out->commit() ? done : cannot_write(lang, *out);
}

int load(const common_options& options, language lang, workspace& into) {
  const std::vector<ambient_file> decisions = ambient_readings(options);
  const std::vector<ambient_file> schemes = ambient_schemes(options);
  if (!options.quiet) {
    for (const auto& files : {decisions, schemes}) {
      for (const ambient_file& each : files) {
        complain(lang, message::from_environment(lang, each.variable, displayed(each.path)));
      }
    }
  }
  if (!options.quiet && platform::is_terminal(platform::standard_input) &&
      std::ranges::find(options.paths, "-") != options.paths.end()) {
    complain(lang, message::waits_for_input.in(lang));
  }
  if (const std::string& file = decisions.empty() ? options.readings_file : decisions[0].path; !file.empty()) {
    into.has_decisions = true;
    const scheme_catalog embedded = embedded_schemes();
    if (const int code = load_readings(file, embedded.first().content, lang, into.readings); code != done) {
      return code;
    }
  }
  for (const std::string& text : options.readings) {
    if (const int code = override_reading(text, lang, into.readings); code != done) {
      return code;
    }
  }
  into.catalog = embedded_schemes(into.readings, as_displayed(decisions));
  for (const std::string& path : options.schemes) {
    if (const int code = load_scheme(path, lang, as_displayed(decisions), into.catalog); code != done) {
      return code;
    }
  }
  for (const ambient_file& each : schemes) {
    std::vector<ambient_file> ambient = decisions;
    ambient.push_back(each);
    if (const int code = load_scheme(each.path, lang, as_displayed(ambient), into.catalog); code != done) {
      return code;
    }
  }
  into.reading = {std::nullopt, options.unknown_keys == "ignore" ? unknown_keys::ignore : unknown_keys::refuse, lang};
  into.style = {lang, wants_color(options),
                options.output.empty() ? columns_of(platform::standard_output) : std::size_t{0}};
  return done;
}

bool wants_color(const common_options& options) {
  if (options.no_color || options.color != "auto") {
    return !options.no_color && options.color == "always";
  }
  if (!environment("NO_COLOR").empty() || !options.output.empty()) {
    return false;
  }
  const std::string_view forced = environment("CLICOLOR_FORCE");
  return (!forced.empty() && forced != "0") ||
         (environment("TERM") != "dumb" && platform::is_terminal(platform::standard_output));
}

std::size_t columns_of(int descriptor) {
  if (!platform::is_terminal(descriptor)) {
    return 0;
  }
  const std::string_view asked = environment("COLUMNS");
  std::size_t columns = 0;
  std::from_chars(asked.data(), asked.data() + asked.size(), columns);
  return columns > 0 ? columns : platform::terminal_columns(descriptor);
}

void say(std::string_view text) {
  std::string harmless;
  if (ci_runner_listens()) {
    ci_log_guard().append(harmless, text);
    text = harmless;
  }
  static_cast<void>(platform::write(platform::standard_error, text));  // there is nowhere else to say it
}

void complain(language lang, std::string_view message) { say(message::error(lang, harmless(message)) + '\n'); }

void complain_cannot_write(language lang, const io_problem& problem) {
  complain(lang, message::cannot_write(lang, problem.path, in(lang, problem.reason)));
}

int cannot_write(language lang, const output& out) {
  if (out.is_closed_pipe()) {
    platform::end_by_closed_pipe();
  }
  complain_cannot_write(lang, out.problem());
  return cannot_access;
}

void complain_cannot_read(language lang, const io_problem& problem) {
  complain(lang, (problem.severity == severity::unread ? message::cannot_read : message::remark)(
                     lang, problem.path, in(lang, problem.reason)));
}

}  // namespace tbsc94::cli
