// A result as one line of JSON, to the letter.
#include "results/ndjson.hpp"

#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "results/graded.hpp"

namespace {

using namespace tbsc94;
using example::replaced;

std::string line_of(const std::string& text, const std::vector<std::string>& other_readings = {},
                    const scheme_catalog& catalog = example::embedded_catalog()) {
  const readings_in_use readings = example::with_other(other_readings);
  std::string line;
  append_ndjson(line, example::outcome_of(text, readings, catalog), readings.values);
  return line;
}

// Every α of the one rating.
std::string with_alpha(const std::string& alpha) {
  std::string text = example::assessment_text();
  for (std::size_t at = 0; (at = text.find("0.85", at)) != std::string::npos; at += alpha.size()) {
    text.replace(at, 4, alpha);
  }
  return text;
}

}  // namespace

TEST_CASE("the line of a graded record: keys and their order", "[ndjson]") {
  CHECK(line_of(example::assessment_text()) ==
        R"({"source":"a.json","id":"TB-1","organization":"江西示例有限公司","scheme":"CTS TBSC94-2026",)"
        R"("edition":"B/0","service_score":85.00,"service_score_exact":"85","management_total":87,)"
        R"("management_level":3,"grade":"AAA","depends_on":[],"assumed":[]})"
        "\n");
}

TEST_CASE("id and organization are null where the file has none; grade is null for none", "[ndjson]") {
  std::string text = replaced(with_alpha("0.5"), R"(  "id": "TB-1",)", "");
  text = replaced(text, R"(  "organization": "江西示例有限公司",)", "");
  CHECK(line_of(text) ==
        R"({"source":"a.json","id":null,"organization":null,"scheme":"CTS TBSC94-2026","edition":"B/0",)"
        R"("service_score":50.00,"service_score_exact":"50","management_total":87,"management_level":3,)"
        R"("grade":null,"depends_on":[],"assumed":[]})"
        "\n");
}

TEST_CASE("what is assumed and what the grade depends on are sorted", "[ndjson]") {
  std::string text = replaced(with_alpha("0.92"), R"(  "edition": "B/0",)", "");
  text = replaced(text, R"("conformity": "conforming",)", "");
  CHECK(line_of(text).find(R"("grade":"AAA","depends_on":["grade-conditions","management-shortfall","row-grade"],)"
                           R"("assumed":["conformity","edition"]})"
                           "\n") != std::string::npos);
}

TEST_CASE("a mark stands where the score shown is a limit and the exact one is not", "[ndjson]") {
  CHECK(line_of(with_alpha("0.89998")).find(R"("service_score":90.00,"service_score_exact":"89.998","mark":"-",)") !=
        std::string::npos);
  CHECK(line_of(with_alpha("0.90002")).find(R"("service_score":90.00,"service_score_exact":"90.002","mark":"+",)") !=
        std::string::npos);
  CHECK(line_of(with_alpha("0.9")).find("mark") == std::string::npos);
  CHECK(line_of(with_alpha("0.60002")).find(R"("mark":"+")") != std::string::npos);
  CHECK(line_of(with_alpha("0.85002")).find("mark") == std::string::npos);  // 85.00 is no limit
}

TEST_CASE("a mean that does not end is a fraction in lowest terms", "[ndjson]") {
  std::string text = example::assessment_text();
  const std::size_t begin = text.find("      {\"assessor\"");
  const std::string rating = text.substr(begin, text.find("}}", begin) + 2 - begin);
  const std::string second = replaced(replaced(rating, "上午", "下午"), "0.85", "0.86");
  text.insert(text.find("}}", begin) + 2, ",\n" + second + ",\n" + replaced(rating, "上午", "夜"));
  CHECK(line_of(text).find(R"("service_score":85.02,"service_score_exact":"5101/60",)") != std::string::npos);
}

