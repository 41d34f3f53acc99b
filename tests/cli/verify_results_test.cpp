// `tbsc94 verify` on results of `tbsc94 grade --format json`: what was given is what comes out again.
#include <algorithm>

#include "catch.hpp"
#include "cli/run.hpp"
#include "reading/example_texts.hpp"

namespace {

using namespace cli_test;
using example::replaced;
using nlohmann::json;

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::string graded(const std::string& text, std::vector<std::string> options = {}) {
  options.insert(options.begin(), {"grade", "-q", "--format", "json", "-"});
  return run(options, {text, {}, ""}).out;
}

std::string example_result() { return graded(example::assessment_text()); }

run_result verify(const std::string& text, std::vector<std::string> options = {}) {
  options.insert(options.begin(), {"verify", "-q", "--format", "ndjson", "-"});
  return run(options, {text, {}, ""});
}

// "/verdict/grade AAAA>AAA; /input/sha256 other-bytes", the digests themselves left out.
std::string differences(const std::string& text, const std::vector<std::string>& options = {}) {
  std::string found;
  const run_result result = verify(text, options);
  for (const json& line : result.lines()) {
    REQUIRE(result.exit_code == (line["differs"].empty() ? 0 : 1));
    for (const json& each : line["differs"]) {
      found += (found.empty() ? "" : "; ") + each["member"].get<std::string>();
      if (each.contains("more")) {
        found += " +" + each["more"].dump();
      } else if (!each["cause"].is_null()) {
        found += ' ' + each["cause"].get<std::string>();
      } else {
        found += ' ' + each["recorded"].dump() + '>' + each["computed"].dump();
      }
    }
  }
  return found;
}

// The example's result with another value at a place, written by another program.
std::string changed(const std::string& pointer, const json& value) {
  json result = json::parse(example_result());
  result[json::json_pointer(pointer)] = value;
  return result.dump();
}

// Codes of the errors for which the first record is refused.
std::string refused(const std::string& text) {
  const run_result result = verify(text);
  REQUIRE(result.exit_code == 3);
  std::string codes;
  const json line = result.lines().at(0);
  for (const json& each : line["errors"]) {
    codes += (codes.empty() ? "" : " ") + each["where"].get<std::string>() + ' ' + each["code"].get<std::string>();
  }
  return codes;
}

// The result, in a language, of an assessment on which there is a remark.
std::string result_with_remark(const std::string& lang) {
  const std::string early = replaced(example::assessment_text(), "\"date\": \"2026", "\"date\": \"1999");
  return graded(early, {"--lang", lang});
}

}  // namespace

TEST_CASE("a result holds as it was given, whatever stood around the assessment", "[cli][verify]") {
  const std::string text = example::assessment_text();
  for (const std::string& each :
       {text, text.substr(0, text.size() - 1), "\xEF\xBB\xBF" + text, text + "\r\n\r\n \t", " \n\t" + text,
        example::on_one_line(text), "\xEF\xBB\xBF \r\n" + example::on_one_line(text) + ' '}) {
    CAPTURE(each);
    const run_result result = verify(graded(each));
    CHECK(result.exit_code == 0);
    CHECK(result.lines().at(0)["differs"].empty());
    CHECK(result.lines().at(0)["recorded"] == json::parse(R"({"service_score": 85.00, "management_total": 87,
                                                              "management_level": 3, "grade": "AAA"})"));
  }
  // the line of `grade`, and what is recorded
  const json line = verify(example_result()).lines().at(0);
  json wanted = run({"grade", "-q", "--format", "ndjson", "-"}, {text, {}, ""}).lines().at(0);
  wanted["recorded"] = line["recorded"];
  wanted["differs"] = json::array();
  CHECK(line == wanted);
}

TEST_CASE("every sample's result holds, under each reading's other value", "[cli][verify]") {
  for (const char* reading : {"limit-comparison=rounded-value", "management-shortfall=no-grade", "mean-over=assessors",
                              "row-grade=by-order", "shared-boundary=lower-row"}) {
    const run_result results = run({"grade", "-q", "--format", "json", "--reading", "not-applicable=exclude",
                                    "--reading", reading, data("samples")});
    const auto lines = verify(results.out).lines();
    CHECK(lines.size() == 20);
    for (const json& each : lines) {
      CHECK(each["differs"] == json::array());
    }
  }
}

