#include "regrading/result_verifier.hpp"

#include <string>
#include <utility>

#include "results/holding_messages.hpp"
#include "results/json_report.hpp"
#include "results/result_comparison.hpp"
#include "text/digest.hpp"
#include "text/version.hpp"

namespace tbsc94 {

namespace {

constexpr std::string_view at_digest = "/input/sha256";
constexpr std::string_view at_scheme = "/scheme/sha256";
constexpr std::string_view at_version = "/tool/version";

void set_cause(held_difference& difference, std::string_view cause, std::string_view why) {
  difference.cause = cause;
  difference.why = why;
}

void explain(std::vector<held_difference>& differs, bool keeps_bytes, language lang) {
  for (held_difference& each : differs) {
    if (each.member == at_scheme) {
      set_cause(each, "other-scheme", message::other_scheme.in(lang));
    } else if (each.member == at_digest && keeps_bytes) {
      set_cause(each, "other-bytes", message::other_bytes.in(lang));
    } else if (each.member == at_digest) {
      set_cause(each, "rewritten", message::rewritten.in(lang));
    }
  }
}

// What is said of the assessment within the result, said of the result.
void place_within(findings& found, const given_result& given, std::string_view text, std::size_t first_line) {
  for (finding& each : found) {
    each.where.insert(0, "/assessment");
    each.offset += given.assessment_offset;
  }
  place(found, text, first_line);
}

// A version that differs alone is no more than a remark.
void remark_on_version(outcome& outcome, language lang) {
  auto& differs = outcome.holding->differs;
  if (differs.size() != 1 || differs[0].member != at_version || !differs[0].recorded) {
    return;
  }
  const held_difference& only = differs[0];
  outcome.record.remarks.close({code::other_version,
                                only.member,
                                0,
                                only.line,
                                only.column,
                                {},
                                message::other_version(lang, *only.recorded, version)});
  differs.clear();
}

// The bytes that the digest is of: those embedded, and a byte order mark where it was taken with one.
std::string bytes_of(const given_result& given) {
  std::string bytes(given.assessment.text);
  std::string with_mark = "\xEF\xBB\xBF" + bytes;
  return sha256(with_mark) == given.digest ? with_mark : bytes;
}

}  // namespace

void verify_result(const given_result& given, const json::padded_text& text, std::size_t first_line,
                   recorded_reader& reader, outcome& into) {
  holding& holding = *into.holding;
  holding.readings = given.readings;
  if (!given.errors.empty()) {
    clear(into.record);
    into.record.errors = given.errors;
    place(into.record.errors, text.text, first_line);
    return;
  }
  reader.read(given.assessment, 1, into.record,
              [&](const recorded_result&) -> const readings_in_use& { return holding.readings; });
  grade_record(into, holding.readings);
  if (into.grading) {
    std::string computed;
    json_writer json(computed);
    write_report(json, into, holding.readings, bytes_of(given));
    holding.differs = differences_of_results(text, computed, first_line);
    explain(holding.differs, given.keeps_bytes, reader.lang());
    holding.is_recorded = true;
    into.record.assessment.recorded = given.recorded;
  }
  place_within(into.record.errors, given, text.text, first_line);
  place_within(into.record.remarks, given, text.text, first_line);
  remark_on_version(into, reader.lang());
}

}  // namespace tbsc94
