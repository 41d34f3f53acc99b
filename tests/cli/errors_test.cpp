// Every error code, through the program: its place, clause and line of text.
#include <set>

#include "catch.hpp"
#include "cli/run.hpp"
#include "reading/example_texts.hpp"

namespace {

using namespace cli_test;
using example::replaced;
using nlohmann::json;

// A change to the example assessment that makes one error, the sign ⌖ before its place.
struct mistake {
  std::string code;
  std::string from;
  std::string to;
  std::string where;
  std::string clause;  // as text names it; empty: none
  std::vector<std::string> options{};
};

const std::string rating = R"({"assessor": "陈立", "occasion": "上午", "alpha": {)";

const std::vector<mistake>& mistakes() {
  static const std::vector<mistake> all{
      {"malformed-json", R"("TB-1",)", R"("TB-1" ⌖"x",)", "", ""},
      {"malformed-json", R"("7.2": 3}
  }
})",
       R"("7.2": 3}
  }
}⌖{})",
       "", ""},
      {"not-utf-8", "江西示例有限公司", "⌖\xBD\xAD\xCE\xF7", "", ""},
      {"too-deep", R"("TB-1",)",
       "\"TB-1\", \"extensions\": {\"x\": " + std::string(62, '[') + "⌖[" + std::string(63, ']') + "},", "", ""},
      {"duplicate-key", R"("date")", R"(⌖"\u0069d": "x", "date")", "/id", ""},
      {"duplicate-key", R"("1.2": 0.85,)", R"(⌖"1.1": 0.9, "1.2": 0.85,)", "/service/ratings/0/alpha/1.1", ""},
      {"duplicate-key", R"("date")", R"("extensions": {"a": [{"b": 1, ⌖"b": 2}]}, "date")", "/extensions/a/0/b", ""},
      {"unknown-key", R"("date")", R"(⌖"auditor": "x", "date")", "/auditor", ""},
      {"unknown-key", R"("assessor")", R"(⌖"assesor": "x", "assessor")", "/service/ratings/0/assesor", ""},
      {"missing-key", "{\n  \"scheme\": \"CTS TBSC94-2026\",", "⌖{", "/scheme", ""},
      {"missing-key", rating, R"(⌖{"assessor": "陈立", "occasion": "上午"}, {"alpha": {)", "/service/ratings/0/alpha",
       "clause 5.1.1"},
      {"wrong-type", R"("TB-1")", "⌖17", "/id", ""},
      {"wrong-type", R"("1.1": 0.85)", R"("1.1": ⌖"0.85")", "/service/ratings/0/alpha/1.1", ""},
      {"wrong-type", R"("1.1": 0.85)", R"("1.1": ⌖"0,85")", "/service/ratings/0/alpha/1.1", ""},
      {"wrong-type", R"("上午")", "⌖5", "/service/ratings/0/occasion", ""},
      {"wrong-type", R"("levels")", R"("remarks": ⌖[], "levels")", "/management/remarks", ""},
      {"malformed-json", R"("levels")", R"("remarks": {"1.1": "x"⌖,}, "levels")", "/management/remarks", ""},
      {"wrong-type", R"("1.1": 3)", R"("1.1": ⌖true)", "/management/levels/1.1", ""},
      {"wrong-type", R"("service": {)", R"("extensions": ⌖[], "service": {)", "/extensions", ""},
      {"wrong-type", R"("service": {)", R"("recorded": {"service_score": ⌖"85"}, "service": {)",
       "/recorded/service_score", ""},
      {"unknown-value", R"("conforming")", R"(⌖"yes")", "/management/conformity", "clause 5.3"},
      {"unknown-value", R"("levels")", R"("qms_audit": ⌖"none", "levels")", "/management/qms_audit", "clause 5.2.2"},
      {"unknown-item", R"("1.2": 0.85,)", R"("1.2": 0.85, ⌖"1.4": 0.9,)", "/service/ratings/0/alpha/1.4", "Appendix 1"},
      {"unknown-item", R"("1.2": 3,)", R"("1.2": 3, ⌖"1.5": 3,)", "/management/levels/1.5", "Appendix 3"},
      {"unknown-item", R"("levels")", R"("remarks": {⌖"8": "x"}, "levels")", "/management/remarks/8", "Appendix 3"},
      {"missing-alpha", R"("alpha": {
        "1.1": 0.85,)",
       R"("alpha": ⌖{)", "/service/ratings/0/alpha/1.1", "clause 5.1.1"},
      {"missing-alpha", R"("1.1": 0.85)", R"("1.1": ⌖null)", "/service/ratings/0/alpha/1.1", "clause 5.1.1"},
      {"missing-level", R"("levels": {
      "1.1": 3,)",
       R"("levels": ⌖{)", "/management/levels/1.1", "Appendix 3"},
      {"missing-level", R"("7.2": 3)", R"("7.2": ⌖null)", "/management/levels/7.2", "Appendix 3"},
      {"alpha-out-of-range", R"("7.1": 0.85)", R"("7.1": ⌖1.000000000000000000001)", "/service/ratings/0/alpha/7.1",
       "clause 5.1.1"},
      {"alpha-out-of-range", R"("7.1": 0.85)", R"("7.1": ⌖-1e-30)", "/service/ratings/0/alpha/7.1", "clause 5.1.1"},
      {"alpha-out-of-range", R"("7.1": 0.85)", R"("7.1": ⌖1e400)", "/service/ratings/0/alpha/7.1", "clause 5.1.1"},
      {"alpha-too-fine", R"("7.1": 0.85)", R"("7.1": ⌖0.1234567890123456789)", "/service/ratings/0/alpha/7.1",
       "clause 5.1.1"},
      {"level-out-of-range", R"("7.2": 3)", R"("7.2": ⌖0)", "/management/levels/7.2", "Appendix 3"},
      {"level-out-of-range", R"("7.2": 3)", R"("7.2": ⌖6)", "/management/levels/7.2", "Appendix 3"},
      {"level-out-of-range", R"("7.2": 3)", R"("7.2": ⌖3.5)", "/management/levels/7.2", "Appendix 3"},
      {"level-out-of-range", R"("7.2": 3)", R"("7.2": ⌖-3)", "/management/levels/7.2", "Appendix 3"},
      {"invalid-date", R"("2026-03-14")", R"(⌖"2026-02-29")", "/date", ""},
      {"invalid-date", R"("2026-03-14")", R"(⌖"2026-3-14")", "/date", ""},
      {"invalid-date", R"("2026-03-14")", R"(⌖"14.03.2026")", "/date", ""},
      {"scheme-unknown", R"("CTS TBSC94-2026")", R"(⌖"CTS TBSC95-2026")", "/scheme", ""},
      {"edition-unknown", R"("B/0")", R"(⌖"A/0")", "/edition", ""},
  };
  return all;
}

