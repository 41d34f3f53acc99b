#include "tbsc94/verdict.hpp"

#include <algorithm>

namespace tbsc94 {

namespace {

// The highest row whose lower limit is at or below `limit`.
std::size_t row_holding(const grade_table& table, const decimal& limit) {
  std::size_t row = table.rows.size() - 1;
  while (table.rows[row].from > limit) {
    --row;
  }
  return row;
}

grade_index decide_by_score_and_level(const grade_table& table, const grounds& grounds, const standing& standing,
                                      const readings& readings) {
  // From the highest grade that the score gives downwards, to the first whose level is reached too.
  for (std::size_t grade = standing.grades_within; grade-- > 0;) {
    if (reaches(level_asked(table, row_of(table, grade, standing, readings)), grounds.level)) {
      return grade;
    }
    if (readings.shortfall_gives_none()) {
      break;
    }
  }
  return std::nullopt;
}

// The grade that the missing things would lead to.
std::size_t grade_to_aim_at(const grade_table& table, const grounds& grounds, const standing& standing,
                            const readings& readings) {
  const grade_index held = decide_by_score_and_level(table, grounds, standing, readings);
  if (grounds.review == conformity::nonconforming && held) {
    return *held;  // only the review keeps it from being reached
  }
  if (!held && readings.shortfall_gives_none() && standing.grades_within > 0) {
    return standing.grades_within - 1;  // the score's own grade, or none
  }
  return held ? *held + 1 : 0;
}

// The points that `total` lacks to the bands of `level` and above; nullopt where there are none.
std::optional<decimal> missing_points(const maturity_part& part, const decimal& total, maturity_level level) {
  const maturity_band* const band = part.lowest_band(level);
  return band != nullptr ? std::optional(minus(band->from, total)) : std::nullopt;
}

std::optional<maturity_level> asked_on_limit(const grade_table& table, std::size_t grade, const readings& readings) {
  return level_asked(table, row_of(table, grade, {grade + 1, true}, readings));
}

// The level that is enough for `grade` at every score from its limit on.
std::optional<maturity_level> asked_from_limit(const grade_table& table, std::size_t grade, const readings& readings) {
  return std::max(asked_on_limit(table, grade, readings),
                  level_asked(table, row_of(table, grade, {grade + 1, false}, readings)));
}

// The first limit, of `grade` and those above, from which `level` gives no grade at all; nullopt: none.
std::optional<decimal> short_from(const grade_table& table, std::size_t grade, std::optional<maturity_level> level,
                                  const readings& readings) {
  for (; readings.shortfall_gives_none() && grade < table.grades.size(); ++grade) {
    if (!reaches(asked_from_limit(table, grade, readings), level)) {
      return table.grades[grade].from;
    }
  }
  return std::nullopt;
}

}  // namespace

fraction compared_score(const grade_table& table, const fraction& score, const readings& readings) {
  const auto places = readings.compared_places(table.places);
  return places ? fraction(score.rounded(*places)) : score;
}

bool pairs_by_order(const grade_table& table, const readings& readings) {
  return readings.rows_by_order() && table.rows.size() == table.grades.size();
}

standing standing_of(const grade_table& table, const fraction& compared) {
  standing result;
  for (const grade_limit& limit : table.grades) {
    const auto order = compared <=> limit.from;
    if (order < 0) {
      break;
    }
    ++result.grades_within;
    result.on_limit = order == 0;
  }
  return result;
}

std::optional<std::size_t> row_of(const grade_table& table, std::size_t grade, const standing& standing,
                                  const readings& readings) {
  if (readings.score_alone_decides()) {
    return std::nullopt;
  }
  if (pairs_by_order(table, readings)) {
    return grade;
  }
  const decimal& limit = table.grades[grade].from;
  const std::size_t row = row_holding(table, limit);
  // A score exactly on the grade's limit may stand in the row below as well.
  const bool score_on_limit = standing.on_limit && standing.grades_within == grade + 1;
  if (readings.boundary_in_lower_row() && score_on_limit && row > 0 && table.rows[row - 1].to == limit) {
    return row - 1;
  }
  return row;
}

no_effect why_no_effect(const grade_table& table, const readings& readings, reading which) {
  const bool is_on_levels =
      which == reading::row_grade || which == reading::shared_boundary || which == reading::management_shortfall;
  if (!is_on_levels || readings.is_default(which)) {
    return no_effect::none;
  }
  if (readings.score_alone_decides()) {
    return no_effect::score_alone_decides;
  }
  if (which == reading::row_grade && !pairs_by_order(table, readings)) {
    return no_effect::unlike_counts;
  }
  const bool is_unshared = which == reading::shared_boundary && pairs_by_order(table, readings);
  return is_unshared ? no_effect::rows_by_order : no_effect::none;
}

std::optional<maturity_level> level_asked(const grade_table& table, std::optional<std::size_t> row) {
  return row ? table.rows[*row].level : std::nullopt;
}

bool reaches(std::optional<maturity_level> asked, std::optional<maturity_level> level) {
  return !asked || !level || *level >= *asked;
}

grade_index decide(const grade_table& table, const grounds& grounds, const readings& readings) {
  return decide(table, grounds, standing_of(table, compared_score(table, grounds.score, readings)), readings);
}

grade_index decide(const grade_table& table, const grounds& grounds, const standing& standing,
                   const readings& readings) {
  if (grounds.review == conformity::nonconforming) {
    return std::nullopt;
  }
  return decide_by_score_and_level(table, grounds, standing, readings);
}

std::vector<requirement> requirements(const grade_table& table, const grounds& grounds, const readings& readings) {
  const standing standing = standing_of(table, compared_score(table, grounds.score, readings));
  std::vector<requirement> result;
  for (std::size_t grade = 0; grade < table.grades.size(); ++grade) {
    const auto row = row_of(table, grade, standing, readings);
    const auto asked = level_asked(table, row);
    result.push_back({grade, row, asked, grade < standing.grades_within, reaches(asked, grounds.level)});
  }
  return result;
}

std::optional<next_grade> what_is_missing(const scheme& scheme, const grounds& grounds,
                                          const std::optional<decimal>& total, const readings& readings) {
  const grade_table& table = scheme.grades;
  const fraction compared = compared_score(table, grounds.score, readings);
  const standing now = standing_of(table, compared);
  next_grade next;
  next.grade = grade_to_aim_at(table, grounds, now, readings);
  if (next.grade == table.grades.size()) {
    return std::nullopt;
  }
  next.conformity = grounds.review == conformity::nonconforming;

  const fraction limit(table.grades[next.grade].from);
  if (compared < limit) {
    next.score = limit - compared;
  }
  const auto asked = next.score ? asked_from_limit(table, next.grade, readings)
                                : level_asked(table, row_of(table, next.grade, now, readings));
  if (!reaches(asked, grounds.level)) {
    next.level = asked;
    next.total = missing_points(*scheme.maturity, *total, *asked);
  }
  const auto on_limit = asked_on_limit(table, next.grade, readings);
  if (next.score && next.level && on_limit < asked) {
    next.level_on_limit = on_limit;
  }
  if (next.score) {
    next.score_below = short_from(table, next.grade + 1, next.level ? next.level : grounds.level, readings);
  }
  return next;
}

std::string shown_score::to_string() const {
  std::string text = value.to_string();
  if (mark != 0) {
    text.append({'(', mark, ')'});
  }
  return text;
}

shown_score show(const grade_table& table, const fraction& score, unsigned places) {
  shown_score shown{score.rounded(places)};
  const auto begins_there = [&](const auto& each) { return each.from == shown.value; };
  if (std::any_of(table.rows.begin(), table.rows.end(), begins_there) ||
      std::any_of(table.grades.begin(), table.grades.end(), begins_there)) {
    const auto order = score <=> shown.value;
    shown.mark = order < 0 ? '-' : order > 0 ? '+' : '\0';
  }
  return shown;
}

}  // namespace tbsc94
