// A filled-in form as an assessment: its JSON, and which cell each value stands in.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "results/outcome.hpp"
#include "workbook/spreadsheet.hpp"

namespace tbsc94::workbook {

/// Whether a file is taken for a workbook, by its name: `.xlsx`, and the formats that are told to be saved as such.
[[nodiscard]] bool is_workbook(std::string_view path);

/// What a form says.
struct form {
  /// The assessment, as `merge` writes it. It is for assessment_reader, which refuses it where `faults` has anything;
  /// empty where the file could not be read.
  std::string json;
  struct cell_of {
    std::size_t sheet = 0;
    place at;  // no row: the sheet itself
  };
  std::vector<std::string> sheets;         // their names
  std::map<std::string, cell_of> cells;    // by the JSON pointer of what stands there
  findings faults;                         // `where` is a pointer; of a file that could not be read, the only one
  std::vector<std::string> blank_ratings;  // the sheets of ratings that say nothing, which count as none
};

/// Reads a workbook.
[[nodiscard]] form read_form(std::string_view bytes, language lang);

/// Gives findings on the JSON the cells of their pointers, and of what stands there the name.
void name_places(const form& form, language lang, findings& all, const scheme* scheme = nullptr);

/// Once `outcome` was read and graded from the form's JSON: gives its errors and remarks the words for what is wrong
/// with cells, and the places of cells in place of those in JSON.
void name_cells(const form& form, language lang, outcome& outcome);

}  // namespace tbsc94::workbook
