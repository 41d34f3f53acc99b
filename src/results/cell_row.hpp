// Rows of a table on their way into a workbook, in the order of the records.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace tbsc94 {

/// Appends one row to a string, field by field, as csv_row does; `for_each_cell` reads them again.
class cell_row {
 public:
  explicit cell_row(std::string& out) : out_(out) {}

  /// Begins a row of another of the workbook's tables than the first, which is 0.
  cell_row& in_table(char table) { return add('T', {&table, 1}); }
  cell_row& text(std::string_view text) { return add('t', text); }
  /// Digits of at most 15 places, which a spreadsheet keeps.
  cell_row& number(std::string_view digits) { return add('n', digits); }
  /// A score with the mark that it is shown with, 0 for none.
  cell_row& score(std::string_view digits, char mark) { return add(mark == 0 ? 's' : mark, digits); }
  /// YYYY-MM-DD, or empty.
  cell_row& date(std::string_view day) { return add(day.empty() ? 'e' : 'd', day); }
  cell_row& empty() { return add('e', {}); }
  void end() { add('.', {}); }

 private:
  cell_row& add(char kind, std::string_view text) {
    const auto size = static_cast<std::uint32_t>(text.size());
    out_ += kind;
    out_.append(reinterpret_cast<const char*>(&size), sizeof size);
    out_ += text;
    return *this;
  }
  std::string& out_;
};

/// Calls `take(kind, text)` for every field, and for the end of a row with the kind '.'.
template <class Take>
void for_each_cell(std::string_view rows, Take take) {
  while (!rows.empty()) {
    std::uint32_t size = 0;
    std::memcpy(&size, rows.data() + 1, sizeof size);
    take(rows[0], rows.substr(1 + sizeof size, size));
    rows.remove_prefix(1 + sizeof size + size);
  }
}

}  // namespace tbsc94
