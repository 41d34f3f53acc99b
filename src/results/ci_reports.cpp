#include "results/ci_reports.hpp"

#include <algorithm>
#include <filesystem>

#include "json/json_writer.hpp"
#include "platform/platform.hpp"
#include "results/recorded_check_messages.hpp"
#include "results/report_messages.hpp"
#include "text/encoding.hpp"
#include "text/format.hpp"
#include "text/terminal_text.hpp"

namespace tbsc94 {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

enum class verdict : std::uint8_t { passed, failed, error, skipped };

verdict verdict_on(const outcome& outcome, const ci_style& style) {
  if (!outcome.grading) {
    return verdict::error;
  }
  switch (state_of(*outcome.recorded_check)) {
    case check_state::holds:
      return verdict::passed;
    case check_state::differs:
      return verdict::failed;
    case check_state::unrecorded:
      break;
  }
  return style.recorded_required ? verdict::failed : verdict::skipped;
}

// What is to be said of a record that has not passed: one thing a line.
std::string explained(const outcome& outcome, language lang) {
  std::string lines;
  if (!outcome.grading) {
    lines = to_lines(outcome.record.errors, outcome.file, lang);
  } else if (outcome.recorded_check->differs.empty()) {
    lines = std::string(message::no_recorded_result.in(lang)) + '\n';
  }
  for (const reported_difference& each : outcome.recorded_check->differs) {
    lines += formatted("{}:{}:{}: {}\n", harmless(outcome.file), each.line, each.column, to_line(each, lang));
  }
  lines.pop_back();
  return lines;
}

// The same in one line, without places.
std::string in_short(const outcome& outcome, language lang) {
  std::string text;
  const auto add = [&](std::string_view part) { add_joined(text, "; ", part); };
  for (const finding& each : outcome.record.errors) {
    add(name_of(each.code));
  }
  for (const reported_difference& each : outcome.recorded_check->differs) {
    add(to_line(each, lang));
  }
  return text.empty() ? std::string(message::no_recorded_result.in(lang)) : text;
}

// The record as a list of tests names it.
std::string title_of(const outcome& outcome) {
  const auto& id = outcome.record.assessment.id;
  return harmless(outcome.source()) + (id ? ' ' + harmless(*id) : "");
}

// A test as JUnit and TAP know it. Of one that has passed, what is said is the readings under which it holds.
struct test_case {
  std::string group;
  std::string title;
  tbsc94::verdict verdict = verdict::error;
  std::string_view type{};
  std::string in_short{};
  std::string explained{};
};

test_case case_of(const outcome& outcome, const ci_style& style) {
  test_case made{harmless(outcome.file), title_of(outcome), verdict_on(outcome, style)};
  if (made.verdict == verdict::passed) {
    made.in_short = basis_of(*outcome.recorded_check, style.lang);
  } else {
    made.type = made.verdict == verdict::error ? "refused" : name_of(state_of(*outcome.recorded_check));
    made.in_short = in_short(outcome, style.lang);
  }
  if (made.verdict == verdict::failed || made.verdict == verdict::error) {
    made.explained = explained(outcome, style.lang);
  }
  return made;
}

test_case case_of(const unread_input& unread, const ci_style& style) {
  const finding error = error_of(unread, style.lang);
  return {harmless(unread.file), harmless(unread.source()), verdict::error,
          name_of(error.code),   harmless(error.message),   to_line(error, unread.file, style.lang)};
}

// The name that stands for the run as a whole.
constexpr std::string_view run_name = "tbsc94 verify";

std::string_view said_of(run_fault fault, language lang) {
  return (fault == run_fault::nothing_found ? message::nothing_found : message::stopped_early).in(lang);
}

test_case case_of(run_fault fault, const ci_style& style) {
  const bool nothing = fault == run_fault::nothing_found;
  const std::string said(said_of(fault, style.lang));
  return {std::string(run_name),
          std::string(run_name),
          nothing ? verdict::failed : verdict::error,
          nothing ? "nothing-found" : "stopped-early",
          said,
          said};
}

void append_element(std::string& out, std::string_view name, const test_case& of) {
  out += formatted("      <{} type=\"{}\" message=\"", name, of.type);
  append_xml_text(out, of.in_short);
  out += "\">";
  append_xml_text(out, of.explained);
  out += formatted("</{}>\n", name);
}

void append_junit_case(std::string& out, const test_case& made) {
  out += "    <testcase classname=\"";
  append_xml_text(out, made.group);
  out += "\" name=\"";
  append_xml_text(out, made.title);
  switch (made.verdict) {
    case verdict::passed:
      if (made.in_short.empty()) {
        out += "\"/>\n";
        return;
      }
      out += "\">\n      <system-out>";
      append_xml_text(out, made.in_short);
      out += "</system-out>\n";
      break;
    case verdict::skipped:
      out += "\">\n      <skipped>";  // without attributes: not all readers know one
      append_xml_text(out, made.in_short);
      out += "</skipped>\n";
      break;
    case verdict::failed:
    case verdict::error:
      out += "\">\n";
      append_element(out, made.verdict == verdict::error ? "error" : "failure", made);
      break;
  }
  out += "    </testcase>\n";
}

// As much of a text as JSON writes in 16 KiB: prove gives up on a string of twice that.
std::string for_tap(std::string_view text) {
  constexpr std::size_t most = std::size_t{16} << 10U;
  constexpr std::string_view cut_off = "…";
  std::size_t written = cut_off.size();
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = encoding::code_point_size(text.substr(at));
    const bool is_control = static_cast<unsigned char>(text[at]) < 0x20;
    written += is_control ? std::string_view("\\u0000").size() : text[at] == '"' || text[at] == '\\' ? 2 : size;
    if (written > most) {
      return formatted("{}{}", text.substr(0, at), cut_off);
    }
    at += size;
  }
  return std::string(text);
}

