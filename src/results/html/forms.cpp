#include "results/html/report_parts.hpp"

#include <algorithm>

#include <span>

#include "results/html/messages.hpp"
#include "results/report_messages.hpp"
#include "results/report_style.hpp"
#include "results/scheme_words.hpp"
#include "text/format.hpp"

namespace tbsc94::html {

namespace {

constexpr std::size_t block_of_ratings = 8;  // beside each other in a table of their own
constexpr unsigned mean_alpha_places = 4;    // a percentage with two decimals

// The remark on an item, in the edition's words; empty where there is none.
std::string remark_on(const report_context& report, std::size_t item, const std::vector<item_note>& remarks) {
  const auto found = std::ranges::find(remarks, item, &item_note::first);
  return found == remarks.end() ? "" : report.without_names(harmless(found->second));
}

// The α of one rating in a cell.
node alpha_of(const report_context& report, std::size_t rating, std::size_t item) {
  const bool applicable = report.assessment.is_applicable(item);
  const decimal value = report.assessment.alphas_of(rating)[item].value();
  return members()
      .text("label", report.rating_label(rating))
      .text("value", applicable ? report.alpha_text(value) : "–")
      .text_if(applicable, "pointer",
               formatted("/service/ratings/{}/alpha/{}", rating, report.scheme.service.items[item].id))
      .done();
}

// A few ratings' α each; of more the least and the most.
node alphas_in_form(const report_context& report, std::size_t item) {
  list alphas;
  if (report.all_in_form()) {
    for (std::size_t r = 0; r < report.rating_count(); ++r) {
      alphas << alpha_of(report, r, item);
    }
    return alphas;
  }
  const auto found = std::ranges::find(report.agreement->items, item, &item_agreement::item);
  const bool applicable = found != report.agreement->items.end();
  const auto index = found - report.agreement->items.begin();
  for (const bool most : {false, true}) {
    const alpha value = !applicable ? alpha() : most ? found->most : found->least;
    alphas << members()
                  .text("label", (most ? message::most : message::least).in(report.lang))
                  .text("value", applicable ? report.alpha_text(value.value()) : "–")
                  .text_if(applicable, "pointer", formatted("/agreement/items/{}/{}", index, most ? "most" : "least"))
                  .done();
  }
  return alphas;
}

node scores_in_form(const report_context& report) {
  const std::vector<fraction>& scores = report.derivation.service.ratings;
  std::vector<std::size_t> columns;
  if (report.all_in_form()) {
    for (std::size_t r = 0; r < scores.size(); ++r) {
      columns.push_back(r);
    }
  } else {
    const auto [least, most] = std::ranges::minmax_element(scores);
    columns = {static_cast<std::size_t>(least - scores.begin()), static_cast<std::size_t>(most - scores.begin())};
  }
  return list_of(columns, [&](std::size_t rating) {
    const std::string mark = report.mark_of(scores[rating]);
    return members()
        .text("label", report.rating_label(rating))
        .text("value", report.lines.score(scores[rating]))
        .text_if(mark.empty(), "pointer", formatted("/service/ratings/{}/score", rating))
        .done();
  });
}

node service_item(const report_context& report, std::size_t item) {
  const tbsc94::item& of = report.scheme.service.items[item];
  const score_line& line = report.derivation.service.items[item];
  members row = report.service_label(item);
  row.text("criterion", in(report.lang, of.criterion))
      .text("due", line.points_due.to_string())
      .add("alphas", report.is_for_client() ? list() : alphas_in_form(report, item))
      .flag("applicable", line.applicable)
      .text("points", line.applicable ? report_lines::shown(line.points) : message::not_applicable.in(report.lang))
      .text_if(!remark_on(report, item, report.assessment.service_remarks).empty(), "remark",
               remark_on(report, item, report.assessment.service_remarks));
  if (line.applicable) {
    const fraction mean = line.percentage / fraction(100, 1);
    const auto band =
        std::ranges::find_if(report.scheme.likert, [&](const likert_band& each) { return mean <= fraction(each.to); });
    row.text("mean_alpha", mean.rounded(mean_alpha_places).to_string())
        .text("band", interval_of(report.scheme, static_cast<std::size_t>(band - report.scheme.likert.begin())));
  }
  return row.done();
}

// The α of more ratings than the form has room for, some beside each other.
node alpha_blocks(const report_context& report) {
  list blocks;
  for (std::size_t first = 0; first < report.rating_count(); first += block_of_ratings) {
    const std::size_t last = std::min(first + block_of_ratings, report.rating_count());
    list columns;
    for (std::size_t r = first; r < last; ++r) {
      columns << node(report.rating_label(r));
    }
    list rows;
    for (std::size_t i = 0; i < report.scheme.service.items.size(); ++i) {
      list alphas;
      for (std::size_t r = first; r < last; ++r) {
        alphas << alpha_of(report, r, i);
      }
      rows << report.service_label(i).add("alphas", std::move(alphas)).done();
    }
    blocks << members()
                  .text("caption", html_message::alpha_block(report.lang, first + 1, last))
                  .add("columns", std::move(columns))
                  .add("rows", std::move(rows))
                  .done();
  }
  return blocks;
}

node management_item(const report_context& report, std::size_t item) {
  const tbsc94::item& of = report.scheme.maturity->table.items[item];
  list cells;
  for (unsigned number = maturity_level::lowest; number <= maturity_level::highest; ++number) {
    const maturity_level level = *maturity_level::from(number);
    cells << members()
                 .number("number", number)
                 .text("name", report.level_name(level))
                 .text("value", maturity_points(of.points_due, level).to_string())
                 .flag("held", level == report.assessment.levels[item])
                 .done();
  }
  const std::string remark = remark_on(report, item, report.assessment.management_remarks);
  return members()
      .number("i", item)
      .text("id", of.id)
      .text("name", in(report.lang, of.name))
      .text("criterion", in(report.lang, of.criterion))
      .text_if(!remark.empty(), "remark", remark)
      .text("due", of.points_due.shortest())
      .add("cells", std::move(cells))
      .done();
}

}  // namespace

void add_service_form(members& page, const report_context& report) {
  const service_breakdown& service = report.derivation.service;
  std::vector<std::string> why_no_sum{report.lines.why_no_sum(service.items, service.whole),
                                      report.lines.why_no_sum(service.characteristics, service.whole)};
  list characteristics;
  for (std::size_t g = 0; g < report.scheme.service.groups.size(); ++g) {
    const item_group& group = report.scheme.service.groups[g];
    const score_line& line = service.characteristics[g];
    list items;
    for (std::size_t i = group.first; i < group.first + group.count; ++i) {
      items << service_item(report, i);
    }
    characteristics << members()
                           .number("i", g)
                           .text("group_id", group.id)
                           .text("group_name", in(report.lang, group.name))
                           .text("due", line.points_due.to_string())
                           .text("points", line.applicable ? report_lines::shown(line.points)
                                                           : message::not_applicable.in(report.lang))
                           .flag("applicable", line.applicable)
                           .add("items", std::move(items))
                           .done();
    why_no_sum.push_back(report.lines.why_no_sum(std::span(service.items).subspan(group.first, group.count), line));
    if (!why_no_sum.back().empty()) {
      why_no_sum.back() = message::labelled(report.lang, in(report.lang, group.name), why_no_sum.back());
    }
  }
  std::erase(why_no_sum, "");
  std::vector<std::string> columns;
  for (std::size_t r = 0; !report.is_for_client() && report.all_in_form() && r < report.rating_count(); ++r) {
    columns.push_back(report.rating_label(r));
  }
  if (!report.is_for_client() && !report.all_in_form()) {
    columns = {std::string(message::least.in(report.lang)), std::string(message::most.in(report.lang))};
  }
  page.add("alpha_columns", texts(columns))
      .add("characteristics", std::move(characteristics))
      .text("points_due", report.derivation.service.whole.points_due.to_string())
      .text("points", report_lines::shown(report.derivation.service.whole.points))
      .text("points_mark",
            report.derivation.service.whole.points == report.grading.score ? report.mark_of(report.grading.score) : "")
      .add("why_no_sum", texts(why_no_sum))
      .add("scores", report.is_for_client() ? list() : scores_in_form(report))
      .text_if(report.are_many() && !report.is_for_client(), "ratings_summed_up",
               message::many_ratings(report.lang, report.rating_count()))
      .add("alpha_blocks",
           report.is_for_client() || report.all_in_form() || report.are_many() ? list() : alpha_blocks(report));
}

void add_maturity_form(members& page, const report_context& report) {
  if (!report.scheme.maturity) {
    page.flag("maturity", false);
    return;
  }
  const item_table& table = report.scheme.maturity->table;
  list chapters;
  for (std::size_t g = 0; g < table.groups.size(); ++g) {
    const item_group& chapter = table.groups[g];
    list items;
    for (std::size_t i = chapter.first; i < chapter.first + chapter.count; ++i) {
      items << management_item(report, i);
    }
    chapters << members()
                    .number("i", g)
                    .text("group_id", chapter.id)
                    .text("group_name", in(report.lang, chapter.name))
                    .text("due", report.derivation.chapters[g].points_due.to_string())
                    .text("points", report.derivation.chapters[g].points.to_string())
                    .add("items", std::move(items))
                    .done();
  }
  list levels;
  for (std::size_t i = 0; i < report.scheme.maturity->levels.size(); ++i) {
    const level_description& each = report.scheme.maturity->levels[i];
    levels << members()
                  .number("number", i + 1)
                  .text("name", in(report.lang, each.name))
                  .text("description", in(report.lang, each.description))
                  .done();
  }
  page.add("maturity", members()
                           .add("chapters", std::move(chapters))
                           .add("levels", std::move(levels))
                           .number("level_count", report.scheme.maturity->levels.size())
                           .text("due", table.points_due().shortest())
                           .done());
}

}  // namespace tbsc94::html
