#include "json/meant_value.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <system_error>
#include <vector>

#include "tbsc94/decimal.hpp"
#include "text/comparison_key.hpp"
#include "text/format.hpp"

namespace tbsc94 {

namespace {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string number_without(std::string_view unit, std::string_view text) {
  const auto number = read_numeral(text);
  const auto percent = number && unit == "%" ? decimal::from(*number, decimal::most_places - 2) : std::nullopt;
  return percent                 ? decimal(percent->digits(), percent->places() + 2).shortest()
         : number && unit != "%" ? std::string(text)
                                 : std::string();
}

// ".9", "+0.9", "0.9.", "0..9" without what is too much.
std::string tidy(std::string text) {
  if (const std::size_t twice = text.find(".."); twice != std::string::npos) {
    text.erase(twice, 1);
  }
  if (text.starts_with('+')) {
    text.erase(0, 1);
  }
  if (text.starts_with('.') && text.size() > 1) {
    text.insert(0, 1, '0');
  }
  if (text.ends_with('.') && text.size() > 1) {
    text.pop_back();
  }
  return text;
}

std::string number_in(std::string text) {
  if (std::ranges::count(text, ',') == 1) {
    text[text.find(',')] = '.';
  }
  constexpr std::array<std::string_view, 5> levels{"一", "二", "三", "四", "五"};
  for (const std::string_view unit : {"%", "级", "分", ""}) {
    if (!text.ends_with(unit)) {
      continue;
    }
    const std::string number = tidy(text.substr(0, text.size() - unit.size()));
    const auto level = std::ranges::find(levels, number);
    return level != levels.end() && unit != "%" ? std::to_string(level - levels.begin() + 1)
                                                : number_without(unit, number);
  }
  return {};
}

}  // namespace

bool is_calendar_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
    return false;
  }
  const auto number = [&](std::size_t at, std::size_t size) {
    int result = 0;
    for (const char c : text.substr(at, size)) {
      result = c >= '0' && c <= '9' && result >= 0 ? result * 10 + (c - '0') : -1;
    }
    return result;
  };
  const int year = number(0, 4);
  const int month = number(5, 2);
  const int day = number(8, 2);
  if (year < 0 || month < 0 || day < 0) {
    return false;
  }
  return std::chrono::year_month_day(std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                     std::chrono::day(static_cast<unsigned>(day)))
      .ok();
}

unsigned days_of_month(std::string_view text) {
  const std::string month(text.substr(0, std::min<std::size_t>(text.size(), 8)));
  for (const unsigned days : {31U, 30U, 29U, 28U}) {
    if (text.size() == 10 && is_calendar_date(month + std::to_string(days))) {
      return days;
    }
  }
  return 0;
}

std::string meant_date(std::string_view written) {
  const std::string text = comparison_key(written);
  std::vector<std::string> numbers;
  bool in_number = false;
  for (const char c : text) {
    if (is_digit(c)) {
      numbers.resize(numbers.size() + (in_number ? 0 : 1));
      numbers.back() += c;
    }
    in_number = is_digit(c);
  }
  if (numbers.size() == 1 && text == numbers[0] && text.size() == 8) {
    numbers = {text.substr(0, 4), text.substr(4, 2), text.substr(6)};
  }
  constexpr std::size_t most_between = 9;  // bytes of 年, 月, 日
  const bool is_date = numbers.size() == 3 && is_digit(text[0]) && numbers[0].size() == 4 &&
                       numbers[1].size() + numbers[2].size() <= 4 && text.size() <= 8 + most_between;
  const std::string date = is_date ? formatted("{}-{:0>2}-{:0>2}", numbers[0], numbers[1], numbers[2]) : std::string();
  return is_calendar_date(date) ? date : "";
}

std::string date_of_serial(std::string_view written) {
  constexpr int first = 36526;  // 2000-01-01
  constexpr int last = 73050;   // 2099-12-31
  int days = 0;
  const char* const end = written.data() + written.size();
  const auto [at, error] = std::from_chars(written.data(), end, days);
  if (error != std::errc() || at != end || days < first || days > last) {
    return {};
  }
  using namespace std::chrono;
  const year_month_day date(sys_days(year(1899) / December / 30) + std::chrono::days(days));
  return formatted("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                   static_cast<unsigned>(date.day()));
}

std::string meant_number(std::string_view written) {
  const std::string text = comparison_key(written);
  std::string number = number_in(text);
  if (number.empty() && std::ranges::any_of(text, is_digit)) {
    number = number_in(lookalike_key(written));  // 0.9O
  }
  return number;
}

}  // namespace tbsc94
