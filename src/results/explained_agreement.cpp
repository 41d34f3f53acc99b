#include <algorithm>
#include <iterator>

#include "results/explainer.hpp"
#include "results/explanation_messages.hpp"

namespace tbsc94 {

void explainer::agreement() {
  part(part_about::agreement);
  if (!all_.agreement) {
    step(mean_clause(), steps::one_rating);
    return;
  }
  for (std::size_t i = 0; i < scheme_.likert.size(); ++i) {
    const likert_band& band = scheme_.likert[i];
    step(alpha_clause(), i == 0 ? steps::first_band : steps::band, i + 1, band.from, band.to, &band.name);
  }
  spreads();
  without_each();
}

void explainer::spreads() {
  step("", steps::spreads);
  listed far_apart;
  for (const item_agreement& each : all_.agreement->items) {
    const item& item = scheme_.service.items[each.item];
    listed in_band;
    std::ranges::transform(each.in_band, std::back_inserter(in_band), [](std::size_t n) { return std::to_string(n); });
    step(alpha_clause(), each.is_far_apart() ? steps::spread_far_apart : steps::spread, &item, each.most.value(),
         each.least.value(), each.spread(), std::move(in_band));
    if (each.is_far_apart()) {
      far_apart.push_back(item.id);
    }
  }
  step(alpha_clause(), steps::far_apart, std::move(far_apart));
}

void explainer::without_each() {
  const std::vector<left_out>& without = all_.agreement->without;
  listed deciding;
  for (std::size_t r = 0; r < without.size(); ++r) {
    const left_out& each = without[r];
    if (each.changes_grade) {
      deciding.push_back(std::to_string(r + 1));
    }
    if (!are_many()) {
      step(mean_clause(), steps::without, r + 1, other_result{each.score, given(each.grade), each.changes_grade});
    }
  }
  if (are_many()) {
    listed scores;
    for (const fraction& each : all_.derivation.service.ratings) {
      scores.push_back(each.to_string());
    }
    step(alpha_clause(), steps::scores, std::move(scores));
    const auto [least, most] = std::ranges::minmax_element(without, {}, &left_out::score);
    step(mean_clause(), steps::without_any, least->score, most->score);
  }
  if (deciding.empty()) {
    step(mean_clause(), steps::none_decides);
  } else {
    step(mean_clause(), steps::deciding, std::move(deciding));
  }
}

}  // namespace tbsc94
