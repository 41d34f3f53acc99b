// What a filled-in form says.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "json/finding.hpp"
#include "workbook/spreadsheet.hpp"

namespace tbsc94::workbook {

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

}  // namespace tbsc94::workbook
