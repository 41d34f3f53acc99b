// What a PATH can be: a file, a folder, standard input.
#include <sys/stat.h>

#include <filesystem>

#include "catch.hpp"
#include "cli/run.hpp"
#include "reading/example_texts.hpp"

namespace {

using namespace cli_test;
using example::replaced;

std::string document(const std::string& id = "TB-1") { return replaced(example::assessment_text(), "TB-1", id); }
std::string line(const std::string& id = "TB-1") { return example::on_one_line(document(id)); }

// A member of each line, "-" where it is null.
std::vector<std::string> values(const run_result& result, const std::string& key) {
  std::vector<std::string> found;
  for (const auto& each : result.lines()) {
    found.push_back(each[key].is_null() ? "-" : each[key]);
  }
  return found;
}
using strings = std::vector<std::string>;

run_result grade_input(const std::string& input) { return run({"grade", "--format", "ndjson", "-"}, {input, {}, ""}); }

}  // namespace

TEST_CASE("standard input with one document gives one report", "[cli][input]") {
  CHECK(values(grade_input(document()), "source") == strings{"-"});
  const run_result report = run({"grade", "-"}, {document(), {}, ""});
  CHECK(report.exit_code == 0);
  CHECK(lines_of(report.out).at(0) == "Verdict: grade AAA is reached");
  CHECK(run({"grade", "--format", "json", "-"}, {document(), {}, ""}).json()["verdict"]["grade"] == "AAA");
  CHECK(run({"grade", "-"}, {"\xEF\xBB\xBF" + document(), {}, ""}).exit_code == 0);
}

TEST_CASE("standard input whose first line is a whole document is NDJSON", "[cli][input]") {
  CHECK(values(grade_input(line("a") + "\n" + line("b") + "\n"), "source") == strings{"-:1", "-:2"});
  CHECK(values(grade_input(line("a") + "\n" + line("b")), "id") == strings{"a", "b"});
  CHECK(values(grade_input("\xEF\xBB\xBF" + line("a") + "\n" + line("b")), "id") == strings{"a", "b"});
  CHECK(values(grade_input("\n \r\n" + line("a") + "\n\n" + line("b")), "source") == strings{"-:3", "-:5"});
  // One document on one line: a full report, its line named.
  CHECK(values(grade_input(line()), "source") == strings{"-:1"});
  CHECK(lines_of(run({"grade", "-"}, {line() + "\n", {}, ""}).out).at(0) == "Verdict: grade AAA is reached");
  CHECK(run({"grade", "--format", "json", "-"}, {line(), {}, ""}).json()["input"]["source"] == "-:1");
}

TEST_CASE("standard input may be large, and lines may cross what is read at once", "[cli][input]") {
  std::string all;
  for (int i = 0; i < 3000; ++i) {  // several megabytes
    all += line("id-" + std::to_string(i)) + "\n";
  }
  const run_result result = grade_input(all);
  CHECK(result.exit_code == 0);
  const auto ids = values(result, "id");
  REQUIRE(ids.size() == 3000);
  CHECK(ids[0] == "id-0");
  CHECK(ids[2999] == "id-2999");
  CHECK(values(result, "source").at(2999) == "-:3000");
}

TEST_CASE("standard input with nothing on it is one malformed document", "[cli][input]") {
  const run_result result = grade_input("");
  CHECK(result.exit_code == 3);
  CHECK(result.lines().at(0)["errors"][0]["code"] == "malformed-json");
}

TEST_CASE("NDJSON: blank lines are skipped and counted, CRLF and a BOM are accepted", "[cli][input]") {
  const folder files;
  const std::string path =
      files.write("a.ndjson", "\xEF\xBB\xBF" + line("a") + "\r\n\r\n \t\n" + line("b") + "\r\n" + line("c"));
  const run_result result = run({"grade", "--format", "ndjson", path});
  CHECK(result.exit_code == 0);
  CHECK(values(result, "id") == strings{"a", "b", "c"});
  CHECK(values(result, "source") == strings{path + ":1", path + ":4", path + ":5"});
  CHECK(result.err ==
        "read 3: graded 3, refused 0\n  by grade: AAA 3\n  whose grade depends on a reading: 0\n"
        "  with conformity assumed: 0\n");
}

