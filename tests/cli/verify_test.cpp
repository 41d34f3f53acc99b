// `tbsc94 verify`, and its formats as their own readers read them.
#include <filesystem>

#include "catch.hpp"
#include "cli/run.hpp"
#include "reading/example_texts.hpp"

namespace {

using namespace cli_test;
using example::replaced;
using nlohmann::json;

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

// The example, 85.00 at total 87 and level 3, with a recorded result.
std::string with_recorded(const std::string& members) {
  return replaced(example::assessment_text(), R"("date")", R"("recorded": {)" + members + "},\n  \"date\"");
}
std::string one_line(std::string text) {
  for (char& c : text) {
    c = c == '\n' ? ' ' : c;
  }
  return text + '\n';
}
// The example with every α of its one rating changed.
std::string with_alpha(std::string text, const std::string& alpha) {
  for (std::size_t at = 0; (at = text.find("0.85", at)) != std::string::npos; at += alpha.size()) {
    text.replace(at, 4, alpha);
  }
  return text;
}

const std::string right = R"("service_score": 85.00, "management_total": 87, "management_level": 3, "grade": "AAA")";
const std::string wrong = R"("service_score": 85.01, "management_total": 87, "management_level": 3, "grade": "AAAA")";

// One of each: what holds, differs, carries no result, is refused.
struct four_records {
  folder files;
  std::string path =
      files.write("a.ndjson", one_line(with_recorded(right)) + "\n" + one_line(with_recorded(wrong)) +
                                  one_line(example::assessment_text()) +
                                  one_line(replaced(example::assessment_text(), R"("id": "TB-1")", R"("id": 1)")));
};

}  // namespace

TEST_CASE("exit codes: 0 where all holds, 1 where something differs, 3 and 4 above it", "[cli][verify]") {
  const folder files;
  const std::string good = files.write("good.json", with_recorded(right));
  const std::string bad = files.write("bad.json", with_recorded(wrong));
  const std::string none = files.write("none.json", example::assessment_text());
  const std::string refused = files.write("refused.json", "{}");
  CHECK(run({"verify", good}).exit_code == 0);
  CHECK(run({"verify", bad}).exit_code == 1);
  CHECK(run({"verify", none}).exit_code == 0);
  CHECK(run({"verify", "--require-recorded", none}).exit_code == 1);
  CHECK(run({"verify", "--require-recorded", good}).exit_code == 0);
  CHECK(run({"verify", refused, bad}).exit_code == 3);
  CHECK(run({"verify", refused, bad, files.path() + "/nowhere.json"}).exit_code == 4);
  CHECK(run({"verify", "--format", "csv", good}).exit_code == 2);
  CHECK(run({"verify", good, "-o", "/dev/full"}).exit_code == 4);
}

TEST_CASE("text: only what does not hold, then the account", "[cli][verify]") {
  const four_records f;
  const run_result result = run({"verify", f.path});
  CHECK(result.exit_code == 3);
  CHECK(result.out ==
        "result      grade     why none      source  id\n"
        "differs     AAA                     " +
            f.path +
            ":3  TB-1\n"
            "  service_score: recorded 85.01, computed 85.00\n"
            "  grade: recorded AAAA, computed AAA; the recorded members contradict each other, under "
            "every reading\n"
            "read 4: graded 3, refused 1\n"
            "  by grade: AAA 3\n"
            "  by error: wrong-type 1\n"
            "  whose grade depends on a reading: 0\n"
            "  with conformity assumed: 0\n"
            "recorded results: 1 hold, 1 differ, 1 unrecorded\n");
  CHECK(contains(result.err, ":5:"));
  CHECK(contains(run({"verify", "--require-recorded", f.path}).out,
                 "unrecorded  AAA                     " + f.path + ":4  TB-1\n"));
  const std::string chinese = run({"verify", "--lang", "zh", f.path}).out;
  CHECK(contains(chinese, "级别（grade）：存档为 AAAA，计算为 AAA；存档的各项互相矛盾"));
  CHECK(contains(chinese, "存档结果：一致 1 份，不一致 1 份，无存档 1 份\n"));
}

