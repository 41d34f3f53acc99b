#include "schemes/scheme_sections.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "json/finding.hpp"
#include "results/scheme_words.hpp"
#include "schemes/scheme_messages.hpp"
#include "schemes/scheme_report.hpp"
#include "text/format.hpp"

namespace tbsc94 {

namespace {

struct clause_entry {
  std::string_view number;
  const bilingual* title;
  const bilingual* text;
};

// "10.2" stands after "9.1".
std::vector<unsigned long> steps_of(std::string_view number) {
  std::vector<unsigned long> steps{0};
  for (const char c : number) {
    if (c == '.') {
      steps.push_back(0);
    } else {
      steps.back() = steps.back() * 10 + static_cast<unsigned char>(c);
    }
  }
  return steps;
}

// The clauses and requirements that are part of a clause, by their numbers.
std::vector<clause_entry> entries_in(const scheme& scheme, const clause_summary& clause) {
  const auto is_in_it = [&](std::string_view within, std::string_view number) {
    return within == clause.within ? number.starts_with(clause.number + '.') : within == clause.id();
  };
  std::vector<clause_entry> entries;
  for (const clause_summary& each : scheme.clauses) {
    if (is_in_it(each.within, each.number)) {
      entries.push_back({each.number, &each.title, &each.summary});
    }
  }
  if (scheme.maturity && !scheme.maturity->requirements_clause.empty()) {
    for (const item& each : scheme.maturity->table.items) {
      if (is_in_it(scheme.maturity->requirements_clause, each.reference)) {
        entries.push_back({each.reference, &each.name, &each.criterion});
      }
    }
  }
  std::ranges::stable_sort(entries, {}, [](const clause_entry& each) { return steps_of(each.number); });
  return entries;
}

// Puts the parts of one scheme into words.
class section_writer {
 public:
  section_writer(const scheme& scheme, language lang) : scheme_(scheme), lang_(lang) {}

  [[nodiscard]] std::vector<scheme_section> sections_of(const shown_part& part) const {
    switch (part.kind) {
      case shown_kind::clause:
        return {clause(scheme_.clauses[part.index])};
      case shown_kind::likert:
        return {likert()};
      case shown_kind::service:
        return {items(scheme_.service, message::service_table)};
      case shown_kind::levels:
        return {levels()};
      case shown_kind::maturity:
        return {items(scheme_.maturity->table, message::management_table), bands()};
      case shown_kind::grades:
        return {rows(), grades()};
      case shown_kind::characteristic:
        return {group(scheme_.service, part.index)};
      case shown_kind::chapter:
        return {group(scheme_.maturity->table, part.index)};
      case shown_kind::service_item:
        return {item_alone(scheme_.service, part.index)};
      case shown_kind::management_item:
        return {item_alone(scheme_.maturity->table, part.index)};
      case shown_kind::stated:
        return {stated()};
    }
    return {};
  }

 private:
  [[nodiscard]] std::string said(const phrase<>& text) const { return std::string(text.in(lang_)); }
  [[nodiscard]] std::string headed(const phrase<std::string_view>& text, std::string_view clause) const {
    return text(lang_, clause_text(clause, lang_));
  }
  [[nodiscard]] std::string headed(std::string_view number, const bilingual& name, std::string_view clause) const {
    return message::item_heading(lang_, number, in(lang_, name), clause_text(clause, lang_));
  }
  [[nodiscard]] std::string level(maturity_level level) const { return level_name(scheme_, level, lang_); }

  [[nodiscard]] scheme_section clause(const clause_summary& clause) const;
  [[nodiscard]] scheme_section likert() const;
  [[nodiscard]] scheme_section items(const item_table& table, const phrase<std::string_view>& heading) const;
  [[nodiscard]] scheme_section group(const item_table& table, std::size_t index) const;
  [[nodiscard]] scheme_section item_alone(const item_table& table, std::size_t index) const;
  [[nodiscard]] scheme_section levels() const;
  [[nodiscard]] scheme_section stated() const;
  [[nodiscard]] scheme_section bands() const;
  [[nodiscard]] scheme_section rows() const;
  [[nodiscard]] scheme_section grades() const;
  [[nodiscard]] scheme_section empty_table(std::string heading, const item_table& table) const;
  void add_group(scheme_section& into, const item_table& table, const item_group& group) const;

