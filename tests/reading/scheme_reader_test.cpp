// Schemes: the loader refuses what it does not know, and says where.
#include "reading/scheme_reader.hpp"

#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "results/graded.hpp"
#include "scoring/example_scheme.hpp"

namespace {

using namespace tbsc94;
using document = nlohmann::ordered_json;

const document& embedded_json() {
  static const document result = document::parse(embedded::scheme());
  return result;
}

findings errors_of(const std::string& text) {
  findings errors;
  const auto scheme = read_scheme(example::padded(text).text(), errors, language::en);
  CHECK(scheme.has_value() == errors.empty());
  return errors;
}

bool has(const findings& errors, const std::string& code, const std::string& where) {
  return std::any_of(errors.begin(), errors.end(),
                     [&](const finding& each) { return name_of(each.code) == code && each.where == where; });
}

// Calls `visit` with the pointer of every member of every object.
template <class Visit>
void for_all_members(const document& value, const document::json_pointer& at, Visit visit) {
  if (value.is_object()) {
    for (const auto& [key, member] : value.items()) {
      visit(at, key);
      for_all_members(member, at / key, visit);
    }
  } else if (value.is_array()) {
    for (std::size_t i = 0; i < value.size(); ++i) {
      for_all_members(value[i], at / i, visit);
    }
  }
}

// Members that a scheme may do without, as it stands in the file.
bool is_optional(const std::string& pointer) {
  return (pointer.ends_with("/to") && pointer.starts_with("/grades/")) || pointer.ends_with("_clause") ||
         pointer == "/clauses";
}

// Changes the text after the pointer's place, a ⌖ before what is wrong, and checks the only error there.
void check_inconsistent(const std::string& from, const std::string& to, const std::string& where) {
  const example::marked_text text = example::unmarked(example::replaced(std::string(embedded::scheme()), from, to));
  CAPTURE(from, to);
  const findings errors = errors_of(text.text);
  REQUIRE_FALSE(errors.empty());
  bool found = false;
  for (const finding& each : errors) {
    CAPTURE(to_line(each, "s", language::en), text.line, text.column);
    CHECK(name_of(each.code) == "inconsistent-scheme");
    found = found || (each.where == where && each.line == text.line && each.column == text.column);
  }
  CAPTURE(to_line(errors[0], "s", language::en), text.line, text.column);
  CHECK(found);
}

}  // namespace

TEST_CASE("the scheme within the program is the file of data/schemes, byte for byte", "[scheme_reader]") {
  CHECK(embedded::scheme() == example::read_file(TBSC94_DATA "/schemes/cts-tbsc94-2026.json"));
}

TEST_CASE("the scheme's figures are those printed", "[scheme_reader]") {
  const scheme read = example::scheme_of(std::string(embedded::scheme()));
  const scheme printed = example::tbsc94_2026();
  REQUIRE(read.service.items.size() == printed.service.items.size());
  for (std::size_t i = 0; i < read.service.items.size(); ++i) {
    CHECK(read.service.items[i].id == printed.service.items[i].id);
    CHECK(read.service.items[i].points_due == printed.service.items[i].points_due);
  }
  REQUIRE(read.maturity->table.items.size() == printed.maturity->table.items.size());
  for (std::size_t i = 0; i < read.maturity->table.items.size(); ++i) {
    CHECK(read.maturity->table.items[i].id == printed.maturity->table.items[i].id);
    CHECK(read.maturity->table.items[i].points_due == printed.maturity->table.items[i].points_due);
  }
  REQUIRE(read.maturity->bands.size() == 5);
  for (std::size_t i = 0; i < 5; ++i) {
    CHECK(read.maturity->bands[i].from == printed.maturity->bands[i].from);
    CHECK(read.maturity->bands[i].end == printed.maturity->bands[i].end);
    CHECK(read.maturity->bands[i].takes_in_end == (i == 4));
    CHECK(read.maturity->bands[i].level == printed.maturity->bands[i].level);
    CHECK(read.likert[i].to == printed.likert[i].to);
  }
  REQUIRE(read.grades.rows.size() == 3);
  REQUIRE(read.grades.grades.size() == 3);
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(read.grades.rows[i].from == printed.grades.rows[i].from);
    CHECK(read.grades.rows[i].to == printed.grades.rows[i].to);
    CHECK(read.grades.rows[i].level == printed.grades.rows[i].level);
    CHECK(read.grades.grades[i].grade == printed.grades.grades[i].grade);
    CHECK(read.grades.grades[i].from == printed.grades.grades[i].from);
    CHECK(read.grades.grades[i].to == printed.grades.grades[i].to);
  }
}

