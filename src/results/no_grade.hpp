// Why an assessment has no grade, as lists tell it: the conditions of 5.3 that it lacks.
#pragma once

#include <string>

#include "results/outcome.hpp"
#include "text/language.hpp"

namespace tbsc94 {

/// What a graded assessment without a grade lacks to the nearest one, in the words of a language: `得分、等级`.
/// Empty where a grade is reached.
[[nodiscard]] std::string why_no_grade(const outcome& outcome, const readings& readings, language lang);

/// The same in words for machines, which never change: `score level`, `conformity`.
[[nodiscard]] std::string no_grade_words(const outcome& outcome, const readings& readings);

}  // namespace tbsc94
