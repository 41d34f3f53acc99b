#include "archive/selection.hpp"

#include <algorithm>

namespace tbsc94 {

std::vector<std::string> grades_of(const scheme_catalog& catalog) {
  std::vector<std::string> grades;
  for (const auto& scheme : catalog.all()) {
    for (const grade_limit& each : scheme->content.grades.grades) {
      if (std::ranges::find(grades, each.grade) == grades.end()) {
        grades.push_back(each.grade);
      }
    }
  }
  return grades;
}

std::vector<std::string> selection::kinds(const scheme_catalog& catalog) {
  std::vector<std::string> kinds = grades_of(catalog);
  kinds.insert(kinds.begin(), {"refused", "graded", "none"});
  return kinds;
}

void selection::add(std::string_view kind) {
  if (kind == "refused") {
    refused_ = true;
  } else if (kind == "graded") {
    graded_ = true;
  } else if (kind == "none") {
    none_ = true;
  } else {
    grades_.emplace_back(kind);
  }
}

bool selection::takes(const outcome& outcome) const {
  if (!refused_ && !graded_ && !none_ && grades_.empty()) {
    return true;
  }
  if (!outcome.grading) {
    return refused_;
  }
  const std::string_view grade = grade_name(outcome.scheme_used(), outcome.grading->grade);
  return graded_ || (grade.empty() ? none_ : std::ranges::find(grades_, grade) != grades_.end());
}

}  // namespace tbsc94
