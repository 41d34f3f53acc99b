// `tbsc94 regrade`: which grades change, and why.
#include "catch.hpp"
#include "cli/run.hpp"
#include "reading/example_texts.hpp"

namespace {

using namespace cli_test;
using example::replaced;
using nlohmann::json;

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

// The example, at total 87 and level 3, with another α for every item and a recorded result, as a line.
std::string record(const std::string& alpha, const std::string& recorded, const std::string& review = "conforming") {
  std::string text = example::assessment_text();
  for (std::size_t at = 0; (at = text.find("0.85", at)) != std::string::npos; at += alpha.size()) {
    text.replace(at, 4, alpha);
  }
  text = replaced(text, R"("conforming")", '"' + review + '"');
  if (!recorded.empty()) {
    text = replaced(text, R"("date")", R"("recorded": {)" + recorded + "}, \"date\"");
  }
  for (char& c : text) {
    c = c == '\n' ? ' ' : c;
  }
  return text + '\n';
}

std::string scheme_text() { return example::read_file(data("schemes/cts-tbsc94-2026.json")); }

// AAA from 70, as edition A/1.
std::string lower_limit() {
  std::string text = replaced(scheme_text(), R"("edition": "B/0")", R"("edition": "A/1")");
  text = replaced(text, R"("from": 60, "to": 79)", R"("from": 60, "to": 69)");
  text = replaced(text, R"("from": 80, "to": 90)", R"("from": 70, "to": 90)");
  return replaced(text, R"("grade": "AAA", "from": 80)", R"("grade": "AAA", "from": 70)");
}

json regraded(const std::string& lines, std::vector<std::string> options = {}) {
  options.insert(options.begin(), {"regrade", "-q", "--format", "json", "-"});
  return run(options, {lines + record("0.1", ""), {}, ""}).json();  // two lines at least
}

// "AAA>AAAA limit-comparison", or empty where nothing changes.
std::string change(const std::string& line, const std::vector<std::string>& options = {}) {
  std::string text;
  const json result = regraded(line, options);
  for (const json& each : result["changes"]) {
    const json& change = each["change"];
    const auto grade = [](const json& value) { return value.is_null() ? "none" : value.get<std::string>(); };
    text += grade(change["from"]) + ">" + grade(change["to"]) + " " +
            (change["cause"].is_null() ? "?" : change["cause"].get<std::string>());
  }
  return text;
}

}  // namespace

TEST_CASE("the causes of a change", "[cli][regrade]") {
  CHECK(change(record("0.85", R"("grade": "AAA")")).empty());
  CHECK(change(record("0.5", R"("grade": null)")).empty());
  CHECK(change(record("0.85", "")).empty());
  // arithmetic: the record's own score is wrong, and led to its grade
  CHECK(change(record("0.78", R"("service_score": 80.00, "grade": "AAA")")) == "AAA>none arithmetic");
  CHECK(change(record("0.796", R"("grade": "AAA")")) == "AAA>none limit-comparison");
  CHECK(change(record("0.9", R"("grade": null)")) == "none>AAA reading");
  CHECK(change(record("0.85", R"("grade": "AAA")", "nonconforming")) == "AAA>none conformity");
  CHECK(change(record("0.85", R"("service_score": 85, "management_level": 3, "grade": "AAAAA")")) ==
        "AAAAA>AAA record");
  CHECK(change(record("0.85", R"("grade": "AAAAAA")")) == "AAAAAA>AAA record");
  CHECK(change(record("0.85", R"("grade": "AAAAA")")) == "AAAAA>AAA ?");
  const folder files;
  const std::string other = files.write("other.json", lower_limit());
  CHECK(change(record("0.75", R"("grade": "AAA")"), {"--scheme", other}) == "AAA>none edition");
}

TEST_CASE("--reading: what if the text is read so, against what is recorded or else the record's own reading",
          "[cli][regrade]") {
  const std::vector<std::string> no_grade{"--reading", "management-shortfall=no-grade"};
  CHECK(change(record("0.92", R"("grade": "AAA")"), no_grade) == "AAA>none reading");
  CHECK(change(record("0.92", ""), no_grade) == "AAA>none reading");
  CHECK(change(record("0.92", R"("readings": {"management-shortfall": "no-grade"})"), no_grade).empty());
  CHECK(change(record("0.85", ""), no_grade).empty());
  CHECK(change(record("0.796", ""), {"--reading", "limit-comparison=rounded-value"}) == "none>AAA limit-comparison");
  // without it the record's own readings stay, with it they do not
  const std::string own = record("0.796", R"("grade": "AAA", "readings": {"limit-comparison": "rounded-value"})");
  CHECK(change(own).empty());
  CHECK(change(own, {"--reading", "limit-comparison=full-value"}) == "AAA>none limit-comparison");
  // a body's decision is asked for as well
  const folder files;
  const std::string decided =
      files.write("readings.json", R"({"limit-comparison": {"value": "full-value", "decision": "TC 1"}})");
  CHECK(change(own, {"--readings", decided}) == "AAA>none limit-comparison");
  CHECK(change(record("0.796", R"("grade": "AAA")"), {"--readings", decided}) == "AAA>none limit-comparison");
}

