#include "results/html/report.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <functional>
#include <vector>

#include "results/explanation.hpp"
#include "results/explanation_messages.hpp"
#include "results/html/figures.hpp"
#include "results/html/messages.hpp"
#include "results/html/page.hpp"
#include "results/report_lines.hpp"
#include "results/report_messages.hpp"
#include "results/report_style.hpp"
#include "text/digest.hpp"
#include "text/embedded.hpp"
#include "text/version.hpp"

namespace tbsc94 {

namespace {

using html::list;
using html::list_of;
using html::members;
using html::node;

constexpr std::size_t most_ratings_in_form = 4;  // beside each other in the form of Appendix 1
constexpr std::size_t block_of_ratings = 8;      // beside each other in a table of their own
constexpr unsigned mean_alpha_places = 4;        // a percentage with two decimals
constexpr std::size_t label_width = 12;          // of an assessor's name above a column
constexpr std::ptrdiff_t long_block = 12;        // more steps stand in two columns where there is room

std::string shown(const fraction& value) { return report_lines::shown(value); }

class html_writer {
 public:
  html_writer(const worked_out& all, std::string_view bytes, language lang, audience reader)
      : lang_(lang),
        reader_(reader),
        all_(all),
        outcome_(all.outcome),
        scheme_(outcome_.scheme_used()),
        assessment_(outcome_.record.assessment),
        grading_(*outcome_.grading),
        readings_(all.readings),
        digest_(sha256(bytes)),
        lines_(all, lang, harmless),
        derivation_(all.derivation),
        agreement_(all.agreement),
        explained_(reader == audience::client ? std::vector<explained_part>() : explain(all, lang)) {
    for (const alpha each : assessment_.alphas) {
      alpha_places_ = std::max(alpha_places_, each.value().places());
    }
  }

  node page() {
    labels();
    head();
    verdict();
    scales();
    requirements();
    figures();
    service_form();
    maturity_form();
    readings_and_assumptions();
    page_.flag("committee", !is_for_client()).flag("client", is_for_client());
    if (!is_for_client()) {
      outlook();
      agreement();
      derivation();
    }
    remarks();
    provenance();
    contents();
    return page_.done();
  }

 private:
  void labels();
  void head();
  void verdict();
  void scales();
  void requirements();
  void figures();
  void service_form();
  void maturity_form();
  void readings_and_assumptions();
  void outlook();
  void agreement();
  void remarks();
  void provenance();
  void signatures();
  void derivation();
  void contents();

  [[nodiscard]] node notes() const;
  [[nodiscard]] std::string foot() const;
  [[nodiscard]] node service_item(std::size_t item) const;
  [[nodiscard]] std::string remark_on(std::size_t item, const std::vector<item_note>& remarks) const;
  [[nodiscard]] node alphas_in_form(std::size_t item) const;
  [[nodiscard]] node scores_in_form() const;
  [[nodiscard]] node alpha_of(std::size_t rating, std::size_t item) const;
  [[nodiscard]] node alpha_blocks() const;
  [[nodiscard]] node management_item(std::size_t item) const;
  [[nodiscard]] node reading_row(reading which) const;
  [[nodiscard]] static std::size_t other_values_before(reading which);
  [[nodiscard]] node other_row(reading which, const other_value& other, std::string_view pointer) const;
  [[nodiscard]] node assumptions() const;
  [[nodiscard]] bool are_readings_quiet() const;
  [[nodiscard]] node rated(std::size_t rating) const;
  [[nodiscard]] node spread_row(std::size_t index) const;
  [[nodiscard]] std::vector<std::string> agreement_notes() const;

