#include "tbsc94/agreement.hpp"

#include <random>
#include <string>
#include <vector>

#include "catch.hpp"
#include "scoring/example_assessment.hpp"

using namespace tbsc94;
using example::add_rating;
using example::alpha_of;

namespace {

grading grade_on(const scheme& scheme, const assessment& assessment, const readings& values = {}) {
  return grade(scheme, assessment, readings_in_use{values, {}});
}

agreement agreement_on(const scheme& scheme, const assessment& assessment, const readings& values = {}) {
  return *agreement_of(scheme, assessment, grade_on(scheme, assessment, values), values);
}

/// The same assessment as if `rating` had never been there.
assessment without(const assessment& from, std::size_t rating) {
  assessment result = from;
  const auto items = static_cast<std::ptrdiff_t>(from.alphas.size() / from.ratings.size());
  const auto at = static_cast<std::ptrdiff_t>(rating);
  result.ratings.erase(result.ratings.begin() + at);
  result.alphas.erase(result.alphas.begin() + at * items, result.alphas.begin() + (at + 1) * items);
  return result;
}

/// Where the agreement differs from grading anew without each rating; empty where it doesn't.
std::string difference(const scheme& scheme, const assessment& assessment, const readings& values) {
  const grading all = grade_on(scheme, assessment, values);
  const agreement agreement = *agreement_of(scheme, assessment, all, values);
  std::string text;
  for (std::size_t r = 0; r < assessment.ratings.size(); ++r) {
    const grading expected = grade_on(scheme, without(assessment, r), values);
    const left_out& ours = agreement.without[r];
    if (ours.score != expected.score || ours.grade != expected.grade ||
        ours.changes_grade != (expected.grade != all.grade)) {
      text += "without " + std::to_string(r) + ": " + ours.score.to_string() + ", expected " +
              expected.score.to_string() + "\n";
    }
  }
  return text;
}

}  // namespace

// [0,0.2] (0.2,0.4] (0.4,0.6] (0.6,0.8] (0.8,1]: each band takes in its upper end.
TEST_CASE("5.1.1: the spread of an item's ratings and the bands they fall in") {
  const scheme scheme = example::tbsc94_2026();
  assessment assessment = example::uniform(scheme, "0.85", 3);
  add_rating(assessment, "A2", "0.8");
  add_rating(assessment, "A3", "0.85");
  assessment.alphas[19 + 2] = alpha_of("0.600000000000000001");
  assessment.alphas[19 + 3] = alpha_of("0.6");
  assessment.alphas[38 + 4] = alpha_of("0");
  const agreement agreement = agreement_on(scheme, assessment);
  REQUIRE(agreement.items.size() == 19);
  const item_agreement& usual = agreement.items[0];
  CHECK(usual.spread().to_string() == "0.05");
  CHECK(usual.in_band == std::vector<std::size_t>{0, 0, 0, 1, 2});
  CHECK_FALSE(usual.is_far_apart());
  // Two bands apart, and not quite.
  CHECK(agreement.items[2].spread().to_string() == "0.249999999999999999");
  CHECK_FALSE(agreement.items[2].is_far_apart());
  CHECK(agreement.items[3].spread().to_string() == "0.25");
  CHECK(agreement.items[3].in_band == std::vector<std::size_t>{0, 0, 1, 0, 2});
  CHECK(agreement.items[3].is_far_apart());
  CHECK(agreement.items[4].lowest_band == 0);
  CHECK(agreement.items[4].highest_band == 4);
  CHECK(agreement.items[4].least.value() == decimal(0));
  CHECK(agreement.items[4].most.value() == decimal(85, 2));
}

TEST_CASE("5.1.1: items that do not apply are left out of the agreement") {
  const scheme scheme = example::tbsc94_2026();
  assessment assessment = example::uniform(scheme, "0.85", 3);
  add_rating(assessment, "A2", "0.8");
  assessment.not_applicable = {{0, "none"}};
  const agreement agreement = agreement_on(scheme, assessment, readings().with(reading::not_applicable, 1));
  CHECK(agreement.items.size() == 18);
  CHECK(agreement.items[0].item == 1);
}

TEST_CASE("5.1.2: one rating alone agrees with nothing") {
  const scheme scheme = example::tbsc94_2026();
  const assessment assessment = example::uniform(scheme, "0.85", 3);
  CHECK_FALSE(agreement_of(scheme, assessment, grade_on(scheme, assessment), {}));
}

