// Archives and compressed files as inputs.
#include <algorithm>
#include <filesystem>

#include "archive/packing.hpp"
#include "catch.hpp"
#include "cli/run.hpp"
#include "reading/example_texts.hpp"

namespace {

using namespace cli_test;
using example::replaced;
using strings = std::vector<std::string>;

std::string document(const std::string& id = "TB-1") { return replaced(example::assessment_text(), "TB-1", id); }
std::string line(const std::string& id = "TB-1") { return example::on_one_line(document(id)) + "\n"; }

std::string lines(int count) {
  std::string all;
  for (int i = 1; i <= count; ++i) {
    all += line("id-" + std::to_string(i));
  }
  return all;
}

run_result grade(const strings& paths) {
  strings arguments{"grade", "--format", "ndjson"};
  arguments.insert(arguments.end(), paths.begin(), paths.end());
  return run(arguments);
}

bool is_unread(const nlohmann::json& line) {
  return line.contains("errors") && line["errors"][0]["code"] == "unreadable";
}

// "SOURCE ID" of each record, sources from behind the folder's path; "SOURCE unreadable" of what could not be read.
strings records(const run_result& result, const folder& files) {
  strings found;
  for (const auto& each : result.lines()) {
    const std::string source = each["source"];
    REQUIRE(source.starts_with(files.path() + "/"));
    found.push_back(source.substr(files.path().size() + 1) + " " +
                    (is_unread(each)        ? "unreadable"
                     : each["id"].is_null() ? ""
                                            : each["id"].get<std::string>()));
  }
  return found;
}

const pack::members mixed{{"z.json", document("1")},      {"b/lines.ndjson", line("2") + "\n" + line("3")},
                          {"notes.txt", "no assessment"}, {"a.json", "\xEF\xBB\xBF" + document("4")},
                          {"more.jsonl", line("5")},      {"z.json", document("6")}};
const strings mixed_records{"z.json 1", "b/lines.ndjson:1 2", "b/lines.ndjson:3 3",
                            "a.json 4", "more.jsonl:1 5",     "z.json#2 6"};

strings in_archive(const std::string& name, const strings& members) {
  strings result;
  for (const std::string& each : members) {
    result.push_back(name + "/" + each);
  }
  return result;
}

}  // namespace

TEST_CASE("an archive's assessments are graded in its own order, named by archive and member", "[cli][packed]") {
  const folder files;
  const strings names{"a.zip",    "a.tar", "a.tar.gz",  "a.tgz",  "a.tar.zst", "a.tzst",
                      "a.tar.xz", "a.txz", "a.tar.bz2", "a.tbz2", "a.tbz"};
  const auto packed = [](const std::string& name) {
    for (const auto& [ending, compression] :
         {std::pair{"gz", "gzip"}, {"zst", "zstd"}, {"xz", "xz"}, {"bz2", "bzip2"}, {"bz", "bzip2"}}) {
      if (name.ends_with(ending)) {
        return pack::tar(mixed, compression);
      }
    }
    return name == "a.zip" ? pack::zip(mixed) : pack::tar(mixed, name == "a.tzst" ? "zstd" : "none");
  };
  for (const std::string& name : names) {
    const run_result result = grade({files.write(name, packed(name))});
    CHECK(result.exit_code == 0);
    CHECK(records(result, files) == in_archive(name, mixed_records));
  }
}

TEST_CASE("a compressed file is what its name is without the compression", "[cli][packed]") {
  const folder files;
  for (const auto& [ending, compression] :
       {std::pair{".gz", "gzip"}, {".zst", "zstd"}, {".xz", "xz"}, {".bz2", "bzip2"}}) {
    const std::string of_lines = std::string("a.ndjson") + ending;
    const run_result result = grade({files.write(of_lines, pack::compressed(line("1") + line("2"), compression))});
    CHECK(result.exit_code == 0);
    CHECK(records(result, files) == strings{of_lines + ":1 1", of_lines + ":2 2"});
    // One document gives a full report, and the digest is of what is packed.
    const std::string one = files.write(std::string("a.json") + ending, pack::compressed(document(), compression));
    auto report = run({"grade", "--format", "json", one}).json();
    CHECK(report["input"]["source"] == one);
    const std::string plain = files.write("a.json", document());
    CHECK(report["input"]["sha256"] == run({"grade", "--format", "json", plain}).json()["input"]["sha256"]);
    CHECK(lines_of(run({"grade", one}).out).at(0) == "Verdict: grade AAA is reached");
  }
  CHECK(records(grade({files.write("b.jsonl.gz", pack::compressed(line("1") + line("2")))}), files).size() == 2);
}

