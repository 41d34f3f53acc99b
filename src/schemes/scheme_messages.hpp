// What is said of schemes, in both languages: how they are shown, and what is odd in them.
#pragma once

#include <cstddef>
#include <string_view>

#include "text/language.hpp"

namespace tbsc94::message {

using text = std::string_view;

// The command line
constexpr phrase<> about_scheme{
    "显示认证方案，检查其中的空缺、重叠与不可能达到之处，或比较两个方案",
    "Show a scheme, check one for gaps, overlaps and what is never reached, or compare two"};
constexpr phrase<> about_scheme_check{"检查认证方案的数据：每处发现附条款与示例评价记录",
                                      "Check a scheme's data: findings with their clauses and examples"};
constexpr phrase<> about_scheme_show{"显示认证方案的各表，或按编号显示条目与条款",
                                     "Show a scheme's tables, or items and clauses by their numbers"};
constexpr phrase<> opt_scheme_file{"认证方案文件，或 -（标准输入）；不写则为内置方案",
                                   "The scheme file, or - for standard input; without it the embedded one"};
constexpr phrase<> opt_scheme_ids{"条目、章或条款的编号，例如 4.1、5.3、\"附录 1\"；不写则显示全部表格",
                                  "Numbers of items, chapters or clauses, as 4.1, 5.3, \"Appendix 1\"; without "
                                  "them all tables"};
constexpr phrase<text, text> no_such_id{"方案中没有编号“{}”；最接近的是“{}”",
                                        "the scheme has no number \"{}\"; the nearest is \"{}\""};

// Ranges of 5.3
constexpr phrase<text, text> row_entry{"“{}”一行（{}）", "the row {} ({})"};
constexpr phrase<text> row_without_level{"“{}”一行", "the row {}"};
constexpr phrase<text, text> grade_entry{"{}（{}）", "{} ({})"};
constexpr phrase<text> every_level{"各项均为{}", "every item at {}"};

// What is odd
constexpr phrase<text, text, text> odd_line{"{}: 提示：{}：{}", "{}: remark: {}: {}"};
constexpr phrase<text, text, text> totals_begin_later{
    "管理成熟度总分最低为 {0}，而{1}的区间从 {2} 开始：{2} 至不足 {0} 不可能出现",
    "totals start at {0}, while the band of {1} starts at {2}: from {2} to below {0} nothing is ever reached"};
constexpr phrase<text, text, text> totals_end_earlier{
    "管理成熟度总分最高为 {0}，而{1}的区间到 {2} 为止：高于 {0} 的部分不可能出现",
    "totals end at {0}, while the band of {1} ends at {2}: above {0} nothing is ever reached"};
constexpr phrase<text, text> scores_end_earlier{"得分最高为 {0}，{1} 高于 {0} 的部分不可能出现",
                                                "scores end at {0}: above it, nothing of {1} is ever reached"};
constexpr phrase<text, text, text> band_unreached{
    "{}的区间（{} 至 {}）不包含任何可能的总分",
    "no total lies in the band of {}, {} to {}: item levels never add up to one"};
constexpr phrase<text> row_unreached{"得分达不到{}", "no score is as high as {}"};
constexpr phrase<text> grade_unreached{"任何评价记录都达不到 {}", "no assessment can reach {}"};
constexpr phrase<text, text> grade_asks{"{}（要求{}）", "{} (asks {})"};
constexpr phrase<text> level_without_band{"没有总分区间对应{}", "no band of the total gives {}"};
constexpr phrase<text, text, text> makes_level{"{}时总分为 {}，属{}", "{} totals {}, which is {}"};
constexpr phrase<text, text> out_of_proportion{"单项等级与总分区间不成比例：{}；{}",
                                               "levels and totals are out of proportion: {}; {}"};
constexpr phrase<text> out_of_proportion_lowest{"单项等级与总分区间不成比例：{}",
                                                "levels and totals are out of proportion: {}"};
constexpr phrase<text, text, text, text> gap{"得分在 {} 与 {} 之间时，既不在{}之内，也不在{}之内",
                                             "scores between {} and {} lie between printed ends: in neither {} nor {}"};
constexpr phrase<text, text, text> shared_limit{"得分恰为 {} 时，同时在{}与{}之内",
                                                "the score {} stands in both {} and {}"};
constexpr phrase<text, text, text, text> overlap{"得分 {} 至 {} 同时在{}与{}之内",
                                                 "the scores {} to {} stand in both {} and {}"};
constexpr phrase<text, text> band_ends_early{"得分高于 {} 时，超出最后的{}",
                                             "scores above {} lie behind the end of the last entry, {}"};
constexpr phrase<text, text, text> row_without_grade{
    "{}不对应任何级别：其中的得分低于最低级别 {} 的下限 {}",
    "{} leads to no grade: its scores are below {}, the lowest, which begins at {}"};
constexpr phrase<text> row_not_asked{"{}不起作用：没有任何级别的下限在其中",
                                     "{} asks nothing of any grade: no grade begins in it"};
constexpr phrase<text, text> level_not_asked{"没有一行要求{0}：得到{0}与得到{1}，级别相同",
                                             "{0} is asked for nowhere: it leads to no other grade than {1}"};
constexpr phrase<text, text> condition_never_decides{
    "{} 要求{}，而任何评价记录都能达到：该条件从不起作用",
    "{} asks {}, which every assessment reaches: the condition never decides"};
constexpr phrase<text, text, text, text> condition_adds_nothing{
    "{} 要求{}，不高于 {} 所要求的{}：管理等级不区分这两个级别",
    "{} asks {}, no higher than {}, which asks {}: between the two the level never decides"};

constexpr phrase<std::size_t, std::size_t> order_without_effect{
    "有 {} 行、{} 个级别，数目不同：条款解释 row-grade=by-order（第几行对应第几个级别）不起作用",
    "{} rows and {} grades: the reading row-grade=by-order, the nth row for the nth grade, has no effect"};
constexpr phrase<text, text> places_not_printed{
    "decimals 为 {}，而印出的界限至多有 {} 位小数：“先修约后比较”会修约到比界限更多的位数",
    "decimals is {}, but limits are printed with {} at most: rounded-value rounds to more places than they have"};
constexpr phrase<text, text> effective_before{"生效日期 {} 早于发布日期 {}",
                                              "in effect from {}, which is before it is published, {}"};

// Examples
constexpr phrase<text> example_alpha{"示例：各项 α 均为 {}", "example: every α {}"};
constexpr phrase<text, text> example_levels{"，单项等级为{}至{}", ", items at {} to {}"};
constexpr phrase<text> example_uniform{"，{}", ", {}"};
constexpr phrase<text> example_score{"：得分 {}", ": score {}"};
constexpr phrase<text, text> example_total{"，总分 {}，{}", ", total {}, {}"};
constexpr phrase<text> example_grade{"，级别 {}", ", grade {}"};
constexpr phrase<> example_no_grade{"，未达到认证级别", ", no grade"};
constexpr phrase<text> example_depends{"（取决于{}）", " (depends on {})"};

// The end of a check
constexpr phrase<text, std::size_t> scheme_loads{"{}：可以装载；提示 {} 处", "{}: can be loaded; remarks: {}"};
constexpr phrase<text, std::size_t> scheme_refused{"{}：不能装载；错误 {} 处", "{}: cannot be loaded; errors: {}"};

// A scheme on the table
constexpr phrase<text, text, text> scheme_issued{"{}；发布日期 {}，生效日期 {}", "{}; published {}, in effect from {}"};
constexpr phrase<text> likert_section{"体验系数 α 的分段（{}）", "The bands of α ({})"};
constexpr phrase<text> service_table{"服务特性与服务过程质量指标（{}）", "Characteristics and service items ({})"};
constexpr phrase<text> level_table{"成熟度等级（{}）", "Maturity levels ({})"};
constexpr phrase<text> management_table{"管理要求（{}）", "Management items ({})"};
constexpr phrase<text> band_table{"管理成熟度总分的区间（{}）", "Bands of the management total ({})"};
constexpr phrase<text> row_table{"得分与所需管理等级（{}）", "Service scores and the level they need ({})"};
constexpr phrase<text> grade_limits{"认证级别与得分（{}）", "Grades and their scores ({})"};
constexpr phrase<> stated_section{"方案写明的条款解释", "Readings that the scheme states"};
constexpr phrase<> column_reading{"条款解释", "reading"};
constexpr phrase<> column_value{"取值", "value"};
constexpr phrase<> column_clause{"条款", "clause"};
constexpr phrase<> column_alpha{"α", "α"};
constexpr phrase<> column_meaning{"含义", "meaning"};
constexpr phrase<> column_number{"编号", "no."};
constexpr phrase<> column_name{"名称", "name"};
constexpr phrase<> column_points{"单项分值", "points due"};
constexpr phrase<> column_total{"总分", "total"};
constexpr phrase<> column_level{"等级", "level"};
constexpr phrase<> column_score{"得分", "score"};
constexpr phrase<> column_needs{"管理要求等级", "needs"};
constexpr phrase<> column_grade{"级别", "grade"};
constexpr phrase<> column_sum{"合计", "total"};
constexpr phrase<text, text, text> item_heading{"{} {}（{}）", "{} {} ({})"};
constexpr phrase<text, text, text> clause_line{"{} {}：{}", "{} {}: {}"};
constexpr phrase<text, text> part_of{"所属：{} {}", "part of: {} {}"};
constexpr phrase<text> points_line{"单项分值：{}", "points due: {}"};
constexpr phrase<text> criterion_line{"评价要点：{}", "criterion: {}"};
constexpr phrase<> requirements{"管理要求条文", "requirements"};
constexpr phrase<text, text> reference_line{"{} 中的编号：{}", "in {}: {}"};

}  // namespace tbsc94::message
