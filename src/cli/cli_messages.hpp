// What the command line says: help texts and messages, in both languages.
#pragma once

#include <string_view>

#include "text/language.hpp"

namespace tbsc94::message {

using text = std::string_view;

constexpr phrase<> about{"企业质量信用服务认证评分工具（CTS TBSC94-2026）",
                         "Scoring calculator for service certification after CTS TBSC94-2026"};
constexpr phrase<> about_grade{"计算评价记录：单个文件给出完整报告，多个则每份一行并汇总",
                               "Grade assessments: one file gives a full report, several a line each and a summary"};
constexpr phrase<> about_verify{"重新计算，并核对存档结果（recorded）",
                                "Recompute assessments, and hold their recorded results against it"};
constexpr phrase<> about_regrade{"重新计算档案，列出级别的变化及其原因",
                                 "Grade an archive again, and say which grades change, and why"};
constexpr phrase<> about_template{"输出一份空白评价表（.xlsx）或评价记录（JSON），供填写",
                                  "A blank assessment, ready to fill in: a workbook (.xlsx), or JSON"};
constexpr phrase<> about_merge{"把各测评人员的文件（.xlsx 或 JSON）合并为一份评价记录",
                               "Put assessors' files (.xlsx or JSON) together into one assessment"};
constexpr phrase<> about_compare{"比较同一组织的两次审核：什么变了，变了多少",
                                 "Compare two audits of one organization: what moved, and by how much"};
constexpr phrase<> opt_compared{"上次与本次的评价记录（.json 或 .xlsx）",
                                "The old and the new assessment (.json or .xlsx)"};
constexpr phrase<std::size_t> compares_two{"compare 需要两份评价记录：上次、本次；收到 {} 份",
                                           "compare takes two assessments, the old and the new one; {} given"};
constexpr phrase<text> compares_documents{
    "{}：只能比较单份评价记录（.json 或 .xlsx），不能是文件夹、压缩包或 NDJSON",
    "{}: compare takes single assessments (.json or .xlsx), no folders, archives or NDJSON"};
constexpr phrase<> opt_parts{"同一次审核的文件；只有一个时转换为 JSON",
                             "The files of one audit; a single one is written as JSON"};
constexpr phrase<text> merges_documents{"{}：只能合并单份评价记录（.xlsx 或 .json），不能是文件夹、压缩包或 NDJSON",
                                        "{}: merge takes single assessments (.xlsx or .json), no folders, archives or "
                                        "NDJSON"};
constexpr phrase<std::size_t> not_merged{"共 {} 处有误，未合并", "errors found: {}; nothing was merged"};
constexpr phrase<std::size_t> still_missing{"已合并，尚缺 {} 处，补齐后方可计算：",
                                            "merged; still missing before it can be graded: {}"};
constexpr phrase<> about_schema{"输出 JSON Schema（2020-12）：评价记录、结果或方案",
                                "Print a JSON Schema (2020-12): of assessments, results or schemes"};
constexpr phrase<> about_completion{"输出命令行补全脚本：bash、zsh 或 fish",
                                    "Print the completion of a shell: bash, zsh or fish"};
constexpr phrase<> opt_shell{"所用的 shell", "The shell to complete for"};
constexpr phrase<> about_help{"显示手册：某一命令的用法，或 assessment、readings、results 等主题",
                              "Print a page of the manual: a command's, or one on a subject such as readings"};
constexpr phrase<> opt_subject{"命令，或手册的主题；不写则为本程序的用法",
                               "A command, or a subject of the manual; without it, the program's own help"};
constexpr phrase<text, text> no_such_subject{"手册中没有“{}”；可用的有：{}",
                                             "the manual has no page on \"{}\"; it has {}"};
constexpr phrase<> opt_schema_name{"评价记录、结果或方案的 schema", "The schema of assessments, results or schemes"};
constexpr phrase<> opt_require_recorded{"没有存档结果的评价记录视为不成立",
                                        "An assessment without a recorded result fails"};
constexpr phrase<> opt_explain{"逐步列出推导，每一步注明条款（text、markdown 格式）",
                               "Show the derivation step by step, each with its clause (text, markdown)"};
constexpr phrase<> opt_require{"须达到的级别；未达到，或仅在假定符合性审查通过时达到，退出码为 1",
                               "The grade to reach; exit code 1 where an assessment does not, or does so only "
                               "with conformity assumed"};
constexpr phrase<> opt_under{"不论评价记录写明哪一版本，一律按该版本计算",
                             "Grade by this edition whatever the assessments name"};
constexpr phrase<> opt_fail_on_change{"有级别变化时退出码为 1", "Exit code 1 where a grade changes"};
constexpr phrase<> opt_ratings{"测评份数", "How many ratings it is for"};
constexpr phrase<> opt_items{"另列日期、各条目与各份测评的得分、各条目的等级（ndjson、csv、xlsx 格式）",
                             "The day, each item's points and level, and each rating's score, too (ndjson, csv, xlsx)"};
constexpr phrase<> workbook_needs_file{"工作簿不能输出到终端：请用 -o 写入文件，例如 -o 报告.xlsx",
                                       "a workbook cannot go to a terminal: name a file, as in -o report.xlsx"};
constexpr phrase<text> items_in_tables{"--items 用于 ndjson、csv 与 xlsx 格式，不能用于 {} 格式",
                                       "--items is for the formats ndjson, csv and xlsx, not for {}"};
constexpr phrase<> opt_keys{
    "表头只写稳定的英文键，供程序读取（csv、xlsx 格式）；csv 仅在写明 --lang zh 时另有中文列名",
    "Only the stable keys above the columns, for programs (csv, xlsx); csv has Chinese names beside "
    "them with an explicit --lang zh, and else none"};
constexpr phrase<text> keys_in_tables{"--keys 用于 csv 与 xlsx 格式，不能用于 {} 格式",
                                      "--keys is for the formats csv and xlsx, not for {}"};
constexpr phrase<> opt_paths{"文件、文件夹、压缩包，或 -（标准输入）",
                             "Files, folders, archives, or - for standard input"};
constexpr phrase<> opt_format{"输出格式；不写时按 -o 的扩展名，否则为第一种",
                              "Output format; without it by the ending of -o, else the first"};
constexpr phrase<> opt_output{"写入文件（完整写入，或保持原样）", "Write to FILE, whole or not at all"};
constexpr phrase<> opt_force{"文件已存在时覆盖", "Overwrite a file that exists"};
constexpr phrase<> opt_scheme{"在内置方案之外，另装载一个认证方案文件，可重复",
                              "Load another scheme beside the embedded one; may be repeated"};
constexpr phrase<> opt_reading{"指定一项条款解释，可重复", "Choose one reading; may be repeated"};
constexpr phrase<> opt_readings{"本机构对条款解释的决定文件", "A file with the body's own decisions on readings"};
constexpr phrase<> opt_unknown_keys{"评价记录中未知的键：退回或忽略", "What to do with unknown keys in an assessment"};
constexpr phrase<> opt_lang{"消息与报告的语言；不写则随系统区域设置",
                            "The language of messages and reports (by default, the locale's)"};
constexpr phrase<> opt_color{"彩色输出；auto 仅用于终端", "Colour; auto is for terminals alone"};
constexpr phrase<> opt_no_color{"不输出彩色", "No colour"};
constexpr phrase<> opt_quiet{"不输出汇总等提示信息", "No summary or other notes on standard error"};
constexpr phrase<> opt_jobs{"并行线程数，默认为处理器数；结果与线程数无关",
                            "Threads, by default as many as there are processors; results do not depend on it"};
constexpr phrase<> opt_lines{"标准输入是 NDJSON，无论第一行是什么",
                             "Standard input is NDJSON, whatever its first line is"};
constexpr phrase<> opt_part{
    "只处理文件的第 K 份，共 N 份，在行边界处切分；行号按整个文件计",
    "Of files of lines take the K-th of N parts, cut between lines; lines count as in the whole"};
constexpr phrase<> opt_source{"结果中标准输入的名称", "What results call standard input"};
constexpr phrase<> opt_fail_fast{"遇到第一份退回改正的记录或无法读取的输入即停止",
                                 "Stop after the first record refused or input that cannot be read"};
constexpr phrase<> opt_unique{"汇总中列出重复出现的编号（内存随份数增长）",
                              "Name in the summary the ids that came twice (memory grows with the records)"};
constexpr phrase<> opt_only{
    "只写出这些记录：refused、graded、none（未达到认证级别）或级别，可重复或以逗号分隔；汇总不变",
    "Write only these records: refused, graded, none (no grade) or a grade, joined by commas or repeated; the summary "
    "counts all"};
constexpr phrase<> opt_help{"显示帮助并退出", "Print this help and exit"};
constexpr phrase<> opt_version{"显示版本、认证方案及其摘要并退出", "Print the version, and the scheme with its digest"};

constexpr phrase<> interrupted{"已中断，此前：", "interrupted; until then:"};
constexpr phrase<text> interrupted_file{"已中断，{} 保持原样；此前：",
                                        "interrupted, {} is left as it was; until then:"};
constexpr phrase<text> left_as_it_was{"没有可读取的内容，{} 保持原样", "nothing could be read, {} is left as it was"};
constexpr phrase<> waits_for_input{"正从标准输入读取；按 Ctrl-D 结束", "reading standard input; Ctrl-D ends it"};
constexpr phrase<text> exists_already{"{} 已存在；如要覆盖，请加 --force", "{} already exists; --force overwrites it"};
constexpr phrase<text> error{"tbsc94：{}", "tbsc94: {}"};
constexpr phrase<> out_of_memory{"内存不足", "not enough memory"};

// Wrong usage
constexpr phrase<text> see_help{"{} --help 显示用法", "see {} --help"};
constexpr phrase<text> did_you_mean{"；是否想写“{}”？", "; did you mean \"{}\"?"};
constexpr phrase<text, text> option_elsewhere{"选项“{}”应写在 {} 之后", "\"{}\" is an option of {}"};
constexpr phrase<text> command_needed{"请写明命令；可用：{}", "name a command; there are {}"};
constexpr phrase<text, text> no_such_command{"没有命令“{}”；可用：{}", "there is no command \"{}\"; there are {}"};
constexpr phrase<text> argument_needed{"缺少必需的参数 {}", "{} is required"};
constexpr phrase<text> no_such_option{"没有选项“{}”", "there is no option \"{}\""};
constexpr phrase<text> unexpected_argument{"此处不应有“{}”", "unexpected \"{}\""};
constexpr phrase<text> value_needed{"选项 {} 缺少取值", "the option {} needs a value"};
constexpr phrase<text> given_once{"选项 {} 只能出现一次", "the option {} can be given once"};
constexpr phrase<text, text> value_not_allowed{"不能是“{}”，可用：{}", "\"{}\" is not one of {}"};

// Why something cannot be read or written, in the words of the system where they are not here
constexpr phrase<text, text> remark{"{}：{}", "{}: {}"};
constexpr phrase<text, text> cannot_read{"无法读取 {}：{}", "cannot read {}: {}"};
constexpr phrase<text, text> cannot_write{"无法写入 {}：{}", "cannot write {}: {}"};
constexpr phrase<text, text> no_such_reading{"没有名为“{}”的条款解释；可用：{}",
                                             "there is no reading \"{}\"; there are {}"};
constexpr phrase<text> reading_needs_value{"“{}”应写作 名称=取值，例如 row-grade=by-order",
                                           "\"{}\": write NAME=VALUE, as in row-grade=by-order"};
constexpr phrase<text, text, text> no_such_value{"条款解释 {} 没有取值“{}”；可用：{}",
                                                 "the reading {} has no value \"{}\"; there are {}"};
constexpr phrase<text, text> no_such_kind{"--only 没有取值“{}”；可用：{}", "--only has no value \"{}\"; there are {}"};
constexpr phrase<text, text> no_such_grade{"没有级别“{}”；可用：{}", "there is no grade \"{}\"; there are {}"};
constexpr phrase<text> wrong_part{"--part {}：应为 K/N，K 从 1 到 N，N 至多 1000000",
                                  "--part {}: should be K/N, K from 1 to N, N at most 1000000"};
constexpr phrase<text> part_of_lines{"--part 用于未压缩的 .ndjson 与 .jsonl 文件，不用于 {}",
                                     "--part is for files .ndjson and .jsonl that are not packed, and not for {}"};
constexpr phrase<> source_of_input{"--source 是标准输入的名称：路径中须有 -",
                                   "--source names standard input: PATH - is missing"};
constexpr phrase<text> explains_text{
    "--explain 用于 text 与 markdown 格式；{} 格式已含全部推导或不含推导",
    "--explain is for the formats text and markdown, not for {}: json has the derivation as it is"};
constexpr phrase<> opt_for{
    "html 报告供谁使用：client（认证委托人）版不含测评人员姓名、单份测评的数值和距更高一级的差距",
    "Whom an HTML report is for: the client's leaves out who rated what, each rating's own "
    "numbers, and what is missing to the next grade"};
constexpr phrase<text> client_reads_html{"--for client 仅用于 html 格式，不用于 {}",
                                         "--for client is for the format html, not for {}"};
constexpr phrase<> html_needs_folder{"多份评价记录的 html 报告写入一个文件夹：请用 -o 指定一个不存在或为空的文件夹",
                                     "the html reports of several assessments are written into a folder: name with -o "
                                     "one that is empty or does not exist"};
constexpr phrase<text, text> no_such_edition{"没有版本“{}”；可用：{}", "edition \"{}\" is not loaded; there are {}"};

}  // namespace tbsc94::message
