// What a revision changes. Each test states the rule first.
#include "schemes/scheme_diff.hpp"

#include <algorithm>
#include <functional>
#include <iterator>

#include "catch.hpp"
#include "scoring/example_scheme.hpp"

namespace {

using namespace tbsc94;
using example::level;
using strings = std::vector<std::string>;

const std::string none = "none";

std::string short_value(std::string json) {
  if (json.empty()) {
    return none;
  }
  std::erase(json, '"');
  return json;
}

// A change as the tests have it: what changed, where it stands and its value in each scheme, texts without quotes.
struct expected_change {
  std::string what;  // "service-item points-due"
  changed_value before;
  changed_value after;

  friend bool operator==(const expected_change&, const expected_change&) = default;
};

expected_change in_short(const scheme_change& change) {
  return {std::string(change.part) + ' ' + std::string(change.code),
          {change.before.where, short_value(change.before.json)},
          {change.after.where, short_value(change.after.json)}};
}

// Where one of them has no value, it has no place.
expected_change changed(const std::string& what, const std::string& from_where, const std::string& from,
                        const std::string& to_where, const std::string& to) {
  return {what, {from == none ? "" : from_where, from}, {to == none ? "" : to_where, to}};
}
expected_change changed(const std::string& what, const std::string& where, const std::string& from,
                        const std::string& to) {
  return changed(what, where, from, where, to);
}
expected_change added(const std::string& kind, const std::string& where) {
  return {kind + " added", {{}, none}, {where, none}};
}
expected_change removed(const std::string& kind, const std::string& where) {
  return {kind + " removed", {where, none}, {{}, none}};
}

expected_change reversed(const expected_change& change) {
  const std::string kind = change.what.substr(0, change.what.find(' '));
  return change.what.ends_with(" added")     ? removed(kind, change.after.where)
         : change.what.ends_with(" removed") ? added(kind, change.before.where)
                                             : expected_change{change.what, change.after, change.before};
}

std::vector<expected_change> found(const scheme& before, const scheme& after) {
  std::vector<expected_change> all;
  std::ranges::transform(changes(before, after, language::en), std::back_inserter(all), in_short);
  return all;
}

// The changes are these, in any order, and the other way round their reverse.
void check_changes(const scheme& before, const scheme& after, const std::vector<expected_change>& expected) {
  const auto check = [](const std::vector<expected_change>& all, const std::vector<expected_change>& wanted) {
    CHECK(all.size() == wanted.size());
    for (const expected_change& each : wanted) {
      CAPTURE(each.what, each.before.where, each.before.json, each.after.where, each.after.json);
      CHECK(std::ranges::count(all, each) == 1);
    }
  };
  check(found(before, after), expected);
  std::vector<expected_change> reverse;
  std::ranges::transform(expected, std::back_inserter(reverse), reversed);
  check(found(after, before), reverse);
}

scheme named() {
  scheme scheme = example::tbsc94_2026();
  scheme.title = {"规范", "specification"};
  scheme.issuer = {"机构", "body"};
  return scheme;
}

// One characteristic and one chapter of each of these ids, with these items of 5 points.
using shape = std::vector<std::pair<std::string, strings>>;

void set_items(item_table& table, const shape& groups) {
  table.groups.clear();
  table.items.clear();
  for (const auto& [id, items] : groups) {
    table.groups.push_back({id, {}, table.items.size(), items.size()});
    for (const std::string& each : items) {
      table.items.push_back({each, {}, decimal(5), {}, {}});
    }
  }
}

scheme of_items(const shape& groups) {
  scheme scheme = named();
  set_items(scheme.service, groups);
  return scheme;
}

}  // namespace

TEST_CASE("a scheme differs in nothing from itself", "[scheme_diff]") {
  for (const scheme& each : {named(), example::in_tenths(), example::without_maturity(), example::single_items()}) {
    CHECK(changes(each, each, language::zh).empty());
  }
}

TEST_CASE("numbers count by value", "[scheme_diff]") {
  scheme other = named();
  other.likert[0].to = decimal(200, 3);
  other.maturity->bands[1].from = decimal(4500, 2);
  other.grades.rows[0].to = decimal(790, 1);
  other.grades.grades[0].from = decimal(8000, 2);
  other.service.places = 2;
  for (item& each : other.service.items) {
    each.points_due = decimal(each.points_due.digits() * 100, 2);
  }
  check_changes(named(), other, {});
}

