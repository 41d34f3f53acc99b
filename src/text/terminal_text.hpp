// Text for a terminal: its width in columns, and nothing in it that disturbs the terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tbsc94 {

/// The text with control characters, line ends and direction marks shown as `\u{1B}`, so that a name
/// from a file cannot move the cursor, colour the screen or turn the line about.
[[nodiscard]] std::string harmless(std::string_view text);

/// The text from its first character that can be seen: before it stand blanks of every kind, control characters
/// and invisible ones. Empty where none can be.
[[nodiscard]] std::string_view without_leading_blanks(std::string_view text);

/// How many columns a terminal gives the text: 2 for wide East Asian characters, 0 for combining ones.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// The text padded with spaces to `width` columns, after it or before it.
[[nodiscard]] std::string pad_right(std::string_view text, std::size_t width);
[[nodiscard]] std::string pad_left(std::string_view text, std::size_t width);

/// The text cut to at most `width` columns, "…" at its end where something was cut.
[[nodiscard]] std::string shorten(std::string_view text, std::size_t width);

/// The text in lines of at most `width` columns, broken at spaces or between wide characters.
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, std::size_t width);

}  // namespace tbsc94
