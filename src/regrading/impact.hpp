// What a revision of a scheme does to an archive: every record graded by the one and by the other.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "archive/record_grader.hpp"
#include "regrading/grade_matrix.hpp"

namespace tbsc94 {

/// Grades each record by the scheme of `b`, whatever edition it names, and by that of `a` to compare: sets
/// outcome::recorded_check, where the cause of a change from refused is the codes of what `a` refuses. Each catalog has
/// one scheme; both must outlive it.
[[nodiscard]] std::unique_ptr<record_grader> impact_grader(const scheme_catalog& a, const scheme_catalog& b,
                                                           const reader_options& options);

/// The account of such a grading. Counts in summary::moves.
class impact_account {
 public:
  impact_account(const scheme_catalog& a, const scheme_catalog& b);

  static void count(summary& into, const outcome& outcome);

  [[nodiscard]] std::string to_string(const summary& account, text_style style) const;
  /// The keys "read", "graded", "refused" (by B), "changed" and "matrix".
  void write(json_writer& json, const summary& account) const;
  /// Whether A refused any record.
  [[nodiscard]] static bool any_refused_before(const summary& account);

 private:
  grade_matrix matrix_;
};

}  // namespace tbsc94