TEST_CASE("each field of a scheme is compared, and is one change", "[scheme_diff]") {
  struct single {
    std::function<void(scheme&)> change;
    expected_change expected;
  };
  const std::vector<single> all{
      {[](scheme& s) { s.id = "X"; }, changed("scheme scheme", "/scheme", "CTS TBSC94-2026", "X")},
      {[](scheme& s) { s.edition = "C/0"; }, changed("scheme edition", "/edition", "B/0", "C/0")},
      {[](scheme& s) { s.title.zh = "规程"; }, changed("scheme title", "/title/zh", "规范", "规程")},
      {[](scheme& s) { s.title.en = "rules"; }, changed("scheme title", "/title/en", "specification", "rules")},
      {[](scheme& s) { s.issuer.zh = ""; }, changed("scheme issuer", "/issuer/zh", "机构", "")},
      {[](scheme& s) { s.issuer.en = "B"; }, changed("scheme issuer", "/issuer/en", "body", "B")},
      {[](scheme& s) { s.published = "2027-01-01"; },
       changed("scheme published", "/published", "2026-01-08", "2027-01-01")},
      {[](scheme& s) { s.effective = "2027-01-01"; },
       changed("scheme effective", "/effective", "2026-01-08", "2027-01-01")},
      {[](scheme& s) { s.alpha_clause = "5"; }, changed("likert clause", "/likert/clause", "5.1.1", "5")},
      {[](scheme& s) { s.likert[1].name.zh = "低"; }, changed("likert-band name", "/likert/bands/1/name/zh", "", "低")},
      {[](scheme& s) { s.likert[1].name.en = "low"; },
       changed("likert-band name", "/likert/bands/1/name/en", "", "low")},
      {[](scheme& s) { s.likert[1].from = decimal(3, 1); },
       changed("likert-band from", "/likert/bands/1/above", "0.2", "0.3")},
      {[](scheme& s) { s.likert[1].to = decimal(5, 1); },
       changed("likert-band to", "/likert/bands/1/to", "0.4", "0.5")},
      {[](scheme& s) { s.service.clause = "A"; }, changed("service clause", "/service/clause", "Appendix 1", "A")},
      {[](scheme& s) { s.mean_clause = "5.1.3"; },
       changed("service mean-clause", "/service/mean_clause", "5.1.2", "5.1.3")},
      {[](scheme& s) { s.service.groups[3].name.zh = "舒适"; },
       changed("characteristic name", "/service/characteristics/3/name/zh", "", "舒适")},
      {[](scheme& s) { s.service.groups[3].name.en = "ease"; },
       changed("characteristic name", "/service/characteristics/3/name/en", "group 4", "ease")},
      {[](scheme& s) { s.service.items[10].name.zh = "设备"; },
       changed("service-item name", "/service/characteristics/3/items/1/name/zh", "", "设备")},
      {[](scheme& s) { s.service.items[10].name.en = "tools"; },
       changed("service-item name", "/service/characteristics/3/items/1/name/en", "", "tools")},
      {[](scheme& s) { s.service.items[10].criterion.zh = "好"; },
       changed("service-item criterion", "/service/characteristics/3/items/1/criterion/zh", "", "好")},
      {[](scheme& s) { s.service.items[10].criterion.en = "good"; },
       changed("service-item criterion", "/service/characteristics/3/items/1/criterion/en", "", "good")},
      {[](scheme& s) { s.maturity->level_clause = "A"; },
       changed("levels clause", "/maturity/levels/clause", "Appendix 2", "A")},
      {[](scheme& s) { s.maturity->levels[2].name.zh = "三"; },
       changed("level name", "/maturity/levels/descriptions/2/name/zh", "", "三")},
      {[](scheme& s) { s.maturity->levels[2].name.en = "3"; },
       changed("level name", "/maturity/levels/descriptions/2/name/en", "", "3")},
      {[](scheme& s) { s.maturity->levels[2].description.zh = "规范"; },
       changed("level description", "/maturity/levels/descriptions/2/description/zh", "", "规范")},
      {[](scheme& s) { s.maturity->levels[2].description.en = "set"; },
       changed("level description", "/maturity/levels/descriptions/2/description/en", "", "set")},
      {[](scheme& s) { s.maturity->table.clause = "A"; },
       changed("maturity clause", "/maturity/clause", "Appendix 3", "A")},
      {[](scheme& s) { s.maturity->requirements_clause.clear(); },
       changed("maturity requirements-clause", "/maturity/requirements_clause", "Appendix 4", none)},
      {[](scheme& s) { s.maturity->qms_audit_clause = "5.2"; },
       changed("maturity qms-audit-clause", "/maturity/qms_audit_clause", "5.2.2", "5.2")},
      {[](scheme& s) { s.maturity->table.groups[0].name.zh = "环境"; },
       changed("chapter name", "/maturity/chapters/0/name/zh", "", "环境")},
      {[](scheme& s) { s.maturity->table.items[1].reference = "1.9"; },
       changed("management-item reference", "/maturity/chapters/0/items/1/reference", "", "1.9")},
      {[](scheme& s) { s.maturity->table.items[1].points_due = decimal(7); },  // chapters state no sums
       changed("management-item points-due", "/maturity/chapters/0/items/1/points_due", "5", "7")},
      {[](scheme& s) { s.maturity->bands[3].from = decimal(96); },
       changed("total-band from", "/maturity/bands/3/from", "95", "96")},
      {[](scheme& s) { s.maturity->bands[3].end = decimal(106); },
       changed("total-band end", "/maturity/bands/3/below", "105", "106")},
      {[](scheme& s) { s.maturity->bands[4].takes_in_end = false; },  // 145, and below 145
       changed("total-band end", "/maturity/bands/4/to", "145", "/maturity/bands/4/below", "145")},
      {[](scheme& s) { s.grades.clause = "6"; }, changed("grades clause", "/grades/clause", "5.3", "6")},
      {[](scheme& s) { s.grades.places = 1; }, changed("grades decimals", "/grades/decimals", "0", "1")},
      {[](scheme& s) { s.grades.rows[1].from = decimal(82); }, changed("row from", "/grades/rows/1/from", "80", "82")},
      {[](scheme& s) { s.grades.rows[1].to = decimal(89); }, changed("row to", "/grades/rows/1/to", "90", "89")},
      {[](scheme& s) { s.grades.rows[1].to.reset(); }, changed("row to", "/grades/rows/1/to", "90", none)},
      {[](scheme& s) { s.grades.rows[1].level = level(4); }, changed("row level", "/grades/rows/1/level", "3", "4")},
      {[](scheme& s) { s.grades.grades[1].from = decimal(88); },
       changed("grade from", "/grades/grades/1/from", "90", "88")},
      {[](scheme& s) { s.grades.grades[2].to = decimal(100); },
       changed("grade to", "/grades/grades/2/to", none, "100")},
  };
  for (const single& each : all) {
    scheme other = named();
    each.change(other);
    check_changes(named(), other, {each.expected});
  }
  // All at once: none hides another.
  scheme other = named();
  for (const single& each : all) {
    each.change(other);
  }
  // The row's end has been changed twice.
  CHECK(changes(named(), other, language::zh).size() == all.size() - 1);
}

