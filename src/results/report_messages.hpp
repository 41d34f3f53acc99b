// What the reports say, in both languages.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

#include "tbsc94/readings.hpp"
#include "text/language.hpp"

namespace tbsc94::message {

using text = std::string_view;

// The verdict
constexpr phrase<text> verdict_reached{"判定：达到 {}", "Verdict: grade {} is reached"};
constexpr phrase<> verdict_none{"判定：未达到认证级别", "Verdict: no grade is reached"};
constexpr phrase<text> because_nonconforming{
    "管理要求符合性审查未通过，按 {} 不授予级别（得分仅供参考）",
    "the conformity review is not passed: no grade ({}); the scores are for information"};
constexpr phrase<text> because_short{
    "得分达到 {}，其管理要求等级未达到：按管理等级不足的处理（management-shortfall = no-grade）不授予级别",
    "the score reaches {}, the management level it asks is not reached: no grade (management-shortfall = no-grade)"};
constexpr phrase<text, text> score_line{"服务特性测评得分 {}（精确值 {}）", "service score {} (exactly {})"};
constexpr phrase<text> compared_line{"按“先修约后比较”，用于比较的得分为 {}",
                                     "rounded before comparing: {} is what is compared"};
constexpr phrase<text, text> total_line{"管理成熟度总分 {}，管理要求等级 {}", "management total {}, management {}"};
constexpr phrase<> mark_below{"（-）表示精确值低于所示界限", "(-) means: the exact value is below the limit shown"};
constexpr phrase<> mark_above{"（+）表示精确值高于所示界限", "(+) means: the exact value is above the limit shown"};
constexpr phrase<> conformity_assumed{"假定：文件未写明管理要求符合性审查结论，按“符合”处理",
                                      "assumed: the file does not state the conformity review; it is taken as passed"};
constexpr phrase<text, text> from_environment{"按环境变量 {} 指定的文件：{}", "by the file that {} names: {}"};
constexpr phrase<text, text> conformity_remark{"符合性审查（{}）：{}", "conformity review, {}: {}"};
constexpr phrase<text> edition_assumed{"假定：文件未写明版本，按 {} 处理",
                                       "assumed: the file does not name the edition; {} is taken"};
constexpr phrase<text, text, text, text> reading_chosen{"条款解释不是默认值：{}（{} = {}），{}",
                                                        "not the default reading: {} ({} = {}): {}"};
constexpr phrase<text> depends_on{"级别取决于条款解释：{}", "the grade depends on how the text is read: {}"};
constexpr phrase<> depends_on_none{"未经决定的条款解释，任何一项单独改变，级别均不变",
                                   "no open reading, alone, would change the grade"};
constexpr phrase<> not_a_decision{"判定由本程序计算得出；认证决定由认证机构作出",
                                  "worked out by this program; the certification decision is the body's"};

// Remarks at the verdict
constexpr phrase<text> remark_line{"提示：{}", "remark: {}"};
constexpr phrase<std::size_t, text, text> remark_row{
    "已满足级别表第 {} 行（得分 {}{}），该行不对应任何认证级别",
    "row {} of the table (scores {}{}) is fulfilled; it leads to no grade"};
constexpr phrase<text> and_above{"{} 及以上", "{} and above"};
constexpr phrase<text> row_level{"，管理要求等级 {}", ", management {}"};
constexpr phrase<> remark_single{"只有一份测评，由它单独决定", "there is one rating only: it decides alone"};
constexpr phrase<text> remark_decides{"级别由单独一份测评决定：略去{}，级别即改变",
                                      "one rating alone decides the grade: without {} it is another"};
constexpr phrase<> or_else_rating{"或", " or "};
constexpr phrase<text> remark_alike{"各条目的 α 全部相同：{}", "alike in every α: {}"};
constexpr phrase<text, text> remark_far{"{}：与其他各份测评相差两段或以上的 α：{}",
                                        "{}: α two bands or more from every other rating: {}"};
constexpr phrase<text, text, text, text, text> remark_lowest{"{}：α 在最低一段（{}–{}，{}）：{}",
                                                             "{}: α in the lowest band ({}–{}, {}): {}"};
constexpr phrase<std::size_t> rating_unnamed{"测评 {}", "rating {}"};
constexpr phrase<std::size_t, text> rating_named{"测评 {}（{}）", "rating {} ({})"};
constexpr phrase<text, std::size_t> and_more_ratings{"{} 等 {} 份", "{} …, {} in all"};

// Sections
constexpr phrase<> details_section{"审核信息", "Details"};
constexpr phrase<text> service_section{"服务特性测评（{}）", "Service characteristics ({})"};
constexpr phrase<text> ratings_section{"各次测评的体验系数 α（{}）", "The ratings' α ({})"};
constexpr phrase<text> maturity_section{"管理成熟度（{}）", "Management maturity ({})"};
constexpr phrase<text> requirements_section{"认证级别的要求（{}）", "What the grades require ({})"};
constexpr phrase<> next_section{"距更高一级的差距", "To the next grade"};
constexpr phrase<> readings_section{"条款解释与假定", "Readings and assumptions"};
constexpr phrase<> remarks_section{"备注", "Remarks"};

// Columns
constexpr phrase<> characteristic{"服务特性指标", "characteristic"};
constexpr phrase<> points_due{"应得分", "due"};
constexpr phrase<> points{"实际得分", "points"};
constexpr phrase<> percentage{"得分率", "%"};
constexpr phrase<> total{"合计", "total"};
constexpr phrase<text, text, text> no_sum{
    "各行所示分值之和为 {}，合计所示为 {}：各数均由精确值一次修约得出，精确合计为 {}",
    "the points shown add up to {}, the total shown is {}: each is rounded from its exact value; the exact total is "
    "{}"};
constexpr phrase<> item{"服务过程质量指标", "service item"};
constexpr phrase<> chapter{"管理要求", "management requirements"};
constexpr phrase<> item_levels{"单项等级", "item levels"};
constexpr phrase<> item_level{"等级", "level"};
constexpr phrase<> grade{"级别", "grade"};
constexpr phrase<> required_score{"得分要求", "score"};
constexpr phrase<> required_level{"管理等级要求", "management level"};
constexpr phrase<> reached{"是否达到", "reached"};
constexpr phrase<> yes{"达到", "yes"};
constexpr phrase<> no{"未达到", "no"};
constexpr phrase<> least{"最低", "min"};
constexpr phrase<> most{"最高", "max"};
constexpr phrase<> rating_score{"得分", "score"};
constexpr phrase<> not_applicable{"不适用", "n/a"};
constexpr phrase<std::size_t> rating_number{"第{}次", "#{}"};
constexpr phrase<std::size_t> rating_in_list{"第 {} 次测评", "rating {}"};
constexpr phrase<text, text> labelled{"{}：{}", "{}: {}"};
constexpr phrase<> conformity_row{"管理要求符合性审查", "conformity review"};
constexpr phrase<> conforming{"符合", "passed"};
constexpr phrase<> nonconforming{"不符合", "not passed"};
constexpr phrase<> assumed{"未写明（假定符合）", "not stated (assumed to be passed)"};
constexpr phrase<text> qms_audit{"质量管理体系审核：{}，不影响判定",
                                 "quality management system audit: {}; it does not decide"};
constexpr phrase<text, text> qms_audit_of{"质量管理体系审核（{}）：{}，不影响判定",
                                          "quality management system audit ({}): {}; it does not decide"};
constexpr phrase<> qms_full{"完整审核", "full"};
constexpr phrase<> qms_not_stated{"未写明", "not stated"};
constexpr phrase<> qms_partly_waived{"部分免除", "partly waived"};
constexpr phrase<std::size_t> many_ratings{"共 {} 次测评，下表列出各条目的最低与最高 α",
                                           "{} ratings; the table shows each item's lowest and highest α"};

// Several, in a table
constexpr phrase<> source{"来源", "source"};
constexpr phrase<> id{"编号", "id"};
constexpr phrase<> organization{"组织", "organization"};
constexpr phrase<> maturity_total{"总分", "total"};
constexpr phrase<> explanation{"推导", "The derivation"};

// To the next grade
constexpr phrase<> highest_reached{"已达到最高级别", "the highest grade is reached"};
constexpr phrase<text> next_needs{"达到 {}尚缺：", "grade {} still needs:"};
constexpr phrase<text, text> score_missing{"服务特性测评得分再加 {} 分（需达到 {}）",
                                           "{} more points of the service score (the limit is {})"};
constexpr phrase<text, text> compared_missing{"修约后用于比较的得分再加 {} 分（需达到 {}）",
                                              "{} more points of the score as rounded for comparing (the limit is {})"};
constexpr phrase<text, text> approximately{"{}（约 {}）", "{} (about {})"};
constexpr phrase<text, text, text> level_missing_points{
    "管理要求等级 {}（管理成熟度总分现为 {}，尚差 {} 分）",
    "management {} (the management total is {}; {} more are needed)"};
constexpr phrase<text> no_total_gives{"管理要求等级 {}（没有总分对应该等级）", "management {} (which no total gives)"};
constexpr phrase<std::size_t, text, text> raises{
    "每次一项提高一级，最少 {} 次，合计不少于 {} 分；可提高的条目：{}",
    "the fewest raises of an item by one level: {}, which together bring {} or more, of: {}"};
constexpr phrase<text, text> raises_each{"每级 {} 分：{}", "{} each: {}"};
constexpr phrase<> no_raises{"全部条目均为五级，总分也达不到", "not even with all items at level 5"};
constexpr phrase<text, text> only_on_limit{"得分恰为 {} 时，{} 即可", "at a score of exactly {}, {} is enough"};
constexpr phrase<text> only_below{"以得分低于 {} 为限：从该分起，管理要求等级不足则不授予级别",
                                  "below {} only: from there on the level falls short, and no grade is given"};
constexpr phrase<> conformity_missing{"管理要求符合性审查须通过", "the conformity review must be passed"};

// Readings
constexpr phrase<> is_default{"默认", "default"};
constexpr phrase<> is_chosen{"指定", "chosen"};
constexpr phrase<text> is_settled{"已决定：{}", "settled: {}"};
constexpr phrase<text> is_stated{"方案已写明：{}", "stated by the scheme: {}"};
constexpr phrase<text, text> other_gives{"若为 {}，则为 {}", "{} gives {}"};
constexpr phrase<> values_separator{"，", ", "};
constexpr phrase<> list_separator{"、", ", "};
constexpr phrase<> clause_separator{"；", "; "};
constexpr phrase<> other_refuses{"文件退回改正", "the file is refused"};
constexpr phrase<> no_effect_of_level{"按级别条件（grade-conditions=score-after-review），此项不起作用",
                                      "without effect under grade-conditions=score-after-review"};
constexpr phrase<> no_effect_by_order{"按行与级别的对应（row-grade=by-order），此项不起作用",
                                      "without effect under row-grade=by-order"};
constexpr phrase<std::size_t, std::size_t> no_effect_of_counts{"不起作用：级别表左侧有 {} 行，右侧有 {} 个级别",
                                                               "without effect: the table has {} rows and {} grades"};
constexpr phrase<> level_decides_nothing{
    "按级别条件（grade-conditions=score-after-review），管理要求等级只作报告，不影响判定",
    "grade-conditions=score-after-review: the management level is reported and decides nothing"};

// What the values of each reading mean, in their order
inline constexpr std::array grade_conditions_means{
    phrase<>{"得分与所在行的等级两项条件均满足，方达到该级别",
             "a grade asks both for its score and for the level of its row"},
    phrase<>{"符合性审查通过后，级别只看得分；等级只作报告",
             "after the conformity review the score alone gives the grade; the level is reported"}};
inline constexpr std::array limit_comparison_means{
    phrase<>{"以完整数值与界限比较", "the full value is compared"},
    phrase<>{"先修约到界限的位数再比较（GB/T 8170）",
             "the value is rounded to the limit's digits, then compared (GB/T 8170)"},
    phrase<>{"先修约到一位小数再比较", "the value is rounded to 1 decimal, then compared"},
    phrase<>{"先修约到两位小数再比较", "the value is rounded to 2 decimals, then compared"}};
inline constexpr std::array management_shortfall_means{
    phrase<>{"管理等级不足时，取两项条件均满足的最高级别",
             "where the level falls short: the highest grade whose two conditions hold"},
    phrase<>{"得分所在行的管理等级不足时，不授予级别",
             "where the level that the score's row asks is not reached: no grade"}};
inline constexpr std::array mean_over_means{
    phrase<>{"对全部测评一并求均值", "the mean is over all ratings alike"},
    phrase<>{"先求每位测评人员的均值，再求总均值", "each assessor's own mean first, then their mean"},
    phrase<>{"先求每次测评的均值，再求总均值", "each occasion's own mean first, then their mean"}};
inline constexpr std::array not_applicable_means{
    phrase<>{"不接受声明条目不适用", "items declared not applicable are refused"},
    phrase<>{"不适用条目从应得分中剔除", "items that do not apply are left out of points due"}};
inline constexpr std::array row_grade_means{
    phrase<>{"级别下限所在的行，规定该级别的管理等级",
             "the row that holds a grade's lower limit says what level it asks"},
    phrase<>{"第几行对应第几个级别", "the nth row is the nth grade's"}};
inline constexpr std::array shared_boundary_means{
    phrase<>{"得分恰在两行交界时，按较高一档", "a score on the limit of two rows stands in the upper one"},
    phrase<>{"得分恰在两行交界时，按较低一档", "a score on the limit of two rows stands in the lower one"}};

/// What the value of `which` that stands at `index` means.
[[nodiscard]] constexpr const phrase<>& meaning_of(reading which, std::size_t index) {
  constexpr std::array<std::span<const phrase<>>, reading_count> all{
      grade_conditions_means, limit_comparison_means, management_shortfall_means, mean_over_means,
      not_applicable_means,   row_grade_means,        shared_boundary_means};
  return all[static_cast<std::size_t>(which)][index];
}

/// What a reading is called in words.
inline constexpr std::array<phrase<>, reading_count> reading_titles{{
    {"级别条件", "conditions of a grade"},
    {"界限比较方法", "comparison with the limits"},
    {"管理等级不足的处理", "level that falls short"},
    {"均值口径", "what the mean is over"},
    {"不适用条目的处理", "items that do not apply"},
    {"行与级别的对应", "rows and grades"},
    {"交界分归属", "score on a shared boundary"},
}};

constexpr phrase<text, text> reading_named{"{}（{}）", "{} ({})"};
/// What has a name that is English: in Chinese by its title as well.
constexpr phrase<text, text> titled{"{0}（{1}）", "{1}"};
constexpr phrase<text, text, text, text, text> reading_state{"{0}（{1} = {2}）：{3}（{4}）", "{1} = {2} [{3}] ({4})"};

// A blank assessment
/// What most forms ask for besides.
inline constexpr std::array<phrase<>, 3> usual_details{
    {{"审核类型", "audit type"}, {"认证范围", "scope of certification"}, {"审核组长", "audit team leader"}}};
constexpr phrase<> guide_how{
    "把 null 改为实际取值：assessor 为测评人员姓名，α 为 0 至 1 之间的数，成熟度等级为 1 至 5 的整数，日期写作 "
    "\"2026-03-14\"，conformity 写作 \"conforming\"（符合）或 \"nonconforming\"（不符合），qms_audit 写作 "
    "\"full\"（完整审核）或 "
    "\"partly-waived\"（部分免除）。occasion 写测评场次，例如 \"2026-03-14 上午\"；remarks 按条目编号写备注，例如 "
    "\"2.1\": \"五人中两人未培训\"；details 的各项可增删改名；三者不填即不显示。conformity_remarks "
    "按条款写不符合之处，例如 "
    "\"4.2.2\": \"无服务蓝图\"。本说明不参与评分，可以删去。",
    "Put a value in place of every null: the assessor's name, an α from 0 to 1, a maturity level as a whole number "
    "from "
    "1 to 5, the date as \"2026-03-14\", conformity \"conforming\" or \"nonconforming\", qms_audit \"full\" or "
    "\"partly-waived\". occasion says when a rating was made, as \"2026-03-14 am\"; remarks stand under their item, as "
    "\"2.1\": \"two of five staff untrained\"; the entries of details may be added to, renamed or removed; whatever of "
    "these is left empty is not shown. conformity_remarks say, by clause, what does not conform, as \"4.2.2\": \"no "
    "service blueprint\". This guide is kept out of the scoring; it may be removed."};
constexpr phrase<text, text, text> guide_item{"{}（{} 分）：{}", "{} ({} points): {}"};

// Several assessments
constexpr phrase<std::size_t, std::size_t, std::size_t> summary{"共读取 {} 份：已计算 {} 份，退回改正 {} 份",
                                                                "read {}: graded {}, refused {}"};
constexpr phrase<text, std::size_t> summary_count{"{} {}", "{} {}"};
constexpr phrase<text, text> summary_list{"  {}：{}", "  {}: {}"};
constexpr phrase<text, text, text> may_be_parts{
    "tbsc94：编号 {0} 见于 {1} 与 {2}：如为同一次审核的几部分，可合并后再计算：tbsc94 merge {1} {2} -o 合并.json",
    "tbsc94: the id {0} is in {1} and in {2}: if they are parts of one audit, put them together first: "
    "tbsc94 merge {1} {2} -o merged.json"};
constexpr phrase<> summary_by_grade{"级别", "by grade"};
constexpr phrase<> summary_by_code{"错误", "by error"};
constexpr phrase<> refused{"退回改正", "refused"};
constexpr phrase<> lacks_conformity{"审查", "review"};
constexpr phrase<> lacks_score{"得分", "score"};
constexpr phrase<> lacks_level{"等级", "level"};
constexpr phrase<> why_none_column{"未达到认证级别的原因", "why none"};
constexpr phrase<> lacks_column{"未达到", "why none"};
constexpr phrase<text> marked_depends{
    "{} 级别取决于条款解释：按另一取值，级别即改变；该份的完整报告写明是哪几项",
    "{} depends on a reading: another value of it gives another grade; the full report "
    "of the record says which"};
constexpr phrase<> grade_none{"未达到认证级别", "none"};
constexpr phrase<> unread{"无法读取", "unread"};
constexpr phrase<text> cannot_be_read{"无法读取：{}", "cannot be read: {}"};
constexpr phrase<std::size_t> summary_unread{"另有 {} 个输入无法读取", "could not be read: {}"};
constexpr phrase<> nothing_found{"没有找到任何评价记录，无可检查", "no record was found: there is nothing to check"};
constexpr phrase<> stopped_early{"遇到第一处错误即停止（--fail-fast），其后的记录未检查",
                                 "stopped at the first fault (--fail-fast): what follows was not checked"};
constexpr phrase<std::size_t> summary_depends{"  级别取决于条款解释的：{} 份",
                                              "  whose grade depends on a reading: {}"};
constexpr phrase<std::size_t> summary_assumed{"  符合性审查为假定的：{} 份", "  with conformity assumed: {}"};
constexpr phrase<std::size_t> summary_repeated{"  编号重复出现的：{} 份", "  with an id that came before: {}"};
constexpr phrase<text, text, text> summary_repeat{"    {}：{}，首次出现于 {}", "    {}: {}, first at {}"};
constexpr phrase<text> summary_spelled{"（写作“{}”）", " (written \"{}\")"};
constexpr phrase<std::size_t, std::size_t> progress_records{"已处理 {} 份，每秒 {} 份", "{} records, {}/s"};
constexpr phrase<std::size_t, text> progress_share{"，{}%，剩余 {}", ", {} %, {} left"};
constexpr phrase<text, std::size_t, std::size_t, std::size_t> summary_required{
    "须达到 {}：达到 {} 份，未达到 {} 份，仅在假定符合性审查通过时达到 {} 份",
    "required {}: reached {}, not reached {}, reached only with conformity assumed {}"};
constexpr phrase<std::size_t> errors_found{"共 {} 处错误，文件未计算，请改正后重新运行",
                                           "errors: {}; the file is refused"};

}  // namespace tbsc94::message
