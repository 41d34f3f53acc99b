// Where results go: never into what is read, and whole or not at all by whatever name.
#include <filesystem>

#include "catch.hpp"
#include "cli/run.hpp"
#include "reading/example_texts.hpp"

namespace {

using namespace cli_test;
using example::read_file;
namespace fs = std::filesystem;
using strings = std::vector<std::string>;

const std::string sample = read_file(data("samples/grade-aaa.json"));
const std::string scheme = read_file(data("schemes/cts-tbsc94-2026.json"));

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

// The names in a folder, sorted.
strings names_in(const folder& files) {
  strings names;
  for (const auto& each : fs::directory_iterator(files.path())) {
    names.push_back(each.path().filename().string());
  }
  std::ranges::sort(names);
  return names;
}

strings with(strings words, const strings& more) {
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

// Runs what is wrong usage, and changes nothing.
void check_spared(const folder& files, const std::string& file, const strings& arguments,
                  const surroundings& given = {}) {
  CAPTURE(arguments);
  const std::string before = read_file(file);
  const strings names = names_in(files);
  const run_result result = run(arguments, given);
  CHECK(result.exit_code == 2);
  CHECK(contains(result.err, "is an input, and the output cannot go there"));
  CHECK(result.out.empty());
  CHECK(read_file(file) == before);
  CHECK(names_in(files) == names);
}

}  // namespace

TEST_CASE("no command writes into a file that it reads, by whatever name", "[cli][output]") {
  const folder files;
  const std::string file = files.write("a.json", sample);
  const std::string other = files.write("b.json", scheme);
  const std::string readings = files.write("r.json", R"({"row-grade": {"value": "by-score", "decision": "TC 1"}})");
  fs::create_symlink("a.json", files / "link");
  fs::create_symlink("link", files / "link to link");
  fs::create_hard_link(file, files / "second name");
  for (const char* name : {"a.json", "./a.json", "link", "link to link", "second name"}) {
    for (const char* command : {"grade", "verify", "regrade"}) {
      check_spared(files, file, {command, "-o", files.path() + '/' + name, file});
      check_spared(files, file, {command, "-o", file, other, files.path() + '/' + name});
    }
  }
  check_spared(files, file, {"grade", "--format", "html", "-o", file, file, other});
  check_spared(files, file, {"grade", "--format", "html", "-o", files.path() + "/.", files.path()});
  check_spared(files, file, {"scheme", "diff", "-o", file, other, "--impact", file});
  check_spared(files, other, {"scheme", "diff", "-o", other, "B/0", other});
  check_spared(files, other, {"scheme", "check", "-o", other, other});
  check_spared(files, other, {"scheme", "show", "-o", other, "--scheme", other});
  check_spared(files, other, {"template", "--force", "-o", other, "--scheme", other});
  check_spared(files, other, {"grade", "-o", other, "--scheme", other, file});
  check_spared(files, readings, {"grade", "-o", readings, "--readings", readings, file});
}

TEST_CASE("standard input and output count as the files that they are", "[cli][output]") {
  const folder files;
  const std::string file = files.write("a.json", sample);
  const auto shell = [&](const std::string& line) { return run_command({"sh", "-c", program() + " " + line}); };
  CHECK(shell("grade -o " + file + " - < " + file).exit_code == 2);
  CHECK(shell("grade " + file + " >> " + file).exit_code == 2);
  CHECK(read_file(file) == sample);
  CHECK(shell("grade - < " + file + " > " + files.path() + "/out").exit_code == 0);
}

TEST_CASE("a file that a folder holds is not written over either, unless it is an earlier result", "[cli][output]") {
  const folder files;
  const std::string file = files.write("a.json", sample);
  files.write("sub/b.json", sample);
  fs::create_hard_link(file, files / "sub/hard.json");
  const folder elsewhere;
  const std::string outside = elsewhere.write("outside", sample);
  fs::create_symlink(outside, files / "sub/link.json");
  for (const char* command : {"grade", "verify", "regrade"}) {
    check_spared(files, file, {command, "--format", "ndjson", "-o", file, files.path()});
    check_spared(files, outside, {command, "--format", "ndjson", "-o", outside, files.path()});
  }

  // The second run leaves out what the first one made, and says so.
  fs::remove(files / "sub/link.json");
  for (const strings& command : {strings{"grade", "--format", "ndjson"}, strings{"grade", "--format", "json"},
                                 strings{"regrade", "--format", "json"}, strings{"verify", "--format", "json"}}) {
    CAPTURE(command);
    const std::string target = files / "sub/results.ndjson";
    const strings arguments = with(command, {"-o", target, files.path()});
    CHECK(run(arguments).exit_code == 0);
    const std::string first = read_file(target);
    const run_result second = run(arguments);
    CHECK(second.exit_code == 0);
    CHECK(contains(second.err, target + ": the results go into it"));
    CHECK(read_file(target) == first);
    fs::remove(target);
  }

  // To verify, a result of grade is an input.
  const std::string result = files / "sub/result.json";
  CHECK(run({"grade", "--format", "json", "-o", result, file}).exit_code == 0);
  check_spared(files, result, {"verify", "--format", "json", "-o", result, files.path()});

  // What the shell has made for the output is no input.
  const run_result shell = run_command(
      {"sh", "-c",
       program() + " grade --format ndjson " + files.path() + "/sub > " + files.path() + "/sub/new.ndjson"});
  CHECK(shell.exit_code == 3);  // for result.json
  CHECK(lines_of(read_file(files / "sub/new.ndjson")).size() == 3);
}

TEST_CASE("template does not write over a file that is there, save under --force", "[cli][output][template]") {
  const folder files;
  const std::string target = files.write("a.json", "filled in");
  fs::create_symlink("a.json", files / "link");
  for (const std::string& path : {target, files / "link"}) {
    const run_result refused = run({"template", "-o", path});
    CHECK(refused.exit_code == 2);
    CHECK(contains(refused.err, path + " already exists; --force overwrites it"));
    CHECK(read_file(target) == "filled in");
  }
  CHECK(contains(run({"template", "--lang", "zh", "-o", target}).err, "已存在；如要覆盖，请加 --force"));
  CHECK(run({"template", "--force", "-o", files / "link"}).exit_code == 0);
  CHECK(read_file(target) == run({"template"}).out);
  CHECK(fs::is_symlink(files / "link"));
  CHECK(run({"template", "-o", files / "new.json"}).exit_code == 0);
  CHECK(run({"template", "-o", "/dev/null"}).exit_code == 0);
  CHECK(run({"template", "-o", "/dev/stdout"}).out == run({"template"}).out);
}

TEST_CASE("-o goes where a link leads, whether or not something is there", "[cli][output]") {
  const folder files;
  fs::create_directory(files / "sub");
  fs::create_symlink("sub/new", files / "dangling");
  fs::create_symlink("two", files / "one");
  fs::create_symlink("one", files / "two");
  fs::create_symlink("none/new", files / "nowhere");
  const std::string schema = run({"schema", "result"}).out;
  CHECK(run({"schema", "result", "-o", files / "dangling"}).exit_code == 0);
  CHECK(fs::is_symlink(files / "dangling"));
  CHECK(read_file(files / "sub/new") == schema);
  CHECK(run({"schema", "result", "-o", files / "dangling"}).exit_code == 0);  // now there is something

  const run_result loop = run({"schema", "result", "-o", files / "one"});
  CHECK(loop.exit_code == 4);
  CHECK(loop.err ==
        "tbsc94: cannot write " + (files / "one") + ": Too many levels of symbolic links: they may lead in a circle\n");
  const run_result nowhere = run({"schema", "result", "-o", files / "nowhere"});
  CHECK(nowhere.exit_code == 4);
  CHECK(nowhere.err == "tbsc94: cannot write " + files.path() + "/none/new" + ": No such file or directory\n");
  CHECK(names_in(files) == strings{"dangling", "nowhere", "one", "sub", "two"});

  // A folder of reports likewise
  const std::string file = files.write("a.json", sample);
  fs::create_symlink("reports", files / "to reports");
  const auto write_reports = [&](const std::string& path) {
    return run({"grade", "--format", "html", "-o", path, file, file}).exit_code;
  };
  CHECK(write_reports(files.path() + "/to reports/") == 0);
  CHECK(fs::is_symlink(files / "to reports"));
  CHECK(fs::exists(files / "reports/index.html"));
  CHECK(write_reports(files / "to reports") == 4);  // no longer empty
  CHECK(write_reports(files / "one") == 4);
}

TEST_CASE("a file with several names keeps them all", "[cli][output]") {
  const folder files;
  const std::string schema = run({"schema", "result"}).out;
  const std::string file = files.write("a", "old");
  for (const std::string& old : {std::string("old"), std::string(), std::string(schema.size() * 2, 'x')}) {
    files.write("a", old);
    fs::remove(files / "b");
    fs::create_hard_link(file, files / "b");
    CHECK(run({"schema", "result", "-o", file}).exit_code == 0);
    CHECK(read_file(files / "b") == schema);
    CHECK(fs::hard_link_count(file) == 2);
    CHECK(names_in(files) == strings{"a", "b"});
  }
  // What cannot be written leaves them as they were.
  files.write("a", "old");
  const run_result full =
      run_command({"sh", "-c", "trap '' XFSZ; ulimit -f 1; exec " + program() + " schema result -o " + file});
  CHECK(full.exit_code == 4);
  CHECK(contains(full.err, "tbsc94: cannot write " + file + ": File too large\n"));
  CHECK(read_file(files / "b") == "old");
  CHECK(names_in(files) == strings{"a", "b"});
}

TEST_CASE("where nothing could be read, an old file stays, and that is said", "[cli][output]") {
  const folder files;
  const std::string target = files.write("results", "old");
  for (const char* command : {"grade", "verify", "regrade"}) {
    for (const char* format : {"text", "json", "ndjson"}) {
      CAPTURE(command, format);
      const run_result result = run({command, "--format", format, "-o", target, files / "none.ndjson"});
      CHECK(result.exit_code == 4);
      CHECK(contains(result.err, "nothing could be read, " + target + " is left as it was"));
      CHECK(read_file(target) == "old");
    }
  }
  CHECK(names_in(files) == strings{"results"});
  // Where something was, the new one tells of it.
  CHECK(run({"grade", "--format", "ndjson", "-o", target, files / "none", data("samples/grade-aaa.json")}).exit_code ==
        4);
  CHECK(lines_of(read_file(target)).size() == 2);
}

TEST_CASE("what is kept until all is read goes where TMPDIR says", "[cli][output]") {
  const folder files;
  const strings junit{"verify", "--format", "junit", data("samples/grade-aaa.json")};
  CHECK(run(junit, {"", {"TMPDIR=" + files.path()}, ""}).out == run(junit).out);
  CHECK(names_in(files).empty());
  const run_result none = run(junit, {"", {"TMPDIR=" + (files / "none")}, ""});
  CHECK(none.exit_code == 4);
  CHECK(none.err == "tbsc94: cannot write " + (files / "none") + ": No such file or directory\n");
  CHECK(none.out.empty());
}
