#include "checking/scheme_diff.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "list_match.hpp"

namespace tbsc94 {

namespace {

template <class Value>
scheme_value value_of(const std::optional<Value>& value) {
  return value ? scheme_value(*value) : scheme_value();
}

// A clause that a scheme need not state.
scheme_value stated(const std::string& clause) { return clause.empty() ? scheme_value() : scheme_value(clause); }

class comparison {
 public:
  comparison(const scheme& before, const scheme& after) : before_(before), after_(after) {}

  [[nodiscard]] std::vector<scheme_change> all() && {
    scheme_itself();
    likert();
    service();
    maturity();
    grades();
    clauses();
    readings();
    return std::move(found_);
  }

 private:
  // A part that both have, and where it stands in each.
  struct both {
    scheme_part part{};
    std::size_t before = 0;
    std::size_t after = 0;
  };
  void compare(const both& at, scheme_field field, scheme_value before, scheme_value after) {
    if (before != after) {
      found_.push_back({at.part, field, at.before, at.after, std::move(before), std::move(after)});
    }
  }
  void compare(const both& at, scheme_field zh, scheme_field en, const bilingual& before, const bilingual& after) {
    compare(at, zh, before.zh, after.zh);
    compare(at, en, before.en, after.en);
  }
  // Whether the part is in both; in one alone, that is the change.
  bool is_in_both(scheme_part part, const match& match) {
    if (match.before && match.after) {
      return true;
    }
    if (match.before || match.after) {
      found_.push_back({part, scheme_field::whole, match.before, match.after});
    }
    return false;
  }

  void scheme_itself();
  void likert();
  void service();
  void maturity();
  void levels(const maturity_part& before, const maturity_part& after);
  void bands(const maturity_part& before, const maturity_part& after);
  void rows();
  void grades();
  void clauses();
  void readings();

  // The items of an appendix, and what the parts of it are.
  struct tables {
    const item_table& before;
    const item_table& after;
    scheme_part whole;
    scheme_part group;
    scheme_part item;
  };
  void items(const tables& in);
  void group(const tables& in, const match& match, const name_matches& groups, const name_matches& items);
  void item(const tables& in, const both& at, const name_matches& groups);
  void order(const both& at, const std::vector<match>& stays, const std::vector<std::string>& ids);

