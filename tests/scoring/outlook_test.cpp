#include "tbsc94/outlook.hpp"

#include <algorithm>
#include <limits>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "catch.hpp"
#include "scoring/example_assessment.hpp"

using namespace tbsc94;
using example::alpha_of;
using example::level;

namespace {

grading grade_on(const scheme& scheme, const assessment& assessment, const readings& values = {}) {
  return grade(scheme, assessment, readings_in_use{values, {}});
}

outlook outlook_on(const scheme& scheme, const assessment& assessment, const readings& values = {}) {
  const grading grading = grade_on(scheme, assessment, values);
  return look_out(scheme, assessment, grading, derive(scheme, assessment, grading, values), values);
}

/// "3.5 level 4 total 2", "none" where no grade is held.
std::string text_of(const std::optional<cushion>& cushion) {
  return cushion ? cushion->score.to_string() + " level " +
                       (cushion->level ? std::to_string(cushion->level->number()) : "-") + " total " +
                       (cushion->total ? cushion->total->to_string() : "-")
                 : "none";
}

// Each of these at its first other value, or "name=value".
readings with(std::initializer_list<std::string> others) {
  readings result;
  for (const std::string& each : others) {
    const std::size_t equals = each.find('=');
    const reading which = *find_reading(each.substr(0, equals));
    const std::string value(equals == std::string::npos ? names_of(which).values()[1] : each.substr(equals + 1));
    REQUIRE(result.set(which, value));
  }
  return result;
}

std::set<std::size_t> items_of(const fewest_raises& raises) {
  std::set<std::size_t> items;
  for (const auto& each : raises.items) {
    items.insert(each.item);
  }
  return items;
}

maturity_part part_of(const std::vector<std::uint64_t>& points, unsigned places) {
  maturity_part part;
  part.table = example::table("Appendix 3", places, {{"1", points}});
  return part;
}

/// What raises_for promises, by trying every way of raising.
class exhaustive {
 public:
  exhaustive(const std::vector<std::uint64_t>& points, const std::vector<unsigned>& levels, std::uint64_t fifths)
      : points_(points), levels_(levels), lacking_(fifths), raised_(points.size()) {
    attempt(0);
  }
  std::size_t count = std::numeric_limits<std::size_t>::max();
  std::set<std::size_t> items;

 private:
  void attempt(std::size_t item) {
    if (item < points_.size()) {
      for (raised_[item] = 0; levels_[item] + raised_[item] <= 5; ++raised_[item]) {
        attempt(item + 1);
      }
      return;
    }
    std::uint64_t gained = 0;
    std::size_t raises = 0;
    for (std::size_t i = 0; i < points_.size(); ++i) {
      gained += points_[i] * raised_[i];
      raises += raised_[i];
    }
    if (gained < lacking_ || raises > count) {
      return;
    }
    if (raises < count) {
      items.clear();
    }
    count = raises;
    for (std::size_t i = 0; i < points_.size(); ++i) {
      if (raised_[i] > 0) {
        items.insert(i);
      }
    }
  }

  const std::vector<std::uint64_t>& points_;
  const std::vector<unsigned>& levels_;
  std::uint64_t lacking_;  // in fifths of the points' last place, as a raise brings them
  std::vector<unsigned> raised_;
};

}  // namespace

// Points due − mean points, the largest first, equal ones in the order of Appendix 1.
TEST_CASE("Appendix 1: the service items by the points they lose") {
  const scheme scheme = example::tbsc94_2026();
  assessment assessment = example::uniform(scheme, "0.9", 3);
  assessment.alphas[3] = alpha_of("0.5");  // 2.1
  assessment.alphas[7] = alpha_of("1");    // 3.2
  example::add_rating(assessment, "A2", "0.9");
  assessment.not_applicable = {{4, "none"}};
  assessment.alphas[4] = assessment.alphas[19 + 4] = alpha();
  const std::vector<item_loss> losses = outlook_on(scheme, assessment, with({"not-applicable"})).losses;
  REQUIRE(losses.size() == 18);
  CHECK(losses[0].item == 3);  // 5 − 5 × 0.7
  CHECK(losses[0].points.to_string() == "1.5");
  CHECK(losses[1].item == 18);  // 8 × 0.1
  CHECK(losses[1].points.to_string() == "0.8");
  CHECK(losses[2].item == 1);  // 7 × 0.1
  CHECK(losses[2].points.to_string() == "0.7");
  CHECK(losses[3].item == 0);
  CHECK(losses[4].item == 2);
  CHECK(losses[16].item == 17);
  CHECK(losses[17].item == 7);
  CHECK(losses[17].points.to_string() == "0.25");
}

