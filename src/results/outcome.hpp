// What became of one assessment, for those who write it down.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "reading/grade_words.hpp"
#include "reading/record.hpp"
#include "reading/scheme_catalog.hpp"
#include "results/recorded_check.hpp"
#include "tbsc94/grade.hpp"

namespace tbsc94 {

/// The path, with ":LINE" where the record is a line.
[[nodiscard]] inline std::string source_of(std::string_view file, std::size_t line) {
  std::string source(file);
  if (line != 0) {
    source.append(":").append(std::to_string(line));
  }
  return source;
}

/// Where something in the input stands.
struct origin {
  std::string file;       // the path as reached, in UTF-8; "-" for standard input
  std::size_t line = 0;   // of a record that is a line: its number
  std::string archive{};  // of a member: the path of the archive that it is in

  [[nodiscard]] std::string source() const { return source_of(file, line); }
};

/// An input, or a member of one, that could not be read, or not to its end. It is no record, and counted apart.
struct unread_input : origin {
  bilingual reason;
};
/// What is wrong with it, as it is said of a refused record: its code is `unreadable`.
[[nodiscard]] finding error_of(const unread_input& unread, language lang);

/// A record and, unless it was refused, its result.
struct outcome : origin {
  tbsc94::record record;
  std::optional<tbsc94::grading> grading;                // absent: refused, record.errors says why
  std::optional<tbsc94::recorded_check> recorded_check;  // where the recorded result is checked

  [[nodiscard]] const scheme& scheme_used() const { return record.scheme->content; }
  /// The readings by which it is graded: those of its recorded check, else its scheme's.
  [[nodiscard]] const readings_in_use& readings_used() const {
    return recorded_check ? recorded_check->readings : record.readings();
  }
};

/// Has the remarks `alpha-from-double` say which grade the shorter α would give, where it is another.
void tell_what_shorter_alphas_give(outcome& outcome, const readings_in_use& readings);

/// Grades the record that has just been read into `outcome`, unless it has errors.
inline void grade_record(outcome& outcome, const readings_in_use& readings) {
  outcome.grading.reset();
  if (outcome.record.errors.empty()) {
    outcome.grading = grade_within_bounds(outcome.scheme_used(), outcome.record.assessment, readings);
    if (!outcome.record.shorter_alphas.empty()) {
      tell_what_shorter_alphas_give(outcome, readings);
    }
  }
}

}  // namespace tbsc94
