#include "results/html/report_parts.hpp"

#include <algorithm>
#include <array>

#include "results/explanation_messages.hpp"
#include "results/html/messages.hpp"
#include "results/report_messages.hpp"
#include "results/report_style.hpp"
#include "results/scheme_words.hpp"

namespace tbsc94::html {

namespace {

node rated(const report_context& report, std::size_t rating) {
  const tbsc94::rating& of = report.assessment.ratings[rating];
  const rating_weights weights(report.assessment, report.readings.values.mean_over());
  const fraction& score = report.derivation.service.ratings[rating];
  members row;
  row.number("i", rating)
      .number("number", rating + 1)
      .text("assessor", of.assessor.empty() ? message::rating_number(report.lang, rating + 1) : of.assessor)
      .text("occasion", of.occasion)
      .text("weight", fraction(weights.of(rating), weights.sum()).to_string())
      .text("rating_score", report_lines::shown(score))
      .text("rating_mark", report.mark_of(score));
  if (report.agreement) {
    const left_out& without = report.agreement->without[rating];
    row.text("without", report_lines::shown(without.score))
        .text("without_mark", report.mark_of(without.score))
        .text("without_grade", report.grade_text(without.grade))
        .flag("changes_grade", without.changes_grade);
  }
  return row.done();
}

node spread_row(const report_context& report, std::size_t index) {
  const item_agreement& each = report.agreement->items[index];
  list in_band;
  for (std::size_t b = 0; b < each.in_band.size(); ++b) {
    in_band << members()
                   .number("b", b)
                   .text("band", interval_of(report.scheme, b))
                   .number("count", each.in_band[b])
                   .flag("any", each.in_band[b] > 0)
                   .done();
  }
  return report.service_label(each.item)
      .number("k", index)
      .text("least", report.alpha_text(each.least.value()))
      .text("most", report.alpha_text(each.most.value()))
      .text("spread", report.alpha_text(each.spread()))
      .flag("far_apart", each.is_far_apart())
      .add("in_band", std::move(in_band))
      .done();
}

// How far the ratings agree in a few sentences, the last of which says whether one alone decides.
std::vector<std::string> agreement_notes(const report_context& report) {
  std::vector<std::string> notes;
  if (report.are_many()) {
    const auto [least, most] = std::ranges::minmax_element(report.derivation.service.ratings);
    notes.push_back(html_message::ratings_summed_up(report.lang, report.rating_count(), report.lines.score(*least),
                                                    report.lines.score(*most)));
    const auto [low, high] = std::ranges::minmax_element(report.agreement->without, {}, &left_out::score);
    notes.push_back(
        html_message::without_any(report.lang, report.lines.score(low->score), report.lines.score(high->score)));
  }
  const std::array<const phrase_text*, 4> told{&steps::one_rating, &steps::far_apart, &steps::deciding,
                                               &steps::none_decides};
  for (const explained_step& each : report.steps_of(part_about::agreement)) {
    if (std::ranges::find(told, each.kind) != told.end()) {
      notes.push_back(words_of(each, report.lang));
    }
  }
  return notes;
}

}  // namespace

void add_agreement(members& page, const report_context& report) {
  list ratings;
  for (std::size_t r = 0; !report.are_many() && r < report.rating_count(); ++r) {
    ratings << rated(report, r);
  }
  list bands;
  for (std::size_t i = 0; i < report.scheme.likert.size(); ++i) {
    bands << node(interval_of(report.scheme, i));
  }
  list spreads;
  for (std::size_t k = 0; report.agreement && k < report.agreement->items.size(); ++k) {
    spreads << spread_row(report, k);
  }
  page.add("agreement_notes", texts(agreement_notes(report)))
      .flag("any_rated", !report.are_many())
      .flag("any_occasion",
            std::ranges::any_of(report.assessment.ratings, [](const auto& each) { return !each.occasion.empty(); }))
      .flag("any_without", report.agreement.has_value())
      .add("rated", std::move(ratings))
      .flag("any_spreads", report.agreement.has_value())
      .add("bands", std::move(bands))
      .add("spreads", std::move(spreads));
}

}  // namespace tbsc94::html
