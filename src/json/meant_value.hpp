// The number or date that somebody means who wrote it otherwise.
#pragma once

#include <string>
#include <string_view>

namespace tbsc94 {

/// Whether the text is a date of the calendar, YYYY-MM-DD.
[[nodiscard]] bool is_calendar_date(std::string_view text);

/// How many days the month of a text YYYY-MM-DD has; 0 where it names no month.
[[nodiscard]] unsigned days_of_month(std::string_view text);

/// The date of the calendar that other digits, dashes or order of one mean; empty where none is.
/// `meant_date("2026/3/9") // "2026-03-09"`, likewise "2026年3月9日", "20260309".
[[nodiscard]] std::string meant_date(std::string_view written);

/// The date of the calendar that a spreadsheet counts so: `date_of_serial("46064") // "2026-02-11"`; empty where the
/// text is no such number of this century.
[[nodiscard]] std::string date_of_serial(std::string_view written);

/// The number that is meant where quotes, a decimal comma, full-width digits, a percent sign or a unit were written;
/// empty where none is. `meant_number("95%") // "0.95"`, `meant_number("三级") // "3"`, `meant_number("０．８５") //
/// "0.85"`.
[[nodiscard]] std::string meant_number(std::string_view written);

}  // namespace tbsc94
