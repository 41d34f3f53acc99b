// Grades a batch: reads its records one after another and writes each down.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "archive/batches.hpp"
#include "archive/id_register.hpp"
#include "archive/summary.hpp"
#include "reading/assessment_reader.hpp"
#include "results/html/index.hpp"
#include "results/outcome.hpp"

namespace tbsc94 {

/// A record's part of a folder of reports.
struct report_page {
  index_entry entry;
  std::string html;  // empty for a refused record
};

/// What became of a batch, or of a part of it.
struct batch_result {
  std::string written;             // the records as their format writes them, in order
  std::vector<report_page> pages;  // the same, where each has a file of its own
  std::string messages;            // for standard error
  summary account;
  std::uint64_t bytes = 0;  // of the input
  std::vector<io_problem> problems;
  std::vector<sighting> ids;  // of the records that have one, where they are asked for

  /// What a batch may come to before a part of it is handed on. A batch of usual records comes to less; some
  /// KB of hostile ones come to many MB.
  static constexpr std::size_t much = std::size_t{1} << 20U;
  /// Whether its texts come to that. What one record adds is bounded by the limits on documents and errors.
  [[nodiscard]] bool is_much() const;
};

/// Takes a part of a batch's result, which is empty afterwards; false where no more is wanted.
using part_taker = std::function<bool(batch_result& part)>;

/// Writes one outcome down; `bytes` are the record's own.
using outcome_writer = std::function<void(batch_result& into, const outcome& outcome, std::string_view bytes)>;
/// Writes down what could not be read, where its place in the order is.
using unread_writer = std::function<void(batch_result& into, const unread_input& unread)>;

/// What is done with the text of a record. It may keep buffers: one a thread.
struct record_grader {
  /// Reads one record, whose first line has the number `first_line`, and works out what is to be written
  /// of it. `into` holds the record's file and line already.
  std::function<void(const json::padded_text& text, std::size_t first_line, outcome& into)> grade;
  /// Finds the records in a text that is a list of them; none where it is one record itself. May be left
  /// empty.
  std::function<std::vector<std::string_view>(const json::padded_text& text)> cut{};
};

/// Reads and grades, and no more. The catalog must outlive it.
[[nodiscard]] record_grader plain_grader(const scheme_catalog& catalog, const reader_options& options);

/// Reads, grades and writes, keeping its buffers. One a thread.
class batch_grader {
 public:
  /// `lang`: of what is said of workbooks.
  batch_grader(record_grader grade_one, outcome_writer write, unread_writer write_unread, language lang);

  /// From now on stops at the first record that is refused and the first input that cannot be read.
  void stop_at_faults() { stops_at_faults_ = true; }

  /// Adds the batch's records to `result`, and what could not be read, each counted and written once. Where that
  /// comes to much, hands it on to `take_part`, and begins anew.
  void grade(const batch& batch, batch_result& result, const part_taker& take_part);

 private:
  [[nodiscard]] bool is_to_stop(const batch_result& result) const;
  void grade_lines(const batch& batch, batch_result& result);
  void grade_document(const input& input, batch_result& result);
  void grade_member(const batch& batch, const member_document& member, batch_result& result);
  void grade_workbook(std::string_view source, std::string_view bytes, batch_result& result);
  // A text where it stands: one record, or a list of them.
  struct found {
    std::string_view source;
    std::size_t line;  // as an origin has it
    std::size_t first_line;
    std::string_view bytes;
    json::padded_text text;  // the same without what may stand before a document
  };
  void grade_text(const found& found, batch_result& result);
  void grade_list(const found& found, const std::vector<std::string_view>& records, batch_result& result);
  // Where the next record's outcome goes; then it waits with its bytes until the group is written.
  [[nodiscard]] outcome& begin(std::string_view source, std::size_t line);
  void finish(std::string_view bytes, batch_result& result);
  void write_waiting(batch_result& result);
  void take_problem(const io_problem& problem, const std::string& archive, batch_result& result);

  record_grader grade_one_;
  outcome_writer write_;
  unread_writer write_unread_;
  // Records are graded in groups and then written: the code of either fits the processor's cache, that of both does
  // not, and eight outcomes fit beside it.
  struct graded {
    tbsc94::outcome outcome;
    std::string_view bytes;
  };
  std::array<graded, 8> group_;
  std::size_t waiting_ = 0;                // of the group
  const part_taker* take_part_ = nullptr;  // of the batch at hand
  bool is_wanted_ = true;                  // what is still to come
  bool stops_at_faults_ = false;
  padded_buffer document_;
  padded_buffer from_workbook_;
  language lang_;
};

}  // namespace tbsc94
