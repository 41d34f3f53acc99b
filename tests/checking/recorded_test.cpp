// Recorded results checked, rule by rule, and by rational arithmetic of another make.
#include "checking/recorded.hpp"

#include <array>
#include <random>
#include <string>

#include "catch.hpp"
#include "scoring/example_assessment.hpp"

using namespace tbsc94;
using example::level;

namespace {

using found = std::vector<difference>;

// Every item at one α and one level, under CTS TBSC94-2026 or another scheme.
class uniform_case {
 public:
  explicit uniform_case(std::string_view alpha, unsigned item_level = 4, scheme scheme = example::tbsc94_2026())
      : scheme_(std::move(scheme)), assessment_(example::uniform(scheme_, alpha, item_level)) {}

  assessment& record() { return assessment_; }
  uniform_case& reading_as(reading which) {
    readings_.values = readings_.values.with(which, 1);
    return *this;
  }
  uniform_case& beside(const scheme& other) {
    others_.push_back(other);
    return *this;
  }
  [[nodiscard]] found against(const recorded_result& recorded) const {
    std::vector<const scheme*> others;
    for (const scheme& each : others_) {
      others.push_back(&each);
    }
    const readings_in_use readings = readings_for(recorded, readings_);
    const grading result = grade(scheme_, assessment_, readings);
    return differences(recorded, {scheme_, assessment_, readings, result, others});
  }
  [[nodiscard]] found against_score(const std::string& text) const {
    recorded_result recorded;
    recorded.service_score = text;
    return against(recorded);
  }

 private:
  scheme scheme_;
  assessment assessment_;
  readings_in_use readings_;
  std::vector<scheme> others_;
};

recorded_result with_grade(std::optional<std::string> grade) {
  recorded_result recorded;
  recorded.has_grade = true;
  recorded.grade = std::move(grade);
  return recorded;
}

// "grade AAAA/AAA limit-comparison": member, recorded / computed, cause, other readings.
std::string described(const found& differences) {
  std::string text;
  for (const difference& each : differences) {
    text += (text.empty() ? "" : "; ") + std::string(name_of(each.member)) + ' ' + each.recorded.value_or("none") +
            '/' + each.computed.value_or("none") + ' ' +
            (each.cause == cause::unknown ? "?" : std::string(name_of(each.cause)));
    for (const auto& together : each.under) {
      text += " [";
      for (const reading_value& value : together) {
        text +=
            (text.back() == '[' ? "" : " ") + std::string(names_of(value.which).name) + '=' + std::string(value.value);
      }
      text += ']';
    }
    text += each.edition.empty() ? "" : ' ' + each.edition;
  }
  return text;
}

bool score_holds(std::string_view alpha, const std::string& text) {
  return uniform_case(alpha).against_score(text).empty();
}

}  // namespace

TEST_CASE("a computed score that lies beside a limit carries its mark, with the decimals that are recorded",
          "[recorded]") {
  const uniform_case below("0.89998");
  REQUIRE(below.against_score("90.1").size() == 1);
  CHECK(below.against_score("90.1")[0].computed == "90.00");
  CHECK(below.against_score("90.1")[0].mark == '-');
  CHECK(below.against_score("90.123")[0].computed == "89.998");
  CHECK(below.against_score("90.123")[0].mark == 0);
  CHECK(uniform_case("0.90002").against_score("91")[0].mark == '+');
  CHECK(uniform_case("0.9").against_score("91")[0].mark == 0);
}

TEST_CASE("a service score holds where the exact one rounds to it at its own number of decimals", "[recorded]") {
  CHECK(score_holds("0.8642", "86.42"));
  CHECK(score_holds("0.8642", "86.4"));
  CHECK(score_holds("0.8642", "86"));
  CHECK(score_holds("0.8642", "86.420000000000000000000000000000000000000000000000000000"));
  CHECK_FALSE(score_holds("0.8642", "86.41"));
  CHECK_FALSE(score_holds("0.8642", "86.43"));
  CHECK_FALSE(score_holds("0.8642", "86.5"));
  CHECK_FALSE(score_holds("0.8642", "87"));
  CHECK_FALSE(score_holds("0.8642", "86.420000000000000000000000000000000000000000000000000001"));
  CHECK_FALSE(score_holds("0.8642", "86.419999999999999999999999999999999999999999999999999999"));
  // just this side and that side of a half
  CHECK(score_holds("0.86424999", "86.42"));
  CHECK_FALSE(score_holds("0.86424999", "86.43"));
  CHECK(score_holds("0.86425001", "86.43"));
  CHECK_FALSE(score_holds("0.86425001", "86.42"));
  // carried through nines
  CHECK(score_holds("0.89998", "90.00"));
  CHECK(score_holds("0.89998", "90"));
  CHECK_FALSE(score_holds("0.89998", "90.000"));
  CHECK(score_holds("0.99999", "100.00"));
}

