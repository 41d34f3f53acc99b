#include "results/explanation.hpp"

#include <algorithm>
#include <array>

#include "json/messages.hpp"
#include "results/explanation_messages.hpp"
#include "results/report_lines.hpp"
#include "results/report_messages.hpp"
#include "results/report_style.hpp"
#include "text/format.hpp"
#include "text/terminal_text.hpp"

namespace tbsc94 {

namespace {

std::string to_text(const fraction& value) { return value.to_string(); }
std::string to_text(const decimal& value) { return value.shortest(); }

template <class Value>
std::string sum_of(const std::vector<Value>& values) {
  std::string text;
  for (const Value& each : values) {
    text += (text.empty() ? "" : " + ") + to_text(each);
  }
  return text;
}

fraction total_of(const std::vector<fraction>& values) {
  fraction sum;
  for (const fraction& each : values) {
    sum = sum + each;
  }
  return sum;
}

/// "(85 + 90) ÷ 2 = 87.5"
std::string mean_text(const std::vector<fraction>& values) {
  const fraction mean = total_of(values) / fraction(values.size(), 1);
  return formatted("({}) ÷ {} = {}", sum_of(values), values.size(), to_text(mean));
}

/// "90 − 85.5 = 4.5"
template <class Value>
std::string difference_text(const Value& a, const Value& b) {
  return formatted("{} − {} = {}", to_text(a), to_text(b), to_text(fraction(a) - fraction(b)));
}

/// "27727/300 ≈ 92.42"; "=" where nothing is lost.
std::string rounding_text(const fraction& exact, const decimal& rounded, std::string_view shown) {
  return formatted("{} {} {}", to_text(exact), exact == fraction(rounded) ? "=" : "≈", shown);
}

class explainer {
 public:
  explainer(const worked_out& all, language lang)
      : lang_(lang),
        scheme_(all.outcome.scheme_used()),
        assessment_(all.outcome.record.assessment),
        grading_(*all.outcome.grading),
        readings_(all.readings.values),
        all_(all) {}

  std::vector<explained_part> explain() {
    points_due();
    points();
    mean();
    if (scheme_.maturity) {
      maturity(*scheme_.maturity);
    }
    table_of_grades();
    verdict();
    readings_and_others();
    outlook();
    losses();
    agreement();
    return std::move(parts_);
  }

 private:
  void part(part_about about) { parts_.push_back({about, {}}); }
  void step(std::string_view clause, std::string text) {
    parts_.back().steps.push_back({clause_name(clause, lang_), std::move(text)});
  }
  void caption(std::string text) { parts_.back().steps.push_back({"", std::move(text)}); }

  void points_due();
  void points();
  void points_of_rating(std::size_t rating);
  void points_in_sum();
  void mean();
  void means_of_groups(averaging over);
  void maturity(const maturity_part& part);
  void table_of_grades();
  void verdict();
  [[nodiscard]] std::string_view reason() const;
  void readings_and_others();
  [[nodiscard]] std::string given_by(const other_value& other) const;
  void outlook();
  void next(const next_grade& next);
  void losses();
  void agreement();
  void spreads();
  void without_each();

  [[nodiscard]] const std::string& service_clause() const { return scheme_.service.clause; }
  [[nodiscard]] const std::string& alpha_clause() const { return scheme_.alpha_clause; }
  [[nodiscard]] const std::string& mean_clause() const { return clause_of(scheme_, reading::mean_over); }
  [[nodiscard]] const std::string& grades_clause() const { return scheme_.grades.clause; }