TEST_CASE("--under: every record by that edition, against what is recorded or else its own edition", "[cli][regrade]") {
  const folder files;
  const std::string other = files.write("other.json", lower_limit());
  const std::vector<std::string> under{"--scheme", other, "--under", "A/1"};
  CHECK(change(record("0.75", R"("grade": null)"), under) == "none>AAA edition");
  CHECK(change(record("0.75", ""), under) == "none>AAA edition");
  CHECK(change(record("0.85", ""), under).empty());
  CHECK(change(record("0.75", R"("grade": "AAA")"), under).empty());
  // what did not hold before has its own cause
  CHECK(change(record("0.896", R"("grade": "AAAA", "readings": {"shared-boundary": "lower-row"})"), under) ==
        "AAAA>AAA limit-comparison");
  // either alone, and only both together
  CHECK(change(record("0.696", R"("grade": null)"),
               {"--scheme", other, "--under", "A/1", "--reading", "limit-comparison=rounded-value"}) ==
        "none>AAA edition-and-reading");
  CHECK(change(record("0.796", R"("grade": null)"), {"--scheme", other, "--under", "A/1", "--reading",
                                                     "limit-comparison=rounded-value"}) == "none>AAA edition");
  // whatever it names: also an edition that is not loaded
  const std::string old = replaced(record("0.75", R"("grade": null)"), "B/0", "Z/9");
  CHECK(change(old, under) == "none>AAA edition");
  CHECK(regraded(old, under)["refused"] == 0);
  // but of the scheme that it names
  const std::string elsewhere = files.write("s.json", replaced(lower_limit(), "CTS TBSC94-2026", "S"));
  const std::string of_s = replaced(record("0.75", ""), "CTS TBSC94-2026", "S") + record("0.75", "");
  const run_result lines =
      run({"regrade", "-q", "--format", "ndjson", "--scheme", elsewhere, "--under", "B/0", "-"}, {of_s, {}, ""});
  CHECK(lines.exit_code == 3);
  CHECK(lines.lines().at(0)["errors"][0]["code"] == "edition-unknown");
  CHECK(lines.lines().at(0)["errors"][0]["where"] == "/scheme");
  CHECK(lines.lines().at(1)["edition"] == "B/0");
  CHECK(run({"regrade", "--under", "Z/9", "-"}, {record("0.75", ""), {}, ""}).exit_code == 2);
}

TEST_CASE("the matrix: its sum is all records read, the refused among them", "[cli][regrade]") {
  const std::string refused = replaced(record("0.85", R"("grade": "AAA")"), R"("TB-1")", "1");
  const json result = regraded(record("0.85", R"("grade": "AAA")") + record("0.796", R"("grade": "AAA")") +
                               record("0.85", R"("grade": "B")") + record("0.85", "") + refused + "{\n");
  CHECK(result["read"] == 7);
  CHECK(result["graded"] == 5);
  CHECK(result["refused"] == 2);
  CHECK(result["changed"] == 2);
  CHECK(result["causes"] == json{{"limit-comparison", 1}, {"record", 1}});
  std::size_t sum = 0;
  for (const json& row : result["matrix"]) {
    for (const json& count : row) {
      sum += count.get<std::size_t>();
    }
  }
  CHECK(sum == 7);
  CHECK(result["matrix"]["AAA"] == json{{"none", 1}, {"AAA", 1}, {"AAAA", 0}, {"AAAAA", 0}, {"refused", 1}});
  CHECK(result["matrix"]["other"]["AAA"] == 1);
  CHECK(result["matrix"]["unrecorded"] == json{{"none", 1}, {"AAA", 1}, {"AAAA", 0}, {"AAAAA", 0}, {"refused", 1}});
  // those with none recorded have a table of their own, where they are read otherwise
  CHECK(regraded(record("0.92", ""), {"--reading", "management-shortfall=no-grade"})["own"]["AAA"]["none"] == 1);
}

TEST_CASE("text: the changes, then the matrix", "[cli][regrade]") {
  const std::string lines = record("0.85", R"("grade": "AAA")") + record("0.796", R"("grade": "AAA")");
  const run_result result = run({"regrade", "-"}, {lines, {}, ""});
  CHECK(result.exit_code == 0);
  CHECK(result.out ==
        "recorded  now       why none      source  id  cause\n"
        "AAA       none*     score         -:2  TB-1  [limit-comparison]\n"
        "  grade: recorded AAA, computed none; rounding before comparing gives it (limit-comparison=rounded-value)\n"
        "* depends on a reading: another value of it gives another grade; the full report of the record says which\n"
        "read 2: graded 2, refused 0\n"
        "  by grade: AAA 1  none 1\n"
        "  whose grade depends on a reading: 1\n"
        "  with conformity assumed: 0\n"
        "  recorded \\ now  none  AAA  AAAA  AAAAA  refused  total\n"
        "  ------------------------------------------------------\n"
        "  AAA                1    1     0      0        0      2\n"
        "  ------------------------------------------------------\n"
        "  total              1    1     0      0        0      2\n"
        "grades changed: 1\n"
        "  by cause: limit comparison 1\n");
  CHECK(
      contains(run({"regrade", "--lang", "zh", "-"}, {lines, {}, ""}).out, "级别变化：1 份\n  原因：与界限的比较 1\n"));
}

