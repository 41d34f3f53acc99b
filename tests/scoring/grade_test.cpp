#include "tbsc94/grade.hpp"

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "catch.hpp"
#include "scoring/example_assessment.hpp"

using namespace tbsc94;
using example::level;

namespace {

/// A grading in the naive result's terms.
naive::result text_of(const grading& grading) {
  naive::result result;
  result.exact = grading.score.to_string();
  result.score =
      mpq_class(mpz_class(grading.score.numerator().to_string()), mpz_class(grading.score.denominator().to_string()));
  result.shown = grading.shown.to_string();
  if (grading.compared) {
    result.compared = grading.compared->to_string();
  }
  if (grading.total) {
    result.total = naive::number(grading.total->to_string());
  }
  if (grading.level) {
    result.level = static_cast<int>(grading.level->number());
  }
  result.grade = grading.grade;
  result.depends_on = example::names_in(grading.depends_on);
  if (grading.conformity_assumed) {
    result.assumed.insert("conformity");
  }
  if (grading.edition_assumed) {
    result.assumed.insert("edition");
  }
  return result;
}

bool same(const naive::result& a, const naive::result& b) {
  return a.score == b.score && a.exact == b.exact && a.shown == b.shown && a.compared == b.compared &&
         a.total == b.total && a.level == b.level && a.grade == b.grade && a.depends_on == b.depends_on &&
         a.assumed == b.assumed;
}

std::string described(const naive::result& result) {
  std::string text = result.exact + " " + result.shown + " compared " + result.compared.value_or("-") + " level " +
                     (result.level ? std::to_string(*result.level) : "-") + " grade " +
                     (result.grade ? std::to_string(*result.grade) : "-") + " depends on";
  for (const std::string& name : result.depends_on) {
    text += " " + name;
  }
  return text;
}

/// Grades with both implementations, and says where they differ; empty where they don't.
std::string difference(const scheme& scheme, const naive::scheme& numbers, const naive::record& record,
                       const naive::readings& others, const naive::readings& settled = {}) {
  readings_in_use in_use{example::readings_of(others), {}};
  std::set<std::string> names;
  for (const auto& [name, value] : settled) {
    names.insert(name);
    in_use.settled[static_cast<std::size_t>(*find_reading(name))] = {"TC 2026-03", "2026-03-01"};
  }
  const naive::result ours = text_of(grade(scheme, example::assessment_of(record), in_use));
  const naive::result expected = naive::grade(numbers, record, others, names);
  return same(ours, expected) ? "" : described(ours) + "\n  expected " + described(expected);
}

mpq_class ratio(unsigned long numerator, unsigned long denominator) {
  mpq_class result(mpz_class{numerator}, mpz_class{denominator});
  result.canonicalize();
  return result;
}

/// Random records in all their variety, from a fixed seed.
class records {
 public:
  explicit records(const naive::scheme& scheme) : scheme_(scheme) {}

  naive::record next() {
    naive::record record;
    record.names_edition = one_in(2);
    if (!one_in(3)) {
      record.conforming = !one_in(4);
    }
    const std::size_t items = scheme_.service_points.size();
    for (std::size_t i = 0; i + 1 < items; ++i) {
      if (one_in(12)) {
        record.excluded.insert(i);
      }
    }
    // Near the limits of 5.3 oftener than not.
    const unsigned long centre = one_in(4) ? below(1001) : 590 + below(390);
    const std::size_t ratings = 1 + below(7);
    for (std::size_t r = 0; r < ratings; ++r) {
      naive::rating rating;
      rating.assessor = one_in(5) ? "" : std::string("A").append(std::to_string(below(3)));
      rating.occasion = one_in(5) ? "" : std::to_string(below(3));
      const bool fine = one_in(2);
      for (std::size_t i = 0; i < items; ++i) {
        rating.alpha.push_back(fine ? alpha_near(centre, 1'000'000'000'000'000'000) : alpha_near(centre, 1000));
      }
      record.ratings.push_back(rating);
    }
    const unsigned long usual = 1 + below(5);
    for (std::size_t i = 0; i < scheme_.management_points.size(); ++i) {
      record.levels.push_back(static_cast<int>(one_in(3) ? 1 + below(5) : usual));
    }
    return record;
  }

