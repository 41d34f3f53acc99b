#include "results/markdown_report.hpp"

#include <algorithm>
#include <iterator>
#include <vector>

#include "results/no_grade.hpp"
#include "results/report_lines.hpp"
#include "results/report_messages.hpp"
#include "results/report_style.hpp"
#include "results/text_report.hpp"
#include "text/format.hpp"
#include "text/terminal_text.hpp"

namespace tbsc94 {

namespace {

using cells = std::vector<std::string>;

std::string plain(std::string_view text) { return markdown_plain(text); }

std::size_t longest_run(std::string_view text, char of) {
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const char c : text) {
    run = c == of ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return longest;
}

std::string grade_or_codes(const outcome& outcome, language lang) {
  if (outcome.grading) {
    const grade_index grade = outcome.grading->grade;
    return std::string(grade ? grade_name(outcome.scheme_used(), grade) : message::grade_none.in(lang));
  }
  return formatted("{}: {}", message::refused.in(lang), joined(codes_of(outcome.record.errors), ", "));
}

std::string grade_or_codes(const unread_input& /*unread*/, language lang) {
  return formatted("{}: {}", message::unread.in(lang), name_of(code::unreadable));
}

class markdown_writer {
 public:
  markdown_writer(const worked_out& all, language lang)
      : scheme_(all.outcome.scheme_used()),
        assessment_(all.outcome.record.assessment),
        grading_(*all.outcome.grading),
        lang_(lang),
        lines_(all, lang, [](std::string_view text) { return markdown_code(text); }),
        derivation_(all.derivation) {}

