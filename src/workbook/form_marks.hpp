// How a form's cells are found again, whatever was moved, hidden, renamed or put between: the first column and the
// first row of each sheet, both hidden, say what its rows and columns are.
#pragma once

#include <string_view>

namespace tbsc94::workbook::marks {

/// The corner of each sheet: this, and what the sheet is. That of a cover names the sheets that belong to it.
inline constexpr std::string_view form = "tbsc94:form:1:";
inline constexpr std::string_view any_form = "tbsc94:form:";
inline constexpr std::string_view result = "tbsc94:result:";
inline constexpr std::string_view cover = "cover";
inline constexpr std::string_view cover_and_management = "cover+management";
inline constexpr std::string_view rating = "rating";
inline constexpr std::string_view management = "management";

// Columns.
inline constexpr std::string_view key = "key";
inline constexpr std::string_view value = "value";
inline constexpr std::string_view remark = "remark";

// Rows: the members of an assessment by their keys, an item as item: and its id.
inline constexpr std::string_view item = "item:";
inline constexpr std::string_view detail = "details";
inline constexpr std::string_view not_applicable = "not_applicable";
inline constexpr std::string_view clause = "conformity_remarks";

}  // namespace tbsc94::workbook::marks
