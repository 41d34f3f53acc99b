// What is said of workbooks and stands in them, in both languages.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "json/messages.hpp"
#include "text/language.hpp"

namespace tbsc94::message {

// The file
constexpr phrase<> workbook_damaged{
    "不是完整的 .xlsx 文件：文件已损坏或不完整，请用 Excel 或 WPS 打开后重新保存",
    "no whole .xlsx file: damaged or cut off; open it in a spreadsheet and save it anew"};
constexpr phrase<> workbook_encrypted{"工作簿设有打开密码，无法读取；请取消密码后另存为 .xlsx",
                                      "the workbook is encrypted: save it as .xlsx without a password"};
constexpr phrase<> workbook_old{"这是 .xls、.et 一类的旧格式；请用 Excel 或 WPS 另存为 .xlsx",
                                "an older format (.xls, .et): save it as .xlsx"};
constexpr phrase<> workbook_other{"不是 Excel 工作簿（.xlsx）；如由其他程序保存，请另存为 .xlsx",
                                  "no Excel workbook (.xlsx): save it as one"};
constexpr phrase<> workbook_macros{"工作簿含有宏，不予读取；请另存为不含宏的 .xlsx",
                                   "the workbook holds macros and is not read: save it as .xlsx without them"};
constexpr phrase<> workbook_doctype{"工作簿的 XML 含有文档类型声明，不予读取；请用 Excel 或 WPS 重新保存",
                                    "the workbook's XML declares a document type and is not read: save it anew"};
constexpr phrase<> workbook_too_large{"工作簿过大：内容超出评价表所需（最多 20 万个有内容的单元格，解压后 256 MiB）",
                                      "the workbook is too large: at most 200,000 cells that hold something, and 256 "
                                      "MiB unpacked"};
constexpr phrase<> workbook_no_form{
    "这个工作簿不是本程序的评价表；空白评价表由 tbsc94 template -o 评价表.xlsx 得到",
    "this workbook is no form of this program; tbsc94 template -o form.xlsx gives a blank one"};
constexpr phrase<> workbook_is_result{"这是 grade 或 regrade 的结果，不是评价表",
                                      "a result of grade or regrade, not a form"};
constexpr phrase<> workbook_newer{"评价表由更新版本的 tbsc94 生成，请先更新程序",
                                  "the form is of a later version of tbsc94: update the program"};
constexpr phrase<text> workbook_sheet_missing{
    "缺少“{}”工作表：可能已被删除；请从空白评价表（tbsc94 template -o 评价表.xlsx）重新填写",
    "the sheet \"{}\" is missing: it may have been deleted; fill in a new form (tbsc94 template -o form.xlsx)"};
constexpr phrase<text> workbook_sheet_twice{
    "与工作表“{}”是同一种，只能有一张；请删去多余的一张",
    "of the same kind as the sheet \"{}\", of which there can be one: delete one"};
constexpr phrase<text> workbook_column_missing{
    "缺少“{}”一列：可能已被删除；请从空白评价表（tbsc94 template -o 评价表.xlsx）重新填写",
    "the column \"{}\" is missing: it may have been deleted; fill in a new form (tbsc94 template -o form.xlsx)"};
constexpr phrase<> workbook_row_missing{"；工作表中没有这一行，可能已被删除",
                                        "; the sheet has no such row: it may have been deleted"};
constexpr phrase<text> rating_blank{"工作表“{}”全部空白，未计入测评",
                                    "the sheet \"{}\" is blank: it counts as no rating"};

// A cell
constexpr phrase<text> cell_formula{"含有公式，其结果可能未保存或与所见不同；请直接填写{}",
                                    "holds a formula, whose result may not be what is seen: fill in {}"};
constexpr phrase<text> cell_covered{"与 {} 合并；请取消合并，各条目分别填写",
                                    "is merged with {}: unmerge them, and fill in each"};
constexpr phrase<text, text> cell_error{"为错误值 {}；请填写{}", "holds the error {}: fill in {}"};
constexpr phrase<text> cell_date{"显示为日期或时间；请把格式改为“常规”，再填写{}",
                                 "is shown as a date or a time: set its format to General, and fill in {}"};
constexpr phrase<excerpt, text> cell_no_number{"“{}”不是数；请填写{}", "\"{}\" is no number: fill in {}"};
constexpr phrase<> cell_not_applicable{"；不适用的条目在封面声明，此处留空",
                                       "; items that do not apply are named on the cover, and left blank here"};
constexpr phrase<excerpt, text> cell_word{"“{}”不在可选值中：{}", "\"{}\" is not one of {}"};
constexpr phrase<excerpt> cell_too_long_number{
    "{} 超过 15 位：表格软件只保留数的前 15 位；请把单元格格式设为“文本”后重新填写",
    "{} has more than 15 digits, and a spreadsheet keeps 15 of a number: make the cell a text, and fill it in anew"};
constexpr phrase<excerpt> cell_no_day{"“{}”不是日期；请填写日期，例如 2026-03-14",
                                      "\"{}\" is no date: fill in a day, as in 2026-03-14"};
constexpr phrase<text> cell_twice{"与 {} 是同一条目的行；请删去多余的一行",
                                  "is a row of the same item as {}: delete one of them"};
constexpr phrase<> cell_without_key{"有内容，却没有写明是哪一项（左侧一格为空）",
                                    "holds something, but the cell before it does not say what it is of"};
constexpr phrase<> an_alpha{" 0 至 1 之间的数，例如 0.85", "a number from 0 to 1, as in 0.85"};
constexpr phrase<> a_level{" 1 至 5 的整数", "a whole number from 1 to 5"};
constexpr phrase<> a_day{"日期，例如 2026-03-14", "a day, as in 2026-03-14"};
constexpr phrase<> a_text{"文字", "a text"};

// Files put together
constexpr phrase<text, text> in_file{"{}：{}", "{}: {}"};
constexpr phrase<> remarks_separator{"；", "; "};
constexpr phrase<> rating_without_alpha{"没有填写任何 α，未计入测评", "has no α at all: it counts as no rating"};
constexpr phrase<text, text, text> merge_conflict{"此处为“{}”，而 {} 为“{}”；各文件应一致，或只在其中一份填写",
                                                  "\"{}\" here, and at {} \"{}\": files agree, or one alone says it"};
constexpr phrase<text, text> merge_rated_twice{
    "测评人员“{}”的同一次测评已见于 {}；每人每次只能有一份，请核对测评场次",
    "the assessor \"{}\" has rated that occasion at {} already; one rating each is allowed"};

// Results
constexpr phrase<> report_verdict{"判定", "Verdict"};
constexpr phrase<> report_requirements{"认证级别的要求", "What the grades require"};
constexpr phrase<std::size_t, std::size_t> report_more_ratings{"共 {} 次测评，此处列出前 {} 次",
                                                               "{} ratings; the first {} are shown"};
constexpr phrase<> result_table{"结果", "Results"};
constexpr phrase<> result_items{"条目", "Items"};
constexpr phrase<> result_ratings{"各份测评", "Ratings"};
constexpr phrase<> result_summary{"汇总", "Summary"};

// What a form calls its sheets, columns and fields
constexpr phrase<> form_cover{"封面", "Cover"};
constexpr phrase<std::size_t> form_rating{"测评 {}", "Rating {}"};
constexpr phrase<> form_management{"管理要求", "Management"};
constexpr phrase<> form_notes{"填写说明", "Notes"};
constexpr phrase<> form_value{"填写内容", "value"};
constexpr phrase<> form_alpha{"体验系数 α", "α"};
constexpr phrase<> form_level{"成熟度等级", "level"};
constexpr phrase<> form_title{"服务认证评价表", "Service certification: assessment form"};
constexpr phrase<> form_no_score{
    "本表不计算得分。填写后由 tbsc94 grade 评价表.xlsx 得出得分与级别；填写方法见“填写说明”。",
    "This form works out no score: tbsc94 grade form.xlsx does, once it is filled in. See the sheet Notes."};
constexpr phrase<> form_footer{"&C第 &P 页，共 &N 页", "&CPage &P of &N"};
constexpr phrase<> form_not_allowed{"填写有误", "Not allowed"};
constexpr phrase<> form_choose{"请从下拉列表中选择", "Choose from the list"};
constexpr phrase<> form_day{"填写日期，例如 2026-03-14", "A day, as in 2026-03-14"};
constexpr phrase<> form_details{"可增删改名；不填的不显示", "Rename them or add others; one left blank is not shown"};
constexpr phrase<> form_clauses{"符合性审查说明", "Remarks of the conformity review"};
constexpr phrase<> form_clauses_how{"左侧填写条款号（例如 4.2.2），右侧写明不符合之处",
                                    "On the left a clause, as 4.2.2; on the right what does not conform"};
constexpr phrase<> form_not_applicable{"不适用条目", "Items that do not apply"};
constexpr phrase<> form_not_applicable_how{
    "左侧填写服务过程质量指标的条目编号（例如 1.3），右侧写明理由；这些条目的 α 留空。须经认证机构同意剔除",
    "On the left the number of a service item, as 1.3; on the right the reason. Leave its α blank. The certification "
    "body decides whether items may be left out"};
constexpr phrase<> form_progress{"填写进度", "Filled in"};
constexpr phrase<> form_progress_how{"多余的“测评”表留空即可，不计入", "A rating that is left blank does not count"};
constexpr phrase<> form_filled_before{"已填 ", "filled in: "};
constexpr phrase<> form_filled_of{" / ", " of "};
constexpr phrase<> form_number{"条目", "item"};
constexpr phrase<> form_criterion{"评价要点", "criteria"};
constexpr phrase<> form_requirement{"要求", "requirements"};
constexpr phrase<> form_remark{"备注", "remark"};
constexpr phrase<text> form_service_title{"服务特性测评表（{}）", "Service characteristics ({})"};
constexpr phrase<text> form_management_title{"管理成熟度评价表（{}）", "Management maturity ({})"};
constexpr phrase<text, text, text> form_group{"{} {}（{} 分）", "{} {} ({} points)"};
constexpr phrase<text> form_bands{"体验系数 α：{}", "α: {}"};
constexpr phrase<> form_signature{"签字：＿＿＿＿＿＿＿＿＿＿　　日期：＿＿＿＿＿＿＿＿",
                                  "Signature: ____________________    Date: ____________"};
constexpr phrase<> form_ask_alpha{"0 至 1 之间的数，例如 0.85", "A number from 0 to 1, as in 0.85"};
constexpr phrase<> form_ask_level{"1 至 5 的整数，由下拉列表选择", "A whole number from 1 to 5, from the list"};
inline constexpr std::array<phrase<>, 9> form_notes_text{
    {{"只有带边框的浅色单元格可以填写，其余已锁定；尚未填写的必填单元格以黄色显示，填写后黄色消失。",
      "Only cells in a light colour with a border can be filled in, the others are locked. A cell that is still to be "
      "filled in is yellow until something is there."},
     {"每名测评人员每次测评用一张“测评”工作表，填写姓名与场次（如“2026-03-14 上午”）。多余的留空即可，不计入。",
      "One sheet “Rating” for each assessor and occasion, with the name and the occasion, as in “2026-03-14 am”. One "
      "that is left blank does not count."},
     {"体验系数 α 为 0 至 1 之间的数，直接填写数字，例如 0.85；所填数字按原样参与计算，最多 15 位有效数字。",
      "α is a number from 0 to 1, typed as in 0.85. The digits that are typed are what counts, up to 15 of them."},
     {"“管理要求”工作表中，各条目的成熟度等级由下拉列表选择 1 至 5；五个等级的含义列于表首。",
      "On the sheet “Management”, choose each item's level from 1 to 5; what the levels mean stands above the table."},
     {"不要填写公式：公式的结果可能未保存，或与所见不同，含公式的单元格会被退回。",
      "Fill in no formulas: their results may not be saved, or not be what is seen. A cell with one is refused."},
     {"可以移动、隐藏或插入行列，也可以给工作表改名、换序；请勿删除行列，也不要删除“封面”与“管理要求”。",
      "Rows and columns may be moved, hidden or put between, sheets renamed and put in another order. Do not delete "
      "rows or columns, nor the sheets Cover and Management."},
     {"保存为 .xlsx，不要设打开密码。各人分别填写的几份文件可以合并：tbsc94 merge 甲.xlsx 乙.xlsx -o 评价记录.json。",
      "Save it as .xlsx, without a password. Files of several assessors are put together by tbsc94 merge A.xlsx B.xlsx "
      "-o assessment.json."},
     {"得出判定：tbsc94 grade 评价表.xlsx；供签字的报告：tbsc94 grade --format html -o 报告.html 评价表.xlsx。"
      "有错时写明工作表与单元格，改正后重新运行。",
      "The verdict: tbsc94 grade form.xlsx. A report to sign: tbsc94 grade --format html -o report.html form.xlsx. "
      "Errors name the sheet and the cell; mend them and run it again."},
     {"本表不含得分公式：表格软件用浮点数计算，在界限（如 80、90、95）处会与判定不一致。空白打印即为现场用纸质表。",
      "The form has no formula for the score: a spreadsheet reckons with rounded numbers, which at the limits (80, 90, "
      "95) would contradict the verdict. Printed blank, it is the paper form for use on site."}}};

}  // namespace tbsc94::message
