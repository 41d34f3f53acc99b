// --reading and --readings: which value is in use, and which is settled.
#include "catch.hpp"
#include "cli/run.hpp"
#include "reading/example_texts.hpp"

namespace {

using namespace cli_test;
using nlohmann::json;

// 92 points at management level 3: the grade hangs on two readings.
std::string shortfall() {
  std::string text = example::assessment_text();
  for (std::size_t at = 0; (at = text.find("0.85", at)) != std::string::npos; at += 4) {
    text.replace(at, 4, "0.92");
  }
  return text;
}

json line_of(const folder& files, std::vector<std::string> options) {
  options.insert(options.begin(), {"grade", "--format", "ndjson", files.write("a.json", shortfall())});
  const run_result result = run(options);
  REQUIRE(result.exit_code == 0);
  return result.lines().at(0);
}

}  // namespace

TEST_CASE("--reading sets a reading; the result says so", "[cli][readings]") {
  const folder files;
  const json standard = line_of(files, {});
  CHECK(standard["grade"] == "AAA");
  CHECK(standard["depends_on"] == json({"management-shortfall", "row-grade"}));
  CHECK_FALSE(standard.contains("readings"));

  const json strict = line_of(files, {"--reading", "management-shortfall=no-grade"});
  CHECK(strict["grade"].is_null());
  CHECK(strict["readings"] == json({{"management-shortfall", "no-grade"}}));

  const json two = line_of(files, {"--reading", "row-grade=by-order", "--reading=limit-comparison=rounded-value"});
  CHECK(two["grade"] == "AAAA");
  CHECK(two["compared_score"] == 92);
  CHECK(two["readings"].size() == 2);
  // A reading set to its default is the default; of two, the last counts.
  CHECK(line_of(files, {"--reading", "row-grade=by-score"}) == standard);
  CHECK(line_of(files, {"--reading", "row-grade=by-order", "--reading", "row-grade=by-score"}) == standard);
}

TEST_CASE("--readings settles: the grade no longer depends on it", "[cli][readings]") {
  const folder files;
  const std::string decided = files.write(
      "readings", R"({"row-grade": {"value": "by-score", "decision": "TC 2026-03", "date": "2026-03-01"}})");
  CHECK(line_of(files, {"--readings", decided})["depends_on"] == json({"management-shortfall"}));

  const json report = run({"grade", "--format", "json", "--readings", decided, files / "a.json"}).json()["readings"][4];
  CHECK(report["name"] == "row-grade");
  CHECK(report["settled"] == true);
  CHECK(report["decision"] == "TC 2026-03");
  CHECK(report["date"] == "2026-03-01");
  const std::string text = run({"grade", "--readings", decided, files / "a.json"}).out;
  CHECK(text.find("row-grade = by-score [settled: TC 2026-03, 2026-03-01] (clause 5.3)") != std::string::npos);

  // One that is blank is none, and the file is refused.
  for (const char* blank : {"", " ", "\u3000\u200B"}) {
    const run_result refused = run(
        {"grade", "--readings",
         files.write("blank", R"({"row-grade": {"value": "by-score", "decision": ")" + std::string(blank) + R"("}})"),
         files / "a.json"});
    CHECK(refused.exit_code == 2);
    CHECK(refused.out.empty());
    CHECK(refused.err.find("/row-grade/decision: the decision is blank: ") != std::string::npos);
  }
  // A decision may go without a date.
  const std::string undated = files.write("undated", R"({"row-grade": {"value": "by-score", "decision": "TC"}})");
  CHECK(run({"grade", "--readings", undated, files / "a.json"}).out.find("[settled: TC] (clause 5.3)") !=
        std::string::npos);

  // --reading overrides both, and does not settle.
  const json overridden = line_of(files, {"--readings", decided, "--reading", "row-grade=by-order"});
  CHECK(overridden["grade"] == "AAAA");
  CHECK(overridden["depends_on"] == json({"row-grade"}));
  CHECK(line_of(files, {"--reading", "row-grade=by-score", "--readings", decided})["depends_on"].size() == 2);
}

TEST_CASE("a readings file that is wrong is wrong usage; one that is not there cannot be read", "[cli][readings]") {
  const folder files;
  const std::string good = files.write("a.json", shortfall());
  const std::string wrong =
      files.write("readings", "{\n  \"row-grade\": {\"value\": \"by-size\", \"decision\": \"x\"}}");
  const run_result result = run({"grade", "--readings", wrong, good});
  CHECK(result.exit_code == 2);
  CHECK(result.out.empty());
  CHECK(result.err.find(wrong + ":2:26: error: /row-grade/value: ") == 0);
  CHECK(run({"grade", "--readings", files / "none", good}).exit_code == 4);
  // A byte order mark does no harm.
  CHECK(run({"grade", "--readings", files.write("readings", "\xEF\xBB\xBF{}"), good}).exit_code == 0);
}