// The ones that need more than one change.
std::vector<std::pair<mistake, std::string>> texts() {
  const std::string good = example::assessment_text();
  const std::string alphas = good.substr(good.find("\"1.1\": 0.85"), good.find("}}") - good.find("\"1.1\": 0.85"));
  const std::vector<std::string> exclude{"--reading", "not-applicable=exclude"};
  std::vector<std::pair<mistake, std::string>> result;
  for (const mistake& each : mistakes()) {
    result.emplace_back(each, replaced(good, each.from, each.to));
  }
  const auto add = [&](mistake mistake, std::string text) { result.emplace_back(std::move(mistake), std::move(text)); };
  const std::size_t ratings = good.find("\"ratings\"");
  const std::size_t management = good.find("\"management\"");
  const std::size_t levels = good.find("\"levels\"");
  const std::string before_ratings = good.substr(0, ratings);
  const std::string after_service = "},\n  " + good.substr(management);

  add({"missing-key", "", "", "/service", "Appendix 1"},
      "⌖" + good.substr(0, good.find("\"service\"")) + good.substr(management));
  add({"missing-key", "", "", "/management", "Appendix 3"}, "⌖" + good.substr(0, good.rfind(',', management)) + "}");
  add({"missing-key", "", "", "/service/ratings", "clause 5.1.2"},
      replaced(before_ratings, R"("service": {)", R"("service": ⌖{)") + after_service);
  add({"missing-key", "", "", "/management/levels", "Appendix 3"},
      replaced(good.substr(0, levels), R"("management": {)", R"("management": ⌖{)") + "\"qms_audit\": \"full\"}}");
  add({"wrong-type", "", "", "/service/ratings", ""}, before_ratings + "\"ratings\": ⌖{}" + after_service);
  add({"no-ratings", "", "", "/service/ratings", "clause 5.1.2"}, before_ratings + "\"ratings\": ⌖[]" + after_service);
  add({"duplicate-rating", "", "", "/service/ratings/1", "clause 5.1.2"},
      replaced(good, "}}\n", "}},\n⌖" + rating + alphas + "}}\n"));
  const std::string no_occasion = R"({"assessor": "王", "alpha": {)";
  add({"duplicate-rating", "", "", "/service/ratings/2", "clause 5.1.2"},
      replaced(good, "}}\n", "}},\n" + no_occasion + alphas + "}},\n ⌖" + no_occasion + alphas + "}}\n"));
  add({"not-applicable-refused", "", "", "/service/not_applicable/1.1", "clause 5.1.1"},
      replaced(replaced(good, R"("1.1": 0.85, )", ""), R"("ratings": [)",
               R"("not_applicable": {⌖"1.1": "x"}, "ratings": [)"));
  add({"not-applicable-rated", "", "", "/service/ratings/0/alpha/1.2", "clause 5.1.1", exclude},
      replaced(replaced(good, R"("1.2")", R"(⌖"1.2")"), R"("ratings": [)",
               R"("not_applicable": {"1.2": "x"}, "ratings": [)"));
  std::string all_reasons;
  const json items = json::parse("{" + alphas + "}");
  for (const auto& [id, value] : items.items()) {
    all_reasons += (all_reasons.empty() ? "\"" : ", \"") + id + "\": \"x\"";
  }
  add({"nothing-applicable", "", "", "/service/not_applicable", "clause 5.1.1", exclude},
      before_ratings + "\"ratings\": [{\"alpha\": {}}], \"not_applicable\": ⌖{" + all_reasons + "}" + after_service);
  return result;
}

