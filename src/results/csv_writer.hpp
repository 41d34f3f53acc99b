// Writes CSV (RFC 4180) for spreadsheets.
#pragma once

#include <string>
#include <string_view>

namespace tbsc94 {

/// What a file begins with, so that a spreadsheet takes it for UTF-8.
inline constexpr std::string_view csv_start = "\xEF\xBB\xBF";

/// Whether a spreadsheet would run `text` as a formula: it begins with = + - @, in other widths too, behind
/// blanks of any kind. A + or - alone is a text.
[[nodiscard]] bool is_formula(std::string_view text);

/// Appends one row to a string, field by field: `csv_row(out).text("a").number("90.00").end();`
class csv_row {
 public:
  explicit csv_row(std::string& out) : out_(out) {}

  /// A text, with an apostrophe in front where it would be run as a formula, and control characters, line ends
  /// among them, shown as `\u{9}`.
  csv_row& text(std::string_view text);
  /// A number, or what else cannot be a formula: as it is.
  csv_row& number(std::string_view digits);
  /// A score; its mark has a column of its own.
  csv_row& score(std::string_view digits, char /*mark*/) { return number(digits); }
  csv_row& empty() { return number(""); }
  void end() { out_ += "\r\n"; }

 private:
  void separate();

  std::string& out_;
  bool first_ = true;
};

}  // namespace tbsc94
