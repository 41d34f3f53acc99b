"""Makes schemes of other shapes at random, and holds the program to rational arithmetic on them.

What is expected is worked out here from the scheme's data, with Python's fractions: other items and points,
limits in tenths and hundredths, other grades, bands and levels, no maturity part.

usage: other_schemes_test.py PROGRAM SOURCE_DIR
"""

import copy
import itertools
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import unittest
from decimal import Decimal
from fractions import Fraction

PROGRAM, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2])
READINGS = {  # each with its default and its other values
    "grade-conditions": ("score-and-level", "score-after-review"),
    "limit-comparison": ("full-value", "rounded-value", "rounded-to-1", "rounded-to-2"),
    "management-shortfall": ("lower-grade", "no-grade"),
    "mean-over": ("ratings", "assessors", "occasions"),
    "not-applicable": ("refuse", "exclude"),
    "row-grade": ("by-score", "by-order"),
    "shared-boundary": ("upper-row", "lower-row"),
}
# What only the embedded scheme has: its grades and clauses.
FOREIGN = ["AAA", r"Appendix \d", r"附录 ?\d", r"\b5\.[12]\.[12]\b", r"(条款|[Cc]lause|按) ?[45]\.\d", r"\[5\.3\]"]
FOREIGN += ["[牌星级] 级"]  # a name that says itself what it is stays as it is
MATURITY = ["management (total|level)", "管理(成熟度总分|要求等级)", "管理成熟度(?!\")"]
DEFAULTS = {name: values[0] for name, values in READINGS.items()}
RANDOM_SCHEMES = 20
RECORDS = 25  # of each scheme
NAMES = [["铜牌", "银牌", "金牌", "白金级", "五星", "五星级"], ["Level C", "Level B", "Level A", "A+", "A++", "\"*\""],
         ["T1", "T2", "T3", "T4", "T5", "T6"]]


def run(*args, stdin=""):
    return subprocess.run([PROGRAM, *map(str, args)], input=stdin, capture_output=True, encoding="utf-8")


class Number(str):
    """Digits that stand in the JSON as they are."""


def to_json(value):
    marked = lambda v: (f"\0{v}\0" if isinstance(v, Number) else {k: marked(e) for k, e in v.items()}
                        if isinstance(v, dict) else [marked(e) for e in v] if isinstance(v, list) else v)
    return re.sub(r'"\\u0000(.*?)\\u0000"', r"\1", json.dumps(marked(value), ensure_ascii=False))


def read_json(text):
    return json.loads(text, parse_float=Number, parse_int=Number)


# Schemes


def both(text):
    return {"zh": "某" + text, "en": "some " + text}


def group_items(draw, items, with_points):
    groups = []
    rest = list(items)
    while rest:
        count = draw.randint(1, max(1, min(len(rest), 9)))
        group = {"id": f"G{len(groups) + 1}", "name": both("group"), "items": rest[:count]}
        if with_points:
            group["points_due"] = Number(sum(Decimal(each["points_due"]) for each in group["items"]))
        groups.append(group)
        rest = rest[count:]
    return groups


def some_points(draw):
    return Number(draw.choice([Decimal(draw.randint(1, 20)), Decimal(draw.randint(1, 400)) / 10, Decimal("2.5"),
                               Decimal(draw.randint(1, 99999)) / 10000]))


