// --scheme: other schemes and editions beside the embedded one.
#include "catch.hpp"
#include "cli/run.hpp"
#include "reading/example_texts.hpp"

namespace {

using namespace cli_test;
using example::replaced;
using json = nlohmann::ordered_json;

json embedded() { return json::parse(example::read_file(data("schemes/cts-tbsc94-2026.json"))); }

// The next edition: item 7.1 of Appendix 1 is called 7.2, and AAA begins at 86.
std::string next_edition() {
  json scheme = embedded();
  scheme["edition"] = "C/0";
  scheme["service"]["characteristics"][6]["items"][0]["id"] = "7.2";
  scheme["grades"]["grades"][0]["from"] = 86;
  return scheme.dump(1);
}

std::string without_maturity() {
  json scheme = embedded();
  scheme["scheme"] = "SCORE ONLY";
  scheme.erase("maturity");
  for (auto& row : scheme["grades"]["rows"]) {
    row.erase("level");
  }
  return scheme.dump(1);
}

std::string of_next_edition() {
  return replaced(replaced(example::assessment_text(), "B/0", "C/0"), R"("7.1": 0.85)", R"("7.2": 0.85)");
}

std::string score_only() {
  std::string text = replaced(example::assessment_text(), "CTS TBSC94-2026", "SCORE ONLY");
  return text.substr(0, text.find(",\n  \"management\"")) + "\n}\n";
}

json first_line(const run_result& result) { return json::parse(lines_of(result.out).at(0)); }

}  // namespace

TEST_CASE("with several editions loaded, the assessment names its own", "[cli][schemes]") {
  const folder files;
  const std::string scheme = files.write("scheme", next_edition());
  const auto grade = [&](const std::string& text) {
    return first_line(run({"grade", "--format", "ndjson", "--scheme", scheme, files.write("a.json", text)}));
  };
  CHECK(grade(example::assessment_text())["grade"] == "AAA");
  const json next = grade(of_next_edition());
  CHECK(next["edition"] == "C/0");
  CHECK(next["grade"].is_null());

  const json unnamed = grade(replaced(example::assessment_text(), R"(  "edition": "B/0",)", ""));
  REQUIRE(unnamed["errors"].size() == 1);
  CHECK(unnamed["errors"][0]["code"] == "missing-key");
  CHECK(unnamed["errors"][0]["where"] == "/edition");
  CHECK(unnamed["errors"][0]["message"].get<std::string>().find("\"B/0\", \"C/0\"") != std::string::npos);

  const json unknown = grade(replaced(example::assessment_text(), "B/0", "D/0"));
  REQUIRE(unknown["errors"].size() == 1);
  CHECK(unknown["errors"][0]["code"] == "edition-unknown");
  // One of another type is no second error.
  const json number = grade(replaced(example::assessment_text(), R"("B/0")", "5"));
  REQUIRE(number["errors"].size() == 1);
  CHECK(number["errors"][0]["code"] == "wrong-type");
  CHECK(number["errors"][0]["where"] == "/edition");
  // Items are those of the edition named.
  const json wrong_items = grade(replaced(example::assessment_text(), "B/0", "C/0"));
  REQUIRE(wrong_items["errors"].size() == 2);
  CHECK(wrong_items["errors"][0]["code"] == "missing-alpha");
  CHECK(wrong_items["errors"][1]["code"] == "unknown-item");
}

TEST_CASE("one edition loaded is assumed where none is named", "[cli][schemes]") {
  const folder files;
  const std::string path = files.write("a.json", replaced(example::assessment_text(), R"(  "edition": "B/0",)", ""));
  const json line = first_line(run({"grade", "--format", "ndjson", path}));
  CHECK(line["edition"] == "B/0");
  CHECK(line["assumed"] == json({"edition"}));
}

TEST_CASE("the scheme may be named behind what needs it", "[cli][schemes]") {
  const folder files;
  const std::string scheme = files.write("scheme", next_edition());
  std::string text = replaced(of_next_edition(), R"(  "scheme": "CTS TBSC94-2026",
  "edition": "C/0",
)",
                              "");
  text = text.substr(0, text.rfind('}')) + R"(, "edition": "C/0", "scheme": "CTS TBSC94-2026"})";
  const std::string path = files.write("a.json", text);
  const run_result result = run({"grade", "--format", "ndjson", "--scheme", scheme, path});
  CHECK(result.exit_code == 0);
  CHECK(first_line(result)["edition"] == "C/0");
  // Between the two parts, as well
  std::string between = replaced(of_next_edition(), R"(  "edition": "C/0",)", "");
  between = replaced(between, R"(  "management": {)", R"(  "edition": "C/0", "management": {)");
  CHECK(run({"grade", "--scheme", scheme, files.write("b.json", between)}).exit_code == 0);
}

