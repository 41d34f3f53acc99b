// What a revision changes: every difference between two schemes, and nothing else.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "tbsc94/decimal.hpp"
#include "tbsc94/scheme.hpp"

namespace tbsc94 {

/// What of a scheme a change is of. Those that stand in a list are named by their index in it.
enum class scheme_part : std::uint8_t {
  scheme,           // the scheme itself
  likert,           // the bands of α together (5.1.1)
  likert_band,      // scheme::likert
  service,          // Appendix 1 as a whole
  characteristic,   // scheme::service.groups
  service_item,     // scheme::service.items
  maturity,         // the management part as a whole (Appendix 3)
  levels,           // the level descriptions together (Appendix 2)
  level,            // maturity_part::levels
  chapter,          // maturity_part::table.groups
  management_item,  // maturity_part::table.items
  total_band,       // maturity_part::bands
  grades,           // the table of 5.3 as a whole
  row,              // grade_table::rows
  grade,            // grade_table::grades
  clause,           // scheme::clauses
  reading,          // scheme::stated, by the reading's place among all_readings
};

/// What of the part is another.
enum class scheme_field : std::uint8_t {
  whole,  // the part itself: it is added, or removed
  group,  // an item's characteristic or chapter, by its id: the item has moved there
  order,  // the ids of the groups, or of a group's items, that both schemes have there
  id,
  edition,
  title_zh,
  title_en,
  issuer_zh,
  issuer_en,
  published,
  effective,
  clause,
  mean_clause,          // of service
  requirements_clause,  // of maturity
  qms_audit_clause,     // of maturity
  name_zh,
  name_en,
  points_due,  // of an item, a characteristic, or Appendix 1 as a whole
  criterion_zh,
  criterion_en,
  reference,
  description_zh,
  description_en,
  summary_zh,
  summary_en,
  value,  // of a reading
  from,
  to,
  end,  // of a total_band
  level,
  places,  // decimal places of the limits of 5.3
};

/// The end of a maturity_band.
struct band_end {
  decimal at;
  bool taken_in = false;

  friend bool operator==(const band_end&, const band_end&) = default;
};

/// A value of a field: none where the part has none, as a row or grade "and above" has no `to`.
using scheme_value =
    std::variant<std::monostate, std::string, decimal, maturity_level, band_end, std::vector<std::string>>;

struct scheme_change {
  scheme_part part{};
  scheme_field field{};
  std::optional<std::size_t> before;  // its index in the one scheme; 0 for what stands in no list; absent: added
  std::optional<std::size_t> after;   // its index in the other; absent: removed
  scheme_value old_value{};           // monostate for `whole`
  scheme_value new_value{};
};

/// All that makes `after` another scheme than `before`, in the order of the specification; numbers count by value.
///
/// What has an id or a name is the same where that is: characteristics, chapters, items, levels, grades, clauses.
/// Bands of α and rows of 5.3 have none: they are matched in their order, so that the fewest fields differ,
/// one that is added or removed counting as half its fields; of more than 1000 in both, each with the one at
/// its place. A part that is added or removed is one change, but the items of a group are changes of their
/// own: they may have moved.
[[nodiscard]] std::vector<scheme_change> changes(const scheme& before, const scheme& after);

}  // namespace tbsc94
