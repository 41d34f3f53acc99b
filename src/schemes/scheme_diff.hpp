// What a revision changes: every difference between two schemes, and nothing else.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tbsc94/scheme.hpp"
#include "text/language.hpp"

namespace tbsc94 {

/// One of the two sides of a change.
struct changed_value {
  std::string where;  // in the scheme's file, as a JSON pointer; empty: it is not there
  std::string json;   // as a file has it, numbers by value; empty: there is none, or it is the part itself

  friend bool operator==(const changed_value&, const changed_value&) = default;
};

struct scheme_change {
  std::string_view code;  // "added", "removed", "moved", "reordered", or the field that changed: "points-due"
  std::string_view part;  // "service-item"
  std::string id;         // or name of the part; empty: it has none
  std::string clause;     // that of the later scheme, where it has the part; empty: none
  changed_value before;
  changed_value after;
  std::string heading;  // the table of the specification that it is in, with its clause
  std::string line;     // "item 4.2 equipment and facilities: points due 10 → 5"
};

/// All that makes `after` another scheme than `before`, in the order of the specification; numbers count by value.
///
/// What has an id or a name is the same where that is: characteristics, chapters, items, levels, bands of totals,
/// grades, clauses, readings. Bands of α and rows of 5.3 have none: they are matched in their order, so that the fewest
/// fields differ, one that is added or removed counting as half its fields; of more than 1000 in both, each with the
/// one at its place. A part that is added or removed is one change, but the items of a group are changes of their own:
/// they may have moved.
[[nodiscard]] std::vector<scheme_change> changes(const scheme& before, const scheme& after, language lang);

}  // namespace tbsc94
