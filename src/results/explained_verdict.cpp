#include <algorithm>

#include "results/explainer.hpp"
#include "results/explanation_messages.hpp"
#include "results/report_messages.hpp"

namespace tbsc94 {

namespace {

fraction sum_of(const summands& values) {
  fraction sum;
  for (const fraction& each : values) {
    sum = sum + each;
  }
  return sum;
}

fraction mean_of(const summands& values) { return sum_of(values) / fraction(values.size(), 1); }

}  // namespace

void explainer::points_due() {
  part(part_about::points_due);
  summands due;
  for (std::size_t i = 0; i < scheme_.service.items.size(); ++i) {
    const item& item = scheme_.service.items[i];
    if (assessment_.is_applicable(i)) {
      due.emplace_back(item.points_due);
    } else {
      step(clause_of(scheme_, reading::not_applicable), steps::not_applicable, &item, item.points_due);
    }
  }
  step(service_clause(), steps::points_due, std::move(due), all_.derivation.service.whole.points_due);
}

void explainer::points() {
  part(part_about::points);
  if (are_many()) {
    points_in_sum();
    return;
  }
  for (std::size_t r = 0; r < assessment_.ratings.size(); ++r) {
    points_of_rating(r);
  }
}

void explainer::points_of_rating(std::size_t rating) {
  step("", steps::of_rating, rating + 1, &assessment_.ratings[rating]);
  summands points;
  for (std::size_t i = 0; i < scheme_.service.items.size(); ++i) {
    if (assessment_.is_applicable(i)) {
      const item& item = scheme_.service.items[i];
      const decimal alpha = assessment_.alphas_of(rating)[i].value();
      points.push_back(fraction(alpha) * fraction(item.points_due));
      step(alpha_clause(), steps::item_points, &item, alpha, item.points_due, points.back());
    }
  }
  const fraction sum = sum_of(points);
  step(alpha_clause(), steps::points, std::move(points), sum);
  step(alpha_clause(), steps::score, sum, all_.derivation.service.whole.points_due,
       all_.derivation.service.ratings[rating]);
}

// Of many ratings: each item's weighted sum of α, and the points that its mean gives.
void explainer::points_in_sum() {
  step("", steps::many_ratings, assessment_.ratings.size());
  const rating_weights weights(assessment_, readings_.mean_over());
  const fraction weight(weights.sum(), 1);
  if (!weights.are_alike()) {
    const bool by_occasion = readings_.mean_over() == averaging::occasions;
    step(mean_clause(), by_occasion ? steps::weights_of_occasions : steps::weights_of_assessors, weight);
  }
  const auto& sum_of_alpha = weights.are_alike() ? steps::sum_of_alpha : steps::weighted_sum_of_alpha;
  summands points;
  for (std::size_t i = 0; i < scheme_.service.items.size(); ++i) {
    if (!assessment_.is_applicable(i)) {
      continue;
    }
    const item& item = scheme_.service.items[i];
    natural units;
    for (std::size_t r = 0; r < assessment_.ratings.size(); ++r) {
      units = units + natural(assessment_.alphas_of(r)[i].units()) * weights.of(r);
    }
    const fraction sum(units, alpha::one);
    points.push_back(sum * fraction(item.points_due) / weight);
    step(mean_clause(), sum_of_alpha, &item, sum, sum, item.points_due, weight, points.back());
  }
  const fraction sum = sum_of(points);
  step(alpha_clause(), steps::points, std::move(points), sum);
}

void explainer::mean() {
  part(part_about::mean);
  const service_breakdown& service = all_.derivation.service;
  if (are_many()) {
    step(mean_clause(), steps::mean_of_sums, service.whole.points, service.whole.points_due, grading_.score);
  } else if (readings_.mean_over() != averaging::ratings) {
    means_of_groups(readings_.mean_over());
  } else {
    step(mean_clause(), steps::mean_over_ratings, service.ratings, service.ratings.size(), mean_of(service.ratings));
  }
  step(mean_clause(), steps::shown, rounding{grading_.score, grading_.shown}, shown_score::places);
}

// Each assessor's own mean, or each occasion's, and the mean of these.
void explainer::means_of_groups(averaging over) {
  const bool by_occasion = over == averaging::occasions;
  const rating_groups groups(assessment_, over);
  summands means;
  for (std::size_t group = 0; group < groups.sizes.size(); ++group) {
    summands scores;
    listed numbers;
    for (std::size_t r = 0; r < groups.of.size(); ++r) {
      if (groups.of[r] == group) {
        scores.push_back(all_.derivation.service.ratings[r]);
        numbers.push_back(std::to_string(r + 1));
      }
    }
    means.push_back(mean_of(scores));
    step(mean_clause(), by_occasion ? steps::mean_of_occasion : steps::mean_of_assessor, std::move(numbers), scores,
         scores.size(), means.back());
  }
  step(mean_clause(), by_occasion ? steps::mean_over_occasions : steps::mean_over_assessors, means, means.size(),
       mean_of(means));
}

void explainer::maturity(const maturity_part& of) {
  part(part_about::maturity);
  const std::string& clause = of.table.clause;
  const decimal& total = *grading_.total;
  summands points;
  for (std::size_t i = 0; i < of.table.items.size(); ++i) {
    const item& item = of.table.items[i];
    const decimal gained = maturity_points(item.points_due, assessment_.levels[i]);
    points.emplace_back(gained);
    step(clause, steps::item_maturity, &item, item.points_due, assessment_.levels[i].number(), maturity_level::highest,
         gained);
  }
  step(clause, steps::total, std::move(points), total);
  for (const maturity_band& band : of.bands) {
    step(clause, band.takes_in_end ? steps::last_band : steps::band_below, band.from, band.end, name_of(band.level));
  }
  const auto within = std::ranges::find(of.bands, *grading_.level, &maturity_band::level);
  step(clause, within->takes_in_end ? steps::level_of_last_band : steps::level, within->from, total, within->end,
       name_of(within->level));
}

void explainer::table_of_grades() {
  part(part_about::table);
  const grade_table& table = scheme_.grades;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const auto& [from, to, level] = table.rows[i];
    if (to && level) {
      step(table.clause, steps::row_to_asks, i + 1, from, *to, name_of(*level));
    } else if (to) {
      step(table.clause, steps::row_to, i + 1, from, *to);
    } else if (level) {
      step(table.clause, steps::row_from_asks, i + 1, from, name_of(*level));
    } else {
      step(table.clause, steps::row_from, i + 1, from);
    }
  }
  for (const grade_limit& each : table.grades) {
    step(table.clause, steps::grade_from, &each, each.from);
  }
}

