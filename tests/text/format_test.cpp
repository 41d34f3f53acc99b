// Texts made from patterns, and lists joined.
#include "text/format.hpp"

#include <array>
#include <string>
#include <vector>

#include "catch.hpp"

namespace {

using namespace tbsc94;

TEST_CASE("A pattern is filled in in the order of its values, with the width and the base that it asks", "[format]") {
  CHECK(formatted("{}: {}", "7.1", 84U) == "7.1: 84");
  CHECK(formatted("{:{}}{}", "", 2U, std::string("x")) == "  x");
  CHECK(formatted("\\u{:04x}", 31U) == "\\u001f");
  CHECK(formatted("{{}}") == "{}");
}

TEST_CASE("What is joined has the text between each two, and none around them", "[format]") {
  CHECK(joined(std::vector<std::string>{"a", "", "b"}, ", ") == "a, , b");
  CHECK(joined(std::array{1U, 20U, 300U}, " ") == "1 20 300");
  CHECK(joined(std::vector<std::string>{"a"}, ", ") == "a");
  CHECK(joined(std::vector<std::string>{}, ", ").empty());
  CHECK(joined(std::array{1U, 20U}, "+", [](unsigned number) { return 2 * number; }) == "2+40");
  CHECK(joined(std::vector<std::string>{"a", "bc"}, " ", &std::string::size) == "1 2");
  std::string all;
  add_joined(all, ", ", "a");
  add_joined(all, ", ", "b");
  CHECK(all == "a, b");
}

}  // namespace
