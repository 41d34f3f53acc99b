// Many assessments: what is written of them, and the account of all.
#include "catch.hpp"
#include "cli/run.hpp"
#include "reading/example_texts.hpp"

namespace {

using namespace cli_test;
using example::replaced;
using strings = std::vector<std::string>;

// The example, with the id `id`; every α is 0.85 in it, and the management level 3.
std::string line(const std::string& id, const std::string& alpha = "0.85") {
  std::string text = example::on_one_line(replaced(example::assessment_text(), "TB-1", id));
  for (std::size_t at = 0; (at = text.find("0.85", at)) != std::string::npos; at += alpha.size()) {
    text.replace(at, 4, alpha);
  }
  return text + "\n";
}

// Two AAA, one without a grade, one refused.
struct archive {
  folder files;
  std::string path = files.write("a.ndjson", line("a") + line("b", "0.5") + line("c", "1.5") + line("d", "0.95"));
};

// The ids, "-" for what could not be read.
strings ids_of(const run_result& result) {
  strings found;
  for (const auto& each : result.lines()) {
    const bool is_unread = each.contains("errors") && each["errors"][0]["code"] == "unreadable";
    found.push_back(is_unread ? "-" : each["id"]);
  }
  return found;
}

}  // namespace

TEST_CASE("--only narrows what is written", "[cli][batch]") {
  const archive a;
  const auto ids = [&](const strings& only) {
    strings arguments{"grade", "--format", "ndjson", "-q", a.path};
    for (const std::string& each : only) {
      arguments.insert(arguments.end(), {"--only", each});
    }
    const run_result result = run(arguments);
    CHECK(result.exit_code == 3);  // of the whole input
    return ids_of(result);
  };
  CHECK(ids({}) == strings{"a", "b", "c", "d"});
  CHECK(ids({"refused"}) == strings{"c"});
  CHECK(ids({"graded"}) == strings{"a", "b", "d"});
  CHECK(ids({"none"}) == strings{"b"});
  CHECK(ids({"AAA"}) == strings{"a", "d"});
  CHECK(ids({"AAAAA"}).empty());
  // Several are joined.
  CHECK(ids({"AAA", "refused"}) == strings{"a", "c", "d"});
  CHECK(ids({"AAA,none"}) == strings{"a", "b", "d"});
  CHECK(ids({"refused,graded"}) == strings{"a", "b", "c", "d"});
}

TEST_CASE("--only does not narrow the account", "[cli][batch]") {
  const archive a;
  const std::string account = run({"grade", "--format", "ndjson", a.path}).err;
  CHECK(account ==
        "read 4: graded 3, refused 1\n  by grade: AAA 2  none 1\n  by error: alpha-out-of-range 1\n"
        "  whose grade depends on a reading: 1\n  with conformity assumed: 0\n");
  for (const char* kind : {"refused", "AAAAA"}) {
    CHECK(run({"grade", "--format", "ndjson", "--only", kind, a.path}).err == account);
  }
  // In text it follows the lines; what is not written is not complained about.
  const run_result text = run({"grade", "--only", "AAAAA", a.path});
  CHECK(text.out == account);
  CHECK(text.err.empty());
}

TEST_CASE("--only in every format, and with a single document: a list", "[cli][batch]") {
  const archive a;
  CHECK(run({"grade", "--format", "json", "--only", "none", a.path}).json().at(0)["assessment"]["id"] == "b");
  CHECK(run({"grade", "--format", "json", "--only", "AAAAA", a.path}).json() == nlohmann::json::array());
  CHECK(lines_of(run({"grade", "--format", "csv", "--only", "refused", a.path}).out).size() == 2);
  const std::string one = a.files.write("one.json", line("a"));
  CHECK(run({"grade", "--format", "json", one}).json().is_object());
  CHECK(run({"grade", "--format", "json", "--only", "AAA", one}).json().size() == 1);
  CHECK(run({"grade", "--format", "json", "--only", "none", one}).json() == nlohmann::json::array());
  CHECK(lines_of(run({"grade", "--only", "AAA", one}).out).at(2) == "read 1: graded 1, refused 0");
  // An older file does not stay where nothing is written.
  const std::string out = a.files.write("out", "old");
  CHECK(run({"grade", "--format", "ndjson", "-q", "--only", "none", "-o", out, one}).exit_code == 0);
  CHECK(example::read_file(out).empty());
}

