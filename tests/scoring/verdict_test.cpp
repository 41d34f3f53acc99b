#include "tbsc94/verdict.hpp"

#include <string>
#include <vector>

#include "catch.hpp"
#include "scoring/example_assessment.hpp"
#include "tbsc94/maturity.hpp"

using namespace tbsc94;
using example::fraction_of;
using example::level;

namespace {

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

/// The name of the grade decided on, "none" where there is none.
std::string grade_of(const scheme& scheme, const grounds& grounds, const readings& readings) {
  const grade_index grade = decide(scheme.grades, grounds, readings);
  return grade ? scheme.grades.grades.at(*grade).grade : "none";
}

std::string grade_of(const std::string& score, unsigned number, const readings& readings = {}) {
  static const scheme scheme = example::tbsc94_2026();
  return grade_of(scheme, {fraction_of(score), level(number), conformity::conforming}, readings);
}

// 10^-18, and a third of it, that a score can lie beside a limit.
const fraction hair(1, natural::power_of_ten(18));
const fraction third_of_it(1, natural::power_of_ten(18) * 3);

std::string text_of(const naive::readings& others) {
  std::string text = "readings:";
  for (const auto& [name, value] : others) {
    text += " " + name + "=" + value;
  }
  return text;
}

std::string text(const std::optional<fraction>& value) { return value ? value->to_string() : "-"; }
std::string text(const std::optional<decimal>& value) { return value ? value->to_string() : "-"; }
std::string text(const std::optional<maturity_level>& value) { return value ? std::to_string(value->number()) : "-"; }

/// What is missing, as "AAAA: score 5 level 4 total 2.5 conformity", "-" where nothing is asked.
std::string missing(const scheme& scheme, const grounds& grounds, const std::optional<decimal>& total,
                    const readings& readings = {}) {
  const std::optional<next_grade> next = what_is_missing(scheme, grounds, total, readings);
  if (!next) {
    return "nothing";
  }
  return scheme.grades.grades.at(next->grade).grade + ": score " + text(next->score) + " level " + text(next->level) +
         " total " + text(next->total) + (next->conformity ? " conformity" : "") +
         (next->level_on_limit ? " on limit " + text(next->level_on_limit) : "") +
         (next->score_below ? " below " + text(next->score_below) : "");
}

std::string missing(const std::string& score, std::uint64_t total, const readings& readings = {},
                    conformity review = conformity::conforming) {
  static const scheme scheme = example::tbsc94_2026();
  const unsigned number = total < 45 ? 1 : total < 70 ? 2 : total < 95 ? 3 : total < 105 ? 4 : 5;
  return missing(scheme, {fraction_of(score), level(number), review}, decimal(total), readings);
}

}  // namespace

// The right side of the table: AAA from 80, AAAA from 90, AAAAA from 95.
TEST_CASE("5.3: AAA asks 80 points and level 3") {
  CHECK(grade_of("79.99", 5) == "none");
  CHECK(grade_of("80", 3) == "AAA");
  CHECK(grade_of("80", 2) == "none");
  CHECK(grade_of("80", 1) == "none");
  CHECK(grade_of("89.99", 5) == "AAA");
  CHECK(grade_of("89.99", 3) == "AAA");
}

TEST_CASE("5.3: AAAA asks 90 points and level 4") {
  CHECK(grade_of("90", 4) == "AAAA");
  CHECK(grade_of("90", 5) == "AAAA");
  CHECK(grade_of("94.99", 4) == "AAAA");
}

TEST_CASE("5.3: AAAAA asks 95 points and level 4") {
  CHECK(grade_of("95", 4) == "AAAAA");
  CHECK(grade_of("95", 5) == "AAAAA");
  CHECK(grade_of("100", 4) == "AAAAA");
  CHECK(grade_of("100", 5) == "AAAAA");
}

// A score in 60-79 with level 2 fulfils the first row, which leads to no grade.
TEST_CASE("5.3: the first row leads to no grade") {
  CHECK(grade_of("60", 2) == "none");
  CHECK(grade_of("79", 5) == "none");
  CHECK(grade_of("0", 1) == "none");
  CHECK(grade_of("59.99", 5) == "none");
}