TEST_CASE("a result is worked out under its own readings and decisions", "[cli][verify]") {
  const folder files;
  const std::string decided = files.write("readings", R"({"row-grade": {"value": "by-order", "decision": "TC 1"},
                      "mean-over": {"value": "ratings", "decision": "TC 2", "date": "2026-03-01"}})");
  const std::string result = graded(example::assessment_text(), {"--readings", decided});
  CHECK(differences(result).empty());
  CHECK(differences(result, {"--reading", "row-grade=by-score"}).empty());
  CHECK(verify(result).lines().at(0)["readings"] == json{{"row-grade", "by-order"}});
  // one that it does not list is the command line's
  json unlisted = json::parse(result);
  unlisted["readings"].erase(unlisted["readings"].begin() + 5);
  CHECK(contains(differences(unlisted.dump()), "/verdict/requirements/0/row 1>2"));
  CHECK_FALSE(
      contains(differences(unlisted.dump(), {"--reading", "row-grade=by-order"}), "/verdict/requirements/0/row"));
}

TEST_CASE("a changed member of a result is found", "[cli][verify]") {
  const auto after = [&](const std::string& from, const std::string& to) {
    return differences(replaced(example_result(), from, to));
  };
  CHECK(after(R"("grade": "AAA",
    "conformity_met")",
              R"("grade": "AAAA",
    "conformity_met")") == R"(/verdict/grade "AAAA">"AAA")");
  CHECK(after(R"("grade": "AAA",
    "conformity_met")",
              R"("grade": null,
    "conformity_met")") == R"(/verdict/grade null>"AAA")");
  CHECK(after("\"score\": 85.00", "\"score\": 85.01") == "/service/score 85.01>85.0");
  CHECK(contains(verify(replaced(example_result(), "\"score\": 85.00", "\"score\": 85.00000000000000000001")).out,
                 R"({"member":"/service/score","recorded":85.00000000000000000001,"computed":85.00,"cause":null})"));
  CHECK(after(R"("score_exact": "85",
    "points_due")",
              R"("score_exact": "85.0",
    "points_due")") == R"(/service/score_exact "85.0">"85")");
  CHECK(after("\"total\": 87", "\"total\": 88") == "/management/total 88>87");
  CHECK(after("\"value\": \"full-value\"", "\"value\": \"rounded-value\"") ==
        "/readings/1/default true>false; /service/compared_score null>85; "
        R"(/verdict/other_values/1/value "rounded-value">"full-value")");
  CHECK(after("\"value\": \"full-value\"", "\"value\": \"sideways\"") ==
        R"(/readings/1/value "sideways">"full-value")");
  const std::string digest = json::parse(example_result())["scheme"]["sha256"];
  CHECK(after(digest, std::string(digest.size(), '0')) == "/scheme/sha256 other-scheme");
  CHECK(after("\"assumed\": []", "\"assumed\": [\"conformity\"]") == R"(/assumed/0 "conformity">null)");
  CHECK(after("\"conformity_met\": true", "\"conformity_met\": false") == "/verdict/conformity_met false>true");
  CHECK(after("\"level\": 3,\n    \"conformity\"", "\"level\": \"3\",\n    \"conformity\"") ==
        R"(/management/level "3">3)");
  CHECK(after("\"assumed\": []", "\"assumed\": {}") == R"(/assumed "{…}">"[…]")");
  CHECK(after("\"assumed\": []", "\"assumed\": [], \"seal\": [1]") == R"(/seal "[…]">null)");
  // numbers are equal by value, and the digest's own source is free
  CHECK(after("\"score\": 85.00", "\"score\": 8.5e1").empty());
  CHECK(after("\"source\": \"-\"", "\"source\": \"elsewhere/b.json:3\"").empty());
}

TEST_CASE("a changed assessment is found by its digest, and by what it comes to", "[cli][verify]") {
  // α of one item, and what follows from it
  const std::string found = differences(replaced(example_result(), R"("1.1": 0.85)", R"("1.1": 0.95)"));
  CHECK(contains(found, "/input/sha256 other-bytes"));
  CHECK(contains(found, "/service/score 85.0>85.5"));
  // a name, on which nothing hangs
  CHECK(differences(replaced(example_result(), "江西示例有限公司", "江西另一有限公司")) == "/input/sha256 other-bytes");
  // the digest of another
  json result = json::parse(example_result());
  const std::string digest = result["input"]["sha256"];
  CHECK(differences(replaced(example_result(), digest, std::string(64, '0'))) == "/input/sha256 other-bytes");
}

