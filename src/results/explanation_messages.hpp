// What an explanation says, in both languages.
#pragma once

#include <string_view>

#include "results/explained_step.hpp"
#include "text/language.hpp"

namespace tbsc94::message {

// The parts
constexpr phrase<> explain_due{"推导：应得分", "How it is worked out: points due"};
constexpr phrase<> explain_points{"推导：各条目的实际得分 = α × 单项分值",
                                  "How it is worked out: points of the items, α × points due"};
constexpr phrase<> explain_mean{"推导：均值", "How it is worked out: the mean"};
constexpr phrase<> explain_maturity{"推导：管理成熟度", "How it is worked out: management maturity"};
constexpr phrase<> explain_table{"推导：级别表", "How it is worked out: the table of grades"};
constexpr phrase<> explain_verdict{"推导：判定", "How it is worked out: the verdict"};
constexpr phrase<> explain_readings{"条款解释：其他取值的结果", "The readings, and what the other values would give"};
constexpr phrase<> explain_outlook{"什么会改变结果", "What would change it"};
constexpr phrase<> explain_losses{"失分，从多到少", "Points lost, the largest first"};
constexpr phrase<> explain_agreement{"各次测评的一致程度", "How far the ratings agree"};

// Operands of steps
constexpr phrase<> colon{"：", ": "};
constexpr phrase<> none_such{"无", "none"};
constexpr phrase<> no_grade_at_all{"未达到认证级别", "no grade"};
constexpr phrase<std::string_view> other_score{"得分 {}，", "score {}, "};
constexpr phrase<> other_same{"，不变", ", the same"};
constexpr phrase<> other_grade{"，级别改变", ", another grade"};
constexpr phrase<> condition_met{"，达到", ", reached"};
constexpr phrase<> condition_not_met{"，未达到", ", not reached"};
constexpr phrase<> why_highest{"两项条件均满足的最高级别", "the highest grade whose two conditions hold"};
constexpr phrase<> why_none{"没有哪一级别的两项条件均满足", "there is no grade whose two conditions hold"};
constexpr phrase<> why_shortfall{"得分所及的最高级别，其管理要求等级未达到，不取较低级别",
                                 "the highest grade by the score lacks its level, and no lower one is given"};
constexpr phrase<> why_nonconforming{"符合性审查未通过，不授予级别", "the conformity review is not passed"};

}  // namespace tbsc94::message

