#include "schemes/scheme_report.hpp"

#include <algorithm>
#include <array>

#include "json/json_writer.hpp"
#include "json/messages.hpp"
#include "reading/place_words.hpp"
#include "results/ndjson.hpp"
#include "results/report_messages.hpp"
#include "results/scheme_words.hpp"
#include "schemes/scheme_messages.hpp"
#include "tbsc94/maturity.hpp"
#include "text/format.hpp"
#include "text/terminal_text.hpp"

namespace tbsc94 {

namespace {

constexpr std::array names{
    "totals-begin-later",
    "values-never-reached",
    "never-reached",
    "level-without-band",
    "out-of-proportion",
    "gap",
    "shared-limit",
    "overlap",
    "ends-early",
    "row-without-grade",
    "row-not-asked",
    "level-not-asked",
    "condition-never-decides",
    "condition-adds-nothing",
    "order-without-effect",
    "places-not-printed",
    "effective-before-published",
};
static_assert(names.size() == static_cast<std::size_t>(oddity::effective_before) + 1);

// The place that a remark is about, as a JSON pointer into the scheme file.
std::string where(const scheme_remark& remark) {
  switch (remark.list) {
    case scheme_list::bands:
      return formatted("/maturity/bands/{}", remark.index);
    case scheme_list::rows:
      return formatted("/grades/rows/{}", remark.index);
    case scheme_list::places:
      return "/grades/decimals";
    case scheme_list::dates:
      return "/effective";
    case scheme_list::grades:
      break;
  }
  return formatted("/grades/grades/{}", remark.index);
}

// A remark in words.
class wording {
 public:
  wording(const scheme& scheme, language lang) : scheme_(scheme), lang_(lang) {}

  [[nodiscard]] std::string of(const scheme_remark& remark) const;
  [[nodiscard]] std::string of(const example& example) const;

 private:
  [[nodiscard]] std::string level(maturity_level level) const { return level_name(scheme_, level, lang_); }
  [[nodiscard]] const grade_limit& grade(std::size_t index) const { return scheme_.grades.grades[index]; }
  [[nodiscard]] std::string entry(scheme_list list, std::size_t index) const;
  [[nodiscard]] std::string of_values(const scheme_remark& remark) const;
  [[nodiscard]] std::string of_unreached(const scheme_remark& remark) const;
  [[nodiscard]] std::string of_proportion(const scheme_remark& remark) const;
  [[nodiscard]] std::string of_condition(const scheme_remark& remark) const;
  [[nodiscard]] std::string levels_of(const assessment& assessment) const;