TEST_CASE("a tie holds either way", "[recorded]") {
  CHECK(score_holds("0.86425", "86.42"));
  CHECK(score_holds("0.86425", "86.43"));
  CHECK(score_holds("0.895", "89"));
  CHECK(score_holds("0.895", "90"));
  CHECK_FALSE(score_holds("0.86425", "86.41"));
  CHECK_FALSE(score_holds("0.86425", "86.44"));
}

TEST_CASE("an exponent moves the point; below units there are no decimals", "[recorded]") {
  CHECK(score_holds("0.8642", "8.642e1"));
  CHECK(score_holds("0.8642", "8642E-2"));
  CHECK(score_holds("0.8642", "0.08642e+3"));
  CHECK_FALSE(score_holds("0.8642", "8.643e1"));
  CHECK(score_holds("0.904", "9.0e1"));
  CHECK(score_holds("0.904", "9e1"));
  CHECK_FALSE(score_holds("0.906", "9e1"));  // not to tens
  CHECK_FALSE(score_holds("0.904", "900e-1"));
  CHECK(score_holds("0", "0e-999999999999999999999"));
  CHECK(score_holds("0", "-0.0"));
  CHECK(score_holds("0", "0e999999999999999999999"));
  CHECK_FALSE(score_holds("0", "1e-999999999999999999999"));
  CHECK_FALSE(score_holds("0.9", "9e999999999999999999999"));
  CHECK_FALSE(score_holds("0.9", "-90"));
}

TEST_CASE("a score that is a fraction holds to any number of decimals", "[recorded]") {
  uniform_case thirds("0.92");
  example::add_rating(thirds.record(), "A2", "0.92");
  example::add_rating(thirds.record(), "A3", "0.93");  // 277/3 = 92.333…
  CHECK(thirds.against_score("92.33").empty());
  CHECK(thirds.against_score("92." + std::string(500, '3')).empty());
  CHECK_FALSE(thirds.against_score("92." + std::string(500, '3') + "4").empty());
  CHECK_FALSE(thirds.against_score("92." + std::string(250, '3') + "2" + std::string(250, '3')).empty());
}

TEST_CASE("whether a score holds, against rational arithmetic", "[recorded]") {
  std::mt19937_64 engine{20260305};
  const auto below = [&](std::uint64_t count) { return engine() % count; };
  int held = 0;
  for (int i = 0; i < 4000; ++i) {
    const std::string alpha = "0." + std::to_string(100000 + below(900000));
    uniform_case record(alpha);
    const std::uint64_t ratings = 1 + below(7);
    mpq_class exact = naive::number(alpha);
    for (std::uint64_t r = 1; r < ratings; ++r) {
      const std::string other = "0." + std::to_string(100000 + below(900000));
      example::add_rating(record.record(), "", other);
      exact += naive::number(other);
    }
    exact *= 100;
    exact /= mpz_class(static_cast<unsigned long>(ratings));
    // within two units of the last place
    const auto places = static_cast<unsigned>(below(12));
    mpz_class unit;
    mpz_ui_pow_ui(unit.get_mpz_t(), 10, places);
    const mpq_class scaled = exact * unit;
    mpz_class digits = scaled.get_num() / scaled.get_den();
    digits += static_cast<long>(below(4)) - 1;
    std::string text = digits.get_str();
    text.insert(0, places + 1 > text.size() ? places + 1 - text.size() : 0, '0');
    text.insert(text.size() - places, places == 0 ? "" : ".");
    const mpq_class away = scaled - digits;
    const bool expected = (away < 0 ? mpq_class(-away) : away) * 2 <= 1;
    held += expected ? 1 : 0;
    if (record.against_score(text).empty() != expected) {
      CAPTURE(text, exact.get_str());
      CHECK(record.against_score(text).empty() == expected);
    }
  }
  CHECK(held > 500);
}

