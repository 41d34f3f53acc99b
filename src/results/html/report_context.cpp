#include "results/html/report_context.hpp"

#include <algorithm>

#include "results/report_messages.hpp"
#include "results/report_style.hpp"
#include "text/digest.hpp"
#include "text/format.hpp"

namespace tbsc94::html {

namespace {

constexpr std::size_t most_ratings_in_form = 4;  // beside each other in the form of Appendix 1
constexpr std::size_t label_width = 12;          // of an assessor's name above a column

const item_group& group_of(const item_table& table, std::size_t item) {
  const auto after = std::ranges::upper_bound(table.groups, item, {}, &item_group::first);
  return *(after - 1);
}

}  // namespace

report_context::report_context(const worked_out& all, std::string_view bytes, tbsc94::language lang, audience reader)
    : lang(lang),
      reader(reader),
      all(all),
      outcome(all.outcome),
      scheme(outcome.scheme_used()),
      assessment(outcome.record.assessment),
      grading(*outcome.grading),
      readings(all.readings),
      digest(sha256(bytes)),
      lines(all, lang, harmless),
      derivation(all.derivation),
      agreement(all.agreement),
      explained(is_for_client() ? std::vector<explained_part>() : explain(all)) {
  for (const alpha each : assessment.alphas) {
    alpha_places_ = std::max(alpha_places_, each.value().places());
  }
}

bool report_context::all_in_form() const { return rating_count() <= most_ratings_in_form; }

bool report_context::are_many() const { return rating_count() > most_ratings_shown; }

const std::vector<explained_step>& report_context::steps_of(part_about about) const {
  return std::ranges::find(explained, about, &explained_part::about)->steps;
}

std::string report_context::mark_of(const fraction& score) const {
  const char mark = show(scheme.grades, score).mark;
  return mark == 0 ? "" : formatted("({})", mark);
}

std::string report_context::alpha_text(const decimal& value) const {
  return fraction(value).rounded(alpha_places_).to_string();
}

std::string_view report_context::grade_text(grade_index grade) const {
  return grade ? grade_name(scheme, grade) : message::grade_none.in(lang);
}

std::string report_context::rating_label(std::size_t rating) const {
  const std::string& assessor = assessment.ratings[rating].assessor;
  return assessor.empty() ? message::rating_number(lang, rating + 1) : shorten(harmless(assessor), label_width);
}

members report_context::service_label(std::size_t item) const {
  const tbsc94::item& of = scheme.service.items[item];
  return members()
      .text("id", of.id)
      .text("name", in(lang, of.name))
      .text("group", in(lang, group_of(scheme.service, item).name))
      .number("i", item);
}

std::string report_context::without_names(std::string text) const {
  for (std::size_t r = 0; is_for_client() && r < rating_count(); ++r) {
    const std::string name = harmless(assessment.ratings[r].assessor);
    const std::string number = message::rating_number(lang, r + 1);
    for (std::size_t at = text.find(name); !name.empty() && at != std::string::npos;
         at = text.find(name, at + number.size())) {
      text.replace(at, name.size(), number);
    }
  }
  return text;
}

node texts(const std::vector<std::string>& entries) {
  return list_of(entries, [](const std::string& each) { return node(harmless(each)); });
}

}  // namespace tbsc94::html