  [[nodiscard]] std::string on_item(const item& item, std::string_view text) const {
    return message::item_of(lang_, item.id, in(lang_, item.name)).append(text);
  }
  [[nodiscard]] std::string in_words(std::string_view grade) const {
    return report_lines::grade_in_words(grade, lang_);
  }
  [[nodiscard]] const std::string& level_name(maturity_level level) const {
    return in(lang_, scheme_.maturity->levels[level.number() - 1].name);
  }
  [[nodiscard]] std::string grade_text(grade_index grade) const {
    return std::string(grade ? grade_name(scheme_, grade) : message::no_grade_at_all.in(lang_));
  }
  [[nodiscard]] std::string_view met(bool holds) const {
    return (holds ? message::condition_met : message::condition_not_met).in(lang_);
  }
  [[nodiscard]] std::string list(const std::vector<std::string>& entries) const {
    return entries.empty() ? std::string(message::none_such.in(lang_)) : joined(entries, ", ");
  }
  // Whether a group has more ratings than one.
  [[nodiscard]] bool any_grouped(averaging over) const {
    return rating_groups(assessment_, over).sizes.size() < assessment_.ratings.size();
  }
  [[nodiscard]] bool are_many() const { return assessment_.ratings.size() > most_ratings_shown; }
  [[nodiscard]] const decimal& all_due() const { return all_.derivation.service.whole.points_due; }
  [[nodiscard]] std::string score_text(const fraction& points) const {
    return formatted("100 × {} ÷ {} = {}", to_text(points), to_text(all_due()),
                     to_text(fraction(100, 1) * points / fraction(all_due())));
  }

