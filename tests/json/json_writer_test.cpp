// JSON as it is written.
#include "json/json_writer.hpp"

#include <nlohmann/json.hpp>

#include "catch.hpp"

using namespace tbsc94;

namespace {

std::string document(json_writer::layout layout) {
  std::string out;
  json_writer json(out, layout);
  json.begin_object();
  json.key("a").number("90.00");
  json.key("b").begin_array();
  json.number(std::size_t{3});
  json.null();
  json.begin_object();
  json.end_object();
  json.begin_array();
  json.end_array();
  json.end_array();
  json.key("c\n").boolean(true);
  const std::string text = "d";
  json.key("e").string_or_null(&text);
  json.key("f").string_or_null(nullptr);
  json.end_object();
  return out;
}

}  // namespace

TEST_CASE("a document on one line, and on several", "[json_writer]") {
  CHECK(document(json_writer::layout::compact) == R"({"a":90.00,"b":[3,null,{},[]],"c\u000a":true,"e":"d","f":null})");
  CHECK(document(json_writer::layout::indented) ==
        "{\n  \"a\": 90.00,\n  \"b\": [\n    3,\n    null,\n    {},\n    []\n  ],\n"
        "  \"c\\u000a\": true,\n  \"e\": \"d\",\n  \"f\": null\n}");
}

TEST_CASE("a key that is known beforehand is written as any other, in both layouts", "[json_writer]") {
  for (const auto layout : {json_writer::layout::compact, json_writer::layout::indented}) {
    std::string known;
    std::string other;
    json_writer a(known, layout);
    json_writer b(other, layout);
    a.begin_object();
    a.key<"x">().null();
    a.key<"y">().boolean(true);
    a.end_object();
    b.begin_object();
    b.key("x").null();
    b.key("y").boolean(true);
    b.end_object();
    CHECK(known == other);
  }
}

TEST_CASE("what is written of a document can be taken before it is complete", "[json_writer]") {
  for (const auto layout : {json_writer::layout::compact, json_writer::layout::indented}) {
    std::string whole;
    std::string parts;
    std::string taken;
    json_writer one(whole, layout);
    json_writer other(parts, layout);
    for (json_writer* each : {&one, &other}) {
      each->begin_object();
      each->key("x").begin_array();
    }
    taken = other.take();
    CHECK(parts.empty());
    for (json_writer* each : {&one, &other}) {
      each->null();
      each->end_array();
      each->key("y").boolean(true);
      each->end_object();
    }
    CHECK(taken + other.take() == whole);
  }
}

TEST_CASE("a string has each document once it is complete", "[json_writer]") {
  std::string out = "x";
  json_writer json(out);
  json.begin_array();
  json.begin_array();
  json.end_array();
  CHECK(out == "x");
  json.end_array();
  CHECK(out == "x[[]]");
}

TEST_CASE("any UTF-8 comes back from a string as it went in", "[json_writer]") {
  for (const std::string& text : {std::string(), std::string("\0", 1), std::string("\"\\/\b\f\n\r\t\x1b\x7f"),
                                  std::string("江西😀\u2028\u202E")}) {
    std::string written;
    json_writer(written).string(text);
    CHECK(nlohmann::json::parse(written).get<std::string>() == text);
    CHECK(written.find('\n') == std::string::npos);  // a line of NDJSON stays a line
  }
}
