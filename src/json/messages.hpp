// What the program says of files, in both languages: the one catalogue of its error messages.
#pragma once

#include <string>
#include <string_view>

#include "json/key_names.hpp"
#include "json/kind.hpp"
#include "tbsc94/readings.hpp"
#include "text/encoding.hpp"
#include "text/language.hpp"

namespace tbsc94::message {

using text = std::string_view;

/// Words of a file as a message repeats them: no more than the beginning of what is long.
class excerpt {
 public:
  static constexpr std::size_t longest = 120;  // code points

  excerpt(text written);
  excerpt(const std::string& written) : excerpt(text(written)) {}
  [[nodiscard]] const std::string& shown() const { return shown_; }

 private:
  std::string shown_;
};

// Clauses
constexpr phrase<text> clause{"条款 {}", "clause {}"};
constexpr phrase<text> appendix{"附录 {}", "Appendix {}"};

// A place in a workbook
constexpr phrase<text> in_sheet{"工作表“{}”", "sheet \"{}\""};
constexpr phrase<text, text> in_cell{"工作表“{}” {}", "sheet \"{}\" {}"};
constexpr phrase<text, text> cell_about{"{}（{}）", "{} ({})"};
constexpr phrase<text, text> cell_message{"{}：{}", "{}: {}"};

// A line of an error
constexpr phrase<text, std::size_t, std::size_t, text> error_line{"{}:{}:{}: 错误：{}", "{}:{}:{}: error: {}"};
constexpr phrase<text> by_clause{"（{}）", " ({})"};

// The text
constexpr phrase<std::size_t> too_large{"文件（记录）过大，最多允许 {} 字节", "too large: at most {} bytes a document"};
constexpr phrase<std::size_t> too_many_errors{
    "错误过多，此后的内容未再检查（最多列出 {} 处）；请先改正以上各处",
    "too many errors (at most {} are listed): the rest was not read; mend these first"};
constexpr phrase<std::size_t> text_too_long{"文字过长，最多允许 {} 个字",
                                            "the text is too long: at most {} characters are allowed"};
constexpr phrase<unsigned> too_deep{"嵌套过深，最多允许 {} 层", "nested too deeply: at most {} levels"};
constexpr phrase<> root_is_no_object{"应为一个 JSON 对象，即 {{ … }}", "expected one JSON object, {{ … }}"};
constexpr phrase<> looks_like_gbk{"不是 UTF-8 编码；看来是 GBK（GB 18030），请另存为 UTF-8",
                                  "not UTF-8; it looks like GBK (GB 18030): save it as UTF-8"};
constexpr phrase<> looks_like_utf_16{"不是 UTF-8 编码；看来是 UTF-16（“Unicode”），请另存为 UTF-8",
                                     "not UTF-8; it looks like UTF-16 (\"Unicode\"): save it as UTF-8"};
constexpr phrase<> not_utf_8{"不是 UTF-8 编码，请另存为 UTF-8", "not UTF-8: save it as UTF-8"};

/// What is said of a text that is not UTF-8.
[[nodiscard]] std::string explain(const encoding::foreign& found, language lang);

// Keys and types
constexpr phrase<excerpt> duplicate_key{"键“{}”在同一对象中出现两次，只能出现一次",
                                        "the key \"{}\" is given twice in one object; once is allowed"};
constexpr phrase<excerpt, text> unknown_key_{"此处不允许有键“{}”；可用的键：{}",
                                             "the key \"{}\" means nothing here; allowed are {}"};
constexpr phrase<excerpt, text> key_meant{"此处不允许有键“{}”，应写作“{}”",
                                          "the key \"{}\" means nothing here; write \"{}\""};
/// With the key that is likely meant, else with all that are allowed.
[[nodiscard]] std::string unknown_key(language lang, text key, const json::key_names& known);
constexpr phrase<text> missing_key{"缺少必填的键“{}”", "the required key \"{}\" is missing"};
[[nodiscard]] std::string wrong_type(language lang, json::kind wanted, json::kind found, text written);
constexpr phrase<excerpt, text> unknown_value{"取值“{}”不在允许范围内，只能是 {}", "\"{}\" is not one of {}"};
constexpr phrase<text, text> scheme_loaded_twice{"方案 {} 的版本 {} 已装载，不能重复装载",
                                                 "edition {1} of {0} is loaded already"};
constexpr phrase<> blank_decision{"决定为空白：写明是哪一项决定，例如“技术委员会 2026-03 号”",
                                  "the decision is blank: name it, as in \"TC 2026-03\""};
/// `"by-score", "by-order"`: the values of a reading.
[[nodiscard]] std::string values_of(reading which);
constexpr phrase<excerpt, text> date_in_quotes{"日期“{}”应写在双引号内：\"{}\"",
                                               "the date {} needs double quotes: \"{}\""};
constexpr phrase<excerpt, text> date_meant{"“{}”应写作 \"{}\"", "\"{}\" should be written \"{}\""};
constexpr phrase<> date_empty{"此处未填：写作 \"2026-03-09\"，不填时可删去此键",
                              "nothing is filled in here: write it as \"2026-03-09\", or leave the key out"};
constexpr phrase<excerpt, text> one_date{"“{}”不只是一个日期：只写一个，例如 \"{}\"",
                                         "\"{}\" is more than one date: write one, as \"{}\""};
constexpr phrase<excerpt, text> date_of_serial{"{} 是表格软件的日期序号，请写作 \"{}\"",
                                               "{} is a spreadsheet's number of a day: write \"{}\""};
constexpr phrase<excerpt, text, text, unsigned> no_such_day{"“{}”不是有效日期：{} 年 {} 月只有 {} 天",
                                                            "\"{}\" is no calendar date: in {}-{} there are {} days"};
constexpr phrase<excerpt> invalid_date_{"“{}”不是有效日期，应写作 YYYY-MM-DD，例如 2026-03-14",
                                        "\"{}\" is no calendar date; write YYYY-MM-DD, as in 2026-03-14"};
/// With the date that is likely meant, or how many days the month has.
[[nodiscard]] std::string invalid_date(language lang, text written);

constexpr phrase<> not_listed{"错误过多，其余未列出", "too many errors, the rest is not listed"};
constexpr phrase<text, std::size_t, text> and_others_alike{"{}；另有 {} 处同样的问题：{}", "{}; {} more alike: {}"};
constexpr phrase<text> perhaps{"；是否应为 {}？", "; perhaps {}?"};

// Schemes
constexpr phrase<excerpt, text> scheme_unknown{"没有认证方案“{}”；已有 {}",
                                               "the scheme \"{}\" is not loaded; loaded are {}"};
constexpr phrase<excerpt, text> edition_unknown{"没有版本“{}”；已有版本 {}",
                                                "the edition \"{}\" is not loaded; loaded are {}"};
constexpr phrase<text> edition_needed{
    "该方案装载了多个版本（{}），必须用键“edition”写明版本",
    "several editions of the scheme are loaded ({}): the key \"edition\" is required"};

// Ratings
constexpr phrase<> no_ratings{"没有任何测评记录，至少需要一次测评", "there is no rating; at least one is required"};
constexpr phrase<std::size_t, std::size_t> too_many_ratings{"共有 {} 次测评，最多允许 {} 次",
                                                            "{} ratings; at most {} are allowed"};
constexpr phrase<std::size_t, std::size_t> too_many_texts{"共有 {} 项，最多允许 {} 项",
                                                          "{} entries; at most {} are allowed"};
constexpr phrase<excerpt> duplicate_rating{"测评人员“{}”有两次测评均未注明测评场次（occasion），请分别注明",
                                           "the assessor \"{}\" rated twice without an occasion; name one for each"};
constexpr phrase<excerpt, excerpt> duplicate_rating_on_occasion{
    "测评人员“{}”在同一次测评“{}”中出现两次，只能出现一次",
    "the assessor \"{}\" rated twice on the occasion \"{}\"; once is allowed"};
constexpr phrase<excerpt> spelled_before{"（此前写作“{}”）", " (written \"{}\" before)"};
constexpr phrase<> assessor_empty{"测评人员姓名为空，按未署名处理", "the assessor's name is empty: taken as not named"};
constexpr phrase<> occasion_blank{"测评场次（occasion）为空白，按未注明处理",
                                  "the occasion is blank: taken as not named"};
constexpr phrase<excerpt, excerpt> assessor_respelled{
    "测评人员“{}”此前写作“{}”，视为同一人", "the assessor \"{}\" is written \"{}\" before: taken as the same"};
constexpr phrase<excerpt, excerpt> occasion_respelled{
    "测评场次“{}”此前写作“{}”，视为同一场次", "the occasion \"{}\" is written \"{}\" before: taken as the same"};

// Items
constexpr phrase<excerpt, text, text> unknown_item{"没有编号为“{}”的条目；编号范围为 {} 至 {}",
                                                   "there is no item \"{}\"; they run from {} to {}"};
constexpr phrase<> missing_alpha{"缺少体验系数 α，应为 0 至 1 之间的数", "no α; a number from 0 to 1 is required"};
constexpr phrase<excerpt> alpha_out_of_range_{"体验系数 α 为 {}，超出范围，应在 0 至 1 之间",
                                              "α is {}; it must be from 0 to 1"};
/// With the likely value, where 85 was written for 0.85.
[[nodiscard]] std::string alpha_out_of_range(language lang, text written);
constexpr phrase<excerpt, unsigned> alpha_too_fine{"体验系数 α 为 {}，小数位数过多，最多 {} 位",
                                                   "α is {}; at most {} decimal places are allowed"};
constexpr phrase<> missing_level{"缺少成熟度等级，应为 1 至 5 的整数",
                                 "no maturity level; a whole number from 1 to 5 is required"};
constexpr phrase<excerpt, unsigned, unsigned> level_out_of_range{
    "成熟度等级为 {}，应为 {} 至 {} 的整数", "the maturity level is {}; it must be a whole number from {} to {}"};

// Items that do not apply
constexpr phrase<text> not_applicable_refused{
    "条目 {} 声明为不适用；默认解释不接受（若认证机构决定剔除不适用条目，请用 --reading not-applicable=exclude）",
    "item {} is declared not applicable, which the default reading refuses (a body that leaves such items out "
    "uses --reading not-applicable=exclude)"};
constexpr phrase<text> not_applicable_rated{
    "条目 {} 已声明为不适用，却给出了 α；二者只能取其一",
    "item {} is declared not applicable and has an α; only one of the two is allowed"};
constexpr phrase<> nothing_applicable{"全部条目都声明为不适用，至少应有一项适用",
                                      "every item is declared not applicable; at least one must apply"};

// Remarks
constexpr phrase<text, text, text> date_before_edition{"评价日期 {} 早于版本 {} 的生效日期 {}",
                                                       "the date {} is before edition {} took effect on {}"};
constexpr phrase<text> reason_empty{"条目 {} 声明为不适用，但未写明理由",
                                    "item {} is declared not applicable without a reason"};

constexpr phrase<excerpt, text> alpha_from_double{
    "体验系数 α 为 {}，是 {} 存为浮点数后的写法；按所写数值计算，请改为原来填写的数",
    "α is {}, which is {} as a floating-point number writes it; it is taken as written: write what was meant"};
constexpr phrase<text, text> shorter_give{"；若此类 α 均按较短的数，级别为 {}，而非 {}",
                                          "; with the shorter number for every such α the grade is {}, not {}"};

// Schemes that cannot be scored by
constexpr phrase<text, text> points_do_not_add_up{"各项分值之和为 {}，与注明的总分 {} 不符",
                                                  "the points add up to {}, not to the {} stated"};
constexpr phrase<> nothing_listed{"列表为空，至少需要一项", "the list is empty; at least one entry is required"};
constexpr phrase<excerpt> given_twice{"“{}”出现两次，编号（名称）不能重复",
                                      "\"{}\" is given twice; ids and names are unique"};
constexpr phrase<std::size_t> too_many_entries{"列表过长，最多 {} 项",
                                               "the list is too long: at most {} entries are allowed"};
constexpr phrase<> word_empty{"内容为空，应写明编号或名称", "empty: an id or a name is required"};
constexpr phrase<excerpt> word_not_all_seen{
    "“{}”含有看不见的字符，或首尾有空格，请删去",
    "\"{}\" has a character that cannot be seen, or a blank at an end; remove it"};
constexpr phrase<excerpt, std::size_t> word_too_long{"“{}”过长，最多允许 {} 个字",
                                                     "\"{}\" is too long: at most {} characters are allowed"};
constexpr phrase<excerpt> grade_with_comma{"级别名称“{}”含有逗号，而逗号用于分隔级别（--only），请删去",
                                           "the grade's name \"{}\" has a comma, which separates grades (--only)"};
constexpr phrase<excerpt, text> grade_like_word{"“{}”不能用作级别名称：结果中以 {} 表示其他含义",
                                                "no grade can be named \"{}\": in results {} mean something else"};
constexpr phrase<excerpt, excerpt> looks_like_other{
    "“{}”与已装载的“{}”看似相同，字符却不同；请照原样书写，或另取编号",
    "\"{}\" looks like \"{}\", which is loaded, but has other characters: write it alike, or name it otherwise"};
constexpr phrase<unsigned, std::uint64_t> not_a_decimal{
    "应为 0 至 {1} 的数，小数位数不超过 {0} 位", "expected a number from 0 to {1} with at most {0} decimal places"};
constexpr phrase<unsigned> limits_too_fine{"界限的小数位数多于注明的 {} 位",
                                           "a limit has more decimal places than the {} stated"};
constexpr phrase<> points_not_positive{"分值应大于 0", "points due must be above 0"};
constexpr phrase<> one_end{"应且仅应写明一个终点：below（不含）或 to（含）",
                           "give one end, either \"below\" (left out) or \"to\" (taken in)"};
constexpr phrase<> end_taken_in{"只有最后一段可以包含终点（to），其余各段应写作 below（不含）",
                                "only the last one may take in its end (\"to\"); write \"below\" here"};
constexpr phrase<text> does_not_follow{"应从上一段的终点 {} 开始，各段之间不得有空缺或重叠",
                                       "must begin at {}, where the one before ends: no gap, no overlap"};
constexpr phrase<> must_ascend{"应大于前一项的下限，按从低到高排列", "must be above the one before: they ascend"};
constexpr phrase<> end_below_start{"终点小于起点", "the end lies below the start"};
constexpr phrase<text, text> total_outside_bands{"管理成熟度总分可为 {} 至 {}，分级区间未能全部覆盖",
                                                 "totals run from {} to {}; the bands do not cover them"};
constexpr phrase<> limit_in_no_row{"该级别的下限低于左侧各行，没有哪一行规定其管理要求",
                                   "the grade's lower limit lies below every row, so no row says what it asks"};
constexpr phrase<unsigned> levels_in_order{"应从一级起依次列出 {} 级，每级一项",
                                           "expected levels 1 to {} in order, one entry each"};
constexpr phrase<> level_without_maturity{"方案没有管理成熟度部分（maturity），不能要求成熟度等级",
                                          "the scheme has no maturity part, so no level can be asked for"};
constexpr phrase<> level_missing{"方案有管理成熟度部分，每一行都应写明所需等级",
                                 "the scheme has a maturity part, so every row names the level it asks"};
constexpr phrase<> likert_covers{"各段应从 0 连续覆盖到 1", "the bands must cover 0 to 1 without a gap"};

// A result in place of an assessment
constexpr phrase<excerpt> result_in_assessment{
    "“{}”是 grade 的结果才有的键，评价记录不得带有：一个文件只能是二者之一（结果用 verify 核对）",
    "the key \"{}\" is one of a result of grade and never of an assessment: a file is one or the other (verify takes "
    "results)"};
constexpr phrase<excerpt> assessment_in_result{
    "“{}”是评价记录才有的键，grade 的结果不得带有：一个文件只能是二者之一",
    "the key \"{}\" is one of an assessment and never of a result of grade: a file is one or the other"};
constexpr phrase<> result_of_refused{
    "退回改正的记录的结果不含评价记录，无从核对",
    "the result of a refused record, which carries no assessment: there is nothing to work out again"};

}  // namespace tbsc94::message
