#include "schemes/shown_scheme.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "json/finding.hpp"
#include "results/markdown_report.hpp"
#include "schemes/scheme_messages.hpp"
#include "schemes/scheme_sections.hpp"
#include "schemes/shown_parts.hpp"
#include "text/format.hpp"
#include "text/terminal_text.hpp"
#include "text/text_table.hpp"

namespace tbsc94 {

namespace {

// What is shown, above its parts.
std::vector<std::string> title_of(const scheme& scheme, language lang) {
  return {formatted("{} {} · {}", scheme.id, scheme.edition, in(lang, scheme.title)),
          message::scheme_issued(lang, in(lang, scheme.issuer), scheme.published, scheme.effective)};
}

std::string row_of(const std::vector<std::string>& cells) {
  std::string line = "|";
  for (const std::string& each : cells) {
    line += ' ' + markdown_plain(each) + " |";
  }
  return line + '\n';
}

using ordered_json = nlohmann::ordered_json;

// What a part is called in JSON, the clause that it states, and where it stands in the scheme's file.
struct part_place {
  std::string_view kind;
  std::string clause;
  std::string pointer;
  std::string part_of{};  // the group of an item
};

part_place item_place(std::string_view kind, const item_table& table, std::string_view groups, std::size_t item) {
  const std::size_t group = table.group_of(item);
  return {kind, table.clause, formatted("{}/{}/items/{}", groups, group, item - table.groups[group].first),
          table.groups[group].id};
}

part_place place_of(const scheme& scheme, const shown_part& part) {
  constexpr std::string_view characteristics = "/service/characteristics";
  constexpr std::string_view chapters = "/maturity/chapters";
  switch (part.kind) {
    case shown_kind::clause:
      return {"clause", scheme.clauses[part.index].number, formatted("/clauses/{}", part.index)};
    case shown_kind::likert:
      return {"likert", scheme.alpha_clause, "/likert"};
    case shown_kind::service:
      return {"service", scheme.service.clause, "/service"};
    case shown_kind::levels:
      return {"levels", scheme.maturity->level_clause, "/maturity/levels"};
    case shown_kind::maturity:
      return {"maturity", scheme.maturity->table.clause, "/maturity"};
    case shown_kind::stated:
      return {"readings", "", "/readings"};
    case shown_kind::grades:
      break;
    case shown_kind::characteristic:
      return {"characteristic", scheme.service.clause, formatted("{}/{}", characteristics, part.index)};
    case shown_kind::chapter:
      return {"chapter", scheme.maturity->table.clause, formatted("{}/{}", chapters, part.index)};
    case shown_kind::service_item:
      return item_place("service-item", scheme.service, characteristics, part.index);
    case shown_kind::management_item:
      return item_place("management-item", scheme.maturity->table, chapters, part.index);
  }
  return {"grades", scheme.grades.clause, "/grades"};
}

}  // namespace

std::string scheme_text(const scheme& scheme, std::span<const std::string> ids, text_style style) {
  std::string text;
  const auto add = [&](std::string_view line, std::size_t indent) {
    for (const std::string& part : wrap(harmless(line), report_width - indent)) {
      text.append(indent, ' ').append(part).append("\n");
    }
  };
  for (const std::string& line : title_of(scheme, style.lang)) {
    add(line, 0);
  }
  for (const scheme_section& each : sections_of(scheme, parts_of(scheme, ids), style.lang)) {
    text += '\n';
    text += painted(harmless(each.heading), "1", style) + '\n';
    for (const std::string& line : each.lines) {
      add(line, 2);
    }
    if (each.header.empty()) {
      continue;
    }
    text_table table(each.left);
    table.add(each.header);
    table.rule();
    for (std::vector<std::string> row : each.rows) {
      std::transform(row.begin(), row.end(), row.begin(), harmless);
      table.add(std::move(row));
    }
    text += table.to_string();
  }
  return text;
}

std::string scheme_markdown(const scheme& scheme, std::span<const std::string> ids, language lang) {
  const auto title = title_of(scheme, lang);
  std::string text = formatted("# {}\n\n{}\n", markdown_plain(title[0]), markdown_plain(title[1]));
  for (const scheme_section& each : sections_of(scheme, parts_of(scheme, ids), lang)) {
    text += formatted("\n## {}\n\n", markdown_plain(each.heading));
    for (const std::string& line : each.lines) {
      text += formatted("- {}\n", markdown_plain(line));
    }
    if (each.header.empty()) {
      continue;
    }
    text += row_of(each.header) + '|';
    for (std::size_t column = 0; column < each.header.size(); ++column) {
      const bool left = column == 0 || std::find(each.left.begin(), each.left.end(), column) != each.left.end();
      text += left ? " --- |" : " ---: |";
    }
    text += '\n';
    for (const auto& row : each.rows) {
      text += row_of(row);
    }
  }
  return text;
}

std::string scheme_json(const loaded_scheme& loaded, std::span<const std::string> ids) {
  if (ids.empty()) {
    return std::string(loaded.text);
  }
  const auto file = ordered_json::parse(loaded.text);
  ordered_json shown;
  for (const char* key : {"scheme", "edition", "title", "issuer", "published", "effective"}) {
    shown[key] = file[key];
  }
  ordered_json& parts = shown["parts"] = ordered_json::array();
  for (const shown_part& each : parts_of(loaded.content, ids)) {
    const part_place place = place_of(loaded.content, each);
    ordered_json& part = parts.emplace_back(ordered_json{{"part", place.kind}, {"clause", place.clause}});
    if (!place.part_of.empty()) {
      part["part_of"] = place.part_of;
    }
    part.update(file[ordered_json::json_pointer(place.pointer)]);
  }
  return shown.dump(2) + '\n';
}

}  // namespace tbsc94
