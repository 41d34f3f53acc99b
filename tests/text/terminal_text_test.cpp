// Text for a terminal: widths, lines, and nothing in it that disturbs.
#include "text/terminal_text.hpp"

#include "catch.hpp"
#include "text/text_table.hpp"

using namespace tbsc94;

TEST_CASE("what would disturb a terminal is shown by its code point", "[terminal_text]") {
  CHECK(harmless("\x1b[31mred") == "\\u{1B}[31mred");
  CHECK(harmless("a\nb\rc\td\x7F") == "a\\u{A}b\\u{D}c\\u{9}d\\u{7F}");
  CHECK(harmless("\u0085") == "\\u{85}");                                        // a C1 control, as next line
  CHECK(harmless("\u202Eabc\u2066\u200F") == "\\u{202E}abc\\u{2066}\\u{200F}");  // direction marks
  CHECK(harmless("\u2028\u2029") == "\\u{2028}\\u{2029}");
  CHECK(harmless(std::string_view("\0", 1)) == "\\u{0}");
  CHECK(harmless("\xFF\xC3") == "\\u{FFFD}\\u{FFFD}");  // no UTF-8
  CHECK(harmless("江西 é 😀 e\u0301") == "江西 é 😀 e\u0301");
}

TEST_CASE("a wide character takes two columns, a combining one none", "[terminal_text]") {
  CHECK(display_width("") == 0);
  CHECK(display_width("abc") == 3);
  CHECK(display_width("江西") == 4);
  CHECK(display_width("（）") == 4);
  CHECK(display_width("α→≥─…") == 5);
  CHECK(display_width("e\u0301") == 1);
  CHECK(display_width("😀") == 2);
  CHECK(pad_right("江", 4) + '|' == "江  |");
  CHECK(pad_left("江", 4) + '|' == "  江|");
  CHECK(pad_right("abcde", 4) == "abcde");
}

TEST_CASE("a text is shortened to a width, and says so", "[terminal_text]") {
  CHECK(shorten("abcd", 4) == "abcd");
  CHECK(shorten("abcde", 4) == "abc…");
  CHECK(shorten("江西江西", 8) == "江西江西");
  CHECK(shorten("江西江西", 7) == "江西江…");
  CHECK(shorten("江西江西", 6) == "江西…");  // half a character does not fit
  CHECK(shorten("ae\u0301bc", 3) == "ae\u0301…");
}

TEST_CASE("lines break at spaces and between wide characters", "[terminal_text]") {
  using lines = std::vector<std::string>;
  CHECK(wrap("", 10) == lines{""});
  CHECK(wrap("one two three", 13) == lines{"one two three"});
  CHECK(wrap("one two three", 12) == lines{"one two", "three"});
  CHECK(wrap("one two three", 7) == lines{"one two", "three"});
  CHECK(wrap("one two   three", 8) == lines{"one two", "three"});
  CHECK(wrap("one" + std::string(20, ' '), 8) == lines{"one"});
  CHECK(wrap(" one ", 8) == lines{"one"});  // also where it fits as it is
  CHECK(wrap("江西示例", 5) == lines{"江西", "示例"});
  CHECK(wrap("ab江西", 4) == lines{"ab江", "西"});
  CHECK(wrap("abcdefgh", 3) == lines{"abc", "def", "gh"});  // a word that is too long
  CHECK(wrap("x abcdefgh", 4) == lines{"x", "abcd", "efgh"});
}

TEST_CASE("no line begins with what closes or separates, none ends with what opens", "[terminal_text]") {
  using lines = std::vector<std::string>;
  CHECK(wrap("江西，示例", 5) == lines{"江", "西，", "示例"});
  CHECK(wrap("江西，示例", 6) == lines{"江西，", "示例"});
  CHECK(wrap("江西（示例）", 6) == lines{"江西", "（示", "例）"});
  CHECK(wrap("江西（12）", 8) == lines{"江西", "（12）"});
  CHECK(wrap("线程数（1..9）。", 12) == lines{"线程数", "（1..9）。"});
  CHECK(wrap("ab，cd", 4) == lines{"ab，", "cd"});
  CHECK(wrap("），。；", 4) == lines{"），", "。；"});  // they are broken where a line has nothing else
}