TEST_CASE("the total and the level hold where they are equal by value", "[recorded]") {
  const uniform_case record("0.85", 3);  // total 87, level 3
  const auto against = [&](const std::string& total, const std::string& level) {
    recorded_result recorded;
    recorded.management_total = total;
    recorded.management_level = level;
    return described(record.against(recorded));
  };
  CHECK(against("87", "3") == "");
  CHECK(against("87.00", "3.0") == "");
  CHECK(against("8.7e1", "30e-1") == "");
  CHECK(against("87.4", "3") == "management_total 87.4/87 ?");
  CHECK(against("87.000000000000000000000000000001", "3") == "management_total 87.000000000000000000000000000001/87 ?");
  // the level that the recorded total has
  CHECK(against("95", "4") == "management_total 95/87 ?; management_level 4/3 recorded-total");
  CHECK(against("94", "4") == "management_total 94/87 ?; management_level 4/3 inconsistent");
  CHECK(against("87", "4") == "management_level 4/3 inconsistent");
}

TEST_CASE("an impossible recorded member is a difference", "[recorded]") {
  const uniform_case record("0.85", 3);
  recorded_result recorded;
  recorded.service_score = "101";
  recorded.management_total = "146";
  recorded.management_level = "7";
  recorded.has_grade = true;
  recorded.grade = "AAAAAA";
  recorded.readings = {{"row-grade", "sideways"}, {"mean-over", "assessors"}, {"colour", "blue"}};
  CHECK(described(record.against(recorded)) ==
        "service_score 101/85.00 impossible; management_total 146/87 impossible; management_level 7/3 impossible; "
        "grade AAAAAA/AAA impossible; readings row-grade=sideways/row-grade=by-score impossible; "
        "readings colour=blue/none impossible");
  recorded = {};
  recorded.service_score = "-1";
  recorded.management_total = "19";
  recorded.management_level = "3.5";
  CHECK(described(record.against(recorded)) ==
        "service_score -1/85.00 impossible; management_total 19/87 impossible; management_level 3.5/3 impossible");
  // what is no number at all
  recorded = {};
  recorded.service_score = "85,00";
  recorded.management_total = "";
  recorded.management_level = "III";
  CHECK(described(record.against(recorded)) ==
        "service_score 85,00/85.00 impossible; management_total /87 impossible; management_level III/3 impossible");
  // and explains no grade
  recorded.has_grade = true;
  recorded.grade = "AAAAA";
  CHECK(described(record.against(recorded)) ==
        "service_score 85,00/85.00 impossible; management_total /87 impossible; management_level III/3 impossible; "
        "grade AAAAA/AAA ?");
  recorded = with_grade("AAAAA");
  recorded.management_total = "146";
  CHECK(described(record.against(recorded)) == "management_total 146/87 impossible; grade AAAAA/AAA ?");
  // the ends are possible
  recorded = {};
  recorded.service_score = "100";
  recorded.management_total = "145";
  recorded.management_level = "5";
  CHECK(described(record.against(recorded)) ==
        "service_score 100/85.00 ?; management_total 145/87 ?; management_level 5/3 recorded-total");
}

TEST_CASE("a scheme without a maturity part has no total to record", "[recorded]") {
  const uniform_case record("0.85", 3, example::without_maturity());
  recorded_result recorded;
  recorded.management_total = "87";
  recorded.management_level = "3";
  CHECK(described(record.against(recorded)) ==
        "management_total 87/none impossible; management_level 3/none impossible");
}

