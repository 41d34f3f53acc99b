#include "tbsc94/decimal.hpp"

#include <gmpxx.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "catch.hpp"
#include "scoring/example_assessment.hpp"

using namespace tbsc94;
using example::fraction_of;

namespace {

struct expected_numeral {
  const char* text;
  std::uint64_t digits;
  std::int64_t exponent;
  bool negative = false;
  bool inexact = false;
};

}  // namespace

// Numbers count by value: zeros at the end of the digits do not, -0 is 0, exponents are read.
TEST_CASE("read_numeral: numbers as RFC 8259 writes them") {
  constexpr std::int64_t bound = 1'000'000'000'000'000;
  const std::vector<expected_numeral> table{
      {"0", 0, 0},
      {"-0", 0, 0},
      {"0.0", 0, 0},
      {"-0.000", 0, 0},
      {"0e5", 0, 0},
      {"-0.00E-7", 0, 0},
      {"1", 1, 0},
      {"-1", 1, 0, true},
      {"9", 9, 0},
      {"10", 1, 1},
      {"100", 1, 2},
      {"101", 101, 0},
      {"1001000", 1001, 3},
      {"3.0", 3, 0},
      {"0.85", 85, -2},
      {"0.850", 85, -2},
      {"8.50e-1", 85, -2},
      {"85E-2", 85, -2},
      {"0.0085e2", 85, -2},
      {"0.0085e+2", 85, -2},
      {"850e-03", 85, -2},
      {"-12.50", 125, -1, true},
      {"0.05", 5, -2},
      {"0.000000000000000001", 1, -18},
      {"10.01", 1001, -2},
      {"1e5", 1, 5},
      {"1E+5", 1, 5},
      {"1e0", 1, 0},
      {"1e-0", 1, 0},
      {"1e00000000000000000000005", 1, 5},
      // 19 significant digits are held, with whatever zeros around them.
      {"1234567890123456789", 1234567890123456789U, 0},
      {"9999999999999999999", 9999999999999999999U, 0},
      {"0.9999999999999999999", 9999999999999999999U, -19},
      {"12345678901234567890", 1234567890123456789U, 1},
      {"123456789012345678900.00", 1234567890123456789U, 2},
      {"0.00000012345678901234567890000", 1234567890123456789U, -25},
      {"1000000000000000000000000", 1, 24},
      // Of more than that, the first 19, and the value lies above them.
      {"12345678901234567891", 1234567890123456789U, 1, false, true},
      {"1234567890123456789.1", 1234567890123456789U, 0, false, true},
      {"-12345678901234567899.9", 1234567890123456789U, 1, true, true},
      {"0.12345678901234567891", 1234567890123456789U, -19, false, true},
      {"0.99999999999999999999", 9999999999999999999U, -19, false, true},
      {"123456789012345678901234567890", 1234567890123456789U, 11, false, true},
      {"1.0000000000000000000000001", 1, 0, false, true},
      {"1.000000000000000001", 1000000000000000001U, -18},
      {"1.0000000000000000001", 1, 0, false, true},
      {"10000000000000000000001", 1, 22, false, true},
      {"12000000000000000000001", 12, 21, false, true},
      // Exponents beyond any file's own digits are held within ±10^15.
      {"1e999999999999999", 1, 999'999'999'999'999},
      {"1e1000000000000000", 1, bound},
      {"1e1000000000000001", 1, bound},
      {"1e99999999999999999999999999999999", 1, bound},
      {"1e-999999999999999", 1, -999'999'999'999'999},
      {"1e-1000000000000000", 1, -bound},
      {"1e-1000000000000001", 1, -bound},
      {"1e-99999999999999999999999999999999", 1, -bound},
      {"10000000000000000000001e99999999999999999999", 1, bound, false, true},
      {"10e999999999999999", 1, bound},
      {"100e999999999999999", 1, bound},
      {"0.1e-1000000000000000", 1, -bound},
      {"0.00000000001e1000000000000001", 1, 999'999'999'999'990},
      {"0e99999999999999999999999999999999", 0, 0},
  };
  for (const expected_numeral& expected : table) {
    INFO(expected.text);
    const std::optional<numeral> number = read_numeral(expected.text);
    REQUIRE(number);
    CHECK(number->digits == expected.digits);
    CHECK(number->exponent == expected.exponent);
    CHECK(number->negative == expected.negative);
    CHECK(number->inexact == expected.inexact);
  }
}

