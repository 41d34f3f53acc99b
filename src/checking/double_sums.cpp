#include "double_sums.hpp"

#include <array>
#include <cstddef>

#include "binary64.hpp"
#include "tbsc94/service_score.hpp"

namespace tbsc94 {

namespace {

using doubles = std::vector<binary64>;

binary64 mean(const doubles& values) {
  binary64 sum;
  for (const binary64 value : values) {
    sum = sum + value;
  }
  return sum / binary64(values.size());
}

// The ratings whose own mean is taken first.
std::vector<std::vector<std::size_t>> averaged_together(const assessment& assessment, averaging over) {
  const rating_groups groups(assessment, over);
  std::vector<std::vector<std::size_t>> result(groups.sizes.size());
  for (std::size_t r = 0; r < groups.of.size(); ++r) {
    result[groups.of[r]].push_back(r);
  }
  return result;
}

class score_script {
 public:
  score_script(const scheme& scheme, const assessment& assessment, averaging over)
      : assessment_(assessment), groups_(averaged_together(assessment, over)) {
    for (std::size_t i = 0; i < scheme.service.items.size(); ++i) {
      if (assessment.is_applicable(i)) {
        items_.push_back(i);
        due_.emplace_back(scheme.service.items[i].points_due);
        due_sum_ = due_sum_ + due_.back();
      }
    }
  }

  [[nodiscard]] std::vector<fraction> scores() const {
    using scaling = binary64 (*)(binary64 points, binary64 due);
    constexpr std::array<scaling, 3> ways{[](binary64 points, binary64 due) { return points * binary64(100) / due; },
                                          [](binary64 points, binary64 due) { return points / due * binary64(100); },
                                          [](binary64 points, binary64) { return points; }};
    std::vector<fraction> result;
    const bool is_percentage = due_sum_.exact() == fraction(100, 1);
    for (const scaling way : ways) {
      if (way != ways.back() || is_percentage) {
        result.push_back(
            mean_over_ratings([&](std::size_t r) { return way(points_of(alphas_of(r)), due_sum_); }).exact());
        result.push_back(way(points_of(mean_alphas()), due_sum_).exact());
      }
    }
    return result;
  }

 private:
  [[nodiscard]] doubles alphas_of(std::size_t rating) const {
    doubles result;
    for (const std::size_t item : items_) {
      result.emplace_back(assessment_.alphas_of(rating)[item].value());
    }
    return result;
  }
  [[nodiscard]] binary64 points_of(const doubles& alphas) const {
    binary64 sum;
    for (std::size_t i = 0; i < alphas.size(); ++i) {
      sum = sum + due_[i] * alphas[i];
    }
    return sum;
  }
  template <class Value>
  [[nodiscard]] binary64 mean_over_ratings(Value value) const {
    doubles means;
    for (const auto& group : groups_) {
      doubles values;
      for (const std::size_t rating : group) {
        values.push_back(value(rating));
      }
      means.push_back(mean(values));
    }
    return groups_.size() == 1 ? means[0] : mean(means);
  }
  [[nodiscard]] doubles mean_alphas() const {
    doubles result;
    for (const std::size_t item : items_) {
      result.push_back(
          mean_over_ratings([&](std::size_t r) { return binary64(assessment_.alphas_of(r)[item].value()); }));
    }
    return result;
  }

  const assessment& assessment_;
  std::vector<std::vector<std::size_t>> groups_;
  std::vector<std::size_t> items_;  // those that apply
  doubles due_;
  binary64 due_sum_;
};

}  // namespace

std::vector<fraction> scores_in_doubles(const scheme& scheme, const assessment& assessment, averaging over) {
  return score_script(scheme, assessment, over).scores();
}

std::vector<fraction> totals_in_doubles(const maturity_part& part, const assessment& assessment) {
  const binary64 highest(maturity_level::highest);
  binary64 multiplied_first;
  binary64 divided_first;
  for (std::size_t i = 0; i < part.table.items.size(); ++i) {
    const binary64 due(part.table.items[i].points_due);
    const binary64 level(assessment.levels[i].number());
    multiplied_first = multiplied_first + due * level / highest;
    divided_first = divided_first + due * (level / highest);
  }
  return {multiplied_first.exact(), divided_first.exact()};
}

}  // namespace tbsc94