  unsigned long below(unsigned long bound) { return engine_() % bound; }
  bool one_in(unsigned long n) { return below(n) == 0; }

 private:
  // Within 0.05 of `centre` thousandths.
  mpq_class alpha_near(unsigned long centre, unsigned long unit) {
    const unsigned long low = centre < 50 ? 0 : centre - 50;
    const unsigned long high = std::min(centre + 50, 1000UL);
    return ratio(unit / 1000 * low + below(unit / 1000 * (high - low) + 1), unit);
  }

  const naive::scheme& scheme_;
  std::mt19937_64 engine_{2026};
};

/// A record of a single rating whose service score is `score` exactly, on single_items.
naive::record single(const mpq_class& score, int item_level) {
  naive::record record;
  record.ratings = {{"A1", {score / 100}}};
  record.levels = {item_level};
  record.conforming = true;
  return record;
}

grading grade_on(const scheme& scheme, const assessment& assessment, const readings& values = {}) {
  return grade(scheme, assessment, readings_in_use{values, {}});
}

}  // namespace

TEST_CASE("5.1 to 5.3: an assessment graded the whole way") {
  const scheme scheme = example::tbsc94_2026();
  assessment assessment = example::uniform(scheme, "0.9", 3);
  example::add_rating(assessment, "A2", "0.95");
  example::add_rating(assessment, "A3", "0.9227");
  const grading grading = grade_on(scheme, assessment);
  CHECK(grading.score.to_string() == "27727/300");
  CHECK(grading.shown.to_string() == "92.42");
  CHECK_FALSE(grading.compared);
  CHECK(grading.total->to_string() == "87");
  CHECK(*grading.level == level(3));
  CHECK(grading.grade == std::size_t{0});
  CHECK(example::names_in(grading.depends_on) ==
        std::set<std::string>{"grade-conditions", "management-shortfall", "row-grade"});
  CHECK_FALSE(grading.conformity_assumed);
  CHECK_FALSE(grading.edition_assumed);
}

// The compared score is there beside the exact one.
TEST_CASE("5.3: the compared score is given under every rounded value") {
  const scheme scheme = example::tbsc94_2026();
  const readings rounded = readings().with(reading::limit_comparison, 1);
  CHECK(grade_on(scheme, example::uniform(scheme, "0.895", 4), rounded).compared->to_string() == "90");
  CHECK(grade_on(scheme, example::uniform(scheme, "0.895", 4), rounded).shown.to_string() == "89.50");
  const tbsc94::scheme tenths = example::in_tenths();
  CHECK(grade_on(tenths, example::uniform(tenths, "0.9", 4), rounded).compared->to_string() == "90.0");
  const auto compared_to = [&](std::size_t index) {
    const readings values = readings().with(reading::limit_comparison, index);
    return grade_on(scheme, example::uniform(scheme, "0.89945", 4), values).compared->to_string();
  };
  CHECK(compared_to(2) == "89.9");
  CHECK(compared_to(3) == "89.94");
}

// What is not stated is assumed, and the result says so.
TEST_CASE("5.2, 5.3: what is assumed") {
  const scheme scheme = example::tbsc94_2026();
  assessment assessment = example::uniform(scheme, "0.9", 4);
  assessment.conformity.reset();
  assessment.names_edition = false;
  CHECK(grade_on(scheme, assessment).conformity_assumed);
  CHECK(grade_on(scheme, assessment).edition_assumed);
  CHECK(grade_on(scheme, assessment).grade == std::size_t{1});
  assessment.conformity = conformity::nonconforming;
  assessment.names_edition = true;
  CHECK_FALSE(grade_on(scheme, assessment).conformity_assumed);
  CHECK_FALSE(grade_on(scheme, assessment).edition_assumed);
  CHECK_FALSE(grade_on(scheme, assessment).grade);
  CHECK(grade_on(scheme, assessment).depends_on.empty());
}