def some_items(draw, count, management):
    style = draw.choice(["{a}.{b}", "{a}-{b}", "一.{n}", "item {n}", "{n}", "Ü/{n}~", "\"{n}\""])
    for n in range(1, count + 1):
        item = {"id": style.format(a=chr(64 + (n + 8) // 9), b=(n - 1) % 9 + 1, n=n), "name": both("item"),
                "points_due": some_points(draw), "criterion": both("criterion")}
        yield {**item, "reference": f"R {n}"} if management else item


def some_bands(draw, least, most, levels):
    """Bands of the total that cover it, the first and the last often wider."""
    cuts = sorted({Decimal(draw.randint(int(least * 10), int(most * 10))) / 10 for _ in range(levels - 1)})
    begin = (least * draw.choice([1, 1, Decimal("0.5")])).quantize(Decimal("0.0001"), "ROUND_FLOOR")
    ends = [begin] + [c for c in cuts if least < c < most]
    ends.append(most + draw.choice([0, 0, 7]))
    numbers = sorted(draw.sample(range(1, 6), len(ends) - 1))
    bands = [{"level": n, "from": Number(a), "below": Number(b)} for n, a, b in zip(numbers, ends, ends[1:])]
    bands[-1]["to"] = bands[-1].pop("below")
    return bands


def some_maturity(draw):
    items = list(some_items(draw, draw.choice([1, 3, 12, 40]), True))
    most = sum(Decimal(each["points_due"]) for each in items)
    levels = [{"level": n, "name": {"zh": f"第{n}档", "en": f"stage {n}"}, "description": both("level")}
              for n in range(1, 6)]
    stated = draw.choice([{}, {"requirements_clause": "Annex R", "qms_audit_clause": "7.7"}])
    return {"clause": "Annex M", **stated, "levels": {"clause": "Annex L", "descriptions": levels},
            "chapters": group_items(draw, items, False),
            "bands": some_bands(draw, most / 5, most, draw.randint(1, 5))}


def some_grades(draw, decimals, grades, has_maturity):
    """Grades and rows that ascend. Many rows begin where a grade does; ends share a limit or leave a gap."""
    unit = Decimal(1).scaleb(-decimals)
    high = 100 * 10**decimals
    limits = sorted(draw.sample(range(high // 2, high + 1), grades))
    begins = {draw.randint(0, limits[0])}
    count = draw.choice([1, grades, grades, grades, grades + 2])
    while len(begins) < count:
        begins.add(draw.choice([draw.choice(limits), draw.randint(min(begins), high)]))
    names = draw.choice(NAMES)[:grades]

    def ranges(starts):
        for begin, after in itertools.zip_longest(starts, starts[1:]):
            entry = {"from": Number(begin * unit)}
            gap = draw.choice([0, 0, 1])
            if after is None:
                entry.update(draw.choice([{}, {"to": Number(100)}] if begin < high else [{}]))
            elif draw.random() < 0.9:
                entry["to"] = Number((after - gap) * unit)
            yield entry

    rows = [{**each, "level": Number(draw.randint(1, 5))} if has_maturity else each for each in ranges(sorted(begins))]
    return {"clause": "Table 9", "decimals": decimals, "rows": rows,
            "grades": [{"grade": name, **each} for name, each in zip(names, ranges(limits))]}


def some_likert(draw):
    cuts = sorted(draw.sample(range(1, 100), draw.randint(0, 6)))
    ends = [Decimal(0)] + [Decimal(c) / 100 for c in cuts] + [Decimal(1)]
    return [{"name": both(f"band {n}"), "from" if n == 0 else "above": Number(a), "to": Number(b)}
            for n, (a, b) in enumerate(zip(ends, ends[1:]))]


def some_scheme(draw, name, items=None, decimals=None, grades=None, maturity=None):
    decimals = draw.randint(0, 2) if decimals is None else decimals
    has_maturity = draw.random() < 0.7 if maturity is None else maturity
    service = list(some_items(draw, items or draw.choice([1, 2, 7, 20, 60]), False))
    scheme = {"scheme": name, "edition": draw.choice(["1", "C/0", "二〇二七版"]), "title": both("title"),
              "issuer": both("issuer"), "published": "2026-12-01", "effective": "2027-01-01",
              "likert": {"clause": "6.1", "bands": some_likert(draw)},
              "service": {"clause": "Annex S", "points_due": Number(sum(Decimal(i["points_due"]) for i in service)),
                          "characteristics": group_items(draw, service, True)},
              "grades": some_grades(draw, decimals, grades or draw.randint(1, 6), has_maturity)}
    if draw.random() < 0.5:  # what a scheme need not state
        scheme["service"]["mean_clause"] = "6.2"
    return {**scheme, "maturity": some_maturity(draw)} if has_maturity else scheme


def all_schemes(draw):
    """The three shapes, the ends of what is allowed, and any."""
    yield some_scheme(draw, "权重 · other weights", items=33, decimals=0, grades=3, maturity=True)
    yield some_scheme(draw, "Tenths", decimals=1, grades=4, maturity=True)
    yield some_scheme(draw, "仅有得分", decimals=0, grades=3, maturity=False)
    yield some_scheme(draw, "One item", items=1, decimals=2, grades=1, maturity=False)
    yield some_scheme(draw, "Many items", items=200, decimals=1, grades=6, maturity=True)
    for n in range(RANDOM_SCHEMES):
        yield some_scheme(draw, f"Scheme {n}")


def items_of(groups):
    return {item["id"]: Fraction(item["points_due"]) for group in groups for item in group["items"]}


# The rules


class Rules:
    """A scheme as rational numbers."""

    def __init__(self, scheme):
        self.scheme = scheme
        self.service = items_of(scheme["service"]["characteristics"])
        maturity = scheme.get("maturity")
        self.management = items_of(maturity["chapters"]) if maturity else {}
        self.bands = [(Fraction(b["from"]), int(b["level"])) for b in maturity["bands"]] if maturity else []
        table = scheme["grades"]
        self.decimals = int(table["decimals"])
        self.rows = [(Fraction(r["from"]), Fraction(r["to"]) if "to" in r else None,
                      int(r["level"]) if "level" in r else 0) for r in table["rows"]]
        self.grades = [(g["grade"], Fraction(g["from"])) for g in table["grades"]]
        self.known = {}
        self.limits = {row[0] for row in self.rows} | {limit for _, limit in self.grades}

    def mean_alphas(self, record, mean_over):
        """The mean of each applicable item's α: over all ratings, or over the means of each assessor, each occasion."""
        ratings = record["service"]["ratings"]
        key = {"ratings": "assessor", "assessors": "assessor", "occasions": "occasion"}[mean_over]
        named = [each.get(key) or n for n, each in enumerate(ratings)]
        of_one = {who: Fraction(1, len(set(named)) * named.count(who)) for who in named}
        weights = [of_one[who] if mean_over != "ratings" else Fraction(1, len(ratings)) for who in named]
        return {i: sum(w * Fraction(each["alpha"][i]) for w, each in zip(weights, ratings)) for i in self.service
                if i not in record["service"].get("not_applicable", {})}

    def points(self, alphas, ids):
        """Points due, points and their percentage, of those of `ids` that apply."""
        due = sum((self.service[i] for i in ids if i in alphas), Fraction())
        points = sum((self.service[i] * alphas[i] for i in ids if i in alphas), Fraction())
        return due, points, 100 * points / due if due else None

    def grading(self, record):
        """What is worked out once a record: the score by each mean, total and level, and each grade that was asked for."""
        if id(record) not in self.known:  # kept with the record, whose id is then no other's
            scores = {each: self.points(self.mean_alphas(record, each), self.service)[2]
                      for each in READINGS["mean-over"]}
            self.known[id(record)] = record, scores, self.total(record), {}
        return self.known[id(record)][1:]

    def total(self, record):
        if not self.management:
            return None, None
        total = sum(self.management[i] * Fraction(level) / 5 for i, level in record["management"]["levels"].items())
        return total, [level for begin, level in self.bands if total >= begin][-1]

    def level_asked(self, grade, compared, readings):
        limit = self.grades[grade][1]
        if readings["grade-conditions"] == "score-after-review":
            return 0
        if readings["row-grade"] == "by-order" and len(self.rows) == len(self.grades):
            return self.rows[grade][2]
        row = max(n for n, each in enumerate(self.rows) if each[0] <= limit)
        if readings["shared-boundary"] == "lower-row" and compared == limit and row > 0 and self.rows[row - 1][1] == limit:
            row -= 1
        return self.rows[row][2]

    def compared(self, score, readings):
        if readings["limit-comparison"] == "full-value":
            return score
        places = {"rounded-value": self.decimals, "rounded-to-1": 1, "rounded-to-2": 2}[readings["limit-comparison"]]
        return Fraction(round(score * 10**places), 10**places)  # half to even

    def grade(self, score, level, review, readings):
        compared = self.compared(score, readings)
        within = [n for n, (_, limit) in enumerate(self.grades) if compared >= limit]
        holds = [n for n in within if level is None or level >= self.level_asked(n, compared, readings)]
        if review == "nonconforming" or not holds:
            return None
        if readings["management-shortfall"] == "no-grade" and holds[-1] != within[-1]:
            return None
        return self.grades[holds[-1]][0]

    def shown(self, score):
        shown = Fraction(round(score * 100), 100)
        differs = shown in self.limits and shown != score
        return shown, ("-" if score < shown else "+") if differs else None

    def result(self, record, readings):
        """What a line of NDJSON is to say."""
        scores, (total, level), grades = self.grading(record)
        score = scores[readings["mean-over"]]
        review = record.get("management", {}).get("conformity")

        def grade_under(values):
            choice = tuple(values[name] for name in READINGS if name != "not-applicable")
            if choice not in grades:
                grades[choice] = self.grade(scores[values["mean-over"]], level, review, values)
            return grades[choice]

        grade = grade_under(readings)
        depends_on = sorted({name for name, values in READINGS.items() for other in values
                             if name != "not-applicable" and grade_under({**readings, name: other}) != grade})
        shown, mark = self.shown(score)
        expected = {
            "id": record["id"], "scheme": self.scheme["scheme"], "edition": self.scheme["edition"],
            "service_score": decimals(shown, 2), "service_score_exact": exact(score), "management_total": total,
            "management_level": level, "grade": grade,
            "depends_on": depends_on,
            "assumed": sorted(["conformity"] * (review is None) + ["edition"] * ("edition" not in record))}
        if mark:
            expected["mark"] = mark
        if readings["limit-comparison"] != "full-value":
            expected["compared_score"] = self.compared(score, readings)
        return expected


def decimals(value, places):
    units = round(value * 10**places)
    whole, rest = divmod(units, 10**places)
    return f"{whole}.{rest:0{places}}"


def exact(value):
    """A terminating decimal, else a fraction in lowest terms."""
    rest, places = value.denominator, 0
    while rest % 10 == 0 or rest % 5 == 0 or rest % 2 == 0:
        rest //= 10 if rest % 10 == 0 else 5 if rest % 5 == 0 else 2
        places += 1
    if rest > 1:
        return f"{value.numerator}/{value.denominator}"
    return decimals(value, places) if places else str(value.numerator)


# Assessments


def written(draw, value):
    """A number of at most 18 decimal places, in one of the ways that JSON has for it."""
    text = format(value.normalize(), "f")
    style = draw.randrange(6)
    if style == 0 and "." in text:
        return Number(text + "0" * draw.randint(1, 25))
    if style == 1:
        return Number(f"{(value * 10 ** 20).to_integral_value()}e-20")
    if style == 2:
        return Number(f"{format(value.scaleb(3).normalize(), 'f')}E-3")
    return Number("-0" if text == "0" and style == 3 else text)


def some_alphas(draw, rules, ratings):
    """α of each rating: all about one value, of which many make the score a limit, or nearly so."""
    limit = Decimal(exact(draw.choice(sorted(rules.limits))))
    about = min(limit, Decimal(100)) / 100
    kind = draw.choice(["limit", "limit", "balanced", "close", "rounds there", "hundredths", "any"])
    alphas = [{i: about for i in rules.service} for _ in range(ratings)]
    if kind == "balanced" and len(rules.service) > 1:  # what one item has more, weighed by its points, the other has less
        one, other = draw.sample(sorted(rules.service), 2)
        for each in alphas:
            step = Decimal(draw.randint(1, 9)).scaleb(-9)
            each[one] += step * Decimal(exact(rules.service[other]))
            each[other] -= step * Decimal(exact(rules.service[one]))
    elif kind == "close":
        alphas[draw.randrange(ratings)][draw.choice(sorted(rules.service))] += draw.choice([-1, 1]) * Decimal("1e-18")
    elif kind == "rounds there":
        off = draw.choice([-1, 1]) * Decimal(draw.choice(["0.00004", "0.00005", "0.00006", "0.004", "0.005", "0.0006"]))
        alphas = [{i: about + off for i in rules.service} for _ in range(ratings)]
    elif kind in ("hundredths", "any"):
        places = 2 if kind == "hundredths" else 18
        spread = draw.choice([2, 5, 30])
        alphas = [{i: about + Decimal(draw.randint(-spread * 10 ** (places - 2), spread * 10 ** (places - 2))
                                      ).scaleb(-places) for i in rules.service} for _ in range(ratings)]
    return [{i: min(max(a, Decimal(0)), Decimal(1)) for i, a in each.items()} for each in alphas]


def some_record(draw, rules, number, excluding):
    scheme = rules.scheme
    ratings = draw.choice([1, 1, 2, 3, 4])
    alphas = some_alphas(draw, rules, ratings)
    record = {"scheme": scheme["scheme"], "edition": scheme["edition"], "id": f"{scheme['scheme']}#{number}", "service": {
        "ratings": [{"assessor": draw.choice(["甲", "乙"]), "occasion": str(n),
                     "alpha": {i: written(draw, a) for i, a in each.items()}} for n, each in enumerate(alphas)]}}
    if draw.random() < 0.2:
        del record["edition"]
    if excluding and draw.random() < 0.5:
        without = draw.sample(sorted(rules.service), draw.randrange(len(rules.service)))
        record["service"]["not_applicable"] = {i: "reason" for i in without}
        for rating in record["service"]["ratings"]:
            rating["alpha"] = {i: a for i, a in rating["alpha"].items() if i not in without}
    management = {"conformity": draw.choice(["conforming"] * 6 + ["nonconforming"]), "qms_audit": "full"}
    if draw.random() < 0.2:
        del management["conformity"]
    if rules.management:
        usual = draw.randint(1, 4)
        management["levels"] = {i: Number(usual + draw.randint(0, 1)) for i in rules.management}
    if rules.management or draw.random() < 0.8:
        record["management"] = management
    return record


def line_of(text):
    """A line of NDJSON without what is not compared; numbers by value, where they have no set number of places."""
    line = read_json(text)
    for name in ("management_total", "management_level", "compared_score"):
        if line.get(name) is not None:
            line[name] = Fraction(line[name])
    return {name: value for name, value in line.items() if name not in ("source", "organization", "readings", "remarks")}


class OtherSchemes(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.draw = random.Random(20270101)
        cls.temporary = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.temporary.name)
        cls.rules = [Rules(each) for each in all_schemes(cls.draw)]
        cls.files = []
        for n, rules in enumerate(cls.rules):
            cls.files.append(cls.folder / f"scheme-{n}.json")
            cls.files[-1].write_text(to_json(rules.scheme), "utf-8")
        cls.loaded = [argument for path in cls.files for argument in ("--scheme", path)]
        cls.records = cls.some_records(False)

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    @classmethod
    def some_records(cls, excluding):
        records = [(rules, some_record(cls.draw, rules, n, excluding)) for rules in cls.rules for n in range(RECORDS)]
        cls.draw.shuffle(records)
        return records

    @staticmethod
    def lines(records):
        return "".join(to_json(record) + "\n" for _, record in records)

    def assert_same(self, found, expected, *given):
        if found != expected:  # what was given is put into words only where that is needed
            self.assertEqual(found, expected, "\n".join(map(to_json, given)))

    def test_every_reading_gives_what_rational_arithmetic_gives(self):
        """All schemes loaded at once, their records mixed."""
        grades, marks, dependent = set(), set(), set()
        both = {"refuse": self.records, "exclude": self.some_records(True)}
        both = {value: (records, self.lines(records)) for value, records in both.items()}
        all_choices = list(itertools.product(*READINGS.values()))
        two = [choice for choice in all_choices if all(value in READINGS[name][:2] for name, value in zip(READINGS, choice))]
        others = [choice for choice in all_choices if choice not in two]
        for choice in two + random.Random(94).sample(others, 60):
            readings = dict(zip(READINGS, choice))
            records, text = both[readings["not-applicable"]]
            options = [f"--reading={name}={value}" for name, value in readings.items()]
            done = run("grade", "-q", "--format", "ndjson", *options, *self.loaded, "-", stdin=text)
            self.assertEqual(done.returncode, 0, done.stderr + done.stdout[:2000])
            lines = done.stdout.splitlines()
            self.assertEqual(len(lines), len(records))
            for line, (rules, record) in zip(lines, records):
                expected = rules.result(record, readings)
                self.assert_same(line_of(line), expected, rules.scheme, record)
                grades.add(expected["grade"])
                marks.add(expected.get("mark"))
                dependent.update(expected["depends_on"])
        self.assertEqual(marks, {None, "-", "+"})  # nothing was left untried
        self.assertEqual(dependent, set(READINGS) - {"not-applicable"})
        self.assertGreater(len(grades), 12)

    def test_what_a_scheme_states_is_how_its_records_are_read(self):
        path = self.folder / "stating.json"
        for rules in self.rules:
            names = self.draw.sample(list(READINGS), self.draw.randint(1, 4))
            stated = {name: self.draw.choice(READINGS[name]) for name in names}
            written = {name: {"value": value, "clause": "9.9"} for name, value in stated.items()}
            path.write_text(to_json({**rules.scheme, "readings": written}), "utf-8")
            readings = {**DEFAULTS, **stated}
            excluding = readings["not-applicable"] == "exclude"
            records = [(rules, some_record(self.draw, rules, n, excluding)) for n in range(20)]
            done = run("grade", "-q", "--format", "ndjson", "--lines", "--scheme", path, "-", stdin=self.lines(records))
            self.assertEqual(done.returncode, 0, done.stderr + done.stdout[:2000])
            for line, (_, record) in zip(done.stdout.splitlines(), records, strict=True):
                expected = rules.result(record, readings)
                expected["depends_on"] = [name for name in expected["depends_on"] if name not in stated]
                self.assert_same(line_of(line), expected, written, rules.scheme, record)

    def test_the_whole_derivation_is_that_of_rational_arithmetic(self):
        results = self.folder / "results.json"
        for begin in range(0, len(self.records), 50):
            records = self.records[begin:begin + 50]
            done = run("grade", "-q", "--format", "json", "--lines", *self.loaded, "-", stdin=self.lines(records))
            self.assertEqual(done.returncode, 0, done.stderr)
            self.compare_reports(read_json(done.stdout), records)
            results.write_text(done.stdout, "utf-8")  # an array of results, of whatever schemes, can be verified
            held = run("verify", "-q", "--require-recorded", *self.loaded, results)
            self.assertEqual(held.returncode, 0, held.stdout[:2000] + held.stderr)

    def compare_reports(self, reports, records):
        for report, (rules, record) in zip(reports, records, strict=True):
            scheme, expected = rules.scheme, rules.result(record, DEFAULTS)
            service, management, verdict = report["service"], report["management"], report["verdict"]
            self.assertEqual(service["score"], expected["service_score"])
            self.assertEqual(service["score_exact"], expected["service_score_exact"])
            self.assertEqual(service.get("mark"), expected.get("mark"))
            alphas = rules.mean_alphas(record, "ratings")
            ids = [[item["id"] for item in group["items"]] for group in scheme["service"]["characteristics"]]
            lines = service["characteristics"] + service["items"]
            for line, of in zip(lines, ids + [[i] for i in rules.service], strict=True):
                due, points, percentage = rules.points(alphas, of)
                self.assertEqual(Fraction(line["points_due"]), due)
                self.assertEqual((line["points_exact"], line["percentage_exact"]), (exact(points), exact(percentage)))
                self.assertEqual((line["points"], line["percentage"]), (decimals(points, 2), decimals(percentage, 2)))
            if rules.management:
                self.assertEqual(Fraction(management["total"]), expected["management_total"])
                self.assertEqual(int(management["level"]), expected["management_level"])
                for line, (i, due) in zip(management["items"], rules.management.items(), strict=True):
                    self.assertEqual(Fraction(line["points"]), due * Fraction(record["management"]["levels"][i]) / 5)
            else:
                self.assertIsNone(management["total"])
                self.assertIsNone(management["level"])
                self.assertNotIn("items", management)
            self.assertEqual(verdict["clause"], scheme["grades"]["clause"])
            self.assertEqual(verdict["grade"], expected["grade"])
            score = Fraction(report["service"]["score_exact"])
            for n, (each, (name, limit)) in enumerate(zip(verdict["requirements"], rules.grades, strict=True)):
                asked = rules.level_asked(n, score, DEFAULTS)
                self.assertEqual((each["grade"], Fraction(each["score_from"])), (name, limit))
                self.assertEqual(int(each["level_from"] or 0), asked)
                self.assertEqual(each["score_met"], score >= limit)
                self.assertEqual(each["level_met"], (expected["management_level"] or 5) >= asked)

    def test_recorded_results_hold_and_what_is_altered_is_found(self):
        lines, altered = [], []
        for n, (rules, record) in enumerate(self.records):
            expected = rules.result(record, DEFAULTS)
            recorded = {"service_score": Number(expected["service_score"]), "grade": expected["grade"]}
            if rules.management:
                recorded["management_level"] = Number(expected["management_level"])
            if n % 7 == 0:
                other = next((name for name, _ in rules.grades if name != expected["grade"]), None)
                altered.append((expected["grade"] or "none", other or "none"))
                recorded["grade"] = other
            lines.append(to_json({**record, "recorded": recorded}) + "\n")
        held = run("verify", "-q", "--format", "ndjson", *self.loaded, "-", stdin="".join(lines))
        self.assertEqual(held.returncode, 1, held.stderr)
        members = [[each["member"] for each in json.loads(line)["differs"]] for line in held.stdout.splitlines()]
        self.assertEqual(members, [["grade"] if n % 7 == 0 else [] for n in range(len(lines))])
        again = run("regrade", "-q", "--format", "json", *self.loaded, "-", stdin="".join(lines))
        self.assertEqual(again.returncode, 0, again.stderr)
        changes = [(each["change"]["to"] or "none", each["change"]["from"] or "none")
                   for each in json.loads(again.stdout)["changes"]]
        self.assertEqual(changes, altered)

    def test_every_format_and_command_takes_any_scheme(self):
        for rules, path in zip(self.rules, self.files):
            scheme = ["--scheme", path]
            records = [to_json(record) for of, record in self.records if of is rules]
            for lang, kind in itertools.product(("zh", "en"), ("text", "markdown", "csv", "html", "ndjson", "json")):
                keys = ["--keys"] if kind == "csv" else []  # the columns of a table are the same for every scheme
                for options in ([], ["--explain"]) if kind in ("text", "markdown") else (keys,):
                    for text in records[:1]:
                        done = run("grade", "--lang", lang, "--format", kind, *options, *scheme, "-", stdin=text)
                        self.assertEqual((done.returncode, done.stderr), (0, ""), (path, kind, lang, options))
                        self.assert_speaks_of(rules, done.stdout)
                if kind != "html":
                    many = run("grade", "--lang", lang, "--format", kind, *keys, *scheme, "-", stdin="\n".join(records))
                    self.assertEqual(many.returncode, 0)
                    self.assert_speaks_of(rules, many.stdout + many.stderr)
            for lang in ("zh", "en"):
                for command in (["scheme", "show", *scheme], ["scheme", "check", path], ["template", *scheme],
                                ["scheme", "show", "--format", "markdown", *scheme],
                                ["scheme", "show", "--format", "json", *scheme],
                                ["scheme", "show", *scheme, next(iter(rules.service))]):
                    done = run(*command, "--lang", lang)
                    self.assertEqual((done.returncode, done.stderr), (0, ""), (path, command))
                    self.assert_speaks_of(rules, done.stdout)
            self.assertEqual(run("scheme", "diff", path, path, "--exit-code").returncode, 0)
            self.assertEqual(run("scheme", "diff", path, "--exit-code").returncode, 1)

    def assert_speaks_of(self, rules, text):
        """Nothing of the embedded scheme, nor of a part that this scheme lacks."""
        for foreign in FOREIGN if rules.management else FOREIGN + MATURITY:
            found = re.search(foreign, text)
            self.assertIsNone(found, found and text[max(0, found.start() - 100):found.end() + 100])

    def test_a_template_filled_in_is_graded(self):
        for rules, path in zip(self.rules, self.files):
            blank = json.loads(run("template", "--scheme", path, "--lang", "zh").stdout)
            self.assertEqual(list(blank["service"]["ratings"][0]["alpha"]), list(rules.service))
            for number, rating in enumerate(blank["service"]["ratings"]):
                rating["assessor"] = f"A{number}"
                rating["alpha"] = dict.fromkeys(rules.service, 1)
            blank["date"] = "2027-03-14"
            blank["management"] |= {"conformity": "conforming", "qms_audit": "full"}
            self.assertEqual("levels" in blank["management"], bool(rules.management))
            if rules.management:
                self.assertEqual(list(blank["management"]["levels"]), list(rules.management))
                blank["management"]["levels"] = dict.fromkeys(rules.management, 5)
            done = run("grade", "-q", "--format", "ndjson", "--scheme", path, "-", stdin=json.dumps(blank))
            self.assertEqual(done.returncode, 0, done.stdout)
            self.assertEqual(json.loads(done.stdout)["service_score"], 100)

    def test_what_scheme_check_says_grade_confirms(self):
        for path in self.files:
            report = read_json(run("scheme", "check", "--format", "json", path).stdout)
            self.assertTrue(report["loadable"])
            for finding in report["findings"]:
                for example in finding["examples"]:
                    done = run("grade", "-q", "--format", "ndjson", "--scheme", path, "-",
                               stdin=to_json(example["assessment"]))
                    self.assertEqual(done.returncode, 0, done.stdout)
                    line = read_json(done.stdout)
                    self.assertEqual({name: line[name] for name in example["result"]}, example["result"], finding)

    def test_an_assessment_is_graded_by_the_edition_that_it_names(self):
        first = self.rules[0].scheme
        second = copy.deepcopy(first)
        second["edition"] = "next"
        for n, each in enumerate(second["grades"]["grades"]):
            each["grade"] = f"N{n}"
        path = self.folder / "next.json"
        path.write_text(to_json(second), "utf-8")
        loaded = ["--scheme", self.files[0], "--scheme", path]
        record = next(r for rules, r in self.records if rules is self.rules[0] and "management" in r)
        by_edition = {}
        for rules in (self.rules[0], Rules(second)):
            named = {**record, "edition": rules.scheme["edition"]}
            named["service"] = {"ratings": [{"alpha": dict.fromkeys(rules.service, Number(1))}]}
            named["management"] = {"conformity": "conforming", "levels": dict.fromkeys(rules.management, Number(5))}
            line = run("grade", "-q", "--format", "ndjson", *loaded, "-", stdin=to_json(named)).stdout
            by_edition[rules.scheme["edition"]] = json.loads(line)["grade"]
            self.assertEqual(json.loads(line)["edition"], rules.scheme["edition"])
        self.assertEqual(len(set(by_edition.values())), 2)
        unnamed = {name: value for name, value in named.items() if name != "edition"}
        for document, code, where in ((unnamed, "missing-key", "/edition"),
                                      ({**named, "edition": "other"}, "edition-unknown", "/edition"),
                                      ({**named, "scheme": "other"}, "scheme-unknown", "/scheme")):
            done = run("grade", "-q", "--format", "ndjson", *loaded, "-", stdin=to_json(document))
            self.assertEqual(done.returncode, 3)
            self.assertEqual([(e["code"], e["where"]) for e in json.loads(done.stdout)["errors"]], [(code, where)])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1] + sys.argv[3:])
