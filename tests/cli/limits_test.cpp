// The documented limit on the length of texts, and messages that repeat no more than the beginning of a long one.
#include "catch.hpp"
#include "cli/run.hpp"
#include "reading/example_texts.hpp"

namespace {

using namespace cli_test;
using example::replaced;
using nlohmann::json;

constexpr std::size_t longest = 65536;

std::string repeated(std::string_view character, std::size_t count) {
  std::string result;
  for (std::size_t i = 0; i < count; ++i) {
    result += character;
  }
  return result;
}

}  // namespace

// A text has at most 65,536 characters, however many bytes they take; where it is longer an error says so.
TEST_CASE("a text past the longest is refused where it stands", "[cli][errors]") {
  const folder files;
  const auto errors_of = [&](const std::string& from, const std::string& to) {
    const std::string path = files.write("a.json", replaced(example::assessment_text(), from, to));
    return run({"grade", "--format", "ndjson", path}).lines().at(0).value("errors", json::array());
  };
  for (const std::string character : {"x", "江", "\\n", "\\u6c5f"}) {
    CAPTURE(character);
    const std::string fits = repeated(character, longest);
    CHECK(errors_of("\"TB-1\"", "\"" + fits + "\"").empty());
    CHECK(errors_of("\"assessor\": \"陈立\"", "\"assessor\": \"" + fits + "\"").empty());
    const json errors = errors_of("\"TB-1\"", "\"" + fits + character + "\"");
    REQUIRE(errors.size() == 1);
    CHECK(errors[0]["code"] == "too-large");
    CHECK(errors[0]["where"] == "/id");
    CHECK(errors[0]["message"] == "the text is too long: at most 65536 characters are allowed");
  }
  const std::string too_long = std::string(longest + 1, 'x');
  CHECK(errors_of("\"陈立\"", "\"" + too_long + "\"").at(0)["where"] == "/service/ratings/0/assessor");
  CHECK(errors_of("\"levels\"", R"("remarks": {"1.1": ")" + too_long + "\"}, \"levels\"").at(0)["where"] ==
        "/management/remarks/1.1");
}

TEST_CASE("within extensions a text is bounded by its document alone", "[cli][errors]") {
  const folder files;
  const std::string text = std::string(longest * 2, 'x');
  const std::string path = files.write("a.json", replaced(example::assessment_text(), "\"date\"",
                                                          R"("extensions": {"scan": ")" + text + R"("}, "date")"));
  CHECK(run({"grade", "--format", "ndjson", path}).exit_code == 0);
}

TEST_CASE("a message repeats no more than the beginning of what is long", "[cli][errors]") {
  const folder files;
  const std::string key = repeated("键", 300);
  const std::string path =
      files.write("a.json", replaced(example::assessment_text(), "\"date\"", "\"" + key + "\": 1, \"date\""));
  const json error = run({"grade", "--format", "ndjson", path}).lines().at(0)["errors"].at(0);
  CHECK(error["code"] == "unknown-key");
  CHECK(error["where"] == "/" + key);
  const std::string message = error["message"];
  CHECK(message.find(repeated("键", 120) + "…") != std::string::npos);
  CHECK(message.find(repeated("键", 121)) == std::string::npos);
  CHECK(run({"grade", path}).err.find(repeated("键", 121)) == std::string::npos);

  const std::string digits = "1" + std::string(500, '0');
  const std::string number =
      files.write("b.json", replaced(example::assessment_text(), R"("1.1": 0.85)", "\"1.1\": " + digits));
  const std::string about = run({"grade", "--format", "ndjson", number}).lines().at(0)["errors"].at(0)["message"];
  CHECK(about.find("1" + std::string(119, '0') + "…") != std::string::npos);
}

// At most 25,000 errors are listed; what ends the list says that the rest was not read, and where it ends.
TEST_CASE("a document in which everything is wrong has its errors listed up to a limit", "[cli][errors]") {
  const folder files;
  const auto errors_of = [&](std::size_t wrong, const std::string& key = "a") {
    const std::string extensions = "\"extensions\": {\"" + key + "\": {" + repeated("\"k\":1,", wrong) + "\"k\":1}}";
    const std::string path =
        files.write("a.json", replaced(example::assessment_text(), "\"date\"", extensions + ", \"date\""));
    return run({"grade", "--format", "ndjson", path}).lines().at(0).at("errors");
  };
  const json all = errors_of(24'999);
  CHECK(all.size() == 24'999);
  CHECK(all.back()["code"] == "duplicate-key");

  const json some = errors_of(30'000);
  CHECK(some.size() == 25'001);
  CHECK(some[24'999]["code"] == "duplicate-key");
  CHECK(some[25'000]["code"] == "too-large");
  CHECK(some[25'000]["where"] == "");
  CHECK(some[25'000]["line"] == some[24'999]["line"]);
  CHECK(some[25'000]["column"] == some[24'999]["column"]);

  // A long way to each of them counts, too, as it is written: 100 places of 100,000 characters are past 6 MiB.
  const json far = errors_of(100, std::string(100'000, 'x'));
  CHECK(far.size() == 63 + 1);
  CHECK(far.back()["code"] == "too-large");
  CHECK(errors_of(100, repeated("\\u0001", 100'000)).size() == 11 + 1);
}