TEST_CASE("--only takes the grades of the schemes that are loaded", "[cli][batch]") {
  const archive a;
  const std::vector<std::pair<std::string, std::string>> none{
      {"AA", "AAA"}, {"aaa", "AAA"}, {"", ""}, {"refused;AAA", "refused"}, {"GOLD", ""}};
  for (const auto& [kind, meant] : none) {
    const run_result result = run({"grade", "--only", kind, a.path});
    CHECK(result.exit_code == 2);
    CHECK(result.out.empty());
    CHECK(result.err == "tbsc94: --only has no value \"" + kind +
                            "\"; there are refused, graded, none, AAA, AAAA, AAAAA" +
                            (meant.empty() ? "" : "; did you mean \"" + meant + "\"?") + "\n");
  }
  nlohmann::ordered_json scheme =
      nlohmann::ordered_json::parse(example::read_file(data("schemes/cts-tbsc94-2026.json")));
  scheme["edition"] = "C/1";
  scheme["grades"]["grades"][2]["grade"] = "GOLD";
  const std::string other = a.files.write("scheme", scheme.dump());
  CHECK(run({"grade", "--scheme", other, "--only", "GOLD,AAAAA", a.path}).exit_code == 3);
}

TEST_CASE("--unique names the ids that came before, where they come again and came first", "[cli][batch]") {
  const folder files;
  const std::string one = files.write("1.ndjson", line("a") + line("b") + "\n" + line("a"));
  files.write("2.json", line("b"));
  const std::string no_id = R"(  "id": "TB-1",)";
  files.write("3.json", replaced(example::assessment_text(), no_id, ""));
  files.write("4.json", replaced(example::assessment_text(), no_id, ""));
  files.write("5.ndjson", line("c", "1.5") + line("a"));  // a refused one has its id as well
  files.write("6.ndjson", line("c"));
  const auto account = [&](const strings& options) {
    strings arguments{"grade", "--format", "ndjson", files.path()};
    arguments.insert(arguments.end(), options.begin(), options.end());
    return run(arguments).err;
  };
  const std::string plain = account({});
  const std::string at = files.path() + "/";
  CHECK(account({"--unique"}) == plain + "  with an id that came before: 4\n" +  //
                                     "    a: " + at + "1.ndjson:4, first at " + at + "1.ndjson:1\n" + "    b: " + at +
                                     "2.json, first at " + at + "1.ndjson:2\n" + "    a: " + at +
                                     "5.ndjson:2, first at " + at + "1.ndjson:1\n" + "    c: " + at +
                                     "6.ndjson:1, first at " + at + "5.ndjson:1\n");
  for (const char* jobs : {"1", "2", "4"}) {
    CHECK(account({"--unique", "-j", jobs, "--only", "none"}) == account({"--unique"}));
  }
  CHECK(account({"--unique", "-q"}).empty());
  CHECK(run({"grade", "--unique", one, "--lang", "zh"}).out.find("编号重复出现的：1 份") != std::string::npos);
  const std::string alone = files.write("alone/a.ndjson", line("a") + line("b"));
  CHECK(run({"grade", "--unique", alone}).out.ends_with("  with an id that came before: 0\n"));
}

TEST_CASE("the account stands on standard error in the formats for machines, in text behind the lines",
          "[cli][batch]") {
  const archive a;
  for (const char* format : {"ndjson", "json", "csv"}) {
    const run_result result = run({"grade", "--unique", "--format", format, a.path});
    CHECK(result.err.starts_with("read 4: graded 3, refused 1\n"));
    CHECK(result.out.find("read 4") == std::string::npos);
  }
  const run_result text = run({"grade", "--unique", a.path});
  CHECK(text.err.find("read 4") == std::string::npos);
  CHECK(lines_of(text.out).at(6) == "read 4: graded 3, refused 1");
  CHECK(text.out.ends_with("  with an id that came before: 0\n"));
}

