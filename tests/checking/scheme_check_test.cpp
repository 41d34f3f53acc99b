// What a scheme's own data betrays.
#include "checking/scheme_check.hpp"

#include "catch.hpp"
#include "scoring/example_scheme.hpp"
#include "tbsc94/maturity.hpp"

namespace {

using namespace tbsc94;
using ::example::level;

std::vector<scheme_remark> of_kind(const scheme& scheme, oddity kind) {
  std::vector<scheme_remark> found = check(scheme);
  std::erase_if(found, [&](const scheme_remark& each) { return each.kind != kind; });
  return found;
}

scheme_remark only(const scheme& scheme, oddity kind) {
  const auto found = of_kind(scheme, kind);
  REQUIRE(found.size() == 1);
  REQUIRE_FALSE(found[0].examples.empty());
  return found[0];
}

std::string total_of(const tbsc94::example& example) { return example.grading.total->to_string(); }

// A scheme with nothing odd but the gaps that printed ends leave: the levels' totals are where the bands
// begin, and each row is one grade's.
scheme in_order() {
  scheme scheme = ::example::single_items();
  scheme.maturity->bands.front().from = decimal(29);
  scheme.grades.places = 2;
  scheme.grades.rows = {{decimal(60), decimal(7999, 2), level(2)},
                        {decimal(80), decimal(8999, 2), level(3)},
                        {decimal(90), decimal(9499, 2), level(4)},
                        {decimal(95), std::nullopt, level(5)}};
  scheme.grades.grades = {{"D", decimal(60), decimal(7999, 2)},
                          {"C", decimal(80), decimal(8999, 2)},
                          {"B", decimal(90), decimal(9499, 2)},
                          {"A", decimal(95), std::nullopt}};
  return scheme;
}

}  // namespace

TEST_CASE("the figures of CTS TBSC94-2026 betray nine things, in the order of its lists", "[scheme_check]") {
  std::vector<oddity> kinds;
  for (const scheme_remark& each : check(::example::tbsc94_2026())) {
    kinds.push_back(each.kind);
  }
  CHECK(kinds == std::vector{oddity::totals_begin_later, oddity::out_of_proportion, oddity::gap, oddity::shared_limit,
                             oddity::row_without_grade, oddity::level_not_asked, oddity::gap, oddity::gap,
                             oddity::condition_adds_nothing});
}

TEST_CASE("row-grade=by-order has no effect where rows and grades differ in number", "[scheme_check]") {
  scheme scheme = in_order();
  CHECK(of_kind(scheme, oddity::order_without_effect).empty());
  scheme.grades.rows.pop_back();
  REQUIRE(of_kind(scheme, oddity::order_without_effect).size() == 1);
  CHECK(of_kind(scheme, oddity::order_without_effect)[0].index == 2);
  scheme.maturity.reset();  // rows ask nothing
  CHECK(of_kind(scheme, oddity::order_without_effect).empty());
}

TEST_CASE("decimals are no finer than the limits that are printed", "[scheme_check]") {
  scheme scheme = in_order();  // 2, and 79.99
  CHECK(of_kind(scheme, oddity::places_not_printed).empty());
  for (std::size_t i = 0; i < 3; ++i) {
    scheme.grades.rows[i].to = scheme.grades.grades[i].to = decimal(i == 2 ? 949 : 79 + 10 * i, i == 2 ? 1 : 0);
  }
  const auto found = of_kind(scheme, oddity::places_not_printed);
  REQUIRE(found.size() == 1);
  CHECK(found[0].from == decimal(1));
  CHECK(found[0].to == decimal(2));
  CHECK(found[0].clause == "5.3");
  scheme.grades.places = 1;
  CHECK(of_kind(scheme, oddity::places_not_printed).empty());
}

TEST_CASE("an edition takes effect on the day on which it is published, or later", "[scheme_check]") {
  scheme scheme = in_order();
  scheme.published = "2026-01-08";
  for (const auto& [effective, remarks] : {std::pair("2026-01-07", 1), {"2026-01-08", 0}, {"2026-02-01", 0}}) {
    scheme.effective = effective;
    CHECK(of_kind(scheme, oddity::effective_before).size() == static_cast<std::size_t>(remarks));
  }
}

