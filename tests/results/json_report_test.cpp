// The whole derivation as JSON: every part there, every number in agreement with the others.
#include "results/json_report.hpp"

#include <gmpxx.h>

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "results/graded.hpp"
#include "scoring/naive.hpp"
#include "text/digest.hpp"

namespace {

using namespace tbsc94;
using document = nlohmann::json;

std::string report_of(const std::string& text, const readings_in_use& readings = {}) {
  std::string out;
  json_writer writer(out, json_writer::layout::indented);
  write_report(writer, example::outcome_of(text, readings), readings, text);
  return out;
}

std::vector<std::string> keys_of(const nlohmann::ordered_json& object) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : object.items()) {
    keys.push_back(key);
  }
  return keys;
}

mpq_class exact(const document& text) {
  const std::string written = text.get<std::string>();
  const std::size_t slash = written.find('/');
  if (slash == std::string::npos) {
    return naive::number(written);
  }
  mpq_class result(written);
  result.canonicalize();
  return result;
}

// A number of the report as it is written there.
mpq_class number(const document& value) { return naive::number(value.dump()); }

// Whether NAME is NAME_exact rounded to two decimals.
void check_shown(const document& object, const std::string& name) {
  CHECK(number(object[name]) == naive::number(naive::rounded(exact(object[name + "_exact"]), 2)));
}

// The sums of Appendix 1 and Appendix 3, and what the verdict says of them.
void check_consistent(const document& report) {
  const document& service = report["service"];
  check_shown(service, "score");
  check_shown(service, "points");
  mpq_class points;
  mpq_class due;
  for (const document& item : service["items"]) {
    check_shown(item, "lost");
    CHECK(exact(item["lost_exact"]) == number(item["points_due"]) - exact(item["points_exact"]));
    check_shown(item, "points");
    check_shown(item, "percentage");
    points += exact(item["points_exact"]);
    if (item["applicable"]) {
      due += number(item["points_due"]);
      CHECK(exact(item["percentage_exact"]) == 100 * exact(item["points_exact"]) / number(item["points_due"]));
    }
  }
  mpq_class of_characteristics;
  for (const document& each : service["characteristics"]) {
    of_characteristics += exact(each["points_exact"]);
  }
  CHECK(points == of_characteristics);
  CHECK(points == exact(service["points_exact"]));
  CHECK(due == number(service["points_due"]));
  CHECK(exact(service["score_exact"]) == 100 * points / due);

  // 5.1.2: the score is the weighted mean of the ratings' scores.
  mpq_class mean;
  mpq_class weights;
  for (const document& rating : service["ratings"]) {
    mean += exact(rating["weight"]) * exact(rating["score_exact"]);
    weights += exact(rating["weight"]);
  }
  CHECK(weights == 1);
  CHECK(mean == exact(service["score_exact"]));

  const document& management = report["management"];
  mpq_class total;
  for (const document& item : management["items"]) {
    CHECK(number(item["points"]) == number(item["points_due"]) * number(item["level"]) / 5);
    total += number(item["points"]);
  }
  CHECK(total == number(management["total"]));

  // 5.3: the grade is one whose two conditions hold, and the next one's do not.
  const document& verdict = report["verdict"];
  for (const document& each : verdict["requirements"]) {
    CHECK(each["level_met"].get<bool>() == (management["level"] >= each["level_from"]));
    const bool met = each["score_met"].get<bool>() && each["level_met"].get<bool>() && verdict["conformity_met"];
    if (each["grade"] == verdict["grade"]) {
      CHECK(met);
    }
    if (!verdict["next"].is_null() && each["grade"] == verdict["next"]["grade"]) {
      CHECK_FALSE(met);
    }
  }
}

}  // namespace

TEST_CASE("a rating's score beside a limit has its mark, with it and without it", "[json_report]") {
  document text = document::parse(example::assessment_text());
  document other = text["service"]["ratings"][0];
  other["assessor"] = "B";
  for (auto& alpha : other["alpha"]) {
    alpha = 0.80002;
  }
  text["service"]["ratings"].push_back(other);
  const document report = document::parse(report_of(text.dump()));
  CHECK(report["service"]["ratings"][1]["mark"] == "+");
  CHECK_FALSE(report["service"]["ratings"][0].contains("mark"));
  CHECK(report["agreement"]["without"][0]["mark"] == "+");
  CHECK_FALSE(report["agreement"]["without"][1].contains("mark"));
}

