// The places of an assessment file in people's words, which text has where formats for machines have JSON pointers.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "reading/record.hpp"
#include "tbsc94/assessment.hpp"
#include "tbsc94/scheme.hpp"
#include "text/language.hpp"

namespace tbsc94 {

namespace message {

/// What the members of an assessment file are called.
inline constexpr std::array<std::pair<std::string_view, phrase<>>, 24> member_names{
    {{"scheme", {"认证方案", "scheme"}},
     {"edition", {"版本", "edition"}},
     {"organization", {"组织名称", "organization"}},
     {"id", {"编号", "id"}},
     {"date", {"评价日期", "date"}},
     {"conformity", {"管理要求符合性审查结论", "conformity review"}},
     {"qms_audit", {"质量管理体系审核", "quality management system audit"}},
     {"assessor", {"测评人员", "assessor"}},
     {"occasion", {"测评场次", "occasion"}},
     {"not_applicable", {"不适用条目", "items that do not apply"}},
     {"service", {"服务特性测评", "service"}},
     {"ratings", {"各份测评", "ratings"}},
     {"alpha", {"体验系数 α", "alpha"}},
     {"management", {"管理要求", "management"}},
     {"levels", {"成熟度等级", "levels"}},
     {"remarks", {"备注", "remarks"}},
     {"conformity_remarks", {"符合性审查备注", "remarks on conformity"}},
     {"details", {"审核信息", "details"}},
     {"recorded", {"记录的结果", "recorded result"}},
     {"service_score", {"服务特性测评得分", "service score"}},
     {"management_total", {"管理成熟度总分", "management total"}},
     {"management_level", {"管理要求等级", "management level"}},
     {"grade", {"级别", "grade"}},
     {"readings", {"条款解释", "readings"}}}};

}  // namespace message

/// An item by its full name, with its characteristic or chapter: `1.1 功能性·人员`.
[[nodiscard]] std::string full_item_name(const item_table& table, std::size_t item, language lang);

/// The same by its id; the id alone where there is no table that has it.
[[nodiscard]] std::string full_item_name(const item_table* table, std::string_view id, language lang);

/// A JSON pointer in words: `第 1 份测评（A1）条目 1.1 功能性·人员`, `组织名称（organization）`. Ratings are named by
/// their assessors, items as the scheme has them, where these are known. What means nothing stays a pointer.
[[nodiscard]] std::string place_words(std::string_view pointer, const scheme* scheme,
                                      const std::vector<rating>& ratings, language lang);

/// The errors of a record as lines of text, as `to_lines` has them, their places in words.
[[nodiscard]] std::string error_lines(const record& record, std::string_view file, language lang);

}  // namespace tbsc94