// The review is passed before a score counts; absent, it is taken as passed.
TEST_CASE("5.3: nonconforming is no grade, absent is taken as conforming") {
  const scheme scheme = example::tbsc94_2026();
  const fraction score(100, 1);
  CHECK(grade_of(scheme, {score, level(5), conformity::nonconforming}, {}) == "none");
  CHECK(grade_of(scheme, {score, level(5), conformity::conforming}, {}) == "AAAAA");
  CHECK(grade_of(scheme, {score, level(5), std::nullopt}, {}) == "AAAAA");
}

TEST_CASE("5.3: scores a hair beside each limit") {
  const scheme scheme = example::tbsc94_2026();
  const std::vector<std::string> grades{"none", "AAA", "AAAA", "AAAAA"};
  const std::vector<std::uint64_t> limits{80, 90, 95};
  for (std::size_t i = 0; i < 3; ++i) {
    const fraction limit{decimal(limits[i])};
    for (const fraction& by : {hair, third_of_it}) {
      for (const bool rounded : {false, true}) {
        INFO(limits[i] << (rounded ? " rounded" : " full"));
        const readings readings = rounded ? with({"limit-comparison"}) : tbsc94::readings();
        CHECK(grade_of(scheme, {limit - by, level(5), {}}, readings) == grades[rounded ? i + 1 : i]);
        CHECK(grade_of(scheme, {limit, level(5), {}}, readings) == grades[i + 1]);
        CHECK(grade_of(scheme, {limit + by, level(5), {}}, readings) == grades[i + 1]);
      }
    }
  }
}

// rounded-value: rounded once to whole points, half to even, before it is compared.
TEST_CASE("5.3: limit-comparison, a hair beside each tie") {
  const scheme scheme = example::tbsc94_2026();
  struct tie {
    const char* score;
    const char* below;
    const char* at;
    const char* above;
  };
  for (const tie& tie : std::vector<struct tie>{
           {"79.5", "none", "AAA", "AAA"}, {"89.5", "AAA", "AAAA", "AAAA"}, {"94.5", "AAAA", "AAAA", "AAAAA"}}) {
    INFO(tie.score);
    const fraction score = fraction_of(tie.score);
    const auto grade = [&](const fraction& value) {
      return grade_of(scheme, {value, level(4), {}}, with({"limit-comparison"}));
    };
    for (const fraction& by : {hair, third_of_it}) {
      CHECK(grade(score - by) == tie.below);
      CHECK(grade(score) == tie.at);
      CHECK(grade(score + by) == tie.above);
      CHECK(grade_of(scheme, {score + by, level(4), {}}, {}) == tie.below);
    }
  }
  CHECK(compared_score(scheme.grades, fraction_of("89.5"), {}).to_string() == "89.5");
  CHECK(compared_score(scheme.grades, fraction_of("89.5"), with({"limit-comparison"})).to_string() == "90");
  CHECK(compared_score(scheme.grades, fraction_of("88.5"), with({"limit-comparison"})).to_string() == "88");
  const tbsc94::scheme tenths = example::in_tenths();
  CHECK(compared_score(tenths.grades, fraction_of("70.45"), with({"limit-comparison"})).to_string() == "70.4");
  CHECK(compared_score(tenths.grades, fraction_of("70.4501"), with({"limit-comparison"})).to_string() == "70.5");
}

// by-order: the nth row is the nth grade's: levels 2, 3, 4.
TEST_CASE("5.3: row-grade by-order asks levels 2, 3, 4") {
  const readings by_order = with({"row-grade"});
  CHECK(grade_of("80", 1, by_order) == "none");
  CHECK(grade_of("80", 2, by_order) == "AAA");
  CHECK(grade_of("90", 2, by_order) == "AAA");
  CHECK(grade_of("90", 3, by_order) == "AAAA");
  CHECK(grade_of("95", 3, by_order) == "AAAA");
  CHECK(grade_of("95", 4, by_order) == "AAAAA");
  // shared-boundary is then without effect.
  CHECK(grade_of("90", 2, with({"row-grade", "shared-boundary"})) == "AAA");
  CHECK(grade_of("90", 3, with({"row-grade", "shared-boundary"})) == "AAAA");
}