// The pointers of all members of all objects.
std::vector<json::json_pointer> members_of(const json& value, const json::json_pointer& at = json::json_pointer()) {
  std::vector<json::json_pointer> members;
  const auto add_all = [&](const json& below, const json::json_pointer& here) {
    const auto more = members_of(below, here);
    members.insert(members.end(), more.begin(), more.end());
  };
  for (std::size_t i = 0; value.is_array() && i < value.size(); ++i) {
    add_all(value[i], at / i);
  }
  if (value.is_object()) {
    for (const auto& [key, member] : value.items()) {
      members.push_back(at / key);
      add_all(member, at / key);
    }
  }
  return members;
}

// The line of the file's one refused record, of which the mistake is the only error.
json only_error(const mistake& mistake, const std::string& path) {
  std::vector<std::string> arguments{"grade", "-q", "--format", "ndjson", path};
  arguments.insert(arguments.end(), mistake.options.begin(), mistake.options.end());
  const run_result result = run(arguments);
  CHECK(result.exit_code == 3);
  json refused;
  for (const json& each : result.lines()) {
    refused = each.contains("errors") ? each : refused;
  }
  REQUIRE(refused["errors"].size() == 1);
  CHECK(refused["errors"][0]["code"] == mistake.code);
  CHECK(refused["errors"][0]["where"] == mistake.where);
  return refused;
}

}  // namespace

