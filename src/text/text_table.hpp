// Tables for a terminal, their columns lined up whatever the script.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace tbsc94 {

/// Rows of cells; the first column is set to the left, the others to the right unless told otherwise.
class text_table {
 public:
  /// The columns (from 0) to be set to the left as well.
  explicit text_table(std::vector<std::size_t> left_columns = {}) : left_(std::move(left_columns)) {}

  void add(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
  /// A line under the last row.
  void rule() { rules_.push_back(rows_.size()); }
  /// Lines of text, each indented by two columns.
  [[nodiscard]] std::string to_string() const;

 private:
  [[nodiscard]] bool is_left(std::size_t column) const;

  std::vector<std::size_t> left_;
  std::vector<std::vector<std::string>> rows_;
  std::vector<std::size_t> rules_;
};

}  // namespace tbsc94
