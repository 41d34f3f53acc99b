#include "tbsc94/readings.hpp"

#include <set>
#include <string>

#include "catch.hpp"
#include "scoring/example_assessment.hpp"

using namespace tbsc94;

// Each reading's name, its default and its other value, and the clause that leaves it open.
TEST_CASE("readings: the table of the contract") {
  struct row {
    reading which;
    const char* name;
    const char* standard;
    const char* other;
    const char* clause;
  };
  for (const row& row :
       std::vector<row>{{reading::row_grade, "row-grade", "by-score", "by-order", "5.3"},
                        {reading::limit_comparison, "limit-comparison", "full-value", "rounded-value", "5.3"},
                        {reading::shared_boundary, "shared-boundary", "upper-row", "lower-row", "5.3"},
                        {reading::management_shortfall, "management-shortfall", "lower-grade", "no-grade", "5.3"},
                        {reading::mean_over, "mean-over", "ratings", "assessors", "5.1.2"},
                        {reading::not_applicable, "not-applicable", "refuse", "exclude", "5.1.1"}}) {
    INFO(row.name);
    CHECK(names_of(row.which).name == row.name);
    CHECK(names_of(row.which).standard == row.standard);
    CHECK(names_of(row.which).other == row.other);
    CHECK(clause_of(example::tbsc94_2026(), row.which) == row.clause);
    CHECK(find_reading(row.name) == row.which);

    readings values;
    CHECK(values.is_default(row.which));
    CHECK(values.value(row.which) == row.standard);
    CHECK(values.set(row.which, row.other));
    CHECK_FALSE(values.is_default(row.which));
    CHECK(values.value(row.which) == row.other);
    CHECK(values == readings().with_other(row.which));
    CHECK_FALSE(values == readings());
    CHECK(values.with_other(row.which) == readings());
    // A word that is no value of it sets nothing.
    for (const char* word : {"", "none", row.name, "full"}) {
      CHECK_FALSE(values.set(row.which, word));
    }
    CHECK(values.value(row.which) == row.other);
    // The others stay as they were.
    for (const reading each : all_readings) {
      CHECK(values.is_default(each) == (each != row.which));
    }
    CHECK(values.set(row.which, row.standard));
    CHECK(values == readings());
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
  const auto only = [](reading which) { return readings().with_other(which); };
  const readings standard;
  CHECK_FALSE(standard.rows_by_order());
  CHECK_FALSE(standard.compares_rounded());
  CHECK_FALSE(standard.boundary_in_lower_row());
  CHECK_FALSE(standard.shortfall_gives_none());
  CHECK_FALSE(standard.mean_over_assessors());
  CHECK_FALSE(standard.excludes_not_applicable());
  for (const reading which : all_readings) {
    CHECK(only(which).rows_by_order() == (which == reading::row_grade));
    CHECK(only(which).compares_rounded() == (which == reading::limit_comparison));
    CHECK(only(which).boundary_in_lower_row() == (which == reading::shared_boundary));
    CHECK(only(which).shortfall_gives_none() == (which == reading::management_shortfall));
    CHECK(only(which).mean_over_assessors() == (which == reading::mean_over));
    CHECK(only(which).excludes_not_applicable() == (which == reading::not_applicable));
  }
}

// Results list readings sorted by name: all_readings has them in that order, each once.
TEST_CASE("readings: all of them, in the order of their names") {
  CHECK(all_readings.size() == reading_count);
  CHECK(reading_count == 6);
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
