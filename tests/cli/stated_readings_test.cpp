// A scheme's own readings: what it states is settled, a body's file goes before it, --reading overrides both.
#include "catch.hpp"
#include "cli/run.hpp"
#include "reading/example_texts.hpp"

namespace {

using namespace cli_test;
using json = nlohmann::ordered_json;
using strings = std::vector<std::string>;

json embedded() { return json::parse(example::read_file(data("schemes/cts-tbsc94-2026.json"))); }

// Edition C/0, which takes the mean over assessors and leaves items out.
json stating() {
  json scheme = embedded();
  scheme["edition"] = "C/0";
  scheme["readings"] = {{"mean-over", {{"value", "assessors"}, {"clause", "5.1.2"}}},
                        {"not-applicable", {{"value", "exclude"}, {"clause", "5.1.1 3)"}}}};
  return scheme;
}

// A sample as a record of that edition: 90.34 and AAAA over all ratings, 89.80 and AAA over assessors.
std::string sample(const std::string& name, const std::string& edition = "C/0") {
  json record = json::parse(example::read_file(data("samples/" + name + ".json")));
  record["edition"] = edition;
  record.erase("recorded");
  return record.dump();
}

struct setting {
  folder files;
  std::string scheme = files.write("scheme.json", stating().dump(1));
  std::string record = files.write("a.json", sample("assessor-rated-twice"));

