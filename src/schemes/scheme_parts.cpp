#include "schemes/scheme_parts.hpp"

#include <algorithm>
#include <optional>

#include "json/finding.hpp"
#include "json/json_writer.hpp"
#include "results/scheme_words.hpp"
#include "schemes/scheme_diff_messages.hpp"
#include "schemes/scheme_messages.hpp"
#include "schemes/scheme_report.hpp"
#include "text/format.hpp"

namespace tbsc94 {

namespace {

using sentence = phrase<std::string_view, std::string_view>;

// Gives a part its fields.
class part_maker {
 public:
  part_maker(language lang, scheme_part part) : lang_(lang), part_(std::move(part)) {}
  part_maker(language lang, const phrase<std::string_view>& heading, scheme_part part)
      : part_maker(lang, std::move(part)) {
    part_.heading = heading(lang, clause_text(part_.clause, lang));
  }

  // Names and sentences, in quotes.
  part_maker& text(std::string_view code, const message::text_labels& labels, const bilingual& text) {
    add(code, labels.zh, json_of(text.zh), message::quoted(lang_, text.zh)).member += "/zh";
    add(code, labels.en, json_of(text.en), message::quoted(lang_, text.en)).member += "/en";
    return *this;
  }
  // Ids and dates.
  part_maker& word(std::string_view code, const phrase<>& label, std::string_view word) {
    add(code, label, json_of(word), std::string(word));
    return *this;
  }
  // A scheme need not state each.
  part_maker& clause(std::string_view code, const phrase<>& label, const std::string& clause) {
    clause.empty() ? add(code, label) : add(code, label, json_of(clause), clause_text(clause, lang_));
    return *this;
  }
  part_maker& number(std::string_view code, const phrase<>& label, const std::optional<decimal>& number) {
    number ? add(code, label, number->shortest(), number->shortest()) : add(code, label);
    return *this;
  }
  part_field& add(std::string_view code, const phrase<>& label, std::string json, std::string words) {
    std::string member = formatted("/{}", code);
    std::ranges::replace(member, '-', '_');
    return add({code, std::move(member), std::string(label.in(lang_)), std::move(json), std::move(words)});
  }
  part_field& add(part_field field) { return part_.fields.emplace_back(std::move(field)); }
  part_field& last() { return part_.fields.back(); }
  // The last field is also what is said of the part as a whole.
  void detail_is_last() { part_.detail = last().label + last().words; }

  [[nodiscard]] scheme_part made() { return std::move(part_); }

 private:
  part_field& add(std::string_view code, const phrase<>& label) {
    return add(code, label, {}, std::string(message::no_such_value_here.in(lang_)));
  }

