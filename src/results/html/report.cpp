#include "results/html/report.hpp"

#include <algorithm>
#include <span>
#include <vector>

#include "results/explanation.hpp"
#include "results/explanation_messages.hpp"
#include "results/html/figures.hpp"
#include "results/html/messages.hpp"
#include "results/html/page.hpp"
#include "results/html/report_parts.hpp"
#include "results/report_lines.hpp"
#include "results/report_messages.hpp"
#include "results/report_style.hpp"
#include "text/digest.hpp"
#include "text/embedded.hpp"
#include "text/format.hpp"
#include "text/version.hpp"

namespace tbsc94 {

namespace {

using html::list;
using html::list_of;
using html::members;
using html::node;
using html::report_context;
using html::texts;

constexpr std::ptrdiff_t long_block = 12;  // more steps stand in two columns where there is room

class html_writer {
 public:
  explicit html_writer(const report_context& report) : report_(report) {}

  node page() {
    labels();
    head();
    verdict();
    scales();
    requirements();
    figures();
    html::add_service_form(page_, report_);
    html::add_maturity_form(page_, report_);
    html::add_readings(page_, report_);
    page_.flag("committee", !report_.is_for_client()).flag("client", report_.is_for_client());
    if (!report_.is_for_client()) {
      outlook();
      html::add_agreement(page_, report_);
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
  void outlook();
  void remarks();
  void provenance();
  void signatures();
  void contents();
  void derivation();

  [[nodiscard]] node notes() const;
  [[nodiscard]] std::string foot() const;
  [[nodiscard]] node in_words(std::span<const explained_step> steps) const {
    return list_of(steps, [&](const explained_step& each) {
      return members()
          .text("clause", clause_name(each.clause, report_.lang))
          .text("text", words_of(each, report_.lang))
          .done();
    });
  }

  const report_context& report_;
  bool any_remarks_ = false;
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
    labels.text(each.name, each.text.in(report_.lang));
  }
  labels.text("requirements", message::requirements_section(report_.lang, report_.clause(report_.scheme.grades.clause)))
      .text("service_form", html_message::service_form(report_.lang, report_.clause(report_.scheme.service.clause)));
  if (report_.scheme.maturity) {
    labels.text("required_level", message::required_level.in(report_.lang))
        .text("maturity_form",
              html_message::maturity_form(report_.lang, report_.clause(report_.scheme.maturity->table.clause)));
  }
  page_.add("t", labels.done()).text("lang", report_.lang == language::zh ? "zh-CN" : "en");
}

void html_writer::head() {
  std::string title(html_message::html_report.in(report_.lang));
  list who;
  const auto add = [&](std::string_view label, const std::optional<std::string>& value) {
    const bool is_there = value && !value->empty();
    who << members()
               .text("label", label)
               .text("value", is_there ? std::string_view(*value) : html_message::not_filled_in.in(report_.lang))
               .flag("missing", !is_there)
               .done();
  };
  if (report_.assessment.id) {
    title += " · " + *report_.assessment.id;
  }
  add(html_message::id.in(report_.lang), report_.assessment.id);
  add(html_message::date.in(report_.lang), report_.assessment.date);
  add(html_message::rating_count.in(report_.lang), std::to_string(report_.rating_count()));
  for (const auto& [label, text] : report_.assessment.details) {
    add(label, text);
  }
  if (report_.assessment.organization) {
    title += " · " + *report_.assessment.organization;
  }
  page_.text("title", title)
      .text("organization", report_.assessment.organization ? std::string_view(*report_.assessment.organization)
                                                            : html_message::no_organization.in(report_.lang))
      .text("edition_for",
            (report_.is_for_client() ? html_message::for_client : html_message::for_committee).in(report_.lang))
      .add("foot", node(foot()))
      .add("who", std::move(who));
}

void html_writer::verdict() {
  const std::vector<std::string> premises = report_.lines.premises();
  page_.text_if(report_.grading.grade.has_value(), "grade", grade_name(report_.scheme, report_.grading.grade))
      .text("score", report_.grading.shown.value.to_string())
      .text_if(report_.grading.shown.mark != 0, "mark", {&report_.grading.shown.mark, 1})
      .text_if(report_.grading.score.to_string() != report_.grading.shown.value.to_string(), "score_exact",
               report_.grading.score.to_string())
      .text_if(report_.grading.compared.has_value(), "compared",
               report_.grading.compared ? report_.grading.compared->to_string() : "")
      .text_if(report_.grading.total.has_value(), "total",
               report_.grading.total ? report_.grading.total->to_string() : "")
      .text("conformity", report_.lines.review())
      .flag("assumed", report_.grading.conformity_assumed)
      .flag("any_premises", !premises.empty())
      .add("premises", texts(premises))
      .add("notes", notes());
  if (report_.grading.level) {
    page_.text("level_name", report_.level_name(*report_.grading.level))
        .number("level", report_.grading.level->number());
  }
}

// What must be known with the verdict.
node html_writer::notes() const {
  list notes;
  const auto add = [&](std::string_view text, bool bad = false) {
    notes << members().text("text", text).flag("bad", bad).done();
  };
  if (const std::string why = report_.lines.why_none(); !why.empty()) {
    add(why, true);
  }
  if (report_.grading.shown.mark != 0) {
    add((report_.grading.shown.mark == '-' ? message::mark_below : message::mark_above).in(report_.lang));
  }
  add(report_.lines.depends_on(), !report_.grading.depends_on.empty());
  for (const std::string& each : report_.lines.conformity_remarks()) {
    add(each);
  }
  for (const std::string& each : report_.lines.remarks_at_verdict(!report_.is_for_client())) {
    add(each);
  }
  return notes;
}

// What stands at the foot of each printed page, as a string of CSS in which nothing but letters stands for itself.
std::string html_writer::foot() const {
  const std::string text = formatted("{} · {} · SHA-256 {}", report_.assessment.id.value_or("–"),
                                     report_.assessment.organization.value_or("–"), report_.digest.substr(0, 16));
  std::string css;
  for (const char c : harmless(text)) {
    const auto byte = static_cast<unsigned char>(c);
    const bool is_plain = byte >= 0x80 || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    css += is_plain ? std::string(1, c) : formatted("\\{:x} ", byte);
  }
  return css;
}

void html_writer::scales() {
  list scales;
  scales << html::score_scale(report_.scheme, report_.grading, report_.lang);
  if (report_.scheme.maturity) {
    scales << html::total_scale(*report_.scheme.maturity, *report_.grading.total, report_.lang);
  }
  page_.add("scales", std::move(scales));
}

void html_writer::requirements() {
  const auto met = [&](bool holds) { return (holds ? message::yes : message::no).in(report_.lang); };
  const auto class_of = [](bool holds) { return holds ? "good" : "bad"; };
  list rows;
  for (std::size_t i = 0; i < report_.derivation.requirements.size(); ++i) {
    const requirement& each = report_.derivation.requirements[i];
    rows << members()
                .number("i", i)
                .text("grade", report_.scheme.grades.grades[each.grade].grade)
                .text("score_from", report_.scheme.grades.grades[each.grade].from.shortest())
                .text("score_met", met(each.score_met))
                .text("score_class", class_of(each.score_met))
                .text_if(each.level.has_value(), "level_from", each.level ? report_.level_name(*each.level) : "")
                .text("level_met", met(each.level_met))
                .text("level_class", class_of(each.level_met))
                .done();
  }
  page_.add("requirements", std::move(rows))
      .text_if(report_.lines.level_decides_nothing(), "level_decides_nothing",
               message::level_decides_nothing.in(report_.lang))
      .text_if(report_.scheme.maturity || report_.assessment.qms_audit, "qms_audit", report_.lines.qms_audit());
}

void html_writer::figures() {
  page_.add("bars", html::characteristic_bars(report_.scheme, report_.derivation.service, report_.lang));
  if (report_.scheme.maturity) {
    page_.add("heat", html::level_chips(*report_.scheme.maturity, report_.assessment, report_.lang));
  } else {
    page_.flag("heat", false);
  }
}

void html_writer::outlook() {
  std::vector<item_loss> lost = report_.all.outlook.losses;
  std::erase_if(lost, [](const item_loss& each) { return each.points == fraction(); });
  page_.add("outlook", in_words(report_.steps_of(part_about::outlook)))
      .flag("any_losses", !lost.empty())
      .add("losses", list_of(lost, [&](const item_loss& each) {
             return report_.service_label(each.item).text("lost", report_lines::shown(each.points)).done();
           }));
}

void html_writer::remarks() {
  std::vector<std::string> lines = report_.lines.remarks(!report_.is_for_client(), false);
  std::ranges::for_each(lines, [&](std::string& each) { each = report_.without_names(std::move(each)); });
  any_remarks_ = !lines.empty();
  page_.flag("any_remarks", any_remarks_).add("remarks", texts(lines));
}

void html_writer::provenance() {
  page_.text("version", version)
      .text("scheme", report_.scheme.id)
      .text("edition", report_.scheme.edition)
      .text("scheme_title", in(report_.lang, report_.scheme.title))
      .text("scheme_sha256", report_.outcome.record.scheme->sha256)
      .text("source", report_.outcome.source())
      .text("input_sha256", report_.digest);
  signatures();
}

// A line for each assessor, whom the client's edition does not name, and for those who answer for the audit.
void html_writer::signatures() {
  list lines;
  const auto line = [&](const phrase<>& role, std::string_view who = {}) {
    lines << members().text("role", role.in(report_.lang)).text_if(!who.empty(), "who", who).done();
  };
  std::vector<std::string_view> assessors;
  for (const rating& each : report_.assessment.ratings) {
    if (std::ranges::find(assessors, each.same_assessor()) == assessors.end() || each.assessor.empty()) {
      assessors.push_back(each.same_assessor());
      if (!report_.is_for_client() && !report_.are_many()) {
        line(html_message::assessor_signs, each.assessor);
      }
    }
  }
  if (report_.is_for_client() || report_.are_many()) {
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
  entry("requirements", message::requirements_section(report_.lang, report_.clause(report_.scheme.grades.clause)));
  entry("glance", html_message::glance.in(report_.lang));
  entry("service-form", html_message::service_form(report_.lang, report_.clause(report_.scheme.service.clause)));
  if (report_.scheme.maturity) {
    entry("maturity-form",
          html_message::maturity_form(report_.lang, report_.clause(report_.scheme.maturity->table.clause)));
  }
  entry("readings", html_message::readings_heading.in(report_.lang));
  if (!report_.is_for_client()) {
    entry("outlook", message::explain_outlook.in(report_.lang));
    entry("agreement", message::explain_agreement.in(report_.lang));
  }
  if (any_remarks_) {
    entry("remarks", message::remarks_section.in(report_.lang));
  }
  entry("provenance", html_message::provenance.in(report_.lang));
  entry("signatures", html_message::signatures.in(report_.lang));
  if (!report_.is_for_client()) {
    entry("derivation", html_message::derivation.in(report_.lang));
  }
  page_.add("contents", std::move(entries));
}

// The steps that lead to the verdict; what comes after them has tables of its own.
void html_writer::derivation() {
  list parts;
  for (const explained_part& part : report_.explained) {
    if (part.about > part_about::verdict) {
      break;
    }
    list blocks;
    for (auto step = part.steps.begin(); step != part.steps.end();) {
      const bool captioned = step->clause.empty();
      const auto first = captioned ? step + 1 : step;
      const auto last = std::find_if(first, part.steps.end(), [](const auto& each) { return each.clause.empty(); });
      blocks << members()
                    .text_if(captioned, "caption", words_of(*step, report_.lang))
                    .flag("long", last - first > long_block)
                    .add("steps", in_words({first, last}))
                    .done();
      step = last;
    }
    parts << members().text("heading", heading_of(part.about, report_.lang)).add("blocks", std::move(blocks)).done();
  }
  page_.add("derivation", std::move(parts));
}

}  // namespace

std::string html_report(const worked_out& all, std::string_view bytes, language lang, audience reader) {
  return html::render(embedded::report_template(), html_writer(html::report_context(all, bytes, lang, reader)).page());
}

}  // namespace tbsc94
