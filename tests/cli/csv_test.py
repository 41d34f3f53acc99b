"""Reads `--format csv` back with Python's csv module and holds it against `--format ndjson`.

usage: csv_test.py PROGRAM SOURCE_DIR
"""

import csv
import io
import json
import pathlib
import subprocess
import sys
import tempfile
import unicodedata
import unittest

PROGRAM, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2])
SAMPLES = sorted((SOURCE / "data" / "samples").glob("*.json"))
SAMPLE = json.loads((SOURCE / "data" / "samples" / "grade-aaa.json").read_text("utf-8"))
COLUMNS = ["source", "id", "organization", "scheme", "edition", "service_score", "service_score_exact", "mark",
           "compared_score", "management_total", "management_level", "grade", "depends_on", "assumed", "readings",
           "remarks", "error", "reason"]
OTHER = [arg for each in ("limit-comparison=rounded-value", "row-grade=by-order", "not-applicable=exclude")
         for arg in ("--reading", each)]


def grade(*args, stdin=""):
    return subprocess.run([PROGRAM, "grade", "-q", *map(str, args)], input=stdin.encode(), capture_output=True).stdout


def rows(*args, stdin=""):
    """The rows by column, of a text that must begin with a BOM and end its lines with CRLF."""
    text = grade("--format", "csv", *args, stdin=stdin).decode("utf-8")
    assert text.startswith("\ufeff") and text.endswith("\r\n"), text
    header, *rest = csv.reader(io.StringIO(text[1:], newline=""), strict=True)
    assert header == COLUMNS, header
    assert all(len(row) == len(header) for row in rest), rest
    return [dict(zip(header, row)) for row in rest]


def lines(*args, stdin=""):
    text = grade("--format", "ndjson", *args, stdin=stdin).decode("utf-8")
    return [json.loads(line, parse_float=str, parse_int=str) for line in text.split("\n") if line]


def codes(findings):
    return list(dict.fromkeys(each["code"] for each in findings))


def expected(line):
    """The row that the line of NDJSON asks for."""
    row = {**line, "error": codes(line.get("errors", [])), "remarks": codes(line.get("remarks", [])),
           "readings": [f"{name}={value}" for name, value in line.get("readings", {}).items()]}
    return {key: " ".join(row[key]) if isinstance(row.get(key), list) else row.get(key) or "" for key in COLUMNS[:-1]}


def without_reason(rows):
    return [{key: row[key] for key in COLUMNS[:-1]} for row in rows]


def shown(text):
    """Control characters stand as `\\u{9}`."""
    return "".join(f"\\u{{{ord(c):X}}}" if unicodedata.category(c) == "Cc" else c for c in text)


def record(**members):
    return json.dumps({**SAMPLE, **members}, ensure_ascii=False)


class Csv(unittest.TestCase):
    def test_the_samples(self):
        for options in ([], OTHER):
            self.assertEqual(without_reason(rows(*options, *SAMPLES)), [expected(line) for line in lines(*options, *SAMPLES)])
        self.assertTrue(any(row["mark"] for row in rows(*SAMPLES)))
        self.assertTrue(any("/" in row["service_score_exact"] for row in rows(*SAMPLES)))

    def test_why_there_is_no_grade(self):
        reasons = {row["source"].rsplit("/", 1)[1]: row["reason"] for row in rows(*SAMPLES)}
        self.assertEqual({name: reason for name, reason in reasons.items() if reason},
                         {"nonconforming.json": "conformity", "none-by-maturity.json": "level",
                          "none-score-60-79.json": "score level", "none-score-below-60.json": "score level"})
        for row in rows(*SAMPLES):
            self.assertEqual(bool(row["reason"]), row["grade"] == "" and row["error"] == "")

    def test_one_file_has_the_columns_too(self):
        self.assertEqual(without_reason(rows(SAMPLES[0])), [expected(line) for line in lines(SAMPLES[0])])

    def test_no_record_leaves_the_columns(self):
        self.assertEqual(rows("/dev/null")[0]["error"], "malformed-json")
        with tempfile.TemporaryDirectory() as folder:
            self.assertEqual(rows(folder), [])

    def test_errors_and_remarks_are_codes_each_once(self):
        bad = json.loads(record(date="2026-02-30"))
        for item in ("1.1", "1.2"):
            bad["service"]["ratings"][0]["alpha"][item] = 86
        (row, early) = rows("-", stdin=json.dumps(bad) + "\n" + record(date="2020-01-01"))
        self.assertEqual(row["error"].split(), codes(lines("-", stdin=json.dumps(bad))[0]["errors"]))
        self.assertEqual(sorted(row["error"].split()), ["alpha-out-of-range", "invalid-date"])
        self.assertEqual((early["remarks"], early["error"]), ("date-before-edition", ""))

    def test_texts_come_back_as_they_were(self):
        names = ["plain", "a,b", 'say "x"', '"', "two\nlines", "two\r\nlines", "cr\rhere", "nul\0here", "tab\there", "",
                 " ", " both ", "'quoted'", "江西示例有限公司", "-", "+", "1-2", "a=b", "a@b", "'=1", "\u00e9\U0001f600", ";"]
        got = rows("-", stdin="\n".join(record(organization=name, id=name) for name in names))
        self.assertEqual([row["organization"] for row in got], [shown(name) for name in names])
        self.assertEqual([row["id"] for row in got], [shown(name) for name in names])

    def test_no_control_character_is_written(self):
        names = [f"a{chr(code)}b" for code in (*range(0x20), *range(0x7F, 0xA0))]
        text = grade("--format", "csv", "-", stdin="\n".join(record(organization=name, id=name) for name in names)).decode()
        controls = [c for c in text if unicodedata.category(c) == "Cc"]
        self.assertEqual("".join(controls), "\r\n" * (len(names) + 1))
        self.assertIn("a\\u{1B}b", text)

    def test_what_would_run_as_a_formula_is_defused(self):
        names = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "＋1", "－1", "＠SUM", "=", "@", "--", "+-", " =1",
                 "\n=1", "\u3000＝1", "\u00a0+1", "\ufeff=1", "\u2003=1", "\u200b@x", "\u2060-1", " \t\u00a0+1", "\u2800=1",
                 "\u0085=1", "\x0b=1", "\u00ad=1", "﹦1", "﹢1", "﹣1", "﹫x", "\u22121", '=HYPERLINK("http://x","y")', "=cmd|' /C calc'!A0", "-\0"]
        got = rows("-", stdin="\n".join(record(organization=name, id=name) for name in names))
        self.assertEqual([row["organization"] for row in got], ["'" + shown(name) for name in names])
        self.assertEqual([row["id"] for row in got], ["'" + shown(name) for name in names])
        self.assertEqual(got[0]["source"], "'-:1")  # of standard input

    def test_scores_are_never_altered(self):
        low = json.loads(record())  # a score of 100/3: its fraction has the smallest numerator
        low["service"]["ratings"] = [{"alpha": dict.fromkeys(low["service"]["ratings"][0]["alpha"], alpha)}
                                     for alpha in (0, 0, 1)]
        (row,) = rows("-", stdin=json.dumps(low))
        self.assertEqual((row["service_score"], row["service_score_exact"], row["grade"]), ("33.33", "100/3", ""))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
