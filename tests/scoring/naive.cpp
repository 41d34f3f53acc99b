#include "scoring/naive.hpp"

#include <algorithm>

namespace naive {

namespace {

mpz_class power_of_ten(unsigned exponent) {
  mpz_class power;
  mpz_ui_pow_ui(power.get_mpz_t(), 10, exponent);
  return power;
}

mpz_class round_half_to_even(const mpq_class& value) {
  mpz_class whole = value.get_num() / value.get_den();  // values are never negative
  const mpq_class rest = value - whole;
  if (rest > mpq_class(1, 2) || (rest == mpq_class(1, 2) && whole % 2 != 0)) {
    ++whole;
  }
  return whole;
}

mpq_class round_to(const mpq_class& value, unsigned places) {
  mpq_class result(round_half_to_even(value * power_of_ten(places)), power_of_ten(places));
  result.canonicalize();
  return result;
}

// `value`, which has at most `places` places, with all of them.
std::string written(const mpq_class& value, unsigned places) {
  std::string digits = mpz_class(value * power_of_ten(places)).get_str();
  if (places == 0) {
    return digits;
  }
  while (digits.size() <= places) {
    digits = "0" + digits;
  }
  return digits.substr(0, digits.size() - places) + "." + digits.substr(digits.size() - places);
}

mpq_class value_of(const tbsc94::decimal& decimal) {
  mpq_class result(mpz_class(static_cast<unsigned long>(decimal.digits())), power_of_ten(decimal.places()));
  result.canonicalize();
  return result;
}

std::optional<mpq_class> value_of(const std::optional<tbsc94::decimal>& decimal) {
  return decimal ? std::optional(value_of(*decimal)) : std::nullopt;
}

mpq_class mean(const std::vector<mpq_class>& values) {
  mpq_class sum;
  for (const mpq_class& value : values) {
    sum += value;
  }
  return sum / mpq_class(static_cast<unsigned long>(values.size()));
}

// 5.1.1: 100 × Σ points ÷ Σ points due, the excluded items left out of both.
mpq_class score_of_rating(const scheme& scheme, const record& record, const rating& rating) {
  mpq_class points;
  mpq_class due;
  for (std::size_t i = 0; i < scheme.service_points.size(); ++i) {
    if (!record.excluded.contains(i)) {
      points += scheme.service_points[i] * rating.alpha[i];
      due += scheme.service_points[i];
    }
  }
  return 100 * points / due;
}

// The level that `grade` asks of a compared score; nullopt: none.
std::optional<int> level_asked(const scheme& scheme, std::size_t grade, const mpq_class& compared,
                               const readings& readings) {
  // score-after-review: the right side alone decides.
  if (readings.contains("grade-conditions")) {
    return std::nullopt;
  }
  // by-order: the nth row is the nth grade's. A table that has not as many rows as grades has no such
  // order; shared-boundary is without effect.
  if (readings.contains("row-grade") && scheme.rows.size() == scheme.grades.size()) {
    return scheme.rows[grade].level;
  }
  // by-score: the row that holds the grade's lower limit. One that stands in two rows is held by the
  // upper one; under lower-row, a score of exactly that limit is asked what the lower one asks.
  const mpq_class& limit = scheme.grades[grade].from;
  std::vector<row> holding;
  for (const row& row : scheme.rows) {
    const bool last = &row == &scheme.rows.back();
    const mpq_class end = row.to ? *row.to : 1000;
    const mpq_class next = last ? mpq_class(1000) : (&row + 1)->from;
    if (row.from <= limit && (limit <= end || limit < next)) {
      holding.push_back(row);
    }
  }
  if (readings.contains("shared-boundary") && compared == limit) {
    return holding.front().level;
  }
  return holding.back().level;
}

// nullopt: the full value is compared.
std::optional<unsigned> places_compared(const scheme& scheme, const readings& readings) {
  const auto found = readings.find("limit-comparison");
  if (found == readings.end()) {
    return std::nullopt;
  }
  return found->second == "rounded-value" ? scheme.limit_places : found->second == "rounded-to-1" ? 1U : 2U;
}

mpq_class compared_score(const scheme& scheme, const mpq_class& score, const readings& readings) {
  const auto places = places_compared(scheme, readings);
  return places ? round_to(score, *places) : score;
}

const std::string& value_of(const readings& readings, const std::string& name) {
  const auto found = readings.find(name);
  return found == readings.end() ? all_values().at(name).front() : found->second;
}

}  // namespace

const std::map<std::string, std::vector<std::string>>& all_values() {
  static const std::map<std::string, std::vector<std::string>> values{
      {"grade-conditions", {"score-and-level", "score-after-review"}},
      {"limit-comparison", {"full-value", "rounded-value", "rounded-to-1", "rounded-to-2"}},
      {"management-shortfall", {"lower-grade", "no-grade"}},
      {"mean-over", {"ratings", "assessors", "occasions"}},
      {"row-grade", {"by-score", "by-order"}},
      {"shared-boundary", {"upper-row", "lower-row"}},
  };
  return values;
}

readings with(readings readings, const std::string& name, const std::string& value) {
  readings.erase(name);
  if (value != all_values().at(name).front()) {
    readings[name] = value;
  }
  return readings;
}

mpq_class number(const std::string& text) {
  std::string digits = text;
  unsigned places = 0;
  if (const std::size_t point = text.find('.'); point != std::string::npos) {
    places = static_cast<unsigned>(text.size() - point - 1);
    digits.erase(point, 1);
  }
  mpq_class result(mpz_class(digits, 10), power_of_ten(places));
  result.canonicalize();
  return result;
}

scheme numbers_of(const tbsc94::scheme& scheme) {
  naive::scheme result;
  for (const tbsc94::item& item : scheme.service.items) {
    result.service_points.push_back(value_of(item.points_due));
  }
  if (scheme.maturity) {
    for (const tbsc94::item& item : scheme.maturity->table.items) {
      result.management_points.push_back(value_of(item.points_due));
    }
    for (const tbsc94::maturity_band& band : scheme.maturity->bands) {
      result.bands.push_back({static_cast<int>(band.level.number()), value_of(band.from)});
    }
  }
  for (const tbsc94::grade_row& row : scheme.grades.rows) {
    result.rows.push_back({value_of(row.from), value_of(row.to),
                           row.level ? std::optional(static_cast<int>(row.level->number())) : std::nullopt});
  }
  for (const tbsc94::grade_limit& limit : scheme.grades.grades) {
    result.grades.push_back({limit.grade, value_of(limit.from)});
  }
  result.limit_places = scheme.grades.places;
  return result;
}

mpq_class service_score(const scheme& scheme, const record& record, const readings& readings) {
  // mean-over ratings: over all ratings alike.
  if (!readings.contains("mean-over")) {
    std::vector<mpq_class> scores;
    for (const rating& rating : record.ratings) {
      scores.push_back(score_of_rating(scheme, record, rating));
    }
    return mean(scores);
  }
  // mean-over assessors, or occasions: the own mean of each first; a rating that names none counts as one of its own.
  const bool over_assessors = readings.at("mean-over") == "assessors";
  std::map<std::string, std::vector<mpq_class>> by_name;
  std::vector<mpq_class> means;
  for (const rating& rating : record.ratings) {
    const mpq_class score = score_of_rating(scheme, record, rating);
    const std::string& name = over_assessors ? rating.assessor : rating.occasion;
    if (name.empty()) {
      means.push_back(score);
    } else {
      by_name[name].push_back(score);
    }
  }
  for (const auto& [name, scores] : by_name) {
    means.push_back(mean(scores));
  }
  return mean(means);
}

mpq_class management_total(const scheme& scheme, const std::vector<int>& levels) {
  mpq_class total;
  for (std::size_t i = 0; i < levels.size(); ++i) {
    total += scheme.management_points[i] * levels[i] / 5;
  }
  return total;
}

int management_level(const scheme& scheme, const mpq_class& total) {
  int level = 0;
  for (const band& band : scheme.bands) {
    if (total >= band.from) {
      level = band.level;
    }
  }
  return level;
}

std::optional<std::size_t> verdict(const scheme& scheme, const grounds& grounds, const readings& readings) {
  // Nonconforming: no grade.
  if (grounds.nonconforming) {
    return std::nullopt;
  }
  // A grade is reached when the score is at or above its lower limit and the level at or above what is
  // asked. The verdict is the highest grade reached.
  const mpq_class compared = compared_score(scheme, grounds.score, readings);
  std::optional<std::size_t> by_score;
  std::optional<std::size_t> reached;
  for (std::size_t grade = 0; grade < scheme.grades.size(); ++grade) {
    if (compared >= scheme.grades[grade].from) {
      by_score = grade;
      const std::optional<int> asked = level_asked(scheme, grade, compared, readings);
      if (!asked || !grounds.level || *grounds.level >= *asked) {
        reached = grade;
      }
    }
  }
  // no-grade: none where what the score itself asks is not fulfilled.
  if (readings.contains("management-shortfall") && reached != by_score) {
    return std::nullopt;
  }
  return reached;
}

result grade(const scheme& scheme, const record& record, const readings& readings,
             const std::set<std::string>& settled) {
  result result;
  result.score = service_score(scheme, record, readings);
  result.exact = exact(result.score);
  result.shown = shown(scheme, result.score);
  if (const auto places = places_compared(scheme, readings)) {
    result.compared = rounded(result.score, *places);
  }
  if (!scheme.management_points.empty()) {
    result.total = management_total(scheme, record.levels);
    result.level = management_level(scheme, *result.total);
  }
  const bool nonconforming = record.conforming.has_value() && !*record.conforming;
  result.grade = verdict(scheme, {result.score, result.level, nonconforming}, readings);

  for (const auto& [name, values] : all_values()) {
    for (const std::string& value : values) {
      if (value != value_of(readings, name)) {
        const naive::readings others = with(readings, name, value);
        const mpq_class score = service_score(scheme, record, others);
        const auto grade = verdict(scheme, {score, result.level, nonconforming}, others);
        result.others[name + "=" + value] = grade;
        if (!settled.contains(name) && grade != result.grade) {
          result.depends_on.insert(name);
        }
      }
    }
  }
  if (!record.conforming) {
    result.assumed.insert("conformity");
  }
  if (!record.names_edition) {
    result.assumed.insert("edition");
  }
  return result;
}

std::string rounded(const mpq_class& value, unsigned places) { return written(round_to(value, places), places); }

std::string exact(const mpq_class& value) {
  for (unsigned places = 0; places < 150; ++places) {
    const mpq_class shifted = value * power_of_ten(places);
    if (shifted.get_den() == 1) {
      return written(value, places);
    }
  }
  return value.get_num().get_str() + "/" + value.get_den().get_str();
}

std::string shown(const scheme& scheme, const mpq_class& value) {
  const mpq_class rounded_value = round_to(value, 2);
  std::string text = written(rounded_value, 2);
  bool on_limit = false;
  for (const row& row : scheme.rows) {
    on_limit = on_limit || row.from == rounded_value;
  }
  for (const limit& limit : scheme.grades) {
    on_limit = on_limit || limit.from == rounded_value;
  }
  if (on_limit && value < rounded_value) {
    text += "(-)";
  }
  if (on_limit && value > rounded_value) {
    text += "(+)";
  }
  return text;
}

int verdict_in_hundredths(int score, int level, bool nonconforming, const readings& readings) {
  if (nonconforming) {
    return 0;
  }
  if (readings.contains("limit-comparison") && readings.at("limit-comparison") != "rounded-to-2") {
    const int unit = readings.at("limit-comparison") == "rounded-value" ? 100 : 10;
    const int whole = score / unit;
    const int twice = score % unit * 2;
    score = (twice > unit || (twice == unit && whole % 2 == 1) ? whole + 1 : whole) * unit;
  }
  if (readings.contains("grade-conditions")) {
    return score >= 9500 ? 3 : score >= 9000 ? 2 : score >= 8000 ? 1 : 0;
  }
  const bool by_order = readings.contains("row-grade");
  const bool no_grade = readings.contains("management-shortfall");
  int aaaa_asks = 4;
  if (by_order) {
    aaaa_asks = 3;
  } else if (readings.contains("shared-boundary") && score == 9000) {
    aaaa_asks = 3;
  }
  const int aaa_asks = by_order ? 2 : 3;
  if (score >= 9500) {
    if (level >= 4) {
      return 3;
    }
    if (no_grade) {
      return 0;
    }
  }
  if (score >= 9000) {
    if (level >= aaaa_asks) {
      return 2;
    }
    if (no_grade) {
      return 0;
    }
  }
  return score >= 8000 && level >= aaa_asks ? 1 : 0;
}

}  // namespace naive
