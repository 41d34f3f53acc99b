// What the columns of tables are called, in both languages.
#pragma once

#include <array>
#include <string_view>
#include <utility>

#include "text/language.hpp"

namespace tbsc94::message {

constexpr phrase<std::string_view> column_points{"{} 实际得分", "{} points"};
constexpr phrase<std::string_view> column_level{"{} 成熟度等级", "{} level"};
constexpr phrase<std::string_view, std::string_view> title_and_key{"{}（{}）", "{} ({})"};

/// By their keys.
inline constexpr std::array<std::pair<std::string_view, phrase<>>, 31> column_titles{
    {{"source", {"来源", "source"}},
     {"id", {"编号", "id"}},
     {"organization", {"组织", "organization"}},
     {"scheme", {"认证方案", "scheme"}},
     {"edition", {"版本", "edition"}},
     {"date", {"日期", "date"}},
     {"item", {"条目", "item"}},
     {"percentage", {"得分率", "percentage"}},
     {"points", {"实际得分", "points"}},
     {"points_due", {"应得分", "points due"}},
     {"assessor", {"测评人员", "assessor"}},
     {"occasion", {"测评场次", "occasion"}},
     {"score", {"本份得分", "score"}},
     {"from_mean", {"与平均之差", "from the mean"}},
     {"service_score", {"服务特性测评得分", "service score"}},
     {"service_score_exact", {"得分精确值", "exact score"}},
     {"mark", {"标记", "mark"}},
     {"compared_score", {"用于比较的得分", "compared score"}},
     {"management_total", {"管理成熟度总分", "management total"}},
     {"management_level", {"管理要求等级", "management level"}},
     {"grade", {"级别", "grade"}},
     {"depends_on", {"取决于条款解释", "depends on"}},
     {"assumed", {"假定", "assumed"}},
     {"readings", {"非默认解释", "readings"}},
     {"remarks", {"提示", "remarks"}},
     {"error", {"错误代码", "errors"}},
     {"recorded", {"存档级别", "recorded"}},
     {"change_from", {"原级别", "change from"}},
     {"change_to", {"现级别", "change to"}},
     {"change_cause", {"变化原因", "cause of change"}},
     {"reason", {"未达到认证级别的原因", "reason"}}}};

}  // namespace tbsc94::message
