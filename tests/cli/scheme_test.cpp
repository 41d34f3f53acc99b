// `scheme`: a scheme on the table, and what its data betrays.
#include "catch.hpp"
#include "cli/run.hpp"
#include "reading/example_texts.hpp"

namespace {

using namespace cli_test;
using json = nlohmann::ordered_json;
using strings = std::vector<std::string>;

json embedded() { return json::parse(example::read_file(data("schemes/cts-tbsc94-2026.json"))); }

json checked(const strings& options = {}) {
  strings arguments{"scheme", "check", "--format", "json"};
  arguments.insert(arguments.end(), options.begin(), options.end());
  return json::parse(run(arguments).out);
}

bool says(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

// What `grade` says of an example is what the check says.
void check_example(const json& example, const strings& options) {
  strings arguments{"grade", "--format", "ndjson"};
  arguments.insert(arguments.end(), options.begin(), options.end());
  arguments.emplace_back("-");
  const run_result graded = run(arguments, {example["assessment"].dump(), {}, {}});
  CHECK(graded.exit_code == 0);
  const json line = json::parse(lines_of(graded.out).at(0));
  CHECK(line["assumed"].empty());
  for (const auto& [key, value] : example["result"].items()) {
    CAPTURE(key);
    CHECK(line.at(key) == value);
  }
}

// The finding of a code and place; its examples have been graded.
json finding_at(const json& report, const std::string& code, const std::string& where, const strings& options = {}) {
  for (const json& each : report["findings"]) {
    if (each["code"] == code && each["where"] == where) {
      CHECK(each["severity"] == "remark");
      CHECK_FALSE(each["examples"].empty());
      for (const json& example : each["examples"]) {
        check_example(example, options);
      }
      return each;
    }
  }
  FAIL("no " + code + " at " + where);
  return {};
}

// The embedded scheme as another edition, changed at a place.
json changed(const std::string& pointer, const json& value) {
  json scheme = embedded();
  scheme["edition"] = "C/0";
  scheme[json::json_pointer(pointer)] = value;
  return scheme;
}

}  // namespace

TEST_CASE("scheme check finds what the embedded scheme betrays, each with an example that grade confirms",
          "[cli][scheme]") {
  const json report = checked();
  CHECK(report["loadable"] == true);
  CHECK(report["scheme"] == "CTS TBSC94-2026");
  CHECK(report["findings"].size() == 9);

  const json begins = finding_at(report, "totals-begin-later", "/maturity/bands/0");
  CHECK(begins["clause"] == "Appendix 3");
  CHECK(says(begins["message"], "totals start at 29"));
  CHECK(says(begins["message"], "starts at 20"));
  CHECK(begins["examples"][0]["result"]["management_total"] == 29);

  const json proportion = finding_at(report, "out-of-proportion", "/maturity/bands/4");
  CHECK(says(proportion["message"], "every item at level 4 totals 116, which is level 5"));
  CHECK(says(proportion["message"], "every item at level 3 totals 87, which is level 3"));
  CHECK(proportion["examples"][0]["result"]["management_level"] == 5);
  CHECK(proportion["examples"][1]["result"]["management_level"] == 3);

  const std::vector<std::pair<std::string, std::string>> gaps{
      {"/grades/rows/0", "79.6"}, {"/grades/grades/0", "89.6"}, {"/grades/grades/1", "94.6"}};
  for (const auto& [where, score] : gaps) {
    const json gap = finding_at(report, "gap", where);
    CHECK(gap["clause"] == "5.3");
    CHECK(gap["examples"][0]["result"]["service_score_exact"] == score);
    CHECK(gap["examples"][0]["result"]["depends_on"] == json({"limit-comparison"}));
  }
  const json shared = finding_at(report, "shared-limit", "/grades/rows/1");
  CHECK(says(shared["message"], "90"));
  CHECK(says(shared["examples"][0]["result"]["depends_on"].dump(), "shared-boundary"));

  const json row = finding_at(report, "row-without-grade", "/grades/rows/0");
  CHECK(says(row["message"], "60–79"));
  CHECK(row["examples"][0]["result"]["grade"].is_null());

  const json unasked = finding_at(report, "level-not-asked", "/grades/rows/2");
  CHECK(says(unasked["message"], "level 5 is asked for nowhere"));
  CHECK(unasked["examples"][0]["result"]["grade"] == unasked["examples"][1]["result"]["grade"]);
  finding_at(report, "condition-adds-nothing", "/grades/grades/2");
}

TEST_CASE("scheme check as text: a line a finding with its clause and code, the example's figures below",
          "[cli][scheme]") {
  const run_result en = run({"scheme", "check", "--lang", "en"});
  CHECK(en.exit_code == 0);
  CHECK(en.err.empty());
  CHECK(says(en.out, "CTS TBSC94-2026 B/0: remark: /grades/rows/0: the row 60–79 (level 2) leads to no grade"));
  CHECK(says(en.out, "(clause 5.3) [row-without-grade]\n  example: every α 0.79, every item at level 5: score 79.00"));
  CHECK(lines_of(en.out).back() == "CTS TBSC94-2026 B/0: can be loaded; remarks: 9");
  const run_result zh = run({"scheme", "check", "--lang", "zh"});
  CHECK(says(zh.out, "各项均为四级时总分为 116，属五级；各项均为三级时总分为 87，属三级 (附录 3) [out-of-proportion]"));
  CHECK(lines_of(zh.out).size() == lines_of(en.out).size());
}

TEST_CASE("an odd scheme loads, and the remark names place and clause", "[cli][scheme]") {
  struct odd {
    std::string pointer;
    json value;
    std::string code;
    std::string where;
    std::string clause;
  };
  const std::vector<odd> all{
      {"/maturity/bands/4/to", 150, "values-never-reached", "/maturity/bands/4", "Appendix 3"},
      {"/maturity/chapters/3/items/0/points_due", 5, "values-never-reached", "/maturity/bands/4", "Appendix 3"},
      {"/grades/rows/1/to", 92, "overlap", "/grades/rows/1", "5.3"},
      {"/grades/rows/2/to", 99, "ends-early", "/grades/rows/2", "5.3"},
      {"/grades/rows/1/level", 1, "condition-never-decides", "/grades/grades/0", "5.3"},
      {"/grades/rows/2/level", 3, "condition-adds-nothing", "/grades/grades/1", "5.3"},
      {"/grades/rows/1/from", 85, "row-not-asked", "/grades/rows/1", "5.3"},
      {"/grades/grades/0/to", 90, "shared-limit", "/grades/grades/0", "5.3"},
      {"/grades/grades/1/to", 96, "overlap", "/grades/grades/1", "5.3"},
      {"/grades/grades/2/from", 101, "never-reached", "/grades/grades/2", "5.3"},
      {"/grades/grades/2/to", 120, "values-never-reached", "/grades/grades/2", "5.3"},
  };
  const folder files;
  for (const odd& each : all) {
    CAPTURE(each.pointer, each.value.dump());
    const std::string path = files.write("scheme.json", changed(each.pointer, each.value).dump(1));
    const run_result text = run({"scheme", "check", path});
    CHECK(text.exit_code == 0);
    const json found = finding_at(checked({path}), each.code, each.where, {"--scheme", path});
    CHECK(found["clause"] == each.clause);
    CHECK(says(text.out, path + ": remark: " + each.where));
  }
}

TEST_CASE("a band that is left out: its level is given by none, and a grade that asks it is out of reach",
          "[cli][scheme]") {
  json scheme = changed("/maturity/bands/2/below", 145);
  scheme["maturity"]["bands"][2] = {{"level", 3}, {"from", 70}, {"to", 145}};
  scheme["maturity"]["bands"].erase(4);
  scheme["maturity"]["bands"].erase(3);
  const folder files;
  const std::string path = files.write("scheme.json", scheme.dump(1));
  const json report = checked({path});
  const strings options{"--scheme", path};
  finding_at(report, "level-without-band", "/maturity/bands/0", options);
  const json grade = finding_at(report, "never-reached", "/grades/grades/1", options);
  CHECK(grade["examples"][0]["result"]["grade"] == "AAA");
}

TEST_CASE("a scheme without a maturity part is checked and shown without one", "[cli][scheme]") {
  json scheme = embedded();
  scheme["scheme"] = "SCORE ONLY";
  scheme.erase("maturity");
  for (json& row : scheme["grades"]["rows"]) {
    row.erase("level");
  }
  const folder files;
  const std::string path = files.write("scheme.json", scheme.dump(1));
  const json report = checked({path});
  CHECK(report["findings"].size() == 5);
  finding_at(report, "row-without-grade", "/grades/rows/0", {"--scheme", path});
  const run_result shown = run({"scheme", "show", "--scheme", path, "--lang", "en"});
  CHECK(shown.exit_code == 0);
  CHECK(says(shown.out, "SCORE ONLY"));
  CHECK_FALSE(says(shown.out, "Appendix 3"));
  CHECK_FALSE(says(shown.out, "needs"));
}

TEST_CASE("errors make a scheme unloadable: exit code 3, each listed with place, line and clause", "[cli][scheme]") {
  struct broken {
    std::string pointer;
    json value;
    std::string where;
    std::string clause;
  };
  const std::vector<broken> all{
      {"/service/points_due", 101, "/service/points_due", "Appendix 1"},
      {"/service/characteristics/0/points_due", 18, "/service/characteristics/0/points_due", "Appendix 1"},
      {"/maturity/bands/1/from", 46, "/maturity/bands/1", "Appendix 3"},
      {"/maturity/bands/1/from", 44, "/maturity/bands/1", "Appendix 3"},
      {"/maturity/bands/0/from", 30, "/maturity/bands", "Appendix 3"},
      {"/maturity/bands/4/level", 4, "/maturity/bands/4", "Appendix 3"},
      {"/likert/bands/1/above", 0.3, "/likert/bands/1", "5.1.1"},
      {"/grades/grades/0/from", 59, "/grades", "5.3"},
      {"/grades/rows/1/from", 60, "/grades/rows/1", "5.3"},
  };
  const folder files;
  for (const broken& each : all) {
    CAPTURE(each.pointer, each.value.dump());
    const std::string path = files.write("scheme.json", changed(each.pointer, each.value).dump(1));
    const run_result result = run({"scheme", "check", "--lang", "en", "--format", "json", path});
    CHECK(result.exit_code == 3);
    const json report = json::parse(result.out);
    CHECK(report["loadable"] == false);
    CHECK(report["scheme"].is_null());
    bool found = false;
    for (const json& error : report["findings"]) {
      CHECK(error["severity"] == "error");
      CHECK(error["line"] > 1);
      found = found || (error["code"] == "inconsistent-scheme" && error["where"] == each.where &&
                        error["clause"] == each.clause);
    }
    CHECK(found);
    const run_result text = run({"scheme", "check", "--lang", "en", path});
    CHECK(text.exit_code == 3);
    CHECK(says(text.out, ": error: " + each.where));
    CHECK(says(lines_of(text.out).back(), "cannot be loaded; errors: "));
  }
  CHECK(run({"scheme", "check", files.write("no.json", "{")}).exit_code == 3);
  CHECK(run({"scheme", "check", files / "none"}).exit_code == 4);
}

TEST_CASE("scheme check reads standard input, and writes a file", "[cli][scheme]") {
  const folder files;
  const std::string text = example::read_file(data("schemes/cts-tbsc94-2026.json"));
  const run_result result = run({"scheme", "check", "-o", files / "out", "-"}, {text, {}, {}});
  CHECK(result.exit_code == 0);
  CHECK(result.out.empty());
  CHECK(lines_of(example::read_file(files / "out")).back() == "-: can be loaded; remarks: 9");
}

TEST_CASE("scheme show: by default α, Appendix 1, Appendix 3 and 5.3", "[cli][scheme]") {
  const json scheme = embedded();
  for (const std::string lang : {"zh", "en"}) {
    for (const std::string format : {"text", "markdown"}) {
      CAPTURE(lang, format);
      const run_result result = run({"scheme", "show", "--lang", lang, "--format", format});
      CHECK(result.exit_code == 0);
      for (const char* part : {"(0.2, 0.4", "20, 45)", "105, 145", "60–79", "90–94"}) {
        CHECK(says(result.out, part));
      }
      for (const json& group : scheme["service"]["characteristics"]) {
        CHECK(says(result.out, group["name"][lang].get<std::string>()));
      }
      for (const json& group : scheme["maturity"]["chapters"]) {
        for (const json& item : group["items"]) {
          CHECK(says(result.out, item["name"][lang].get<std::string>()));
        }
      }
    }
  }
  const json shown = json::parse(run({"scheme", "show", "--format", "json"}).out);
  REQUIRE(shown["parts"].size() == 4);
  CHECK(shown["parts"][0]["bands"] == scheme["likert"]["bands"]);
  CHECK(shown["parts"][1]["characteristics"] == scheme["service"]["characteristics"]);
  CHECK(shown["parts"][1]["points_due"] == scheme["service"]["points_due"]);
  CHECK(shown["parts"][2]["bands"] == scheme["maturity"]["bands"]);
  CHECK(shown["parts"][3]["rows"] == scheme["grades"]["rows"]);
  CHECK(shown["parts"][3]["grades"] == scheme["grades"]["grades"]);
}

TEST_CASE("scheme show ID: everything of that number", "[cli][scheme]") {
  const auto parts = [](const std::string& id) {
    strings found;
    const json shown = json::parse(run({"scheme", "show", "--format", "json", id}).out);
    for (const json& each : shown["parts"]) {
      found.push_back(each["part"].get<std::string>() + " " + each.value("id", ""));
    }
    return found;
  };
  CHECK(parts("4.1") == strings{"service-item 4.1", "management-item 4.1"});
  // Item 5.2 of Appendix 3 is 5.3 in Appendix 4.
  CHECK(parts("5.3") == strings{"grades ", "service-item 5.3", "management-item 5.2"});
  CHECK(parts("4.5") == strings{"management-item 4.5"});
  CHECK(parts("4") == strings{"characteristic 4", "chapter 4"});
  CHECK(parts("5.1.1") == strings{"likert "});
  for (const char* name : {"Appendix 2", "appendix2", "附录 2", "附录2"}) {
    CHECK(parts(name) == strings{"levels "});
  }
  const run_result text = run({"scheme", "show", "--lang", "zh", "4.1"});
  CHECK(says(text.out, "4.1 人员（附录 1）\n  所属：4 舒适性\n  单项分值：5\n  评价要点："));
  CHECK(says(text.out, "4.1 资源（附录 3）\n  所属：4 支持\n  单项分值：10\n  附录 4 中的编号：4.1\n  评价要点："));
  CHECK(says(run({"scheme", "show", "--format", "markdown", "--lang", "en", "4.1"}).out,
             "## 4.1 resources (Appendix 3)\n\n- part of: 4 support\n- points due: 10\n"));
}

TEST_CASE("wrong usage of scheme", "[cli][scheme]") {
  const run_result unknown = run({"scheme", "show", "--lang", "en", "4.9"});
  CHECK(unknown.exit_code == 2);
  CHECK(unknown.out.empty());
  CHECK(unknown.err == "tbsc94: the scheme has no number \"4.9\"; the nearest is \"4.1\"\n");
  const run_result none = run({"scheme", "--lang", "en"});
  CHECK(none.exit_code == 2);
  const run_result wrong = run({"scheme", "chekc"});
  CHECK(wrong.exit_code == 2);
  CHECK(wrong.err ==
        "tbsc94: there is no command \"chekc\"; there are show, check, diff; did you mean \"check\"?\n"
        "see tbsc94 scheme --help\n");
  const run_result option = run({"scheme", "check", "--nothing"});
  CHECK(option.err == "tbsc94: there is no option \"--nothing\"\nsee tbsc94 scheme check --help\n");
  for (const strings& arguments : std::vector<strings>{{"scheme", "check", "--format", "csv"},
                                                       {"scheme", "show", "--format", "xml"},
                                                       {"scheme", "check", "a", "b"},
                                                       {"scheme", "show", "--lang", "de"}}) {
    CHECK(run(arguments).exit_code == 2);
  }
}
