// A result as one line of JSON.
#pragma once

#include <string>

#include "json/json_writer.hpp"
#include "results/outcome.hpp"

namespace tbsc94 {

/// Appends the outcome's line, with its line end; with `items`, what `--items` adds.
void append_ndjson(std::string& out, const outcome& outcome, const readings& readings, bool items = false);
void append_ndjson(std::string& out, const unread_input& unread, language lang);

/// The same as an object within another document.
void write_record(json_writer& json, const outcome& outcome, const readings& readings, bool items = false);
void write_record(json_writer& json, const unread_input& unread, language lang);

// The parts that other documents have as well.
void write_tool(json_writer& json);  // as a member
void write_bilingual(json_writer& json, const bilingual& text);
void write_ambient(json_writer& json, const outcome& outcome);  // as a member, where there is something to say
void write_errors(json_writer& json, const findings& errors);
void write_each_remark(json_writer& json, const findings& remarks);  // within an array that has others, too
void write_reading_set(json_writer& json, const reading_set& set);
void write_assumed(json_writer& json, const grading& grading);

}  // namespace tbsc94
