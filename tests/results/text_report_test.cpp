// A result as an auditor reads it: nothing too wide, nothing that disturbs the terminal.
#include "results/text_report.hpp"

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>

#include "catch.hpp"
#include "results/graded.hpp"
#include "results/result_list.hpp"
#include "text/terminal_text.hpp"

namespace {

using namespace tbsc94;
using document = nlohmann::json;

std::string report_of(const std::string& text, language lang, const readings_in_use& readings = {}) {
  const outcome outcome = example::outcome_of(text, readings, example::embedded_catalog(), lang);
  REQUIRE(outcome.grading);
  return text_report({outcome, readings}, {lang, false});
}

// In a list.
std::string row_of(const outcome& outcome, const readings& readings) {
  std::string row;
  add_to_grade_list(row, grade_list({"AAA"}, {language::en, false}), outcome, readings, language::en);
  return row;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) {
    lines.push_back(line);
  }
  return lines;
}

bool is_rule(const std::string& line) { return line.find("----") != std::string::npos; }

// The tables of points and of α have numbers in their last column: each of their lines, from the head to the sum
// below the second rule, ends where the rules do. The table of maturity ends in text, that of the grades has one rule.
void check_tables(const std::vector<std::string>& lines) {
  std::size_t tables = 0;
  bool of_maturity = false;
  for (auto line = lines.begin(); line != lines.end(); ++line) {
    if (!line->empty() && line->front() != ' ') {
      of_maturity = line->find("Appendix 3") != std::string::npos || line->find("附录 3") != std::string::npos;
    }
    const auto blank = std::find(line, lines.end(), "");
    const auto second = is_rule(*line) ? std::find_if(line + 1, blank, is_rule) : blank;
    if (second == blank) {
      continue;
    }
    for (auto each = line - 1; !of_maturity && each != second + 2; ++each) {
      CAPTURE(*each);
      CHECK(display_width(*each) == display_width(*line));
    }
    tables += of_maturity ? 0 : 1;
    line = second;
  }
  CHECK(tables >= 2);
}

// No line is too wide, holds a control character or ends in spaces.
void check_lines(const std::string& report) {
  const std::vector<std::string> lines = lines_of(report);
  for (const std::string& line : lines) {
    CAPTURE(line);
    CHECK(display_width(line) <= report_width);
    CHECK(harmless(line) == line);
    CHECK((line.empty() || line.back() != ' '));
  }
}

void check_layout(const std::string& report) {
  check_lines(report);
  check_tables(lines_of(report));
}

void check_layout_in_both_languages(const std::string& text, const readings_in_use& readings = {}) {
  check_layout(report_of(text, language::zh, readings));
  check_layout(report_of(text, language::en, readings));
}

document with_ratings(std::size_t count, const std::string& assessor, double first_alpha) {
  document text = document::parse(example::assessment_text());
  const document rating = text["service"]["ratings"][0];
  text["service"]["ratings"] = document::array();
  for (std::size_t i = 0; i < count; ++i) {
    document each = rating;
    for (auto& alpha : each["alpha"]) {
      alpha = 0.9;
    }
    each["alpha"]["1.1"] = first_alpha;
    each["assessor"] = assessor + std::to_string(i);
    text["service"]["ratings"].push_back(each);
  }
  return text;
}

}  // namespace

TEST_CASE("every sample's report keeps its width, in both languages", "[text_report]") {
  for (const auto& entry : std::filesystem::directory_iterator(TBSC94_DATA "/samples")) {
    CAPTURE(entry.path().filename().string());
    const bool excludes = entry.path().filename() == "not-applicable.json";
    check_layout_in_both_languages(
        example::read_file(entry.path().string()),
        excludes ? example::with_other({"not-applicable", "limit-comparison"}) : readings_in_use{});
  }
}

TEST_CASE("names of any kind do not break the report", "[text_report]") {
  std::string wide;
  for (int i = 0; i < 200; ++i) {
    wide += "组";
  }
  for (const std::string& name :
       {wide, std::string(200, 'x'), std::string("\x1b[31m\x1b]0;title\x07"), std::string("\u202Eabc\u200F\u2067"),
        std::string("a\nVerdict: grade AAAAA is reached\r\tb"), std::string("e\u0301\u0301\u0301😀 \u3000 "),
        std::string(300, ' ')}) {
    document text = document::parse(example::assessment_text());
    text["organization"] = text["id"] = name;
    text["service"]["ratings"][0]["assessor"] = name;
    text["service"]["remarks"] = {{"1.1", name}};
    text["management"]["remarks"] = {{"7.2", name}};
    CAPTURE(name);
    check_layout_in_both_languages(text.dump());
    CHECK(lines_of(report_of(text.dump(), language::en))[0] == "Verdict: grade AAA is reached");
    // On its line among others, it stays one line.
    const std::string line = row_of(example::outcome_of(text.dump()), {});
    CHECK(harmless(line.substr(0, line.size() - 1)) + '\n' == line);
  }
}

