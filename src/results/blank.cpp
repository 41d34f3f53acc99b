#include "results/blank.hpp"

#include "json/finding.hpp"
#include "json/json_writer.hpp"
#include "results/report_messages.hpp"
#include "results/scheme_words.hpp"
#include "text/format.hpp"

namespace tbsc94 {

namespace {

void write_nulls(json_writer& json, const item_table& table) {
  json.begin_object();
  for (const item& each : table.items) {
    json.key(each.id).null();
  }
  json.end_object();
}

// A remark to be filled in, to show how they are written.
void write_remarks(json_writer& json, const item_table& table) {
  json.key("remarks").begin_object();
  json.key(table.items.front().id).string("");
  json.end_object();
}

// "人员（5 分）：…": what an item is about.
void write_guide(json_writer& json, const item_table& table, language lang) {
  json.begin_object();
  for (const item& each : table.items) {
    json.key(each.id).string(
        message::guide_item(lang, in(lang, each.name), each.points_due.shortest(), in(lang, each.criterion)));
  }
  json.end_object();
}

void write_guides(json_writer& json, const scheme& scheme, language lang) {
  json.key("extensions").begin_object();
  json.key("guide").begin_object();
  json.key("how").string(message::guide_how.in(lang));
  json.key("alpha").begin_array();
  for (std::size_t i = 0; i < scheme.likert.size(); ++i) {
    json.string(formatted("{}  {}", interval_of(scheme, i), in(lang, scheme.likert[i].name)));
  }
  json.end_array();
  json.key("service");
  write_guide(json, scheme.service, lang);
  if (scheme.maturity) {
    json.key("levels").begin_array();
    for (const level_description& level : scheme.maturity->levels) {
      json.string(message::labelled(lang, in(lang, level.name), in(lang, level.description)));
    }
    json.end_array();
    json.key("management");
    write_guide(json, scheme.maturity->table, lang);
  }
  json.end_object();
  json.end_object();
}

}  // namespace

std::string blank_assessment(const scheme& scheme, std::size_t ratings, language lang, std::string_view schema) {
  std::string text;
  json_writer json(text, json_writer::layout::indented);
  json.begin_object();
  if (!schema.empty()) {
    json.key("$schema").string(schema);
  }
  json.key("scheme").string(scheme.id);
  json.key("edition").string(scheme.edition);
  json.key("id").string("");
  json.key("organization").string("");
  json.key("date").null();
  write_guides(json, scheme, lang);
  json.key("service").begin_object();
  json.key("ratings").begin_array();
  for (std::size_t r = 0; r < ratings; ++r) {
    json.begin_object();
    json.key("assessor").null();
    json.key("occasion").string("");
    json.key("alpha");
    write_nulls(json, scheme.service);
    json.end_object();
  }
  json.end_array();
  write_remarks(json, scheme.service);
  json.end_object();
  json.key("management").begin_object();
  json.key("conformity").null();
  json.key("conformity_remarks").begin_object();
  json.end_object();
  json.key("qms_audit").null();
  if (scheme.maturity) {
    json.key("levels");
    write_nulls(json, scheme.maturity->table);
    write_remarks(json, scheme.maturity->table);
  }
  json.end_object();
  json.key("details").begin_object();
  for (const phrase<>& label : message::usual_details) {
    json.key(label.in(lang)).string("");
  }
  json.end_object();
  json.end_object();
  return text + '\n';
}

}  // namespace tbsc94
