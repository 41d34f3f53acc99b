// What the commands that work on PATHs have in common: every record read, graded, written in the
// order of the input and accounted for.
#pragma once

#include <functional>
#include <string>

#include "archive/batch_grader.hpp"
#include "archive/batches.hpp"
#include "archive/output.hpp"
#include "archive/summary.hpp"
#include "cli/options.hpp"

namespace tbsc94::cli {

/// What stands around and between the records.
struct framing {
  std::string before;
  std::string between;  // each record is written with it in front
  std::string after;
};

/// How records are written.
struct record_format {
  /// Appends the record to `into.written`, and to `into.messages` what is to be said about it on
  /// standard error. Several threads call it at the same time, each with an `into` of its own.
  outcome_writer write;
  /// Appends to `into.written` what could not be read; why is said on standard error besides.
  unread_writer write_unread;
  framing frame;
  /// What counts the records and stands before them: they are then kept in a temporary file until all
  /// are read. May be left empty, as may what stands after them.
  std::function<std::string(const summary& account)> head{};
  std::function<std::string(const summary& account)> tail{};
  /// Takes each result in order and ahead of what it has `written`, and keeps it elsewhere. False where that
  /// cannot be done: it has told `out`. May be left empty.
  std::function<bool(const batch_result& result, output& out)> keep{};
  /// Whether what is written are commands to a CI runner.
  bool speaks_to_runner = false;
  /// Smaller where a record becomes a long report: results wait in memory for their turn.
  batch_size batches{};
};

/// One command's part in the work: how it writes, and what it counts, says and concludes.
struct batch_command {
  /// The format that `options` ask for. `one`: PATH is a single document. `space` outlives the format.
  std::function<record_format(const common_options& options, const workspace& space, bool one)> format;
  /// Counts in `account.further` what the command counts besides, for every record, also for one that
  /// `--only` leaves unwritten. Called as `write` is. May be left empty.
  std::function<void(summary& account, const outcome& outcome)> count{};
  /// How records are read and graded; left empty, by `plain_grader`.
  std::function<record_grader(const workspace& space)> grader{};
  /// Called once all is loaded: `done`, or an exit code where the options ask for what there is not,
  /// which it has said. May be left empty.
  std::function<int(workspace& space)> prepare{};
  /// Says in `path` where the output goes, if that is not where the options say; `one`: it is a report of one
  /// document. `done`, or an exit code, and why has been said. May be left empty.
  std::function<int(bool one, std::string& path)> place{};
  /// Called once the output is complete; false, and why has been said, where it could not be put in its place.
  std::function<bool()> complete{};
  /// Called from another thread, before the program ends early: nothing is to be left.
  std::function<void()> abandon{};
  /// Whether results of `grade` are input, as assessments are.
  bool takes_results = false;
  /// Whether a single document gets a report of its own and no summary.
  bool reports_one = true;
  /// Lines that follow the account of all records; may be left empty.
  std::function<std::string(const summary& account, language lang)> sum_up{};
  /// Whether the run is to check something: one that finds no record has failed then.
  bool checks = false;
  /// `done` or `check_failed`; may be left empty.
  std::function<exit_code(const summary& account)> judge{};
};

/// Does `command` on the options' PATHs, and gives the exit code.
[[nodiscard]] int run_batch(const common_options& options, language lang, const batch_command& command);

}  // namespace tbsc94::cli
