// A line at the end of a terminal that is written over again and again.
#pragma once

#include <cstddef>
#include <string_view>

namespace tbsc94::cli {

/// On standard error. Anything else that goes to the terminal must be preceded by `erase`.
class status_line {
 public:
  /// Whether standard error is a terminal that can write over a line.
  [[nodiscard]] static bool is_possible();

  /// Shows `text` in place of what was shown before, cut to the terminal's width.
  void show(std::string_view text);
  void erase();

 private:
  std::size_t width_ = 0;  // of what is shown, in columns
};

}  // namespace tbsc94::cli
