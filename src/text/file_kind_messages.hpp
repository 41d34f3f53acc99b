// What files that are no assessments are called, and what is to be done with them, in both languages.
#pragma once

#include <string_view>

#include "text/language.hpp"

namespace tbsc94::message {

constexpr phrase<std::string_view, std::string_view> other_file{"看来是：{}，不是评价记录；{}",
                                                                "it looks like {}, not an assessment: {}"};

constexpr phrase<std::string_view> packed_by{"{} 压缩文件", "a file packed by {}"};
constexpr phrase<> old_office{"旧格式的 Office 文件（.xls、.doc、.et、.wps），或设有打开密码的文件",
                              "an older file of an office program (.xls, .doc), or one with a password"};
constexpr phrase<> excel_book{"Excel 工作簿", "an Excel workbook"};
constexpr phrase<> word_document{"Word 文档", "a Word document"};
constexpr phrase<> slides{"演示文稿", "a presentation"};
constexpr phrase<> open_document{"OpenDocument 文件（.ods、.odt）", "an OpenDocument file (.ods, .odt)"};
constexpr phrase<> ofd_document{"OFD 版式文件", "an OFD document"};
constexpr phrase<> pdf_document{"PDF 文件", "a PDF"};
constexpr phrase<> picture{"图片（照片、扫描件或截图）", "a picture (a photo, a scan or a screenshot)"};
constexpr phrase<> rich_text{"RTF 文档", "an RTF document"};
constexpr phrase<> web_page{"网页（HTML）或 XML 文件", "a web page (HTML) or XML"};

constexpr phrase<> to_unpack{"请先解压，或改用 .zip 打包", "unpack it first, or pack it as .zip"};
constexpr phrase<std::string_view> to_rename{"请把扩展名改回 {}，程序即可直接读取",
                                             "give it back its ending {}, and it is read as it is"};
constexpr phrase<> to_save_as_book{
    "如是评价表，请用 Excel 或 WPS 打开后另存为 .xlsx（不设打开密码）",
    "if it is a form, open it in a spreadsheet and save it as .xlsx, without a password"};
constexpr phrase<> to_fill_in_form{
    "请把内容填入评价表（由 tbsc94 template -o 评价表.xlsx 生成），程序可直接读取",
    "fill its content into a form (tbsc94 template -o FORM.xlsx), which is read as it is"};

}  // namespace tbsc94::message
