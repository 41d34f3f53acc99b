// What stands in the cells of a workbook, as it is stored.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "workbook/package.hpp"

namespace tbsc94::workbook {

struct place {
  std::uint32_t row = 0;     // from 1
  std::uint32_t column = 0;  // from 1

  friend auto operator<=>(const place&, const place&) = default;
  /// "E7"
  [[nodiscard]] std::string address() const;
};

enum class cell_kind : std::uint8_t {
  number,   // the text is that of a double
  date,     // the same, shown as a date or a time
  iso_day,  // the text is a date: 2026-03-14T00:00:00
  text,
  boolean,
  error,  // #DIV/0!
};

/// A cell that holds something.
struct cell {
  place at;
  cell_kind kind = cell_kind::text;
  bool is_formula = false;
  std::string_view text{};  // lives as long as the workbook
};

struct sheet {
  std::string name;
  std::vector<cell> cells{};  // by row and column
  struct area {
    place from;
    place to;
  };
  std::vector<area> merged{};

  [[nodiscard]] const cell* find(place at) const;
};

struct spreadsheet {
  std::deque<sheet> sheets{};       // in their order
  bool counts_from_1904 = false;    // dates
  std::deque<std::string> texts{};  // what cells hold
};

/// Reads what `bytes` hold. Throws `refusal`.
[[nodiscard]] spreadsheet read_spreadsheet(std::string_view bytes);

}  // namespace tbsc94::workbook