TEST_CASE("a bad line of NDJSON takes no other with it", "[cli][input]") {
  const folder files;
  const std::string path = files.write(
      "a.jsonl", line("a") + "\n{\"scheme\": \n" + line("b") + line("c") + "\n[]\n" + line("d") + "\n\xC4\xE3\n");
  const run_result result = run({"grade", "--format", "ndjson", path});
  CHECK(result.exit_code == 3);
  const auto lines = result.lines();
  REQUIRE(lines.size() == 6);
  CHECK(lines[0]["id"] == "a");
  CHECK(lines[1]["errors"][0]["line"] == 2);
  CHECK(lines[1]["errors"][0]["column"] == 12);
  CHECK(lines[2]["errors"][0]["code"] == "malformed-json");  // two documents on a line
  CHECK(lines[3]["errors"][0]["code"] == "wrong-type");
  CHECK(lines[4]["id"] == "d");
  CHECK(lines[5]["errors"][0]["code"] == "not-utf-8");
  // records read = graded + refused
  CHECK(lines_of(result.err).at(0) == "read 6: graded 2, refused 4");
}

TEST_CASE("what cannot be read is said, and the rest is graded", "[cli][input]") {
  const folder files;
  const std::string good = files.write("a.ndjson", line("a") + "\n");
  const run_result missing = run({"grade", "--format", "ndjson", files / "none.ndjson", good});
  CHECK(missing.exit_code == 4);
  CHECK(values(missing, "id") == strings{"-", "a"});
  CHECK(missing.err.find("cannot read " + (files / "none.ndjson") + ": ") != std::string::npos);
  // Standard input that is closed
  const run_result closed = run_command({"sh", "-c", "exec " + program() + " grade - <&-"});
  CHECK(closed.exit_code == 4);
  CHECK(closed.err.find("cannot read -: ") != std::string::npos);
}

TEST_CASE("a folder is searched recursively, in the order of names", "[cli][input]") {
  const folder files;
  files.write("b.json", document("1"));
  files.write("a/z.ndjson", line("2") + "\n" + line("3") + "\n");
  files.write("a/b/c.jsonl", line("4"));
  files.write("a/notes.txt", "no assessment");
  files.write("a/B.json", document("5"));
  files.write("名.json", document("6"));
  std::filesystem::create_directories(files / "empty/.");
  const run_result result = run({"grade", "--format", "ndjson", files.path()});
  CHECK(result.exit_code == 0);
  CHECK(values(result, "id") == strings{"5", "4", "2", "3", "1", "6"});
  CHECK(values(result, "source").at(0) == files.path() + "/a/B.json");
  // Results do not depend on the number of jobs.
  for (const char* jobs : {"1", "2", "7"}) {
    CHECK(run({"grade", "--format", "ndjson", "-j", jobs, files.path()}).out == result.out);
  }
  // Several paths are taken in the order given.
  CHECK(values(run({"grade", "--format", "ndjson", files / "b.json", files / "a/B.json"}), "id") == strings{"1", "5"});
}

