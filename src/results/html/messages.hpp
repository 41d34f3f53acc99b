// What the HTML report says beside the words that all reports share, in both languages.
#pragma once

#include <array>
#include <string_view>

#include "text/language.hpp"

// A namespace of their own: short names, that other messages have too.
namespace tbsc94::html_message {

using text = std::string_view;

// The head
constexpr phrase<> html_report{"服务认证评价报告", "Service certification assessment report"};
constexpr phrase<> for_committee{"认证机构内部用（认证决定）", "for the certification body's committee"};
constexpr phrase<> for_client{"认证委托人用", "for the client"};
constexpr phrase<> client_note{
    "本版供认证委托人使用，不含测评人员姓名、单份测评的数值、测评一致性和距更高一级的差距；完整内容见认证机构内部用的版"
    "本。",
    "This edition is for the client: it leaves out who rated what, each rating's own "
    "numbers, how far the ratings agree, and what is missing to the next grade."};
constexpr phrase<> no_organization{"（未写明组织名称）", "(organization not named)"};
constexpr phrase<> not_filled_in{"（未填写）", "(not filled in)"};
constexpr phrase<> contents{"目录", "Contents"};
constexpr phrase<> unfold{"展开", "Unfold"};
constexpr phrase<> id{"编号", "Number"};
constexpr phrase<> date{"日期", "Date"};
constexpr phrase<> rating_count{"测评", "Ratings"};
constexpr phrase<> verdict{"判定", "Verdict"};
constexpr phrase<> score{"服务特性测评得分", "Service score"};
constexpr phrase<> exactly{"精确值", "exactly"};
constexpr phrase<> compared{"用于比较的得分", "Score compared"};
constexpr phrase<> management_total{"管理成熟度总分", "Management total"};
constexpr phrase<> management_level{"管理要求等级", "Management level"};
constexpr phrase<> colon{"：", ": "};

// The figures
constexpr phrase<> score_scale{"服务特性测评得分与各级别下限", "Service score and the grades' lower limits"};
constexpr phrase<text, text> score_scale_text{"得分 {}；{}", "The score is {}; {}."};
constexpr phrase<> total_scale{"管理成熟度总分与各等级", "Management total and the levels"};
constexpr phrase<text, text> total_scale_text{"总分 {}；{}", "The total is {}; {}."};
constexpr phrase<text, text> scale_from{"{} 从 {} 起", "{} from {}"};
constexpr phrase<> glance{"概览", "At a glance"};
constexpr phrase<> bars{"服务特性指标：得分率，竖线为各级别下限",
                        "Characteristics: points in percent of those due; the lines are the grades' lower limits"};
constexpr phrase<> heat{"管理要求：各条目的成熟度等级", "Management items: maturity levels"};
constexpr phrase<text, text> bar_text{"{}：{} %", "{}: {} %"};

// The tables
constexpr phrase<text> service_form{"服务能力评价评分表（{}）", "Service evaluation form ({})"};
constexpr phrase<> criterion{"评价要点（摘要，以规范原文为准）", "what is evaluated"};
constexpr phrase<> sum{"总计", "sum"};
constexpr phrase<> mean{"平均", "mean"};
constexpr phrase<> mean_alpha{"α 平均值及所在段", "mean α and its band"};
constexpr phrase<> remark{"备注", "remark"};
constexpr phrase<> evidence{"证据与备注", "evidence and remarks"};
constexpr phrase<std::size_t, std::size_t> alpha_block{"第 {} 至 {} 次测评的体验系数 α", "Ratings {} to {}: α"};
constexpr phrase<text> maturity_form{"管理要求的成熟度分值（{}）", "Management maturity points ({})"};
constexpr phrase<> management_item{"条目", "item"};
constexpr phrase<> held{"● 所达到的等级及其分值", "● the level held, and its points"};

// Readings and assumptions
constexpr phrase<> readings_heading{"条款解释", "Readings"};
constexpr phrase<> reading_name{"名称与条款", "name and clause"};
constexpr phrase<> reading_in_use{"采用", "in use"};
constexpr phrase<> reading_other{"其他取值", "other values"};
constexpr phrase<> gives{"结果：", "gives"};
constexpr phrase<> changes{"级别改变", "another grade"};
constexpr phrase<> assumptions{"假定", "Assumptions"};
constexpr phrase<> nothing_assumed{"无", "none"};

// What would change it; agreement
constexpr phrase<> losses{"失分，从多到少", "Points lost, the largest first"};
constexpr phrase<> ratings{"各次测评，以及略去该次测评后的结果", "The ratings, and the result without each"};
constexpr phrase<> assessor{"测评人员", "assessor"};
constexpr phrase<> occasion{"测评场次", "occasion"};
constexpr phrase<> weight{"权数", "weight"};
constexpr phrase<text, text> without_any{"略去任一次测评，得分最低 {}，最高 {}",
                                         "without one rating: at least {}, at most {}"};
constexpr phrase<> without{"略去后得分", "score without"};
constexpr phrase<> spreads{"各条目 α 的最低、最高与相差，以及落在各段的测评次数",
                           "Each item's lowest and highest α, their spread, and the ratings in each band"};
constexpr phrase<> spread{"相差", "spread"};
constexpr phrase<> far_apart{"相差两段或以上", "two bands or more apart"};
constexpr phrase<std::size_t, text, text> ratings_summed_up{"共 {} 次测评，各次得分最低 {}，最高 {}",
                                                            "{} ratings; their scores are from {} to {}"};

// The index of several
constexpr phrase<> index_title{"评价报告汇总", "Assessment reports"};
constexpr phrase<> read{"读取", "Read"};
constexpr phrase<> graded{"已计算", "Graded"};
constexpr phrase<> refused{"退回改正", "Refused"};
constexpr phrase<> unread{"无法读取", "Could not be read"};
constexpr phrase<> depends_on_reading{"级别取决于条款解释", "Grade depends on a reading"};
constexpr phrase<> conformity_assumed{"符合性审查为假定", "Conformity assumed"};
constexpr phrase<> review_assumed{"审查为假定", "review assumed"};
constexpr phrase<> by_grade{"各级别的份数", "Assessments by grade"};
constexpr phrase<> by_score{"各得分段的份数", "Assessments by service score"};
constexpr phrase<text, std::size_t> bar_count{"{}：{}", "{}: {}"};
constexpr phrase<text, text> score_bin{"[{}, {})", "[{}, {})"};
constexpr phrase<text, text> last_score_bin{"[{}, {}]", "[{}, {}]"};
constexpr phrase<> reports{"报告", "Reports"};
constexpr phrase<> refused_records{"退回改正的记录", "Refused records"};
constexpr phrase<> source{"来源", "source"};
constexpr phrase<> organization{"组织", "organization"};
constexpr phrase<> errors{"错误", "errors"};
constexpr phrase<> order{"排列", "Order"};
constexpr phrase<> as_given{"按输入", "as given"};
constexpr phrase<> latest_first{"日期（新的在前）", "latest first"};
constexpr phrase<> highest_first{"级别与得分（高的在前）", "highest grade and score first"};
constexpr phrase<> trends{"同一组织的历次审核", "Audits of one organization"};
constexpr phrase<text, text, text> trend_point{"{}：{}（{}）", "{}: {} ({})"};
constexpr phrase<std::size_t> more_trends{"另有 {} 个组织", "{} more organizations"};
constexpr phrase<std::size_t> more_errors{"另有 {} 行", "{} more lines"};

// The end
constexpr phrase<> provenance{"依据与校验", "What it was worked out from"};
constexpr phrase<> program{"程序", "Program"};
constexpr phrase<> scheme{"认证方案", "Scheme"};
constexpr phrase<> input{"评价记录", "Assessment"};
constexpr phrase<> signatures{"签字", "Signatures"};
constexpr phrase<> signature{"签字", "signature"};
constexpr phrase<> signed_on{"日期", "date"};
constexpr phrase<> assessor_signs{"测评人员", "Assessor"};
constexpr phrase<> assessors_sign{"测评人员", "Assessors"};
inline constexpr std::array<phrase<>, 4> signatories{{{"审核组长", "Audit team leader"},
                                                      {"受审核方代表", "For the organization"},
                                                      {"复核人员", "Reviewer"},
                                                      {"认证决定人员", "Certification decision"}}};
constexpr phrase<> derivation{"附：推导", "Annex: derivation"};
constexpr phrase<> derivation_note{"除“≈”之后的数以外均为精确值，各步之间不作修约；可据此手工复算。",
                                   "Every number is exact, except behind ≈; nothing is rounded between the "
                                   "steps. The result can be worked out again by hand."};

}  // namespace tbsc94::html_message
