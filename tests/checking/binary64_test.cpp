// Doubles in whole numbers, held against the processor's own.
#include "checking/binary64.hpp"

#include <array>
#include <charconv>
#include <limits>
#include <random>

#include "catch.hpp"
#include "scoring/naive.hpp"

using namespace tbsc94;

namespace {

static_assert(std::numeric_limits<double>::is_iec559);

// Whatever the locale.
double read(const std::string& text) {
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

mpq_class value_of(const binary64& number) {
  const fraction exact = number.exact();
  return {mpz_class(exact.numerator().to_string()), mpz_class(exact.denominator().to_string())};
}

}  // namespace

TEST_CASE("written decimals, sums, products and quotients are the processor's", "[binary64]") {
  std::mt19937_64 engine{20260302};
  for (int i = 0; i < 20'000; ++i) {
    const auto places = static_cast<unsigned>(engine() % 19);
    const std::uint64_t digits = engine() % (1ULL << (1 + engine() % 59));
    const decimal a(digits, places);
    const decimal b(1 + engine() % 1000, static_cast<unsigned>(engine() % 4));
    const double x = read(a.to_string());
    const double y = read(b.to_string());
    REQUIRE(value_of(binary64(a)) == mpq_class(x));
    REQUIRE(value_of(binary64(a) + binary64(b)) == mpq_class(x + y));
    REQUIRE(value_of(binary64(b) + binary64(a)) == mpq_class(y + x));
    REQUIRE(value_of(binary64(a) * binary64(b)) == mpq_class(x * y));
    REQUIRE(value_of(binary64(a) / binary64(b)) == mpq_class(x / y));
  }
}

TEST_CASE("a tie goes to the even mantissa, what is above it up", "[binary64]") {
  constexpr std::uint64_t big = 1ULL << 53U;
  CHECK(value_of(binary64(big) + binary64(1)) == mpq_class(9007199254740992.0));
  CHECK(value_of(binary64(big) + binary64(3)) == mpq_class(9007199254740996.0));
  CHECK(value_of(binary64(big + 2) + binary64(1)) == mpq_class(9007199254740996.0));
  CHECK(value_of(binary64(big) + binary64(decimal(1'000'000'000'000'000'001, 18))) == mpq_class(9007199254740992.0));
  CHECK(value_of(binary64(big) + binary64(decimal(10'001, 4))) == mpq_class(9007199254740994.0));
}

TEST_CASE("what is far smaller is lost, and 0 is 0", "[binary64]") {
  CHECK(value_of(binary64(1ULL << 60U) + binary64(decimal(1, 18))) == mpq_class(1152921504606846976.0));
  CHECK(value_of(binary64() + binary64(7)) == 7);
  CHECK(value_of(binary64(7) + binary64()) == 7);
  CHECK(value_of(binary64() * binary64(7)) == 0);
  CHECK(value_of(binary64() / binary64(7)) == 0);
}

TEST_CASE("the shorter number of which a decimal is the double", "[binary64]") {
  const auto shorter = [](const std::string& text) {
    const auto found = shorter_of_same_double(*decimal::from(*read_numeral(text), 18));
    return found ? found->to_string() : "none";
  };
  CHECK(shorter("0.94999999999999996") == "0.95");
  CHECK(shorter("0.69999999999999996") == "0.7");
  CHECK(shorter("0.100000000000000006") == "0.1");
  CHECK(shorter("0.99999999999999999") == "1");
  CHECK(shorter("0.050000000000000003") == "0.05");
  CHECK(shorter("0.300000000000000044") == "0.30000000000000004");
  CHECK(shorter("0.30000000000000004") == "none");  // 0.1 + 0.2, as short as it gets
  CHECK(shorter("0.9499999999999999") == "none");   // the double below that of 0.95
  CHECK(shorter("0.95") == "none");
  CHECK(shorter("0.123456789012345") == "none");
  // Whatever has two decimals is found again from the 17 digits of its double.
  for (unsigned i = 1; i < 100; ++i) {
    const std::string plain = decimal(i, 2).trimmed().to_string();
    std::array<char, 32> digits{};
    char* const end =
        std::to_chars(digits.data(), digits.data() + digits.size(), read(plain), std::chars_format::general, 17).ptr;
    const std::string written(digits.data(), end);
    CHECK((written == plain || shorter(written) == plain));
  }
}
