// Text for a terminal: its width in columns, and nothing in it that disturbs the terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "text/language.hpp"

namespace tbsc94 {

/// The text with control characters, line ends and direction marks shown as `\u{1B}`, so that a name
/// from a file cannot move the cursor, colour the screen or turn the line about.
[[nodiscard]] std::string harmless(std::string_view text);

/// The text from its first character that can be seen: before it stand blanks of every kind, control characters
/// and invisible ones. Empty where none can be.
[[nodiscard]] std::string_view without_leading_blanks(std::string_view text);

/// How many columns a terminal gives the text: 2 for wide East Asian characters, 0 for combining ones.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// How many it may give it. Characters of ambiguous width (α, ≥, —, “, ①, ·, ×) take two columns on many Chinese
/// terminals and one elsewhere, and none of them tells. So that no line runs over, all beyond ASCII counts two in
/// Chinese; a letter too many, as é, only breaks a line early. What is lined up has none of them in it.
[[nodiscard]] std::size_t most_columns(std::string_view text, language lang);

/// The text padded with spaces to `width` columns, after it or before it.
[[nodiscard]] std::string pad_right(std::string_view text, std::size_t width);
[[nodiscard]] std::string pad_left(std::string_view text, std::size_t width);

/// The text cut to at most `width` columns, "…" at its end where something was cut.
[[nodiscard]] std::string shorten(std::string_view text, std::size_t width);

/// The text in lines of at most `width` columns, broken at spaces or between wide characters. `lang`: by
/// most_columns.
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, std::size_t width, language lang = language::en);

/// Appends fields to a line that is begun in `text`, two spaces between them, and goes on in further ones, set in by
/// `indent`, where they would be wider than `columns` by most_columns; 0 sets no limit. Nothing is left out.
void append_fields(std::string& text, const std::vector<std::string>& fields, std::size_t columns, std::size_t indent,
                   language lang);

/// Lines of text, those wider than `columns` broken between two spaces if they can be; 0 sets no limit.
[[nodiscard]] std::string folded(std::string_view text, std::size_t columns, language lang);

}  // namespace tbsc94
