"""Two audits compared: every change is that of the exact values, worked out here again in fractions.

usage: compare_test.py PROGRAM SOURCE_DIR
"""

import copy
import html
import itertools
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest
from decimal import Decimal
from fractions import Fraction

import jsonschema

PROGRAM, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2])
SAMPLES = sorted((SOURCE / "data" / "samples").glob("*.json"))
SAMPLE = json.loads((SOURCE / "data" / "samples" / "grade-aaa.json").read_text("utf-8"), parse_float=Fraction)
SCHEME = json.loads((SOURCE / "data" / "schemes" / "cts-tbsc94-2026.json").read_text("utf-8"))


def run(*arguments):
    done = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, timeout=60)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def two_places(value):
    """Half to even, from the exact value."""
    scaled = value * 100
    return Decimal(round(scaled)).scaleb(-2)  # Python rounds a fraction half to even


def graded(path):
    code, out, err = run("grade", "--format", "json", "--reading", "not-applicable=exclude", path)
    assert code == 0, err
    return json.loads(out, parse_float=Decimal)


class Compare(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def file(self, name, record):
        path = pathlib.Path(self.folder.name) / name
        path.write_text(record if isinstance(record, str) else json.dumps(record, default=float, ensure_ascii=False),
                        "utf-8")
        return path

    def compared(self, old, new, *options):
        code, out, err = run("compare", "--format", "json", *options, old, new)
        self.assertEqual((code, err), (0, ""))
        return json.loads(out, parse_float=Decimal)

    def holds(self, moved, old, new, places=2):
        """A line holds what both results have, and their exact difference rounded once."""
        for key, value in (("old", old), ("new", new)):
            if value is None:
                self.assertIsNone(moved[key])
            else:
                self.assertEqual(Fraction(moved[key]), Fraction(two_places(value)))
        if old is None or new is None:
            self.assertIsNone(moved["change"])
            self.assertIsNone(moved["change_exact"])
        else:
            self.assertEqual(Fraction(moved["change_exact"]), new - old)
            self.assertEqual(Fraction(moved["change"]), Fraction(two_places(new - old)))

    def test_every_pair_of_samples(self):
        """What the full reports of the two say, subtracted."""
        schema = json.loads((SOURCE / "data" / "schema" / "result.schema.json").read_text("utf-8"))
        validator = jsonschema.Draft202012Validator(schema)
        reports = {path: graded(path) for path in SAMPLES}
        for old, new in itertools.permutations(SAMPLES[::3], 2):
            got = self.compared(old, new, "--reading", "not-applicable=exclude")
            validator.validate(json.loads(json.dumps(got, default=float)))
            one, other = reports[old], reports[new]
            exact = lambda part, key: Fraction(part[key]) if part[key] is not None else None  # noqa: E731
            self.holds(got["service"]["score"], exact(one["service"], "score_exact"), exact(other["service"], "score_exact"))
            for list_name in ("characteristics", "items"):
                lines = got["service"][list_name]
                self.assertEqual([each["id"] for each in lines], [each["id"] for each in other["service"][list_name]])
                for line, a, b in zip(lines, one["service"][list_name], other["service"][list_name]):
                    percentage = lambda each: Fraction(each["percentage_exact"]) if each.get("percentage_exact") else None  # noqa: E731
                    self.holds(line, percentage(a), percentage(b))
            self.holds(got["management"]["total"], Fraction(one["management"]["total"]), Fraction(other["management"]["total"]))
            self.holds(got["management"]["level"], Fraction(one["management"]["level"]), Fraction(other["management"]["level"]))
            for line, a, b in zip(got["management"]["items"], one["management"]["items"], other["management"]["items"]):
                self.holds(line, Fraction(a["level"]), Fraction(b["level"]))
            rank = [None, "AAA", "AAAA", "AAAAA"].index
            step = rank(other["verdict"]["grade"]) - rank(one["verdict"]["grade"])
            self.assertEqual(got["grade_change"], "higher" if step > 0 else "lower" if step < 0 else "unchanged")

    def test_a_change_is_not_the_difference_of_what_is_shown(self):
        """85.555 → 85.66 is +0.10 (0.105, half to even), and 85.55 to 85.66 are shown: a line says why."""
        new = copy.deepcopy(SAMPLE)
        new["service"]["ratings"][0]["alpha"]["1.1"] = Fraction("0.973")
        paths = self.file("a.json", SAMPLE), self.file("b.json", new)
        self.assertEqual(self.compared(*paths)["service"]["score"],
                         {"old": Decimal("85.55"), "new": Decimal("85.66"), "change": Decimal("0.10"), "change_exact": "0.105"})
        for lang, words in (("zh", "变化由精确值相减后修约一次"), ("en", "a change is rounded once")):
            out = run("compare", "--lang", lang, *paths)[1]
            self.assertIn("+0.10\n", out)
            self.assertEqual(out.count(words), 1)
        self.assertIn("| service score | 85.66 | 85.55 | -0.10 |", run("compare", "--format", "markdown", *paths[::-1])[1])
        # The other way round the signs turn; where all adds up, no line explains anything.
        self.assertEqual(self.compared(*paths[::-1])["service"]["score"]["change"], Decimal("-0.10"))
        self.assertNotIn("rounded once", run("compare", paths[0], paths[0])[1])

    def test_what_moved_is_listed_and_the_rest_counted(self):
        new = copy.deepcopy(SAMPLE)
        new["management"]["levels"]["1.1"] = 5
        for rating in new["service"]["ratings"]:
            rating["alpha"]["2.1"] = 1
        _, out, _ = run("compare", "--lang", "zh", self.file("a.json", SAMPLE), self.file("b.json", new))
        self.assertIn("服务过程质量指标，%：变化 1 项，未变 18 项", out)
        self.assertIn("单项成熟度等级，级：变化 1 项，未变 20 项", out)
        self.assertIn("2.1 安全性·", out)
        self.assertNotIn("2.2 ", out)

    def test_what_does_not_agree_is_said(self):
        def oddities(old, new):
            return self.compared(self.file("a.json", {**SAMPLE, **old}), self.file("b.json", {**SAMPLE, **new}))["remarks"]

        later = {"id": "T-2", "date": "2027-01-01"}
        self.assertEqual(oddities({}, later), [])
        self.assertEqual(oddities(later, {}), ["not-later"])
        self.assertEqual(oddities({}, {}), ["same-record"])
        self.assertEqual(oddities({}, {**later, "organization": "另一家"}), ["other-organization"])
        # Names are compared as everywhere: NFKC, without case and blanks.
        self.assertEqual(oddities({"organization": "Ａ 公司"}, {**later, "organization": "a公司"}), [])

    def test_each_under_its_own_scheme(self):
        """Items are joined by their ids; one that an edition does not have is null there."""
        other = copy.deepcopy(SCHEME)
        other["edition"] = "C/0"
        other["service"]["characteristics"][0]["items"][0]["id"] = "1.9"
        scheme = self.file("c0.json", other)
        new = copy.deepcopy({**SAMPLE, "edition": "C/0", "id": "T-2", "date": "2027-01-01"})
        for rating in new["service"]["ratings"]:
            rating["alpha"]["1.9"] = rating["alpha"].pop("1.1")
        got = self.compared(self.file("a.json", SAMPLE), self.file("b.json", new), "--scheme", scheme)
        self.assertEqual(got["remarks"], ["other-scheme"])
        self.assertEqual([got["old"]["edition"], got["new"]["edition"]], ["B/0", "C/0"])
        self.assertEqual(got["grade_change"], "unchanged")
        lines = {each["id"]: (each["old"] is None, each["new"] is None) for each in got["service"]["items"]}
        self.assertEqual((lines["1.1"], lines["1.9"], lines["1.2"]), ((False, True), (True, False), (False, False)))
        self.assertEqual(got["service"]["items"][-1]["id"], "1.1")  # what the new one does not have comes last
        self.assertEqual(len(lines), 20)
        # Where the grades have other names, neither is higher.
        text = json.dumps(other, ensure_ascii=False).replace('"AAA"', '"A"')
        got = self.compared(self.file("a.json", SAMPLE), self.file("b.json", new), "--scheme", self.file("d.json", text))
        self.assertEqual((got["old"]["grade"], got["new"]["grade"], got["grade_change"]), ("AAA", "A", None))

    def test_an_item_that_did_not_apply_has_no_change(self):
        new = copy.deepcopy(SAMPLE)
        new["service"]["not_applicable"] = {"1.3": "线上服务"}
        for rating in new["service"]["ratings"]:
            del rating["alpha"]["1.3"]
        paths = self.file("a.json", SAMPLE), self.file("b.json", new)
        line = self.compared(*paths, "--reading", "not-applicable=exclude")["service"]["items"][2]
        self.assertEqual((line["id"], line["new"], line["change"], line["change_exact"]), ("1.3", None, None, None))
        self.assertRegex(run("compare", "--reading", "not-applicable=exclude", *paths)[1], r"1\.3 .* -\s*\n")

    def test_nothing_is_compared_that_is_not_graded(self):
        good, bad = self.file("a.json", SAMPLE), self.file("b.json", "{}")
        output = pathlib.Path(self.folder.name) / "out"
        code, out, err = run("compare", good, bad, "-o", output)
        self.assertEqual((code, out), (3, ""))
        self.assertIn("[missing-key]", err)
        self.assertFalse(output.exists())
        self.assertEqual(run("compare", bad, self.folder.name + "/none.json")[0], 4)
        self.assertIn("none.json", run("compare", good, self.folder.name + "/none.json")[2])
        for wrong in ([good], [good, good, good], [good, self.folder.name], [good, good, "-o", good]):
            code, out, err = run("compare", *wrong)
            self.assertEqual((code, out), (2, ""), wrong)
            self.assertTrue(err)

    def test_the_page_has_what_the_markdown_has(self):
        """Every cell and sentence of the one stands in the other, and nothing of a file becomes an element."""
        hostile = self.file("a.json", {**json.loads(json.dumps(SAMPLE, default=float)), "organization": "<script>x</script>{{title}}"})
        for old, new in ((SAMPLES[1], SAMPLES[5]), (SAMPLES[3], hostile), (hostile, hostile)):
            for lang in ("zh", "en"):
                _, markdown, _ = run("compare", "--lang", lang, "--format", "markdown", old, new)
                code, page, err = run("compare", "--lang", lang, "--format", "html", old, new)
                self.assertEqual((code, err), (0, ""))
                rows = [[html.unescape(re.sub(r"<[^>]*>", "", cell)) for cell in re.findall(r"<t[hd].*?</t[hd]>", row)]
                        for row in re.findall(r"<tr>.*?</tr>", page)]
                wanted = [[re.sub(r"\\(.)", r"\1", cell.strip()) for cell in line[1:-1].split(" | ")]
                          for line in markdown.splitlines() if line.startswith("|") and "--" not in line]
                self.assertEqual([[cell.strip(" |") for cell in row] for row in rows], [[cell.strip(" |") for cell in row] for row in wanted])
                self.assertEqual(page.count("<h2>"), markdown.count("\n### "))
                self.assertEqual(page.count("<p>"), len(re.findall(r"^- ", markdown, re.M)))
                self.assertNotIn("<script", page)
                if hostile in (old, new):
                    self.assertIn("&lt;script&gt;x&lt;/script&gt;{{title}}", page)

    def test_texts_of_a_file_stay_text(self):
        hostile = {**SAMPLE, "organization": "\u001b[31m<b>|`x`", "id": "[a](b)"}
        path = self.file("a.json", hostile)
        for form in ("text", "markdown"):
            out = run("compare", "--format", form, path, path)[1]
            self.assertNotIn("\u001b", out)
        self.assertIn("`[a](b)`", out)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
