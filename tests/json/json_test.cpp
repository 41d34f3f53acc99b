// The JSON reader: RFC 8259 to the letter, and where a text departs from it.
#include "json/json.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <ctime>
#include <functional>
#include <string>
#include <vector>

#include "catch.hpp"
#include "reading/example_texts.hpp"

namespace {

using namespace tbsc94;
using namespace std::string_literals;

// Everything that is wrong with a text in which every value is visited.
findings errors_in(const std::string& text) {
  const example::padded padded(text);
  findings errors;
  json::document_reader reader;
  reader.read(padded.text(), errors, language::en,
              [&](json::value root) { json::check_all(root, json::path{}, errors, language::en); });
  place(errors, padded.text().text);
  return errors;
}

void check_refused(const std::string& marked, code expected) {
  const example::marked_text text = example::unmarked(marked);
  CAPTURE(marked);
  const findings errors = errors_in(text.text);
  REQUIRE(errors.size() == 1);
  CHECK(name_of(errors[0].code) == name_of(expected));
  CHECK(errors[0].offset == text.offset);
  CHECK(errors[0].line == text.line);
  CHECK(errors[0].column == text.column);
}

std::string nested(unsigned levels) {
  return "{\"a\":" + std::string(levels - 1, '[') + std::string(levels - 1, ']') + "}";
}

}  // namespace

TEST_CASE("what is JSON is read", "[json]") {
  for (const std::string& text :
       {"{}"s, " \t\r\n{ } \t\r\n"s, R"({"a":[]})"s, R"({"a":[1,"b",true,false,null,{}]})"s,
        R"({"a":-0,"b":1e400,"c":1E+2,"d":1e-400,"e":0.10,"f":123456789012345678901234567890})"s, R"({"":1})"s,
        R"({"a":"\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00"})"s, "{\"名\":\"\xF0\x9F\x98\x80\x7F\"}"s, R"([1,2])"s}) {
    CAPTURE(text);
    CHECK(errors_in(text).empty());
  }
}

