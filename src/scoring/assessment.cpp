#include "tbsc94/assessment.hpp"

#include <algorithm>

namespace tbsc94 {

std::optional<alpha> alpha::from(const numeral& number) {
  // What is above 1 is above 10^18 in units of the 18th place, where decimal::from ends as well.
  const std::optional<decimal> value = decimal::from(number, decimal::most_places);
  return value ? from_units(value->digits()) : std::nullopt;
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
