#include "tbsc94/assessment.hpp"

#include <string_view>

#include "catch.hpp"
#include "scoring/example_assessment.hpp"

using namespace tbsc94;
using example::add_rating;
using example::alpha_of;

namespace {

// The α that the whole text is, in the usual way of writing.
std::optional<alpha> read_usual(std::string_view text) {
  alpha result;
  return alpha::read_usual(text, result) == text.size() && !text.empty() ? std::optional(result) : std::nullopt;
}

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

// However many decimals it has and whatever stands behind it: the first character that is no digit ends it.
TEST_CASE("5.1.1: an α ends where its digits end") {
  const std::string digits = "908172635445362718";
  for (std::size_t count = 0; count <= digits.size(); ++count) {
    const std::string text = "0." + digits.substr(0, count);
    for (const char* behind :
         {"", ",\"1.2\":0.5,\"1.3\":1", "}]}}          ", "/:;\x7f\x80\xff\xb0\xb9\x01\x10", "e00000000"}) {
      INFO(text << behind);
      alpha read;
      const std::string whole = text + behind;
      REQUIRE(alpha::read_usual(whole, read) == (count == 0 ? 0 : text.size()));
      CHECK(read == (count == 0 ? alpha() : alpha_of(text)));
    }
  }
}

// All of up to five decimals.
TEST_CASE("5.1.1: every α of few decimals is what its digits say") {
  std::uint64_t unit = alpha::one;
  for (std::size_t decimals = 1, count = 10; decimals <= 5; ++decimals, count *= 10) {
    unit /= 10;
    bool all = true;
    for (std::size_t digits = 0; digits < count; ++digits) {
      const std::string text = "0." + std::to_string(count + digits).substr(1);
      alpha read;
      all = all && alpha::read_usual(text + ",\"1.2\":0.5", read) == text.size() && read.units() == digits * unit;
    }
    CHECK(all);
  }
}

// Every digit is one, and every other character ends the α, in whatever place behind the point.
TEST_CASE("5.1.1: what is a digit of an α") {
  for (std::size_t place = 1; place <= 8; ++place) {
    for (int character = 0; character < 256; ++character) {
      const std::string before = "0." + std::string(place - 1, '1');
      const std::string text = before + static_cast<char>(character) + ",\"1.2\":0.5";
      const bool is_digit = character >= '0' && character <= '9';
      const std::size_t size = before.size() + (is_digit ? 1 : 0);
      INFO(place << ' ' << character);
      alpha read;
      REQUIRE(alpha::read_usual(text, read) == (size > 2 ? size : 0));
      CHECK(read == (size > 2 ? alpha_of(text.substr(0, size)) : alpha()));
    }
  }
}

TEST_CASE("5.1.1: an α ends where its text ends, whatever lies behind it") {
  const std::string_view buffer = "0.5777777777777777777777";
  for (std::size_t size = 1; size <= 20; ++size) {
    alpha read;
    CHECK(alpha::read_usual(buffer.substr(0, size), read) == (size == 2 ? 0 : size));
    CHECK(read == (size == 2 ? alpha() : alpha_of(std::string(buffer.substr(0, size)))));
  }
  alpha read;
  CHECK(alpha::read_usual(std::string_view("0.57,\"1.2\":1").substr(0, 3), read) == 3);
  CHECK(read == alpha_of("0.5"));
  CHECK(alpha::read_usual(std::string_view("1.5777777777").substr(0, 1), read) == 1);
  CHECK(read == alpha_of("1"));
}

// A long text shows that the quick way is taken for nothing but "0." and digits.
TEST_CASE("5.1.1: the first two characters of an α") {
  alpha read;
  CHECK(alpha::read_usual("1.5,\"1.2\":0.5", read) == 0);
  CHECK(alpha::read_usual("1.0,\"1.2\":0.5", read) == 3);
  CHECK(read == alpha_of("1"));
  CHECK(alpha::read_usual("0x5,\"1.2\":0.5", read) == 1);
  CHECK(read == alpha_of("0"));
}

// 0 or 1 with at most 18 decimals and no exponent: what is written so is read to the same α.
TEST_CASE("5.1.1: an α in the usual way of writing") {
  for (const char* text : {"0", "1", "0.0", "1.0", "0.5", "0.85", "0.850", "0.01", "1.000000000000000000",
                           "0.000000000000000001", "0.999999999999999999", "0.123456789012345678"}) {
    INFO(text);
    REQUIRE(read_usual(text));
    CHECK(read_usual(text) == read_alpha(text));
  }
  for (const char* text : {"",
                           ".",
                           "0.",
                           "1.",
                           ".5",
                           "00",
                           "01",
                           "2",
                           "9",
                           "-0",
                           "-0.5",
                           "+0.5",
                           "0,85",
                           "0.8x",
                           "x",
                           "0.5e0",
                           "5e-1",
                           "1.1",
                           "1.000000000000000001",
                           "1.999999999999999999",
                           "0.0000000000000000001",
                           "0.8500000000000000000",
                           "0.85 ",
                           " 0.85",
                           "0.8.5",
                           "1x0",
                           "/.5",
                           "0./",
                           "0.:",
                           "nan",
                           "true",
                           "null"}) {
    INFO(text);
    CHECK_FALSE(read_usual(text));
  }
}

TEST_CASE("5.1.1: an α in the usual way of writing ends where its digits end") {
  alpha read;
  CHECK(alpha::read_usual("0.85,", read) == 4);
  CHECK(read == alpha_of("0.85"));
  CHECK(alpha::read_usual("1}", read) == 1);
  CHECK(read == alpha_of("1"));
  CHECK(alpha::read_usual("0.5e0", read) == 3);
  CHECK(alpha::read_usual("0.", read) == 0);
  CHECK(alpha::read_usual("2", read) == 0);
  CHECK(alpha::read_usual("0.1234567890123456789", read) == 0);
  CHECK(read == alpha_of("0.5"));  // what is not read leaves it as it is
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
