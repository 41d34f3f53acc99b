#include "schemes/scheme_diff_words.hpp"

#include <array>

#include "json/finding.hpp"
#include "results/report_lines.hpp"
#include "schemes/scheme_diff_messages.hpp"
#include "schemes/scheme_messages.hpp"
#include "schemes/scheme_report.hpp"
#include "text/format.hpp"

namespace tbsc94 {

namespace {

std::string range_of(const maturity_band& band) {
  return formatted("[{}, {}{}", band.from.shortest(), band.end.shortest(), band.takes_in_end ? ']' : ')');
}

// The words of the fields that are called alike wherever they stand.
const phrase<>& label_of_text(scheme_field field) {
  switch (field) {
    case scheme_field::id:
      return message::field_scheme;
    case scheme_field::edition:
      return message::field_edition;
    case scheme_field::title_zh:
      return message::field_title_zh;
    case scheme_field::title_en:
      return message::field_title_en;
    case scheme_field::issuer_zh:
      return message::field_issuer_zh;
    case scheme_field::issuer_en:
      return message::field_issuer_en;
    case scheme_field::published:
      return message::field_published;
    case scheme_field::effective:
      return message::field_effective;
    case scheme_field::name_zh:
      return message::field_name_zh;
    case scheme_field::name_en:
      return message::field_name_en;
    case scheme_field::criterion_zh:
      return message::field_criterion_zh;
    case scheme_field::criterion_en:
      return message::field_criterion_en;
    case scheme_field::description_zh:
      return message::field_description_zh;
    case scheme_field::description_en:
      return message::field_description_en;
    case scheme_field::summary_zh:
      return message::field_summary_zh;
    case scheme_field::summary_en:
      return message::field_summary_en;
    case scheme_field::value:
      return message::field_value;
    case scheme_field::mean_clause:
      return message::field_mean_clause;
    case scheme_field::requirements_clause:
      return message::field_requirements_clause;
    case scheme_field::qms_audit_clause:
      return message::field_qms_audit_clause;
    default:
      return message::field_clause;
  }
}

const phrase<>& label_of(scheme_part part, scheme_field field) {
  const bool of_grades = part == scheme_part::row || part == scheme_part::grade;
  switch (field) {
    case scheme_field::points_due:
      return part == scheme_part::service          ? message::field_all_points
             : part == scheme_part::characteristic ? message::field_group_points
                                                   : message::field_item_points;
    case scheme_field::from:
      return of_grades                         ? message::field_lower_limit
             : part == scheme_part::total_band ? message::field_totals_from
                                               : message::field_from;
    case scheme_field::to:
      return of_grades ? message::field_upper_limit : message::field_to;
    case scheme_field::end:
      return message::field_totals_end;
    case scheme_field::level:
      return message::field_needs;
    case scheme_field::places:
      return message::field_places;
    case scheme_field::order:
      return part == scheme_part::service    ? message::field_characteristic_order
             : part == scheme_part::maturity ? message::field_chapter_order
                                             : message::field_item_order;
    default:
      return label_of_text(field);
  }
}

bool is_clause(scheme_field field) {
  return field == scheme_field::clause || field == scheme_field::mean_clause ||
         field == scheme_field::requirements_clause || field == scheme_field::qms_audit_clause;
}

// Names and sentences stand in quotes; ids, dates and clauses do not.
bool is_sentence(scheme_field field) {
  switch (field) {
    case scheme_field::id:
    case scheme_field::edition:
    case scheme_field::published:
    case scheme_field::effective:
    case scheme_field::reference:
    case scheme_field::value:
      return false;
    default:
      return true;
  }
}

}  // namespace

std::string scheme_diff_words::heading(const scheme_change& change) const {
  const std::string clause = clause_text(clause_of(before_, after_, change), lang_);
  switch (change.part) {
    case scheme_part::scheme:
      return std::string(message::scheme_section.in(lang_));
    case scheme_part::likert:
    case scheme_part::likert_band:
      return message::likert_section(lang_, clause);
    case scheme_part::service:
    case scheme_part::characteristic:
    case scheme_part::service_item:
      return message::service_table(lang_, clause);
    case scheme_part::levels:
    case scheme_part::level:
      return message::level_table(lang_, clause);
    case scheme_part::maturity:
    case scheme_part::chapter:
    case scheme_part::management_item:
      return message::management_table(lang_, clause);
    case scheme_part::total_band:
      return message::band_table(lang_, clause);
    case scheme_part::clause:
      return std::string(message::clauses_section.in(lang_));
    case scheme_part::reading:
      return std::string(message::stated_section.in(lang_));
    default:
      return message::grades_section(lang_, clause);
  }
}

std::string scheme_diff_words::line(const scheme_change& change) const {
  const std::string of =
      subject(change.before ? side_before(before_, change) : side_after(after_, change), change.part);
  const std::string what = change.field == scheme_field::whole ? whole(change) : in_words(change);
  return of.empty() ? what : message::subject_and_change(lang_, of, what);
}

std::string scheme_diff_words::subject(const scheme_side& side, scheme_part part) const {
  const std::size_t i = *side.index;
  const scheme& scheme = side.content;
  const auto named = [&](const phrase<std::string_view, std::string_view>& phrase, const auto& entry) {
    return phrase(lang_, entry.id, in(lang_, entry.name));
  };
  switch (part) {
    case scheme_part::likert_band:
      return message::band_of_alpha(lang_, interval_of(scheme, i));
    case scheme_part::characteristic:
      return named(message::characteristic_entry, scheme.service.groups[i]);
    case scheme_part::chapter:
      return named(message::chapter_entry, scheme.maturity->table.groups[i]);
    case scheme_part::service_item:
      return named(message::item_entry, scheme.service.items[i]);
    case scheme_part::management_item:
      return named(message::item_entry, scheme.maturity->table.items[i]);
    case scheme_part::level:
      return in(lang_, scheme.maturity->levels[i].name);
    case scheme_part::total_band:
      return level_name(scheme, scheme.maturity->bands[i].level, lang_);
    case scheme_part::row:
      return message::row_without_level(lang_, range_text(scheme.grades.rows[i].from, scheme.grades.rows[i].to, lang_));
    case scheme_part::grade:
      return scheme.grades.grades[i].grade;
    case scheme_part::clause:
      return clause_text(scheme.clauses[i].id(), lang_);
    case scheme_part::reading:
      return std::string(names_of(all_readings[i]).name);
    default:
      return {};
  }
}

// What is added or removed, as far as its name does not say it.
std::string scheme_diff_words::whole(const scheme_change& change) const {
  const std::string what(change.after ? message::added.in(lang_) : message::removed.in(lang_));
  const std::string more =
      detail(change.after ? side_after(after_, change) : side_before(before_, change), change.part);
  const std::string said = more.empty() ? what : message::with_detail(lang_, what, more);
  return change.part == scheme_part::maturity
             ? message::subject_and_change(lang_, message::maturity_entry.in(lang_), said)
             : said;
}

std::string scheme_diff_words::detail(const scheme_side& side, scheme_part part) const {
  const std::size_t i = *side.index;
  const scheme& scheme = side.content;
  const auto points_in = [&](const phrase<std::string_view, std::string_view>& phrase, const item_table& table) {
    return phrase(lang_, table.items[i].points_due.shortest(), table.groups[table.group_of(i)].id);
  };
  switch (part) {
    case scheme_part::likert_band:
      return in(lang_, scheme.likert[i].name);
    case scheme_part::characteristic:
      return message::field_group_points.in(lang_).data() +
             scheme.service.points_due(scheme.service.groups[i]).shortest();
    case scheme_part::service_item:
      return points_in(message::in_characteristic, scheme.service);
    case scheme_part::management_item:
      return points_in(message::in_chapter, scheme.maturity->table);
    case scheme_part::maturity:
      return message::item_count(lang_, scheme.maturity->table.items.size());
    case scheme_part::total_band:
      return range_of(scheme.maturity->bands[i]);
    case scheme_part::row: {
      const auto& level = scheme.grades.rows[i].level;
      return level ? std::string(message::field_needs.in(lang_)) + level_name(scheme, *level, lang_) : std::string();
    }
    case scheme_part::grade:
      return range_text(scheme.grades.grades[i].from, scheme.grades.grades[i].to, lang_);
    case scheme_part::clause:
      return in(lang_, scheme.clauses[i].title);
    case scheme_part::reading:
      return std::string(scheme.stated.values.value(all_readings[i]));
    default:
      return {};
  }
}

std::string scheme_diff_words::in_words(const scheme_change& change) const {
  const std::string before = value(side_before(before_, change), change);
  const std::string after = value(side_after(after_, change), change);
  if (change.field == scheme_field::group) {
    return change.part == scheme_part::service_item ? message::moved_between_characteristics(lang_, before, after)
                                                    : message::moved_between_chapters(lang_, before, after);
  }
  const std::string label = change.field == scheme_field::reference
                                ? message::field_reference(lang_, requirements_text(*after_.maturity, lang_))
                                : std::string(label_of(change.part, change.field).in(lang_));
  return message::changed(lang_, label, before, after);
}

std::string scheme_diff_words::value(const scheme_side& side, const scheme_change& change) const {
  struct shower {
    const scheme_diff_words& words;
    const scheme_side& side;
    const scheme_change& change;

    std::string operator()(std::monostate /*none*/) const {
      return std::string(message::no_such_value_here.in(words.lang_));
    }
    std::string operator()(const std::string& text) const {
      return is_clause(change.field)                                            ? clause_text(text, words.lang_)
             : change.field != scheme_field::group && is_sentence(change.field) ? message::quoted(words.lang_, text)
                                                                                : text;
    }
    std::string operator()(const decimal& number) const { return number.shortest(); }
    std::string operator()(const maturity_level& level) const { return level_name(side.content, level, words.lang_); }
    std::string operator()(const band_end& end) const {
      const bool alike = std::get<band_end>(change.old_value).taken_in == std::get<band_end>(change.new_value).taken_in;
      return alike ? end.at.shortest()
                   : (end.taken_in ? message::taken_in : message::left_out)(words.lang_, end.at.shortest());
    }
    std::string operator()(const std::vector<std::string>& ids) const {
      return joined(ids, message::between_ids.in(words.lang_));
    }
  };
  return std::visit(shower{*this, side, change}, side.value);
}

}  // namespace tbsc94
