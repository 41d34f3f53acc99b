#include "tbsc94/readings.hpp"

#include <algorithm>

#include "tbsc94/scheme.hpp"

namespace tbsc94 {

namespace {

constexpr std::array<reading_names, reading_count> names{{
    {"limit-comparison", "full-value", "rounded-value"},
    {"management-shortfall", "lower-grade", "no-grade"},
    {"mean-over", "ratings", "assessors"},
    {"not-applicable", "refuse", "exclude"},
    {"row-grade", "by-score", "by-order"},
    {"shared-boundary", "upper-row", "lower-row"},
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

std::string_view readings::value(reading which) const {
  return is_default(which) ? names_of(which).standard : names_of(which).other;
}

bool readings::set(reading which, std::string_view value) {
  const reading_names& known = names_of(which);
  if (value != known.standard && value != known.other) {
    return false;
  }
  other_.set(which, value == known.other);
  return true;
}

readings readings::with_other(reading which) const {
  readings result = *this;
  result.other_.set(which, is_default(which));
  return result;
}

}  // namespace tbsc94
