// What is said of a text that is not JSON, in both languages.
#pragma once

#include "json/messages.hpp"

namespace tbsc94::message {

constexpr phrase<text, text> not_json{"不是 JSON：{}{}", "not JSON: {}{}"};
constexpr phrase<std::size_t> so_often{"；全文共 {} 处", "; the text has {} of them"};
constexpr phrase<> rest_unchecked{"；此后的内容尚未检查", "; what follows was not checked"};

constexpr phrase<> nothing_there{"内容为空，应为一个 JSON 对象", "empty: expected one JSON object"};
constexpr phrase<> second_document{"一个 .json 文件只能有一份评价记录；多份记录请每行一份，存为 .ndjson",
                                   "one document a .json file; several go one a line into a .ndjson file"};
constexpr phrase<> no_object{
    "一份评价记录是一个 JSON 对象，以 {{ 开头、以 }} 结尾；空白记录由 tbsc94 template -o 评价记录.json 生成",
    "an assessment is one JSON object, from {{ to }}; tbsc94 template -o BLANK.json gives a blank one"};
constexpr phrase<> ended_before{
    "整份记录在此之前已经结束；此前可能多了一个“}}”或“]”",
    "the document ended before this; perhaps there is one \"}}\" or \"]\" too many before it"};
constexpr phrase<excerpt> half_quoted{"“{}”只有一侧有双引号，两侧都应有",
                                      "\"{}\" has a double quote on one side only; it needs both"};
constexpr phrase<text> extra_sign{"此处多了一个“{}”，请删去", "this \"{}\" is one too many; remove it"};
constexpr phrase<> no_array{
    "此处是没有键的列表：请把打开它的“{{”改为“[”，末尾的“}}”改为“]”",
    "a list without keys stands here: open it with \"[\" in place of \"{{\", and close it with \"]\""};
constexpr phrase<> no_object_in_array{
    "此处各项都有键：请把打开它的“[”改为“{{”，末尾的“]”改为“}}”",
    "entries with keys stand here: open them with \"{{\" in place of \"[\", and close them with \"}}\""};
constexpr phrase<text, text> wrong_sign{"“{}”应写作“{}”", "write \"{1}\" in place of \"{0}\""};
constexpr phrase<> table_of_text{
    "看来是表格（CSV），这里读取的是 JSON 评价记录；表格请用 tbsc94 template -o 评价表.xlsx 生成，填写后直接读取",
    "it looks like a table (CSV), where an assessment in JSON is read; for a table to fill in, use tbsc94 template -o "
    "FORM.xlsx, which is read as it is"};

constexpr phrase<> ends_early{"内容不完整，提前结束", "it ends too early"};
constexpr phrase<text, text> never_closed{"内容不完整：此处之前打开的“{}”没有闭合，缺少“{}”",
                                          "incomplete: \"{}\", opened before, is never closed: \"{}\" is missing"};
constexpr phrase<text, std::size_t, text> never_closed_since{"第 {1} 行打开的“{0}”没有闭合，缺少“{2}”",
                                                             "\"{}\", opened in line {}, is never closed: \"{}\" is "
                                                             "missing"};
constexpr phrase<text, text> wrong_bracket{"括号“{}”与此前打开的“{}”不配对",
                                           "the bracket \"{}\" does not match \"{}\", which is open"};
constexpr phrase<text, text, std::size_t> wrong_bracket_since{
    "括号“{0}”与第 {2} 行打开的“{1}”不配对", "the bracket \"{}\" does not match \"{}\", opened in line {}"};
constexpr phrase<> empty_place{
    "此处未填：体验系数 α 填写 0 至 1 之间的数，成熟度等级填写 1 至 5 的整数，文字写在双引号内",
    "nothing is filled in here: write a number from 0 to 1 for an α, a whole number from 1 to 5 for a level, text in "
    "double quotes"};
constexpr phrase<> trailing_comma{"最后一项之后多了一个逗号，请删去", "a comma after the last entry; remove it"};
constexpr phrase<> missing_comma{"此处之前缺少逗号", "a comma is missing before this"};
constexpr phrase<> missing_colon{"键之后缺少冒号与取值", "a colon and a value are missing after the key"};
constexpr phrase<> single_quotes{"文字应使用双引号 \"，而不是单引号", "text stands in double quotes, not single ones"};
constexpr phrase<text, text> full_width{"“{0}”是全角（中文）符号，请改为半角“{1}”",
                                        "\"{}\" is full-width punctuation; write \"{}\""};
constexpr phrase<text, text> unseen{"此处有看不见的字符 {}（{}），请删去",
                                    "a character that cannot be seen, {} ({}); remove it"};
constexpr phrase<> comment{"不允许注释，请删去（说明可写入 extensions）",
                           "comments are not allowed; remove it (notes can go into extensions)"};
constexpr phrase<> bare_slash{
    "“/”不是取值；不适用的条目在 service 的 \"not_applicable\" 中写明编号和理由，并删去此处的条目",
    "\"/\" is no value; an item that does not apply is declared with its reason in \"not_applicable\" of service and "
    "left out here"};
constexpr phrase<excerpt, excerpt> decimal_comma{"“{}”用了逗号作小数点，请写作 {}",
                                                 "\"{}\" has a decimal comma; write {}"};
constexpr phrase<excerpt, text> number_with_unit{
    "“{}”请写作 {}，不带百分号、单位、字母或全角数字",
    "write {1} for \"{0}\", without a percent sign, a unit, a letter or full-width digits"};
constexpr phrase<excerpt> key_without_quotes{"键“{}”应加双引号", "the key \"{}\" needs double quotes"};
constexpr phrase<excerpt> word_without_quotes{"“{}”应加双引号，或改为数字",
                                              "\"{}\" needs double quotes, or should be a number"};
constexpr phrase<excerpt> wrong_word{"没有“{}”这个词，只有小写的 true、false、null",
                                     "there is no \"{}\"; the words are true, false and null"};
constexpr phrase<excerpt> wrong_number{"“{}”不是规范的数字写法，例如 0.85", "\"{}\" is no number; write it as in 0.85"};
constexpr phrase<text> wrong_escape{
    "文字中“{}”无效；反斜杠应写作 \\\\（例如文件路径 C:\\\\…），或改用 /",
    "\"{}\" means nothing in a string; write a backslash twice (as in C:\\\\…), or use /"};
constexpr phrase<text, text> broken_string{
    "引号内不能直接使用{}，应写作 {}；也可能是引号未闭合",
    "{} cannot stand within quotes; write {}, or close the quote if it should end here"};
constexpr phrase<> a_line_end{"换行", "a line end"};
constexpr phrase<> a_tab{"制表符", "a tab"};
constexpr phrase<> a_control{"控制字符", "a control character"};
constexpr phrase<excerpt> inner_quotes{
    "此处之前的双引号已结束文字，“{}”成了多余的内容；文字中的双引号请写作 \\\"，或改用中文引号“ ”",
    "the double quote before this ended the text, so \"{}\" is too much; within a text a double quote is written \\\""};
constexpr phrase<text> unexpected_character{"此处不应出现“{}”", "unexpected \"{}\" here"};

}  // namespace tbsc94::message
