// Results as workbooks: a table of many, and the report of one.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "results/csv.hpp"
#include "results/worked_out.hpp"
#include "workbook/book.hpp"

namespace tbsc94::workbook {

/// A table of results, with further ones of their items and ratings, written row by row: nothing of them is held.
class result_table {
 public:
  /// `columns`: the keys, joined by commas, as CSV has them; `items`: with the tables of items and ratings.
  result_table(std::string_view columns, language lang, column_heads heads, bool items);

  /// Adds rows that cell_row wrote.
  void add(std::string_view rows);
  /// Adds a sheet with the account's lines and gives the whole workbook, piece by piece. False as book::close.
  [[nodiscard]] bool finish(std::string_view account, const std::function<bool(std::string_view)>& take);

 private:
  struct table {
    std::string name;
    std::vector<std::string> keys;
    lxw_worksheet* sheet = nullptr;
    std::size_t sheets = 0;
    std::uint32_t row = 0;
    std::uint16_t column = 0;
  };
  void add_table(const phrase<>& name, std::string_view columns);
  void begin_sheet(table& table);
  static void end_sheet(table& table);
  void add_cell(table& table, char kind, std::string_view text);

  language lang_;
  column_heads heads_;
  book book_;
  std::vector<table> tables_;
};

/// The report of one graded assessment: verdict, Appendix 1 and 3 filled in, derivation. nullopt as made_workbook.
[[nodiscard]] std::optional<std::string> result_report(const worked_out& all, language lang);

/// Whether the bytes are a workbook that one of these has written.
[[nodiscard]] bool is_result(std::string_view bytes);

}  // namespace tbsc94::workbook
