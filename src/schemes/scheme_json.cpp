#include "schemes/scheme_json.hpp"

namespace tbsc94 {

namespace {

void write_number(json_writer& json, std::string_view key, const decimal& value) {
  json.key(key).number(value.trimmed().to_string());
}

void write_range(json_writer& json, const decimal& from, const std::optional<decimal>& to) {
  write_number(json, "from", from);
  if (to) {
    write_number(json, "to", *to);
  }
}

}  // namespace

void write_bilingual(json_writer& json, std::string_view key, const bilingual& text) {
  json.key(key).begin_object();
  json.key("zh").string(text.zh);
  json.key("en").string(text.en);
  json.end_object();
}

void write_clause(json_writer& json, std::string_view key, std::string_view clause) {
  if (!clause.empty()) {
    json.key(key).string(clause);
  }
}

void write_likert_band(json_writer& json, const likert_band& band, bool is_first) {
  json.begin_object();
  write_bilingual(json, "name", band.name);
  write_number(json, is_first ? "from" : "above", band.from);
  write_number(json, "to", band.to);
  json.end_object();
}

void write_level(json_writer& json, maturity_level level, const level_description& description) {
  json.begin_object();
  json.key("level").number(std::size_t{level.number()});
  write_bilingual(json, "name", description.name);
  write_bilingual(json, "description", description.description);
  json.end_object();
}

void write_total_band(json_writer& json, const maturity_band& band) {
  json.begin_object();
  json.key("level").number(std::size_t{band.level.number()});
  write_number(json, "from", band.from);
  write_number(json, band.takes_in_end ? "to" : "below", band.end);
  json.end_object();
}

void write_row(json_writer& json, const grade_row& row) {
  json.begin_object();
  write_range(json, row.from, row.to);
  if (row.level) {
    json.key("level").number(std::size_t{row.level->number()});
  }
  json.end_object();
}

void write_grade(json_writer& json, const grade_limit& limit) {
  json.begin_object();
  json.key("grade").string(limit.grade);
  write_range(json, limit.from, limit.to);
  json.end_object();
}

void write_maturity(json_writer& json, const maturity_part& part) {
  json.begin_object();
  json.key("clause").string(part.table.clause);
  write_clause(json, "requirements_clause", part.requirements_clause);
  write_clause(json, "qms_audit_clause", part.qms_audit_clause);
  json.key("levels").begin_object();
  json.key("clause").string(part.level_clause);
  write_level_members(json, part);
  json.end_object();
  json.key("chapters");
  write_groups(json, part.table, false);
  write_band_members(json, part);
  json.end_object();
}

void write_item_members(json_writer& json, const item& item) {
  json.key("id").string(item.id);
  write_bilingual(json, "name", item.name);
  write_number(json, "points_due", item.points_due);
  if (!item.reference.empty()) {
    json.key("reference").string(item.reference);
  }
  write_bilingual(json, "criterion", item.criterion);
}

void write_group_head(json_writer& json, const item_table& table, const item_group& group, bool points_due) {
  json.key("id").string(group.id);
  write_bilingual(json, "name", group.name);
  if (points_due) {
    write_number(json, "points_due", table.points_due(group));
  }
}

void write_group_members(json_writer& json, const item_table& table, const item_group& group, bool points_due) {
  write_group_head(json, table, group, points_due);
  json.key("items").begin_array();
  for (std::size_t i = group.first; i < group.first + group.count; ++i) {
    json.begin_object();
    write_item_members(json, table.items[i]);
    json.end_object();
  }
  json.end_array();
}

void write_level_members(json_writer& json, const maturity_part& part) {
  json.key("descriptions").begin_array();
  for (std::size_t i = 0; i < part.levels.size(); ++i) {
    write_level(json, *maturity_level::from(i + 1), part.levels[i]);
  }
  json.end_array();
}

void write_band_members(json_writer& json, const maturity_part& part) {
  json.key("bands").begin_array();
  for (const maturity_band& band : part.bands) {
    write_total_band(json, band);
  }
  json.end_array();
}

void write_groups(json_writer& json, const item_table& table, bool points_due) {
  json.begin_array();
  for (const item_group& group : table.groups) {
    json.begin_object();
    write_group_members(json, table, group, points_due);
    json.end_object();
  }
  json.end_array();
}

}  // namespace tbsc94
