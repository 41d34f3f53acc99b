#include "tbsc94/readings.hpp"

#include <algorithm>

#include "tbsc94/scheme.hpp"

namespace tbsc94 {

namespace {

// The values of mean-over in the order of `averaging`, those of limit-comparison in that of compared_places.
constexpr std::array<reading_names, reading_count> names{{
    {"grade-conditions", 2, {"score-and-level", "score-after-review"}},
    {"limit-comparison", 4, {"full-value", "rounded-value", "rounded-to-1", "rounded-to-2"}},
    {"management-shortfall", 2, {"lower-grade", "no-grade"}},
    {"mean-over", 3, {"ratings", "assessors", "occasions"}},
    {"not-applicable", 2, {"refuse", "exclude"}},
    {"row-grade", 2, {"by-score", "by-order"}},
    {"shared-boundary", 2, {"upper-row", "lower-row"}},
}};

}  // namespace

const reading_names& names_of(reading which) { return names[static_cast<std::size_t>(which)]; }

const std::string& clause_of(const scheme& scheme, reading which) {
  switch (which) {
    case reading::not_applicable:
      return scheme.alpha_clause;
    case reading::mean_over:
      return scheme.mean_clause.empty() ? scheme.service.clause : scheme.mean_clause;
    default:
      return scheme.grades.clause;
  }
}

std::optional<reading> find_reading(std::string_view name) {
  const auto found =
      std::find_if(all_readings.begin(), all_readings.end(), [&](reading each) { return names_of(each).name == name; });
  return found == all_readings.end() ? std::nullopt : std::optional(*found);
}

bool readings::set(reading which, std::string_view value) {
  const auto known = names_of(which).values();
  const auto found = std::find(known.begin(), known.end(), value);
  if (found == known.end()) {
    return false;
  }
  *this = with(which, static_cast<std::size_t>(found - known.begin()));
  return true;
}

other_readings readings::others(reading which) const {
  other_readings result;
  for (std::size_t i = 0; i < names_of(which).values().size(); ++i) {
    if (i != index_of(which)) {
      result.add(with(which, i));
    }
  }
  return result;
}

std::optional<unsigned> readings::compared_places(unsigned of_limits) const {
  const std::array<std::optional<unsigned>, most_values> places{std::nullopt, of_limits, 1U, 2U};
  return places[index_of(reading::limit_comparison)];
}

void readings_in_use::take_over(reading which, const readings_in_use& from) {
  values = values.with(which, from.values.index_of(which));
  settled[static_cast<std::size_t>(which)] = from.settled[static_cast<std::size_t>(which)];
}

readings_in_use readings_in_use::over(const readings_in_use& stated) const {
  readings_in_use result = *this;
  for (const reading each : all_readings) {
    if (!given.has(each)) {
      result.take_over(each, stated);
    }
  }
  return result;
}

}  // namespace tbsc94
