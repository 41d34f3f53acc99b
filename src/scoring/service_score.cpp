#include "tbsc94/service_score.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "scoring/uint128.hpp"

namespace tbsc94 {

namespace {

// What tells a rating's group from another; empty: the rating stands alone.
std::string_view group_key(const rating& rating, averaging over) {
  switch (over) {
    case averaging::assessors:
      return rating.same_assessor();
    case averaging::occasions:
      return rating.same_occasion();
    default:
      return {};
  }
}

// Whether each rating stands alone, or all stand together, as in nearly every assessment. A cheap look at a few
// ratings; false does not mean that they do not.
bool are_plainly_equal(const std::vector<rating>& ratings, averaging over) {
  constexpr std::size_t few = 8;
  if (ratings.size() > few) {
    return false;
  }
  std::size_t pairs = 0;
  for (std::size_t a = 0; a < ratings.size(); ++a) {
    const std::string_view key = group_key(ratings[a], over);
    for (std::size_t b = 0; b < a && !key.empty(); ++b) {
      const std::string_view other = group_key(ratings[b], over);
      // Names of one length differ most often at their end.
      pairs += key.size() == other.size() && key.back() == other.back() && key == other ? 1U : 0U;
    }
  }
  return pairs == 0 || pairs == ratings.size() * (ratings.size() - 1) / 2;
}

// Σ points due × α over items [first, last) of a rating, in units of 10^-18 of the points' last place.
uint128 points_units(const item_table& table, std::span<const alpha> alphas, std::size_t first, std::size_t last) {
  uint128 sum = 0;
  for (std::size_t i = first; i < last; ++i) {
    sum += uint128{table.items[i].points_due.digits()} * alphas[i].units();
  }
  return sum;
}

// Σ points due over the applicable items in [first, last), in units of the points' last place.
std::uint64_t due_units(const item_table& table, const assessment& assessment, std::size_t first, std::size_t last) {
  std::uint64_t sum = 0;
  for (std::size_t i = first; i < last; ++i) {
    sum += table.items[i].points_due.digits();
  }
  for (const auto& [item, reason] : assessment.not_applicable) {
    sum -= item >= first && item < last ? table.items[item].points_due.digits() : 0;
  }
  return sum;
}

const natural& alpha_unit() {
  static const natural unit = natural::power_of_ten(decimal::most_places);
  return unit;
}

// 100 × points ÷ points due, both in their units, the points `weight` times over.
fraction percentage(const natural& points, const natural& due, const natural& weight) {
  return {points * 100, due * weight * alpha_unit()};
}

// The sum of all ratings' points for items [first, last), each counted once.
uint128 points_alike(const item_table& table, const assessment& assessment, std::size_t first, std::size_t last) {
  uint128 sum = 0;
  for (std::size_t r = 0; r < assessment.ratings.size(); ++r) {
    sum += points_units(table, assessment.alphas_of(r), first, last);
  }
  return sum;
}

// The weighted sum of the ratings' points for items [first, last).
natural weighted_points(const item_table& table, const assessment& assessment, const rating_weights& weights,
                        std::size_t first, std::size_t last) {
  if (weights.are_alike()) {
    return natural::from(points_alike(table, assessment, first, last));
  }
  natural sum;
  for (std::size_t r = 0; r < assessment.ratings.size(); ++r) {
    const uint128 points = points_units(table, assessment.alphas_of(r), first, last);
    sum = sum + natural::from(points) * weights.of(r);
  }
  return sum;
}

score_line line_of(const item_table& table, const assessment& assessment, const rating_weights& weights,
                   std::size_t first, std::size_t last) {
  const std::uint64_t due = due_units(table, assessment, first, last);
  score_line line;
  line.applicable = due > 0;
  line.points_due = decimal(due, table.places).trimmed();
  if (line.applicable) {
    const natural points = weighted_points(table, assessment, weights, first, last);
    const natural point = natural::power_of_ten(table.places);
    line.points = fraction(points, point * weights.sum() * alpha_unit());
    line.percentage = percentage(points, due, weights.sum());
  }
  return line;
}

}  // namespace

rating_groups::rating_groups(const assessment& assessment, averaging over) {
  std::map<std::string_view, std::size_t> named;
  for (const rating& rating : assessment.ratings) {
    const std::string_view key = group_key(rating, over);
    const std::size_t group = key.empty() ? sizes.size() : named.emplace(key, sizes.size()).first->second;
    sizes.resize(std::max(sizes.size(), group + 1));
    ++sizes[group];
    of.push_back(group);
  }
}

bool rating_groups::are_equal() const {
  return std::all_of(sizes.begin(), sizes.end(), [&](std::uint64_t size) { return size == sizes.front(); });
}

bool rated_unequally(const assessment& assessment, averaging over) {
  return over != averaging::ratings && assessment.ratings.size() > 2 && !are_plainly_equal(assessment.ratings, over) &&
         !rating_groups(assessment, over).are_equal();
}

rating_weights::rating_weights(const assessment& assessment, averaging over) {
  if (over == averaging::ratings) {
    sum_ = assessment.ratings.size();
    return;
  }
  const rating_groups groups(assessment, over);
  natural common = 1;
  for (const std::uint64_t size : groups.sizes) {
    common = lcm(common, size);
  }
  for (const std::size_t group : groups.of) {
    weights_.push_back(common.divided_by(groups.sizes[group]).quotient);
    sum_ = sum_ + weights_.back();
  }
}

fraction service_score(const scheme& scheme, const assessment& assessment, const rating_weights& weights) {
  const std::size_t items = scheme.service.items.size();
  const std::uint64_t due = due_units(scheme.service, assessment, 0, items);
  if (weights.are_alike()) {
    // 128 bits hold both: points due take 34 at most, α 60, the number of ratings 10 and the factor 100 another 7.
    return {natural::from(points_alike(scheme.service, assessment, 0, items) * 100),
            natural::from(uint128{due} * assessment.ratings.size() * alpha::one)};
  }
  return percentage(weighted_points(scheme.service, assessment, weights, 0, items), due, weights.sum());
}

std::vector<fraction> scores_without_each(const scheme& scheme, const assessment& assessment, averaging over) {
  const std::size_t items = scheme.service.items.size();
  const natural due = due_units(scheme.service, assessment, 0, items);
  const rating_groups groups(assessment, over);
  std::vector<uint128> points;
  std::vector<uint128> of_group(groups.sizes.size());
  for (std::size_t r = 0; r < assessment.ratings.size(); ++r) {
    points.push_back(points_units(scheme.service, assessment.alphas_of(r), 0, items));
    of_group[groups.of[r]] += points[r];
  }
  // The groups' means add up to sum ÷ common.
  natural common = 1;
  for (const std::uint64_t size : groups.sizes) {
    common = lcm(common, size);
  }
  const auto mean_of = [&](std::size_t group) {
    return natural::from(of_group[group]) * common.divided_by(groups.sizes[group]).quotient;
  };
  natural sum;
  for (std::size_t g = 0; g < groups.sizes.size(); ++g) {
    sum = sum + mean_of(g);
  }

  std::vector<fraction> result;
  for (std::size_t r = 0; r < assessment.ratings.size(); ++r) {
    const std::size_t group = groups.of[r];
    const natural of_others = sum - mean_of(group);
    const natural left = groups.sizes[group] - 1;
    if (left.is_zero()) {  // its whole group goes
      result.push_back(percentage(of_others, due, common * natural(groups.sizes.size() - 1)));
    } else {
      const natural rest = natural::from(of_group[group] - points[r]) * common;
      result.push_back(percentage(of_others * left + rest, due, common * left * natural(groups.sizes.size())));
    }
  }
  return result;
}

service_breakdown break_down(const scheme& scheme, const assessment& assessment, const rating_weights& weights) {
  const item_table& table = scheme.service;
  const std::size_t count = table.items.size();
  service_breakdown result;
  for (std::size_t i = 0; i < count; ++i) {
    result.items.push_back(line_of(table, assessment, weights, i, i + 1));
  }
  for (const item_group& group : table.groups) {
    result.characteristics.push_back(line_of(table, assessment, weights, group.first, group.first + group.count));
  }
  result.whole = line_of(table, assessment, weights, 0, count);
  for (std::size_t r = 0; r < assessment.ratings.size(); ++r) {
    const uint128 points = points_units(table, assessment.alphas_of(r), 0, count);
    result.ratings.push_back(percentage(natural::from(points), due_units(table, assessment, 0, count), 1));
  }
  return result;
}

}  // namespace tbsc94
