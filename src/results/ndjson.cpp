#include "results/ndjson.hpp"

#include "results/item_results.hpp"
#include "text/version.hpp"

namespace tbsc94 {

namespace {

const std::string* pointer(const std::optional<std::string>& text) { return text ? &*text : nullptr; }

void write_scores(json_writer& json, const grading& grading) {
  json.key<"service_score">().number(grading.shown.value.to_string());
  json.key<"service_score_exact">().string(grading.score.to_string());
  if (grading.shown.mark != 0) {
    json.key<"mark">().string({&grading.shown.mark, 1});
  }
  if (grading.compared) {
    json.key<"compared_score">().number(grading.compared->to_string());
  }
  json.key<"management_total">();
  grading.total ? json.number(grading.total->to_string()) : json.null();
  json.key<"management_level">();
  grading.level ? json.number(std::size_t{grading.level->number()}) : json.null();
}

void write_readings_changed(json_writer& json, const readings& readings) {
  if (readings == tbsc94::readings{}) {
    return;
  }
  json.key<"readings">().begin_object();
  for (const reading each : all_readings) {
    if (!readings.is_default(each)) {
      json.key(names_of(each).name).string(readings.value(each));
    }
  }
  json.end_object();
}

}  // namespace

namespace {

void write_finding(json_writer& json, const finding& each, bool with_cell) {
  json.begin_object();
  json.key<"code">().string(name_of(each.code));
  json.key<"where">().string(each.where);
  json.key<"line">().number(each.line);
  json.key<"column">().number(each.column);
  if (with_cell && !each.sheet.empty()) {
    json.key<"sheet">().string(each.sheet);
    json.key<"cell">().string_or_null(each.cell.empty() ? nullptr : &each.cell);
  }
  json.key<"clause">().string_or_null(each.clause.empty() ? nullptr : &each.clause);
  json.key<"message">().string(each.message);
  json.end_object();
}

}  // namespace

void write_tool(json_writer& json) {
  json.key<"tool">().begin_object();
  json.key<"name">().string("tbsc94");
  json.key<"version">().string(version);
  json.end_object();
}

void write_bilingual(json_writer& json, const bilingual& text) {
  json.begin_object();
  json.key<"zh">().string(text.zh);
  json.key<"en">().string(text.en);
  json.end_object();
}

void write_ambient(json_writer& json, const outcome& outcome) {
  if (outcome.record.scheme == nullptr || outcome.record.scheme->ambient.empty()) {
    return;
  }
  json.key<"environment">().begin_object();
  for (const ambient_file& each : outcome.record.scheme->ambient) {
    json.key(each.variable).string(each.path);
  }
  json.end_object();
}

void write_errors(json_writer& json, const findings& errors) {
  json.begin_array();
  for (const finding& each : errors) {
    write_finding(json, each, true);
  }
  json.end_array();
}

// A result is checked against the assessment in it, in which there are no cells.
void write_each_remark(json_writer& json, const findings& remarks) {
  for (const finding& each : remarks) {
    write_finding(json, each, false);
  }
}

void write_reading_set(json_writer& json, const reading_set& set) {
  json.begin_array();
  for (const reading each : all_readings) {
    if (set.has(each)) {
      json.string(names_of(each).name);
    }
  }
  json.end_array();
}

void write_assumed(json_writer& json, const grading& grading) {
  json.begin_array();
  if (grading.conformity_assumed) {
    json.string("conformity");
  }
  if (grading.edition_assumed) {
    json.string("edition");
  }
  json.end_array();
}

void append_ndjson(std::string& out, const outcome& outcome, const readings& readings, bool items) {
  json_writer json(out);
  write_record(json, outcome, readings, items);
  out += '\n';
}

void write_record(json_writer& json, const outcome& outcome, const readings& readings, bool items) {
  const assessment& assessment = outcome.record.assessment;
  json.begin_object();
  json.key<"source">().string(outcome.source());
  json.key<"id">().string_or_null(pointer(assessment.id));
  if (!outcome.grading) {
    json.key<"errors">();
    write_errors(json, outcome.record.errors);
  } else {
    const grading& grading = *outcome.grading;
    const scheme& scheme = outcome.scheme_used();
    json.key<"organization">().string_or_null(pointer(assessment.organization));
    json.key<"scheme">().string(scheme.id);
    json.key<"edition">().string(scheme.edition);
    write_scores(json, grading);
    json.key<"grade">();
    grading.grade ? json.string(grade_name(scheme, grading.grade)) : json.null();
    json.key<"depends_on">();
    write_reading_set(json, grading.depends_on);
    json.key<"assumed">();
    write_assumed(json, grading);
    write_readings_changed(json, readings);
    write_ambient(json, outcome);
    if (!outcome.record.remarks.empty()) {
      json.key<"remarks">();
      json.begin_array();
      write_each_remark(json, outcome.record.remarks);
      json.end_array();
    }
    if (outcome.recorded_check) {
      write_recorded_check(json, assessment.recorded, *outcome.recorded_check);
    }
    if (items) {
      write_items(json, outcome, readings);
    }
  }
  json.end_object();
}

void append_ndjson(std::string& out, const unread_input& unread, language lang) {
  json_writer json(out);
  write_record(json, unread, lang);
  out += '\n';
}

void write_record(json_writer& json, const unread_input& unread, language lang) {
  json.begin_object();
  json.key<"source">().string(unread.source());
  json.key<"id">().null();
  json.key<"errors">();
  write_errors(json, {error_of(unread, lang)});
  json.end_object();
}

}  // namespace tbsc94