// Where rows and grades differ in number there is no such order: the row is found by the score.
TEST_CASE("5.3: row-grade by-order needs as many rows as grades") {
  const scheme tenths = example::in_tenths();
  const auto grade = [&](const char* score, unsigned number, const readings& readings) {
    return grade_of(tenths, {fraction_of(score), level(number), {}}, readings);
  };
  for (const readings& readings : {tbsc94::readings(), with({"row-grade"})}) {
    CHECK(grade("65.4", 5, readings) == "none");
    CHECK(grade("65.5", 1, readings) == "none");
    CHECK(grade("65.5", 2, readings) == "C");
    CHECK(grade("70.4", 5, readings) == "C");
    CHECK(grade("70.5", 2, readings) == "C");
    CHECK(grade("70.5", 3, readings) == "B");
    CHECK(grade("79.9", 3, readings) == "B");
    CHECK(grade("80.0", 3, readings) == "A");
    CHECK(grade("89.9", 5, readings) == "A");
    CHECK(grade("90.0", 3, readings) == "A");
    CHECK(grade("90.0", 4, readings) == "A");
    CHECK(grade("90.0", 5, readings) == "A+");
  }
  CHECK(grade("70.5", 2, with({"row-grade", "shared-boundary"})) == "B");
  CHECK(grade("70.6", 2, with({"shared-boundary"})) == "C");
}

// lower-row: at exactly 90, AAAA asks level 3; above 90 it asks 4.
TEST_CASE("5.3: shared-boundary lower-row at 90 and beside it") {
  const readings lower_row = with({"shared-boundary"});
  CHECK(grade_of("90", 3) == "AAA");
  CHECK(grade_of("90", 3, lower_row) == "AAAA");
  CHECK(grade_of("90", 2, lower_row) == "none");
  CHECK(grade_of("90.01", 3, lower_row) == "AAA");
  CHECK(grade_of("90.01", 4, lower_row) == "AAAA");
  CHECK(grade_of("89.99", 3, lower_row) == "AAA");
  // 80 and 95 stand in one row only.
  CHECK(grade_of("80", 2, lower_row) == "none");
  CHECK(grade_of("95", 3, lower_row) == "AAA");
  // It is the compared score that stands in two rows.
  CHECK(grade_of("90.4", 3, with({"shared-boundary", "limit-comparison"})) == "AAAA");
  CHECK(grade_of("89.5", 3, with({"shared-boundary", "limit-comparison"})) == "AAAA");
  CHECK(grade_of("90.6", 3, with({"shared-boundary", "limit-comparison"})) == "AAA");
}

// 92 points at level 3: AAA, or none.
TEST_CASE("5.3: management-shortfall lower-grade and no-grade") {
  const readings no_grade = with({"management-shortfall"});
  CHECK(grade_of("92", 3) == "AAA");
  CHECK(grade_of("92", 3, no_grade) == "none");
  CHECK(grade_of("92", 4, no_grade) == "AAAA");
  CHECK(grade_of("96", 3) == "AAA");
  CHECK(grade_of("96", 3, no_grade) == "none");
  CHECK(grade_of("89.99", 3, no_grade) == "AAA");
  CHECK(grade_of("92", 2) == "none");
}

TEST_CASE("5.3: without a maturity part nothing but the score decides") {
  const scheme scheme = example::without_maturity();
  CHECK(grade_of(scheme, {fraction_of("59.99"), {}, {}}, {}) == "none");
  CHECK(grade_of(scheme, {fraction_of("60"), {}, {}}, {}) == "passed");
  CHECK(grade_of(scheme, {fraction_of("60"), {}, {}}, with({"management-shortfall", "row-grade"})) == "passed");
  CHECK(grade_of(scheme, {fraction_of("60"), {}, conformity::nonconforming}, {}) == "none");
}