TEST_CASE("what is not JSON is malformed, at the mistake", "[json]") {
  for (const std::string& text :
       {// It ends too early, or before it begins.
        "⌖"s, "⌖   \n"s, "{⌖"s, R"({"a":1⌖)"s, R"({"a":12⌖)"s, R"({"a":true⌖)"s, R"({"a":"is true⌖)"s,
        R"({"a":"abc}⌖)"s, R"([{}⌖)"s, R"({"a":[1,2]⌖)"s, R"({"a":⌖)"s, R"({"a"⌖)"s,
        // Commas and colons
        R"({"a":1⌖,})"s, R"({"a":1,⌖,"b":2})"s, R"({⌖,})"s, R"({"a":[1⌖,]})"s, R"({"a":[⌖,1]})"s, R"({"a" ⌖1})"s,
        R"({"a"⌖})"s, R"({"a":⌖})"s, R"({"a":[1 ⌖2]})"s, R"({"a":1 ⌖"b":2})"s, R"({"a":1⌖;})"s,
        // Brackets
        R"({"a":[1,2⌖})"s, R"({"a":{"b":[1,{"c":1⌖]}})"s, R"({"a":1}⌖})"s, R"({"a":1} ⌖])"s,
        // Keys
        R"({⌖a:1})"s, R"({⌖'a':1})"s, R"({⌖1:2})"s, R"({⌖null:2})"s,
        // Numbers
        R"({"a":⌖01})"s, R"({"a":⌖+1})"s, R"({"a":⌖.5})"s, R"({"a":⌖1.})"s, R"({"a":⌖1.e3})"s, R"({"a":⌖1e})"s,
        R"({"a":⌖-})"s, R"({"a":⌖0x10})"s, R"({"a":⌖NaN})"s, R"({"a":⌖Infinity})"s, R"({"a":⌖-Infinity})"s,
        R"({"a":⌖0,85})"s,
        // Words
        R"({"a":⌖nul})"s, R"({"a":⌖True})"s, R"({"a":⌖truee})"s, R"(⌖nul)"s,
        // Strings
        R"({"a":"⌖\x"})"s, R"({"a":"⌖\u12"})"s, R"({"a":"⌖\u12G4"})"s, "{\"a\":\"x⌖\ty\"}"s, "{\"a\":\"名⌖\ny\"}"s,
        // Half of a surrogate pair, as no text has it
        R"({"a":"⌖\ud800"})"s, R"({"a":"⌖\ud800\u0041"})"s, R"({"a":"⌖\udc00"})"s, R"({"⌖\udc00":1})"s,
        // Comments, and space that JSON does not have
        "⌖// x\n{}"s, R"({"a":1 ⌖/* x */})"s, "{\"a\":1}⌖\f"s, "{\"a\":[]⌖\v}"s, "{\"a\":[]⌖\u00A0}"s,
        "{\"a\":1}⌖\u2028"s, "⌖\uFEFF{}"s, "{⌖“a\":1}"s, "{\"a\"⌖：1}"s,
        // A second document, and anything else after the first
        R"({"a":1}⌖{"b":2})"s, "{\"a\":1}\n⌖{\"b\":2}"s, R"({"a":1} ⌖x)"s, R"({"a":1}⌖,)"s, R"(12 ⌖13)"s,
        // A zero byte is no end
        "{\"a\":1}⌖\0"s, "{\"a\":1}\n⌖\0\n"s, "{\"a\":⌖1\0}"s, "{\"a\":\"x⌖\0\"}"s, "{\"a\":⌖x,\0}"s}) {
    check_refused(text, code::malformed_json);
  }
}

TEST_CASE("a text of another encoding is not UTF-8, and the message says what it looks like", "[json]") {
  check_refused("{\"a\":\"⌖\xFF\"}", code::not_utf_8);
  check_refused("{\"名\":\n\"⌖\xC3(\"}", code::not_utf_8);
  check_refused("{\"a\":\"⌖\xED\xA0\x80\"}", code::not_utf_8);      // a surrogate
  check_refused("{\"a\":\"⌖\xC0\x80\"}", code::not_utf_8);          // overlong
  check_refused("{\"a\":\"⌖\xF4\x90\x80\x80\"}", code::not_utf_8);  // above U+10FFFF
  check_refused("{\"a\":1}⌖\xFF", code::not_utf_8);
  check_refused("{\"a\":\"⌖\xC4\xE3\xBA\xC3\"}", code::not_utf_8);
  check_refused("⌖\xFF\xFE{\0}\0"s, code::not_utf_8);

  CHECK(errors_in("{\"a\":\"\xC4\xE3\xBA\xC3\"}").at(0).message.find("GBK") != std::string::npos);
  for (const std::string& text : {"\xFF\xFE{\0}\0"s, "\xFE\xFF\0{\0}"s, "{\0}\0"s, "\0{\0}"s}) {
    CHECK(errors_in(text).at(0).message.find("UTF-16") != std::string::npos);
  }
  CHECK(errors_in("{\"a\":\"\xFF\"}").at(0).message.find("GBK") == std::string::npos);
}

TEST_CASE("64 arrays and objects may stand within each other", "[json]") {
  CHECK(errors_in(nested(64)).empty());
  const findings errors = errors_in(nested(65));
  REQUIRE(errors.size() == 1);
  CHECK(name_of(errors[0].code) == "too-deep");
  CHECK(errors[0].offset == 5 + 63);  // the bracket that is one too many
  // However deep it is, there is but this error.
  CHECK(name_of(errors_in(nested(100'000)).at(0).code) == "too-deep");
}

TEST_CASE("a document has a largest size", "[json]") {
  const std::string head = "{\"a\":\"";
  const auto sized = [&](std::size_t size) { return head + std::string(size - head.size() - 2, 'x') + "\"}"; };
  CHECK(errors_in(sized(json::largest_document)).empty());
  const findings errors = errors_in(sized(json::largest_document + 1));
  REQUIRE(errors.size() == 1);
  CHECK(name_of(errors[0].code) == "too-large");
}

TEST_CASE("a key is given once in an object, at any depth, whatever its spelling", "[json]") {
  const auto check = [](const std::string& marked, const std::string& where) {
    const example::marked_text text = example::unmarked(marked);
    CAPTURE(marked);
    const findings errors = errors_in(text.text);
    REQUIRE(errors.size() == 1);
    CHECK(name_of(errors[0].code) == "duplicate-key");
    CHECK(errors[0].where == where);
    CHECK(errors[0].offset == text.offset);
    CHECK(errors[0].column == text.column);
  };
  check(R"({"a":1,⌖"a":1})", "/a");
  check(R"({"1.1":1,⌖"\u0031.1":1})", "/1.1");
  check(R"({"\u0031.1":1,⌖"1.1":1})", "/1.1");
  check(R"({"a/b~c":1,⌖"a\/b~c":1})", "/a~1b~0c");
  check(R"({"x":[0,{"y":{"a":1,"b":2,⌖"a":3}}]})", "/x/1/y/a");
  check(R"({"":1,⌖"":1})", "/");
  check(R"({"名":1,⌖"\u540d":1})", "/名");

  // The same key in two objects is none; and what stands under a key given again is checked as well.
  CHECK(errors_in(R"({"a":{"a":[{"a":1},{"a":1}]}})").empty());
  const findings errors = errors_in(R"({"a":1,"a":{"b":1,"b":1},"a":2})");
  REQUIRE(errors.size() == 3);
  CHECK(errors[1].where == "/a/b");
}

// A name that JSON writes with an escape is not the text of the name itself.
TEST_CASE("key_names: what is written is compared only where that is the name", "[json]") {
  const std::string long_name(300, 'x');
  const tbsc94::json::key_names names{R"(a\b)", long_name, "a", R"(a"b)", "a\nb"};
  const auto is_written = [&](const std::string& text, std::size_t index) {
    return names.is_written((text + std::string(16, ' ')).c_str(), index);
  };
  CHECK_FALSE(is_written(R"(a\b": 1)", 0));
  CHECK_FALSE(is_written(long_name + "\"", 1));
  CHECK(is_written(R"(a": 1)", 2));
  CHECK_FALSE(is_written(R"(a"b": 1)", 3));
  CHECK_FALSE(is_written("a\nb\": 1", 4));
  CHECK(names.find(R"(a\b)") == 0);
  CHECK(names.find(long_name) == 1);
}

// However long the name is: every character of it counts, and what stands behind it.
TEST_CASE("key_names: a key is written where its name and both quotes stand", "[json]") {
  for (std::size_t size = 0; size <= 20; ++size) {
    const std::string name = std::string("abcdefghijklmnopqrstu").substr(0, size);
    const tbsc94::json::key_names names{"other", name};
    const std::string key = name + "\":";
    const std::string behind = R"(0.5,"next":0.25,"last":1)";
    INFO(name);
    CHECK(names.is_written((key + behind).c_str(), 1));
    if (names.is_tight(('"' + key + behind).c_str(), 1)) {  // of a long name it need not be told
      CHECK(names.tight_size(1) == size + 3);
    }
    CHECK_FALSE(names.is_written((key + behind).c_str(), 0));
    for (std::size_t place = 0; place < key.size(); ++place) {
      std::string other = key + behind;
      other[place] ^= 1;
      CHECK(names.is_written(other.c_str(), 1) == (place == size + 1));  // the colon is not looked at
      CHECK_FALSE(names.is_tight(('"' + other).c_str(), 1));
    }
    CHECK_FALSE(names.is_tight((' ' + key + behind).c_str(), 1));
  }
}

#ifdef __GLIBCXX__
namespace {

// Keys of 16 ASCII characters for which the hash of libstdc++ (MurmurHash64A with a fixed seed) is one and the same:
// the second half of each takes back what its first half did.
std::vector<std::string> colliding_keys(std::size_t count) {
  constexpr std::uint64_t m = 0xC6A4A7935BD1E995;
  std::uint64_t inverse = m;
  for (int i = 0; i < 5; ++i) {
    inverse *= 2 - m * inverse;
  }
  const auto mixed = [&](std::uint64_t k) { return (k * m ^ (k * m >> 47U)) * m; };
  const auto unmixed = [&](std::uint64_t k) {
    k *= inverse;
    return (k ^ (k >> 47U)) * inverse;
  };
  const auto is_plain = [](std::uint64_t k) {
    for (int i = 0; i < 8; ++i, k >>= 8U) {
      if ((k & 0xFFU) < 0x20 || (k & 0xFFU) > 0x7E || (k & 0xFFU) == '"' || (k & 0xFFU) == '\\') {
        return false;
      }
    }
    return true;
  };
  std::vector<std::string> keys;
  for (std::uint64_t n = 0; keys.size() < count; ++n) {
    std::uint64_t first = 0;
    for (unsigned i = 0; i < 8; ++i) {
      first |= ('a' + (n >> (4 * i) & 0xFU)) << (8 * i);
    }
    const std::uint64_t second = unmixed((0xC70F6907 ^ (16 * m) ^ mixed(first)) * m);
    if (is_plain(second)) {
      std::string key(16, ' ');
      std::memcpy(key.data(), &first, 8);
      std::memcpy(key.data() + 8, &second, 8);
      keys.push_back(key);
    }
  }
  return keys;
}

double seconds_to_read(const std::vector<std::string>& keys) {
  std::string text = "{";
  for (const std::string& key : keys) {
    text += (text.size() > 1 ? ",\"" : "\"") + key + "\":0";
  }
  const example::padded padded(text + "}");
  json::document_reader reader;
  findings errors;
  const std::clock_t begin = std::clock();
  reader.read(padded.text(), errors, language::en,
              [&](json::value root) { json::check_all(root, json::path{}, errors, language::en); });
  CHECK(errors.empty());
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

}  // namespace

// A set by their hashes would take time in the square of their number.
TEST_CASE("keys with one hash are read as fast as others", "[json]") {
  const std::vector<std::string> alike = colliding_keys(4'000);
  const std::hash<std::string> hash;
  REQUIRE(std::ranges::all_of(alike, [&](const std::string& key) { return hash(key) == hash(alike.front()); }));
  std::vector<std::string> others = alike;
  for (std::size_t i = 0; i < others.size(); ++i) {
    others[i].replace(8, 8, std::to_string(10'000'000 + i * 7919));
  }
  double slow = 1;
  double usual = 0;
  for (int run = 0; run < 5 && slow > 3 * usual; ++run) {
    usual = seconds_to_read(others);
    slow = seconds_to_read(alike);
  }
  CHECK(slow <= 3 * usual);
}
#endif
