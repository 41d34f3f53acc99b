// Schemes for the tests: CTS TBSC94-2026 itself, its figures copied from the printed specification and
// not from the program's data, and schemes of other shapes.
#pragma once

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "tbsc94/scheme.hpp"

namespace example {

using namespace tbsc94;

inline maturity_level level(unsigned number) { return *maturity_level::from(number); }

/// A group's id, and its items' points due in units of the table's last place.
struct group_points {
  std::string id;
  std::vector<std::uint64_t> points;
};

/// Items are numbered within their group: "1.1", "1.2".
inline item_table table(std::string clause, unsigned places, const std::vector<group_points>& groups) {
  item_table table;
  table.clause = std::move(clause);
  table.places = places;
  for (const group_points& group : groups) {
    table.groups.push_back({group.id, {"", "group " + group.id}, table.items.size(), group.points.size()});
    for (std::size_t i = 0; i < group.points.size(); ++i) {
      item item;
      item.id = group.id + "." + std::to_string(i + 1);
      item.points_due = decimal(group.points[i], places);
      table.items.push_back(item);
    }
  }
  return table;
}

/// CTS TBSC94-2026, edition B/0.
inline scheme tbsc94_2026() {
  scheme scheme;
  scheme.id = "CTS TBSC94-2026";
  scheme.edition = "B/0";
  scheme.published = scheme.effective = "2026-01-08";
  scheme.alpha_clause = "5.1.1";
  scheme.mean_clause = "5.1.2";
  for (const std::uint64_t end : {2U, 4U, 6U, 8U, 10U}) {
    scheme.likert.push_back({{}, decimal(end - 2, 1), decimal(end, 1)});
  }
  scheme.service = table("Appendix 1", 0,
                         {{"1", {5, 7, 5}},
                          {"2", {5, 5, 5}},
                          {"3", {5, 5, 5}},
                          {"4", {5, 5, 5}},
                          {"5", {5, 5, 5}},
                          {"6", {5, 5, 5}},
                          {"7", {8}}});
  maturity_part maturity;
  maturity.table = table("Appendix 3", 0,
                         {{"1", {5, 5, 5, 5}},
                          {"2", {5, 5, 5}},
                          {"3", {5, 5}},
                          {"4", {10, 10, 10, 5, 5}},
                          {"5", {10, 10}},
                          {"6", {10, 10, 10}},
                          {"7", {5, 5}}});
  maturity.requirements_clause = "Appendix 4";
  maturity.qms_audit_clause = "5.2.2";
  maturity.level_clause = "Appendix 2";
  maturity.levels.resize(5);
  maturity.bands = {{level(1), decimal(20), decimal(45)},
                    {level(2), decimal(45), decimal(70)},
                    {level(3), decimal(70), decimal(95)},
                    {level(4), decimal(95), decimal(105)},
                    {level(5), decimal(105), decimal(145), true}};
  scheme.maturity = std::move(maturity);
  scheme.grades.clause = "5.3";
  scheme.grades.rows = {{decimal(60), decimal(79), level(2)},
                        {decimal(80), decimal(90), level(3)},
                        {decimal(90), std::nullopt, level(4)}};
  scheme.grades.grades = {
      {"AAA", decimal(80), decimal(89)}, {"AAAA", decimal(90), decimal(94)}, {"AAAAA", decimal(95), std::nullopt}};
  return scheme;
}

/// Points due with decimals (2 places in Appendix 1, 1 in Appendix 3), four grades with limits in
/// tenths, three rows, a limit that stands in two of them, and bands with ends in hundredths.
inline scheme in_tenths() {
  scheme scheme = tbsc94_2026();
  scheme.id = "in tenths";
  scheme.service = table("Appendix 1", 2, {{"1", {1225, 350}}, {"2", {75, 2000, 5}}, {"3", {4145}}});
  scheme.maturity->table = table("Appendix 3", 1, {{"1", {25, 100}}, {"2", {333}}});
  // 45.8 points due: totals from 9.16 to 45.8.
  scheme.maturity->bands = {{level(1), decimal(5), decimal(1225, 2)},
                            {level(2), decimal(1225, 2), decimal(205, 1)},
                            {level(3), decimal(205, 1), decimal(3333, 2)},
                            {level(5), decimal(3333, 2), decimal(458, 1), true}};
  scheme.grades.places = 1;
  scheme.grades.rows = {{decimal(605, 1), decimal(705, 1), level(2)},
                        {decimal(705, 1), decimal(825, 1), level(3)},
                        {decimal(825, 1), std::nullopt, level(5)}};
  scheme.grades.grades = {{"C", decimal(655, 1), decimal(704, 1)},
                          {"B", decimal(705, 1), decimal(799, 1)},
                          {"A", decimal(800, 1), decimal(899, 1)},
                          {"A+", decimal(900, 1), std::nullopt}};
  return scheme;
}

/// No maturity part: nothing but the score decides. One service item.
inline scheme without_maturity() {
  scheme scheme = tbsc94_2026();
  scheme.id = "without maturity";
  scheme.service = table("Appendix 1", 0, {{"1", {100}}});
  scheme.maturity.reset();
  scheme.grades.rows = {{decimal(50), std::nullopt, std::nullopt}};
  scheme.grades.grades = {{"passed", decimal(60), std::nullopt}};
  return scheme;
}

/// One service item and one management item, the bands and the table of CTS TBSC94-2026.
inline scheme single_items() {
  scheme scheme = tbsc94_2026();
  scheme.id = "single items";
  scheme.service = table("Appendix 1", 0, {{"1", {100}}});
  scheme.maturity->table = table("Appendix 3", 0, {{"1", {145}}});
  scheme.maturity->bands = {{level(1), decimal(20), decimal(58)},
                            {level(2), decimal(58), decimal(87)},
                            {level(3), decimal(87), decimal(116)},
                            {level(4), decimal(116), decimal(145)},
                            {level(5), decimal(145), decimal(145), true}};
  return scheme;
}

}  // namespace example
