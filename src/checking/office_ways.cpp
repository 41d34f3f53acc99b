#include "office_ways.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

#include "tbsc94/service_score.hpp"

namespace tbsc94 {

namespace {

using rounding = decimal (*)(const fraction& value, unsigned places);

constexpr std::array<rounding, 2> roundings{
    [](const fraction& value, unsigned places) { return value.rounded(places); }, half_up};
constexpr std::array<unsigned, 3> places_of_alpha{1, 2, 3};
constexpr std::array<unsigned, 3> places_of_points{0, 1, 2};

// Calls `way(places, rounding)` for each of `places` and each way to round.
template <class Way>
void for_each_way(const std::array<unsigned, 3>& places, Way way) {
  for (const unsigned each : places) {
    for (const rounding round : roundings) {
      way(each, round);
    }
  }
}

fraction mean_of(const std::vector<fraction>& values) {
  fraction sum;
  for (const fraction& each : values) {
    sum = sum + each;
  }
  return sum / fraction(values.size(), 1);
}

// The mean score of each group, in the order of the groups.
std::vector<fraction> means_of_groups(const rating_groups& groups, const std::vector<fraction>& scores) {
  std::vector<std::vector<fraction>> members(groups.sizes.size());
  for (std::size_t r = 0; r < scores.size(); ++r) {
    members[groups.of[r]].push_back(scores[r]);
  }
  std::vector<fraction> means;
  means.reserve(members.size());
  for (const std::vector<fraction>& each : members) {
    means.push_back(mean_of(each));
  }
  return means;
}

std::vector<fraction> rounded_each(const std::vector<fraction>& values, unsigned places, rounding round) {
  std::vector<fraction> result;
  result.reserve(values.size());
  for (const fraction& each : values) {
    result.emplace_back(round(each, places));
  }
  return result;
}

// Each counted alike. Nothing where the common denominator, which begins with the sum of the weights, grows past
// 64 bits: sums would then no longer be certain to fit.
void add_mean_of_percentages(const std::vector<score_line>& lines, natural common, std::vector<fraction>& into) {
  std::size_t count = 0;
  for (const score_line& line : lines) {
    if (line.applicable && common.is_short()) {
      common = lcm(common, fraction(line.points_due).numerator());
      ++count;
    }
  }
  fraction sum;
  for (std::size_t i = 0; i < lines.size() && common.is_short(); ++i) {
    sum = sum + lines[i].percentage;  // 0 where nothing is due
  }
  if (common.is_short()) {
    into.push_back(sum / fraction(count, 1));
  }
}

}  // namespace

decimal half_up(const fraction& value, unsigned places) {
  const decimal near = value.rounded(places);
  const bool is_tie = value > near && value - fraction(near) == fraction(1, natural::power_of_ten(places) * 2);
  return decimal(near.digits() + (is_tie ? 1 : 0), places);
}

std::vector<fraction> scores_of_rounded_items(const scheme& scheme, const assessment& assessment, averaging over) {
  const service_breakdown all = break_down(scheme, assessment, rating_weights(assessment, over));
  const auto score_by = [&](auto points_of) {
    fraction points;
    for (const score_line& line : all.items) {
      points = line.applicable ? points + points_of(line) : points;
    }
    return points * fraction(100, 1) / fraction(all.whole.points_due);
  };
  std::vector<fraction> result;
  for_each_way(places_of_alpha, [&](unsigned places, rounding round) {
    result.push_back(score_by([&](const score_line& line) {
      return fraction(round(line.percentage / fraction(100, 1), places)) * fraction(line.points_due);
    }));
  });
  for_each_way(places_of_points, [&](unsigned places, rounding round) {
    result.push_back(score_by([&](const score_line& line) { return fraction(round(line.points, places)); }));
  });
  return result;
}

std::vector<fraction> scores_of_rounded_ratings(const scheme& scheme, const assessment& assessment, averaging over) {
  const rating_groups groups(assessment, over);
  const service_breakdown all = break_down(scheme, assessment, rating_weights(assessment, over));
  const std::vector<fraction> means = means_of_groups(groups, all.ratings);
  std::vector<fraction> result;
  for_each_way(places_of_points, [&](unsigned places, rounding round) {
    result.push_back(mean_of(means_of_groups(groups, rounded_each(all.ratings, places, round))));
    result.push_back(mean_of(rounded_each(means, places, round)));
  });
  return result;
}

std::vector<fraction> unweighted_scores(const scheme& scheme, const assessment& assessment, averaging over) {
  const rating_weights weights(assessment, over);
  const service_breakdown all = break_down(scheme, assessment, weights);
  std::vector<fraction> result;
  add_mean_of_percentages(all.items, weights.sum(), result);
  add_mean_of_percentages(all.characteristics, weights.sum(), result);
  return result;
}

}  // namespace tbsc94
