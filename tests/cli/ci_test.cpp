// What CI systems are told: that a run failed, stopped or found nothing, and no word of a file as a command.
#include <algorithm>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "archive/packing.hpp"
#include "catch.hpp"
#include "cli/run.hpp"
#include "reading/example_texts.hpp"

namespace {

using namespace cli_test;
using example::replaced;
using nlohmann::json;
using strings = std::vector<std::string>;

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::string one_line(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  return text + '\n';
}
std::string with_recorded(const std::string& grade) {
  return replaced(example::assessment_text(), R"("date")", R"("recorded": {"grade": ")" + grade + R"("}, "date")");
}
std::string with_id(const std::string& id) { return replaced(with_recorded("AAAA"), "TB-1", id); }

// JUnit that others read: valid, and its counts are those of its elements.
void check_junit(const std::string& xml) {
  const run_result lint = run_command({"xmllint", "--noout", "--relaxng", TBSC94_TESTS "/results/junit.rng", xml});
  CAPTURE(lint.err);
  CHECK(lint.exit_code == 0);
  for (const char* counts : {"@tests=count(//testcase)", "@errors=count(//error)", "@failures=count(//failure)"}) {
    CHECK(run_command({"xmllint", "--xpath", std::string("/testsuites/") + counts, xml}).out.starts_with("true"));
  }
}
std::string in_junit(const std::string& xml, const std::string& path) {
  return run_command({"xmllint", "--xpath", path, xml}).out;
}

struct proof {
  bool passed = false;
  std::string said;
};
proof prove(const std::string& tap) {
  const run_result result = run_command({"prove", "-e", "cat", tap});
  return {result.exit_code == 0, result.out + result.err};
}

// Two records, the second of which differs, and what cannot be read: a member and a compressed file.
struct broken_archive {
  folder files;
  std::string path = files.write("dam.zip", damaged());

  static std::string damaged() {
    const std::string bytes =
        pack::zip({{"a.json", with_recorded("AAA")}, {"b.json", pack::noise(1000)}, {"c.json", with_recorded("AAAA")}});
    return pack::damaged(bytes, bytes.find("b.json") + 300);
  }
};

}  // namespace

TEST_CASE("junit, tap, github: what cannot be read is a case of its own that fails", "[cli][ci]") {
  const broken_archive f;
  const std::string xml = f.files / "report.xml";
  CHECK(run({"verify", "-q", "--format", "junit", "-o", xml, f.path}).exit_code == 4);
  check_junit(xml);
  CHECK(in_junit(xml, "string(//testcase[2]/@name)") == f.path + "/b.json\n");
  CHECK(in_junit(xml, "string(//testcase[2]/error/@type)") == "unreadable\n");
  CHECK(in_junit(xml, "string(/testsuites/@tests)") == "3\n");

  const std::string tap = f.files / "stream.tap";
  CHECK(run({"verify", "-q", "--format", "tap", "-o", tap, f.path}).exit_code == 4);
  const proof found = prove(tap);
  CHECK_FALSE(found.passed);
  CHECK(contains(found.said, "Failed tests:  2-3\n"));
  CHECK(contains(example::read_file(tap), "\nnot ok - " + f.path + "/b.json\n"));

  // The annotation names what GitHub knows: the archive.
  const strings lines = lines_of(run({"verify", "-q", "--format", "github", f.path}).out);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].starts_with("::error file=" + f.path + ",title=unreadable::" + f.path + "/b.json: cannot be read: "));
  CHECK(lines[1].starts_with("::error file=" + f.path + ",title=TB-1::" + f.path + "/c.json:"));
  CHECK(contains(lines[1], ": grade: recorded AAAA"));
}

TEST_CASE("nothing but what cannot be read is not green either", "[cli][ci]") {
  const folder files;
  const std::string none = files / "none.json";
  CHECK(run({"verify", "--format", "tap", none}).out.starts_with("TAP version 13\nnot ok - " + none + "\n"));
  CHECK(run({"verify", "-q", "--format", "github", none}).out ==
        "::error file=" + none + ",title=unreadable::cannot be read: No such file or directory\n");
}

