// What a cell means for a member of an assessment, or what is wrong with it.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "json/finding.hpp"
#include "text/language.hpp"
#include "workbook/spreadsheet.hpp"

namespace tbsc94::workbook {

/// Why a cell cannot mean what its member wants.
struct cell_fault {
  tbsc94::code code{};
  std::string message;
};
/// The value in JSON, or why there is none.
using cell_meaning = std::variant<std::string, cell_fault>;

/// The words that a member takes: each in JSON and as a form has it.
using choices = std::array<std::pair<std::string_view, phrase<>>, 2>;

/// A text in JSON.
[[nodiscard]] std::string in_quotes(std::string_view text);
/// An α, or a level, as it is called where another thing stands in its cell.
[[nodiscard]] std::string_view number_wanted(bool is_level, language lang);

/// Takes the cells of one workbook that hold something, and neither a formula nor an error.
class cell_reader {
 public:
  cell_reader(bool counts_from_1904, language lang) : counts_from_1904_(counts_from_1904), lang_(lang) {}

  [[nodiscard]] cell_meaning number(const cell& cell, bool is_level) const;
  /// A number is taken for the text that was meant, as an id may be one.
  [[nodiscard]] cell_meaning text(const cell& cell) const;
  [[nodiscard]] cell_meaning day(const cell& cell) const;
  [[nodiscard]] cell_meaning choice(const cell& cell, const choices& from) const;

 private:
  bool counts_from_1904_;
  language lang_;
};

}  // namespace tbsc94::workbook