TEST_CASE("any number of ratings fits the width", "[text_report]") {
  for (const std::size_t count : {2U, 7U, 8U, 9U, 20U, 24U, 25U, 1000U}) {
    CAPTURE(count);
    check_layout_in_both_languages(with_ratings(count, "A", 0.8999).dump());                 // scores with a mark
    check_layout_in_both_languages(with_ratings(count, "评", 0.123456789012345678).dump());  // 18 decimals
    check_layout_in_both_languages(with_ratings(count, "a name of some length ", 1).dump());
  }
}

TEST_CASE("remarks are shown, with their place", "[text_report]") {
  document text = document::parse(example::assessment_text());
  text["date"] = "2020-01-01";
  text["service"]["ratings"][0]["assessor"] = "";
  for (const language lang : {language::zh, language::en}) {
    const std::string report = report_of(text.dump(), lang);
    CHECK(report.find("[date-before-edition]\n") != std::string::npos);
    CHECK(report.find("[assessor-empty]\n") != std::string::npos);
    check_layout(report);
  }
  CHECK(report_of(example::assessment_text(), language::en).find("[date-before-edition]") == std::string::npos);
}

TEST_CASE("what is not named is left out; what does not apply or was not reached is said", "[text_report]") {
  document text = with_ratings(2, "A", 0.5);
  for (const char* member : {"id", "organization", "date"}) {
    text.erase(member);
  }
  for (document& rating : text["service"]["ratings"]) {
    rating.erase("assessor");
    rating["alpha"].erase("7.1");
  }
  text["service"]["not_applicable"] = {{"7.1", "x"}};  // all of its characteristic
  text["management"]["levels"]["1.1"] = 1;
  const readings_in_use readings = example::with_other({"not-applicable"});
  const std::string report = report_of(text.dump(), language::en, readings);
  check_layout(report);
  CHECK(lines_of(report)[1].starts_with(
      "  not the default reading: items that do not apply (not-applicable = exclude): "));
  CHECK(report.find("\n  CTS TBSC94-2026 B/0") != std::string::npos);
  CHECK(report.find(" n/a\n") != std::string::npos);

  for (auto& level : text["management"]["levels"]) {
    level = 1;
  }
  CHECK(row_of(example::outcome_of(text.dump(), readings), readings.values) ==
        "none*        87.83    29     1  level         a.json\n");
}

TEST_CASE("the mark of a score is shown and explained", "[text_report]") {
  const std::string report = report_of(with_ratings(1, "A", 0.8999).dump(), language::en);
  CHECK(report.find("service score 90.00(-) (exactly 89.9995)") != std::string::npos);
  CHECK(report.find("(-) means") != std::string::npos);
  CHECK(report_of(with_ratings(1, "A", 0.9001).dump(), language::en).find("(+) means") != std::string::npos);
  CHECK(report_of(example::assessment_text(), language::en).find("means:") == std::string::npos);
}

TEST_CASE("parts that are shown and do not add up to the total shown are explained by the exact sum", "[text_report]") {
  // 17 items of 4.002, one of 5.6028 and one of 6.4032: 80.00 as shown, exactly 80.04. The characteristics,
  // of 13.6068, 12.006 and 6.4032, show 80.06.
  document text = with_ratings(1, "A", 0.8004);
  for (auto& alpha : text["service"]["ratings"][0]["alpha"]) {
    alpha = 0.8004;
  }
  const std::string report = report_of(text.dump(), language::en);
  check_layout(report);
  for (const std::string sum : {"80.00", "80.06"}) {
    CHECK(report.find("\n  the points shown add up to " + sum + ", the total shown is 80.04: each is rounded") !=
          std::string::npos);
  }
  CHECK(report.find("the exact total is 80.04\n") != std::string::npos);
  CHECK(report_of(example::assessment_text(), language::en).find("add up to") == std::string::npos);
}

TEST_CASE("a score beside a limit has its mark in every table", "[text_report]") {
  document text = with_ratings(1, "A", 0.8999);
  std::size_t marked = 0;
  for (const std::string& line : lines_of(report_of(text.dump(), language::en))) {
    if (line.find("score") == std::string::npos && !line.starts_with("  total")) {
      continue;  // a characteristic's percentage is held against no limit
    }
    for (std::size_t at = 0; (at = line.find("90.00", at)) != std::string::npos; ++at) {
      CHECK(line.substr(at, 8) == "90.00(-)");
      ++marked;
    }
  }
  CHECK(marked == 5);  // above; in the row of totals twice; in that of scores twice
}

