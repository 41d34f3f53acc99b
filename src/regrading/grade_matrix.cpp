#include "regrading/grade_matrix.hpp"

#include <utility>

#include "results/holding_messages.hpp"
#include "results/report_messages.hpp"
#include "text/text_table.hpp"

namespace tbsc94 {

namespace {

std::string cell(std::string_view row, std::string_view column) {
  std::string key(row);
  key += '\n';
  key += column;
  return key;
}

std::string_view title_of(std::string_view name, language lang) {
  return name == no_grade         ? message::grade_none.in(lang)
         : name == refused_name   ? message::refused.in(lang)
         : name == unrecorded_row ? message::unrecorded.in(lang)
         : name == other_row      ? message::row_other.in(lang)
                                  : name;
}

}  // namespace

std::vector<std::string> with_none(std::vector<std::string> grades) {
  grades.insert(grades.begin(), std::string(no_grade));
  return grades;
}

std::vector<std::string> followed_by(std::vector<std::string> names, std::initializer_list<std::string_view> further) {
  names.insert(names.end(), further.begin(), further.end());
  return names;
}

grade_matrix::grade_matrix(std::vector<std::string> rows, std::vector<std::string> columns)
    : rows_(std::move(rows)), columns_(std::move(columns)) {}

void grade_matrix::count(tally& into, std::string_view row, std::string_view column) {
  increase(into, cell(row, column));
}

std::string grade_matrix::to_string(const tally& counts, const phrase<>& title, language lang) const {
  text_table text;
  std::vector<std::string> header{std::string(title.in(lang))};
  for (const std::string& column : columns_) {
    header.emplace_back(title_of(column, lang));
  }
  header.emplace_back(message::sum.in(lang));
  text.add(std::move(header));
  text.rule();
  std::vector<std::size_t> sums(columns_.size() + 1);
  for (const std::string& row : rows_) {
    std::vector<std::string> cells{std::string(title_of(row, lang))};
    std::size_t sum = 0;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const std::size_t count = count_of(counts, cell(row, columns_[i]));
      cells.push_back(std::to_string(count));
      sums[i] += count;
      sum += count;
    }
    sums.back() += sum;
    cells.push_back(std::to_string(sum));
    if (sum > 0) {
      text.add(std::move(cells));
    }
  }
  text.rule();
  std::vector<std::string> last{std::string(message::sum.in(lang))};
  for (const std::size_t sum : sums) {
    last.push_back(std::to_string(sum));
  }
  text.add(std::move(last));
  return text.to_string();
}

void grade_matrix::write(json_writer& json, const tally& counts) const {
  json.begin_object();
  for (const std::string& row : rows_) {
    json.key(row).begin_object();
    for (const std::string& column : columns_) {
      json.key(column).number(count_of(counts, cell(row, column)));
    }
    json.end_object();
  }
  json.end_object();
}

}  // namespace tbsc94
