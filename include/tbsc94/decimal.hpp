// Exact numbers: decimals as a file writes them, means as fractions, rounding after GB/T 8170-2008.
#pragma once

#include <compare>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "tbsc94/natural.hpp"

namespace tbsc94 {

/// A number read from its own digits, by value: (-)digits × 10^exponent, `digits` without trailing
/// zeros. Where more than 19 digits are significant, `digits` holds the first 19 and `inexact` is
/// true: the value then lies strictly between digits × 10^exponent and (digits + 1) × 10^exponent.
struct numeral {
  std::uint64_t digits = 0;
  std::int64_t exponent = 0;  // 0 for zero; held within ±10^15
  bool negative = false;      // never for zero: -0 is 0
  bool inexact = false;
};

/// Reads a number as RFC 8259 (section 6) writes it, the whole of `text`; nullopt where it is none.
/// `read_numeral("8.50e-1") // digits 85, exponent -2`.
[[nodiscard]] std::optional<numeral> read_numeral(std::string_view text);

/// A decimal, 0 or above: digits ÷ 10^places, `places` at most 18.
class decimal {
 public:
  static constexpr unsigned most_places = 18;

  constexpr decimal() = default;
  /// `decimal(8998, 2) // 89.98`. Requires places <= most_places.
  constexpr explicit decimal(std::uint64_t digits, unsigned places = 0) : digits_(digits), places_(places) {}
  /// Digits as code writes them: `decimal(80)`. Signed ones that are worked out do not compile.
  consteval explicit decimal(std::signed_integral auto digits, unsigned places = 0) : decimal(whole(digits), places) {
    if (places > most_places) {
      throw "a decimal has at most 18 places";
    }
  }
  explicit decimal(no_whole_number auto digits, unsigned places = 0) = delete;
  /// The value of `number` written with `places` places; nullopt where it is negative, needs more
  /// places, or is above 10^18 in units of its last place.
  [[nodiscard]] static std::optional<decimal> from(const numeral& number, unsigned places);

  [[nodiscard]] constexpr std::uint64_t digits() const { return digits_; }
  [[nodiscard]] constexpr unsigned places() const { return places_; }

  /// All its places: `decimal(9000, 2).to_string() // "90.00"`.
  [[nodiscard]] std::string to_string() const;
  /// The same value without zeros at its end: `decimal(9000, 2).trimmed() // 90`.
  [[nodiscard]] decimal trimmed() const;
  /// The same as text: `decimal(9000, 2).shortest() // "90"`.
  [[nodiscard]] std::string shortest() const { return trimmed().to_string(); }

  friend bool operator==(const decimal& a, const decimal& b) { return (a <=> b) == 0; }
  friend std::strong_ordering operator<=>(const decimal& a, const decimal& b) {
    return a.places_ == b.places_ ? a.digits_ <=> b.digits_ : compare_scaled(a, b);
  }

 private:
  [[nodiscard]] static std::strong_ordering compare_scaled(const decimal& a, const decimal& b);

  std::uint64_t digits_ = 0;
  unsigned places_ = 0;
};

/// a − b, without zeros at its end. Requires a >= b.
[[nodiscard]] decimal minus(const decimal& a, const decimal& b);

/// An exact fraction, 0 or above, always in lowest terms.
class fraction {
 public:
  fraction() = default;
  /// numerator ÷ denominator; the denominator is not 0.
  fraction(const natural& numerator, const natural& denominator);
  explicit fraction(const decimal& value);

  [[nodiscard]] const natural& numerator() const { return numerator_; }
  [[nodiscard]] const natural& denominator() const { return denominator_; }

  /// Rounded once, half to even (GB/T 8170-2008, 3.2), to `places` places:
  /// `fraction(179, 2).rounded(0) // 90`, `fraction(177, 2).rounded(0) // 88`.
  /// Requires the result to stay below 10^18 in units of its last place.
  [[nodiscard]] decimal rounded(unsigned places) const;
  /// Rounded up to `places` places, for what has to suffice: `fraction(10, 3).rounded_up(2) // 3.34`. Requires as
  /// above.
  [[nodiscard]] decimal rounded_up(unsigned places) const;

  /// The value in full: a decimal that ends (`"86.42"`), else the fraction (`"27727/300"`).
  [[nodiscard]] std::string to_string() const;

  friend fraction operator+(const fraction& a, const fraction& b);
  friend fraction operator*(const fraction& a, const fraction& b);
  /// Requires b above 0.
  friend fraction operator/(const fraction& a, const fraction& b);
  /// Requires a >= b.
  friend fraction operator-(const fraction& a, const fraction& b);
  friend bool operator==(const fraction& a, const fraction& b) = default;
  friend std::strong_ordering operator<=>(const fraction& a, const fraction& b);
  friend std::strong_ordering operator<=>(const fraction& a, const decimal& b);

 private:
  // Nearly every record's: then the processor's own numbers do.
  [[nodiscard]] bool is_short() const { return numerator_.is_short() && denominator_.is_short(); }

  natural numerator_;
  natural denominator_ = 1;
};

}  // namespace tbsc94
