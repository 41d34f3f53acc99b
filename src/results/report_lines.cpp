#include "results/report_lines.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>

#include "results/remark_words.hpp"
#include "results/report_messages.hpp"
#include "results/scheme_words.hpp"
#include "tbsc94/verdict.hpp"
#include "text/format.hpp"
#include "text/terminal_text.hpp"

namespace tbsc94 {

std::string reading_in_words(reading which, language lang) {
  return message::reading_named(lang, message::reading_titles[static_cast<std::size_t>(which)].in(lang),
                                names_of(which).name);
}

report_lines::report_lines(const worked_out& all, language lang, quoting quote)
    : all_(all),
      outcome_(all.outcome),
      scheme_(outcome_.scheme_used()),
      assessment_(outcome_.record.assessment),
      grading_(*outcome_.grading),
      readings_(all.readings),
      lang_(lang),
      quote_(quote) {}

std::string report_lines::level_name(maturity_level level) const { return tbsc94::level_name(scheme_, level, lang_); }

bool report_lines::asks_levels() const {
  return std::ranges::any_of(all_.derivation.requirements,
                             [](const requirement& each) { return each.level.has_value(); });
}

std::string report_lines::shown(const fraction& value) { return value.rounded(shown_score::places).to_string(); }

std::string report_lines::why_no_sum(std::span<const score_line> parts, const score_line& whole) const {
  fraction sum;
  for (const score_line& each : parts) {
    sum = sum + fraction(each.points.rounded(shown_score::places));
  }
  if (sum == fraction(whole.points.rounded(shown_score::places))) {
    return "";
  }
  return message::no_sum(lang_, shown(sum), whole_points(whole), whole.points.to_string());
}

std::string report_lines::grade_in_words(std::string_view grade, language lang) {
  const bool is_latin = !grade.empty() && static_cast<unsigned char>(grade.back()) < 0x80;
  return lang == language::zh && is_latin ? formatted("{} 级", grade) : std::string(grade);
}

std::string report_lines::item_label(const item& item, language lang) {
  return shorten(formatted("{} {}", item.id, in(lang, item.name)), item_label_width);
}

std::string report_lines::verdict() const {
  return grading_.grade ? message::verdict_reached(lang_, grade_in_words(grade_name(scheme_, grading_.grade), lang_))
                        : message::verdict_none(lang_);
}

std::string report_lines::who() const {
  std::string who;
  for (const auto* part : {&assessment_.organization, &assessment_.id, &assessment_.date}) {
    if (*part) {
      add_joined(who, " · ", quote_(**part));
    }
  }
  return who;
}

std::vector<std::string> report_lines::details() const {
  std::vector<std::string> lines;
  for (const auto& [label, text] : assessment_.details) {
    if (!text.empty()) {
      lines.push_back(message::labelled(lang_, quote_(label), quote_(text)));
    }
  }
  return lines;
}

std::vector<std::string> report_lines::conformity_remarks() const {
  std::vector<std::string> lines;
  for (const auto& [clause, text] : assessment_.conformity_remarks) {
    lines.push_back(message::conformity_remark(lang_, quote_(clause_text(clause, lang_)), quote_(text)));
  }
  return lines;
}

std::string report_lines::why_none() const {
  if (assessment_.conformity == conformity::nonconforming) {
    return message::because_nonconforming(lang_, scheme_.grades.clause);
  }
  const grade_table& table = scheme_.grades;
  const std::size_t within = standing_of(table, compared_score(table, grading_.score, readings_.values)).grades_within;
  const bool falls_short = !grading_.grade && within > 0 && readings_.values.shortfall_gives_none();
  return falls_short ? message::because_short(lang_, grade_in_words(table.grades[within - 1].grade, lang_))
                     : std::string();
}

std::vector<std::string> report_lines::premises() const {
  std::vector<std::string> lines;
  if (grading_.conformity_assumed) {
    lines.push_back(message::conformity_assumed(lang_));
  }
  if (grading_.edition_assumed) {
    lines.push_back(message::edition_assumed(lang_, scheme_.edition));
  }
  for (const ambient_file& each : outcome_.record.scheme->ambient) {
    lines.push_back(message::from_environment(lang_, each.variable, quote_(each.path)));
  }
  for (const reading each : all_readings) {
    if (!readings_.values.is_default(each)) {
      const auto index = static_cast<std::size_t>(each);
      lines.push_back(message::reading_chosen(lang_, message::reading_titles[index].in(lang_), names_of(each).name,
                                              readings_.values.value(each),
                                              message::meaning_of(each, readings_.values.index_of(each)).in(lang_)));
    }
  }
  return lines;
}

std::vector<std::string> report_lines::key_figures() const {
  std::vector<std::string> lines;
  lines.push_back(message::score_line(lang_, grading_.shown.to_string(), grading_.score.to_string()));
  if (grading_.shown.mark != 0) {
    lines.push_back(grading_.shown.mark == '-' ? message::mark_below(lang_) : message::mark_above(lang_));
  }
  if (grading_.compared) {
    lines.push_back(message::compared_line(lang_, grading_.compared->to_string()));
  }
  if (grading_.total) {
    lines.push_back(message::total_line(lang_, grading_.total->to_string(), level_name(*grading_.level)));
  }
  if (std::string why = why_none(); !why.empty()) {
    lines.push_back(std::move(why));
  }
  if (!grading_.depends_on.empty()) {
    lines.push_back(depends_on());
  }
  std::ranges::move(conformity_remarks(), std::back_inserter(lines));
  return lines;
}

std::string report_lines::depends_on() const {
  std::string names;
  for (const reading each : all_readings) {
    if (grading_.depends_on.has(each)) {
      add_joined(names, message::list_separator.in(lang_), reading_in_words(each, lang_));
    }
  }
  return names.empty() ? std::string(message::depends_on_none.in(lang_)) : message::depends_on(lang_, names);
}

std::vector<std::string> report_lines::remarks_at_verdict(bool on_ratings) const {
  std::vector<std::string> lines;
  for (const verdict_remark& each : verdict_remarks(scheme_, assessment_, grading_, all_.agreement, readings_.values)) {
    if (!on_ratings && !std::holds_alternative<row_without_grade>(each) &&
        !std::holds_alternative<single_rating>(each)) {
      continue;
    }
    lines.push_back(message::remark_line(lang_, words_of(each, scheme_, assessment_, lang_, quote_)));
  }
  return lines;
}

std::string_view report_lines::review() const {
  if (!assessment_.conformity) {
    return message::assumed.in(lang_);
  }
  return (*assessment_.conformity == conformity::conforming ? message::conforming : message::nonconforming).in(lang_);
}

std::vector<report_line> report_lines::next() const {
  std::vector<report_line> lines;
  const auto add = [&](std::size_t depth, std::string text) { lines.push_back({depth, std::move(text)}); };
  if (!all_.derivation.next) {
    add(0, message::highest_reached(lang_));
    return lines;
  }
  const next_grade& next = *all_.derivation.next;
  const grade_limit& limit = scheme_.grades.grades[next.grade];
  add(0, message::next_needs(lang_, grade_in_words(limit.grade, lang_)));
  if (next.conformity) {
    add(1, message::conformity_missing(lang_));
  }
  if (next.score) {
    const std::string exact = next.score->to_string();
    const bool is_fraction = exact.find('/') != std::string::npos;
    const auto& missing = grading_.compared ? message::compared_missing : message::score_missing;
    const std::string enough = next.score->rounded_up(shown_score::places).to_string();
    add(1, missing(lang_, is_fraction ? message::approximately(lang_, exact, enough) : exact, limit.from.shortest()));
  }
  if (next.score_below) {
    add(2, message::only_below(lang_, next.score_below->shortest()));
  }
  if (next.level && next.total) {
    add(1, message::level_missing_points(lang_, level_name(*next.level), grading_.total->to_string(),
                                         next.total->to_string()));
    const auto& raises = all_.outlook.raises;
    add(2, raises ? raises_text(*scheme_.maturity, *raises, *next.total, lang_)
                  : std::string(message::no_raises.in(lang_)));
  } else if (next.level) {
    add(1, message::no_total_gives(lang_, level_name(*next.level)));
  }
  if (next.level_on_limit) {
    add(2, message::only_on_limit(lang_, limit.from.shortest(), level_name(*next.level_on_limit)));
  }
  return lines;
}

std::string report_lines::qms_audit() const {
  const std::string_view kind = (!assessment_.qms_audit                             ? message::qms_not_stated
                                 : assessment_.qms_audit == tbsc94::qms_audit::full ? message::qms_full
                                                                                    : message::qms_partly_waived)
                                    .in(lang_);
  const std::string_view clause = qms_audit_clause_of(scheme_);
  return clause.empty() ? message::qms_audit(lang_, kind) : message::qms_audit_of(lang_, clause, kind);
}

std::string report_lines::how_set(reading which) const {
  const auto& settled = readings_.settled[static_cast<std::size_t>(which)];
  if (!settled) {
    return std::string((readings_.values.is_default(which) ? message::is_default : message::is_chosen).in(lang_));
  }
  if (settled->by_scheme) {
    return message::is_stated(lang_, quote_(clause_text(settled->text, lang_)));
  }
  const std::string when =
      settled->date.empty() ? "" : std::string(message::values_separator.in(lang_)) + settled->date;
  return message::is_settled(lang_, quote_(settled->text) + when);
}

std::string report_lines::reading_text(reading which) const {
  std::string how = how_set(which);
  if (grading_.depends_on.has(which)) {
    how += std::string(message::clause_separator.in(lang_)) + other_grades(which);
  }
  return message::reading_state(lang_, message::reading_titles[static_cast<std::size_t>(which)].in(lang_),
                                names_of(which).name, readings_.values.value(which), how,
                                clause_text(clause_of(scheme_, which), lang_));
}

// Which other values give which other grade.
std::string report_lines::other_grades(reading which) const {
  std::string text;
  for (const other_value& each : all_.others_of(which)) {
    if (each.result && each.result->grade != grading_.grade) {
      const grade_index grade = each.result->grade;
      add_joined(
          text, message::values_separator.in(lang_),
          message::other_gives(lang_, each.value, grade ? grade_name(scheme_, grade) : message::grade_none.in(lang_)));
    }
  }
  return text;
}

std::string report_lines::why_without_effect(reading which) const {
  const grade_table& table = scheme_.grades;
  switch (why_no_effect(table, readings_.values, which)) {
    case no_effect::score_alone_decides:
      return std::string(message::no_effect_of_level.in(lang_));
    case no_effect::rows_by_order:
      return std::string(message::no_effect_by_order.in(lang_));
    case no_effect::unlike_counts:
      return message::no_effect_of_counts(lang_, table.rows.size(), table.grades.size());
    default:
      return {};
  }
}

std::vector<report_line> report_lines::readings() const {
  std::vector<report_line> lines;
  for (const reading each : all_readings) {
    lines.push_back({0, reading_text(each)});
    lines.push_back({1, std::string(message::meaning_of(each, readings_.values.index_of(each)).in(lang_))});
    if (std::string why = why_without_effect(each); !why.empty()) {
      lines.push_back({1, std::move(why)});
    }
  }
  if (grading_.depends_on.empty()) {
    lines.push_back({0, message::depends_on_none(lang_)});
  }
  lines.push_back({0, message::not_a_decision(lang_)});
  return lines;
}

std::vector<std::string> report_lines::remarks(bool on_ratings, bool on_items) const {
  std::vector<std::string> lines;
  for (const finding& each : outcome_.record.remarks) {
    if (!on_ratings && each.where.starts_with("/service/ratings")) {
      continue;
    }
    const std::string cell = cell_words(each, lang_);
    const std::string at = cell.empty() ? formatted("{}:{}", each.line, each.column) : quote_(cell);
    lines.push_back(formatted("{} [{}]", message::labelled(lang_, at, quote_(each.message)), name_of(each.code)));
  }
  for (const auto& [index, reason] : assessment_.not_applicable) {
    lines.push_back(message::labelled(
        lang_, formatted("{} {}", item_label(scheme_.service.items[index], lang_), message::not_applicable.in(lang_)),
        quote_(reason)));
  }
  if (!on_items) {
    return lines;
  }
  const auto add_remarks = [&](const std::vector<item_note>& remarks, const item_table& table) {
    for (const auto& [index, text] : remarks) {
      if (!text.empty()) {  // as a blank assessment has them
        lines.push_back(message::labelled(lang_, item_label(table.items[index], lang_), quote_(text)));
      }
    }
  };
  add_remarks(assessment_.service_remarks, scheme_.service);
  if (scheme_.maturity) {
    add_remarks(assessment_.management_remarks, scheme_.maturity->table);
  }
  return lines;
}

std::string raises_text(const maturity_part& part, const fewest_raises& raises, const decimal& lacking, language lang) {
  std::map<decimal, std::string, std::greater<>> by_gain;
  for (const raise& each : raises.items) {
    add_joined(by_gain[each.gain], message::list_separator.in(lang), part.table.items[each.item].id);
  }
  const std::string options = joined(by_gain, message::clause_separator.in(lang), [&](const auto& each) {
    return message::raises_each(lang, each.first.shortest(), each.second);
  });
  return message::raises(lang, raises.count, lacking.shortest(), options);
}

}  // namespace tbsc94
