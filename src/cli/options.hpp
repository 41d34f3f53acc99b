// The options that commands share.
#pragma once

#include <string>
#include <vector>

#include "cli/command_entry.hpp"

namespace tbsc94::cli {

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

}  // namespace tbsc94::cli
