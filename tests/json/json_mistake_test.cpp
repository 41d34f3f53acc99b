// What keeps a text from being JSON: what is said of it, and that it agrees with another parser and with
// the reader on what is JSON and what is not.
#include "json/json_mistake.hpp"

#include <nlohmann/json.hpp>
#include <random>

#include "catch.hpp"
#include "json/json.hpp"
#include "json/meant_value.hpp"
#include "reading/example_texts.hpp"

namespace {

using namespace tbsc94;
using json::mistake_kind;

// Whether the strict reader takes the text, keys given twice apart.
bool is_read(const std::string& text) {
  const example::padded padded(text);
  findings errors;
  json::document_reader reader;
  reader.read(padded.text(), errors, language::en,
              [&](json::value root) { json::check_all(root, json::path{}, errors, language::en); });
  return errors.empty() || name_of(errors[0].code) == "duplicate-key";
}

// UTF-8 is the encoding's affair: one byte of a character changed is none of the grammar's mistakes.
std::string ascii(std::string text) {
  std::erase_if(text, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  return text;
}

std::string mutated(std::string text, std::mt19937_64& engine) {
  constexpr std::string_view pieces = "{}[]:,\"\\u0dD819eE+-.truefalsn /*'\n\t\x01";
  const std::size_t edits = 1 + engine() % 3;
  for (std::size_t i = 0; i < edits && !text.empty(); ++i) {
    const std::size_t at = engine() % text.size();
    const char piece = pieces[engine() % pieces.size()];
    switch (engine() % 4) {
      case 0:
        text.erase(at, 1);
        break;
      case 1:
        text.insert(at, 1, piece);
        break;
      case 2:
        text[at] = piece;
        break;
      default:
        text.resize(at);
    }
  }
  return text;
}

}  // namespace

TEST_CASE("a mistake is told by its kind", "[json_mistake]") {
  const std::vector<std::pair<std::string, mistake_kind>> all{{" ", mistake_kind::nothing_there},
                                                              {"{\"a\":1", mistake_kind::ends_early},
                                                              {"[1,2,]", mistake_kind::trailing_comma},
                                                              {"{\"a\":1,}", mistake_kind::trailing_comma},
                                                              {"[1 2]", mistake_kind::missing_comma},
                                                              {"{\"a\":1 \"b\":2}", mistake_kind::missing_comma},
                                                              {"{\"a\" 1}", mistake_kind::missing_colon},
                                                              {"{\"a\":1]", mistake_kind::wrong_bracket},
                                                              {"['a']", mistake_kind::single_quotes},
                                                              {"{“a”:1}", mistake_kind::full_width},
                                                              {"{\"a\"：1}", mistake_kind::full_width},
                                                              {"{\"a\":1，\"b\":2}", mistake_kind::full_width},
                                                              {"{\"a\":“x”}", mistake_kind::full_width},
                                                              {"{} // x", mistake_kind::comment},
                                                              {"{\"a\":0,85}", mistake_kind::decimal_comma},
                                                              {"{a:1}", mistake_kind::key_without_quotes},
                                                              {"{\r\n$a:1}", mistake_kind::key_without_quotes},
                                                              {"{\"a\":yes}", mistake_kind::word_without_quotes},
                                                              {"{\"a\":符合}", mistake_kind::word_without_quotes},
                                                              {"{\"a\":True}", mistake_kind::wrong_word},
                                                              {"{\"a\":85%}", mistake_kind::number_with_unit},
                                                              {"{\"a\":０．８５}", mistake_kind::number_with_unit},
                                                              {"{\"a\":三级}", mistake_kind::number_with_unit},
                                                              {"{\"a\":01}", mistake_kind::wrong_number},
                                                              {"{\"a\":2026-03-14}", mistake_kind::date_without_quotes},
                                                              {"{\"a\":2026-13-14}", mistake_kind::wrong_number},
                                                              {"a,b\n1,2", mistake_kind::table},
                                                              {"{\"a\":[1 \"b\":2}", mistake_kind::never_closed},
                                                              {"{\"a\":[1, \"b\":2}", mistake_kind::never_closed},
                                                              {"{\"a\":,}", mistake_kind::empty_place},
                                                              {"[1,,2]", mistake_kind::empty_place},
                                                              {"{\"a\":\u00a01}", mistake_kind::unseen},
                                                              {"{\"a\":1\ufeff}", mistake_kind::unseen},
                                                              {"{\"a\":/}", mistake_kind::bare_slash},
                                                              {"{\"a\":/* */ 1}", mistake_kind::comment},
                                                              {"{\"a\":\"x\"y\"\"}", mistake_kind::inner_quotes},
                                                              {"{\"a\":\"C:\\Users\"}", mistake_kind::wrong_escape},
                                                              {"{\"a\":\"x\ny\"}", mistake_kind::broken_string},
                                                              {"{\"a\"=1}", mistake_kind::wrong_sign},
                                                              {"{\"a\":1;\"b\":2}", mistake_kind::wrong_sign},
                                                              {"{\"a”:1}", mistake_kind::full_width},
                                                              {"{\"a\":\"x”,\"b\":1}", mistake_kind::full_width},
                                                              {"{\"a\":x y}", mistake_kind::word_without_quotes},
                                                              {"{}}", mistake_kind::ended_before},
                                                              {"\"a\": 1", mistake_kind::no_object},
                                                              {"scheme: x", mistake_kind::no_object},
                                                              {"{} {}", mistake_kind::second_document}};
  for (const auto& [text, kind] : all) {
    CAPTURE(text);
    const auto found = json::find_mistake(text);
    REQUIRE(found);
    CHECK(static_cast<int>(found->kind) == static_cast<int>(kind));
    CHECK(found->offset <= text.size());
    for (const language lang : {language::zh, language::en}) {
      CHECK_FALSE(explain(*found, lang).empty());
    }
  }
}

TEST_CASE("slips are passed over, each at its place in the text", "[json_mistake]") {
  struct slip {
    std::string text;   // ⌖ before each slip, ⌕ before what is looked for
    std::string meant;  // ⌕ likewise
    std::size_t count = 1;
  };
  const std::vector<slip> all{
      {"{⌖“a”：1，“b”:⌕2}", "{\"a\":1,\"b\":⌕2}", 3},
      {"{⌖'a': 'it's', 'b': ⌕2}", "{\"a\": \"it's\", \"b\": ⌕2}", 1},
      {"{\"a\": ⌖95%, \"b\": 三级, \"c\": 0,85, ⌕\"d\": 1}", "{\"a\": 0.95, \"b\": 3, \"c\": 0.85, ⌕\"d\": 1}", 3},
      {"{\"a\": [1 ⌖2, 3,], ⌕\"b\": 1}", "{\"a\": [1 ,2, 3 ], ⌕\"b\": 1}", 2},
      {"{\"a\": 1 ⌖\"b\": ⌕2}", "{\"a\": 1 ,\"b\": ⌕2}", 1},
      {"{\"a\": 1, ⌖// x\n /* y\n */ ⌕\"b\": 2 # z\n}", "{\"a\": 1, \n  ⌕\"b\": 2 \n}", 1},
      {"{⌖a: x y, \"b\": None, \"c\": ⌕1}", "{\"a\": \"x y\", \"b\": null, \"c\": ⌕1}", 3},
      {"{\"a\": ⌖, \"b\": /, \"c\": 01, \"d\" 1, \"e\"; ⌕\"f\": 2}",
       "{\"a\": 0, \"b\": 0, \"c\": 0, \"d\" :1, \"e\":0, ⌕\"f\": 2}", 6},
      {"{\"a\":⌖\u00a00.\u200b9, \"b\": 0。⌕85}", "{\"a\":0.9, \"b\": 0.⌕85}", 3},
      {"{\"a\": \"D:⌖\\审\\示\", \"b\": \"x\ty\", ⌕\"c\": 1}", "{\"a\": \"D:\\\\审\\\\示\", \"b\": \"x y\", ⌕\"c\": 1}",
       2},
      {"{\"a\": \"x \"⌖y\" z\", ⌕\"b\": 1}", "{\"a\": \"x \\\"y\\\" z\", ⌕\"b\": 1}", 1},
      {"{\"a\": \"x,⌖\n\"b\": ⌕1}", "{\"a\": \"x\",\n\"b\": ⌕1}", 1},
      {"{\"a\": \"x⌖\ny\", ⌕\"b\": 1}", "{\"a\": \"x y\", ⌕\"b\": 1}", 1},
      {"{⌕\"a\": {\"b\": 1}⌖", "{⌕\"a\": {\"b\": 1}}", 1}};
  const auto take_mark = [](std::string& text, const std::string& mark) {
    const std::size_t at = text.find(mark);
    text.erase(at, mark.size());
    return at;
  };
  for (auto [text, meant, count] : all) {
    CAPTURE(text);
    const bool slip_comes_first = text.find("⌖") < text.find("⌕");
    std::size_t first = slip_comes_first ? take_mark(text, "⌖") : 0;
    const std::size_t sought = take_mark(text, "⌕");
    first = slip_comes_first ? first : take_mark(text, "⌖");
    const std::size_t found = take_mark(meant, "⌕");
    const json::mended mended = json::mend(text);
    CHECK(mended.is_whole);
    CHECK(mended.text == meant);
    CHECK(mended.mistakes.size() == count);
    CHECK(mended.mistakes.at(0).offset == first);
    CHECK(mended.original_offset(found) == sought);
  }
  for (const char* text :
       {"{\"a\": [1, \"b\": 2}", "{\"a\": 1]", "{\"a\": 1} {}", "{\"a\": \"x", "{\"a\": 1 2}", "", "a,b\n1,2"}) {
    CAPTURE(text);
    CHECK_FALSE(json::mend(text).is_whole);
  }
}

TEST_CASE("the reader, the scanner and another parser agree on what is JSON", "[json_mistake]") {
  const std::vector<std::string> seeds{R"({"a":[1,-0.5e+3,"x\u00e9\ud83d\ude00\n",true,false,null,{"b":{}}],"c":""})",
                                       R"([[],{},"",0,[{"a":[1,2]}]])", ascii(example::assessment_text())};
  std::mt19937_64 engine(8259);
  std::size_t json_after_all = 0;
  for (int i = 0; i < 20'000; ++i) {
    const std::string text = mutated(seeds[engine() % seeds.size()], engine);
    const bool accepted = nlohmann::json::accept(text);
    const bool root_is_container = text.find_first_of("{[") == text.find_first_not_of(" \t\r\n");
    json_after_all += accepted ? 1U : 0U;
    const auto mistake = json::find_mistake(text);
    if (mistake.has_value() == accepted || (root_is_container && is_read(text) != accepted)) {
      CAPTURE(text);
      CHECK(mistake.has_value() != accepted);
      CHECK(is_read(text) == accepted);
    }
    const json::mended mended = json::mend(text);
    const bool has_read_on = mended.is_whole && nlohmann::json::accept(mended.text);
    if (mended.mistakes.empty() != accepted || mended.is_whole != has_read_on) {
      CAPTURE(text, mended.text);
      CHECK(mended.mistakes.empty() == accepted);
      CHECK(mended.is_whole == has_read_on);
    }
  }
  CHECK(json_after_all > 100);
}

TEST_CASE("the date and the number that are meant", "[json_mistake]") {
  for (const char* date : {"2026/3/9", "2026.03.09", "2026年3月9日", "２０２６－０３－０９", "20260309", "2026—3—9"}) {
    CHECK(meant_date(date) == "2026-03-09");
  }
  for (const char* none :
       {"", "2026", "2026-13-09", "2026-02-30", "3/9/2026", "2026-3", "202603090", "a2026-3-9", "0.5"}) {
    CHECK(meant_date(none).empty());
  }
  CHECK(days_of_month("2026-02-30") == 28);
  CHECK(days_of_month("2024-02-30") == 29);
  CHECK(days_of_month("2026-04-31") == 30);
  CHECK(days_of_month("2026-13-01") == 0);
  CHECK(days_of_month("2026-4-31") == 0);
  const std::vector<std::pair<std::string, std::string>> numbers{
      {"0.95", "0.95"}, {"0,95", "0.95"}, {"95%", "0.95"}, {"９５％", "0.95"}, {"０．９５", "0.95"},
      {"三级", "3"},    {"3 级", "3"},    {"五", "5"},     {"8分", "8"},       {"六级", ""},
      {"", ""},         {"abc", ""},      {"1,000,0", ""}, {"%", ""},          {"+1", "1"},
      {".95", "0.95"},  {"0.9.", "0.9"},  {"0..9", "0.9"}, {"0.9O", "0.90"},   {".", ""}};
  CHECK(date_of_serial("46095") == "2026-03-14");
  CHECK(date_of_serial("20260314").empty());
  CHECK(date_of_serial("46095.5").empty());
  for (const auto& [written, meant] : numbers) {
    CHECK(meant_number(written) == meant);
  }
}
