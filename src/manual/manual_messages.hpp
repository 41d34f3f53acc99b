// The man pages' own words, in both languages; the rest is the program's help.
#pragma once

#include <array>
#include <string_view>

#include "text/language.hpp"

namespace tbsc94::message {

using text = std::string_view;

// Sections
constexpr phrase<> man_name{"名称", "NAME"};
constexpr phrase<> man_synopsis{"概述", "SYNOPSIS"};
constexpr phrase<> man_description{"描述", "DESCRIPTION"};
constexpr phrase<> man_examples{"示例", "EXAMPLES"};
constexpr phrase<> man_commands{"命令", "COMMANDS"};
constexpr phrase<> man_options{"选项", "OPTIONS"};
constexpr phrase<> man_readings{"条款解释", "READINGS"};
constexpr phrase<> man_exit_status{"退出码", "EXIT STATUS"};
constexpr phrase<> man_environment{"环境变量", "ENVIRONMENT"};
constexpr phrase<> man_files{"文件", "FILES"};
constexpr phrase<> man_standards{"标准", "STANDARDS"};
constexpr phrase<> man_see_also{"参见", "SEE ALSO"};
constexpr phrase<> man_title{"tbsc94 手册", "tbsc94 manual"};

constexpr phrase<text> man_one_of{"取值：{}。", "One of: {}."};
constexpr phrase<text> man_several_of{"取值：{}。", "Of these: {}."};
constexpr phrase<text> man_range{"取值：{}。", "From {}."};
constexpr phrase<text> man_default{"默认为 {}。", "The default is {}."};
constexpr phrase<> man_word_separator{"、", ", "};
constexpr phrase<> man_joiner{"。", ". "};

constexpr phrase<> man_readings_text{
    "下列各处，条文未写明或前后不一致，读法各有名称。默认值使判定保持单调：任何一个 α "
    "或等级提高，级别都不会降低。机构自己的"
    "决定写入一个 JSON 文件，由 --readings 使用；由此确定的解释不再列入 depends_on。--reading 名称=取值 用于试算，"
    "优先于决定文件，不算作决定。",
    "At these places the text is silent or disagrees with itself, and each way to read it has a name. The defaults "
    "keep "
    "the verdict monotone: raising any α or any level never lowers the grade. A body's own decisions go into a JSON "
    "file for --readings; a reading settled so is no longer named by depends_on. --reading NAME=VALUE is for trying "
    "one out: it overrides the file and settles nothing."};
constexpr phrase<text> man_clause{"（{}）", " ({})"};
constexpr phrase<text, text> man_reading_default{"{}（默认）：{}。", "{} (default): {}."};
constexpr phrase<text, text> man_reading_other{"{}：{}。", "{}: {}."};

struct variable {
  std::string_view names;
  phrase<> about;
};
constexpr std::array<variable, 7> man_variables{{
    {"LC_ALL, LC_MESSAGES, LANG",
     {"消息与报告的语言：其中第一个非空变量以 zh 开头时为中文，否则为英文。--lang 优先。数字与判定不受影响。",
      "The language of messages and reports: Chinese where the first of these that is not empty begins with zh, else "
      "English. --lang overrides it. Numbers and verdicts do not depend on it."}},
    {"LANGUAGE",
     {"语言的先后，如 zh_CN:en，先于上述变量；区域设置为 C 或未设时不计。",
      "Languages by preference, as zh_CN:en; goes before those, but where the locale is C or none."}},
    {"TBSC94_READINGS",
     {"本机构决定的文件，未给 --readings 时使用；结果中写明。",
      "The file of the body's own decisions, used where there is no --readings; results say so."}},
    {"TBSC94_SCHEMES",
     {"另行装载的认证方案文件，以冒号分隔，未给 --scheme 时使用；结果中写明。",
      "Files of further schemes, parted by colons, used where there is no --scheme; results say so."}},
    {"CLICOLOR_FORCE",
     {"非空且不为 0 时，不写往终端也输出彩色。NO_COLOR 优先。",
      "Where it is not empty and not 0, colour is written to more than terminals. NO_COLOR overrides it."}},
    {"NO_COLOR",
     {"设为任何非空值时不输出彩色。--color always 优先。",
      "Where it is not empty, nothing is coloured, unless by --color always."}},
    {"TERM", {"为 dumb 时不输出彩色。", "Where it is dumb, nothing is coloured."}},
}};

constexpr phrase<> man_files_text{
    "除命令行与上述环境变量所列文件外不读取任何文件，没有配置文件。-o 的文件写完才取代旧文件；程序被 SIGKILL "
    "中断时，旁边可能留下临时文件 "
    "FILE.XXXXXX。",
    "Nothing is read but what the command line and the variables above name: there is no configuration file. A file of "
    "-o takes the place of "
    "an older one once it is complete; after SIGKILL a temporary FILE.XXXXXX may be left beside it."};
constexpr phrase<> man_standards_text{
    "CTS TBSC94-2026《企业质量信用服务认证技术规范》，版本 B/0。修约与极限数值的比较依据 GB/T 8170-2008。",
    "CTS TBSC94-2026, edition B/0. Rounding, and comparing with limits, after GB/T 8170-2008."};

}  // namespace tbsc94::message
