#include "results/result_list.hpp"

#include <algorithm>

#include "results/no_grade.hpp"
#include "results/report_messages.hpp"
#include "text/format.hpp"
#include "text/terminal_text.hpp"

namespace tbsc94 {

bool is_marked(const outcome& outcome) { return outcome.grading && !outcome.grading->depends_on.empty(); }

text_list::column grade_column(const phrase<>& title, const std::vector<std::string>& grades, language lang) {
  std::size_t width = 0;
  for (const phrase<>* each : {&message::grade_none, &message::refused, &message::unread}) {
    width = std::max(width, display_width(each->in(lang)));
  }
  for (const std::string& each : grades) {
    width = std::max(width, display_width(harmless(each)));
  }
  return {std::string(title.in(lang)), width + depends_mark.size()};
}

text_list::column lacks_column(language lang) {
  const std::size_t width = display_width(message::lacks_score.in(lang)) +
                            display_width(message::list_separator.in(lang)) +
                            display_width(message::lacks_level.in(lang));
  return {std::string(message::lacks_column.in(lang)), width};
}

std::string grade_cell(const outcome& outcome, std::string_view grade) {
  return harmless(grade).append(is_marked(outcome) ? depends_mark : "");
}

std::vector<std::string> named_by(const outcome& outcome) {
  std::vector<std::string> names{harmless(outcome.source())};
  if (const auto& id = outcome.record.assessment.id) {
    names.push_back(harmless(*id));
  }
  return names;
}

text_list grade_list(const std::vector<std::string>& grades, text_style style) {
  const auto said = [&](const phrase<>& text) { return std::string(text.in(style.lang)); };
  return {{grade_column(message::grade, grades, style.lang),
           {said(message::rating_score), 9, true},
           {said(message::maturity_total), 4, true},
           {said(message::item_level), 1, true},
           lacks_column(style.lang)},
          {said(message::source), said(message::id), said(message::organization)},
          style.lang,
          style.columns};
}

void add_to_grade_list(std::string& into, const text_list& list, const outcome& outcome, const readings& readings,
                       language lang) {
  if (!outcome.grading) {
    std::vector<std::string> fields{harmless(outcome.source())};
    for (const std::string_view each : codes_of(outcome.record.errors)) {
      fields.push_back(formatted("[{}]", each));
    }
    list.add(into, {std::string(message::refused.in(lang))}, fields);
    return;
  }
  const grading& grading = *outcome.grading;
  std::vector<std::string> fields = named_by(outcome);
  if (const auto& organization = outcome.record.assessment.organization) {
    fields.push_back(harmless(*organization));
  }
  const std::string_view grade =
      grading.grade ? grade_name(outcome.scheme_used(), grading.grade) : message::grade_none.in(lang);
  list.add(into,
           {grade_cell(outcome, grade), grading.shown.to_string(), grading.total ? grading.total->to_string() : "-",
            grading.level ? formatted("{}", grading.level->number()) : "-", why_no_grade(outcome, readings, lang)},
           fields);
}

void add_to_list(std::string& into, const text_list& list, const unread_input& unread, language lang) {
  list.add(into, {std::string(message::unread.in(lang))},
           {harmless(unread.source()), formatted("[{}]", name_of(code::unreadable))});
}

}  // namespace tbsc94
