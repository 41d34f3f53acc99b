// What could not be read: an entry of its own in every format, in its place in the order, and counted apart.
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

std::string recorded() {
  return replaced(example::assessment_text(), R"("date")", R"("recorded": {"grade": "AAA"}, "date")");
}
std::string one_line(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  return text + '\n';
}

// A document, a file that is not there, an archive whose second member is damaged, a compressed file whose
// checksum is wrong behind its two lines, a document.
struct broken_inputs {
  folder files;
  std::string good = files.write("good.json", recorded());
  std::string none = files / "none.json";
  std::string zip = files.write("dam.zip", damaged_zip());
  std::string crc = files.write("crc.ndjson.gz", wrong_checksum());
  strings paths{good, none, zip, crc, good};
  strings sources{good, none, zip + "/a.json", zip + "/b.json", zip + "/c.json", crc + ":1", crc + ":2", crc, good};
  strings unread{none, zip + "/b.json", crc};

  static std::string damaged_zip() {
    const std::string bytes =
        pack::zip({{"a.json", recorded()}, {"b.json", pack::noise(1000)}, {"c.json", recorded()}});
    return pack::damaged(bytes, bytes.find("b.json") + 300);
  }
  static std::string wrong_checksum() {
    const std::string bytes = pack::compressed(one_line(recorded()) + one_line(recorded()));
    return pack::damaged(bytes, bytes.size() - 8);
  }
  [[nodiscard]] run_result run_on_all(strings arguments) const {
    arguments.insert(arguments.end(), paths.begin(), paths.end());
    run_result result = run(arguments);
    CHECK(result.exit_code == 4);
    return result;
  }
};

bool is_unread(const json& entry) {
  return entry.contains("errors") && entry["errors"].size() == 1 && entry["errors"][0]["code"] == "unreadable";
}

}  // namespace

TEST_CASE("unreadable: ndjson has a line in its place, for every command and any number of jobs", "[cli][unread]") {
  const broken_inputs f;
  for (const char* command : {"grade", "verify", "regrade"}) {
    for (const char* jobs : {"1", "3"}) {
      const auto lines = f.run_on_all({command, "-q", "--format", "ndjson", "-j", jobs}).lines();
      REQUIRE(lines.size() == f.sources.size());
      for (std::size_t i = 0; i < lines.size(); ++i) {
        CHECK(lines[i]["source"] == f.sources[i]);
        CHECK(is_unread(lines[i]) == (std::ranges::count(f.unread, f.sources[i]) > 0));
      }
      CHECK(lines[1]["id"].is_null());
      CHECK(lines[1]["errors"][0] == json({{"code", "unreadable"},
                                           {"where", ""},
                                           {"line", 1},
                                           {"column", 1},
                                           {"clause", nullptr},
                                           {"message", "cannot be read: No such file or directory"}}));
    }
  }
}

TEST_CASE("unreadable: json has an element, and of a single file the object", "[cli][unread]") {
  const broken_inputs f;
  for (const char* command : {"grade", "verify"}) {
    const bool is_report = std::string(command) == "grade";
    const auto source_of = [&](const json& each) { return is_report ? each["input"]["source"] : each["source"]; };
    const json all = f.run_on_all({command, "-q", "--format", "json"}).json();
    REQUIRE(all.size() == f.sources.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
      CHECK(source_of(all[i]) == f.sources[i]);
      CHECK(is_unread(all[i]) == (std::ranges::count(f.unread, f.sources[i]) > 0));
    }
    const run_result one = run({command, "-q", "--format", "json", f.none});
    CHECK(one.exit_code == 4);
    CHECK(is_unread(one.json()));
    CHECK(source_of(one.json()) == f.none);
  }
  const json regraded = f.run_on_all({"regrade", "-q", "--format", "json"}).json();
  strings found;
  for (const json& each : regraded["changes"]) {
    CHECK(is_unread(each));
    found.push_back(each["source"]);
  }
  CHECK(found == f.unread);
  CHECK(regraded["unreadable"] == 3);
  CHECK(regraded["read"] == 6);
}

TEST_CASE("unreadable: a row of csv", "[cli][unread]") {
  const broken_inputs f;
  for (const auto& [command, after] : {std::pair{"grade", ","}, {"regrade", ",,,,,"}}) {
    const strings lines = lines_of(f.run_on_all({command, "-q", "--format", "csv"}).out);
    REQUIRE(lines.size() == f.sources.size() + 1);
    CHECK(lines[2] == f.none + std::string(15, ',') + ",unreadable" + after + "\r");
    CHECK(lines[8] == f.crc + std::string(15, ',') + ",unreadable" + after + "\r");
  }
}

