#include "tbsc94/scheme.hpp"

#include <algorithm>

namespace tbsc94 {

std::optional<std::size_t> item_table::find(std::string_view id) const {
  const auto found = std::find_if(items.begin(), items.end(), [&](const item& each) { return each.id == id; });
  if (found == items.end()) {
    return std::nullopt;
  }
  return static_cast<std::size_t>(found - items.begin());
}

std::size_t likert_band_of(const scheme& scheme, const decimal& alpha) {
  const auto holds = [&](const likert_band& band) { return alpha <= band.to; };
  const auto found = std::find_if(scheme.likert.begin(), scheme.likert.end(), holds);
  return static_cast<std::size_t>(found - scheme.likert.begin());
}

}  // namespace tbsc94
