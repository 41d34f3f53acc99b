// What a cell's content means: the digits that were typed, a day, a text.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "workbook/spreadsheet.hpp"

namespace tbsc94::workbook {

/// The digits that were typed into a cell for the number that is stored. A spreadsheet keeps a double, which programs
/// write with 15, 16, 17 or the fewest digits; 15 significant ones are all that it keeps of what is typed. The text
/// is rounded to these, half to even, and written without an exponent: `typed_digits("0.94999999999999996") // "0.95"`.
/// nullopt for what is no number, or hardly one that was typed (1E-99).
[[nodiscard]] std::optional<std::string> typed_digits(std::string_view stored);

/// The number that a text means, without a sign, a point or digits of full width, blanks and invisible characters, a
/// percentage as what it is of 1: `number_in_text("８５％") // "0.85"`. All its digits are kept. nullopt where it is
/// none.
[[nodiscard]] std::optional<std::string> number_in_text(std::string_view text);

/// The level that a text means: "3", "3级", "三级".
[[nodiscard]] std::optional<std::string> level_in_text(std::string_view text);

/// The day with a serial number, its time left out; nullopt outside of the years 1900 to 9999.
/// `day_of("46095", false) // "2026-03-14"`.
[[nodiscard]] std::optional<std::string> day_of(std::string_view serial, bool counts_from_1904);
/// A day that is written in another way, as YYYY-MM-DD: "2026/3/14", "2026年3月14日". Any other text as it is.
[[nodiscard]] std::string day_in_text(std::string_view text);

}  // namespace tbsc94::workbook
