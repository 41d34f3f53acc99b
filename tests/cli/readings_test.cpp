// --reading and --readings: which value is in use, and which is settled.
#include <tuple>

#include "catch.hpp"
#include "cli/run.hpp"
#include "reading/example_texts.hpp"
#include "scoring/example_scheme.hpp"

namespace {

using namespace cli_test;
using nlohmann::json;

// 92 points at management level 3: the grade hangs on three readings.
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
  CHECK(standard["depends_on"] == json({"grade-conditions", "management-shortfall", "row-grade"}));
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
  CHECK(line_of(files, {"--readings", decided})["depends_on"] == json({"grade-conditions", "management-shortfall"}));

  const json report = run({"grade", "--format", "json", "--readings", decided, files / "a.json"}).json()["readings"][5];
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
    CHECK(refused.err.find("\"row-grade\", decision: the decision is blank: ") != std::string::npos);
  }
  // A decision may go without a date.
  const std::string undated = files.write("undated", R"({"row-grade": {"value": "by-score", "decision": "TC"}})");
  CHECK(run({"grade", "--readings", undated, files / "a.json"}).out.find("[settled: TC] (clause 5.3)") !=
        std::string::npos);

  // --reading overrides both, and does not settle.
  const json overridden = line_of(files, {"--readings", decided, "--reading", "row-grade=by-order"});
  CHECK(overridden["grade"] == "AAAA");
  CHECK(overridden["depends_on"] == json({"row-grade"}));
  CHECK(line_of(files, {"--reading", "row-grade=by-score", "--readings", decided})["depends_on"].size() == 3);
}

TEST_CASE("a readings file that is wrong is wrong usage; one that is not there cannot be read", "[cli][readings]") {
  const folder files;
  const std::string good = files.write("a.json", shortfall());
  const std::string wrong =
      files.write("readings", "{\n  \"row-grade\": {\"value\": \"by-size\", \"decision\": \"x\"}}");
  const run_result result = run({"grade", "--readings", wrong, good});
  CHECK(result.exit_code == 2);
  CHECK(result.out.empty());
  CHECK(result.err.find(wrong + ":2:26: error: \"row-grade\", value: ") == 0);
  CHECK(run({"grade", "--readings", files / "none", good}).exit_code == 4);
  // A byte order mark does no harm.
  CHECK(run({"grade", "--readings", files.write("readings", "\xEF\xBB\xBF{}"), good}).exit_code == 0);
}

namespace {

// Three rate 0.92 in the morning and one 0.86 in the afternoon, all items at level 4: 90.5 over the ratings, 89 over
// the occasions.
std::string unequal_occasions() {
  const tbsc94::scheme scheme = example::tbsc94_2026();
  json ratings = json::array();
  for (const auto& [assessor, occasion, alpha] :
       {std::tuple{"A", "am", 0.92}, {"B", "am", 0.92}, {"C", "am", 0.92}, {"D", "pm", 0.86}}) {
    json alphas;
    for (const tbsc94::item& item : scheme.service.items) {
      alphas[item.id] = alpha;
    }
    ratings.push_back({{"assessor", assessor}, {"occasion", occasion}, {"alpha", alphas}});
  }
  json levels;
  for (const tbsc94::item& item : scheme.maturity->table.items) {
    levels[item.id] = 4;
  }
  return json{{"scheme", "CTS TBSC94-2026"},
              {"edition", "B/0"},
              {"service", {{"ratings", ratings}}},
              {"management", {{"conformity", "conforming"}, {"levels", levels}}}}
             .dump() +
         "\n";
}

}  // namespace

TEST_CASE("mean-over=occasions: unequal attendance by occasion is told", "[cli][readings]") {
  const auto line = [](const std::vector<std::string>& options) {
    std::vector<std::string> arguments{"grade", "-q", "--format", "ndjson", "--lines", "-"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    return run(arguments, {unequal_occasions(), {}, ""}).lines().at(0);
  };
  CHECK(line({})["service_score_exact"] == "90.5");
  CHECK(line({})["grade"] == "AAAA");
  CHECK(line({})["depends_on"] == json({"mean-over"}));
  CHECK(line({"--reading", "mean-over=occasions"})["service_score_exact"] == "89");
  CHECK(line({"--reading", "mean-over=occasions"})["grade"] == "AAA");
  CHECK(line({"--reading", "mean-over=occasions"})["readings"] == json({{"mean-over", "occasions"}}));
  // and which value gives which grade
  CHECK(run({"grade", "-"}, {unequal_occasions(), {}, ""})
            .out.find("mean-over = ratings [default; occasions gives AAA]") != std::string::npos);
}

TEST_CASE("score-after-review: the level is reported and decides nothing", "[cli][readings]") {
  const folder files;
  const json line = line_of(files, {"--reading", "grade-conditions=score-after-review"});
  CHECK(line["grade"] == "AAAA");
  CHECK(line["management_level"] == 3);
  CHECK(line["depends_on"] == json({"grade-conditions"}));
  const std::vector<std::string> both{"--reading", "grade-conditions=score-after-review", "--reading",
                                      "row-grade=by-order"};
  std::vector<std::string> arguments{"grade", files / "a.json"};
  arguments.insert(arguments.end(), both.begin(), both.end());
  const std::string text = run(arguments).out;
  CHECK(text.find("the management level is reported and decides nothing") != std::string::npos);
  CHECK(text.find("without effect under grade-conditions=score-after-review") != std::string::npos);
  arguments.insert(arguments.end(), {"--format", "json"});
  const json report = run(arguments).json();
  CHECK(report["readings"][5]["without_effect"] == true);
  CHECK_FALSE(report["readings"][0].contains("without_effect"));
  CHECK(report["verdict"]["requirements"][1]["row"].is_null());
  CHECK(report["verdict"]["requirements"][1]["level_from"].is_null());
  CHECK(report["verdict"]["cushion"]["level"].is_null());
}

// 3.3333… more are needed: 3.34 suffice, 3.33 do not.
TEST_CASE("what is missing is rounded up, and enough from there on", "[cli][readings]") {
  const folder files;
  std::string text = unequal_occasions();
  const auto told = [&](const std::vector<std::string>& options) {
    std::vector<std::string> arguments{"grade", files.write("b.json", text)};
    arguments.insert(arguments.end(), options.begin(), options.end());
    return run(arguments).out;
  };
  json record = json::parse(text);
  record["service"]["ratings"].erase(3);
  for (auto& [item, alpha] : record["service"]["ratings"][0]["alpha"].items()) {
    alpha = 0.85;
  }
  for (auto& [item, alpha] : record["service"]["ratings"][1]["alpha"].items()) {
    alpha = 0.83;
  }
  text = record.dump();  // (85 + 83 + 92) ÷ 3 = 86.6667
  CHECK(told({}).find("10/3 (about 3.34) more points of the service score") != std::string::npos);
  for (auto& [item, level] : record["management"]["levels"].items()) {
    level = 3;
  }
  text = record.dump();
  const std::string lower = told({"--reading", "shared-boundary=lower-row"});
  CHECK(lower.find("management level 4 (the management total is 87; 8 more are needed)") != std::string::npos);
  CHECK(lower.find("at a score of exactly 90, level 3 is enough") != std::string::npos);
}
