#include "binary64.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace tbsc94 {

binary64::binary64(const decimal& value)
    : binary64(quotient(value.digits(), natural::power_of_ten(value.places()).low())) {}

fraction binary64::exact() const {
  natural power = 1;
  for (int i = 0; i < std::abs(exponent_); ++i) {
    power = power + power;
  }
  return exponent_ < 0 ? fraction(mantissa_, power) : fraction(natural(mantissa_) * power, 1);
}

binary64 operator+(binary64 a, binary64 b) {
  if (a.mantissa_ == 0 || b.mantissa_ == 0) {
    return a.mantissa_ == 0 ? b : a;
  }
  if (a.exponent_ < b.exponent_) {
    std::swap(a, b);
  }
  constexpr int most = 70;  // what is lower than that cannot but tip a tie
  const int shift = std::min(a.exponent_ - b.exponent_, most);
  const int below = std::min(a.exponent_ - b.exponent_ - shift, 63);
  const std::uint64_t low = b.mantissa_ >> static_cast<unsigned>(below);
  const uint128 sum = (uint128{a.mantissa_} << static_cast<unsigned>(shift)) + low;
  return binary64::nearest(sum, a.exponent_ - shift, low << static_cast<unsigned>(below) != b.mantissa_);
}

binary64 operator*(binary64 a, binary64 b) {
  return binary64::nearest(uint128{a.mantissa_} * b.mantissa_, a.exponent_ + b.exponent_, false);
}

binary64 operator/(binary64 a, binary64 b) {
  constexpr unsigned shift = 64;
  const uint128 scaled = uint128{a.mantissa_} << shift;
  return binary64::nearest(scaled / b.mantissa_, a.exponent_ - b.exponent_ - static_cast<int>(shift),
                           scaled % b.mantissa_ != 0);
}

std::optional<decimal> shorter_of_same_double(const decimal& value) {
  constexpr unsigned always_kept = 15;  // decimals of so many significant digits are all stored as different doubles
  const decimal exact = value.trimmed();
  const auto significant = static_cast<unsigned>(std::to_string(exact.digits()).size());
  for (unsigned kept = always_kept; kept < significant; ++kept) {
    const decimal shorter = fraction(exact).rounded(exact.places() - (significant - kept)).trimmed();
    if (binary64(shorter) == binary64(exact)) {
      return shorter;
    }
  }
  return std::nullopt;
}

}  // namespace tbsc94
