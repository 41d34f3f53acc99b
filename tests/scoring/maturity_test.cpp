#include "tbsc94/maturity.hpp"

#include <random>
#include <set>

#include "catch.hpp"
#include "scoring/example_assessment.hpp"

using namespace tbsc94;
using example::level;

namespace {

std::vector<maturity_level> all_at(std::size_t items, unsigned number) {
  return std::vector<maturity_level>(items, level(number));
}

}  // namespace

// points = points due × item level ÷ 5: 1 to 5 for 5 points, 2 to 10 for 10.
TEST_CASE("Appendix 3: points of an item at each level") {
  for (unsigned number = 1; number <= 5; ++number) {
    CHECK(maturity_points(decimal(5), level(number)).to_string() == std::to_string(number));
    CHECK(maturity_points(decimal(10), level(number)).to_string() == std::to_string(2 * number));
  }
  CHECK(maturity_points(decimal(1), level(1)).to_string() == "0.2");
  CHECK(maturity_points(decimal(1), level(4)).to_string() == "0.8");
  CHECK(maturity_points(decimal(25, 1), level(3)).to_string() == "1.5");
  CHECK(maturity_points(decimal(333, 1), level(2)).to_string() == "13.32");
  CHECK(maturity_points(decimal(333, 1), level(5)).to_string() == "33.3");
  CHECK(maturity_points(decimal(1, 2), level(1)).to_string() == "0.002");
}

TEST_CASE("Appendix 3: the total is 29 where every item is at level 1, and 145 at level 5") {
  const maturity_part part = *example::tbsc94_2026().maturity;
  CHECK(management_total(part, all_at(21, 1)).to_string() == "29");
  CHECK(management_total(part, all_at(21, 2)).to_string() == "58");
  CHECK(management_total(part, all_at(21, 3)).to_string() == "87");
  CHECK(management_total(part, all_at(21, 4)).to_string() == "116");
  CHECK(management_total(part, all_at(21, 5)).to_string() == "145");
}

// [20,45) 1 · [45,70) 2 · [70,95) 3 · [95,105) 4 · [105,145] 5
TEST_CASE("Appendix 3: each total from 29 to 145 can be reached, and has its level") {
  const scheme scheme = example::tbsc94_2026();
  const maturity_part& part = *scheme.maturity;
  std::vector<maturity_level> levels = all_at(21, 1);
  std::set<std::uint64_t> seen;
  const auto look = [&] {
    const decimal total = management_total(part, levels);
    const std::uint64_t points = total.digits();
    const unsigned expected = points < 45 ? 1 : points < 70 ? 2 : points < 95 ? 3 : points < 105 ? 4 : 5;
    CHECK(total.places() == 0);
    CHECK(management_level(part, total).number() == expected);
    seen.insert(points);
  };
  // One level up at a time; at each, one item of 5 points up and down for the totals between.
  look();
  for (std::size_t i = 21; i-- > 0;) {
    while (levels[i].number() < 5) {
      levels[i] = level(levels[i].number() + 1);
      look();
      if (i > 0 && levels[0].number() == 1) {
        levels[0] = level(2);
        look();
        levels[0] = level(1);
      }
    }
  }
  CHECK(seen.size() == 117);
  CHECK(*seen.begin() == 29);
  CHECK(*seen.rbegin() == 145);
}

TEST_CASE("Appendix 3: each band from both sides of both its ends") {
  const maturity_part part = *example::tbsc94_2026().maturity;
  const auto level_of = [&](const decimal& total) { return management_level(part, total).number(); };
  CHECK(level_of(decimal(20)) == 1);
  CHECK(level_of(decimal(44)) == 1);
  CHECK(level_of(decimal(4499, 2)) == 1);
  CHECK(level_of(decimal(45)) == 2);
  CHECK(level_of(decimal(4501, 2)) == 2);
  CHECK(level_of(decimal(6999, 2)) == 2);
  CHECK(level_of(decimal(70)) == 3);
  CHECK(level_of(decimal(9499, 2)) == 3);
  CHECK(level_of(decimal(95)) == 4);
  CHECK(level_of(decimal(10499, 2)) == 4);
  CHECK(level_of(decimal(105)) == 5);
  CHECK(level_of(decimal(145)) == 5);
}

TEST_CASE("Appendix 3: points due with decimals, and bands with decimals") {
  const maturity_part part = *example::in_tenths().maturity;
  // 2.5, 10 and 33.3 points due.
  const auto total = [&](unsigned a, unsigned b, unsigned c) {
    return management_total(part, std::vector<maturity_level>{level(a), level(b), level(c)});
  };
  CHECK(total(1, 1, 1).to_string() == "9.16");
  CHECK(total(5, 5, 5).to_string() == "45.8");
  CHECK(total(2, 3, 4).to_string() == "33.64");
  CHECK(management_level(part, total(1, 1, 1)).number() == 1);
  CHECK(management_level(part, decimal(1224, 2)).number() == 1);
  CHECK(management_level(part, decimal(1225, 2)).number() == 2);
  CHECK(management_level(part, decimal(3332, 2)).number() == 3);
  CHECK(management_level(part, decimal(3333, 2)).number() == 5);
}

TEST_CASE("Appendix 3: a chapter's points and points due") {
  const maturity_part part = *example::tbsc94_2026().maturity;
  std::vector<maturity_level> levels = all_at(21, 3);
  levels[0] = level(5);   // 1.1
  levels[9] = level(1);   // 4.1
  levels[20] = level(4);  // 7.2
  const std::vector<chapter_line> lines = chapters_of(part, levels);
  const std::vector<std::pair<const char*, const char*>> expected{{"14", "20"}, {"9", "15"},  {"6", "10"}, {"20", "40"},
                                                                  {"12", "20"}, {"18", "30"}, {"7", "10"}};
  REQUIRE(lines.size() == 7);
  for (std::size_t i = 0; i < 7; ++i) {
    INFO("chapter " << i + 1);
    CHECK(lines[i].points.to_string() == expected[i].first);
    CHECK(lines[i].points_due.to_string() == expected[i].second);
  }

  const std::vector<chapter_line> tenths =
      chapters_of(*example::in_tenths().maturity, std::vector<maturity_level>{level(1), level(2), level(3)});
  REQUIRE(tenths.size() == 2);
  CHECK(tenths[0].points.to_string() == "4.5");
  CHECK(tenths[0].points_due.to_string() == "12.5");
  CHECK(tenths[1].points.to_string() == "19.98");
  CHECK(tenths[1].points_due.to_string() == "33.3");
}

TEST_CASE("Appendix 3: random levels agree with the naive implementation") {
  std::mt19937_64 engine(3);
  for (const scheme& scheme : {example::tbsc94_2026(), example::in_tenths()}) {
    const naive::scheme numbers = naive::numbers_of(scheme);
    for (int round = 0; round < 300; ++round) {
      naive::record record;
      for (std::size_t i = 0; i < numbers.management_points.size(); ++i) {
        record.levels.push_back(static_cast<int>(engine() % 5 + 1));
      }
      const assessment assessment = example::assessment_of(record);
      const decimal total = management_total(*scheme.maturity, assessment.levels);
      const mpq_class expected = naive::management_total(numbers, record.levels);
      CHECK((total.to_string() == naive::exact(expected)));
      CHECK((static_cast<int>(management_level(*scheme.maturity, total).number()) ==
             naive::management_level(numbers, expected)));
    }
  }
}