  [[nodiscard]] std::string clause(std::string_view clause) const { return clause_text(clause, lang_); }
  [[nodiscard]] std::string level_name(maturity_level level) const { return lines_.level_name(level); }
  [[nodiscard]] std::string mark_of(const fraction& score) const {
    const char mark = show(scheme_.grades, score).mark;
    return mark == 0 ? "" : fmt::format("({})", mark);
  }
  [[nodiscard]] std::string alpha_text(const decimal& value) const {
    return fraction(value).rounded(alpha_places_).to_string();
  }
  [[nodiscard]] std::string_view grade_text(grade_index grade) const {
    return grade ? grade_name(scheme_, grade) : message::grade_none.in(lang_);
  }
  [[nodiscard]] std::string rating_label(std::size_t rating) const {
    const std::string& assessor = assessment_.ratings[rating].assessor;
    return assessor.empty() ? message::rating_number(lang_, rating + 1) : shorten(harmless(assessor), label_width);
  }
  [[nodiscard]] const item_group& group_of(std::size_t item) const {
    const auto behind = std::ranges::upper_bound(scheme_.service.groups, item, {}, &item_group::first);
    return *(behind - 1);
  }
  // An item with its characteristic: "personnel" alone is the name of six.
  [[nodiscard]] members service_label(std::size_t item) const {
    const tbsc94::item& of = scheme_.service.items[item];
    return members()
        .text("id", of.id)
        .text("name", in(lang_, of.name))
        .text("group", in(lang_, group_of(item).name))
        .number("i", item);
  }
  [[nodiscard]] bool is_for_client() const { return reader_ == audience::client; }
  // A text that somebody wrote, in which no assessor is named where the client reads it.
  [[nodiscard]] std::string without_names(std::string text) const;
  [[nodiscard]] std::size_t rating_count() const { return assessment_.ratings.size(); }
  [[nodiscard]] bool all_in_form() const { return rating_count() <= most_ratings_in_form; }
  [[nodiscard]] bool are_many() const { return rating_count() > most_ratings_shown; }
  [[nodiscard]] std::string list_text(const std::vector<std::string>& entries) const {
    return entries.empty() ? std::string(message::none_such.in(lang_)) : fmt::format("{}", fmt::join(entries, ", "));
  }
  [[nodiscard]] static node texts(const std::vector<std::string>& entries) {
    return list_of(entries, [](const std::string& each) { return node(harmless(each)); });
  }
  [[nodiscard]] static node steps_of(const std::vector<explained_step>& steps) {
    return list_of(steps, [](const explained_step& each) {
      return members().text("clause", each.clause).text("text", each.text).done();
    });
  }