TEST_CASE("read_numeral: a long number is read from all its digits") {
  const std::string zeros(5000, '0');
  CHECK(read_numeral("0." + zeros + "1")->exponent == -5001);
  CHECK(read_numeral("1" + zeros)->exponent == 5000);
  CHECK(read_numeral("1." + zeros)->exponent == 0);
  CHECK(read_numeral("0." + zeros + "1e5001")->exponent == 0);
  CHECK(read_numeral("1" + zeros + "e-5000")->exponent == 0);
  CHECK(read_numeral("1" + zeros + "1")->inexact);
  CHECK(read_numeral("1" + zeros + "1")->exponent == 5001);
}

TEST_CASE("read_numeral: what is no number by RFC 8259") {
  for (const char* text :
       {"",   "-",   "+1",  "--1", "01",    "00",    "-01",   ".5",       "-.5",  "5.",           "-5.",   "5.e1",
        "1e", "1e+", "1e-", "1E",  "1e+-1", "1e1.5", "1e1e1", "1.2.3",    "1,5",  "0x1F",         "1_000", " 1",
        "1 ", "1\n", "1a",  "a",   "e5",    "-e5",   "NaN",   "Infinity", "-inf", "\xEF\xBC\x91", "1f",    "1/2",
        "0-", "0/",  ":",   "1:",  "/",     "1./",   "1.:",   "1e/",      "1e:"}) {
    INFO(text);
    CHECK_FALSE(read_numeral(text));
  }
  CHECK_FALSE(read_numeral({}));
  // The whole of the text: a zero byte is part of it.
  CHECK_FALSE(read_numeral(std::string_view("1\0", 2)));
  // And no more than it.
  CHECK(read_numeral(std::string_view("123", 2))->digits == 12);
  CHECK(read_numeral(std::string_view("1.5e1", 3))->exponent == -1);
  CHECK_FALSE(read_numeral(std::string_view("1.5", 2)));
  CHECK_FALSE(read_numeral(std::string_view("1e5", 2)));
  CHECK_FALSE(read_numeral(std::string_view("1e-5", 3)));
  CHECK_FALSE(read_numeral(std::string_view("-5", 1)));
}

TEST_CASE("decimal: a numeral with a number of places") {
  const auto from = [](std::string_view text, unsigned places) { return decimal::from(*read_numeral(text), places); };
  const auto written = [&](std::string_view text, unsigned places) { return from(text, places)->to_string(); };
  CHECK(written("0.5", 1) == "0.5");
  CHECK(written("0.5", 3) == "0.500");
  CHECK(written("12", 0) == "12");
  CHECK(written("1200", 2) == "1200.00");
  CHECK(written("0", 2) == "0.00");
  CHECK(written("0e40", 0) == "0");
  CHECK(written("-0", 0) == "0");
  CHECK(written("0.000000000000000001", 18) == "0.000000000000000001");
  // Places that it does not have room for.
  CHECK_FALSE(from("0.5", 0));
  CHECK_FALSE(from("0.125", 2));
  CHECK(from("0.125", 3));
  CHECK_FALSE(from("0.0000000000000000001", 18));
  // Below 0.
  CHECK_FALSE(from("-1", 0));
  CHECK_FALSE(from("-0.5", 1));
  // Above 10^18 in units of its last place.
  CHECK(written("1000000000000000000", 0) == "1000000000000000000");
  CHECK_FALSE(from("1000000000000000001", 0));
  CHECK_FALSE(from("1e19", 0));
  CHECK_FALSE(from("9e18", 0));
  CHECK_FALSE(from("1e999999999999999999", 0));
  CHECK(written("1", 18) == "1.000000000000000000");
  CHECK_FALSE(from("1.000000000000000001", 18));
  CHECK_FALSE(from("2", 18));
  CHECK_FALSE(from("9999999999999999999", 0));
  CHECK_FALSE(from("9999999999999999999", 18));
  CHECK(written("0.999999999999999999", 18) == "0.999999999999999999");
  // Digits beyond the 19 that a numeral holds.
  CHECK_FALSE(from("0.10000000000000000000001", 18));
  CHECK_FALSE(from("10000000000000000000001e-22", 18));
}

