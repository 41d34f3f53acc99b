// The entries of a scheme as JSON, their members named as in a scheme file, numbers without zeros at their end.
#pragma once

#include <cstddef>
#include <string_view>

#include "json/json_writer.hpp"
#include "tbsc94/scheme.hpp"

namespace tbsc94 {

/// A member `key` with the texts "zh" and "en".
void write_bilingual(json_writer& json, std::string_view key, const bilingual& text);

// Each an object
/// A clause that a scheme need not state; nothing where it does not.
void write_clause(json_writer& json, std::string_view key, std::string_view clause);
void write_likert_band(json_writer& json, const likert_band& band, bool is_first);
void write_level(json_writer& json, maturity_level level, const level_description& description);
void write_total_band(json_writer& json, const maturity_band& band);
void write_row(json_writer& json, const grade_row& row);
void write_grade(json_writer& json, const grade_limit& limit);
void write_maturity(json_writer& json, const maturity_part& part);

// The members of one that is open
void write_item_members(json_writer& json, const item& item);
/// `points_due`: with the sum of its items', which a file gives for characteristics.
void write_group_head(json_writer& json, const item_table& table, const item_group& group, bool points_due);
void write_group_members(json_writer& json, const item_table& table, const item_group& group, bool points_due);
void write_level_members(json_writer& json, const maturity_part& part);  // "descriptions"
void write_band_members(json_writer& json, const maturity_part& part);   // "bands"

/// An array of groups with their items.
void write_groups(json_writer& json, const item_table& table, bool points_due);

}  // namespace tbsc94
