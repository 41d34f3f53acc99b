#include "schemes/scheme_diff_places.hpp"

#include <array>

#include "text/format.hpp"

namespace tbsc94 {

namespace {

constexpr std::array parts{
    "scheme",   "likert", "likert-band", "service", "characteristic",  "service-item",
    "maturity", "levels", "level",       "chapter", "management-item", "total-band",
    "grades",   "row",    "grade",       "clause",  "reading",
};
static_assert(parts.size() == static_cast<std::size_t>(scheme_part::reading) + 1);

// The stable word of a field, and its place below the part's.
struct field_names {
  std::string_view code;
  std::string_view member;
};
constexpr std::array<field_names, static_cast<std::size_t>(scheme_field::places) + 1> fields{{
    {"", ""},  // whole
    {"moved", ""},
    {"reordered", ""},
    {"scheme", "/scheme"},
    {"edition", "/edition"},
    {"title", "/title/zh"},
    {"title", "/title/en"},
    {"issuer", "/issuer/zh"},
    {"issuer", "/issuer/en"},
    {"published", "/published"},
    {"effective", "/effective"},
    {"clause", "/clause"},
    {"mean-clause", "/mean_clause"},
    {"requirements-clause", "/requirements_clause"},
    {"qms-audit-clause", "/qms_audit_clause"},
    {"name", "/name/zh"},
    {"name", "/name/en"},
    {"points-due", "/points_due"},
    {"criterion", "/criterion/zh"},
    {"criterion", "/criterion/en"},
    {"reference", "/reference"},
    {"description", "/description/zh"},
    {"description", "/description/en"},
    {"summary", "/summary/zh"},
    {"summary", "/summary/en"},
    {"value", "/value"},
    {"from", "/from"},
    {"to", "/to"},
    {"end", ""},
    {"level", "/level"},
    {"decimals", "/decimals"},
}};

const field_names& names_of(scheme_field field) { return fields[static_cast<std::size_t>(field)]; }

std::string item_place(std::string_view groups, const item_table& table, std::size_t item) {
  const std::size_t group = table.group_of(item);
  return formatted("{}/{}/items/{}", groups, group, item - table.groups[group].first);
}

std::string place_of(const scheme& scheme, scheme_part part, std::size_t index) {
  constexpr std::string_view characteristics = "/service/characteristics";
  constexpr std::string_view chapters = "/maturity/chapters";
  switch (part) {
    case scheme_part::scheme:
      return "";
    case scheme_part::likert:
      return "/likert";
    case scheme_part::likert_band:
      return formatted("/likert/bands/{}", index);
    case scheme_part::service:
      return "/service";
    case scheme_part::characteristic:
      return formatted("{}/{}", characteristics, index);
    case scheme_part::service_item:
      return item_place(characteristics, scheme.service, index);
    case scheme_part::maturity:
      return "/maturity";
    case scheme_part::levels:
      return "/maturity/levels";
    case scheme_part::level:
      return formatted("/maturity/levels/descriptions/{}", index);
    case scheme_part::chapter:
      return formatted("{}/{}", chapters, index);
    case scheme_part::management_item:
      return item_place(chapters, scheme.maturity->table, index);
    case scheme_part::total_band:
      return formatted("/maturity/bands/{}", index);
    case scheme_part::grades:
      return "/grades";
    case scheme_part::row:
      return formatted("/grades/rows/{}", index);
    case scheme_part::clause:
      return formatted("/clauses/{}", index);
    case scheme_part::reading:
      return formatted("/readings/{}", names_of(all_readings[index]).name);
    case scheme_part::grade:
      break;
  }
  return formatted("/grades/grades/{}", index);
}

std::string_view list_in(scheme_part part) {
  return part == scheme_part::service ? "/characteristics" : part == scheme_part::maturity ? "/chapters" : "/items";
}

const std::string& clause_in(const scheme& scheme, scheme_part part) {
  switch (part) {
    case scheme_part::likert:
    case scheme_part::likert_band:
      return scheme.alpha_clause;
    case scheme_part::service:
    case scheme_part::characteristic:
    case scheme_part::service_item:
      return scheme.service.clause;
    case scheme_part::levels:
    case scheme_part::level:
      return scheme.maturity->level_clause;
    case scheme_part::maturity:
    case scheme_part::chapter:
    case scheme_part::management_item:
    case scheme_part::total_band:
      return scheme.maturity->table.clause;
    default:
      return scheme.grades.clause;
  }
}

}  // namespace

std::string_view name_of(scheme_part part) { return parts[static_cast<std::size_t>(part)]; }

std::string_view code_of(const scheme_change& change) {
  return change.field != scheme_field::whole ? names_of(change.field).code : change.after ? "added" : "removed";
}

std::optional<std::string> pointer_to(const scheme_side& side, const scheme_change& change) {
  if (!side.index) {
    return std::nullopt;
  }
  std::string place = place_of(side.content, change.part, *side.index);
  switch (change.field) {
    case scheme_field::whole:
    case scheme_field::group:
      return place;
    case scheme_field::order:
      return place.append(list_in(change.part));
    case scheme_field::end:
      return place.append(std::get<band_end>(side.value).taken_in ? "/to" : "/below");
    default:
      break;
  }
  if (std::holds_alternative<std::monostate>(side.value)) {
    return std::nullopt;
  }
  const bool is_above =
      change.part == scheme_part::likert_band && change.field == scheme_field::from && *side.index > 0;
  return place.append(is_above ? "/above" : names_of(change.field).member);
}

std::string clause_of(const scheme& before, const scheme& after, const scheme_change& change) {
  const scheme& side = change.after ? after : before;
  const std::size_t index = change.after ? *change.after : change.before.value_or(0);
  return change.part == scheme_part::scheme    ? std::string()
         : change.part == scheme_part::clause  ? side.clauses[index].id()
         : change.part == scheme_part::reading ? side.stated.settled[index]->text
                                               : clause_in(side, change.part);
}

std::optional<std::string> id_of(const scheme_side& side, scheme_part part) {
  const auto id_in = [&](const auto& list) { return list[*side.index].id; };
  switch (part) {
    case scheme_part::characteristic:
      return id_in(side.content.service.groups);
    case scheme_part::service_item:
      return id_in(side.content.service.items);
    case scheme_part::chapter:
      return id_in(side.content.maturity->table.groups);
    case scheme_part::management_item:
      return id_in(side.content.maturity->table.items);
    case scheme_part::level:
      return std::to_string(*side.index + 1);
    case scheme_part::total_band:
      return std::to_string(side.content.maturity->bands[*side.index].level.number());
    case scheme_part::grade:
      return side.content.grades.grades[*side.index].grade;
    case scheme_part::clause:
      return side.content.clauses[*side.index].id();
    case scheme_part::reading:
      return std::string(names_of(all_readings[*side.index]).name);
    default:
      return std::nullopt;
  }
}

}  // namespace tbsc94
