#include "tbsc94/service_score.hpp"

#include <random>

#include "catch.hpp"
#include "scoring/example_assessment.hpp"

using namespace tbsc94;
using example::add_rating;
using example::alpha_of;

namespace {

constexpr averaging over_assessors() { return averaging::assessors; }

std::string score_of(const scheme& scheme, const assessment& assessment, averaging over = averaging::ratings) {
  return service_score(scheme, assessment, rating_weights(assessment, over)).to_string();
}

}  // namespace

// Points ÷ points due, in hundredths.
TEST_CASE("5.1.1: all α at 0, at 1 and between") {
  const scheme scheme = example::tbsc94_2026();
  CHECK(score_of(scheme, example::uniform(scheme, "0", 1)) == "0");
  CHECK(score_of(scheme, example::uniform(scheme, "1", 1)) == "100");
  CHECK(score_of(scheme, example::uniform(scheme, "0.8642", 1)) == "86.42");
  CHECK(score_of(scheme, example::uniform(scheme, "0.123456789012345678", 1)) == "12.3456789012345678");
  CHECK(score_of(example::in_tenths(), example::uniform(example::in_tenths(), "0.705", 1)) == "70.5");
}

// Each item counts with its points due: 5, 7 for 1.2, 8 for 7.1.
TEST_CASE("Appendix 1: each item enters with its points due") {
  const scheme scheme = example::tbsc94_2026();
  for (std::size_t i = 0; i < 19; ++i) {
    assessment assessment = example::uniform(scheme, "0", 1);
    assessment.alphas[i] = alpha_of("0.5");
    CHECK(score_of(scheme, assessment) == (i == 1 ? "3.5" : i == 18 ? "4" : "2.5"));
  }
}

// The mean of the ratings' scores.
TEST_CASE("5.1.2: a mean over three ratings is a fraction") {
  const scheme scheme = example::without_maturity();
  assessment assessment = example::uniform(scheme, "0.9", 1);
  add_rating(assessment, "A2", "0.9");
  add_rating(assessment, "A3", "0.8");
  CHECK(score_of(scheme, assessment) == "260/3");
}

// Over all ratings alike, or each assessor's own mean first; no name counts as one of its own.
TEST_CASE("5.1.2: mean over ratings and mean over assessors") {
  const scheme scheme = example::without_maturity();
  assessment assessment = example::uniform(scheme, "0.9", 1);
  add_rating(assessment, "A1", "0.6");
  add_rating(assessment, "A2", "0.45");
  CHECK(score_of(scheme, assessment) == "65");
  CHECK(score_of(scheme, assessment, over_assessors()) == "60");
  CHECK(rated_unequally(assessment, averaging::assessors));

  // (75 + 45 + 0) ÷ 3
  add_rating(assessment, "", "0");
  CHECK(score_of(scheme, assessment) == "48.75");
  CHECK(score_of(scheme, assessment, over_assessors()) == "40");
  // (75 + 45 + 0 + 0) ÷ 4
  add_rating(assessment, "", "0");
  CHECK(score_of(scheme, assessment) == "39");
  CHECK(score_of(scheme, assessment, over_assessors()) == "30");
}

TEST_CASE("5.1.2: where all rated equally often the two means are one") {
  const scheme scheme = example::without_maturity();
  assessment assessment = example::uniform(scheme, "0.9", 1);
  add_rating(assessment, "A2", "0.5");
  add_rating(assessment, "A2", "0.6");
  add_rating(assessment, "A1", "0.7");
  CHECK_FALSE(rated_unequally(assessment, averaging::assessors));
  CHECK(score_of(scheme, assessment) == "67.5");
  CHECK(score_of(scheme, assessment, over_assessors()) == "67.5");
}

// Only then do the two means differ. A rating without a name is an assessor's only one.
TEST_CASE("5.1.2: whether assessors rated unequally often") {
  const auto unequally = [&](std::initializer_list<const char*> assessors) {
    assessment assessment;
    for (const char* assessor : assessors) {
      assessment.ratings.push_back({assessor, std::to_string(assessment.ratings.size())});
    }
    return rated_unequally(assessment, averaging::assessors);
  };
  CHECK_FALSE(unequally({"A1"}));
  CHECK_FALSE(unequally({""}));
  CHECK_FALSE(unequally({"A1", "A2"}));
  CHECK_FALSE(unequally({"A1", "A1"}));
  CHECK_FALSE(unequally({"A1", "A2", "A2", "A1"}));
  CHECK_FALSE(unequally({"A1", "", ""}));
  CHECK(unequally({"A1", "A2", "A2"}));
  CHECK(unequally({"A2", "A2", "A1"}));
  CHECK(unequally({"A1", "A1", ""}));
  CHECK(unequally({"", "A1", "A1"}));
}