TEST_CASE("every code by which an assessment is refused is provoked here", "[cli][errors]") {
  std::set<std::string> provoked{"malformed-workbook", "too-large", "unreadable"};  // by tests of their own
  for (const auto& [mistake, text] : texts()) {
    provoked.insert(mistake.code);
  }
  const json schema = json::parse(example::read_file(data("schema/result.schema.json")));
  CHECK(schema["$defs"]["errors"]["items"]["properties"]["code"]["enum"].get<std::set<std::string>>() == provoked);
}

TEST_CASE("every error has its code, place and clause, in NDJSON and in text", "[cli][errors]") {
  const folder files;
  for (const auto& [mistake, marked] : texts()) {
    const example::marked_text text = example::unmarked(marked);
    const std::string path = files.write("a.json", text.text);
    CAPTURE(mistake.code, mistake.where, marked);

    std::vector<std::string> arguments{"grade", "--format", "ndjson", path};
    arguments.insert(arguments.end(), mistake.options.begin(), mistake.options.end());
    const run_result ndjson = run(arguments);
    CHECK(ndjson.exit_code == 3);
    REQUIRE(ndjson.lines().size() == 1);
    const json line = ndjson.lines()[0];
    CHECK(line["source"] == path);
    CHECK_FALSE(line.contains("grade"));
    REQUIRE(line["errors"].size() == 1);  // and no second error for it
    const json error = line["errors"][0];
    CHECK(error["code"] == mistake.code);
    CHECK(error["where"] == mistake.where);
    CHECK(error["line"] == text.line);
    CHECK(error["column"] == text.column);
    CHECK(error["clause"].is_null() == mistake.clause.empty());
    CHECK_FALSE(error["message"].get<std::string>().empty());

    arguments[2] = "text";
    const run_result in_text = run(arguments);
    CHECK(in_text.exit_code == 3);
    CHECK(in_text.out.empty());
    const std::string clause = mistake.clause.empty() ? "" : " (" + mistake.clause + ")";
    const std::string told = lines_of(in_text.err).at(0);
    const std::string place = path + ":" + std::to_string(text.line) + ":" + std::to_string(text.column) + ": error: ";
    const std::string what = error["message"].get<std::string>() + clause + " [" + mistake.code + "]";
    CHECK(told.starts_with(place));
    CHECK(told.ends_with((mistake.where.empty() ? "error: " : ": ") + what));
    CHECK((told == place + what) == mistake.where.empty());
  }
}

TEST_CASE("every error has its line and column in NDJSON, and behind a BOM", "[cli][errors]") {
  const std::string bom = "\xEF\xBB\xBF";
  const std::string good = example::on_one_line(example::assessment_text());
  const std::string organization = R"("organization": "江西示例有限公司",)";
  const folder files;
  for (const auto& [mistake, marked] : texts()) {
    CAPTURE(mistake.code, mistake.where, marked);

    // A BOM takes no column.
    const example::marked_text document = example::unmarked(marked);
    const json behind_bom = only_error(mistake, files.write("a.json", bom + document.text))["errors"][0];
    CHECK(behind_bom["line"] == document.line);
    CHECK(behind_bom["column"] == document.column);

    // The line counts in the file, blank ones too; the column in its line, in characters: Chinese ones before it.
    std::string line = example::on_one_line(marked);
    if (line.find(organization) != std::string::npos) {
      line = replaced(replaced(line, organization, ""), "{", "{" + organization);
    }
    const example::marked_text only = example::unmarked(line);
    const std::string lines = files.write("a.ndjson", bom + good + "\r\n\n" + only.text + "\n" + good + "\n");
    const json among_others = only_error(mistake, lines);
    CHECK(among_others["source"] == lines + ":3");
    CHECK(among_others["errors"][0]["line"] == 3);
    CHECK(among_others["errors"][0]["column"] == only.column);
    // Behind a BOM on the first line
    const json first = only_error(mistake, files.write("b.ndjson", bom + only.text + "\n"))["errors"][0];
    CHECK(first["line"] == 1);
    CHECK(first["column"] == only.column);
  }
}

