#include "results/audit_comparison.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "reading/place_words.hpp"
#include "text/comparison_key.hpp"

namespace tbsc94 {

namespace {

// The lines of the newer audit, each with what the older one has of that id; then those that are in the older one
// alone.
std::vector<compared_line> both_of(const std::vector<compared_line>& older, std::vector<compared_line> newer) {
  std::vector<compared_line> lines = std::move(newer);
  for (compared_line& each : lines) {
    each.value.after = std::exchange(each.value.before, std::nullopt);
  }
  for (const compared_line& each : older) {
    const auto same = std::ranges::find(lines, each.id, &compared_line::id);
    if (same == lines.end()) {
      lines.push_back(each);
    } else {
      same->value.before = each.value.before;
    }
  }
  return lines;
}

std::optional<fraction> percentage_of(const score_line& line) {
  return line.applicable ? std::optional(line.percentage) : std::nullopt;
}

// One audit's lines, their values in `before`.
std::vector<compared_line> characteristics_of(const worked_out& all) {
  std::vector<compared_line> lines;
  const auto& groups = all.outcome.scheme_used().service.groups;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const score_line& line = all.derivation.service.characteristics[i];
    const auto& [id, name] = std::tie(groups[i].id, groups[i].name);
    lines.push_back({id, name, {id + ' ' + name.zh, id + ' ' + name.en}, {percentage_of(line), {}}});
  }
  return lines;
}

template <class ValueOf>
std::vector<compared_line> items_of(const item_table& table, ValueOf value_of) {
  std::vector<compared_line> lines;
  for (std::size_t i = 0; i < table.items.size(); ++i) {
    lines.push_back({table.items[i].id,
                     table.items[i].name,
                     {full_item_name(table, i, language::zh), full_item_name(table, i, language::en)},
                     {value_of(i), {}}});
  }
  return lines;
}

std::vector<compared_line> service_items_of(const worked_out& all) {
  return items_of(all.outcome.scheme_used().service,
                  [&](std::size_t i) { return percentage_of(all.derivation.service.items[i]); });
}

std::vector<compared_line> item_levels_of(const worked_out& all) {
  const auto& maturity = all.outcome.scheme_used().maturity;
  if (!maturity) {
    return {};
  }
  return items_of(maturity->table, [&](std::size_t i) {
    return std::optional(fraction(decimal(all.outcome.record.assessment.levels[i].number())));
  });
}

std::optional<fraction> total_of(const worked_out& all) {
  const auto& total = all.outcome.grading->total;
  return total ? std::optional(fraction(*total)) : std::nullopt;
}

std::optional<fraction> level_of(const worked_out& all) {
  const auto level = all.outcome.grading->level;
  return level ? std::optional(fraction(decimal(level->number()))) : std::nullopt;
}

std::vector<std::string> grades_of(const worked_out& all) {
  std::vector<std::string> names;
  std::ranges::transform(all.outcome.scheme_used().grades.grades, std::back_inserter(names), &grade_limit::grade);
  return names;
}

std::optional<int> grade_change_between(const worked_out& older, const worked_out& newer) {
  if (grades_of(older) != grades_of(newer)) {
    return std::nullopt;
  }
  const auto rank = [](const worked_out& all) {
    const grade_index grade = all.outcome.grading->grade;
    return grade ? static_cast<int>(*grade) + 1 : 0;
  };
  return rank(newer) > rank(older) ? 1 : rank(newer) < rank(older) ? -1 : 0;
}

std::vector<audit_comparison::oddity> oddities_of(const worked_out& older, const worked_out& newer) {
  using enum audit_comparison::oddity;
  const assessment& a = older.outcome.record.assessment;
  const assessment& b = newer.outcome.record.assessment;
  const scheme& one = older.outcome.scheme_used();
  const scheme& other = newer.outcome.scheme_used();
  std::vector<audit_comparison::oddity> found;
  if (a.organization && b.organization && comparison_key(*a.organization) != comparison_key(*b.organization)) {
    found.push_back(other_organization);
  }
  if (a.date && b.date && *b.date < *a.date) {  // YYYY-MM-DD
    found.push_back(not_later);
  }
  if (a.id && b.id && comparison_key(*a.id) == comparison_key(*b.id) && a.date == b.date) {
    found.push_back(same_record);
  }
  if (one.id != other.id || one.edition != other.edition) {
    found.push_back(other_scheme);
  }
  if (older.readings.values != newer.readings.values) {
    found.push_back(other_readings);
  }
  return found;
}

}  // namespace

std::optional<tbsc94::change> compared_value::change() const {
  if (!before || !after) {
    return std::nullopt;
  }
  return *before == *after  ? tbsc94::change{}
         : *before < *after ? tbsc94::change{1, *after - *before}
                            : tbsc94::change{-1, *before - *after};
}

audit_comparison::audit_comparison(const worked_out& older, const worked_out& newer)
    : before(older),
      after(newer),
      oddities(oddities_of(older, newer)),
      score{older.outcome.grading->score, newer.outcome.grading->score},
      characteristics(both_of(characteristics_of(older), characteristics_of(newer))),
      service_items(both_of(service_items_of(older), service_items_of(newer))),
      total{total_of(older), total_of(newer)},
      level{level_of(older), level_of(newer)},
      item_levels(both_of(item_levels_of(older), item_levels_of(newer))),
      grade_change(grade_change_between(older, newer)) {}

}  // namespace tbsc94