TEST_CASE("5.3: the level that a row asks") {
  const grade_table table = example::tbsc94_2026().grades;
  CHECK(level_asked(table, 1) == level(3));
  CHECK_FALSE(level_asked(table, std::nullopt));
  CHECK_FALSE(level_asked(example::without_maturity().grades, 0));
  CHECK_FALSE(reaches(level(3), level(2)));
  CHECK(reaches(level(3), level(3)));
  CHECK(reaches(level(3), level(4)));
  CHECK(reaches(level(3), std::nullopt));
  CHECK(reaches(std::nullopt, level(1)));
  CHECK(reaches(std::nullopt, std::nullopt));
}

// After the review the right side alone decides; what is read of rows and levels is then without effect.
TEST_CASE("5.3: under score-after-review the score alone decides") {
  const std::vector<std::vector<std::string>> others{
      {}, {"row-grade"}, {"shared-boundary"}, {"management-shortfall"}, {"row-grade", "management-shortfall"}};
  for (const std::vector<std::string>& each : others) {
    readings values = with({"grade-conditions"});
    for (const std::string& name : each) {
      values = values.with(*find_reading(name), 1);
    }
    for (unsigned number = 1; number <= 5; ++number) {
      CHECK(grade_of("79.99", number, values) == "none");
      CHECK(grade_of("80", number, values) == "AAA");
      CHECK(grade_of("89.99", number, values) == "AAA");
      CHECK(grade_of("90", number, values) == "AAAA");
      CHECK(grade_of("94.5", number, values) == "AAAA");
      CHECK(grade_of("95", number, values) == "AAAAA");
    }
    CHECK_FALSE(row_of(example::tbsc94_2026().grades, 1, standing{2, true}, values));
  }
  const scheme scheme = example::tbsc94_2026();
  CHECK(grade_of(scheme, {fraction_of("96"), level(5), conformity::nonconforming}, with({"grade-conditions"})) ==
        "none");
  CHECK(grade_of("94.5", 1, with({"grade-conditions", "limit-comparison"})) == "AAAA");
  CHECK(grade_of("94.6", 1, with({"grade-conditions", "limit-comparison"})) == "AAAAA");
}

// Rounded once, half to even, from the full value.
TEST_CASE("5.3: the score that is compared, under each value of limit-comparison") {
  const auto compared = [](const char* score, const char* value) {
    return compared_score(example::tbsc94_2026().grades, fraction_of(score),
                          with({std::string("limit-comparison=") + value}))
        .to_string();
  };
  CHECK(compared("89.45", "full-value") == "89.45");
  CHECK(compared("89.45", "rounded-value") == "89");
  CHECK(compared("89.5", "rounded-value") == "90");
  CHECK(compared("94.5", "rounded-value") == "94");
  CHECK(compared("89.45", "rounded-to-1") == "89.4");
  CHECK(compared("89.95", "rounded-to-1") == "90");
  CHECK(compared("89.9499", "rounded-to-1") == "89.9");
  CHECK(compared("89.995", "rounded-to-2") == "90");
  CHECK(compared("89.985", "rounded-to-2") == "89.98");
  CHECK(compared("89.994999", "rounded-to-2") == "89.99");
  CHECK(grade_of("89.95", 4, with({"limit-comparison=rounded-to-1"})) == "AAAA");
  CHECK(grade_of("89.9499", 4, with({"limit-comparison=rounded-to-1"})) == "AAA");
  CHECK(grade_of("89.995", 4, with({"limit-comparison=rounded-to-2"})) == "AAAA");
  CHECK(grade_of("89.9949", 4, with({"limit-comparison=rounded-to-2"})) == "AAA");
}

TEST_CASE("5.3: why a value changes nothing") {
  const grade_table table = example::tbsc94_2026().grades;
  for (const reading which : {reading::row_grade, reading::shared_boundary, reading::management_shortfall}) {
    const std::string name(names_of(which).name);
    CHECK(why_no_effect(table, {}, which) == no_effect::none);
    CHECK(why_no_effect(table, with({name}), which) == no_effect::none);
    CHECK(why_no_effect(table, with({"grade-conditions"}), which) == no_effect::none);  // the default is in use
    CHECK(why_no_effect(table, with({"grade-conditions", name}), which) == no_effect::score_alone_decides);
  }
  CHECK(why_no_effect(table, with({"grade-conditions", "limit-comparison"}), reading::limit_comparison) ==
        no_effect::none);
  CHECK(why_no_effect(table, with({"row-grade", "shared-boundary"}), reading::shared_boundary) ==
        no_effect::rows_by_order);
  // four grades and three rows have no order in common
  const grade_table four = example::in_tenths().grades;
  CHECK(why_no_effect(four, with({"row-grade"}), reading::row_grade) == no_effect::unlike_counts);
  CHECK(why_no_effect(four, with({"row-grade", "shared-boundary"}), reading::shared_boundary) == no_effect::none);
}