  [[nodiscard]] run_result run_on(strings command, const strings& options = {}) const {
    command.insert(command.end(), {"--lang", "en", "--scheme", scheme});
    command.insert(command.end(), options.begin(), options.end());
    return run(command);
  }
  [[nodiscard]] json line(const strings& options = {}) const {
    strings all{"--format", "ndjson", record};
    all.insert(all.end(), options.begin(), options.end());
    return json::parse(lines_of(run_on({"grade"}, all).out).at(0));
  }
  [[nodiscard]] json reading(const std::string& name, const strings& options = {}) const {
    strings all{"--format", "json", record};
    all.insert(all.end(), options.begin(), options.end());
    const json result = json::parse(run_on({"grade"}, all).out);
    for (const json& each : result["readings"]) {
      if (each["name"] == name) {
        return each;
      }
    }
    return {};
  }
};

bool says(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

// The result's mean-over, settled where it is not.
std::string settled_by(std::string result, const std::string& what) {
  const std::string open = R"("settled": false)";
  const std::size_t at = result.find(open, result.find(R"("name": "mean-over")"));
  return result.replace(at, open.size(), R"("settled": true, )" + what);
}

}  // namespace

TEST_CASE("a reading that the scheme states is used, settled, and told with its clause", "[cli][stated]") {
  const setting given;
  const json line = given.line();
  CHECK(line["service_score"].dump() == "89.8");
  CHECK(line["grade"] == "AAA");
  CHECK(line["readings"] == json({{"mean-over", "assessors"}, {"not-applicable", "exclude"}}));
  CHECK_FALSE(says(line["depends_on"].dump(), "mean-over"));
  const json reading = given.reading("mean-over");
  CHECK(reading["settled"] == true);
  CHECK(reading["stated_in"] == "5.1.2");
  CHECK_FALSE(reading.contains("decision"));
  CHECK(
      says(given.run_on({"grade"}, {given.record}).out, "mean-over = assessors [stated by the scheme: clause 5.1.2]"));
  CHECK(says(run({"grade", "--lang", "zh", "--scheme", given.scheme, given.record}).out,
             "均值口径（mean-over = assessors）：方案已写明：条款 5.1.2"));
  CHECK(says(given.run_on({"grade"}, {"--format", "html", given.record}).out, "stated by the scheme: clause 5.1.2"));
}

TEST_CASE("a body's file goes before what the scheme states", "[cli][stated]") {
  const setting given;
  const std::string body = given.files.write("body.json", R"({"mean-over": {"value": "ratings", "decision": "TC 1"}})");
  const json line = given.line({"--readings", body});
  CHECK(line["grade"] == "AAAA");
  CHECK(line["readings"] == json({{"not-applicable", "exclude"}}));
  CHECK_FALSE(says(line["depends_on"].dump(), "mean-over"));
  const json reading = given.reading("mean-over", {"--readings", body});
  CHECK(reading["decision"] == "TC 1");
  CHECK_FALSE(reading.contains("stated_in"));
}

TEST_CASE("--reading overrides what the scheme states, be it the default, and does not settle", "[cli][stated]") {
  const setting given;
  const json line = given.line({"--reading", "mean-over=ratings"});
  CHECK(line["grade"] == "AAAA");
  CHECK(says(line["depends_on"].dump(), "mean-over"));
  CHECK(given.reading("mean-over", {"--reading", "mean-over=ratings"})["settled"] == false);
  // The value that is stated, chosen all the same
  CHECK(says(given.line({"--reading", "mean-over=assessors"})["depends_on"].dump(), "mean-over"));
}

TEST_CASE("each record is read as its own edition states", "[cli][stated]") {
  const setting given;
  const std::string both = given.files.write(
      "both.ndjson", sample("assessor-rated-twice") + "\n" + sample("assessor-rated-twice", "B/0") + "\n" +
                         sample("not-applicable") + "\n" + sample("not-applicable", "B/0") + "\n");
  const auto lines = given.run_on({"grade"}, {"--format", "ndjson", both}).lines();
  REQUIRE(lines.size() == 4);
  CHECK(lines[0]["grade"] == "AAA");
  CHECK(lines[1]["grade"] == "AAAA");
  CHECK(lines[2]["grade"] == "AAA");
  CHECK(lines[3]["errors"][0]["code"] == "not-applicable-refused");
}

TEST_CASE("verify and regrade work out again by what the scheme states", "[cli][stated]") {
  const setting given;
  json record = json::parse(sample("assessor-rated-twice"));
  record["recorded"] = {{"service_score", 89.80}, {"grade", "AAA"}};
  const std::string right = given.files.write("right.json", record.dump());
  CHECK(given.run_on({"verify"}, {right}).exit_code == 0);
  CHECK(given.run_on({"regrade"}, {"--fail-on-change", right}).exit_code == 0);
  record["recorded"] = {{"grade", "AAAA"}};
  const std::string wrong = given.files.write("wrong.json", record.dump());
  const run_result verified = given.run_on({"verify"}, {wrong});
  CHECK(verified.exit_code == 1);
  CHECK(says(verified.out, "mean-over=ratings"));
  // Under the readings that the record names itself it holds.
  record["recorded"]["readings"] = {{"mean-over", "ratings"}};
  CHECK(given.run_on({"verify"}, {given.files.write("named.json", record.dump())}).exit_code == 0);
  // What would be if the mean were taken over all ratings
  record["recorded"] = nullptr;
  record.erase("recorded");
  const run_result tried = given.run_on({"regrade"}, {"--format", "ndjson", "--reading", "mean-over=ratings",
                                                      given.files.write("none.json", record.dump())});
  CHECK(tried.lines().at(0)["change"] == nlohmann::json({{"from", "AAA"}, {"to", "AAAA"}, {"cause", "reading"}}));
}

TEST_CASE("a result says what the scheme states, and no more than that holds", "[cli][stated]") {
  const setting given;
  const std::string result = given.files / "result.json";
  REQUIRE(given.run_on({"grade"}, {"--format", "json", "-o", result, given.record}).exit_code == 0);
  CHECK(given.run_on({"verify"}, {result}).exit_code == 0);
  const std::string text = example::read_file(result);
  const auto verified = [&](const std::string& changed) {
    return given.run_on({"verify"}, {given.files.write("changed.json", changed)}).exit_code;
  };
  CHECK(verified(text) == 0);
  CHECK(verified(example::replaced(text, R"("stated_in": "5.1.2")", R"("stated_in": "5.3")")) == 1);
  CHECK(verified(example::replaced(text, R"("stated_in": "5.1.2")", R"("decision": "TC 1", "date": null)")) == 0);
  const json line = json::parse(lines_of(given.run_on({"verify"}, {"--format", "ndjson", result}).out).at(0));
  CHECK(line["decisions"]["mean-over"] == json({{"decision", "5.1.2"}, {"date", nullptr}, {"by", "scheme"}}));
  // Another value than the scheme states, said to be stated
  REQUIRE(given.run_on({"grade"}, {"--reading", "mean-over=ratings", "--format", "json", "-o", result, given.record})
              .exit_code == 0);
  const std::string tried = example::read_file(result);
  CHECK(verified(tried) == 0);
  CHECK(verified(settled_by(tried, R"("stated_in": "5.1.2")")) == 1);
  CHECK(verified(settled_by(tried, R"("decision": "TC 1", "date": null)")) == 1);  // depends_on lists it
  // Held to a body's file that leaves it to the scheme
  const std::string body =
      given.files.write("body.json", R"({"row-grade": {"value": "by-score", "decision": "TC 1"}})");
  const run_result held = given.run_on({"verify"}, {"--readings", body, given.files.write("tried.json", tried)});
  CHECK(held.exit_code == 1);
  CHECK(says(held.out, "computed mean-over=assessors (clause 5.1.2); the scheme states otherwise (clause 5.1.2)"));
  // Of a scheme that states nothing
  REQUIRE(run({"grade", "--format", "json", "-o", result,
               given.files.write("b.json", sample("assessor-rated-twice", "B/0"))})
              .exit_code == 0);
  const std::string plain = example::read_file(result);
  CHECK(verified(plain) == 0);
  CHECK(verified(settled_by(plain, R"("stated_in": "5.1.2")")) == 1);
}

TEST_CASE("the impact of a revision: each side is read as it states, unless a value is tried", "[cli][stated]") {
  const setting given;
  const auto changes = [&](const strings& options) {
    strings all{"scheme", "diff", "--format", "json", "-q", "B/0", given.scheme};
    all.insert(all.end(), options.begin(), options.end());
    all.insert(all.end(), {"--impact", given.record});
    return json::parse(run(all).out)["impact"]["changes"];
  };
  REQUIRE(changes({}).size() == 1);
  CHECK(changes({})[0]["from"] == "AAAA");
  CHECK(changes({})[0]["to"] == "AAA");
  CHECK(changes({"--reading", "mean-over=ratings"}).empty());
  CHECK(changes({"--readings",
                 given.files.write("body.json", R"({"mean-over": {"value": "assessors", "decision": "TC 1"}})")})
            .empty());
}

TEST_CASE("scheme show, check and diff know what a scheme states", "[cli][stated]") {
  const setting given;
  CHECK(
      says(run({"scheme", "show", "--lang", "en", "--scheme", given.scheme}).out, "Readings that the scheme states\n"));
  CHECK(says(run({"scheme", "show", "--lang", "zh", "--scheme", given.scheme}).out,
             "mean-over       assessors  条款 5.1.2\n"));
  CHECK_FALSE(says(run({"scheme", "show", "--lang", "en"}).out, "Readings that the scheme states"));
  CHECK(run({"scheme", "check", given.scheme}).exit_code == 0);

  json other = stating();
  other["readings"].erase("not-applicable");
  other["readings"]["mean-over"] = {{"value", "occasions"}, {"clause", "5.1.3"}};
  other["readings"]["row-grade"] = {{"value", "by-order"}, {"clause", "5.3"}};
  const std::string revised = given.files.write("revised.json", other.dump(1));
  const run_result diff = run({"scheme", "diff", "--lang", "en", given.scheme, revised});
  CHECK(says(diff.out,
             "\n  mean-over: value assessors → occasions\n  mean-over: states clause 5.1.2 → clause 5.1.3\n"
             "  not-applicable: removed (exclude)\n  row-grade: added (by-order)\n"));
  const json found = json::parse(run({"scheme", "diff", "--format", "json", given.scheme, revised}).out);
  CHECK(found["differences"][0]["where"]["b"] == "/readings/mean-over/value");
  CHECK(found["differences"].back()["new"] == other["readings"]["row-grade"]);
}

TEST_CASE("what a scheme states is checked: names, values, clauses", "[cli][stated]") {
  const folder files;
  const auto errors = [&](const std::string& name, const json& stated) {
    json scheme = embedded();
    scheme["readings"] = {{name, stated}};
    const run_result checked = run({"scheme", "check", "--lang", "en", files.write("scheme.json", scheme.dump(1))});
    CHECK(checked.exit_code == 3);
    return checked.out;
  };
  CHECK(says(errors("mean", {{"value", "ratings"}, {"clause", "1"}}), "readings, \"mean\": "));
  CHECK(says(errors("mean-over", {{"value", "persons"}, {"clause", "1"}}), "[unknown-value]"));
  CHECK(says(errors("mean-over", {{"value", "ratings"}}), "readings, \"mean-over\", clause: "));
  CHECK(says(errors("mean-over", {{"clause", "1"}}), "[missing-key]"));
  CHECK(says(errors("mean-over", {{"value", "ratings"}, {"clause", " "}}), "readings, \"mean-over\", clause: "));
  CHECK(says(errors("mean-over", {{"value", 1}, {"clause", "1"}}), "[wrong-type]"));
  CHECK(says(errors("mean-over", "ratings"), "[wrong-type]"));
  CHECK(says(errors("mean-over", {{"value", "ratings"}, {"clause", "1"}, {"decision", "TC 1"}}), "[unknown-key]"));
}

TEST_CASE("what is odd in a scheme is told by the way it states to be read", "[cli][stated]") {
  const folder files;
  const auto found = [&](const std::string& name, const std::string& value) {
    json scheme = embedded();
    scheme["readings"] = {{name, {{"value", value}, {"clause", "5.3"}}}};
    return run({"scheme", "check", "--lang", "en", files.write("scheme.json", scheme.dump(1))}).out;
  };
  // The left side of 5.3 asks nothing.
  const std::string alone = found("grade-conditions", "score-after-review");
  CHECK_FALSE(says(alone, "row-without-grade"));
  CHECK_FALSE(says(alone, "level-not-asked"));
  CHECK_FALSE(says(alone, "condition-"));
  CHECK(says(alone, "[gap]"));
  // Each row is one grade's.
  const std::string by_order = found("row-grade", "by-order");
  CHECK_FALSE(says(by_order, "row-without-grade"));
  CHECK_FALSE(says(by_order, "condition-adds-nothing"));
}
