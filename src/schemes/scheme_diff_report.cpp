#include "schemes/scheme_diff_report.hpp"

#include <nlohmann/json.hpp>

#include "results/markdown_report.hpp"
#include "schemes/scheme_diff_messages.hpp"
#include "text/format.hpp"
#include "text/terminal_text.hpp"

namespace tbsc94 {

namespace {

std::string title_of(std::string_view letter, const compared_scheme& scheme, language lang) {
  const std::string& id = scheme.content->id;
  const std::string& edition = scheme.content->edition;
  return scheme.file.empty() ? message::compared_scheme(lang, letter, id, edition)
                             : message::compared_file(lang, letter, id, edition, scheme.file);
}

// The two schemes, and how much differs.
std::vector<std::string> head_of(const scheme_comparison& compared, language lang) {
  return {title_of("A", compared.a, lang), title_of("B", compared.b, lang),
          compared.changes.empty() ? std::string(message::no_difference.in(lang))
                                   : message::difference_count(lang, compared.changes.size())};
}

// Calls `section` with each heading, and `line` with each line below it.
template <class Section, class Line>
void for_changes(const scheme_comparison& compared, Section section, Line line) {
  std::string_view current;
  for (const scheme_change& each : compared.changes) {
    if (each.heading != current) {
      section(each.heading);
      current = each.heading;
    }
    line(each.line);
  }
}

using ordered_json = nlohmann::ordered_json;

// A part that is in one scheme alone, as it stands in its file; of a group all but the items.
std::string whole_in(const ordered_json& file, const std::string& pointer) {
  ordered_json part = file[ordered_json::json_pointer(pointer)];
  part.erase("items");
  return part.dump();
}

void write_text_or_null(json_writer& json, std::string_view key, const std::string& text) {
  json.key(key).string_or_null(text.empty() ? nullptr : &text);
}

void write_value(json_writer& json, std::string_view key, const ordered_json& file, const changed_value& value) {
  json.key(key).raw(!value.json.empty() ? value.json : value.where.empty() ? "null" : whole_in(file, value.where));
}

void write_change(json_writer& json, const scheme_change& change, const ordered_json& a, const ordered_json& b) {
  json.begin_object();
  json.key("code").string(change.code);
  json.key("part").string(change.part);
  write_text_or_null(json, "id", change.id);
  json.key("where").begin_object();
  write_text_or_null(json, "a", change.before.where);
  write_text_or_null(json, "b", change.after.where);
  json.end_object();
  write_text_or_null(json, "clause", change.clause);
  write_value(json, "old", a, change.before);
  write_value(json, "new", b, change.after);
  json.key("message").string(change.line);
  json.end_object();
}

void write_scheme(json_writer& json, std::string_view key, const compared_scheme& scheme) {
  json.key(key).begin_object();
  json.key("source").string(scheme.source());
  json.key("scheme").string(scheme.content->id);
  json.key("edition").string(scheme.content->edition);
  json.key("sha256").string(scheme.sha256);
  json.end_object();
}

}  // namespace

std::string compared_scheme::source() const {
  return file.empty() ? formatted("{} {}", content->id, content->edition) : file;
}

std::string diff_text(const scheme_comparison& compared, text_style style) {
  std::string text;
  const auto add = [&](std::string_view line, std::size_t indent, std::size_t further) {
    for (const std::string& part : wrap(harmless(line), report_width - indent - further)) {
      text.append(indent, ' ').append(part).append("\n");
      indent += std::exchange(further, 0);
    }
  };
  for (const std::string& line : head_of(compared, style.lang)) {
    add(line, 0, 0);
  }
  for_changes(
      compared, [&](std::string_view heading) { text += '\n' + painted(harmless(heading), "1", style) + '\n'; },
      [&](std::string_view line) { add(line, 2, 2); });
  return text;
}

std::string diff_markdown(const scheme_comparison& compared, language lang) {
  const auto head = head_of(compared, lang);
  std::string text = formatted("# {}\n\n- {}\n- {}\n\n{}\n", message::diff_title.in(lang), markdown_plain(head[0]),
                               markdown_plain(head[1]), head[2]);
  for_changes(
      compared, [&](std::string_view heading) { text += formatted("\n## {}\n\n", markdown_plain(heading)); },
      [&](std::string_view line) { text += formatted("- {}\n", markdown_plain(line)); });
  return text;
}

void write_diff(json_writer& json, const scheme_comparison& compared) {
  write_scheme(json, "a", compared.a);
  write_scheme(json, "b", compared.b);
  const auto a = ordered_json::parse(compared.a.text);
  const auto b = ordered_json::parse(compared.b.text);
  json.key("differences").begin_array();
  for (const scheme_change& each : compared.changes) {
    write_change(json, each, a, b);
  }
  json.end_array();
}

}  // namespace tbsc94
