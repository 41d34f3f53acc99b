#include "tbsc94/scheme.hpp"

#include "catch.hpp"
#include "scoring/example_assessment.hpp"

using namespace tbsc94;
using example::alpha_of;

// Levels go from 1 to 5.
TEST_CASE("Appendix 2: a maturity level is 1 to 5") {
  CHECK_FALSE(maturity_level::from(0));
  CHECK_FALSE(maturity_level::from(6));
  CHECK_FALSE(maturity_level::from(257));  // 1, if it were cut to 8 bits
  CHECK_FALSE(maturity_level::from(~std::uint64_t{0}));
  for (unsigned number = 1; number <= 5; ++number) {
    CHECK(maturity_level::from(number)->number() == number);
  }
  CHECK(maturity_level() == *maturity_level::from(1));
  CHECK(maturity_level::lowest == 1);
  CHECK(maturity_level::highest == 5);
  CHECK(*maturity_level::from(2) < *maturity_level::from(3));
}

// Five bands, each closed above; the first takes in 0.
TEST_CASE("5.1.1: each Likert band from both sides of both its ends") {
  const scheme scheme = example::tbsc94_2026();
  const auto band = [&](std::string_view alpha) { return likert_band_of(scheme, alpha_of(alpha).value()); };
  CHECK(band("0") == 0);
  CHECK(band("0.000000000000000001") == 0);
  CHECK(band("0.1") == 0);
  CHECK(band("0.199999999999999999") == 0);
  CHECK(band("0.2") == 0);
  CHECK(band("0.200000000000000001") == 1);
  CHECK(band("0.4") == 1);
  CHECK(band("0.400000000000000001") == 2);
  CHECK(band("0.6") == 2);
  CHECK(band("0.600000000000000001") == 3);
  CHECK(band("0.8") == 3);
  CHECK(band("0.800000000000000001") == 4);
  CHECK(band("0.999999999999999999") == 4);
  CHECK(band("1") == 4);
}

TEST_CASE("Appendix 1: an item is found by its id") {
  const item_table table = example::tbsc94_2026().service;
  CHECK(table.find("1.1") == std::size_t{0});
  CHECK(table.find("1.2") == std::size_t{1});
  CHECK(table.find("7.1") == std::size_t{18});
  CHECK_FALSE(table.find("7.2"));
  CHECK_FALSE(table.find("1"));
  CHECK_FALSE(table.find(""));
  CHECK_FALSE(item_table().find("1.1"));
}

// The figures of the examples themselves, by the sums that the specification prints.
TEST_CASE("Appendix 1 and 3: 19 items of 100 points, 21 items of 145 points") {
  const scheme scheme = example::tbsc94_2026();
  const auto points = [](const item_table& table) {
    std::uint64_t sum = 0;
    for (const item& item : table.items) {
      sum += item.points_due.digits();
    }
    return sum;
  };
  CHECK(scheme.service.items.size() == 19);
  CHECK(points(scheme.service) == 100);
  CHECK(scheme.maturity->table.items.size() == 21);
  CHECK(points(scheme.maturity->table) == 145);
  CHECK(points(example::in_tenths().service) == 7800);
  CHECK(points(example::in_tenths().maturity->table) == 458);
}

TEST_CASE("scheme: at first a table is empty, and its points are whole") {
  const scheme nothing;
  CHECK(nothing.service.places == 0);
  CHECK(nothing.grades.places == 0);
  CHECK(item_group().first == 0);
  CHECK(item_group().count == 0);
  CHECK_FALSE(nothing.maturity);
}