TEST_CASE("past the most ratings a file is refused, at their array", "[cli][errors]") {
  const std::string good = example::assessment_text();
  const std::size_t begin = good.find("{\"assessor\"");
  const std::string one = replaced(good.substr(begin, good.find("}}") + 2 - begin), R"("assessor": "陈立", )", "");
  const auto with_ratings = [&](std::size_t count) {
    std::string all;
    for (std::size_t i = 1; i < count; ++i) {
      all += one + ",\n";
    }
    const std::string text = replaced(good, good.substr(begin, good.find("}}") + 2 - begin), all + one);
    return replaced(text, R"("ratings": [)", R"("ratings": ⌖[)");
  };
  const folder files;
  CHECK(run({"grade", files.write("a.json", example::unmarked(with_ratings(1000)).text)}).exit_code == 0);

  const example::marked_text text = example::unmarked(with_ratings(1001));
  const std::string path = files.write("a.json", text.text);
  const run_result result = run({"grade", "--format", "ndjson", path});
  CHECK(result.exit_code == 3);
  const json errors = result.lines().at(0)["errors"];
  REQUIRE(errors.size() == 1);
  CHECK(errors[0]["code"] == "too-large");
  CHECK(errors[0]["where"] == "/service/ratings");
  CHECK(errors[0]["line"] == text.line);
  CHECK(errors[0]["column"] == text.column);
  CHECK(errors[0]["clause"] == "5.1.2");
  CHECK(lines_of(run({"grade", path}).err).at(0) ==
        path + ":" + std::to_string(text.line) + ":" + std::to_string(text.column) +
            ": error: ratings: 1001 ratings; at most 1000 are allowed (clause 5.1.2) [too-large]");
}

TEST_CASE("a file of another encoding is told by what it seems to be", "[cli][errors]") {
  const folder files;
  const auto err = [&](const std::string& bytes) { return run({"grade", files.write("a.json", bytes)}).err; };
  const auto with_name = [](const std::string& name) {
    return replaced(example::assessment_text(), "江西示例有限公司", name);
  };
  CHECK(err(with_name("\xBD\xAD\xCE\xF7")).find("it looks like GBK") != std::string::npos);
  // In GBK no byte 7F or FF comes second, and none alone.
  for (const char* name : {"\xBD\x7F", "\xBD\xFF", "\xFF\x41", "\x80\x41", "\xBD\x20"}) {
    CHECK(err(with_name(name)).find(": error: not UTF-8: save it as UTF-8 [not-utf-8]") != std::string::npos);
  }
  CHECK(err("{}\xBD").find(": error: not UTF-8: save it as UTF-8 [not-utf-8]") != std::string::npos);
  for (const std::string& bytes : {std::string("\xFF\xFE{\0}\0", 6), std::string("\xFE\xFF\0{\0}", 6),
                                   std::string("{\0}\0", 4), std::string("\0{\0}", 4)}) {
    CHECK(err(bytes).find("it looks like UTF-16") != std::string::npos);
  }
}

TEST_CASE("one line stands for errors that are alike, and for no others", "[cli][errors]") {
  const folder files;
  const std::string text = replaced(example::assessment_text(), R"("1.1": 0.85, "1.2": 0.85, "1.3": 0.85)",
                                    R"("1.1": "0.8", "1.2": "0.7", "1.3": "0.9")");
  const std::string quoted = run({"grade", files.write("a.json", text)}).err;
  CHECK(quoted.find("write 0.8 without the quotes, a unit or a percent sign; 2 more alike: 1.2, 1.3 [wrong-type]") !=
        std::string::npos);

  // Three of the wrong type, but each should be something else, or is.
  const std::string three = run({"grade", files.write("b.json", R"({"scheme": 5, "id": {}, "recorded": []})")}).err;
  CHECK(three.find("error: scheme: expected a string in double quotes, found a number; write ") != std::string::npos);
  CHECK(three.find("error: id: expected a string in double quotes, found an object [wrong-type]") != std::string::npos);
  CHECK(three.find("error: recorded result (recorded): expected an object, found an array [wrong-type]") !=
        std::string::npos);
}

