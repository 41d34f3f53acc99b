// Results as workbooks: a table of many, and the report of one.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "results/worked_out.hpp"
#include "workbook/book.hpp"

namespace tbsc94::workbook {

/// A table of results, written row by row: nothing of it is held.
class result_table {
 public:
  /// `columns`: the keys, joined by commas, as CSV has them.
  result_table(std::string_view columns, language lang);

  /// Adds rows that cell_row wrote.
  void add(std::string_view rows);
  /// Adds a sheet with the account's lines and gives the whole workbook, piece by piece. False as book::close.
  [[nodiscard]] bool finish(std::string_view account, const std::function<bool(std::string_view)>& take);

 private:
  void begin_sheet();
  void end_sheet();

  language lang_;
  std::vector<std::string> keys_;
  book book_;
  lxw_worksheet* sheet_ = nullptr;
  std::size_t sheets_ = 0;
  std::uint32_t row_ = 0;
  std::uint16_t column_ = 0;
};

/// The report of one graded assessment: verdict, Appendix 1 and 3 filled in, derivation. nullopt as made_workbook.
[[nodiscard]] std::optional<std::string> result_report(const worked_out& all, language lang);

/// Whether the bytes are a workbook that one of these has written.
[[nodiscard]] bool is_result(std::string_view bytes);

}  // namespace tbsc94::workbook
