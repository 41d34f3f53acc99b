#include "results/json_report.hpp"

#include "results/ndjson.hpp"
#include "results/remark_words.hpp"
#include "results/worked_out.hpp"
#include "tbsc94/agreement.hpp"
#include "tbsc94/outlook.hpp"
#include "text/digest.hpp"
#include "text/encoding.hpp"
#include "text/format.hpp"
#include "text/terminal_text.hpp"

namespace tbsc94 {

namespace {

// An exact value: to two decimals as `Name`, in full as `Exact`.
template <key_text Name, key_text Exact>
void write_exact(json_writer& json, const fraction& value) {
  json.key<Name>().number(value.rounded(shown_score::places).to_string());
  json.key<Exact>().string(value.to_string());
}

// A score that 5.3 compares, or would, with its mark where it lies beside a limit.
void write_score(json_writer& json, const grade_table& table, const fraction& score) {
  write_exact<"score", "score_exact">(json, score);
  if (const char mark = show(table, score).mark; mark != 0) {
    json.key<"mark">().string({&mark, 1});
  }
}

void write_grade(json_writer& json, const scheme& scheme, grade_index grade) {
  json.key<"grade">();
  grade ? json.string(grade_name(scheme, grade)) : json.null();
}

template <key_text Name>
void write_level(json_writer& json, std::optional<maturity_level> level) {
  json.key<Name>();
  level ? json.number(std::size_t{level->number()}) : json.null();
}

template <key_text Name>
void write_decimal(json_writer& json, const std::optional<decimal>& value) {
  json.key<Name>();
  value ? json.number(value->to_string()) : json.null();
}

// What each other value of a reading gives. not-applicable has none to compare: the one value refuses what the
// other takes.
void write_other_values(json_writer& json, const worked_out& all) {
  json.begin_array();
  for (const reading which : all_readings) {
    if (which == reading::not_applicable) {
      continue;
    }
    for (const other_value& each : all.others_of(which)) {
      json.begin_object();
      json.key<"reading">().string(names_of(which).name);
      json.key<"value">().string(each.value);
      json.key<"score_exact">().string(each.result->score.to_string());
      write_grade(json, all.outcome.scheme_used(), each.result->grade);
      json.end_object();
    }
  }
  json.end_array();
}

void write_readings(json_writer& json, const outcome& outcome, const readings_in_use& readings) {
  const scheme& scheme = outcome.scheme_used();
  json.begin_array();
  for (const reading each : all_readings) {
    json.begin_object();
    json.key<"name">().string(names_of(each).name);
    json.key<"value">().string(readings.values.value(each));
    json.key<"default">().boolean(readings.values.is_default(each));
    json.key<"clause">().string(clause_of(scheme, each));
    json.key<"settled">().boolean(readings.is_settled(each));
    if (const auto& settled = readings.settled[static_cast<std::size_t>(each)]) {
      json.key(settled->by_scheme ? "stated_in" : "decision").string(settled->text);
      if (!settled->by_scheme) {
        json.key<"date">().string_or_null(settled->date.empty() ? nullptr : &settled->date);
      }
    }
    if (why_no_effect(scheme.grades, readings.values, each) != no_effect::none) {
      json.key<"without_effect">().boolean(true);
    }
    json.end_object();
  }
  json.end_array();
}

void write_line(json_writer& json, const score_line& line) {
  json.key<"applicable">().boolean(line.applicable);
  json.key<"points_due">().number(line.points_due.to_string());
  write_exact<"points", "points_exact">(json, line.points);
  write_exact<"percentage", "percentage_exact">(json, line.percentage);
}

void write_ratings(json_writer& json, const scheme& scheme, const assessment& assessment, const readings& readings,
                   const service_breakdown& breakdown) {
  const rating_weights weights(assessment, readings.mean_over());
  json.begin_array();
  for (std::size_t r = 0; r < assessment.ratings.size(); ++r) {
    const rating& rating = assessment.ratings[r];
    json.begin_object();
    json.key<"assessor">().string_or_null(rating.assessor.empty() ? nullptr : &rating.assessor);
    json.key<"occasion">().string_or_null(rating.occasion.empty() ? nullptr : &rating.occasion);
    json.key<"weight">().string(fraction(weights.of(r), weights.sum()).to_string());
    write_score(json, scheme.grades, breakdown.ratings[r]);
    json.key<"alpha">().begin_object();
    for (std::size_t i = 0; i < scheme.service.items.size(); ++i) {
      if (assessment.is_applicable(i)) {
        json.key(scheme.service.items[i].id).number(assessment.alphas_of(r)[i].value().to_string());
      }
    }
    json.end_object();
    json.end_object();
  }
  json.end_array();
}

void write_service(json_writer& json, const outcome& outcome, const readings& readings,
                   const service_breakdown& breakdown) {
  const scheme& scheme = outcome.scheme_used();
  const item_table& table = scheme.service;
  const grading& grading = *outcome.grading;
  json.begin_object();
  json.key<"clause">().string(table.clause);
  write_score(json, scheme.grades, grading.score);
  if (grading.compared) {
    json.key<"compared_score">().number(grading.compared->to_string());
  }
  json.key<"points_due">().number(breakdown.whole.points_due.to_string());
  write_exact<"points", "points_exact">(json, breakdown.whole.points);
  json.key<"ratings">();
  write_ratings(json, scheme, outcome.record.assessment, readings, breakdown);
  json.key<"characteristics">().begin_array();
  for (std::size_t g = 0; g < table.groups.size(); ++g) {
    json.begin_object();
    json.key<"id">().string(table.groups[g].id);
    json.key<"name">();
    write_bilingual(json, table.groups[g].name);
    write_line(json, breakdown.characteristics[g]);
    json.end_object();
  }
  json.end_array();
  json.key<"items">().begin_array();
  for (std::size_t i = 0; i < table.items.size(); ++i) {
    json.begin_object();
    json.key<"id">().string(table.items[i].id);
    json.key<"name">();
    write_bilingual(json, table.items[i].name);
    write_line(json, breakdown.items[i]);
    write_exact<"lost", "lost_exact">(json, fraction(breakdown.items[i].points_due) - breakdown.items[i].points);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

void write_management(json_writer& json, const outcome& outcome, const derivation& derivation) {
  const scheme& scheme = outcome.scheme_used();
  const assessment& assessment = outcome.record.assessment;
  const grading& grading = *outcome.grading;
  json.begin_object();
  write_decimal<"total">(json, grading.total);
  write_level<"level">(json, grading.level);
  json.key<"conformity">().string(assessment.conformity == conformity::nonconforming ? "nonconforming" : "conforming");
  json.key<"qms_audit">();
  if (assessment.qms_audit) {
    json.string(*assessment.qms_audit == qms_audit::full ? "full" : "partly-waived");
  } else {
    json.null();
  }
  if (scheme.maturity) {
    const item_table& table = scheme.maturity->table;
    json.key<"clause">().string(table.clause);
    json.key<"chapters">().begin_array();
    for (std::size_t g = 0; g < table.groups.size(); ++g) {
      json.begin_object();
      json.key<"id">().string(table.groups[g].id);
      json.key<"name">();
      write_bilingual(json, table.groups[g].name);
      json.key<"points_due">().number(derivation.chapters[g].points_due.to_string());
      json.key<"points">().number(derivation.chapters[g].points.to_string());
      json.end_object();
    }
    json.end_array();
    json.key<"items">().begin_array();
    for (std::size_t i = 0; i < table.items.size(); ++i) {
      const item& item = table.items[i];
      const maturity_level level = assessment.levels[i];
      json.begin_object();
      json.key<"id">().string(item.id);
      json.key<"name">();
      write_bilingual(json, item.name);
      json.key<"reference">().string(item.reference);
      json.key<"level">().number(std::size_t{level.number()});
      json.key<"points_due">().number(item.points_due.shortest());
      json.key<"points">().number(maturity_points(item.points_due, level).to_string());
      json.end_object();
    }
    json.end_array();
  }
  json.end_object();
}

void write_raises(json_writer& json, const scheme& scheme, const fewest_raises& raises) {
  json.begin_object();
  json.key<"count">().number(raises.count);
  json.key<"items">().begin_array();
  for (const raise& each : raises.items) {
    json.begin_object();
    json.key<"id">().string(scheme.maturity->table.items[each.item].id);
    json.key<"gain">().number(each.gain.to_string());
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

void write_next(json_writer& json, const scheme& scheme, const next_grade& next,
                const std::optional<fewest_raises>& raises) {
  json.begin_object();
  write_grade(json, scheme, next.grade);
  json.key<"conformity">().boolean(next.conformity);
  json.key<"score">();
  if (next.score) {
    json.string(next.score->to_string());
  } else {
    json.null();
  }
  write_decimal<"score_below">(json, next.score_below ? std::optional(next.score_below->trimmed()) : std::nullopt);
  write_level<"level">(json, next.level);
  write_level<"level_on_limit">(json, next.level_on_limit);
  write_decimal<"total">(json, next.total);
  json.key<"raises">();
  raises ? write_raises(json, scheme, *raises) : json.null();
  json.end_object();
}

void write_cushion(json_writer& json, const cushion& cushion) {
  json.begin_object();
  json.key<"score">().string(cushion.score.to_string());
  write_level<"level">(json, cushion.level);
  write_decimal<"total">(json, cushion.total);
  json.end_object();
}

void write_verdict(json_writer& json, const worked_out& all) {
  const outcome& outcome = all.outcome;
  const scheme& scheme = outcome.scheme_used();
  const grade_table& table = scheme.grades;
  const grading& grading = *outcome.grading;
  json.begin_object();
  json.key<"clause">().string(table.clause);
  write_grade(json, scheme, grading.grade);
  json.key<"conformity_met">().boolean(outcome.record.assessment.conformity != conformity::nonconforming);
  json.key<"requirements">().begin_array();
  for (const requirement& each : all.derivation.requirements) {
    json.begin_object();
    json.key<"grade">().string(table.grades[each.grade].grade);
    json.key<"clause">().string(table.clause);
    json.key<"score_from">().number(table.grades[each.grade].from.shortest());
    json.key<"score_met">().boolean(each.score_met);
    json.key<"row">();
    each.row ? json.number(*each.row + 1) : json.null();
    write_level<"level_from">(json, each.level);
    json.key<"level_met">().boolean(each.level_met);
    json.end_object();
  }
  json.end_array();
  json.key<"next">();
  all.derivation.next ? write_next(json, scheme, *all.derivation.next, all.outlook.raises) : json.null();
  json.key<"cushion">();
  all.outlook.cushion ? write_cushion(json, *all.outlook.cushion) : json.null();
  json.key<"depends_on">();
  write_reading_set(json, grading.depends_on);
  json.key<"other_values">();
  write_other_values(json, all);
  json.end_object();
}

void write_agreement(json_writer& json, const scheme& scheme, const agreement& agreement) {
  json.begin_object();
  json.key<"items">().begin_array();
  for (const item_agreement& each : agreement.items) {
    json.begin_object();
    json.key<"id">().string(scheme.service.items[each.item].id);
    json.key<"least">().number(each.least.value().to_string());
    json.key<"most">().number(each.most.value().to_string());
    json.key<"spread">().number(each.spread().to_string());
    json.key<"bands">().begin_array();
    for (const std::size_t ratings : each.in_band) {
      json.number(ratings);
    }
    json.end_array();
    json.key<"far_apart">().boolean(each.is_far_apart());
    json.end_object();
  }
  json.end_array();
  json.key<"without">().begin_array();
  for (const left_out& each : agreement.without) {
    json.begin_object();
    write_score(json, scheme.grades, each.score);
    write_grade(json, scheme, each.grade);
    json.key<"changes_grade">().boolean(each.changes_grade);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

// Where in the assessment a remark on the verdict finds its reason: an α, a rating, else all of them.
struct remark_place {
  const scheme& of;

  std::string operator()(const row_without_grade& /*row*/) const { return ""; }
  std::string operator()(const single_rating& /*one*/) const { return "/service/ratings"; }
  template <class Remark>
  std::string operator()(const Remark& remark) const {
    std::string rating = formatted("/service/ratings/{}", remark.ratings.front());
    if constexpr (requires { remark.item; }) {
      return formatted("{}/alpha/{}", rating, of.service.items[remark.item].id);
    } else {
      return rating;
    }
  }
};

void write_verdict_remarks(json_writer& json, const outcome& outcome, const std::optional<agreement>& agreement,
                           const readings& readings) {
  const scheme& scheme = outcome.scheme_used();
  const assessment& assessment = outcome.record.assessment;
  for (const verdict_remark& each : verdict_remarks(scheme, assessment, *outcome.grading, agreement, readings)) {
    json.begin_object();
    json.key<"code">().string(name_of(each));
    json.key<"where">().string(std::visit(remark_place{scheme}, each));
    json.key<"clause">().string(clause_of(each, scheme));
    std::visit(
        [&](const auto& remark) {
          if constexpr (requires { remark.ratings; }) {
            json.key<"ratings">().begin_array();
            for (const std::size_t rating : remark.ratings) {
              json.number(rating + 1);
            }
            json.end_array();
          }
        },
        each);
    json.key<"message">();
    write_bilingual(json, {words_of(each, scheme, assessment, language::zh, harmless),
                           words_of(each, scheme, assessment, language::en, harmless)});
    json.end_object();
  }
}

}  // namespace

void write_report(json_writer& json, const unread_input& unread, language lang) {
  json.begin_object();
  write_tool(json);
  json.key<"scheme">().null();
  json.key<"input">().begin_object();
  json.key<"source">().string(unread.source());
  json.key<"sha256">().null();
  json.end_object();
  json.key<"errors">();
  write_errors(json, {error_of(unread, lang)});
  json.end_object();
}

void write_report(json_writer& json, const outcome& outcome, const readings_in_use& readings, std::string_view bytes) {
  write_report(json, outcome, readings, sha256(bytes), encoding::without_bom(bytes));
}

void write_report(json_writer& json, const outcome& outcome, const readings_in_use& readings, std::string_view digest,
                  std::string_view assessment) {
  json.begin_object();
  write_tool(json);
  json.key<"scheme">();
  if (const loaded_scheme* scheme = outcome.record.scheme) {
    json.begin_object();
    json.key<"id">().string(scheme->content.id);
    json.key<"edition">().string(scheme->content.edition);
    json.key<"sha256">().string(scheme->sha256);
    json.end_object();
  } else {
    json.null();
  }
  json.key<"input">().begin_object();
  json.key<"source">().string(outcome.source());
  json.key<"sha256">().string(digest);
  json.end_object();
  write_ambient(json, outcome);
  if (!outcome.grading) {
    json.key<"errors">();
    write_errors(json, outcome.record.errors);
    json.end_object();
    return;
  }
  const worked_out all(outcome, readings);
  json.key<"assessment">().raw(assessment);  // to its last blank: its digest can be checked
  json.key<"readings">();
  write_readings(json, outcome, readings);
  json.key<"assumed">();
  write_assumed(json, *outcome.grading);
  json.key<"remarks">().begin_array();
  write_each_remark(json, outcome.record.remarks);
  write_verdict_remarks(json, outcome, all.agreement, readings.values);
  json.end_array();
  json.key<"service">();
  write_service(json, outcome, readings.values, all.derivation.service);
  json.key<"management">();
  write_management(json, outcome, all.derivation);
  json.key<"verdict">();
  write_verdict(json, all);
  json.key<"agreement">();
  all.agreement ? write_agreement(json, outcome.scheme_used(), *all.agreement) : json.null();
  json.end_object();
}

}  // namespace tbsc94