void append_tap(std::string& out, const test_case& made) {
  const bool is_ok = made.verdict == verdict::passed || made.verdict == verdict::skipped;
  out += is_ok ? "ok - " : "not ok - ";
  for (const char c : for_tap(made.title)) {
    if (c == '#' || c == '\\') {
      out += '\\';  // a bare # would begin a directive
    }
    out += c;
  }
  if (made.verdict == verdict::skipped) {
    out += formatted(" # SKIP {}", made.in_short);
  } else if (!made.in_short.empty()) {
    out += "\n  ---\n  message: ";  // a JSON string is YAML
    json_writer(out).string(for_tap(made.in_short));
    if (!made.explained.empty()) {
      out += "\n  details: ";
      json_writer(out).string(for_tap(made.explained));
    }
    out += "\n  ...";
  }
  out += '\n';
}

// `%`, line ends and, in a property, what ends one: as the runner's own toolkit writes them.
std::string escaped(std::string_view text, bool in_property) {
  std::string result;
  for (const char c : text) {
    const bool special = c == '%' || c == '\r' || c == '\n' || (in_property && (c == ':' || c == ','));
    result += special ? formatted("%{:02X}", static_cast<unsigned>(c)) : std::string(1, c);
  }
  return result;
}

// The file as GitHub finds it: from the workspace on where it lies in it, and without `./`.
std::string attached(const std::string& file, const ci_style& style) {
  namespace fs = std::filesystem;
  const fs::path given = platform::native(file);
  if (!style.workspace.empty()) {
    const fs::path within = (platform::native(style.working_folder) / given)
                                .lexically_normal()
                                .lexically_relative(platform::native(style.workspace));
    if (!within.empty() && *within.begin() != "..") {
      return platform::utf8_with_slashes(within);
    }
  }
  return platform::utf8_with_slashes(given.lexically_normal());
}

struct annotation {
  std::size_t line = 0;  // 0: of the file as a whole
  std::size_t column = 1;
  std::string title;
  std::string message;
  std::string_view kind = "error";
};

// Standard input is no file, and an archive has no lines: there the message says where.
void append_annotation(std::string& out, const origin& of, const annotation& annotation, const ci_style& style) {
  const bool has_lines = of.archive.empty() && of.file != "-";
  const bool has_place = annotation.line > 0;
  out += formatted("::{} ", annotation.kind);
  if (of.file != "-") {
    out += formatted("file={},", escaped(attached(has_lines ? of.file : of.archive, style), true));
  }
  if (has_lines && has_place) {
    out += formatted("line={},col={},", annotation.line, annotation.column);
  }
  out += formatted("title={}::", escaped(harmless(annotation.title), true));
  if (!has_lines) {
    out += escaped(harmless(of.file), false);
    out += has_place ? formatted(":{}:{}: ", annotation.line, annotation.column) : ": ";
  }
  out += escaped(annotation.message, false) + '\n';
}

}  // namespace