TEST_CASE("cause of a score: cut off, raised, rounded twice", "[recorded]") {
  CHECK(described(uniform_case("0.86427").against_score("86.42")) == "service_score 86.42/86.43 truncated");
  CHECK(described(uniform_case("0.86421").against_score("86.43")) == "service_score 86.43/86.42 rounded-up");
  // 89.9946 -> 89.995 -> 90.00
  CHECK(described(uniform_case("0.899946").against_score("90.00")) == "service_score 90.00/89.99 rounded-twice");
  CHECK(described(uniform_case("0.899945").against_score("90.00")) == "service_score 90.00/89.99 rounded-twice");
  CHECK(described(uniform_case("0.899944").against_score("90.00")) == "service_score 90.00/89.99 rounded-items");
  // a whole unit beside an exact score is none of them
  CHECK(described(uniform_case("0.8642").against_score("86.43")) == "service_score 86.43/86.42 ?");
  CHECK(described(uniform_case("0.8642").against_score("86.41")) == "service_score 86.41/86.42 ?");
}

TEST_CASE("cause of a score: doubles", "[recorded]") {
  uniform_case record("0.73");
  example::add_rating(record.record(), "A2", "0.87");  // 80 exactly
  CHECK(described(record.against_score("79.99999999999999")) ==
        "service_score 79.99999999999999/80.00000000000000 floating-point");
  CHECK(described(record.against_score("79.99999999999990")) == "service_score 79.99999999999990/80.00000000000000 ?");
  // and the grade that they lose
  recorded_result recorded = with_grade(std::nullopt);
  CHECK(described(record.against(recorded)) == "grade none/AAA floating-point");
  recorded.service_score = "79.99999999999999";
  CHECK(described(record.against(recorded)) ==
        "service_score 79.99999999999999/80.00000000000000 floating-point; grade none/AAA recorded-score");
}

TEST_CASE("cause of a score: doubles, with ratings that name no assessor", "[recorded]") {
  // Over the assessors, each of them is one's of its own.
  uniform_case record("0.73");
  record.record().ratings[0].assessor = "";
  example::add_rating(record.record(), "", "0.87");
  CHECK(described(record.reading_as(reading::mean_over).against_score("79.99999999999999")) ==
        "service_score 79.99999999999999/80.00000000000000 floating-point");
}

TEST_CASE("cause of a total and its level: doubles", "[recorded]") {
  // Items of 0.5 and 1 at level 1: 0.1 + 0.2.
  scheme scheme = example::single_items();
  scheme.maturity->table = example::table("Appendix 3", 1, {{"1", {5, 10}}});
  scheme.maturity->bands = {{level(1), decimal(3, 1), decimal(4, 1)}, {level(2), decimal(4, 1), decimal(15, 1), true}};
  const auto against = [&](std::string_view total) {
    recorded_result recorded;
    recorded.management_total = total;
    return described(uniform_case("0.85", 1, scheme).against(recorded));
  };
  CHECK(against("0.3") == "");
  CHECK(against("0.30000000000000004") == "management_total 0.30000000000000004/0.3 floating-point");
  CHECK(against("0.30000000000000014") == "management_total 0.30000000000000014/0.3 ?");
  // 3.5 and 0.5 at level 1: 0.7 + 0.1 is below 0.8 in doubles, and so in the band below.
  scheme.maturity->table = example::table("Appendix 3", 1, {{"1", {35, 5}}});
  scheme.maturity->bands = {{level(1), decimal(3, 1), decimal(8, 1)}, {level(2), decimal(8, 1), decimal(4), true}};
  recorded_result recorded;
  recorded.management_level = "1";
  CHECK(described(uniform_case("0.85", 1, scheme).against(recorded)) == "management_level 1/2 floating-point");
  // a total without its decimals is another total
  scheme.maturity->bands = {{level(1), decimal(0), decimal(4), true}};
  CHECK(against("1") == "management_total 1/0.8 ?");
  CHECK(against("0") == "management_total 0/0.8 ?");
}

TEST_CASE("cause of a score: the mean over the assessors", "[recorded]") {
  uniform_case record("0.9");
  example::add_rating(record.record(), "A1", "0.9");
  example::add_rating(record.record(), "A2", "0.8");  // 86.67 over ratings, 85 over assessors
  CHECK(described(record.against_score("85.00")) == "service_score 85.00/86.67 reading [mean-over=assessors]");
  CHECK(described(record.reading_as(reading::mean_over).against_score("86.67")) ==
        "service_score 86.67/85.00 reading [mean-over=ratings] [mean-over=occasions]");
}

