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
        "  ─────────────────\n"
        "  功能性    5  x\n"
        "  é       100\n");
}
