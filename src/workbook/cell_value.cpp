#include "workbook/cell_value.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <utility>

#include "tbsc94/decimal.hpp"
#include "text/comparison_key.hpp"
#include "text/format.hpp"

namespace tbsc94::workbook {

namespace {

// A number by its significant digits: 0.DIGITS × 10^point.
struct digit_string {
  std::string digits;  // without zeros at either end; empty for zero
  long point = 0;
  bool negative = false;

  static std::optional<digit_string> from(std::string_view text);
  void round(std::size_t most);
  [[nodiscard]] std::string plain() const;

 private:
  void trim();
};

// `text` is a number as JSON writes it.
std::optional<digit_string> digit_string::from(std::string_view text) {
  if (!read_numeral(text)) {
    return std::nullopt;
  }
  digit_string result;
  const std::size_t e = std::min(text.find_first_of("eE"), text.size());
  if (e < text.size()) {
    const std::string_view exponent = text.substr(text[e + 1] == '+' ? e + 2 : e + 1);
    if (std::from_chars(exponent.data(), exponent.data() + exponent.size(), result.point).ec != std::errc()) {
      return std::nullopt;
    }
  }
  result.negative = text.starts_with('-');
  const std::string_view number = text.substr(result.negative ? 1 : 0, e - (result.negative ? 1 : 0));
  const std::size_t dot = std::min(number.find('.'), number.size());
  result.point += static_cast<long>(dot);
  result.digits = number.substr(0, dot);
  result.digits += number.substr(std::min(dot + 1, number.size()));
  result.trim();
  return result;
}

void digit_string::trim() {
  const std::size_t zeros = std::min(digits.find_first_not_of('0'), digits.size());
  digits.erase(0, zeros);
  point = digits.empty() ? 0 : point - static_cast<long>(zeros);
  digits.erase(digits.find_last_not_of('0') + 1);
}

void digit_string::round(std::size_t most) {
  if (digits.size() <= most) {
    return;
  }
  const std::string rest = std::exchange(digits, digits.substr(0, most)).substr(most);
  const bool is_half = rest == "5";  // no zeros are at its end
  if (rest < "5" || (is_half && (digits.back() - '0') % 2 == 0)) {
    return trim();
  }
  digits.insert(0, 1, '0');
  ++point;
  const std::size_t raised = digits.find_last_not_of('9');
  std::fill(digits.begin() + static_cast<std::ptrdiff_t>(raised) + 1, digits.end(), '0');
  ++digits[raised];
  trim();
}

std::string digit_string::plain() const {
  std::string text = negative && !digits.empty() ? "-" : "";
  const auto size = static_cast<long>(digits.size());
  if (digits.empty()) {
    return "0";
  }
  if (point <= 0) {
    return text + "0." + std::string(static_cast<std::size_t>(-point), '0') + digits;
  }
  if (point >= size) {
    return text + digits + std::string(static_cast<std::size_t>(point - size), '0');
  }
  return text + digits.substr(0, static_cast<std::size_t>(point)) + '.' +
         digits.substr(static_cast<std::size_t>(point));
}

std::optional<std::string> plain_digits(std::string_view text, std::size_t most) {
  constexpr long farthest = 40;  // places before and after the point
  constexpr std::size_t longest = 400;
  auto number = text.size() <= longest ? digit_string::from(text) : std::nullopt;
  if (!number || number->point > farthest || number->point < -farthest) {
    return std::nullopt;
  }
  number->round(most);
  return number->plain();
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const std::size_t from = std::min(text.find_first_not_of(blanks), text.size());
  return text.substr(from, text.find_last_not_of(blanks) + 1 - from);
}

// In NFKC, without blanks and invisible characters; the Chinese full stop is what an input method makes of a point.
std::string plain_text(std::string_view text) {
  std::string plain = comparison_key(text);
  constexpr std::string_view full_stop = "。";
  for (std::size_t at = plain.find(full_stop); at != std::string::npos; at = plain.find(full_stop)) {
    plain.replace(at, full_stop.size(), ".");
  }
  if (plain.starts_with('\'')) {
    plain.erase(0, 1);  // as some write a text
  }
  return plain;
}

}  // namespace

std::optional<std::string> typed_digits(std::string_view stored) {
  constexpr std::size_t kept = 15;
  return plain_digits(trimmed(stored), kept);
}

std::optional<std::string> number_in_text(std::string_view text) {
  constexpr std::size_t all = 400;
  std::string number = plain_text(text);
  if (number.starts_with('+')) {
    number.erase(0, 1);
  }
  if (number.starts_with('.')) {
    number.insert(0, 1, '0');
  }
  if (number.ends_with('%')) {
    number.pop_back();
    number += "e-2";
  }
  return plain_digits(number, all);
}

std::optional<std::string> level_in_text(std::string_view text) {
  std::string level = plain_text(text);
  constexpr std::string_view ending = "级";
  if (level.ends_with(ending)) {
    level.resize(level.size() - ending.size());
  }
  constexpr std::array<std::string_view, 5> numerals{"一", "二", "三", "四", "五"};
  const auto found = std::ranges::find(numerals, std::string_view(level));
  return found == numerals.end() ? plain_digits(level, level.size())
                                 : std::optional(std::to_string(found - numerals.begin() + 1));
}

std::optional<std::string> day_of(std::string_view serial, bool counts_from_1904) {
  const auto digits = typed_digits(serial);
  long number = 0;
  const char* const end = digits ? digits->data() + std::min(digits->find('.'), digits->size()) : nullptr;
  if (!digits || std::from_chars(digits->data(), end, number).ptr != end) {
    return std::nullopt;
  }
  using namespace std::chrono;
  constexpr long leap_day_that_was_not = 60;  // 29 February 1900, which spreadsheets count
  const long days = counts_from_1904 ? number : number < leap_day_that_was_not ? number + 1 : number;
  const sys_days first = counts_from_1904 ? sys_days{year{1904} / 1 / 1} : sys_days{year{1899} / 12 / 30};
  constexpr long last = 2'958'465;  // 31 December 9999
  if (number < 0 || number > last || (number == leap_day_that_was_not && !counts_from_1904)) {
    return std::nullopt;
  }
  const year_month_day day = first + std::chrono::days{days};
  return formatted("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                   static_cast<unsigned>(day.day()));
}

std::string day_in_text(std::string_view text) {
  std::array<unsigned, 3> parts{};
  const std::string plain = plain_text(text);
  std::string_view left = plain;
  constexpr std::string_view signs = "年月日";
  constexpr std::string_view separators = "/.-";
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto [end, error] =
        std::from_chars(left.data(), left.data() + std::min(left.size(), std::size_t{4}), parts[i]);
    if (error != std::errc()) {
      return std::string(trimmed(text));
    }
    left.remove_prefix(static_cast<std::size_t>(end - left.data()));
    const std::string_view sign = signs.substr(3 * i, 3);
    if (left.starts_with(sign)) {
      left.remove_prefix(sign.size());
    } else if (i < 2 && !left.empty() && separators.find(left[0]) != std::string_view::npos) {
      left.remove_prefix(1);
    } else if (i < 2) {
      return std::string(trimmed(text));
    }
  }
  const bool is_day = left.empty() && parts[0] > 999 && parts[1] < 100 && parts[2] < 100;
  return is_day ? formatted("{:04}-{:02}-{:02}", parts[0], parts[1], parts[2]) : std::string(trimmed(text));
}

}  // namespace tbsc94::workbook
