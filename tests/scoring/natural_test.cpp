#include "tbsc94/natural.hpp"

#include <gmpxx.h>

#include <random>
#include <string>
#include <vector>

#include "catch.hpp"

using tbsc94::natural;

namespace {

// Built from its limbs by nothing but + and *, which the first tests check by their digits.
natural natural_of(const mpz_class& value) {
  const mpz_class limb_base = mpz_class(1) << 64;
  natural result;
  natural weight = 1;
  for (mpz_class rest = value; rest > 0; rest /= limb_base) {
    const mpz_class limb = rest % limb_base;
    result = result + natural(limb.get_ui()) * weight;
    if (rest >= limb_base) {
      weight = weight * natural(1ULL << 63U) * 2;
    }
  }
  return result;
}

mpz_class mpz_of(const natural& value) { return mpz_class(value.to_string()); }

// Whole numbers below 2^384, most of them with the limbs at which carries and borrows go wrong.
class numbers {
 public:
  mpz_class below_bits(std::size_t bits) {
    mpz_class value = 0;
    for (std::size_t i = 0; i < 6; ++i) {
      value = (value << 64) + mpz_class(limb());
    }
    return value >> (384 - random_(engine_) % (bits + 1));
  }

 private:
  unsigned long limb() {
    switch (random_(engine_) % 6) {
      case 0:
        return 0;
      case 1:
        return ~0UL;
      case 2:
        return 1;
      case 3:
        return 1UL << 63U;
      default:
        return random_(engine_);
    }
  }

  std::mt19937_64 engine_{94};
  std::uniform_int_distribution<unsigned long> random_;
};

mpz_class power_of_two(unsigned exponent) { return mpz_class(1) << exponent; }

}  // namespace

TEST_CASE("natural: a number prints as its digits") {
  CHECK(natural().to_string() == "0");
  CHECK(natural(0).to_string() == "0");
  CHECK(natural(7).to_string() == "7");
  CHECK(natural(120).to_string() == "120");
  CHECK(natural(18446744073709551615ULL).to_string() == "18446744073709551615");
  CHECK((natural::power_of_ten(40) + 7).to_string() == "1" + std::string(39, '0') + "7");
  CHECK((natural::power_of_ten(36) - 1).to_string() == std::string(36, '9'));
}

TEST_CASE("natural: zero, and the low limb") {
  CHECK(natural().is_zero());
  CHECK(natural(0).is_zero());
  CHECK_FALSE(natural(1).is_zero());
  CHECK_FALSE(natural(1ULL << 63U).is_zero());
  CHECK_FALSE((natural(1ULL << 63U) * 2).is_zero());
  CHECK(natural(42).low() == 42);
  CHECK(natural().low() == 0);
}

TEST_CASE("natural: from 128 bits") {
  __extension__ using uint128 = unsigned __int128;
  CHECK(natural::from(uint128{0}).is_zero());
  CHECK(natural::from(uint128{5}) == natural(5));
  CHECK(natural::from(uint128{1} << 64U).to_string() == "18446744073709551616");
  CHECK(natural::from(~uint128{0}).to_string() == "340282366920938463463374607431768211455");
  CHECK(natural::from((uint128{3} << 64U) | 1U).to_string() == "55340232221128654849");
}

TEST_CASE("natural: powers of ten, up to the widest") {
  CHECK(natural::power_of_ten(0) == natural(1));
  CHECK(natural::power_of_ten(1) == natural(10));
  CHECK(natural::power_of_ten(18).to_string() == "1" + std::string(18, '0'));
  CHECK(natural::power_of_ten(115).to_string() == "1" + std::string(115, '0'));
}

TEST_CASE("natural: all arithmetic agrees with GMP at the seams between limbs") {
  for (const unsigned bits : {64U, 128U, 192U, 256U, 320U}) {
    INFO(bits);
    const mpz_class seam = power_of_two(bits);
    const mpz_class below = seam - 1;
    // A carry through every limb, and a borrow through every limb.
    CHECK(mpz_of(natural_of(below) + 1) == seam);
    CHECK(mpz_of(natural(1) + natural_of(below)) == seam);
    CHECK(mpz_of(natural_of(seam) - 1) == below);
    CHECK(mpz_of(natural_of(seam) - natural_of(below)) == 1);
    CHECK((natural_of(seam) - natural_of(seam)).is_zero());
    CHECK(natural_of(below) < natural_of(seam));
    CHECK(natural_of(seam) > natural_of(below));
    CHECK(mpz_of(natural_of(seam).divided_by(natural_of(below)).quotient) == 1);
    CHECK(mpz_of(natural_of(seam).divided_by(natural_of(below)).remainder) == 1);
    CHECK(natural_of(below).divided_by(natural_of(seam)).quotient.is_zero());
    CHECK(mpz_of(natural_of(below).divided_by(natural_of(seam)).remainder) == below);
  }
  const mpz_class half = power_of_two(192) - 1;
  CHECK(mpz_of(natural_of(half) * natural_of(half)) == half * half);
  const mpz_class all = power_of_two(384) - 1;
  CHECK(mpz_of(natural_of(all)) == all);
  CHECK(mpz_of(natural_of(all) * 1) == all);
  CHECK(mpz_of(natural(1) * natural_of(all)) == all);
  CHECK(mpz_of(natural_of(all - 1) + 1) == all);
  CHECK((natural_of(all) * natural()).is_zero());
  CHECK((natural() * natural_of(all)).is_zero());
}

