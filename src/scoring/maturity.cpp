#include "tbsc94/maturity.hpp"

#include <algorithm>

namespace tbsc94 {

namespace {

// Points are fifths of points due, and a fifth of a unit is two tenths of it: one more place holds
// every sum of them.
struct points_sum {
  unsigned places;
  std::uint64_t tenths = 0;

  void add(const decimal& points_due, maturity_level level) {
    tenths += points_due.digits() * level.number() * (10 / maturity_level::highest);
  }
  [[nodiscard]] decimal value() const { return decimal(tenths, places + 1).trimmed(); }
};

}  // namespace

decimal maturity_points(const decimal& points_due, maturity_level level) {
  points_sum sum{points_due.places()};
  sum.add(points_due, level);
  return sum.value();
}

decimal management_total(const maturity_part& part, std::span<const maturity_level> levels) {
  points_sum sum{part.table.places};
  for (std::size_t i = 0; i < levels.size(); ++i) {
    sum.add(part.table.items[i].points_due, levels[i]);
  }
  return sum.value();
}

maturity_level management_level(const maturity_part& part, const decimal& total) {
  const auto begins_at_or_below = [&](const maturity_band& band) { return band.from <= total; };
  return std::find_if(part.bands.rbegin(), part.bands.rend(), begins_at_or_below)->level;
}

std::vector<chapter_line> chapters_of(const maturity_part& part, std::span<const maturity_level> levels) {
  std::vector<chapter_line> lines;
  for (const item_group& group : part.table.groups) {
    points_sum points{part.table.places};
    for (std::size_t i = group.first; i < group.first + group.count; ++i) {
      points.add(part.table.items[i].points_due, levels[i]);
    }
    lines.push_back({points.value(), part.table.points_due(group).trimmed()});
  }
  return lines;
}

}  // namespace tbsc94
