// What `--items` adds to a result: the day, each item's points and level, each rating's score.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "json/json_writer.hpp"
#include "results/cell_row.hpp"
#include "results/csv_writer.hpp"
#include "results/outcome.hpp"
#include "tbsc94/service_score.hpp"

namespace tbsc94 {

/// A graded outcome's service score in its parts (Appendix 1).
[[nodiscard]] service_breakdown breakdown_of(const outcome& outcome, const readings& readings);

/// In a line of NDJSON, as members: `date`, `items`, `levels`, `ratings`.
void write_items(json_writer& json, const outcome& outcome, const readings& readings);

/// In a table, as columns: `date`, each service item's points, rounded once, and each management item's level.
struct item_columns {
  explicit item_columns(const scheme_catalog& catalog);

  std::vector<std::string> points;  // the items' ids
  std::vector<std::string> levels;

  /// `,date,points_1.1,…,level_1.1,…`.
  [[nodiscard]] std::string names() const;
  /// `Row` is a csv_row, or for a workbook a cell_row.
  template <class Row>
  void write(Row& row, const outcome& outcome, const service_breakdown& service) const;
  template <class Row>
  void write_none(Row& row) const;
};

/// In a workbook, also as rows of their own, as pivot tables want them: a row for each item and each rating.
inline constexpr std::array<std::string_view, 2> row_tables{
    "source,id,organization,date,grade,item,percentage,points,points_due",
    "source,id,organization,date,grade,assessor,occasion,score,from_mean"};
void append_item_rows(std::string& rows, const outcome& outcome, const service_breakdown& service, language lang);

}  // namespace tbsc94