TEST_CASE("a run that was to check something and found no record ends in 1, and says so", "[cli][ci]") {
  const folder files;
  const std::string empty = files.write("empty.ndjson", "\n\n");
  const std::string bare = std::filesystem::path(files / "bare/x").parent_path();
  const std::string said = "tbsc94: no record was found: there is nothing to check\n";
  for (const std::string& path : {empty, bare}) {
    for (const char* format : {"text", "json", "ndjson", "junit", "tap", "github"}) {
      const run_result result = run({"verify", "-q", "--format", format, path});
      CHECK(result.exit_code == 1);
      CHECK(result.err == said);
    }
    CHECK(run({"grade", "-q", "--require", "AAA", path}).exit_code == 1);
    CHECK(run({"grade", "-q", "--require", "AAA", path}).err == said);
    CHECK(run({"regrade", "-q", "--fail-on-change", path}).exit_code == 1);
    CHECK(run({"regrade", "-q", "--fail-on-change", path}).err == said);
    // asked for nothing, nothing fails
    CHECK(run({"grade", "-q", path}).exit_code == 0);
    CHECK(run({"regrade", "-q", path}).exit_code == 0);
  }
  const std::string xml = files / "report.xml";
  CHECK(run({"verify", "--format", "junit", "-o", xml, empty}).exit_code == 1);
  check_junit(xml);
  CHECK(in_junit(xml, "string(//failure/@type)") == "nothing-found\n");
  const std::string tap = files / "stream.tap";
  CHECK(run({"verify", "--format", "tap", "-o", tap, empty}).exit_code == 1);
  CHECK(example::read_file(tap) == "TAP version 13\nBail out! no record was found: there is nothing to check\n");
  CHECK_FALSE(prove(tap).passed);
  CHECK(run({"verify", "--format", "github", empty}).out ==
        "::error title=tbsc94 verify::no record was found: there is nothing to check\n");
}

TEST_CASE("--fail-fast: a run that stops early says so", "[cli][ci]") {
  const folder files;
  const std::string path =
      files.write("a.ndjson", one_line(with_recorded("AAA")) + one_line("{}") + one_line(with_recorded("AAA")));
  const std::string xml = files / "report.xml";
  const auto verify = [&](const char* format) {
    const run_result result = run({"verify", "-q", "--fail-fast", "--format", format, "-o", xml, path});
    CHECK(result.exit_code == 3);
    return example::read_file(xml);
  };
  verify("junit");
  check_junit(xml);
  CHECK(in_junit(xml, "string(//testcase[3]/error/@type)") == "stopped-early\n");
  CHECK(in_junit(xml, "count(//testcase)") == "3\n");
  CHECK(
      contains(verify("tap"), "\nBail out! stopped at the first fault (--fail-fast): what follows was not checked\n"));
  const proof bailed_out = prove(xml);
  CHECK_FALSE(bailed_out.passed);
  CHECK(contains(bailed_out.said, "Further testing stopped"));
  CHECK(verify("github").starts_with("::error title=tbsc94 verify::stopped at the first fault"));
  // What does not stop does not say so.
  const std::string good = files.write("good.json", with_recorded("AAA"));
  CHECK(run({"verify", "-q", "--fail-fast", "--format", "github", good}).out.empty());
  CHECK(contains(run({"verify", "-q", "--fail-fast", "--format", "tap", good}).out, "\n1..1\n"));
}

TEST_CASE("github: more than ten annotations have one before them that sums up", "[cli][ci]") {
  const folder files;
  const auto annotations = [&](std::size_t count) {
    std::string text = one_line(with_recorded("AAA"));
    for (std::size_t i = 0; i < count; ++i) {
      text += one_line(with_recorded("AAAA"));
    }
    return lines_of(run({"verify", "-q", "--format", "github", files.write("a.ndjson", text)}).out);
  };
  CHECK(annotations(10).size() == 10);
  CHECK(contains(annotations(10)[0], "file="));
  const strings eleven = annotations(11);
  REQUIRE(eleven.size() == 12);
  CHECK(
      eleven[0] ==
      "::error title=tbsc94 verify::11 annotations, of which GitHub shows the first ten, and its log all: of 12 tests "
      "11 fail and 0 are refused or could not be read");
}

TEST_CASE("github: annotations name files from the workspace on, and none for standard input", "[cli][ci]") {
  const folder files;
  files.write("audits/a.json", with_recorded("AAAA"));
  const auto in_folder = [&](const std::string& path, const strings& environment) {
    const std::string command = "cd " + files.path() + " && " + program() + " verify -q --format github " + path;
    const std::string out = run_command({"sh", "-c", command}, {with_recorded("AAAA"), environment, ""}).out;
    return out.substr(0, out.find(",title"));
  };
  const std::string workspace = "GITHUB_WORKSPACE=" + files.path();
  CHECK(in_folder("./audits", {}).starts_with("::error file=audits/a.json,line="));
  CHECK(in_folder("audits/../audits/a.json", {}).starts_with("::error file=audits/a.json,line="));
  CHECK(in_folder(files.path() + "/audits", {}).starts_with("::error file=" + files.path() + "/audits/a.json,"));
  for (const std::string& path : {std::string("./audits"), std::string("audits/a.json"), files.path() + "/audits"}) {
    CHECK(in_folder(path, {workspace}).starts_with("::error file=audits/a.json,line="));
    CHECK(in_folder(path, {workspace + "/audits"}).starts_with("::error file=a.json,line="));
  }
  // what lies elsewhere is named as it is
  CHECK(in_folder(files.path() + "/audits", {workspace + "/other"}).starts_with("::error file=" + files.path()));
  CHECK(in_folder("-", {workspace}).starts_with("::error title=TB-1::-:"));
}

