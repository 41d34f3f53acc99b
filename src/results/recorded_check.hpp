// A recorded result checked against what the assessment comes to: what the check found, ready to be written.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checking/recorded.hpp"
#include "json/json_writer.hpp"
#include "results/graded_as.hpp"
#include "text/language.hpp"

namespace tbsc94 {

struct record;

/// A recorded value that does not hold, ready to be written.
struct reported_difference {
  std::string member;                   // "grade"; of a result a JSON pointer: "/verdict/grade"
  std::optional<std::string> recorded;  // absent: null
  std::optional<std::string> computed;
  char mark = 0;         // of a computed score that lies beside a limit: '-' or '+', else 0
  bool is_json = false;  // both are JSON: a number's digits, "\"AAA\""
  std::string cause;     // a stable word; empty: not known
  std::string why;       // the cause in a sentence; empty: not known
  std::vector<std::vector<reading_value>> under;
  std::string edition;
  std::size_t more = 0;  // above 0: so many more values below `member` differ
  std::size_t line = 1;  // of the recorded value, in its file
  std::size_t column = 1;
};

/// What a record was graded as and is now.
struct regrading {
  std::optional<graded_as> recorded;  // absent: no grade is recorded
  std::optional<graded_as> before;    // the recorded one, else that under the record's own edition and readings
  graded_as now;
  change_cause cause = change_cause::unknown;  // of a change
  std::string refused_before{};                // `scheme diff --impact`: the codes by which A refuses what B grades

  [[nodiscard]] bool is_changed() const { return before && *before != now; }
};

struct recorded_check {
  bool is_recorded = false;  // false: the assessment carries no result
  readings_in_use readings;  // under which it was graded
  /// Whether the decisions among these are the word of the result that is checked, and not the body's.
  bool decided_by_result = false;
  std::vector<reported_difference> differs;
  std::optional<regrading> regraded{};  // `regrade` only
};

enum class check_state : std::uint8_t { holds, differs, unrecorded };
[[nodiscard]] check_state state_of(const recorded_check& check);
/// `name_of(check_state::holds) // "holds"`.
[[nodiscard]] std::string_view name_of(check_state state);

/// `found`, where the record's text is `text` and its first line has the number `first_line`.
[[nodiscard]] std::vector<reported_difference> ready_to_write(const std::vector<difference>& found,
                                                              const record& record, std::string_view text,
                                                              std::size_t first_line, language lang);

/// `grade: recorded AAAA, computed AAA: limit-comparison=rounded-value gives it`.
[[nodiscard]] std::string to_line(const reported_difference& difference, language lang);
/// The same for people: the member in words.
[[nodiscard]] std::string to_words(const reported_difference& difference, language lang);

/// `row-grade=by-order (TC 2026-03, 2026-03-01)`: a reading, and the decision or the clause that settles it.
[[nodiscard]] std::string with_decision(const readings_in_use& readings, reading which, language lang);
/// The readings that are not the default and those that are settled; empty where there are none.
[[nodiscard]] std::string chosen_readings(const readings_in_use& readings, language lang);
/// Whether decisions are among the readings that are the word of a result alone.
[[nodiscard]] bool says_decisions(const recorded_check& check);
/// `under row-grade=by-order (TC 2026-03)`, and whose word the decisions are; empty where all is by default.
[[nodiscard]] std::string basis_of(const recorded_check& check, language lang);

/// The decisions where there are any, "decisions", but for a regrading; "recorded" (null where there is none);
/// "differs".
void write_recorded_check(json_writer& json, const std::optional<recorded_result>& recorded,
                          const recorded_check& check);

}  // namespace tbsc94
