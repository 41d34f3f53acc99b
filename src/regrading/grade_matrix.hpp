// How many records went from which grade to which: a row for each grade before, a column for each now.
#pragma once

#include <initializer_list>
#include <string>
#include <vector>

#include "archive/summary.hpp"
#include "json/json_writer.hpp"
#include "results/report_style.hpp"
#include "text/language.hpp"

namespace tbsc94 {

/// None, then `grades`, then `further` kinds: the rows or columns of a table.
[[nodiscard]] std::vector<graded_as> none_and(const std::vector<std::string>& grades,
                                              std::initializer_list<graded_as::kind> further);

/// The rows and columns of such a table; what is counted stands in a summary.
class grade_matrix {
 public:
  grade_matrix(std::vector<graded_as> rows, std::vector<graded_as> columns);

  [[nodiscard]] const std::vector<graded_as>& rows() const { return rows_; }
  /// Every row in which something is counted, and the sums; where the terminal is too narrow, a line a count.
  [[nodiscard]] std::string to_string(const grade_moves& counts, const phrase<>& title, text_style style) const;
  /// An object a row, a number a column.
  void write(json_writer& json, const grade_moves& counts) const;

 private:
  [[nodiscard]] std::string to_lines(const grade_moves& counts, const phrase<>& title, language lang) const;

  std::vector<graded_as> rows_;
  std::vector<graded_as> columns_;
};

}  // namespace tbsc94
