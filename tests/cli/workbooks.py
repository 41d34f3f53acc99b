"""Forms filled in by editing their XML: what the tests of workbooks have in common. Of Python's own library alone."""

import io
import json
import pathlib
import re
import subprocess
import zipfile
from xml.sax.saxutils import escape

SHEETS = "xl/worksheets/sheet%d.xml"


class Form:
    """A blank form whose cells are filled in. Sheets count from 1, as the files in it do: cover, ratings, management."""

    def __init__(self, data):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            self.parts = {each: packed.read(each) for each in packed.namelist()}
        texts = self.parts.get("xl/sharedStrings.xml", b"").decode()
        self.shared = re.findall(r"<si><t[^>]*>(.*?)</t></si>", texts, re.S)

    def text(self, part):
        return self.parts[part].decode()

    def edit(self, part, change):
        before = self.text(part)
        after = change(before)
        assert after != before, f"nothing changes in {part}"
        self.parts[part] = after.encode()

    def put(self, sheet, cell, attributes, inside):
        """The cell's own format stays, unless `attributes` say another."""

        def change(xml):
            pattern = rf'<c r="{cell}"( s="\d+")?[^>]*?(/>|>.*?</c>)'
            found = re.search(pattern, xml)
            assert found, (sheet, cell)
            style = "" if " s=" in attributes else found[1] or ""
            return xml[: found.start()] + f'<c r="{cell}"{style}{attributes}>{inside}</c>' + xml[found.end() :]

        self.edit(SHEETS % sheet, change)

    def number(self, sheet, cell, digits, attributes=""):
        self.put(sheet, cell, attributes, f"<v>{digits}</v>")

    def word(self, sheet, cell, text):
        self.put(sheet, cell, ' t="inlineStr"', f"<is><t>{escape(text)}</t></is>")

    def rows(self, sheet):
        """The rows of a sheet by their marks in column A; of a mark that comes several times the first."""
        rows = {}
        for row, index in re.findall(r'<c r="A(\d+)"[^>]*t="s"[^>]*><v>(\d+)</v>', self.text(SHEETS % sheet)):
            rows.setdefault(self.shared[int(index)], int(row))
        return rows

    def all_rows(self, sheet, mark):
        found = re.findall(r'<c r="A(\d+)"[^>]*t="s"[^>]*><v>(\d+)</v>', self.text(SHEETS % sheet))
        return [int(row) for row, index in found if self.shared[int(index)] == mark]

    def style(self, code):
        """The attribute for a cell whose number is shown so."""

        def formats(xml):
            entry = f'<numFmt numFmtId="190" formatCode="{escape(code, {chr(34): "&quot;"})}"/>'
            if "<numFmts" in xml:
                xml = re.sub(r'<numFmts count="\d+">', lambda m: m[0] + entry, xml)
            else:
                xml = xml.replace("<fonts", f'<numFmts count="1">{entry}</numFmts><fonts', 1)
            return re.sub(r"(<cellXfs[^>]*>.*?)(</cellXfs>)", r'\1<xf numFmtId="190" applyNumberFormat="1"/>\2', xml, flags=re.S)

        self.edit("xl/styles.xml", formats)
        inside = re.search(r"<cellXfs[^>]*>(.*?)</cellXfs>", self.text("xl/styles.xml"), re.S)[1]
        return f' s="{inside.count("<xf ") - 1}"'

    def data(self, compression=zipfile.ZIP_DEFLATED):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", compression) as into:
            for name, part in self.parts.items():
                into.writestr(name, part)
        return packed.getvalue()

    def fill(self, record, digits=str):
        """All that an assessment says; its numbers as `digits` writes them."""
        cover = self.rows(1)
        for key in ("organization", "id"):
            if key in record:
                self.word(1, f"C{cover[key]}", record[key])
        if "date" in record:
            self.word(1, f"C{cover['date']}", record["date"])
        words = {"conforming": "符合", "nonconforming": "不符合", "full": "完整审核", "partly-waived": "部分免除"}
        for key in ("conformity", "qms_audit"):
            if key in record["management"]:
                self.word(1, f"C{cover[key]}", words[record["management"][key]])
        ratings = record["service"]["ratings"]
        for sheet, rating in enumerate(ratings, 2):
            rows = self.rows(sheet)
            for key in ("assessor", "occasion"):
                if key in rating:
                    self.word(sheet, f"F{rows[key]}", rating[key])
            for item, alpha in rating["alpha"].items():
                self.number(sheet, f"F{rows['item:' + item]}", digits(alpha))
        sheet = len([each for each in self.parts if each.startswith("xl/worksheets/sheet")]) - 1
        rows = self.rows(sheet)
        for item, level in record["management"]["levels"].items():
            self.number(sheet, f"F{rows['item:' + item]}", level)
        return self


class Program:
    def __init__(self, path, folder):
        self.path = path
        self.folder = pathlib.Path(folder)

    def run(self, *arguments, **options):
        return subprocess.run([self.path, *map(str, arguments)], capture_output=True, cwd=self.folder, **options)

    def blank(self, ratings=3, lang="zh"):
        made = self.run("template", "--format", "xlsx", "--ratings", ratings, "--lang", lang)
        assert made.returncode == 0, made.stderr.decode()
        return made.stdout

    def file(self, name, data):
        (self.folder / name).write_bytes(data)
        return name

    def graded(self, name, *options):
        done = self.run("grade", "--format", "json", *options, name)
        return json.loads(done.stdout) if done.stdout else None


class Sheet:
    """A sheet of a result: its cells by address, texts as texts, numbers as they are written."""

    def __init__(self, data, number=1):
        form = Form(data)
        self.xml = form.text(SHEETS % number)
        self.cells = {}
        for address, attributes, inside in re.findall(r'<c r="([A-Z]+\d+)"([^>]*?)(?:/>|>(.*?)</c>)', self.xml):
            shared = re.search(r"<v>(\d+)</v>", inside) if 't="s"' in attributes else None
            self.cells[address] = form.shared[int(shared[1])] if shared else re.sub(r"<.*?>", "", inside)
        self.attributes = dict(re.findall(r'<c r="([A-Z]+\d+)"([^>]*?)(?:/>|>)', self.xml))

    def row(self, number):
        return [text for address, text in self.cells.items() if re.sub("[A-Z]+", "", address) == str(number)]

    @property
    def text(self):
        return "\n".join(self.cells.values())
