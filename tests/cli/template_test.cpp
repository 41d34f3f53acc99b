// `template`: a blank assessment, which grades once it is filled in.
#include <filesystem>

#include "catch.hpp"
#include "cli/run.hpp"
#include "reading/example_texts.hpp"

namespace {

using namespace cli_test;
using example::replaced;
using json = nlohmann::ordered_json;
using strings = std::vector<std::string>;

json blank(strings options = {}) {
  options.insert(options.begin(), "template");
  const run_result result = run(options);
  REQUIRE(result.exit_code == 0);
  CHECK(result.err.empty());
  return json::parse(result.out);
}

json embedded() { return json::parse(example::read_file(data("schemes/cts-tbsc94-2026.json"))); }

std::string without_maturity() {
  json scheme = embedded();
  scheme["scheme"] = "SCORE ONLY";
  scheme.erase("maturity");
  for (json& row : scheme["grades"]["rows"]) {
    row.erase("level");
  }
  return scheme.dump(1);
}

// The items of one part of the scheme file, in its order.
std::vector<json> items_of(const json& groups) {
  std::vector<json> items;
  for (const json& group : groups) {
    items.insert(items.end(), group["items"].begin(), group["items"].end());
  }
  return items;
}

strings ids_of(const std::vector<json>& items) {
  strings ids;
  for (const json& each : items) {
    ids.push_back(each["id"]);
  }
  return ids;
}

strings keys_of(const json& object) {
  strings keys;
  for (const auto& [key, value] : object.items()) {
    keys.push_back(key);
  }
  return keys;
}

// The places of all nulls, as JSON pointers.
strings nulls_of(const json& document) {
  strings places;
  const json flat = document.flatten();
  for (const auto& [pointer, value] : flat.items()) {
    if (value.is_null() && !document[json::json_pointer(pointer)].is_structured()) {  // flatten makes {} a null
      places.push_back(pointer);
    }
  }
  return places;
}

json filled_in(json document) {
  for (const std::string& place : nulls_of(document)) {
    json& value = document[json::json_pointer(place)];
    if (place == "/date") {
      value = "2026-03-14";
    } else if (place == "/management/conformity") {
      value = "conforming";
    } else if (place == "/management/qms_audit") {
      value = "full";
    } else if (place.ends_with("/assessor")) {
      value = "Assessor of " + place;
    } else {
      value = place.starts_with("/service/") ? json(0.9) : json(4);
    }
  }
  return document;
}

void check_guide(const json& guide, const std::vector<json>& items, const std::string& lang) {
  CHECK(keys_of(guide) == ids_of(items));
  for (const json& item : items) {
    const std::string said = guide[item["id"].get<std::string>()];
    CAPTURE(said);
    CHECK(said.starts_with(item["name"][lang].get<std::string>()));
    CHECK(said.find(item["points_due"].dump()) != std::string::npos);
    CHECK(said.ends_with(item["criterion"][lang].get<std::string>()));
  }
}

}  // namespace

TEST_CASE("a blank assessment has the items in the specification's order, null where something is to be filled in",
          "[cli][template]") {
  const json document = blank({"--ratings", "2"});
  CHECK(document["$schema"] == nlohmann::ordered_json::parse(run({"schema", "assessment"}).out)["$id"]);
  CHECK(document["scheme"] == "CTS TBSC94-2026");
  CHECK(document["edition"] == "B/0");
  const strings service = ids_of(items_of(embedded()["service"]["characteristics"]));
  const strings management = ids_of(items_of(embedded()["maturity"]["chapters"]));
  REQUIRE(service.size() == 19);
  REQUIRE(management.size() == 21);

  strings expected{"/date"};
  for (const char* rating : {"0", "1"}) {
    expected.push_back(std::string("/service/ratings/") + rating + "/assessor");
    for (const std::string& id : service) {
      expected.push_back(std::string("/service/ratings/") + rating + "/alpha/" + id);
    }
  }
  expected.emplace_back("/management/conformity");
  expected.emplace_back("/management/qms_audit");
  for (const std::string& id : management) {
    expected.push_back("/management/levels/" + id);
  }
  CHECK(nulls_of(document) == expected);
  // How an occasion and a remark are written.
  CHECK(document["service"]["ratings"][0]["occasion"] == "");
  CHECK(document["service"]["remarks"] == json({{"1.1", ""}}));
  CHECK(document["management"]["remarks"] == json({{"1.1", ""}}));
}

