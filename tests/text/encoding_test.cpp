// What is UTF-8: table 3-7 of Unicode, from both sides of each of its limits.
#include "text/encoding.hpp"

#include <string>

#include "catch.hpp"

namespace {

using namespace tbsc94;

// Wherever it stands: many bytes are looked at together.
bool is_utf_8_everywhere(const std::string& bytes) {
  const bool alone = encoding::is_utf_8(bytes);
  for (std::size_t before = 0; before < 40; ++before) {
    for (const std::size_t after : {0U, 1U, 40U}) {
      const std::string text = std::string(before, 'a') + bytes + std::string(after, 'a');
      CHECK(encoding::is_utf_8(text) == alone);
      CHECK(encoding::is_utf_8(text + "\u4E2D") == alone);
      const auto foreign = encoding::find_foreign(text);
      CHECK(foreign.has_value() != alone);
      CHECK((alone || foreign->offset == before));
    }
  }
  return alone;
}

}  // namespace

TEST_CASE("the least and the greatest of each length are UTF-8", "[encoding]") {
  for (const std::string bytes : {"", "\x01", "\x7F", "\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xE1\x80\x80",
                                  "\xEC\xBF\xBF", "\xED\x80\x80", "\xED\x9F\xBF", "\xEE\x80\x80", "\xEF\xBF\xBF",
                                  "\xF0\x90\x80\x80", "\xF3\xBF\xBF\xBF", "\xF4\x80\x80\x80", "\xF4\x8F\xBF\xBF"}) {
    CHECK(is_utf_8_everywhere(bytes));
  }
}

TEST_CASE("longer forms than needed, surrogates, what is past U+10FFFF or breaks off are not", "[encoding]") {
  for (const std::string bytes : {"\x80",
                                  "\xBF",
                                  "\xC0\x80",
                                  "\xC1\xBF",
                                  "\xC2",
                                  "\xC2\x7F",
                                  "\xC2\xC0",
                                  "\xE0\x9F\xBF",
                                  "\xE0\xA0",
                                  "\xE1\x7F\x80",
                                  "\xE1\xC0\x80",
                                  "\xE1\x80\x7F",
                                  "\xE1\x80\xC0",
                                  "\xEC\x7F\xBF",
                                  "\xED\xA0\x80",
                                  "\xED\xBF\xBF",
                                  "\xF0\x8F\xBF\xBF",
                                  "\xF0\x90\x80",
                                  "\xF1\x80\x80\x7F",
                                  "\xF1\x80\xC0\x80",
                                  "\xF4\x90\x80\x80",
                                  "\xF5\x80\x80\x80",
                                  "\xFF"}) {
    CHECK(!is_utf_8_everywhere(bytes));
  }
}
