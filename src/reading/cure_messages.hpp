// What should be written in place of what was, in both languages.
#pragma once

#include "json/messages.hpp"

namespace tbsc94::message {

// In place of an α or a level
constexpr phrase<> alpha_empty{"此处未填：填写 0 至 1 之间的数",
                               "nothing is filled in here: write a number from 0 to 1"};
constexpr phrase<> level_empty{"此处未填：填写 1 至 5 的整数",
                               "nothing is filled in here: write a whole number from 1 to 5"};
constexpr phrase<excerpt> no_alpha{"“{}”不是数：体验系数 α 填写 0 至 1 之间的数，例如 0.85",
                                   "\"{}\" is no number: an α is a number from 0 to 1, as 0.85"};
constexpr phrase<excerpt> no_level{"“{}”不是等级：成熟度等级填写 1 至 5 的整数，例如 3",
                                   "\"{}\" is no level: write a whole number from 1 to 5, as 3"};
constexpr phrase<excerpt, text> write_number{"“{}”应写作数字 {}，不加引号、单位或百分号",
                                             "\"{}\" should be the number: write {} without the quotes, a unit or a "
                                             "percent sign"};
constexpr phrase<excerpt, text> band_for_alpha{"“{}”是区段的名称：填写该区段（{}）内的一个数",
                                               "\"{}\" names a band: write a number within it, {}"};
constexpr phrase<text, text> first_band{"{} 至 {}", "from {} to {}"};
constexpr phrase<text, text> later_band{"大于 {}、至多 {}", "above {} and up to {}"};
constexpr phrase<excerpt> not_applicable_mark{
    "“{}”不是取值：不适用的条目在 service 的 \"not_applicable\" 中写明编号和理由，并删去此处的条目",
    "\"{}\" is no value: an item that does not apply is declared with its reason in \"not_applicable\" of service and "
    "left out here"};
constexpr phrase<text, text, text> alpha_from_points{
    "；如填的是实际得分，该条目应得分 {} 分，{} 分即 α = {}",
    "; if points were meant, the item has {} due, and {} of them come to an α of {}"};
constexpr phrase<text, text> level_points{"；如填的是分值，该条目应得分 {} 分，每级 {} 分，请填写等级",
                                          "; if points were meant, the item has {} due, {} a level: write the level"};
constexpr phrase<text, text> level_from_points{"，{} 分写作 {}", ", which is {1} for {0}"};

// In place of a word
constexpr phrase<text> not_filled_in_words{"尚未填写（null），只能是 {}；不填时可删去此键",
                                           "not filled in (null): write one of {}, or leave the key out"};
constexpr phrase<text> expected_words{"只能是写在双引号内的 {}", "expected one of {}, in double quotes"};
constexpr phrase<text> write_word{"；请写作 \"{}\"", "; write \"{}\""};
constexpr phrase<text, text> word_with_meaning{"\"{}\"（{}）", "\"{}\" ({})"};
constexpr phrase<> date_not_filled_in{"尚未填写（null）：写作 \"2026-03-09\"，不填时可删去此键",
                                      "not filled in (null): write it as \"2026-03-09\", or leave the key out"};
constexpr phrase<> assessor_not_filled_in{"尚未填写（null）：在双引号内写测评人员姓名，不署名时可删去此键",
                                          "not filled in (null): write the assessor's name in double quotes, or leave "
                                          "the key out"};
constexpr phrase<text, text> no_such_dash{"；其中“{}”（{}）不是半角连字符“-”",
                                          "; \"{}\" ({}) in it is no hyphen \"-\""};

constexpr phrase<text> notes_expected{
    "应为对象，每个条目编号一项，写作 {{\"{}\": \"文字\"}}；没有时写作 {{}}，或删去此键",
    "expected an object with an entry an item, as {{\"{}\": \"text\"}}; where there is "
    "none write {{}}, or leave the key out"};

// In place of a key
constexpr phrase<excerpt, text> item_meant{"没有编号为“{}”的条目，应写作“{}”", "there is no item \"{}\"; write \"{}\""};

}  // namespace tbsc94::message