  language lang_;
  const scheme& scheme_;
  const assessment& assessment_;
  const grading& grading_;
  const readings& readings_;
  const worked_out& all_;
  std::vector<explained_part> parts_;
};

void explainer::points_due() {
  part(part_about::points_due);
  std::vector<decimal> due;
  for (std::size_t i = 0; i < scheme_.service.items.size(); ++i) {
    const item& item = scheme_.service.items[i];
    if (assessment_.is_applicable(i)) {
      due.push_back(item.points_due);
    } else {
      step(clause_of(scheme_, reading::not_applicable),
           on_item(item, message::step_not_applicable(lang_, to_text(item.points_due))));
    }
  }
  step(service_clause(), message::step_due(lang_, formatted("{} = {}", sum_of(due), to_text(all_due()))));
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
  std::string who;
  for (const std::string* part : {&assessment_.ratings[rating].assessor, &assessment_.ratings[rating].occasion}) {
    who += part->empty() ? "" : " · " + harmless(*part);
  }
  caption(message::step_rating(lang_, rating + 1, who));
  std::vector<fraction> points;
  for (std::size_t i = 0; i < scheme_.service.items.size(); ++i) {
    if (assessment_.is_applicable(i)) {
      const item& item = scheme_.service.items[i];
      const decimal alpha = assessment_.alphas_of(rating)[i].value();
      points.push_back(fraction(alpha) * fraction(item.points_due));
      step(alpha_clause(),
           on_item(item, formatted("{} × {} = {}", to_text(alpha), to_text(item.points_due), to_text(points.back()))));
    }
  }
  const fraction sum = total_of(points);
  step(alpha_clause(), message::step_points(lang_, formatted("{} = {}", sum_of(points), to_text(sum))));
  step(alpha_clause(), message::step_score(lang_, score_text(sum)));
}

// Of many ratings: each item's weighted sum of α, and the points that its mean gives.
void explainer::points_in_sum() {
  caption(message::step_many(lang_, assessment_.ratings.size()));
  const rating_weights weights(assessment_, readings_.mean_over());
  const bool alike = weights.are_alike();
  if (!alike) {
    const bool by_occasion = readings_.mean_over() == averaging::occasions;
    const auto& how = by_occasion ? message::step_weights_of_occasions : message::step_weights;
    step(mean_clause(), how(lang_, weights.sum().to_string()));
  }
  std::vector<fraction> points;
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
    points.push_back(sum * fraction(item.points_due) / fraction(weights.sum(), 1));
    const std::string product = formatted("{} × {} ÷ {} = {}", to_text(sum), to_text(item.points_due),
                                          weights.sum().to_string(), to_text(points.back()));
    const auto& how = alike ? message::step_sum_of_alpha : message::step_weighted_sum_of_alpha;
    step(mean_clause(), on_item(item, how(lang_, to_text(sum), product)));
  }
  const fraction sum = total_of(points);
  step(alpha_clause(), message::step_points(lang_, formatted("{} = {}", sum_of(points), to_text(sum))));
}

void explainer::mean() {
  part(part_about::mean);
  if (are_many()) {
    step(mean_clause(), message::step_mean_of_sums(lang_, score_text(all_.derivation.service.whole.points)));
  } else if (readings_.mean_over() != averaging::ratings) {
    means_of_groups(readings_.mean_over());
  } else {
    step(mean_clause(), message::step_mean_over_ratings(lang_, mean_text(all_.derivation.service.ratings)));
  }
  step(mean_clause(),
       message::step_shown(lang_, rounding_text(grading_.score, grading_.shown.value, grading_.shown.to_string()),
                           shown_score::places));
}

// Each assessor's own mean, or each occasion's, and the mean of these.
void explainer::means_of_groups(averaging over) {
  const bool by_occasion = over == averaging::occasions;
  const auto& group_mean = by_occasion ? message::step_occasion_mean : message::step_assessor_mean;
  const auto& mean = by_occasion ? message::step_mean_over_occasions : message::step_mean_over_assessors;
  const rating_groups groups(assessment_, over);
  std::vector<fraction> means;
  for (std::size_t group = 0; group < groups.sizes.size(); ++group) {
    std::vector<fraction> scores;
    std::vector<std::string> numbers;
    for (std::size_t r = 0; r < groups.of.size(); ++r) {
      if (groups.of[r] == group) {
        scores.push_back(all_.derivation.service.ratings[r]);
        numbers.push_back(std::to_string(r + 1));
      }
    }
    means.push_back(total_of(scores) / fraction(scores.size(), 1));
    step(mean_clause(), group_mean(lang_, list(numbers), mean_text(scores)));
  }
  step(mean_clause(), mean(lang_, mean_text(means)));
}

void explainer::maturity(const maturity_part& part_of_scheme) {
  part(part_about::maturity);
  const item_table& table = part_of_scheme.table;
  std::vector<decimal> points;
  for (std::size_t i = 0; i < table.items.size(); ++i) {
    const item& item = table.items[i];
    points.push_back(maturity_points(item.points_due, assessment_.levels[i]));
    step(table.clause,
         on_item(item, formatted("{} × {} ÷ {} = {}", to_text(item.points_due), assessment_.levels[i].number(),
                                 maturity_level::highest, to_text(points.back()))));
  }
  step(table.clause, message::step_total(lang_, formatted("{} = {}", sum_of(points), to_text(*grading_.total))));
  std::string within;
  for (const maturity_band& band : part_of_scheme.bands) {
    const std::string from = to_text(band.from);
    const std::string end = to_text(band.end);
    const std::string& level = level_name(band.level);
    step(table.clause, band.takes_in_end ? message::step_last_band(lang_, from, end, level)
                                         : message::step_band_below(lang_, from, end, level));
    if (band.level == *grading_.level) {
      within = formatted("{} ≤ {} {} {}", from, to_text(*grading_.total), band.takes_in_end ? "≤" : "<", end);
    }
  }
  step(table.clause, message::step_level(lang_, within, level_name(*grading_.level)));
}

void explainer::table_of_grades() {
  part(part_about::table);
  const grade_table& table = scheme_.grades;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const grade_row& row = table.rows[i];
    std::string asks = row.to ? message::step_row_to(lang_, to_text(row.from), to_text(*row.to))
                              : message::step_row_from(lang_, to_text(row.from));
    asks += row.level ? message::step_row_asks(lang_, level_name(*row.level)) : "";
    step(grades_clause(), message::step_row(lang_, std::to_string(i + 1), asks));
  }
  for (const grade_limit& each : table.grades) {
    step(grades_clause(), message::step_grade_from(lang_, in_words(each.grade), to_text(each.from)));
  }
}