TEST_CASE("5.3: where a score stands") {
  const grade_table table = example::tbsc94_2026().grades;
  const auto within = [&](const char* score) { return standing_of(table, fraction_of(score)).grades_within; };
  const auto on_limit = [&](const char* score) { return standing_of(table, fraction_of(score)).on_limit; };
  CHECK(within("0") == 0);
  CHECK(within("79.99") == 0);
  CHECK(within("80") == 1);
  CHECK(within("90") == 2);
  CHECK(within("95") == 3);
  CHECK(within("100") == 3);
  for (const char* score : {"80", "90", "95"}) {
    CHECK(on_limit(score));
  }
  for (const char* score : {"0", "60", "79.99", "80.01", "89.99", "90.01", "94.99", "95.01", "100"}) {
    CHECK_FALSE(on_limit(score));
  }
}

// The verdict can be given the standing of a score instead of the score.
TEST_CASE("5.3: a grade by standing") {
  const grade_table table = example::tbsc94_2026().grades;
  const grounds without_score{{}, level(4), {}};
  CHECK_FALSE(decide(table, without_score, standing{0, false}, {}));
  CHECK(decide(table, without_score, standing{2, false}, {}) == std::size_t{1});
  CHECK(decide(table, without_score, standing{3, true}, {}) == std::size_t{2});
  CHECK_FALSE(decide(table, {{}, level(4), conformity::nonconforming}, standing{3, true}, {}));
}

TEST_CASE("5.3: the row that says what a grade asks") {
  const grade_table table = example::tbsc94_2026().grades;
  const auto rows = [&](const char* score, const readings& readings) {
    std::string text;
    for (std::size_t grade = 0; grade < 3; ++grade) {
      text += std::to_string(row_of(table, grade, standing_of(table, fraction_of(score)), readings).value());
    }
    return text;
  };
  CHECK(rows("90", {}) == "122");
  CHECK(rows("50", {}) == "122");
  CHECK(rows("90", with({"row-grade"})) == "012");
  CHECK(rows("90", with({"row-grade", "shared-boundary"})) == "012");
  CHECK(rows("90", with({"shared-boundary"})) == "112");
  for (const char* score : {"80", "85", "89.99", "90.01", "95", "97"}) {
    CHECK(rows(score, with({"shared-boundary"})) == "122");
  }
}

// A limit that stands in the first row alone has no row below it.
TEST_CASE("5.3: shared-boundary has no effect in the first row") {
  const scheme scheme = example::without_maturity();
  grade_table table = scheme.grades;
  table.rows.front().to = decimal(60);
  CHECK(row_of(table, 0, standing_of(table, fraction(60, 1)), with({"shared-boundary"})) == 0);
}

TEST_CASE("5.3: the requirements of each grade, met and not met") {
  const grade_table table = example::tbsc94_2026().grades;
  const auto text_of = [&](const char* score, unsigned number, const readings& readings) {
    std::string text;
    for (const requirement& each :
         requirements(table, {fraction_of(score), level(number), conformity::nonconforming}, readings)) {
      text += std::to_string(each.grade) + "/" + (each.row ? std::to_string(*each.row) : "-") +
              (each.score_met ? " score" : "") + (each.level_met ? " level" : "") + "; ";
    }
    return text;
  };
  CHECK(text_of("92", 3, {}) == "0/1 score level; 1/2 score; 2/2; ");
  CHECK(text_of("79.99", 2, {}) == "0/1; 1/2; 2/2; ");
  CHECK(text_of("80", 4, {}) == "0/1 score level; 1/2 level; 2/2 level; ");
  CHECK(text_of("95", 3, with({"row-grade"})) == "0/0 score level; 1/1 score level; 2/2 score; ");
  CHECK(text_of("90", 3, with({"shared-boundary"})) == "0/1 score level; 1/1 score level; 2/2; ");
  CHECK(text_of("89.5", 3, {}) == "0/1 score level; 1/2; 2/2; ");
  CHECK(text_of("89.5", 3, with({"limit-comparison"})) == "0/1 score level; 1/2 score; 2/2; ");
  CHECK(text_of("92", 2, with({"grade-conditions"})) == "0/- score level; 1/- score level; 2/- level; ");
}