TEST_CASE("decimal: written with all its places, or without zeros at the end") {
  CHECK(decimal().to_string() == "0");
  CHECK(decimal(7).to_string() == "7");
  CHECK(decimal(9000, 2).to_string() == "90.00");
  CHECK(decimal(5, 2).to_string() == "0.05");
  CHECK(decimal(50, 2).to_string() == "0.50");
  CHECK(decimal(500, 2).to_string() == "5.00");
  CHECK(decimal(0, 2).to_string() == "0.00");
  CHECK(decimal(123, 3).to_string() == "0.123");
  CHECK(decimal(9000, 2).trimmed().to_string() == "90");
  CHECK(decimal(9050, 2).trimmed().to_string() == "90.5");
  CHECK(decimal(9055, 2).trimmed().to_string() == "90.55");
  CHECK(decimal(900).trimmed().to_string() == "900");
  CHECK(decimal(0, 3).trimmed().to_string() == "0");
  CHECK(decimal(0, 3).trimmed().places() == 0);
  CHECK(decimal(8998, 2).digits() == 8998);
  CHECK(decimal(8998, 2).places() == 2);
}

TEST_CASE("decimal: compared by value") {
  CHECK(decimal(9000, 2) == decimal(90));
  CHECK(decimal(90) == decimal(9000, 2));
  CHECK(decimal(90) != decimal(9001, 2));
  CHECK(decimal(90) < decimal(9001, 2));
  CHECK(decimal(8999, 2) < decimal(90));
  CHECK(decimal(9) < decimal(90));
  CHECK(decimal(1'000'000'000'000'000'000ULL, 18) == decimal(1));
  CHECK(decimal(1'000'000'000'000'000'001ULL, 18) > decimal(1));
  CHECK(decimal(1'000'000'000'000'000'000ULL) > decimal(1'000'000'000'000'000'000ULL, 18));
}

TEST_CASE("fraction: always in lowest terms") {
  CHECK(fraction().to_string() == "0");
  CHECK(fraction().denominator() == natural(1));
  CHECK(fraction(0, 7) == fraction());
  CHECK(fraction(0, 7).denominator() == natural(1));
  CHECK(fraction(6, 4).numerator() == natural(3));
  CHECK(fraction(6, 4).denominator() == natural(2));
  CHECK(fraction(6, 4) == fraction(3, 2));
  CHECK(fraction(3, 2) == fraction(decimal(150, 2)));
  CHECK(fraction(decimal(90)) == fraction(90, 1));
  CHECK(fraction(1, 3) != fraction(1, 2));
}

TEST_CASE("fraction: compared exactly") {
  CHECK(fraction(1, 3) < fraction(1, 2));
  CHECK(fraction(2, 3) > fraction(1, 2));
  CHECK(fraction(2, 6) <= fraction(1, 3));
  CHECK(fraction(2, 6) >= fraction(1, 3));
  CHECK(fraction(89999999999999999, 1000000000000000) < fraction(90, 1));
  CHECK(fraction() < fraction(1, 1000000000000000000));
  CHECK((fraction(decimal(92)) - fraction(decimal(920, 1))).to_string() == "0");
  CHECK((fraction(1, 2) - fraction(1, 3)).to_string() == "1/6");
  CHECK((fraction(90, 1) - fraction(717, 8)).to_string() == "0.375");
}

// A terminating decimal, else a fraction in lowest terms.
TEST_CASE("fraction: the value in full") {
  const auto text = [](const natural& numerator, const natural& denominator) {
    return fraction(numerator, denominator).to_string();
  };
  CHECK(text(90, 1) == "90");
  CHECK(text(8642, 100) == "86.42");
  CHECK(text(1, 2) == "0.5");
  CHECK(text(1, 5) == "0.2");
  CHECK(text(1, 8) == "0.125");
  CHECK(text(1, 25) == "0.04");
  CHECK(text(1, 80) == "0.0125");
  CHECK(text(3, 200) == "0.015");
  CHECK(text(1, 3) == "1/3");
  CHECK(text(1, 6) == "1/6");
  CHECK(text(1, 15) == "1/15");
  CHECK(text(27727, 300) == "27727/300");
  CHECK(text(25927, 300) == "25927/300");
  CHECK(text(1, natural::power_of_ten(40)) == "0." + std::string(39, '0') + "1");
}

