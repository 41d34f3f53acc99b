// The options that all commands share, and what they load.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "archive/input.hpp"
#include "archive/output.hpp"
#include "cli/command_entry.hpp"
#include "reading/assessment_reader.hpp"
#include "reading/scheme_catalog.hpp"
#include "results/report_style.hpp"
#include "tbsc94/readings.hpp"

namespace tbsc94::cli {

/// The program's exit codes; of several that apply, the highest.
enum exit_code : int {
  done = 0,
  check_failed = 1,   // a check that was asked for does not hold
  wrong_usage = 2,    // a wrong command line, or a scheme or readings file that cannot be used
  some_refused = 3,   // some input was refused; the rest was processed
  cannot_access = 4,  // something could not be read or written
};

struct common_options {
  std::string format;  // empty: by the ending of `output`
  std::string output;
  bool force = false;  // the output may take the place of what is there, where a command asks
  std::vector<std::string> schemes;
  std::vector<std::string> readings;
  std::string readings_file;
  std::string unknown_keys = "refuse";
  std::string lang;
  std::string color = "auto";
  bool no_color = false;  // goes before `color`
  bool quiet = false;
  bool items = false;             // tables have columns for each item
  bool keys = false;              // above the columns of tables stand their keys alone
  std::string source;             // as results call standard input
  std::string part;               // "3/16": of files of lines, what is read
  bool lines = false;             // standard input is NDJSON, whatever its first line
  bool fail_fast = false;         // stops after the first record refused, the first input not read
  bool unique = false;            // the summary names the ids that came twice
  std::vector<std::string> only;  // the kinds of records that are written; empty: all
  unsigned jobs = 0;              // threads; 0: as many as there are processors
  std::vector<std::string> paths;
};

/// A variable of the environment; empty where it is not set.
[[nodiscard]] std::string_view environment(const char* name);

/// The language asked for on the command line, else that of the locale.
[[nodiscard]] language choose_language(int argc, const char* const* argv);

/// Where the output goes and how it looks: every command has these.
void add_output_options(command_entry& command, common_options& options);
/// `--format`, of which the first is the default. The command must know already how it runs: before that the format is
/// settled by the ending of the output, where none is asked for, and is wrong usage where it would go to a terminal as
/// a workbook.
void add_format_option(command_entry& command, common_options& options, const std::vector<std::string>& formats);
void add_scheme_option(command_entry& command, common_options& options);
/// `--help` and `--version`; `add_output_options` adds them as well.
void add_help_and_version(command_entry& command);
/// Under which schemes and readings records are graded.
void add_reading_options(command_entry& command, common_options& options);
/// The same, and how records are read: keys, jobs.
void add_record_options(command_entry& command, common_options& options);
/// All that the commands have that work on assessments.
void add_common_options(command_entry& command, common_options& options, const std::vector<std::string>& formats);

/// `--items`, for formats of tables.
void add_items_option(command_entry& command, common_options& options);
/// `--keys`, for the same.
void add_keys_option(command_entry& command, common_options& options);
/// `--force`, for the commands that else write over nothing.
void add_force_option(command_entry& command, common_options& options);
/// `--only`, for the commands that write records as they come.
void add_only_option(command_entry& command, common_options& options);

/// What `--version` prints: for machines as well, and alike in every language. Of a scheme, the digest of its file.
[[nodiscard]] std::string version_text();

/// What a command works with.
struct workspace {
  scheme_catalog catalog;
  readings_in_use readings;
  bool has_decisions = false;  // a file of the body's says which readings are decided on
  reader_options reading;
  text_style style;
};

/// Loads schemes and readings. On an error says so on standard error and gives its exit code.
[[nodiscard]] int load(const common_options& options, language lang, workspace& into);

/// Wrong usage, which is said, where the output would go into a file that is read: one of the options', or of
/// `others`, by whatever name. Else `done`.
[[nodiscard]] int spare_inputs(const common_options& options, language lang,
                               const std::vector<std::string>& others = {});
/// The same, and where it would go into any file that is there, without `--force`.
[[nodiscard]] int spare_existing(const common_options& options, language lang);

/// Writes a text to where `options` say; the exit code.
[[nodiscard]] int write_text(const common_options& options, language lang, std::string_view text);

/// Whether standard output, or the file in its place, is to be coloured.
[[nodiscard]] bool wants_color(const common_options& options);
/// The width of the terminal that is standard output or standard error, by COLUMNS where that is set; 0 where it is
/// none.
[[nodiscard]] std::size_t columns_of(int descriptor);

/// Writes to standard error, whether or not that can be written to.
void say(std::string_view text);
/// `tbsc94: MESSAGE` on standard error.
void complain(language lang, std::string_view message);
void complain_cannot_read(language lang, const io_problem& problem);
void complain_cannot_write(language lang, const io_problem& problem);
/// After a failure of `out`: says so, and gives the exit code. Where the reader of a pipe has gone the
/// program ends at once and without a word, as others do.
[[nodiscard]] int cannot_write(language lang, const output& out);

}  // namespace tbsc94::cli
