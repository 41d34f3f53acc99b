#include "text/text_table.hpp"

#include <algorithm>
#include <numeric>

#include "text/terminal_text.hpp"

namespace tbsc94 {

bool text_table::is_left(std::size_t column) const {
  return column == 0 || std::find(left_.begin(), left_.end(), column) != left_.end();
}

std::string text_table::to_string() const {
  std::vector<std::size_t> widths;
  for (const auto& row : rows_) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t c = 0; c < row.size(); ++c) {
      widths[c] = std::max(widths[c], display_width(row[c]));
    }
  }
  std::size_t width = widths.empty() ? 0 : 2 * (widths.size() - 1);
  width = std::accumulate(widths.begin(), widths.end(), width);
  std::string rule = "  ";
  for (std::size_t i = 0; i < width; ++i) {
    rule += "─";
  }
  std::string result;
  for (std::size_t r = 0; r < rows_.size(); ++r) {
    std::string line;
    for (std::size_t c = 0; c < rows_[r].size(); ++c) {
      line += "  " + (is_left(c) ? pad_right(rows_[r][c], widths[c]) : pad_left(rows_[r][c], widths[c]));
    }
    line.erase(line.find_last_not_of(' ') + 1);
    result += line + '\n';
    if (std::find(rules_.begin(), rules_.end(), r + 1) != rules_.end()) {
      result += rule + '\n';
    }
  }
  return result;
}

}  // namespace tbsc94
