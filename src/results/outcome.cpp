#include "results/outcome.hpp"

#include "json/messages.hpp"
#include "results/report_messages.hpp"

namespace tbsc94 {

finding error_of(const unread_input& unread, language lang) {
  return {.code = code::unreadable, .message = message::cannot_be_read(lang, in(lang, unread.reason))};
}

void tell_what_shorter_alphas_give(outcome& outcome, const readings_in_use& readings) {
  const scheme& scheme = outcome.scheme_used();
  record& record = outcome.record;
  assessment meant = record.assessment;
  for (const shorter_alpha& each : record.shorter_alphas) {
    meant.alphas[each.at] = each.value;
  }
  const grade_index other = grade(scheme, meant, readings).grade;
  if (other == outcome.grading->grade) {
    return;
  }
  const auto name = [&](grade_index grade) {
    return grade ? grade_name(scheme, grade) : message::grade_none.in(record.lang);
  };
  for (finding& each : record.remarks) {
    if (each.code == code::alpha_from_double) {
      each.message += message::shorter_give(record.lang, name(other), name(outcome.grading->grade));
    }
  }
}

}  // namespace tbsc94
