// The bounds that keep a grading exact, from both sides, and what `grade` does past them.
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <exception>

#include "catch.hpp"
#include "scoring/example_assessment.hpp"
#include "tbsc94/grade.hpp"

using namespace tbsc94;

namespace {

// One service item of `points` in units of the last of `places`.
scheme of_points(std::uint64_t points, unsigned places) {
  scheme result = example::without_maturity();
  result.service = example::table("Appendix 1", places, {{"1", {points}}});
  return result;
}

bool is_within(const scheme& scheme, std::size_t ratings = 1) {
  assessment assessment = example::uniform(scheme, "0.85", 3);
  for (std::size_t r = 1; r < ratings; ++r) {
    example::add_rating(assessment, "", "0.85");
  }
  return is_within_bounds(scheme) && is_within_bounds(scheme, assessment);
}

// Whether `grade` ends the program, by way of std::terminate.
bool ends_program(const scheme& scheme, const assessment& assessment) {
  const pid_t child = fork();
  if (child == 0) {
    static_cast<void>(freopen("/dev/null", "w", stderr));
    std::set_terminate([] { std::exit(42); });
    static_cast<void>(grade(scheme, assessment, {}));
    std::_Exit(0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) && WEXITSTATUS(status) == 42;
}

}  // namespace

TEST_CASE("bounds: points due, their sum and their places") {
  CHECK(is_within(of_points(1'000'000, 0)));
  CHECK_FALSE(is_within(of_points(1'000'001, 0)));
  CHECK(is_within(of_points(10'000'000'000, 4)));
  CHECK_FALSE(is_within(of_points(10'000'000'001, 4)));
  CHECK_FALSE(is_within(of_points(100'000'000'000'000'000, 0)));
  CHECK_FALSE(is_within(of_points(0, 0)));
  CHECK_FALSE(is_within(of_points(100, 5)));
  scheme scheme = of_points(1, 0);
  scheme.service = example::table("Appendix 1", 0, {{"1", {500'000, 500'000}}});
  CHECK(is_within(scheme));
  scheme.service = example::table("Appendix 1", 0, {{"1", {500'000, 500'001}}});
  CHECK_FALSE(is_within(scheme));
  // All are written with the places of the table.
  scheme = of_points(4750, 2);
  scheme.service.places = 1;
  CHECK_FALSE(is_within(scheme));
  // 2^64 and more in all, however it may wrap round
  scheme.service = example::table("Appendix 1", 0, {{"1", std::vector<std::uint64_t>(4, std::uint64_t{1} << 62U)}});
  CHECK_FALSE(is_within(scheme));
}

TEST_CASE("bounds: items and ratings") {
  scheme scheme = of_points(1, 0);
  scheme.service = example::table("Appendix 1", 0, {{"1", std::vector<std::uint64_t>(500, 1)}});
  CHECK(is_within(scheme));
  scheme.service = example::table("Appendix 1", 0, {{"1", std::vector<std::uint64_t>(501, 1)}});
  CHECK_FALSE(is_within(scheme));
  const tbsc94::scheme one = of_points(1, 0);
  CHECK(is_within(one, 1000));
  CHECK_FALSE(is_within(one, 1001));
  CHECK_FALSE(is_within_bounds(one, {}));
}

TEST_CASE("bounds: the table of grades") {
  scheme scheme = of_points(100, 0);
  scheme.grades.places = 2;
  scheme.grades.grades[0].from = decimal(6025, 2);
  CHECK(is_within(scheme));
  scheme.grades.grades[0].from = decimal(60250, 3);
  CHECK_FALSE(is_within(scheme));
  scheme.grades.grades[0].from = decimal(1'000'000);
  CHECK(is_within(scheme));
  scheme.grades.grades[0].from = decimal(1'000'001);
  CHECK_FALSE(is_within(scheme));
  scheme.grades.grades[0].from = decimal(49);  // the rows begin at 50
  CHECK_FALSE(is_within(scheme));
  scheme.grades.grades[0].from = decimal(60);
  scheme.grades.places = 3;
  CHECK_FALSE(is_within(scheme));
  scheme.grades.places = 0;
  scheme.grades.rows.clear();
  CHECK_FALSE(is_within(scheme));
}

TEST_CASE("bounds: the maturity part") {
  CHECK(is_within(example::tbsc94_2026()));
  scheme scheme = example::tbsc94_2026();
  scheme.maturity->bands.front().from = decimal(29);  // the least total
  CHECK(is_within(scheme));
  scheme.maturity->bands.front().from = decimal(2901, 2);
  CHECK_FALSE(is_within(scheme));
  scheme.maturity->bands.clear();
  CHECK_FALSE(is_within(scheme));
  scheme = example::tbsc94_2026();
  scheme.maturity->table.items.front().points_due = decimal(999'861);  // and 140 others
  CHECK_FALSE(is_within(scheme));
  scheme.maturity->table.items.front().points_due = decimal(999'860);
  CHECK(is_within(scheme));
}

TEST_CASE("bounds: an assessment has an α for every rating and item, a level for every item, an item that applies") {
  const scheme scheme = example::tbsc94_2026();
  const assessment good = example::uniform(scheme, "0.85", 3);
  assessment wrong = good;
  wrong.alphas.pop_back();
  CHECK_FALSE(is_within_bounds(scheme, wrong));
  wrong = good;
  wrong.levels.pop_back();
  CHECK_FALSE(is_within_bounds(scheme, wrong));
  wrong = good;
  for (std::size_t i = 0; i < 18; ++i) {
    wrong.not_applicable.emplace_back(i, "");
  }
  CHECK(is_within_bounds(scheme, wrong));
  wrong.not_applicable.emplace_back(18, "");
  CHECK_FALSE(is_within_bounds(scheme, wrong));
  wrong.not_applicable = {{19, "there is no such item"}};
  CHECK_FALSE(is_within_bounds(scheme, wrong));
}

// 85 points of 100 for every item came out as 3.33 once.
TEST_CASE("bounds: grade ends the program past them, and works to their end") {
  assessment many = example::uniform(of_points(1, 0), "0.85", 3);
  for (int r = 1; r < 1000; ++r) {
    example::add_rating(many, "", "0.85");
  }
  CHECK(grade(of_points(1'000'000, 0), many, {}).score.to_string() == "85");
  CHECK(grade(of_points(10'000'000'000, 4), many, {}).score.to_string() == "85");
  CHECK(ends_program(of_points(100'000'000'000'000'000, 0), many));
  CHECK(ends_program(of_points(1'000'001, 0), many));
  CHECK_FALSE(ends_program(of_points(1'000'000, 0), many));
}
