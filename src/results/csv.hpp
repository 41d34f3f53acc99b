// A result as a row of CSV.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "results/cell_row.hpp"
#include "results/csv_writer.hpp"
#include "results/outcome.hpp"
#include "text/language.hpp"

namespace tbsc94 {

/// The columns: the keys of the line of NDJSON, in its order; `error` stands for its `errors`. After all columns
/// that a command adds comes `csv_last_column`.
inline constexpr std::string_view csv_columns =
    "source,id,organization,scheme,edition,service_score,service_score_exact,mark,compared_score,management_total,"
    "management_level,grade,depends_on,assumed,readings,remarks,error";

/// Why there is no grade: `conformity`, `score`, `level`.
inline constexpr std::string_view csv_last_column = "reason";

/// What stands above the columns: their keys, for machines, or what they are called, for people.
enum class column_heads : std::uint8_t { keys, words };

/// What a column is called, by its key: `级别`, `1.1 实际得分`.
[[nodiscard]] std::string column_title(std::string_view key, language lang);

/// The beginning of a file. In words, each with its key: `级别（grade）`.
[[nodiscard]] std::string csv_head(std::string_view columns, language lang, column_heads heads);

/// The fields of one outcome, without the row's end; what it does not have is left empty. Of a list
/// the entries, joined by spaces: readings as `name=value`, remarks and errors by their codes, each once.
/// `Row` is a csv_row, or for a workbook a cell_row.
template <class Row>
void write_csv(Row& row, const outcome& outcome, const readings& readings);
template <class Row>
void write_csv(Row& row, const unread_input& unread);
/// The last one.
template <class Row>
void write_csv_reason(Row& row, const outcome& outcome, const readings& readings);

}  // namespace tbsc94
