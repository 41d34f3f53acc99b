// Names that people take for the same, and schemes that pass for another.
#include "text/comparison_key.hpp"

#include <string>
#include <vector>

#include "catch.hpp"

using namespace tbsc94;

TEST_CASE("spellings of one name have one key", "[text]") {
  for (const std::string_view spelling :
       {"A1", "a1", "Ａ 1", " a1", "a1 ", "a\u30001", "a\u00A01", "a\u200B1", "\uFEFFa1", "a\u00AD1", "a\u20601",
        "a\t1", "a1\r\n", "\u202Ea1", "a\uFE0F1", "a\u28001", "a\u31641", "ⓐ①", "a\u20281"}) {
    CAPTURE(spelling);
    CHECK(comparison_key(spelling) == "a1");
  }
  CHECK(comparison_key(std::string_view("a\0001", 3)) == "a1");
  CHECK(comparison_key("张　三") == "张三");
  CHECK(comparison_key("Jose\u0301") == comparison_key("JOSÉ"));
  CHECK(comparison_key("STRASSE") == comparison_key("straße"));
  CHECK(comparison_key("ﬁ") == "fi");
  // What is left out does not keep apart what it stood between.
  CHECK(comparison_key("e\u200B\u0301") == comparison_key("é"));
}

TEST_CASE("names that differ to the eye have keys that differ", "[text]") {
  CHECK(comparison_key("A1") != comparison_key("A2"));
  CHECK(comparison_key("张三") != comparison_key("张三丰"));
  CHECK(comparison_key("е") != comparison_key("e"));  // Cyrillic: another letter, though it looks alike
  CHECK(comparison_key("A-1") != comparison_key("A1"));
}

TEST_CASE("a name of blanks and characters that cannot be seen has an empty key", "[text]") {
  for (const std::string_view blank : {"", " ", "\u3000", "\u200B\uFEFF", "\t\n", "\u3164"}) {
    CHECK(comparison_key(blank).empty());
  }
}

// Else two spellings would count as two assessors.
TEST_CASE("names that may agree are told from a quick look at all of them", "[text]") {
  const std::vector<std::string> pieces{"A",  "a",      "B",      "b",      "1", "-",  " ",      "张",
                                        "三", "一",     "\u9FFF", "\u3400", "é", "e",  "\u0301", "\u200B",
                                        "Ａ", "\u3000", "\t",     "\x7F",   "ß", "ss", "\uF900"};
  std::vector<std::string> names{""};
  for (std::size_t i = 0; i < names.size() && names.size() < 600; ++i) {
    for (const std::string& piece : pieces) {
      names.push_back(names[i] + piece);
    }
  }
  for (const std::string& one : names) {
    for (const std::string& other : names) {
      spellings both;
      both.add(one);
      both.add(other);
      if (!both.may_agree() && (comparison_key(one) == comparison_key(other)) != (one == other)) {
        FAIL(one << " and " << other);
      }
    }
  }
  spellings usual;
  for (const std::string_view name : {"陈立", "王雪梅", "A1", "A2", "李-3"}) {
    usual.add(name);
  }
  CHECK_FALSE(usual.may_agree());
}

TEST_CASE("what is no UTF-8 is its own key", "[text]") { CHECK(comparison_key("A\xFF") == "A\xFF"); }

TEST_CASE("letters that look alike are one where schemes are told apart", "[text]") {
  const std::string edition = lookalike_key("B/0");
  for (const std::string_view looks_so : {"B/0", "В/0" /* Cyrillic */, "Β/0" /* Greek */, "B/O", "B/О" /* Cyrillic */,
                                          "b/o", "B /0", "B/\u200B0", "Ｂ／０", "B∕0", "B⁄0"}) {
    CAPTURE(looks_so);
    CHECK(lookalike_key(looks_so) == edition);
  }
  CHECK(lookalike_key("B/1") == lookalike_key("B/l"));
  CHECK(lookalike_key("B/1") == lookalike_key("B/I"));
  CHECK(lookalike_key("CTS TBSC94-2026") == lookalike_key("СТЅ ТВЅС94–2026"));
  for (const std::string_view other : {"B/1", "C/0", "B0", "В/2", "B//0"}) {
    CHECK(lookalike_key(other) != edition);
  }
}

TEST_CASE("whether all of a text is seen", "[text]") {
  for (const std::string_view seen : {"AAA", "CTS TBSC94-2026", "三级（优）", "é"}) {
    CHECK(is_all_seen(seen));
  }
  for (const std::string_view not_all :
       {" A", "A ", "A\u3000", "A\u00A0B", "A\u200BB", "A\nB", "A\x1b[1m", "A\u202EB", "A\u28FF\u2800", "A\xFF"}) {
    CAPTURE(not_all);
    CHECK_FALSE(is_all_seen(not_all));
  }
  CHECK_FALSE(is_all_seen(std::string_view("A\0B", 3)));
}
