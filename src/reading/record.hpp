// One assessment as read, and what is wrong or odd about it.
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "json/finding.hpp"
#include "reading/scheme_catalog.hpp"
#include "tbsc94/assessment.hpp"
#include "text/language.hpp"

namespace tbsc94 {

/// How many details, and how many remarks on clauses (`too-large`).
inline constexpr std::size_t most_details = 50;
inline constexpr std::size_t most_conformity_remarks = 500;

/// Where the recorded result stands in the text: the offsets of its members' values in the
/// order of `recorded_member`, and of the values in recorded_result::readings.
struct recorded_offsets {
  std::array<std::size_t, 4> members{};
  std::vector<std::size_t> readings;
};

/// An α that is written as the double of a shorter number: its place among assessment::alphas, and that number.
struct shorter_alpha {
  std::size_t at = 0;
  alpha value;
};

/// What became of one assessment file or line. It is graded where `errors` is empty.
struct record {
  const loaded_scheme* scheme = nullptr;  // the one it names; null where it names none that is loaded
  const loaded_scheme* own = nullptr;     // the same, whatever the edition that it is read under
  tbsc94::assessment assessment;
  std::size_t date_at = 0;  // the offset of the date's value
  recorded_offsets recorded_at;
  findings errors;
  findings remarks;
  std::vector<shorter_alpha> shorter_alphas;  // one for each remark `alpha-from-double`, in their order
  language lang = language::en;               // of the findings

  /// The readings of its scheme; the defaults where it names none that is loaded.
  [[nodiscard]] const readings_in_use& readings() const {
    static const readings_in_use defaults;
    return scheme != nullptr ? scheme->readings : defaults;
  }
};

/// As new, save that its memory is kept for the next document.
void clear(record& record);

}  // namespace tbsc94
