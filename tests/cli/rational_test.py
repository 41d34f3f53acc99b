"""Generated assessments through the program, against rational arithmetic: service score, total, level, grade, and on
which readings the grade depends, under every reading alone and some together.

Assessors and occasions attend unequally often, some ratings name neither; scores lie on the limits, beside them, and
anywhere.

usage: rational_test.py PROGRAM SOURCE_DIR [COUNT [SEED]]
"""

import itertools
import json
import random
import subprocess
import sys
import unittest
from fractions import Fraction

PROGRAM = sys.argv[1]
COUNT = int(sys.argv[3]) if len(sys.argv) > 3 else 3000
SEED = int(sys.argv[4]) if len(sys.argv) > 4 else 94

# Appendix 1, Appendix 3 and 5.3, as printed.
SERVICE = dict.fromkeys([f"{g}.{i}" for g in range(1, 7) for i in range(1, 4)], 5) | {"1.2": 7, "7.1": 8}
MANAGEMENT = dict.fromkeys(
    [f"{g}.{i}" for g, n in enumerate((4, 3, 2, 5, 2, 3, 2), 1) for i in range(1, n + 1)], 5)
MANAGEMENT.update(dict.fromkeys(["4.1", "4.2", "4.3", "5.1", "5.2", "6.1", "6.2", "6.3"], 10))
BANDS = [(20, 1), (45, 2), (70, 3), (95, 4), (105, 5)]
ROWS = [(60, 79, 2), (80, 90, 3), (90, None, 4)]
GRADES = [("AAA", 80), ("AAAA", 90), ("AAAAA", 95)]
VALUES = {  # the default first
    "grade-conditions": ["score-and-level", "score-after-review"],
    "limit-comparison": ["full-value", "rounded-value", "rounded-to-1", "rounded-to-2"],
    "management-shortfall": ["lower-grade", "no-grade"],
    "mean-over": ["ratings", "assessors", "occasions"],
    "row-grade": ["by-score", "by-order"],
    "shared-boundary": ["upper-row", "lower-row"],
}
DEFAULTS = {name: values[0] for name, values in VALUES.items()}
PLACES = {"rounded-value": 0, "rounded-to-1": 1, "rounded-to-2": 2}


def rounded(value, places):
    """Once, half to even."""
    return Fraction(round(value * 10**places), 10**places)


def mean(values):
    return sum(values) / len(values)


def service_scores(record):
    """By each value of mean-over."""
    scores = [sum(SERVICE[item] * alpha for item, alpha in rating["alpha"].items()) for rating in record["ratings"]]
    found = {"ratings": mean(scores)}
    for over, key in (("assessors", "assessor"), ("occasions", "occasion")):
        groups = {}
        for place, (rating, score) in enumerate(zip(record["ratings"], scores)):
            groups.setdefault(rating[key] or place, []).append(score)  # one that names none counts as one of its own
        found[over] = mean([mean(group) for group in groups.values()])
    return found


def grade_under(record, level, readings):
    """Worked out once for each choice of values."""
    choice = tuple(readings.values())
    if choice not in record["grades"]:
        record["grades"][choice] = verdict(record, record["scores"][readings["mean-over"]], level, readings)
    return record["grades"][choice]


def compared(score, readings):
    places = PLACES.get(readings["limit-comparison"])
    return score if places is None else rounded(score, places)


def level_asked(grade, score, readings):
    if readings["grade-conditions"] == "score-after-review":
        return 1
    if readings["row-grade"] == "by-order":
        return ROWS[grade][2]
    limit = GRADES[grade][1]
    if readings["shared-boundary"] == "lower-row" and score == limit == 90:
        return 3
    return [level for low, _, level in ROWS if low <= limit][-1]


def verdict(record, score, level, readings):
    if record["conformity"] == "nonconforming":
        return None
    score = compared(score, readings)
    by_score = [grade for grade, (_, limit) in enumerate(GRADES) if score >= limit]
    reached = [grade for grade in by_score if level >= level_asked(grade, score, readings)]
    if readings["management-shortfall"] == "no-grade" and reached[-1:] != by_score[-1:]:
        return None
    return GRADES[reached[-1]][0] if reached else None


def exact(value):
    places = max(factors(value.denominator, 2), factors(value.denominator, 5))
    if 10**places % value.denominator == 0:
        return decimal(value, places)
    return f"{value.numerator}/{value.denominator}"


def factors(number, prime):
    count = 0
    while number % prime == 0:
        number, count = number // prime, count + 1
    return count


def decimal(value, places):
    digits = str((value * 10**places).numerator).rjust(places + 1, "0")
    return digits if places == 0 else f"{digits[:-places]}.{digits[-places:]}"


def expected(record, readings, number):
    score = record["scores"][readings["mean-over"]]
    total = Fraction(sum(MANAGEMENT[item] * level for item, level in record["levels"].items()), 5)
    level = [level for low, level in BANDS if total >= low][-1]
    grade = grade_under(record, level, readings)
    depends_on = []
    for name, values in VALUES.items():
        others = [{**readings, name: value} for value in values if value != readings[name]]
        if any(grade_under(record, level, other) != grade for other in others):
            depends_on.append(name)
    line = {"source": f"-:{number}", "id": None, "organization": None, "scheme": "CTS TBSC94-2026", "edition": "B/0",
            "service_score": decimal(rounded(score, 2), 2), "service_score_exact": exact(score),
            "management_total": exact(total), "management_level": str(level), "grade": grade,
            "depends_on": depends_on, "assumed": [] if record["conformity"] else ["conformity"]}
    if rounded(score, 2) in (60, 80, 90, 95) and rounded(score, 2) != score:
        line["mark"] = "-" if score < rounded(score, 2) else "+"
    if readings["limit-comparison"] != "full-value":
        line["compared_score"] = decimal(compared(score, readings), PLACES[readings["limit-comparison"]])
    changed = {name: value for name, value in readings.items() if value != DEFAULTS[name]}
    return line | ({"readings": changed} if changed else {})