TEST_CASE("cause of a grade: another reading, alone or together with a second", "[recorded]") {
  // 89.6 at level 4
  CHECK(described(uniform_case("0.896", 4).against(with_grade("AAAA"))) ==
        "grade AAAA/AAA limit-comparison [limit-comparison=rounded-value]");
  CHECK(described(uniform_case("0.896", 4).reading_as(reading::limit_comparison).against(with_grade("AAA"))) ==
        "grade AAA/AAAA limit-comparison [limit-comparison=full-value] [limit-comparison=rounded-to-1] "
        "[limit-comparison=rounded-to-2]");
  // 90 at level 3: by order, or in the lower row
  CHECK(described(uniform_case("0.9", 3).against(with_grade("AAAA"))) ==
        "grade AAAA/AAA reading [grade-conditions=score-after-review] [row-grade=by-order] "
        "[shared-boundary=lower-row]");
  CHECK(described(uniform_case("0.9", 3).against(with_grade(std::nullopt))) ==
        "grade none/AAA reading [management-shortfall=no-grade]");
  // 89.6 at level 3
  CHECK(described(uniform_case("0.896", 3).against(with_grade("AAAA"))) ==
        "grade AAAA/AAA reading [grade-conditions=score-after-review limit-comparison=rounded-value] "
        "[limit-comparison=rounded-value row-grade=by-order] "
        "[limit-comparison=rounded-value shared-boundary=lower-row]");
  // or no grade, of the one pair that gives it
  CHECK(described(uniform_case("0.896", 3).against(with_grade(std::nullopt))) ==
        "grade none/AAA reading [limit-comparison=rounded-value management-shortfall=no-grade]");
  // the rounding to decimals that forms make
  CHECK(described(uniform_case("0.8996", 4).against(with_grade("AAAA"))) ==
        "grade AAAA/AAA limit-comparison [limit-comparison=rounded-value] [limit-comparison=rounded-to-1]");
  CHECK(described(uniform_case("0.89996", 4).against(with_grade("AAAA"))) ==
        "grade AAAA/AAA limit-comparison [limit-comparison=rounded-value] [limit-comparison=rounded-to-1] "
        "[limit-comparison=rounded-to-2]");
  // the score alone
  CHECK(described(uniform_case("0.95", 1).against(with_grade("AAAAA"))) ==
        "grade AAAAA/none reading [grade-conditions=score-after-review]");
  // nothing gives it
  CHECK(described(uniform_case("0.85", 3).against(with_grade("AAAAA"))) == "grade AAAAA/AAA ?");
}

TEST_CASE("cause of a grade: the review left out of account", "[recorded]") {
  uniform_case record("0.85", 3);
  record.record().conformity = conformity::nonconforming;
  CHECK(described(record.against(with_grade("AAA"))) == "grade AAA/none conformity");
  CHECK(described(record.against(with_grade("AAAA"))) == "grade AAAA/none ?");
  CHECK(described(record.against(with_grade(std::nullopt))) == "");
}

// What the review alone does not explain, it may with a reading or two: no contradiction then.
TEST_CASE("cause of a grade: the review left out of account, and read otherwise", "[recorded]") {
  uniform_case record("0.92", 3);
  record.record().conformity = conformity::nonconforming;
  recorded_result recorded = with_grade("AAAA");
  recorded.service_score = "92";
  recorded.management_level = "3";
  CHECK(described(record.against(recorded)) ==
        "grade AAAA/none conformity [grade-conditions=score-after-review] [row-grade=by-order]");
  uniform_case two("0.896", 3);
  two.record().conformity = conformity::nonconforming;
  CHECK(described(two.against(with_grade("AAAA"))) ==
        "grade AAAA/none conformity [grade-conditions=score-after-review limit-comparison=rounded-value] "
        "[limit-comparison=rounded-value row-grade=by-order] "
        "[limit-comparison=rounded-value shared-boundary=lower-row]");
  // even with the review passed no reading gives it
  recorded.grade = "AAAAA";
  CHECK(described(record.against(recorded)) == "grade AAAAA/none inconsistent");
}

