// What is read in one pass: nearly all files, however they are spaced. That it is read right, the fuzz
// target's seeds hold against the pass with every check.
#include "reading/fast_reader.hpp"

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

#include "catch.hpp"
#include "reading/example_texts.hpp"
#include "results/blank.hpp"
#include "results/graded.hpp"
#include "text/encoding.hpp"

using namespace tbsc94;

namespace {

bool is_usual(std::string_view text, std::string_view under = {}) {
  record record;
  std::string passed_over;
  return read_fast(example::embedded_catalog(), example::padded(text).text(), under, passed_over, record);
}

// With a space behind each comma and colon, as Python writes it. The texts have neither within a string.
std::string with_spaces(std::string_view compact) {
  std::string result;
  for (const char c : compact) {
    result += c;
    if (c == ',' || c == ':') {
      result += ' ';
    }
  }
  return result;
}

std::string with_line_ends(std::string_view text) {
  std::string result;
  for (const char c : text) {
    result += c == '\n' ? "\r\n" : std::string(1, c);
  }
  return result;
}

}  // namespace

TEST_CASE("the sample files are usual, on one line and on many", "[fast_reader]") {
  std::size_t count = 0;
  for (const auto& file : std::filesystem::directory_iterator(TBSC94_DATA "/samples")) {
    const std::string text = example::read_file(file.path().string());
    const auto document = nlohmann::ordered_json::parse(text);
    const bool leaves_out_items = document["service"].contains("not_applicable");
    INFO(file.path());
    CHECK(is_usual(text) != leaves_out_items);
    CHECK(is_usual(document.dump()) != leaves_out_items);
    CHECK(is_usual(document.dump(2)) != leaves_out_items);
    CHECK(is_usual(document.dump(1, '\t')) != leaves_out_items);
    CHECK(is_usual(with_line_ends(document.dump(2))) != leaves_out_items);
    CHECK(is_usual(with_spaces(document.dump())) != leaves_out_items);
    ++count;
  }
  CHECK(count >= 20);
}

TEST_CASE("what an editor checks a file by is usual wherever it stands, and a text", "[fast_reader]") {
  auto document = nlohmann::ordered_json::parse(example::assessment_text());
  document["$schema"] = "assessment.schema.json";
  CHECK(is_usual(document.dump()));
  for (const char* schema : {R"("a")", "\"\""}) {
    CHECK(is_usual(example::replaced(example::assessment_text(), "{", std::string(R"({"$schema": )") + schema + ",")));
  }
  for (const char* other : {"1", "null", R"("a", "$schema": "a")"}) {
    CHECK_FALSE(
        is_usual(example::replaced(example::assessment_text(), "{", std::string(R"({"$schema": )") + other + ",")));
  }
}

// A member that may be left out may be anywhere among the others, too.
TEST_CASE("members and items may come in any order", "[fast_reader]") {
  const auto document = nlohmann::ordered_json::parse(example::assessment_text());
  nlohmann::ordered_json turned{{"edition", document["edition"]}, {"scheme", document["scheme"]}};
  for (const char* key : {"management", "service", "date", "organization", "id"}) {
    turned[key] = document[key];
  }
  turned["management"] = {{"levels", document["management"]["levels"]}, {"qms_audit", "full"}};
  CHECK(is_usual(turned.dump()));
  CHECK(is_usual(turned.dump(2)));
  turned.erase("edition");
  turned.erase("date");
  CHECK(is_usual(turned.dump()));
  const auto sorted = nlohmann::json::parse(turned.dump());  // as programs write that sort keys: the scheme comes late
  CHECK(is_usual(sorted.dump()));
  CHECK(is_usual(sorted.dump(4)));
  for (const char* part : {"alpha", "levels"}) {
    auto other = document;
    auto& values =
        part == std::string_view("levels") ? other["management"]["levels"] : other["service"]["ratings"][0]["alpha"];
    const auto last = std::prev(values.end());
    nlohmann::ordered_json moved{{last.key(), last.value()}};
    for (auto each = values.begin(); each != last; ++each) {
      moved[each.key()] = each.value();
    }
    values = moved;
    CHECK(is_usual(other.dump()));
    CHECK(is_usual(other.dump(2)));
    values.erase("2.1");
    CHECK_FALSE(is_usual(other.dump()));
    values["9.9"] = values["1.1"];
    CHECK_FALSE(is_usual(other.dump()));
    const std::string text = example::replaced(other.dump(), R"("9.9")", R"("1.2")");
    CHECK_FALSE(is_usual(text));
  }
}

