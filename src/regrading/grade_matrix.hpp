// How many records went from which grade to which: a row for each grade before, a column for each now.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "archive/summary.hpp"
#include "json/json_writer.hpp"
#include "text/language.hpp"

namespace tbsc94 {

/// What stands in a matrix beside the names of grades and `no_grade`.
inline constexpr std::string_view unrecorded_row = "unrecorded";
inline constexpr std::string_view other_row = "other";
inline constexpr std::string_view refused_name = "refused";

/// `no_grade`, then `grades`.
[[nodiscard]] std::vector<std::string> with_none(std::vector<std::string> grades);
/// `names`, then `further`.
[[nodiscard]] std::vector<std::string> followed_by(std::vector<std::string> names,
                                                   std::initializer_list<std::string_view> further);

/// The rows and columns of such a table; what is counted stands in a tally, which can be added to others.
class grade_matrix {
 public:
  grade_matrix(std::vector<std::string> rows, std::vector<std::string> columns);

  /// Requires the names to be a row and a column.
  static void count(tally& into, std::string_view row, std::string_view column);

  /// Every row in which something is counted, and the sums.
  [[nodiscard]] std::string to_string(const tally& counts, const phrase<>& title, language lang) const;
  /// An object a row, a number a column.
  void write(json_writer& json, const tally& counts) const;

 private:
  std::vector<std::string> rows_;
  std::vector<std::string> columns_;
};

}  // namespace tbsc94
