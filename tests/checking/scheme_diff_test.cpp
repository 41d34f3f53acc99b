// What a revision changes. Each test states the rule first.
#include "checking/scheme_diff.hpp"

#include <algorithm>
#include <functional>
#include <tuple>

#include "catch.hpp"
#include "scoring/example_scheme.hpp"

namespace {

using namespace tbsc94;
using example::level;
using part = scheme_part;
using field = scheme_field;
using strings = std::vector<std::string>;
using none = std::monostate;

bool same(const scheme_change& a, const scheme_change& b) {
  return std::tie(a.part, a.field, a.before, a.after, a.old_value, a.new_value) ==
         std::tie(b.part, b.field, b.before, b.after, b.old_value, b.new_value);
}

scheme_change reversed(const scheme_change& change) {
  return {change.part, change.field, change.after, change.before, change.new_value, change.old_value};
}

scheme_change changed(part part, field field, std::size_t at, scheme_value from, scheme_value to) {
  return {part, field, at, at, std::move(from), std::move(to)};
}

scheme_change added(part part, std::size_t at) { return {part, field::whole, {}, at}; }
scheme_change removed(part part, std::size_t at) { return {part, field::whole, at, {}}; }

// The changes are these, in any order, and the other way round their reverse.
void check_changes(const scheme& before, const scheme& after, const std::vector<scheme_change>& expected) {
  const auto check = [](const std::vector<scheme_change>& found, const std::vector<scheme_change>& wanted) {
    CHECK(found.size() == wanted.size());
    for (const scheme_change& each : wanted) {
      CAPTURE(static_cast<int>(each.part), static_cast<int>(each.field), each.before.value_or(99),
              each.after.value_or(99));
      CHECK(std::count_if(found.begin(), found.end(), [&](const auto& other) { return same(each, other); }) == 1);
    }
  };
  check(changes(before, after), expected);
  std::vector<scheme_change> reverse;
  std::transform(expected.begin(), expected.end(), std::back_inserter(reverse), reversed);
  check(changes(after, before), reverse);
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
    CHECK(changes(each, each).empty());
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
    scheme_change expected;
  };
  const std::vector<single> all{
      {[](scheme& s) { s.id = "X"; }, changed(part::scheme, field::id, 0, "CTS TBSC94-2026", "X")},
      {[](scheme& s) { s.edition = "C/0"; }, changed(part::scheme, field::edition, 0, "B/0", "C/0")},
      {[](scheme& s) { s.title.zh = "规程"; }, changed(part::scheme, field::title_zh, 0, "规范", "规程")},
      {[](scheme& s) { s.title.en = "rules"; }, changed(part::scheme, field::title_en, 0, "specification", "rules")},
      {[](scheme& s) { s.issuer.zh = ""; }, changed(part::scheme, field::issuer_zh, 0, "机构", "")},
      {[](scheme& s) { s.issuer.en = "B"; }, changed(part::scheme, field::issuer_en, 0, "body", "B")},
      {[](scheme& s) { s.published = "2027-01-01"; },
       changed(part::scheme, field::published, 0, "2026-01-08", "2027-01-01")},
      {[](scheme& s) { s.effective = "2027-01-01"; },
       changed(part::scheme, field::effective, 0, "2026-01-08", "2027-01-01")},
      {[](scheme& s) { s.alpha_clause = "5"; }, changed(part::likert, field::clause, 0, "5.1.1", "5")},
      {[](scheme& s) { s.likert[1].name.zh = "低"; }, changed(part::likert_band, field::name_zh, 1, "", "低")},
      {[](scheme& s) { s.likert[1].name.en = "low"; }, changed(part::likert_band, field::name_en, 1, "", "low")},
      {[](scheme& s) { s.likert[1].from = decimal(3, 1); },
       changed(part::likert_band, field::from, 1, decimal(2, 1), decimal(3, 1))},
      {[](scheme& s) { s.likert[1].to = decimal(5, 1); },
       changed(part::likert_band, field::to, 1, decimal(4, 1), decimal(5, 1))},
      {[](scheme& s) { s.service.clause = "A"; }, changed(part::service, field::clause, 0, "Appendix 1", "A")},
      {[](scheme& s) { s.mean_clause = "5.1.3"; }, changed(part::service, field::mean_clause, 0, "5.1.2", "5.1.3")},
      {[](scheme& s) { s.service.groups[3].name.zh = "舒适"; },
       changed(part::characteristic, field::name_zh, 3, "", "舒适")},
      {[](scheme& s) { s.service.groups[3].name.en = "ease"; },
       changed(part::characteristic, field::name_en, 3, "group 4", "ease")},
      {[](scheme& s) { s.service.items[10].name.zh = "设备"; },
       changed(part::service_item, field::name_zh, 10, "", "设备")},
      {[](scheme& s) { s.service.items[10].name.en = "tools"; },
       changed(part::service_item, field::name_en, 10, "", "tools")},
      {[](scheme& s) { s.service.items[10].criterion.zh = "好"; },
       changed(part::service_item, field::criterion_zh, 10, "", "好")},
      {[](scheme& s) { s.service.items[10].criterion.en = "good"; },
       changed(part::service_item, field::criterion_en, 10, "", "good")},
      {[](scheme& s) { s.maturity->level_clause = "A"; }, changed(part::levels, field::clause, 0, "Appendix 2", "A")},
      {[](scheme& s) { s.maturity->levels[2].name.zh = "三"; }, changed(part::level, field::name_zh, 2, "", "三")},
      {[](scheme& s) { s.maturity->levels[2].name.en = "3"; }, changed(part::level, field::name_en, 2, "", "3")},
      {[](scheme& s) { s.maturity->levels[2].description.zh = "规范"; },
       changed(part::level, field::description_zh, 2, "", "规范")},
      {[](scheme& s) { s.maturity->levels[2].description.en = "set"; },
       changed(part::level, field::description_en, 2, "", "set")},
      {[](scheme& s) { s.maturity->table.clause = "A"; }, changed(part::maturity, field::clause, 0, "Appendix 3", "A")},
      {[](scheme& s) { s.maturity->requirements_clause.clear(); },
       changed(part::maturity, field::requirements_clause, 0, "Appendix 4", none())},
      {[](scheme& s) { s.maturity->qms_audit_clause = "5.2"; },
       changed(part::maturity, field::qms_audit_clause, 0, "5.2.2", "5.2")},
      {[](scheme& s) { s.maturity->table.groups[0].name.zh = "环境"; },
       changed(part::chapter, field::name_zh, 0, "", "环境")},
      {[](scheme& s) { s.maturity->table.items[1].reference = "1.9"; },
       changed(part::management_item, field::reference, 1, "", "1.9")},
      {[](scheme& s) { s.maturity->table.items[1].points_due = decimal(7); },  // chapters state no sums
       changed(part::management_item, field::points_due, 1, decimal(5), decimal(7))},
      {[](scheme& s) { s.maturity->bands[3].from = decimal(96); },
       changed(part::total_band, field::from, 3, decimal(95), decimal(96))},
      {[](scheme& s) { s.maturity->bands[3].end = decimal(106); },
       changed(part::total_band, field::end, 3, band_end{decimal(105), false}, band_end{decimal(106), false})},
      {[](scheme& s) { s.maturity->bands[4].takes_in_end = false; },  // 145, and below 145
       changed(part::total_band, field::end, 4, band_end{decimal(145), true}, band_end{decimal(145), false})},
      {[](scheme& s) { s.grades.clause = "6"; }, changed(part::grades, field::clause, 0, "5.3", "6")},
      {[](scheme& s) { s.grades.places = 1; }, changed(part::grades, field::places, 0, decimal(0), decimal(1))},
      {[](scheme& s) { s.grades.rows[1].from = decimal(82); },
       changed(part::row, field::from, 1, decimal(80), decimal(82))},
      {[](scheme& s) { s.grades.rows[1].to = decimal(89); },
       changed(part::row, field::to, 1, decimal(90), decimal(89))},
      {[](scheme& s) { s.grades.rows[1].to.reset(); }, changed(part::row, field::to, 1, decimal(90), none())},
      {[](scheme& s) { s.grades.rows[1].level = level(4); }, changed(part::row, field::level, 1, level(3), level(4))},
      {[](scheme& s) { s.grades.grades[1].from = decimal(88); },
       changed(part::grade, field::from, 1, decimal(90), decimal(88))},
      {[](scheme& s) { s.grades.grades[2].to = decimal(100); },
       changed(part::grade, field::to, 2, none(), decimal(100))},
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
  const std::vector<scheme_change> found = changes(named(), other);
  // The row's end has been changed twice.
  CHECK(found.size() == all.size() - 1);
}

TEST_CASE("points due change the sums that Appendix 1 states", "[scheme_diff]") {
  scheme other = named();
  other.service.items[10].points_due = decimal(10);
  check_changes(named(), other,
                {changed(part::service, field::points_due, 0, decimal(100), decimal(105)),
                 changed(part::characteristic, field::points_due, 3, decimal(15), decimal(20)),
                 changed(part::service_item, field::points_due, 10, decimal(5), decimal(10))});
}

TEST_CASE("items are matched by their id, wherever they stand", "[scheme_diff]") {
  const scheme before = of_items({{"1", {"a", "b", "c"}}, {"2", {"d", "e"}}});
  const auto points = [](std::size_t at, std::uint64_t from, std::uint64_t to) {
    return changed(part::characteristic, field::points_due, at, decimal(from), decimal(to));
  };
  const auto total = [](std::uint64_t to) {
    return changed(part::service, field::points_due, 0, decimal(25), decimal(to));
  };
  SECTION("one more, in the midst") {
    check_changes(before, of_items({{"1", {"a", "x", "b", "c"}}, {"2", {"d", "e"}}}),
                  {total(30), points(0, 15, 20), added(part::service_item, 1)});
  }
  SECTION("one less") {
    check_changes(before, of_items({{"1", {"b", "c"}}, {"2", {"d", "e"}}}),
                  {total(20), points(0, 15, 10), removed(part::service_item, 0)});
  }
  SECTION("another id is another item") {
    check_changes(before, of_items({{"1", {"a", "x", "c"}}, {"2", {"d", "e"}}}),
                  {added(part::service_item, 1), removed(part::service_item, 1)});
  }
  SECTION("in another characteristic") {
    check_changes(before, of_items({{"1", {"a", "c"}}, {"2", {"d", "b", "e"}}}),
                  {points(0, 15, 10), points(1, 10, 15), {part::service_item, field::group, 1, 3, "1", "2"}});
  }
  SECTION("in another order, the ids of those that stay") {
    check_changes(before, of_items({{"1", {"b", "x", "c", "a"}}, {"2", {"d", "e"}}}),
                  {total(30), points(0, 15, 20), added(part::service_item, 1),
                   changed(part::characteristic, field::order, 0, strings{"a", "b", "c"}, strings{"b", "c", "a"})});
  }
  SECTION("characteristics in another order: their items have not moved") {
    check_changes(before, of_items({{"2", {"d", "e"}}, {"1", {"a", "b", "c"}}}),
                  {changed(part::service, field::order, 0, strings{"1", "2"}, strings{"2", "1"})});
  }
  SECTION("one characteristic more, with an item of another") {
    check_changes(before, of_items({{"1", {"a", "b"}}, {"3", {"x", "c"}}, {"2", {"d", "e"}}}),
                  {total(30),
                   points(0, 15, 10),
                   added(part::characteristic, 1),
                   added(part::service_item, 2),
                   {part::service_item, field::group, 2, 3, "1", "3"}});
  }
  SECTION("the same in chapters") {
    scheme one = named();
    scheme other = named();
    set_items(one.maturity->table, {{"1", {"a", "b"}}, {"2", {"c"}}});
    set_items(other.maturity->table, {{"3", {"x"}}, {"2", {"c", "a"}}});
    check_changes(one, other,
                  {added(part::chapter, 0),
                   added(part::management_item, 0),
                   removed(part::chapter, 0),
                   removed(part::management_item, 1),
                   {part::management_item, field::group, 0, 2, "1", "2"}});
  }
  SECTION("an id is of one appendix") {
    scheme other = before;
    other.maturity->table.items[0].id = "a";
    check_changes(before, other, {added(part::management_item, 0), removed(part::management_item, 0)});
  }
}

TEST_CASE("what is removed stands before what it stood before", "[scheme_diff]") {
  std::vector<std::pair<int, int>> places;
  const auto found = changes(of_items({{"1", {"a", "b", "c", "d"}}}), of_items({{"1", {"b", "x", "d"}}}));
  for (const scheme_change& each : found) {
    if (each.part == part::service_item) {
      places.emplace_back(each.before ? static_cast<int>(*each.before) : -1,
                          each.after ? static_cast<int>(*each.after) : -1);
    }
  }
  CHECK(places == std::vector<std::pair<int, int>>{{0, -1}, {-1, 1}, {2, -1}});
}

TEST_CASE("levels' bands are matched by the level, grades by the name", "[scheme_diff]") {
  scheme other = named();
  other.maturity->bands.erase(other.maturity->bands.begin() + 1);
  check_changes(named(), other, {removed(part::total_band, 1)});
  other = named();
  other.maturity->bands.pop_back();
  check_changes(named(), other, {removed(part::total_band, other.maturity->bands.size())});

  other = named();
  other.grades.grades[1].grade = "4A";
  check_changes(named(), other, {removed(part::grade, 1), added(part::grade, 1)});
  // Two that change places differ in their limits.
  other = named();
  std::swap(other.grades.grades[0].grade, other.grades.grades[1].grade);
  check_changes(named(), other,
                {{part::grade, field::from, 0, 1, decimal(80), decimal(90)},
                 {part::grade, field::to, 0, 1, decimal(89), decimal(94)},
                 {part::grade, field::from, 1, 0, decimal(90), decimal(80)},
                 {part::grade, field::to, 1, 0, decimal(94), decimal(89)}});
}

TEST_CASE("clauses are matched by their number and where it stands", "[scheme_diff]") {
  scheme before = example::tbsc94_2026();
  before.clauses = {{"", "1", {"范围", "scope"}, {"甲", "a"}}, {"Appendix 4", "1", {"环境", "context"}, {"乙", "b"}}};
  scheme after = before;
  after.clauses[1].summary.zh = "丙";
  after.clauses[0].title.en = "what it is for";
  check_changes(before, after,
                {changed(part::clause, field::title_en, 0, "scope", "what it is for"),
                 changed(part::clause, field::summary_zh, 1, "乙", "丙")});
  after = before;
  after.clauses[1].within = "Appendix 5";
  check_changes(before, after, {removed(part::clause, 1), added(part::clause, 1)});
}

TEST_CASE("rows and bands of α are matched in their order, so that the fewest fields differ", "[scheme_diff]") {
  scheme other = named();
  auto& rows = other.grades.rows;
  SECTION("a row in front: the others stay") {
    rows.insert(rows.begin(), {decimal(40), decimal(59), level(1)});
    check_changes(named(), other, {added(part::row, 0)});
  }
  SECTION("a row in front and one less behind") {
    rows.insert(rows.begin(), {decimal(40), decimal(59), level(1)});
    rows.pop_back();
    check_changes(named(), other, {added(part::row, 0), removed(part::row, 2)});
  }
  SECTION("all fields of a row: still that row") {
    rows[1] = {decimal(81), decimal(88), level(5)};
    check_changes(named(), other,
                  {changed(part::row, field::from, 1, decimal(80), decimal(81)),
                   changed(part::row, field::to, 1, decimal(90), decimal(88)),
                   changed(part::row, field::level, 1, level(3), level(5))});
  }
  SECTION("a band that is split") {
    other.likert[1].from = decimal(3, 1);
    other.likert.insert(other.likert.begin() + 1, {{"偏低", "rather low"}, decimal(2, 1), decimal(3, 1)});
    check_changes(named(), other,
                  {added(part::likert_band, 1), {part::likert_band, field::from, 1, 2, decimal(2, 1), decimal(3, 1)}});
  }
  SECTION("very many: each with the one at its place") {
    scheme one = named();
    one.grades.rows.clear();
    for (std::uint64_t i = 0; i < 1001; ++i) {
      one.grades.rows.push_back({decimal(i), {}, level(1)});
    }
    other = one;
    other.grades.rows.erase(other.grades.rows.begin());
    const auto found = changes(one, other);
    REQUIRE(found.size() == 1001);
    CHECK(same(found.back(), removed(part::row, 1000)));
    CHECK(same(changes(other, one).back(), added(part::row, 1000)));
    other.grades.rows.erase(other.grades.rows.begin(), other.grades.rows.begin() + 2);
    CHECK(changes(one, other).size() == 3);  // 1001 × 998 can be matched by what they are
  }
}

TEST_CASE("a management part that is added or removed is one change, and each row's level one", "[scheme_diff]") {
  scheme other = named();
  other.maturity.reset();
  for (grade_row& each : other.grades.rows) {
    each.level.reset();
  }
  check_changes(
      named(), other,
      {removed(part::maturity, 0), changed(part::row, field::level, 0, level(2), none()),
       changed(part::row, field::level, 1, level(3), none()), changed(part::row, field::level, 2, level(4), none())});
}