TEST_CASE("nothing of a blank assessment that is left as it is becomes a name or a remark", "[cli][template]") {
  const folder files;
  json document = filled_in(blank({"--ratings", "1"}));
  const std::string report = run({"grade", "--lang", "en", files.write("a.json", document.dump(2))}).out;
  CHECK(report.find("Remarks") == std::string::npos);
  document["service"]["ratings"][0]["assessor"] = nullptr;
  const run_result refused = run({"grade", "--lang", "en", files.write("b.json", document.dump(2))});
  CHECK(refused.exit_code == 3);
  CHECK(refused.err.find("rating 1, assessor: not filled in (null): write the assessor's name") != std::string::npos);
}

TEST_CASE("names, points and criteria of the items are within reach, in the language asked for", "[cli][template]") {
  const json scheme = embedded();
  for (const std::string lang : {"zh", "en"}) {
    const json guide = blank({"--lang", lang})["extensions"]["guide"];
    check_guide(guide["service"], items_of(scheme["service"]["characteristics"]), lang);
    check_guide(guide["management"], items_of(scheme["maturity"]["chapters"]), lang);
    REQUIRE(guide["alpha"].size() == 5);
    REQUIRE(guide["levels"].size() == 5);
    for (std::size_t i = 0; i < 5; ++i) {
      const std::string band = scheme["likert"]["bands"][i]["name"][lang];
      CHECK(guide["alpha"][i].get<std::string>().ends_with(band));
      const std::string level = scheme["maturity"]["levels"]["descriptions"][i]["name"][lang];
      CHECK(guide["levels"][i].get<std::string>().starts_with(level));
    }
    // The bands of α are closed above, the first also below.
    CHECK(guide["alpha"][0].get<std::string>().starts_with("[0, 0.2]"));
    CHECK(guide["alpha"][4].get<std::string>().starts_with("(0.8, 1]"));
  }
  // The language is all in which they differ.
  json zh = blank({"--lang", "zh"});
  json en = blank({"--lang", "en"});
  zh.erase("extensions");
  en.erase("extensions");
  zh.erase("details");  // their labels are words
  en.erase("details");
  CHECK(zh == en);
}

TEST_CASE("--ratings: 1 to 1000, else wrong usage", "[cli][template]") {
  CHECK(blank()["service"]["ratings"].size() == 3);
  CHECK(blank({"--ratings", "1"})["service"]["ratings"].size() == 1);
  CHECK(blank({"--ratings", "1000"})["service"]["ratings"].size() == 1000);
  for (const char* wrong : {"0", "1001", "-1", "x", "1.5", ""}) {
    CAPTURE(wrong);
    const run_result result = run({"template", "--ratings", wrong});
    CHECK(result.exit_code == 2);
    CHECK(result.out.empty());
    CHECK_FALSE(result.err.empty());
  }
}

TEST_CASE("other wrong usage of template", "[cli][template]") {
  for (const strings& arguments : std::vector<strings>{{"template", "--ratings"},
                                                       {"template", "--lang", "de"},
                                                       {"template", "--format", "text"},
                                                       {"template", "--nothing"},
                                                       {"template", "a.json"},
                                                       {"template", "-o"}}) {
    CAPTURE(arguments);
    const run_result result = run(arguments);
    CHECK(result.exit_code == 2);
    CHECK(result.out.empty());
    CHECK_FALSE(result.err.empty());
  }
}

TEST_CASE("a blank assessment grades once it is filled in", "[cli][template]") {
  const folder files;
  for (const char* ratings : {"1", "3", "1000"}) {
    const std::string path = files.write("a.json", filled_in(blank({"--ratings", ratings})).dump(2));
    const run_result result = run({"grade", "--format", "ndjson", path});
    CHECK(result.exit_code == 0);
    CHECK(result.lines().at(0)["service_score_exact"] == "90");
    CHECK(result.lines().at(0)["management_total"] == 116);
    CHECK(result.lines().at(0)["grade"] == "AAAA");
    CHECK(result.lines().at(0)["assumed"].empty());
    CHECK_FALSE(result.lines().at(0).contains("remarks"));
  }
}

