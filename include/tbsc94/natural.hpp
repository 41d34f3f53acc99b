// Whole numbers as large as the scoring can make them.
#pragma once

#include <array>
#include <bit>
#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <type_traits>

namespace tbsc94 {

/// What would become a whole number of 64 bits only by losing something: fractions, truth values, higher bits.
template <class T>
concept no_whole_number = std::floating_point<T> || std::same_as<T, bool> ||
    (!std::is_class_v<T> && sizeof(T) > sizeof(std::uint64_t));

/// A number as code writes it, `80`: where it is below 0, the code does not compile. It is for `consteval`
/// constructors alone, and not `consteval` itself because clang 14 calls those at run time where they
/// initialise members and globals.
constexpr std::uint64_t whole(std::signed_integral auto number) {
  return number >= 0 ? static_cast<std::uint64_t>(number) : throw "a number here is 0 or above";
}

/// A whole number, 0 or above, of at most 384 bits.
///
/// It is what numerators and denominators are made of. The widest that clause 5.1.2 can ask for is a
/// mean over the means of 1,000 ratings' assessors: 18 decimals of α (60 bits), points due with their
/// decimals (at most 34), the factor 100 and a limit's digits (at most 34), the least common multiple
/// of unequal counts that add up to 1,000 (at most 124) and the number of assessors (10): 262 bits. To leave
/// one rating out of such a mean takes a count more (10): 272 bits.
/// Requires of the caller: results stay within 384 bits, and nothing is subtracted below 0.
class natural {
 public:
  static constexpr std::size_t capacity = 6;

  constexpr natural() = default;
  constexpr natural(std::uint64_t value) : limbs_{value}, size_{value != 0 ? 1U : 0U} {}
  /// A number as code writes it: `natural(120)`. A signed one that is worked out does not compile.
  consteval natural(std::signed_integral auto value) : natural(whole(value)) {}
  natural(no_whole_number auto value) = delete;
  /// From an unsigned number of 128 bits, where the compiler has one.
  template <class T>
  requires(sizeof(T) == 2 * sizeof(std::uint64_t)) [[nodiscard]] static natural from(T value) {
    natural result(static_cast<std::uint64_t>(value));
    if (const auto above = static_cast<std::uint64_t>(value >> 64U); above != 0) {
      result.limbs_[1] = above;
      result.size_ = 2;
    }
    return result;
  }
  /// 10^exponent; exponent at most 115.
  [[nodiscard]] static natural power_of_ten(unsigned exponent);

  [[nodiscard]] bool is_zero() const { return size_ == 0; }
  /// The decimal digits: `natural(120).to_string() // "120"`.
  [[nodiscard]] std::string to_string() const;
  /// The value, where it fits: at most 2^64 - 1.
  [[nodiscard]] std::uint64_t low() const { return limbs_[0]; }
  /// Whether it is below 2^64.
  [[nodiscard]] bool is_short() const { return size_ <= 1; }
  /// How often 2 divides it: `natural(12).twos() // 2`. It is not 0.
  [[nodiscard]] unsigned twos() const {
    unsigned limb = 0;
    while (limbs_[limb] == 0) {
      ++limb;
    }
    return limb * 64 + static_cast<unsigned>(std::countr_zero(limbs_[limb]));
  }

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
[[nodiscard]] std::uint64_t gcd(std::uint64_t a, std::uint64_t b);
/// The least number that both divide; neither is 0.
[[nodiscard]] natural lcm(const natural& a, const natural& b);

}  // namespace tbsc94
