#include "results/text_report.hpp"

#include <algorithm>

#include "results/explanation.hpp"
#include "results/report_lines.hpp"
#include "results/report_messages.hpp"
#include "text/format.hpp"
#include "text/terminal_text.hpp"
#include "text/text_table.hpp"

namespace tbsc94 {

void append_line(std::string& out, std::string_view text, std::size_t indent) {
  bool first = true;
  for (const std::string& part : wrap(text, report_width - indent - 2)) {
    out.append(first ? indent : indent + 2, ' ');
    out += part + '\n';
    first = false;
  }
}

void append_heading(std::string& out, std::string_view text, text_style style) {
  out += '\n' + painted(text, "1", style) + '\n';
}

namespace {

class report {
 public:
  report(const worked_out& all, text_style style)
      : scheme_(all.outcome.scheme_used()),
        assessment_(all.outcome.record.assessment),
        grading_(*all.outcome.grading),
        style_(style),
        lines_(all, style.lang, harmless),
        derivation_(all.derivation) {
    for (const alpha each : assessment_.alphas) {
      alpha_places_ = std::max(alpha_places_, each.value().places());
    }
  }

  std::string write() {
    verdict();
    section(message::details_section.in(lang()), lines_.details());
    service();
    ratings();
    maturity();
    requirements();
    next();
    readings_and_assumptions();
    section(message::remarks_section.in(lang()), lines_.remarks());
    return std::move(out_);
  }

 private:
  [[nodiscard]] language lang() const { return style_.lang; }
  [[nodiscard]] std::string clause(std::string_view clause) const { return clause_text(clause, lang()); }

  void line(std::string_view text, std::size_t indent = 2) { append_line(out_, text, indent); }
  void line_if_any(const std::string& text) {
    if (!text.empty()) {
      line(text);
    }
  }
  [[nodiscard]] std::string painted(std::string_view text, std::string_view sgr) const {
    return tbsc94::painted(text, sgr, style_);
  }
  void heading(std::string_view text) { append_heading(out_, text, style_); }

  void verdict();
  void service();
  void ratings();
  void rating_block(std::size_t first, std::size_t last);
  void rating_extremes();
  void maturity();
  void requirements();
  void next();
  void readings_and_assumptions();
  // Lines under a heading; nothing where there are none.
  void section(std::string_view text, const std::vector<std::string>& lines);

  [[nodiscard]] std::string level_name(maturity_level level) const { return lines_.level_name(level); }
  [[nodiscard]] static std::string shown(const fraction& value) { return report_lines::shown(value); }
  [[nodiscard]] std::string item_label(const item& item) const { return report_lines::item_label(item, lang()); }
  [[nodiscard]] std::string rating_label(std::size_t rating) const {
    const std::string& assessor = assessment_.ratings[rating].assessor;
    return assessor.empty() ? message::rating_number(lang(), rating + 1) : shorten(harmless(assessor), 12);
  }
  [[nodiscard]] std::string alpha_text(std::size_t rating, std::size_t item) const {
    const decimal value = assessment_.alphas_of(rating)[item].value();
    return assessment_.is_applicable(item) ? fraction(value).rounded(alpha_places_).to_string() : "-";
  }

