// Recorded results checked: what a file says it came to, and what it comes to.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "checking/causes.hpp"
#include "tbsc94/assessment.hpp"
#include "tbsc94/grade.hpp"
#include "tbsc94/readings.hpp"
#include "tbsc94/scheme.hpp"

namespace tbsc94 {

/// What a recorded result can say.
enum class recorded_member : std::uint8_t { service_score, management_total, management_level, grade, readings };
/// `name_of(recorded_member::service_score) // "service_score"`.
[[nodiscard]] std::string_view name_of(recorded_member member);

/// A recorded value that does not hold.
struct difference {
  recorded_member member{};
  std::optional<std::string> recorded;  // as written, a reading as "row-grade=by-order"; absent: no grade
  std::optional<std::string> computed;  // absent: no grade, or a part that the scheme does not have
  char mark = 0;                        // of a computed score that lies beside a limit: shown_score::mark
  tbsc94::cause cause = cause::unknown;
  /// For `reading` and `limit_comparison`: each entry, taken alone, gives the recorded value; those with one reading,
  /// or where there are none, those with two. For `conformity` and `edition`: what that takes besides; empty: nothing.
  std::vector<std::vector<reading_value>> under{};
  std::string edition{};  // for `edition`: which one
  std::size_t index = 0;  // for `readings`: which of recorded_result::readings
};

/// Whether a result is recorded: a score, a total, a level or a grade.
[[nodiscard]] bool says_something(const recorded_result& recorded);

/// The readings to check `recorded` under: those that it names, else those given. A decision stays a
/// decision where the record names the same value.
[[nodiscard]] readings_in_use readings_for(const recorded_result& recorded, const readings_in_use& given);

/// What a recorded result is checked against.
struct account {
  const tbsc94::scheme& scheme;
  const tbsc94::assessment& assessment;
  const readings_in_use& readings;  // those of `grading`
  const tbsc94::grading& grading;
  /// Other editions of the scheme, to look for causes; those with other items are passed over.
  std::span<const tbsc94::scheme* const> other_editions{};
};

/// Whether an assessment that refers to the one scheme can be graded by the other as it is: both have
/// the same items, in the same order.
[[nodiscard]] bool have_same_items(const scheme& a, const scheme& b);

/// The members of `recorded` that do not hold, in the order of `recorded_member`; with their causes.
///
/// A service score holds where the exact score rounds to it at the number of decimals with which it is
/// written, a tie either way: 86.42 and 86.43 both hold for 86.425. An exponent moves the point, as
/// it does by hand: 8.642e1 has two decimals, 9e1 none. The total, the level and the grade hold where
/// they are equal by value.
[[nodiscard]] std::vector<difference> differences(const recorded_result& recorded, const account& account);

}  // namespace tbsc94