TEST_CASE("5.3: what is missing to the next grade") {
  CHECK(missing("96", 95) == "nothing");
  CHECK(missing("100", 145) == "nothing");
  CHECK(missing("92", 95) == "AAAAA: score 3 level - total -");
  CHECK(missing("92", 92) == "AAAA: score - level 4 total 3");
  CHECK(missing("85.5", 92) == "AAAA: score 4.5 level 4 total 3");
  CHECK(missing("85", 105) == "AAAA: score 5 level - total -");
  CHECK(missing("70", 60) == "AAA: score 10 level 3 total 10");
  CHECK(missing("0", 29) == "AAA: score 80 level 3 total 41");
  CHECK(missing("99", 29) == "AAA: score - level 3 total 41");
  CHECK(missing("79", 70) == "AAA: score 1 level - total -");
  CHECK(missing("96", 94) == "AAAA: score - level 4 total 1");
}

TEST_CASE("5.3: what is missing under the other readings") {
  // no-grade: what the score itself asks comes first.
  CHECK(missing("96", 92, with({"management-shortfall"})) == "AAAAA: score - level 4 total 3");
  CHECK(missing("92", 92, with({"management-shortfall"})) == "AAAA: score - level 4 total 3");
  CHECK(missing("80", 60, with({"management-shortfall"})) == "AAA: score - level 3 total 10");
  CHECK(missing("79", 60, with({"management-shortfall"})) == "AAA: score 1 level 3 total 10 below 90");
  CHECK(missing("79", 70, with({"management-shortfall"})) == "AAA: score 1 level - total - below 90");
  CHECK(missing("79", 95, with({"management-shortfall"})) == "AAA: score 1 level - total -");
  CHECK(missing("85", 92, with({"management-shortfall"})) == "AAAA: score 5 level 4 total 3");
  CHECK(missing("95", 95, with({"management-shortfall"})) == "nothing");
  // by-order asks levels 2, 3, 4.
  CHECK(missing("79", 44, with({"row-grade"})) == "AAA: score 1 level 2 total 1");
  CHECK(missing("85", 70, with({"row-grade"})) == "AAAA: score 5 level - total -");
  CHECK(missing("79", 50, with({"row-grade", "management-shortfall"})) == "AAA: score 1 level - total - below 90");
  CHECK(missing("79", 70, with({"row-grade", "management-shortfall"})) == "AAA: score 1 level - total - below 95");
  // lower-row: level 4 is enough from 90 on, level 3 at exactly 90 alone.
  CHECK(missing("85", 70, with({"shared-boundary"})) == "AAAA: score 5 level 4 total 25 on limit 3");
  CHECK(missing("85", 95, with({"shared-boundary"})) == "AAAA: score 5 level - total -");
  CHECK(missing("79", 70, with({"shared-boundary", "management-shortfall"})) ==
        "AAA: score 1 level - total - below 90");
  // score-after-review: the level is never missing.
  CHECK(missing("85", 29, with({"grade-conditions"})) == "AAAA: score 5 level - total -");
  CHECK(missing("79", 29, with({"grade-conditions", "management-shortfall"})) == "AAA: score 1 level - total -");
  CHECK(missing("95", 29, with({"grade-conditions"})) == "nothing");
  CHECK(missing("90.01", 70, with({"shared-boundary"})) == "AAAA: score - level 4 total 25");
  CHECK(missing("90", 70, with({"shared-boundary"})) == "AAAAA: score 5 level 4 total 25");
  // rounded-value: what the compared score lacks.
  CHECK(missing("89.4", 95, with({"limit-comparison"})) == "AAAA: score 1 level - total -");
  CHECK(missing("89.5", 95, with({"limit-comparison"})) == "AAAAA: score 5 level - total -");
  CHECK(missing("94.5", 95, with({"limit-comparison"})) == "AAAAA: score 1 level - total -");
}

