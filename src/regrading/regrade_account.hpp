// The account of an archive graded again: which grades became which, and why.
#pragma once

#include <string>
#include <vector>

#include "archive/summary.hpp"
#include "json/json_writer.hpp"
#include "regrading/grade_matrix.hpp"

namespace tbsc94 {

/// Counts in summary::moves, own_moves and causes, and writes what was counted.
///
/// Two tables: from what is recorded to what is now, whose sum is all records read; and, of those with no
/// grade recorded that were read otherwise than they say, from their own grade to what is now.
class regrade_account {
 public:
  /// `grades`: the names of the grades of all schemes, in their order.
  explicit regrade_account(const std::vector<std::string>& grades);

  void count(summary& into, const outcome& outcome) const;

  [[nodiscard]] std::string to_string(const summary& account, text_style style) const;
  /// The keys "read", "graded", "refused", "unreadable", "changed", "causes", "matrix" and "own".
  void write(json_writer& json, const summary& account) const;

  /// How many grades changed.
  [[nodiscard]] static std::size_t changed(const summary& account);

 private:
  [[nodiscard]] graded_as row_of(const outcome& outcome) const;

  grade_matrix matrix_;
};

}  // namespace tbsc94
