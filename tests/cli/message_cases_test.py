"""The mistakes that people make who fill in records by hand, and the cure that the message names in both languages.

usage: message_cases_test.py PROGRAM SOURCE_DIR
"""

import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

PROGRAM, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2])
ALPHA, LEVEL = '"1.1": 0.95', '"1.1": 4'  # of the first rating, of management
HERE_ZH, HERE_EN = "第 1 份测评（A1）条目 1.1 功能性·人员：", "rating 1 (A1), item 1.1 functionality · personnel: "
LEVEL_ZH, LEVEL_EN = "管理要求条目 1.1 组织所处环境·", "management item 1.1 context of the organization · "
UNCHECKED_ZH, UNCHECKED_EN = "此后的内容尚未检查", "what follows was not checked"
NOT_APPLICABLE = "not_applicable"
OPEN_BRACKET = "      }\n    ],"

# What is replaced, by what, its code, and what the line says in Chinese and in English.
CASES = (
    (ALPHA, '"1.1": ', "malformed-json", ("此处未填", "0 至 1 之间的数"), ("nothing is filled in here", "from 0 to 1")),
    (ALPHA, '"1.1": ""', "wrong-type", (HERE_ZH + "此处未填：填写 0 至 1 之间的数",), (HERE_EN + "nothing is filled in",)),
    (ALPHA, '"1.1": 95%', "malformed-json", (HERE_ZH, "写作 0.95"), (HERE_EN, "write 0.95")),
    (ALPHA, '"1.1": "95%"', "wrong-type", (HERE_ZH, "应写作数字 0.95"), (HERE_EN, "write 0.95")),
    (ALPHA, '"1.1": "95"', "wrong-type", (HERE_ZH, "应写作数字 0.95"), (HERE_EN, "write 0.95")),
    (ALPHA, '"1.1": "４．２５分"', "wrong-type", ("应写作数字 0.85",), ("write 0.85",)),
    (ALPHA, '"1.1": "０.９５"', "wrong-type", (HERE_ZH, "应写作数字 0.95"), (HERE_EN, "write 0.95")),
    (ALPHA, '"1.1": "0,95"', "wrong-type", ("应写作数字 0.95",), ("write 0.95",)),
    (ALPHA, '"1.1": ０.９５', "malformed-json", ("请写作 0.95",), ("write 0.95",)),
    (ALPHA, '"1.1": 4.25', "alpha-out-of-range", ("应得分 5 分，4.25 分即 α = 0.85",), ("come to an α of 0.85",)),
    (ALPHA, '"1.1": 95', "alpha-out-of-range", ("是否应为 0.95？",), ("perhaps 0.95?",)),
    (ALPHA, '"1.1": "高于预期"', "wrong-type", ("大于 0.6、至多 0.8",), ("above 0.6 and up to 0.8",)),
    (ALPHA, '"1.1": "远低于预期"', "wrong-type", ("0 至 0.2",), ("from 0 to 0.2",)),
    (ALPHA, '"1.1": 95 %', "malformed-json", (HERE_ZH, "“95 %”请写作 0.95"), (HERE_EN, "write 0.95 for")),
    (ALPHA, '"1.1": 0.9O', "malformed-json", (HERE_ZH, "“0.9O”请写作 0.90"), (HERE_EN, "write 0.90 for")),
    (ALPHA, '"1.1": .95', "malformed-json", ("请写作 0.95",), ("write 0.95 for",)),
    (ALPHA, '"1.1": 0.95"', "malformed-json", ('此处多了一个“"”，请删去',), ("remove it",)),
    (ALPHA, '"1.1": 0.95。', "malformed-json", ("此处多了一个“。”，请删去",), ("remove it",)),
    (ALPHA, '"1.1":: 0.95', "malformed-json", ("此处多了一个“:”，请删去",), ("remove it",)),
    (ALPHA, '"1.1", 0.95', "malformed-json", ("“,”应写作“:”",), ('write ":" in place of ","',)),
    (ALPHA, '"1.1: 0.95', "malformed-json", ("“1.1”只有一侧有双引号",), ('has a double quote on one side only',)),
    (ALPHA, '1.1": 0.95', "malformed-json", ("“1.1”只有一侧有双引号",), ('has a double quote on one side only',)),
    (ALPHA, '"1.1": 待定', "malformed-json", (HERE_ZH + "不是 JSON：“待定”不是数：体验系数 α 填写 0 至 1 之间的数",),
     (HERE_EN, "is no number: an α is a number from 0 to 1")),
    (ALPHA, '"1.1": *', "malformed-json", ("“*”不是数",), ("is no number",)),
    (ALPHA, '"1.1": "优秀"', "wrong-type", ("“优秀”不是数：体验系数 α 填写 0 至 1 之间的数",), ("is no number",)),
    (ALPHA, '"1，1": 0.95', "unknown-item", ("应写作“1.1”",), ('write "1.1"',)),
    (ALPHA, '"1-1": 0.95', "unknown-item", ("应写作“1.1”",), ('write "1.1"',)),
    ('0.95,', '0.95,,', "malformed-json", ("此处多了一个“,”，请删去",), ("remove it",)),
    (LEVEL, '"1.1": "Ⅲ级"', "wrong-type", (LEVEL_ZH, "应写作数字 3"), (LEVEL_EN, "write 3 ")),
    (LEVEL, '"1.1": "优化级"', "wrong-type", ("应写作数字 4",), ("write 4 ",)),
    (LEVEL, '"1.1": 优', "malformed-json", (LEVEL_ZH, "不是 JSON：“优”不是等级"), (LEVEL_EN, "is no level")),
    ('"2026-03-14"', '46095', "wrong-type", ('46095 是表格软件的日期序号，请写作 "2026-03-14"',), ('write "2026-03-14"',)),
    ('"2026-03-14"', '"2026-03-14至16"', "invalid-date", ('只写一个，例如 "2026-03-14"',), ('write one, as "2026-03-14"',)),
    ('"2026-03-14"', '""', "invalid-date", ("此处未填", "可删去此键"), ("nothing is filled in", "leave the key out")),
    ('"conforming"', 'true', "wrong-type", ('写在双引号内的 "conforming"（符合）',), ('one of "conforming"',)),
    ('"conforming"', '符合', "malformed-json", ('请写作 "conforming"',), ('write "conforming"',)),
    ('"conforming"', '"non-conforming"', "unknown-value", ('请写作 "nonconforming"',), ('write "nonconforming"',)),
    ('"assessor": "A1"', '"评价员": "A1"', "unknown-key", ("应写作“assessor”",), ('write "assessor"',)),
    ('"assessor": "A1"', '"assessor": 1', "wrong-type", ('写作 "1"',), ('write "1"',)),
    ('"ratings": [', '"ratings": {', "malformed-json", ("请把打开它的“{”改为“[”",), ('open it with "["',)),
    ('"remarks": {', '"remarks": [', "malformed-json", ("请把打开它的“[”改为“{”",), ('open them with "{"',)),
    (ALPHA, '"1.1"= 0.95', "malformed-json", ("“=”应写作“:”",), ('write ":" in place of "="',)),
    ('0.95,', '0.95;', "malformed-json", ("“;”应写作“,”",), ('write "," in place of ";"',)),
    (ALPHA, '"1.1” : 0.95', "malformed-json", ('“””是全角（中文）符号，请改为半角“"”',), ('is full-width punctuation',)),
    (ALPHA, '"1.1": /', "malformed-json", (NOT_APPLICABLE,), (NOT_APPLICABLE,)),
    (ALPHA, '"1.1": "/"', "wrong-type", (NOT_APPLICABLE,), (NOT_APPLICABLE,)),
    (ALPHA, '"1.1": "不适用"', "wrong-type", (NOT_APPLICABLE,), (NOT_APPLICABLE,)),
    (ALPHA, '"1.1":\xa00.95', "malformed-json", ("U+00A0（不换行空格）",), ("U+00A0 (no-break space)",)),
    (ALPHA, '"1.1": 0.95\xa0', "malformed-json", ("U+00A0（不换行空格）",), ("U+00A0 (no-break space)",)),
    (ALPHA, '"1.1": \u200b0.95', "malformed-json", ("U+200B（零宽空格）",), ("U+200B (zero-width space)",)),
    (ALPHA, '"1.1": \ufeff0.95', "malformed-json", ("U+FEFF",), ("U+FEFF (byte order mark)",)),
    (ALPHA, '1.1: 0.95', "malformed-json", ("键“1.1”应加双引号",), ('the key "1.1" needs double quotes',)),
    (ALPHA, '“1.1”: 0.95', "malformed-json", ("半角",), ("full-width",)),
    ('0.95,', '0.95，', "malformed-json", ("请改为半角“,”",), ('write ","',)),
    (ALPHA, '"1.1 人员": 0.95', "unknown-item", ("没有编号为“1.1 人员”的条目，应写作“1.1”",), ('write "1.1"',)),
    (ALPHA, '"条目１.１": 0.95', "unknown-item", ("应写作“1.1”",), ('write "1.1"',)),
    ('"7.1": 0.9', '"制定服务规范": 0.9', "unknown-item", ("应写作“7.1”",), ('write "7.1"',)),
    (LEVEL, '"1.1": "三级"', "wrong-type", (LEVEL_ZH, "应写作数字 3"), (LEVEL_EN, "write 3 ")),
    (LEVEL, '"1.1": "3级"', "wrong-type", ("应写作数字 3",), ("write 3 ",)),
    (LEVEL, '"1.1": "level 3"', "wrong-type", ("应写作数字 3",), ("write 3 ",)),
    (LEVEL, '"1.1": 3级', "malformed-json", ("请写作 3",), ("write 3 for ",)),
    (LEVEL, '"1.1": 三级', "malformed-json", ("请写作 3",), ("write 3 for ",)),
    (LEVEL, '"1.1": 10', "level-out-of-range", ("应得分 5 分，每级 1 分",), ("5 due, 1 a level",)),
    ('"4.1": 4', '"4.1": 8', "level-out-of-range", ("应得分 10 分，每级 2 分", "8 分写作 4"), ("4 for 8",)),
    (LEVEL, '"1.1": ""', "wrong-type", ("此处未填：填写 1 至 5 的整数",), ("a whole number from 1 to 5",)),
    ('"2026-03-14"', '"2026/3/14"', "invalid-date", ("评价日期（date）：", '应写作 "2026-03-14"'), ('"2026-03-14"',)),
    ('"2026-03-14"', '"2026年3月14日"', "invalid-date", ('应写作 "2026-03-14"',), ('"2026-03-14"',)),
    ('"2026-03-14"', '20260314', "wrong-type", ('应写在双引号内："2026-03-14"',), ('needs double quotes: "2026-03-14"',)),
    ('"2026-03-14"', '2026-03-14', "malformed-json", ('双引号内："2026-03-14"',), ('needs double quotes: "2026-03-14"',)),
    ('"2026-03-14"', 'null', "wrong-type", ('写作 "2026-03-09"', "可删去此键"), ("leave the key out",)),
    ('"2026-03-14"', '"2026-02-30"', "invalid-date", ("2026 年 02 月只有 28 天",), ("in 2026-02 there are 28 days",)),
    ('"2026-03-14"', '"soon"', "invalid-date", ("YYYY-MM-DD",), ("YYYY-MM-DD",)),
    ('"conforming"', '"符合"', "unknown-value", ('"conforming"（符合）、"nonconforming"（不符合）', '请写作 "conforming"'),
     ('write "conforming"',)),
    ('"conforming"', 'null', "wrong-type", ('"conforming"（符合）、"nonconforming"（不符合）', "可删去此键"),
     ("leave the key out",)),
    ('"organization"', '"组织名称"', "unknown-key", ("应写作“organization”",), ('write "organization"',)),
    ('"organization"', '"企业名称"', "unknown-key", ("应写作“organization”",), ('write "organization"',)),
    ('"organization"', '"organisation"', "unknown-key", ("应写作“organization”",), ('write "organization"',)),
    ('"service"', '"服务特性测评"', "unknown-key", ("应写作“service”",), ('write "service"',)),
    ('"organization"', '"电话"', "unknown-key", ("可用的键：scheme,",), ("allowed are scheme,",)),
    ('"B/0"', '"B0"', "edition-unknown", ('是否应为 "B/0"？',), ('perhaps "B/0"?',)),
    ('TBSC94-2026', 'TBSC94—2026', "scheme-unknown", ('是否应为 "CTS TBSC94-2026"？', "“—”（U+2014）"), ("U+2014",)),
    ('"未见记录"', '"未见\n记录"', "malformed-json", ("换行，应写作 \\n",), ("write \\n",)),
    ('"未见记录"', '"未见\t记录"', "malformed-json", ("制表符，应写作 \\t",), ("write \\t",)),
    ('"未见记录"', '"称"已培训"，未见"', "malformed-json", ("“已培训”", '请写作 \\"'), ('written \\"',)),
    ('"未见记录"', '"D:\\审核"', "malformed-json", ("反斜杠应写作 \\\\",), ("write a backslash twice",)),
    (OPEN_BRACKET, '      },', "malformed-json", ("第 8 行打开的“[”没有闭合，缺少“]”", UNCHECKED_ZH),
     ('"[", opened in line 8, is never closed', UNCHECKED_EN)),
)