  language lang_;
  scheme_part part_;
};

// `part(entry, i)` for each entry of a list.
template <class List, class Part>
part_list each_of(const List& list, Part part) {
  part_list all;
  all.reserve(list.size());
  for (std::size_t i = 0; i < list.size(); ++i) {
    all.push_back(part(list[i], i));
  }
  return all;
}

scheme_part scheme_itself(const scheme& scheme, language lang) {
  return part_maker(lang, {.kind = "scheme", .place = "", .heading = std::string(message::scheme_section.in(lang))})
      .word("scheme", message::field_scheme, scheme.id)
      .word("edition", message::field_edition, scheme.edition)
      .text("title", message::field_title, scheme.title)
      .text("issuer", message::field_issuer, scheme.issuer)
      .word("published", message::field_published, scheme.published)
      .word("effective", message::field_effective, scheme.effective)
      .made();
}

scheme_part likert_part(const scheme& scheme, language lang) {
  return part_maker(lang, message::likert_section,
                    {.kind = "likert", .place = "/likert", .clause = scheme.alpha_clause})
      .clause("clause", message::field_clause, scheme.alpha_clause)
      .made();
}

part_list likert_band_parts(const scheme& scheme, language lang) {
  return each_of(scheme.likert, [&](const likert_band& band, std::size_t i) {
    part_maker part(lang, message::likert_section,
                    {.kind = "likert-band",
                     .place = formatted("/likert/bands/{}", i),
                     .clause = scheme.alpha_clause,
                     .subject = message::band_of_alpha(lang, interval_of(scheme, i)),
                     .detail = in(lang, band.name)});
    part.text("name", message::field_name, band.name).number("from", message::field_from, band.from);
    part.last().member = i == 0 ? "/from" : "/above";
    return part.number("to", message::field_to, band.to).made();
  });
}

// What Appendix 1 and Appendix 3 call theirs.
struct table_words {
  std::string_view place;
  const phrase<std::string_view>& heading;
  std::string_view group;
  const sentence& group_subject;
  std::string_view item;
  const sentence& item_detail;
  const sentence& moved;
  std::string reference{};   // "number in Appendix 4 "; empty: items have none
  bool states_sums = false;  // of its groups
};

scheme_part item_part(const item_table& table, std::size_t group_index, std::size_t index, const table_words& words,
                      language lang) {
  const item_group& group = table.groups[group_index];
  const item& item = table.items[group.first + index];
  part_maker part(lang, words.heading,
                  {.kind = words.item,
                   .place = formatted("{}/{}/items/{}", words.place, group_index, index),
                   .clause = table.clause,
                   .id = item.id,
                   .subject = message::item_entry(lang, item.id, in(lang, item.name)),
                   .detail = words.item_detail(lang, item.points_due.shortest(), group.id)});
  part.add({.code = "moved", .json = json_of(group.id), .words = group.id, .moved = &words.moved});
  part.text("name", message::field_name, item.name).number("points-due", message::field_item_points, item.points_due);
  if (!words.reference.empty()) {
    part.add({"reference", "/reference", words.reference, json_of(item.reference), item.reference});
  }
  return part.text("criterion", message::field_criterion, item.criterion).made();
}

part_list group_parts(const item_table& table, const table_words& words, language lang) {
  return each_of(table.groups, [&](const item_group& group, std::size_t i) {
    scheme_part whole{.kind = words.group,
                      .place = formatted("{}/{}", words.place, i),
                      .clause = table.clause,
                      .id = group.id,
                      .subject = words.group_subject(lang, group.id, in(lang, group.name)),
                      .order = {"reordered", "/items", std::string(message::field_item_order.in(lang))}};
    for (std::size_t j = 0; j < group.count; ++j) {
      whole.parts.push_back(item_part(table, i, j, words, lang));
    }
    part_maker part(lang, words.heading, std::move(whole));
    part.text("name", message::field_name, group.name);
    if (words.states_sums) {
      part.number("points-due", message::field_group_points, table.points_due(group)).detail_is_last();
    }
    return part.made();
  });
}

scheme_part service_part(const scheme& scheme, language lang) {
  const table_words words{"/service/characteristics",
                          message::service_table,
                          "characteristic",
                          message::characteristic_entry,
                          "service-item",
                          message::in_characteristic,
                          message::moved_between_characteristics,
                          {},
                          true};
  return part_maker(
             lang, message::service_table,
             {.kind = "service",
              .place = "/service",
              .clause = scheme.service.clause,
              .order = {"reordered", "/characteristics", std::string(message::field_characteristic_order.in(lang))},
              .parts = group_parts(scheme.service, words, lang)})
      .clause("clause", message::field_clause, scheme.service.clause)
      .clause("mean-clause", message::field_mean_clause, scheme.mean_clause)
      .number("points-due", message::field_all_points, scheme.service.points_due())
      .made();
}

// That there is a maturity part, without its fields.
part_list maturity_if_any(const scheme& scheme, language lang) {
  if (!scheme.maturity) {
    return {};
  }
  return {part_maker(lang, message::management_table,
                     {.kind = "maturity",
                      .place = "/maturity",
                      .clause = scheme.maturity->table.clause,
                      .subject = std::string(message::maturity_entry.in(lang)),
                      .detail = message::item_count(lang, scheme.maturity->table.items.size())})
              .made()};
}

scheme_part level_table_part(const maturity_part& maturity, language lang) {
  return part_maker(lang, message::level_table,
                    {.kind = "levels", .place = "/maturity/levels", .clause = maturity.level_clause})
      .clause("clause", message::field_clause, maturity.level_clause)
      .made();
}

part_list level_parts(const maturity_part& maturity, language lang) {
  return each_of(maturity.levels, [&](const level_description& level, std::size_t i) {
    return part_maker(lang, message::level_table,
                      {.kind = "level",
                       .place = formatted("/maturity/levels/descriptions/{}", i),
                       .clause = maturity.level_clause,
                       .id = std::to_string(i + 1),
                       .subject = in(lang, level.name)})
        .text("name", message::field_name, level.name)
        .text("description", message::field_description, level.description)
        .made();
  });
}

scheme_part maturity_fields(const maturity_part& maturity, language lang) {
  const table_words words{"/maturity/chapters",
                          message::management_table,
                          "chapter",
                          message::chapter_entry,
                          "management-item",
                          message::in_chapter,
                          message::moved_between_chapters,
                          message::field_reference(lang, requirements_text(maturity, lang))};
  return part_maker(lang, message::management_table,
                    {.kind = "maturity",
                     .place = "/maturity",
                     .clause = maturity.table.clause,
                     .order = {"reordered", "/chapters", std::string(message::field_chapter_order.in(lang))},
                     .parts = group_parts(maturity.table, words, lang)})
      .clause("clause", message::field_clause, maturity.table.clause)
      .clause("requirements-clause", message::field_requirements_clause, maturity.requirements_clause)
      .clause("qms-audit-clause", message::field_qms_audit_clause, maturity.qms_audit_clause)
      .made();
}

part_list total_band_parts(const scheme& scheme, language lang) {
  const maturity_part& maturity = *scheme.maturity;
  return each_of(maturity.bands, [&](const maturity_band& band, std::size_t i) {
    part_maker part(lang, message::band_table,
                    {.kind = "total-band",
                     .place = formatted("/maturity/bands/{}", i),
                     .clause = maturity.table.clause,
                     .id = std::to_string(band.level.number()),
                     .rank = band.level.number(),
                     .subject = level_name(scheme, band.level, lang),
                     .detail = interval_of(band)});
    part.number("from", message::field_totals_from, band.from).number("end", message::field_totals_end, band.end);
    part.last().member = band.takes_in_end ? "/to" : "/below";
    part.last().end = (band.takes_in_end ? message::taken_in : message::left_out).in(lang);
    return part.made();
  });
}

scheme_part grade_table_part(const grade_table& table, language lang) {
  return part_maker(lang, message::grades_section, {.kind = "grades", .place = "/grades", .clause = table.clause})
      .clause("clause", message::field_clause, table.clause)
      .number("decimals", message::field_places, decimal(table.places))
      .made();
}

part_list row_parts(const scheme& scheme, language lang) {
  return each_of(scheme.grades.rows, [&](const grade_row& row, std::size_t i) {
    part_maker part(lang, message::grades_section,
                    {.kind = "row",
                     .place = formatted("/grades/rows/{}", i),
                     .clause = scheme.grades.clause,
                     .subject = message::row_without_level(lang, range_text(row.from, row.to, lang))});
    part.number("from", message::field_lower_limit, row.from)
        .number("to", message::field_upper_limit, row.to)
        .number("level", message::field_needs, row.level ? std::optional(decimal(row.level->number())) : std::nullopt);
    if (row.level) {
      part.last().words = level_name(scheme, *row.level, lang);
      part.detail_is_last();
    }
    return part.made();
  });
}

part_list grade_parts(const grade_table& table, language lang) {
  return each_of(table.grades, [&](const grade_limit& grade, std::size_t i) {
    return part_maker(lang, message::grades_section,
                      {.kind = "grade",
                       .place = formatted("/grades/grades/{}", i),
                       .clause = table.clause,
                       .id = grade.grade,
                       .subject = grade.grade,
                       .detail = range_text(grade.from, grade.to, lang)})
        .number("from", message::field_lower_limit, grade.from)
        .number("to", message::field_upper_limit, grade.to)
        .made();
  });
}

part_list clause_parts(const scheme& scheme, language lang) {
  return each_of(scheme.clauses, [&](const clause_summary& clause, std::size_t i) {
    const std::string id = clause.id();
    return part_maker(lang, {.kind = "clause",
                             .place = formatted("/clauses/{}", i),
                             .clause = id,
                             .heading = std::string(message::clauses_section.in(lang)),
                             .id = id,
                             .subject = clause_text(id, lang),
                             .detail = in(lang, clause.title)})
        .text("title", message::field_title, clause.title)
        .text("summary", message::field_summary, clause.summary)
        .made();
  });
}

part_list reading_parts(const readings_in_use& stated, language lang) {
  part_list all;
  for (const reading each : all_readings) {
    if (const auto& settled = stated.settled[static_cast<std::size_t>(each)]) {
      const std::string name(names_of(each).name);
      const std::string value(stated.values.value(each));
      all.push_back(part_maker(lang, {.kind = "reading",
                                      .place = "/readings/" + name,
                                      .clause = settled->text,
                                      .heading = std::string(message::stated_section.in(lang)),
                                      .id = name,
                                      .rank = static_cast<std::size_t>(each) + 1,
                                      .subject = name,
                                      .detail = value})
                        .word("value", message::field_value, value)
                        .clause("clause", message::field_clause, settled->text)
                        .made());
    }
  }
  return all;
}

}  // namespace

std::vector<part_list> parts_of(const scheme& scheme, bool with_maturity, language lang) {
  std::vector<part_list> all{{scheme_itself(scheme, lang)},
                             {likert_part(scheme, lang)},
                             likert_band_parts(scheme, lang),
                             {service_part(scheme, lang)},
                             maturity_if_any(scheme, lang)};
  if (with_maturity) {
    const maturity_part& maturity = *scheme.maturity;
    all.insert(all.end(), {{level_table_part(maturity, lang)},
                           level_parts(maturity, lang),
                           {maturity_fields(maturity, lang)},
                           total_band_parts(scheme, lang)});
  }
  all.insert(all.end(), {{grade_table_part(scheme.grades, lang)},
                         row_parts(scheme, lang),
                         grade_parts(scheme.grades, lang),
                         clause_parts(scheme, lang),
                         reading_parts(scheme.stated, lang)});
  return all;
}

std::string json_of(std::string_view text) {
  std::string json;
  json_writer(json).string(text);
  return json;
}

}  // namespace tbsc94
