#include "results/ci_reports.hpp"

#include <algorithm>

#include "json/json_writer.hpp"
#include "results/holding_messages.hpp"
#include "text/encoding.hpp"
#include "text/terminal_text.hpp"

namespace tbsc94 {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

enum class verdict : std::uint8_t { passed, failed, error, skipped };

verdict verdict_on(const outcome& outcome, const ci_style& style) {
  if (!outcome.grading) {
    return verdict::error;
  }
  switch (state_of(*outcome.holding)) {
    case holding_state::holds:
      return verdict::passed;
    case holding_state::differs:
      return verdict::failed;
    case holding_state::unrecorded:
      break;
  }
  return style.recorded_required ? verdict::failed : verdict::skipped;
}

// What is to be said of a record that has not passed: one thing a line.
std::string explained(const outcome& outcome, language lang) {
  std::string lines;
  if (!outcome.grading) {
    lines = to_lines(outcome.record.errors, outcome.file, lang);
  } else if (outcome.holding->differs.empty()) {
    lines = std::string(message::no_recorded_result.in(lang)) + '\n';
  }
  for (const held_difference& each : outcome.holding->differs) {
    lines += fmt::format("{}:{}:{}: {}\n", harmless(outcome.file), each.line, each.column, to_line(each, lang));
  }
  lines.pop_back();
  return lines;
}

// The same in one line, without places.
std::string in_short(const outcome& outcome, language lang) {
  std::string text;
  const auto add = [&](std::string_view part) { text += fmt::format("{}{}", text.empty() ? "" : "; ", part); };
  for (const finding& each : outcome.record.errors) {
    add(name_of(each.code));
  }
  for (const held_difference& each : outcome.holding->differs) {
    add(to_line(each, lang));
  }
  return text.empty() ? std::string(message::no_recorded_result.in(lang)) : text;
}

// The record as a list of tests names it.
std::string title_of(const outcome& outcome) {
  const auto& id = outcome.record.assessment.id;
  return harmless(outcome.source()) + (id ? ' ' + harmless(*id) : "");
}

void append_element(std::string& out, std::string_view name, std::string_view type, std::string_view message,
                    std::string_view text) {
  out += fmt::format("      <{} type=\"{}\" message=\"", name, type);
  append_xml_text(out, message);
  out += "\">";
  append_xml_text(out, text);
  out += fmt::format("</{}>\n", name);
}

// `%`, line ends and, in a property, what ends one: as the runner's own toolkit writes them.
std::string escaped(std::string_view text, bool in_property) {
  std::string result;
  for (const char c : text) {
    const bool special = c == '%' || c == '\r' || c == '\n' || (in_property && (c == ':' || c == ','));
    result += special ? fmt::format("%{:02X}", static_cast<unsigned>(c)) : std::string(1, c);
  }
  return result;
}

struct annotation {
  std::size_t line = 1;
  std::size_t column = 1;
  std::string title;
  std::string message;
};

void append_annotation(std::string& out, std::string_view file, const annotation& annotation) {
  out += fmt::format("::error file={},line={},col={},title={}::{}\n", escaped(file, true), annotation.line,
                     annotation.column, escaped(harmless(annotation.title), true), escaped(annotation.message, false));
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
      out += fmt::format("&#{};", static_cast<unsigned>(first));
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
      fmt::format(R"(tests="{}" failures="{}" errors="{}")", counts.tests, counts.failures, counts.errors);
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"tbsc94\" {0}>\n"
      "  <testsuite name=\"tbsc94 verify\" {0} skipped=\"{1}\">\n",
      numbers, counts.skipped);
}

void append_junit_case(std::string& out, const outcome& outcome, ci_style style) {
  out += "    <testcase classname=\"";
  append_xml_text(out, harmless(outcome.file));
  out += "\" name=\"";
  append_xml_text(out, title_of(outcome));
  const verdict verdict = verdict_on(outcome, style);
  if (verdict == verdict::passed) {
    out += "\"/>\n";
    return;
  }
  out += "\">\n";
  if (verdict == verdict::skipped) {
    out += "      <skipped>";  // without attributes: not all readers know one
    append_xml_text(out, in_short(outcome, style.lang));
    out += "</skipped>\n";
  } else {
    const bool is_error = verdict == verdict::error;
    const std::string_view type = is_error ? "refused" : name_of(state_of(*outcome.holding));
    append_element(out, is_error ? "error" : "failure", type, in_short(outcome, style.lang),
                   explained(outcome, style.lang));
  }
  out += "    </testcase>\n";
}

std::string tap_plan(std::size_t tests) { return tests == 0 ? "1..0 # SKIP\n" : fmt::format("1..{}\n", tests); }

void append_tap(std::string& out, const outcome& outcome, ci_style style) {
  const verdict verdict = verdict_on(outcome, style);
  out += verdict == verdict::passed || verdict == verdict::skipped ? "ok - " : "not ok - ";
  for (const char c : title_of(outcome)) {
    if (c == '#' || c == '\\') {
      out += '\\';  // a bare # would begin a directive
    }
    out += c;
  }
  if (verdict == verdict::passed) {
    out += '\n';
    return;
  }
  if (verdict == verdict::skipped) {
    out += fmt::format(" # SKIP {}\n", in_short(outcome, style.lang));
    return;
  }
  out += "\n  ---\n  message: ";  // a JSON string is YAML
  json_writer(out).string(in_short(outcome, style.lang));
  out += "\n  details: ";
  json_writer(out).string(explained(outcome, style.lang));
  out += "\n  ...\n";
}

void append_annotations(std::string& out, const outcome& outcome, ci_style style) {
  const language lang = style.lang;
  for (const finding& each : outcome.record.errors) {
    const std::string where = each.where.empty() ? "" : harmless(each.where) + ": ";
    append_annotation(out, outcome.file,
                      {each.line, each.column, std::string(name_of(each.code)), where + harmless(each.message)});
  }
  const auto& id = outcome.record.assessment.id;
  for (const held_difference& each : outcome.holding->differs) {
    append_annotation(out, outcome.file, {each.line, each.column, id.value_or(outcome.source()), to_line(each, lang)});
  }
  if (verdict_on(outcome, style) == verdict::failed && outcome.holding->differs.empty()) {
    append_annotation(out, outcome.file,
                      {std::max(outcome.line, std::size_t{1}), 1, id.value_or(outcome.source()),
                       std::string(message::no_recorded_result.in(lang))});
  }
}

}  // namespace tbsc94
