// What is odd and no error, as the program says it.
#include <string>

#include "catch.hpp"
#include "cli/run.hpp"
#include "reading/example_texts.hpp"

namespace {

using namespace cli_test;
using nlohmann::json;

// The sample assessment's rating, and others, each with some α of its own.
json rated(const std::vector<json>& alphas) {
  json text = json::parse(example::assessment_text());
  const json rating = text["service"]["ratings"][0];
  text["service"]["ratings"] = json::array();
  for (std::size_t r = 0; r < alphas.size(); ++r) {
    json each = rating;
    each["assessor"] = "A" + std::to_string(r + 1);
    each["alpha"].update(alphas[r]);
    text["service"]["ratings"].push_back(each);
  }
  return text;
}

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::vector<std::string> codes_of(const json& remarks) {
  std::vector<std::string> codes;
  for (const json& each : remarks) {
    codes.push_back(each["code"]);
  }
  return codes;
}

}  // namespace

TEST_CASE("an α in the lowest band is remarked on beside the verdict, by the item's full name", "[cli][remarks]") {
  const std::string text = rated({{{"1.1", 0.095}}, {{"1.2", 0.9}}, {{"1.3", 0.9}}}).dump(1);
  for (const char* format : {"text", "markdown", "html"}) {
    CAPTURE(format);
    const auto of = [&](const char* lang) {
      const run_result result = run({"grade", "--lang", lang, "--format", format, "-"}, {text, {}, ""});
      CHECK(result.exit_code == 0);
      return result.out;
    };
    CHECK(contains(of("zh"), "1.1 功能性·人员：α 在最低一段（0–0.2，远低于预期）：测评 1（"));
    CHECK(contains(of("zh"), "1.1 功能性·人员：与其他各份测评相差两段或以上的 α：测评 1（"));
    CHECK(contains(of("en"), "1.1 functionality · personnel: α in the lowest band (0–0.2, "));
  }
  const json report = run({"grade", "--format", "json", "-"}, {text, {}, ""}).json();
  CHECK(codes_of(report["remarks"]) == std::vector<std::string>{"alpha-far-from-others", "alpha-in-lowest-band"});
  const json& lowest = report["remarks"][1];
  CHECK(lowest["where"] == "/service/ratings/0/alpha/1.1");
  CHECK(lowest["clause"] == "5.1.1");
  CHECK(lowest["ratings"] == json({1}));
  CHECK(report["verdict"]["grade"] == "AAA");
  // Lists keep what they have.
  CHECK_FALSE(run({"grade", "--lines", "--format", "ndjson", "-"}, {json::parse(text).dump(), {}, ""})
                  .json()
                  .contains("remarks"));
}

TEST_CASE("ratings that were copied, a lone rating and a rating that decides are remarked on", "[cli][remarks]") {
  const auto remarks = [](const json& text) {
    return codes_of(run({"grade", "--format", "json", "-"}, {text.dump(1), {}, ""}).json()["remarks"]);
  };
  CHECK(remarks(rated({{{"1.1", 0.9}}, {{"1.2", 0.9}}, {{"1.1", 0.9}}})) == std::vector<std::string>{"ratings-alike"});
  CHECK(remarks(rated({json::object()})) == std::vector<std::string>{"single-rating"});
  json other = json::object();
  const json one = rated({json::object()});
  for (const auto& each : one["service"]["ratings"][0]["alpha"].items()) {
    other[each.key()] = 0.76;
  }
  CHECK(remarks(rated({json::object(), other})) == std::vector<std::string>{"one-rating-decides"});
}

TEST_CASE("a result with remarks at its verdict holds, in either language", "[cli][remarks]") {
  const std::string text = rated({{{"1.1", 0.1}}, {{"1.2", 0.9}}}).dump(1);
  for (const char* lang : {"zh", "en"}) {
    const std::string result = run({"grade", "--lang", lang, "--format", "json", "-"}, {text, {}, ""}).out;
    CHECK(run({"verify", "--lang", "en", "-"}, {result, {}, ""}).exit_code == 0);
  }
}

TEST_CASE("an α that a double wrote is named with the shorter number, and graded as written", "[cli][remarks]") {
  // 19 times 0.95: AAAAA. As Excel stores it: just below.
  json text = json::parse(example::assessment_text());
  std::string written = text.dump(1);
  for (std::size_t at = 0; (at = written.find("0.85", at)) != std::string::npos;) {
    written.replace(at, 4, "0.94999999999999996");
  }
  for (std::size_t at = written.find("\"levels\""); (at = written.find(": 3", at)) != std::string::npos;) {
    written.replace(at, 3, ": 4");
  }
  const json line = run({"grade", "--lang", "en", "--format", "ndjson", "-"}, {written, {}, ""}).json();
  CHECK(line["grade"] == "AAAA");
  CHECK(line["mark"] == "-");
  REQUIRE(line["remarks"].size() == 19);
  const json& first = line["remarks"][0];
  CHECK(first["code"] == "alpha-from-double");
  CHECK(first["where"] == "/service/ratings/0/alpha/1.1");
  CHECK(contains(first["message"], "α is 0.94999999999999996, which is 0.95 as a floating-point number writes it"));
  CHECK(contains(first["message"], "; with the shorter number for every such α the grade is AAAAA, not AAAA"));
  CHECK(contains(run({"grade", "--lang", "zh", "-"}, {written, {}, ""}).out, "[alpha-from-double]"));
  // Far from every limit the grade is the same, and nothing is said of it.
  const std::string far =
      example::replaced(example::assessment_text(), "\"1.1\": 0.85", "\"1.1\": 0.69999999999999996");
  const json other =
      run({"grade", "--lang", "en", "--format", "ndjson", "-"}, {example::on_one_line(far), {}, ""}).json();
  REQUIRE(other["remarks"].size() == 1);
  CHECK(contains(other["remarks"][0]["message"], "which is 0.7 as"));
  CHECK_FALSE(contains(other["remarks"][0]["message"], "the grade is"));
  // Of fewer digits, or the shortest that its double has, an α calls for no remark.
  for (const char* alpha : {"0.123456789012345", "0.30000000000000004", "0.850000000000000000", "0.8499999999999999"}) {
    const std::string plain =
        example::replaced(example::assessment_text(), "\"1.1\": 0.85", std::string("\"1.1\": ") + alpha);
    CHECK_FALSE(
        run({"grade", "--format", "ndjson", "-"}, {example::on_one_line(plain), {}, ""}).json().contains("remarks"));
  }
}
