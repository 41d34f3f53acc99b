// What keeps the numbers of a grading exact, and its look-ups within their tables.
#include <algorithm>
#include <bit>
#include <cstdint>

#include "tbsc94/grade.hpp"

namespace tbsc94 {

namespace {

constexpr std::uint64_t units_of_most_points(unsigned places) {
  std::uint64_t units = item_table::most_points;
  for (unsigned i = 0; i < places; ++i) {
    units *= 10;
  }
  return units;
}

// The points due of all items in units of their last place; 0 where the table is past a bound.
std::uint64_t due_within_bounds(const item_table& table) {
  if (table.places > item_table::most_places || table.items.size() > item_table::most_items) {
    return 0;
  }
  std::uint64_t sum = 0;
  std::uint64_t any_digits = 0;
  unsigned other_places = 0;
  for (const item& each : table.items) {
    sum += each.points_due.digits();
    any_digits |= each.points_due.digits();
    other_places |= each.points_due.places() ^ table.places;
  }
  const std::uint64_t most = units_of_most_points(table.places);
  // Of numbers no wider than `most`, as many as there may be cannot run over.
  return other_places == 0 && std::bit_width(any_digits) <= std::bit_width(most) && sum <= most ? sum : 0;
}

bool are_within_bounds(const maturity_part& part) {
  const std::uint64_t due = due_within_bounds(part.table);
  const unsigned places = part.table.places + 1;
  // All items at level 1 make a fifth of the points due, the least total.
  return due > 0 && !part.bands.empty() && part.bands.front().from <= decimal(2 * due, places);
}

bool are_within_bounds(const grade_table& table) {
  return table.places <= grade_table::most_places && !table.rows.empty() &&
         std::all_of(table.grades.begin(), table.grades.end(), [&](const grade_limit& each) {
           return each.from.places() <= grade_table::most_places && each.from <= decimal(grade_table::most_points) &&
                  table.rows.front().from <= each.from;
         });
}

bool has_applicable_item(const item_table& table, const assessment& assessment) {
  const auto is_excluded = [&](std::size_t at) {
    return std::ranges::find(assessment.not_applicable, at, &item_note::first) != assessment.not_applicable.end();
  };
  std::uint64_t due = 0;
  for (std::size_t i = 0; i < table.items.size(); ++i) {
    due += is_excluded(i) ? 0 : table.items[i].points_due.digits();
  }
  const auto is_known = [&](const item_note& note) { return note.first < table.items.size(); };
  return due > 0 && std::ranges::all_of(assessment.not_applicable, is_known);
}

}  // namespace

bool is_within_bounds(const scheme& scheme) {
  return due_within_bounds(scheme.service) > 0 && are_within_bounds(scheme.grades) &&
         (!scheme.maturity || are_within_bounds(*scheme.maturity));
}

bool is_within_bounds(const scheme& scheme, const assessment& assessment) {
  const std::size_t ratings = assessment.ratings.size();
  const std::size_t levels = scheme.maturity ? scheme.maturity->table.items.size() : assessment.levels.size();
  return ratings > 0 && ratings <= assessment::most_ratings &&
         assessment.alphas.size() == ratings * scheme.service.items.size() && assessment.levels.size() == levels &&
         (assessment.not_applicable.empty() || has_applicable_item(scheme.service, assessment));
}

}  // namespace tbsc94