TEST_CASE("the readings that are not the default are named, and the compared score shown", "[ndjson]") {
  const std::string line = line_of(with_alpha("0.8950"), {"row-grade", "limit-comparison"});
  CHECK(line.find(R"("service_score":89.50,"service_score_exact":"89.5","compared_score":90,"management_total":87)") !=
        std::string::npos);
  CHECK(line.find(R"("assumed":[],"readings":{"limit-comparison":"rounded-value","row-grade":"by-order"}})") !=
        std::string::npos);
  // Rounded-value is worked out from the full value, never from the two decimals shown.
  CHECK(line_of(with_alpha("0.89499"), {"limit-comparison"}).find(R"("compared_score":89,)") != std::string::npos);
  CHECK(line_of(with_alpha("0.8850"), {"limit-comparison"}).find(R"("compared_score":88,)") != std::string::npos);
}

TEST_CASE("remarks stand last, each with its place", "[ndjson]") {
  const std::string line = line_of(replaced(example::assessment_text(), "2026-03-14", "2025-12-31"));
  CHECK(line.find(R"("assumed":[],"remarks":[{"code":"date-before-edition","where":"/date","line":6,"column":11,)"
                  R"("clause":null,"message":")") != std::string::npos);
}

// The edition is in effect from 2026-01-08 on, that day included; however the file is written.
TEST_CASE("a date before the day on which the edition takes effect is remarked on", "[ndjson]") {
  for (const char* id : {R"("id")", R"("\u0069d")"}) {
    const std::string text = replaced(example::assessment_text(), R"("id")", id);
    CHECK(line_of(replaced(text, "2026-03-14", "2026-01-07")).find("date-before-edition") != std::string::npos);
    CHECK(line_of(replaced(text, "2026-03-14", "2026-01-08")).find("remarks") == std::string::npos);
  }
}

TEST_CASE("a refused record has errors and no scores", "[ndjson]") {
  const std::string line = line_of(replaced(example::assessment_text(), R"("1.3": 0.85)", R"("1.3": 1.5)"));
  CHECK(line ==
        R"({"source":"a.json","id":"TB-1","errors":[{"code":"alpha-out-of-range",)"
        R"("where":"/service/ratings/0/alpha/1.3","line":10,"column":42,"clause":"5.1.1",)"
        R"("message":"α is 1.5; it must be from 0 to 1; if points were meant, the item has 5 due, and 1.5 of them )"
        R"(come to an α of 0.3"}]})"
        "\n");
  CHECK(line_of("{").find(R"({"source":"a.json","id":null,"errors":[{"code":"malformed-json","where":"","line":1,)"
                          R"("column":2,"clause":null,)") == 0);
}

TEST_CASE("an α that looks like a percentage is told as one", "[ndjson]") {
  const auto message = [](const std::string& alpha) {
    return line_of(replaced(example::assessment_text(), R"("1.3": 0.85)", R"("1.3": )" + alpha));
  };
  CHECK(message("85").find("perhaps 0.85?") != std::string::npos);
  CHECK(message("92.5").find("perhaps 0.925?") != std::string::npos);
  for (const char* alpha : {"1.5", "5", "-85", "101"}) {
    CHECK(message(alpha).find("perhaps") == std::string::npos);
  }
}

TEST_CASE("a scheme without a maturity part has no management total and level", "[ndjson]") {
  nlohmann::ordered_json scheme = nlohmann::ordered_json::parse(embedded::scheme());
  scheme["scheme"] = "OTHER";
  scheme.erase("maturity");
  for (auto& row : scheme["grades"]["rows"]) {
    row.erase("level");
  }
  const scheme_catalog catalog = example::catalog({scheme.dump()});
  std::string text = replaced(with_alpha("0.9"), "CTS TBSC94-2026", "OTHER");
  text = text.substr(0, text.find(",\n  \"management\"")) + "}";
  CHECK(line_of(text, {}, catalog).find(R"("management_total":null,"management_level":null,"grade":"AAAA")") !=
        std::string::npos);
}