  language lang_;
  audience reader_;
  const worked_out& all_;
  const outcome& outcome_;
  const scheme& scheme_;
  const assessment& assessment_;
  const grading& grading_;
  const readings_in_use& readings_;
  std::string digest_;  // of the record
  report_lines lines_;
  const tbsc94::derivation& derivation_;
  const std::optional<tbsc94::agreement>& agreement_;
  std::vector<explained_part> explained_;
  bool any_remarks_ = false;
  unsigned alpha_places_ = 2;  // every α is written with as many as the finest has
  members page_;
};

struct label {
  html::member_name name;
  const phrase<>& text;
};

const std::array page_labels{
    label{"report", html_message::html_report},
    label{"verdict", html_message::verdict},
    label{"none", message::grade_none},
    label{"score", html_message::score},
    label{"exactly", html_message::exactly},
    label{"compared", html_message::compared},
    label{"total", html_message::management_total},
    label{"level", html_message::management_level},
    label{"conformity", message::conformity_row},
    label{"colon", html_message::colon},
    label{"not_a_decision", message::not_a_decision},
    label{"grade", message::grade},
    label{"required_score", message::required_score},
    label{"glance", html_message::glance},
    label{"bars", html_message::bars},
    label{"heat", html_message::heat},
    label{"not_applicable", message::not_applicable},
    label{"item", message::item},
    label{"criterion", html_message::criterion},
    label{"points_due", message::points_due},
    label{"points", message::points},
    label{"sum", html_message::sum},
    label{"client_note", html_message::client_note},
    label{"contents", html_message::contents},
    label{"unfold", html_message::unfold},
    label{"mean_alpha", html_message::mean_alpha},
    label{"mean", html_message::mean},
    label{"remark", html_message::remark},
    label{"evidence", html_message::evidence},
    label{"management_item", html_message::management_item},
    label{"held", html_message::held},
    label{"readings", html_message::readings_heading},
    label{"reading", html_message::reading_name},
    label{"in_use", html_message::reading_in_use},
    label{"other", html_message::reading_other},
    label{"gives", html_message::gives},
    label{"changes", html_message::changes},
    label{"assumptions", html_message::assumptions},
    label{"nothing_assumed", html_message::nothing_assumed},
    label{"outlook", message::explain_outlook},
    label{"losses", html_message::losses},
    label{"agreement", message::explain_agreement},
    label{"ratings", html_message::ratings},
    label{"assessor", html_message::assessor},
    label{"occasion", html_message::occasion},
    label{"weight", html_message::weight},
    label{"rating_score", message::rating_score},
    label{"without", html_message::without},
    label{"spreads", html_message::spreads},
    label{"least", message::least},
    label{"most", message::most},
    label{"spread", html_message::spread},
    label{"far_apart", html_message::far_apart},
    label{"remarks", message::remarks_section},
    label{"provenance", html_message::provenance},
    label{"program", html_message::program},
    label{"scheme", html_message::scheme},
    label{"input", html_message::input},
    label{"signatures", html_message::signatures},
    label{"signature", html_message::signature},
    label{"signed_on", html_message::signed_on},
    label{"derivation", html_message::derivation},
    label{"derivation_note", html_message::derivation_note},
};

void html_writer::labels() {
  members labels;
  for (const label& each : page_labels) {
    labels.text(each.name, each.text.in(lang_));
  }
  labels.text("requirements", message::requirements_section(lang_, clause(scheme_.grades.clause)))
      .text("service_form", html_message::service_form(lang_, clause(scheme_.service.clause)));
  if (scheme_.maturity) {
    labels.text("required_level", message::required_level.in(lang_))
        .text("maturity_form", html_message::maturity_form(lang_, clause(scheme_.maturity->table.clause)));
  }
  page_.add("t", labels.done()).text("lang", lang_ == language::zh ? "zh-CN" : "en");
}

void html_writer::head() {
  std::string title(html_message::html_report.in(lang_));
  list who;
  const auto add = [&](std::string_view label, const std::optional<std::string>& value) {
    const bool is_there = value && !value->empty();
    who << members()
               .text("label", label)
               .text("value", is_there ? std::string_view(*value) : html_message::not_filled_in.in(lang_))
               .flag("missing", !is_there)
               .done();
  };
  if (assessment_.id) {
    title += " · " + *assessment_.id;
  }
  add(html_message::id.in(lang_), assessment_.id);
  add(html_message::date.in(lang_), assessment_.date);
  add(html_message::rating_count.in(lang_), std::to_string(rating_count()));
  for (const auto& [label, text] : assessment_.details) {
    add(label, text);
  }
  if (assessment_.organization) {
    title += " · " + *assessment_.organization;
  }
  page_.text("title", title)
      .text("organization", assessment_.organization ? std::string_view(*assessment_.organization)
                                                     : html_message::no_organization.in(lang_))
      .text("edition_for", (is_for_client() ? html_message::for_client : html_message::for_committee).in(lang_))
      .add("foot", node(foot()))
      .add("who", std::move(who));
}

void html_writer::verdict() {
  const std::vector<std::string> premises = lines_.premises();
  page_.text_if(grading_.grade.has_value(), "grade", grade_name(scheme_, grading_.grade))
      .text("score", grading_.shown.value.to_string())
      .text_if(grading_.shown.mark != 0, "mark", {&grading_.shown.mark, 1})
      .text_if(grading_.score.to_string() != grading_.shown.value.to_string(), "score_exact",
               grading_.score.to_string())
      .text_if(grading_.compared.has_value(), "compared", grading_.compared ? grading_.compared->to_string() : "")
      .text_if(grading_.total.has_value(), "total", grading_.total ? grading_.total->to_string() : "")
      .text("conformity", lines_.review())
      .flag("assumed", grading_.conformity_assumed)
      .flag("any_premises", !premises.empty())
      .add("premises", texts(premises))
      .add("notes", notes());
  if (grading_.level) {
    page_.text("level_name", level_name(*grading_.level)).number("level", grading_.level->number());
  }
}

// What must be known with the verdict.
node html_writer::notes() const {
  list notes;
  const auto add = [&](std::string_view text, bool bad = false) {
    notes << members().text("text", text).flag("bad", bad).done();
  };
  if (const std::string why = lines_.why_none(); !why.empty()) {
    add(why, true);
  }
  if (grading_.shown.mark != 0) {
    add((grading_.shown.mark == '-' ? message::mark_below : message::mark_above).in(lang_));
  }
  add(lines_.depends_on(), !grading_.depends_on.empty());
  for (const std::string& each : lines_.conformity_remarks()) {
    add(each);
  }
  for (const std::string& each : lines_.remarks_at_verdict(!is_for_client())) {
    add(each);
  }
  return notes;
}

std::string html_writer::without_names(std::string text) const {
  for (std::size_t r = 0; is_for_client() && r < rating_count(); ++r) {
    const std::string name = harmless(assessment_.ratings[r].assessor);
    const std::string number = message::rating_number(lang_, r + 1);
    for (std::size_t at = text.find(name); !name.empty() && at != std::string::npos;
         at = text.find(name, at + number.size())) {
      text.replace(at, name.size(), number);
    }
  }
  return text;
}

// What stands at the foot of each printed page, as a string of CSS in which nothing but letters stands for itself.
std::string html_writer::foot() const {
  const std::string text = fmt::format("{} · {} · SHA-256 {}", assessment_.id.value_or("–"),
                                       assessment_.organization.value_or("–"), digest_.substr(0, 16));
  std::string css;
  for (const char c : harmless(text)) {
    const auto byte = static_cast<unsigned char>(c);
    const bool is_plain = byte >= 0x80 || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    css += is_plain ? std::string(1, c) : fmt::format("\\{:x} ", byte);
  }
  return css;
}

void html_writer::scales() {
  list scales;
  scales << html::score_scale(scheme_, grading_, lang_);
  if (scheme_.maturity) {
    scales << html::total_scale(*scheme_.maturity, *grading_.total, lang_);
  }
  page_.add("scales", std::move(scales));
}

void html_writer::requirements() {
  const auto met = [&](bool holds) { return (holds ? message::yes : message::no).in(lang_); };
  const auto class_of = [](bool holds) { return holds ? "good" : "bad"; };
  list rows;
  for (std::size_t i = 0; i < derivation_.requirements.size(); ++i) {
    const requirement& each = derivation_.requirements[i];
    rows << members()
                .number("i", i)
                .text("grade", scheme_.grades.grades[each.grade].grade)
                .text("score_from", scheme_.grades.grades[each.grade].from.shortest())
                .text("score_met", met(each.score_met))
                .text("score_class", class_of(each.score_met))
                .text_if(each.level.has_value(), "level_from", each.level ? level_name(*each.level) : "")
                .text("level_met", met(each.level_met))
                .text("level_class", class_of(each.level_met))
                .done();
  }
  page_.add("requirements", std::move(rows))
      .text_if(lines_.level_decides_nothing(), "level_decides_nothing", message::level_decides_nothing.in(lang_))
      .text_if(scheme_.maturity || assessment_.qms_audit, "qms_audit", lines_.qms_audit());
}

void html_writer::figures() {
  page_.add("bars", html::characteristic_bars(scheme_, derivation_.service, lang_));
  if (scheme_.maturity) {
    page_.add("heat", html::level_chips(*scheme_.maturity, assessment_, lang_));
  } else {
    page_.flag("heat", false);
  }
}

// The α of one rating in a cell.
node html_writer::alpha_of(std::size_t rating, std::size_t item) const {
  const bool applicable = assessment_.is_applicable(item);
  const decimal value = assessment_.alphas_of(rating)[item].value();
  return members()
      .text("label", rating_label(rating))
      .text("value", applicable ? alpha_text(value) : "–")
      .text_if(applicable, "pointer",
               fmt::format("/service/ratings/{}/alpha/{}", rating, scheme_.service.items[item].id))
      .done();
}

// A few ratings' α each; of more the least and the most.
node html_writer::alphas_in_form(std::size_t item) const {
  list alphas;
  if (all_in_form()) {
    for (std::size_t r = 0; r < rating_count(); ++r) {
      alphas << alpha_of(r, item);
    }
    return alphas;
  }
  const auto found = std::ranges::find(agreement_->items, item, &item_agreement::item);
  const bool applicable = found != agreement_->items.end();
  const auto index = found - agreement_->items.begin();
  for (const bool most : {false, true}) {
    const alpha value = !applicable ? alpha() : most ? found->most : found->least;
    alphas << members()
                  .text("label", (most ? message::most : message::least).in(lang_))
                  .text("value", applicable ? alpha_text(value.value()) : "–")
                  .text_if(applicable, "pointer", fmt::format("/agreement/items/{}/{}", index, most ? "most" : "least"))
                  .done();
  }
  return alphas;
}

node html_writer::scores_in_form() const {
  const std::vector<fraction>& scores = derivation_.service.ratings;
  std::vector<std::size_t> columns;
  if (all_in_form()) {
    for (std::size_t r = 0; r < scores.size(); ++r) {
      columns.push_back(r);
    }
  } else {
    const auto [least, most] = std::ranges::minmax_element(scores);
    columns = {static_cast<std::size_t>(least - scores.begin()), static_cast<std::size_t>(most - scores.begin())};
  }
  return list_of(columns, [&](std::size_t rating) {
    const std::string mark = mark_of(scores[rating]);
    return members()
        .text("label", rating_label(rating))
        .text("value", lines_.score(scores[rating]))
        .text_if(mark.empty(), "pointer", fmt::format("/service/ratings/{}/score", rating))
        .done();
  });
}

node html_writer::service_item(std::size_t item) const {
  const tbsc94::item& of = scheme_.service.items[item];
  const score_line& line = derivation_.service.items[item];
  members row = service_label(item);
  row.text("criterion", in(lang_, of.criterion))
      .text("due", line.points_due.to_string())
      .add("alphas", is_for_client() ? list() : alphas_in_form(item))
      .flag("applicable", line.applicable)
      .text("points", line.applicable ? shown(line.points) : message::not_applicable.in(lang_))
      .text_if(!remark_on(item, assessment_.service_remarks).empty(), "remark",
               remark_on(item, assessment_.service_remarks));
  if (line.applicable) {
    const fraction mean = line.percentage / fraction(100, 1);
    const auto band =
        std::ranges::find_if(scheme_.likert, [&](const likert_band& each) { return mean <= fraction(each.to); });
    row.text("mean_alpha", mean.rounded(mean_alpha_places).to_string())
        .text("band", interval_of(scheme_, static_cast<std::size_t>(band - scheme_.likert.begin())));
  }
  return row.done();
}

// The remark on an item, in the edition's words; empty where there is none.
std::string html_writer::remark_on(std::size_t item, const std::vector<item_note>& remarks) const {
  const auto found = std::ranges::find(remarks, item, &item_note::first);
  return found == remarks.end() ? "" : without_names(harmless(found->second));
}

void html_writer::service_form() {
  const service_breakdown& service = derivation_.service;
  std::vector<std::string> why_no_sum{lines_.why_no_sum(service.items, service.whole),
                                      lines_.why_no_sum(service.characteristics, service.whole)};
  list characteristics;
  for (std::size_t g = 0; g < scheme_.service.groups.size(); ++g) {
    const item_group& group = scheme_.service.groups[g];
    const score_line& line = service.characteristics[g];
    list items;
    for (std::size_t i = group.first; i < group.first + group.count; ++i) {
      items << service_item(i);
    }
    characteristics << members()
                           .number("i", g)
                           .text("group_id", group.id)
                           .text("group_name", in(lang_, group.name))
                           .text("due", line.points_due.to_string())
                           .text("points", line.applicable ? shown(line.points) : message::not_applicable.in(lang_))
                           .flag("applicable", line.applicable)
                           .add("items", std::move(items))
                           .done();
    why_no_sum.push_back(lines_.why_no_sum(std::span(service.items).subspan(group.first, group.count), line));
    if (!why_no_sum.back().empty()) {
      why_no_sum.back() = message::labelled(lang_, in(lang_, group.name), why_no_sum.back());
    }
  }
  std::erase(why_no_sum, "");
  std::vector<std::string> columns;
  for (std::size_t r = 0; !is_for_client() && all_in_form() && r < rating_count(); ++r) {
    columns.push_back(rating_label(r));
  }
  if (!is_for_client() && !all_in_form()) {
    columns = {std::string(message::least.in(lang_)), std::string(message::most.in(lang_))};
  }
  page_.add("alpha_columns", texts(columns))
      .add("characteristics", std::move(characteristics))
      .text("points_due", derivation_.service.whole.points_due.to_string())
      .text("points", shown(derivation_.service.whole.points))
      .text("points_mark", derivation_.service.whole.points == grading_.score ? mark_of(grading_.score) : "")
      .add("why_no_sum", texts(why_no_sum))
      .add("scores", is_for_client() ? list() : scores_in_form())
      .text_if(are_many() && !is_for_client(), "ratings_summed_up", message::many_ratings(lang_, rating_count()))
      .add("alpha_blocks", is_for_client() || all_in_form() || are_many() ? list() : alpha_blocks());
}

// The α of more ratings than the form has room for, some beside each other.
node html_writer::alpha_blocks() const {
  list blocks;
  for (std::size_t first = 0; first < rating_count(); first += block_of_ratings) {
    const std::size_t last = std::min(first + block_of_ratings, rating_count());
    list columns;
    for (std::size_t r = first; r < last; ++r) {
      columns << node(rating_label(r));
    }
    list rows;
    for (std::size_t i = 0; i < scheme_.service.items.size(); ++i) {
      list alphas;
      for (std::size_t r = first; r < last; ++r) {
        alphas << alpha_of(r, i);
      }
      rows << service_label(i).add("alphas", std::move(alphas)).done();
    }
    blocks << members()
                  .text("caption", html_message::alpha_block(lang_, first + 1, last))
                  .add("columns", std::move(columns))
                  .add("rows", std::move(rows))
                  .done();
  }
  return blocks;
}

node html_writer::management_item(std::size_t item) const {
  const tbsc94::item& of = scheme_.maturity->table.items[item];
  list cells;
  for (unsigned number = maturity_level::lowest; number <= maturity_level::highest; ++number) {
    const maturity_level level = *maturity_level::from(number);
    cells << members()
                 .number("number", number)
                 .text("name", level_name(level))
                 .text("value", maturity_points(of.points_due, level).to_string())
                 .flag("held", level == assessment_.levels[item])
                 .done();
  }
  const std::string remark = remark_on(item, assessment_.management_remarks);
  return members()
      .number("i", item)
      .text("id", of.id)
      .text("name", in(lang_, of.name))
      .text("criterion", in(lang_, of.criterion))
      .text_if(!remark.empty(), "remark", remark)
      .text("due", of.points_due.shortest())
      .add("cells", std::move(cells))
      .done();
}

void html_writer::maturity_form() {
  if (!scheme_.maturity) {
    page_.flag("maturity", false);
    return;
  }
  const item_table& table = scheme_.maturity->table;
  list chapters;
  for (std::size_t g = 0; g < table.groups.size(); ++g) {
    const item_group& chapter = table.groups[g];
    list items;
    for (std::size_t i = chapter.first; i < chapter.first + chapter.count; ++i) {
      items << management_item(i);
    }
    chapters << members()
                    .number("i", g)
                    .text("group_id", chapter.id)
                    .text("group_name", in(lang_, chapter.name))
                    .text("due", derivation_.chapters[g].points_due.to_string())
                    .text("points", derivation_.chapters[g].points.to_string())
                    .add("items", std::move(items))
                    .done();
  }
  list levels;
  for (std::size_t i = 0; i < scheme_.maturity->levels.size(); ++i) {
    const level_description& each = scheme_.maturity->levels[i];
    levels << members()
                  .number("number", i + 1)
                  .text("name", in(lang_, each.name))
                  .text("description", in(lang_, each.description))
                  .done();
  }
  page_.add("maturity", members()
                            .add("chapters", std::move(chapters))
                            .add("levels", std::move(levels))
                            .number("level_count", scheme_.maturity->levels.size())
                            .text("due", table.points_due().shortest())
                            .done());
}

node html_writer::reading_row(reading which) const {
  list others;
  std::size_t others_count = 0;
  for (const other_value& each : all_.others_of(which)) {
    others << other_row(which, each,
                        fmt::format("/verdict/other_values/{}", other_values_before(which) + others_count++));
  }
  const std::string why = lines_.why_without_effect(which);
  return members()
      .number("i", static_cast<std::size_t>(which))
      .text("title", message::reading_titles[static_cast<std::size_t>(which)].in(lang_))
      .text("name", names_of(which).name)
      .text("clause", clause(clause_of(scheme_, which)))
      .text("value", readings_.values.value(which))
      .text("how", lines_.how_set(which))
      .text("meaning", message::meaning_of(which, readings_.values.index_of(which)).in(lang_))
      .text_if(!why.empty(), "without_effect", why)
      .add("others", std::move(others))
      .done();
}

// How many other values a result in JSON lists before those of `which`.
std::size_t html_writer::other_values_before(reading which) {
  std::size_t count = 0;
  for (const reading each : all_readings) {
    count += each < which && each != reading::not_applicable ? names_of(each).values().size() - 1 : 0;
  }
  return count;
}

node html_writer::other_row(reading which, const other_value& other, std::string_view pointer) const {
  const auto& result = other.result;
  return members()
      .text("other", other.value)
      .text("other_meaning", message::meaning_of(which, other.index).in(lang_))
      .text_if(which != reading::not_applicable, "pointer", pointer)
      .text_if(!result, "refused", message::other_refuses.in(lang_))
      .text("other_grade", result ? grade_text(result->grade) : "")
      .text_if(result && result->score != grading_.score, "other_score", result ? result->score.to_string() : "")
      .flag("changes", result && result->grade != grading_.grade)
      .done();
}

node html_writer::assumptions() const {
  std::vector<std::string> assumed;
  if (grading_.conformity_assumed) {
    assumed.emplace_back(message::conformity_assumed.in(lang_));
  }
  if (grading_.edition_assumed) {
    assumed.push_back(message::edition_assumed(lang_, scheme_.edition));
  }
  return texts(assumed);
}

void html_writer::readings_and_assumptions() {
  page_.add("readings", list_of(all_readings, [&](reading each) { return reading_row(each); }))
      .add("assumptions", assumptions())
      .flag("fold_readings", are_readings_quiet());
}

// Whether no reading stands out: all are the default or settled, and none alone would give another grade.
bool html_writer::are_readings_quiet() const {
  return std::ranges::none_of(all_readings, [&](reading each) { return grading_.depends_on.has(each); }) &&
         lines_.premises().empty();
}

void html_writer::outlook() {
  const auto part = std::ranges::find(explained_, part_about::outlook, &explained_part::about);
  std::vector<item_loss> lost = all_.outlook.losses;
  std::erase_if(lost, [](const item_loss& each) { return each.points == fraction(); });
  page_.add("outlook", steps_of(part->steps))
      .flag("any_losses", !lost.empty())
      .add("losses", list_of(lost, [&](const item_loss& each) {
             return service_label(each.item).text("lost", shown(each.points)).done();
           }));
}

node html_writer::rated(std::size_t rating) const {
  const tbsc94::rating& of = assessment_.ratings[rating];
  const rating_weights weights(assessment_, readings_.values.mean_over());
  const fraction& score = derivation_.service.ratings[rating];
  members row;
  row.number("i", rating)
      .number("number", rating + 1)
      .text("assessor", of.assessor.empty() ? message::rating_number(lang_, rating + 1) : of.assessor)
      .text("occasion", of.occasion)
      .text("weight", fraction(weights.of(rating), weights.sum()).to_string())
      .text("rating_score", shown(score))
      .text("rating_mark", mark_of(score));
  if (agreement_) {
    const left_out& without = agreement_->without[rating];
    row.text("without", shown(without.score))
        .text("without_mark", mark_of(without.score))
        .text("without_grade", grade_text(without.grade))
        .flag("changes_grade", without.changes_grade);
  }
  return row.done();
}

node html_writer::spread_row(std::size_t index) const {
  const item_agreement& each = agreement_->items[index];
  list in_band;
  for (std::size_t b = 0; b < each.in_band.size(); ++b) {
    in_band << members()
                   .number("b", b)
                   .text("band", interval_of(scheme_, b))
                   .number("count", each.in_band[b])
                   .flag("any", each.in_band[b] > 0)
                   .done();
  }
  return service_label(each.item)
      .number("k", index)
      .text("least", alpha_text(each.least.value()))
      .text("most", alpha_text(each.most.value()))
      .text("spread", alpha_text(each.spread()))
      .flag("far_apart", each.is_far_apart())
      .add("in_band", std::move(in_band))
      .done();
}

// How far the ratings agree in a few sentences, the last of which says whether one alone decides.
std::vector<std::string> html_writer::agreement_notes() const {
  if (!agreement_) {
    return {std::string(message::step_alone.in(lang_))};
  }
  std::vector<std::string> notes;
  if (are_many()) {
    const auto [least, most] = std::ranges::minmax_element(derivation_.service.ratings);
    notes.push_back(html_message::ratings_summed_up(lang_, rating_count(), lines_.score(*least), lines_.score(*most)));
    const auto [low, high] = std::ranges::minmax_element(agreement_->without, {}, &left_out::score);
    notes.push_back(message::step_without_any(lang_, lines_.score(low->score), lines_.score(high->score)));
  }
  std::vector<std::string> apart;
  for (const item_agreement& each : agreement_->items) {
    if (each.is_far_apart()) {
      apart.push_back(scheme_.service.items[each.item].id);
    }
  }
  notes.push_back(message::step_far_apart(lang_, list_text(apart)));
  std::vector<std::string> deciding;
  for (std::size_t r = 0; r < agreement_->without.size(); ++r) {
    if (agreement_->without[r].changes_grade) {
      deciding.push_back(std::to_string(r + 1));
    }
  }
  notes.push_back(deciding.empty() ? std::string(message::step_none_decides.in(lang_))
                                   : message::step_deciding(lang_, list_text(deciding)));
  return notes;
}

void html_writer::agreement() {
  list ratings;
  for (std::size_t r = 0; !are_many() && r < rating_count(); ++r) {
    ratings << rated(r);
  }
  list bands;
  for (std::size_t i = 0; i < scheme_.likert.size(); ++i) {
    bands << node(interval_of(scheme_, i));
  }
  list spreads;
  for (std::size_t k = 0; agreement_ && k < agreement_->items.size(); ++k) {
    spreads << spread_row(k);
  }
  page_.add("agreement_notes", texts(agreement_notes()))
      .flag("any_rated", !are_many())
      .flag("any_occasion",
            std::ranges::any_of(assessment_.ratings, [](const auto& each) { return !each.occasion.empty(); }))
      .flag("any_without", agreement_.has_value())
      .add("rated", std::move(ratings))
      .flag("any_spreads", agreement_.has_value())
      .add("bands", std::move(bands))
      .add("spreads", std::move(spreads));
}

void html_writer::remarks() {
  std::vector<std::string> lines = lines_.remarks(!is_for_client(), false);
  std::ranges::for_each(lines, [&](std::string& each) { each = without_names(std::move(each)); });
  any_remarks_ = !lines.empty();
  page_.flag("any_remarks", any_remarks_).add("remarks", texts(lines));
}

void html_writer::provenance() {
  page_.text("version", version)
      .text("scheme", scheme_.id)
      .text("edition", scheme_.edition)
      .text("scheme_title", in(lang_, scheme_.title))
      .text("scheme_sha256", outcome_.record.scheme->sha256)
      .text("source", outcome_.source())
      .text("input_sha256", digest_);
  signatures();
}

// A line for each assessor, whom the client's edition does not name, and for those who answer for the audit.
void html_writer::signatures() {
  list lines;
  const auto line = [&](const phrase<>& role, std::string_view who = {}) {
    lines << members().text("role", role.in(lang_)).text_if(!who.empty(), "who", who).done();
  };
  std::vector<std::string_view> assessors;
  for (const rating& each : assessment_.ratings) {
    if (std::ranges::find(assessors, each.same_assessor()) == assessors.end() || each.assessor.empty()) {
      assessors.push_back(each.same_assessor());
      if (!is_for_client() && !are_many()) {
        line(html_message::assessor_signs, each.assessor);
      }
    }
  }
  if (is_for_client() || are_many()) {
    line(html_message::assessors_sign);
  }
  for (const phrase<>& each : html_message::signatories) {
    line(each);
  }
  page_.add("signatures", std::move(lines));
}

void html_writer::contents() {
  list entries;
  const auto entry = [&](std::string_view anchor, std::string_view title) {
    entries << members().text("anchor", anchor).text("title", title).done();
  };
  entry("requirements", message::requirements_section(lang_, clause(scheme_.grades.clause)));
  entry("glance", html_message::glance.in(lang_));
  entry("service-form", html_message::service_form(lang_, clause(scheme_.service.clause)));
  if (scheme_.maturity) {
    entry("maturity-form", html_message::maturity_form(lang_, clause(scheme_.maturity->table.clause)));
  }
  entry("readings", html_message::readings_heading.in(lang_));
  if (!is_for_client()) {
    entry("outlook", message::explain_outlook.in(lang_));
    entry("agreement", message::explain_agreement.in(lang_));
  }
  if (any_remarks_) {
    entry("remarks", message::remarks_section.in(lang_));
  }
  entry("provenance", html_message::provenance.in(lang_));
  entry("signatures", html_message::signatures.in(lang_));
  if (!is_for_client()) {
    entry("derivation", html_message::derivation.in(lang_));
  }
  page_.add("contents", std::move(entries));
}

// The steps that lead to the verdict; what comes after them has tables of its own.
void html_writer::derivation() {
  list parts;
  for (const explained_part& part : explained_) {
    if (part.about > part_about::verdict) {
      break;
    }
    list blocks;
    for (auto step = part.steps.begin(); step != part.steps.end();) {
      const bool captioned = step->clause.empty();
      const auto first = captioned ? step + 1 : step;
      const auto last = std::find_if(first, part.steps.end(), [](const auto& each) { return each.clause.empty(); });
      blocks << members()
                    .text_if(captioned, "caption", step->text)
                    .flag("long", last - first > long_block)
                    .add("steps", steps_of({first, last}))
                    .done();
      step = last;
    }
    parts << members().text("heading", heading_of(part.about, lang_)).add("blocks", std::move(blocks)).done();
  }
  page_.add("derivation", std::move(parts));
}

}  // namespace

std::string html_report(const worked_out& all, std::string_view bytes, language lang, audience reader) {
  return html::render(embedded::report_template(), html_writer(all, bytes, lang, reader).page());
}

}  // namespace tbsc94