  const scheme& scheme_;
  language lang_;
};

// The clause's own words, and those of what is in it.
scheme_section section_writer::clause(const clause_summary& clause) const {
  scheme_section result{clause.within.empty()
                            ? formatted("{} {}", clause_text(clause.number, lang_), in(lang_, clause.title))
                            : headed(clause.number, clause.title, clause.within)};
  result.lines = {in(lang_, clause.summary)};
  for (const clause_entry& each : entries_in(scheme_, clause)) {
    result.lines.push_back(message::clause_line(lang_, each.number, in(lang_, *each.title), in(lang_, *each.text)));
  }
  return result;
}

scheme_section section_writer::likert() const {
  scheme_section result{headed(message::likert_section, scheme_.alpha_clause),
                        {said(message::column_alpha), said(message::column_meaning)},
                        {1}};
  for (std::size_t i = 0; i < scheme_.likert.size(); ++i) {
    result.rows.push_back({interval_of(scheme_, i), in(lang_, scheme_.likert[i].name)});
  }
  return result;
}

scheme_section section_writer::empty_table(std::string heading, const item_table& table) const {
  scheme_section result{std::move(heading),
                        {said(message::column_number), said(message::column_name), said(message::column_points)},
                        {1, 3}};
  if (&table != &scheme_.service) {
    result.header.push_back(requirements_text(*scheme_.maturity, lang_));
  }
  return result;
}

void section_writer::add_group(scheme_section& into, const item_table& table, const item_group& group) const {
  const bool has_references = into.header.size() > 3;
  const auto add = [&](std::vector<std::string> row, const std::string& reference) {
    if (has_references) {
      row.push_back(reference);
    }
    into.rows.push_back(std::move(row));
  };
  add({group.id, in(lang_, group.name), table.points_due(group).shortest()}, "");
  for (std::size_t i = group.first; i < group.first + group.count; ++i) {
    const item& item = table.items[i];
    add({item.id, in(lang_, item.name), item.points_due.shortest()}, item.reference);
  }
}

scheme_section section_writer::items(const item_table& table, const phrase<std::string_view>& heading) const {
  scheme_section result = empty_table(headed(heading, table.clause), table);
  for (const item_group& group : table.groups) {
    add_group(result, table, group);
  }
  result.rows.push_back({said(message::column_sum), "", table.points_due().shortest()});
  result.rows.back().resize(result.header.size());
  return result;
}

scheme_section section_writer::group(const item_table& table, std::size_t index) const {
  const item_group& group = table.groups[index];
  scheme_section result = empty_table(headed(group.id, group.name, table.clause), table);
  add_group(result, table, group);
  return result;
}

scheme_section section_writer::item_alone(const item_table& table, std::size_t index) const {
  const item& item = table.items[index];
  const item_group& group = table.groups[table.group_of(index)];
  scheme_section result{headed(item.id, item.name, table.clause)};
  result.lines = {message::part_of(lang_, group.id, in(lang_, group.name)),
                  message::points_line(lang_, item.points_due.shortest())};
  if (!item.reference.empty()) {
    result.lines.push_back(message::reference_line(lang_, requirements_text(*scheme_.maturity, lang_), item.reference));
  }
  result.lines.push_back(message::criterion_line(lang_, in(lang_, item.criterion)));
  return result;
}

scheme_section section_writer::levels() const {
  scheme_section result{headed(message::level_table, scheme_.maturity->level_clause)};
  for (const level_description& each : scheme_.maturity->levels) {
    result.lines.push_back(formatted("{}  {}", in(lang_, each.name), in(lang_, each.description)));
  }
  return result;
}

scheme_section section_writer::stated() const {
  scheme_section result{said(message::stated_section),
                        {said(message::column_reading), said(message::column_value), said(message::column_clause)},
                        {1, 2}};
  for (const reading each : all_readings) {
    if (const auto& stated = scheme_.stated.settled[static_cast<std::size_t>(each)]) {
      result.rows.push_back({std::string(names_of(each).name), std::string(scheme_.stated.values.value(each)),
                             clause_text(stated->text, lang_)});
    }
  }
  return result;
}

scheme_section section_writer::bands() const {
  scheme_section result{headed(message::band_table, scheme_.maturity->table.clause),
                        {said(message::column_total), said(message::column_level)},
                        {1}};
  for (const maturity_band& band : scheme_.maturity->bands) {
    result.rows.push_back({interval_of(band), level(band.level)});
  }
  return result;
}

scheme_section section_writer::rows() const {
  scheme_section result{headed(message::row_table, scheme_.grades.clause), {said(message::column_score)}, {1}};
  if (scheme_.maturity) {
    result.header.push_back(said(message::column_needs));
  }
  for (const grade_row& row : scheme_.grades.rows) {
    result.rows.push_back({range_text(row.from, row.to, lang_)});
    if (row.level) {
      result.rows.back().push_back(level(*row.level));
    }
  }
  return result;
}

scheme_section section_writer::grades() const {
  scheme_section result{headed(message::grade_limits, scheme_.grades.clause),
                        {said(message::column_grade), said(message::column_score)},
                        {1}};
  for (const grade_limit& limit : scheme_.grades.grades) {
    result.rows.push_back({limit.grade, range_text(limit.from, limit.to, lang_)});
  }
  return result;
}

}  // namespace

std::vector<scheme_section> sections_of(const scheme& scheme, std::span<const shown_part> parts, language lang) {
  const section_writer writer(scheme, lang);
  std::vector<scheme_section> all;
  for (const shown_part& each : parts) {
    std::ranges::move(writer.sections_of(each), std::back_inserter(all));
  }
  return all;
}

}  // namespace tbsc94
