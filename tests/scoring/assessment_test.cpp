#include "tbsc94/assessment.hpp"

#include <string_view>

#include "catch.hpp"
#include "scoring/example_assessment.hpp"

using namespace tbsc94;
using example::add_rating;
using example::alpha_of;

namespace {

std::optional<alpha> read_alpha(std::string_view text) { return alpha::from(*read_numeral(text)); }

}  // namespace

// α is 0 to 1, with at most 18 decimal places.
TEST_CASE("5.1.1: what is an α") {
  constexpr std::uint64_t one = 1'000'000'000'000'000'000;
  CHECK(alpha().units() == 0);
  CHECK(alpha_of("0").units() == 0);
  CHECK(alpha_of("-0").units() == 0);
  CHECK(alpha_of("-0.000").units() == 0);
  CHECK(alpha_of("1").units() == one);
  CHECK(alpha_of("1.000").units() == one);
  CHECK(alpha_of("10e-1").units() == one);
  CHECK(alpha_of("0.85").units() == one / 100 * 85);
  CHECK(alpha_of("8.5e-1") == alpha_of("0.85"));
  CHECK(alpha_of("0.000000000000000001").units() == 1);
  CHECK(alpha_of("0.999999999999999999").units() == one - 1);
  // Zeros at the end do not count towards the 18 places.
  CHECK(alpha_of("0.8500000000000000000000000000").units() == one / 100 * 85);
  CHECK(alpha_of("0.1234567890123456780000").units() == 123'456'789'012'345'678);
  CHECK(alpha_of("0.2") < alpha_of("0.3"));
}

TEST_CASE("5.1.1: an α in its own digits") {
  CHECK(alpha().value().to_string() == "0");
  CHECK(alpha_of("0.850").value().to_string() == "0.85");
  CHECK(alpha_of("1.0").value().to_string() == "1");
  CHECK(alpha_of("0.123456789012345678").value().to_string() == "0.123456789012345678");
}

TEST_CASE("5.1.1: what is no α, and why") {
  for (const char* text :
       {"-0.1", "-1", "1.1", "2", "10", "1e1", "1.000000000000000001", "1.0000000000000000001",
        "1.00000000000000000000000000001", "-0.0000000000000000000000001", "1e99999999999999999999", "0.1e2", "1e18",
        "9999999999999999999", "11111111111111111111111", "1.5e0", "15e-1", "-1e-99999999999999999999"}) {
    INFO(text);
    REQUIRE_FALSE(read_alpha(text));
    CHECK(alpha::fault_of(*read_numeral(text)) == alpha::fault::out_of_range);
  }
  for (const char* text : {"0.1234567890123456789", "0.0000000000000000001", "1e-19", "0.9999999999999999999",
                           "0.99999999999999999999999", "0.100000000000000000001", "1e-99999999999999999999",
                           "9999999999999999999e-19", "99999999999999999999999e-23"}) {
    INFO(text);
    REQUIRE_FALSE(read_alpha(text));
    CHECK(alpha::fault_of(*read_numeral(text)) == alpha::fault::too_fine);
  }
}

TEST_CASE("assessment: a rating's values lie in a row") {
  const scheme scheme = example::without_maturity();
  assessment one_item = example::uniform(scheme, "0.1", 1);
  add_rating(one_item, "A2", "0.2");
  CHECK(one_item.alphas_of(0).size() == 1);
  CHECK(one_item.alphas_of(1).front() == alpha_of("0.2"));

  assessment many = example::uniform(example::tbsc94_2026(), "0.1", 1);
  add_rating(many, "A2", "0.2");
  add_rating(many, "A3", "0.3");
  many.alphas.back() = alpha_of("0.4");
  for (std::size_t r = 0; r < 3; ++r) {
    REQUIRE(many.alphas_of(r).size() == 19);
    CHECK(many.alphas_of(r).front().value() == decimal(r + 1, 1));
  }
  CHECK(many.alphas_of(1).back() == alpha_of("0.2"));
  CHECK(many.alphas_of(2).back() == alpha_of("0.4"));
}

TEST_CASE("5.1.1: an item is applicable unless it is declared not to be") {
  assessment assessment;
  CHECK(assessment.is_applicable(0));
  assessment.not_applicable = {{2, "served online only"}, {5, ""}};
  for (std::size_t i = 0; i < 7; ++i) {
    CHECK(assessment.is_applicable(i) == (i != 2 && i != 5));
  }
}

// What a file does not state is not there.
TEST_CASE("assessment: at first nothing is stated") {
  const assessment nothing;
  CHECK_FALSE(nothing.names_edition);
  CHECK_FALSE(nothing.conformity);
  CHECK_FALSE(nothing.qms_audit);
  CHECK_FALSE(nothing.recorded);
  CHECK_FALSE(recorded_result().has_grade);
}