TEST_CASE("half filled in, what is missing is listed in groups, the count last", "[cli][template]") {
  const folder files;
  json document = filled_in(blank({"--ratings", "2"}));
  document["date"] = nullptr;
  for (const char* id : {"2.3", "3.1", "7.1"}) {
    document["service"]["ratings"][1]["alpha"][id] = nullptr;
  }
  document["management"]["levels"]["4.4"] = nullptr;
  document["management"]["levels"]["6.2"] = nullptr;
  const run_result result = run({"grade", files.write("a.json", document.dump(2))});
  CHECK(result.exit_code == 3);
  CHECK(result.out.empty());
  const strings lines = lines_of(result.err);
  REQUIRE(lines.size() == 5);
  CHECK(lines[0].find("error: date: not filled in (null)") != std::string::npos);
  CHECK(lines[1].find(", item 2.3 ") != std::string::npos);
  CHECK(lines[1].find("; 2 more alike: 3.1, 7.1 ") != std::string::npos);
  CHECK(lines[2].find(": management item 4.4 ") != std::string::npos);
  CHECK(lines[3].find(": management item 6.2 ") != std::string::npos);
  CHECK(lines[4] == "errors: 6; the file is refused");

  // Not filled in at all: a line for the date, two for each rating, conformity, the other audit and the levels.
  const std::string empty = files.write("b.json", blank({"--ratings", "3"}).dump(2));
  const strings all = lines_of(run({"grade", empty}).err);
  REQUIRE(all.size() == 11);
  CHECK(all[10] == "errors: 84; the file is refused");
}

TEST_CASE("a blank assessment of another scheme", "[cli][template]") {
  const folder files;
  const std::string scheme = files.write("scheme", without_maturity());
  const json document = blank({"--scheme", scheme, "--ratings", "1"});
  CHECK(document["scheme"] == "SCORE ONLY");
  CHECK_FALSE(document.contains("$schema"));  // which is of the embedded scheme
  CHECK(keys_of(document["management"]) ==
        strings{"conformity", "conformity_remarks", "qms_audit"});  // no levels where there is no maturity part
  CHECK(nulls_of(document).size() == 23);
  CHECK_FALSE(document["extensions"]["guide"].contains("management"));
  CHECK_FALSE(document["extensions"]["guide"].contains("levels"));
  const std::string path = files.write("a.json", filled_in(document).dump(2));
  const run_result result = run({"grade", "--format", "ndjson", "--scheme", scheme, path});
  CHECK(result.exit_code == 0);
  CHECK(result.lines().at(0)["grade"] == "AAAA");

  // Of several, the one loaded last.
  json next = embedded();
  next["edition"] = "C/0";
  next["service"]["characteristics"][6]["items"][0]["id"] = "7.2";
  const std::string edition = files.write("next", next.dump());
  const json last = blank({"--scheme", scheme, "--scheme", edition});
  CHECK(last["edition"] == "C/0");
  CHECK(last["service"]["ratings"][0]["alpha"].contains("7.2"));
  const std::string of_next = files.write("b.json", filled_in(last).dump(2));
  CHECK(run({"grade", "--scheme", edition, of_next}).exit_code == 0);

  // One that cannot be scored by, or read
  CHECK(run({"template", "--scheme", files.write("wrong", "{}")}).exit_code == 2);
  CHECK(run({"template", "--scheme", files / "none"}).exit_code == 4);
}

TEST_CASE("template -o writes a file whole or not at all", "[cli][template]") {
  const folder out;
  const std::string target = out.write("a.json", "old");
  const auto files_in_out = [&] {
    return std::distance(std::filesystem::directory_iterator(out.path()), std::filesystem::directory_iterator());
  };
  const run_result written = run({"template", "--force", "-o", target});
  CHECK(written.exit_code == 0);
  CHECK(written.out.empty());
  CHECK(example::read_file(target) == run({"template"}).out);

  out.write("a.json", "old");
  const run_result full =
      run_command({"sh", "-c", "trap '' XFSZ; ulimit -f 1; exec " + program() + " template --force -o " + target});
  CHECK(full.exit_code == 4);
  CHECK(full.err.find("cannot write " + target + ": ") != std::string::npos);
  CHECK(run({"template", "--ratings", "0", "--force", "-o", target}).exit_code == 2);
  CHECK(run({"template", "--scheme", out.path() + "/none", "--force", "-o", target}).exit_code == 4);
  CHECK(example::read_file(target) == "old");
  CHECK(files_in_out() == 1);
  CHECK(run({"template", "-o", out.path() + "/none/a.json"}).exit_code == 4);
  CHECK(run({"template"}, {"", {}, "/dev/full"}).exit_code == 4);
}
