// What an explanation says, in both languages.
#pragma once

#include <string_view>

#include "text/language.hpp"

namespace tbsc94::message {

using text = std::string_view;

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

// Service items
constexpr phrase<text, text> item_of{"{} {}：", "{} {}: "};
constexpr phrase<text> step_not_applicable{"不适用，不计应得分（{}）", "not applicable, its points are not due ({})"};
constexpr phrase<text> step_due{"应得分：{}", "points due: {}"};
constexpr phrase<std::size_t, text> step_rating{"第 {} 次测评{}", "rating {}{}"};
constexpr phrase<text> step_points{"实际得分：{}", "points: {}"};
constexpr phrase<text> step_score{"得分：{}", "score: {}"};
constexpr phrase<std::size_t> step_many{"共 {} 次测评，各条目只列出 α 之和",
                                        "{} ratings; of each item, the sum of its α"};
constexpr phrase<text> step_weights_of_occasions{
    "同一测评场次的多次测评合计为一次，各次按次数的倒数加权；权数之和为 {}",
    "an occasion's ratings count as one together, each in inverse ratio to their number; the weights add up to {}"};
constexpr phrase<text> step_weights{
    "同一测评人员的多次测评合计为一人，各次按次数的倒数加权；权数之和为 {}",
    "an assessor's ratings count as one together, each in inverse ratio to their number; the weights add up to {}"};
constexpr phrase<text, text> step_sum_of_alpha{"Σα = {}；{}", "Σα = {}; {}"};
constexpr phrase<text, text> step_weighted_sum_of_alpha{"Σ(权数 × α) = {}；{}", "Σ(weight × α) = {}; {}"};

// The mean
constexpr phrase<text, text> step_assessor_mean{"第 {} 次测评的测评人员：{}", "the assessor of ratings {}: {}"};
constexpr phrase<text> step_mean_over_assessors{"服务特性测评得分，各测评人员的均值：{}",
                                                "the service score, the mean over the assessors: {}"};
constexpr phrase<text, text> step_occasion_mean{"第 {} 次测评的测评场次：{}", "the occasion of ratings {}: {}"};
constexpr phrase<text> step_mean_over_occasions{"服务特性测评得分，各测评场次的均值：{}",
                                                "the service score, the mean over the occasions: {}"};
constexpr phrase<text> step_mean_over_ratings{"服务特性测评得分，各次测评的均值：{}",
                                              "the service score, the mean over the ratings: {}"};
constexpr phrase<text> step_mean_of_sums{"服务特性测评得分：{}", "the service score: {}"};
constexpr phrase<text, unsigned> step_shown{"显示为：{}（在此修约一次，四舍六入五成双，{} 位小数）",
                                            "shown as: {} (rounded here and once, half to even, to {} decimals)"};

// Maturity
constexpr phrase<text> step_total{"管理成熟度总分：{}", "management total: {}"};
constexpr phrase<text, text, text> step_band_below{"总分从 {} 起、低于 {}：{}", "a total from {}, below {}: {}"};
constexpr phrase<text, text, text> step_last_band{"总分从 {} 起、至 {}：{}", "a total from {} to {}: {}"};
constexpr phrase<text, text> step_level{"管理要求等级：{}，{}", "management level: {}, {}"};

// The table of grades
constexpr phrase<text, text> step_row{"第 {} 行：得分{}", "row {}: scores {}"};
constexpr phrase<text, text> step_row_to{"从 {} 至 {}", "from {} to {}"};
constexpr phrase<text> step_row_from{"从 {} 起", "from {}"};
constexpr phrase<text> step_row_asks{"，要求{}", ", ask {}"};
constexpr phrase<text, text> step_grade_from{"{}：得分从 {} 起", "grade {}: scores from {}"};

// The verdict
constexpr phrase<text> step_compared{"用于比较的得分：{}", "the score compared: {}"};
constexpr phrase<text, unsigned> step_compared_rounded{
    "用于比较的得分：{}（在此修约一次，四舍六入五成双，{} 位小数）",
    "the score compared: {} (rounded here and once, half to even, to {} decimals)"};
constexpr phrase<text, text, text> step_limit{"{}，得分：{}，{}", "{}, score: {}, {}"};
constexpr phrase<> step_score_alone{
    "级别只看得分（级别条件 grade-conditions=score-after-review），管理要求等级不影响判定",
    "the score alone decides (grade-conditions=score-after-review), the level nothing"};
constexpr phrase<std::size_t, text> row_by_score{"第 {} 行，含 {}", "row {}, which holds {}"};
constexpr phrase<std::size_t> row_by_order{"第 {} 行，按序号", "row {}, by order"};
constexpr phrase<text, text, text, text> step_row_level{"{}，管理要求等级（{}）：{}，{}",
                                                        "{}, management level ({}): {}, {}"};
constexpr phrase<> condition_met{"达到", "reached"};
constexpr phrase<> condition_not_met{"未达到", "not reached"};
constexpr phrase<text> step_review{"管理要求符合性审查：{}", "conformity review: {}"};
constexpr phrase<text, text> step_verdict{"判定：{}（{}）", "verdict: {} ({})"};
constexpr phrase<> why_highest{"两项条件均满足的最高级别", "the highest grade whose two conditions hold"};
constexpr phrase<> why_none{"没有哪一级别的两项条件均满足", "there is no grade whose two conditions hold"};
constexpr phrase<> why_shortfall{"得分所及的最高级别，其管理要求等级未达到，不取较低级别",
                                 "the highest grade by the score lacks its level, and no lower one is given"};
constexpr phrase<> why_nonconforming{"符合性审查未通过，不授予级别", "the conformity review is not passed"};
constexpr phrase<> no_grade_at_all{"未达到认证级别", "no grade"};

// Readings
constexpr phrase<text, text, text, text> step_reading{"{} = {}；若为 {}：{}", "{} = {}; with {}: {}"};
constexpr phrase<text, text> step_other_score{"得分 {}，{}", "score {}, {}"};
constexpr phrase<> other_same{"，不变", ", the same"};
constexpr phrase<> other_grade{"，级别改变", ", another grade"};

// What would change it
constexpr phrase<text, text> step_above_limit{"高出 {}下限：{}", "above the limit of {}: {}"};
constexpr phrase<text, text> step_above_level{"高出{}的最低总分：{}", "above the lowest total of {}: {}"};
constexpr phrase<> step_highest{"已达到最高级别", "the highest grade is reached"};
constexpr phrase<text> step_next_conformity{"距 {}：管理要求符合性审查须通过",
                                            "to {}: the conformity review must be passed"};
constexpr phrase<text, text> step_next_score{"距 {}，得分还差：{}", "to {}, points of the score missing: {}"};
constexpr phrase<text, text, text> step_only_on_limit{"距 {}，得分恰为 {} 时，{}即可",
                                                      "to {}, at a score of exactly {}: {} is enough"};
constexpr phrase<text, text> step_only_below{
    "距 {}，以得分低于 {} 为限：从该分起，等级不足则不授予级别",
    "to {}, below {} only: from there on the level falls short, and no grade is given"};
constexpr phrase<text, text, text> step_next_level{"距 {}，总分到{}还差：{}",
                                                   "to {}, points of the total missing to {}: {}"};
constexpr phrase<text, text> step_no_such_level{"距 {}：须达到{}，但没有总分对应该等级",
                                                "to {}: {}, which no total gives"};

// Agreement
constexpr phrase<> step_alone{"只有一次测评：由它单独决定，无从比较",
                              "there is one rating alone: it decides, and nothing stands beside it"};
constexpr phrase<std::size_t, text, text, text> step_first_band{"第 {} 段：从 {} 至 {}，{}",
                                                                "band {}: from {} to {}, {}"};
constexpr phrase<std::size_t, text, text, text> step_band{"第 {} 段：大于 {}、至 {}，{}",
                                                          "band {}: above {}, to {}, {}"};
constexpr phrase<> spread_caption{"α 的最高减最低；各段（第 1 段起）的测评次数",
                                  "highest α less lowest; how many ratings fall in each band, from band 1"};
constexpr phrase<text, text, text> step_spread{"{}；{}{}", "{}; {}{}"};
constexpr phrase<> two_bands_apart{"；相差两段或以上", "; two bands or more apart"};
constexpr phrase<text> step_far_apart{"相差两段或以上的条目：{}", "items two bands or more apart: {}"};
constexpr phrase<> none_such{"无", "none"};
constexpr phrase<text> step_scores{"各次测评的得分，依次为：{}", "the scores of the ratings, in order: {}"};
constexpr phrase<std::size_t, text> step_without{"略去第 {} 次测评：{}", "without rating {}: {}"};
constexpr phrase<text, text> step_without_any{"略去任一次测评，得分最低 {}，最高 {}",
                                              "without one rating: at least {}, at most {}"};
constexpr phrase<text> step_deciding{"由一次测评单独决定，略去它则级别改变：第 {} 次",
                                     "one rating alone decides, without it another grade: rating {}"};
constexpr phrase<> step_none_decides{"没有哪一次测评单独决定级别：略去任一次，级别均不变",
                                     "no rating alone decides: without any one of them, the same grade"};

}  // namespace tbsc94::message