TEST_CASE("a file past the largest size is refused, at its first place", "[cli][errors]") {
  constexpr std::size_t largest = 4 << 20;
  const std::string good = example::on_one_line(example::assessment_text());
  // Filled up with space to a size
  const auto of_size = [&](std::size_t size) { return good + std::string(size - good.size(), ' '); };
  const folder files;
  CHECK(run({"grade", files.write("a.json", of_size(largest))}).exit_code == 0);
  const std::string path = files.write("a.json", of_size(largest + 1));
  const json error = run({"grade", "--format", "ndjson", path}).lines().at(0)["errors"][0];
  CHECK(error["code"] == "too-large");
  CHECK(error["line"] == 1);
  CHECK(error["column"] == 1);
  CHECK(lines_of(run({"grade", path}).err).at(0) ==
        path + ":1:1: error: too large: at most 4194304 bytes a document [too-large]");

  // As a line among others, it alone is refused, and the lines after it keep their numbers.
  CHECK(run({"grade", files.write("a.ndjson", of_size(largest) + "\n" + good)}).exit_code == 0);
  const std::string lines = files.write("a.ndjson", good + "\n" + of_size(largest + 1) + "\n\n" + good + "\n");
  const run_result result = run({"grade", "--format", "ndjson", lines});
  CHECK(result.exit_code == 3);
  REQUIRE(result.lines().size() == 3);
  CHECK(result.lines()[1]["errors"][0]["code"] == "too-large");
  CHECK(result.lines()[1]["errors"][0]["line"] == 2);
  CHECK(result.lines()[1]["errors"][0]["column"] == 1);
  CHECK(result.lines()[1]["source"] == lines + ":2");
  CHECK(result.lines()[2]["source"] == lines + ":4");
  CHECK(result.lines()[2]["grade"] == "AAA");
  // However long it is
  const std::string longer = files.write("b.ndjson", good + "\n" + of_size(3 * largest) + "\n" + good + "\n");
  const auto with_longer = run({"grade", "--format", "ndjson", longer}).lines();
  REQUIRE(with_longer.size() == 3);
  CHECK(with_longer[1]["errors"][0]["code"] == "too-large");
  CHECK(with_longer[2]["source"] == longer + ":3");
  CHECK(with_longer[2]["grade"] == "AAA");
}

TEST_CASE("a key given twice is refused in every object, at its place", "[cli][errors]") {
  json full = json::parse(example::assessment_text());
  full["service"]["remarks"] = full["management"]["remarks"] = {{"1.1", "x"}};
  full["recorded"] = {{"grade", nullptr}, {"service_score", 1}, {"readings", {{"row-grade", "by-order"}}}};
  full["extensions"] = {{"a", {{"b", 1}}}};
  const auto members = members_of(full);
  std::string lines;
  for (const json::json_pointer& each : members) {
    json changed = full;
    changed[each.parent_pointer()]["⌖" + each.back()] = full[each];
    lines += replaced(changed.dump(), "⌖", "") + "\n";
  }
  const folder files;
  const auto results = run({"grade", "--format", "ndjson", files.write("a.ndjson", lines)}).lines();
  REQUIRE(results.size() == members.size());
  for (std::size_t i = 0; i < members.size(); ++i) {
    CAPTURE(members[i].to_string());
    REQUIRE(results[i]["errors"].size() == 1);
    CHECK(results[i]["errors"][0]["code"] == "duplicate-key");
    CHECK(results[i]["errors"][0]["where"] == members[i].to_string());
  }
}