  const scheme& scheme_;
  const assessment& assessment_;
  const grading& grading_;
  text_style style_;
  report_lines lines_;
  const derivation& derivation_;
  unsigned alpha_places_ = 2;  // every α is written with as many as the finest has
  std::string out_;
};

void report::verdict() {
  const std::string_view reached = grading_.conformity_assumed ? "1;33" : "1;32";
  out_ += painted(lines_.verdict(), grading_.grade ? reached : "1;31") + '\n';
  for (const std::string& each : lines_.premises()) {
    line(each);
  }
  if (const std::string who = lines_.who(); !who.empty()) {
    line(who);
  }
  line(harmless(formatted("{} {} · {}", scheme_.id, scheme_.edition, in(lang(), scheme_.title))));
  for (const std::string& each : lines_.key_figures()) {
    line(each);
  }
  for (const std::string& each : lines_.remarks_at_verdict()) {
    line(each);
  }
}

void report::service() {
  heading(message::service_section(lang(), clause(scheme_.service.clause)));
  text_table table;
  table.add({std::string(message::characteristic.in(lang())), std::string(message::points_due.in(lang())),
             std::string(message::points.in(lang())), std::string(message::percentage.in(lang()))});
  table.rule();
  const auto add = [&](std::string name, const score_line& line) {
    table.add({std::move(name), line.points_due.to_string(), shown(line.points),
               line.applicable ? shown(line.percentage) : std::string(message::not_applicable.in(lang()))});
  };
  for (std::size_t g = 0; g < scheme_.service.groups.size(); ++g) {
    const item_group& group = scheme_.service.groups[g];
    add(formatted("{} {}", group.id, in(lang(), group.name)), derivation_.service.characteristics[g]);
  }
  table.rule();
  const score_line& whole = derivation_.service.whole;
  table.add({std::string(message::total.in(lang())), whole.points_due.to_string(), lines_.whole_points(whole),
             grading_.shown.to_string()});
  out_ += table.to_string();
  line_if_any(lines_.why_no_sum(derivation_.service.characteristics, whole));
}

void report::ratings() {
  heading(message::ratings_section(lang(), clause(scheme_.alpha_clause)));
  const std::size_t count = assessment_.ratings.size();
  if (count > most_ratings_shown) {
    rating_extremes();
    return;
  }
  // As many ratings side by side as the width allows.
  std::size_t first = 0;
  while (first < count) {
    std::size_t used = 2 + item_label_width + 2 + 8 + 2 + 8;
    std::size_t last = first;
    while (last < count) {
      std::size_t width =
          std::max(display_width(rating_label(last)), display_width(lines_.score(derivation_.service.ratings[last])));
      for (std::size_t i = 0; i < scheme_.service.items.size(); ++i) {
        width = std::max(width, display_width(alpha_text(last, i)));
      }
      if (last > first && used + width + 2 > report_width) {
        break;
      }
      used += width + 2;
      ++last;
    }
    rating_block(first, last);
    first = last;
  }
  line_if_any(lines_.why_no_sum(derivation_.service.items, derivation_.service.whole));
}

void report::rating_block(std::size_t first, std::size_t last) {
  text_table table;
  std::vector<std::string> header{std::string(message::item.in(lang())), std::string(message::points_due.in(lang()))};
  for (std::size_t r = first; r < last; ++r) {
    header.push_back(rating_label(r));
  }
  header.emplace_back(message::points.in(lang()));
  table.add(std::move(header));
  table.rule();
  for (std::size_t i = 0; i < scheme_.service.items.size(); ++i) {
    const item& item = scheme_.service.items[i];
    std::vector<std::string> row{item_label(item), item.points_due.shortest()};
    for (std::size_t r = first; r < last; ++r) {
      row.push_back(alpha_text(r, i));
    }
    row.push_back(assessment_.is_applicable(i) ? shown(derivation_.service.items[i].points)
                                               : std::string(message::not_applicable.in(lang())));
    table.add(std::move(row));
  }
  table.rule();
  std::vector<std::string> scores{std::string(message::rating_score.in(lang())), ""};
  for (std::size_t r = first; r < last; ++r) {
    scores.push_back(lines_.score(derivation_.service.ratings[r]));
  }
  scores.push_back(grading_.shown.to_string());
  table.add(std::move(scores));
  out_ += table.to_string();
}

void report::rating_extremes() {
  const std::size_t count = assessment_.ratings.size();
  line(message::many_ratings(lang(), count));
  text_table table;
  table.add({std::string(message::item.in(lang())), std::string(message::points_due.in(lang())),
             std::string(message::least.in(lang())), std::string(message::most.in(lang())),
             std::string(message::points.in(lang()))});
  table.rule();
  for (std::size_t i = 0; i < scheme_.service.items.size(); ++i) {
    alpha least = assessment_.alphas_of(0)[i];
    alpha most = least;
    for (std::size_t r = 1; r < count; ++r) {
      least = std::min(least, assessment_.alphas_of(r)[i]);
      most = std::max(most, assessment_.alphas_of(r)[i]);
    }
    table.add({item_label(scheme_.service.items[i]), scheme_.service.items[i].points_due.shortest(),
               fraction(least.value()).rounded(alpha_places_).to_string(),
               fraction(most.value()).rounded(alpha_places_).to_string(), shown(derivation_.service.items[i].points)});
  }
  table.rule();
  const auto [least, most] =
      std::minmax_element(derivation_.service.ratings.begin(), derivation_.service.ratings.end());
  table.add({std::string(message::rating_score.in(lang())), "", lines_.score(*least), lines_.score(*most),
             grading_.shown.to_string()});
  out_ += table.to_string();
  line_if_any(lines_.why_no_sum(derivation_.service.items, derivation_.service.whole));
}

void report::maturity() {
  if (!scheme_.maturity) {
    return;
  }
  const item_table& items = scheme_.maturity->table;
  heading(message::maturity_section(lang(), clause(items.clause)));
  text_table table({3});
  table.add({std::string(message::chapter.in(lang())), std::string(message::points_due.in(lang())),
             std::string(message::points.in(lang())), std::string(message::item_levels.in(lang()))});
  table.rule();
  for (std::size_t g = 0; g < items.groups.size(); ++g) {
    const item_group& group = items.groups[g];
    std::string levels;
    for (std::size_t i = group.first; i < group.first + group.count; ++i) {
      add_joined(levels, "  ", formatted("{} → {}", items.items[i].id, assessment_.levels[i].number()));
    }
    table.add({shorten(formatted("{} {}", group.id, in(lang(), group.name)), 32),
               derivation_.chapters[g].points_due.to_string(), derivation_.chapters[g].points.to_string(),
               shorten(levels, 44)});
  }
  table.rule();
  table.add({std::string(message::total.in(lang())), items.points_due().shortest(), grading_.total->to_string(),
             level_name(*grading_.level)});
  out_ += table.to_string();
  line(lines_.qms_audit());
}

void report::requirements() {
  const grade_table& grades = scheme_.grades;
  heading(message::requirements_section(lang(), clause(grades.clause)));
  const auto met = [&](bool holds) { return (holds ? message::yes : message::no).in(lang()); };
  text_table table({1, 2, 3});
  std::vector<std::string> header{std::string(message::grade.in(lang())),
                                  std::string(message::required_score.in(lang()))};
  if (lines_.asks_levels()) {
    header.emplace_back(message::required_level.in(lang()));
  }
  table.add(std::move(header));
  table.rule();
  for (const requirement& each : derivation_.requirements) {
    std::vector<std::string> row{grades.grades[each.grade].grade,
                                 formatted("≥ {}  {}", grades.grades[each.grade].from.shortest(), met(each.score_met))};
    if (each.level) {
      row.push_back(formatted("≥ {}  {}", level_name(*each.level), met(each.level_met)));
    }
    table.add(std::move(row));
  }
  out_ += table.to_string();
  if (lines_.level_decides_nothing()) {
    line(message::level_decides_nothing.in(lang()));
  }
  line(message::labelled(lang(), message::conformity_row.in(lang()), lines_.review()));
}

void report::next() {
  heading(message::next_section.in(lang()));
  for (const report_line& each : lines_.next()) {
    line(each.text, 2 + 2 * each.depth);
  }
}

void report::readings_and_assumptions() {
  heading(message::readings_section.in(lang()));
  for (const report_line& each : lines_.readings()) {
    line(each.text, 2 + 4 * each.depth);
  }
}

void report::section(std::string_view text, const std::vector<std::string>& lines) {
  if (!lines.empty()) {
    heading(text);
  }
  for (const std::string& each : lines) {
    line(each);
  }
}

}  // namespace

std::string text_report(const worked_out& all, text_style style) { return report(all, style).write(); }

std::string text_explanation(const worked_out& all, text_style style) {
  std::string out;
  for (const explained_part& part : explain(all)) {
    append_heading(out, heading_of(part.about, style.lang), style);
    for (const explained_step& step : part.steps) {
      const std::string text = words_of(step, style.lang);
      if (step.clause.empty()) {
        out += "  " + shorten(text, report_width - 2) + '\n';
      } else {
        append_line(out, "[" + clause_name(step.clause, style.lang) + "] " + text, 4);
      }
    }
  }
  return out;
}

}  // namespace tbsc94
