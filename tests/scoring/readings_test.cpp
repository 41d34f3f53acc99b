#include "tbsc94/readings.hpp"

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "catch.hpp"
#include "scoring/example_assessment.hpp"

using namespace tbsc94;

// Each reading's name, its values with the default first, and the clause that leaves it open.
TEST_CASE("readings: the table of readings") {
  struct row {
    reading which;
    const char* name;
    std::vector<std::string> values;
    const char* clause;
  };
  const std::vector<row> rows{
      {reading::grade_conditions, "grade-conditions", {"score-and-level", "score-after-review"}, "5.3"},
      {reading::limit_comparison,
       "limit-comparison",
       {"full-value", "rounded-value", "rounded-to-1", "rounded-to-2"},
       "5.3"},
      {reading::management_shortfall, "management-shortfall", {"lower-grade", "no-grade"}, "5.3"},
      {reading::mean_over, "mean-over", {"ratings", "assessors", "occasions"}, "5.1.2"},
      {reading::not_applicable, "not-applicable", {"refuse", "exclude"}, "5.1.1"},
      {reading::row_grade, "row-grade", {"by-score", "by-order"}, "5.3"},
      {reading::shared_boundary, "shared-boundary", {"upper-row", "lower-row"}, "5.3"}};
  for (const row& row : rows) {
    INFO(row.name);
    const auto values = names_of(row.which).values();
    CHECK(names_of(row.which).name == row.name);
    CHECK(std::vector<std::string>(values.begin(), values.end()) == row.values);
    CHECK(clause_of(example::tbsc94_2026(), row.which) == row.clause);
    CHECK(find_reading(row.name) == row.which);
  }
}

TEST_CASE("readings: a value is set by its name, and the others are the others") {
  for (const reading which : all_readings) {
    const auto names = names_of(which).values();
    INFO(names_of(which).name);
    for (std::size_t i = 0; i < names.size(); ++i) {
      readings values;
      CHECK(values.set(which, names[i]));
      CHECK(values.index_of(which) == i);
      CHECK(values.value(which) == names[i]);
      CHECK(values.is_default(which) == (i == 0));
      CHECK(values == readings().with(which, i));
      // A word that is no value of it sets nothing.
      for (const std::string_view word : {std::string_view(), std::string_view("none"), names_of(which).name}) {
        CHECK_FALSE(values.set(which, word));
      }
      CHECK(values.value(which) == names[i]);
      for (const reading each : all_readings) {
        CHECK((each == which || values.is_default(each)));
      }
      std::vector<std::string_view> others(names.begin(), names.end());
      others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
      std::vector<std::string_view> found;
      for (const readings& other : values.others(which)) {
        found.push_back(other.value(which));
      }
      CHECK(found == others);
      CHECK(values.set(which, names.front()));
      CHECK(values == readings());
    }
  }
}

// A scheme that states no clause for the mean states it with the service part.
TEST_CASE("readings: the clause of the mean where the scheme names none") {
  scheme scheme = example::tbsc94_2026();
  scheme.mean_clause.clear();
  CHECK(clause_of(scheme, reading::mean_over) == "Appendix 1");
}

TEST_CASE("readings: a name that is none") {
  CHECK_FALSE(find_reading(""));
  CHECK_FALSE(find_reading("row"));
  CHECK_FALSE(find_reading("by-score"));
  CHECK_FALSE(find_reading("shared-boundary "));
}

TEST_CASE("readings: the values by what they mean") {
  for (const reading which : all_readings) {
    const readings first = readings().with(which, 1);
    CHECK(first.score_alone_decides() == (which == reading::grade_conditions));
    CHECK(first.rows_by_order() == (which == reading::row_grade));
    CHECK(first.boundary_in_lower_row() == (which == reading::shared_boundary));
    CHECK(first.shortfall_gives_none() == (which == reading::management_shortfall));
    CHECK(first.excludes_not_applicable() == (which == reading::not_applicable));
    CHECK((first.mean_over() == averaging::assessors) == (which == reading::mean_over));
  }
  CHECK(readings().mean_over() == averaging::ratings);
  CHECK(readings().with(reading::mean_over, 2).mean_over() == averaging::occasions);
  const auto places = [](std::size_t value) {
    return readings().with(reading::limit_comparison, value).compared_places(0);
  };
  CHECK_FALSE(places(0));
  CHECK(places(1) == 0U);
  CHECK(places(2) == 1U);
  CHECK(places(3) == 2U);
  CHECK(readings().with(reading::limit_comparison, 1).compared_places(2) == 2U);
}

// Results list readings sorted by name: all_readings has them in that order, each once.
TEST_CASE("readings: all of them, in the order of their names") {
  CHECK(all_readings.size() == reading_count);
  CHECK(reading_count == 7);
  std::string_view before;
  for (const reading which : all_readings) {
    CHECK(before < names_of(which).name);
    before = names_of(which).name;
  }
}

TEST_CASE("readings: a set of them") {
  reading_set set;
  CHECK(set.empty());
  set.add(reading::row_grade);
  CHECK_FALSE(set.empty());
  for (const reading which : all_readings) {
    CHECK(set.has(which) == (which == reading::row_grade));
  }
  CHECK_FALSE(set == reading_set());
  set.add(reading::row_grade);
  set.add(reading::limit_comparison);
  CHECK(example::names_in(set) == std::set<std::string>{"limit-comparison", "row-grade"});
}

TEST_CASE("readings: settled is what has a decision") {
  readings_in_use in_use;
  for (const reading which : all_readings) {
    CHECK_FALSE(in_use.is_settled(which));
  }
  in_use.settled[static_cast<std::size_t>(reading::row_grade)] = {"TC 2026-03", "2026-03-01"};
  for (const reading which : all_readings) {
    CHECK(in_use.is_settled(which) == (which == reading::row_grade));
  }
}
