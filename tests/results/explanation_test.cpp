// An explanation as data: what a writer finds in it without reading a word. What it says is recomputed by
// tests/cli/recompute_explanation.py.
#include "results/explanation.hpp"

#include <algorithm>

#include "catch.hpp"
#include "results/explanation_messages.hpp"
#include "results/graded.hpp"

namespace {

using namespace tbsc94;

const outcome& graded() {
  static const outcome result = example::outcome_of(example::read_file(TBSC94_DATA "/samples/grade-aaa.json"));
  return result;
}

const worked_out& all() {
  static const readings_in_use readings;
  static const worked_out result(graded(), readings);
  return result;
}

std::vector<explained_step> steps_of(part_about about) {
  const std::vector<explained_part> parts = explain(all());
  return std::ranges::find(parts, about, &explained_part::about)->steps;
}

}  // namespace

TEST_CASE("a step has its kind, its operands and its clause", "[explanation]") {
  const std::vector<explained_step> steps = steps_of(part_about::verdict);
  const explained_step& compared = steps.front();
  CHECK(compared.kind == &steps::compared);
  CHECK(compared.clause == "5.3");
  CHECK(std::get<fraction>(compared.operands.at(0)) == graded().grading->score);

  const explained_step& verdict = steps.back();
  CHECK(verdict.kind == &steps::verdict);
  CHECK(std::get<given_grade>(verdict.operands.at(0)) == "AAA");
}

TEST_CASE("an item's points are its α times its points due", "[explanation]") {
  std::size_t items = 0;
  for (const explained_step& each : steps_of(part_about::points)) {
    if (each.kind == &steps::item_points) {
      const item& item = *std::get<const tbsc94::item*>(each.operands.at(0));
      CHECK(std::get<decimal>(each.operands.at(2)) == item.points_due);
      CHECK(fraction(std::get<decimal>(each.operands.at(1))) * fraction(item.points_due) ==
            std::get<fraction>(each.operands.at(3)));
      ++items;
    } else {
      CHECK(each.clause.empty() == (each.kind == &steps::of_rating));
    }
  }
  CHECK(items == graded().record.assessment.alphas.size());
}

TEST_CASE("one step is put into words in either language", "[explanation]") {
  const explained_step verdict = steps_of(part_about::verdict).back();
  CHECK(words_of(verdict, language::en) == "verdict: AAA (the highest grade whose two conditions hold)");
  CHECK(words_of(verdict, language::zh) == "判定：AAA（两项条件均满足的最高级别）");
}
