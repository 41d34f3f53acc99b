// A result in Markdown (GFM), for pasting into a ticket.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "results/worked_out.hpp"
#include "text/language.hpp"

namespace tbsc94 {

/// A text from the file as a code span: in it nothing is markup, HTML, a link, a mention or a reference.
/// `in_table`: for a table's cell, of which a bar would be the end.
[[nodiscard]] std::string markdown_code(std::string_view text, bool in_table = false);
/// A text of the scheme, its punctuation as it stands.
[[nodiscard]] std::string markdown_plain(std::string_view text);

/// A row of a table, its cells as they are; and the line under its head, where the first `left` columns are set to the
/// left, the others to the right.
[[nodiscard]] std::string markdown_cells(const std::vector<std::string>& row);
[[nodiscard]] std::string markdown_rule(std::size_t columns, std::size_t left);

/// The full report of a graded assessment; with `explained`, the derivation step by step behind it.
[[nodiscard]] std::string markdown_report(const worked_out& all, language lang, bool explained);

/// The head of a table of several assessments, and a row of it: of a refused one its codes.
[[nodiscard]] std::string markdown_head(language lang);
[[nodiscard]] std::string markdown_row(const outcome& outcome, const readings& readings, language lang);
[[nodiscard]] std::string markdown_row(const unread_input& unread, language lang);

/// What stands above one of several reports: where it is from, and its grade.
[[nodiscard]] std::string markdown_source(const outcome& outcome, language lang);
[[nodiscard]] std::string markdown_source(const unread_input& unread, language lang);

}  // namespace tbsc94
