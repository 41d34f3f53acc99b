#include "results/no_grade.hpp"

#include "results/report_messages.hpp"
#include "tbsc94/verdict.hpp"
#include "text/format.hpp"

namespace tbsc94 {

namespace {

struct no_grade_text {
  std::string_view conformity;
  std::string_view score;
  std::string_view level;
  std::string_view between;
};

std::string told(const outcome& outcome, const readings& readings, const no_grade_text& text) {
  const grading& grading = *outcome.grading;
  if (grading.grade) {
    return "";
  }
  const grounds grounds{grading.score, grading.level, outcome.record.assessment.conformity};
  const auto missing = what_is_missing(outcome.scheme_used(), grounds, grading.total, readings);
  std::string all;
  const auto add = [&](bool lacks, std::string_view word) {
    if (lacks) {
      add_joined(all, text.between, word);
    }
  };
  add(missing && missing->conformity, text.conformity);
  add(missing && missing->score, text.score);
  add(missing && missing->level, text.level);
  return all;
}

}  // namespace

std::string why_no_grade(const outcome& outcome, const readings& readings, language lang) {
  return told(outcome, readings,
              {message::lacks_conformity.in(lang), message::lacks_score.in(lang), message::lacks_level.in(lang),
               message::list_separator.in(lang)});
}

std::string no_grade_words(const outcome& outcome, const readings& readings) {
  return told(outcome, readings, {"conformity", "score", "level", " "});
}

}  // namespace tbsc94
