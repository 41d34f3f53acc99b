// What is said of files that cannot be read, or not wholly, in both languages.
#pragma once

#include <cstdint>
#include <string_view>

#include "text/language.hpp"

namespace tbsc94::message {

using text = std::string_view;

// The system's reasons
constexpr phrase<> not_there{"没有这个文件或文件夹", "No such file or directory"};
constexpr phrase<> not_permitted{"没有权限", "Permission denied"};
constexpr phrase<> is_folder{"这是一个文件夹", "Is a directory"};
constexpr phrase<> is_no_folder{"路径中有一段不是文件夹", "Not a directory"};
constexpr phrase<> in_use{"正由另一个程序打开；请在那个程序（如 Excel）中关闭它，再重新运行",
                          "Open in another program: close it there (in Excel, for instance), and run this again"};
constexpr phrase<> no_space{"磁盘空间不足", "No space left on device"};
constexpr phrase<> read_only{"文件系统只读", "Read-only file system"};
constexpr phrase<> file_too_large{"文件超出允许的大小", "File too large"};
constexpr phrase<> read_write_failed{"设备读写出错", "Input/output error"};
constexpr phrase<> link_loop{"符号链接过多，可能首尾相连",
                             "Too many levels of symbolic links: they may lead in a circle"};
constexpr phrase<> is_input_and_output{
    "这是输入文件，输出不能写入其中；未作任何改动，请另选输出文件",
    "is an input, and the output cannot go there; nothing was changed, choose another file for the output"};
constexpr phrase<> not_an_empty_folder{"已存在，且不是空文件夹", "Already exists and is not empty"};

// Packed files
constexpr phrase<text> damaged{"已损坏，或压缩方式不受支持（{}）",
                               "damaged, or packed in a way that is not supported ({})"};
constexpr phrase<> cut_off{"文件不完整，压缩数据在中途结束", "the file is not complete: the compressed data break off"};
constexpr phrase<> no_end_mark{"缺少 tar 的结尾标记，其后的成员可能已丢失",
                               "tar's end mark is missing: members may have been cut off"};
constexpr phrase<> more_behind{"压缩数据之后的内容不是压缩数据，或在中途结束",
                               "what follows the compressed data is no compressed stream, or one that breaks off"};
constexpr phrase<> no_directory{"不是完整的 zip 文件：末尾缺少目录，或目录不完整",
                                "no whole zip: the directory at its end is missing or cut off"};
constexpr phrase<> directory_disagrees{"zip 的目录与其内容不一致，不予读取；请重新打包",
                                       "the zip's directory does not agree with its content; pack it anew"};
constexpr phrase<text> member_disagrees{"{}：zip 的目录与该成员自身的信息不一致，不予读取；请重新打包",
                                        "{}: the zip's directory does not agree with the member itself; pack it anew"};
constexpr phrase<text> not_gzip{"gzip 数据损坏（{}）", "damaged gzip data ({})"};
constexpr phrase<> not_compressed{"文件名表明已压缩，内容却不是 gzip、zstd、xz 或 bzip2 数据",
                                  "compressed by its name, but not gzip, zstd, xz or bzip2 data"};
constexpr phrase<> encrypted{"已加密", "encrypted"};
constexpr phrase<> nameless{"成员的名称无法读取", "a member's name cannot be read"};
constexpr phrase<text> rest_unread{"{} 之后的成员未能读取", "the members after {} were not read"};
constexpr phrase<> empty_file{"文件是空的", "the file is empty"};
constexpr phrase<std::uint64_t> ratio_exceeded{
    "解压后的大小超过压缩数据的 {} 倍，疑为压缩炸弹，停止读取；如确属正常数据，请先解压",
    "expands to more than {} times its size, as a decompression bomb does; unpack it first if it is none"};
constexpr phrase<std::uint64_t> size_exceeded{"解压后超过 {} GiB 的上限，停止读取；请先解压",
                                              "expands to more than the limit of {} GiB; unpack it first"};
constexpr phrase<std::uint64_t> members_exceeded{"成员超过 {} 个的上限，停止读取；请分为几个压缩包",
                                                 "more members than the limit of {}; split it into several archives"};
constexpr phrase<std::size_t> name_exceeded{"有成员的名称超过 {} 字节的上限，未读取",
                                            "a member's name is longer than the limit of {} bytes; it was not read"};
constexpr phrase<std::uint64_t> headers_exceeded{"有成员的名称、属性等信息超过 {} MiB 的上限，停止读取",
                                                 "what says of a member what it is exceeds the limit of {} MiB"};

// Remarks
constexpr phrase<> no_assessments{"其中没有评价记录文件（.json、.ndjson、.jsonl、.xlsx）",
                                  "no assessment files (.json, .ndjson, .jsonl, .xlsx) in it"};
constexpr phrase<> no_plain_file{"不是普通文件，已略过", "no plain file; it was passed over"};
constexpr phrase<> is_output{"结果将写入这个文件，已作为输入略过",
                             "the results go into it; as an input it was passed over"};
constexpr phrase<std::uint64_t> packed_within{"其中 {} 个成员本身是压缩文件，已略过",
                                              "{} members that are packed themselves were passed over"};

constexpr phrase<std::uint64_t, text> repeated_names{
    "{} 个成员与前面的成员同名（首个为 {}），其来源以 #2、#3 等区分",
    "members with the name of an earlier one: {}, the first of them {}; their source ends in #2, #3 and so on"};
constexpr phrase<> own_output{"这是本次输出的文件，不作为输入读取", "the results go there; it is not read as input"};

// What is passed over, counted by ending
constexpr phrase<> passed_over{"略过", "passed over"};
constexpr phrase<text> passed_over_line{"tbsc94：略过：{}", "tbsc94: passed over: {}"};
constexpr phrase<std::uint64_t, text> passed_over_count{"{} 个 {}", "{} {}"};
constexpr phrase<> passed_over_next{"、", ", "};
constexpr phrase<> without_ending{"无扩展名", "without an ending"};
constexpr phrase<> hidden{"隐藏文件", "hidden"};
constexpr phrase<> links{"链接", "links"};
constexpr phrase<> others{"其他", "others"};
constexpr phrase<> take_off_ending{"（.json.txt 一类的文件：去掉 .txt，或直接指明该文件）",
                                   " (to read a .json.txt, take off the .txt or name the file itself)"};

constexpr phrase<> compressed_input{
    "标准输入是压缩数据；请先解压，例如 zcat 档案.ndjson.gz | tbsc94 grade -",
    "standard input is compressed; unpack it on the way, as in zcat archive.ndjson.gz | tbsc94 grade -"};

}  // namespace tbsc94::message
