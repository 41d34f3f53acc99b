// Whole numbers as large as the scoring can make them.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>

namespace tbsc94 {

__extension__ using uint128 = unsigned __int128;

/// A whole number, 0 or above, of at most 384 bits.
///
/// It is what numerators and denominators are made of. The widest that clause 5.1.2 can ask for is a
/// mean over the means of 1,000 ratings' assessors: 18 decimals of α (60 bits), points due with their
/// decimals (at most 30), the factor 100 and a limit's digits (at most 34), the least common multiple
/// of unequal counts that add up to 1,000 (at most 124) and the number of assessors (10): 258 bits. To leave
/// one rating out of such a mean takes a count more (10): 268 bits.
/// Requires of the caller: results stay within 384 bits, and nothing is subtracted below 0.
class natural {
 public:
  static constexpr std::size_t capacity = 6;

  constexpr natural() = default;
  constexpr natural(std::uint64_t value) : limbs_{value}, size_{value != 0 ? 1U : 0U} {}
  [[nodiscard]] static natural from(uint128 value);
  /// 10^exponent; exponent at most 115.
  [[nodiscard]] static natural power_of_ten(unsigned exponent);

  [[nodiscard]] bool is_zero() const { return size_ == 0; }
  [[nodiscard]] bool is_odd() const { return (limbs_[0] & 1U) != 0; }
  /// The decimal digits: `natural(120).to_string() // "120"`.
  [[nodiscard]] std::string to_string() const;
  /// The value, where it fits: at most 2^64 - 1.
  [[nodiscard]] std::uint64_t low() const { return limbs_[0]; }
  /// Whether it is below 2^64.
  [[nodiscard]] bool is_short() const { return size_ <= 1; }
  /// How often 2 divides it: `natural(12).twos() // 2`. It is not 0.
  [[nodiscard]] unsigned twos() const;

  friend natural operator+(const natural& a, const natural& b);
  friend natural operator-(const natural& a, const natural& b);
  friend natural operator*(const natural& a, const natural& b);
  /// Divided by 2^count, what is left over dropped; count is below 384.
  friend natural operator>>(const natural& a, unsigned count);
  friend bool operator==(const natural& a, const natural& b) = default;
  friend std::strong_ordering operator<=>(const natural& a, const natural& b);

  struct division;
  /// Quotient and remainder; `divisor` is not 0.
  [[nodiscard]] division divided_by(const natural& divisor) const;

 private:
  [[nodiscard]] uint128 low128() const { return (uint128{limbs_[1]} << 64U) | limbs_[0]; }
  [[nodiscard]] bool bit(std::size_t index) const;
  void trim(std::size_t from);

  std::array<std::uint64_t, capacity> limbs_{};  // least first; zero from size_ on
  std::size_t size_ = 0;
};

struct natural::division {
  natural quotient;
  natural remainder;
};

/// The greatest number that divides both; gcd(0, b) is b.
[[nodiscard]] natural gcd(natural a, natural b);
/// The least number that both divide; neither is 0.
[[nodiscard]] natural lcm(const natural& a, const natural& b);

}  // namespace tbsc94
