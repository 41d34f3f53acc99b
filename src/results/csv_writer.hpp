// Writes CSV (RFC 4180) for spreadsheets.
#pragma once

#include <string>
#include <string_view>

namespace tbsc94 {

/// What a file begins with, so that a spreadsheet takes it for UTF-8.
inline constexpr std::string_view csv_start = "\xEF\xBB\xBF";

/// Whether a spreadsheet would run `text` as a formula: it begins with = + - @, in their full width
/// too, with a tab or a carriage return, or has one of them behind blanks. A + or - alone is a text.
[[nodiscard]] bool is_formula(std::string_view text);

/// Appends one row to a string, field by field: `csv_row(out).text("a").number("90.00").end();`
class csv_row {
 public:
  explicit csv_row(std::string& out) : out_(out) {}

  /// A text, with an apostrophe in front where it would be run as a formula.
  csv_row& text(std::string_view text);
  /// A number, or what else cannot be a formula: as it is.
  csv_row& number(std::string_view digits);
  csv_row& empty() { return number(""); }
  void end() { out_ += "\r\n"; }

 private:
  void separate();

  std::string& out_;
  bool first_ = true;
};

}  // namespace tbsc94
