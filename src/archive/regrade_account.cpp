#include "archive/regrade_account.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "formats/holding_messages.hpp"
#include "formats/report_messages.hpp"
#include "formats/text_table.hpp"

namespace tbsc94 {

namespace {

enum table : std::size_t { from_recorded, from_own, by_cause, tables };

constexpr std::string_view unrecorded = "unrecorded";
constexpr std::string_view other = "other";
constexpr std::string_view refused = "refused";
constexpr std::string_view unknown = "unknown";

constexpr std::array<std::pair<std::string_view, const phrase<>*>, 8> cause_phrases{{
    {"arithmetic", &message::cause_arithmetic},
    {"conformity", &message::cause_conformity},
    {"edition", &message::cause_edition},
    {"edition-and-reading", &message::cause_both},
    {"limit-comparison", &message::cause_limit_comparison},
    {"reading", &message::cause_reading},
    {"record", &message::cause_record},
    {unknown, &message::cause_unknown},
}};

std::string cell(std::string_view row, std::string_view column) {
  std::string key(row);
  key += '\n';
  key += column;
  return key;
}

std::string_view title_of(std::string_view name, language lang) {
  return name == no_grade     ? message::grade_none.in(lang)
         : name == refused    ? message::refused.in(lang)
         : name == unrecorded ? message::unrecorded.in(lang)
         : name == other      ? message::row_other.in(lang)
                              : name;
}

}  // namespace

regrade_account::regrade_account(std::vector<std::string> grades) : rows_(std::move(grades)) {
  rows_.insert(rows_.begin(), std::string(no_grade));
  columns_ = rows_;
  columns_.emplace_back(refused);
  rows_.emplace_back(other);
  rows_.emplace_back(unrecorded);
}

std::string_view regrade_account::row_of(const outcome& outcome) const {
  const auto& recorded = outcome.record.assessment.recorded;
  if (!recorded || !recorded->has_grade) {
    return unrecorded;
  }
  const std::string_view grade = recorded->grade ? std::string_view(*recorded->grade) : no_grade;
  const auto last_grade = columns_.end() - 1;
  return std::find(columns_.begin(), last_grade, grade) != last_grade ? grade : other;
}

void regrade_account::count(summary& into, const outcome& outcome) const {
  into.further.resize(tables);
  if (!outcome.grading) {
    increase(into.further[from_recorded], cell(row_of(outcome), refused));
    return;
  }
  const regrading& regraded = *outcome.holding->regraded;
  increase(into.further[from_recorded], cell(row_of(outcome), regraded.now));
  if (regraded.before && !regraded.recorded) {
    increase(into.further[from_own], cell(*regraded.before, regraded.now));
  }
  if (regraded.is_changed()) {
    increase(into.further[by_cause], regraded.cause.empty() ? unknown : std::string_view(regraded.cause));
  }
}

std::size_t regrade_account::changed(const summary& account) {
  std::size_t sum = 0;
  for (const auto& [cause, count] : account.further_at(by_cause)) {
    sum += count;
  }
  return sum;
}

std::string regrade_account::table_text(const tally& counts, const phrase<>& title, language lang) const {
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

std::string regrade_account::to_string(const summary& account, language lang) const {
  std::string text = table_text(account.further_at(from_recorded), message::before_and_now, lang);
  if (!account.further_at(from_own).empty()) {
    text += '\n' + table_text(account.further_at(from_own), message::own_and_now, lang);
  }
  text += message::summary_changed(lang, changed(account)) + '\n';
  std::string causes;
  for (const auto& [name, phrase] : cause_phrases) {
    if (const std::size_t count = count_of(account.further_at(by_cause), name); count > 0) {
      causes += (causes.empty() ? "" : "  ") + message::summary_count(lang, phrase->in(lang), count);
    }
  }
  if (!causes.empty()) {
    text += message::summary_list(lang, message::summary_by_cause.in(lang), causes) + '\n';
  }
  return text;
}

void regrade_account::write_table(json_writer& json, const tally& counts) const {
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

void regrade_account::write(json_writer& json, const summary& account) const {
  json.key("read").number(account.read());
  json.key("graded").number(account.graded);
  json.key("refused").number(account.refused);
  json.key("changed").number(changed(account));
  json.key("causes").begin_object();
  for (const auto& [name, count] : account.further_at(by_cause)) {
    json.key(name).number(count);
  }
  json.end_object();
  json.key("matrix");
  write_table(json, account.further_at(from_recorded));
  json.key("own");
  write_table(json, account.further_at(from_own));
}

}  // namespace tbsc94
