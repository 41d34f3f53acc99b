// Findings: where they stand and how they are written.
#include "json/finding.hpp"

#include "catch.hpp"

namespace {

using namespace tbsc94;

finding at(std::size_t offset) {
  finding result;
  result.offset = offset;
  return result;
}

}  // namespace

TEST_CASE("lines and columns count from 1, columns in code points", "[finding]") {
  const std::string text = "{\"名\": \"😀é\",\r\n  \"e\u0301\":\t1}\n";
  findings all{at(text.find("\"😀")), at(0),           at(text.find("\"e")),
               at(text.find('1')),   at(text.size()), at(text.size() + 9)};
  place(all, text);
  // In the order of the text
  CHECK(all[0].offset == 0);
  CHECK(all[0].line == 1);
  CHECK(all[0].column == 1);
  CHECK(all[1].column == 7);  // { " 名 " : space: a character of three bytes is one column
  CHECK(all[2].line == 2);
  CHECK(all[2].column == 3);
  CHECK(all[3].column == 9);  // a combining accent is a code point of its own; a tab is one column
  CHECK(all[4].line == 3);
  CHECK(all[4].column == 1);
  CHECK(all[5].line == 3);  // past the end is the end
}

TEST_CASE("a record's lines count from the line it stands on", "[finding]") {
  findings all{at(2)};
  place(all, "{}  ", 18);
  CHECK(all[0].line == 18);
  CHECK(all[0].column == 3);
}

TEST_CASE("findings at one place keep the order in which they were made", "[finding]") {
  findings all{at(3), at(1), at(1)};
  all[1].where = "/a";
  all[2].where = "/b";
  place(all, "{{{{");
  CHECK(all[0].where == "/a");
  CHECK(all[1].where == "/b");
}

TEST_CASE("FILE:LINE:COLUMN: error: WHERE: WHAT (clause N) [code]", "[finding]") {
  finding one{code::alpha_out_of_range, "/service/ratings/0/alpha/1.3", 0, 18, 412, "5.1.1", "α is 1.5"};
  CHECK(to_line(one, "a.json", language::en) ==
        "a.json:18:412: error: /service/ratings/0/alpha/1.3: α is 1.5 (clause 5.1.1) [alpha-out-of-range]");
  CHECK(to_line(one, "a.json", language::zh) ==
        "a.json:18:412: 错误：/service/ratings/0/alpha/1.3：α is 1.5（条款 5.1.1） [alpha-out-of-range]");
  // Whoever knows what the pointer leads to names it.
  const auto in_words = [](std::string_view pointer) { return "rating 1 of " + std::string(pointer.substr(1, 7)); };
  CHECK(to_line(one, "a.json", language::en, in_words) ==
        "a.json:18:412: error: rating 1 of service: α is 1.5 (clause 5.1.1) [alpha-out-of-range]");
  // A clause is a clause or an appendix; without one, none is named; the root has no pointer.
  one.clause = "Appendix 3";
  one.where.clear();
  CHECK(to_line(one, "a.json", language::en) == "a.json:18:412: error: α is 1.5 (Appendix 3) [alpha-out-of-range]");
  CHECK(to_line(one, "a.json", language::zh) == "a.json:18:412: 错误：α is 1.5（附录 3） [alpha-out-of-range]");
  one.clause.clear();
  CHECK(to_line(one, "a.json", language::en) == "a.json:18:412: error: α is 1.5 [alpha-out-of-range]");
}

TEST_CASE("nothing from a file or its name disturbs the line", "[finding]") {
  const finding one{code::unknown_key, "/\x1b[31m", 0, 1, 1, "", "key \"\n\""};
  CHECK(to_line(one, "a\rb.json", language::en) ==
        "a\\u{D}b.json:1:1: error: /\\u{1B}[31m: key \"\\u{A}\" [unknown-key]");
}

TEST_CASE("the findings of one document end at 25,000, or at 6 MiB as JSON has them", "[finding]") {
  findings many;
  for (std::size_t i = 1; i < findings::most; ++i) {
    many.push_back(at(i));
  }
  CHECK_THROWS_AS(many.push_back(at(7)), too_many_findings);
  CHECK(many.size() == findings::most);  // the last is among them

  // A control character has six bytes in JSON, a quote two, and each finding 128 besides its texts.
  for (const auto& [character, size] : {std::pair('x', 1), std::pair('"', 2), std::pair('\x01', 6)}) {
    finding large = at(0);
    large.where.assign((findings::largest / 2 - 300) / static_cast<std::size_t>(size), character);
    findings few;
    few.push_back(large);
    few.push_back(large);
    few.push_back(at(0));
    few.push_back(at(0));
    CHECK_THROWS_AS(few.push_back(at(0)), too_many_findings);
    // What is withdrawn no longer counts, nor does an earlier document.
    few.keep(1);
    few.push_back(large);
    few.remove_if([&](const finding& each) { return each.where == large.where; });
    CHECK(few.empty());
    few.push_back(large);
    few.push_back(large);
    few.clear();
    few.push_back(large);
    few.push_back(large);
    CHECK(few.size() == 2);
  }
}

TEST_CASE("what lines repeat is bounded, however long the file's name", "[finding]") {
  findings many;
  for (std::size_t i = 0; i < 20'000; ++i) {
    finding each = at(i);
    each.where = "/" + std::to_string(i) + "/a";
    many.push_back(each);
  }
  const std::string lines = to_lines(many, std::string(4096, 'f'), language::en);
  CHECK(lines.size() < (std::size_t{5} << 20U));
  CHECK(lines.ends_with(": too many errors, the rest is not listed\n"));
}

TEST_CASE("a line that stands for many alike names the first 30 others", "[finding]") {
  findings alike;
  for (std::size_t i = 0; i < 32; ++i) {
    finding each = at(i);
    each.where = "/a/" + std::to_string(i);
    alike.push_back(each);
  }
  CHECK(to_lines(alike, "f", language::en).find(" 31 more alike: 1, 2,") != std::string::npos);
  CHECK(to_lines(alike, "f", language::en).find(", 30, … [") != std::string::npos);
  alike.keep(31);
  CHECK(to_lines(alike, "f", language::en).find(", 30 [") != std::string::npos);
}
