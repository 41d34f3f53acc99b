#include "regrading/named_readings.hpp"

#include "json/finding.hpp"
#include "json/messages.hpp"
#include "results/recorded_check_messages.hpp"

namespace tbsc94 {

namespace {

const std::optional<decision>& decision_on(const readings_in_use& readings, reading which) {
  return readings.settled[static_cast<std::size_t>(which)];
}

void explain(reported_difference& found, const std::optional<decision>& decided, language lang) {
  found.cause = decided ? "decided-otherwise" : "not-decided";
  found.why = !decided             ? message::not_decided(lang)
              : decided->by_scheme ? message::stated_otherwise(lang, clause_text(decided->text, lang))
                                   : message::decided_otherwise(lang, message::excerpt(decided->text).shown());
}

}  // namespace

std::vector<reported_difference> named_otherwise(const readings_in_use& named, const readings_in_use& decided,
                                                 const reading_offsets& offsets, std::string_view text,
                                                 std::size_t first_line, language lang) {
  std::vector<reported_difference> found;
  for (const reading each : all_readings) {
    const auto& decision = decision_on(decided, each);
    if (named.values.value(each) == decided.values.value(each) && decision_on(named, each) == decision) {
      continue;
    }
    findings place_of{finding()};
    place_of[0].offset = offsets[static_cast<std::size_t>(each)];
    place(place_of, text, first_line);
    reported_difference& added = found.emplace_back();
    added.member = name_of(recorded_member::readings);
    added.recorded = with_decision(named, each, lang);
    added.computed = with_decision(decided, each, lang);
    added.line = place_of[0].line;
    added.column = place_of[0].column;
    explain(added, decision, lang);
  }
  return found;
}

}  // namespace tbsc94