void append_xml_text(std::string& out, std::string_view text) {
  while (!text.empty()) {
    const std::size_t size = encoding::code_point_size(text);
    const std::string_view character = text.substr(0, size);
    text.remove_prefix(size);
    const char first = character[0];
    if (character == "&") {
      out += "&amp;";
    } else if (character == "<") {
      out += "&lt;";
    } else if (character == ">") {
      out += "&gt;";
    } else if (character == "\"") {
      out += "&quot;";
    } else if (first == '\n' || first == '\t' || first == '\r') {
      out += formatted("&#{};", static_cast<unsigned>(first));
    } else if (static_cast<unsigned char>(first) < 0x20 || (size == 1 && static_cast<unsigned char>(first) >= 0x80) ||
               character == "\xEF\xBF\xBE" || character == "\xEF\xBF\xBF") {
      out += replacement;
    } else {
      out += character;
    }
  }
}

std::string junit_head(const test_counts& counts) {
  const std::string numbers =
      formatted(R"(tests="{}" failures="{}" errors="{}")", counts.tests, counts.failures, counts.errors);
  return formatted(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"tbsc94\" {0}>\n"
      "  <testsuite name=\"tbsc94 verify\" {0} skipped=\"{1}\">\n",
      numbers, counts.skipped);
}

void append_junit_case(std::string& out, const outcome& outcome, const ci_style& style) {
  append_junit_case(out, case_of(outcome, style));
}
void append_junit_case(std::string& out, const unread_input& unread, const ci_style& style) {
  append_junit_case(out, case_of(unread, style));
}
void append_junit_case(std::string& out, run_fault fault, const ci_style& style) {
  append_junit_case(out, case_of(fault, style));
}

std::string tap_plan(std::size_t tests) { return formatted("1..{}\n", tests); }

void append_tap(std::string& out, const outcome& outcome, const ci_style& style) {
  append_tap(out, case_of(outcome, style));
}
void append_tap(std::string& out, const unread_input& unread, const ci_style& style) {
  append_tap(out, case_of(unread, style));
}
void append_tap(std::string& out, run_fault fault, const ci_style& style) {
  out += formatted("Bail out! {}\n", said_of(fault, style.lang));
}

std::size_t append_annotations(std::string& out, const outcome& outcome, const ci_style& style) {
  const language lang = style.lang;
  const std::string title = outcome.record.assessment.id.value_or(outcome.source());
  for (const finding& each : outcome.record.errors) {
    const std::string where = each.where.empty() ? "" : harmless(each.where) + ": ";
    append_annotation(out, outcome,
                      {each.line, each.column, std::string(name_of(each.code)), where + harmless(each.message)}, style);
  }
  for (const reported_difference& each : outcome.recorded_check->differs) {
    append_annotation(out, outcome, {each.line, each.column, title, to_line(each, lang)}, style);
  }
  std::size_t count = outcome.record.errors.size() + outcome.recorded_check->differs.size();
  const std::size_t line = std::max(outcome.line, std::size_t{1});
  if (count == 0 && verdict_on(outcome, style) == verdict::failed) {
    append_annotation(out, outcome, {line, 1, title, std::string(message::no_recorded_result.in(lang))}, style);
    ++count;
  } else if (count == 0 && says_decisions(*outcome.recorded_check)) {
    append_annotation(out, outcome, {line, 1, title, basis_of(*outcome.recorded_check, lang), "notice"}, style);
  }
  return count;
}

std::size_t append_annotations(std::string& out, const unread_input& unread, const ci_style& style) {
  const finding error = error_of(unread, style.lang);
  append_annotation(out, unread, {0, 1, std::string(name_of(error.code)), harmless(error.message)}, style);
  return 1;
}

std::size_t append_annotations(std::string& out, run_fault fault, const ci_style& style) {
  out += formatted("::error title={}::{}\n", run_name, escaped(said_of(fault, style.lang), false));
  return 1;
}

std::string notice(std::string_view text) {
  return formatted("::notice title={}::{}\n", run_name, escaped(text, false));
}

std::string annotations_head(std::size_t annotations, const test_counts& counts, const ci_style& style) {
  constexpr std::size_t most_shown = 10;
  if (annotations <= most_shown) {
    return "";
  }
  return formatted("::error title={}::{}\n", run_name,
                   message::annotations_in_all(style.lang, annotations, counts.tests, counts.failures, counts.errors));
}

}  // namespace tbsc94