  const scheme& before_;
  const scheme& after_;
  std::vector<scheme_change> found_;
};

void comparison::scheme_itself() {
  const both at{scheme_part::scheme};
  compare(at, scheme_field::id, before_.id, after_.id);
  compare(at, scheme_field::edition, before_.edition, after_.edition);
  compare(at, scheme_field::title_zh, scheme_field::title_en, before_.title, after_.title);
  compare(at, scheme_field::issuer_zh, scheme_field::issuer_en, before_.issuer, after_.issuer);
  compare(at, scheme_field::published, before_.published, after_.published);
  compare(at, scheme_field::effective, before_.effective, after_.effective);
}

// How many of some fields differ.
std::size_t differing(std::initializer_list<bool> same) {
  return static_cast<std::size_t>(std::count(same.begin(), same.end(), false));
}

void comparison::likert() {
  compare({scheme_part::likert}, scheme_field::clause, before_.alpha_clause, after_.alpha_clause);
  constexpr std::size_t fields = 4;
  const auto cost = [&](std::size_t i, std::size_t j) {
    const tbsc94::likert_band& before = before_.likert[i];
    const tbsc94::likert_band& after = after_.likert[j];
    return 2 * differing({before.name.zh == after.name.zh, before.name.en == after.name.en, before.from == after.from,
                          before.to == after.to});
  };
  for (const match& each : align(before_.likert.size(), after_.likert.size(), fields, cost)) {
    if (is_in_both(scheme_part::likert_band, each)) {
      const both at{scheme_part::likert_band, *each.before, *each.after};
      const tbsc94::likert_band& before = before_.likert[at.before];
      const tbsc94::likert_band& after = after_.likert[at.after];
      compare(at, scheme_field::name_zh, scheme_field::name_en, before.name, after.name);
      compare(at, scheme_field::from, before.from, after.from);
      compare(at, scheme_field::to, before.to, after.to);
    }
  }
}

void comparison::service() {
  const both at{scheme_part::service};
  compare(at, scheme_field::clause, before_.service.clause, after_.service.clause);
  compare(at, scheme_field::mean_clause, stated(before_.mean_clause), stated(after_.mean_clause));
  compare(at, scheme_field::points_due, before_.service.points_due(), after_.service.points_due());
  items(
      {before_.service, after_.service, scheme_part::service, scheme_part::characteristic, scheme_part::service_item});
}

template <class Entries>
std::vector<std::string> ids_of(const Entries& entries) {
  std::vector<std::string> ids;
  ids.reserve(entries.size());
  for (const auto& each : entries) {
    ids.push_back(each.id);
  }
  return ids;
}

void comparison::items(const tables& in) {
  const auto id = [](const auto& each) { return std::string_view(each.id); };
  const name_matches groups(in.before.groups, in.after.groups, id);
  const name_matches items(in.before.items, in.after.items, id);
  const std::vector<match> all = groups.in_order();
  order({in.whole}, all, ids_of(in.before.groups));
  for (const match& each : all) {
    group(in, each, groups, items);
  }
}

void comparison::group(const tables& in, const match& match, const name_matches& groups, const name_matches& items) {
  const item_group before = match.before ? in.before.groups[*match.before] : item_group();
  const item_group after = match.after ? in.after.groups[*match.after] : item_group();
  const auto within = items.in_order(before.first, before.count, after.first, after.count);
  if (is_in_both(in.group, match)) {
    const both at{in.group, *match.before, *match.after};
    compare(at, scheme_field::name_zh, scheme_field::name_en, before.name, after.name);
    if (in.group == scheme_part::characteristic) {
      compare(at, scheme_field::points_due, in.before.points_due(before), in.after.points_due(after));
    }
    auto stays = within;
    std::erase_if(stays, [&](const tbsc94::match& each) {
      return each.before && (*each.before < before.first || *each.before >= before.first + before.count);
    });
    order(at, stays, ids_of(in.before.items));
  }
  for (const tbsc94::match& each : within) {
    if (is_in_both(in.item, each)) {
      item(in, {in.item, *each.before, *each.after}, groups);
    }
  }
}

void comparison::item(const tables& in, const both& at, const name_matches& groups) {
  const tbsc94::item& before = in.before.items[at.before];
  const tbsc94::item& after = in.after.items[at.after];
  const std::size_t group_before = in.before.group_of(at.before);
  const std::size_t group_after = in.after.group_of(at.after);
  if (groups.later(group_before) != group_after) {
    found_.push_back({at.part, scheme_field::group, at.before, at.after, in.before.groups[group_before].id,
                      in.after.groups[group_after].id});
  }
  compare(at, scheme_field::name_zh, scheme_field::name_en, before.name, after.name);
  compare(at, scheme_field::points_due, before.points_due, after.points_due);
  compare(at, scheme_field::reference, before.reference, after.reference);
  compare(at, scheme_field::criterion_zh, scheme_field::criterion_en, before.criterion, after.criterion);
}

// Whether those that both lists have stand in the same order in both; `ids` are those of the earlier one.
void comparison::order(const both& at, const std::vector<match>& stays, const std::vector<std::string>& ids) {
  std::vector<std::size_t> places;
  for (const match& each : stays) {
    if (each.before && each.after) {
      places.push_back(*each.before);
    }
  }
  if (std::is_sorted(places.begin(), places.end())) {
    return;
  }
  const auto named = [&] {
    std::vector<std::string> names;
    names.reserve(places.size());
    for (const std::size_t each : places) {
      names.push_back(ids[each]);
    }
    return names;
  };
  std::vector<std::string> later = named();
  std::sort(places.begin(), places.end());
  found_.push_back({at.part, scheme_field::order, at.before, at.after, named(), std::move(later)});
}

// Appendix 3, with the levels of Appendix 2.
void comparison::maturity() {
  const auto present = [](const scheme& scheme) { return scheme.maturity ? index(0) : std::nullopt; };
  if (!is_in_both(scheme_part::maturity, {present(before_), present(after_)})) {
    return;
  }
  const maturity_part& before = *before_.maturity;
  const maturity_part& after = *after_.maturity;
  const both at{scheme_part::maturity};
  levels(before, after);
  compare(at, scheme_field::clause, before.table.clause, after.table.clause);
  compare(at, scheme_field::requirements_clause, stated(before.requirements_clause), stated(after.requirements_clause));
  compare(at, scheme_field::qms_audit_clause, stated(before.qms_audit_clause), stated(after.qms_audit_clause));
  items({before.table, after.table, scheme_part::maturity, scheme_part::chapter, scheme_part::management_item});
  bands(before, after);
}

void comparison::levels(const maturity_part& before, const maturity_part& after) {
  compare({scheme_part::levels}, scheme_field::clause, before.level_clause, after.level_clause);
  for (std::size_t i = 0; i < std::min(before.levels.size(), after.levels.size()); ++i) {
    const both at{scheme_part::level, i, i};
    compare(at, scheme_field::name_zh, scheme_field::name_en, before.levels[i].name, after.levels[i].name);
    compare(at, scheme_field::description_zh, scheme_field::description_en, before.levels[i].description,
            after.levels[i].description);
  }
}

// Levels ascend: there is no other order.
void comparison::bands(const maturity_part& before, const maturity_part& after) {
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < before.bands.size() || j < after.bands.size()) {
    const bool has_before =
        i < before.bands.size() && (j == after.bands.size() || before.bands[i].level <= after.bands[j].level);
    const bool has_after =
        j < after.bands.size() && (i == before.bands.size() || after.bands[j].level <= before.bands[i].level);
    const match each{has_before ? index(i) : std::nullopt, has_after ? index(j) : std::nullopt};
    if (is_in_both(scheme_part::total_band, each)) {
      const both at{scheme_part::total_band, i, j};
      const maturity_band& one = before.bands[i];
      const maturity_band& other = after.bands[j];
      compare(at, scheme_field::from, one.from, other.from);
      compare(at, scheme_field::end, band_end{one.end, one.takes_in_end}, band_end{other.end, other.takes_in_end});
    }
    i += has_before ? 1 : 0;
    j += has_after ? 1 : 0;
  }
}

// 5.3: the rows of the left side.
void comparison::rows() {
  const auto& before = before_.grades.rows;
  const auto& after = after_.grades.rows;
  constexpr std::size_t fields = 3;
  const auto cost = [&](std::size_t i, std::size_t j) {
    return 2 *
           differing({before[i].from == after[j].from, before[i].to == after[j].to, before[i].level == after[j].level});
  };
  for (const match& each : align(before.size(), after.size(), fields, cost)) {
    if (is_in_both(scheme_part::row, each)) {
      const both at{scheme_part::row, *each.before, *each.after};
      const grade_row& one = before[at.before];
      const grade_row& other = after[at.after];
      compare(at, scheme_field::from, one.from, other.from);
      compare(at, scheme_field::to, value_of(one.to), value_of(other.to));
      compare(at, scheme_field::level, value_of(one.level), value_of(other.level));
    }
  }
}

// 5.3: the table, and the grades of its right side. They ascend: there is no other order.
void comparison::grades() {
  const grade_table& before = before_.grades;
  const grade_table& after = after_.grades;
  const both table{scheme_part::grades};
  compare(table, scheme_field::clause, before.clause, after.clause);
  compare(table, scheme_field::places, decimal(before.places), decimal(after.places));
  rows();
  const auto name = [](const grade_limit& each) { return std::string_view(each.grade); };
  for (const match& each : name_matches(before.grades, after.grades, name).in_order()) {
    if (is_in_both(scheme_part::grade, each)) {
      const both at{scheme_part::grade, *each.before, *each.after};
      const grade_limit& one = before.grades[at.before];
      const grade_limit& other = after.grades[at.after];
      compare(at, scheme_field::from, one.from, other.from);
      compare(at, scheme_field::to, value_of(one.to), value_of(other.to));
    }
  }
}

void comparison::clauses() {
  const auto ids = [](const std::vector<clause_summary>& clauses) {
    std::vector<std::string> all;
    std::ranges::transform(clauses, std::back_inserter(all), &clause_summary::id);
    return all;
  };
  const auto same = [](const std::string& id) { return std::string_view(id); };
  for (const match& each : name_matches(ids(before_.clauses), ids(after_.clauses), same).in_order()) {
    if (is_in_both(scheme_part::clause, each)) {
      const both at{scheme_part::clause, *each.before, *each.after};
      const clause_summary& one = before_.clauses[at.before];
      const clause_summary& other = after_.clauses[at.after];
      compare(at, scheme_field::title_zh, scheme_field::title_en, one.title, other.title);
      compare(at, scheme_field::summary_zh, scheme_field::summary_en, one.summary, other.summary);
    }
  }
}

// What each scheme states itself of how it is read.
void comparison::readings() {
  for (std::size_t i = 0; i < reading_count; ++i) {
    const auto stated = [&](const scheme& by) { return by.stated.settled[i] ? index(i) : std::nullopt; };
    if (is_in_both(scheme_part::reading, {stated(before_), stated(after_)})) {
      const both at{scheme_part::reading, i, i};
      const auto value = [&](const scheme& by) { return std::string(by.stated.values.value(all_readings[i])); };
      compare(at, scheme_field::value, value(before_), value(after_));
      compare(at, scheme_field::clause, before_.stated.settled[i]->text, after_.stated.settled[i]->text);
    }
  }
}

}  // namespace

std::vector<scheme_change> changes(const scheme& before, const scheme& after) {
  return comparison(before, after).all();
}

}  // namespace tbsc94