TEST_CASE("bands that begin below the least total, or end above the highest", "[scheme_check]") {
  scheme scheme = in_order();
  CHECK(of_kind(scheme, oddity::totals_begin_later).empty());
  CHECK(of_kind(scheme, oddity::values_unreached).empty());
  scheme.maturity->bands.front().from = decimal(28);
  const scheme_remark below = only(scheme, oddity::totals_begin_later);
  CHECK(below.from == decimal(28));
  CHECK(below.to == decimal(29));
  CHECK(below.clause == "Appendix 3");
  CHECK(total_of(below.examples[0]) == "29");
  scheme.maturity->bands.back().end = decimal(146);
  const scheme_remark above = only(scheme, oddity::values_unreached);
  CHECK(above.list == scheme_list::bands);
  CHECK(above.index == 4);
  CHECK(above.from == decimal(145));
  CHECK(above.to == decimal(146));
  CHECK(total_of(above.examples[0]) == "145");
}

TEST_CASE("a band is reached by any sum of item levels, and by no other total", "[scheme_check]") {
  scheme scheme = ::example::tbsc94_2026();
  // Two items, 5 and 15 points due: totals 4 to 20 in steps of 1 and 3, so 5 = 2 + 3 but no 4.5.
  scheme.maturity->table = ::example::table("Appendix 3", 0, {{"1", {5, 15}}});
  scheme.maturity->bands = {{level(1), decimal(4), decimal(45, 1)},
                            {level(2), decimal(45, 1), decimal(5)},
                            {level(3), decimal(5), decimal(11)},
                            {level(4), decimal(11), decimal(12)},
                            {level(5), decimal(12), decimal(20)}};
  const scheme_remark remark = only(scheme, oddity::entry_unreached);
  CHECK(remark.list == scheme_list::bands);
  CHECK(remark.index == 1);
  CHECK(remark.level == level(2));
  // 11 is 2 + 9 and 5 + 6: what asks level 4 there can be reached.
  scheme.maturity->bands[1].end = scheme.maturity->bands[2].from = decimal(6);
  CHECK(of_kind(scheme, oddity::entry_unreached).empty());
  for (const scheme_remark& each : check(scheme)) {
    for (const auto& example : each.examples) {
      CHECK(management_level(*scheme.maturity, *example.grading.total) == *example.grading.level);
    }
  }
}

TEST_CASE("where sums of item levels are more than 100,000 steps apart, a band is taken as reached", "[scheme_check]") {
  scheme scheme = in_order();
  // Totals from 5 on, the next 6.2502: none of 5.5 to 6, none above 25.
  scheme.maturity->bands = {{level(1), decimal(5), decimal(55, 1)},
                            {level(2), decimal(55, 1), decimal(6)},
                            {level(3), decimal(6), decimal(11)},
                            {level(4), decimal(11), decimal(26)},
                            {level(5), decimal(26), decimal(30)}};
  const auto of_items = [&](std::uint64_t first, std::uint64_t second) {
    scheme.maturity->table = ::example::table("Appendix 3", 3, {{"1", {first, second}}});
    return of_kind(scheme, oddity::entry_unreached);
  };
  // 4 × 25,000 steps: both bands, and the grade that asks level 5.
  const auto found = of_items(6251, 18749);
  REQUIRE(found.size() == 3);
  CHECK(found[0].index == 1);
  CHECK(found[1].index == 4);
  CHECK(of_items(6251, 18750).empty());
}

TEST_CASE("a level without a band, and the grade that asks it", "[scheme_check]") {
  scheme scheme = in_order();
  scheme.maturity->bands.pop_back();
  scheme.maturity->bands.back().end = decimal(145);
  CHECK(only(scheme, oddity::level_without_band).level == level(5));
  const scheme_remark grade = only(scheme, oddity::entry_unreached);
  CHECK(grade.list == scheme_list::grades);
  CHECK(grade.index == 3);
  CHECK(grade.examples[0].grading.grade == 2U);
  CHECK(grade.examples[0].grading.level == level(4));
}