TEST_CASE("a folder's packed files are graded with the others", "[cli][packed]") {
  const folder files;
  files.write("a.zip", pack::zip({{"m.json", document("1")}}));
  files.write("b.json", document("2"));
  files.write("c/d.tar.gz", pack::tar({{"m.ndjson", line("3")}}, "gzip"));
  files.write("c/e.json.gz", pack::compressed(document("4")));
  files.write("c/f.ndjson.zst", pack::compressed(line("5"), "zstd"));
  files.write("c/notes.txt.gz", pack::compressed("no assessment"));
  files.write("c/.zip", "a name without extension");
  const run_result result = grade({files.path()});
  CHECK(result.exit_code == 0);
  CHECK(records(result, files) ==
        strings{"a.zip/m.json 1", "b.json 2", "c/d.tar.gz/m.ndjson:1 3", "c/e.json.gz 4", "c/f.ndjson.zst:1 5"});
}

TEST_CASE("packed files give the same bytes at any number of jobs", "[cli][packed]") {
  const folder files;
  pack::members all{{"long.ndjson", lines(900)}};
  for (int i = 0; i < 300; ++i) {
    all.push_back({"m" + std::to_string(i) + ".json", i % 7 == 0 ? "{" : document("m" + std::to_string(i))});
  }
  files.write("a.zip", pack::zip(all));
  files.write("b.tar.zst", pack::tar(all, "zstd"));
  files.write("c.ndjson.gz", pack::compressed(lines(900)));
  const std::string cut = pack::tar(all, "gzip");
  files.write("d.tgz", cut.substr(0, cut.size() - 1000));
  for (int i = 0; i < 100; ++i) {
    files.write("e/" + std::to_string(i) + ".json.gz", pack::compressed(document()));
  }
  const run_result one = grade({"-j1", files.path()});
  CHECK(one.exit_code == 4);
  CHECK(one.lines().size() > 2 * 1200 + 900 + 900 + 100);
  for (const char* jobs : {"-j2", "-j5"}) {
    const run_result more = grade({jobs, files.path()});
    CHECK(more.exit_code == 4);
    CHECK(more.out == one.out);
    CHECK(more.err == one.err);
  }
}

TEST_CASE("an archive's broken member is an error of its own, and the rest is graded", "[cli][packed]") {
  const folder files;
  // A refused record is a record; a member that cannot be read is none.
  const std::string bytes = pack::zip({{"a.json", "{"}, {"b.json", document("2")}, {"c.json", document("3")}});
  const std::string path = files.write("a.zip", pack::damaged(bytes, bytes.find("b.json") + 100));
  const run_result result = grade({path});
  CHECK(result.exit_code == 4);
  CHECK(records(result, files) == strings{"a.zip/a.json ", "a.zip/b.json unreadable", "a.zip/c.json 3"});
  CHECK(lines_of(result.err).at(0).starts_with("tbsc94: cannot read " + path + "/b.json: damaged, or packed in"));
  CHECK(lines_of(result.err).at(1) == "read 2: graded 1, refused 1");
  CHECK(lines_of(result.err).at(2) == "could not be read: 1");
  CHECK(lines_of(run({"grade", "--lang", "zh", path}).err)
            .at(1)
            .starts_with("tbsc94：无法读取 " + path + "/b.json：已损坏"));
}

TEST_CASE("--fail-fast stops within an archive, at a refused record or a broken member", "[cli][packed]") {
  const folder files;
  const pack::members all{{"a.json", document("1")}, {"b.json", "{"}, {"c.json", document("3")}};
  const run_result refused = grade({"--fail-fast", files.write("a.zip", pack::zip(all))});
  CHECK(refused.exit_code == 3);
  CHECK(records(refused, files) == strings{"a.zip/a.json 1", "a.zip/b.json "});
  const std::string bytes = pack::zip({all[0], {"b.json", document("2")}, all[2]});
  const run_result broken =
      grade({"--fail-fast", files.write("b.zip", pack::damaged(bytes, bytes.find("b.json") + 100))});
  CHECK(broken.exit_code == 4);
  CHECK(records(broken, files) == strings{"b.zip/a.json 1", "b.zip/b.json unreadable"});
  // A remark is no fault.
  std::filesystem::create_directories(files / "empty/.");
  const run_result good = grade({"--fail-fast", files / "empty", files.write("c.json", document("4"))});
  CHECK(good.exit_code == 0);
  CHECK(records(good, files) == strings{"c.json 4"});
}