TEST_CASE("a result written anew by another program is said to be so", "[cli][verify]") {
  const json result = json::parse(example_result());
  CHECK(differences(result.dump()) == "/input/sha256 rewritten");
  for (const int indent : {0, 1, 2, 4}) {
    CAPTURE(indent);
    CHECK(differences(result.dump(indent)) == "/input/sha256 rewritten");
  }
  const run_result text = run({"verify", "-q", "-"}, {result.dump(2), {}, ""});
  CHECK(contains(text.out, "; another program has written the result anew: the input's own bytes are lost"));
  CHECK(contains(run({"verify", "-q", "--lang", "zh", "-"}, {result.dump(2), {}, ""}).out, "重新排版"));
  // where the input itself stood so, its bytes are there
  CHECK(differences(graded(json::parse(example::assessment_text()).dump())).empty());
}

TEST_CASE("another version of the program is a remark, and beside other differences one of them", "[cli][verify]") {
  const std::string other = replaced(example_result(), "\"version\": \"", "\"version\": \"9.");
  const run_result result = verify(other);
  CHECK(result.exit_code == 0);
  const json line = result.lines().at(0);
  CHECK(line["differs"].empty());
  REQUIRE(line["remarks"].size() == 1);
  CHECK(line["remarks"][0]["code"] == "other-version");
  CHECK(line["remarks"][0]["where"] == "/tool/version");
  CHECK(line["remarks"][0]["line"] == 4);
  CHECK(line["remarks"][0]["column"] == 16);
  const std::string text = run({"verify", "-"}, {other, {}, ""}).out;
  CHECK(contains(text, "-  TB-1\n  tool, version: the result is version \"9."));
  const std::string both = differences(replaced(other, "\"total\": 87", "\"total\": 88"));
  CHECK(contains(both, "/tool/version "));
  CHECK(contains(both, "/management/total 88>87"));
}

TEST_CASE("of many values that differ below one part the rest are counted", "[cli][verify]") {
  json result = json::parse(example_result());
  for (json& each : result["management"]["items"]) {
    each["level"] = 4;
  }
  const std::string found = differences(result.dump());
  CHECK(contains(found, "/management/items/5/level 4>3"));
  CHECK_FALSE(contains(found, "/management/items/6/level"));
  CHECK(contains(found, "/management/items +15"));
  CHECK(contains(run({"verify", "-q", "-"}, {result.dump(), {}, ""}).out, "  management, items: 15 more differ\n"));
  // exactly as many as are listed
  result = json::parse(example_result());
  for (std::size_t i = 0; i < 6; ++i) {
    result["management"]["items"][i]["level"] = 4;
  }
  CHECK_FALSE(contains(differences(result.dump()), "+"));
}

TEST_CASE("what cannot be worked out again is refused, with the place in the result", "[cli][verify]") {
  const std::string result = example_result();
  CHECK(refused(replaced(result, R"("1.1": 0.85)", R"("1.1": 85)")) ==
        "/assessment/service/ratings/0/alpha/1.1 alpha-out-of-range");
  const json error = verify(replaced(result, R"("1.1": 0.85)", R"("1.1": 85)")).lines().at(0)["errors"][0];
  CHECK(error["line"] == 15 + 9);
  CHECK(error["column"] == 16);
  CHECK(refused(replaced(result, "\"edition\": \"B/0\",\n  \"id\"", "\"edition\": \"Z/9\",\n  \"id\"")) ==
        "/assessment/edition edition-unknown");
  CHECK(refused(changed("/assessment", 1)) == "/assessment wrong-type");
  CHECK(refused(replaced(result, "\"assessment\"", "\"assessments\"")) == "/assessment missing-key");
  CHECK(refused(graded("{}")) == "/assessment missing-key");
  CHECK(contains(run({"verify", "-"}, {graded("{}"), {}, ""}).err, "the result of a refused record"));
  CHECK(refused(replaced(result, "\"tool\"", "\"tool\": {}, \"tool\"")) == "/tool duplicate-key");
  CHECK(refused(result.substr(0, result.size() - 3)) == " malformed-json");
  CHECK(refused("[]") == " wrong-type");
  CHECK(refused("[" + result + ", 1]") == " wrong-type");
  // what is no result is refused as an assessment is
  CHECK(refused(R"({"tool": 1})") != "/assessment missing-key");
  CHECK(refused(R"({"tool": 1, "input": []})") == "/assessment missing-key");
}

