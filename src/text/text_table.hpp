// Tables and lists for a terminal, their columns lined up whatever the script.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "text/language.hpp"

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

/// A list of which each row is written as it comes: columns of a width that is fixed beforehand, and behind them fields
/// that end where they end. On a terminal without room for usual fields they stand beneath, in lines of their own.
class text_list {
 public:
  struct column {
    std::string title;
    std::size_t width = 0;  // at least the title's
    bool is_right = false;  // set to the right, a space before it; else two
  };

  /// `terminal`: its columns; 0 for none.
  text_list(std::vector<column> columns, std::vector<std::string> field_titles, language lang, std::size_t terminal);

  [[nodiscard]] std::string head() const;
  /// A row; cells that are not given stay empty. A cell wider than its column moves what follows it.
  void add(std::string& into, const std::vector<std::string>& cells, const std::vector<std::string>& fields) const;
  /// What belongs to the row above, in lines of its own.
  void add_note(std::string& into, std::string_view text) const;

 private:
  std::vector<column> columns_;
  std::vector<std::string> field_titles_;
  language lang_;
  std::size_t terminal_;
  bool is_narrow_ = false;
};

}  // namespace tbsc94