TEST_CASE("ndjson: the line of grade, what is recorded and what differs", "[cli][verify]") {
  const four_records f;
  const auto lines = run({"verify", "--format", "ndjson", f.path}).lines();
  REQUIRE(lines.size() == 4);
  const auto graded = run({"grade", "--format", "ndjson", f.path}).lines();
  json wanted = graded[0];
  wanted["recorded"] = json::parse("{" + right + "}");
  wanted["differs"] = json::array();
  CHECK(lines[0] == wanted);
  CHECK(lines[1]["differs"] ==
        json::parse(R"([{"member":"service_score","recorded":85.01,"computed":85.00,"cause":null},
                        {"member":"grade","recorded":"AAAA","computed":"AAA","cause":"inconsistent"}])"));
  CHECK(lines[2]["recorded"] == nullptr);
  CHECK(lines[2]["differs"] == json::array());
  CHECK(lines[3] == graded[3]);
  // as written: the digits are kept
  const std::string out =
      run({"verify", "--format", "ndjson", "-"}, {with_recorded(R"("service_score": 8.500E1)"), {}, ""}).out;
  CHECK(contains(out, R"("recorded":{"service_score":8.500E1},"differs":[])"));
  // none is null on either side
  const auto none =
      run({"verify", "--format", "ndjson", "-"}, {with_recorded(R"("grade": null)"), {}, ""}).lines().at(0);
  CHECK(none["differs"] == json::parse(R"([{"member":"grade","recorded":null,"computed":"AAA","cause":null}])"));
}

TEST_CASE("json: an object for one document, else an array", "[cli][verify]") {
  const four_records f;
  const auto lines = run({"verify", "--format", "ndjson", f.path}).lines();
  CHECK(run({"verify", "--format", "json", f.path}).json() == json(lines));
  const std::string one = f.files.write("one.json", with_recorded(right));
  CHECK(run({"verify", "--format", "json", one}).json()["source"] == one);
}