TEST_CASE("a folder's files are files, or links to files; what is neither is passed over", "[cli][input]") {
  const folder files;
  const folder elsewhere;
  elsewhere.write("x.json", document("linked"));
  files.write("c.json", document("plain"));
  std::filesystem::create_symlink(elsewhere / "x.json", files / "b.json");
  std::filesystem::create_directory_symlink(elsewhere.path(), files / "d.json");
  // To open a FIFO would wait for somebody who writes to it.
  REQUIRE(::mkfifo((files / "a.json").c_str(), 0600) == 0);
  std::filesystem::create_symlink(files / "a.json", files / "e.json");
  REQUIRE(::mkfifo((files / "notes.txt").c_str(), 0600) == 0);
  for (const char* jobs : {"1", "4"}) {
    const run_result result = run({"grade", "--format", "ndjson", "-j", jobs, files.path()});
    CHECK(result.exit_code == 0);
    CHECK(values(result, "id") == strings{"linked", "plain"});
    CHECK(lines_of(result.err).at(0) == "tbsc94: " + (files / "a.json") + ": no plain file; it was passed over");
    CHECK(lines_of(result.err).at(1) == "tbsc94: " + (files / "e.json") + ": no plain file; it was passed over");
    CHECK(lines_of(result.err).at(2) == "read 2: graded 2, refused 0");
  }
  CHECK(run({"grade", "-q", files.path()}).err.empty());
  // A link that leads nowhere is a file that cannot be read.
  std::filesystem::create_symlink(files / "none", files / "f.json");
  const run_result dangling = run({"grade", "-q", "--format", "ndjson", files.path()});
  CHECK(dangling.exit_code == 4);
  CHECK(values(dangling, "id") == strings{"linked", "plain", "-"});
  CHECK(dangling.err.find("cannot read " + (files / "f.json") + ": No such file or directory") != std::string::npos);
}

TEST_CASE("several assessments in text: headings, a line each, and a summary", "[cli][input]") {
  const folder files;
  files.write("a.json", document());
  files.write("b.json", replaced(document(), R"("TB-1")", "1"));
  const run_result result = run({"grade", files.path()});
  CHECK(result.exit_code == 3);
  const auto lines = lines_of(result.out);
  REQUIRE(lines.size() >= 4);
  CHECK(lines[0] == "grade        score total level  why none      source  id  organization");
  CHECK(lines[1] ==
        "AAA          85.00    87     3                " + files.path() + "/a.json  TB-1  江西示例有限公司");
  CHECK(lines[2] == "refused                                       " + files.path() + "/b.json  [wrong-type]");
  CHECK(lines[3] == "read 2: graded 1, refused 1");
  CHECK(result.err.find(files.path() + "/b.json:4:9: error: id: ") == 0);

  const folder none;
  none.write("a.json", replaced(document(), R"("conforming")", R"("nonconforming")"));
  none.write("b.json", document());
  CHECK(run({"grade", none.path()}).out.find("\n  by grade: AAA 1  none 1\n") != std::string::npos);
}

TEST_CASE("--format json is one object for one report, else an array", "[cli][input]") {
  const folder files;
  const std::string path = files.write("a.json", document());
  CHECK(run({"grade", "--format", "json", path}).json().is_object());
  CHECK(run({"grade", "--format", "json", path, path}).json().size() == 2);
  CHECK(run({"grade", "--format", "json", files.path()}).json().is_array());
  const std::string lines = files.write("b.ndjson", line("a") + "\n" + line("b"));
  CHECK(run({"grade", "--format", "json", lines}).json().size() == 2);
  const folder nothing;
  CHECK(run({"grade", "--format", "json", nothing.path()}).json() == nlohmann::json::array());
  // The digest is of the record's own bytes: a line without its end.
  const std::string one = run({"grade", "--format", "json", lines}).json()[1]["input"]["sha256"];
  const std::string alone = files.write("c.json", line("b"));
  CHECK(run({"grade", "--format", "json", alone}).json()["input"]["sha256"] == one);
}

TEST_CASE("what a file does not name is an empty place, and nothing depends on the machine", "[cli][input]") {
  const folder files;
  const std::string path = files.write("a.json", document());
  const std::string here = run({"grade", "--format", "json", path}).out;
  CHECK(run({"grade", "--format", "json", path}, {"", {"LC_ALL=de_DE.UTF-8", "TZ=Asia/Tokyo"}, ""}).out == here);
}

TEST_CASE("a file name that is no UTF-8 becomes UTF-8 in results", "[cli][input]") {
  const folder files;
  files.write("\xC4\xE3.json", document());
  const run_result result = run({"grade", "--format", "ndjson", files.path()});
  CHECK(result.exit_code == 0);
  CHECK(values(result, "source") == strings{files.path() + "/\uFFFD\uFFFD.json"});
}
