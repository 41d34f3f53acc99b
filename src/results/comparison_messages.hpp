// What the comparison of two audits says, in both languages.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "text/language.hpp"

namespace tbsc94::message {

using text = std::string_view;

constexpr phrase<text, text, text> compared_grades{"认证级别：{} → {}（{}）", "grade: {} → {} ({})"};
constexpr phrase<> grade_rose{"升高", "higher"};
constexpr phrase<> grade_fell{"降低", "lower"};
constexpr phrase<> grade_stayed{"未变", "unchanged"};
constexpr phrase<> grades_differ{"两个方案的级别不同，不作高低比较",
                                 "the two schemes name other grades: neither is called higher"};
constexpr phrase<text> older_audit{"上次：{}", "old: {}"};
constexpr phrase<text> newer_audit{"本次：{}", "new: {}"};

// In the order of `audit_comparison::oddity`
constexpr std::array<phrase<>, 5> comparison_oddities{{
    {"两份记录的组织名称不同，请确认是同一组织",
     "the two records name different organizations: is it one and the same?"},
    {"本次的日期早于上次，请确认先后", "the new record is dated before the old one: are they the right way round?"},
    {"两份记录各按其所属的方案（版本）计算，得分与等级的变化可能来自方案本身",
     "each record is graded under its own scheme or edition: what moved may be the scheme's doing"},
    {"两份记录采用的条款解释不同，变化可能来自条款解释", "the readings in use differ: what moved may be their doing"},
    {"两份记录的编号和日期相同，可能是同一次审核",
     "both records have one id and date: they may be one and the same audit"},
}};

constexpr phrase<> before{"上次", "old"};
constexpr phrase<> after{"本次", "new"};
constexpr phrase<> change{"变化", "change"};
constexpr phrase<text> compared_service{"服务特性测评得分（{}）；各特性为得分率（%）",
                                        "Service score ({}); characteristics in %"};
constexpr phrase<> service_score_row{"服务特性测评得分", "service score"};
constexpr phrase<std::size_t, std::size_t> compared_service_items{"服务过程质量指标，%：变化 {} 项，未变 {} 项",
                                                                  "Service items, %: {} moved, {} did not"};
constexpr phrase<text> compared_management{"管理成熟度（{}）", "Management maturity ({})"};
constexpr phrase<> management_total_row{"管理成熟度总分，分", "management total, points"};
constexpr phrase<> management_level_row{"管理要求等级，级", "management level"};
constexpr phrase<std::size_t, std::size_t> compared_item_levels{"单项成熟度等级，级：变化 {} 项，未变 {} 项",
                                                                "Item levels: {} moved, {} did not"};
constexpr phrase<> change_is_exact{
    "变化由精确值相减后修约一次，末位可能与所示两数之差不同",
    "a change is rounded once, from the exact values: its last place may differ from that of the numbers shown"};

}  // namespace tbsc94::message
