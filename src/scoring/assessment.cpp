#include "tbsc94/assessment.hpp"

#include <algorithm>
#include <array>

namespace tbsc94 {

namespace {

// Of a character that is no digit it is above 9.
constexpr std::uint64_t digit_value(char c) { return static_cast<unsigned char>(c - '0'); }

// How many units of α the nth decimal place counts for.
constexpr auto units_of_place = [] {
  std::array<std::uint64_t, decimal::most_places + 1> units{alpha::one};
  for (std::size_t i = 1; i < units.size(); ++i) {
    units[i] = units[i - 1] / 10;
  }
  return units;
}();

// "1.", the decimals that an α may have, and one by which there are too many.
constexpr std::size_t longest_usual = 2 + decimal::most_places + 1;

}  // namespace

std::optional<alpha> alpha::from(const numeral& number) {
  // What is above 1 is above 10^18 in units of the 18th place, where decimal::from ends as well.
  const std::optional<decimal> value = decimal::from(number, decimal::most_places);
  if (!value) {
    return std::nullopt;
  }
  alpha result;
  result.units_ = value->digits();
  return result;
}

std::size_t alpha::read_many(std::string_view text, alpha& into) {
  if (text.empty() || digit_value(text[0]) > 1) {
    return 0;
  }
  const char* at = text.data() + 1;
  const char* const end = text.data() + std::min(text.size(), longest_usual);
  std::uint64_t value = digit_value(text[0]);
  std::size_t decimals = 0;
  if (at != end && *at == '.') {
    const char* const first = ++at;
    for (; at != end && digit_value(*at) <= 9; ++at) {
      value = value * 10 + digit_value(*at);
    }
    decimals = static_cast<std::size_t>(at - first);
    if (decimals == 0 || decimals > decimal::most_places) {
      return 0;
    }
  }
  const std::uint64_t units = value * units_of_place[decimals];
  if (units > one) {
    return 0;
  }
  into.units_ = units;
  return static_cast<std::size_t>(at - text.data());
}

alpha::fault alpha::fault_of(const numeral& number) {
  // Neither negative nor zero, it is below 1 where all its digits stand behind the point.
  const auto digits = static_cast<std::int64_t>(std::to_string(number.digits).size());
  return number.negative || digits + number.exponent > 0 ? fault::out_of_range : fault::too_fine;
}

bool assessment::is_applicable(std::size_t service_item) const {
  return std::none_of(not_applicable.begin(), not_applicable.end(),
                      [&](const item_note& note) { return note.first == service_item; });
}

}  // namespace tbsc94