TEST_CASE("levels and totals are out of proportion where all items at a level make another", "[scheme_check]") {
  scheme scheme = in_order();
  CHECK(of_kind(scheme, oddity::out_of_proportion).empty());
  scheme.maturity->bands[3].from = scheme.maturity->bands[2].end = decimal(117);
  const scheme_remark remark = only(scheme, oddity::out_of_proportion);
  CHECK(remark.level == level(4));
  REQUIRE(remark.examples.size() == 2);
  CHECK(total_of(remark.examples[0]) == "116");
  CHECK(remark.examples[0].grading.level == level(3));
  CHECK(total_of(remark.examples[1]) == "87");
  CHECK(remark.examples[1].grading.level == level(3));
}

TEST_CASE("printed ends: a gap, a limit in both, an overlap", "[scheme_check]") {
  scheme scheme = ::example::tbsc94_2026();
  const auto check_rows = [&](const std::optional<decimal>& end, oddity kind, const std::string& score) {
    scheme.grades.rows[1].to = end;
    for (const scheme_remark& each : of_kind(scheme, kind)) {
      if (each.list == scheme_list::rows && each.index == 1) {
        CHECK(each.clause == "5.3");
        CHECK(each.examples.at(0).grading.score.to_string() == score);
        return;
      }
    }
    FAIL("not found");
  };
  check_rows(decimal(89), oddity::gap, "89.6");
  check_rows(decimal(898, 1), oddity::gap, "89.9");  // no room for a score that rounds up to the limit
  check_rows(decimal(90), oddity::shared_limit, "90");
  check_rows(decimal(91), oddity::overlap, "90");
  check_rows(std::nullopt, oddity::overlap, "90");
}

TEST_CASE("how limits above 100 meet is not odd: no score is there", "[scheme_check]") {
  scheme scheme = in_order();
  const auto meet = [&](const decimal& end, const decimal& next) {
    scheme.grades.rows[2].to = end;
    scheme.grades.rows[3].from = next;
    std::vector<oddity> kinds;
    for (const scheme_remark& each : check(scheme)) {
      const bool is_of_neighbours =
          each.kind == oddity::gap || each.kind == oddity::shared_limit || each.kind == oddity::overlap;
      if (each.list == scheme_list::rows && each.index == 2 && is_of_neighbours) {
        kinds.push_back(each.kind);
      }
    }
    return kinds;
  };
  CHECK(meet(decimal(9999, 2), decimal(101)) == std::vector{oddity::gap});
  CHECK(meet(decimal(100), decimal(101)).empty());
  CHECK(meet(decimal(100), decimal(100)) == std::vector{oddity::shared_limit});
  CHECK(meet(decimal(101), decimal(101)).empty());
  CHECK(meet(decimal(102), decimal(100)) == std::vector{oddity::overlap});
  CHECK(meet(decimal(102), decimal(101)).empty());
}

TEST_CASE("scores end at 100", "[scheme_check]") {
  scheme scheme = in_order();
  const auto set_end = [&](const std::optional<decimal>& end) {
    scheme.grades.rows.back().to = scheme.grades.grades.back().to = end;
    return check(scheme).size() - of_kind(scheme, oddity::gap).size();
  };
  CHECK(set_end(decimal(100)) == 0);
  CHECK(set_end(decimal(9999, 2)) == 2);
  CHECK(of_kind(scheme, oddity::ends_early).size() == 2);
  CHECK(set_end(decimal(10001, 2)) == 2);
  CHECK(of_kind(scheme, oddity::values_unreached).size() == 2);
  // The same of lower limits
  set_end(std::nullopt);
  scheme.grades.grades.back().from = scheme.grades.rows.back().from = decimal(100);
  CHECK(of_kind(scheme, oddity::entry_unreached).empty());
  scheme.grades.grades.back().from = scheme.grades.rows.back().from = decimal(10001, 2);
  CHECK(of_kind(scheme, oddity::entry_unreached).size() == 2);
}

