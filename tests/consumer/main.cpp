// Grades an assessment by a scheme of two items with the installed library.
#include <cstdio>

#include "tbsc94/grade.hpp"

int main() {
  using namespace tbsc94;
  scheme scheme;
  scheme.service.groups = {{"1", {}, 0, 2}};
  scheme.service.items = {{"1.1", {}, decimal(60), {}, {}}, {"1.2", {}, decimal(40), {}, {}}};
  scheme.grades = {"5.3", 0, {{decimal(60), {}, {}}}, {{"AAA", decimal(80), decimal(89)}, {"AAAA", decimal(90), {}}}};
  assessment assessment;
  assessment.ratings = {{"A1", ""}};
  assessment.alphas = {*alpha::from(*read_numeral("0.95")), *alpha::from(*read_numeral("0.875"))};
  const grading result = grade(scheme, assessment, readings_in_use{});
  std::printf("%s %s\n", result.shown.to_string().c_str(),
              result.grade ? scheme.grades.grades[*result.grade].grade.c_str() : "none");  // 92.00 AAAA
}