// A rating counts in inverse ratio to how often its assessor rated.
TEST_CASE("5.1.2: the weights of ratings") {
  const scheme scheme = example::without_maturity();
  assessment assessment = example::uniform(scheme, "1", 1);  // A1
  add_rating(assessment, "A2", "1");
  add_rating(assessment, "A2", "1");
  add_rating(assessment, "A3", "1");
  add_rating(assessment, "A3", "1");
  add_rating(assessment, "A3", "1");
  add_rating(assessment, "", "1");
  const rating_weights alike(assessment, averaging::ratings);
  const rating_weights weights(assessment, over_assessors());
  const std::vector<std::uint64_t> expected{6, 3, 3, 2, 2, 2, 6};
  for (std::size_t r = 0; r < expected.size(); ++r) {
    CHECK(alike.of(r) == natural(1));
    CHECK(weights.of(r) == natural(expected[r]));
  }
  CHECK(alike.sum() == natural(7));
  CHECK(weights.sum() == natural(24));

  // No greater than they need to be.
  tbsc94::assessment odd = example::uniform(scheme, "1", 1);
  for (int i = 0; i < 3; ++i) {
    add_rating(odd, "A2", "1");
  }
  CHECK(rating_weights(odd, over_assessors()).of(0) == natural(3));
  CHECK(rating_weights(odd, over_assessors()).of(1) == natural(1));
}

// An item that is excluded is left out of points and points due.
TEST_CASE("5.1.1: excluded items are left out of points due") {
  const scheme scheme = example::tbsc94_2026();
  assessment assessment = example::uniform(scheme, "0.5", 1);
  assessment.alphas[0] = alpha_of("1");  // 5 points
  CHECK(score_of(scheme, assessment) == "52.5");
  assessment.not_applicable = {{18, "no specification of its own"}};
  assessment.alphas[18] = alpha();
  CHECK(score_of(scheme, assessment) == "2425/46");  // 100 × 48.5 ÷ 92
}

TEST_CASE("5.1.1: the derivation has a line for each item, characteristic and the whole") {
  const scheme scheme = example::tbsc94_2026();
  assessment assessment = example::uniform(scheme, "0.8", 1);
  add_rating(assessment, "A2", "0.5");
  add_rating(assessment, "A2", "0.2");
  assessment.alphas[1] = alpha_of("1");  // 1.2 in the first rating
  // 7 is left out as a whole, and 2.2.
  assessment.not_applicable = {{18, "none"}, {4, "none"}};
  for (std::size_t r = 0; r < 3; ++r) {
    assessment.alphas[r * 19 + 18] = alpha();
    assessment.alphas[r * 19 + 4] = alpha();
  }

  const service_breakdown all = break_down(scheme, assessment, rating_weights(assessment, averaging::ratings));
  REQUIRE(all.items.size() == 19);
  CHECK(all.items[0].applicable);
  CHECK(all.items[0].points.to_string() == "2.5");
  CHECK(all.items[0].points_due.to_string() == "5");
  CHECK(all.items[0].percentage.to_string() == "50");
  // 7 × (1 + 0.5 + 0.2) ÷ 3
  CHECK(all.items[1].points.to_string() == "119/30");
  CHECK(all.items[1].points_due.to_string() == "7");
  CHECK(all.items[1].percentage.to_string() == "170/3");
  for (const std::size_t excluded : {4U, 18U}) {
    CHECK_FALSE(all.items[excluded].applicable);
    CHECK(all.items[excluded].points.to_string() == "0");
    CHECK(all.items[excluded].points_due.to_string() == "0");
    CHECK(all.items[excluded].percentage.to_string() == "0");
  }
  REQUIRE(all.characteristics.size() == 7);
  CHECK(all.characteristics[0].points.to_string() == "269/30");
  CHECK(all.characteristics[0].points_due.to_string() == "17");
  CHECK(all.characteristics[0].percentage.to_string() == "2690/51");
  CHECK(all.characteristics[1].applicable);
  CHECK(all.characteristics[1].points.to_string() == "5");
  CHECK(all.characteristics[1].points_due.to_string() == "10");
  CHECK(all.characteristics[1].percentage.to_string() == "50");
  CHECK(all.characteristics[5].points.to_string() == "7.5");
  CHECK_FALSE(all.characteristics[6].applicable);
  CHECK(all.characteristics[6].points_due.to_string() == "0");
  CHECK(all.whole.applicable);
  CHECK(all.whole.points_due.to_string() == "87");
  CHECK(all.whole.points.to_string() == "1319/30");  // 43.5 + 7 × 0.2 ÷ 3
  CHECK(all.whole.percentage.to_string() == score_of(scheme, assessment));
  REQUIRE(all.ratings.size() == 3);
  CHECK(all.ratings[0].to_string() == "7100/87");
  CHECK(all.ratings[1].to_string() == "50");
  CHECK(all.ratings[2].to_string() == "20");

  // Over assessors: A1 as much as A2's two together.
  const service_breakdown assessors = break_down(scheme, assessment, rating_weights(assessment, over_assessors()));
  CHECK(assessors.items[0].points.to_string() == "2.875");
  CHECK(assessors.items[0].percentage.to_string() == "57.5");
  CHECK(assessors.whole.percentage.to_string() == score_of(scheme, assessment, over_assessors()));
  CHECK(assessors.ratings[0].to_string() == "7100/87");
}

