// What is wrong with a form, told by its cells.
#pragma once

#include "results/outcome.hpp"
#include "text/language.hpp"
#include "workbook/form.hpp"

namespace tbsc94::workbook {

/// Of a finding, where it is in the workbook. Its offset counts sheets, so that findings have an order.
void put_in(finding& each, const form& form, const form::cell_of& cell);

/// Gives findings on the JSON the cells of their pointers, and of what stands there the name.
void name_places(const form& form, language lang, findings& all, const scheme* scheme = nullptr);

/// Once `outcome` was read and graded from the form's JSON: gives its errors and remarks the words for what is wrong
/// with cells, and the places of cells in place of those in JSON.
void name_cells(const form& form, language lang, outcome& outcome);

}  // namespace tbsc94::workbook
