#include "tbsc94/outlook.hpp"

#include <algorithm>
#include <functional>

namespace tbsc94 {

namespace {

// One level more brings what level 1 has: points due ÷ 5.
decimal gain_of(const item& item) { return maturity_points(item.points_due, maturity_level()); }

}  // namespace

std::vector<item_loss> losses(const scheme& scheme, const service_breakdown& breakdown) {
  std::vector<item_loss> result;
  for (std::size_t i = 0; i < scheme.service.items.size(); ++i) {
    if (const score_line& line = breakdown.items[i]; line.applicable) {
      result.push_back({i, fraction(line.points_due) - line.points});
    }
  }
  std::stable_sort(result.begin(), result.end(),
                   [](const item_loss& a, const item_loss& b) { return a.points > b.points; });
  return result;
}

std::optional<cushion> cushion_of(const scheme& scheme, const grading& grading, const readings& readings) {
  if (!grading.grade) {
    return std::nullopt;
  }
  const grade_table& table = scheme.grades;
  const fraction compared = compared_score(table, grading.score, readings);
  cushion result;
  result.score = compared - fraction(table.grades[*grading.grade].from);
  const auto asked = level_asked(table, row_of(table, *grading.grade, standing_of(table, compared), readings));
  if (grading.total && asked) {
    result.level = asked;
    // The level is reached: there is such a band, from the total or below.
    result.total = minus(*grading.total, scheme.maturity->lowest_band(*asked)->from);
  }
  return result;
}

std::optional<fewest_raises> raises_for(const maturity_part& part, std::span<const maturity_level> levels,
                                        const decimal& lacking) {
  const unsigned places = part.table.places + 1;  // that fifths of the points due have
  const auto units_of = [&](const item& item) { return fraction(gain_of(item)).rounded(places).digits(); };
  std::vector<std::uint64_t> gains;  // of every raise that there is room for
  for (std::size_t i = 0; i < levels.size(); ++i) {
    gains.insert(gains.end(), maturity_level::highest - levels[i].number(), units_of(part.table.items[i]));
  }
  std::sort(gains.begin(), gains.end(), std::greater());

  // No n raises bring more than the n largest: the first n of these that bring enough are the fewest.
  fewest_raises result;
  std::uint64_t sum = 0;
  std::uint64_t all_but_last = 0;
  while (decimal(sum, places) < lacking) {
    if (result.count == gains.size()) {
      return std::nullopt;
    }
    all_but_last = sum;
    sum += gains[result.count++];
  }
  // The best that an item has a part in: it takes the place of the last of these, unless it is among them.
  for (std::size_t i = 0; i < levels.size(); ++i) {
    const item& item = part.table.items[i];
    if (levels[i].number() < maturity_level::highest && decimal(all_but_last + units_of(item), places) >= lacking) {
      result.items.push_back({i, gain_of(item)});
    }
  }
  return result;
}

outlook look_out(const scheme& scheme, const assessment& assessment, const grading& grading,
                 const derivation& derivation, const readings& readings) {
  outlook result;
  result.losses = losses(scheme, derivation.service);
  result.cushion = cushion_of(scheme, grading, readings);
  if (derivation.next && derivation.next->total) {
    result.raises = raises_for(*scheme.maturity, assessment.levels, *derivation.next->total);
  }
  return result;
}

std::vector<other_value> other_values_of(const scheme& scheme, const assessment& assessment, const readings& readings,
                                         reading which) {
  std::vector<other_value> result;
  for (const tbsc94::readings& other : readings.others(which)) {
    other_value& added = result.emplace_back(other_value{other.value(which), other.index_of(which), {}});
    if (assessment.not_applicable.empty() || other.excludes_not_applicable()) {
      added.result = grade(scheme, assessment, {other, {}});
    }
  }
  return result;
}

}  // namespace tbsc94
