// Every sample, graded under its recorded readings, gives its recorded result.
#include <filesystem>

#include "catch.hpp"
#include "cli/run.hpp"
#include "reading/example_texts.hpp"

namespace {

using namespace cli_test;
using nlohmann::json;

// The digits of a number as the text writes them, behind the last `"key":`; empty where there is none.
std::string digits_of(const std::string& text, const std::string& key) {
  std::size_t at = text.rfind("\"" + key + "\":");
  if (at == std::string::npos) {
    return "";
  }
  at = text.find_first_not_of(' ', at + key.size() + 3);
  return text.substr(at, text.find_first_of(",}\n ", at) - at);
}

}  // namespace

TEST_CASE("the samples", "[cli][samples]") {
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(data("samples"))) {
    const std::string path = entry.path().string();
    CAPTURE(path);
    const std::string text = example::read_file(path);
    const json recorded = json::parse(text)["recorded"];
    std::vector<std::string> arguments{"grade", "--format", "ndjson", path};
    const json readings = recorded.value("readings", json::object());
    for (const auto& [name, value] : readings.items()) {
      arguments.insert(arguments.end(), {"--reading", name + "=" + value.get<std::string>()});
    }
    const run_result result = run(arguments);
    CHECK(result.exit_code == 0);
    REQUIRE(result.lines().size() == 1);
    const json line = result.lines()[0];
    CHECK(line["grade"] == recorded["grade"]);
    for (const char* member : {"service_score", "management_total", "management_level"}) {
      CHECK(digits_of(result.out, member) == digits_of(text, member));
    }
    CHECK(line.value("readings", json::object()) == readings);
    CHECK_FALSE(line.contains("remarks"));
    ++count;
  }
  CHECK(count >= 20);
}

TEST_CASE("what a sample's name says, its result shows", "[cli][samples]") {
  const auto line_of = [](const std::string& name, const std::vector<std::string>& options = {}) {
    std::vector<std::string> arguments{"grade", "--format", "ndjson", data("samples/" + name)};
    arguments.insert(arguments.end(), options.begin(), options.end());
    return run(arguments).lines().at(0);
  };
  const json below = line_of("score-89.998-shown-as-90.00.json");
  CHECK(below["mark"] == "-");
  CHECK(below["grade"] == "AAA");
  CHECK(below["service_score_exact"].get<std::string>().find("89.99") == 0);
  CHECK(line_of("score-89.6-by-rounded-value.json")["grade"] == "AAA");  // by the full value
  CHECK(line_of("score-89.6-by-rounded-value.json",
                {"--reading", "limit-comparison=rounded-value"})["compared_score"] == 90);
  CHECK(line_of("conformity-assumed.json")["assumed"] == json({"conformity"}));
  CHECK(line_of("score-exactly-90-at-level-3.json", {"--reading", "shared-boundary=lower-row"})["grade"] == "AAAA");
  CHECK(line_of("doubles-lose-the-grade.json")["service_score_exact"] == "80");
  CHECK(line_of("not-applicable.json")["errors"][0]["code"] == "not-applicable-refused");
}
