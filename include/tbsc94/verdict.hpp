// The verdict: clause 5.3.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "tbsc94/assessment.hpp"
#include "tbsc94/decimal.hpp"
#include "tbsc94/readings.hpp"
#include "tbsc94/scheme.hpp"

namespace tbsc94 {

/// A grade by its index in grade_table::grades, a higher index being a higher grade; nullopt: none.
using grade_index = std::optional<std::size_t>;

/// The score that is compared with the limits (reading `limit-comparison`): the full value, or the value rounded
/// once, half to even, to the places of the printed limits (GB/T 8170-2008, 4.3), to 1 or to 2 places.
[[nodiscard]] fraction compared_score(const grade_table& table, const fraction& score, const readings& readings);

/// Where a compared score stands among the lower limits of the grades.
struct standing {
  std::size_t grades_within = 0;  // how many grades' lower limits it is at or above
  bool on_limit = false;          // whether it lies exactly on the highest of them
};
[[nodiscard]] standing standing_of(const grade_table& table, const fraction& compared);

/// Whether the nth row is the nth grade's: under `row-grade=by-order`, where there are as many rows as grades.
/// Else that value is without effect.
[[nodiscard]] bool pairs_by_order(const grade_table& table, const readings& readings);

/// The row of the table that says which management level `grade` asks of a score that stands so (readings
/// `row-grade` and `shared-boundary`), as an index into grade_table::rows. nullopt: none does, the right side
/// alone decides (`grade-conditions=score-after-review`).
[[nodiscard]] std::optional<std::size_t> row_of(const grade_table& table, std::size_t grade, const standing& standing,
                                                const readings& readings);
/// The management level that this row asks; nullopt: none is asked.
[[nodiscard]] std::optional<maturity_level> level_asked(const grade_table& table, std::optional<std::size_t> row);

/// Why the value in use of a reading changes nothing.
enum class no_effect : std::uint8_t {
  none,                 // it may change the verdict, or it is the default
  score_alone_decides,  // it bears on levels, and under `grade-conditions=score-after-review` none is asked
  rows_by_order,        // `shared-boundary` under `row-grade=by-order`
  unlike_counts,        // `row-grade=by-order`, and there are not as many rows as grades
};
[[nodiscard]] no_effect why_no_effect(const grade_table& table, const readings& readings, reading which);

/// What 5.3 decides on: all of it together with the readings gives the grade.
struct grounds {
  fraction score;                            // the service score, 0 to 100
  std::optional<maturity_level> level;       // absent in a scheme without a maturity part
  std::optional<tbsc94::conformity> review;  // the conformity review; absent is taken as conforming
};

/// The highest grade reached (5.3).
[[nodiscard]] grade_index decide(const grade_table& table, const grounds& grounds, const readings& readings);
/// The same, where the compared score of `grounds` stands at `standing`.
[[nodiscard]] grade_index decide(const grade_table& table, const grounds& grounds, const standing& standing,
                                 const readings& readings);

/// Whether `level` is at or above the one asked; always where none is asked or set.
[[nodiscard]] bool reaches(std::optional<maturity_level> asked, std::optional<maturity_level> level);

/// The two conditions of one grade, and whether they hold.
struct requirement {
  std::size_t grade = 0;
  std::optional<std::size_t> row;       // that asks the level; absent where the score alone decides
  std::optional<maturity_level> level;  // the level asked; absent where none is
  bool score_met = false;
  bool level_met = false;
};
/// One requirement a grade, in the table's order.
[[nodiscard]] std::vector<requirement> requirements(const grade_table& table, const grounds& grounds,
                                                    const readings& readings);

/// What is missing to the next grade: enough, and so is more of it, save where `score_below` says up to where.
struct next_grade {
  std::size_t grade = 0;
  std::optional<fraction> score;        // points that the compared score lacks
  std::optional<maturity_level> level;  // the level to reach
  std::optional<decimal> total;         // points that the management total lacks to it; absent where no band has it
  bool conformity = false;              // the conformity review must be passed
  /// A lower level that does where the compared score is exactly the limit, and not above it
  /// (`shared-boundary=lower-row`).
  std::optional<maturity_level> level_on_limit{};
  /// From this score on no grade is given for want of the level asked there (`management-shortfall=no-grade`).
  std::optional<decimal> score_below{};
};
/// nullopt where the highest grade is reached. `total` is the management total that gave the level.
[[nodiscard]] std::optional<next_grade> what_is_missing(const scheme& scheme, const grounds& grounds,
                                                        const std::optional<decimal>& total, const readings& readings);

/// A score as it is shown: rounded once, to 2 places where no others are asked, and, where that lies on a lower
/// limit of the table and the exact value does not, how the exact value differs (after GB/T 8170-2008, 4.3).
struct shown_score {
  static constexpr unsigned places = 2;
  decimal value;
  char mark = 0;  // '-': the exact value is below; '+': above; 0: no mark

  /// `"90.00(-)"`.
  [[nodiscard]] std::string to_string() const;
};
[[nodiscard]] shown_score show(const grade_table& table, const fraction& score, unsigned places = shown_score::places);

}  // namespace tbsc94