TEST_CASE("5.1.2, 5.3: a rating on which the grade hangs") {
  const scheme scheme = example::tbsc94_2026();
  assessment assessment = example::uniform(scheme, "0.8", 3);
  add_rating(assessment, "A2", "0.8");
  add_rating(assessment, "A3", "0.8");
  CHECK_FALSE(agreement_on(scheme, assessment).without[2].changes_grade);
  assessment.alphas[38] = alpha_of("0.81");  // the mean is a little above 80, and just 80 without it
  for (const left_out& each : agreement_on(scheme, assessment).without) {
    CHECK_FALSE(each.changes_grade);
  }
  assessment.alphas[0] = alpha_of("0.79");
  const agreement agreement = agreement_on(scheme, assessment);  // 80 with all, 79.975 without the third
  CHECK_FALSE(agreement.without[0].changes_grade);
  CHECK_FALSE(agreement.without[1].changes_grade);
  CHECK(agreement.without[2].changes_grade);
  CHECK(agreement.without[2].score.to_string() == "79.975");
  CHECK_FALSE(agreement.without[2].grade);
}

// (90 + 60) ÷ 2 and 45 over assessors; without the first, 60 and 45; without the third, 75 alone.
TEST_CASE("5.1.2: assessors' means without one of their ratings") {
  const scheme scheme = example::without_maturity();
  assessment assessment = example::uniform(scheme, "0.9", 1);
  add_rating(assessment, "A1", "0.6");
  add_rating(assessment, "A2", "0.45");
  const agreement over_assessors = agreement_on(scheme, assessment, readings().with(reading::mean_over, 1));
  CHECK(over_assessors.without[0].score.to_string() == "52.5");
  CHECK(over_assessors.without[1].score.to_string() == "67.5");
  CHECK(over_assessors.without[2].score.to_string() == "75");
  CHECK(agreement_on(scheme, assessment).without[1].score.to_string() == "67.5");
  CHECK(agreement_on(scheme, assessment).without[0].score.to_string() == "52.5");
}

TEST_CASE("5.1 to 5.3: with a rating left out the result is that of the others") {
  std::mt19937_64 engine{5};
  const auto below = [&](std::uint64_t bound) { return engine() % bound; };
  for (const scheme& scheme : {example::tbsc94_2026(), example::in_tenths(), example::without_maturity()}) {
    const std::size_t items = scheme.service.items.size();
    for (int round = 0; round < 60; ++round) {
      assessment assessment = example::uniform(scheme, "0.8", static_cast<unsigned>(2 + below(4)));
      for (std::uint64_t r = 1 + below(8); r > 0; --r) {
        add_rating(assessment, below(4) == 0 ? "" : std::string("A").append(std::to_string(below(3))), "0.8");
      }
      const std::uint64_t low = 60 + below(30);
      for (alpha& each : assessment.alphas) {
        each = alpha_of("0." + std::to_string(low + below(10)) + std::to_string(below(1'000'000'000)));
      }
      if (items > 1 && below(3) == 0) {
        assessment.not_applicable = {{0, "none"}};
        for (std::size_t r = 0; r < assessment.ratings.size(); ++r) {
          assessment.alphas[r * items] = alpha();
        }
      }
      if (below(5) == 0) {
        assessment.conformity = conformity::nonconforming;
      }
      for (const naive::readings& others : example::pairs_of_values()) {
        const readings values = example::readings_of(others).with(reading::not_applicable, 1);
        REQUIRE(difference(scheme, assessment, values).empty());
      }
    }
  }
}

// The widest numbers: assessors who rated 1, 3, 4, 5, 7, 9, 11, … times, every α with 18 decimals.
TEST_CASE("5.1.2: a rating left out of as many as there may be") {
  const scheme scheme = example::in_tenths();
  assessment assessment = example::uniform(scheme, "0.123456789012345678", 3);
  for (const unsigned count : {3U,  4U,  5U,  7U,  9U,  11U, 13U, 16U, 17U, 19U, 23U, 25U, 27U, 29U, 31U,
                               37U, 41U, 43U, 47U, 49U, 53U, 59U, 61U, 67U, 71U, 73U, 69U, 44U, 46U}) {
    for (unsigned i = 0; i < count; ++i) {
      add_rating(assessment, std::string("A").append(std::to_string(count)), "0.987654321098765432");
      assessment.alphas.back() = alpha_of("0.999999999999999999");
    }
  }
  REQUIRE(assessment.ratings.size() == 1000);
  const readings values = readings().with(reading::mean_over, 1);
  const agreement agreement = agreement_on(scheme, assessment, values);
  REQUIRE(agreement.without.size() == 1000);
  for (const std::size_t r : {0U, 1U, 4U, 500U, 999U}) {
    CHECK(agreement.without[r].score == grade_on(scheme, without(assessment, r), values).score);
  }
}