// Half to even, once, from the full value (GB/T 8170-2008, 3.2).
TEST_CASE("fraction: rounded, ties to even, and a hair on both sides of a tie") {
  const fraction hair(1, natural::power_of_ten(18));
  const fraction third_of_it(1, natural::power_of_ten(18) * 3);
  struct tie {
    const char* value;
    unsigned places;
    const char* down;
    const char* even;
    const char* up;
  };
  for (const tie& each : std::vector<tie>{{"59.5", 0, "59", "60", "60"},
                                          {"79.5", 0, "79", "80", "80"},
                                          {"88.5", 0, "88", "88", "89"},
                                          {"89.5", 0, "89", "90", "90"},
                                          {"94.5", 0, "94", "94", "95"},
                                          {"0.5", 0, "0", "0", "1"},
                                          {"1.5", 0, "1", "2", "2"},
                                          {"99.5", 0, "99", "100", "100"},
                                          {"89.985", 2, "89.98", "89.98", "89.99"},
                                          {"89.995", 2, "89.99", "90.00", "90.00"},
                                          {"79.995", 2, "79.99", "80.00", "80.00"},
                                          {"94.995", 2, "94.99", "95.00", "95.00"},
                                          {"95.005", 2, "95.00", "95.00", "95.01"},
                                          {"90.005", 2, "90.00", "90.00", "90.01"},
                                          {"0.005", 2, "0.00", "0.00", "0.01"},
                                          {"0.015", 2, "0.01", "0.02", "0.02"},
                                          {"69.45", 1, "69.4", "69.4", "69.5"},
                                          {"69.55", 1, "69.5", "69.6", "69.6"}}) {
    INFO(each.value);
    const fraction value = fraction_of(each.value);
    CHECK(value.rounded(each.places).to_string() == each.even);
    CHECK((value - hair).rounded(each.places).to_string() == each.down);
    CHECK((value - third_of_it).rounded(each.places).to_string() == each.down);
    CHECK((value + hair).rounded(each.places).to_string() == each.up);
    CHECK((value + third_of_it).rounded(each.places).to_string() == each.up);
  }
  // Not twice: 89.4951 to 89.5 and on to 90 would be wrong.
  CHECK(fraction_of("89.4951").rounded(0).to_string() == "89");
  CHECK(fraction_of("89.9949").rounded(2).to_string() == "89.99");
  CHECK(fraction(179, 2).rounded(0) == decimal(90));
  CHECK(fraction(177, 2).rounded(0) == decimal(88));
  CHECK(fraction(1, 3).rounded(5).to_string() == "0.33333");
  CHECK(fraction(2, 3).rounded(5).to_string() == "0.66667");
  CHECK(fraction(decimal(100)).rounded(2).to_string() == "100.00");
}

TEST_CASE("fraction: agrees with GMP's rational numbers") {
  std::mt19937_64 engine(51);
  const auto number = [&](unsigned digits) {
    std::string text = std::to_string(engine() % 9 + 1);
    for (unsigned i = 1; i < digits; ++i) {
      text.push_back(static_cast<char>('0' + engine() % 10));
    }
    return text;
  };
  const auto rational = [](const fraction& value) {
    return mpq_class(mpz_class(value.numerator().to_string()), mpz_class(value.denominator().to_string()));
  };
  for (int i = 0; i < 300; ++i) {
    const std::string denominator = number(static_cast<unsigned>(engine() % 25 + 1));
    const std::string numerator = number(static_cast<unsigned>(denominator.size() + engine() % 2));
    const fraction a = fraction_of(numerator + "/" + denominator);
    const fraction b = fraction_of(number(3) + "/" + number(4));
    const mpq_class qa = rational(a);
    const mpq_class qb = rational(b);
    mpq_class expected(numerator + "/" + denominator, 10);
    expected.canonicalize();
    CHECK((qa == expected && a.to_string() == naive::exact(expected)));
    CHECK(((a < b) == (qa < qb) && (a > b) == (qa > qb)));
    CHECK((rational(a < b ? b - a : a - b) == abs(qa - qb)));
    CHECK((rational(a + b) == qa + qb && rational(a * b) == qa * qb && rational(a / b) == qa / qb));
    for (const unsigned places : {0U, 2U, 5U, 15U}) {
      CHECK((a.rounded(places).to_string() == naive::rounded(expected, places)));
    }
  }
}