TEST_CASE("odd values are differences, and none stops the program", "[cli][verify]") {
  const json result = json::parse(example_result());
  for (const char* part : {"/tool", "/scheme", "/input", "/readings", "/readings/0", "/readings/0/value", "/assumed",
                           "/remarks", "/service", "/service/ratings", "/service/ratings/0/alpha", "/management",
                           "/management/items/20", "/verdict", "/verdict/next", "/verdict/requirements/2/row"}) {
    for (const json& odd : {json(), json(true), json(7), json(-1.5e300), json("x"), json(std::string(9999, 'x')),
                            json::array(), json::object(), json::parse("[[[{\"a\":[1]}]]]")}) {
      CAPTURE(part, odd.dump().substr(0, 40));
      const bool is_the_same = result[json::json_pointer(part)] == odd;
      CHECK(contains(differences(changed(part, odd)), part) != is_the_same);
    }
  }
  // as deep as an assessment may be by itself
  std::string deep(61, '[');
  deep += std::string(61, ']');
  const std::string text =
      replaced(example::assessment_text(), "\"date\"", R"("extensions": {"a": )" + deep + "},\n  \"date\"");
  CHECK(differences("[" + graded(text) + "]").empty());
}

TEST_CASE("an array of results: each by itself, named by the line that it begins on", "[cli][verify]") {
  const folder files;
  const std::string good = example_result();
  const std::string bad = replaced(good, "\"total\": 87", "\"total\": 88");
  const std::string path = files.write("a.json", "[\n" + good + ",\n" + bad + ",\n" + graded("{}") + "\n]\n");
  const auto lines_in = [](const std::string& text) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
  };
  const std::size_t second = 2 + lines_in(good) + 1;
  const std::string named = path + ':' + std::to_string(second);
  const run_result result = run({"verify", "--format", "ndjson", path});
  CHECK(result.exit_code == 3);
  const auto lines = result.lines();
  REQUIRE(lines.size() == 3);
  CHECK(lines[0]["source"] == path + ":2");
  CHECK(lines[1]["source"] == named);
  CHECK(lines[1]["differs"][0]["member"] == "/management/total");
  CHECK(lines[2]["errors"][0]["code"] == "missing-key");
  CHECK(contains(result.err, "read 3: graded 2, refused 1\n"));
  CHECK(contains(result.err, "recorded results: 1 hold, 1 differ, 0 unrecorded\n"));
  // an array in, an array out; an object for one result
  CHECK(run({"verify", "-q", "--format", "json", path}).json() == json(lines));
  CHECK(run({"verify", "-q", "--format", "json", files.write("one.json", good)}).json().is_object());
  CHECK(run({"verify", "-q", "--fail-fast", "--format", "ndjson",
             files.write("b.json", "[" + graded("{}") + "," + good + "]")})
            .lines()
            .size() == 1);
  // the formats for CI
  const std::size_t line = second - 1 + lines_in(bad.substr(0, bad.find("\"total\": 88"))) + 1;
  CHECK(
      contains(run({"verify", "-q", "--format", "github", path}).out,
               ",line=" + std::to_string(line) + ",col=14,title=TB-1::/management/total: recorded 88, computed 87\n"));
  CHECK(contains(run({"verify", "-q", "--format", "tap", path}).out, "ok - " + path + ":2 TB-1\nnot ok - " + named));
  const std::string xml = files / "report.xml";
  CHECK(run({"verify", "-q", "--format", "junit", "-o", xml, path}).exit_code == 3);
  CHECK(run_command({"xmllint", "--noout", "--relaxng", TBSC94_TESTS "/results/junit.rng", xml}).exit_code == 0);
  CHECK(contains(run({"verify", "-q", path}).out, named + "  TB-1\n  management, total: "));
}