// 5.2.2: reported, and never decides.
TEST_CASE("5.2.2: the quality management system audit never decides") {
  const scheme scheme = example::tbsc94_2026();
  assessment assessment = example::uniform(scheme, "0.9", 4);
  for (const qms_audit audit : {qms_audit::full, qms_audit::partly_waived}) {
    assessment.qms_audit = audit;
    CHECK(grade_on(scheme, assessment).grade == std::size_t{1});
  }
}

TEST_CASE("5.3: a scheme without a maturity part has no total and no level") {
  const scheme scheme = example::without_maturity();
  const assessment assessment = example::uniform(scheme, "0.6", 1);
  const grading grading = grade_on(scheme, assessment);
  CHECK_FALSE(grading.total);
  CHECK_FALSE(grading.level);
  CHECK(grading.grade == std::size_t{0});
  const derivation all = derive(scheme, assessment, grading, {});
  CHECK(all.chapters.empty());
  CHECK(all.requirements.size() == 1);
  CHECK_FALSE(all.next);
}

// A reading that the body has settled is no longer listed, one that is merely set is.
TEST_CASE("readings: settled readings leave depends_on") {
  const scheme scheme = example::tbsc94_2026();
  const assessment assessment = example::uniform(scheme, "0.9", 3);
  const auto depends_on = [&](const readings_in_use& in_use) {
    return example::names_in(grade(scheme, assessment, in_use).depends_on);
  };
  readings_in_use in_use;
  in_use.settled[static_cast<std::size_t>(reading::grade_conditions)] = {"TC 2026-03", "2026-03-01"};
  CHECK(depends_on(in_use) == std::set<std::string>{"management-shortfall", "row-grade", "shared-boundary"});
  in_use.settled[static_cast<std::size_t>(reading::row_grade)] = {"TC 2026-03", "2026-03-01"};
  CHECK(depends_on(in_use) == std::set<std::string>{"management-shortfall", "shared-boundary"});
  in_use.settled[static_cast<std::size_t>(reading::management_shortfall)] = {"TC 2026-04", "2026-04-01"};
  in_use.settled[static_cast<std::size_t>(reading::shared_boundary)] = {"TC 2026-04", "2026-04-01"};
  CHECK(depends_on(in_use).empty());
  in_use = {};
  in_use.values = in_use.values.with(reading::row_grade, 1);
  CHECK(depends_on(in_use) == std::set<std::string>{"row-grade"});
}

// Each other value, alone, is looked at: 89.96 is 90 to no decimal and to one, and not to two.
TEST_CASE("readings: limit-comparison is listed where any of its values decides") {
  const scheme scheme = example::tbsc94_2026();
  const auto is_listed = [&](const char* alpha, std::size_t in_use) {
    const readings values = readings().with(reading::limit_comparison, in_use);
    return grade_on(scheme, example::uniform(scheme, alpha, 4), values).depends_on.has(reading::limit_comparison);
  };
  for (const std::size_t in_use : {0U, 1U, 2U, 3U}) {
    CHECK(is_listed("0.8996", in_use));
    CHECK(is_listed("0.895", in_use));
    CHECK(is_listed("0.89995", in_use));
    CHECK_FALSE(is_listed("0.9", in_use));
    CHECK_FALSE(is_listed("0.8949", in_use));
    CHECK_FALSE(is_listed("0.85", in_use));
  }
}

