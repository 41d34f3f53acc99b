#include "tbsc94/decimal.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "scoring/uint128.hpp"

namespace tbsc94 {

namespace {

constexpr std::int64_t exponent_bound = 1'000'000'000'000'000;

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

constexpr auto powers_of_ten = [] {
  std::array<std::uint64_t, decimal::most_places + 1> powers{1};
  for (std::size_t i = 1; i < powers.size(); ++i) {
    powers[i] = powers[i - 1] * 10;
  }
  return powers;
}();

// Takes the digits of a number one by one, the first 19 that are significant.
struct significant_digits {
  static constexpr unsigned most = 19;

  std::uint64_t value = 0;
  unsigned count = 0;
  std::int64_t dropped = 0;
  bool inexact = false;  // a digit other than zero was dropped

  void take(char digit) {
    if (count == most) {
      ++dropped;
      inexact = inexact || digit != '0';
      return;
    }
    value = value * 10 + static_cast<std::uint64_t>(digit - '0');
    count += value == 0 ? 0 : 1;
  }
  // `exponent` is that of the last digit taken.
  [[nodiscard]] numeral at(std::int64_t exponent, bool negative) const {
    if (value == 0) {
      return {};
    }
    numeral number{value, exponent + dropped, negative, inexact};
    while (number.digits % 10 == 0) {
      number.digits /= 10;
      ++number.exponent;
    }
    number.exponent = std::clamp(number.exponent, -exponent_bound, exponent_bound);
    return number;
  }
};

// The value of an exponent's digits, held at a bound that no file's own digits reach.
std::int64_t read_exponent(const char*& at, const char* end) {
  std::int64_t exponent = 0;
  for (; at != end && is_digit(*at); ++at) {
    exponent = std::min(exponent * 10 + (*at - '0'), 2 * exponent_bound);
  }
  return exponent;
}

// Sets the decimal point `places` digits before the end: ("5", 2) is "0.05".
std::string with_point(std::string digits, std::size_t places) {
  if (places == 0) {
    return digits;
  }
  if (digits.size() <= places) {
    digits.insert(0, places + 1 - digits.size(), '0');
  }
  digits.insert(digits.size() - places, 1, '.');
  return digits;
}

// How often 5 divides `number`, which is not 0, and whether nothing is left then.
std::pair<unsigned, bool> fives_alone(natural number) {
  unsigned fives = 0;
  if (number.is_short()) {
    std::uint64_t rest = number.low();
    for (; rest % 5 == 0; rest /= 5) {
      ++fives;
    }
    return {fives, rest == 1};
  }
  for (auto step = number.divided_by(5); step.remainder.is_zero(); step = number.divided_by(5)) {
    number = step.quotient;
    ++fives;
  }
  return {fives, number == natural(1)};
}

}  // namespace

std::optional<numeral> read_numeral(std::string_view text) {
  const char* at = text.data();
  const char* const end = at + text.size();
  const auto next_is = [&](char c) { return at != end && *at == c; };
  const auto next_is_digit = [&] { return at != end && is_digit(*at); };

  const bool negative = next_is('-');
  at += negative ? 1 : 0;

  significant_digits digits;
  if (!next_is_digit()) {
    return std::nullopt;
  }
  if (next_is('0')) {  // a zero stands alone before the point
    ++at;
  } else {
    for (; next_is_digit(); ++at) {
      digits.take(*at);
    }
  }

  std::int64_t exponent = 0;
  if (next_is('.')) {
    ++at;
    if (!next_is_digit()) {
      return std::nullopt;
    }
    for (; next_is_digit(); ++at) {
      digits.take(*at);
      --exponent;
    }
  }

  if (next_is('e') || next_is('E')) {
    ++at;
    const bool down = next_is('-');
    at += (down || next_is('+')) ? 1 : 0;
    if (!next_is_digit()) {
      return std::nullopt;
    }
    const std::int64_t written = read_exponent(at, end);
    exponent += down ? -written : written;
  }

  if (at != end) {
    return std::nullopt;
  }
  return digits.at(exponent, negative);
}

std::optional<decimal> decimal::from(const numeral& number, unsigned places) {
  const std::int64_t shift = number.exponent + places;  // to units of the last place
  if (number.negative || number.inexact || shift < 0 || shift > most_places) {
    return std::nullopt;
  }
  const uint128 units = uint128{number.digits} * powers_of_ten[static_cast<std::size_t>(shift)];
  if (units > powers_of_ten[most_places]) {
    return std::nullopt;
  }
  return decimal(static_cast<std::uint64_t>(units), places);
}

std::string decimal::to_string() const { return with_point(std::to_string(digits_), places_); }

decimal decimal::trimmed() const {
  decimal result = *this;
  while (result.places_ > 0 && result.digits_ % 10 == 0) {
    result.digits_ /= 10;
    --result.places_;
  }
  return result;
}

std::strong_ordering decimal::compare_scaled(const decimal& a, const decimal& b) {
  return uint128{a.digits_} * powers_of_ten[b.places_] <=> uint128{b.digits_} * powers_of_ten[a.places_];
}

fraction::fraction(const natural& numerator, const natural& denominator) {
  if (numerator.is_zero()) {
    return;
  }
  // The twos go first, at the cost of a shift: what is left of nearly every score fits one limb.
  const unsigned twos = std::min(numerator.twos(), denominator.twos());
  numerator_ = numerator >> twos;
  denominator_ = denominator >> twos;
  if (is_short()) {
    const std::uint64_t divisor = gcd(numerator_.low(), denominator_.low());
    numerator_ = numerator_.low() / divisor;
    denominator_ = denominator_.low() / divisor;
  } else {
    const natural divisor = gcd(numerator_, denominator_);
    numerator_ = numerator_.divided_by(divisor).quotient;
    denominator_ = denominator_.divided_by(divisor).quotient;
  }
}

fraction::fraction(const decimal& value) {
  if (value.places() == 0) {
    numerator_ = value.digits();
  } else {
    *this = fraction(value.digits(), powers_of_ten[value.places()]);
  }
}

decimal fraction::rounded(unsigned places) const {
  if (is_short()) {
    const uint128 scaled = uint128{numerator_.low()} * powers_of_ten[places];
    const uint128 denominator = denominator_.low();
    // Below 2^64, the processor divides it itself.
    const bool is_long = scaled >> 64U != 0;
    const uint128 quotient = is_long ? scaled / denominator : static_cast<std::uint64_t>(scaled) / denominator_.low();
    const uint128 doubled = 2 * (scaled - quotient * denominator);
    const bool up = doubled > denominator || (doubled == denominator && (quotient & 1U) != 0);
    return decimal(static_cast<std::uint64_t>(quotient) + (up ? 1 : 0), places);
  }
  const natural scaled = numerator_ * natural(powers_of_ten[places]);
  const auto [quotient, remainder] = scaled.divided_by(denominator_);
  // There is no tie: a half unit of a place, in lowest terms, is short.
  const bool up = remainder + remainder > denominator_;
  return decimal(quotient.low() + (up ? 1 : 0), places);
}

decimal fraction::rounded_up(unsigned places) const {
  const decimal near = rounded(places);
  return decimal(near.digits() + (*this > near ? 1 : 0), places);
}

std::string fraction::to_string() const {
  // In lowest terms it ends as a decimal where its denominator has no factor but 2 and 5; the more
  // frequent of the two says after how many places.
  const unsigned twos = denominator_.twos();
  const auto [fives, is_decimal] = fives_alone(denominator_ >> twos);
  if (!is_decimal) {
    return numerator_.to_string() + '/' + denominator_.to_string();
  }
  const unsigned places = std::max(twos, fives);
  const natural digits = (numerator_ * natural::power_of_ten(places)).divided_by(denominator_).quotient;
  return with_point(digits.to_string(), places);
}

fraction operator+(const fraction& a, const fraction& b) {
  return {a.numerator_ * b.denominator_ + b.numerator_ * a.denominator_, a.denominator_ * b.denominator_};
}

fraction operator*(const fraction& a, const fraction& b) {
  return {a.numerator_ * b.numerator_, a.denominator_ * b.denominator_};
}

fraction operator/(const fraction& a, const fraction& b) {
  return {a.numerator_ * b.denominator_, a.denominator_ * b.numerator_};
}

fraction operator-(const fraction& a, const fraction& b) {
  return {a.numerator_ * b.denominator_ - b.numerator_ * a.denominator_, a.denominator_ * b.denominator_};
}

std::strong_ordering operator<=>(const fraction& a, const fraction& b) {
  return a.numerator_ * b.denominator_ <=> b.numerator_ * a.denominator_;
}

std::strong_ordering operator<=>(const fraction& a, const decimal& b) {
  if (a.is_short()) {
    return uint128{a.numerator_.low()} * powers_of_ten[b.places()] <=> uint128{a.denominator_.low()} * b.digits();
  }
  return a.numerator_ * powers_of_ten[b.places()] <=> a.denominator_ * b.digits();
}

decimal minus(const decimal& a, const decimal& b) {
  return (fraction(a) - fraction(b)).rounded(std::max(a.places(), b.places())).trimmed();
}

}  // namespace tbsc94