TEST_CASE("the columns of a table line up whatever the script", "[text_table]") {
  text_table table({2});
  table.add({"name", "due", "note"});
  table.rule();
  table.add({"功能性", "5", "x"});
  table.add({"é", "100", ""});
  CHECK(table.to_string() ==
        "  name    due  note\n"
        "  -----------------\n"
        "  功能性    5  x\n"
        "  é       100\n");
}

TEST_CASE("what is ambiguous counts two columns in Chinese, and no line runs over", "[terminal_text]") {
  const std::string ambiguous = "α≥—“”①·×…─→";
  CHECK(most_columns(ambiguous, language::zh) == 2 * display_width(ambiguous));
  CHECK(most_columns(ambiguous, language::en) == display_width(ambiguous));
  CHECK(most_columns("abc 江西，", language::zh) == 10);
  CHECK(most_columns("e\u0301", language::zh) == 1);
  using lines = std::vector<std::string>;
  CHECK(wrap("αβγδ", 4, language::zh) == lines{"αβ", "γδ"});
  CHECK(wrap("αβγδ", 4) == lines{"αβγδ"});
}

TEST_CASE("lines that are too wide are broken between what belongs together", "[terminal_text]") {
  CHECK(folded("by grade: AAA 12  AAAA 5  none 4\nx\n", 0, language::en) == "by grade: AAA 12  AAAA 5  none 4\nx\n");
  CHECK(folded("by grade: AAA 12  AAAA 5  none 4\nx\n", 32, language::en) == "by grade: AAA 12  AAAA 5  none 4\nx\n");
  CHECK(folded("  by grade: AAA 12  AAAA 5\nx", 24, language::en) == "  by grade: AAA 12\n    AAAA 5\nx\n");
  CHECK(folded("  a sentence of words\n", 14, language::en) == "  a sentence\n    of words\n");
  CHECK(folded("  abcdefgh\n", 6, language::en) == "  ab\n    cd\n    ef\n    gh\n");
  CHECK(folded("", 6, language::en).empty());
  for (std::size_t columns = 1; columns < 8; ++columns) {  // narrower than what is set in
    CHECK(folded("    ab  cd\n", columns, language::en).ends_with('\n'));
  }
}

TEST_CASE("a list lines its columns up, and on a narrow terminal has the rest beneath", "[text_table]") {
  const auto rows = [](std::size_t terminal, language lang) {
    const text_list list({{"grade", 6}, {"score", 6, true}, {"why", 5}}, {"source", "id"}, lang, terminal);
    std::string text = list.head();
    list.add(text, {"AAA", "85.55"}, {"a.json", "TB-1"});
    list.add(text, {"江西", "9.00", "得分"}, {"bbbbbbbbbbbbbbbbbbbbbb.json", "TB-2"});
    list.add(text, {"long name", "1"}, {"“c”", "α"});
    list.add_note(text, "a note of some words that goes on and on");
    return text;
  };
  const std::string wide =
      "grade   score  why    source  id\n"
      "AAA     85.55         a.json  TB-1\n"
      "江西     9.00  得分   bbbbbbbbbbbbbbbbbbbbbb.json  TB-2\n"
      "long name      1         “c”  α\n"
      "  a note of some words that goes on and on\n";
  CHECK(rows(0, language::en) == wide);
  CHECK(rows(55, language::en) == wide);
  // one row is too long
  CHECK(rows(54, language::en) ==
        "grade   score  why    source  id\n"
        "AAA     85.55         a.json  TB-1\n"
        "江西     9.00  得分\n    bbbbbbbbbbbbbbbbbbbbbb.json  TB-2\n"
        "long name      1         “c”  α\n"
        "  a note of some words that goes on and on\n");
  // there is no room for usual ones
  CHECK(rows(28, language::en) ==
        "grade   score  why\n    source  id\n"
        "AAA     85.55\n    a.json  TB-1\n"
        "江西     9.00  得分\n    bbbbbbbbbbbbbbbbbbbbbb.j\n    son  TB-2\n"
        "long name      1\n    “c”  α\n"
        "  a note of some words\n    that goes on and on\n");
  CHECK(rows(55, language::zh) == wide);  // “c”  α may take 4 more
}
