// What lists of results in text have in common, a row a record.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "results/outcome.hpp"
#include "results/report_style.hpp"
#include "text/text_table.hpp"

namespace tbsc94 {

/// What stands behind a grade that depends on a reading.
inline constexpr std::string_view depends_mark = "*";
[[nodiscard]] bool is_marked(const outcome& outcome);

/// A column of grades, or of what stands in the place of one, as wide as the widest.
[[nodiscard]] text_list::column grade_column(const phrase<>& title, const std::vector<std::string>& grades,
                                             language lang);
/// Of what a record lacks to a grade.
[[nodiscard]] text_list::column lacks_column(language lang);

/// The grade as it is in words, with its mark.
[[nodiscard]] std::string grade_cell(const outcome& outcome, std::string_view grade);

/// What a record is known by: its source and, where it has one, its id.
[[nodiscard]] std::vector<std::string> named_by(const outcome& outcome);

/// The list of `grade`: grade, score, total, level, why there is no grade, and source, id, organization; of a refused
/// record its source and codes.
[[nodiscard]] text_list grade_list(const std::vector<std::string>& grades, text_style style);
void add_to_grade_list(std::string& into, const text_list& list, const outcome& outcome, const readings& readings,
                       language lang);

/// Of any list: what could not be read.
void add_to_list(std::string& into, const text_list& list, const unread_input& unread, language lang);

}  // namespace tbsc94
