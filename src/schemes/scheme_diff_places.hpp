// Where a change between two schemes stands, in the terms of a scheme file.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "checking/scheme_diff.hpp"

namespace tbsc94 {

/// `name_of(scheme_part::service_item) // "service-item"`.
[[nodiscard]] std::string_view name_of(scheme_part part);

/// What happened, in one stable word: "added", "removed", "moved", "reordered", or the field that changed,
/// `"points-due"`. A text has one word in both languages.
[[nodiscard]] std::string_view code_of(const scheme_change& change);

/// The one of the two schemes of a comparison, and where a change is in it.
struct scheme_side {
  const scheme& content;
  std::optional<std::size_t> index;  // of the changed part; absent: it is not in this scheme
  const scheme_value& value;
};
[[nodiscard]] inline scheme_side side_before(const scheme& before, const scheme_change& change) {
  return {before, change.before, change.old_value};
}
[[nodiscard]] inline scheme_side side_after(const scheme& after, const scheme_change& change) {
  return {after, change.after, change.new_value};
}

/// As a JSON pointer into its file: "/service/characteristics/3/items/1/points_due"; nullopt where it is not there.
[[nodiscard]] std::optional<std::string> pointer_to(const scheme_side& side, const scheme_change& change);

/// Its clause: that of the later scheme, where that has the part.
[[nodiscard]] std::string clause_of(const scheme& before, const scheme& after, const scheme_change& change);

/// The id or name by which the part is known; nullopt where it has none.
[[nodiscard]] std::optional<std::string> id_of(const scheme_side& side, scheme_part part);

}  // namespace tbsc94
