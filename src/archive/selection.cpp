#include "archive/selection.hpp"

#include <algorithm>

#include "reading/grade_words.hpp"

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
  kinds.insert(kinds.begin(),
               {std::string(grade_words::refused), std::string(grade_words::graded), std::string(grade_words::none)});
  return kinds;
}

void selection::add(std::string_view kind) {
  if (kind == grade_words::refused) {
    refused_ = true;
  } else if (kind == grade_words::graded) {
    graded_ = true;
  } else if (kind == grade_words::none) {
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
  const grade_index grade = outcome.grading->grade;
  return graded_ ||
         (grade ? std::ranges::find(grades_, grade_name(outcome.scheme_used(), grade)) != grades_.end() : none_);
}

}  // namespace tbsc94
