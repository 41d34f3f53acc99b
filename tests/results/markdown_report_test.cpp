// A result for a ticket: what the file says is text in it, and never markup.
#include "results/markdown_report.hpp"

#include <filesystem>
#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "results/graded.hpp"
#include "text/terminal_text.hpp"

namespace {

using namespace tbsc94;
using document = nlohmann::json;

// A Markdown text's code spans, and what stands outside of them, "·" in the place of each. A span ends at
// the next run of as many backticks as begin it (CommonMark, 6.1).
struct parsed {
  std::string outside;
  std::vector<std::string> spans;

  explicit parsed(const std::string& text) {
    for (std::size_t at = 0; at < text.size();) {
      if (text[at] != '`') {
        outside += text[at++];
        continue;
      }
      const std::size_t run = run_at(text, at);
      std::size_t end = at + run;
      while (end < text.size() && (text[end] != '`' || run_at(text, end) != run)) {
        end += text[end] == '`' ? run_at(text, end) : 1;
      }
      REQUIRE(end < text.size());
      std::string inside = text.substr(at + run, end - at - run);
      REQUIRE(inside.find('\n') == std::string::npos);
      if (inside.size() > 2 && inside.front() == ' ' && inside.back() == ' ' &&
          inside.find_first_not_of(' ') != std::string::npos) {
        inside = inside.substr(1, inside.size() - 2);
      }
      spans.push_back(inside);
      outside += "·";
      at = end + run;
    }
  }

 private:
  static std::size_t run_at(const std::string& text, std::size_t at) {
    return std::min(text.find_first_not_of('`', at), text.size()) - at;
  }
};

document naming(const std::string& name) {
  document text = document::parse(example::assessment_text());
  text["organization"] = text["id"] = name;
  text["service"]["ratings"][0]["assessor"] = name;
  text["service"]["remarks"] = {{"1.1", name}};
  text["management"]["remarks"] = {{"7.2", name}};
  return text;
}

std::string report_of(const std::string& text, bool explained = false, const readings_in_use& readings = {}) {
  return markdown_report({example::outcome_of(text, readings), readings}, language::en, explained);
}

const std::vector<std::string> hostile{"<script>alert(1)</script>",
                                       "\"><img src=x onerror=alert(1)>",
                                       "a|b",
                                       "a\\|b\\",
                                       "@everyone #1 https://example.org www.example.org a@b.org",
                                       "`",
                                       "``x```y`",
                                       "`x`",
                                       " ` ",
                                       "[x](javascript:alert(1)) ![y](z) [z]: http://example.org",
                                       "# x\n\n- y\n\n<div>\n```\n| a | b |\n",
                                       "</code></pre><b>",
                                       "&lt;b&gt; &#64;x",
                                       "**x** __y__ ~~z~~ :smile: $x$",
                                       "\x1b[31m\u202E",
                                       "  x  "};  // of blanks alone it would name no assessor

}  // namespace

TEST_CASE("what an assessment says is text, whatever it is", "[markdown_report]") {
  const parsed plain(report_of(naming("x").dump()));
  CHECK(plain.spans.size() == 6);  // the date among them
  const parsed plain_row(markdown_row(example::outcome_of(naming("x").dump()), {}, language::en));
  for (const std::string& name : hostile) {
    CAPTURE(name);
    const parsed report(report_of(naming(name).dump()));
    CHECK(report.outside == plain.outside);
    REQUIRE(report.spans.size() == 6);
    for (const std::size_t span : {0U, 1U, 3U, 4U, 5U}) {
      CHECK(report.spans[span] == harmless(name));
    }
    // In a table's cell every bar has a backslash before it; that is no part of the text.
    parsed row(markdown_row(example::outcome_of(naming(name).dump()), {}, language::en));
    CHECK(row.outside == plain_row.outside);
    REQUIRE(row.spans.size() == 3);
    std::string shown;
    for (std::size_t i = 0; i < row.spans[1].size(); ++i) {
      shown += row.spans[1].compare(i, 2, "\\|") == 0 ? "" : row.spans[1].substr(i, 1);
      CHECK((row.spans[1][i] != '|' || (i > 0 && row.spans[1][i - 1] == '\\')));
    }
    CHECK(shown == harmless(name));
  }
}

TEST_CASE("an empty text leaves nothing behind", "[markdown_report]") {
  CHECK(markdown_code("").empty());
  CHECK(markdown_code("x") == "`x`");
  CHECK(markdown_code("`") == "`` ` ``");
  CHECK(markdown_code("a|b", true) == "`a\\|b`");
  CHECK(markdown_code("a|b") == "`a|b`");
}

