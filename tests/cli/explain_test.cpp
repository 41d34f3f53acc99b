// `grade --explain` and `grade --format markdown`: what goes with what, and what several documents give.
// What an explanation says is recomputed by recompute_explanation.py.
#include "catch.hpp"
#include "cli/run.hpp"
#include "reading/example_texts.hpp"

namespace {

using namespace cli_test;

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; at += part.size()) {
    ++count;
  }
  return count;
}

constexpr const char* explained = "\nHow it is worked out: the verdict\n";

}  // namespace

TEST_CASE("--explain stands behind the report, which stays as it is", "[cli][explain]") {
  const std::string sample = data("samples/grade-aaa.json");
  const run_result plain = run({"grade", sample});
  const run_result with = run({"grade", "--explain", sample});
  CHECK(with.exit_code == 0);
  CHECK(with.out.starts_with(plain.out));
  CHECK(count_of(with.out, explained) == 1);
  CHECK(count_of(plain.out, explained) == 0);
  CHECK(with.err.empty());
}

TEST_CASE("explained, several documents have a report each and one summary", "[cli][explain]") {
  const folder files;
  const std::string bad = files.write("bad.json", "{}");
  const run_result result =
      run({"grade", "--explain", data("samples/grade-aaa.json"), bad, data("samples/one-rating.json")});
  CHECK(result.exit_code == 3);
  CHECK(count_of(result.out, explained) == 2);
  CHECK(count_of(result.out, "Verdict: ") == 2);
  CHECK(count_of(result.out, "read 3: graded 2, refused 1") == 1);
}

TEST_CASE("--explain with a format that explains nothing is wrong usage", "[cli][explain]") {
  for (const char* format : {"json", "ndjson", "csv"}) {
    const run_result result = run({"grade", "--explain", "--format", format, data("samples/grade-aaa.json")});
    CHECK(result.exit_code == 2);
    CHECK(result.out.empty());
    CHECK(result.err.find("--explain is for the formats text and markdown") != std::string::npos);
  }
}

TEST_CASE("--format markdown: one document is a report, several a table and the account", "[cli][markdown]") {
  const run_result one = run({"grade", "--format", "markdown", data("samples/grade-aaa.json")});
  CHECK(one.exit_code == 0);
  CHECK(one.out.starts_with("## Verdict: grade AAA is reached\n\n- `"));
  CHECK(one.err.empty());

  const run_result several = run({"grade", "--format", "markdown", data("samples")});
  CHECK(several.exit_code == 3);
  const auto lines = lines_of(several.out);
  REQUIRE(lines.size() > 22);
  for (std::size_t i = 0; i < 22; ++i) {
    CHECK(lines[i].starts_with("| "));
  }
  CHECK(lines[22].empty());
  CHECK(lines[23] == "- read 20: graded 19, refused 1");

  const run_result none = run({"grade", "--format", "markdown", "--only", "refused", data("samples/grade-aaa.json")});
  CHECK(lines_of(none.out).size() > 3);
  CHECK(count_of(none.out, "| ") < 20);

  const run_result explained_too = run({"grade", "--format", "markdown", "--explain", data("samples")});
  CHECK(count_of(explained_too.out, "\n### The derivation\n") == 19);
  CHECK(count_of(explained_too.out, "\n---\n") == 20);
}

TEST_CASE("--format markdown: a refused document gives no report", "[cli][markdown]") {
  const folder files;
  const std::string old = files.write("old.md", "old");
  const run_result result = run({"grade", "--format", "markdown", "-o", old, files.write("bad.json", "{}")});
  CHECK(result.exit_code == 3);
  CHECK(result.err.find("the file is refused") != std::string::npos);
  CHECK(example::read_file(old) == "old");
}