// 90.5 over the ratings, 89 over the occasions, and over the assessors, of whom each came once, 90.5 again.
TEST_CASE("readings: mean-over is listed where the occasions decide") {
  const scheme scheme = example::tbsc94_2026();
  assessment assessment = example::uniform(scheme, "0.92", 4);
  for (const char* alpha : {"0.92", "0.92", "0.86"}) {
    example::add_rating(assessment, alpha, alpha);
    assessment.ratings.back() = {std::to_string(assessment.ratings.size()), assessment.ratings.size() < 4 ? "1" : "2"};
  }
  const grading over_ratings = grade_on(scheme, assessment);
  CHECK(over_ratings.score.to_string() == "90.5");
  CHECK(over_ratings.grade == std::size_t{1});
  CHECK(over_ratings.depends_on.has(reading::mean_over));
  const grading over_occasions = grade_on(scheme, assessment, readings().with(reading::mean_over, 2));
  CHECK(over_occasions.score.to_string() == "89");
  CHECK(over_occasions.grade == std::size_t{0});
  CHECK(over_occasions.depends_on.has(reading::mean_over));
  CHECK(grade_on(scheme, assessment, readings().with(reading::mean_over, 1)).score.to_string() == "90.5");
  // One that names no occasion counts as one of its own.
  assessment.ratings.back().occasion.clear();
  CHECK(grade_on(scheme, assessment, readings().with(reading::mean_over, 2)).score.to_string() == "89");
  for (rating& each : assessment.ratings) {
    each.occasion.clear();
  }
  CHECK(grade_on(scheme, assessment, readings().with(reading::mean_over, 2)).score.to_string() == "90.5");
}

// 5.1.2: the other mean gives another grade.
TEST_CASE("readings: mean-over is listed where it decides") {
  const scheme scheme = example::tbsc94_2026();
  assessment assessment = example::uniform(scheme, "0.92", 4);
  example::add_rating(assessment, "A2", "0.88");
  example::add_rating(assessment, "A2", "0.88");
  const grading over_ratings = grade_on(scheme, assessment);
  CHECK(over_ratings.score.to_string() == "268/3");
  CHECK(over_ratings.grade == std::size_t{0});
  CHECK(over_ratings.depends_on.has(reading::mean_over));
  CHECK_FALSE(over_ratings.depends_on.has(reading::not_applicable));
  const grading over_assessors = grade_on(scheme, assessment, readings().with(reading::mean_over, 1));
  CHECK(over_assessors.score.to_string() == "90");
  CHECK(over_assessors.grade == std::size_t{1});
  CHECK(over_assessors.depends_on.has(reading::mean_over));
}

TEST_CASE("5.1 to 5.3: the derivation holds together with its result") {
  const scheme scheme = example::tbsc94_2026();
  assessment assessment = example::uniform(scheme, "0.92", 3);
  example::add_rating(assessment, "A2", "0.88");
  example::add_rating(assessment, "A2", "0.88");
  for (const naive::readings& others : example::all_combinations()) {
    const readings readings = example::readings_of(others);
    const grading grading = grade_on(scheme, assessment, readings);
    const derivation all = derive(scheme, assessment, grading, readings);
    CHECK(all.service.whole.percentage == grading.score);
    CHECK(all.service.items.size() == 19);
    REQUIRE(all.chapters.size() == 7);
    CHECK(all.chapters[3].points.to_string() == "24");
    CHECK(all.requirements.size() == 3);
    REQUIRE(all.next);
    CHECK(all.next->grade == (grading.grade ? *grading.grade + 1 : 1));
  }
}

TEST_CASE("5.1 to 5.3: random assessments agree with the naive implementation") {
  const std::vector<naive::readings> combinations = example::all_combinations();
  for (const scheme& scheme :
       {example::tbsc94_2026(), example::in_tenths(), example::without_maturity(), example::single_items()}) {
    const naive::scheme numbers = naive::numbers_of(scheme);
    records random(numbers);
    for (int round = 0; round < 150; ++round) {
      const naive::record record = random.next();
      const naive::readings& readings = combinations[random.below(combinations.size())];
      const naive::readings& settled =
          random.one_in(3) ? combinations[random.below(combinations.size())] : naive::readings();
      const std::string found = difference(scheme, numbers, record, readings, settled);
      INFO(scheme.id << ", round " << round);
      REQUIRE(found.empty());
    }
  }
}

