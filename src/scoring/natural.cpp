#include "tbsc94/natural.hpp"

#include <algorithm>
#include <utility>

#include "scoring/uint128.hpp"

namespace tbsc94 {

namespace {

constexpr std::uint64_t low_half(uint128 value) { return static_cast<std::uint64_t>(value); }
constexpr std::uint64_t high_half(uint128 value) { return static_cast<std::uint64_t>(value >> 64U); }

}  // namespace

natural natural::power_of_ten(unsigned exponent) {
  natural result = 1;
  for (unsigned i = 0; i < exponent; ++i) {
    result = result * 10;
  }
  return result;
}

// Sets size_, given that all limbs from `from` on are zero.
void natural::trim(std::size_t from) {
  size_ = from;
  while (size_ > 0 && limbs_[size_ - 1] == 0) {
    --size_;
  }
}

bool natural::bit(std::size_t index) const { return ((limbs_[index / 64] >> (index % 64)) & 1U) != 0; }

natural operator+(const natural& a, const natural& b) {
  natural sum;
  const std::size_t size = std::min(std::max(a.size_, b.size_) + 1, natural::capacity);
  uint128 carry = 0;
  for (std::size_t i = 0; i < size; ++i) {
    carry += uint128{a.limbs_[i]} + b.limbs_[i];
    sum.limbs_[i] = low_half(carry);
    carry >>= 64U;
  }
  sum.trim(size);
  return sum;
}

natural operator-(const natural& a, const natural& b) {
  natural difference;
  std::uint64_t borrow = 0;
  for (std::size_t i = 0; i < a.size_; ++i) {
    const uint128 step = uint128{a.limbs_[i]} - b.limbs_[i] - borrow;
    difference.limbs_[i] = low_half(step);
    borrow = high_half(step) & 1U;
  }
  difference.trim(a.size_);
  return difference;
}

natural operator*(const natural& a, const natural& b) {
  if (a.is_short() && b.is_short()) {
    return natural::from(uint128{a.low()} * b.low());
  }
  natural product;
  for (std::size_t i = 0; i < a.size_; ++i) {
    uint128 carry = 0;
    const std::size_t end = std::min(b.size_ + 1, natural::capacity - i);  // the last takes the carry
    for (std::size_t j = 0; j < end; ++j) {
      carry += uint128{a.limbs_[i]} * b.limbs_[j] + product.limbs_[i + j];
      product.limbs_[i + j] = low_half(carry);
      carry >>= 64U;
    }
  }
  product.trim(std::min(a.size_ + b.size_, natural::capacity));
  return product;
}

natural operator>>(const natural& a, unsigned count) {
  const std::size_t limbs = count / 64;
  const unsigned bits = count % 64;
  natural result;
  for (std::size_t i = limbs; i < a.size_; ++i) {
    const std::uint64_t above = i + 1 < a.size_ ? a.limbs_[i + 1] : 0;
    result.limbs_[i - limbs] = low_half(((uint128{above} << 64U) | a.limbs_[i]) >> bits);
  }
  result.trim(a.size_ > limbs ? a.size_ - limbs : 0);
  return result;
}

std::strong_ordering operator<=>(const natural& a, const natural& b) {
  if (a.size_ != b.size_) {
    return a.size_ <=> b.size_;
  }
  for (std::size_t i = a.size_; i-- > 0;) {
    if (a.limbs_[i] != b.limbs_[i]) {
      return a.limbs_[i] <=> b.limbs_[i];
    }
  }
  return std::strong_ordering::equal;
}

natural::division natural::divided_by(const natural& divisor) const {
  // Nearly every record's numbers fit one limb or two, which the processor divides itself.
  if (is_short() && divisor.is_short()) {
    return {low() / divisor.low(), low() % divisor.low()};
  }
  if (size_ <= 2 && divisor.size_ <= 2) {
    const auto wide = [](const natural& number) { return (uint128{number.limbs_[1]} << 64U) | number.limbs_[0]; };
    const uint128 quotient = wide(*this) / wide(divisor);
    return {from(quotient), from(wide(*this) - quotient * wide(divisor))};
  }
  division result;
  for (std::size_t i = size_ * 64; i-- > 0;) {
    result.quotient = result.quotient + result.quotient;
    result.remainder = result.remainder + result.remainder + natural(bit(i) ? 1U : 0U);
    if (result.remainder >= divisor) {
      result.remainder = result.remainder - divisor;
      result.quotient = result.quotient + 1;
    }
  }
  return result;
}

std::string natural::to_string() const {
  if (is_short()) {
    return std::to_string(low());
  }
  // 18 digits at a time, the last ones first.
  constexpr std::size_t digits_a_piece = 18;
  static const natural piece = power_of_ten(digits_a_piece);
  const auto [rest, last] = divided_by(piece);
  std::string digits = std::to_string(last.low());
  digits.insert(0, digits_a_piece - digits.size(), '0');
  return rest.to_string() + digits;
}

// Euclid's way: a score and its limit have much in common, so it comes to its end in few steps, fewer
// than it takes to shift out every bit.
std::uint64_t gcd(std::uint64_t a, std::uint64_t b) {
  while (b != 0) {
    a = std::exchange(b, a % b);
  }
  return a;
}

natural gcd(natural a, natural b) {
  while (!b.is_zero()) {
    if (a.is_short() && b.is_short()) {
      return gcd(a.low(), b.low());
    }
    const natural remainder = a.divided_by(b).remainder;
    a = b;
    b = remainder;
  }
  return a;
}

natural lcm(const natural& a, const natural& b) { return a.divided_by(gcd(a, b)).quotient * b; }

}  // namespace tbsc94
