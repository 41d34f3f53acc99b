// IEEE 754 doubles worked out in whole numbers, to tell what a script that adds up doubles gives.
//
// Nothing is decided by them: they only name the cause where a recorded value differs.
#pragma once

#include <cstdint>
#include <optional>

#include "scoring/uint128.hpp"
#include "tbsc94/decimal.hpp"

namespace tbsc94 {

/// A double, 0 or above, of moderate size: mantissa × 2^exponent. Every operation rounds once, to
/// the nearest, a tie to the even mantissa.
class binary64 {
 public:
  constexpr binary64() = default;  // 0
  constexpr explicit binary64(std::uint64_t whole) : binary64(quotient(whole, 1)) {}
  /// The nearest to a written decimal.
  explicit binary64(const decimal& value);

  [[nodiscard]] fraction exact() const;

  friend binary64 operator+(binary64 a, binary64 b);
  friend binary64 operator*(binary64 a, binary64 b);
  /// `b` is not 0.
  friend binary64 operator/(binary64 a, binary64 b);
  friend bool operator==(const binary64&, const binary64&) = default;

 private:
  constexpr binary64(std::uint64_t mantissa, int exponent) : mantissa_(mantissa), exponent_(exponent) {}
  /// The nearest to numerator ÷ denominator.
  static constexpr binary64 quotient(std::uint64_t numerator, std::uint64_t denominator);
  /// The nearest to mantissa × 2^exponent, or, where `more`, to slightly above it.
  static constexpr binary64 nearest(uint128 mantissa, int exponent, bool more);

  std::uint64_t mantissa_ = 0;  // 53 bits, or 0
  int exponent_ = 0;
};

/// The shortest decimal that is stored as the same double as `value`, which has 16 significant digits or more:
/// `0.95` for `0.94999999999999996`. nullopt where none is shorter. `value` is at most 1.
[[nodiscard]] std::optional<decimal> shorter_of_same_double(const decimal& value);

constexpr binary64 binary64::nearest(uint128 mantissa, int exponent, bool more) {
  constexpr int bits = 53;
  int width = 0;
  for (uint128 rest = mantissa; rest != 0; rest >>= 1U) {
    ++width;
  }
  const int dropped = width - bits;
  if (dropped <= 0) {
    return {static_cast<std::uint64_t>(mantissa << static_cast<unsigned>(-dropped)),
            width == 0 ? 0 : exponent + dropped};
  }
  const uint128 half = uint128{1} << static_cast<unsigned>(dropped - 1);
  const uint128 rest = mantissa & (2 * half - 1);
  auto kept = static_cast<std::uint64_t>(mantissa >> static_cast<unsigned>(dropped));
  kept += rest > half || (rest == half && (more || kept % 2 != 0)) ? 1U : 0U;
  if (kept >> static_cast<unsigned>(bits) != 0) {
    return {kept / 2, exponent + dropped + 1};
  }
  return {kept, exponent + dropped};
}

constexpr binary64 binary64::quotient(std::uint64_t numerator, std::uint64_t denominator) {
  if (numerator == 0) {
    return {};
  }
  uint128 scaled = numerator;
  int exponent = 0;
  while (scaled >> 126U == 0) {
    scaled <<= 1U;
    --exponent;
  }
  return nearest(scaled / denominator, exponent, scaled % denominator != 0);
}

}  // namespace tbsc94
