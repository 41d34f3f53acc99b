#include "regrading/result_verifier.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <string>
#include <utility>

#include "results/json_report.hpp"
#include "results/recorded_check_messages.hpp"
#include "text/digest.hpp"
#include "text/version.hpp"

namespace tbsc94 {

namespace {

constexpr std::string_view at_digest = "/input/sha256";
constexpr std::string_view at_scheme = "/scheme/sha256";
constexpr std::string_view at_version = "/tool/version";
constexpr const char* byte_order_mark = "\xEF\xBB\xBF";

// Whether the digest is of these bytes, with or without a byte order mark in front.
bool is_digest(std::string_view digest, const std::string& bytes) {
  return sha256(bytes) == digest || sha256(byte_order_mark + bytes) == digest;
}

std::string with_line_ends(std::string_view text, std::string_view end) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n') {
      result += end;
    } else if (text[i] != '\r' || i + 1 == text.size() || text[i + 1] != '\n') {
      result += text[i];
    }
  }
  return result;
}

void set_cause(reported_difference& difference, std::string_view cause, std::string why) {
  difference.cause = cause;
  difference.why = std::move(why);
}

void explain_digest(reported_difference& found, const given_result& given, language lang) {
  const std::string_view bytes = given.assessment.text;
  if (is_digest(given.digest, with_line_ends(bytes, "\r\n"))) {
    set_cause(found, "line-ends", message::line_ends(lang, "CRLF", "LF"));
  } else if (is_digest(given.digest, with_line_ends(bytes, "\n"))) {
    set_cause(found, "line-ends", message::line_ends(lang, "LF", "CRLF"));
  } else if (given.keeps_bytes) {
    set_cause(found, "other-bytes", message::other_bytes(lang));
  } else {
    set_cause(found, "rewritten", message::rewritten(lang));
  }
}

void explain(std::vector<reported_difference>& differs, const given_result& given, language lang) {
  for (reported_difference& each : differs) {
    if (each.member == at_scheme) {
      set_cause(each, "other-scheme", message::other_scheme(lang));
    } else if (each.member == at_digest) {
      explain_digest(each, given, lang);
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

// "1.10.0": numbers and points, and nothing else that somebody may wish to say.
bool is_version(std::string_view text) {
  constexpr std::size_t longest = 40;
  const bool plain = text.find_first_not_of("0123456789.") == std::string_view::npos;
  return plain && text.size() <= longest && !text.empty() && text.front() != '.' && text.back() != '.';
}

// A version that differs alone is no more than a remark.
void remark_on_version(outcome& outcome, const given_result& given, language lang) {
  auto& differs = outcome.recorded_check->differs;
  if (differs.size() != 1 || differs[0].member != at_version || !is_version(given.version)) {
    return;
  }
  const reported_difference& only = differs[0];
  outcome.record.remarks.close({code::other_version,
                                only.member,
                                0,
                                only.line,
                                only.column,
                                {},
                                message::other_version(lang, *only.recorded, version)});
  differs.clear();
}

// The line on which the assessment begins in its source, where that is a line of an archive: "a.ndjson:17".
std::size_t line_in(std::string_view source) {
  const std::size_t colon = source.rfind(':');
  std::size_t line = 1;
  if (colon != std::string_view::npos) {
    static_cast<void>(std::from_chars(source.data() + colon + 1, source.data() + source.size(), line));
  }
  return std::max(line, std::size_t{1});
}

}  // namespace

bool result_verifier::verify(const json::padded_text& text, std::size_t first_line, outcome& into) {
  if (!results_.read(text, catalog_.given(), given_)) {
    return false;
  }
  const bool are_checked = named_ == named_readings::are_checked;
  recorded_check& check = *into.recorded_check;
  check.decided_by_result = !are_checked;
  if (!given_.errors.empty()) {
    clear(into.record);
    into.record.errors = given_.errors;
    place(into.record.errors, text.text, first_line);
    return true;
  }
  const language lang = reader_.lang();
  work_out(reader_, line_in(given_.source), into);
  if (into.grading) {
    const std::string bytes(given_.assessment.text);
    digest_ = is_digest(given_.digest, bytes) ? given_.digest : sha256(bytes);
    if (are_checked) {
      check.differs = named_otherwise(given_.readings, check.readings, given_.readings_at, text.text, first_line, lang);
    }
    const bool reads_otherwise = !check.differs.empty();
    std::ranges::move(least_differences(text, first_line, into, {.readings = reads_otherwise}),
                      std::back_inserter(check.differs));
    explain(check.differs, given_, lang);
    check.is_recorded = true;
    into.record.assessment.recorded = given_.recorded;
  }
  place_within(into.record.errors, given_, text.text, first_line);
  place_within(into.record.remarks, given_, text.text, first_line);
  remark_on_version(into, given_, lang);
  return true;
}

void result_verifier::work_out(recorded_reader& reader, std::size_t line_within, outcome& into) const {
  readings_in_use& readings = into.recorded_check->readings;
  reader.read(given_.assessment, line_within, into.record,
              [&](const recorded_result&) -> const readings_in_use& { return readings = readings_of(into.record); });
  grade_record(into, readings);
}

// What settles the readings of a result is its own word, but for what the scheme states: that is looked up, and
// settles no other value.
readings_in_use result_verifier::readings_of(const record& record) const {
  if (named_ == named_readings::are_checked) {
    return record.readings();
  }
  readings_in_use result = given_.readings;
  if (record.scheme == nullptr) {
    return result;  // the record is refused
  }
  const readings_in_use& stated = record.scheme->content.stated;
  for (const reading each : all_readings) {
    std::optional<decision>& settled = result.settled[static_cast<std::size_t>(each)];
    if (settled && settled->by_scheme) {
      const bool is_same = result.values.index_of(each) == stated.values.index_of(each);
      settled = is_same ? stated.settled[static_cast<std::size_t>(each)] : std::nullopt;
    }
  }
  return result;
}

std::vector<reported_difference> result_verifier::differences(const json::padded_text& text, std::size_t first_line,
                                                              const outcome& worked_out, free_parts free) {
  free.places = digest_ != given_.digest;
  std::string computed;
  json_writer json(computed);
  write_report(json, worked_out, worked_out.recorded_check->readings, digest_, "{}");
  return differences_of_results(results_.documents(), text, computed, first_line, free);
}

// A result is written in one language, and its remarks count lines from that of the record.
std::vector<reported_difference> result_verifier::least_differences(const json::padded_text& text,
                                                                    std::size_t first_line, const outcome& worked_out,
                                                                    free_parts free) {
  std::vector<reported_difference> least = differences(text, first_line, worked_out, free);
  if (worked_out.record.remarks.empty()) {
    return least;
  }
  outcome other = worked_out;
  for (const language lang : {reader_.lang(), reader_.lang() == language::zh ? language::en : language::zh}) {
    for (const std::size_t line : {line_in(given_.source), std::size_t{1}}) {
      if (least.empty()) {
        return least;
      }
      work_out(reader_in(lang), line, other);
      if (auto found = differences(text, first_line, other, free); found.size() < least.size()) {
        least = std::move(found);
      }
    }
  }
  return least;
}

recorded_reader& result_verifier::reader_in(language lang) {
  if (lang == reader_.lang()) {
    return reader_;
  }
  if (!other_reader_) {
    reader_options options = options_;
    options.lang = lang;
    other_reader_.emplace(catalog_, options);
  }
  return *other_reader_;
}

}  // namespace tbsc94