// A mean that lies a hair beside a limit, or beside a tie of its rounding.
TEST_CASE("5.3: scores a hair beside limits and ties agree with the naive implementation") {
  const scheme scheme = example::single_items();
  const naive::scheme numbers = naive::numbers_of(scheme);
  const std::vector<naive::readings> pairs = example::pairs_of_values();
  const mpq_class unit = ratio(1, 1'000'000'000'000'000'000);  // of α: 10^-16 of the score
  for (const char* point : {"0.595", "0.6", "0.795", "0.8", "0.895", "0.9", "0.945", "0.95", "0.79995", "0.80005",
                            "0.89985", "0.89995", "0.90005", "0.94995", "0.95005", "1"}) {
    for (const int thirds : {-1, 0, 1}) {  // thirds of the smallest step, as means of three ratings give
      if (std::string(point) == "1" && thirds > 0) {
        continue;
      }
      for (const int item_level : {2, 3, 4}) {
        naive::record record = single(naive::number(point) * 100, item_level);
        record.ratings = {
            {"A1", {naive::number(point)}}, {"A2", {naive::number(point)}}, {"A1", {naive::number(point)}}};
        record.ratings[1].alpha[0] += thirds * unit;
        for (const naive::readings& readings : pairs) {
          const std::string found = difference(scheme, numbers, record, readings);
          if (!found.empty()) {
            FAIL(point << " and " << thirds << " thirds at level " << item_level << ": " << found);
          }
        }
      }
    }
  }
}

namespace {

// A combination, and each reading with the combinations that differ from it in that one alone.
struct combination {
  naive::readings others;
  readings_in_use in_use;
  std::vector<std::pair<reading, std::vector<naive::readings>>> beside;
};

std::vector<combination> combinations_and_neighbours() {
  std::vector<combination> result;
  for (const naive::readings& others : example::all_combinations()) {
    combination& added = result.emplace_back(combination{others, {example::readings_of(others), {}}, {}});
    for (const auto& [name, values] : naive::all_values()) {
      auto& beside = added.beside.emplace_back(*find_reading(name), std::vector<naive::readings>()).second;
      for (const std::string& value : values) {
        beside.push_back(naive::with(others, name, value));
      }
    }
  }
  return result;
}

// Grades every `step`th hundredth of a score under every `skip`th combination of the readings, and holds grade,
// depends_on and shown score against the naive verdict in whole hundredths.
void sweep(int first, int last, int step, std::size_t skip) {
  const scheme scheme = example::single_items();
  static const std::vector<combination> all = combinations_and_neighbours();
  std::size_t graded = 0;
  for (int score = first; score <= last; score += step) {
    assessment assessment;
    assessment.names_edition = true;
    assessment.ratings = {{"A1", ""}};
    assessment.alphas = {*alpha::from(numeral{static_cast<std::uint64_t>(score), -4, false, false})};
    const std::string whole = std::to_string(score / 100);
    const std::string rest = std::to_string(score % 100);
    const std::string shown = whole + (rest.size() == 1 ? ".0" : ".") + rest;
    for (int item_level = 1; item_level <= 5; ++item_level) {
      assessment.levels = {level(static_cast<unsigned>(item_level))};
      // All of them in a few steps of the score, so that each meets every level.
      for (std::size_t bits = static_cast<std::size_t>(score + item_level) % skip; bits < all.size(); bits += skip) {
        const auto& [others, in_use, beside] = all[bits];
        for (const bool nonconforming : {false, true}) {
          if (nonconforming) {
            assessment.conformity = conformity::nonconforming;
          } else if (bits % 3 == 0) {
            assessment.conformity.reset();
          } else {
            assessment.conformity = conformity::conforming;
          }
          const grading grading = grade(scheme, assessment, in_use);
          ++graded;
          const int expected = naive::verdict_in_hundredths(score, item_level, nonconforming, others);
          bool right = (grading.grade ? static_cast<int>(*grading.grade) + 1 : 0) == expected &&
                       grading.shown.to_string() == shown &&
                       grading.level == level(static_cast<unsigned>(item_level)) &&
                       grading.compared.has_value() == others.contains("limit-comparison") &&
                       grading.conformity_assumed == !assessment.conformity;
          for (const auto& [which, values] : beside) {
            const bool changes = std::ranges::any_of(values, [&](const naive::readings& each) {
              return naive::verdict_in_hundredths(score, item_level, nonconforming, each) != expected;
            });
            right = right && grading.depends_on.has(which) == changes;
          }
          if (!right) {
            FAIL(shown << " at level " << item_level << ", readings " << bits << ", nonconforming " << nonconforming);
          }
        }
      }
    }
  }
  CHECK(graded >= 320);
}

}  // namespace