TEST_CASE("results on one line: the columns are those in the line, and NDJSON has them, too", "[cli][verify]") {
  const std::string good = json::parse(example_result()).dump();
  const std::string bad = replaced(good, "\"total\":87", "\"total\":88");
  std::size_t column = 1;
  for (const char c : ("[" + good + "," + bad).substr(0, good.size() + 2 + bad.find("\"total\":88") + 8)) {
    column += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
  }
  const std::string notes =
      run({"verify", "-q", "--format", "github", "-"}, {"[" + good + "," + bad + "]", {}, ""}).out;
  CHECK(contains(notes, "::error title=TB-1::-:1:" + std::to_string(column) + ": /management/total"));

  std::string lines;
  for (int i = 0; i < 400; ++i) {
    lines += (i % 2 == 0 ? good : bad) + '\n';
    lines += example::on_one_line(example::assessment_text()) + '\n';
  }
  const run_result one = verify(lines, {"-j", "1"});
  CHECK(one.lines().size() == 800);
  CHECK(verify(lines, {"-j", "4"}).out == one.out);
}

TEST_CASE("what a result says in words is held, in the language that it is written in", "[cli][verify]") {
  for (const char* lang : {"zh", "en"}) {
    const std::string result = result_with_remark(lang);
    const std::string message = json::parse(result)["remarks"][0]["message"];
    CHECK(differences(result, {"--lang", "zh"}).empty());
    CHECK(differences(result, {"--lang", "en"}).empty());
    CHECK(contains(differences(replaced(result, message, message + " Certified.")), "/remarks/0/message "));
    CHECK(contains(differences(replaced(result, message, "")), "/remarks/0/message "));
    CHECK(contains(differences(replaced(result, "\"line\": ", "\"line\": 1")), "/remarks/0/line "));
    CHECK(contains(differences(replaced(result, "\"column\": ", "\"column\": 1")), "/remarks/0/column "));
  }
  // a record of an archive counts its lines from that of the record
  const folder files;
  const std::string early = replaced(example::assessment_text(), "\"date\": \"2026", "\"date\": \"1999");
  const std::string archive = files.write("a.ndjson", "\n\n" + example::on_one_line(early) + "\n");
  const std::string result = run({"grade", "-q", "--lang", "zh", "--format", "json", archive}).out;
  CHECK(json::parse(result)[0]["remarks"][0]["line"] == 3);
  CHECK(differences(result).empty());
  CHECK(contains(differences(replaced(result, "\"line\": 3", "\"line\": 4")), "/remarks/0/line 4>3"));
}

TEST_CASE("the version and the source of a result are no place for other words", "[cli][verify]") {
  CHECK(contains(differences(changed("/tool/version", 7)), "/tool/version "));
  for (const char* other : {"0.1.0, certified by CNAS", "", ".1", "1.", "v1.0"}) {
    CHECK(contains(differences(replaced(example_result(), "\"version\": \"",
                                        "\"version\": \"" + std::string(other) + "\", \"was\": \"")),
                   "/tool/version "));
  }
  CHECK(contains(differences(changed("/input/source", 7)), "/input/source 7>"));
  json result = json::parse(example_result());
  result["input"].erase("source");
  CHECK(contains(differences(result.dump()), "/input/source null>"));
}