TEST_CASE("what the next grade lacks", "[text_report]") {
  const std::string report = report_of(example::assessment_text(), language::en);
  CHECK(report.find("grade AAAA still needs:\n    5 more points of the service score (the limit is 90)\n"
                    "    management level 4 (the management total is 87; 8 more are needed)\n"
                    "      the fewest raises of an item by one level: 4, which together bring 8 or more, of: 2 each:\n"
                    "        4.1, 4.2, 4.3, 5.1, 5.2, 6.1, 6.2, 6.3\n") != std::string::npos);
}

TEST_CASE("under rounded-value, what the next grade lacks is said of the rounded score", "[text_report]") {
  readings_in_use rounded;
  REQUIRE(rounded.values.set(reading::limit_comparison, "rounded-value"));
  // 89.5 is compared as 90, but 5 points more, 94.5, as 94: they are missing to the rounded score alone.
  const std::string report = report_of(example::assessment_text(), language::en, rounded);
  CHECK(report.find("5 more points of the score as rounded for comparing (the limit is 90)\n") != std::string::npos);
}

TEST_CASE("a score that reaches a grade, and no grade: the report says why", "[text_report]") {
  readings_in_use none;
  REQUIRE(none.values.set(reading::management_shortfall, "no-grade"));
  const std::string why = "  the score reaches AAAA, the management level it asks is not reached: no grade";
  CHECK(report_of(with_ratings(1, "A", 0.92).dump(), language::en, none).find(why) != std::string::npos);
  CHECK(report_of(with_ratings(1, "A", 0.92).dump(), language::en).find(why) == std::string::npos);
  CHECK(report_of(with_ratings(1, "A", 0.82).dump(), language::en, none).find("the score reaches") ==
        std::string::npos);
}

TEST_CASE("a level that no total gives, or none that can be, is said to be out of reach", "[text_report]") {
  const auto report_under = [](const nlohmann::ordered_json& scheme) {
    const scheme_catalog catalog = example::catalog({scheme.dump()});
    const std::string text = example::replaced(example::assessment_text(), "CTS TBSC94-2026", "OTHER");
    const outcome outcome = example::outcome_of(text, {}, catalog);
    const std::string report = text_report({outcome, {}}, {language::en, false});
    check_layout(report + text_explanation({outcome, {}}, {language::en, false}));
    return report;
  };
  auto scheme = nlohmann::ordered_json::parse(embedded::scheme());
  scheme["scheme"] = "OTHER";
  auto& bands = scheme["maturity"]["bands"];
  bands[3]["from"] = 200;
  bands[3]["below"] = 210;
  bands[2]["below"] = 200;
  bands.erase(4);
  bands[3].erase("below");
  bands[3]["to"] = 210;
  CHECK(report_under(scheme).find("(the management total is 87; 113 more are needed)\n"
                                  "      not even with all items at level 5\n") != std::string::npos);
  bands.erase(3);
  bands[2].erase("below");
  bands[2]["to"] = 145;
  CHECK(report_under(scheme).find("    management level 4 (which no total gives)\n") != std::string::npos);
}

TEST_CASE("an explanation keeps the width, whatever the names and however many the ratings", "[text_report]") {
  for (const language lang : {language::zh, language::en}) {
    const auto check = [&](const std::string& text) {
      check_lines(
          text_explanation({example::outcome_of(text, {}, example::embedded_catalog(), lang), {}}, {lang, false}));
    };
    for (const std::size_t count : {1U, 2U, 24U, 25U, 1000U}) {
      check(with_ratings(count, "A", 0.123456789012345678).dump());
    }
    check(with_ratings(2, std::string(200, 'x'), 1).dump());
    check(with_ratings(2, "\x1b[31m\n\u202E", 1).dump());
  }
}

TEST_CASE("the total of Appendix 3 adds up where points due have decimals", "[text_report]") {
  auto scheme = nlohmann::ordered_json::parse(embedded::scheme());
  scheme["scheme"] = "OTHER";
  // 145 points as before, though chapter 1 has 20.5 of them and chapter 2 has 14.5.
  scheme["maturity"]["chapters"][0]["items"][0]["points_due"] = 5.5;
  scheme["maturity"]["chapters"][1]["items"][0]["points_due"] = 4.5;
  const scheme_catalog catalog = example::catalog({scheme.dump()});
  const std::string text = example::replaced(example::assessment_text(), "CTS TBSC94-2026", "OTHER");
  const std::string report = text_report({example::outcome_of(text, {}, catalog), {}}, {language::en, false});
  CHECK(report.find("20.5") != std::string::npos);
  CHECK(report.find("145") != std::string::npos);
  check_layout(report);
}

TEST_CASE("colour is asked for, and only then there", "[text_report]") {
  const outcome outcome = example::outcome_of(example::assessment_text());
  CHECK(text_report({outcome, {}}, {language::en, true}).find("\x1b[") != std::string::npos);
  CHECK(text_report({outcome, {}}, {language::en, false}).find('\x1b') == std::string::npos);
}