// The least that can be due still counts.
TEST_CASE("5.1.1: an item of a single point") {
  scheme scheme = example::tbsc94_2026();
  scheme.service = example::table("Appendix 1", 0, {{"1", {1, 99}}});
  const assessment assessment = example::uniform(scheme, "0.6", 1);
  const score_line line = break_down(scheme, assessment, rating_weights(assessment, averaging::ratings)).items[0];
  CHECK(line.applicable);
  CHECK(line.points.to_string() == "0.6");
  CHECK(line.percentage.to_string() == "60");
}

TEST_CASE("5.1.1: points due with decimals") {
  const scheme scheme = example::in_tenths();
  const assessment assessment = example::uniform(scheme, "0.6", 1);
  const service_breakdown all = break_down(scheme, assessment, rating_weights(assessment, averaging::ratings));
  CHECK(all.items[0].points.to_string() == "7.35");
  CHECK(all.items[0].points_due.to_string() == "12.25");
  CHECK(all.items[1].points_due.to_string() == "3.5");
  CHECK(all.items[4].points.to_string() == "0.03");
  CHECK(all.items[4].percentage.to_string() == "60");
  CHECK(all.characteristics[1].points_due.to_string() == "20.8");
  CHECK(all.whole.points_due.to_string() == "78");
  CHECK(all.whole.points.to_string() == "46.8");
}

// 1,000 ratings whose assessors rated 1, 2, 3 … times: the least common multiple of the counts is the
// widest number that a grading needs.
TEST_CASE("5.1.2: 1,000 ratings by assessors of very unequal diligence") {
  const scheme scheme = example::tbsc94_2026();
  const naive::scheme numbers = naive::numbers_of(scheme);
  std::mt19937_64 engine(1000);
  // Powers of different primes that add up to 1,000: no other counts have so great a multiple.
  const std::vector<std::size_t> counts{32, 27, 25, 49, 11, 13, 17, 19, 23, 29, 31, 37,
                                        41, 43, 47, 53, 59, 61, 67, 71, 73, 83, 89};
  naive::record record;
  record.levels.assign(21, 3);
  for (std::size_t assessor = 0; assessor < counts.size(); ++assessor) {
    for (std::size_t i = 0; i < counts[assessor]; ++i) {
      naive::rating rating{std::string("A").append(std::to_string(assessor)), {}};
      for (std::size_t item = 0; item < 19; ++item) {
        mpq_class alpha(mpz_class(static_cast<unsigned long>(engine() % 1'000'000'000'000'000'001)),
                        mpz_class("1000000000000000000"));
        alpha.canonicalize();
        rating.alpha.push_back(alpha);
      }
      record.ratings.push_back(rating);
    }
  }
  REQUIRE(record.ratings.size() == 1000);
  const assessment assessment = example::assessment_of(record);
  CHECK(score_of(scheme, assessment) == naive::exact(naive::service_score(numbers, record, {})));
  const rating_weights weights(assessment, over_assessors());
  CHECK(rated_unequally(assessment, averaging::assessors));
  const fraction score = service_score(scheme, assessment, weights);
  const mpq_class expected = naive::service_score(numbers, record, {{"mean-over", "assessors"}});
  CHECK(score.to_string() == naive::exact(expected));
  CHECK(score.rounded(2).to_string() == naive::rounded(expected, 2));
  CHECK((score < fraction(decimal(50))) == (expected < 50));
  CHECK((fraction(decimal(100)) - score).to_string() == naive::exact(100 - expected));
  const service_breakdown all = break_down(scheme, assessment, weights);
  CHECK(all.whole.percentage == score);
}

TEST_CASE("5.1.2: two spellings with one key are one assessor's; without a key the name itself tells") {
  const scheme scheme = example::tbsc94_2026();
  assessment assessment = example::uniform(scheme, "0.9", 3);
  example::add_rating(assessment, "a 1", "0.9");
  example::add_rating(assessment, "A2", "0.6");
  CHECK_FALSE(rated_unequally(assessment, averaging::assessors));
  CHECK(service_score(scheme, assessment, rating_weights(assessment, over_assessors())).to_string() == "80");
  assessment.ratings[1].assessor_key = "A1";
  CHECK(rated_unequally(assessment, averaging::assessors));
  CHECK(service_score(scheme, assessment, rating_weights(assessment, over_assessors())).to_string() == "75");
  CHECK(assessment.ratings[1].same_assessor() == assessment.ratings[0].same_assessor());
  assessment.ratings[1].occasion_key = "1";
  CHECK(assessment.ratings[1].same_occasion() == assessment.ratings[0].same_occasion());
  CHECK(assessment.ratings[2].same_occasion() == "3");
}
