#include "text/text_table.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

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
  rule.append(width, '-');  // of known width, as all that is lined up
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

text_list::text_list(std::vector<column> columns, std::vector<std::string> field_titles, language lang,
                     std::size_t terminal)
    : columns_(std::move(columns)), field_titles_(std::move(field_titles)), lang_(lang), terminal_(terminal) {
  constexpr std::size_t usual_field = 16;
  std::size_t usual = usual_field * field_titles_.size();
  for (column& each : columns_) {
    each.width = std::max(each.width, display_width(each.title));
    usual += each.width + (each.is_right ? 1 : 2);
  }
  is_narrow_ = terminal_ > 0 && usual > terminal_;
}

std::string text_list::head() const {
  std::vector<std::string> titles;
  for (const column& each : columns_) {
    titles.push_back(each.title);
  }
  std::string head;
  add(head, titles, field_titles_);
  return head;
}

void text_list::add(std::string& into, const std::vector<std::string>& cells,
                    const std::vector<std::string>& fields) const {
  std::string line;
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    const column& column = columns_[c];
    const std::string_view cell = c < cells.size() ? std::string_view(cells[c]) : std::string_view();
    line.append(c == 0 ? 0 : column.is_right ? 1 : 2, ' ');
    line += column.is_right ? pad_left(cell, column.width) : pad_right(cell, column.width);
  }
  std::string behind = "  ";
  append_fields(behind, fields, 0, 0, lang_);
  if (is_narrow_ || (terminal_ > 0 && most_columns(line + behind, lang_) > terminal_)) {
    behind = "\n    ";
    append_fields(behind, fields, terminal_, 4, lang_);
    line.erase(line.find_last_not_of(' ') + 1);
  }
  into += line + behind + '\n';
}

void text_list::add_note(std::string& into, std::string_view text) const {
  std::string line = "  ";
  append_fields(line, {std::string(text)}, terminal_, 4, lang_);
  into += line + '\n';
}

}  // namespace tbsc94
