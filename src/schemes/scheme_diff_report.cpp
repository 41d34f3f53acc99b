#include "schemes/scheme_diff_report.hpp"

#include <nlohmann/json.hpp>

#include "results/markdown_report.hpp"
#include "schemes/scheme_diff_messages.hpp"
#include "schemes/scheme_diff_words.hpp"
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
void for_changes(const scheme_comparison& compared, language lang, Section section, Line line) {
  const scheme_diff_words words(*compared.a.content, *compared.b.content, lang);
  std::string current;
  for (const scheme_change& each : compared.changes) {
    if (std::string heading = words.heading(each); heading != current) {
      section(heading);
      current = std::move(heading);
    }
    line(words.line(each));
  }
}

using ordered_json = nlohmann::ordered_json;

// A part that is in one scheme alone, as it stands in its file; of a group all but the items.
std::string whole_in(const ordered_json& file, const std::string& pointer) {
  ordered_json part = file[ordered_json::json_pointer(pointer)];
  part.erase("items");
  return part.dump();
}

struct value_writer {
  json_writer& json;

  void operator()(std::monostate /*none*/) const { json.null(); }
  void operator()(const std::string& text) const { json.string(text); }
  void operator()(const decimal& number) const { json.number(number.shortest()); }
  void operator()(const maturity_level& level) const { json.number(std::size_t{level.number()}); }
  void operator()(const band_end& end) const { (*this)(end.at); }
  void operator()(const std::vector<std::string>& ids) const {
    json.begin_array();
    for (const std::string& each : ids) {
      json.string(each);
    }
    json.end_array();
  }
};

void write_value(json_writer& json, const ordered_json& file, const scheme_side& side, const scheme_change& change) {
  if (change.field == scheme_field::whole && side.index) {
    json.raw(whole_in(file, *pointer_to(side, change)));
  } else {
    std::visit(value_writer{json}, side.value);
  }
}

void write_text_or_null(json_writer& json, const std::optional<std::string>& text) {
  json.string_or_null(text ? &*text : nullptr);
}

// Two schemes as their files have them.
struct scheme_files {
  ordered_json a;
  ordered_json b;
};

void write_change(json_writer& json, const scheme_comparison& compared, const scheme_files& files,
                  const scheme_change& change, const scheme_diff_words& words) {
  const scheme_side before = side_before(*compared.a.content, change);
  const scheme_side after = side_after(*compared.b.content, change);
  const std::string clause = clause_of(before.content, after.content, change);
  json.begin_object();
  json.key("code").string(code_of(change));
  json.key("part").string(name_of(change.part));
  json.key("id");
  write_text_or_null(json, id_of(before.index ? before : after, change.part));
  json.key("where").begin_object();
  json.key("a");
  write_text_or_null(json, pointer_to(before, change));
  json.key("b");
  write_text_or_null(json, pointer_to(after, change));
  json.end_object();
  json.key("clause").string_or_null(clause.empty() ? nullptr : &clause);
  json.key("old");
  write_value(json, files.a, before, change);
  json.key("new");
  write_value(json, files.b, after, change);
  json.key("message").string(words.line(change));
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
      compared, style.lang,
      [&](std::string_view heading) { text += '\n' + painted(harmless(heading), "1", style) + '\n'; },
      [&](std::string_view line) { add(line, 2, 2); });
  return text;
}

std::string diff_markdown(const scheme_comparison& compared, language lang) {
  const auto head = head_of(compared, lang);
  std::string text = formatted("# {}\n\n- {}\n- {}\n\n{}\n", message::diff_title.in(lang), markdown_plain(head[0]),
                               markdown_plain(head[1]), head[2]);
  for_changes(
      compared, lang, [&](std::string_view heading) { text += formatted("\n## {}\n\n", markdown_plain(heading)); },
      [&](std::string_view line) { text += formatted("- {}\n", markdown_plain(line)); });
  return text;
}

void write_diff(json_writer& json, const scheme_comparison& compared, language lang) {
  write_scheme(json, "a", compared.a);
  write_scheme(json, "b", compared.b);
  const scheme_diff_words words(*compared.a.content, *compared.b.content, lang);
  const scheme_files files{ordered_json::parse(compared.a.text), ordered_json::parse(compared.b.text)};
  json.key("differences").begin_array();
  for (const scheme_change& each : compared.changes) {
    write_change(json, compared, files, each, words);
  }
  json.end_array();
}

}  // namespace tbsc94
