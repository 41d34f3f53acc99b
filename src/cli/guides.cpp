#include "cli/guides.hpp"

#include <array>

// Examples take their files to be there: an assessment, a folder of them, the same as packed NDJSON, another
// edition of the scheme, a body's decisions. The tests make these, run every line and compare what it prints.

namespace tbsc94::cli::guides {

namespace {

constexpr std::array program_examples{
    example{{"计算一份评价记录：判定与推导", "Grade an assessment: the verdict, and what it rests on"},
            {"tbsc94 grade 评价记录.json", "tbsc94 grade assessment.json"}},
    example{{"取一份空白评价记录来填写", "Get a blank assessment to fill in"},
            {"tbsc94 template -o 空白.json", "tbsc94 template -o blank.json"}},
    example{{"计算整个文件夹，结果供电子表格使用", "Grade a whole folder, for a spreadsheet"},
            {"tbsc94 grade --format csv -o 结果.csv 档案", "tbsc94 grade --format csv -o results.csv archive"}},
    example{{"核对评价记录中的存档结果", "Hold the recorded results against the assessments"},
            {"tbsc94 verify 档案", "tbsc94 verify archive"}},
};

constexpr std::array program_text{
    phrase<>{"tbsc94 按服务认证技术规范 CTS TBSC94-2026（版本 B/0），由测评人员的记录计算企业的认证级别（AAA、AAAA、"
             "AAAAA 或未达到认证级别），并逐条给出推导。认证决定由认证机构作出。",
             "tbsc94 works out the grade (AAA, AAAA, AAAAA or none) of an organization under the service certification "
             "specification CTS TBSC94-2026, edition B/0, from what the assessors recorded, and shows the whole "
             "derivation, clause by clause. The certification decision stays with the certification body."},
    phrase<>{
        "评价记录是 JSON 文件，写明各测评人员对每个服务项目给出的体验系数 α 与各项管理要求的成熟度等级。PATH "
        "可以是文件、文件夹（递归查找 .json、.ndjson、.jsonl、.xlsx）、压缩包（.zip、.tar、.tar.gz 等，不解压到磁盘），"
        "或 -（标准输入）。NDJSON 文件每行一份评价记录。",
        "An assessment is a JSON file with the α that the assessors gave to every service item, and the maturity "
        "level of every management item. PATH is a file, a folder (searched recursively for .json, .ndjson and "
        ".jsonl), an archive (.zip, .tar, .tar.gz and others, read without unpacking), or - for standard input. "
        "NDJSON has one assessment a line."},
    phrase<>{
        "从文件中的数字到判定全程精确计算，不用浮点数。显示的得分保留两位小数；精确值不在界限上而显示值恰为界限时，"
        "加注 (-) 或 (+)，例如 89.998 显示为 90.00(-)。",
        "All is exact from the file's own digits to the verdict. Scores are shown to two decimals; one that "
        "would look like a limit that the exact value is not carries a mark: 89.998 is shown as 90.00(-)."},
    phrase<>{"有错的评价记录不予计算；一份记录的所有错误一次列出，写明文件、行、列、条款与代码。结果写到标准输出，"
             "消息写到标准错误。",
             "An assessment with errors is refused. All its errors are named in one go, each with file, line, column, "
             "clause and code. Results go to standard output, messages to standard error."},
};

constexpr std::array grade_examples{
    example{{"判定与推导", "The verdict, and what it rests on"},
            {"tbsc94 grade 评价记录.json", "tbsc94 grade assessment.json"},
            {{"判定：达到 AAA 级\n"
              "…\n"
              "  服务特性测评得分 92.42（精确值 27727/300）\n"
              "  管理成熟度总分 92，管理要求等级 三级\n"
              "…",
              "Verdict: grade AAA is reached\n"
              "…\n"
              "  service score 92.42 (exactly 27727/300)\n"
              "  management total 92, management level 3\n"
              "…"}}},
    example{{"逐步推导，可据以手工复算", "Every step, so that it can be done again by hand"},
            {"tbsc94 grade --explain 评价记录.json", "tbsc94 grade --explain assessment.json"}},
    example{{"供认证委托人阅读的单页报告", "A page for the client"},
            {"tbsc94 grade --format html -o 报告.html 评价记录.json",
             "tbsc94 grade --format html -o report.html assessment.json"}},
    example{{"评价表，及其 Excel 报告", "A form that is filled in, and its report as a workbook"},
            {"tbsc94 grade --lang zh -o 报告.xlsx 评价表.xlsx", "tbsc94 grade --lang en -o report.xlsx form.xlsx"}},
    example{{"文件夹：每份一行，最后汇总；只列出未达到认证级别的",
             "A folder, a line each and a summary; only those without a grade"},
            {"tbsc94 grade --only none 档案", "tbsc94 grade --only none archive"},
            {{"…\n"
              "共读取 19 份：已计算 19 份，退回改正 0 份\n"
              "  级别：AAA 9  AAAA 4  AAAAA 2  未达到认证级别 4\n"
              "  级别取决于条款解释的：6 份\n"
              "  符合性审查为假定的：1 份",
              "…\n"
              "read 19: graded 19, refused 0\n"
              "  by grade: AAA 9  AAAA 4  AAAAA 2  none 4\n"
              "  whose grade depends on a reading: 6\n"
              "  with conformity assumed: 1"}}},
    example{{"在脚本中：每份一行 JSON，由标准输入读取", "In a script: a line of JSON each, from standard input"},
            {"zcat 档案.ndjson.gz | tbsc94 grade -q --format ndjson -",
             "zcat archive.ndjson.gz | tbsc94 grade -q --format ndjson -"}},
    example{{"试算：管理等级不足时不授予级别", "What if: no grade where the management level falls short"},
            {"tbsc94 grade --reading management-shortfall=no-grade 评价记录.json",
             "tbsc94 grade --reading management-shortfall=no-grade assessment.json"}},
    example{{"须达到 AAAA，否则退出码为 1", "AAAA is to be reached, else the exit code is 1"},
            {"tbsc94 grade --require AAAA 评价记录.json >/dev/null; echo $?",
             "tbsc94 grade --require AAAA assessment.json >/dev/null; echo $?"},
            {{"1", "1"}}},
};

constexpr std::array grade_text{
    phrase<>{"计算评价记录。PATH 为一个 .json 文件，或标准输入为一份文档时，输出完整报告；否则每份一行，并以汇总结束："
             "读取份数等于已计算份数加退回改正份数。结果的顺序与输入一致，与线程数无关。",
             "Grades assessments. One .json file, or one document on standard input, gives a full report; all else a "
             "line each and a summary, in which what was read is always what was graded and what was refused. The "
             "order is that of the input, whatever the number of threads."},
    phrase<>{"json 格式含全部推导与精确值；ndjson 每份一行；csv 与 xlsx 供电子表格使用；markdown 供粘贴到工单；html "
             "是自成一体、"
             "可打印的单页报告，多份时写入 -o 指定的文件夹。",
             "The format json has the whole derivation with exact values; ndjson is a line an assessment; csv and xlsx "
             "are for "
             "spreadsheets; markdown is for tickets; html is a page of its own that prints well, and for several "
             "assessments a folder named by -o."},
    phrase<>{
        "条文未写明或前后不一致之处，各有名称、默认值与备选取值，见 tbsc94(1) 的“条款解释”。每个结果都写明其级别取决于"
        "哪几项解释（depends_on）。",
        "Where the text is silent or disagrees with itself, the way it is read has a name, a default and another "
        "value: see READINGS in tbsc94(1). Each result says on which of them its grade depends (depends_on)."},
};

constexpr std::array verify_examples{
    example{{"核对一个文件夹", "Verify a folder"},
            {"tbsc94 verify 档案", "tbsc94 verify archive"},
            {{"…\n"
              "存档结果：一致 19 份，不一致 0 份，无存档 0 份\n"
              "…",
              "…\n"
              "recorded results: 19 hold, 0 differ, 0 unrecorded\n"
              "…"}}},
    example{{"在持续集成中：每份都须带有存档结果，输出 JUnit 报告",
             "In CI: each must have a recorded result; a report for the test page"},
            {"tbsc94 verify --require-recorded --format junit -o 报告.xml 档案",
             "tbsc94 verify --require-recorded --format junit -o report.xml archive"}},
    example{{"核对别人给出的完整结果", "Check a whole result that somebody else worked out"},
            {"tbsc94 grade --format json 评价记录.json | tbsc94 verify -",
             "tbsc94 grade --format json assessment.json | tbsc94 verify -"}},
};

constexpr std::array verify_text{
    phrase<>{
        "按评价记录所列的条款解释（否则按命令行所指定的，再否则按默认值）重新计算，并逐项核对其存档结果（recorded）："
        "得分、管理成熟度总分、管理要求等级与级别。不一致的逐一列出，写明存档值、计算值与可能的原因。",
        "Works each assessment out again under the readings that it names, else those of the command line, else "
        "the defaults, and holds its recorded result against that: score, management total, management level and "
        "grade. What differs is named with both values and, where one is found, the cause."},
    phrase<>{"也可核对 grade --format json 的结果或其数组：由其中的评价记录重新计算，逐值比较。",
             "A result of grade --format json, or an array of them, is verified as well: it is worked out again from "
             "the assessment in it, and every value is compared."},
    phrase<>{"给出 --readings "
             "时，一律按认证机构的条款解释计算；记录或结果另有所称即为不一致。否则结果所称的决定只是其自称。",
             "With --readings all is worked out under the body's own readings, and what a record or a result names "
             "otherwise differs. Without, the decisions in a result are its own word."},
};

constexpr std::array regrade_examples{
    example{{"哪些存档级别与现在的不同", "Which recorded grades are other ones now"},
            {"tbsc94 regrade 档案", "tbsc94 regrade archive"}},
    example{{"若管理等级不足时不授予级别，会有哪些变化", "What would change if a shortfall gave no grade"},
            {"tbsc94 regrade --reading management-shortfall=no-grade 档案",
             "tbsc94 regrade --reading management-shortfall=no-grade archive"},
            {{"…\n"
              "级别变化：2 份\n"
              "  原因：条款解释 2",
              "…\n"
              "grades changed: 2\n"
              "  by cause: reading 2"}}},
    example{{"若一律按另一版本计算，会有哪些变化", "What would change under another edition"},
            {"tbsc94 regrade --scheme 新版本.json --under C/0 档案",
             "tbsc94 regrade --scheme edition.json --under C/0 archive"}},
};

constexpr std::array regrade_text{
    phrase<>{
        "重新计算档案，列出级别有变化的记录：由什么变为什么、原因何在，最后给出存档级别与现在级别的对照表。比较的是存档"
        "级别；没有存档级别的，与按其自身版本和解释计算的级别比较。",
        "Grades an archive again and lists the grades that change, from what to what and why, with a matrix from "
        "what is recorded to what is now. What is compared is the recorded grade; where there is none, the grade "
        "by the assessment's own edition and readings."},
    phrase<>{"--under、--reading 与 --readings 适用于每一份记录，不论它写明什么，用于回答“若……则如何”。",
             "--under, --reading and --readings hold for everything whatever it names: they ask what would be if."},
};

constexpr std::array template_examples{
    example{{"一份空白评价表，供在 Excel 或 WPS 中填写，或打印", "A form to fill in in a spreadsheet, or to print"},
            {"tbsc94 template --lang zh -o 评价表.xlsx", "tbsc94 template --lang en -o form.xlsx"}},
    example{{"一份空白评价记录", "A blank assessment"},
            {"tbsc94 template -o 空白.json", "tbsc94 template -o blank.json"}},
    example{{"供两次测评、用于另一版本的空白评价记录", "One for two ratings, by another edition"},
            {"tbsc94 template --ratings 2 --scheme 新版本.json -o 空白.json",
             "tbsc94 template --ratings 2 --scheme edition.json -o blank.json"}},
    example{{"填写之后计算；漏填之处一次列出", "Once it is filled in; what was left out is named in one go"},
            {"tbsc94 grade 空白.json", "tbsc94 grade blank.json"}},
};

constexpr std::array template_text{
    phrase<>{
        "输出一份空白评价表或评价记录。xlsx "
        "是工作簿：封面、每次测评一张工作表、管理要求一张工作表；只有待填之处可以填写，"
        "填写时即检查范围，没有计算得分的公式。json 中待填之处均为 null，guide 写明各条目的名称、分值与评价要点，"
        "不参与评分，可以删去。不写 --format 时，由 -o 的扩展名决定。",
        "A blank assessment. The format xlsx is a workbook: a cover, a sheet for each rating, one for the management "
        "items; only what is to be filled in can be edited, ranges are checked while typing, and no formula works out "
        "a score. In json, null stands wherever something is to be filled in, and a guide has the items' names, points "
        "and what to look at; it has no part in the scoring and may be removed. Without --format, the ending of -o "
        "says which."},
};

constexpr std::array merge_examples{
    example{{"两名测评人员的评价表合为一份", "The forms of two assessors become one assessment"},
            {"tbsc94 merge 甲.xlsx 乙.xlsx -o 合并.json", "tbsc94 merge one.xlsx other.xlsx -o merged.json"}},
    example{{"把一份评价表写成 JSON", "One form as JSON"},
            {"tbsc94 merge 评价表.xlsx -o 转换.json", "tbsc94 merge form.xlsx -o converted.json"}},
};

constexpr std::array merge_text{
    phrase<>{"把同一次审核的若干文件合为一份评价记录：各份测评依次并入（同一人同一次出现两次即退回），各条目的备注注明"
             "出自何人；其余内容应一致，或只在其中一份填写，冲突之处逐一列出两处位置。没有填写的内容视为不存在。",
             "Puts the files of one audit together: their ratings one after another (the same assessor twice on one "
             "occasion is refused), remarks with whose they are. Everything else agrees or stands in one file alone; "
             "each conflict is named with both places. What is not filled in does not stand there."},
};

constexpr std::array compare_examples{
    example{{"两次审核之间有什么变化", "What moved between two audits"},
            {"tbsc94 compare 上次.json 评价表.xlsx", "tbsc94 compare old.json form.xlsx"}},
    example{{"写成 Markdown", "In Markdown"},
            {"tbsc94 compare 上次.json 评价记录.json --format markdown -o 对比.md",
             "tbsc94 compare old.json assessment.json --format markdown -o moved.md"}},
};

constexpr std::array compare_text{
    phrase<>{"比较同一组织的两次审核：级别、得分、各项服务特性指标和过程质量指标、成熟度总分与等级各变化多少，由精确值"
             "计算。每份记录按其所属的方案计算，条目按编号对应；组织名称、日期先后或方案不一致时予以提示。json 列出全部"
             "条目，未变的也在内。",
             "Compares two audits of one organization: by how much grade, score, characteristics, items, management "
             "total and levels moved, from the exact values. Each record is graded under its own scheme, and items are "
             "joined by their ids; where organizations, dates or schemes do not agree, it says so. json has all items, "
             "those that did not move as well."},
};

constexpr std::array scheme_examples{
    example{{"内置方案的各表", "The tables of the embedded scheme"}, {"tbsc94 scheme show", "tbsc94 scheme show"}},
    example{{"凡编号为 5.3 的：条款与条目", "Whatever has the number 5.3: clause and items"},
            {"tbsc94 scheme show 5.3", "tbsc94 scheme show 5.3"}},
    example{{"使用之前检查自编的方案文件", "Check a scheme file before it is used"},
            {"tbsc94 scheme check 新版本.json", "tbsc94 scheme check edition.json"}},
};

constexpr std::array scheme_text{
    phrase<>{"认证方案是数据文件，其中有全部条目、分值、区间与级别表，各带条款号。程序内置 CTS TBSC94-2026 版本 B/0；"
             "其他方案或版本由 --scheme 装载。",
             "A scheme is a data file with all items, points, bands and the table of grades, each with its clause. "
             "The program brings CTS TBSC94-2026, edition B/0; --scheme loads others."},
};

constexpr std::array show_examples{
    example{{"全部表格", "All tables"}, {"tbsc94 scheme show", "tbsc94 scheme show"}},
    example{{"两个附录中的条目 4.1", "Item 4.1 of both appendices"},
            {"tbsc94 scheme show 4.1", "tbsc94 scheme show 4.1"}},
    example{{"条款 4.2.2，以及附录 4 全部", "Clause 4.2.2, and all of Appendix 4"},
            {"tbsc94 scheme show 4.2.2 \"附录 4\"", "tbsc94 scheme show 4.2.2 \"Appendix 4\""}},
    example{{"附录 3，供粘贴到文档", "Appendix 3, to paste into a document"},
            {"tbsc94 scheme show --format markdown \"附录 3\"", "tbsc94 scheme show --format markdown \"Appendix 3\""}},
};

constexpr std::array show_text{
    phrase<>{"显示方案的各表，或按编号显示条目、章、条款与附录（均为摘要）；同一编号在多处都有时一并列出，"
             "“附录 4 5.2”则只指其一。--format json 不带编号时输出方案文件本身，修订可由此开始。",
             "Shows a scheme's tables, or whatever has a number: items, chapters, clauses and appendices, summed up. A "
             "number that stands in several places is shown from all of them; \"Appendix 4 5.2\" means one. Without a "
             "number, --format json prints the scheme's own file, with which a revision can begin."},
};

constexpr std::array check_examples{
    example{{"内置方案的数据中有何值得注意之处", "What the embedded scheme's own data betrays"},
            {"tbsc94 scheme check", "tbsc94 scheme check"}},
    example{{"检查自编的方案文件", "Check a scheme file of one's own"},
            {"tbsc94 scheme check 新版本.json", "tbsc94 scheme check edition.json"}},
};

constexpr std::array check_text{
    phrase<>{
        "检查方案的数据：空缺、重叠、不可能达到之处。每处发现附位置、条款、代码与示例评价记录；--format json 给出完整的"
        "示例，可直接交给 grade。有错误的方案不能装载，退出码为 3；备注不影响装载。",
        "Checks a scheme's data for gaps, overlaps and what can never be reached. Each finding has its place, "
        "clause, code and an example assessment, which --format json gives whole, as grade takes it. A scheme "
        "with errors cannot be loaded: exit code 3. Remarks do not keep it from being loaded."},
};

constexpr std::array diff_examples{
    example{{"修订稿与内置方案相比改动了什么", "What a draft changes of the embedded scheme"},
            {"tbsc94 scheme diff 新版本.json", "tbsc94 scheme diff edition.json"}},
    example{{"现有档案按两者计算，级别会有哪些变化", "How the grades of an archive would move"},
            {"tbsc94 scheme diff 新版本.json --impact 档案", "tbsc94 scheme diff edition.json --impact archive"}},
    example{{"比较两个文件，供粘贴到文档", "Two files, to paste into a document"},
            {"tbsc94 scheme diff --format markdown 新版本.json \"B/0\"",
             "tbsc94 scheme diff --format markdown edition.json \"B/0\""}},
};

constexpr std::array diff_text{
    phrase<>{"逐处列出两个方案数据的不同：条目、分值、区间、级别表、日期、名称与条款号；数字按数值比较。",
             "Names everything that the data of two schemes has otherwise: items, points, bands, the table of grades, "
             "dates, names and clauses. Numbers count by value."},
    phrase<>{
        "--impact 按 A、B 分别计算其后的每份评价记录，不论其写明哪一版本：列出级别有变化的，并给出由 A 到 B 的汇总表；"
        "任一方案退回改正的记录计入 refused，退出码为 3。",
        "--impact grades every assessment that follows by A and by B, whatever edition it names: it lists those "
        "whose grade moves, with a matrix from A to B. What either refuses is counted as refused: exit code 3."},
};

constexpr std::array schema_examples{
    example{
        {"评价记录的 JSON Schema，供写出评价记录的系统校验",
         "The schema of assessments, for a system that writes them"},
        {"tbsc94 schema assessment -o assessment.schema.json", "tbsc94 schema assessment -o assessment.schema.json"}},
};

constexpr std::array schema_text{
    phrase<>{"输出 JSON Schema（2020-12）：assessment 为评价记录；result 为各命令的 json 与 ndjson 输出；scheme "
             "为认证方案文件。",
             "Prints a JSON Schema (2020-12): assessment for what goes in, result for what comes out as json and "
             "ndjson, scheme for the files of schemes."},
};

constexpr std::array completion_examples{
    example{{"bash 的补全脚本，在 ~/.bashrc 中以 source 载入", "The script for bash, for ~/.bashrc to source"},
            {"tbsc94 completion bash -o tbsc94.bash", "tbsc94 completion bash -o tbsc94.bash"}},
};

constexpr std::array completion_text{
    phrase<>{
        "输出命令行补全脚本，内容与安装时所带的相同，供只有程序文件而未安装的情形使用。zsh：写入 $fpath "
        "中某一文件夹，文件名为 _tbsc94；fish：写为 ~/.config/fish/completions/tbsc94.fish。",
        "Prints the script that an installation brings, for where there is the program's file alone. For zsh, write "
        "it as _tbsc94 into a folder of $fpath; for fish, as ~/.config/fish/completions/tbsc94.fish."},
};

constexpr std::array help_examples{
    example{{"条款解释：各处的默认值与备选取值", "How the text is read: each place with its values"},
            {"tbsc94 help readings --lang zh", "tbsc94 help readings"}},
    example{{"某一命令的用法", "A command's help"}, {"tbsc94 help grade --lang zh", "tbsc94 help grade"}},
};

constexpr std::array help_text{
    phrase<>{
        "不写主题时显示本程序的用法。主题有 "
        "assessment（评价记录文件与错误代码）、readings（条款解释）、results（结果、核对与"
        "重新计算）、archives（批量与压缩文件）、ci（脚本与持续集成）、schemes（认证方案）、library（评分库）。",
        "Without a subject it prints the program's own help. The subjects are assessment (assessment files and error "
        "codes), readings, results (results, verify and regrade), archives (many files, packed files), ci (scripts "
        "and CI), schemes and library (the scoring library)."},
};

}  // namespace

const guide program{program_examples, program_text};
const guide grade{grade_examples, grade_text};
const guide verify{verify_examples, verify_text};
const guide regrade{regrade_examples, regrade_text};
const guide blank{template_examples, template_text};
const guide merge{merge_examples, merge_text};
const guide compare{compare_examples, compare_text};
const guide scheme{scheme_examples, scheme_text};
const guide scheme_show{show_examples, show_text};
const guide scheme_check{check_examples, check_text};
const guide scheme_diff{diff_examples, diff_text};
const guide schema{schema_examples, schema_text};
const guide completion{completion_examples, completion_text};
const guide help{help_examples, help_text};

}  // namespace tbsc94::cli::guides