TEST_CASE("points due change the sums that Appendix 1 states", "[scheme_diff]") {
  scheme other = named();
  other.service.items[10].points_due = decimal(10);
  check_changes(named(), other,
                {changed("service points-due", "/service/points_due", "100", "105"),
                 changed("characteristic points-due", "/service/characteristics/3/points_due", "15", "20"),
                 changed("service-item points-due", "/service/characteristics/3/items/1/points_due", "5", "10")});
}

TEST_CASE("items are matched by their id, wherever they stand", "[scheme_diff]") {
  const scheme before = of_items({{"1", {"a", "b", "c"}}, {"2", {"d", "e"}}});
  const auto points = [](const std::string& at, const std::string& from, const std::string& to) {
    return changed("characteristic points-due", "/service/characteristics/" + at + "/points_due", from, to);
  };
  const auto total = [](const std::string& to) {
    return changed("service points-due", "/service/points_due", "25", to);
  };
  SECTION("one more, in the midst") {
    check_changes(before, of_items({{"1", {"a", "x", "b", "c"}}, {"2", {"d", "e"}}}),
                  {total("30"), points("0", "15", "20"), added("service-item", "/service/characteristics/0/items/1")});
  }
  SECTION("one less") {
    check_changes(
        before, of_items({{"1", {"b", "c"}}, {"2", {"d", "e"}}}),
        {total("20"), points("0", "15", "10"), removed("service-item", "/service/characteristics/0/items/0")});
  }
  SECTION("another id is another item") {
    check_changes(before, of_items({{"1", {"a", "x", "c"}}, {"2", {"d", "e"}}}),
                  {added("service-item", "/service/characteristics/0/items/1"),
                   removed("service-item", "/service/characteristics/0/items/1")});
  }
  SECTION("in another characteristic") {
    check_changes(before, of_items({{"1", {"a", "c"}}, {"2", {"d", "b", "e"}}}),
                  {points("0", "15", "10"), points("1", "10", "15"),
                   changed("service-item moved", "/service/characteristics/0/items/1", "1",
                           "/service/characteristics/1/items/1", "2")});
  }
  SECTION("in another order, the ids of those that stay") {
    check_changes(before, of_items({{"1", {"b", "x", "c", "a"}}, {"2", {"d", "e"}}}),
                  {total("30"), points("0", "15", "20"), added("service-item", "/service/characteristics/0/items/1"),
                   changed("characteristic reordered", "/service/characteristics/0/items", "[a,b,c]", "[b,c,a]")});
  }
  SECTION("characteristics in another order: their items have not moved") {
    check_changes(before, of_items({{"2", {"d", "e"}}, {"1", {"a", "b", "c"}}}),
                  {changed("service reordered", "/service/characteristics", "[1,2]", "[2,1]")});
  }
  SECTION("one characteristic more, with an item of another") {
    check_changes(before, of_items({{"1", {"a", "b"}}, {"3", {"x", "c"}}, {"2", {"d", "e"}}}),
                  {total("30"), points("0", "15", "10"), added("characteristic", "/service/characteristics/1"),
                   added("service-item", "/service/characteristics/1/items/0"),
                   changed("service-item moved", "/service/characteristics/0/items/2", "1",
                           "/service/characteristics/1/items/1", "3")});
  }
  SECTION("the same in chapters") {
    scheme one = named();
    scheme other = named();
    set_items(one.maturity->table, {{"1", {"a", "b"}}, {"2", {"c"}}});
    set_items(other.maturity->table, {{"3", {"x"}}, {"2", {"c", "a"}}});
    check_changes(
        one, other,
        {added("chapter", "/maturity/chapters/0"), added("management-item", "/maturity/chapters/0/items/0"),
         removed("chapter", "/maturity/chapters/0"), removed("management-item", "/maturity/chapters/0/items/1"),
         changed("management-item moved", "/maturity/chapters/0/items/0", "1", "/maturity/chapters/1/items/1", "2")});
  }
  SECTION("an id is of one appendix") {
    scheme other = before;
    other.maturity->table.items[0].id = "a";
    check_changes(before, other,
                  {added("management-item", "/maturity/chapters/0/items/0"),
                   removed("management-item", "/maturity/chapters/0/items/0")});
  }
}