TEST_CASE("a scheme without a maturity part", "[cli][schemes]") {
  const folder files;
  const std::string scheme = files.write("scheme", without_maturity());
  const auto grade = [&](const std::string& text) {
    return run({"grade", "--format", "ndjson", "--scheme", scheme, files.write("a.json", text)});
  };
  const json line = first_line(grade(score_only()));
  CHECK(line["management_total"].is_null());
  CHECK(line["management_level"].is_null());
  CHECK(line["grade"] == "AAA");
  CHECK(line["depends_on"].empty());
  // Conformity still decides; levels mean nothing there.
  const auto with_management = [&](const std::string& management) {
    return replaced(score_only(), "\n}\n", ",\n  \"management\": " + management + "\n}\n");
  };
  CHECK(first_line(grade(with_management(R"({"conformity": "nonconforming"})")))["grade"].is_null());
  const json levels = first_line(grade(with_management(R"({"levels": {"1.1": 3}})")));
  REQUIRE(levels["errors"].size() == 1);
  CHECK(levels["errors"][0]["code"] == "unknown-key");
  CHECK(levels["errors"][0]["where"] == "/management/levels");

  for (const char* lang : {"zh", "en"}) {
    const run_result text = run({"grade", "--lang", lang, "--scheme", scheme, files.write("a.json", score_only())});
    CHECK(text.exit_code == 0);
    CHECK(text.out.find("AAA") != std::string::npos);
  }
  const std::string path = files / "a.json";
  CHECK(lines_of(run({"grade", "--scheme", scheme, path, path}).out).at(1) ==
        "AAA          85.00     -     -                " + path + "  TB-1  江西示例有限公司");
  const json report = json::parse(run({"grade", "--format", "json", "--scheme", scheme, path}).out);
  CHECK(report["management"]["total"].is_null());
  CHECK(report["scheme"]["id"] == "SCORE ONLY");
}

TEST_CASE("a scheme that is not loaded: only what holds for any scheme is said", "[cli][schemes]") {
  const folder files;
  std::string text = replaced(of_next_edition(), "CTS TBSC94-2026", "CTS TBSC95");
  text = replaced(text, R"("1.1": 0.85)", R"("1.1": 2)");
  const json line = first_line(run({"grade", "--format", "ndjson", files.write("a.json", text)}));
  REQUIRE(line["errors"].size() == 2);
  CHECK(line["errors"][0]["code"] == "scheme-unknown");
  CHECK(line["errors"][1]["code"] == "alpha-out-of-range");
  // Neither what is missing nor what does not apply
  text = replaced(text, R"("1.1": 3, )", "");
  text = replaced(text, R"("ratings")", R"("not_applicable": {"1.1": "x"}, "ratings")");
  const run_result other =
      run({"grade", "--format", "ndjson", "--reading", "not-applicable=exclude", files.write("a.json", text)});
  CHECK(other.lines().at(0)["errors"].size() == 3);
  CHECK(other.lines().at(0)["errors"][2]["code"] == "alpha-out-of-range");
}

// Whether by another script, a blank or what cannot be seen: a record would be graded by what its reader takes for
// the body's own edition.
TEST_CASE("a scheme that would pass for one that is loaded is not used", "[cli][schemes]") {
  const folder files;
  const std::string good = files.write("a.json", example::assessment_text());
  for (const char* const edition : {"В/0", "B /0", "B/\u200B0", "b/0", "B/O"}) {
    CAPTURE(edition);
    json scheme = embedded();
    scheme["edition"] = edition;
    const std::string path = files.write("scheme", scheme.dump());
    for (const std::vector<std::string>& command : std::vector<std::vector<std::string>>{
             {"grade", "--scheme", path, good}, {"scheme", "check", path}, {"scheme", "diff", path}}) {
      const run_result result = run(command);
      CHECK(result.exit_code == (command[0] == "grade" ? 2 : 3));
      CHECK((result.out + result.err).find("looks like \"B/0\", which is loaded") != std::string::npos);
    }
  }
  // Nor one that looks like the other that is loaded beside the embedded one
  json scheme = embedded();
  scheme["edition"] = "C/0";
  const std::string first = files.write("first", scheme.dump());
  scheme["edition"] = "С/0";
  const std::string second = files.write("second", scheme.dump());
  CHECK(run({"grade", "--scheme", first, good}).exit_code == 0);
  CHECK(run({"grade", "--scheme", second, good}).exit_code == 0);
  CHECK(run({"grade", "--scheme", first, "--scheme", second, good}).exit_code == 2);
}

// Where a format has only words, a grade named so would be counted as something else, or twice.
TEST_CASE("a grade cannot be named as what is no grade", "[cli][schemes]") {
  const folder files;
  const std::string good = files.write("a.json", example::assessment_text());
  for (const char* const name : {"none", "refused", "graded", "", "AAA,none", "A\x1b[1m"}) {
    CAPTURE(name);
    json scheme = json::parse(next_edition());
    scheme["grades"]["grades"][1]["grade"] = name;
    const run_result result = run({"regrade", "--scheme", files.write("scheme", scheme.dump()), good});
    CHECK(result.exit_code == 2);
    CHECK(result.out.empty());
    CHECK(result.err.find("grades, grade 2, grade: ") != std::string::npos);
    CHECK(result.err.find('\x1b') == std::string::npos);
  }
}

TEST_CASE("a scheme file that cannot be scored by is wrong usage", "[cli][schemes]") {
  const folder files;
  const std::string good = files.write("a.json", example::assessment_text());
  const std::string wrong = files.write("scheme", replaced(next_edition(), "\"points_due\": 17", "\"points_due\": 18"));
  const run_result result = run({"grade", "--scheme", wrong, good});
  CHECK(result.exit_code == 2);
  CHECK(result.out.empty());
  CHECK(result.err.find(": error: service, characteristic 1, points_due: ") != std::string::npos);
  CHECK(result.err.find("[inconsistent-scheme]") != std::string::npos);
  // The same edition again, and a file that is not there
  CHECK(run({"grade", "--scheme", data("schemes/cts-tbsc94-2026.json"), good}).exit_code == 2);
  CHECK(run({"grade", "--scheme", files / "none", good}).exit_code == 4);
  // What is said of a file that is no object does not take it for an assessment.
  const std::string number = run({"grade", "--scheme", files.write("scheme", "12"), good}).err;
  CHECK(number.find(":1:1: error: expected an object, found a number") != std::string::npos);
}
