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
     {"recorded", {"存档结果", "recorded result"}},
     {"service_score", {"服务特性测评得分", "service score"}},
     {"management_total", {"管理成熟度总分", "management total"}},
     {"management_level", {"管理要求等级", "management level"}},
     {"grade", {"级别", "grade"}},
     {"readings", {"条款解释", "readings"}}}};

/// And those of schemes, readings files and results of `grade`, where they are called otherwise or are others.
inline constexpr std::array<std::pair<std::string_view, phrase<>>, 40> further_names{
    {{"title", {"标题", "title"}},
     {"issuer", {"发布机构", "issuer"}},
     {"published", {"发布日期", "published"}},
     {"effective", {"生效日期", "effective"}},
     {"likert", {"体验系数 α 的分段", "likert"}},
     {"characteristics", {"服务特性指标", "characteristics"}},
     {"items", {"条目", "items"}},
     {"points_due", {"应得分", "points_due"}},
     {"points", {"实际得分", "points"}},
     {"criterion", {"评价要点", "criterion"}},
     {"reference", {"引用条款", "reference"}},
     {"maturity", {"管理成熟度", "maturity"}},
     {"chapters", {"各章", "chapters"}},
     {"bands", {"各段", "bands"}},
     {"descriptions", {"各级说明", "descriptions"}},
     {"grades", {"认证级别", "grades"}},
     {"rows", {"各行", "rows"}},
     {"level", {"等级", "level"}},
     {"from", {"下限", "from"}},
     {"to", {"上限", "to"}},
     {"decimals", {"小数位数", "decimals"}},
     {"clauses", {"各条款", "clauses"}},
     {"clause", {"条款", "clause"}},
     {"name", {"名称", "name"}},
     {"value", {"取值", "value"}},
     {"decision", {"决定", "decision"}},
     {"date", {"日期", "date"}},
     {"tool", {"程序", "tool"}},
     {"version", {"版本", "version"}},
     {"input", {"输入", "input"}},
     {"assessment", {"评价记录", "assessment"}},
     {"sha256", {"摘要值", "sha256"}},
     {"assumed", {"假定", "assumed"}},
     {"remarks", {"提示", "remarks"}},
     {"verdict", {"判定", "verdict"}},
     {"requirements", {"要求", "requirements"}},
     {"next", {"距更高一级的差距", "next"}},
     {"depends_on", {"取决于条款解释", "depends_on"}},
     {"score", {"得分", "score"}},
     {"total", {"总分", "total"}}}};

}  // namespace message

/// An item by its full name, with its characteristic or chapter: `1.1 功能性·人员`.
[[nodiscard]] std::string full_item_name(const item_table& table, std::size_t item, language lang);

/// The same by its id; the id alone where there is no table that has it.
[[nodiscard]] std::string full_item_name(const item_table* table, std::string_view id, language lang);

/// What a member of an assessment is called; its key where it has no name.
[[nodiscard]] std::string_view member_name(std::string_view key, language lang);

/// A place of any other document in words: `管理成熟度（maturity）的第 1 章的第 2 个条目的编号（id）`; of a result of
/// `grade` one in its assessment as place_words has it.
[[nodiscard]] std::string document_place(std::string_view pointer, language lang);

/// A JSON pointer into an assessment in words: `第 1 份测评（A1）条目 1.1 功能性·人员`, `组织名称（organization）`.
/// Ratings are named by their assessors, items as the scheme has them, where these are known.
[[nodiscard]] std::string place_words(std::string_view pointer, const scheme* scheme,
                                      const std::vector<rating>& ratings, language lang);

/// The errors of such a document as lines of text.
[[nodiscard]] std::string document_errors(const findings& errors, std::string_view file, language lang);

/// The errors of a record as lines of text, as `to_lines` has them, their places in words.
[[nodiscard]] std::string error_lines(const record& record, std::string_view file, language lang);

}  // namespace tbsc94
