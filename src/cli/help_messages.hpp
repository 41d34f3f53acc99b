// What help texts and man pages have in common, in both languages; see guides.cpp for what is told of
// each command.
#pragma once

#include <array>
#include <string_view>

#include "text/language.hpp"

namespace tbsc94::message {

using text = std::string_view;

// The parts of a help text
constexpr phrase<> help_examples{"示例", "Examples"};
constexpr phrase<> help_usage{"用法", "Usage"};
constexpr phrase<> help_commands{"命令", "Commands"};
constexpr phrase<> help_arguments{"参数", "Arguments"};
constexpr phrase<> help_exit_codes{"退出码", "Exit codes"};
constexpr phrase<text> help_heading{"{}：", "{}:"};
constexpr phrase<> usage_options{"[选项]", "[OPTIONS]"};
constexpr phrase<> usage_command{"命令", "COMMAND"};
constexpr phrase<text, text> see_manual{"{} 命令 --help 显示某一命令的用法；man {} 是手册",
                                        "{} COMMAND --help tells of a command; man {} is the manual"};
constexpr phrase<text> see_page{"man {} 是手册", "man {} is the manual"};
constexpr phrase<text, text> usage_line{"{}：{}", "{}: {}"};
constexpr phrase<text> default_value{"默认为 {}", "default: {}"};
constexpr phrase<> note_separator{"；", "; "};
constexpr phrase<text, text> with_notes{"{}（{}）", "{} ({})"};
constexpr phrase<text> first_is_default{"{}；写在前面的是默认值：", "{}; what stands first is the default:"};

// The groups that options stand in, in their order
constexpr phrase<> group_reading{"认证方案与条款解释", "Scheme and readings"};
constexpr phrase<> group_checks{"检查", "Checks"};
constexpr phrase<> group_input{"输入", "Input"};
constexpr phrase<> group_output{"输出", "Output"};
constexpr phrase<> group_general{"其他", "General"};
constexpr std::array<phrase<>, 5> option_groups{group_reading, group_checks, group_input, group_output, group_general};

// Exit codes, from 0
constexpr std::array<phrase<>, 5> exit_code_meanings{{
    {"完成", "done"},
    {"要求的检查不成立：存档结果不一致（verify）、未达到要求的级别（grade --require）、"
     "级别有变化（regrade --fail-on-change）",
     "a check that was asked for does not hold: a recorded result differs (verify), a required grade is not reached "
     "(grade --require), a grade changes (regrade --fail-on-change)"},
    {"用法错误，或认证方案、条款解释决定文件不可用", "wrong usage, or a scheme or readings file that cannot be used"},
    {"部分输入退回改正，其余已处理", "some input was refused; the rest was processed"},
    {"读写失败", "something could not be read or written"},
}};
constexpr phrase<> highest_exit_code{"多种情形并存时取最大者。", "Of several that apply, the highest."};

}  // namespace tbsc94::message