TEST_CASE("rows that say of no grade what level it asks", "[scheme_check]") {
  scheme scheme = in_order();
  CHECK(check(scheme).size() == of_kind(scheme, oddity::gap).size());
  scheme.grades.grades.erase(scheme.grades.grades.begin() + 2);
  const scheme_remark between = only(scheme, oddity::row_not_asked);
  CHECK(between.index == 2);
  CHECK(between.examples[0].grading.score.to_string() == "90");
  CHECK(between.examples[0].grading.level == level(3));
  CHECK(between.examples[0].grading.grade == 1U);  // C, which the row below allows
  scheme.grades.grades.erase(scheme.grades.grades.begin());
  const scheme_remark below = only(scheme, oddity::row_without_grade);
  CHECK(below.index == 0);
  CHECK(below.examples[0].grading.score.to_string() == "79.99");
  CHECK_FALSE(below.examples[0].grading.grade);
  // Where its last score has a grade, or there is none, the first one shows it.
  for (const std::optional<decimal>& end : {std::optional(decimal(85)), std::optional<decimal>()}) {
    scheme.grades.rows[0].to = end;
    const scheme_remark overlapping = only(scheme, oddity::row_without_grade);
    CHECK(overlapping.examples[0].grading.score.to_string() == "60");
    CHECK_FALSE(overlapping.examples[0].grading.grade);
  }
}

TEST_CASE("levels that are asked for nowhere, and conditions that add nothing", "[scheme_check]") {
  scheme scheme = in_order();
  scheme.grades.rows[2].level = level(3);
  const scheme_remark unasked = only(scheme, oddity::level_not_asked);
  CHECK(unasked.level == level(4));
  REQUIRE(unasked.examples.size() == 2);
  CHECK(unasked.examples[0].grading.level == level(4));
  CHECK(unasked.examples[1].grading.level == level(3));
  CHECK(unasked.examples[0].grading.grade == unasked.examples[1].grading.grade);
  const scheme_remark alike = only(scheme, oddity::condition_adds_nothing);
  CHECK(alike.index == 2);
  CHECK(alike.examples.at(0).grading.grade == 2U);
  CHECK(alike.examples.at(1).grading.grade == 1U);
  // Level 1, which everyone has
  scheme.grades.rows[0].level = level(1);
  const scheme_remark always = only(scheme, oddity::condition_never_decides);
  CHECK(always.index == 0);
  CHECK(always.examples[0].grading.level == level(1));
  CHECK(always.examples[0].grading.grade == 0U);
}

TEST_CASE("a level that nobody has, or everybody, need not be asked for", "[scheme_check]") {
  scheme scheme = in_order();
  scheme.grades.rows[0].level = level(3);
  CHECK(only(scheme, oddity::level_not_asked).level == level(2));
  // everybody has level 2, or a higher one
  const std::vector<maturity_band> bands = scheme.maturity->bands;
  scheme.maturity->bands.erase(scheme.maturity->bands.begin());
  scheme.maturity->bands.front().from = decimal(29);
  CHECK(of_kind(scheme, oddity::level_not_asked).empty());
  const scheme_remark lowest = only(scheme, oddity::out_of_proportion);
  CHECK(lowest.level == level(1));
  CHECK(lowest.examples.size() == 1);  // there is no level below
  // nobody has it
  scheme.maturity->bands = bands;
  scheme.maturity->bands.erase(scheme.maturity->bands.begin() + 1);
  scheme.maturity->bands.front().end = scheme.maturity->bands[1].from;
  CHECK(of_kind(scheme, oddity::level_not_asked).empty());
}

TEST_CASE("without a maturity part, only scores can be odd", "[scheme_check]") {
  CHECK(check(::example::without_maturity()).empty());
  scheme scheme = ::example::without_maturity();
  scheme.grades.grades[0].to = decimal(99);
  const scheme_remark remark = only(scheme, oddity::ends_early);
  CHECK(remark.list == scheme_list::grades);
  CHECK(remark.examples[0].assessment.levels.empty());
  // rows that share a limit, the second of which says nothing of a grade
  scheme.grades.rows = {{decimal(50), decimal(70), {}}, {decimal(70), {}, {}}};
  scheme.grades.grades[0].to.reset();
  REQUIRE(check(scheme).size() == 2);
  const scheme_remark shared = only(scheme, oddity::shared_limit);
  CHECK(shared.examples[0].grading.score.to_string() == "70");
  CHECK(shared.examples[0].assessment.levels.empty());
  const scheme_remark unasked = only(scheme, oddity::row_not_asked);
  CHECK(unasked.index == 1);
  CHECK(unasked.examples[0].assessment.levels.empty());
}