TEST_CASE("--fail-fast stops after the first record that is refused: it and all before it are written",
          "[cli][batch]") {
  const folder files;
  files.write("1.json", line("a"));
  std::string many;
  for (int i = 0; i < 400; ++i) {  // several batches
    many += line("b-" + std::to_string(i));
  }
  files.write("2.ndjson", many + line("c", "1.5") + line("d", "1.5") + many);
  files.write("3.json", line("e", "1.5"));
  const auto stopped = [&](const strings& options) {
    strings arguments{"grade", "--format", "ndjson", "--fail-fast", files.path()};
    arguments.insert(arguments.end(), options.begin(), options.end());
    return run(arguments);
  };
  const run_result once = stopped({});
  CHECK(once.exit_code == 3);
  const strings ids = ids_of(once);
  REQUIRE(ids.size() == 402);
  CHECK(ids[0] == "a");
  CHECK(ids[401] == "c");
  CHECK(once.err.starts_with("read 402: graded 401, refused 1\n"));
  for (const char* jobs : {"1", "2", "3", "8"}) {
    const run_result again = stopped({"-j", jobs});
    CHECK(again.out == once.out);
    CHECK(again.err == once.err);
  }
  CHECK(ids_of(stopped({"--only", "refused"})) == strings{"c"});
  // Of documents too
  CHECK(ids_of(run({"grade", "--format", "ndjson", "--fail-fast", files / "1.json", files / "3.json",
                    files / "1.json"})) == strings{"a", "e"});
  // Without a fault it is as if it were not there.
  CHECK(run({"grade", "--fail-fast", files / "1.json", files / "1.json"}).out ==
        run({"grade", files / "1.json", files / "1.json"}).out);
}

TEST_CASE("an empty list of JSON has no empty line", "[cli][batch]") {
  const folder files;
  const std::string none = files.write("none.ndjson", "");
  const std::string good = files.write("good.json", line("a"));
  CHECK(run({"grade", "--format", "json", none}).out == "[\n]\n");
  CHECK(run({"verify", "--format", "json", none}).out == "[\n]\n");
  CHECK(run({"regrade", "--format", "json", good}).out.starts_with("{\n  \"changes\": [\n],\n  \"read\": 1,"));
}

TEST_CASE("--fail-fast stops after the first input that cannot be read", "[cli][batch]") {
  const folder files;
  const std::string lines = files.write("a.ndjson", line("a") + line("b"));
  const std::string document = files.write("b.json", line("c"));
  for (const char* name : {"none.ndjson", "none.json"}) {
    const std::string none = files / name;
    for (const char* jobs : {"1", "4"}) {
      const auto ids = [&](const strings& paths) {
        strings arguments{"grade", "--format", "ndjson", "--fail-fast", "-j", jobs};
        arguments.insert(arguments.end(), paths.begin(), paths.end());
        const run_result result = run(arguments);
        CHECK(result.exit_code == 4);
        CHECK(result.err.starts_with("tbsc94: cannot read " + none + ": No such file or directory\n"));
        return ids_of(result);
      };
      CHECK(ids({lines, none, lines}) == strings{"a", "b", "-"});
      CHECK(ids({document, none, document}) == strings{"c", "-"});
      CHECK(ids({document, lines, none, none, document}) == strings{"c", "a", "b", "-"});
      CHECK(ids({none, lines}) == strings{"-"});
    }
    // Else all others are graded.
    const run_result others = run({"grade", "--format", "ndjson", lines, none, document, none, lines});
    CHECK(others.exit_code == 4);
    CHECK(ids_of(others) == strings{"a", "b", "-", "c", "-", "a", "b"});
    CHECK(lines_of(others.err).at(1) == "tbsc94: cannot read " + none + ": No such file or directory");
  }
}

TEST_CASE("--fail-fast in a file: what stands before the fault is written", "[cli][batch]") {
  const archive a;
  const std::string out = a.files.write("out", "old");
  CHECK(run({"grade", "--format", "csv", "-q", "--fail-fast", "-o", out, a.path}).exit_code == 3);
  CHECK(lines_of(example::read_file(out)).size() == 4);
}