TEST_CASE("with the body's readings, what a record or a result names otherwise is a difference", "[cli][verify]") {
  const folder files;
  const std::string body =
      files.write("body", R"({"management-shortfall": {"value": "no-grade", "decision": "TC 1", "date": "2026-03-01"},
                  "row-grade": {"value": "by-score", "decision": "TC 2"}})");
  const std::string invented = files.write(
      "invented", R"({"management-shortfall": {"value": "lower-grade", "decision": "CNAS 99", "date": "2026-01-01"},
                      "row-grade": {"value": "by-order", "decision": "CNAS 99"}})");
  const auto held = [&](const std::string& text) {
    std::string found;
    const json line = verify(text, {"--readings", body}).lines().at(0);
    for (const json& each : line["differs"]) {
      if (each["member"] == "readings") {
        found += each["recorded"].get<std::string>() + '>' + each["computed"].get<std::string>() + ' ' +
                 each["cause"].get<std::string>() + '\n';
      }
    }
    return found;
  };
  // a result: other values, other decisions, none, and one on what the body leaves open
  CHECK(held(graded(example::assessment_text(), {"--readings", invented})) ==
        "management-shortfall=lower-grade (CNAS 99, 2026-01-01)>management-shortfall=no-grade (TC 1, 2026-03-01) "
        "decided-otherwise\nrow-grade=by-order (CNAS 99)>row-grade=by-score (TC 2) decided-otherwise\n");
  CHECK(held(example_result()) ==
        "management-shortfall=lower-grade>management-shortfall=no-grade (TC 1, 2026-03-01) decided-otherwise\n"
        "row-grade=by-score>row-grade=by-score (TC 2) decided-otherwise\n");
  const std::string own = graded(example::assessment_text(), {"--readings", body});
  CHECK(held(own).empty());
  CHECK(verify(own, {"--readings", body}).exit_code == 0);
  CHECK(held(replaced(own, "\"TC 2\"", "\"TC 2, 2026-03-01\"")) ==
        "row-grade=by-score (TC 2, 2026-03-01)>row-grade=by-score (TC 2) decided-otherwise\n");
  CHECK(held(graded(example::assessment_text(), {"--readings", body, "--reading", "mean-over=assessors"})) ==
        "mean-over=assessors>mean-over=ratings not-decided\n");
  // what is worked out is what the body's readings give
  CHECK(contains(differences(graded(example::assessment_text(), {"--readings", invented}), {"--readings", body}),
                 "/verdict/requirements/0/row 1>2"));
  // a record: other values
  const auto record = [](const std::string& readings) {
    return replaced(example::assessment_text(), "\"date\"",
                    R"("recorded": {"grade": "AAA", "readings": )" + readings + "},\n  \"date\"");
  };
  CHECK(held(record(R"({"row-grade": "by-score", "management-shortfall": "no-grade"})")).empty());
  CHECK(held(record(R"({"row-grade": "by-order", "mean-over": "assessors"})")) ==
        "mean-over=assessors>mean-over=ratings not-decided\nrow-grade=by-order>row-grade=by-score (TC 2) "
        "decided-otherwise\n");
  const std::string path = files.write("r.json", record(R"({"row-grade": "by-order"})"));
  CHECK(run({"verify", "-q", path}).exit_code == 0);
  const run_result text = run({"verify", "-q", "--readings", body, path});
  CHECK(text.exit_code == 1);
  CHECK(contains(text.out,
                 "  readings: recorded row-grade=by-order, computed row-grade=by-score (TC 2); the body has "
                 "decided otherwise (TC 2)\n"));
  CHECK(contains(run({"verify", "-q", "--format", "github", "--readings", body, path}).out, ",line=6,col="));
}

TEST_CASE("every format names the readings and decisions under which something holds", "[cli][verify]") {
  const folder files;
  const std::string decided =
      files.write("decided", R"({"row-grade": {"value": "by-order", "decision": "TC 1", "date": "2026-03-01"}})");
  const std::string result = files.write("r.json", graded(example::assessment_text(), {"--readings", decided}));
  const auto in = [&](const std::string& format, bool by_body, const std::string& lang = "en") {
    std::vector<std::string> options{"verify", "--lang", lang, "--format", format, result};
    if (by_body) {
      options.insert(options.end(), {"--readings", decided});
    }
    const run_result done = run(options);
    CHECK(done.exit_code == 0);
    return done.out;
  };
  const std::string reading = "row-grade=by-order (TC 1, 2026-03-01)";
  for (const char* format : {"text", "junit", "tap", "github"}) {
    CAPTURE(format);
    CHECK(contains(in(format, true), reading));
    CHECK_FALSE(contains(in(format, true), "own word"));
    CHECK(contains(in(format, false), "under " + reading + "; the decisions are the result's own word"));
    CHECK(contains(in(format, false, "zh"),
                   "行与级别的对应（row-grade=by-order，TC 1，2026-03-01）；其中的决定仅为该结果自称"));
  }
  for (const bool by_body : {true, false}) {
    const json line = json::parse(in("ndjson", by_body));
    CHECK(line["decisions"] ==
          json{{"row-grade", {{"decision", "TC 1"}, {"date", "2026-03-01"}, {"by", by_body ? "body" : "result"}}}});
    CHECK(line["readings"] == json{{"row-grade", "by-order"}});
    CHECK(json::parse(in("json", by_body)) == line);
  }
  // readings that are not the default, with no decision on them
  const std::string record = data("samples/score-89.6-by-rounded-value.json");
  CHECK(contains(run({"verify", record}).out, "  held under: limit-comparison=rounded-value 1\n"));
  CHECK(contains(run({"verify", "--format", "github", record}).out, "::held under"));
  for (const char* format : {"junit", "tap"}) {
    CHECK(contains(run({"verify", "--format", format, record}).out, "under limit-comparison=rounded-value"));
  }
  const std::string xml = files / "report.xml";
  CHECK(run({"verify", "-q", "--format", "junit", "-o", xml, record, result}).exit_code == 0);
  CHECK(run_command({"xmllint", "--noout", "--relaxng", TBSC94_TESTS "/results/junit.rng", xml}).exit_code == 0);
  // decisions that no file could state settle nothing
  for (const char* odd : {"\"\"", "\" \\t\""}) {
    CHECK(contains(verify(replaced(graded(example::assessment_text(), {"--readings", decided}), "\"TC 1\"", odd)).out,
                   R"("member":"/readings/5/settled","recorded":true,"computed":false)"));
  }
}

