"""Holds verify and regrade to rational arithmetic: what is recorded rightly holds, what is changed is found.

usage: recorded_test.py PROGRAM SOURCE_DIR
"""

import copy
import json
import pathlib
import random
import subprocess
import sys
import tempfile
import unittest
from fractions import Fraction

PROGRAM, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2])
SCHEME = json.loads((SOURCE / "data" / "schemes" / "cts-tbsc94-2026.json").read_text("utf-8"))
COUNT = 1000


def run(*args, stdin=""):
    return subprocess.run([PROGRAM, *map(str, args)], input=stdin, capture_output=True, encoding="utf-8")


def items(groups):
    return [item for group in groups for item in group["items"]]


class Edition:
    """The scheme as rational numbers, and how an assessment is graded by it."""

    def __init__(self, scheme):
        self.service = {i["id"]: Fraction(str(i["points_due"])) for i in items(scheme["service"]["characteristics"])}
        self.management = {i["id"]: Fraction(str(i["points_due"])) for i in items(scheme["maturity"]["chapters"])}
        self.bands = [(Fraction(b["from"]), b["level"]) for b in scheme["maturity"]["bands"]]
        rows = [(Fraction(r["from"]), r["level"]) for r in scheme["grades"]["rows"]]
        self.grades = []
        for each in scheme["grades"]["grades"]:  # each asks for what the highest row that holds its limit asks
            limit = Fraction(each["from"])
            self.grades.append((each["grade"], limit, [level for begin, level in rows if begin <= limit][-1]))

    def result(self, record):
        due = sum(self.service.values())
        ratings = record["service"]["ratings"]
        score = sum(100 * sum(self.service[i] * Fraction(a) for i, a in r["alpha"].items()) / due for r in ratings)
        score /= len(ratings)
        total = sum(self.management[i] * level / 5 for i, level in record["management"]["levels"].items())
        level = [level for begin, level in self.bands if total >= begin][-1]
        reached = [name for name, limit, needed in self.grades if score >= limit and level >= needed]
        return score, total, level, reached[-1] if reached else None


def digits(units, count):
    """`digits(8642, 2) # "86.42"`."""
    text = str(units).rjust(count + 1, "0")
    return text[:-count] + "." + text[-count:]


def assessments(edition, count, seed):
    """Assessments close to the limits of the grades, α as strings of two decimals."""
    choose = random.Random(seed)
    for number in range(count):
        usual = choose.choice([60, 78, 80, 88, 90, 94, 95])
        ratings = [{"assessor": f"A{r}", "alpha": {i: f"{min(usual + choose.randint(-3, 3), 100) / 100:.2f}"
                                                    for i in edition.service}} for r in range(choose.randint(1, 3))]
        level = choose.randint(2, 4)
        yield {"scheme": SCHEME["scheme"], "edition": SCHEME["edition"], "id": str(number),
               "service": {"ratings": ratings},
               "management": {"conformity": "conforming",
                              "levels": {i: level + choose.randint(0, 1) for i in edition.management}}}


class Number(str):
    """Digits that stand in the JSON as they are."""


def line(record, recorded=None):
    """One line of NDJSON, numbers written as their digits."""
    document = copy.deepcopy(record)
    for rating in document["service"]["ratings"]:
        rating["alpha"] = {i: f"\0{a}\0" for i, a in rating["alpha"].items()}
    if recorded is not None:
        document["recorded"] = {n: f"\0{v}\0" if isinstance(v, Number) else v for n, v in recorded.items()}
    return json.dumps(document, ensure_ascii=False).replace('"\\u0000', "").replace('\\u0000"', "") + "\n"


def recorded_of(result):
    score, total, level, grade = result
    return {"service_score": Number(digits(round(score * 100), 2)), "management_total": Number(total),
            "management_level": level, "grade": grade}


def lines_of(run_result):
    return [json.loads(each) for each in run_result.stdout.splitlines()]


class Recorded(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.edition = Edition(SCHEME)
        cls.records = list(assessments(cls.edition, COUNT, 20260401))
        cls.results = [cls.edition.result(each) for each in cls.records]

    def test_what_is_right_holds_and_each_changed_member_is_found_alone(self):
        changes = {
            "service_score": lambda v: Number(digits(round(Fraction(v) * 100) - 2, 2)),  # one may be a tie's other side
            "management_total": lambda v: Number(int(v) + 1),
            "management_level": lambda v: v % 5 + 1,
            "grade": lambda v: None if v == "AAA" else "AAA",
        }
        right = [recorded_of(each) for each in self.results]
        self.assertEqual({each["grade"] for each in right}, {None, "AAA", "AAAA", "AAAAA"})
        whole = run("verify", "-q", "--format", "ndjson", "-",
                    stdin="".join(map(line, self.records, right)))
        self.assertEqual(whole.returncode, 0)
        self.assertEqual([each["differs"] for each in lines_of(whole)], [[]] * COUNT)
        for member, change in changes.items():
            wrong = [{**each, member: change(each[member])} for each in right]
            held = run("verify", "-q", "--format", "ndjson", "-", stdin="".join(map(line, self.records, wrong)))
            self.assertEqual(held.returncode, 1)
            self.assertEqual([[d["member"] for d in each["differs"]] for each in lines_of(held)], [[member]] * COUNT)

    def test_another_weight_changes_exactly_the_grades_that_it_changes_in_rational_arithmetic(self):
        other = copy.deepcopy(SCHEME)
        other["edition"] = "W/1"
        group = other["service"]["characteristics"][0]
        for part in (other["service"], group, group["items"][1]):  # one item, and the sums that it is in
            part["points_due"] += 20
        after = [Edition(other).result(each)[3] for each in self.records]
        expected = {each["id"]: (before[3], now) for each, before, now in zip(self.records, self.results, after)
                    if before[3] != now}
        self.assertGreater(len(expected), 5)
        self.assertLess(len(expected), COUNT // 2)
        with tempfile.TemporaryDirectory() as folder:
            scheme = pathlib.Path(folder) / "scheme"
            scheme.write_text(json.dumps(other), "utf-8")
            for recorded in (True, False):
                text = "".join(line(a, {"grade": r[3]} if recorded else None)
                               for a, r in zip(self.records, self.results))
                report = run("regrade", "-q", "--format", "json", "--scheme", scheme, "--under", "W/1", "-", stdin=text)
                self.assertEqual(report.returncode, 0, report.stderr)
                report = json.loads(report.stdout)
                changed = {each["id"]: (each["change"]["from"], each["change"]["to"]) for each in report["changes"]}
                self.assertEqual(changed, expected)
                self.assertEqual({each["change"]["cause"] for each in report["changes"]}, {"edition"})
                self.assert_matrix(report, after, [r[3] if recorded else "unrecorded" for r in self.results])

    def assert_matrix(self, report, after, before):
        """Every cell, and with it the sums, is the count of the records."""
        self.assertEqual(report["read"], COUNT)
        self.assertEqual(sum(count for row in report["matrix"].values() for count in row.values()), COUNT)
        for row, counts in report["matrix"].items():
            for column, count in counts.items():
                pairs = [(b or "none", n or "none") for b, n in zip(before, after)]
                self.assertEqual(count, pairs.count((row, column)), (row, column))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
