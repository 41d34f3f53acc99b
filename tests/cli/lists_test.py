"""Lists in text on a terminal and into a file, and the headings of tables, in both languages.

usage: lists_test.py PROGRAM SOURCE_DIR
"""

import csv
import io
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unicodedata
import unittest

PROGRAM, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2])
SAMPLES = SOURCE / "data" / "samples"
MARK = {"zh": "* 级别取决于条款解释：", "en": "* depends on a reading: "}


def sample(name, **members):
    return {**json.loads((SAMPLES / name).read_text("utf-8")), **members}


def records():
    """Of all kinds: graded and not, depending on readings, refused, wrongly recorded, with names of every width."""
    all = [sample(path.name) for path in sorted(SAMPLES.glob("*.json"))]
    all.append(sample("grade-aaa.json", id="TB-α·①“长”×≥—", organization="江西省一家名字很长的旅游服务有限责任公司（第二分公司）" * 3))
    all.append(sample("grade-aaa.json", id="x" * 150, organization="An organization of some length " * 5))
    all.append(sample("nonconforming.json", recorded={"grade": "AAAA", "service_score": 93.5}))
    all.append(sample("grade-aaa.json", recorded={"grade": None}))
    all.append(sample("grade-aaa.json", date="2026-02-30"))
    return "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in all)


def width(line, ambiguous):
    wide = {"F": 2, "W": 2, "A": ambiguous}
    return sum(0 if unicodedata.combining(c) else wide.get(unicodedata.east_asian_width(c), 1) for c in line)