TEST_CASE("exit codes: 0 whatever changes, 1 where that is to fail", "[cli][regrade]") {
  const std::string changed = record("0.796", R"("grade": "AAA")");
  CHECK(run({"regrade", "-"}, {changed, {}, ""}).exit_code == 0);
  CHECK(run({"regrade", "--fail-on-change", "-"}, {changed, {}, ""}).exit_code == 1);
  CHECK(run({"regrade", "--fail-on-change", "-"}, {record("0.85", R"("grade": "AAA")"), {}, ""}).exit_code == 0);
  CHECK(run({"regrade", "--fail-on-change", "-"}, {changed + "{}\n", {}, ""}).exit_code == 3);
}

TEST_CASE("ndjson and csv have every record", "[cli][regrade]") {
  const std::string lines = record("0.85", R"("grade": "AAA")") + record("0.796", R"("grade": "AAA")");
  const auto each = run({"regrade", "-q", "--format", "ndjson", "-"}, {lines, {}, ""}).lines();
  REQUIRE(each.size() == 2);
  CHECK(each[0]["change"] == nullptr);
  CHECK(each[1]["change"] == json{{"from", "AAA"}, {"to", nullptr}, {"cause", "limit-comparison"}});
  CHECK(each[1]["differs"][0]["member"] == "grade");
  const auto rows = lines_of(run({"regrade", "-q", "--format", "csv", "-"}, {lines, {}, ""}).out);
  REQUIRE(rows.size() == 3);
  CHECK(rows[0].ends_with(",recorded,change_from,change_to,change_cause,reason\r"));
  CHECK(rows[1].ends_with(",AAA,,,,\r"));
  CHECK(rows[2].ends_with(",AAA,AAA,none,limit-comparison,score\r"));
}

// A failed review and a reading together give the recorded grade: the change and its line say so alike.
TEST_CASE("one search for causes, and one answer", "[cli][regrade]") {
  const auto told = [](const std::string& line, const std::string& reading) {
    return run({"regrade", "-q", "--reading", reading, "--lines", "-"}, {line, {}, ""}).out;
  };
  std::string at_level_2 = replaced(record("0.92", R"("grade": "AAA")", "nonconforming"), "\"1.1\": 3", "\"1.1\": 2");
  for (std::size_t at = 0; (at = at_level_2.find("\": 3", at)) != std::string::npos; ++at) {
    at_level_2.replace(at, 4, "\": 2");
  }
  const std::string text = told(at_level_2, "row-grade=by-order");
  CHECK(contains(text,
                 "AAA       none      review        -:1  TB-1  [conformity]\n"
                 "  grade: recorded AAA, computed none; it leaves out of account that the conformity review is not"));
  // read as the record was read, it holds
  CHECK(contains(told(record("0.92", R"("grade": "AAA")"), "management-shortfall=no-grade"),
                 "[reading]\n  grade: recorded AAA, computed none; management-shortfall=lower-grade gives it\n"));
  // of two that are read otherwise, the one that matters is told
  const std::string two = run({"regrade", "-q", "--reading", "management-shortfall=no-grade", "--reading",
                               "mean-over=occasions", "--lines", "-"},
                              {record("0.92", R"("grade": "AAA")"), {}, ""})
                              .out;
  CHECK(contains(two, "[reading]\n  grade: recorded AAA, computed none; management-shortfall=lower-grade gives it\n"));
  CHECK(change(record("0.945", R"("service_score": 95, "grade": "AAAA", "readings": {"row-grade": "by-order"})")) ==
        "");
}

// Its edition and its readings only together give the recorded grade: the line names both.
TEST_CASE("an edition together with readings", "[cli][regrade]") {
  const folder files;
  const std::string other = files.write("other.json", lower_limit());
  const json result = regraded(record("0.696", R"("grade": null)"),
                               {"--scheme", other, "--under", "A/1", "--reading", "limit-comparison=rounded-value"});
  const json& change = result["changes"][0];
  CHECK(change["change"]["cause"] == "edition-and-reading");
  CHECK(change["differs"][0]["cause"] == "edition");
  CHECK(change["differs"][0]["edition"] == "B/0");
  CHECK(change["differs"][0]["under"] == json::array({{{"limit-comparison", "full-value"}}}));
}
