#include "results/recorded_check.hpp"

#include <algorithm>

#include "json/messages.hpp"
#include "reading/place_words.hpp"
#include "reading/record.hpp"
#include "results/recorded_check_messages.hpp"
#include "results/report_messages.hpp"
#include "text/format.hpp"
#include "text/terminal_text.hpp"

namespace tbsc94 {

namespace {

constexpr std::array state_names{"holds", "differs", "unrecorded"};

std::string value_of(const readings_in_use& readings, reading which) {
  return formatted("{}={}", names_of(which).name, readings.values.value(which));
}

// What settles a reading, and when; empty where nothing does.
std::string decision_on(const readings_in_use& readings, reading which, std::string_view comma, language lang) {
  const auto& settled = readings.settled[static_cast<std::size_t>(which)];
  if (!settled) {
    return "";
  }
  const std::string by = settled->by_scheme ? clause_text(settled->text, lang) : settled->text;
  return message::excerpt(by).shown() + (settled->date.empty() ? "" : std::string(comma) + settled->date);
}

// A reading by its title: `行与级别的对应（row-grade=by-order）`.
std::string in_words(reading which, std::string_view value, language lang) {
  return message::titled(lang, message::reading_titles[static_cast<std::size_t>(which)].in(lang), value);
}

std::string sets_of_readings(const std::vector<std::vector<reading_value>>& under, language lang) {
  const auto one = [&](const reading_value& each) {
    return in_words(each.which, formatted("{}={}", names_of(each.which).name, each.value), lang);
  };
  return joined(under, message::or_else.in(lang),
                [&](const auto& set) { return joined(set, message::together.in(lang), one); });
}

std::string with_readings(const std::string& sentence, const std::vector<std::vector<reading_value>>& under,
                          language lang) {
  return under.empty() ? sentence : message::with_readings(lang, sentence, sets_of_readings(under, lang));
}

std::string sentence_of(const difference& found, language lang) {
  switch (found.cause) {
    case cause::unknown:
      return "";
    case cause::limit_comparison: {
      const std::string name = sets_of_readings(found.under, lang);
      const bool rounds = found.under[0][0].value != names_of(reading::limit_comparison).values().front();
      return rounds ? message::rounded_before(lang, name) : message::other_reading(lang, name);
    }
    case cause::reading:
      return message::other_reading(lang, sets_of_readings(found.under, lang));
    case cause::edition:
      return with_readings(message::other_edition(lang, found.edition), found.under, lang);
    default:
      static_assert(message::causes.size() == static_cast<std::size_t>(cause::conformity));
      return with_readings(std::string(message::causes[static_cast<std::size_t>(found.cause) - 1].in(lang)),
                           found.under, lang);
  }
}

void write_value(json_writer& json, const std::optional<std::string>& value, bool is_json) {
  if (!value) {
    json.null();
  } else if (is_json) {
    json.number(*value);
  } else {
    json.string(*value);
  }
}

void write_recorded(json_writer& json, const recorded_result& recorded) {
  json.begin_object();
  if (recorded.service_score) {
    json.key<"service_score">().number(*recorded.service_score);
  }
  if (recorded.management_total) {
    json.key<"management_total">().number(*recorded.management_total);
  }
  if (recorded.management_level) {
    json.key<"management_level">().number(*recorded.management_level);
  }
  if (recorded.has_grade) {
    json.key<"grade">().string_or_null(recorded.grade ? &*recorded.grade : nullptr);
  }
  if (!recorded.readings.empty()) {
    json.key(name_of(recorded_member::readings)).begin_object();
    for (const auto& [name, value] : recorded.readings) {
      json.key(name).string(value);
    }
    json.end_object();
  }
  json.end_object();
}

// What settles the readings, and whose word that is.
void write_decisions(json_writer& json, const recorded_check& check) {
  bool any = false;
  for (const reading each : all_readings) {
    const auto& settled = check.readings.settled[static_cast<std::size_t>(each)];
    if (!settled) {
      continue;
    }
    if (!any) {
      json.key("decisions").begin_object();
      any = true;
    }
    json.key(names_of(each).name).begin_object();
    json.key("decision").string(settled->text);
    json.key("date").string_or_null(settled->date.empty() ? nullptr : &settled->date);
    json.key("by").string(settled->by_scheme ? "scheme" : check.decided_by_result ? "result" : "body");
    json.end_object();
  }
  if (any) {
    json.end_object();
  }
}

void write_difference(json_writer& json, const reported_difference& difference) {
  json.begin_object();
  json.key("member").string(difference.member);
  json.key("recorded");
  write_value(json, difference.recorded, difference.is_json);
  json.key("computed");
  write_value(json, difference.computed, difference.is_json);
  json.key("cause").string_or_null(difference.cause.empty() ? nullptr : &difference.cause);
  if (!difference.under.empty()) {
    json.key("under").begin_array();
    for (const auto& set : difference.under) {
      json.begin_object();
      for (const reading_value& each : set) {
        json.key(names_of(each.which).name).string(each.value);
      }
      json.end_object();
    }
    json.end_array();
  }
  if (!difference.edition.empty()) {
    json.key("edition").string(difference.edition);
  }
  if (difference.more > 0) {
    json.key("more").number(difference.more);
  }
  json.end_object();
}

void write_grade(json_writer& json, const graded_as& what) {
  json.string_or_null(what.is == graded_as::kind::grade ? &what.grade : nullptr);
}

void write_change(json_writer& json, const regrading& regraded) {
  if (!regraded.is_changed()) {
    json.null();
    return;
  }
  json.begin_object();
  json.key("from");
  write_grade(json, *regraded.before);
  json.key("to");
  write_grade(json, regraded.now);
  json.key("cause");
  regraded.cause == change_cause::unknown ? json.null() : json.string(name_of(regraded.cause));
  json.end_object();
}

std::string shown(const std::optional<std::string>& value, language lang) {
  return value ? harmless(*value) : std::string(message::no_value.in(lang));
}

}  // namespace

check_state state_of(const recorded_check& check) {
  return !check.differs.empty() ? check_state::differs
         : check.is_recorded    ? check_state::holds
                                : check_state::unrecorded;
}

std::string_view name_of(check_state state) { return state_names[static_cast<std::size_t>(state)]; }

std::vector<reported_difference> ready_to_write(const std::vector<difference>& found, const record& record,
                                                std::string_view text, std::size_t first_line, language lang) {
  std::vector<reported_difference> result;
  for (const difference& each : found) {
    findings place_of{finding()};
    place_of[0].offset = each.member == recorded_member::readings
                             ? record.recorded_at.readings[each.index]
                             : record.recorded_at.members[static_cast<std::size_t>(each.member)];
    place(place_of, text, first_line);
    reported_difference& added = result.emplace_back();
    added.member = name_of(each.member);
    added.recorded = each.recorded;
    added.computed = each.computed;
    added.mark = each.mark;
    added.is_json = each.member < recorded_member::grade;
    added.cause = name_of(each.cause);
    added.why = sentence_of(each, lang);
    added.under = each.under;
    added.edition = each.edition;
    added.line = place_of[0].line;
    added.column = place_of[0].column;
  }
  return result;
}

std::string to_words(const reported_difference& difference, language lang) {
  reported_difference named = difference;
  const bool is_pointer = difference.member.starts_with('/');
  named.member = is_pointer ? document_place(difference.member, lang)
                            : message::titled(lang, member_name(difference.member, lang), difference.member);
  if (difference.member == name_of(recorded_member::grade)) {
    for (std::optional<std::string>* const grade : {&named.recorded, &named.computed}) {
      *grade = grade->value_or(std::string(message::grade_none.in(lang)));
    }
  }
  return to_line(named, lang);
}

std::string to_line(const reported_difference& difference, language lang) {
  if (difference.more > 0) {
    return message::more_differ(lang, harmless(difference.member), difference.more);
  }
  const std::string mark = difference.mark == 0 ? "" : formatted("({})", difference.mark);
  const std::string line = message::recorded_computed(
      lang, harmless(difference.member), shown(difference.recorded, lang), shown(difference.computed, lang) + mark);
  return difference.why.empty() ? line : message::with_cause(lang, line, harmless(difference.why));
}

std::string with_decision(const readings_in_use& readings, reading which, language lang) {
  const std::string decision = decision_on(readings, which, ", ", lang);
  return value_of(readings, which) + (decision.empty() ? "" : formatted(" ({})", decision));
}

std::string chosen_readings(const readings_in_use& readings, language lang) {
  std::string text;
  for (const reading each : all_readings) {
    if (!readings.values.is_default(each) || readings.is_settled(each)) {
      const std::string value = value_of(readings, each);
      const std::string decision = decision_on(readings, each, message::values_separator.in(lang), lang);
      add_joined(text, message::clause_separator.in(lang),
                 in_words(each, decision.empty() ? value : message::decided(lang, value, decision), lang));
    }
  }
  return text;
}

bool says_decisions(const recorded_check& check) {
  return check.decided_by_result && std::any_of(check.readings.settled.begin(), check.readings.settled.end(),
                                                [](const auto& each) { return each && !each->by_scheme; });
}

std::string basis_of(const recorded_check& check, language lang) {
  const std::string readings = harmless(chosen_readings(check.readings, lang));
  if (readings.empty()) {
    return "";
  }
  return says_decisions(check) ? message::under_by_result(lang, readings) : message::under(lang, readings);
}

void write_recorded_check(json_writer& json, const std::optional<recorded_result>& recorded,
                          const recorded_check& check) {
  if (!check.regraded) {
    write_decisions(json, check);
  }
  json.key<"recorded">();
  if (recorded) {
    write_recorded(json, *recorded);
  } else {
    json.null();
  }
  json.key<"differs">().begin_array();
  for (const reported_difference& each : check.differs) {
    write_difference(json, each);
  }
  json.end_array();
  if (check.regraded) {
    json.key<"change">();
    write_change(json, *check.regraded);
  }
}

}  // namespace tbsc94
