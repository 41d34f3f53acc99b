// The manual: the little of Markdown that its pages use, and that both languages have the same pages.
#include "text/manual_pages.hpp"

#include <algorithm>

#include "catch.hpp"
#include "text/terminal_text.hpp"

namespace {

using namespace tbsc94;

std::vector<block_kind> kinds_of(std::string_view page) {
  std::vector<block_kind> kinds;
  for (const manual_block& each : blocks_of(page)) {
    kinds.push_back(each.kind);
  }
  return kinds;
}

}  // namespace

TEST_CASE("a page is read as its title, headings, paragraphs, items and code") {
  const auto blocks =
      blocks_of("# Title\n\n<!-- x.json -->\n## Part\n\nA line.\n\n- one\n- two\n\n```sh\na\n\n# b\n```\n");
  REQUIRE(blocks.size() == 6);
  CHECK(kinds_of("# T\n\n## H\n\np\n\n- i\n\n```\nc\n```\n") ==
        std::vector{block_kind::title, block_kind::heading, block_kind::paragraph, block_kind::item, block_kind::code});
  CHECK(blocks[0].text == "Title");
  CHECK(blocks[1].text == "Part");
  CHECK(blocks[2].text == "A line.");
  CHECK(blocks[4].text == "two");
  CHECK(blocks[5].text == "a\n\n# b\n");
}

TEST_CASE("code and emphasis lose their marks, and a mark without its like is a character") {
  const auto spans = spans_of("a `b*c` *d* 2 * 3");
  REQUIRE(spans.size() == 6);
  CHECK(spans[1].kind == span_kind::code);
  CHECK(spans[1].text == "b*c");
  CHECK(spans[3].kind == span_kind::emphasis);
  CHECK(spans[3].text == "d");
  CHECK(spans[5].kind == span_kind::plain);
  CHECK(spans[5].text == "* 3");
}

TEST_CASE("on a terminal lines are as wide as it is, but for code, and items stand together") {
  CHECK(manual_text("# T\n\none two three\n\n- four five six\n- seven\n\n```\na b c d e f g h i\n```\n", 14) ==
        "T\n\n  one two\n  three\n\n  - four five\n    six\n  - seven\n\n    a b c d e f g h i\n");
}

TEST_CASE("every page has a title and the same headings in both languages") {
  for (const manual_page& page : manual_pages()) {
    INFO(page.subject);
    const auto zh = kinds_of(page.zh);
    const auto en = kinds_of(page.en);
    CHECK(en.front() == block_kind::title);
    CHECK(std::ranges::count(en, block_kind::title) == 1);
    CHECK(std::ranges::count(zh, block_kind::heading) == std::ranges::count(en, block_kind::heading));
    CHECK(std::ranges::count(zh, block_kind::item) == std::ranges::count(en, block_kind::item));
  }
}
