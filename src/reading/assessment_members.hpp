// The keys of an assessment file, in their order, for those who read it.
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "json/key_names.hpp"
#include "tbsc94/assessment.hpp"
#include "text/language.hpp"

namespace tbsc94::assessment_keys {

enum root_member {
  scheme,
  edition,
  id,
  organization,
  date,
  service,
  management,
  details,
  recorded,
  extensions,
  schema
};
inline const json::key_names root{"scheme",     "edition", "id",       "organization", "date",   "service",
                                  "management", "details", "recorded", "extensions",   "$schema"};

/// What tells a result of `grade` from an assessment. No option lets these pass as unknown keys, so that no
/// text is both.
inline const json::key_names of_results{"tool", "input", "assessment", "verdict"};

enum service_member { ratings, not_applicable, service_remarks };
inline const json::key_names service_part{"ratings", "not_applicable", "remarks"};

enum rating_member { assessor, occasion, alpha };
inline const json::key_names rating{"assessor", "occasion", "alpha"};

enum management_member { conformity, conformity_remarks, qms_audit, levels, management_remarks };
inline const json::key_names management_part{"conformity", "conformity_remarks", "qms_audit", "levels", "remarks"};
inline const json::key_names management_without_maturity{"conformity", "conformity_remarks", "qms_audit"};

enum recorded_member { recorded_score, recorded_total, recorded_level, recorded_grade, recorded_readings };
inline const json::key_names recorded_result{"service_score", "management_total", "management_level", "grade",
                                             "readings"};

inline constexpr std::array<std::pair<std::string_view, tbsc94::conformity>, 2> conformity_words{
    {{"conforming", tbsc94::conformity::conforming}, {"nonconforming", tbsc94::conformity::nonconforming}}};
inline constexpr std::array<std::pair<std::string_view, tbsc94::qms_audit>, 2> qms_audit_words{
    {{"full", tbsc94::qms_audit::full}, {"partly-waived", tbsc94::qms_audit::partly_waived}}};

inline constexpr std::array<phrase<>, 2> conformity_meanings{{{"符合", "passed"}, {"不符合", "not passed"}}};
inline constexpr std::array<phrase<>, 2> qms_audit_meanings{
    {{"完整审核", "a full audit"}, {"部分免除", "partly waived"}}};
/// What is meant by a word's choice, in words.
[[nodiscard]] inline const phrase<>& meaning_of(tbsc94::conformity choice) {
  return conformity_meanings[choice == tbsc94::conformity::conforming ? 0 : 1];
}
[[nodiscard]] inline const phrase<>& meaning_of(tbsc94::qms_audit choice) {
  return qms_audit_meanings[choice == tbsc94::qms_audit::full ? 0 : 1];
}

/// What a word means; nullopt for one that is not among `words`.
template <class Choices>
[[nodiscard]] auto find_word(std::string_view word, const Choices& words)
    -> std::optional<typename Choices::value_type::second_type> {
  const auto found = std::find_if(words.begin(), words.end(), [&](const auto& each) { return each.first == word; });
  return found != words.end() ? std::optional(found->second) : std::nullopt;
}

}  // namespace tbsc94::assessment_keys