void explainer::verdict() {
  part(part_about::verdict);
  if (const auto& rounded = grading_.compared) {
    step(grades_clause(), steps::compared_rounded, rounding{grading_.score, {*rounded}}, rounded->places());
  } else {
    step(grades_clause(), steps::compared, compared_);
  }
  for (const requirement& each : all_.derivation.requirements) {
    conditions(each);
  }
  if (grading_.level && readings_.score_alone_decides()) {
    step(grades_clause(), steps::score_alone);
  }
  step(grades_clause(), steps::review,
       !assessment_.conformity                             ? message::assumed
       : *assessment_.conformity == conformity::conforming ? message::conforming
                                                           : message::nonconforming);
  step(grades_clause(), steps::verdict, given(grading_.grade), reason());
}

void explainer::conditions(const requirement& asked) {
  const grade_limit& limit = scheme_.grades.grades[asked.grade];
  step(grades_clause(), steps::score_condition, &limit, condition{compared_, fraction(limit.from), asked.score_met});
  if (!asked.level) {
    return;
  }
  const condition levels{fraction(grading_.level->number(), 1), fraction(asked.level->number(), 1), asked.level_met};
  if (pairs_by_order(scheme_.grades, readings_)) {
    step(grades_clause(), steps::level_condition_by_order, &limit, *asked.row + 1, levels);
  } else {
    step(grades_clause(), steps::level_condition, &limit, *asked.row + 1, limit.from, levels);
  }
}

const phrase<>& explainer::reason() const {
  if (grading_.grade) {
    return message::why_highest;
  }
  if (assessment_.conformity == conformity::nonconforming) {
    return message::why_nonconforming;
  }
  const bool any_score = !all_.derivation.requirements.empty() && all_.derivation.requirements.front().score_met;
  return readings_.shortfall_gives_none() && any_score ? message::why_shortfall : message::why_none;
}

}  // namespace tbsc94
