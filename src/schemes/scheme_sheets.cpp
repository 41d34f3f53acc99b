#include "schemes/scheme_sheets.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "json/finding.hpp"
#include "results/markdown_report.hpp"
#include "results/report_lines.hpp"
#include "schemes/scheme_messages.hpp"
#include "schemes/scheme_report.hpp"
#include "text/format.hpp"
#include "text/nearest.hpp"
#include "text/terminal_text.hpp"
#include "text/text_table.hpp"

namespace tbsc94 {

namespace {

// What a number stands for; a group or an item by its index.
enum class part : std::uint8_t {
  clause,
  likert,
  service,
  levels,
  maturity,
  grades,
  characteristic,
  chapter,
  service_item,
  management_item,
  stated,
};
struct target {
  part kind{};
  std::size_t index = 0;

  friend bool operator==(const target&, const target&) = default;
};

// A clause as it is compared: "Appendix 1", "appendix1" and "附录 1" are one.
std::string folded(std::string_view clause) {
  constexpr std::string_view appendix = "附录";
  std::string result;
  if (clause.starts_with(appendix)) {
    result = "appendix";
    clause.remove_prefix(appendix.size());
  }
  for (const char c : clause) {
    if (c != ' ') {
      result += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
  }
  return result;
}

struct named_target {
  std::string name;
  target to;
};

// A number of an appendix, by itself and with the appendix: "4.1", "Appendix 1 4.1".
void add(std::vector<named_target>& into, const std::string& appendix, const std::string& number, target to) {
  if (!number.empty()) {
    into.push_back({number, to});
    into.push_back({appendix + ' ' + number, to});
  }
}

void add_table(std::vector<named_target>& into, const item_table& table, part groups, part items,
               const std::string& requirements) {
  for (std::size_t i = 0; i < table.groups.size(); ++i) {
    add(into, table.clause, table.groups[i].id, {groups, i});
  }
  for (std::size_t i = 0; i < table.items.size(); ++i) {
    add(into, table.clause, table.items[i].id, {items, i});
    add(into, requirements, table.items[i].reference, {items, i});  // its number in Appendix 4
  }
}

// All that can be shown: clauses, tables, what the appendices number.
std::vector<named_target> targets_of(const scheme& scheme) {
  std::vector<named_target> all;
  for (std::size_t i = 0; i < scheme.clauses.size(); ++i) {
    if (scheme.clauses[i].within.empty()) {
      all.push_back({scheme.clauses[i].number, {part::clause, i}});
    }
  }
  all.insert(all.end(), {{scheme.alpha_clause, {part::likert}},
                         {scheme.service.clause, {part::service}},
                         {scheme.grades.clause, {part::grades}}});
  if (scheme.maturity) {
    all.push_back({scheme.maturity->level_clause, {part::levels}});
    all.push_back({scheme.maturity->table.clause, {part::maturity}});
  }
  add_table(all, scheme.service, part::characteristic, part::service_item, {});
  if (scheme.maturity) {
    add_table(all, scheme.maturity->table, part::chapter, part::management_item, scheme.maturity->requirements_clause);
  }
  for (std::size_t i = 0; i < scheme.clauses.size(); ++i) {
    if (!scheme.clauses[i].within.empty()) {
      add(all, scheme.clauses[i].within, scheme.clauses[i].number, {part::clause, i});
    }
  }
  return all;
}

bool states_readings(const scheme& scheme) {
  return std::ranges::any_of(all_readings, [&](reading each) { return scheme.stated.is_settled(each); });
}

std::vector<target> targets(const scheme& scheme, std::span<const std::string> ids) {
  if (ids.empty()) {
    std::vector<target> tables{{part::likert}, {part::service}};
    if (scheme.maturity) {
      tables.push_back({part::maturity});
    }
    tables.push_back({part::grades});
    if (states_readings(scheme)) {
      tables.push_back({part::stated});
    }
    return tables;
  }
  std::vector<target> chosen;
  for (const std::string& id : ids) {
    for (const named_target& each : targets_of(scheme)) {
      if (folded(each.name) == folded(id) && std::find(chosen.begin(), chosen.end(), each.to) == chosen.end()) {
        chosen.push_back(each.to);
      }
    }
  }
  return chosen;
}

// A heading with a table below it, or with lines.
struct sheet {
  std::string heading;
  std::vector<std::string> header{};
  std::vector<std::size_t> left{};  // the columns set to the left besides the first
  std::vector<std::vector<std::string>> rows{};
  std::vector<std::string> lines{};
};

class sheets {
 public:
  sheets(const scheme& scheme, language lang) : scheme_(scheme), lang_(lang) {}

  [[nodiscard]] std::vector<sheet> of(std::span<const std::string> ids) {
    for (const target& each : targets(scheme_, ids)) {
      add(each);
    }
    return std::move(all_);
  }
  /// What is shown, above the sheets.
  [[nodiscard]] std::vector<std::string> title() const {
    return {formatted("{} {} · {}", scheme_.id, scheme_.edition, in(lang_, scheme_.title)),
            message::scheme_issued(lang_, in(lang_, scheme_.issuer), scheme_.published, scheme_.effective)};
  }

 private:
  [[nodiscard]] std::string said(const phrase<>& text) const { return std::string(text.in(lang_)); }
  [[nodiscard]] std::string headed(const phrase<std::string_view>& text, std::string_view clause) const {
    return text(lang_, clause_text(clause, lang_));
  }
  [[nodiscard]] std::string level(maturity_level level) const {
    return in(lang_, scheme_.maturity->levels[level.number() - 1].name);
  }

  void add(const target& target);
  void add_clause(const clause_summary& clause);
  void add_likert();
  void add_items(const item_table& table, const phrase<std::string_view>& heading);
  void add_group_rows(sheet& into, const item_table& table, const item_group& group) const;
  void add_group(const item_table& table, std::size_t index);
  void add_item(const item_table& table, std::size_t index);
  void add_levels();
  void add_stated();
  void add_bands();
  void add_grades();
  [[nodiscard]] sheet item_sheet(std::string heading, const item_table& table) const;

  const scheme& scheme_;
  language lang_;
  std::vector<sheet> all_;
};

void sheets::add(const target& target) {
  switch (target.kind) {
    case part::clause:
      return add_clause(scheme_.clauses[target.index]);
    case part::likert:
      return add_likert();
    case part::service:
      return add_items(scheme_.service, message::service_table);
    case part::levels:
      return add_levels();
    case part::maturity:
      add_items(scheme_.maturity->table, message::management_table);
      return add_bands();
    case part::grades:
      return add_grades();
    case part::characteristic:
      return add_group(scheme_.service, target.index);
    case part::chapter:
      return add_group(scheme_.maturity->table, target.index);
    case part::service_item:
      return add_item(scheme_.service, target.index);
    case part::management_item:
      return add_item(scheme_.maturity->table, target.index);
    case part::stated:
      return add_stated();
  }
}

struct clause_entry {
  std::string_view number;
  const bilingual* title;
  const bilingual* text;
};

// "10.2" stands after "9.1".
std::vector<unsigned long> steps_of(std::string_view number) {
  std::vector<unsigned long> steps{0};
  for (const char c : number) {
    if (c == '.') {
      steps.push_back(0);
    } else {
      steps.back() = steps.back() * 10 + static_cast<unsigned char>(c);
    }
  }
  return steps;
}

// The clauses and requirements that are part of a clause, by their numbers.
std::vector<clause_entry> entries_in(const scheme& scheme, const clause_summary& clause) {
  const auto is_in_it = [&](std::string_view within, std::string_view number) {
    return within == clause.within ? number.starts_with(clause.number + '.') : within == clause.id();
  };
  std::vector<clause_entry> entries;
  for (const clause_summary& each : scheme.clauses) {
    if (is_in_it(each.within, each.number)) {
      entries.push_back({each.number, &each.title, &each.summary});
    }
  }
  if (scheme.maturity && !scheme.maturity->requirements_clause.empty()) {
    for (const item& each : scheme.maturity->table.items) {
      if (is_in_it(scheme.maturity->requirements_clause, each.reference)) {
        entries.push_back({each.reference, &each.name, &each.criterion});
      }
    }
  }
  std::ranges::stable_sort(entries, {}, [](const clause_entry& each) { return steps_of(each.number); });
  return entries;
}

// What a clause says, and what those in it say.
void sheets::add_clause(const clause_summary& clause) {
  const std::string& title = in(lang_, clause.title);
  sheet sheet{clause.within.empty()
                  ? formatted("{} {}", clause_text(clause.number, lang_), title)
                  : message::item_heading(lang_, clause.number, title, clause_text(clause.within, lang_))};
  sheet.lines = {in(lang_, clause.summary)};
  for (const clause_entry& each : entries_in(scheme_, clause)) {
    sheet.lines.push_back(message::clause_line(lang_, each.number, in(lang_, *each.title), in(lang_, *each.text)));
  }
  all_.push_back(std::move(sheet));
}

void sheets::add_likert() {
  sheet sheet{headed(message::likert_section, scheme_.alpha_clause),
              {said(message::column_alpha), said(message::column_meaning)},
              {1}};
  for (std::size_t i = 0; i < scheme_.likert.size(); ++i) {
    sheet.rows.push_back({interval_of(scheme_, i), in(lang_, scheme_.likert[i].name)});
  }
  all_.push_back(std::move(sheet));
}

sheet sheets::item_sheet(std::string heading, const item_table& table) const {
  sheet result{std::move(heading),
               {said(message::column_number), said(message::column_name), said(message::column_points)},
               {1, 3}};
  if (&table != &scheme_.service) {
    result.header.push_back(requirements_text(*scheme_.maturity, lang_));
  }
  return result;
}

void sheets::add_group_rows(sheet& into, const item_table& table, const item_group& group) const {
  const bool has_references = into.header.size() > 3;
  const auto add = [&](std::vector<std::string> row, const std::string& reference) {
    if (has_references) {
      row.push_back(reference);
    }
    into.rows.push_back(std::move(row));
  };
  add({group.id, in(lang_, group.name), table.points_due(group).shortest()}, "");
  for (std::size_t i = group.first; i < group.first + group.count; ++i) {
    const item& item = table.items[i];
    add({item.id, in(lang_, item.name), item.points_due.shortest()}, item.reference);
  }
}

void sheets::add_items(const item_table& table, const phrase<std::string_view>& heading) {
  sheet sheet = item_sheet(headed(heading, table.clause), table);
  for (const item_group& group : table.groups) {
    add_group_rows(sheet, table, group);
  }
  sheet.rows.push_back({said(message::column_sum), "", table.points_due().shortest()});
  sheet.rows.back().resize(sheet.header.size());
  all_.push_back(std::move(sheet));
}

void sheets::add_group(const item_table& table, std::size_t index) {
  const item_group& group = table.groups[index];
  sheet sheet = item_sheet(
      message::item_heading(lang_, group.id, in(lang_, group.name), clause_text(table.clause, lang_)), table);
  add_group_rows(sheet, table, group);
  all_.push_back(std::move(sheet));
}

void sheets::add_item(const item_table& table, std::size_t index) {
  const item& item = table.items[index];
  const item_group& group = table.groups[table.group_of(index)];
  sheet sheet{message::item_heading(lang_, item.id, in(lang_, item.name), clause_text(table.clause, lang_))};
  sheet.lines = {message::part_of(lang_, group.id, in(lang_, group.name)),
                 message::points_line(lang_, item.points_due.shortest())};
  if (!item.reference.empty()) {
    sheet.lines.push_back(message::reference_line(lang_, requirements_text(*scheme_.maturity, lang_), item.reference));
  }
  sheet.lines.push_back(message::criterion_line(lang_, in(lang_, item.criterion)));
  all_.push_back(std::move(sheet));
}

void sheets::add_levels() {
  sheet sheet{headed(message::level_table, scheme_.maturity->level_clause)};
  for (const level_description& each : scheme_.maturity->levels) {
    sheet.lines.push_back(formatted("{}  {}", in(lang_, each.name), in(lang_, each.description)));
  }
  all_.push_back(std::move(sheet));
}

void sheets::add_stated() {
  sheet sheet{said(message::stated_section),
              {said(message::column_reading), said(message::column_value), said(message::column_clause)},
              {1, 2}};
  for (const reading each : all_readings) {
    if (const auto& stated = scheme_.stated.settled[static_cast<std::size_t>(each)]) {
      sheet.rows.push_back({std::string(names_of(each).name), std::string(scheme_.stated.values.value(each)),
                            clause_text(stated->text, lang_)});
    }
  }
  all_.push_back(std::move(sheet));
}

void sheets::add_bands() {
  sheet sheet{headed(message::band_table, scheme_.maturity->table.clause),
              {said(message::column_total), said(message::column_level)},
              {1}};
  for (const maturity_band& band : scheme_.maturity->bands) {
    const char closing = band.takes_in_end ? ']' : ')';
    sheet.rows.push_back(
        {formatted("[{}, {}{}", band.from.shortest(), band.end.shortest(), closing), level(band.level)});
  }
  all_.push_back(std::move(sheet));
}

void sheets::add_grades() {
  const grade_table& table = scheme_.grades;
  sheet rows{headed(message::row_table, table.clause), {said(message::column_score)}, {1}};
  if (scheme_.maturity) {
    rows.header.push_back(said(message::column_needs));
  }
  for (const grade_row& row : table.rows) {
    rows.rows.push_back({range_text(row.from, row.to, lang_)});
    if (row.level) {
      rows.rows.back().push_back(level(*row.level));
    }
  }
  all_.push_back(std::move(rows));
  sheet grades{
      headed(message::grade_limits, table.clause), {said(message::column_grade), said(message::column_score)}, {1}};
  for (const grade_limit& limit : table.grades) {
    grades.rows.push_back({limit.grade, range_text(limit.from, limit.to, lang_)});
  }
  all_.push_back(std::move(grades));
}

std::string row_of(const std::vector<std::string>& cells) {
  std::string line = "|";
  for (const std::string& each : cells) {
    line += ' ' + markdown_plain(each) + " |";
  }
  return line + '\n';
}

using ordered_json = nlohmann::ordered_json;

// What a target is called in JSON, the clause that it states, and where it stands in the scheme's file.
struct target_place {
  std::string_view kind;
  std::string clause;
  std::string pointer;
  std::string part_of{};  // the group of an item
};

target_place item_place(std::string_view kind, const item_table& table, std::string_view groups, std::size_t item) {
  const std::size_t group = table.group_of(item);
  return {kind, table.clause, formatted("{}/{}/items/{}", groups, group, item - table.groups[group].first),
          table.groups[group].id};
}

target_place place_of(const scheme& scheme, const target& target) {
  constexpr std::string_view characteristics = "/service/characteristics";
  constexpr std::string_view chapters = "/maturity/chapters";
  switch (target.kind) {
    case part::clause:
      return {"clause", scheme.clauses[target.index].number, formatted("/clauses/{}", target.index)};
    case part::likert:
      return {"likert", scheme.alpha_clause, "/likert"};
    case part::service:
      return {"service", scheme.service.clause, "/service"};
    case part::levels:
      return {"levels", scheme.maturity->level_clause, "/maturity/levels"};
    case part::maturity:
      return {"maturity", scheme.maturity->table.clause, "/maturity"};
    case part::stated:
      return {"readings", "", "/readings"};
    case part::grades:
      break;
    case part::characteristic:
      return {"characteristic", scheme.service.clause, formatted("{}/{}", characteristics, target.index)};
    case part::chapter:
      return {"chapter", scheme.maturity->table.clause, formatted("{}/{}", chapters, target.index)};
    case part::service_item:
      return item_place("service-item", scheme.service, characteristics, target.index);
    case part::management_item:
      return item_place("management-item", scheme.maturity->table, chapters, target.index);
  }
  return {"grades", scheme.grades.clause, "/grades"};
}

}  // namespace

std::vector<std::string> known_ids(const scheme& scheme) {
  std::vector<std::string> ids;
  for (const named_target& each : targets_of(scheme)) {
    if (std::ranges::find(ids, each.name) == ids.end()) {
      ids.emplace_back(each.name);
    }
  }
  return ids;
}

std::optional<std::string> nearest_if_unknown(const scheme& scheme, const std::string& id) {
  const std::vector<named_target> all = targets_of(scheme);
  std::vector<std::string_view> known;
  for (const named_target& each : all) {
    known.push_back(each.name);
    if (folded(each.name) == folded(id)) {
      return std::nullopt;
    }
  }
  return std::string(find_nearest(id, known).word);
}

std::string scheme_text(const scheme& scheme, std::span<const std::string> ids, text_style style) {
  sheets all(scheme, style.lang);
  std::string text;
  const auto add = [&](std::string_view line, std::size_t indent) {
    for (const std::string& part : wrap(harmless(line), report_width - indent)) {
      text.append(indent, ' ').append(part).append("\n");
    }
  };
  for (const std::string& line : all.title()) {
    add(line, 0);
  }
  for (const sheet& each : all.of(ids)) {
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
  sheets all(scheme, lang);
  const auto title = all.title();
  std::string text = formatted("# {}\n\n{}\n", markdown_plain(title[0]), markdown_plain(title[1]));
  for (const sheet& each : all.of(ids)) {
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
  for (const target& each : targets(loaded.content, ids)) {
    const target_place place = place_of(loaded.content, each);
    ordered_json& part = parts.emplace_back(ordered_json{{"part", place.kind}, {"clause", place.clause}});
    if (!place.part_of.empty()) {
      part["part_of"] = place.part_of;
    }
    part.update(file[ordered_json::json_pointer(place.pointer)]);
  }
  return shown.dump(2) + '\n';
}

}  // namespace tbsc94