# Files of other programs that are sent by mistake: a name, the first bytes, and what the line says in both languages.
OLE, ZIP = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), b"PK\x03\x04\x14\x00\x06\x00\x08\x00" + bytes(20)
SEVEN_ZIP, RAR = b"7z\xbc\xaf\x27\x1c\x00\x04" + bytes(64), b"Rar!\x1a\x07\x01\x00" + bytes(64)
PICTURE, UNPACK = ("图片", "评价表.xlsx"), (".zip", "7z", "请先解压")
OTHER_FILES = (
    ("a.json", SEVEN_ZIP, UNPACK, ("7z", "unpack it first")),
    ("a.7z", SEVEN_ZIP, UNPACK, ("7z", "unpack it first")),
    ("a.zip", SEVEN_ZIP, UNPACK, ("7z", "unpack it first")),
    ("a.tar.gz", SEVEN_ZIP, UNPACK, ("7z", "unpack it first")),
    ("a.xlsx", SEVEN_ZIP, UNPACK, ("7z", "unpack it first")),
    ("a.rar", RAR, ("RAR", "请先解压"), ("RAR", "unpack it first")),
    ("a.json", OLE, (".xls、.doc", "另存为 .xlsx"), ("older file", "save it as .xlsx")),
    ("a.doc", OLE, (".xls、.doc", "另存为 .xlsx"), ("older file", "save it as .xlsx")),
    ("a.xls", OLE, (".xls", "另存为 .xlsx"), (".xls", "save it as .xlsx")),
    ("a.docx", ZIP + b"word/document.xml", ("Word 文档", "评价表.xlsx"), ("a Word document", "FORM.xlsx")),
    ("a.json", ZIP + b"xl/workbook.xml", ("Excel 工作簿", "改回 .xlsx"), ("Excel workbook", "ending .xlsx")),
    ("a.json", ZIP, ("zip 压缩文件", "改回 .zip"), ("packed by zip", "ending .zip")),
    ("a.json", b"\x1f\x8b\x08\x00" + bytes(20), ("gzip", "改回 .gz"), ("gzip", "ending .gz")),
    ("a.ofd", ZIP + b"OFD.xml", ("OFD",), ("OFD",)),
    ("a.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", ("PDF", "评价表.xlsx"), ("a PDF", "FORM.xlsx")),
    ("a.json", b"%PDF-1.4\nall of it in ASCII\n", ("PDF",), ("a PDF",)),
    ("a.xlsx", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", ("PDF", "评价表.xlsx"), ("a PDF", "FORM.xlsx")),
    ("a.png", b"\x89PNG\r\n\x1a\n" + bytes(64), PICTURE, ("a picture",)),
    ("a.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(5 << 20), PICTURE, ("a picture",)),  # beyond every limit
    ("a.heic", bytes(3) + b"\x18ftypheic" + bytes(64), PICTURE, ("a picture",)),
    ("a.rtf", b"{\\rtf1\\ansi\\deff0}", ("RTF",), ("RTF",)),
    ("a.json", "\n<!DOCTYPE html>\n<html>登录</html>".encode(), ("网页（HTML）",), ("a web page (HTML)",)),
    ("a.zip", b"<!DOCTYPE html><html></html>", ("网页（HTML）",), ("a web page (HTML)",)),
    ("a.csv", "条目,张三\n1.1,0.85\n".encode("gbk"), ("看来是表格（CSV）",), ("it looks like a table",)),
    ("a.csv", "条目,张三\n1.1,0.85\n".encode("utf-8-sig"), ("看来是表格（CSV）",), ("it looks like a table",)),
    ("a.csv", "条目\t张三\n1.1\t0.85\n".encode("utf-16"), ("看来是表格（CSV）",), ("it looks like a table",)),
)


def record():
    """A record of which each of the places that the cases replace is there once at least, a line each."""
    items = json.loads((SOURCE / "data/samples/one-rating.json").read_text("utf-8"))
    alphas = {item: 0.9 for item in items["service"]["ratings"][0]["alpha"]} | {"1.1": 0.95}
    rating = {"assessor": "A1", "alpha": alphas}
    return json.dumps({
        "scheme": "CTS TBSC94-2026", "edition": "B/0", "id": "T-1", "organization": "示例", "date": "2026-03-14",
        "service": {"ratings": [rating], "remarks": {"2.1": "未见记录"}},
        "management": {"conformity": "conforming", "levels": {item: 4 for item in items["management"]["levels"]}},
    }, ensure_ascii=False, indent=2)


class Messages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        temporary = tempfile.TemporaryDirectory()
        cls.addClassCleanup(temporary.cleanup)
        cls.folder = pathlib.Path(temporary.name)
        cls.good = record()

    def lines(self, text, lang, name="a.json"):
        file = self.folder / name
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        done = subprocess.run([PROGRAM, "grade", "--lang", lang, file], capture_output=True, text=True, encoding="utf-8")
        self.assertIn(done.returncode, (3, 4), done.stderr)
        if done.returncode == 3:
            self.assertEqual(done.stdout, "")
        return done.stderr.splitlines()

    def test_each_mistake_is_told_once_with_its_cure(self):
        for old, new, code, *cures in CASES:
            self.assertIn(old, self.good)
            text = self.good.replace(old, new, 1) if old != LEVEL else new.join(self.good.rsplit(old, 1))
            for lang, cure in zip(("zh", "en"), cures):
                with self.subTest(new, lang=lang):
                    first, *others = self.lines(text, lang)
                    self.assertEqual(len(others), 1, others)  # how many errors there are
                    self.assertIn(": 错误：" if lang == "zh" else ": error: ", first)
                    self.assertTrue(first.endswith(f" [{code}]"), first)
                    for each in cure:
                        self.assertIn(each, first)
                    if old not in (OPEN_BRACKET, '"ratings": [', '"remarks": {'):
                        self.assertNotIn((UNCHECKED_ZH, UNCHECKED_EN)[lang == "en"], first)

    def test_what_follows_a_slip_is_checked_in_the_same_go(self):
        slips = {
            "“1.1”：0.95，": 3, '\'1.1\': 0.95,': 1, '1.1: 0.95,': 1, '"1.1": 95%,': 1, '"1.1" 0.95,': 1, '"1.1": ,': 1,
            '"1.1": 0.95 // 现场': 2, '"1.1": .95, # 现场': 2, '"1.1": 0,95,': 1, '"1.1": 0.95': 1, '"1.1": /,': 1,
            '"1.1":\u3000０.９５,': 2, '"1.1": None,': 1,
        }
        for slip, count in slips.items():
            with self.subTest(slip):
                text = self.good.replace(ALPHA + ",", slip, 1).replace('"1.2": 0.9', '"1.2": 1.5', 1)
                text = text.replace('"2026-03-14"', '"2026-13-14"', 1)
                *lines, last = self.lines(text, "zh")
                self.assertEqual(len(lines), count + 2, lines)
                self.assertNotIn(UNCHECKED_ZH, "".join(lines))
                for wrong, code in ("1.5", "alpha-out-of-range"), ('"2026-13-14"', "invalid-date"):
                    before, found = text[:text.index(wrong)], [line for line in lines if line.endswith(f"[{code}]")]
                    place = f":{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}: "
                    self.assertEqual([place in line for line in found], [True], lines)

    def test_slips_of_the_keyboard_are_counted(self):
        text = self.good.replace('"', "“").replace(":", "：").replace(",", "，")
        lines = self.lines(text, "zh")
        self.assertEqual(len(lines), 4, lines)
        for sign, line in zip("“：，", lines):
            self.assertRegex(line, f"“{sign}”是全角（中文）符号，请改为半角“.”；全文共 [0-9]+ 处 ")

    def test_no_grade_comes_of_a_text_with_a_slip(self):
        for slip in "，", ";", ",,", " //\n,":
            self.lines(self.good.replace("0.95,", "0.95" + slip, 1), "en")

    def test_a_text_that_ends_early_is_told_by_what_is_open(self):
        self.assertIn("第 1 行打开的“{”没有闭合，缺少“}”", self.lines(self.good[:-1], "zh")[0])
        lines = self.lines('{"id": "x"', "en")
        self.assertIn('"{", opened before, is never closed: "}" is missing', "".join(lines))
        self.assertIn("打开的“\"”没有闭合", self.lines('{"id": "x', "zh")[0])
        self.assertIn("“}”与第 2 行打开的“[”不配对", self.lines('{"service":\n[\n}', "zh")[0])

    def test_a_file_of_another_program_is_told_as_what_it_is(self):
        for name, content, *cures in OTHER_FILES:
            for lang, cure in zip(("zh", "en"), cures):
                with self.subTest(name, content=content[:8], lang=lang):
                    line = self.lines(content, lang, name)[0]
                    for each in cure:
                        self.assertIn(each, line)

    def test_a_table_is_told_as_one(self):
        self.assertIn("看来是表格（CSV）", self.lines("条目,A1\n1.1,0.85\n", "zh", "a.csv")[0])
        self.assertIn("it looks like a table", self.lines("item\tA1\n1.1\t0.85\n", "en", "a.csv")[0])

    def test_no_word_for_a_key_leaves_a_second_error(self):
        for key, name in (("service", "服务特性测评"), ("ratings", "各份测评"), ("alpha", "体验系数 α"),
                          ("management", "管理要求"), ("levels", "成熟度等级"), ("scheme", "认证方案")):
            lines = self.lines(self.good.replace(f'"{key}"', f'"{name}"', 1), "zh")
            self.assertEqual(len(lines), 2, lines)

    def test_a_word_for_a_key_excuses_no_other_object(self):
        """The first rating's key is a word; that of the second is not there at all, and is told as well."""
        two = json.loads((SOURCE / "data" / "samples" / "grade-aaa.json").read_text("utf-8"))
        two.pop("recorded", None)
        first, second, *_ = two["service"]["ratings"]
        first["体验系数 α"] = first.pop("alpha")
        del second["alpha"]
        two["service"]["ratings"] = [first, second]
        lines = self.lines(json.dumps(two, ensure_ascii=False), "zh")
        self.assertEqual([line.rsplit(" ", 1)[1] for line in lines[:-1]], ["[unknown-key]", "[missing-key]"], lines)
        self.assertIn("第 2 份测评", lines[1])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