// GB/T 8170 rounds 94.5 to 94, by the even digit; a half up it is 95.
TEST_CASE("cause of a grade: a half rounded up before comparing", "[recorded]") {
  recorded_result recorded = with_grade("AAAAA");
  CHECK(described(uniform_case("0.945", 4).against(recorded)) == "grade AAAAA/AAAA half-up");
  recorded.service_score = "95";  // a tie holds either way
  CHECK(described(uniform_case("0.945", 4).against(recorded)) == "grade AAAAA/AAAA half-up");
  recorded.readings = {{"limit-comparison", "rounded-value"}};
  CHECK(described(uniform_case("0.945", 4).against(recorded)) == "grade AAAAA/AAAA half-up");
  // to one decimal, and to two
  CHECK(described(uniform_case("0.9495", 4).reading_as(reading::limit_comparison).against(with_grade("AAAA"))) ==
        "grade AAAA/AAAAA limit-comparison [limit-comparison=full-value] [limit-comparison=rounded-to-2]");
  scheme even = example::tbsc94_2026();
  even.grades.places = 2;
  even.grades.grades[2].from = decimal(9495, 2);
  even.grades.grades[1].to = decimal(9494, 2);
  CHECK(described(uniform_case("0.94945", 4, even).against(with_grade("AAAAA"))) == "grade AAAAA/AAAA half-up");
  // below a half nothing is
  CHECK(described(uniform_case("0.94499", 4).against(with_grade("AAAAA"))) == "grade AAAAA/AAAA ?");
}

namespace {

// Three ratings, in which two items differ: 1.1 of 5 points and 1.2 of 7.
uniform_case three_ratings(const char* first, const char* second, const char* third) {
  uniform_case result("0.9");
  example::add_rating(result.record(), "A2", "0.9");
  example::add_rating(result.record(), "A3", "0.9");
  const std::size_t items = 19;
  const std::array<const char*, 3> alphas{first, second, third};
  for (std::size_t r = 0; r < alphas.size(); ++r) {
    result.record().alphas[r * items] = example::alpha_of(alphas[r]);
    result.record().alphas[r * items + 1] = example::alpha_of(alphas[r]);
  }
  return result;
}

}  // namespace

TEST_CASE("cause of a score: rounded on the way", "[recorded]") {
  // α of 1.1 and 1.2: a mean of 0.8333…, 0.83 to two decimals and 0.8 to one; 89.2 exactly.
  const uniform_case record = three_ratings("0.8", "0.8", "0.9");
  CHECK(described(record.against_score("89.2")) == "");
  CHECK(described(record.against_score("89.16")) == "service_score 89.16/89.20 rounded-items");
  CHECK(described(record.against_score("88.80")) == "service_score 88.80/89.20 rounded-items");
  // the points of all other items are 4.5, 4 to the even digit and 5 a half up
  CHECK(described(record.against_score("81.00")) == "service_score 81.00/89.20 rounded-items");
  CHECK(described(record.against_score("97")) == "service_score 97/89.20 rounded-items");
  CHECK(described(record.against_score("89.25")) == "service_score 89.25/89.20 ?");
  // scores of 88.8, 88.8 and 90: 89 + 89 + 90
  CHECK(described(record.against_score("89.33")) == "service_score 89.33/89.20 rounded-ratings");
  // each item, and each characteristic, alike
  CHECK(described(record.against_score("89.30")) == "service_score 89.30/89.20 unweighted");
}

TEST_CASE("cause of a grade: what the record itself says", "[recorded]") {
  const uniform_case record("0.85", 4);  // total 116, level 5
  recorded_result recorded = with_grade("AAAA");
  recorded.service_score = "91.00";
  CHECK(described(record.against(recorded)) == "service_score 91.00/85.00 ?; grade AAAA/AAA recorded-score");
  recorded = with_grade(std::nullopt);
  recorded.management_level = "2";
  CHECK(described(record.against(recorded)) == "management_level 2/5 ?; grade none/AAA recorded-level");
  recorded = with_grade(std::nullopt);
  recorded.management_total = "60";
  CHECK(described(record.against(recorded)) == "management_total 60/116 ?; grade none/AAA recorded-total");
  const uniform_case low("0.85", 3);
  recorded = with_grade("AAAA");
  recorded.service_score = "91.00";
  recorded.management_level = "4";
  CHECK(described(low.against(recorded)) ==
        "service_score 91.00/85.00 ?; management_level 4/3 ?; grade AAAA/AAA recorded-scores");
  // the recorded score and level make an AAAA, too, where the rounded score is compared
  recorded.service_score = "89.60";
  CHECK(described(low.against(recorded)) == "service_score 89.60/85.00 ?; management_level 4/3 ?; grade AAAA/AAA ?");
  // score and level hold, and no reading makes an AAAAA of them
  recorded = with_grade("AAAAA");
  recorded.service_score = "85.00";
  recorded.management_level = "5";
  CHECK(described(record.against(recorded)) == "grade AAAAA/AAA inconsistent");
  // of the score alone nothing is said, save where it decides alone
  recorded.management_level.reset();
  CHECK(described(record.against(recorded)) == "grade AAAAA/AAA ?");
  recorded = with_grade("passed");
  recorded.service_score = "59.00";
  CHECK(described(uniform_case("0.59", 3, example::without_maturity()).against(recorded)) ==
        "grade passed/none inconsistent");
}

