// What is said of the differences between two schemes, in both languages.
#pragma once

#include <cstddef>
#include <string_view>

#include "text/language.hpp"

namespace tbsc94::message {

using text = std::string_view;

// The command line
constexpr phrase<> about_scheme_diff{"比较两个认证方案：逐处列出修订改动了什么",
                                     "Compare two schemes: everything that a revision changes"};
constexpr phrase<> opt_compared_schemes{
    "一个或两个方案：已装载方案的编号、版本或二者（\"CTS TBSC94-2026 B/0\"），否则为文件或 -（标准输入）；"
    "只写一个时与内置方案比较",
    "One or two schemes: the id, the edition or both of one that is loaded (\"CTS TBSC94-2026 B/0\"), else a file or "
    "- for standard input; a single one is compared with the embedded scheme"};
constexpr phrase<> opt_impact{
    "按两个方案分别计算这些文件、文件夹或压缩包，列出级别变化及汇总表",
    "Grade these files, folders or archives by both schemes: the grades that move, and a matrix"};
constexpr phrase<> impact{"对档案的影响（A → B）", "What moves in the archive (A → B)"};
constexpr phrase<> opt_exit_code{"有差异时退出码为 1", "Exit code 1 where the schemes differ"};
constexpr phrase<text, text, text> no_such_scheme{"无法读取 {}：{}；已装载的方案：{}",
                                                  "cannot read {}: {}; the schemes loaded are {}"};
constexpr phrase<text, text> several_schemes{"“{}”对应多个已装载的方案：{}",
                                             "\"{}\" is the name of several schemes that are loaded: {}"};

// What is compared
constexpr phrase<text, text, text> compared_scheme{"{}：{} {}", "{}: {} {}"};
constexpr phrase<text, text, text, text> compared_file{"{}：{} {}（{}）", "{}: {} {} ({})"};
constexpr phrase<std::size_t> difference_count{"差异 {} 处", "differences: {}"};
constexpr phrase<> diff_title{"认证方案的差异", "Differences between schemes"};
constexpr phrase<> no_difference{"没有差异", "no difference"};

// Headings
constexpr phrase<> scheme_section{"方案", "The scheme"};
constexpr phrase<> clauses_section{"条款摘要", "Clauses, summed up"};
constexpr phrase<text> grades_section{"级别表（{}）", "The table of grades ({})"};

// What differs
constexpr phrase<text> band_of_alpha{"分段 {}", "the band {}"};
constexpr phrase<text, text> characteristic_entry{"服务特性 {} {}", "characteristic {} {}"};
constexpr phrase<text, text> chapter_entry{"第 {} 章 {}", "chapter {} {}"};
constexpr phrase<text, text> item_entry{"条目 {} {}", "item {} {}"};
constexpr phrase<> maturity_entry{"管理成熟度部分", "the maturity part"};

// What of it. A text in the other language is marked as such.
struct text_labels {
  phrase<> zh;
  phrase<> en;
};
constexpr phrase<text, text, text> changed{"{}{} → {}", "{}{} → {}"};
constexpr phrase<> field_scheme{"方案编号 ", "id "};
constexpr phrase<> field_edition{"版本 ", "edition "};
constexpr text_labels field_title{{"标题", "Chinese title "}, {"英文标题", "title "}};
constexpr text_labels field_issuer{{"发布机构", "Chinese name of the issuer "}, {"发布机构英文名", "issuer "}};
constexpr phrase<> field_published{"发布日期 ", "published "};
constexpr phrase<> field_effective{"生效日期 ", "in effect from "};
constexpr phrase<> field_clause{"所据条款 ", "states "};
constexpr phrase<> field_mean_clause{"均值所据条款 ", "states for the mean "};
constexpr phrase<> field_requirements_clause{"管理要求所据条款 ", "states as requirements "};
constexpr phrase<> field_qms_audit_clause{"质量管理体系审核所据条款 ",
                                          "states for the quality management system audit "};
constexpr text_labels field_name{{"名称", "Chinese name "}, {"英文名称", "name "}};
constexpr text_labels field_criterion{{"评价要点", "Chinese criterion "}, {"英文评价要点", "criterion "}};
constexpr text_labels field_description{{"说明", "Chinese description "}, {"英文说明", "description "}};
constexpr text_labels field_summary{{"摘要", "Chinese summary "}, {"英文摘要", "summary "}};
constexpr phrase<> field_value{"取值 ", "value "};
constexpr phrase<text> field_reference{"{} 中的编号 ", "number in {} "};
constexpr phrase<> field_item_points{"单项分值 ", "points due "};
constexpr phrase<> field_group_points{"应得分 ", "points due "};
constexpr phrase<> field_all_points{"应得分合计 ", "points due, in all "};
constexpr phrase<> field_from{"起点 ", "from "};
constexpr phrase<> field_to{"终点 ", "to "};
constexpr phrase<> field_lower_limit{"下限 ", "from "};
constexpr phrase<> field_upper_limit{"上限 ", "to "};
constexpr phrase<> field_totals_from{"总分下限 ", "totals from "};
constexpr phrase<> field_totals_end{"总分上限 ", "totals up to "};
constexpr phrase<> field_needs{"管理要求等级 ", "needs "};
constexpr phrase<> field_places{"界限的小数位数 ", "decimal places of the limits "};
constexpr phrase<> field_item_order{"条目顺序 ", "order of the items "};
constexpr phrase<> field_characteristic_order{"服务特性的顺序 ", "order of the characteristics "};
constexpr phrase<> field_chapter_order{"各章的顺序 ", "order of the chapters "};
constexpr phrase<text, text> moved_between_characteristics{"由服务特性 {} 移至服务特性 {}",
                                                           "moved from characteristic {} to characteristic {}"};
constexpr phrase<text, text> moved_between_chapters{"由第 {} 章移至第 {} 章", "moved from chapter {} to chapter {}"};
constexpr phrase<> added{"新增", "added"};
constexpr phrase<> removed{"删除", "removed"};
constexpr phrase<text, text> with_detail{"{}（{}）", "{} ({})"};
constexpr phrase<text, text> in_characteristic{"单项分值 {}，属服务特性 {}", "points due {}, in characteristic {}"};
constexpr phrase<text, text> in_chapter{"单项分值 {}，属第 {} 章", "points due {}, in chapter {}"};
constexpr phrase<std::size_t> item_count{"{} 项管理要求", "{} items"};

// Values
constexpr phrase<text> quoted{"“{}”", "\"{}\""};
constexpr phrase<> no_such_value_here{"无", "none"};
constexpr phrase<> taken_in{"（含）", " (taken in)"};
constexpr phrase<> left_out{"（不含）", " (left out)"};
constexpr phrase<> between_ids{"、", ", "};
constexpr phrase<text, text> subject_and_change{"{}：{}", "{}: {}"};

}  // namespace tbsc94::message