// The compared score above the grade's lower limit, the total above the lowest that gives the level asked.
TEST_CASE("5.3: the cushion above the limits held") {
  const scheme scheme = example::tbsc94_2026();
  const auto cushion = [&](const char* alpha, unsigned number, const readings& values = {}) {
    return text_of(outlook_on(scheme, example::uniform(scheme, alpha, number), values).cushion);
  };
  // Items at levels 3, 4 and 5 make totals of 87, 116 and 145; level 3 begins at 70, level 4 at 95.
  CHECK(cushion("0.8", 3) == "0 level 3 total 17");
  CHECK(cushion("0.9242", 4) == "2.42 level 4 total 21");
  CHECK(cushion("1", 5) == "5 level 4 total 50");
  CHECK(cushion("0.7999", 5) == "none");
  CHECK(cushion("0.9242", 2) == "none");
  // A lower grade by the level: above AAA's own limits.
  CHECK(cushion("0.9242", 3) == "12.42 level 3 total 17");
  // by-order asks level 2 for AAA, from 45; at exactly 90, lower-row asks level 3 for AAAA.
  CHECK(cushion("0.85", 3, with({"row-grade"})) == "5 level 2 total 42");
  CHECK(cushion("0.9", 3, with({"shared-boundary"})) == "0 level 3 total 17");
  // It is the compared score that counts: 89.5, compared as 90.
  CHECK(cushion("0.895", 4, with({"limit-comparison"})) == "0 level 4 total 21");
  CHECK(cushion("0.895", 4) == "9.5 level 3 total 46");

  assessment nonconforming = example::uniform(scheme, "1", 5);
  nonconforming.conformity = conformity::nonconforming;
  CHECK(text_of(outlook_on(scheme, nonconforming).cushion) == "none");

  const tbsc94::scheme without = example::without_maturity();
  CHECK(text_of(outlook_on(without, example::uniform(without, "0.625", 1)).cushion) == "2.5 level - total -");

  // 45.8 × 4 ÷ 5 = 36.64; A asks what the row from 70.5 asks, level 3, from 20.5.
  const tbsc94::scheme tenths = example::in_tenths();
  CHECK(text_of(outlook_on(tenths, example::uniform(tenths, "0.81", 4)).cushion) == "1 level 3 total 16.14");
}

// Take off the cushion and the grade is still held; take off a hair more and it is not.
TEST_CASE("5.3: the grade is held for as long as the cushion lasts") {
  const fraction hair(1, natural::power_of_ten(18));
  for (const scheme& scheme : {example::tbsc94_2026(), example::in_tenths()}) {
    for (const char* alpha : {"0.655", "0.7051", "0.8", "0.9", "0.9001", "0.95", "1"}) {
      for (unsigned number = 1; number <= 5; ++number) {
        const grading grading = grade_on(scheme, example::uniform(scheme, alpha, number));
        const auto cushion = cushion_of(scheme, grading, {});
        REQUIRE(cushion.has_value() == grading.grade.has_value());
        if (!cushion) {
          continue;
        }
        const fraction lowest = grading.score - cushion->score;
        const decimal total = (fraction(*grading.total) - fraction(*cushion->total)).rounded(9);
        const maturity_level least = management_level(*scheme.maturity, total);
        const maturity_level below = management_level(*scheme.maturity, decimal(total.digits() - 1, total.places()));
        CHECK(decide(scheme.grades, {lowest, least, {}}, {}) == grading.grade);
        CHECK(decide(scheme.grades, {lowest - hair, least, {}}, {}) < grading.grade);
        CHECK(decide(scheme.grades, {lowest, below, {}}, {}) < grading.grade);
      }
    }
  }
}

// A raise of an item brings points due ÷ 5: 2 for an item of 10 points, 1 for one of 5.
TEST_CASE("Appendix 3: the fewest raises to the level that the next grade asks") {
  const scheme scheme = example::tbsc94_2026();
  // 87 points; level 4 begins at 95: four items of 10 points, and nothing less will do.
  const outlook all_three = outlook_on(scheme, example::uniform(scheme, "0.92", 3));
  REQUIRE(all_three.raises);
  CHECK(all_three.raises->count == 4);
  CHECK(items_of(*all_three.raises) == std::set<std::size_t>{9, 10, 11, 14, 15, 16, 17, 18});
  for (const auto& each : all_three.raises->items) {
    CHECK(each.gain == decimal(2));
  }
  // 94 points: one raise of any item that is not at 5.
  assessment assessment = example::uniform(scheme, "0.92", 3);
  assessment.levels[9] = assessment.levels[10] = level(4);
  assessment.levels[0] = level(5);
  assessment.levels[4] = level(4);
  const outlook one = outlook_on(scheme, assessment);
  REQUIRE(one.raises);
  CHECK(one.raises->count == 1);
  CHECK(one.raises->items.size() == 20);
  CHECK(one.raises->items[0].item == 1);
  CHECK(one.raises->items[0].gain == decimal(1));

  // None are asked where the level is reached, where the highest grade is, and without a maturity part.
  CHECK_FALSE(outlook_on(scheme, example::uniform(scheme, "0.85", 4)).raises);
  CHECK_FALSE(outlook_on(scheme, example::uniform(scheme, "1", 5)).raises);
  const tbsc94::scheme without = example::without_maturity();
  CHECK_FALSE(outlook_on(without, example::uniform(without, "0.5", 1)).raises);
  // AAA asks level 3, and by-order level 2.
  CHECK(outlook_on(scheme, example::uniform(scheme, "0.75", 2)).raises->count == 6);  // 58 points, to 70
  CHECK_FALSE(outlook_on(scheme, example::uniform(scheme, "0.75", 2), with({"row-grade"})).raises);
  // The review does not stand in the way of knowing it.
  assessment.conformity = conformity::nonconforming;
  CHECK_FALSE(outlook_on(scheme, assessment).raises);  // AAA is held but for the review, and asks level 3
  assessment.levels.assign(21, level(2));
  CHECK(outlook_on(scheme, assessment).raises->count == 6);
}