  std::string write() {
    verdict();
    section(message::details_section.in(lang_), lines_.details());
    characteristics();
    items();
    maturity();
    requirements();
    heading(message::next_section.in(lang_));
    list(lines_.next());
    heading(message::readings_section.in(lang_));
    list(lines_.readings());
    section(message::remarks_section.in(lang_), lines_.remarks());
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string said(const phrase<>& text) const { return std::string(text.in(lang_)); }
  [[nodiscard]] std::string clause(std::string_view clause) const { return clause_text(clause, lang_); }
  [[nodiscard]] std::string named(std::string_view id, const bilingual& name) const {
    return plain(formatted("{} {}", id, in(lang_, name)));
  }
  [[nodiscard]] std::string percentage_of(const score_line& line) const {
    return line.applicable ? report_lines::shown(line.percentage) : said(message::not_applicable);
  }

  void heading(std::string_view text) { out_ += formatted("\n### {}\n\n", text); }
  void entry(std::string_view text, std::size_t depth = 0) {
    out_ += formatted("{}- {}\n", std::string(2 * depth, ' '), text);
  }
  void list(const std::vector<report_line>& lines) {
    for (const report_line& each : lines) {
      entry(each.text, each.depth);
    }
  }
  void head(const cells& row, std::size_t left = 1) { out_ += markdown_cells(row) + markdown_rule(row.size(), left); }
  void row(const cells& row) { out_ += markdown_cells(row); }
  void below_table(const std::string& text) { out_ += text.empty() ? "" : '\n' + text + '\n'; }

  void verdict();
  void characteristics();
  void items();
  [[nodiscard]] cells alphas_of(std::size_t item) const;
  void maturity();
  void requirements();
  // A list under a heading; nothing where there is none.
  void section(std::string_view text, const std::vector<std::string>& lines);

  const scheme& scheme_;
  const assessment& assessment_;
  const grading& grading_;
  language lang_;
  report_lines lines_;
  const derivation& derivation_;
  std::string out_;
};

void markdown_writer::verdict() {
  out_ += formatted("## {}\n\n", lines_.verdict());
  for (const std::string& each : lines_.premises()) {
    entry(each);
  }
  if (const std::string who = lines_.who(); !who.empty()) {
    entry(who);
  }
  entry(plain(formatted("{} {} · {}", scheme_.id, scheme_.edition, in(lang_, scheme_.title))));
  for (const std::string& each : lines_.key_figures()) {
    entry(each);
  }
  for (const std::string& each : lines_.remarks_at_verdict()) {
    entry(each);
  }
}

void markdown_writer::characteristics() {
  heading(message::service_section(lang_, clause(scheme_.service.clause)));
  head({said(message::characteristic), said(message::points_due), said(message::points), said(message::percentage)});
  for (std::size_t g = 0; g < scheme_.service.groups.size(); ++g) {
    const score_line& line = derivation_.service.characteristics[g];
    row({named(scheme_.service.groups[g].id, scheme_.service.groups[g].name), line.points_due.to_string(),
         report_lines::shown(line.points), percentage_of(line)});
  }
  const score_line& whole = derivation_.service.whole;
  row({said(message::total), whole.points_due.to_string(), lines_.whole_points(whole), grading_.shown.to_string()});
  below_table(lines_.why_no_sum(derivation_.service.characteristics, whole));
}

// α by rating, as far as they can stand side by side; else the lowest and the highest.
cells markdown_writer::alphas_of(std::size_t item) const {
  const std::size_t count = assessment_.ratings.size();
  std::vector<alpha> alphas;
  for (std::size_t r = 0; r < count; ++r) {
    alphas.push_back(assessment_.alphas_of(r)[item]);
  }
  if (count > most_ratings_shown) {
    const auto [least, most] = std::ranges::minmax(alphas);
    alphas = {least, most};
  }
  cells texts;
  for (const alpha each : alphas) {
    texts.push_back(assessment_.is_applicable(item) ? each.value().to_string() : "-");
  }
  return texts;
}

void markdown_writer::items() {
  heading(message::ratings_section(lang_, clause(scheme_.alpha_clause)));
  const std::size_t count = assessment_.ratings.size();
  cells columns{said(message::item), said(message::points_due)};
  if (count > most_ratings_shown) {
    out_ += message::many_ratings(lang_, count) + "\n\n";
    columns.insert(columns.end(), {said(message::least), said(message::most)});
  } else {
    for (std::size_t r = 0; r < count; ++r) {
      const std::string& assessor = assessment_.ratings[r].assessor;
      entry(message::rating_in_list(lang_, r + 1) + (assessor.empty() ? "" : ": " + markdown_code(assessor)));
      columns.push_back(message::rating_in_list(lang_, r + 1));
    }
    out_ += '\n';
  }
  columns.insert(columns.end(), {said(message::points), said(message::percentage)});
  head(columns);
  for (std::size_t i = 0; i < scheme_.service.items.size(); ++i) {
    const item& item = scheme_.service.items[i];
    const score_line& line = derivation_.service.items[i];
    cells texts{named(item.id, item.name), item.points_due.shortest()};
    std::ranges::move(alphas_of(i), std::back_inserter(texts));
    texts.insert(texts.end(), {report_lines::shown(line.points), percentage_of(line)});
    row(texts);
  }
  below_table(lines_.why_no_sum(derivation_.service.items, derivation_.service.whole));
}

void markdown_writer::maturity() {
  if (!scheme_.maturity) {
    return;
  }
  const item_table& table = scheme_.maturity->table;
  heading(message::maturity_section(lang_, clause(table.clause)));
  head({said(message::chapter), said(message::item_levels), said(message::points_due), said(message::points)}, 2);
  for (std::size_t g = 0; g < table.groups.size(); ++g) {
    const item_group& group = table.groups[g];
    cells levels;
    for (std::size_t i = group.first; i < group.first + group.count; ++i) {
      levels.push_back(formatted("{} → {}", table.items[i].id, assessment_.levels[i].number()));
    }
    row({named(group.id, group.name), joined(levels, ", "), derivation_.chapters[g].points_due.to_string(),
         derivation_.chapters[g].points.to_string()});
  }
  row({said(message::total), lines_.level_name(*grading_.level), table.points_due().shortest(),
       grading_.total->to_string()});
  out_ += '\n';
  entry(lines_.qms_audit());
}

void markdown_writer::requirements() {
  const grade_table& grades = scheme_.grades;
  heading(message::requirements_section(lang_, clause(grades.clause)));
  const auto met = [&](bool holds) { return (holds ? message::yes : message::no).in(lang_); };
  cells header{said(message::grade), said(message::required_score)};
  if (lines_.asks_levels()) {
    header.push_back(said(message::required_level));
  }
  head(header, header.size());
  for (const requirement& each : derivation_.requirements) {
    cells asked{grades.grades[each.grade].grade,
                formatted("≥ {}: {}", grades.grades[each.grade].from.shortest(), met(each.score_met))};
    if (each.level) {
      asked.push_back(formatted("≥ {}: {}", lines_.level_name(*each.level), met(each.level_met)));
    }
    row(asked);
  }
  out_ += '\n';
  if (lines_.level_decides_nothing()) {
    entry(message::level_decides_nothing.in(lang_));
  }
  entry(message::labelled(lang_, message::conformity_row.in(lang_), lines_.review()));
}

void markdown_writer::section(std::string_view text, const std::vector<std::string>& lines) {
  if (!lines.empty()) {
    heading(text);
  }
  for (const std::string& each : lines) {
    entry(each);
  }
}

}  // namespace

std::string markdown_code(std::string_view text, bool in_table) {
  std::string inside = harmless(text);
  if (inside.empty()) {
    return "";
  }
  // One that begins or ends with a backtick, or both with a space, is set off by one space more, which is not
  // shown; of nothing but spaces all are.
  const bool in_spaces = inside.front() == ' ' && inside.back() == ' ';
  const bool all_spaces = inside.find_first_not_of(' ') == std::string::npos;
  if (inside.front() == '`' || inside.back() == '`' || (in_spaces && !all_spaces)) {
    inside = ' ' + inside + ' ';
  }
  const std::string fence(longest_run(inside, '`') + 1, '`');
  if (in_table) {
    for (std::size_t at = 0; (at = inside.find('|', at)) != std::string::npos; at += 2) {
      inside.insert(at, 1, '\\');
    }
  }
  return fence + inside + fence;
}

std::string markdown_cells(const std::vector<std::string>& row) { return formatted("| {} |\n", joined(row, " | ")); }

std::string markdown_rule(std::size_t columns, std::size_t left) {
  std::string rule = "|";
  for (std::size_t c = 0; c < columns; ++c) {
    rule += c < left ? " --- |" : " ---: |";
  }
  return rule + '\n';
}

std::string markdown_plain(std::string_view text) {
  std::string result;
  for (const char c : harmless(text)) {
    result += std::string_view("\\`*_[]<>|&~#").find(c) == std::string_view::npos ? "" : "\\";
    result += c;
  }
  return result;
}

std::string markdown_report(const worked_out& all, language lang, bool explained) {
  std::string text = markdown_writer(all, lang).write();
  if (!explained) {
    return text;
  }
  // As a block of code, which is as it stands; what is set in cannot be ended by anything in it.
  text += formatted("\n### {}\n\n", message::explanation.in(lang));
  const std::string steps = text_explanation(all, {lang, false});
  for (std::size_t at = 1; at < steps.size();) {
    const std::size_t end = steps.find('\n', at) + 1;
    text.append(end > at + 1 ? 4 : 0, ' ').append(steps, at, end - at);
    at = end;
  }
  return text;
}

std::string markdown_head(language lang) {
  const auto said = [&](const phrase<>& text) { return std::string(text.in(lang)); };
  const cells head{said(message::grade),        said(message::source),         said(message::id),
                   said(message::organization), said(message::rating_score),   said(message::maturity_total),
                   said(message::item_level),   said(message::why_none_column)};
  return markdown_cells(head) + markdown_rule(head.size(), 4);
}

std::string markdown_row(const outcome& outcome, const readings& readings, language lang) {
  const assessment& assessment = outcome.record.assessment;
  const auto cell = [](const std::optional<std::string>& text) { return text ? markdown_code(*text, true) : ""; };
  cells row{grade_or_codes(outcome, lang), cell(outcome.source()), cell(assessment.id), cell(assessment.organization)};
  if (const auto& grading = outcome.grading) {
    row.insert(row.end(),
               {grading->shown.to_string(), grading->total ? grading->total->to_string() : "",
                grading->level ? std::to_string(grading->level->number()) : "", why_no_grade(outcome, readings, lang)});
  } else {
    row.insert(row.end(), 4, "");
  }
  return markdown_cells(row);
}

std::string markdown_row(const unread_input& unread, language lang) {
  cells row{grade_or_codes(unread, lang), markdown_code(unread.source(), true)};
  row.insert(row.end(), 6, "");
  return markdown_cells(row);
}

std::string markdown_source(const outcome& outcome, language lang) {
  return formatted("\n---\n\n{}: {}\n\n", markdown_code(outcome.source()), grade_or_codes(outcome, lang));
}

std::string markdown_source(const unread_input& unread, language lang) {
  return formatted("\n---\n\n{}: {}\n\n", markdown_code(unread.source()), grade_or_codes(unread, lang));
}

}  // namespace tbsc94