TEST_CASE("all errors of a file are said in one go, in the order of the text", "[cli][errors]") {
  std::string text = replaced(example::assessment_text(), R"("scheme": "CTS TBSC94-2026",)", "");
  text = replaced(text, R"("B/0")", "5");
  text = replaced(text, R"("2026-03-14")", R"("today")");
  text = replaced(text, R"("1.1": 0.85, "1.2": 0.85)", R"("1.1": 2, "1.2": "0.85", "1.22": 1)");
  text = replaced(text, R"("7.1": 0.85)", R"("7.1": null)");
  text = replaced(text, R"("conforming")", R"("ok")");
  text = replaced(text, R"("7.2": 3)", R"("7.2": 7, "7.2": 3)");
  const folder files;
  const json errors = run({"grade", "--format", "ndjson", files.write("a.json", text)}).lines().at(0)["errors"];
  std::vector<std::string> codes;
  for (const json& each : errors) {
    codes.push_back(each["code"]);
  }
  CHECK(codes == std::vector<std::string>{"missing-key", "wrong-type", "invalid-date", "alpha-out-of-range",
                                          "wrong-type", "unknown-item", "missing-alpha", "unknown-value",
                                          "level-out-of-range", "duplicate-key"});
}

TEST_CASE("errors of a line of NDJSON name the file and the line once", "[cli][errors]") {
  const folder files;
  const example::marked_text bad =
      example::unmarked(example::on_one_line(replaced(example::assessment_text(), R"("TB-1")", "⌖5")));
  const std::string path = files.write("a.ndjson", "\n" + bad.text + "\n");
  const std::string err = run({"grade", path}).err;
  CHECK(err.find(path + ":2:" + std::to_string(bad.column) + ": error: id: ") == 0);
}

TEST_CASE("line ends of Windows count as one", "[cli][errors]") {
  std::string windows;
  for (const std::string& line : lines_of(example::assessment_text())) {
    windows += line + "\r\n";
  }
  const folder files;
  CHECK(run({"grade", files.write("a.json", windows)}).exit_code == 0);
  // Right behind a number as well
  const example::marked_text bad = example::unmarked(replaced(windows, R"("7.2": 3})", "\"7.2\": ⌖9\r\n}"));
  const run_result result = run({"grade", "--format", "ndjson", files.write("a.json", bad.text)});
  const json error = result.lines().at(0)["errors"][0];
  CHECK(error["code"] == "level-out-of-range");
  CHECK(error["line"] == bad.line);
  CHECK(error["column"] == bad.column);
  CHECK(error["message"].get<std::string>().find("level is 9;") != std::string::npos);
}

TEST_CASE("messages come in the language asked for", "[cli][errors]") {
  const folder files;
  const std::string path = files.write("a.json", replaced(example::assessment_text(), R"("7.2": 3)", R"("7.2": 9)"));
  const std::string err = run({"grade", "--lang", "zh", path}).err;
  CHECK(err.find("错误：管理要求条目 7.2 改进·持续改进：成熟度等级为 9") != std::string::npos);
  CHECK(err.find("（附录 3） [level-out-of-range]") != std::string::npos);
}

TEST_CASE("what is likely meant by a number in quotes is said", "[cli][errors]") {
  const folder files;
  for (const char* written : {"\"0.85\"", "\"0,85\""}) {
    const std::string text =
        replaced(example::assessment_text(), R"("1.1": 0.85)", std::string(R"("1.1": )") + written);
    const std::string err = run({"grade", files.write("a.json", text)}).err;
    CHECK(err.find("write 0.85 without the quotes, a unit or a percent sign [wrong-type]") != std::string::npos);
  }
  const std::string words = replaced(example::assessment_text(), R"("1.1": 0.85)", R"("1.1": "good")");
  CHECK(run({"grade", files.write("a.json", words)}).err.find("without the quotes") == std::string::npos);
}