TEST_CASE("a compressed file that breaks off gives its whole lines", "[cli][packed]") {
  const folder files;
  const std::string bytes = pack::compressed(lines(50));
  const std::string path = files.write("a.ndjson.gz", bytes.substr(0, bytes.size() - 12));
  const run_result result = grade({path});
  CHECK(result.exit_code == 4);
  strings found = records(result, files);
  REQUIRE(found.size() > 1);
  CHECK(found.back() == "a.ndjson.gz unreadable");
  found.pop_back();
  CHECK(found.size() < 51);
  CHECK(found.back() == "a.ndjson.gz:" + std::to_string(found.size()) + " id-" + std::to_string(found.size()));
  CHECK(lines_of(result.err).at(0) ==
        "tbsc94: cannot read " + path + ": the file is not complete: the compressed data break off");
  // None of them is the beginning of a line.
  CHECK(lines_of(result.err).at(1).ends_with("refused 0"));
}

TEST_CASE("a document that breaks off in its compressed file is no record", "[cli][packed]") {
  const folder files;
  const std::string bytes = pack::compressed(document());
  const run_result result = grade({files.write("a.json.gz", bytes.substr(0, bytes.size() - 1))});
  CHECK(result.exit_code == 4);
  CHECK(records(result, files) == strings{"a.json.gz unreadable"});
}

TEST_CASE("a member past the limit on a document's size is refused, and the next is graded", "[cli][packed]") {
  const folder files;
  const std::size_t limit = std::size_t{4} << 20U;
  const std::string fits = document("1") + std::string(limit - document("1").size(), ' ');
  for (const std::string name : {"a.zip", "a.tar.gz"}) {
    const pack::members all{{"a.json", fits}, {"b.json", fits + " "}, {"c.json", document("3")}};
    const run_result result = grade({files.write(name, name == "a.zip" ? pack::zip(all) : pack::tar(all, "gzip"))});
    CHECK(result.exit_code == 3);
    const auto found = result.lines();
    REQUIRE(found.size() == 3);
    CHECK(found[0]["grade"] == "AAA");
    CHECK(found[1]["errors"][0]["code"] == "too-large");
    CHECK(found[2]["id"] == "3");
  }
}

TEST_CASE("a bomb is refused as unreadable", "[cli][packed]") {
  const folder files;
  std::string blank(std::size_t{300} << 20U, ' ');
  for (std::size_t at = 0; at < blank.size(); at += 1000) {
    blank[at] = '\n';
  }
  const std::string path =
      files.write("a.tar.zst", pack::tar({{"a.json", document("1")}, {"b.ndjson", blank}, {"c.json", "{}"}}, "zstd"));
  const run_result result = grade({path});
  CHECK(result.exit_code == 4);
  CHECK(records(result, files) ==
        strings{"a.tar.zst/a.json 1", "a.tar.zst/b.ndjson unreadable", "a.tar.zst unreadable"});
  CHECK(lines_of(result.err)
            .at(0)
            .starts_with("tbsc94: cannot read " + path + "/b.ndjson: expands to more than 1000 times its size"));
  CHECK(lines_of(result.err).at(1) == "tbsc94: cannot read " + path + ": the members after b.ndjson were not read");
}

TEST_CASE("where no assessment is found, that is said", "[cli][packed]") {
  const folder files;
  std::filesystem::create_directories(files / "empty/.");
  const std::string nothing = files / "empty";
  const std::string said = "tbsc94: " + nothing + ": no assessment files (.json, .ndjson, .jsonl, .xlsx) in it";
  CHECK(grade({nothing}).exit_code == 0);
  CHECK(lines_of(grade({nothing}).err).at(0) == said);
  CHECK(run({"grade", "-q", nothing}).err.empty());
  // Beside others that have some, too.
  CHECK(lines_of(grade({nothing, files.write("a.json", document())}).err).at(0) == said);
  for (const auto& [name, bytes] : {std::pair{"a.zip", pack::zip({})},
                                    {"b.zip", pack::zip({{"notes.txt", "none"}})},
                                    {"c.tar", pack::tar({})},
                                    {"d.tar.gz", pack::tar({{"._a.json", "macOS keeps its own here"}}, "gzip")}}) {
    const std::string path = files.write(name, bytes);
    const run_result result = grade({path});
    CHECK(result.exit_code == 0);
    CHECK(lines_of(result.err).at(0) ==
          "tbsc94: " + path + ": no assessment files (.json, .ndjson, .jsonl, .xlsx) in it");
  }
}

