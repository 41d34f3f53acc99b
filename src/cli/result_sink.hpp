// Takes what a batch gives, in order: writes the records, says what is to be said, keeps the account.
#pragma once

#include <chrono>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "archive/batch_result.hpp"
#include "archive/id_register.hpp"
#include "archive/output.hpp"
#include "archive/spool.hpp"
#include "archive/summary.hpp"
#include "cli/batch_command.hpp"
#include "cli/exit_code.hpp"
#include "cli/options.hpp"
#include "cli/status_line.hpp"

namespace tbsc94::cli {

class result_sink {
 public:
  /// All must outlive it.
  result_sink(output& out, record_format& format, const batch_command& command, const common_options& options,
              text_style style);

  /// The next result; false where no more are wanted.
  bool take(const batch_result& result);
  /// After the last result: writes what stands after the records, with the account where that is part
  /// of them, and puts the output in its place. Whether all could be written.
  bool finish(bool with_account);

  /// The account of all records, in lines of text for standard error.
  [[nodiscard]] std::string account_text() const;
  /// What was passed over, in a line of text; empty where nothing was.
  [[nodiscard]] std::string passed_over_text() const;
  /// That some files may be parts of one audit.
  [[nodiscard]] std::string parts_text() const { return files_.merge_hint(lang_); }
  /// What follows from it.
  [[nodiscard]] exit_code code() const;
  [[nodiscard]] const summary& account() const { return account_; }
  [[nodiscard]] bool any_written() const { return !first_; }
  [[nodiscard]] bool writable() const { return writable_; }
  /// Whether the output is to stay as it was: it is an input, or nothing was read that could take its place; that
  /// also holds for a report of one document without anything in it.
  [[nodiscard]] bool leaves_output(bool one_report) const {
    const bool nothing_read = account_.unread > 0 && account_.read() == 0 && out_.replaces();
    return writable_ && (is_misused_ || nothing_read || (one_report && first_));
  }

  /// From another thread: shows how far the work is, once it has taken long enough. `all_bytes`: the
  /// size of the input, where it is known.
  void show_progress(std::optional<std::uint64_t> all_bytes);
  /// From another thread, before the program ends: gives up the output and says what was done until then.
  void abandon();

 private:
  [[nodiscard]] std::string account_text(std::size_t columns) const;
  void report_problems(const std::vector<io_problem>& problems);
  void say_above(std::string_view text);  // above the progress

  output& out_;
  record_format& format_;
  const batch_command& command_;
  const common_options& options_;
  text_style style_;
  language lang_;
  std::optional<spool> kept_;  // the records, where their head counts them
  summary account_;
  id_register ids_;
  id_register files_;  // of records that are a file each
  bool first_ = true;
  bool is_misused_ = false;  // the output would take the place of an input
  bool writable_ = true;
  bool finished_ = false;
  std::uint64_t bytes_ = 0;  // of the input
  std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
  status_line status_;
  std::timed_mutex mutex_;    // of all but the output, which is written while the progress is shown
  std::timed_mutex writing_;  // of the output; taken after the other
};

}  // namespace tbsc94::cli