TEST_CASE("the readings: the record's own, else those of the command line, else the defaults", "[cli][verify]") {
  const auto code = [&](const std::string& recorded, const std::vector<std::string>& options) {
    std::vector<std::string> arguments{"verify", "-q"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    arguments.emplace_back("-");
    return run(arguments, {with_alpha(with_recorded(recorded), "0.9"), {}, ""}).exit_code;
  };
  // 90 at level 3: AAAA only where the boundary is in the lower row
  const std::string aaaa = R"("grade": "AAAA")";
  const std::string lower = R"(, "readings": {"shared-boundary": "lower-row"})";
  const std::string upper = R"(, "readings": {"shared-boundary": "upper-row"})";
  CHECK(code(aaaa, {}) == 1);
  CHECK(code(aaaa, {"--reading", "shared-boundary=lower-row"}) == 0);
  CHECK(code(aaaa + lower, {}) == 0);
  CHECK(code(aaaa + upper, {"--reading", "shared-boundary=lower-row"}) == 1);
  CHECK(code(aaaa + lower, {"--reading", "shared-boundary=upper-row"}) == 0);
}

TEST_CASE("a record says itself whether items may be declared not applicable", "[cli][verify]") {
  const std::string sample = example::read_file(data("samples/not-applicable.json"));
  const auto code = [](const std::string& text, const std::vector<std::string>& options = {}) {
    std::vector<std::string> arguments{"verify", "-q", "-"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    return run(arguments, {text, {}, ""}).exit_code;
  };
  CHECK(code(sample) == 0);
  const std::string refusing = replaced(sample, R"("exclude")", R"("refuse")");
  CHECK(code(refusing) == 3);
  CHECK(code(refusing, {"--reading", "not-applicable=exclude"}) == 3);
  const std::string silent = replaced(sample, R"("not-applicable": "exclude")", "");
  CHECK(code(silent) == 3);
  CHECK(code(silent, {"--reading", "not-applicable=exclude"}) == 0);
}

TEST_CASE("an impossible recorded value is a difference to verify, and nothing to grade", "[cli][verify]") {
  for (const char* recorded : {R"("service_score": 101)", R"("management_level": 7)", R"("management_total": 0)",
                               R"("grade": "AAAAAA")", R"("readings": {"row-grade": "sideways"})"}) {
    const std::string text = with_recorded(recorded);
    CHECK(run({"grade", "-"}, {text, {}, ""}).exit_code == 0);
    const run_result result = run({"verify", "--format", "ndjson", "-"}, {text, {}, ""});
    CHECK(result.exit_code == 1);
    CHECK(result.lines().at(0)["differs"][0]["cause"] == "impossible");
  }
}

TEST_CASE("the same output whatever the number of jobs", "[cli][verify]") {
  const folder files;
  std::string lines;
  for (int i = 0; i < 3000; ++i) {
    lines += one_line(with_recorded(i % 3 == 0 ? wrong : right));
  }
  const std::string path = files.write("a.ndjson", lines);
  for (const char* format : {"text", "ndjson", "junit", "tap", "github"}) {
    const run_result one = run({"verify", "-q", "--format", format, "-j", "1", path});
    CHECK(one.exit_code == 1);
    CHECK(run({"verify", "-q", "--format", format, "-j", "4", path}).out == one.out);
  }
}

TEST_CASE("junit: xmllint accepts it, and its counts are those of its cases", "[cli][verify]") {
  const four_records f;
  const std::string odd = f.files.write(
      "odd & <b>.json", replaced(with_recorded(wrong), R"("TB-1")", R"("\u0000 ]]> \ufffe \" ' <&> \n 例 😀")"));
  for (const bool required : {false, true}) {
    const std::string xml = f.files / "report.xml";
    std::vector<std::string> arguments{"verify", "-q", "--format", "junit", "-o", xml, f.path, odd};
    if (required) {
      arguments.emplace_back("--require-recorded");
    }
    CHECK(run(arguments).exit_code == 3);
    const run_result lint = run_command({"xmllint", "--noout", "--relaxng", TBSC94_TESTS "/results/junit.rng", xml});
    CAPTURE(lint.err);
    CHECK(lint.exit_code == 0);
    const auto count = [&](const std::string& path) { return run_command({"xmllint", "--xpath", path, xml}).out; };
    for (const auto& [attribute, element] :
         {std::pair{"failures", "failure"}, {"errors", "error"}, {"skipped", "skipped"}}) {
      const std::string said = count(std::string("number(/testsuites/testsuite/@") + attribute + ")");
      CHECK(said == count(std::string("count(//testcase/") + element + ")"));
    }
    CHECK(count("number(/testsuites/@tests) = count(//testcase)") == "true\n");
    CHECK(count("count(//testcase)") == "5\n");
    CHECK(count("count(//failure)") == (required ? "3\n" : "2\n"));
    CHECK(count("string(//testcase[1]/@name)") == f.path + ":1 TB-1\n");
    CHECK(count("string(//testcase[2]/failure/@type)") == "differs\n");
  }
  // nothing found: a report all the same
  const std::string empty = f.files / "empty/report.xml";
  CHECK(run({"verify", "-q", "--format", "junit", "-o", empty, std::filesystem::path(empty).parent_path()}).exit_code ==
        1);
  CHECK(run_command({"xmllint", "--noout", "--relaxng", TBSC94_TESTS "/results/junit.rng", empty}).exit_code == 0);
}

TEST_CASE("tap: prove reads it", "[cli][verify]") {
  const four_records f;
  const auto prove = [&](const std::vector<std::string>& options, const std::string& path) {
    const std::string stream = f.files / "stream.tap";
    std::vector<std::string> arguments{"verify", "-q", "--format", "tap", "-o", stream, path};
    arguments.insert(arguments.end(), options.begin(), options.end());
    run(arguments);
    return run_command({"prove", "-e", "cat", stream}).out;
  };
  const std::string mixed = prove({}, f.path);
  CHECK(contains(mixed, "Tests: 4 Failed: 2)"));
  CHECK(contains(mixed, "Failed tests:  2, 4\n"));
  CHECK(contains(mixed, "less 1 skipped subtest"));
  CHECK(contains(prove({"--require-recorded"}, f.path), "Failed tests:  2-4\n"));
  const std::string hold = prove({}, data("samples"));
  CHECK(contains(hold, "All tests successful."));
  // a name that would be a directive or an escape is none
  const std::string odd =
      f.files.write("odd.json", replaced(with_recorded(wrong), R"("TB-1")", R"("# TODO \\ # SKIP")"));
  CHECK(contains(prove({}, odd), "Failed test:  1"));
}

TEST_CASE("github: an annotation a difference, on the line of the recorded value", "[cli][verify]") {
  const four_records f;
  const run_result result = run({"verify", "-q", "--format", "github", f.path});
  const auto lines = lines_of(result.out);
  REQUIRE(lines.size() == 3);
  CHECK(lines[0].starts_with("::error file=" + f.path + ",line=3,col="));
  CHECK(lines[0].ends_with(",title=TB-1::service_score: recorded 85.01, computed 85.00"));
  CHECK(lines[1].starts_with("::error file=" + f.path + ",line=3,col="));
  CHECK(lines[2].starts_with("::error file=" + f.path + ",line=5,col="));
  CHECK(contains(lines[2], ",title=wrong-type::/id: "));
  // the column is that of the value
  const std::string line = lines_of(example::read_file(f.path))[2];
  const auto column = [&](const std::string& value) {
    std::size_t characters = 1;
    for (const char c : line.substr(0, line.find(value))) {
      characters += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
    }
    return std::to_string(characters);
  };
  CHECK(contains(lines[0], ",col=" + column("85.01") + ","));
  CHECK(contains(lines[1], ",col=" + column("\"AAAA\"") + ","));
  CHECK(contains(run({"verify", "-q", "--require-recorded", "--format", "github", f.path}).out,
                 "file=" + f.path + ",line=4,col=1,title=TB-1::the assessment carries no recorded result\n"));

  // In a file of its own, with a BOM: the line within it; and what would end a property is escaped.
  const std::string text =
      "\xEF\xBB\xBF" + with_recorded("\n  \"management_total\": 88,\n  \"readings\": {\"row-grade\":\n \"x%\"}");
  const std::string path = f.files.write("a,b:c%.json", replaced(text, R"("TB-1")", R"("x,\ny")"));
  const auto own = lines_of(run({"verify", "-q", "--format", "github", path}).out);
  REQUIRE(own.size() == 2);
  const auto line_with = [&](const std::string& part) {
    const std::string before = text.substr(0, text.find(part));
    return std::to_string(1 + std::count(before.begin(), before.end(), '\n'));
  };
  CHECK(
      contains(own[0], "/a%2Cb%3Ac%25.json,line=" + line_with("88") + ",col=23,title=x%2C\\u{A}y::management_total: "));
  CHECK(contains(own[1], ",line=" + line_with("\"x%\"") + ",col=2,"));
  CHECK(own[1].ends_with(
      "::readings: recorded row-grade=x%25, computed row-grade=by-score; no assessment can come to it"));
}

// A recorded 95 and AAAAA for 94.5: GB/T 8170 rounds it to 94.
TEST_CASE("a half rounded up is told as such", "[cli][verify]") {
  std::string text = with_alpha(with_recorded(R"("service_score": 95, "grade": "AAAAA")"), "0.945");
  for (std::size_t at = 0; (at = text.find("\": 3", at)) != std::string::npos; ++at) {
    text.replace(at, 4, "\": 4");
  }
  const run_result result = run({"verify", "-q", "--format", "ndjson", "-"}, {one_line(text), {}, ""});
  CHECK(result.exit_code == 1);
  const json differs = result.lines().at(0)["differs"];
  CHECK(differs ==
        json::array({{{"member", "grade"}, {"recorded", "AAAAA"}, {"computed", "AAAA"}, {"cause", "half-up"}}}));
}

// 92 at level 3 is AAAA by order, once the review is left out of account: no contradiction.
TEST_CASE("what a failed review explains, with a reading, is no contradiction", "[cli][verify]") {
  std::string text =
      with_alpha(with_recorded(R"("service_score": 92, "management_level": 3, "grade": "AAAA")"), "0.92");
  text = replaced(text, R"("conforming")", R"("nonconforming")");
  const json line = run({"verify", "-q", "--format", "ndjson", "-"}, {one_line(text), {}, ""}).lines().at(0);
  CHECK(line["differs"][0]["cause"] == "conformity");
  CHECK(line["differs"][0]["under"] ==
        json::array({{{"grade-conditions", "score-after-review"}}, {{"row-grade", "by-order"}}}));
  const run_result told = run({"verify", "-q", "-"}, {one_line(text), {}, ""});
  CHECK_FALSE(contains(told.out, "contradict"));
  CHECK(contains(told.out,
                 "the conformity review is not passed; with grade-conditions=score-after-review, or "
                 "row-grade=by-order"));
}

// Nothing about the review is stated: that it was not passed would explain a recorded "none".
TEST_CASE("no recorded grade is no contradiction where the review is not stated", "[cli][verify]") {
  const std::string members = R"("service_score": 85, "management_level": 3, "grade": null)";
  const auto cause = [&](const std::string& text) {
    return run({"verify", "-q", "--format", "ndjson", "-"}, {one_line(text), {}, ""})
        .lines()
        .at(0)["differs"][0]["cause"];
  };
  CHECK(cause(with_recorded(members)) == "inconsistent");
  CHECK(cause(replaced(with_recorded(members), R"("conformity": "conforming",)", "")).is_null());
}
