"""Workbooks: forms that are filled in become the assessments that they say, and whatever is wrong names its cell.

usage: workbook_test.py PROGRAM SOURCE_DIR
"""

import copy
import csv
import datetime
import decimal
import io
import itertools
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import time
import unittest
import zipfile

from workbooks import SHEETS, Form, Program, Sheet

PROGRAM, SOURCE = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2]).resolve()
SAMPLES = SOURCE / "data" / "samples"
# What a process takes counts from before it became the program: it is begun by one that is small.
MEASURED = """import os, subprocess, sys
program = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
_, status, usage = os.wait4(program.pid, 0)
print(os.waitstatus_to_exitcode(status), usage.ru_maxrss)
program.returncode = 0
"""
SANITIZED = b"__asan_init" in pathlib.Path(PROGRAM).read_bytes()


def sample(name="grade-aaa"):
    record = json.loads((SAMPLES / f"{name}.json").read_text("utf-8"), parse_float=str)
    record.pop("recorded", None)
    record.pop("$schema", None)
    return record


def as_double(digits, significant):
    """As programs write a double: with so many significant digits, or the fewest that give it."""
    number = float(digits)
    return repr(number) if significant is None else f"{number:.{significant}g}"


class Workbooks(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.program = Program(PROGRAM, folder.name)
        self.folder = self.program.folder

    def form(self, ratings=3, lang="zh"):
        return Form(self.program.blank(ratings, lang))

    def filled(self, record=None, digits=str, lang="zh"):
        record = record or sample()
        return self.form(len(record["service"]["ratings"]), lang).fill(record, digits)

    def save(self, form, name="评价表.xlsx"):
        return self.program.file(name, form.data() if isinstance(form, Form) else form)

    def errors(self, form, *options, name="评价表.xlsx", code=3):
        done = self.program.run("grade", "--lang", "zh", *options, self.save(form, name))
        self.assertEqual(done.returncode, code, done.stderr.decode())
        self.assertEqual(done.stdout, b"")
        return done.stderr.decode()

    def results(self, record, name):
        """What is worked out from a JSON file and from a workbook: scores, levels, grades, items, assessors."""
        self.program.file("record.json", json.dumps(record).encode())
        both = [self.program.graded(each) for each in ("record.json", name)]
        for each in both:
            self.assertIsNotNone(each)
            each.pop("input"), each.pop("assessment")
        return both

    def test_a_filled_form_is_the_assessment_it_says_whatever_digits_are_stored(self):
        for name, significant in itertools.product(
            ("grade-aaa", "doubles-lose-the-grade", "score-exactly-80", "seven-ratings", "nonconforming", "one-rating"),
            (15, 16, 17, None),
        ):
            record = sample(name)
            record["edition"] = "B/0"
            name = self.save(self.filled(record, lambda digits: as_double(digits, significant)))
            for rating in record["service"]["ratings"]:
                rating["alpha"] = {item: float(alpha) for item, alpha in rating["alpha"].items()}
            from_json, from_form = self.results(record, name)
            for part in ("service", "management", "verdict", "assumed", "readings"):
                self.assertEqual(from_json[part], from_form[part], (name, significant))

    def test_the_digits_that_were_typed_are_read_from_any_double(self):
        draw = random.Random(19)
        typed = [f"0.{draw.randrange(10**digits):0{digits}}" for digits in range(1, 16) for _ in range(12)]
        for begin in range(0, len(typed), 19):
            record = sample("one-rating")
            alphas = record["service"]["ratings"][0]["alpha"]
            alphas.update(zip(alphas, typed[begin:]))
            for significant in (15, 16, 17, None):
                name = self.save(self.filled(record, lambda digits: as_double(digits, significant)))
                merged = self.program.run("merge", name)
                read = json.loads(merged.stdout, parse_float=str, parse_int=str)["service"]["ratings"][0]["alpha"]
                for item, digits in alphas.items():
                    self.assertEqual(decimal.Decimal(read[item]), decimal.Decimal(digits), (digits, significant))

    def test_what_is_stored_is_rounded_half_to_even_at_the_fifteenth_digit(self):
        for stored, read in {
            "0.94999999999999996": "0.95",
            "0.1234567890123445": "0.123456789012344",
            "0.1234567890123455": "0.123456789012346",
            "0.12345678901234551": "0.123456789012346",
            "0.12345678901234449": "0.123456789012344",
            "0.99999999999999999": "1",
            "8.5E-1": "0.85",
            "9.4999999999999996e-01": "0.95",
            "1E0": "1",
            "-0": "0",
            " 0.5 ": "0.5",
        }.items():
            form = self.filled()
            form.number(2, "F7", stored)
            merged = self.program.run("merge", self.save(form))
            self.assertIn(f'"1.1": {read}', merged.stdout.decode(), stored)

    def test_texts_are_read_by_what_they_mean(self):
        form = self.filled()
        for cell, text in {"F7": "0.85", "F8": "０．９", "F9": " 85% ", "F11": "。9", "F12": "８５％", "F13": "'0.5"}.items():
            form.word(2, cell, text)
        form.number(2, "F15", "0.85", form.style("0%"))
        for cell, text in {"F12": "3级", "F13": "三级", "F14": "４", "F15": "五"}.items():
            form.word(len(sample()["service"]["ratings"]) + 2, cell, text)
        record = json.loads(self.program.run("merge", self.save(form)).stdout, parse_float=str)
        alphas = record["service"]["ratings"][0]["alpha"]
        self.assertEqual(
            [alphas[each] for each in ("1.1", "1.2", "1.3", "2.1", "2.2", "2.3", "3.1")],
            ["0.85", "0.9", "0.85", "0.9", "0.85", "0.5", "0.85"],
        )
        self.assertEqual([record["management"]["levels"][each] for each in ("1.1", "1.2", "1.3", "1.4")], [3, 3, 4, 5])

    def test_dates_are_read_from_serial_numbers_of_both_epochs_and_from_texts(self):
        def date_of(change):
            form = self.filled()
            change(form, f"C{form.rows(1)['date']}")
            merged = self.program.run("merge", self.save(form))
            return json.loads(merged.stdout).get("date") if merged.stdout else merged.stderr.decode()

        def in_1904(form, cell):
            form.number(1, cell, 44633)
            form.edit("xl/workbook.xml", lambda xml: xml.replace("<workbookPr", '<workbookPr date1904="1"'))

        self.assertEqual(date_of(lambda form, cell: form.number(1, cell, 46095)), "2026-03-14")
        self.assertEqual(date_of(lambda form, cell: form.number(1, cell, "46095.75")), "2026-03-14")
        self.assertEqual(date_of(in_1904), "2026-03-14")
        self.assertEqual(date_of(lambda form, cell: form.put(1, cell, ' t="d"', "<v>2026-03-14T00:00:00</v>")), "2026-03-14")
        for text in ("2026-03-14", "2026/3/14", "2026.3.14", "2026年3月14日", "２０２６－０３－１４", " 2026-3-14 "):
            self.assertEqual(date_of(lambda form, cell: form.word(1, cell, text)), "2026-03-14", text)
        self.assertIn("C10", date_of(lambda form, cell: form.word(1, cell, "去年三月")))
        self.assertIn("C10", date_of(lambda form, cell: form.number(1, cell, 60)))  # 29 February 1900

    def test_ids_stay_texts_and_digits_that_are_lost_already_are_told(self):
        form = self.filled()
        cell = f"C{form.rows(1)['id']}"
        form.word(1, cell, "913601000000123456")
        self.assertEqual(json.loads(self.program.run("merge", self.save(form)).stdout)["id"], "913601000000123456")
        form.number(1, cell, "20260017")
        self.assertEqual(json.loads(self.program.run("merge", self.save(form)).stdout)["id"], "20260017")
        form.number(1, cell, "9.13601000000123E+17")
        self.assertIn(f"工作表“封面” {cell}（编号）：913601000000123000 超过 15 位", self.errors(form))

    def test_strings_are_read_shared_inline_in_runs_and_without_how_they_are_spoken(self):
        form = self.filled()
        cell = f"C{form.rows(1)['organization']}"
        form.put(1, cell, ' t="inlineStr"', '<is><r><t>甲</t></r><rPh sb="0" eb="1"><t>jia</t></rPh><r><t>乙_x000A_丙</t></r></is>')
        self.assertEqual(json.loads(self.program.run("merge", self.save(form)).stdout)["organization"], "甲乙\n丙")

    def test_everything_else_that_a_form_says_is_read(self):
        form = self.filled()
        details = form.all_rows(1, "details")
        form.word(1, f"C{details[0]}", "监督审核")
        form.word(1, f"B{details[3]}", "自定项")
        form.word(1, f"C{details[3]}", "内容")
        clause = form.all_rows(1, "conformity_remarks")[0]
        form.word(1, f"B{clause}", "4.2.2")
        form.word(1, f"C{clause}", "没有服务蓝图")
        form.word(2, "G7", "甲的备注")
        form.word(3, "G7", "乙的备注")
        form.word(3, "G8", "只有乙的备注")
        record = json.loads(self.program.run("merge", "--lang", "zh", self.save(form)).stdout)
        self.assertEqual(record["details"], {"审核类型": "监督审核", "自定项": "内容"})
        self.assertEqual(record["management"]["conformity_remarks"], {"4.2.2": "没有服务蓝图"})
        who = [each.get("assessor", f"测评 {n}") for n, each in enumerate(sample()["service"]["ratings"], 1)]
        self.assertEqual(
            record["service"]["remarks"], {"1.1": f"{who[0]}：甲的备注；{who[1]}：乙的备注", "1.2": "只有乙的备注"}
        )

    def test_items_that_do_not_apply_are_named_on_the_cover(self):
        form = self.filled()
        row = form.all_rows(1, "not_applicable")[0]
        form.word(1, f"B{row}", "1.3")
        form.word(1, f"C{row}", "只在线提供")
        for sheet in range(2, 2 + len(sample()["service"]["ratings"])):
            form.put(sheet, "F9", "", "")
        name = self.save(form)
        self.assertIn(f"工作表“封面” C{row}（1.3 功能性·环境）", self.errors(form))
        graded = self.program.graded(name, "--reading", "not-applicable=exclude")
        self.assertEqual(graded["assessment"]["service"]["not_applicable"], {"1.3": "只在线提供"})

    def test_a_rating_that_says_nothing_counts_as_none_and_that_is_said(self):
        record = sample("one-rating")
        form = self.form(3).fill(record)
        done = self.program.run("grade", "--lang", "zh", self.save(form))
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        self.assertEqual(done.stderr.decode().count("全部空白，未计入测评"), 2)
        form.word(3, "F3", "甲")  # it says whose it is: it is one that was not filled in
        self.assertIn("工作表“测评 2” F7（1.1 功能性·人员）：", self.errors(form))

    def test_renamed_moved_hidden_and_put_between_change_nothing(self):
        plain = self.filled()
        wanted = self.program.graded(self.save(plain))["verdict"]

        def renamed(form):
            form.edit("xl/workbook.xml", lambda xml: re.sub(r'name="[^"]*" sheetId', lambda m: m[0].replace('name="', 'name="某'), xml))

        def other_order(form):
            def change(xml):
                sheets = re.findall(r"<sheet [^>]*/>", xml)
                return re.sub(r"<sheets>.*</sheets>", "<sheets>" + "".join(reversed(sheets)) + "</sheets>", xml)

            form.edit("xl/workbook.xml", change)

        def moved(form, rows, columns):
            def letter(index):
                return chr(ord("A") + index)

            def change(xml):
                xml = re.sub(r"<mergeCells.*?</mergeCells>", "", xml)
                xml = re.sub(r'<c r="([A-Z])(\d+)"', lambda m: f'<c r="{letter(ord(m[1]) - 65 + columns)}{int(m[2]) + rows}"', xml)
                return re.sub(r'<row r="(\d+)" spans="\d+:\d+"', lambda m: f'<row r="{int(m[1]) + rows}"', xml)

            for sheet in range(1, 6):
                form.edit(SHEETS % sheet, change)

        def put_between(form):
            def change(xml):
                xml = re.sub(r"<mergeCells.*?</mergeCells>", "", xml)
                later = lambda row: row + 2 if row > 10 else row
                xml = re.sub(r'<c r="([F-G])(\d+)"', lambda m: f'<c r="{chr(ord(m[1]) + 1)}{m[2]}"', xml)
                xml = re.sub(r'<c r="([A-H])(\d+)"', lambda m: f'<c r="{m[1]}{later(int(m[2]))}"', xml)
                return re.sub(r'<row r="(\d+)" spans="\d+:\d+"', lambda m: f'<row r="{later(int(m[1]))}"', xml)

            for sheet in range(2, 6):
                form.edit(SHEETS % sheet, change)

        def with_others(form):
            form.edit(SHEETS % 2, lambda xml: xml.replace("</sheetData>", '<row r="900"><c r="J900"><v>5</v></c></row></sheetData>'))

        def without_references(form):  # as some programs write them
            def change(xml):
                rows = re.findall(r"<row .*?</row>", xml, re.S)
                full = []
                for row in rows:
                    cells = dict(re.findall(r'<c r="([A-Z])\d+"([^>]*/>|.*?</c>)', row))
                    full.append("<row>" + "".join("<c" + cells.get(letter, "/>") for letter in "ABCDEFG") + "</row>")
                return re.sub(r"<sheetData>.*</sheetData>", lambda _: "<sheetData>" + "".join(full) + "</sheetData>", xml, flags=re.S)

            form.edit(SHEETS % 3, change)

        def with_prefixes(form):
            for sheet in range(1, 6):
                form.edit(SHEETS % sheet, lambda xml: re.sub(r"<(/?)(row|c|v|f|is|t|sheetData|worksheet)\b", r"<\1x:\2", xml).replace("xmlns=", "xmlns:x="))

        for change in (
            renamed, other_order, put_between, with_others, without_references, with_prefixes,
            lambda form: moved(form, 3, 0), lambda form: moved(form, 0, 2), lambda form: moved(form, 5, 4),
        ):
            form = self.filled()
            change(form)
            graded = self.program.graded(self.save(form))
            self.assertIsNotNone(graded, change)
            self.assertEqual(graded["verdict"], wanted, change)

    def test_each_error_of_a_cell_names_it(self):
        last = len(sample()["service"]["ratings"]) + 2
        cells = self.filled()
        cover = cells.rows(1)
        date, conformity, audit, organization = (f"C{cover[each]}" for each in ("date", "conformity", "qms_audit", "organization"))
        detail, clause, declared = (cells.all_rows(1, each)[-1] for each in ("details", "conformity_remarks", "not_applicable"))
        alpha = "工作表“测评 1” F8（1.2 功能性·设备设施）："
        level = "工作表“管理要求” F13（1.2 组织所处环境·理解相关方的需求和期望）："
        merged = '<mergeCells count="1"><mergeCell ref="%s"/></mergeCells>'

        def merge(form, sheet, area):
            form.edit(SHEETS % sheet, lambda xml: re.sub(r"<mergeCells.*?</mergeCells>", merged % area, xml))

        def remove(form, sheet, row):
            form.edit(SHEETS % sheet, lambda xml: re.sub(rf'<row r="{row}" .*?</row>', "", xml))

        def mark(form, sheet, cell, text):
            form.put(sheet, cell, ' t="str"', f"<v>{text}</v>")

        kinds = {
            "α: a formula": (lambda f: f.put(2, "F8", "", "<f>F7</f><v>0.9</v>"), alpha, "公式"),
            "α: a formula without its value": (lambda f: f.put(2, "F8", "", "<f>F7</f>"), alpha, "公式"),
            "α: a shared formula": (lambda f: f.put(2, "F8", "", '<f t="shared" si="0"/><v>0</v>'), alpha, "公式"),
            "α: nothing": (lambda f: f.put(2, "F8", "", ""), alpha, "缺少体验系数"),
            "α: blanks": (lambda f: f.word(2, "F8", " 　"), alpha, "缺少体验系数"),
            "α: above 1": (lambda f: f.number(2, "F8", "1.01"), alpha, "超出范围"),
            "α: a percentage without its sign": (lambda f: f.number(2, "F8", 85), alpha, "是否应为 0.85"),
            "α: below 0": (lambda f: f.number(2, "F8", "-0.1"), alpha, "超出范围"),
            "α: percent above": (lambda f: f.word(2, "F8", "120%"), alpha, "超出范围"),
            "α: a word": (lambda f: f.word(2, "F8", "很好"), alpha, "不是数"),
            "α: a range": (lambda f: f.word(2, "F8", "0.8-0.9"), alpha, "不是数"),
            "α: a decimal comma": (lambda f: f.word(2, "F8", "0,85"), alpha, "不是数"),
            "α: a fraction": (lambda f: f.word(2, "F8", "17/20"), alpha, "不是数"),
            "α: a slash": (lambda f: f.word(2, "F8", "/"), alpha, "封面"),
            "α: true": (lambda f: f.put(2, "F8", ' t="b"', "<v>1</v>"), alpha, "TRUE"),
            "α: an error": (lambda f: f.put(2, "F8", ' t="e"', "<v>#DIV/0!</v>"), alpha, "#DIV/0!"),
            "α: a date": (lambda f: f.number(2, "F8", "0.9", f.style('yyyy"年"m"月"d"日"')), alpha, "日期"),
            "α: a time": (lambda f: f.number(2, "F8", "0.9", f.style("h:mm")), alpha, "日期"),
            "α: an ISO date": (lambda f: f.put(2, "F8", ' t="d"', "<v>2026-01-01</v>"), alpha, "日期"),
            "α: too fine": (lambda f: f.word(2, "F8", "0.1234567890123456789"), alpha, "小数位数"),
            "α: far from any number": (lambda f: f.number(2, "F8", "1E-99"), alpha, "不是数"),
            "α: no number": (lambda f: f.number(2, "F8", "NaN"), alpha, "不是数"),
            "α: merged with the one above": (lambda f: merge(f, 2, "F7:F8"), alpha, "与 F7 合并"),
            "α: merged with its criterion": (lambda f: merge(f, 2, "E8:F8"), alpha, "与 E8 合并"),
            "α: its row deleted": (lambda f: remove(f, 2, 8), "工作表“测评 1”（1.2 功能性·设备设施）：", "可能已被删除"),
            "α: its row twice": (lambda f: mark(f, 2, "A9", "item:1.2"), "工作表“测评 1” F9（1.2 功能性·设备设施）：", "F8"),
            "α: a row of no item": (lambda f: mark(f, 2, "A8", "item:9.9"), "工作表“测评 1” F8（9.9）：", "9.9"),
            "α: its column deleted": (lambda f: mark(f, 2, "F1", "x"), "工作表“测评 1”：", "体验系数 α"),
            "level: a formula": (lambda f: f.put(last, "F13", "", "<f>3</f><v>3</v>"), level, "公式"),
            "level: nothing": (lambda f: f.put(last, "F13", "", ""), level, "缺少成熟度等级"),
            "level: no whole number": (lambda f: f.number(last, "F13", "3.5"), level, "整数"),
            "level: 0": (lambda f: f.number(last, "F13", "0"), level, "整数"),
            "level: 6": (lambda f: f.word(last, "F13", "6级"), level, "整数"),
            "level: a word": (lambda f: f.word(last, "F13", "良好"), level, "不是数"),
            "level: a date": (lambda f: f.number(last, "F13", "3", f.style("yyyy-mm-dd")), level, "日期"),
            "level: merged": (lambda f: merge(f, last, "F12:F13"), level, "与 F12 合并"),
            "level: its column deleted": (lambda f: mark(f, last, "F1", "x"), "工作表“管理要求”：", "成熟度等级"),
            "date: a formula": (lambda f: f.put(1, date, "", "<f>TODAY()</f><v>46095</v>"), f"{date}（评价日期）：", "公式"),
            "date: none": (lambda f: f.word(1, date, "2026-02-30"), f"{date}（评价日期）：", "2026-02-30"),
            "date: out of every calendar": (lambda f: f.number(1, date, "20260314"), f"{date}（评价日期）：", "20260314"),
            "conformity: another word": (lambda f: f.word(1, conformity, "基本符合"), f"{conformity}（", "符合；不符合"),
            "audit: another word": (lambda f: f.word(1, audit, "部分"), f"{audit}（质量管理体系审核）：", "部分免除"),
            "organization: an error": (lambda f: f.put(1, organization, ' t="e"', "<v>#N/A</v>"), f"{organization}（组织名称）：", "#N/A"),
            "organization: a formula": (lambda f: f.put(1, organization, ' t="str"', "<f>A1</f><v>甲</v>"), f"{organization}（组织名称）：", "公式"),
            "assessor: a formula": (lambda f: f.put(2, "F3", "", "<f>A1</f>"), "工作表“测评 1” F3（测评人员）：", "公式"),
            "detail without a label": (lambda f: f.word(1, f"C{detail}", "内容"), f"C{detail}", "左侧"),
            "clause without a number": (lambda f: f.word(1, f"C{clause}", "内容"), f"C{clause}", "左侧"),
            "an item that is none": (lambda f: f.word(1, f"B{declared}", "9.9"), f"C{declared}（9.9）：", "9.9"),
            "remark: a formula": (lambda f: f.put(2, "G8", "", "<f>A1</f><v>0</v>"), "工作表“测评 1” G8（1.2 功能性·设备设施）：", "公式"),
            "scheme: another": (lambda f: f.word(1, f"C{cover['scheme']}", "CTS"), f"C{cover['scheme']}（认证方案）：", "CTS"),
            "edition: another": (lambda f: f.word(1, f"C{cover['edition']}", "C/0"), f"C{cover['edition']}（版本）：", "C/0"),
            "two management sheets": (lambda f: mark(f, 3, "A1", "tbsc94:form:1:management"), "工作表“管理要求”：", "测评 2"),
        }
        self.assertGreaterEqual(len(kinds), 40)
        for kind, (change, where, words) in kinds.items():
            with self.subTest(kind):
                form = self.filled()
                change(form)
                said = self.errors(form)
                lines = [line for line in said.splitlines() if where in line and words in line]
                self.assertTrue(lines, said)
                self.assertTrue(lines[0].startswith("评价表.xlsx: 工作表“"), said)

    def test_machine_formats_name_sheet_and_cell_besides_the_pointer(self):
        form = self.filled()
        form.number(2, "F8", "1.5")
        form.put(2, "F9", "", "<f>1</f><v>1</v>")
        done = self.program.run("grade", "--format", "ndjson", self.save(form))
        first, second = json.loads(done.stdout)["errors"]
        self.assertEqual(
            {key: first[key] for key in ("code", "where", "line", "column", "sheet", "cell")},
            {"code": "alpha-out-of-range", "where": "/service/ratings/0/alpha/1.2", "line": 8, "column": 6,
             "sheet": "测评 1", "cell": "F8"},
        )
        self.assertEqual((second["code"], second["cell"]), ("wrong-type", "F9"))

    def test_what_is_no_form_is_told_as_what_it_is(self):
        def without(part):
            form = self.filled()
            del form.parts[part]
            return form.data()

        def other_marks(form):
            for part in ["xl/sharedStrings.xml"]:
                form.edit(part, lambda xml: xml.replace("tbsc94:form", "x"))
            return form.data()

        def newer(form):
            form.edit("xl/sharedStrings.xml", lambda xml: xml.replace("tbsc94:form:1", "tbsc94:form:2"))
            return form.data()

        def macros(form):
            form.parts["xl/vbaProject.bin"] = b"x"
            return form.data()

        def doctype(form):
            bomb = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;">]>'
            form.edit(SHEETS % 2, lambda xml: xml.replace("<worksheet", bomb + "<worksheet", 1))
            return form.data()

        def without_sheet(form, kind):
            form.edit("xl/sharedStrings.xml", lambda xml: xml.replace(f"tbsc94:form:1:{kind}<", "x<"))
            return form.data()

        def twice(form):
            packed = io.BytesIO(form.data())
            with zipfile.ZipFile(packed, "a") as into:
                into.writestr("xl/Worksheets/sheet2.xml", form.parts[SHEETS % 3])
            return packed.getvalue()

        ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
        whole = self.filled().data()
        for name, data, words in (
            ("a.xlsx", b"", "不是 Excel 工作簿"),
            ("a.xlsx", b'{"scheme": 1}', "不是 Excel 工作簿"),
            ("a.XLSX", without("xl/workbook.xml"), "不是 Excel 工作簿"),
            ("a.xlsx", other_marks(self.filled()), "tbsc94 template -o 评价表.xlsx"),
            ("a.xlsx", newer(self.filled()), "更新版本"),
            ("a.xlsx", macros(self.filled()), "宏"),
            ("a.xlsx", doctype(self.filled()), "文档类型"),
            ("a.xlsx", without_sheet(self.filled(), "cover+management"), "缺少“封面”"),
            ("a.xlsx", without_sheet(self.filled(), "management"), "缺少“管理要求”"),
            ("a.xlsx", twice(self.filled()), "已损坏"),
            ("a.xls", ole, ".xls、.et"),
            ("a.et", ole, ".xls、.et"),
            ("a.xlsx", ole + "EncryptedPackage".encode("utf-16-le"), "密码"),
            ("a.xlsx", whole[:-100], "已损坏"),
            ("a.xlsx", whole[: len(whole) // 2], "已损坏"),
            ("a.xlsx", whole[:40], "已损坏"),
        ):
            said = self.errors(data, name=name)
            self.assertIn(words, said, name)
            self.assertRegex(said, r"malformed-workbook")
        damaged = bytearray(whole)
        with zipfile.ZipFile(io.BytesIO(whole)) as packed:
            damaged[packed.getinfo(SHEETS % 2).header_offset + 200] ^= 0xFF
        self.assertIn("malformed-workbook", self.errors(bytes(damaged)))

    def test_bombs_end_within_seconds_and_64_MiB(self):
        def bomb(sheet):
            form = self.filled()
            form.edit(SHEETS % 2, sheet)
            return form.data()

        def rows(count, row):
            return lambda xml: xml.replace("</sheetData>", "".join(row.format(n) for n in range(100, 100 + count)) + "</sheetData>")

        def shared(xml):
            return xml.replace("</sst>", "<si><t>x</t></si>" * 1_000_000 + "</sst>")

        texts = self.filled()
        texts.edit("xl/sharedStrings.xml", shared)
        amplified = self.filled()
        amplified.edit("xl/sharedStrings.xml", lambda xml: xml.replace("</sst>", "<si><t>" + "测" * 30_000 + "</t></si></sst>"))
        index = amplified.text("xl/sharedStrings.xml").count("<si>") - 1
        amplified.edit(SHEETS % 2, lambda xml: re.sub(r'<c r="G(\d+)" s="7"/>', rf'<c r="G\1" t="s"><v>{index}</v></c>', xml))
        cases = {
            "a million empty rows": (bomb(rows(1_000_000, '<row r="{0}" spans="1:7" s="1"/>')), 0),
            "empty cells": (bomb(rows(300_000, '<row r="{0}"><c r="A{0}" s="1"/><c r="B{0}"/></row>')), 0),
            "cells that hold something": (bomb(rows(400_000, '<row r="{0}"><c r="B{0}"><v>1</v></c></row>')), 3),
            "a text without an end": (bomb(lambda xml: xml.replace("</sheetData>", '<row r="900"><c r="A900" t="str"><v>' + "x" * 60_000_000 + "</v></c></row></sheetData>")), 3),
            "an attribute without an end": (bomb(lambda xml: xml.replace("<sheetData>", '<sheetData a="' + "x" * 60_000_000 + '">')), 3),
            "nesting": (bomb(lambda xml: xml.replace("<sheetData>", "<a>" * 5_000_000 + "<sheetData>")), 3),
            "names": (bomb(lambda xml: xml.replace("</sheetData>", "".join(f"<a{n}/>" for n in range(2_000_000)) + "</sheetData>")), 3),
            "merged areas": (bomb(lambda xml: xml.replace("<mergeCells", "<mergeCells>" + '<mergeCell ref="J1:K1"/>' * 1_000_000 + "</mergeCells><mergeCells")), 3),
            "shared texts": (texts.data(), 3),
            "one text many times": (amplified.data(), 0),
            "300 MiB": (bomb(lambda xml: xml + "\n" * (300 << 20)), 3),
        }
        for what, (data, code) in cases.items():
            with self.subTest(what):
                name = self.program.file("bomb.xlsx", data)
                began = time.monotonic()
                command = [PROGRAM, "grade", "-q", "-j1", "--format", "ndjson", name]
                code_and_memory = subprocess.run([sys.executable, "-c", MEASURED, *command], capture_output=True, cwd=self.folder)
                returned, memory = map(int, code_and_memory.stdout.split())
                self.assertEqual(returned, code)
                self.assertLess(time.monotonic() - began, 120)
                if not SANITIZED:
                    self.assertLess(memory, 64 << 10)

    def test_cut_and_broken_files_are_refused_and_never_crash(self):
        draw = random.Random(7)
        whole = self.filled().data()
        stored = self.filled().data(zipfile.ZIP_STORED)
        folder = self.folder / "broken"
        folder.mkdir()
        for n in range(150):
            data = bytearray(draw.choice((whole, stored)))
            for _ in range(draw.randrange(1, 20)):
                data[draw.randrange(len(data))] = draw.randrange(256)
            if n % 3 == 0:
                del data[draw.randrange(len(data)) :]
            (folder / f"{n}.xlsx").write_bytes(data)
        done = self.program.run("grade", "-q", "--format", "ndjson", "broken")
        self.assertIn(done.returncode, (0, 3))
        self.assertEqual(len(done.stdout.splitlines()), 150)

    def test_they_are_read_in_folders_and_archives_with_endings_in_any_case(self):
        data = self.filled().data()
        folder = self.folder / "archive"
        folder.mkdir()
        (folder / "a.XLSX").write_bytes(data)
        (folder / "~$a.xlsx").write_bytes(b"whoever has it open")
        (folder / "b.xlsm").write_bytes(data)
        with zipfile.ZipFile(folder / "c.zip", "w") as into:
            into.writestr("d/e.xlsx", data)
        done = self.program.run("grade", "--lang", "en", "--format", "ndjson", "archive")
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        lines = [json.loads(line) for line in done.stdout.splitlines()]
        self.assertEqual([each["source"] for each in lines], ["archive/a.XLSX", "archive/c.zip/d/e.xlsx"])
        self.assertEqual(lines[0]["service_score_exact"], lines[1]["service_score_exact"])
        self.assertIn("passed over: 1 .xlsm", done.stderr.decode())

    def test_every_command_reads_them_and_a_result_of_one_holds(self):
        name = self.save(self.filled())
        for command in ("verify", "regrade"):
            done = self.program.run(command, "--lang", "en", name)
            self.assertEqual(done.returncode, 0, done.stderr.decode())
        result = self.program.run("grade", "--format", "json", name).stdout
        self.program.file("result.json", result)
        done = self.program.run("verify", "--lang", "en", "result.json")
        self.assertEqual(done.returncode, 0, done.stdout.decode() + done.stderr.decode())
        # The digest is that of the JSON that merge writes.
        self.program.run("merge", name, "-o", "converted.json")
        of_json = self.program.graded("converted.json")
        self.assertEqual(json.loads(result)["input"]["sha256"], of_json["input"]["sha256"])

    def test_forms_in_both_languages_have_the_same_places(self):
        record = sample()
        for lang in ("zh", "en"):
            form = self.form(len(record["service"]["ratings"]), lang).fill(record)
            self.assertEqual(self.program.graded(self.save(form))["verdict"]["grade"], "AAA")

    def test_a_form_is_the_same_bytes_every_time(self):
        first = self.program.blank()
        time.sleep(1.1)
        self.assertEqual(first, self.program.blank())

    def test_a_form_locks_all_but_what_is_filled_in_and_has_no_formula_for_a_score(self):
        form = self.form()
        for sheet in range(1, 7):
            xml = form.text(SHEETS % sheet)
            self.assertIn("<sheetProtection", xml)
            self.assertIn('paperSize="9"', xml)
            for formula in re.findall(r"<f>(.*?)</f>", xml):
                self.assertRegex(formula, r"^(\"[^\"]*\"&amp;COUNTA\(F\d+:F\d+\)&amp;\"[^\"]*\"|'[^']+'!B4)$")
        self.assertIn('type="decimal"', form.text(SHEETS % 2))
        self.assertIn('type="list"', form.text(SHEETS % 5))

    def test_a_form_goes_where_the_output_says_and_not_over_another(self):
        made = self.program.run("template", "-o", "评价表.xlsx")
        self.assertEqual(made.returncode, 0, made.stderr.decode())
        self.assertTrue(zipfile.is_zipfile(self.folder / "评价表.xlsx"))
        self.assertEqual(self.program.run("template", "-o", "评价表.xlsx").returncode, 2)
        self.assertEqual(json.loads(self.program.run("template").stdout)["scheme"], "CTS TBSC94-2026")
        self.assertEqual(json.loads(self.program.run("template", "--format", "json").stdout)["edition"], "B/0")


class Merging(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.program = Program(PROGRAM, folder.name)
        self.folder = self.program.folder

    def part(self, name, record):
        self.program.file(name, json.dumps(record, ensure_ascii=False, indent=1).encode())
        return name

    def parts(self, record):
        """A file for each of its assessors; the levels stand in the first alone."""
        for n, rating in enumerate(record["service"]["ratings"]):
            part = copy.deepcopy(record)
            part["service"]["ratings"] = [rating]
            if n > 0:
                part["management"]["levels"] = {item: None for item in part["management"]["levels"]}
            yield part

    def merge(self, *arguments, code=0):
        done = self.program.run("merge", "--lang", "en", *arguments)
        self.assertEqual(done.returncode, code, done.stderr.decode())
        return done.stdout.decode(), done.stderr.decode()

    def test_assessors_files_become_the_assessment_that_they_are_parts_of(self):
        record = json.loads((SAMPLES / "seven-ratings.json").read_text("utf-8"))
        record.pop("recorded", None)
        names = [self.part(f"{n}.json", part) for n, part in enumerate(self.parts(record))]
        merged, said = self.merge(*names, "-o", "all.json")
        self.assertEqual((merged, said), ("", ""))
        self.assertEqual(json.loads((self.folder / "all.json").read_text("utf-8")), record)
        self.merge(*names, "-o", "all.json", code=2)  # it is there

    def test_workbooks_and_json_go_together(self):
        record = sample("seven-ratings")
        first, second, *_ = self.parts(record)
        form = Form(self.program.blank(1)).fill(first)
        self.program.file("a.xlsx", form.data())
        for rating in second["service"]["ratings"]:
            rating["alpha"] = {item: float(alpha) for item, alpha in rating["alpha"].items()}
        self.part("b.json", second)
        merged, _ = self.merge("a.xlsx", "b.json")
        self.assertEqual(len(json.loads(merged)["service"]["ratings"]), 2)

    def test_each_conflict_is_named_with_both_places(self):
        record = sample("one-rating")
        for rating in record["service"]["ratings"]:
            rating["assessor"] = "A"
            rating["alpha"] = {item: float(alpha) for item, alpha in rating["alpha"].items()}
        other = copy.deepcopy(record)
        other["service"]["ratings"][0]["assessor"] = "B"
        other["organization"] = "另一家"
        other["management"]["levels"]["2.1"] = 5 if record["management"]["levels"]["2.1"] != 5 else 4
        _, said = self.merge(self.part("a.json", record), self.part("b.json", other), code=3)
        self.assertRegex(said, r'b\.json:\d+:\d+: error: organization: "另一家" here, and at a\.json:\d+:\d+ "')
        self.assertRegex(said, r"b\.json:\d+:\d+: error: management item 2\.1")
        self.assertIn("errors found: 2", said)
        form = Form(self.program.blank(1)).fill(sample("one-rating"))
        cell = f"C{form.rows(1)['organization']}"
        form.word(1, cell, "另一家")
        self.program.file("c.xlsx", form.data())
        _, said = self.merge("a.json", "c.xlsx", code=3)
        self.assertIn(f'c.xlsx: sheet "封面" {cell} (organization): ', said)

    def test_an_assessor_rates_once_an_occasion_whatever_the_spelling(self):
        record = sample("one-rating")
        for rating in record["service"]["ratings"]:
            rating["alpha"] = {item: float(alpha) for item, alpha in rating["alpha"].items()}
        record["service"]["ratings"][0].update(assessor="A 1", occasion="am")
        other = copy.deepcopy(record)
        other["service"]["ratings"][0]["assessor"] = "Ａ1"
        a, b = self.part("a.json", record), self.part("b.json", other)
        _, said = self.merge(a, b, code=3)
        self.assertRegex(said, r"b\.json:\d+:\d+: error: rating 1: .*a\.json:\d+:\d+.*\[duplicate-rating\]")
        other["service"]["ratings"][0]["occasion"] = "pm"
        self.merge(a, self.part("b.json", other))

    def test_what_is_wrong_in_a_part_is_told_and_what_is_missing_may_come_later(self):
        record = sample("one-rating")
        for rating in record["service"]["ratings"]:
            rating["alpha"] = {item: float(alpha) for item, alpha in rating["alpha"].items()}
        wrong = copy.deepcopy(record)
        wrong["service"]["ratings"][0]["alpha"]["1.1"] = 1.5
        _, said = self.merge(self.part("a.json", wrong), code=3)
        self.assertRegex(said, r"a\.json:\d+:\d+: error: rating 1, item 1\.1 functionality · personnel: .*\[alpha-out-of-range\]")
        lacking = copy.deepcopy(record)
        lacking["management"]["levels"]["1.1"] = None
        merged, said = self.merge(self.part("a.json", lacking))
        self.assertNotIn("1.1", json.loads(merged)["management"]["levels"])
        self.assertIn("still missing", said)
        self.merge("nowhere.json", code=4)
        self.program.file("b.json", b"{")
        self.merge("a.json", "b.json", code=3)
        (self.folder / "folder").mkdir()
        self.merge("folder", code=2)

    def test_numbers_agree_by_value_and_remarks_stand_side_by_side(self):
        record = sample("one-rating")
        for rating in record["service"]["ratings"]:
            rating["alpha"] = {item: float(alpha) for item, alpha in rating["alpha"].items()}
            rating["assessor"] = "A"
        record["service"]["remarks"] = {"1.1": "one"}
        other = copy.deepcopy(record)
        other["service"]["ratings"][0]["assessor"] = "B"
        other["service"]["remarks"] = {"1.1": "other"}
        other["management"]["levels"] = {item: float(level) for item, level in record["management"]["levels"].items()}
        merged, _ = self.merge(self.part("a.json", record), self.part("b.json", other))
        self.assertEqual(json.loads(merged)["service"]["remarks"], {"1.1": "A: one; B: other"})


class Results(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.program = Program(PROGRAM, folder.name)
        self.folder = self.program.folder

    def write(self, *arguments, code=0, lang="en"):
        done = self.program.run(*arguments, "--lang", lang)
        self.assertEqual(done.returncode, code, done.stderr.decode())
        return done

    def test_one_report_has_the_verdict_both_forms_and_the_derivation(self):
        source = SAMPLES / "lower-grade-by-shortfall.json"
        self.write("grade", "-o", "report.xlsx", source, lang="zh")
        data = (self.folder / "report.xlsx").read_bytes()
        text = self.program.run("grade", "--lang", "zh", source).stdout.decode()
        verdict, service, management, derivation = (Sheet(data, n).text for n in range(1, 5))
        self.assertTrue(text.startswith(Sheet(data).cells["A2"]))
        self.assertIn("服务特性测评得分 92.42（精确值 27727/300）", verdict)
        self.assertIn("92.42", service)
        self.assertIn("三级", management)
        self.assertIn("5.1.1", derivation)

    def test_a_score_beside_a_limit_carries_its_mark_in_every_cell(self):
        source = SAMPLES / "score-89.998-shown-as-90.00.json"
        self.write("grade", "-o", "report.xlsx", source)
        data = (self.folder / "report.xlsx").read_bytes()
        for number in (1, 2):
            self.assertIn("90.00(-)", Sheet(data, number).text)
        total = Sheet(data, 2).text.partition("\ntotal\n")[2]
        self.assertNotRegex(total, r"(?m)^90\.00$")
        self.write("grade", "-o", "table.xlsx", source, source)
        form = Form((self.folder / "table.xlsx").read_bytes())
        self.assertRegex(form.text("xl/styles.xml"), r'formatCode="0\.00&quot;\(-\)&quot;"')

    def test_several_are_a_table_with_ids_as_texts_heads_that_stay_filters_and_a_summary(self):
        record = json.loads((SAMPLES / "grade-aaa.json").read_text("utf-8"))
        lines = []
        for id in ("913601000000123456", "007", "=1+1", "2026-03-14"):
            record["id"] = id
            lines.append(json.dumps(record))
        self.program.file("a.ndjson", ("\n".join(lines) + "\n{}\n").encode())
        self.write("grade", "-o", "table.xlsx", "a.ndjson", code=3)
        data = (self.folder / "table.xlsx").read_bytes()
        sheet = Sheet(data)
        self.assertEqual([sheet.cells[f"B{n}"] for n in range(3, 7)], ["913601000000123456", "007", "=1+1", "2026-03-14"])
        for n in range(3, 7):
            self.assertIn('t="inlineStr"', sheet.attributes[f"B{n}"])
        self.assertNotIn("<f>", sheet.xml)
        self.assertEqual(sheet.cells["F3"], "85.55")
        self.assertNotIn("t=", sheet.attributes["F3"])
        self.assertIn('<pane xSplit="2" ySplit="2"', sheet.xml)
        self.assertIn("<autoFilter", sheet.xml)
        self.assertIn("read 5: graded 4, refused 1", Sheet(data, 2).text)

    def test_a_table_says_what_csv_says(self):
        plain = self.write("grade", "--items", "--format", "csv", SAMPLES, code=3).stdout.decode("utf-8-sig")
        self.write("grade", "--items", "-o", "table.xlsx", SAMPLES, code=3)
        sheet = Sheet((self.folder / "table.xlsx").read_bytes())
        rows = list(csv.reader(plain.splitlines()))
        self.assertEqual(len(rows[0]), 18 + 1 + 19 + 21)
        number = {n: i for i, n in enumerate(rows[0])}
        for n, row in enumerate(rows[1:], 3):
            cells = {re.sub(r"\d+", "", each): text for each, text in sheet.cells.items() if each.endswith(str(n)) and re.sub("[A-Z]+", "", each) == str(n)}
            def letters(index):
                return (chr(64 + index // 26) if index >= 26 else "") + chr(65 + index % 26)
            for key, index in number.items():
                shown = cells.get(letters(index), "")
                wanted = row[index]
                if key == "date" and wanted:
                    wanted = str((datetime.date.fromisoformat(wanted) - datetime.date(1899, 12, 30)).days)
                self.assertEqual(shown if not re.fullmatch(r"[\d.]+", wanted) else float(shown or "nan"),
                                 wanted if not re.fullmatch(r"[\d.]+", wanted) else float(wanted), (key, row[0]))

    def test_regrade_writes_one_too_and_items_are_for_tables(self):
        self.write("regrade", "--reading", "management-shortfall=no-grade", "-o", "changes.xlsx", SAMPLES)
        sheet = Sheet((self.folder / "changes.xlsx").read_bytes())
        self.assertIn("cause of change", sheet.text)
        self.write("grade", "--items", SAMPLES, code=2)
        self.write("grade", "--items", "--format", "json", SAMPLES, code=2)

    def test_a_result_is_no_form_and_an_earlier_one_is_no_input(self):
        folder = self.folder / "archive"
        folder.mkdir()
        (folder / "a.json").write_bytes((SAMPLES / "grade-aaa.json").read_bytes())
        for _ in range(2):
            self.write("grade", "-o", "archive/table.xlsx", "archive")
        self.assertIn("a result of grade or regrade", self.write("grade", "archive/table.xlsx", code=3).stderr.decode())

    def test_files_of_one_id_may_be_parts_of_one_audit_and_that_is_said(self):
        for name in ("a.json", "b.json"):
            self.program.file(name, (SAMPLES / "grade-aaa.json").read_bytes())
        said = self.write("grade", "a.json", "b.json").stderr.decode()
        self.assertIn("tbsc94 merge a.json b.json -o merged.json", said)
        self.assertEqual(self.write("grade", "-q", "a.json", "b.json").stderr, b"")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