TEST_CASE("the parts of a report", "[json_report]") {
  const auto report = nlohmann::ordered_json::parse(report_of(example::assessment_text()));
  CHECK(keys_of(report) == std::vector<std::string>{"tool", "scheme", "input", "assessment", "readings", "assumed",
                                                    "remarks", "service", "management", "verdict", "agreement"});
  CHECK(report["tool"]["name"] == "tbsc94");
  CHECK(report["scheme"]["id"] == "CTS TBSC94-2026");
  CHECK(report["scheme"]["edition"] == "B/0");
  CHECK(report["scheme"]["sha256"] == sha256(embedded::scheme()));
  CHECK(report["input"]["source"] == "a.json");
  CHECK(report["input"]["sha256"] == sha256(example::assessment_text()));
  CHECK(report["service"]["items"].size() == 19);
  CHECK(report["service"]["characteristics"].size() == 7);
  CHECK(report["management"]["items"].size() == 21);
  CHECK(report["verdict"]["requirements"].size() == 3);
  CHECK(report["verdict"]["next"]["grade"] == "AAAA");
  CHECK(report["verdict"]["next"]["score"] == "5");
  CHECK(report["verdict"]["next"]["level"] == 4);
  CHECK(report["verdict"]["next"]["total"] == 8);
  // Every requirement names its clause.
  for (const auto& each : report["verdict"]["requirements"]) {
    CHECK(each["clause"] == "5.3");
  }
}

TEST_CASE("the assessment stands in the report as it was written, digits and all", "[json_report]") {
  const std::string text = example::replaced(
      example::replaced(example::assessment_text(), R"("1.1": 0.85)", R"("1.1":  8.50e-1)"), "\"date\"",
      R"("extensions": {"n": [1.0, 1e400, 12345678901234567890, "é"]},)"
      "\n\t\"date\"");
  // to its last line end: else nobody could tell its digest
  CHECK(report_of(text + "\r\n ").find("\"assessment\": " + text + "\r\n ,") != std::string::npos);
  // A byte order mark is no part of it, but of the record's bytes.
  const std::string trimmed = text.substr(0, text.find_last_of('}') + 1);
  const std::string with_bom = "\xEF\xBB\xBF" + trimmed;
  std::string out;
  json_writer writer(out);
  write_report(writer, example::outcome_of(trimmed), {}, with_bom);
  CHECK(out.find("\"assessment\":" + trimmed + ",") != std::string::npos);
  CHECK(out.find("\"sha256\":\"" + sha256(with_bom) + "\"") != std::string::npos);
}

TEST_CASE("every sample's report agrees with itself", "[json_report]") {
  for (const auto& entry : std::filesystem::directory_iterator(TBSC94_DATA "/samples")) {
    const std::string text = example::read_file(entry.path().string());
    const document sample = document::parse(text);
    readings_in_use readings;
    const auto recorded = sample["recorded"].find("readings");
    if (recorded != sample["recorded"].end()) {
      for (const auto& [name, value] : recorded->items()) {
        REQUIRE(readings.values.set(*find_reading(name), value.get<std::string>()));
      }
    }
    CAPTURE(entry.path().filename().string());
    const document report = document::parse(report_of(text, readings));
    check_consistent(report);
    CHECK(report["assessment"] == sample);
    CHECK(report["verdict"]["grade"] == sample["recorded"]["grade"]);
  }
}

TEST_CASE("all readings are listed, with the body's decisions", "[json_report]") {
  readings_in_use readings = example::with_other({"row-grade"});
  readings.settled[static_cast<std::size_t>(reading::row_grade)] = decision{"TC 2026-03", "2026-03-01"};
  readings.settled[static_cast<std::size_t>(reading::mean_over)] = decision{"TC 2026-04", ""};
  const document list = document::parse(report_of(example::assessment_text(), readings))["readings"];
  REQUIRE(list.size() == reading_count);
  CHECK(list[1] == document::parse(R"({"name":"limit-comparison","value":"full-value","default":true,"clause":"5.3",
                                   "settled":false})"));
  CHECK(list[3]["settled"] == true);
  CHECK(list[3]["default"] == true);
  CHECK(list[3]["date"].is_null());
  CHECK(list[5]["value"] == "by-order");
  CHECK(list[5]["default"] == false);
  CHECK(list[5]["decision"] == "TC 2026-03");
  CHECK(list[5]["date"] == "2026-03-01");
}

