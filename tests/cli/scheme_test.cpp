// `scheme`: a scheme on the table, and what its data betrays.
#include <algorithm>
#include <set>

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
  CHECK(says(en.out, "CTS TBSC94-2026 B/0: remark: grades, row 1: the row 60–79 (level 2) leads to no grade"));
  CHECK(says(en.out, "(clause 5.3) [row-without-grade]\n  example: every α 0.79, every item at level 5: score 79.00"));
  CHECK(lines_of(en.out).back() == "CTS TBSC94-2026 B/0: can be loaded; remarks: 9");
  const run_result zh = run({"scheme", "check", "--lang", "zh"});
  CHECK(
      says(zh.out, "各项均为四级时总分为 116，属五级；各项均为三级时总分为 87，属三级（附录 3） [out-of-proportion]"));
  CHECK(says(zh.out, "CTS TBSC94-2026 B/0: 提示：管理成熟度（maturity）的第 1 段：管理成熟度总分最低为 29"));
  CHECK(says(zh.out, "（取决于级别条件（grade-conditions）、管理等级不足的处理（management-shortfall）"));
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
    CHECK(says(text.out, path + ": remark: "));
    CHECK_FALSE(says(text.out, ": /"));  // places stand in words
  }
}

TEST_CASE("what no assessment can show has a remark without an example", "[cli][scheme]") {
  const folder files;
  json scheme = changed("/effective", "2026-01-07");
  scheme["grades"]["decimals"] = 1;
  scheme["grades"]["rows"].erase(0);
  const std::string path = files.write("scheme.json", scheme.dump(1));
  const std::string text = run({"scheme", "check", "--lang", "en", path}).out;
  CHECK(says(text,
             ": remark: effective: in effect from 2026-01-07, which is before it is published, 2026-01-08 "
             "[effective-before-published]\n"));
  CHECK(says(text, ": remark: grades, decimals: decimals is 1, but limits are printed with 0 at most"));
  CHECK(says(text, ": remark: grades, row 2: 2 rows and 3 grades: the reading row-grade=by-order"));
  for (const json& each : checked({path})["findings"]) {
    if (each["code"] == "effective-before-published") {
      CHECK(each["clause"].is_null());
      CHECK(each["examples"].empty());
    }
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
    CHECK(says(text.out, ": error: "));
    CHECK_FALSE(says(text.out, ": /"));
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
}

TEST_CASE("scheme show --format json: the scheme's own file, which loads again", "[cli][scheme]") {
  const std::string text = run({"scheme", "show", "--format", "json"}).out;
  CHECK(text == example::read_file(data("schemes/cts-tbsc94-2026.json")));
  json revision = json::parse(text);
  revision["edition"] = "C/0";
  const folder files;
  const std::string path = files.write("revision.json", "\xEF\xBB\xBF" + revision.dump(1) + "\n");
  const run_result again = run({"scheme", "show", "--scheme", path, "--format", "json", "-o", files / "again.json"});
  CHECK(again.exit_code == 0);
  CHECK(example::read_file(files / "again.json") == example::read_file(path));
  CHECK(run({"scheme", "check", files / "again.json"}).exit_code == 0);
}

TEST_CASE("scheme show --format json ID: its part of the file, as it stands there", "[cli][scheme]") {
  const json scheme = embedded();
  const auto part = [](const std::string& id) {
    return json::parse(run({"scheme", "show", "--format", "json", id}).out)["parts"].back();
  };
  CHECK(part("5.1.1")["bands"] == scheme["likert"]["bands"]);
  CHECK(part("Appendix 1")["characteristics"] == scheme["service"]["characteristics"]);
  CHECK(part("Appendix 3")["bands"] == scheme["maturity"]["bands"]);
  CHECK(part("Appendix 1 4") == json({{"part", "characteristic"},
                                      {"clause", "Appendix 1"},
                                      {"id", "4"},
                                      {"name", scheme["service"]["characteristics"][3]["name"]},
                                      {"points_due", 15},
                                      {"items", scheme["service"]["characteristics"][3]["items"]}}));
  json item{{"part", "management-item"}, {"clause", "Appendix 3"}, {"part_of", "5"}};
  item.update(scheme["maturity"]["chapters"][4]["items"][1]);
  CHECK(part("Appendix 3 5.2").dump() == item.dump());
  CHECK(part("附录 4 5.3") == item);  // its number there
  CHECK(part("7.1.2")["summary"] == scheme["clauses"].back()["summary"]);
}

// The specification's contents and what its appendices number below them.
const strings every_clause{
    "1",   "2",          "3",          "4",          "4.1",        "4.2",    "4.2.1",  "4.2.2",  "4.2.3", "5",
    "5.1", "5.1.1",      "5.1.2",      "5.2",        "5.2.1",      "5.2.2",  "5.2.3",  "5.2.4",  "5.2.5", "5.2.6",
    "5.3", "Appendix 1", "Appendix 2", "Appendix 3", "Appendix 4", "附录 1", "附录 2", "附录 3", "附录4"};
const strings every_requirement{"1",     "1.1",   "1.2",   "1.3", "1.4",   "2",     "2.1",   "2.2", "2.3", "3",   "3.1",
                                "3.1.1", "3.1.2", "3.1.3", "3.2", "3.2.1", "3.2.2", "4",     "4.1", "4.2", "4.3", "4.4",
                                "4.4.1", "4.4.2", "4.5",   "5",   "5.1",   "5.2",   "5.3",   "6",   "6.1", "6.2", "6.3",
                                "6.3.1", "6.3.2", "6.3.3", "7",   "7.1",   "7.1.1", "7.1.2", "7.2"};

TEST_CASE("every clause number of the specification is answered, in both languages", "[cli][scheme]") {
  const json clauses = embedded()["clauses"];
  for (const std::string lang : {"zh", "en"}) {
    for (const std::string& id : every_clause) {
      CAPTURE(lang, id);
      const run_result shown = run({"scheme", "show", "--lang", lang, id});
      CHECK(shown.exit_code == 0);
      CHECK(std::any_of(clauses.begin(), clauses.end(), [&](const json& each) {
        return !each.contains("within") && says(shown.out, " " + each["title"][lang].get<std::string>() + "\n  ") &&
               (each["clause"] == id || id.back() == each["clause"].get<std::string>().back());
      }));
    }
    const std::string whole = run({"scheme", "show", "--lang", lang, "Appendix 4"}).out;
    for (const std::string& id : every_requirement) {
      CAPTURE(lang, id);
      CHECK(run({"scheme", "show", "--lang", lang, "附录 4 " + id}).exit_code == 0);
      CHECK(says(whole, "\n  " + id + " "));
    }
  }
}

TEST_CASE("a number that several parts have: all are shown, each with where it stands", "[cli][scheme]") {
  const std::string shown = run({"scheme", "show", "--lang", "en", "5.2"}).out;
  for (const char* heading :
       {"\nclause 5.2 audit of the management requirements\n", "\n5.2 equipment and facilities (Appendix 1)\n",
        "\n5.2 emergency preparedness and response (Appendix 3)\n",
        "\n5.2 operational planning and control, its text (Appendix 4)\n"}) {
    CAPTURE(heading);
    CHECK(says(shown, heading));
  }
  CHECK(says(run({"scheme", "show", "--lang", "zh", "4.2.2"}).out, "\n条款 4.2.2 特定的管理要求\n"));
  CHECK(says(run({"scheme", "show", "--lang", "zh", "4.2"}).out, "\n  4.2.2 特定的管理要求：体系"));
}

TEST_CASE("every clause that results name is answered", "[cli][scheme]") {
  std::set<std::string> named;
  const auto collect = [&](const auto& self, const json& value) -> void {
    for (const auto& each : value.items()) {
      const std::string& key = each.key();
      const json& member = each.value();
      if (member.is_structured()) {
        self(self, member);
      } else if (member.is_string() && (key == "clause" || key == "reference")) {
        named.insert(std::string(member));
      }
    }
  };
  collect(collect, json::parse(run({"grade", "--format", "json", data("samples")}).out));
  collect(collect, checked());
  CHECK(named.size() > 20);
  for (const std::string& each : named) {
    CAPTURE(each);
    CHECK(run({"scheme", "show", each}).exit_code == 0);
  }
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
  CHECK(parts("4.1") == strings{"clause ", "service-item 4.1", "management-item 4.1"});
  CHECK(parts("Appendix 1 4.1") == strings{"service-item 4.1"});
  // Item 5.2 of Appendix 3 is 5.3 in Appendix 4.
  CHECK(parts("5.3") == strings{"clause ", "grades ", "service-item 5.3", "management-item 5.2"});
  CHECK(parts("4.5") == strings{"management-item 4.5"});
  CHECK(parts("4") == strings{"clause ", "characteristic 4", "chapter 4", "clause "});
  CHECK(parts("5.1.1") == strings{"clause ", "likert "});
  for (const char* name : {"Appendix 2", "appendix2", "附录 2", "附录2"}) {
    CHECK(parts(name) == strings{"clause ", "levels "});
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
  CHECK(run({"scheme", "show", "--lang", "en", "Appendix 4 10.10.10"}).err ==
        "tbsc94: the scheme has no number \"Appendix 4 10.10.10\"; the nearest is \"Appendix 4 3.1.1\"\n");
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
