// Numbers: read_numeral takes exactly those of RFC 8259, by their value; decimals keep it; fractions
// round as GMP's rationals do. A text with a "/" is a fraction of two numbers, and one with a "*" the
// product of two such fractions.
#include <gmpxx.h>

#include <algorithm>

#include "fuzz/fuzz.hpp"
#include "reading/alpha_text.hpp"
#include "scoring/naive.hpp"
#include "tbsc94/decimal.hpp"

namespace {

using namespace tbsc94;

// RFC 8259, section 6, letter by letter.
bool is_number(std::string_view text) {
  std::size_t at = 0;
  const auto is_any_of = [&](std::string_view allowed) {
    return at < text.size() && allowed.find(text[at]) != std::string_view::npos;
  };
  const auto digits = [&] {
    const std::size_t begin = at;
    while (is_any_of("0123456789")) {
      ++at;
    }
    return at != begin;
  };
  at += is_any_of("-") ? 1U : 0U;
  if (is_any_of("0")) {
    ++at;
  } else if (!digits()) {
    return false;
  }
  if (is_any_of(".")) {
    ++at;
    if (!digits()) {
      return false;
    }
  }
  if (is_any_of("eE")) {
    ++at;
    at += is_any_of("+-") ? 1U : 0U;
    if (!digits()) {
      return false;
    }
  }
  return at == text.size();
}

mpq_class scaled(const mpq_class& value, long exponent) {
  mpz_class power;
  mpz_ui_pow_ui(power.get_mpz_t(), 10, static_cast<unsigned long>(std::abs(exponent)));
  return exponent < 0 ? mpq_class(value / power) : mpq_class(value * power);
}

mpz_class whole(std::uint64_t number) { return {static_cast<unsigned long>(number)}; }

mpq_class value_of(const decimal& number) {
  return scaled(whole(number.digits()), -static_cast<long>(number.places()));
}

constexpr long largest_exponent = 3000;

// The value, where its exponent is not too large to write it out.
std::optional<mpq_class> value_of(std::string_view text) {
  const std::size_t e = std::min(text.find_first_of("eE"), text.size());
  std::string exponent(text.substr(std::min(e + 1, text.size())));
  exponent.erase(0, exponent.find_first_of("-0123456789"));
  const mpz_class power(exponent.empty() ? "0" : exponent, 10);
  if (abs(power) > largest_exponent) {
    return std::nullopt;
  }
  return scaled(naive::number(std::string(text.substr(0, e))), power.get_si());
}

void check_numeral(const numeral& number, const mpq_class& value) {
  const mpq_class low = scaled(whole(number.digits), static_cast<long>(number.exponent));
  const mpq_class high = scaled(whole(number.digits) + 1, static_cast<long>(number.exponent));
  fuzz::check(number.negative == (value < 0), "the sign");
  fuzz::check(number.inexact ? low < abs(value) && abs(value) < high : low == abs(value), "the value of a numeral");

  const mpq_class units = scaled(value, decimal::most_places);
  const bool fits = value >= 0 && units.get_den() == 1 && value <= 1;
  const auto read = decimal::from(number, decimal::most_places);
  fuzz::check(read.has_value() == fits, "decimal::from takes what 18 places hold");
  if (read) {
    fuzz::check(value_of(*read) == value, "the value of a decimal");
    const auto again = read_numeral(read->to_string());
    fuzz::check(again && decimal::from(*again, decimal::most_places) == read, "a decimal read from what it writes");
    fuzz::check(naive::number(read->trimmed().to_string()) == value, "a decimal without zeros at its end");
    fuzz::check(fraction(*read).to_string() == naive::exact(value), "a decimal as a fraction");
  }
}

struct checked_fraction {
  fraction ours;
  mpq_class value;
};

// Of a denominator of two numbers: with more, the fraction in full would not stay within 384 bits.
constexpr unsigned long most_twos = 79;

void check_fraction(const checked_fraction& read) {
  const auto& [ours, value] = read;
  if (mpz_scan1(value.get_den_mpz_t(), 0) <= most_twos) {
    fuzz::check(ours.to_string() == naive::exact(value), "a fraction in full");
  }
  for (unsigned places = 0; places <= 4 && value < 100'000'000; ++places) {
    const decimal rounded = ours.rounded(places);
    const std::string expected = naive::rounded(value, places);
    fuzz::check(rounded.to_string() == expected, "rounded as GMP's rationals are");
    fuzz::check(fraction(rounded).rounded(0).to_string() == naive::rounded(naive::number(expected), 0),
                "rounded a second time");
    const std::strong_ordering order = cmp(value, naive::number(expected)) <=> 0;
    fuzz::check((ours <=> fraction(rounded)) == order && (ours <=> rounded) == order, "ordered by value");
  }
}

// The fraction that `text` writes, its two numbers with as many places.
std::optional<checked_fraction> fraction_of(std::string_view text, unsigned places) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) {
    return std::nullopt;
  }
  const auto part = [&](std::string_view of) {
    const auto read = read_numeral(of);
    return read ? decimal::from(*read, places) : std::nullopt;
  };
  const auto numerator = part(text.substr(0, slash));
  const auto denominator = part(text.substr(slash + 1));
  if (!numerator || !denominator || *denominator == decimal(0)) {
    return std::nullopt;
  }
  return checked_fraction{fraction(numerator->digits(), denominator->digits()),
                          value_of(*numerator) / value_of(*denominator)};
}

void check_product(std::string_view text, unsigned places) {
  const std::size_t star = text.find('*');
  const auto read = fraction_of(text.substr(0, star), places);
  if (star == std::string_view::npos) {
    if (read) {
      check_fraction(*read);
    }
  } else if (const auto factor = fraction_of(text.substr(star + 1), places); read && factor) {
    check_fraction({read->ours * factor->ours, read->value * factor->value});
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  const auto number = read_numeral(text);
  fuzz::check(number.has_value() == is_number(text), "a number is what RFC 8259 says");
  if (alpha usual; scan_alpha(text, usual) == text.size() && !text.empty()) {
    fuzz::check(number && alpha::from(*number) == usual, "an α in the usual way of writing is the same α");
  }
  if (number) {
    if (const auto value = value_of(text)) {
      check_numeral(*number, *value);
    }
    return 0;
  }
  for (const unsigned places : {0U, 2U, decimal::most_places}) {
    check_product(text, places);
  }
  return 0;
}
