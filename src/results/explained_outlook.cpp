#include "results/explainer.hpp"
#include "results/explanation_messages.hpp"
#include "results/report_messages.hpp"

namespace tbsc94 {

void explainer::readings_and_others() {
  part(part_about::readings);
  const auto have_groups = [&](averaging over) {
    return rating_groups(assessment_, over).sizes.size() < assessment_.ratings.size();
  };
  for (const reading which : all_readings) {
    for (const other_value& each : all_.others_of(which)) {
      const auto over = static_cast<averaging>(each.index);
      if (which == reading::mean_over && !are_many() && have_groups(over)) {
        means_of_groups(over);
      }
      other(which, each);
    }
  }
}

void explainer::other(reading which, const other_value& other) {
  const std::string& clause = clause_of(scheme_, which);
  const std::string_view name = names_of(which).name;
  const std::string_view in_use = readings_.value(which);
  if (!other.result) {
    step(clause, steps::other_value_refuses, name, in_use, other.value, message::other_refuses);
    return;
  }
  const bool same_score = other.result->score == grading_.score;
  step(clause, steps::other_value, name, in_use, other.value,
       other_result{.score = same_score ? std::nullopt : std::optional(other.result->score),
                    .grade = given(other.result->grade),
                    .changes_grade = other.result->grade != grading_.grade});
}

void explainer::outlook() {
  part(part_about::outlook);
  if (const auto& cushion = all_.outlook.cushion) {
    const grade_limit& limit = scheme_.grades.grades[*grading_.grade];
    const fraction from(limit.from);
    step(grades_clause(), steps::above_limit, &limit, compared_, from, compared_ - from);
    if (cushion->total) {
      const fraction total(*grading_.total);
      const fraction above(*cushion->total);
      step(maturity_clause(), steps::above_level, name_of(*cushion->level), total, total - above, above);
    }
  }
  if (all_.derivation.next) {
    next(*all_.derivation.next);
  } else {
    step(grades_clause(), steps::highest_reached);
  }
}

void explainer::next(const next_grade& next) {
  const grade_limit& limit = scheme_.grades.grades[next.grade];
  if (next.conformity) {
    step(grades_clause(), steps::review_to_next, &limit);
  }
  if (next.score) {
    const fraction from(limit.from);
    step(grades_clause(), steps::score_to_next, &limit, from, from - *next.score, *next.score);
  }
  if (next.score_below) {
    step(grades_clause(), steps::only_below, &limit, *next.score_below);
  }
  if (next.level_on_limit) {
    step(grades_clause(), steps::only_on_limit, &limit, limit.from, name_of(*next.level_on_limit));
  }
  if (next.level && next.total) {
    const fraction total(*grading_.total);
    const fraction lacking(*next.total);
    step(maturity_clause(), steps::total_to_next, &limit, name_of(*next.level), total + lacking, total, lacking);
    if (const auto& raises = all_.outlook.raises) {
      step(maturity_clause(), steps::fewest_raises, raises_to_level{&*scheme_.maturity, &*raises, *next.total});
    } else {
      step(maturity_clause(), message::no_raises);
    }
  } else if (next.level) {
    step(grades_clause(), steps::no_such_level, &limit, name_of(*next.level));
  }
}

void explainer::losses() {
  part(part_about::losses);
  for (const item_loss& each : all_.outlook.losses) {
    const item& item = scheme_.service.items[each.item];
    step(service_clause(), steps::lost, &item, item.points_due, all_.derivation.service.items[each.item].points,
         each.points);
  }
}

}  // namespace tbsc94