TEST_CASE("5.3: what is missing without conformity") {
  const auto nonconforming = [](const char* score, std::uint64_t total, const readings& readings = {}) {
    return missing(score, total, readings, conformity::nonconforming);
  };
  // Both conditions of a grade hold: the review alone is missing.
  CHECK(nonconforming("96", 95) == "AAAAA: score - level - total - conformity");
  CHECK(nonconforming("92", 92) == "AAA: score - level - total - conformity");
  CHECK(nonconforming("90", 70, with({"shared-boundary"})) == "AAAA: score - level - total - conformity");
  // Else something more.
  CHECK(nonconforming("70", 60) == "AAA: score 10 level 3 total 10 conformity");
  CHECK(nonconforming("96", 92, with({"management-shortfall"})) == "AAAAA: score - level 4 total 3 conformity");
}

TEST_CASE("5.3: what is missing where the scheme counts in tenths") {
  const scheme tenths = example::in_tenths();
  const auto text_of = [&](const char* score, const decimal& total, const readings& readings = {}) {
    const maturity_level level = management_level(*tenths.maturity, total);
    return missing(tenths, {fraction_of(score), level, {}}, total, readings);
  };
  CHECK(text_of("60", decimal(1224, 2)) == "C: score 5.5 level 2 total 0.01");
  // The total has fewer places than the band's end, or more.
  CHECK(text_of("60", decimal(12)) == "C: score 5.5 level 2 total 0.25");
  CHECK(text_of("65.5", decimal(20)) == "B: score 5 level 3 total 0.5");
  CHECK(text_of("65.5", decimal(195, 1)) == "B: score 5 level 3 total 1");
  CHECK(text_of("65.5", decimal(2048, 2)) == "B: score 5 level 3 total 0.02");
  // No band is level 4's: 5 is the next.
  CHECK(text_of("80", decimal(33)) == "A+: score 10 level 5 total 0.33");
  CHECK(text_of("90", decimal(458, 1)) == "nothing");
}

TEST_CASE("5.3: what is missing without a maturity part, or where no total gives the level") {
  const scheme scheme = example::without_maturity();
  CHECK(missing(scheme, {fraction_of("58.25"), {}, {}}, {}) == "passed: score 1.75 level - total -");
  CHECK(missing(scheme, {fraction_of("60"), {}, {}}, {}) == "nothing");

  tbsc94::scheme unreachable = example::tbsc94_2026();
  unreachable.maturity->bands.resize(3);
  CHECK(missing(unreachable, {fraction_of("92"), level(3), {}}, decimal(87)) == "AAAA: score - level 4 total -");
}

