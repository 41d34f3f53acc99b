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

decimal item_table::points_due() const {
  std::uint64_t due = 0;
  for (const item& each : items) {
    due += each.points_due.digits();
  }
  return decimal(due, places);
}

decimal item_table::points_due(const item_group& group) const {
  std::uint64_t due = 0;
  for (std::size_t i = group.first; i < group.first + group.count; ++i) {
    due += items[i].points_due.digits();
  }
  return decimal(due, places);
}

std::size_t item_table::group_of(std::size_t item) const {
  const auto group = std::find_if(groups.begin(), groups.end(),
                                  [&](const item_group& each) { return item < each.first + each.count; });
  return static_cast<std::size_t>(group - groups.begin());
}

const maturity_band* maturity_part::lowest_band(maturity_level level) const {
  const auto found =
      std::find_if(bands.begin(), bands.end(), [&](const maturity_band& each) { return each.level >= level; });
  return found == bands.end() ? nullptr : &*found;
}

std::string_view qms_audit_clause_of(const scheme& scheme) {
  return scheme.maturity ? std::string_view(scheme.maturity->qms_audit_clause) : std::string_view();
}

std::size_t likert_band_of(const scheme& scheme, const decimal& alpha) {
  const auto holds = [&](const likert_band& band) { return alpha <= band.to; };
  const auto found = std::find_if(scheme.likert.begin(), scheme.likert.end(), holds);
  return static_cast<std::size_t>(found - scheme.likert.begin());
}

}  // namespace tbsc94
