// Grades a batch: reads its records one after another and writes each down.
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "archive/batch_result.hpp"
#include "archive/batches.hpp"
#include "archive/record_grader.hpp"

namespace tbsc94 {

/// Takes a part of a batch's result, which is empty afterwards; false where no more is wanted.
using part_taker = std::function<bool(batch_result& part)>;

/// Reads, grades and writes, keeping its buffers. One a thread.
class batch_grader {
 public:
  /// `lang`: of what is said of workbooks. The writer must outlive it.
  batch_grader(std::unique_ptr<record_grader> grade_one, const record_writer& writer, language lang);

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
  template <class... Entry>
  void write(batch_result& result, const Entry&... entry);
  void take_problem(const io_problem& problem, const std::string& archive, batch_result& result);

  std::unique_ptr<record_grader> grade_one_;
  const record_writer& writer_;
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