TEST_CASE("natural: division takes divisors of the full width") {
  const mpz_class all = power_of_two(384) - 1;
  const mpz_class half = power_of_two(383);
  const auto check = [](const mpz_class& a, const mpz_class& b) {
    const natural::division result = natural_of(a).divided_by(natural_of(b));
    CHECK(mpz_of(result.quotient) == a / b);
    CHECK(mpz_of(result.remainder) == a % b);
  };
  check(all, all);
  check(all, all - 1);
  check(all, half);
  check(all, half - 1);
  check(all, half + 1);
  check(half, half + 1);
  check(all - 1, all);
  check(half, all);
  check(all, 1);
  check(all, power_of_two(128));
  check(all, power_of_two(128) - 1);
}

TEST_CASE("natural: sums, differences and comparisons agree with GMP") {
  numbers random;
  for (int i = 0; i < 400; ++i) {
    const mpz_class a = random.below_bits(383);
    const mpz_class b = random.below_bits(383);
    const mpz_class& more = std::max(a, b);
    const mpz_class& less = std::min(a, b);
    const natural na = natural_of(a);
    const natural nb = natural_of(b);
    CHECK(na + nb == natural_of(a + b));
    CHECK(natural_of(more) - natural_of(less) == natural_of(more - less));
    CHECK(((na < nb) == (a < b) && (na > nb) == (a > b) && (na == nb) == (a == b)));
    CHECK((na + nb - nb == na && na == na + natural()));
    CHECK((na <= na && na >= na && na.is_zero() == (a == 0)));
  }
}

TEST_CASE("natural: products agree with GMP") {
  numbers random;
  for (int i = 0; i < 400; ++i) {
    const mpz_class a = random.below_bits(384);
    const std::size_t left = 384 - mpz_sizeinbase(a.get_mpz_t(), 2);
    const mpz_class b = random.below_bits(left);
    CHECK(natural_of(a) * natural_of(b) == natural_of(a * b));
    CHECK(natural_of(b) * natural_of(a) == natural_of(a * b));
  }
}

TEST_CASE("natural: divided by powers of two as GMP does, and how often two divides") {
  CHECK(natural(12).twos() == 2);
  CHECK(natural(1).twos() == 0);
  CHECK(natural(1ULL << 63U).twos() == 63);
  CHECK((natural() >> 5).is_zero());
  numbers random;
  for (unsigned count = 0; count < 384; ++count) {
    INFO(count);
    CHECK(natural_of(power_of_two(count)).twos() == count);
    CHECK(natural_of(power_of_two(384) - power_of_two(count)).twos() == count);
    const mpz_class a = random.below_bits(384);
    CHECK((natural_of(a) >> count) == natural_of(a >> count));
    CHECK((natural_of(power_of_two(384) - 1) >> count) == natural_of((power_of_two(384) - 1) >> count));
  }
}

TEST_CASE("natural: short is what one limb holds") {
  CHECK(natural().is_short());
  CHECK(natural(~0ULL).is_short());
  CHECK_FALSE((natural(~0ULL) + 1).is_short());
}

TEST_CASE("natural: quotients, remainders, gcd and lcm agree with GMP") {
  numbers random;
  for (int i = 0; i < 200; ++i) {
    const mpz_class a = random.below_bits(384);
    const mpz_class b = random.below_bits(384) + (i % 2 == 0 ? 1 : 0);
    if (b == 0 || mpz_sizeinbase(b.get_mpz_t(), 2) > 384) {
      continue;
    }
    const natural::division result = natural_of(a).divided_by(natural_of(b));
    CHECK((result.quotient == natural_of(a / b) && result.remainder == natural_of(a % b)));
  }

  for (int i = 0; i < 60; ++i) {
    const mpz_class factor = random.below_bits(60);
    const mpz_class a = random.below_bits(100) * factor;
    const mpz_class b = random.below_bits(160) * factor;
    CHECK((gcd(natural_of(a), natural_of(b)) == natural_of(gcd(a, b))));
    if (a != 0 && b != 0) {
      CHECK((lcm(natural_of(a), natural_of(b)) == natural_of(lcm(a, b))));
    }
  }
}

// gcd(0, b) is b.
TEST_CASE("natural: gcd and lcm of small numbers") {
  CHECK(gcd(natural(0), 12) == natural(12));
  CHECK(gcd(natural(12), 0) == natural(12));
  CHECK(gcd(natural(12), 18) == natural(6));
  CHECK(gcd(natural(18), 12) == natural(6));
  CHECK(gcd(natural(7), 9) == natural(1));
  CHECK(lcm(natural(4), 6) == natural(12));
  CHECK(lcm(natural(1), 7) == natural(7));
  CHECK(lcm(natural(7), 1) == natural(7));
}
