// What is said of recorded results, in both languages.
#pragma once

#include <array>
#include <string_view>

#include "checking/recorded.hpp"
#include "text/language.hpp"

namespace tbsc94::message {

using text = std::string_view;

constexpr phrase<text, text, text> recorded_computed{"{}：存档为 {}，计算为 {}", "{}: recorded {}, computed {}"};
constexpr phrase<text, text> with_cause{"{}；{}", "{}; {}"};
constexpr phrase<> no_value{"无", "none"};

/// The causes from `impossible` to `conformity`, in their order.
inline constexpr std::array<phrase<>, 15> causes{{
    {"不可能有这样的值", "no assessment can come to it"},
    {"用双精度浮点数累加会得到该值", "sums of binary floating-point numbers give it"},
    {"该值是截断的结果，而不是修约的结果", "it is the exact value cut off, not rounded"},
    {"该值是进位的结果，而不是修约的结果", "it is the exact value raised, not rounded"},
    {"连续修约会得到该值（GB/T 8170 要求一次修约）", "rounding twice gives it (GB/T 8170 asks for rounding once)"},
    {"与界限比较时“逢五进一”会得到该值（GB/T 8170 为四舍六入五成双）",
     "rounding a half up before comparing gives it (GB/T 8170 rounds it to the even digit)"},
    {"先修约各条目的 α 均值或实际得分会得到该值", "rounding each item's mean α or points first gives it"},
    {"先修约每次测评（或每位测评人员、每个场次）的得分会得到该值",
     "rounding each rating's (or assessor's, or occasion's) score first gives it"},
    {"不按单项分值加权、直接平均百分比会得到该值", "a mean of percentages, not weighted by points due, gives it"},
    {"由存档的服务特性测评得分得出", "it follows from the recorded service score"},
    {"由存档的管理成熟度总分得出", "it follows from the recorded management total"},
    {"由存档的管理要求等级得出", "it follows from the recorded management level"},
    {"由存档的得分与管理要求等级共同得出", "it follows from the recorded score and level together"},
    {"存档的各项互相矛盾，任何条款解释下都不成立", "the recorded members contradict each other, under every reading"},
    {"未计入符合性审查不通过", "it leaves out of account that the conformity review is not passed"},
}};
constexpr phrase<text> other_reading{"按{}会得到该值", "{} gives it"};
constexpr phrase<text> rounded_before{"先修约后比较会得到该值（{}）", "rounding before comparing gives it ({})"};
constexpr phrase<text> other_edition{"按版本 {} 会得到该值", "edition {} gives it"};
constexpr phrase<text, text> with_readings{"{}，并按 {}", "{}; with {}"};
constexpr phrase<text> decided_otherwise{"认证机构已另作决定（{}）", "the body has decided otherwise ({})"};
constexpr phrase<text> stated_otherwise{"方案另有写明（{}）", "the scheme states otherwise ({})"};
constexpr phrase<> not_decided{"认证机构的决定中没有这一条", "the body's decisions do not say so"};
constexpr phrase<> together{" 加上 ", " together with "};
constexpr phrase<> or_else{"，或 ", ", or "};

// Results of `grade` compared with those worked out again
constexpr phrase<text, std::size_t> more_differ{"{}：另有 {} 处不一致", "{}: {} more differ"};
constexpr phrase<> other_bytes{"结果所附的评价记录不是该摘要所指的输入",
                               "the assessment in the result is not the input that this is the digest of"};
constexpr phrase<text, text> line_ends{
    "换行符在途中被改动：输入原为 {}，此处为 {}，其余内容与该输入相同",
    "line ends were changed on the way: the input has {}, this has {}; all else is the input's"};
constexpr phrase<> rewritten{
    "结果已被其他程序重新排版，输入的原始字节不复存在，无法核对其摘要",
    "another program has written the result anew: the input's own bytes are lost, and the digest cannot be checked"};
constexpr phrase<> other_scheme{"结果依据的是另一方案文件", "the result was worked out by another scheme file"};
constexpr phrase<text, text> other_version{"结果由版本 {} 给出，此处为版本 {}",
                                           "the result is version {}'s; this is version {}"};

// `verify`
constexpr phrase<text> under{"所依条款解释：{}", "under {}"};
constexpr phrase<text> under_by_result{"所依条款解释：{}；其中的决定仅为该结果自称，未经认证机构的决定文件核对",
                                       "under {}; the decisions are the result's own word: no file of the body's was "
                                       "given to hold them to"};
constexpr phrase<text, text> decided{"{}，{}", "{} ({})"};
constexpr phrase<> body_reads{"认证机构的条款解释", "the body's readings"};
constexpr phrase<> all_by_default{"均为默认值", "all by default"};
constexpr phrase<> summary_under{"所依非默认解释（一致者）", "held under"};
constexpr phrase<> holds{"一致", "holds"};
constexpr phrase<> differs{"不一致", "differs"};
constexpr phrase<> unrecorded{"无存档", "unrecorded"};
constexpr phrase<std::size_t, std::size_t, std::size_t, std::size_t> annotations_in_all{
    "共 {} 条注释，GitHub 只显示前 10 条，其余见日志：{} 项中 {} 项不一致，{} 项退回改正或无法读取",
    "{} annotations, of which GitHub shows the first ten, and its log all: of {} tests {} fail and {} are refused or "
    "could not be read"};
constexpr phrase<> no_recorded_result{"评价记录未带存档结果", "the assessment carries no recorded result"};
constexpr phrase<std::size_t, std::size_t, std::size_t> summary_recorded{
    "存档结果：一致 {} 份，不一致 {} 份，无存档 {} 份", "recorded results: {} hold, {} differ, {} unrecorded"};

constexpr phrase<> check_result{"核对结果", "result"};

// `regrade`
constexpr phrase<> recorded_grade{"存档级别", "recorded"};
constexpr phrase<> grade_now{"现级别", "now"};
constexpr phrase<> cause_of_change{"变化原因", "cause"};
constexpr phrase<> before_and_now{"存档 \\ 现在", "recorded \\ now"};
constexpr phrase<> own_and_now{"按自身版本与解释 \\ 现在（无存档者）", "unrecorded, by their own \\ now"};
constexpr phrase<> a_and_b{"A \\ B", "A \\ B"};
constexpr phrase<> grade_by_a{"A 的级别", "by A"};
constexpr phrase<> grade_by_b{"B 的级别", "by B"};
constexpr phrase<> row_other{"其他", "other"};
constexpr phrase<> sum{"合计", "total"};
constexpr phrase<std::size_t> summary_changed{"级别变化：{} 份", "grades changed: {}"};
constexpr phrase<> summary_by_cause{"原因", "by cause"};
/// In the order of `change_cause`.
inline constexpr std::array<phrase<>, all_change_causes.size()> change_causes{{
    {"原因不明", "not known"},
    {"计算", "arithmetic"},
    {"符合性审查", "conformity"},
    {"方案版本", "scheme edition"},
    {"方案版本与条款解释", "scheme edition and reading"},
    {"与界限的比较", "limit comparison"},
    {"条款解释", "reading"},
    {"存档自身", "the record itself"},
}};

}  // namespace tbsc94::message
