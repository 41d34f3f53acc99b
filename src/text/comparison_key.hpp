// Texts that people take for the same, whatever the bytes.
#pragma once

#include <string>
#include <string_view>

namespace tbsc94 {

/// What two spellings of one name have in common: the text in NFKC, without case, white space and characters that
/// cannot be seen. Not for showing. `comparison_key("Ａ 1") // "a1"`. What is not UTF-8 stays as it is.
[[nodiscard]] std::string comparison_key(std::string_view text);

/// The same, and letters that look like others are one with them: a Cyrillic В or a Greek Β with B, O with 0, l and I
/// with 1, the kinds of dashes and of slashes with each other.
[[nodiscard]] std::string lookalike_key(std::string_view text);

/// Whether a reader can see all that stands in the text, its spaces between words apart: no control or format
/// character, no other blank, none at either end.
[[nodiscard]] bool is_all_seen(std::string_view text);

}  // namespace tbsc94