TEST_CASE("tap: details are cut where prove could not read them", "[cli][ci]") {
  const folder files;
  const std::string quotes(std::size_t{40} << 10U, '"');
  std::string escaped;
  for (std::size_t i = 0; i < quotes.size(); ++i) {
    escaped += "\\\"";
  }
  std::string unknown;
  for (int i = 0; i < 2000; ++i) {
    unknown += "\"unknown" + std::to_string(i) + "\": \"例\",";
  }
  for (const std::string& text : {with_id(escaped), replaced(with_recorded("AAA"), R"("date")", unknown + R"("date")"),
                                  with_id(R"(\u0001\u001b)")}) {
    const std::string path = files.write("a.json", text);
    const std::string tap = files / "stream.tap";
    CHECK(run({"verify", "-q", "--format", "tap", "-o", tap, path}).exit_code != 0);
    for (const std::string& line : lines_of(example::read_file(tap))) {
      CHECK(line.size() <= (std::size_t{16} << 10U) + 100);
    }
    const proof found = prove(tap);
    CHECK_FALSE(found.passed);
    CHECK(contains(found.said, "Failed test:  1\n"));
  }
}

TEST_CASE("no word of a file is a command to a CI runner", "[cli][ci]") {
  const folder files;
  const std::string evil = "##[error]x ##vso[task.complete] ###[x] ##VSO[x]";
  const strings github{"GITHUB_ACTIONS=true"};
  const std::string command = "cd " + files.path() + " && " + program() + " ";
  files.write("::error::x.json", with_id(evil));
  files.write("##[group]y.json", replaced(with_id(evil), "0.85", "\"::warning::z\""));
  files.write("::stop-commands::t.ndjson", one_line(with_id(evil)) + "{}\n");
  const auto check_harmless = [](const std::string& text) {
    for (const char* part : {"##[", "##vso[", "##VSO["}) {
      CHECK_FALSE(contains(text, part));
    }
    std::string line;
    for (const char c : text + "\n") {
      if (c == '\n' || c == '\r') {
        CHECK_FALSE(line.starts_with("::"));
        line.clear();
      } else if (!line.empty() || c != ' ') {
        line += c;
      }
    }
  };
  strings commands;
  for (const char* format : {"text", "ndjson", "json", "csv", "markdown"}) {
    commands.push_back(std::string("grade --format ") + format + " .");
    commands.push_back(std::string("grade --format ") + format + " ./*");
    commands.push_back(std::string("grade --format ") + format + " ::*");
  }
  for (const char* format : {"text", "ndjson", "json", "junit", "tap"}) {
    commands.push_back(std::string("verify --format ") + format + " ::*");
  }
  for (const char* format : {"text", "ndjson", "json", "csv"}) {
    commands.push_back(std::string("regrade --format ") + format + " ::*");
  }
  commands.insert(commands.end(), {"grade --explain ::error*", "'::error::command'", "grade '##[x' --'##[y'",
                                   "grade --reading '##vso[x]' .", "grade ::none"});
  for (const std::string& each : commands) {
    CAPTURE(each);
    const run_result result = run_command({"sh", "-c", command + each}, {"", github, ""});
    check_harmless(result.out);
    check_harmless(result.err);
    CHECK(result.exit_code != -1);
  }
  // To a script JSON says the same as elsewhere, and a file is as it is.
  const auto line = [&](const strings& environment) {
    return run({"grade", "-q", "--format", "ndjson", files.path() + "/::error::x.json"}, {"", environment, ""}).lines();
  };
  CHECK(line(github) == line({}));
  CHECK(line(github).at(0)["id"] == evil);
  const std::string kept = files / "kept/kept.ndjson";
  CHECK(run({"grade", "-q", "--format", "ndjson", "-o", kept, files.path() + "/::error::x.json"}, {"", github, ""})
            .exit_code == 0);
  CHECK(contains(example::read_file(kept), evil));
  // Azure's runner, too
  CHECK_FALSE(contains(run({"grade", files.path()}, {"", {"TF_BUILD=True"}, ""}).out, "##vso["));
  // GitHub's own format speaks to it, and only in its own words.
  for (const std::string& each :
       lines_of(run({"verify", "-q", "--format", "github", files.path()}, {"", github, ""}).out)) {
    CHECK(each.starts_with("::error "));
  }
}