TEST_CASE("unreadable: a line of text and a row of Markdown, and the account", "[cli][unread]") {
  const broken_inputs f;
  const std::string text = f.run_on_all({"grade"}).out;
  const strings lines = lines_of(text);
  REQUIRE(lines.size() > 11);
  const std::string unread = "unread                                        ";
  CHECK(lines[2] == unread + f.none + "  [unreadable]");
  CHECK(lines[4] == unread + f.zip + "/b.json  [unreadable]");
  CHECK(lines[8] == unread + f.crc + "  [unreadable]");
  CHECK(lines[10] == "read 6: graded 6, refused 0");
  CHECK(lines[11] == "could not be read: 3");
  CHECK(contains(f.run_on_all({"grade", "--lang", "zh"}).out, "\n另有 3 个输入无法读取\n"));
  for (const char* command : {"verify", "regrade"}) {
    const std::string out = f.run_on_all({command}).out;
    const strings rows = lines_of(out);
    CHECK((rows[1].starts_with("unread ") && rows[1].ends_with(" " + f.none + "  [unreadable]")));
    CHECK((rows[2].starts_with("unread ") && rows[2].ends_with(" " + f.zip + "/b.json  [unreadable]")));
    CHECK(contains(out, "\nread 6: graded 6, refused 0\ncould not be read: 3\n"));
  }
  const std::string markdown = f.run_on_all({"grade", "--format", "markdown"}).out;
  CHECK(contains(markdown, "| unread: unreadable | `" + f.none + "` |"));
  CHECK(contains(markdown, "\n- could not be read: 3\n"));
  CHECK(contains(f.run_on_all({"grade", "--format", "markdown", "--explain"}).out,
                 "`" + f.none + "`: unread: unreadable\n"));
  // what is said on standard error stays
  CHECK(contains(f.run_on_all({"grade", "-q"}).err, "cannot read " + f.none + ": No such file or directory\n"));
}

TEST_CASE("unreadable: the index of html lists it, counted apart", "[cli][unread]") {
  const broken_inputs f;
  const std::string pages = f.files / "pages";
  CHECK(f.run_on_all({"grade", "-q", "--format", "html", "-o", pages}).exit_code == 4);
  const std::string index = example::read_file(pages + "/index.html");
  CHECK(contains(index, "data-count=\"read\">6<"));
  CHECK(contains(index, "data-count=\"unread\">3<"));
  CHECK(contains(index, "<h2>Could not be read</h2>"));
  CHECK_FALSE(contains(index, "<h2>Refused records</h2>"));
  CHECK(contains(index, ">" + f.none + "</th>"));
  CHECK(contains(index, "<li>1:1: error: cannot be read: No such file or directory [unreadable]</li>"));
}

TEST_CASE("unreadable: a scheme's impact names it, too", "[cli][unread]") {
  const broken_inputs f;
  const std::string scheme =
      f.files.write("scheme.json", replaced(example::read_file(data("schemes/cts-tbsc94-2026.json")), "B/0", "C/0"));
  const auto of = [&](const char* format) {
    return f.run_on_all({"scheme", "diff", scheme, "--format", format, "--impact"}).out;
  };
  CHECK(contains(of("text"), f.none + "  [unreadable]\n"));
  CHECK(contains(of("markdown"), "- unread: `" + f.none + "`\n"));
  const json impact = json::parse(of("json"))["impact"];
  CHECK(is_unread(impact["changes"][0]));
  CHECK(impact["unreadable"] == 3);
}

TEST_CASE("unreadable: --only leaves it in", "[cli][unread]") {
  const broken_inputs f;
  CHECK(f.run_on_all({"grade", "-q", "--format", "ndjson", "--only", "AAAAA"}).lines().size() == 3);
}

TEST_CASE("unreadable: where nothing could be read, what stands at -o stays", "[cli][unread]") {
  const broken_inputs f;
  for (const char* format : {"text", "ndjson", "json", "csv", "markdown"}) {
    const std::string old = f.files.write("old", "old");
    const run_result result = run({"grade", "--format", format, "-o", old, f.none, f.none});
    CHECK(result.exit_code == 4);
    CHECK(example::read_file(old) == "old");
    CHECK(contains(result.err, "could not be read: 2\n"));
    CHECK(run({"grade", "--format", format, "-o", old, f.none, f.good}).exit_code == 4);
    CHECK(example::read_file(old) != "old");
  }
  // Where nothing stands, there is no old result to be kept: what failed is written.
  const std::string fresh = f.files / "fresh.xml";
  CHECK(run({"verify", "--format", "junit", "-o", fresh, f.none}).exit_code == 4);
  CHECK(contains(example::read_file(fresh), "<error type=\"unreadable\""));
}