TEST_CASE("line ends that were changed on the way are told from another input", "[cli][verify]") {
  const auto with_crlf = [](const std::string& text) {
    std::string result;
    for (const char c : text) {
      result += c == '\n' ? "\r\n" : std::string(1, c);
    }
    return result;
  };
  const auto without_cr = [](std::string text) {
    std::erase(text, '\r');
    return text;
  };
  const std::string unix_text = example::assessment_text();
  const std::string mark = "\xEF\xBB\xBF";
  for (const std::string& each : {unix_text, mark + unix_text, result_with_remark("en")}) {
    const std::string result = each.starts_with("{\n  \"tool\"") ? each : graded(each);
    CHECK(differences(with_crlf(result)) == "/input/sha256 line-ends");
  }
  CHECK(differences(without_cr(graded(with_crlf(unix_text)))) == "/input/sha256 line-ends");
  CHECK(differences(without_cr(graded(mark + with_crlf(unix_text)))) == "/input/sha256 line-ends");
  CHECK(differences(graded(with_crlf(unix_text))).empty());
  // another input stays another, whatever its line ends
  CHECK(differences(replaced(with_crlf(example_result()), "江西示例有限公司", "江西另一有限公司")) ==
        "/input/sha256 other-bytes");
  for (const char* format : {"text", "json", "ndjson", "junit", "tap", "github"}) {
    const run_result result =
        run({"verify", "-q", "--lang", "en", "--format", format, "-"}, {with_crlf(example_result()), {}, ""});
    CHECK(result.exit_code == 1);
    CHECK((contains(result.out, "the input has LF, this has CRLF") || contains(result.out, "\"line-ends\"")));
  }
  CHECK(contains(run({"verify", "-q", "--lang", "zh", "-"}, {without_cr(graded(with_crlf(unix_text))), {}, ""}).out,
                 "换行符在途中被改动：输入原为 CRLF，此处为 LF"));
}

TEST_CASE("no file is both an assessment and a result", "[cli][verify]") {
  json both = json::parse(example::assessment_text());
  const json result = json::parse(example_result());
  for (const char* key : {"tool", "input", "assessment", "verdict"}) {
    both[key] = result[key];
    json one = json::parse(example::assessment_text());
    one[key] = result[key];
    const run_result graded = run({"grade", "--lang", "en", "--unknown-keys", "ignore", "-"}, {one.dump(), {}, ""});
    CHECK(graded.exit_code == 3);
    CHECK(contains(graded.err, "a file is one or the other"));
  }
  for (const char* ignoring : {"refuse", "ignore"}) {
    const run_result verified = verify(both.dump(), {"--unknown-keys", ignoring});
    CHECK(verified.exit_code == 3);
    CHECK(contains(verified.out, R"({"code":"unknown-key","where":"/date")"));
    CHECK(contains(verified.out, "a file is one or the other"));
  }
  // elsewhere these are names as any other
  CHECK(run({"grade", "--unknown-keys", "ignore", "-"},
            {replaced(example::assessment_text(), "\"date\"", R"("extensions": {"tool": 1, "input": 2}, "date")"),
             {},
             ""})
            .exit_code == 0);
}

TEST_CASE("a result stands where --unknown-keys lets keys pass, and grade takes none", "[cli][verify]") {
  CHECK(differences(example_result(), {"--unknown-keys", "ignore"}).empty());
  CHECK(run({"grade", "-"}, {example_result(), {}, ""}).exit_code == 3);
  CHECK(run({"regrade", "-"}, {example_result(), {}, ""}).exit_code == 3);
}