TEST_CASE("every table has as many cells in each row", "[markdown_report]") {
  for (const std::size_t count : {1U, 3U, 24U, 25U, 200U}) {
    document text = document::parse(example::assessment_text());
    const document one = text["service"]["ratings"][0];
    for (std::size_t r = 1; r < count; ++r) {
      text["service"]["ratings"].push_back(one);
      text["service"]["ratings"][r]["assessor"] = "A" + std::to_string(r);
    }
    std::istringstream lines(report_of(text.dump()));
    std::ptrdiff_t bars = 0;
    std::size_t tables = 0;
    for (std::string line; std::getline(lines, line);) {
      const std::ptrdiff_t here = std::count(line.begin(), line.end(), '|');
      tables += bars == 0 && here > 0 ? 1U : 0U;
      CHECK((here == 0 || bars == 0 || here == bars));
      CHECK(here <= 30);
      bars = here;
    }
    CHECK(tables == 4);
  }
}

TEST_CASE("all that the text report says of a sample stands in its Markdown", "[markdown_report]") {
  for (const auto& entry : std::filesystem::directory_iterator(TBSC94_DATA "/samples")) {
    CAPTURE(entry.path().filename().string());
    const readings_in_use readings =
        entry.path().filename() == "not-applicable.json" ? example::with_other({"not-applicable"}) : readings_in_use{};
    const std::string text = example::read_file(entry.path().string());
    const outcome outcome = example::outcome_of(text, readings);
    const std::string report = markdown_report({outcome, readings}, language::en, false);
    const grading& grading = *outcome.grading;
    CHECK(report.find(grading.grade ? "grade " + std::string(grade_name(outcome.scheme_used(), grading.grade))
                                    : "no grade is reached") != std::string::npos);
    CHECK(report.find("service score " + grading.shown.to_string()) != std::string::npos);
    CHECK(report.find("management total " + grading.total->to_string()) != std::string::npos);
    CHECK(report.find("- shared-boundary = ") != std::string::npos);
    CHECK(report.find("The derivation") == std::string::npos);
  }
}

TEST_CASE("beside a limit, the total has its mark; parts that do not add up are explained", "[markdown_report]") {
  document text = document::parse(example::assessment_text());
  const auto with_all = [&](double alpha) {
    for (auto& each : text["service"]["ratings"][0]["alpha"]) {
      each = alpha;
    }
    return report_of(text.dump());
  };
  CHECK(with_all(0.89998).find("| total | 100 | 90.00(-) | 90.00(-) |\n") != std::string::npos);
  CHECK(with_all(0.89998).find("add up to") == std::string::npos);
  CHECK(with_all(0.8004).find("\n\nthe points shown add up to 80.00, the total shown is 80.04: ") != std::string::npos);
}

TEST_CASE("explained, the derivation is a block of code", "[markdown_report]") {
  const std::string report = report_of(naming("```\n</pre> @x").dump(), true);
  const std::size_t at = report.find("### The derivation\n");
  REQUIRE(at != std::string::npos);
  std::istringstream lines(report.substr(at));
  std::string line;
  std::getline(lines, line);
  bool any = false;
  while (std::getline(lines, line)) {
    CHECK((line.empty() || line.starts_with("    ")));
    any = any || line == "        [5.1.1] 1.1 personnel: 0.85 × 5 = 4.25";
  }
  CHECK(any);
}

TEST_CASE("a decision's text is quoted as well", "[markdown_report]") {
  readings_in_use readings;
  readings.settled[static_cast<std::size_t>(reading::row_grade)] = decision{"<b>@TC</b>", "2026-03-01"};
  CHECK(report_of(example::assessment_text(), false, readings).find("settled: `<b>@TC</b>`, 2026-03-01]") !=
        std::string::npos);
}

TEST_CASE("of a refused one the row has its codes", "[markdown_report]") {
  const std::string text = example::replaced(example::assessment_text(), R"("1.1": 0.85)", R"("1.1": 2)");
  CHECK(markdown_row(example::outcome_of(text), {}, language::en) ==
        "| refused: alpha-out-of-range | `a.json` | `TB-1` | `江西示例有限公司` |  |  |  |  |\n");
  CHECK(markdown_head(language::en) ==
        "| grade | source | id | organization | score | total | level | why none |\n"
        "| --- | --- | --- | --- | ---: | ---: | ---: | ---: |\n");
}
