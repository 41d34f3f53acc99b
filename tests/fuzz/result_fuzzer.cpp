// Any text given to `verify` is refused with errors that have a place in it, or checked; what this
// program writes of what holds, holds.
#include "fuzz/fuzz.hpp"
#include "reading/scheme_reader.hpp"
#include "regrading/verifier.hpp"
#include "results/ci_reports.hpp"
#include "results/json_report.hpp"
#include "results/ndjson.hpp"
#include "text/encoding.hpp"

namespace {

using namespace tbsc94;

const readings_in_use& body_readings() {
  static const readings_in_use result = [] {
    readings_in_use readings;
    fuzz::check(readings.values.set(reading::mean_over, "assessors"), "the value is known");
    readings.settled[static_cast<std::size_t>(reading::mean_over)] = decision{"TC 1", "2026-03-01"};
    readings.given.add(reading::mean_over);
    return readings;
  }();
  return result;
}

scheme_catalog catalog_read_by(const readings_in_use& given) {
  scheme_catalog schemes(given);
  findings errors;
  auto scheme = read_scheme(fuzz::stale_buffer(fuzz::small_scheme, " ").padded(), errors, language::en);
  fuzz::check(scheme && schemes.add(std::move(*scheme), fuzz::small_scheme), "the scheme can be loaded");
  return schemes;
}

const scheme_catalog& catalog() {
  static const scheme_catalog result = catalog_read_by({});
  return result;
}

const scheme_catalog& body_catalog() {
  static const scheme_catalog result = catalog_read_by(body_readings());
  return result;
}

std::string in_every_format(const outcome& outcome, language lang) {
  std::string lines;
  append_ndjson(lines, outcome, outcome.recorded_check->readings.values);
  fuzz::check(fuzz::is_json(lines), "a line is JSON");
  append_junit_case(lines, outcome, {lang});
  append_tap(lines, outcome, {lang});
  append_annotations(lines, outcome, {lang});
  fuzz::check(encoding::is_utf_8(lines), "what is written is UTF-8");
  return lines;
}

void check_verified(std::string_view text, const scheme_catalog& schemes, named_readings named, language lang) {
  const auto grader = verifying_grader(schemes, {.lang = lang}, named);
  outcome checked;
  grader->grade(fuzz::stale_buffer(text, "\"}]}0,").padded(), 1, checked);
  outcome again;
  grader->grade(fuzz::stale_buffer(text, "9").padded(), 1, again);
  fuzz::check_same(checked.record.errors, again.record.errors);
  fuzz::check_errors(checked.record.errors, text);
  fuzz::check(in_every_format(checked, lang) == in_every_format(again, lang), "the same whatever follows the text");
  fuzz::check(checked.grading.has_value() == checked.record.errors.empty(),
              "refused with errors, or worked out without");
  if (!checked.grading) {
    return;
  }
  fuzz::check(fuzz::is_json(text), "what is worked out is JSON");
  for (const reported_difference& each : checked.recorded_check->differs) {
    fuzz::check(each.line >= 1 && each.column >= 1, "a difference has a place");
  }
}

// A result of the outcome that the text comes to holds under the same readings.
void check_written_anew(std::string_view text) {
  readings_in_use readings;
  outcome graded;
  assessment_reader reader(catalog(), {});
  reader.read(fuzz::stale_buffer(text, "9").padded(), 1, graded.record);
  grade_record(graded, readings);
  if (!graded.grading) {
    return;
  }
  std::string result;
  json_writer json(result, json_writer::layout::indented);
  write_report(json, graded, readings, text);
  if (result.size() > json::largest_document) {
    return;
  }
  outcome checked;
  verifying_grader(catalog(), {}, named_readings::are_checked)
      ->grade(fuzz::stale_buffer(result, "9").padded(), 1, checked);
  fuzz::check(checked.grading.has_value(), "what the program writes can be worked out again");
  fuzz::check(state_of(*checked.recorded_check) == check_state::holds, "what the program writes holds");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = encoding::without_bom(fuzz::text_of(data, size));
  check_verified(text, catalog(), named_readings::count, language::zh);
  check_verified(text, body_catalog(), named_readings::are_checked, language::en);
  check_written_anew(text);
  return 0;
}
