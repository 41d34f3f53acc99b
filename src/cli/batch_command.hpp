// What a command that works on PATHs says of itself: how it writes, what it counts and concludes.
#pragma once

#include <memory>
#include <string>

#include "archive/record_grader.hpp"
#include "archive/summary.hpp"
#include "cli/exit_code.hpp"
#include "cli/record_format.hpp"
#include "cli/workspace.hpp"

namespace tbsc94::cli {

class batch_command {
 public:
  batch_command() = default;
  batch_command(const batch_command&) = delete;
  batch_command& operator=(const batch_command&) = delete;
  virtual ~batch_command() = default;

  /// Called once all is loaded: `done`, or an exit code where the options ask for what there is not,
  /// which it has said. `space` outlives the command.
  [[nodiscard]] virtual int prepare(workspace& /*space*/) { return done; }
  /// The format that the options ask for. `one`: PATH is a single document.
  [[nodiscard]] virtual std::unique_ptr<record_format> format(const workspace& space, bool one) const = 0;
  /// How records are read and graded: one for each thread.
  [[nodiscard]] virtual std::unique_ptr<record_grader> grader(const workspace& space) const {
    return plain_grader(space.catalog, space.reading);
  }
  /// Counts what the command counts besides, for every record, also for one that `--only` leaves unwritten.
  /// Several threads call it at the same time, each with an `account` of its own.
  virtual void count(summary& /*account*/, const outcome& /*outcome*/) const {}
  /// Lines that follow the account of all records; those too wide for the terminal are folded afterwards.
  [[nodiscard]] virtual std::string sum_up(const summary& /*account*/, text_style /*style*/) const { return {}; }
  /// `done`, `check_failed` or `some_refused`, where nothing worse has happened.
  [[nodiscard]] virtual exit_code judge(const summary& /*account*/) const { return done; }

  /// Whether files of one id are told that they may be parts of one audit.
  [[nodiscard]] virtual bool tells_parts() const { return false; }
  /// Whether results of `grade` are input, as assessments are.
  [[nodiscard]] virtual bool takes_results() const { return false; }
  /// Whether a single document gets a report of its own and no summary.
  [[nodiscard]] virtual bool reports_one() const { return false; }
  /// Whether the run is to check something: one that finds no record has failed then.
  [[nodiscard]] virtual bool checks() const { return false; }
};

}  // namespace tbsc94::cli
