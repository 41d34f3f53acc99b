// A scheme: a certification specification as data, each group with its clause.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tbsc94/bilingual.hpp"
#include "tbsc94/decimal.hpp"
#include "tbsc94/readings.hpp"

namespace tbsc94 {

/// A maturity level, 1 to 5 (Appendix 2).
class maturity_level {
 public:
  static constexpr unsigned lowest = 1;
  static constexpr unsigned highest = 5;

  constexpr maturity_level() = default;  // level 1
  /// nullopt where `number` is no level.
  [[nodiscard]] static constexpr std::optional<maturity_level> from(std::uint64_t number) {
    if (number < lowest || number > highest) {
      return std::nullopt;
    }
    maturity_level level;
    level.number_ = static_cast<std::uint8_t>(number);
    return level;
  }
  static std::optional<maturity_level> from(no_whole_number auto number) = delete;
  [[nodiscard]] constexpr unsigned number() const { return number_; }
  friend constexpr auto operator<=>(maturity_level, maturity_level) = default;

 private:
  std::uint8_t number_ = lowest;
};

/// A band of α (5.1.1): from the end of the band before, which it leaves out (the first band takes
/// in its own `from`), to `to`, which it takes in.
struct likert_band {
  bilingual name;
  decimal from;
  decimal to;
};

/// A line of Appendix 1 or of Appendix 3: a service item or a management item.
struct item {
  std::string id;
  bilingual name;
  decimal points_due;
  bilingual criterion;
  std::string reference;  // a management item's clause in Appendix 4; empty for service items
};

/// A characteristic of Appendix 1 or a chapter of Appendix 3: `count` items from `first` on.
struct item_group {
  std::string id;
  bilingual name;
  std::size_t first = 0;
  std::size_t count = 0;
};

/// The items of one appendix, in its order. All points due are written with `places` places.
struct item_table {
  // Within these bounds every number of a grading is exact: `grade` holds them (grade.hpp).
  static constexpr std::size_t most_items = 500;
  static constexpr unsigned most_places = 4;
  static constexpr std::uint64_t most_points = 1'000'000;  // due in all

  std::string clause;
  std::vector<item_group> groups;
  std::vector<item> items;
  unsigned places = 0;

  /// Its place in the order; nullopt for an id that the scheme does not have.
  [[nodiscard]] std::optional<std::size_t> find(std::string_view id) const;
  /// The sum of the points due of all items, and of a group's.
  [[nodiscard]] decimal points_due() const;
  [[nodiscard]] decimal points_due(const item_group& group) const;
  /// The group of the item at this place, by its index.
  [[nodiscard]] std::size_t group_of(std::size_t item) const;
};

/// A level's description, common to all items (Appendix 2).
struct level_description {
  bilingual name;
  bilingual description;
};

/// A band of the management total (Appendix 3): from <= total < end; where it takes in its end, <= end.
/// The last one, whose end no other begins with, may do so.
struct maturity_band {
  maturity_level level;
  decimal from;
  decimal end;
  bool takes_in_end = false;
};

struct maturity_part {
  item_table table;  // Appendix 3
  std::string level_clause;
  std::vector<level_description> levels;  // one a level, level 1 first
  std::vector<maturity_band> bands;       // ascending, each beginning where the one before ends
  std::string requirements_clause{};      // where the items' references point (Appendix 4); empty: not stated
  std::string qms_audit_clause{};         // what a qms_audit follows (5.2.2); empty: not stated

  /// The lowest band of `level` or above; null where there is none.
  [[nodiscard]] const maturity_band* lowest_band(maturity_level level) const;
};

/// The left side of the table of 5.3: a service score from..to needs this management level. `to` is
/// the printed end, absent for "and above"; `level` is absent in a scheme without a maturity part.
struct grade_row {
  decimal from;
  std::optional<decimal> to;
  std::optional<maturity_level> level;
};

/// The right side of the table of 5.3: a grade and the service scores printed beside it.
struct grade_limit {
  std::string grade;
  decimal from;
  std::optional<decimal> to;
};

/// The table of 5.3. Rows and grades ascend by `from`; a row begins at or below every grade's `from`.
struct grade_table {
  static constexpr unsigned most_places = 2;  // of the lower limits of grades: `grade` holds it (grade.hpp)
  static constexpr std::uint64_t most_points = 1'000'000;  // likewise

  std::string clause;
  unsigned places = 0;  // decimal places of the printed limits: 0 for whole points
  std::vector<grade_row> rows;
  std::vector<grade_limit> grades;
};

/// A clause in words of one's own: what the tables do not say.
struct clause_summary {
  std::string within;  // the appendix that numbers it ("Appendix 4"); empty: the specification itself
  std::string number;  // "4.2.2"
  bilingual title;
  bilingual summary;

  /// "4.2.2", "Appendix 4 3.1.1".
  [[nodiscard]] std::string id() const { return within.empty() ? number : within + ' ' + number; }
};

struct scheme {
  std::string id;       // "CTS TBSC94-2026"
  std::string edition;  // "B/0"
  bilingual title;
  bilingual issuer;
  std::string published;     // YYYY-MM-DD
  std::string effective;     // YYYY-MM-DD
  std::string alpha_clause;  // 5.1.1
  std::string mean_clause;   // 5.1.2; empty: not stated apart from the service part
  std::vector<likert_band> likert;
  item_table service;                     // Appendix 1; at least one item, points due above 0
  std::optional<maturity_part> maturity;  // Appendix 3; absent where the scheme has no such part
  grade_table grades;
  std::vector<clause_summary> clauses{};  // in the order of the specification; empty: not stated
  readings_in_use stated{};               // the readings that it states itself, each settled by its clause
};

/// The clause that a qms_audit follows (5.2.2); empty where the scheme does not state it.
[[nodiscard]] std::string_view qms_audit_clause_of(const scheme& scheme);

/// The index of the band that α, taken as an exact value, falls in (5.1.1; bands are closed above).
[[nodiscard]] std::size_t likert_band_of(const scheme& scheme, const decimal& alpha);

}  // namespace tbsc94