TEST_CASE("Appendix 3: where no raises reach the level there are none") {
  const std::vector<maturity_level> levels{level(5), level(4)};
  CHECK(raises_for(part_of({5, 10}, 0), levels, decimal(2))->count == 1);
  CHECK_FALSE(raises_for(part_of({5, 10}, 0), levels, decimal(201, 2)));
  // A band begins above the highest total; no band has the level.
  scheme scheme = example::tbsc94_2026();
  scheme.maturity->bands[3].from = scheme.maturity->bands[2].end = decimal(146);
  scheme.maturity->bands[3].end = scheme.maturity->bands[4].from = decimal(150);
  CHECK(derive(scheme, example::uniform(scheme, "0.92", 5), grade_on(scheme, example::uniform(scheme, "0.92", 5)), {})
            .next->total == decimal(1));
  CHECK_FALSE(outlook_on(scheme, example::uniform(scheme, "0.92", 5)).raises);
  scheme.maturity->bands.resize(3);
  CHECK_FALSE(outlook_on(scheme, example::uniform(scheme, "0.92", 5)).raises);
}

// Fewer do not suffice; the items are those of all the ways, and no others.
TEST_CASE("Appendix 3: no fewer raises will do, against trying all") {
  std::mt19937_64 engine{94};
  const auto below = [&](std::uint64_t bound) { return engine() % bound; };
  std::size_t reached = 0;
  std::size_t not_all = 0;
  for (int round = 0; round < 3000; ++round) {
    std::vector<std::uint64_t> points;
    std::vector<unsigned> levels;
    std::vector<maturity_level> item_levels;
    for (std::uint64_t i = 1 + below(5); i > 0; --i) {
      points.push_back(1 + below(round % 2 == 0 ? 4 : 60));
      levels.push_back(static_cast<unsigned>(1 + below(5)));
      item_levels.push_back(level(levels.back()));
    }
    const unsigned places = static_cast<unsigned>(below(3));
    const std::uint64_t fifths = 1 + below(below(2) == 0 ? 40 : 300);
    const exhaustive expected(points, levels, fifths);
    const auto raises = raises_for(part_of(points, places), item_levels, decimal(2 * fifths, places + 1));
    CAPTURE(points, levels, fifths, places);
    REQUIRE(raises.has_value() == (expected.count != std::numeric_limits<std::size_t>::max()));
    if (raises) {
      REQUIRE(raises->count == expected.count);
      REQUIRE(items_of(*raises) == expected.items);
      ++reached;
      not_all += raises->items.size() < points.size() ? 1U : 0U;
    }
  }
  CHECK(reached > 1000);
  CHECK(not_all > 500);
}

TEST_CASE("the results under the other values of a reading") {
  const scheme scheme = example::tbsc94_2026();
  assessment assessment = example::uniform(scheme, "0.896", 4);
  const auto others = [&](reading which, const readings& in_use = {}) {
    return other_values_of(scheme, assessment, in_use, which);
  };
  const std::vector<other_value> limits = others(reading::limit_comparison);
  REQUIRE(limits.size() == 3);
  CHECK(limits[0].value == "rounded-value");
  CHECK(limits[0].index == 1);
  CHECK(limits[0].result->grade == std::size_t{1});
  CHECK(limits[0].result->compared == decimal(90));
  CHECK(limits[1].value == "rounded-to-1");
  CHECK(limits[1].result->grade == std::size_t{0});
  CHECK(limits[2].result->compared->to_string() == "89.60");
  CHECK(others(reading::row_grade)[0].result->grade == std::size_t{0});
  // From a value that is not the default, the default is another.
  CHECK(others(reading::limit_comparison, with({"limit-comparison=rounded-to-1"}))[0].value == "full-value");
  example::add_rating(assessment, "A1", "0.96");
  example::add_rating(assessment, "A2", "0.9");
  assessment.ratings[1].occasion = "3";
  const std::vector<other_value> means = others(reading::mean_over);
  REQUIRE(means.size() == 2);
  CHECK(means[0].result->score.to_string() == "91.4");  // (89.6 + 96) ÷ 2 and 90
  CHECK(means[1].result->score.to_string() == "91.3");  // 89.6 and (96 + 90) ÷ 2
  // Nothing is declared: both values give the same. What is declared is refused under the default.
  CHECK(others(reading::not_applicable)[0].result->score == grade_on(scheme, assessment).score);
  assessment.not_applicable = {{0, "none"}};
  CHECK_FALSE(others(reading::not_applicable, with({"not-applicable"}))[0].result);
  CHECK(others(reading::row_grade, with({"not-applicable"}))[0].result);
}