  const scheme& scheme_;
  language lang_;
};

std::string wording::entry(scheme_list list, std::size_t index) const {
  if (list == scheme_list::grades) {
    return message::grade_entry(lang_, grade(index).grade, range_text(grade(index).from, grade(index).to, lang_));
  }
  const grade_row& row = scheme_.grades.rows[index];
  const std::string range = range_text(row.from, row.to, lang_);
  return row.level ? message::row_entry(lang_, range, level(*row.level)) : message::row_without_level(lang_, range);
}

std::string wording::of_values(const scheme_remark& remark) const {
  if (remark.list != scheme_list::bands) {
    return message::scores_end_earlier(lang_, remark.from.shortest(), entry(remark.list, remark.index));
  }
  const std::string band = level(scheme_.maturity->bands[remark.index].level);
  return remark.kind == oddity::totals_begin_later
             ? message::totals_begin_later(lang_, remark.to.shortest(), band, remark.from.shortest())
             : message::totals_end_earlier(lang_, remark.from.shortest(), band, remark.to.shortest());
}

std::string wording::of_unreached(const scheme_remark& remark) const {
  if (remark.list == scheme_list::bands) {
    const maturity_band& band = scheme_.maturity->bands[remark.index];
    return message::band_unreached(lang_, level(band.level), band.from.shortest(), band.end.shortest());
  }
  const std::string what = entry(remark.list, remark.index);
  if (remark.list == scheme_list::rows) {
    return message::row_unreached(lang_, what);
  }
  return message::grade_unreached(lang_, remark.level ? message::grade_asks(lang_, what, level(*remark.level)) : what);
}

std::string wording::of_proportion(const scheme_remark& remark) const {
  const auto makes = [&](const example& example) {
    const std::string every = message::every_level(lang_, level(example.assessment.levels.front()));
    return message::makes_level(lang_, every, example.grading.total->shortest(), level(*example.grading.level));
  };
  const std::string here = makes(remark.examples.front());
  return remark.examples.size() > 1 ? message::out_of_proportion(lang_, here, makes(remark.examples[1]))
                                    : message::out_of_proportion_lowest(lang_, here);
}

std::string wording::of_condition(const scheme_remark& remark) const {
  const std::string& name = grade(remark.index).grade;
  const std::string asked = level(*remark.level);
  if (remark.kind == oddity::condition_never_decides) {
    return message::condition_never_decides(lang_, name, asked);
  }
  const std::size_t below = remark.index - 1;
  return message::condition_adds_nothing(lang_, name, asked, grade(below).grade, level(*level_asked(scheme_, below)));
}

std::string wording::of(const scheme_remark& remark) const {
  const auto here = [&] { return entry(remark.list, remark.index); };
  const auto next = [&] { return entry(remark.list, remark.index + 1); };
  switch (remark.kind) {
    case oddity::totals_begin_later:
    case oddity::values_unreached:
      return of_values(remark);
    case oddity::entry_unreached:
      return of_unreached(remark);
    case oddity::level_without_band:
      return message::level_without_band(lang_, level(*remark.level));
    case oddity::out_of_proportion:
      return of_proportion(remark);
    case oddity::gap:
      return message::gap(lang_, remark.from.shortest(), remark.to.shortest(), here(), next());
    case oddity::shared_limit:
      return message::shared_limit(lang_, remark.from.shortest(), here(), next());
    case oddity::overlap:
      return message::overlap(lang_, remark.from.shortest(), remark.to.shortest(), here(), next());
    case oddity::ends_early:
      return message::band_ends_early(lang_, remark.from.shortest(), here());
    case oddity::row_without_grade:
      return message::row_without_grade(lang_, here(), grade(0).grade, grade(0).from.shortest());
    case oddity::row_not_asked:
      return message::row_not_asked(lang_, here());
    case oddity::level_not_asked:
      return message::level_not_asked(lang_, level(*remark.level), level(*remark.examples.back().grading.level));
    case oddity::order_without_effect:
      return message::order_without_effect(lang_, scheme_.grades.rows.size(), scheme_.grades.grades.size());
    case oddity::places_not_printed:
      return message::places_not_printed(lang_, remark.to.shortest(), remark.from.shortest());
    case oddity::effective_before:
      return message::effective_before(lang_, scheme_.effective, scheme_.published);
    case oddity::condition_never_decides:
    case oddity::condition_adds_nothing:
      break;
  }
  return of_condition(remark);
}

std::string wording::levels_of(const assessment& assessment) const {
  const auto [lowest, highest] = std::minmax_element(assessment.levels.begin(), assessment.levels.end());
  return *lowest == *highest ? message::example_uniform(lang_, message::every_level(lang_, level(*lowest)))
                             : message::example_levels(lang_, level(*lowest), level(*highest));
}

std::string wording::of(const example& example) const {
  const grading& grading = example.grading;
  std::string line = message::example_alpha(lang_, example.assessment.alphas.front().value().shortest());
  if (scheme_.maturity) {
    line += levels_of(example.assessment);
  }
  line += message::example_score(lang_, grading.shown.to_string());
  if (grading.total) {
    line += message::example_total(lang_, grading.total->shortest(), level(*grading.level));
  }
  line += grading.grade ? message::example_grade(lang_, grade(*grading.grade).grade)
                        : std::string(message::example_no_grade.in(lang_));
  std::string readings;
  for (const reading each : all_readings) {
    if (grading.depends_on.has(each)) {
      add_joined(readings, message::list_separator.in(lang_),
                 message::titled(lang_, message::reading_titles[static_cast<std::size_t>(each)].in(lang_),
                                 names_of(each).name));
    }
  }
  return readings.empty() ? line : line + message::example_depends(lang_, readings);
}

void write_levels(json_writer& json, const scheme& scheme, const assessment& assessment) {
  if (!scheme.maturity) {
    return;
  }
  json.key("levels").begin_object();
  for (std::size_t i = 0; i < assessment.levels.size(); ++i) {
    json.key(scheme.maturity->table.items[i].id).number(std::size_t{assessment.levels[i].number()});
  }
  json.end_object();
}

void write_assessment(json_writer& json, const scheme& scheme, const assessment& assessment) {
  json.begin_object();
  json.key("scheme").string(scheme.id);
  json.key("edition").string(scheme.edition);
  json.key("service").begin_object();
  json.key("ratings").begin_array();
  json.begin_object();
  json.key("alpha").begin_object();
  for (std::size_t i = 0; i < scheme.service.items.size(); ++i) {
    json.key(scheme.service.items[i].id).number(assessment.alphas[i].value().to_string());
  }
  json.end_object();
  json.end_object();
  json.end_array();
  json.end_object();
  json.key("management").begin_object();
  json.key("conformity").string("conforming");
  write_levels(json, scheme, assessment);
  json.end_object();
  json.end_object();
}

// The result, its members named as in a line of results.
void write_result(json_writer& json, const scheme& scheme, const grading& grading) {
  json.begin_object();
  json.key("service_score").number(grading.shown.value.to_string());
  json.key("service_score_exact").string(grading.score.to_string());
  if (grading.shown.mark != 0) {
    json.key("mark").string({&grading.shown.mark, 1});
  }
  json.key("management_total");
  grading.total ? json.number(grading.total->to_string()) : json.null();
  json.key("management_level");
  grading.level ? json.number(std::size_t{grading.level->number()}) : json.null();
  json.key("grade");
  grading.grade ? json.string(scheme.grades.grades[*grading.grade].grade) : json.null();
  json.key("depends_on");
  write_reading_set(json, grading.depends_on);
  json.end_object();
}

void write_remark(json_writer& json, const scheme& scheme, const scheme_remark& remark, const wording& words) {
  json.begin_object();
  json.key("severity").string("remark");
  json.key("code").string(name_of(remark.kind));
  json.key("where").string(where(remark));
  json.key("clause").string_or_null(remark.clause.empty() ? nullptr : &remark.clause);
  json.key("message").string(words.of(remark));
  json.key("examples").begin_array();
  for (const example& each : remark.examples) {
    json.begin_object();
    json.key("assessment");
    write_assessment(json, scheme, each.assessment);
    json.key("result");
    write_result(json, scheme, each.grading);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

// No assessment can show what is wrong in a scheme that cannot be loaded: errors have no examples.
void write_error(json_writer& json, const finding& error) {
  json.begin_object();
  json.key("severity").string("error");
  json.key("code").string(name_of(error.code));
  json.key("where").string(error.where);
  json.key("line").number(error.line);
  json.key("column").number(error.column);
  json.key("clause").string_or_null(error.clause.empty() ? nullptr : &error.clause);
  json.key("message").string(error.message);
  json.key("examples").begin_array();
  json.end_array();
  json.end_object();
}

}  // namespace

std::string_view name_of(oddity kind) { return names[static_cast<std::size_t>(kind)]; }

std::string requirements_text(const maturity_part& part, language lang) {
  return part.requirements_clause.empty() ? std::string(message::requirements.in(lang))
                                          : clause_text(part.requirements_clause, lang);
}

std::string check_text(const checked_scheme& checked, language lang) {
  std::string text = document_errors(checked.errors, checked.source, lang);
  const std::string source = harmless(checked.source);
  if (!checked.content) {
    return text + message::scheme_refused(lang, source, checked.errors.size()) + '\n';
  }
  const wording words(*checked.content, lang);
  for (const scheme_remark& each : checked.remarks) {
    const std::string clause = each.clause.empty() ? "" : message::by_clause(lang, clause_text(each.clause, lang));
    text += message::odd_line(lang, source, document_place(where(each), lang), harmless(words.of(each))) +
            formatted("{} [{}]\n", harmless(clause), name_of(each.kind));
    for (const example& example : each.examples) {
      text += formatted("  {}\n", harmless(words.of(example)));
    }
  }
  return text + message::scheme_loads(lang, source, checked.remarks.size()) + '\n';
}

std::string check_json(const checked_scheme& checked, language lang) {
  std::string text;
  json_writer json(text, json_writer::layout::indented);
  json.begin_object();
  json.key("source").string(checked.source);
  json.key("sha256").string(checked.sha256);
  json.key("scheme").string_or_null(checked.content ? &checked.content->id : nullptr);
  json.key("edition").string_or_null(checked.content ? &checked.content->edition : nullptr);
  json.key("loadable").boolean(checked.content.has_value());
  json.key("findings").begin_array();
  for (const finding& each : checked.errors) {
    write_error(json, each);
  }
  if (checked.content) {
    const wording words(*checked.content, lang);
    for (const scheme_remark& each : checked.remarks) {
      write_remark(json, *checked.content, each, words);
    }
  }
  json.end_array();
  json.end_object();
  return text + '\n';
}

}  // namespace tbsc94
