// Reads the table of 5.3 of a scheme: rows of levels, and grades.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "json/finding.hpp"
#include "json/value.hpp"
#include "tbsc94/scheme.hpp"

namespace tbsc94 {

/// Where a row of `grades.rows` begins, and whether it has the key "level".
struct row_place {
  std::size_t offset = 0;
  bool names_level = false;
};

/// Reads `grades`, and says where its rows are.
std::vector<row_place> read_grades(json::value grades, const json::path& at, grade_table& into, findings& errors,
                                   language lang);

/// Holds the rows of a scheme to a level each where it has a maturity part, and to none where it has not.
void check_levels_of_rows(std::span<const row_place> places, const scheme& scheme, findings& errors, language lang);

}  // namespace tbsc94