TEST_CASE("cause: another edition, where it has the same items", "[recorded]") {
  scheme other = example::tbsc94_2026();
  other.edition = "A/1";
  other.grades.grades[0].from = decimal(70);
  other.grades.grades[0].to = decimal(79);
  uniform_case record("0.75", 3);
  CHECK(described(record.against(with_grade("AAA"))) == "grade AAA/none ?");
  CHECK(described(record.beside(other).against(with_grade("AAA"))) == "grade AAA/none edition A/1");
  CHECK(described(record.against(with_grade("AAAA"))) == "grade AAAA/none ?");
  // a grade that the other edition alone has
  other.grades.grades[0].grade = "3A";
  CHECK(described(uniform_case("0.75", 3).beside(other).against(with_grade("3A"))) == "grade 3A/none edition A/1");
  CHECK(described(uniform_case("0.75", 3).beside(other).against(with_grade("4A"))) == "grade 4A/none impossible");
}

TEST_CASE("cause: another edition's points due and bands", "[recorded]") {
  // 1.1 of Appendix 1 has 7 points due for 5, 1.1 of Appendix 3 has 10 for 5, level 4 begins at 88.
  scheme other = example::tbsc94_2026();
  other.edition = "A/1";
  std::swap(other.service.items[0].points_due, other.service.items[1].points_due);
  std::swap(other.maturity->table.items[0].points_due,
            other.maturity->table.items[other.maturity->table.groups[3].first].points_due);
  other.maturity->bands[2].end = other.maturity->bands[3].from = decimal(88);
  uniform_case record("0.5", 3);
  record.record().alphas[0] = example::alpha_of("1");
  record.record().levels[0] = level(5);
  recorded_result recorded;
  recorded.service_score = "53.50";
  recorded.management_total = "91";
  recorded.management_level = "4";
  CHECK(described(record.beside(other).against(recorded)) ==
        "service_score 53.50/52.50 edition A/1; management_total 91/89 edition A/1; "
        "management_level 4/3 edition A/1");
}

TEST_CASE("an edition with other items explains nothing", "[recorded]") {
  const auto beside = [](const scheme& other) {
    return described(uniform_case("0.75", 3).beside(other).against(with_grade("AAA")));
  };
  scheme other = example::tbsc94_2026();
  other.edition = "A/1";
  other.grades.grades[0].from = decimal(70);
  other.grades.grades[0].to = decimal(79);
  REQUIRE(beside(other) == "grade AAA/none edition A/1");
  scheme other_service = other;
  other_service.service.items[0].id = "1.9";
  CHECK(beside(other_service) == "grade AAA/none ?");
  scheme other_management = other;
  other_management.maturity->table.items[0].id = "1.9";
  CHECK(beside(other_management) == "grade AAA/none ?");
  scheme none = other;
  none.maturity.reset();
  CHECK(beside(none) == "grade AAA/none ?");
  // without a maturity part in both, the items of Appendix 1 are all
  scheme lower = example::without_maturity();
  lower.edition = "A/1";
  lower.grades.grades[0].from = decimal(50);
  CHECK(described(uniform_case("0.55", 3, example::without_maturity()).beside(lower).against(with_grade("passed"))) ==
        "grade passed/none edition A/1");
}

