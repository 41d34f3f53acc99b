// The known word nearest to a mistyped one, and when it was surely meant.
#include "text/nearest.hpp"

#include <array>

#include "catch.hpp"

namespace {

using namespace tbsc94;

constexpr std::array<std::string_view, 6> known{"id", "date", "edition", "not_applicable", "qms_audit", "recorded"};

nearest_word nearest(std::string_view word) { return find_nearest(word, known); }

}  // namespace

TEST_CASE("case and separators apart, a word is the same", "[nearest]") {
  for (const std::string_view word : {"notApplicable", "NOT-APPLICABLE", "not applicable", "not_applicable"}) {
    CHECK(nearest(word).word == "not_applicable");
    CHECK(nearest(word).near_miss);
  }
  CHECK(nearest("ID").near_miss);
}

TEST_CASE("one edit is a near miss from three letters on, two from eight", "[nearest]") {
  for (const std::string_view word : {"dat", "dates", "dafe", "adte"}) {  // left out, added, replaced, swapped
    CHECK(nearest(word).word == "date");
    CHECK(nearest(word).near_miss);
  }
  CHECK(nearest("recoded").near_miss);
  CHECK(nearest("rcoreded").near_miss);
  CHECK_FALSE(nearest("da").near_miss);
  CHECK(nearest("edtioon_").word == "edition");
  CHECK_FALSE(nearest("edton").near_miss);  // two of seven
  CHECK_FALSE(nearest("ie").near_miss);     // one of two
}

TEST_CASE("any word has a nearest one", "[nearest]") {
  CHECK_FALSE(nearest("").near_miss);
  CHECK_FALSE(nearest("").word.empty());
  CHECK_FALSE(nearest(std::string(1'000'000, 'x')).near_miss);
  CHECK_FALSE(nearest("日期").near_miss);
}

TEST_CASE("a word is asked after where it begins so, or less than half of it is edited", "[nearest]") {
  const auto likely = [](std::string_view word) {
    return std::string(find_likely(word, known).value_or(std::string_view("-")));
  };
  CHECK(likely("rec") == "recorded");  // five letters are missing, yet it begins so
  CHECK(likely("r") == "-");
  CHECK(likely("QMS") == "qms_audit");
  CHECK(likely("edton") == "edition");    // two of seven
  CHECK(likely("edxtxxn") == "edition");  // three of seven
  CHECK(likely("exxtxxn") == "-");        // four of seven
  CHECK(likely("dtae") == "date");        // one swap
  CHECK(likely("dxxe") == "-");           // two of four
  CHECK(likely("daxtxe") == "date");      // two of six, where more was written than meant
  CHECK(likely("") == "-");
  CHECK(likely(std::string(1'000'000, 'x')) == "-");
}