TEST_CASE("one space after a comma or a colon is usual, whatever stands after it", "[fast_reader]") {
  const std::string tight = nlohmann::ordered_json::parse(example::assessment_text()).dump();
  REQUIRE(is_usual(tight));
  std::string spaced;
  for (std::size_t i = 0; i < tight.size(); ++i) {
    spaced += tight[i];
    spaced += tight[i] == ',' || tight[i] == ':' ? " " : "";
  }
  CHECK(is_usual(spaced));
  for (const auto& [from, to] : {std::pair(R"("7.1": 0.85)", R"("7.1": 1.01)"),
                                 {R"("7.1": 0.85)", R"("7.1": .85)"},
                                 {R"("7.1": 3,)", R"("7.1": 6,)"},
                                 {R"("7.1": 3,)", R"("7.1": ,)"}}) {
    CHECK_FALSE(is_usual(example::replaced(spaced, from, to)));
  }
}

TEST_CASE("a scheme that is named last has to be the one that its items were read by", "[fast_reader]") {
  auto document = nlohmann::json::parse(example::assessment_text());
  document["edition"] = "B/1";
  CHECK_FALSE(is_usual(document.dump()));
  document["edition"] = "B/0";
  document["scheme"] = "CTS TBSC95-2026";
  CHECK_FALSE(is_usual(document.dump()));
  document.erase("scheme");
  CHECK_FALSE(is_usual(document.dump()));
}

TEST_CASE("details and remarks on clauses are usual, as a template has them", "[fast_reader]") {
  auto document = nlohmann::ordered_json::parse(example::assessment_text());
  document["details"] = {{"审核类型", "监督审核"}, {"审核组长", ""}};
  document["management"]["conformity_remarks"] = {{"4.2.2", "no service blueprint"}};
  CHECK(is_usual(document.dump()));
  CHECK(is_usual(document.dump(2)));
  document["details"] = nlohmann::ordered_json::object();
  document["management"]["conformity_remarks"] = nlohmann::ordered_json::object();
  CHECK(is_usual(document.dump(2)));
  for (const char* details : {R"({"a": 1})", R"({"a": "1", "a": "2"})", R"({"a": "1",})", R"({"a"})", R"("a")"}) {
    CHECK_FALSE(
        is_usual(example::replaced(document.dump(), R"("details":{})", std::string(R"("details":)") + details)));
  }
}

TEST_CASE("extensions are passed over, as a template has them and in other shapes", "[fast_reader]") {
  const auto with = [](const std::string& extensions) {
    return example::replaced(example::assessment_text(), "{", R"({"extensions":)" + extensions + ",");
  };
  const auto nested = [](std::size_t levels) {
    return R"({"a":)" + std::string(levels - 1, '[') + std::string(levels - 1, ']') + "}";
  };
  const auto keys = [](std::size_t count) {
    std::string object;
    for (std::size_t i = 0; i < count; ++i) {
      object += (i == 0 ? "{\"" : ",\"") + std::to_string(i) + "\":0";
    }
    return object + "}";
  };
  const auto blank = nlohmann::ordered_json::parse(
      blank_assessment(example::embedded_catalog().first().content, 1, language::zh, "s"));
  CHECK(is_usual(with(blank["extensions"].dump())));
  CHECK(is_usual(with(blank["extensions"].dump(2))));
  for (const std::string& extensions :
       {std::string("{}"), std::string(R"({"a": "\"\\\/\b\f\n\r\t", "b": [1, -2.5e3, true, false, null, [], {}]})"),
        nested(8), keys(31)}) {
    CHECK(is_usual(with(extensions)));
  }
  // What is wrong, and what only the full reader knows.
  for (const std::string& extensions :
       {std::string("[]"), std::string(R"({"a": 1, "a": 2})"), std::string(R"({"a": {"b": 1, "b": 2}})"),
        std::string(R"({"a": 01})"), std::string(R"({"a": nul})"), std::string(R"({"a": "\x"})"),
        std::string("{\"a\": \"\t\"}"), std::string(R"({"a": [1,]})"), std::string(R"({"a": [1 2]})"),
        std::string(R"({"a": 1,})"), std::string(R"({"a" 1})"), std::string(R"({"a": "\u0041"})"),
        std::string(R"({"\t": 1})"), nested(10), keys(33)}) {
    INFO(extensions);
    CHECK_FALSE(is_usual(with(extensions)));
  }
}

