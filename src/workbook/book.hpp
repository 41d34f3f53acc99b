// Writes a workbook through libxlsxwriter.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

struct lxw_workbook;
struct lxw_worksheet;
struct lxw_format;

namespace tbsc94::workbook {

/// How a cell looks. Cells are locked, and their text is wrapped.
struct look {
  enum class fill : std::uint8_t { none, head, group, input, missing };
  enum class align : std::uint8_t { left, center, right };
  double size = 10;
  bool bold = false;
  bool border = false;
  bool locked = true;
  bool grey = false;
  bool wrap = true;
  fill filled = fill::none;
  align aligned = align::left;
  std::string number{};  // the format: "@" keeps what is typed a text

  friend auto operator<=>(const look&, const look&) = default;  // NOLINT(readability-implicit-bool-conversion)
};

/// The looks that the form and the result share.
inline const look plain{};
inline const look head{.bold = true, .border = true, .filled = look::fill::head, .aligned = look::align::center};
inline const look group_row{.bold = true, .border = true, .filled = look::fill::group};
inline const look boxed{.border = true};
inline const look boxed_center{.border = true, .aligned = look::align::center};
inline const look mark_look{.size = 8, .grey = true, .wrap = false};

/// A workbook on its way into a temporary file without a name. What libxlsxwriter refuses (a text of more than 32,767
/// characters is cut before) shows in `close`.
class book {
 public:
  /// `in_constant_memory`: each sheet is written from its top down, and rows are not held.
  explicit book(bool in_constant_memory);
  book(const book&) = delete;
  book& operator=(const book&) = delete;
  ~book();

  void describe(const std::string& title, const std::string& day);
  /// A sheet on A4 with margins and page numbers, as wide as a page.
  lxw_worksheet* add_sheet(const std::string& name, const std::string& footer);
  lxw_format* format(const look& look);

  // Rows and columns count from 0, as libxlsxwriter has them.
  void text(lxw_worksheet* sheet, std::uint32_t row, std::uint16_t column, std::string_view text, const look& look);
  void blank(lxw_worksheet* sheet, std::uint32_t row, std::uint16_t column, const look& look);
  void merged(lxw_worksheet* sheet, std::uint32_t row, std::uint16_t from, std::uint16_t to, std::string_view text,
              const look& look);

  /// YYYY-MM-DD as the day that a spreadsheet reckons with; one before 1900 as a text.
  void day(lxw_worksheet* sheet, std::uint32_t row, std::uint16_t column, std::string_view day, const look& look);
  void number(lxw_worksheet* sheet, std::uint32_t row, std::uint16_t column, double value, const look& look);

  /// Completes the workbook and gives its bytes, piece by piece. False where it could not be written (errno says why)
  /// or `take` wants no more.
  [[nodiscard]] bool close(const std::function<bool(std::string_view piece)>& take);

 private:
  int file_;
  lxw_workbook* book_;
  std::map<look, lxw_format*> formats_;
};

/// Has `fill` make a workbook, and gives its bytes; nullopt where it cannot be written: errno says why.
[[nodiscard]] std::optional<std::string> made_workbook(const std::function<void(book&)>& fill);

}  // namespace tbsc94::workbook