TEST_CASE("the readings that a record names come before those given, and a decision holds where they agree",
          "[recorded]") {
  readings_in_use given;
  given.values = given.values.with(reading::row_grade, 1).with(reading::mean_over, 1);
  given.settled[static_cast<std::size_t>(reading::row_grade)] = decision{"TC 1", ""};
  given.settled[static_cast<std::size_t>(reading::mean_over)] = decision{"TC 2", ""};
  recorded_result recorded;
  recorded.readings = {{"row-grade", "by-score"},
                       {"mean-over", "assessors"},
                       {"limit-comparison", "rounded-value"},
                       {"shared-boundary", "sideways"}};
  const readings_in_use used = readings_for(recorded, given);
  CHECK(used.values.value(reading::row_grade) == "by-score");
  CHECK_FALSE(used.is_settled(reading::row_grade));
  CHECK(used.values.value(reading::mean_over) == "assessors");
  CHECK(used.is_settled(reading::mean_over));
  CHECK(used.values.value(reading::limit_comparison) == "rounded-value");
  CHECK(used.values.value(reading::shared_boundary) == "upper-row");
  CHECK(used.values.value(reading::management_shortfall) == "lower-grade");
}

TEST_CASE("what is recorded at all", "[recorded]") {
  CHECK_FALSE(says_something({}));
  recorded_result only_readings;
  only_readings.readings = {{"row-grade", "by-score"}};
  CHECK_FALSE(says_something(only_readings));
  CHECK(says_something(with_grade(std::nullopt)));
  recorded_result total;
  total.management_total = "92";
  CHECK(says_something(total));
  recorded_result score;
  score.service_score = "85";
  CHECK(says_something(score));
  recorded_result one_level;
  one_level.management_level = "3";
  CHECK(says_something(one_level));
}

// 1,000 records with all four members right, each of them changed in turn.
TEST_CASE("every changed member is found, and nothing else", "[recorded]") {
  const scheme scheme = example::tbsc94_2026();
  const naive::scheme numbers = naive::numbers_of(scheme);
  std::mt19937_64 engine{20260311};
  const auto below = [&](std::uint64_t count) { return engine() % count; };
  for (int i = 0; i < 1000; ++i) {
    naive::record record;
    record.conforming = true;
    for (std::uint64_t r = 0; r < 1 + below(3); ++r) {
      naive::rating& rating = record.ratings.emplace_back();
      for (std::size_t item = 0; item < scheme.service.items.size(); ++item) {
        rating.alpha.emplace_back(mpz_class(static_cast<unsigned long>(70 + below(31))), mpz_class(100));
        rating.alpha.back().canonicalize();
      }
    }
    for (std::size_t item = 0; item < scheme.maturity->table.items.size(); ++item) {
      record.levels.push_back(2 + static_cast<int>(below(4)));
    }
    const naive::result right = naive::grade(numbers, record, {});
    recorded_result recorded =
        with_grade(right.grade ? std::optional(numbers.grades[*right.grade].grade) : std::nullopt);
    recorded.service_score = naive::rounded(right.score, 2);
    recorded.management_total = naive::exact(*right.total);
    recorded.management_level = std::to_string(*right.level);

    const assessment assessment = example::assessment_of(record);
    const grading result = grade(scheme, assessment, {});
    const auto members = [&](const recorded_result& text) {
      std::string names;
      for (const difference& each : differences(text, {scheme, assessment, {}, result, {}})) {
        names += std::string(name_of(each.member)) + ' ';
      }
      return names;
    };
    REQUIRE(members(recorded) == "");
    recorded_result changed = recorded;  // by two hundredths: one may be the other side of a tie
    changed.service_score = naive::rounded(right.score + mpq_class(below(2) == 0 ? 1 : -1, 50), 2);
    CHECK(members(changed) == "service_score ");
    changed = recorded;
    changed.management_total = naive::exact(*right.total + (below(2) == 0 ? 1 : -1));
    CHECK(members(changed) == "management_total ");
    changed = recorded;
    changed.management_level = std::to_string(*right.level % 5 + 1);
    CHECK(members(changed) == "management_level ");
    changed = recorded;
    changed.grade = recorded.grade == "AAA" ? std::nullopt : std::optional<std::string>("AAA");
    CHECK(members(changed) == "grade ");
  }
}
