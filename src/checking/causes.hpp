// What gives a recorded value that the assessment does not give.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "tbsc94/readings.hpp"

namespace tbsc94 {

/// What gives a recorded value that the assessment itself does not give. Each of these is worked out,
/// none is guessed: the value is what this cause gives.
enum class cause : std::uint8_t {
  unknown,           // nothing that is tried here gives it
  impossible,        // no assessment can come to it: a score of 101, a grade that the scheme does not have
  floating_point,    // the same sums in IEEE 754 doubles
  truncated,         // the exact score cut off, not rounded
  rounded_up,        // the exact score raised to the next number of as many decimals
  rounded_twice,     // the exact score rounded to one more decimal first (GB/T 8170-2008, 3.3 forbids it)
  half_up,           // the score compared, rounded a half up and not to the even digit (GB/T 8170-2008, 3.2)
  rounded_items,     // each item's mean α, or its mean points, rounded first
  rounded_ratings,   // each rating's score, or each assessor's or occasion's, rounded first
  unweighted,        // a mean of percentages, of the items or of the characteristics
  recorded_score,    // it follows from the recorded service score, which differs
  recorded_total,    // it follows from the recorded management total, which differs
  recorded_level,    // it follows from the recorded management level, which differs
  recorded_scores,   // it follows from the recorded score and level together
  inconsistent,      // the recorded members contradict each other, under all readings
  conformity,        // the conformity review left out of account
  limit_comparison,  // another value of this reading: rounding before comparing, or not
  reading,           // other values of the readings
  edition,           // another edition of the scheme
};
inline constexpr std::size_t cause_count = 19;
/// `name_of(cause::floating_point) // "floating-point"`; empty for unknown.
[[nodiscard]] std::string_view name_of(cause cause);

/// What takes a grade to another when it is worked out again: a cause, or what several have in common.
enum class change_cause : std::uint8_t {
  unknown,
  arithmetic,
  conformity,
  edition,
  edition_and_reading,
  limit_comparison,
  reading,
  record,  // the record itself: impossible, or in contradiction with itself
};
/// All of them, what is not known last.
inline constexpr std::array all_change_causes{
    change_cause::arithmetic,       change_cause::conformity, change_cause::edition, change_cause::edition_and_reading,
    change_cause::limit_comparison, change_cause::reading,    change_cause::record,  change_cause::unknown};
/// `name_of(change_cause::edition_and_reading) // "edition-and-reading"`; empty for unknown.
[[nodiscard]] std::string_view name_of(change_cause cause);
[[nodiscard]] change_cause change_cause_of(cause cause);

struct reading_value {
  reading which{};
  std::string_view value;
};

/// What to call sets of readings that give a recorded value: `limit_comparison` where each is of that reading alone.
[[nodiscard]] cause cause_of(const std::vector<std::vector<reading_value>>& under);

}  // namespace tbsc94
