// The whole derivation of a result as one JSON object: `--format json`.
#pragma once

#include <string_view>

#include "json/json_writer.hpp"
#include "results/outcome.hpp"

namespace tbsc94 {

/// Writes the full result of one record; `bytes` are the record's own, as its digest counts them.
/// A refused record has `errors` in place of the parts that are worked out.
void write_report(json_writer& json, const outcome& outcome, const readings_in_use& readings, std::string_view bytes);
/// The same for what could not be read: neither scheme nor digest, and its error.
void write_report(json_writer& json, const unread_input& unread, language lang);

/// The same where the digest of the bytes is known; `assessment` stands in the report as it is.
void write_report(json_writer& json, const outcome& outcome, const readings_in_use& readings, std::string_view digest,
                  std::string_view assessment);

}  // namespace tbsc94