TEST_CASE("what would change the result", "[json_report]") {
  const document verdict = document::parse(report_of(example::assessment_text()))["verdict"];
  // 85 points and a total of 87, where AAA asks 80 and a total of 70, and AAAA a total of 95.
  CHECK(verdict["cushion"] == document::parse(R"({"score":"5","level":3,"total":17})"));
  CHECK(verdict["next"]["raises"]["count"] == 4);
  CHECK(verdict["next"]["raises"]["items"].size() == 8);
  CHECK(verdict["next"]["raises"]["items"][0] == document::parse(R"({"id":"4.1","gain":2})"));

  const std::string nonconforming =
      example::replaced(example::assessment_text(), "\"conforming\"", "\"nonconforming\"");
  const document other = document::parse(report_of(nonconforming))["verdict"];
  CHECK(other["cushion"].is_null());
  CHECK(other["next"]["raises"].is_null());
}

TEST_CASE("how far the ratings agree", "[json_report]") {
  CHECK(document::parse(report_of(example::assessment_text()))["agreement"].is_null());  // one rating alone
  document text = document::parse(example::assessment_text());
  text["service"]["ratings"].push_back(text["service"]["ratings"][0]);
  text["service"]["ratings"][1]["assessor"] = "B";
  for (auto& alpha : text["service"]["ratings"][1]["alpha"]) {
    alpha = 0.75;
  }
  text["service"]["ratings"][1]["alpha"]["7.1"] = 0.6;
  const document report = document::parse(report_of(text.dump()));
  const document& agreement = report["agreement"];
  REQUIRE(agreement["items"].size() == 19);
  CHECK(agreement["items"][0] == document::parse(R"({"id":"1.1","least":0.75,"most":0.85,"spread":0.1,
                                                     "bands":[0,0,0,1,1],"far_apart":false})"));
  CHECK(agreement["items"][18]["far_apart"] == true);
  REQUIRE(agreement["without"].size() == 2);
  CHECK(agreement["without"][0] ==
        document::parse(R"({"score":73.80,"score_exact":"73.8","grade":null,"changes_grade":false})"));
  CHECK(agreement["without"][1]["grade"] == "AAA");
  CHECK(agreement["without"][1]["changes_grade"] == true);  // 79.4 with both
}

TEST_CASE("what each other value of a reading would give", "[json_report]") {
  const auto given = [](const std::string& text, const readings_in_use& readings, const char* reading) {
    std::map<std::string, document> values;
    const document report = document::parse(report_of(text, readings));
    for (const document& each : report["verdict"]["other_values"]) {
      if (each["reading"] == reading) {
        values[each["value"]] = each;
      }
    }
    return values;
  };
  const auto rounded = given(example::assessment_text(), {}, "limit-comparison");
  CHECK(rounded.size() == 3);
  CHECK(rounded.at("rounded-to-1") == document::parse(R"({"reading":"limit-comparison","value":"rounded-to-1",
                                                          "score_exact":"85","grade":"AAA"})"));
  // An item declared not applicable is refused by default: there is nothing to give.
  const std::string sample = example::read_file(TBSC94_DATA "/samples/not-applicable.json");
  CHECK(given(sample, example::with_other({"not-applicable"}), "not-applicable").empty());
  CHECK(given(sample, example::with_other({"not-applicable"}), "row-grade").count("by-order") == 1);
}

TEST_CASE("a refused record's report has errors in place of what is worked out", "[json_report]") {
  const std::string text = example::replaced(example::assessment_text(), R"("1.1": 0.85)", R"("1.1": 2)");
  const auto report = nlohmann::ordered_json::parse(report_of(text));
  CHECK(keys_of(report) == std::vector<std::string>{"tool", "scheme", "input", "errors"});
  CHECK(report["errors"][0]["code"] == "alpha-out-of-range");
  CHECK(document::parse(report_of("{"))["scheme"].is_null());
}
