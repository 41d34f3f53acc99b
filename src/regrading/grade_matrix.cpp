#include "regrading/grade_matrix.hpp"

#include <utility>

#include "results/recorded_check_messages.hpp"
#include "results/report_messages.hpp"
#include "text/format.hpp"
#include "text/text_table.hpp"

namespace tbsc94 {

namespace {

std::size_t count_of(const grade_moves& counts, const graded_as& row, const graded_as& column) {
  const auto found = counts.find({row, column});
  return found == counts.end() ? 0 : found->second;
}

}  // namespace

std::vector<graded_as> none_and(const std::vector<std::string>& grades,
                                std::initializer_list<graded_as::kind> further) {
  std::vector<graded_as> all(1);
  for (const std::string& each : grades) {
    all.push_back(graded_with(each));
  }
  for (const graded_as::kind each : further) {
    all.push_back({each});
  }
  return all;
}

grade_matrix::grade_matrix(std::vector<graded_as> rows, std::vector<graded_as> columns)
    : rows_(std::move(rows)), columns_(std::move(columns)) {}

std::string grade_matrix::to_string(const grade_moves& counts, const phrase<>& title, text_style style) const {
  const language lang = style.lang;
  text_table text;
  std::vector<std::string> header{std::string(title.in(lang))};
  for (const graded_as& column : columns_) {
    header.emplace_back(words_of(column, lang));
  }
  header.emplace_back(message::sum.in(lang));
  text.add(std::move(header));
  text.rule();
  std::vector<std::size_t> sums(columns_.size() + 1);
  for (const graded_as& row : rows_) {
    std::vector<std::string> cells{std::string(words_of(row, lang))};
    std::size_t sum = 0;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const std::size_t count = count_of(counts, row, columns_[i]);
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
  std::string table = text.to_string();
  const std::string_view rule = std::string_view(table).substr(0, table.rfind('\n', table.size() - 2));
  const bool fits = style.columns == 0 || rule.size() - rule.rfind('\n') - 1 <= style.columns;
  return fits ? table : to_lines(counts, title, lang);
}

std::string grade_matrix::to_lines(const grade_moves& counts, const phrase<>& title, language lang) const {
  text_table text;
  text.add({std::string(title.in(lang)), std::string(message::sum.in(lang))});
  text.rule();
  std::size_t sum = 0;
  for (const graded_as& row : rows_) {
    for (const graded_as& column : columns_) {
      if (const std::size_t count = count_of(counts, row, column); count > 0) {
        text.add({formatted("{} \\ {}", words_of(row, lang), words_of(column, lang)), std::to_string(count)});
        sum += count;
      }
    }
  }
  text.rule();
  text.add({std::string(message::sum.in(lang)), std::to_string(sum)});
  return text.to_string();
}

void grade_matrix::write(json_writer& json, const grade_moves& counts) const {
  json.begin_object();
  for (const graded_as& row : rows_) {
    json.key(word_of(row)).begin_object();
    for (const graded_as& column : columns_) {
      json.key(word_of(column)).number(count_of(counts, row, column));
    }
    json.end_object();
  }
  json.end_object();
}

}  // namespace tbsc94