TEST_CASE("5.3: scores around the limits, every level and every combination of readings") {
  for (const int limit : {6000, 8000, 9000, 9500}) {
    for (const int away : {-50, -5, 0, 5, 50}) {
      sweep(limit + away - 1, limit + away + 1, 1, 5);
    }
  }
  sweep(0, 10000, 1250, 5);
}

TEST_CASE("5.3: every score in hundredths, every level and every combination of readings", "[sweep]") {
  sweep(0, 10000, 1, 61);
}

// Under the default readings, raising any α or any level never lowers the grade.
TEST_CASE("5.3: raising an α or a level never lowers the grade under the default readings") {
  std::size_t raised = 0;
  for (const scheme& scheme : {example::tbsc94_2026(), example::in_tenths()}) {
    const naive::scheme numbers = naive::numbers_of(scheme);
    records random(numbers);
    std::size_t lowered = 0;
    for (int round = 0; round < 300; ++round) {
      assessment assessment = example::assessment_of(random.next());
      int before = -1;
      for (int step = 0; step < 12; ++step) {
        const grading grading = grade_on(scheme, assessment);
        const int now = grading.grade ? static_cast<int>(*grading.grade) : -1;
        lowered += now < before ? 1 : 0;
        raised += now > before && step > 0 ? 1 : 0;
        before = now;
        const std::size_t item = random.below(scheme.service.items.size());
        if (random.one_in(2)) {
          const std::size_t rating = random.below(assessment.ratings.size());  // one of them alone, or all
          const bool alone = random.one_in(2);
          for (std::size_t r = 0; r < assessment.ratings.size() && assessment.is_applicable(item); ++r) {
            alpha& value = assessment.alphas[r * scheme.service.items.size() + item];
            value = alone && r != rating
                        ? value
                        : *alpha::from(numeral{value.units() + random.below(1'000'000'000'000'000'001 - value.units()),
                                               -18, false, false});
          }
        } else {
          maturity_level& value = assessment.levels[random.below(assessment.levels.size())];
          value = level(std::min(value.number() + 1, 5U));
        }
      }
    }
    CHECK(lowered == 0);
  }
  CHECK(raised > 50);
}

namespace {

// The values that break it, alone: one step of a hundredth or of a level, on a grid round the limits.
std::set<std::string> values_that_lower() {
  const grade_table table = example::tbsc94_2026().grades;
  const auto graded = [&](int score, unsigned number, const readings& values) {
    const grounds grounds{fraction(decimal(static_cast<std::uint64_t>(score), 2)), level(number), {}};
    const grade_index grade = decide(table, grounds, values);
    return grade ? static_cast<int>(*grade) : -1;
  };
  std::set<std::string> lowering;
  std::vector<std::pair<std::string, readings>> all{{"", {}}};
  for (const reading which : all_readings) {
    for (const readings& other : readings().others(which)) {
      all.emplace_back(other.value(which), other);
    }
  }
  for (const auto& [name, values] : all) {
    for (int score = 5900; score <= 10000; ++score) {
      for (unsigned number = 1; number <= 5; ++number) {
        const int now = graded(score, number, values);
        const bool by_score = score < 10000 && graded(score + 1, number, values) < now;
        const bool by_level = number < 5 && graded(score, number + 1, values) < now;
        if (by_score || by_level) {
          lowering.insert(name);
        }
      }
    }
  }
  return lowering;
}

}  // namespace

// lower-row: 90.00 at level 3 is AAAA, 90.01 is AAA. no-grade: 89.99 at level 3 is AAA, 90.00 is none.
TEST_CASE("5.3: of all values, two alone can lower a grade where a score is raised") {
  CHECK(values_that_lower() == std::set<std::string>{"lower-row", "no-grade"});
}
