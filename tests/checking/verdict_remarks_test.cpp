// What a careful reader of a result would ask about, remark by remark.
#include "checking/verdict_remarks.hpp"

#include <string>

#include "catch.hpp"
#include "scoring/example_assessment.hpp"

using namespace tbsc94;

namespace {

class remarked {
 public:
  explicit remarked(std::string_view alpha, unsigned item_level = 3)
      : scheme_(example::tbsc94_2026()), assessment_(example::uniform(scheme_, alpha, item_level)) {}

  remarked& rated(std::string_view alpha) {
    example::add_rating(assessment_, "B", alpha);
    return *this;
  }
  remarked& with(std::size_t rating, std::size_t item, std::string_view alpha) {
    assessment_.alphas[rating * scheme_.service.items.size() + item] = example::alpha_of(alpha);
    return *this;
  }
  assessment& record() { return assessment_; }

  [[nodiscard]] std::vector<verdict_remark> all(const readings& readings = {}) const {
    const grading result = grade(scheme_, assessment_, {readings, {}});
    return verdict_remarks(scheme_, assessment_, result, agreement_of(scheme_, assessment_, result, readings),
                           readings);
  }
  template <class Kind>
  [[nodiscard]] std::vector<Kind> of() const {
    std::vector<Kind> found;
    for (const verdict_remark& each : all()) {
      if (const Kind* const kind = std::get_if<Kind>(&each)) {
        found.push_back(*kind);
      }
    }
    return found;
  }

 private:
  scheme scheme_;
  assessment assessment_;
};

using numbers = std::vector<std::size_t>;

}  // namespace

TEST_CASE("ratings that agree within a band and lead to one grade call for no remark", "[verdict_remarks]") {
  CHECK(remarked("0.85").rated("0.86").all().empty());
}

TEST_CASE("one rating only is remarked on, two are not", "[verdict_remarks]") {
  CHECK(remarked("0.85").of<single_rating>().size() == 1);
  CHECK(name_of(remarked("0.85").all().at(0)) == "single-rating");
  CHECK(remarked("0.85").rated("0.86").of<single_rating>().empty());
}

TEST_CASE("5.1.1: an α in the lowest band, whose upper end is in it", "[verdict_remarks]") {
  const auto found = remarked("0.85").rated("0.86").with(1, 2, "0.2").of<alpha_in_lowest_band>();
  REQUIRE(found.size() == 1);
  CHECK(found[0].item == 2);
  CHECK(found[0].ratings == numbers{1});
  CHECK(remarked("0.85").rated("0.86").with(1, 2, "0.200000000000000001").of<alpha_in_lowest_band>().empty());
  CHECK(remarked("0").rated("0.2").of<alpha_in_lowest_band>().size() == 19);
  CHECK(remarked("0").rated("0.2").of<alpha_in_lowest_band>()[18].ratings == numbers{0, 1});
}

TEST_CASE("an item that does not apply has no α to remark on", "[verdict_remarks]") {
  remarked all("0.85");
  all.rated("0.86").with(0, 4, "0").with(1, 4, "0");
  CHECK(all.of<alpha_in_lowest_band>().size() == 1);
  all.record().not_applicable = {{4, "x"}};
  const readings excluding = readings().with(reading::not_applicable, 1);
  for (const verdict_remark& each : all.all(excluding)) {
    CHECK_FALSE(std::holds_alternative<alpha_in_lowest_band>(each));
  }
}

TEST_CASE("5.1.1: an α two bands from every other rating's", "[verdict_remarks]") {
  // Bands: 0.85 in the fifth, 0.7 in the fourth, 0.6 in the third.
  const auto far = [](std::string_view alpha) {
    return remarked("0.85").rated("0.86").rated("0.87").with(1, 0, alpha).of<alpha_far_from_others>();
  };
  REQUIRE(far("0.6").size() == 1);
  CHECK(far("0.6")[0].item == 0);
  CHECK(far("0.6")[0].ratings == numbers{1});
  CHECK(far("0.61").empty());
  // Of two ratings each is far from the other.
  CHECK(remarked("0.85").rated("0.86").with(0, 0, "0.3").of<alpha_far_from_others>()[0].ratings == numbers{0, 1});
  // Where another rating stands between, or two stand together, none is by itself.
  CHECK(remarked("0.85")
            .rated("0.86")
            .rated("0.87")
            .with(1, 0, "0.6")
            .with(2, 0, "0.7")
            .of<alpha_far_from_others>()
            .empty());
  CHECK(remarked("0.85")
            .rated("0.86")
            .rated("0.87")
            .with(1, 0, "0.3")
            .with(2, 0, "0.3")
            .of<alpha_far_from_others>()
            .at(0)
            .ratings == numbers{0});
}

TEST_CASE("ratings alike in every α are named together, each group once", "[verdict_remarks]") {
  const auto alike = remarked("0.85").rated("0.86").rated("0.85").rated("0.86").rated("0.87").of<ratings_alike>();
  REQUIRE(alike.size() == 2);
  CHECK(alike[0].ratings == numbers{0, 2});
  CHECK(alike[1].ratings == numbers{1, 3});
  CHECK(remarked("0.85").rated("0.85").with(1, 18, "0.850000000000000001").of<ratings_alike>().empty());
}

TEST_CASE("5.1.2: a rating without which the grade is another", "[verdict_remarks]") {
  // 80.5 with both; without the first 79, without the second 82.
  const auto found = remarked("0.82").rated("0.79").of<one_rating_decides>();
  REQUIRE(found.size() == 1);
  CHECK(found[0].ratings == numbers{0});
  CHECK(remarked("0.82").rated("0.80").of<one_rating_decides>().empty());
}

TEST_CASE("5.3: a row that is fulfilled without leading to a grade", "[verdict_remarks]") {
  const auto row = [](std::string_view alpha, unsigned level) {
    return remarked(alpha, level).of<row_without_grade>();
  };
  REQUIRE(row("0.6", 2).size() == 1);
  CHECK(row("0.6", 2)[0].row == 0);
  CHECK(row("0.79", 2).size() == 1);
  CHECK(row("0.795", 3).size() == 1);
  CHECK(row("0.599", 2).empty());  // below every row
  CHECK(row("0.7", 1).empty());    // its level is not reached
  CHECK(row("0.8", 2).empty());    // a row that asks level 3
  CHECK(row("0.8", 3).empty());    // a grade
  remarked nonconforming("0.7", 2);
  nonconforming.record().conformity = conformity::nonconforming;
  CHECK(nonconforming.of<row_without_grade>().empty());
}
