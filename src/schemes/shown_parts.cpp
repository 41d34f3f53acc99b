#include "schemes/shown_parts.hpp"

#include <algorithm>
#include <string_view>

#include "text/nearest.hpp"

namespace tbsc94 {

namespace {

// A clause as it is compared: "Appendix 1", "appendix1" and "附录 1" are one.
std::string folded(std::string_view clause) {
  constexpr std::string_view appendix = "附录";
  std::string result;
  if (clause.starts_with(appendix)) {
    result = "appendix";
    clause.remove_prefix(appendix.size());
  }
  for (const char c : clause) {
    if (c != ' ') {
      result += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
  }
  return result;
}

struct named_part {
  std::string name;
  shown_part part;
};

// A number of an appendix, by itself and with the appendix: "4.1", "Appendix 1 4.1".
void add(std::vector<named_part>& into, const std::string& appendix, const std::string& number, shown_part part) {
  if (!number.empty()) {
    into.push_back({number, part});
    into.push_back({appendix + ' ' + number, part});
  }
}

void add_table(std::vector<named_part>& into, const item_table& table, shown_kind groups, shown_kind items,
               const std::string& requirements) {
  for (std::size_t i = 0; i < table.groups.size(); ++i) {
    add(into, table.clause, table.groups[i].id, {groups, i});
  }
  for (std::size_t i = 0; i < table.items.size(); ++i) {
    add(into, table.clause, table.items[i].id, {items, i});
    add(into, requirements, table.items[i].reference, {items, i});  // its number in Appendix 4
  }
}

// All that can be shown: clauses, tables, what the appendices number.
std::vector<named_part> named_parts(const scheme& scheme) {
  std::vector<named_part> all;
  for (std::size_t i = 0; i < scheme.clauses.size(); ++i) {
    if (scheme.clauses[i].within.empty()) {
      all.push_back({scheme.clauses[i].number, {shown_kind::clause, i}});
    }
  }
  all.insert(all.end(), {{scheme.alpha_clause, {shown_kind::likert}},
                         {scheme.service.clause, {shown_kind::service}},
                         {scheme.grades.clause, {shown_kind::grades}}});
  if (scheme.maturity) {
    all.push_back({scheme.maturity->level_clause, {shown_kind::levels}});
    all.push_back({scheme.maturity->table.clause, {shown_kind::maturity}});
  }
  add_table(all, scheme.service, shown_kind::characteristic, shown_kind::service_item, {});
  if (scheme.maturity) {
    add_table(all, scheme.maturity->table, shown_kind::chapter, shown_kind::management_item,
              scheme.maturity->requirements_clause);
  }
  for (std::size_t i = 0; i < scheme.clauses.size(); ++i) {
    if (!scheme.clauses[i].within.empty()) {
      add(all, scheme.clauses[i].within, scheme.clauses[i].number, {shown_kind::clause, i});
    }
  }
  return all;
}

bool states_readings(const scheme& scheme) {
  return std::ranges::any_of(all_readings, [&](reading each) { return scheme.stated.is_settled(each); });
}

}  // namespace

std::vector<shown_part> parts_of(const scheme& scheme, std::span<const std::string> ids) {
  if (ids.empty()) {
    std::vector<shown_part> tables{{shown_kind::likert}, {shown_kind::service}};
    if (scheme.maturity) {
      tables.push_back({shown_kind::maturity});
    }
    tables.push_back({shown_kind::grades});
    if (states_readings(scheme)) {
      tables.push_back({shown_kind::stated});
    }
    return tables;
  }
  std::vector<shown_part> chosen;
  for (const std::string& id : ids) {
    for (const named_part& each : named_parts(scheme)) {
      if (folded(each.name) == folded(id) && std::find(chosen.begin(), chosen.end(), each.part) == chosen.end()) {
        chosen.push_back(each.part);
      }
    }
  }
  return chosen;
}

std::vector<std::string> known_ids(const scheme& scheme) {
  std::vector<std::string> ids;
  for (const named_part& each : named_parts(scheme)) {
    if (std::ranges::find(ids, each.name) == ids.end()) {
      ids.emplace_back(each.name);
    }
  }
  return ids;
}

std::optional<std::string> nearest_if_unknown(const scheme& scheme, const std::string& id) {
  const std::vector<named_part> all = named_parts(scheme);
  std::vector<std::string_view> known;
  for (const named_part& each : all) {
    known.push_back(each.name);
    if (folded(each.name) == folded(id)) {
      return std::nullopt;
    }
  }
  return std::string(find_nearest(id, known).word);
}

}  // namespace tbsc94