TEST_CASE("what is removed stands before what it stood before", "[scheme_diff]") {
  std::vector<expected_change> items =
      found(of_items({{"1", {"a", "b", "c", "d"}}}), of_items({{"1", {"b", "x", "d"}}}));
  std::erase_if(items, [](const expected_change& each) { return !each.what.starts_with("service-item"); });
  const std::string place = "/service/characteristics/0/items/";
  CHECK(items == std::vector{removed("service-item", place + "0"), added("service-item", place + "1"),
                             removed("service-item", place + "2")});
}

TEST_CASE("levels' bands are matched by the level, grades by the name", "[scheme_diff]") {
  scheme other = named();
  other.maturity->bands.erase(other.maturity->bands.begin() + 1);
  check_changes(named(), other, {removed("total-band", "/maturity/bands/1")});
  other = named();
  other.maturity->bands.pop_back();
  check_changes(named(), other, {removed("total-band", "/maturity/bands/4")});

  other = named();
  other.grades.grades[1].grade = "4A";
  check_changes(named(), other, {removed("grade", "/grades/grades/1"), added("grade", "/grades/grades/1")});
  // Two that change places differ in their limits.
  other = named();
  std::swap(other.grades.grades[0].grade, other.grades.grades[1].grade);
  check_changes(named(), other,
                {changed("grade from", "/grades/grades/0/from", "80", "/grades/grades/1/from", "90"),
                 changed("grade to", "/grades/grades/0/to", "89", "/grades/grades/1/to", "94"),
                 changed("grade from", "/grades/grades/1/from", "90", "/grades/grades/0/from", "80"),
                 changed("grade to", "/grades/grades/1/to", "94", "/grades/grades/0/to", "89")});
}

