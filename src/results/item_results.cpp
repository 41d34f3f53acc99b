#include "results/item_results.hpp"

#include <algorithm>
#include <utility>

#include "reading/place_words.hpp"
#include "text/format.hpp"

namespace tbsc94 {

namespace {

std::string shown(const fraction& value) { return value.rounded(shown_score::places).to_string(); }

// By how much a rating's score is above or, with a minus, below the mean of all.
std::string from_mean(const fraction& score, const fraction& mean) {
  if (score < mean) {
    const decimal below = (mean - score).rounded(shown_score::places);
    return (below.digits() == 0 ? "" : "-") + below.to_string();
  }
  return shown(score - mean);
}

void write_date(csv_row& row, const std::string& day) { row.text(day); }
void write_date(cell_row& row, const std::string& day) { row.date(day); }

}  // namespace

service_breakdown breakdown_of(const outcome& outcome, const readings& readings) {
  const assessment& assessment = outcome.record.assessment;
  return break_down(outcome.scheme_used(), assessment, rating_weights(assessment, readings.mean_over()));
}

void write_items(json_writer& json, const outcome& outcome, const readings& readings) {
  const scheme& scheme = outcome.scheme_used();
  const assessment& assessment = outcome.record.assessment;
  const service_breakdown service = breakdown_of(outcome, readings);
  json.key("date").string_or_null(assessment.date ? &*assessment.date : nullptr);
  json.key("items").begin_object();
  for (std::size_t i = 0; i < service.items.size(); ++i) {
    if (service.items[i].applicable) {
      json.key(scheme.service.items[i].id).begin_object();
      json.key("points").number(shown(service.items[i].points));
      json.key("percentage").number(shown(service.items[i].percentage));
      json.end_object();
    }
  }
  json.end_object();
  json.key("levels").begin_object();
  for (std::size_t i = 0; i < assessment.levels.size(); ++i) {
    json.key(scheme.maturity->table.items[i].id).number(std::size_t{assessment.levels[i].number()});
  }
  json.end_object();
  json.key("ratings").begin_array();
  for (std::size_t r = 0; r < assessment.ratings.size(); ++r) {
    const rating& each = assessment.ratings[r];
    json.begin_object();
    json.key("assessor").string_or_null(each.assessor.empty() ? nullptr : &each.assessor);
    json.key("occasion").string_or_null(each.occasion.empty() ? nullptr : &each.occasion);
    json.key("score").number(shown(service.ratings[r]));
    json.end_object();
  }
  json.end_array();
}

item_columns::item_columns(const scheme_catalog& catalog) {
  const auto add = [](std::vector<std::string>& into, const item_table& table) {
    for (const item& each : table.items) {
      if (std::ranges::find(into, each.id) == into.end()) {
        into.push_back(each.id);
      }
    }
  };
  for (const auto& each : catalog.all()) {
    add(points, each->content.service);
    if (each->content.maturity) {
      add(levels, each->content.maturity->table);
    }
  }
}

std::string item_columns::names() const {
  std::string names = ",date";
  for (const auto& [kind, ids] : {std::pair("points_", &points), std::pair("level_", &levels)}) {
    for (const std::string& each : *ids) {
      names += formatted(",{}{}", kind, each);
    }
  }
  return names;
}

template <class Row>
void item_columns::write(Row& row, const outcome& outcome, const service_breakdown& service) const {
  const scheme& scheme = outcome.scheme_used();
  const assessment& assessment = outcome.record.assessment;
  const auto index_in = [](const item_table& table, const std::string& id) {
    return static_cast<std::size_t>(std::ranges::find(table.items, id, &item::id) - table.items.begin());
  };
  write_date(row, assessment.date.value_or(""));
  for (const std::string& each : points) {
    const std::size_t index = index_in(scheme.service, each);
    const bool is_there = index < service.items.size() && service.items[index].applicable;
    is_there ? row.number(shown(service.items[index].points)) : row.empty();
  }
  for (const std::string& each : levels) {
    const std::size_t index = scheme.maturity ? index_in(scheme.maturity->table, each) : assessment.levels.size();
    index < assessment.levels.size() ? row.number(formatted("{}", assessment.levels[index].number())) : row.empty();
  }
}

template <class Row>
void item_columns::write_none(Row& row) const {
  for (std::size_t i = 0; i < 1 + points.size() + levels.size(); ++i) {
    row.empty();
  }
}

template void item_columns::write(csv_row&, const outcome&, const service_breakdown&) const;
template void item_columns::write(cell_row&, const outcome&, const service_breakdown&) const;
template void item_columns::write_none(csv_row&) const;
template void item_columns::write_none(cell_row&) const;

void append_item_rows(std::string& rows, const outcome& outcome, const service_breakdown& service, language lang) {
  const scheme& scheme = outcome.scheme_used();
  const assessment& assessment = outcome.record.assessment;
  const auto begin = [&](cell_row& row, char table) {
    row.in_table(table)
        .text(outcome.source())
        .text(assessment.id.value_or(""))
        .text(assessment.organization.value_or(""));
    write_date(row, assessment.date.value_or(""));
    row.text(grade_name(scheme, outcome.grading->grade));
  };
  for (std::size_t i = 0; i < service.items.size(); ++i) {
    if (const score_line& line = service.items[i]; line.applicable) {
      cell_row row(rows);
      begin(row, 1);
      row.text(full_item_name(scheme.service, i, lang));
      row.number(shown(line.percentage)).number(shown(line.points)).number(line.points_due.to_string()).end();
    }
  }
  for (std::size_t r = 0; r < assessment.ratings.size(); ++r) {
    cell_row row(rows);
    begin(row, 2);
    row.text(assessment.ratings[r].assessor).text(assessment.ratings[r].occasion);
    row.number(shown(service.ratings[r])).number(from_mean(service.ratings[r], outcome.grading->score)).end();
  }
}

}  // namespace tbsc94
