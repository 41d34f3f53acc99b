#include "written_number.hpp"

#include <algorithm>

namespace tbsc94 {

namespace {

constexpr std::int64_t most_whole_digits = 18;
constexpr std::int64_t smallest_exponent = -40;
constexpr std::int64_t exponent_bound = 1'000'000'000'000;

// The exponent, held within a bound that no text's own digits come near.
std::int64_t exponent_of(std::string_view text) {
  const bool down = text.starts_with('-');
  text.remove_prefix(down || text.starts_with('+') ? 1 : 0);
  std::int64_t exponent = 0;
  for (const char digit : text) {
    exponent = std::min(exponent * 10 + (digit - '0'), exponent_bound);
  }
  return down ? -exponent : exponent;
}

}  // namespace

std::optional<written_number> written_number::read(std::string_view text) {
  const auto number = read_numeral(text);
  if (!number) {
    return std::nullopt;
  }
  written_number result;
  result.numeral_ = *number;
  const std::size_t mantissa_end = std::min(text.find_first_of("eE"), text.size());
  if (mantissa_end < text.size()) {
    result.point_ = exponent_of(text.substr(mantissa_end + 1));
  }
  text = text.substr(0, mantissa_end);
  text.remove_prefix(text.starts_with('-') ? 1 : 0);
  const std::size_t point = std::min(text.find('.'), text.size());
  result.digits_ = text.substr(0, point);
  result.point_ += static_cast<std::int64_t>(point);
  if (point < text.size()) {
    result.digits_ += text.substr(point + 1);
  }
  const std::size_t zeros = std::min(result.digits_.find_first_not_of('0'), result.digits_.size());
  result.digits_.erase(0, zeros);
  result.point_ -= static_cast<std::int64_t>(zeros);
  return result;
}

std::uint64_t written_number::places() const {
  return static_cast<std::uint64_t>(std::max(static_cast<std::int64_t>(digits_.size()) - point_, std::int64_t{0}));
}

std::uint64_t written_number::digit(std::int64_t index) const {
  const bool written = index >= 0 && index < static_cast<std::int64_t>(digits_.size());
  return written ? static_cast<std::uint64_t>(digits_[static_cast<std::size_t>(index)] - '0') : 0;
}

// What stands before the point; nullopt where it is too large for any score.
std::optional<std::uint64_t> written_number::whole() const {
  if (digits_.empty()) {
    return 0;
  }
  if (point_ > most_whole_digits) {
    return std::nullopt;
  }
  std::uint64_t value = 0;
  for (std::int64_t i = 0; i < point_; ++i) {
    value = value * 10 + digit(i);
  }
  return value;
}

// Whether nothing but zeros is written from the decimal `place` on (1 is the first).
bool written_number::is_zero_after(std::uint64_t place) const {
  const std::int64_t from = std::max(point_ + static_cast<std::int64_t>(place) - 1, std::int64_t{0});
  return from >= static_cast<std::int64_t>(digits_.size()) ||
         digits_.find_first_not_of('0', static_cast<std::size_t>(from)) == std::string::npos;
}

std::optional<neighbour> written_number::beside(const fraction& exact) const {
  const auto mine = whole();
  if (!mine || (numeral_.negative)) {
    return std::nullopt;
  }
  // Digit by digit, by long division: as long as all are alike, this is the number at or below; once
  // one is greater by 1, it is the number above where nothing but nines and zeros follow.
  auto [quotient, remainder] = exact.numerator().divided_by(exact.denominator());
  const std::uint64_t first = quotient.low();
  if (*mine != first && *mine != first + 1) {
    return std::nullopt;
  }
  bool above = *mine != first;
  for (std::uint64_t place = 1; place <= places(); ++place) {
    if (remainder.is_zero()) {
      return !above && is_zero_after(place) ? std::optional(neighbour{}) : std::nullopt;
    }
    const auto step = (remainder * 10).divided_by(exact.denominator());
    remainder = step.remainder;
    const std::uint64_t theirs = step.quotient.low();
    const std::uint64_t ours = digit(point_ + static_cast<std::int64_t>(place) - 1);
    if (above ? theirs != 9 || ours != 0 : ours != theirs && ours != theirs + 1) {
      return std::nullopt;
    }
    above = above || ours != theirs;
  }
  return neighbour{above, fraction(remainder, exact.denominator())};
}

std::optional<fraction> written_number::value() const {
  if (numeral_.negative || !whole()) {
    return std::nullopt;
  }
  if (numeral_.exponent < smallest_exponent) {
    return fraction(0, 1);
  }
  const auto power = [](std::int64_t exponent) { return natural::power_of_ten(static_cast<unsigned>(exponent)); };
  return numeral_.exponent < 0 ? fraction(numeral_.digits, power(-numeral_.exponent))
                               : fraction(natural(numeral_.digits) * power(numeral_.exponent), 1);
}

}  // namespace tbsc94