TEST_CASE("a key left out is missed, at its place", "[scheme_reader]") {
  for_all_members(embedded_json(), document::json_pointer(),
                  [](const document::json_pointer& at, const std::string& key) {
                    document changed = embedded_json();
                    changed[at].erase(key);
                    const std::string where = (at / key).to_string();
                    CAPTURE(where);
                    const findings errors = errors_of(changed.dump());
                    if (is_optional(where)) {
                      CHECK(errors.empty());
                    } else if (key == "below" || key == "to" || (key == "level" && where.starts_with("/grades/"))) {
                      // One of two ends; a level is asked for only where there is a maturity part.
                      CHECK((has(errors, "inconsistent-scheme", at.to_string()) || has(errors, "missing-key", where)));
                    } else if (key == "within") {  // its number may be that of another clause
                      CHECK((errors.empty() || has(errors, "inconsistent-scheme", (at / "clause").to_string())));
                    } else if (where == "/maturity") {
                      CHECK(has(errors, "inconsistent-scheme", "/grades/rows/0"));
                    } else {
                      CHECK(has(errors, "missing-key", where));
                    }
                  });
}

TEST_CASE("a key renamed is unknown, at its place", "[scheme_reader]") {
  for_all_members(embedded_json(), document::json_pointer(),
                  [](const document::json_pointer& at, const std::string& key) {
                    document changed = embedded_json();
                    changed[at][key + "_"] = changed[at][key];
                    changed[at].erase(key);
                    const std::string where = (at / (key + "_")).to_string();
                    CAPTURE(where);
                    CHECK(has(errors_of(changed.dump()), "unknown-key", where));
                  });
}

TEST_CASE("a key given twice is refused, at its place", "[scheme_reader]") {
  for_all_members(embedded_json(), document::json_pointer(),
                  [](const document::json_pointer& at, const std::string& key) {
                    document changed = embedded_json();
                    changed[at]["⌖" + key] = changed[at][key];
                    const findings errors = errors_of(example::replaced(changed.dump(), "⌖", ""));
                    const std::string where = (at / key).to_string();
                    CAPTURE(where);
                    REQUIRE(errors.size() == 1);
                    CHECK(has(errors, "duplicate-key", where));
                  });
}

TEST_CASE("one document a scheme file", "[scheme_reader]") {
  const findings errors = errors_of(std::string(embedded::scheme()) + "{}");
  REQUIRE(errors.size() == 1);
  CHECK(has(errors, "malformed-json", ""));
  CHECK(errors[0].offset == embedded::scheme().size());
}

TEST_CASE("a member of another type is refused, at its place", "[scheme_reader]") {
  for_all_members(
      embedded_json(), document::json_pointer(), [](const document::json_pointer& at, const std::string& key) {
        for (const document& other :
             {document(nullptr), document(true), document("x"), document(7), document::array(), document::object()}) {
          document changed = embedded_json();
          document& member = changed[at][key];
          if (other.type() == member.type() || (other.is_number() && member.is_number())) {
            continue;
          }
          member = other;
          const std::string where = (at / key).to_string();
          CAPTURE(where, other.dump());
          CHECK(has(errors_of(changed.dump()), "wrong-type", where));
        }
      });
}

TEST_CASE("what does not fit together is refused, at its place", "[scheme_reader]") {
  // Sums: of a characteristic and of Appendix 1
  check_inconsistent(R"("points_due": 17,)", R"("points_due": ⌖18,)", "/service/characteristics/0/points_due");
  check_inconsistent(R"("points_due": 100,)", R"("points_due": ⌖99,)", "/service/points_due");
  // Bands of the management total: a gap, an overlap, an empty one, totals outside, levels out of order
  check_inconsistent(R"({"level": 2, "from": 45,)", R"(⌖{"level": 2, "from": 46,)", "/maturity/bands/1");
  check_inconsistent(R"({"level": 2, "from": 45,)", R"(⌖{"level": 2, "from": 44,)", "/maturity/bands/1");
  check_inconsistent(R"({"level": 1, "from": 20, "below": 45})", R"(⌖{"level": 1, "from": 45, "below": 45})",
                     "/maturity/bands/0");
  check_inconsistent(R"("bands": [
      {"level": 1, "from": 20)",
                     R"("bands": ⌖[
      {"level": 1, "from": 30)",
                     "/maturity/bands");
  check_inconsistent(R"({"level": 3, "from": 70)", R"(⌖{"level": 2, "from": 70)", "/maturity/bands/2");
  check_inconsistent(R"({"level": 5, "from": 105, "to": 145})", R"(⌖{"level": 5, "from": 105})", "/maturity/bands/4");
  // Only the last band takes in its end: at 45, it would lie in two.
  check_inconsistent(R"({"level": 1, "from": 20, "below": 45})", R"(⌖{"level": 1, "from": 20, "to": 45})",
                     "/maturity/bands/0");
  // The last band leaves out the highest total; the bands stand before the chapters.
  document changed = embedded_json();
  changed["maturity"]["bands"][4] = {{"level", 5}, {"from", 105}, {"below", 145}};
  CHECK(has(errors_of(changed.dump()), "inconsistent-scheme", "/maturity/bands"));
  document maturity;
  for (const char* key : {"clause", "levels", "bands", "chapters"}) {
    maturity[key] = embedded_json()["maturity"][key];
  }
  maturity["bands"][4]["to"] = 144;
  changed["maturity"] = maturity;
  CHECK(has(errors_of(changed.dump()), "inconsistent-scheme", "/maturity/bands"));
  // Bands of α: a gap, an overlap, not up to 1
  check_inconsistent(R"({"name": {"zh": "符合预期", "en": "meets expectation"}, "above": 0.4)",
                     R"(⌖{"name": {"zh": "符合预期", "en": "meets expectation"}, "above": 0.5)", "/likert/bands/2");
  check_inconsistent(R"({"name": {"zh": "符合预期", "en": "meets expectation"}, "above": 0.4)",
                     R"(⌖{"name": {"zh": "符合预期", "en": "meets expectation"}, "above": 0.3)", "/likert/bands/2");
  // The table of 5.3: rows and grades ascend, no end below its start, no limit below every row or finer than stated
  check_inconsistent(R"({"from": 80, "to": 90, "level": 3})", R"(⌖{"from": 60, "to": 90, "level": 3})",
                     "/grades/rows/1");
  check_inconsistent(R"({"from": 80, "to": 90, "level": 3})", R"(⌖{"from": 80, "to": 79, "level": 3})",
                     "/grades/rows/1");
  check_inconsistent(R"({"from": 90, "level": 4})", R"(⌖{"from": 90})", "/grades/rows/2");
  check_inconsistent(R"({"grade": "AAA", "from": 80, "to": 89})", R"(⌖{"grade": "AAA", "from": 80, "to": 79})",
                     "/grades/grades/0");
  check_inconsistent(R"({"grade": "AAAA", "from": 90)", R"(⌖{"grade": "AAAA", "from": 80)", "/grades/grades/1");
  check_inconsistent(R"({"grade": "AAAA", "from": 90)", R"(⌖{"grade": "AAA", "from": 90)", "/grades/grades/1");
}