// The grade that something is missing to is reached once it is no longer missing, and not before.
TEST_CASE("5.3: with what is missing the next grade is reached") {
  for (const scheme& scheme : {example::tbsc94_2026(), example::in_tenths()}) {
    for (const naive::readings& others : example::pairs_of_values()) {
      const readings readings = example::readings_of(others);
      for (const char* score : {"0", "65.4", "65.5", "70.45", "70.5", "70.51", "79", "79.5", "80", "82.5", "88.5",
                                "89.5", "90", "90.01", "92", "94.5", "95", "99"}) {
        for (unsigned number = 1; number <= 5; ++number) {
          for (const conformity review : {conformity::conforming, conformity::nonconforming}) {
            const grounds now{fraction_of(score), level(number), review};
            const auto bands = scheme.maturity->bands;
            decimal total = bands.front().from;
            for (const maturity_band& band : bands) {
              total = band.level <= level(number) ? band.from : total;
            }
            const grade_index held = decide(scheme.grades, now, readings);
            const std::optional<next_grade> next = what_is_missing(scheme, now, total, readings);
            if (!next) {
              CHECK((held == scheme.grades.grades.size() - 1));
              continue;
            }
            grounds then = now;
            if (next->score) {  // it is the compared score that lacks it: 89.5, compared as 90, lacks 5 to 95
              then.score = compared_score(scheme.grades, now.score, readings) + *next->score;
            }
            then.level = next->level ? next->level : now.level;
            then.review = next->conformity ? conformity::conforming : review;
            const grade_index reached = decide(scheme.grades, then, readings);
            INFO(scheme.id << " " << score << " level " << number << (next->conformity ? " nonconforming" : ""));
            INFO(text_of(others));
            CHECK((reached && *reached >= next->grade && (!held || *held + 1 == next->grade)));
            CHECK((next->conformity == (review == conformity::nonconforming)));
            CHECK((next->total.has_value() == next->level.has_value()));
            // The value named is enough, and so is every higher one, save where it is said up to where.
            for (const grade_limit& limit : scheme.grades.grades) {
              for (const fraction& more : {fraction(), third_of_it}) {
                grounds above = then;
                above.score = fraction(limit.from) + more;
                const bool may_fall = next->score_below && limit.from >= *next->score_below;
                if (next->score && above.score >= then.score && !may_fall) {
                  const grade_index held_above = decide(scheme.grades, above, readings);
                  CHECK((held_above && *held_above >= next->grade));
                }
              }
            }
            if (next->level_on_limit) {
              grounds on_limit = then;
              on_limit.level = next->level_on_limit;
              CHECK(decide(scheme.grades, on_limit, readings) == next->grade);
              on_limit.score = on_limit.score + fraction(1, 1);
              CHECK(decide(scheme.grades, on_limit, readings) != next->grade);
            }
            if (next->score_below) {
              grounds too_high = then;
              too_high.score = fraction(*next->score_below) + fraction(1, 1);
              CHECK_FALSE(decide(scheme.grades, too_high, readings));
            }
          }
        }
      }
    }
  }
}

// Rounded to 2 decimals, and marked where that lies on a lower limit of 5.3 and the value does not.
TEST_CASE("5.3: a shown score that lies on a limit carries a mark") {
  const scheme scheme = example::tbsc94_2026();
  const auto shown = [&](const fraction& score) { return show(scheme.grades, score).to_string(); };
  for (const std::uint64_t limit : {60U, 80U, 90U, 95U}) {
    const fraction value{decimal(limit)};
    const std::string text = std::to_string(limit) + ".00";
    CHECK(shown(value) == text);
    for (const fraction& by : {hair, third_of_it, fraction(1, 1000), fraction_of("0.005") - hair}) {
      CHECK(shown(value - by) == text + "(-)");
      CHECK(shown(value + by) == text + "(+)");
    }
    // Ties go to the even digit, which the limit has.
    CHECK(shown(value - fraction_of("0.005")) == text + "(-)");
    CHECK(shown(value + fraction_of("0.005")) == text + "(+)");
    CHECK(shown(value - fraction_of("0.005") - third_of_it) == std::to_string(limit - 1) + ".99");
    CHECK(shown(value + fraction_of("0.005") + third_of_it) == std::to_string(limit) + ".01");
    CHECK(show(scheme.grades, value - hair).mark == '-');
    CHECK(show(scheme.grades, value + hair).mark == '+');
    CHECK(show(scheme.grades, value).mark == 0);
  }
  // The printed upper ends and other numbers carry none.
  for (const std::uint64_t other : {0U, 70U, 79U, 85U, 89U, 94U, 100U}) {
    CHECK(shown(fraction(decimal(other)) + third_of_it) == std::to_string(other) + ".00");
  }
  CHECK(shown(fraction_of("89.998")) == "90.00(-)");
  CHECK(shown(fraction_of("90.002")) == "90.00(+)");
  CHECK(shown(fraction_of("89.985")) == "89.98");
  CHECK(shown(fraction_of("89.975")) == "89.98");
  CHECK(shown(fraction_of("92.4233")) == "92.42");
  CHECK(show(example::in_tenths().grades, fraction_of("70.502")).to_string() == "70.50(+)");
  CHECK(show(example::in_tenths().grades, fraction_of("82.502")).to_string() == "82.50(+)");
  CHECK(show(example::without_maturity().grades, fraction_of("49.998")).to_string() == "50.00(-)");
}