void explainer::verdict() {
  part(part_about::verdict);
  const grade_table& table = scheme_.grades;
  const fraction compared = compared_score(table, grading_.score, readings_);
  if (grading_.compared) {
    step(grades_clause(), message::step_compared_rounded(
                              lang_, rounding_text(grading_.score, *grading_.compared, grading_.compared->to_string()),
                              grading_.compared->places()));
  } else {
    step(grades_clause(), message::step_compared(lang_, to_text(compared)));
  }
  for (const requirement& each : all_.derivation.requirements) {
    const grade_limit& limit = table.grades[each.grade];
    step(grades_clause(),
         message::step_limit(lang_, in_words(limit.grade),
                             formatted("{} {} {}", to_text(compared), each.score_met ? "≥" : "<", to_text(limit.from)),
                             met(each.score_met)));
    if (const auto& asked = each.level) {
      const std::string row = pairs_by_order(table, readings_)
                                  ? message::row_by_order(lang_, *each.row + 1)
                                  : message::row_by_score(lang_, *each.row + 1, to_text(limit.from));
      step(grades_clause(), message::step_row_level(lang_, in_words(limit.grade), row,
                                                    formatted("{} {} {}", grading_.level->number(),
                                                              each.level_met ? "≥" : "<", asked->number()),
                                                    met(each.level_met)));
    }
  }
  if (grading_.level && readings_.score_alone_decides()) {
    step(grades_clause(), std::string(message::step_score_alone.in(lang_)));
  }
  const auto& review = !assessment_.conformity                             ? message::assumed
                       : *assessment_.conformity == conformity::conforming ? message::conforming
                                                                           : message::nonconforming;
  step(grades_clause(), message::step_review(lang_, review.in(lang_)));
  step(grades_clause(), message::step_verdict(lang_, grade_text(grading_.grade), reason()));
}

std::string_view explainer::reason() const {
  if (grading_.grade) {
    return message::why_highest.in(lang_);
  }
  if (assessment_.conformity == conformity::nonconforming) {
    return message::why_nonconforming.in(lang_);
  }
  const bool any_score = !all_.derivation.requirements.empty() && all_.derivation.requirements.front().score_met;
  return (readings_.shortfall_gives_none() && any_score ? message::why_shortfall : message::why_none).in(lang_);
}

void explainer::readings_and_others() {
  part(part_about::readings);
  for (const reading which : all_readings) {
    for (const other_value& each : all_.others_of(which)) {
      if (which == reading::mean_over && !are_many() && any_grouped(static_cast<averaging>(each.index))) {
        means_of_groups(static_cast<averaging>(each.index));
      }
      step(clause_of(scheme_, which),
           message::step_reading(lang_, names_of(which).name, readings_.value(which), each.value, given_by(each)));
    }
  }
}

std::string explainer::given_by(const other_value& other) const {
  if (!other.result) {
    return std::string(message::other_refuses.in(lang_));
  }
  const std::string grade = grade_text(other.result->grade);
  const bool same_score = other.result->score == grading_.score;
  std::string gives = same_score ? grade : message::step_other_score(lang_, to_text(other.result->score), grade);
  return gives.append((other.result->grade == grading_.grade ? message::other_same : message::other_grade).in(lang_));
}

void explainer::outlook() {
  part(part_about::outlook);
  const fraction compared = compared_score(scheme_.grades, grading_.score, readings_);
  if (all_.outlook.cushion) {
    const grade_limit& limit = scheme_.grades.grades[*grading_.grade];
    step(grades_clause(),
         message::step_above_limit(lang_, in_words(limit.grade), difference_text(compared, fraction(limit.from))));
    if (const auto& above = all_.outlook.cushion->total) {
      const fraction total(*grading_.total);
      step(scheme_.maturity->table.clause, message::step_above_level(lang_, level_name(*all_.outlook.cushion->level),
                                                                     difference_text(total, total - fraction(*above))));
    }
  }
  if (all_.derivation.next) {
    next(*all_.derivation.next);
  } else {
    step(grades_clause(), std::string(message::step_highest.in(lang_)));
  }
}