class Generator:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def attendance(self):
        """Who rated on which occasion, none of them twice on one."""
        pick = self.random
        who = [(assessor, occasion) for assessor in ("", "A", "B", "C") for occasion in ("", "am", "pm", "next day")
               if pick.random() < 0.35]
        who += [("", "")] * pick.randrange(2)
        return who or [("A", "am")]

    def alphas(self, around):
        """Of a mean near `around` or exactly that: what one item of 5 points gains, another loses."""
        alphas = dict.fromkeys(SERVICE, around)
        for up, down in (("2.1", "2.2"), ("3.1", "5.3"), ("4.2", "6.1")):
            shift = Fraction(int(min(around, 1 - around) * 10**13 * self.random.randrange(100)), 10**15)
            alphas[up] += shift
            alphas[down] -= shift
        return alphas

    def record(self):
        pick = self.random
        limit = Fraction(pick.choice([600, 795, 800, 845, 895, 900, 900, 945, 949, 950]), 1000)
        nudge = pick.choice([0, 0, Fraction(1, 10**18), -Fraction(1, 10**18), Fraction(4, 10**4), -Fraction(5, 10**4),
                             -Fraction(5, 10**5), Fraction(pick.randrange(-20, 21), 1000)])
        spread = pick.choice([0, 0, Fraction(2, 100), Fraction(5, 100)])
        ratings = [{"assessor": assessor, "occasion": occasion,
                    "alpha": self.alphas(min(limit + nudge + spread * pick.choice([-1, 0, 1]), Fraction(1)))}
                   for assessor, occasion in self.attendance()]
        usual = pick.randrange(1, 6)
        levels = {item: usual if pick.random() < 0.7 else pick.randrange(1, 6) for item in MANAGEMENT}
        record = {"ratings": ratings, "levels": levels,
                  "conformity": pick.choice([None, "conforming", "conforming", "conforming", "nonconforming"])}
        return record | {"scores": service_scores(record), "text": written(record), "grades": {}}


def written(record):
    ratings = [{key: rating[key] for key in ("assessor", "occasion") if rating[key]} | {
        "alpha": {item: f"@{decimal(alpha, 20)}@" for item, alpha in rating["alpha"].items()}}
        for rating in record["ratings"]]
    management = {"levels": record["levels"]} | ({"conformity": record["conformity"]} if record["conformity"] else {})
    text = json.dumps({"scheme": "CTS TBSC94-2026", "edition": "B/0", "service": {"ratings": ratings},
                       "management": management})
    return text.replace('"@', "").replace('@"', "") + "\n"


class Rationals(unittest.TestCase):
    def test_generated_assessments(self):
        generator = Generator(SEED)
        records = [generator.record() for _ in range(COUNT)]
        sets = [DEFAULTS] + [{**DEFAULTS, name: value} for name, values in VALUES.items() for value in values[1:]]
        every = [dict(zip(VALUES, values)) for values in itertools.product(*VALUES.values())]
        sets += generator.random.sample(every, 6)
        share = -(-COUNT // len(sets)) if COUNT > 5000 else COUNT  # many records are shared out among the readings
        graded, depending = 0, set()
        for place, readings in enumerate(sets):
            part = records[place * share:(place + 1) * share] if share < COUNT else records
            options = [arg for name, value in readings.items() for arg in ("--reading", f"{name}={value}")]
            done = subprocess.run([PROGRAM, "grade", "-q", "--format", "ndjson", "--lines", *options, "-"],
                                  input="".join(record["text"] for record in part), capture_output=True, encoding="utf-8")
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            lines = done.stdout.splitlines()
            self.assertEqual(len(lines), len(part))
            for number, (record, line) in enumerate(zip(part, lines), 1):
                found = json.loads(line, parse_float=str, parse_int=str)
                found.pop("remarks", None)  # on an α of so many digits that it may be a double
                wanted = expected(record, readings, number)
                self.assertEqual(found, wanted, (readings, record["text"]))
                graded += 1
                depending.update(found["depends_on"])
        self.assertGreaterEqual(graded, min(COUNT, share * len(sets)))
        self.assertEqual(depending, set(VALUES))

    def test_which_value_gives_which_grade(self):
        """The whole derivation lists every other value and what it gives."""
        generator = Generator(SEED + 1)
        for _ in range(20):
            record = generator.record()
            done = subprocess.run([PROGRAM, "grade", "--format", "json", "-"], input=record["text"],
                                  capture_output=True, encoding="utf-8")
            given = json.loads(done.stdout)
            level = given["management"]["level"]
            wanted = []
            for name, values in VALUES.items():
                for other in ({**DEFAULTS, name: value} for value in values[1:]):
                    score = record["scores"][other["mean-over"]]
                    wanted.append({"reading": name, "value": other[name], "score_exact": exact(score),
                                   "grade": verdict(record, score, level, other)})
            self.assertEqual(given["verdict"]["other_values"], wanted)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