TEST_CASE("what is packed within an archive is passed over, and that is said", "[cli][packed]") {
  const folder files;
  const std::string inner = pack::zip({{"a.json", document("1")}});
  const std::string path = files.write(
      "a.zip", pack::zip({{"b.zip", inner}, {"c.json.gz", pack::compressed(document())}, {"d.json", document("2")}}));
  const run_result result = grade({path});
  CHECK(result.exit_code == 0);
  CHECK(records(result, files) == strings{"a.zip/d.json 2"});
  CHECK(lines_of(result.err).at(0) == "tbsc94: " + path + ": 2 members that are packed themselves were passed over");
}

TEST_CASE("files that are not what their names say are errors", "[cli][packed]") {
  const folder files;
  for (const char* name : {"a.zip", "a.tar", "a.tar.gz", "a.json.gz", "a.ndjson.zst"}) {
    for (const std::string& bytes : {std::string(), document()}) {
      const std::string path = files.write(name, bytes);
      const run_result result = grade({path});
      CHECK(result.exit_code == 4);
      CHECK(records(result, files) == strings{name + std::string(" unreadable")});
      CHECK(result.err.starts_with("tbsc94: cannot read " + path + ": "));
    }
  }
  CHECK(grade({files.path() + "/none.zip"}).exit_code == 4);
}

TEST_CASE("a Chinese member's name is kept, in whatever way and locale", "[cli][packed]") {
  const folder files;
  const std::string utf8 = pack::zip({{"评价/甲.json", document("1")}});
  files.write("a.zip", utf8);
  files.write("b.zip", pack::marked_as_utf8(utf8));
  files.write("c.zip", pack::zip({{"\xC6\xC0\xBC\xDB/\xBC\xD7.json", document("1")}}));  // GBK
  files.write("d.tar", pack::tar({{"评价/甲.json", document("1")}}));
  const strings expected{"a.zip/评价/甲.json 1", "b.zip/评价/甲.json 1", "c.zip/评价/甲.json 1",
                         "d.tar/评价/甲.json 1"};
  for (const char* locale : {"LC_ALL=C", "LC_ALL=zh_CN.GB18030", "LC_ALL=C.UTF-8"}) {
    const run_result result = run({"grade", "--lang", "en", "--format", "ndjson", files.path()}, {"", {locale}, ""});
    CHECK(result.exit_code == 0);
    CHECK(records(result, files) == expected);
  }
}

TEST_CASE("a member's name can do no harm on a terminal", "[cli][packed]") {
  const folder files;
  const std::string path = files.write("a.zip", pack::zip({{"\x1B[2J.json", document()}, {"b.json", document()}}));
  const run_result result = run({"grade", path});
  CHECK(result.out.find('\x1B') == std::string::npos);
  CHECK(lines_of(result.out).at(1).find("/\\u{1B}[2J.json") != std::string::npos);
}

TEST_CASE("compressed standard input is told to be unpacked on the way", "[cli][packed]") {
  for (const std::string& bytes :
       {pack::compressed(line()), pack::compressed(line(), "zstd"), pack::compressed(line(), "xz"),
        pack::compressed(line(), "bzip2"), pack::zip({{"a.json", document()}})}) {
    const run_result result = run({"grade", "--lang", "en", "-"}, {bytes, {}, ""});
    CHECK(result.exit_code == 4);
    CHECK(result.err ==
          "tbsc94: cannot read -: standard input is compressed; unpack it on the way, as in zcat archive.ndjson.gz | "
          "tbsc94 grade -\n");
  }
  // There is no report: an older one stays.
  const folder files;
  const std::string old = files.write("old", "report");
  CHECK(run({"grade", "-o", old, "-"}, {pack::compressed(document()), {}, ""}).exit_code == 4);
  CHECK(example::read_file(old) == "report");
}
