// What became of one assessment, for those who write it down.
#pragma once

#include <fmt/format.h>

#include <optional>
#include <string>
#include <string_view>

#include "reading/assessment_reader.hpp"
#include "results/holding.hpp"
#include "tbsc94/grade.hpp"

namespace tbsc94 {

/// The path, with ":LINE" where the record is a line.
[[nodiscard]] inline std::string source_of(std::string_view file, std::size_t line) {
  std::string source(file);
  if (line != 0) {
    source.append(":").append(fmt::format_int(line).c_str());
  }
  return source;
}

/// A record and, unless it was refused, its result.
struct outcome {
  std::string file;      // the path as reached, in UTF-8; "-" for standard input
  std::size_t line = 0;  // of a record that is a line: its number
  tbsc94::record record;
  std::optional<tbsc94::grading> grading;  // absent: refused, record.errors says why
  std::optional<tbsc94::holding> holding;  // where the recorded result is held to account

  [[nodiscard]] std::string source() const { return source_of(file, line); }
  [[nodiscard]] const scheme& scheme_used() const { return record.scheme->content; }
};

/// Grades the record that has just been read into `outcome`, unless it has errors.
inline void grade_record(outcome& outcome, const readings_in_use& readings) {
  outcome.grading.reset();
  if (outcome.record.errors.empty()) {
    outcome.grading = grade(outcome.scheme_used(), outcome.record.assessment, readings);
  }
}

/// The name of a grade, empty for none.
[[nodiscard]] inline std::string_view grade_name(const scheme& scheme, grade_index grade) {
  return grade ? std::string_view(scheme.grades.grades[*grade].grade) : std::string_view();
}

}  // namespace tbsc94