void explainer::next(const next_grade& next) {
  const grade_limit& limit = scheme_.grades.grades[next.grade];
  if (next.conformity) {
    step(grades_clause(), message::step_next_conformity(lang_, in_words(limit.grade)));
  }
  if (next.score) {
    const fraction from(limit.from);
    step(grades_clause(),
         message::step_next_score(lang_, in_words(limit.grade), difference_text(from, from - *next.score)));
  }
  if (next.score_below) {
    step(grades_clause(), message::step_only_below(lang_, in_words(limit.grade), to_text(*next.score_below)));
  }
  if (next.level_on_limit) {
    step(grades_clause(), message::step_only_on_limit(lang_, in_words(limit.grade), to_text(limit.from),
                                                      level_name(*next.level_on_limit)));
  }
  if (!next.level) {
    return;
  }
  if (!next.total) {
    step(grades_clause(), message::step_no_such_level(lang_, in_words(limit.grade), level_name(*next.level)));
    return;
  }
  const fraction total(*grading_.total);
  step(scheme_.maturity->table.clause, message::step_next_level(lang_, in_words(limit.grade), level_name(*next.level),
                                                                difference_text(total + fraction(*next.total), total)));
  step(scheme_.maturity->table.clause, all_.outlook.raises
                                           ? raises_text(*scheme_.maturity, *all_.outlook.raises, *next.total, lang_)
                                           : std::string(message::no_raises.in(lang_)));
}

void explainer::losses() {
  part(part_about::losses);
  for (const item_loss& each : all_.outlook.losses) {
    const item& item = scheme_.service.items[each.item];
    step(service_clause(),
         on_item(item, difference_text(fraction(item.points_due), all_.derivation.service.items[each.item].points)));
  }
}

void explainer::agreement() {
  part(part_about::agreement);
  if (!all_.agreement) {
    step(mean_clause(), std::string(message::step_alone.in(lang_)));
    return;
  }
  for (std::size_t i = 0; i < scheme_.likert.size(); ++i) {
    const likert_band& band = scheme_.likert[i];
    const auto& how = i == 0 ? message::step_first_band : message::step_band;
    step(alpha_clause(), how(lang_, i + 1, to_text(band.from), to_text(band.to), in(lang_, band.name)));
  }
  spreads();
  without_each();
}

void explainer::spreads() {
  caption(std::string(message::spread_caption.in(lang_)));
  std::vector<std::string> far_apart;
  for (const item_agreement& each : all_.agreement->items) {
    const item& item = scheme_.service.items[each.item];
    const std::string_view apart = each.is_far_apart() ? message::two_bands_apart.in(lang_) : "";
    step(alpha_clause(),
         on_item(item, message::step_spread(lang_, difference_text(each.most.value(), each.least.value()),
                                            joined(each.in_band, ", "), apart)));
    if (each.is_far_apart()) {
      far_apart.push_back(item.id);
    }
  }
  step(alpha_clause(), message::step_far_apart(lang_, list(far_apart)));
}

void explainer::without_each() {
  const std::vector<left_out>& without = all_.agreement->without;
  std::vector<std::string> deciding;
  for (std::size_t r = 0; r < without.size(); ++r) {
    if (without[r].changes_grade) {
      deciding.push_back(std::to_string(r + 1));
    }
    if (!are_many()) {
      std::string gives = message::step_other_score(lang_, to_text(without[r].score), grade_text(without[r].grade));
      gives += (without[r].changes_grade ? message::other_grade : message::other_same).in(lang_);
      step(mean_clause(), message::step_without(lang_, r + 1, gives));
    }
  }
  if (are_many()) {
    std::vector<std::string> scores;
    for (const fraction& each : all_.derivation.service.ratings) {
      scores.push_back(to_text(each));
    }
    step(alpha_clause(), message::step_scores(lang_, list(scores)));
    const auto [least, most] = std::ranges::minmax_element(without, {}, &left_out::score);
    step(mean_clause(), message::step_without_any(lang_, to_text(least->score), to_text(most->score)));
  }
  step(mean_clause(), deciding.empty() ? std::string(message::step_none_decides.in(lang_))
                                       : message::step_deciding(lang_, list(deciding)));
}

}  // namespace

std::string_view heading_of(part_about about, language lang) {
  static constexpr std::array headings{message::explain_due,      message::explain_points,  message::explain_mean,
                                       message::explain_maturity, message::explain_table,   message::explain_verdict,
                                       message::explain_readings, message::explain_outlook, message::explain_losses,
                                       message::explain_agreement};
  return headings[static_cast<std::size_t>(about)].in(lang);
}

std::vector<explained_part> explain(const worked_out& all, language lang) { return explainer(all, lang).explain(); }

}  // namespace tbsc94