TEST_CASE("extensions that come again are known, and none that only begin or end alike", "[fast_reader]") {
  std::string passed_over;
  const auto is_usual_now = [&](const std::string& text) {
    record record;
    return read_fast(example::embedded_catalog(), example::padded(text).text(), {}, passed_over, record);
  };
  const auto with = [](const std::string& extensions) {
    return example::replaced(example::assessment_text(), "{", "{\"extensions\": " + extensions + ",");
  };
  const std::string known = R"({"a": {"项目": 1}})";
  CHECK(is_usual_now(with(known)));
  CHECK(passed_over == known);
  CHECK(is_usual_now(with(known)));
  CHECK_FALSE(is_usual_now(with(known + "}")));
  CHECK_FALSE(is_usual_now(with(known + " 1")));
  CHECK_FALSE(is_usual_now(with(R"({"a": {"项目": 01}})")));
  CHECK_FALSE(is_usual_now("{\"extensions\": " + known));
  CHECK_FALSE(is_usual_now("{\"extensions\": " + known.substr(0, known.size() - 1)));
  CHECK(passed_over == known);
  CHECK(is_usual_now(with("{}")));
  CHECK(passed_over == "{}");
  const std::string long_one = "{\"a\": \"" + std::string(std::size_t{64} << 10U, 'a') + "\"}";
  CHECK(is_usual_now(with(long_one)));
  CHECK(passed_over == "{}");
}

TEST_CASE("a byte that is not UTF-8 is left to the full reader, wherever it stands", "[fast_reader]") {
  const auto document = nlohmann::ordered_json::parse(example::read_file(TBSC94_DATA "/samples/grade-aaa.json"));
  auto whole = document;
  whole["organization"] = "甲乙丙丁公司";
  whole["details"] = {{"地址", "上海"}};
  whole["extensions"] = {{"说明", {"一\n二", nullptr, {{"项", 1.5}}}}};
  whole["service"]["remarks"] = {{"1.1", "优"}};
  const std::string text = whole.dump();
  REQUIRE(is_usual(text));
  for (std::size_t i = 0; i < text.size(); ++i) {
    for (const char byte : {'\x80', '\xC3', '\xE4', '\xFF'}) {
      std::string changed = text;
      changed[i] = byte;
      if (!encoding::is_utf_8(changed)) {
        INFO(i);
        CHECK_FALSE(is_usual(changed));
      }
    }
  }
}

TEST_CASE("a date before the edition, and the edition that records are read under, are usual", "[fast_reader]") {
  CHECK(is_usual(example::replaced(example::assessment_text(), "2026-03-14", "2025-12-31")));
  CHECK(is_usual(example::assessment_text(), "B/0"));
  CHECK(is_usual(example::replaced(example::assessment_text(), "B/0", "A/9"), "B/0"));
  CHECK_FALSE(is_usual(example::assessment_text(), "A/9"));
}

TEST_CASE("whatever is to be refused is not usual", "[fast_reader]") {
  const std::string text = example::on_one_line(example::assessment_text());
  REQUIRE(is_usual(text));
  for (const auto& [from, to] :
       std::initializer_list<std::pair<std::string_view, std::string_view>>{{R"("7.1": 0.85)", R"("7.1": 1.01)"},
                                                                            {R"("1.1": 0.85)", R"("1.1": "0.85")"},
                                                                            {R"("7.1": 0.85})", R"("7.1": 0.85,})"},
                                                                            {R"(, "7.1": 0.85})", "}"},
                                                                            {R"("7.1": 3,)", R"("7.1": 6,)"},
                                                                            {R"("7.1": 3,)", R"("7.1": 3.5,)"},
                                                                            {R"(, "7.2": 3})", "}"},
                                                                            {R"("B/0")", R"("B/1")"},
                                                                            {"2026-03-14", "2026-02-30"},
                                                                            {R"("conforming")", R"("yes")"}}) {
    INFO(from << " => " << to);
    CHECK_FALSE(is_usual(example::replaced(text, from, to)));
  }
  for (std::size_t size = 0; size < text.size(); ++size) {
    REQUIRE_FALSE(is_usual(text.substr(0, size)));
  }
  CHECK_FALSE(is_usual(text + "}"));
}

// Whichever character stands where it should not.
TEST_CASE("what is no JSON is not usual", "[fast_reader]") {
  for (const int indent : {-1, 1}) {
    const std::string text = nlohmann::ordered_json::parse(example::assessment_text()).dump(indent);
    REQUIRE(is_usual(text));
    std::size_t usual = 0;
    for (std::size_t place = 0; place < text.size(); ++place) {
      for (const char other : std::string_view(",;:{}[]\"\\ \n\x01x.1-e\xFF")) {
        std::string changed = text;
        changed[place] = other;
        if (is_usual(changed)) {
          ++usual;
          INFO(changed);
          REQUIRE(nlohmann::json::accept(changed));
        }
      }
    }
    CHECK(usual > 0);  // a letter of a name may be another
  }
}
