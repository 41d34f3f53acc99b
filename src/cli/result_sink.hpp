// Takes what a batch gives, in order: writes the records, says what is to be said, keeps the account.
#pragma once

#include <string>
#include <vector>

#include "archive/batch_grader.hpp"
#include "archive/id_register.hpp"
#include "archive/output.hpp"
#include "archive/summary.hpp"
#include "cli/batch_command.hpp"

namespace tbsc94::cli {

class result_sink {
 public:
  /// All must outlive it.
  result_sink(output& out, const record_format& format, const batch_command& command, const common_options& options,
              language lang);

  /// The next result; false where no more are wanted.
  bool take(const batch_result& result);
  void report_problems(const std::vector<io_problem>& problems);
  /// After the last result: writes what stands behind the records, with the account where that is part
  /// of them, and puts the output in its place. Whether all could be written.
  bool finish(bool with_account);

  /// The account of all records, in lines of text.
  [[nodiscard]] std::string account_text() const;
  /// What follows from it.
  [[nodiscard]] exit_code code() const;
  [[nodiscard]] bool any_written() const { return !first_; }
  [[nodiscard]] bool writable() const { return writable_; }

 private:
  output& out_;
  const framing& frame_;
  const batch_command& command_;
  const common_options& options_;
  language lang_;
  summary account_;
  id_register ids_;
  bool first_ = true;
  bool any_unread_ = false;
  bool writable_ = true;
};

}  // namespace tbsc94::cli
