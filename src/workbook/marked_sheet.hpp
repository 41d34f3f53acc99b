// A sheet of the form, its rows and columns found by their marks.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/terminal_text.hpp"
#include "workbook/form_marks.hpp"
#include "workbook/spreadsheet.hpp"

namespace tbsc94::workbook {

class marked_sheet {
 public:
  struct row {
    std::uint32_t number;
    std::string_view mark;
  };

  /// The cell of a sheet that says what it is; null where there is none.
  static const cell* corner_of(const sheet& sheet) {
    const auto found = std::ranges::find_if(sheet.cells, [](const cell& each) {
      return each.text.starts_with(marks::any_form) || each.text.starts_with(marks::result);
    });
    return found == sheet.cells.end() ? nullptr : &*found;
  }

  marked_sheet(const sheet& sheet, std::size_t index, const cell& corner) : sheet_(&sheet), index_(index) {
    for (const cell& each : sheet.cells) {
      if (each.at.row == corner.at.row && each.at.column > corner.at.column) {
        columns_.emplace(each.text, each.at.column);
      } else if (each.at.column == corner.at.column && each.at.row > corner.at.row) {
        rows_.push_back({each.at.row, each.text});
      }
    }
  }

  [[nodiscard]] const std::string& name() const { return sheet_->name; }
  [[nodiscard]] std::size_t index() const { return index_; }
  [[nodiscard]] const std::vector<row>& rows() const { return rows_; }
  [[nodiscard]] bool has_column(std::string_view mark) const { return columns_.contains(mark); }
  [[nodiscard]] place at(std::uint32_t row, std::string_view column) const {
    const auto found = columns_.find(column);
    return {row, found == columns_.end() ? 0 : found->second};
  }
  /// What stands there; null for nothing.
  [[nodiscard]] const cell* content(place at) const {
    const cell* const found = sheet_->find(at);
    const bool is_empty = found != nullptr && !found->is_formula && without_leading_blanks(found->text).empty();
    return is_empty ? nullptr : found;
  }
  /// The cell that another is covered by.
  [[nodiscard]] std::optional<place> covered_by(place at) const {
    for (const auto& [from, to] : sheet_->merged) {
      const bool is_in = from.row <= at.row && at.row <= to.row && from.column <= at.column && at.column <= to.column;
      if (is_in && from != at) {
        return from;
      }
    }
    return std::nullopt;
  }

 private:
  const sheet* sheet_;
  std::size_t index_;
  std::map<std::string_view, std::uint32_t> columns_;
  std::vector<row> rows_;
};

}  // namespace tbsc94::workbook