class Lists(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        (self.folder / "a.ndjson").write_text(records(), "utf-8")

    def run_program(self, *args, **more):
        return subprocess.run([PROGRAM, *map(str, args)], cwd=self.folder, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, **more).stdout.decode("utf-8")

    def lines(self, *args):
        return self.run_program(*args).splitlines()

    def on_terminal(self, columns, *args, env=None):
        """What it writes to a terminal of so many columns."""
        import fcntl
        import pty
        import struct
        import termios
        master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        program = subprocess.Popen([PROGRAM, *args], cwd=self.folder, stdin=subprocess.DEVNULL, stdout=slave,
                                   stderr=subprocess.DEVNULL, env={"PATH": os.environ["PATH"], **(env or {})})
        os.close(slave)
        written = b""
        while True:
            try:
                piece = os.read(master, 65536)
            except OSError:
                break
            if not piece:
                break
            written += piece
        os.close(master)
        program.wait()
        return written.decode("utf-8").replace("\r\n", "\n").splitlines()

    def test_headings_stand_above_the_columns(self):
        heads = {("grade", "zh"): "级别 得分 总分 等级 未达到 来源 编号 组织",
                 ("grade", "en"): "grade score total level why none source id organization",
                 ("regrade", "zh"): "存档级别 现级别 未达到 来源 编号 变化原因",
                 ("regrade", "en"): "recorded now why none source id cause",
                 ("verify", "zh"): "核对结果 级别 未达到 来源 编号", ("verify", "en"): "result grade why none source id"}
        for (command, lang), head in heads.items():
            self.assertEqual(" ".join(self.lines(command, "--lang", lang, "a.ndjson")[0].split()), head)
        # in Chinese each begins where its column does
        head, *rows = self.lines("grade", "--lang", "zh", "a.ndjson")
        for row in rows[:20]:
            place = width(row[:row.index("a.ndjson")], 1)
            self.assertEqual(place, width(head[:head.index("来源")], 1), row)

    def test_a_list_without_rows_has_no_headings(self):
        for command in ("regrade", "verify"):
            self.assertRegex(self.lines(command, "--lang", "en", str(SAMPLES / "grade-aaa.json"))[0], "^read 1: ")

    def test_why_there_is_no_grade(self):
        text = self.run_program("grade", "--lang", "zh", "a.ndjson")
        self.assertRegex(text, r"未达到认证级别 .* 得分、等级  a\.ndjson:")
        self.assertRegex(text, r"未达到认证级别 .* 审查        a\.ndjson:")
        self.assertRegex(self.run_program("regrade", "--lang", "zh", "a.ndjson"), r"AAAA +未达到认证级别 +审查 ")
        self.assertRegex(self.run_program("verify", "--lang", "en", "a.ndjson"), r"differs +none +review ")

    def test_what_depends_on_a_reading_is_marked_and_the_mark_explained(self):
        depends = {line["source"]: bool(line.get("depends_on"))
                   for line in map(json.loads, self.lines("grade", "--format", "ndjson", "a.ndjson"))}
        self.assertIn(True, depends.values())
        for lang in ("zh", "en"):
            lines = self.lines("grade", "--lang", lang, "a.ndjson")
            for line in lines[1:]:
                source = next((word for word in line.split() if word.startswith("a.ndjson:")), None)
                if source:
                    self.assertEqual("*" in line.split()[0], depends[source], line)
            self.assertEqual(sum(line.startswith(MARK[lang]) for line in lines), 1)
            # where none does, there is nothing to explain
            self.assertNotIn(MARK[lang], self.run_program("grade", "--lang", lang, SAMPLES / "grade-aaa.json", "/nope"))

    def test_lines_follow_the_terminal_and_lose_nothing(self):
        for command in ("grade", "regrade", "verify"):
            for lang, ambiguous in (("zh", 2), ("en", 1)):
                plain = self.run_program(command, "--lang", lang, "a.ndjson", "/nope.json")
                for columns in (60, 80, 120, 200):
                    lines = self.on_terminal(columns, command, "--lang", lang, "a.ndjson", "/nope.json")
                    for line in lines:
                        self.assertLessEqual(width(line, ambiguous), columns, line)
                    # all of it is there, a table that does not fit left out of account
                    listed = "".join(plain.split("read ")[0].split("共读取 ")[0].split())
                    self.assertTrue("".join("".join(lines).split()).startswith(listed), (command, lang, columns))

    def test_a_table_too_wide_becomes_lines(self):
        lines = self.on_terminal(60, "regrade", "--lang", "zh", "a.ndjson")
        self.assertTrue(any(line.split() == ["AAAAA", "\\", "AAAAA", "2"] for line in lines), lines)

    def test_columns_of_the_environment_go_before_the_terminal(self):
        for asked, wanted in (("60", 60), ("x", 200), ("0", 200), ("", 200)):
            lines = self.on_terminal(200, "grade", "--lang", "zh", "a.ndjson", env={"COLUMNS": asked})
            self.assertLessEqual(max(width(line, 2) for line in lines), wanted)
            self.assertEqual(lines[0].endswith("组织"), wanted == 200)

    def test_into_a_file_nothing_is_folded(self):
        plain = self.run_program("grade", "--lang", "zh", "a.ndjson")
        self.assertEqual(self.run_program("grade", "--lang", "zh", "a.ndjson", env={**os.environ, "COLUMNS": "60"}), plain)
        self.on_terminal(60, "grade", "--lang", "zh", "a.ndjson", "-o", "list.txt")
        self.assertEqual((self.folder / "list.txt").read_text("utf-8"), plain)


class Tables(unittest.TestCase):
    def heads(self, *args, env=None):
        text = subprocess.run([PROGRAM, *args, "-q", "--format", "csv", str(SAMPLES / "grade-aaa.json")],
                              stdout=subprocess.PIPE, check=True, env={**os.environ, **(env or {})}).stdout.decode("utf-8-sig")
        head, row = csv.reader(io.StringIO(text))
        self.assertEqual(len(head), len(row))
        return head

    def test_keys_have_chinese_names_beside_them_where_chinese_is_asked_for(self):
        for command, more in (("grade", ["--items"]), ("grade", []), ("regrade", [])):
            keys = self.heads(command, *more)
            self.assertEqual(keys[:3], ["source", "id", "organization"])
            self.assertEqual(self.heads(command, *more, "--lang", "en"), keys)
            self.assertEqual(self.heads(command, *more, env={"LANG": "zh_CN.UTF-8", "LC_ALL": "zh_CN.UTF-8"}), keys)
            self.assertEqual(self.heads(command, *more, "--lang", "zh", "--keys"), keys)
            self.assertEqual(self.heads(command, *more, "--keys"), keys)
            named = self.heads(command, *more, "--lang", "zh")
            for key, head in zip(keys, named, strict=True):
                self.assertRegex(head, "^[^（）A-Za-z]+（" + key.replace(".", "[.]") + "）$")
            self.assertIn("级别（grade）", named)
            self.assertEqual("1.1 实际得分（points_1.1）" in named, bool(more))

    def test_keys_are_for_tables(self):
        for command in ("grade", "regrade"):
            done = subprocess.run([PROGRAM, command, "--lang", "en", "--keys", SAMPLES], capture_output=True)
            self.assertEqual(done.returncode, 2)
            self.assertIn(b"--keys is for the formats csv and xlsx, not for text", done.stderr)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