// The kinds of steps, each with the operands that it takes. There is one of each in the program, so that a step tells
// its kind by its address.
namespace tbsc94::steps {

using text = std::string_view;
using name = const bilingual*;
using on_item = const item*;
using grade = const grade_limit*;
using term = phrase<>;

// Service items
inline constexpr phrase<on_item, decimal> not_applicable{"{}不适用，不计应得分（{}）",
                                                         "{}not applicable, its points are not due ({})"};
inline constexpr phrase<summands, decimal> points_due{"应得分：{} = {}", "points due: {} = {}"};
inline constexpr phrase<std::size_t, const rating*> of_rating{"第 {} 次测评{}", "rating {}{}"};
inline constexpr phrase<on_item, decimal, decimal, fraction> item_points{"{}{} × {} = {}", "{}{} × {} = {}"};
inline constexpr phrase<summands, fraction> points{"实际得分：{} = {}", "points: {} = {}"};
inline constexpr phrase<fraction, decimal, fraction> score{"得分：100 × {} ÷ {} = {}", "score: 100 × {} ÷ {} = {}"};
inline constexpr phrase<std::size_t> many_ratings{"共 {} 次测评，各条目只列出 α 之和",
                                                  "{} ratings; of each item, the sum of its α"};
inline constexpr phrase<fraction> weights_of_occasions{
    "同一测评场次的多次测评合计为一次，各次按次数的倒数加权；权数之和为 {}",
    "an occasion's ratings count as one together, each in inverse ratio to their number; the weights add up to {}"};
inline constexpr phrase<fraction> weights_of_assessors{
    "同一测评人员的多次测评合计为一人，各次按次数的倒数加权；权数之和为 {}",
    "an assessor's ratings count as one together, each in inverse ratio to their number; the weights add up to {}"};
inline constexpr phrase<on_item, fraction, fraction, decimal, fraction, fraction> sum_of_alpha{
    "{}Σα = {}；{} × {} ÷ {} = {}", "{}Σα = {}; {} × {} ÷ {} = {}"};
inline constexpr phrase<on_item, fraction, fraction, decimal, fraction, fraction> weighted_sum_of_alpha{
    "{}Σ(权数 × α) = {}；{} × {} ÷ {} = {}", "{}Σ(weight × α) = {}; {} × {} ÷ {} = {}"};

// The mean
inline constexpr phrase<listed, summands, std::size_t, fraction> mean_of_assessor{
    "第 {} 次测评的测评人员：({}) ÷ {} = {}", "the assessor of ratings {}: ({}) ÷ {} = {}"};
inline constexpr phrase<listed, summands, std::size_t, fraction> mean_of_occasion{
    "第 {} 次测评的测评场次：({}) ÷ {} = {}", "the occasion of ratings {}: ({}) ÷ {} = {}"};
inline constexpr phrase<summands, std::size_t, fraction> mean_over_assessors{
    "服务特性测评得分，各测评人员的均值：({}) ÷ {} = {}",
    "the service score, the mean over the assessors: ({}) ÷ {} = {}"};
inline constexpr phrase<summands, std::size_t, fraction> mean_over_occasions{
    "服务特性测评得分，各测评场次的均值：({}) ÷ {} = {}",
    "the service score, the mean over the occasions: ({}) ÷ {} = {}"};
inline constexpr phrase<summands, std::size_t, fraction> mean_over_ratings{
    "服务特性测评得分，各次测评的均值：({}) ÷ {} = {}", "the service score, the mean over the ratings: ({}) ÷ {} = {}"};
inline constexpr phrase<fraction, decimal, fraction> mean_of_sums{"服务特性测评得分：100 × {} ÷ {} = {}",
                                                                  "the service score: 100 × {} ÷ {} = {}"};
inline constexpr phrase<rounding, std::size_t> shown{
    "显示为：{}（在此修约一次，四舍六入五成双，{} 位小数）",
    "shown as: {} (rounded here and once, half to even, to {} decimals)"};

// Maturity
inline constexpr phrase<on_item, decimal, std::size_t, std::size_t, decimal> item_maturity{"{}{} × {} ÷ {} = {}",
                                                                                           "{}{} × {} ÷ {} = {}"};
inline constexpr phrase<summands, decimal> total{"管理成熟度总分：{} = {}", "management total: {} = {}"};
inline constexpr phrase<decimal, decimal, name> band_below{"总分从 {} 起、低于 {}：{}",
                                                           "a total from {}, below {}: {}"};
inline constexpr phrase<decimal, decimal, name> last_band{"总分从 {} 起、至 {}：{}", "a total from {} to {}: {}"};
inline constexpr phrase<decimal, decimal, decimal, name> level{"管理要求等级：{} ≤ {} < {}，{}",
                                                               "management level: {} ≤ {} < {}, {}"};
inline constexpr phrase<decimal, decimal, decimal, name> level_of_last_band{"管理要求等级：{} ≤ {} ≤ {}，{}",
                                                                            "management level: {} ≤ {} ≤ {}, {}"};

// The table of grades
inline constexpr phrase<std::size_t, decimal> row_from{"第 {} 行：得分从 {} 起", "row {}: scores from {}"};
inline constexpr phrase<std::size_t, decimal, decimal> row_to{"第 {} 行：得分从 {} 至 {}",
                                                              "row {}: scores from {} to {}"};
inline constexpr phrase<std::size_t, decimal, name> row_from_asks{"第 {} 行：得分从 {} 起，要求{}",
                                                                  "row {}: scores from {}, ask {}"};
inline constexpr phrase<std::size_t, decimal, decimal, name> row_to_asks{"第 {} 行：得分从 {} 至 {}，要求{}",
                                                                         "row {}: scores from {} to {}, ask {}"};
inline constexpr phrase<grade, decimal> grade_from{"{}：得分从 {} 起", "grade {}: scores from {}"};

// The verdict
inline constexpr phrase<fraction> compared{"用于比较的得分：{}", "the score compared: {}"};
inline constexpr phrase<rounding, std::size_t> compared_rounded{
    "用于比较的得分：{}（在此修约一次，四舍六入五成双，{} 位小数）",
    "the score compared: {} (rounded here and once, half to even, to {} decimals)"};
inline constexpr phrase<grade, condition> score_condition{"{}，得分：{}", "{}, score: {}"};
inline constexpr phrase<grade, std::size_t, decimal, condition> level_condition{
    "{}，管理要求等级（第 {} 行，含 {}）：{}", "{}, management level (row {}, which holds {}): {}"};
inline constexpr phrase<grade, std::size_t, condition> level_condition_by_order{
    "{}，管理要求等级（第 {} 行，按序号）：{}", "{}, management level (row {}, by order): {}"};
inline constexpr phrase<> score_alone{
    "级别只看得分（级别条件 grade-conditions=score-after-review），管理要求等级不影响判定",
    "the score alone decides (grade-conditions=score-after-review), the level nothing"};
inline constexpr phrase<term> review{"管理要求符合性审查：{}", "conformity review: {}"};
inline constexpr phrase<given_grade, term> verdict{"判定：{}（{}）", "verdict: {} ({})"};

// Readings
inline constexpr phrase<text, text, text, other_result> other_value{"{} = {}；若为 {}：{}", "{} = {}; with {}: {}"};
inline constexpr phrase<text, text, text, term> other_value_refuses{"{} = {}；若为 {}：{}", "{} = {}; with {}: {}"};

// What would change it
inline constexpr phrase<grade, fraction, fraction, fraction> above_limit{"高出 {}下限：{} − {} = {}",
                                                                         "above the limit of {}: {} − {} = {}"};
inline constexpr phrase<name, fraction, fraction, fraction> above_level{"高出{}的最低总分：{} − {} = {}",
                                                                        "above the lowest total of {}: {} − {} = {}"};
inline constexpr phrase<> highest_reached{"已达到最高级别", "the highest grade is reached"};
inline constexpr phrase<grade> review_to_next{"距 {}：管理要求符合性审查须通过",
                                              "to {}: the conformity review must be passed"};
inline constexpr phrase<grade, fraction, fraction, fraction> score_to_next{
    "距 {}，得分还差：{} − {} = {}", "to {}, points of the score missing: {} − {} = {}"};
inline constexpr phrase<grade, decimal, name> only_on_limit{"距 {}，得分恰为 {} 时，{}即可",
                                                            "to {}, at a score of exactly {}: {} is enough"};
inline constexpr phrase<grade, decimal> only_below{
    "距 {}，以得分低于 {} 为限：从该分起，等级不足则不授予级别",
    "to {}, below {} only: from there on the level falls short, and no grade is given"};
inline constexpr phrase<grade, name, fraction, fraction, fraction> total_to_next{
    "距 {}，总分到{}还差：{} − {} = {}", "to {}, points of the total missing to {}: {} − {} = {}"};
inline constexpr phrase<grade, name> no_such_level{"距 {}：须达到{}，但没有总分对应该等级",
                                                   "to {}: {}, which no total gives"};
inline constexpr phrase<raises_to_level> fewest_raises{"{}", "{}"};
inline constexpr phrase<on_item, decimal, fraction, fraction> lost{"{}{} − {} = {}", "{}{} − {} = {}"};

// Agreement
inline constexpr phrase<> one_rating{"只有一次测评：由它单独决定，无从比较",
                                     "there is one rating alone: it decides, and nothing stands beside it"};
inline constexpr phrase<std::size_t, decimal, decimal, name> first_band{"第 {} 段：从 {} 至 {}，{}",
                                                                        "band {}: from {} to {}, {}"};
inline constexpr phrase<std::size_t, decimal, decimal, name> band{"第 {} 段：大于 {}、至 {}，{}",
                                                                  "band {}: above {}, to {}, {}"};
inline constexpr phrase<> spreads{"α 的最高减最低；各段（第 1 段起）的测评次数",
                                  "highest α less lowest; how many ratings fall in each band, from band 1"};
inline constexpr phrase<on_item, decimal, decimal, decimal, listed> spread{"{}{} − {} = {}；{}", "{}{} − {} = {}; {}"};
inline constexpr phrase<on_item, decimal, decimal, decimal, listed> spread_far_apart{
    "{}{} − {} = {}；{}；相差两段或以上", "{}{} − {} = {}; {}; two bands or more apart"};
inline constexpr phrase<listed> far_apart{"相差两段或以上的条目：{}", "items two bands or more apart: {}"};
inline constexpr phrase<listed> scores{"各次测评的得分，依次为：{}", "the scores of the ratings, in order: {}"};
inline constexpr phrase<std::size_t, other_result> without{"略去第 {} 次测评：{}", "without rating {}: {}"};
inline constexpr phrase<fraction, fraction> without_any{"略去任一次测评，得分最低 {}，最高 {}",
                                                        "without one rating: at least {}, at most {}"};
inline constexpr phrase<listed> deciding{"由一次测评单独决定，略去它则级别改变：第 {} 次",
                                         "one rating alone decides, without it another grade: rating {}"};
inline constexpr phrase<> none_decides{"没有哪一次测评单独决定级别：略去任一次，级别均不变",
                                       "no rating alone decides: without any one of them, the same grade"};

}  // namespace tbsc94::steps
