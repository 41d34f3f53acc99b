// Who is the same assessor, on which occasion, and which ids are one: spellings of a name are one name.
#include "catch.hpp"
#include "cli/run.hpp"
#include "reading/example_texts.hpp"

namespace {

using namespace cli_test;
using json = nlohmann::ordered_json;

struct who {
  std::string assessor;
  std::string occasion;
  double alpha = 0.96;
};

// An assessment at level 4 throughout, rated by each of these, the same α for every item.
std::string rated_by(const std::vector<who>& all) {
  json document = json::parse(example::assessment_text());
  const json alphas = document["service"]["ratings"][0]["alpha"];
  json ratings = json::array();
  for (const who& each : all) {
    json rating{{"assessor", each.assessor}, {"occasion", each.occasion}, {"alpha", alphas}};
    for (auto& alpha : rating["alpha"]) {
      alpha = each.alpha;
    }
    ratings.push_back(rating);
  }
  document["service"]["ratings"] = ratings;
  for (auto& level : document["management"]["levels"]) {
    level = 4;
  }
  return document.dump();
}

// The line of the record, read in the usual way and, an escape in its first key, in the full one.
json graded(const std::string& text, const std::vector<std::string>& more = {}) {
  const folder files;
  const auto line_of = [&](const std::string& written) {
    std::vector<std::string> arguments{"grade", "--lang", "en", "--format", "ndjson", files.write("a.json", written)};
    arguments.insert(arguments.end(), more.begin(), more.end());
    json line = json::parse(lines_of(run(arguments).out).at(0));
    for (const char* const list : {"errors", "remarks"}) {
      for (std::size_t i = 0; line.contains(list) && i < line[list].size(); ++i) {
        line[list][i].erase("column");  // the escape is longer
      }
    }
    return line;
  };
  json line = line_of(text);
  CHECK(line == line_of(example::replaced(text, "{\"scheme\"", "{\"\\u0073cheme\"")));
  return line;
}

const std::vector<std::pair<std::string, std::string>> spellings_of_one{
    {"张三", "张　三"}, {"张三", "张三 "},      {"张三", "\u200B张三"},      {"张三", "张\uFEFF三"}, {"A1", "a1"},
    {"A1", "Ａ 1"},     {"José", "Jose\u0301"}, {"Zhang San", "ZHANG\tSAN"}, {"张\u00AD三", "张三"}, {"ａ１", "A1"}};

}  // namespace

TEST_CASE("an assessor spelled in two ways rates twice on one occasion: refused", "[cli][names]") {
  for (const auto& [one, other] : spellings_of_one) {
    CAPTURE(one, other);
    for (const std::string occasion : {"", "am"}) {
      const json line = graded(rated_by({{"李四", occasion, 0.8}, {one, occasion}, {other, occasion}}));
      REQUIRE(line["errors"].size() == 1);
      CHECK(line["errors"][0]["code"] == "duplicate-rating");
      CHECK(line["errors"][0]["where"] == "/service/ratings/2");
      CHECK(line["errors"][0]["message"].get<std::string>().find("\"" + one + "\"") != std::string::npos);
      CHECK(line["errors"][0]["message"].get<std::string>().find("\"" + other + "\"") != std::string::npos);
    }
  }
}

TEST_CASE("occasions are compared like names", "[cli][names]") {
  for (const std::string other : {"2026-03-14 AM", "2026-03-14am", "２０２６-03-14 am", "2026-03-14\u00A0am "}) {
    CAPTURE(other);
    const json refused = graded(rated_by({{"A", "2026-03-14 am"}, {"A", other}}));
    REQUIRE(refused["errors"].size() == 1);
    CHECK(refused["errors"][0]["code"] == "duplicate-rating");
    const json line = graded(rated_by({{"A", "2026-03-14 am"}, {"B", other}}));
    REQUIRE(line["remarks"].size() == 1);
    CHECK(line["remarks"][0]["code"] == "name-respelled");
    CHECK(line["remarks"][0]["where"] == "/service/ratings/1/occasion");
  }
  CHECK_FALSE(graded(rated_by({{"A", "2026-03-14 am"}, {"A", "2026-03-14 pm"}})).contains("remarks"));
}

// Else one would count as two: 90.67 and AAAA for 88 and AAA.
TEST_CASE("a mean over assessors takes spellings of one name together", "[cli][names]") {
  const std::vector<std::string> over_assessors{"--reading", "mean-over=assessors"};
  const auto of = [&](const std::string& one, const std::string& other) {
    return graded(rated_by({{"李四", "1", 0.8}, {one, "1"}, {other, "2"}}), over_assessors);
  };
  const json alike = of("张三", "张三");
  CHECK(alike["service_score_exact"] == "88");
  CHECK(alike["grade"] == "AAA");
  CHECK_FALSE(alike.contains("remarks"));
  for (const auto& [one, other] : spellings_of_one) {
    CAPTURE(one, other);
    const json line = of(one, other);
    CHECK(line["service_score_exact"] == "88");
    CHECK(line["grade"] == "AAA");
    CHECK(line["depends_on"] == alike["depends_on"]);
    REQUIRE(line["remarks"].size() == 1);
    CHECK(line["remarks"][0]["code"] == "name-respelled");
    CHECK(line["remarks"][0]["where"] == "/service/ratings/2/assessor");
  }
  CHECK(of("张三", "张三丰")["grade"] == "AAAA");
}

TEST_CASE("each further spelling is remarked on once", "[cli][names]") {
  const json line = graded(rated_by({{"a1", "1"}, {"A1", "2"}, {"A1", "3"}, {"A 1", "4"}, {"a1", "5"}}));
  REQUIRE(line["remarks"].size() == 2);
  CHECK(line["remarks"][0]["where"] == "/service/ratings/1/assessor");
  CHECK(line["remarks"][1]["where"] == "/service/ratings/3/assessor");
}

TEST_CASE("a name of which nothing can be seen names nobody", "[cli][names]") {
  for (const std::string blank : {" ", "\u3000", "\u200B", "\t"}) {
    const json line = graded(rated_by({{blank, "1"}, {blank, "1"}, {"A", blank}}));
    REQUIRE(line["remarks"].size() == 3);
    CHECK(line["remarks"][0]["code"] == "assessor-empty");
    CHECK(line["remarks"][1]["code"] == "assessor-empty");
    CHECK(line["remarks"][2]["code"] == "occasion-empty");
    const json refused = graded(rated_by({{"A", ""}, {"A", blank}}));
    CHECK(refused["errors"][0]["code"] == "duplicate-rating");
  }
}

TEST_CASE("--unique finds an id spelled in two ways, and says how", "[cli][names]") {
  const folder files;
  std::string lines;
  for (const std::string id : {"TB-1", "TB-2", "tb-1 ", "ＴＢ-１", "TB-12"}) {
    json document = json::parse(example::assessment_text());
    document["id"] = id;
    lines += document.dump() + '\n';
  }
  const std::string path = files.write("a.ndjson", lines);
  const run_result result = run({"grade", "--lang", "en", "--unique", path});
  CHECK(result.out.find("with an id that came before: 2\n") != std::string::npos);
  CHECK(result.out.find("    tb-1 : " + path + ":3, first at " + path + ":1 (written \"TB-1\")\n") !=
        std::string::npos);
  CHECK(result.out.find("    ＴＢ-１: " + path + ":4, first at " + path + ":1 (written \"TB-1\")\n") !=
        std::string::npos);
}