TEST_CASE("a scheme without a maturity part asks for no level", "[scheme_reader]") {
  document changed = embedded_json();
  changed.erase("maturity");
  const findings errors = errors_of(changed.dump());
  REQUIRE(errors.size() == 3);
  CHECK(errors[2].where == "/grades/rows/2");
  for (auto& row : changed["grades"]["rows"]) {
    row.erase("level");
  }
  CHECK(errors_of(changed.dump()).empty());
}

TEST_CASE("ids, lists and numbers of a scheme have limits", "[scheme_reader]") {
  const auto change = [](const std::string& pointer, const document& value) {
    document changed = embedded_json();
    changed[document::json_pointer(pointer)] = value;
    return errors_of(changed.dump());
  };
  CHECK(has(change("/service/characteristics/0/items/1/id", "1.1"), "inconsistent-scheme",
            "/service/characteristics/0/items/1/id"));
  CHECK(has(change("/service/characteristics/0/items/1/points_due", 0), "inconsistent-scheme",
            "/service/characteristics/0/items/1/points_due"));
  CHECK(has(change("/service/characteristics/0/items/1/points_due", -7), "unknown-value",
            "/service/characteristics/0/items/1/points_due"));
  CHECK(has(change("/maturity/bands/0/level", 6), "level-out-of-range", "/maturity/bands/0/level"));
  CHECK(has(change("/grades/decimals", 3), "unknown-value", "/grades/decimals"));
  CHECK(has(change("/grades/grades/0/from", 59), "inconsistent-scheme", "/grades"));
  CHECK(has(change("/grades/grades/0/from", 80.5), "inconsistent-scheme", "/grades/decimals"));
  CHECK(has(change("/grades/rows/0/from", 60.5), "inconsistent-scheme", "/grades/decimals"));
  CHECK(has(change("/published", "2026-13-01"), "invalid-date", "/published"));
  for (const char* list : {"/likert/bands", "/service/characteristics", "/service/characteristics/6/items",
                           "/maturity/chapters", "/maturity/bands", "/grades/rows", "/grades/grades", "/clauses"}) {
    CAPTURE(list);
    CHECK(has(change(list, document::array()), "inconsistent-scheme", list));
  }
  CHECK(has(change("/clauses/1/clause", "1"), "inconsistent-scheme", "/clauses/1/clause"));
  CHECK(change("/clauses/1/clause", "1.1").empty());
  CHECK(has(change("/clauses", document::array({1})), "wrong-type", "/clauses/0"));
  document clauses = document::array();
  while (clauses.size() < most_clauses) {
    clauses.push_back(embedded_json()["clauses"][0]);
    clauses.back()["clause"] = std::to_string(clauses.size());
  }
  CHECK(change("/clauses", clauses).empty());
  clauses.push_back(embedded_json()["clauses"][3]);
  clauses.back()["clause"] = "x";
  CHECK(has(change("/clauses", clauses), "too-large", "/clauses"));
  document levels = embedded_json()["maturity"]["levels"]["descriptions"];
  std::swap(levels[0], levels[1]);
  CHECK(has(change("/maturity/levels/descriptions", levels), "inconsistent-scheme", "/maturity/levels/descriptions/0"));
  levels.erase(4);
  CHECK(has(change("/maturity/levels/descriptions", levels), "inconsistent-scheme", "/maturity/levels/descriptions"));
}