TEST_CASE("clauses are matched by their number and where it stands", "[scheme_diff]") {
  scheme before = example::tbsc94_2026();
  before.clauses = {{"", "1", {"范围", "scope"}, {"甲", "a"}}, {"Appendix 4", "1", {"环境", "context"}, {"乙", "b"}}};
  scheme after = before;
  after.clauses[1].summary.zh = "丙";
  after.clauses[0].title.en = "what it is for";
  check_changes(before, after,
                {changed("clause title", "/clauses/0/title/en", "scope", "what it is for"),
                 changed("clause summary", "/clauses/1/summary/zh", "乙", "丙")});
  after = before;
  after.clauses[1].within = "Appendix 5";
  check_changes(before, after, {removed("clause", "/clauses/1"), added("clause", "/clauses/1")});
}

TEST_CASE("rows and bands of α are matched in their order, so that the fewest fields differ", "[scheme_diff]") {
  scheme other = named();
  auto& rows = other.grades.rows;
  SECTION("a row in front: the others stay") {
    rows.insert(rows.begin(), {decimal(40), decimal(59), level(1)});
    check_changes(named(), other, {added("row", "/grades/rows/0")});
  }
  SECTION("a row in front and one less behind") {
    rows.insert(rows.begin(), {decimal(40), decimal(59), level(1)});
    rows.pop_back();
    check_changes(named(), other, {added("row", "/grades/rows/0"), removed("row", "/grades/rows/2")});
  }
  SECTION("all fields of a row: still that row") {
    rows[1] = {decimal(81), decimal(88), level(5)};
    check_changes(
        named(), other,
        {changed("row from", "/grades/rows/1/from", "80", "81"), changed("row to", "/grades/rows/1/to", "90", "88"),
         changed("row level", "/grades/rows/1/level", "3", "5")});
  }
  SECTION("a band that is split") {
    other.likert[1].from = decimal(3, 1);
    other.likert.insert(other.likert.begin() + 1, {{"偏低", "rather low"}, decimal(2, 1), decimal(3, 1)});
    check_changes(named(), other,
                  {added("likert-band", "/likert/bands/1"),
                   changed("likert-band from", "/likert/bands/1/above", "0.2", "/likert/bands/2/above", "0.3")});
  }
  SECTION("very many: each with the one at its place") {
    scheme one = named();
    one.grades.rows.clear();
    for (std::uint64_t i = 0; i < 1001; ++i) {
      one.grades.rows.push_back({decimal(i), {}, level(1)});
    }
    other = one;
    other.grades.rows.erase(other.grades.rows.begin());
    REQUIRE(found(one, other).size() == 1001);
    CHECK(found(one, other).back() == removed("row", "/grades/rows/1000"));
    CHECK(found(other, one).back() == added("row", "/grades/rows/1000"));
    other.grades.rows.erase(other.grades.rows.begin(), other.grades.rows.begin() + 2);
    CHECK(found(one, other).size() == 3);  // 1001 × 998 can be matched by what they are
  }
}

TEST_CASE("a management part that is added or removed is one change, and each row's level one", "[scheme_diff]") {
  scheme other = named();
  other.maturity.reset();
  for (grade_row& each : other.grades.rows) {
    each.level.reset();
  }
  check_changes(named(), other,
                {removed("maturity", "/maturity"), changed("row level", "/grades/rows/0/level", "2", none),
                 changed("row level", "/grades/rows/1/level", "3", none),
                 changed("row level", "/grades/rows/2/level", "4", none)});
}
