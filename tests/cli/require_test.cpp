// `tbsc94 grade --require`.
#include "catch.hpp"
#include "cli/run.hpp"
#include "reading/example_texts.hpp"

namespace {

using namespace cli_test;

int code(const std::string& grade, const std::vector<std::string>& samples) {
  std::vector<std::string> arguments{"grade", "-q", "--require", grade};
  for (const std::string& each : samples) {
    arguments.push_back(data("samples/" + each + ".json"));
  }
  return run(arguments).exit_code;
}

}  // namespace

TEST_CASE("--require: the grade or a higher one, of every assessment", "[cli][require]") {
  CHECK(code("AAA", {"grade-aaa"}) == 0);
  CHECK(code("AAA", {"grade-aaaaa"}) == 0);
  CHECK(code("AAAA", {"grade-aaa"}) == 1);
  CHECK(code("AAAA", {"grade-aaaa", "grade-aaaaa"}) == 0);
  CHECK(code("AAAAA", {"grade-aaaa", "grade-aaaaa"}) == 1);
  CHECK(code("AAA", {"none-score-60-79"}) == 1);
  CHECK(code("AAA", {"nonconforming"}) == 1);
}

TEST_CASE("--require: a grade that is reached only with conformity assumed is not enough", "[cli][require]") {
  CHECK(code("AAA", {"conformity-assumed"}) == 1);
  CHECK(run({"grade", data("samples/conformity-assumed.json")}).exit_code == 0);
}

TEST_CASE("--require: what is refused, and a grade that there is not", "[cli][require]") {
  CHECK(code("AAA", {"not-applicable", "none-score-60-79"}) == 3);
  CHECK(code("AA", {"grade-aaa"}) == 2);
  CHECK(run({"grade", "--require", "AA", "-"}).err ==
        "tbsc94: there is no grade \"AA\"; there are AAA, AAAA, AAAAA; did you mean \"AAA\"?\n");
  CHECK(run({"grade", "--require", "GOLD", "-"}).err ==
        "tbsc94: there is no grade \"GOLD\"; there are AAA, AAAA, AAAAA\n");
}

TEST_CASE("--require: the account says how many reach it", "[cli][require]") {
  const run_result result = run({"grade", "--require", "AAAA", data("samples/grade-aaa.json"),
                                 data("samples/grade-aaaa.json"), data("samples/conformity-assumed.json")});
  CHECK(result.exit_code == 1);
  CHECK(result.out.ends_with("required AAAA: reached 1, not reached 2, reached only with conformity assumed 0\n"));
}
