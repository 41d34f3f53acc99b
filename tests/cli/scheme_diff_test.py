"""Changes schemes at random, and holds `scheme diff` to it: every change is named, and nothing else.

usage: scheme_diff_test.py PROGRAM SOURCE_DIR
"""

import copy
import json
import pathlib
import random
import subprocess
import sys
import tempfile
import unittest

PROGRAM, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2])
SCHEME = json.loads((SOURCE / "data" / "schemes" / "cts-tbsc94-2026.json").read_text("utf-8"))
RUNS = 300


def run(*args, stdin=""):
    return subprocess.run([PROGRAM, "scheme", "diff", *map(str, args)], input=stdin, capture_output=True, encoding="utf-8")


def at(document, pointer):
    for key in pointer.split("/")[1:]:
        document = document[int(key) if isinstance(document, list) else key]
    return document


def put(document, pointer, value):
    above, key = pointer.rsplit("/", 1)
    at(document, above)[key] = value


class Revision:
    """A scheme changed at places of its own, and what is to be said of it: (code, pointer in A, in B, old, new)."""

    def __init__(self, draw):
        self.draw = draw
        self.scheme = copy.deepcopy(SCHEME)
        self.expected = []
        for change in (self.texts, self.service, self.chapters, self.bands, self.likert, self.rows, self.grades):
            if draw.random() < 0.5:
                change()

    def say(self, code, a, b, old, new):
        self.expected.append((code, a, b, json.dumps(old, sort_keys=True), json.dumps(new, sort_keys=True)))

    def set(self, code, pointer, value):
        old = at(SCHEME, pointer)
        if old != value:
            put(self.scheme, pointer, value)
            self.say(code, pointer, pointer, old, value)

    def texts(self):
        places = [("scheme", "/scheme"), ("edition", "/edition"), ("clause", "/likert/clause"),
                  ("clause", "/service/clause"), ("clause", "/maturity/clause"), ("clause", "/maturity/levels/clause"),
                  ("clause", "/grades/clause"), ("mean-clause", "/service/mean_clause"),
                  ("requirements-clause", "/maturity/requirements_clause"),
                  ("qms-audit-clause", "/maturity/qms_audit_clause")]
        for language in ("zh", "en"):
            places += [("title", f"/title/{language}"), ("issuer", f"/issuer/{language}")]
            places += [("name", f"/likert/bands/{i}/name/{language}") for i in range(2)]
            places += [(word, f"/maturity/levels/descriptions/{i}/{word}/{language}")
                       for i in range(5) for word in ("name", "description")]
            places += [("name", f"/service/characteristics/{i}/name/{language}") for i in range(7)]
            places += [("name", f"/maturity/chapters/{i}/name/{language}") for i in range(7)]
            places += [(word, f"/clauses/{i}/{word}/{language}") for i in (0, 44) for word in ("title", "summary")]
            for word in ("name", "criterion"):  # of items that stay where they are
                places += [(word, f"/service/characteristics/{g}/items/0/{word}/{language}") for g in (0, 6)]
                places += [(word, f"/maturity/chapters/{g}/items/0/{word}/{language}") for g in (0, 5)]
        for code, pointer in self.draw.sample(places, self.draw.randint(0, 12)):
            self.set(code, pointer, self.draw.choice(["", "另一说法 ", "x \"y\" "]) + str(self.draw.random()))
        for word in self.draw.sample(["published", "effective"], self.draw.randint(0, 2)):
            self.set(word, "/" + word, f"2027-0{self.draw.randint(1, 9)}-28")

    # Appendix 1: points, and one item of characteristics 2 to 6 that goes, comes, moves or changes places
    def service(self):
        groups = self.scheme["service"]["characteristics"]
        whole = "/service/characteristics"
        if self.draw.random() < 0.5:
            value = self.draw.choice([1, 6, 7.25, 0.0001, 12])
            self.set("points-due", f"{whole}/0/items/1/points_due", value)
        kind = self.draw.choice(["none", "remove", "add", "move", "reorder", "rename", "groups"])
        g = self.draw.randint(1, 5)
        i = self.draw.randrange(3)
        items = groups[g]["items"]
        if kind == "remove":
            self.say("removed", f"{whole}/{g}/items/{i}", None, items.pop(i), None)
        elif kind == "add":
            new = {"id": "9.9", "name": {"zh": "新", "en": "new"}, "points_due": 2.5, "criterion": {"zh": "甲", "en": "b"}}
            items.insert(i, new)
            self.say("added", None, f"{whole}/{g}/items/{i}", None, new)
        elif kind == "rename":
            old, items[i] = items[i], {**items[i], "id": "9.8"}
            self.say("removed", f"{whole}/{g}/items/{i}", None, old, None)
            self.say("added", None, f"{whole}/{g}/items/{i}", None, items[i])
        elif kind == "move":
            to = self.draw.choice([n for n in range(1, 6) if n != g])
            place = self.draw.randint(0, 3)
            groups[to]["items"].insert(place, items.pop(i))
            self.say("moved", f"{whole}/{g}/items/{i}", f"{whole}/{to}/items/{place}", str(g + 1), str(to + 1))
        elif kind == "reorder":
            old = [each["id"] for each in items]
            items.append(items.pop(self.draw.randrange(2)))
            self.say("reordered", f"{whole}/{g}/items", f"{whole}/{g}/items", old, [each["id"] for each in items])
        for n, group in enumerate(groups):
            total = round(sum(each["points_due"] for each in group["items"]), 4)
            self.set("points-due", f"{whole}/{n}/points_due", total)
        self.set("points-due", "/service/points_due", round(sum(each["points_due"] for each in groups), 4))

    def chapters(self):
        whole = "/maturity/chapters"
        if self.draw.random() < 0.5:
            self.set("points-due", f"{whole}/3/items/0/points_due", self.draw.choice([4, 9, 9.5]))
        if self.draw.random() < 0.5:
            self.set("reference", f"{whole}/4/items/1/reference", self.draw.choice(["5.2", "5.3", "A"]))
        if self.draw.random() < 0.5:
            removed = self.scheme["maturity"]["chapters"].pop()
            self.expected = [each for each in self.expected if not (each[1] or "").startswith(f"{whole}/6/")]
            self.say("removed", f"{whole}/6", None, {key: at(SCHEME, f"{whole}/6")[key] for key in ("id", "name")}, None)
            for i in range(len(removed["items"])):
                self.say("removed", f"{whole}/6/items/{i}", None, at(SCHEME, f"{whole}/6/items/{i}"), None)

    def bands(self):
        bands = self.scheme["maturity"]["bands"]
        begin = self.draw.choice([20, 0, 18.5])
        self.set("from", "/maturity/bands/0/from", begin)
        limit = self.draw.choice([70, 71, 69.5])
        self.set("end", "/maturity/bands/1/below", limit)
        self.set("from", "/maturity/bands/2/from", limit)
        end = self.draw.choice([("to", 145), ("to", 150), ("below", 150), ("below", 146)])
        if end != ("to", 145):
            bands[4] = {"level": 5, "from": 105, end[0]: end[1]}
            self.say("end", "/maturity/bands/4/to", f"/maturity/bands/4/{end[0]}", 145, end[1])

    def likert(self):
        bands = self.scheme["likert"]["bands"]
        if self.draw.random() < 0.5:
            limit = self.draw.choice([0.7, 0.65, 0.79])
            self.set("to", "/likert/bands/3/to", limit)
            self.set("from", "/likert/bands/4/above", limit)
        else:
            new = {"name": {"zh": "新段", "en": "new band"}, "above": 0.9, "to": 1}
            bands[4]["to"] = 0.9
            bands.append(new)
            self.say("to", "/likert/bands/4/to", "/likert/bands/4/to", 1, 0.9)
            self.say("added", None, "/likert/bands/5", None, new)

    def rows(self):
        rows = self.scheme["grades"]["rows"]
        self.set("to", "/grades/rows/0/to", self.draw.choice([79, 78, 77]))
        self.set("level", "/grades/rows/1/level", self.draw.choice([3, 1, 5]))
        if self.draw.random() < 0.5:
            rows[1].pop("to")
            self.say("to", "/grades/rows/1/to", None, 90, None)
        if self.draw.random() < 0.5:
            rows[2]["to"] = 99
            self.say("to", None, "/grades/rows/2/to", None, 99)

    def grades(self):
        grades = self.scheme["grades"]["grades"]
        self.set("from", "/grades/grades/1/from", self.draw.choice([90, 88, 91]))
        self.set("to", "/grades/grades/0/to", self.draw.choice([89, 87]))
        self.set("decimals", "/grades/decimals", self.draw.choice([0, 1, 2]))
        kind = self.draw.choice(["none", "remove", "add", "rename"])
        if kind == "remove":
            self.say("removed", "/grades/grades/2", None, grades.pop(), None)
        elif kind == "add":
            grades.append({"grade": "AAAAAA", "from": 98})
            self.say("added", None, "/grades/grades/3", None, grades[-1])
        elif kind == "rename":
            self.say("removed", "/grades/grades/2", None, dict(grades[2]), None)
            grades[2]["grade"] = "5A"
            self.say("added", None, "/grades/grades/2", None, grades[2])


def named(report):
    return sorted((d["code"], d["where"]["a"] or "", d["where"]["b"] or "", json.dumps(d["old"], sort_keys=True),
                   json.dumps(d["new"], sort_keys=True)) for d in report["differences"])


def reverse(expected):
    turned = {"added": "removed", "removed": "added"}
    return [(turned.get(code, code), b, a, new, old) for code, a, b, old, new in expected]


class SchemeDiff(unittest.TestCase):
    def compare(self, a, b):
        report = run("--format", "json", a, b)
        self.assertEqual(report.returncode, 0, report.stderr)
        return json.loads(report.stdout)

    def test_random_revisions_both_ways(self):
        draw = random.Random(20270101)
        sizes = []
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "revision"
            for number in range(RUNS):
                revision = Revision(draw)
                path.write_text(json.dumps(revision.scheme, ensure_ascii=False), "utf-8")
                expected = sorted(tuple(x or "" for x in each) for each in revision.expected)
                with self.subTest(run=number):
                    there = self.compare("B/0", path)
                    self.assertEqual(named(there), expected)
                    back = self.compare(path, "B/0")
                    self.assertEqual(named(back), sorted(reverse(expected)))
                    for each in there["differences"]:
                        self.assertTrue(each["clause"] or each["part"] == "scheme")
                    sizes.append(len(expected))
        self.assertIn(0, sizes)
        self.assertGreater(max(sizes), 15)

    def test_every_difference_is_a_line_in_both_languages(self):
        draw = random.Random(5)
        for _ in range(10):
            revision = json.dumps(Revision(draw).scheme)
            report = json.loads(run("--format", "json", "-", stdin=revision).stdout)
            for language in ("zh", "en"):
                markdown = run("--format", "markdown", "--lang", language, "-", stdin=revision).stdout
                lines = [each for each in markdown.splitlines() if each.startswith("- ")]
                self.assertEqual(len(lines), 2 + len(report["differences"]))

    def test_a_scheme_without_a_maturity_part(self):
        other = copy.deepcopy(SCHEME)
        del other["maturity"]
        for row in other["grades"]["rows"]:
            del row["level"]
        report = json.loads(run("--format", "json", "-", stdin=json.dumps(other)).stdout)
        self.assertEqual([d["code"] for d in report["differences"]], ["removed", "level", "level", "level"])
        self.assertEqual(report["differences"][0]["old"], SCHEME["maturity"])
        for language in ("zh", "en"):
            self.assertEqual(run("--lang", language, "-", stdin=json.dumps(other)).returncode, 0)

    def test_impact_is_what_two_gradings_give(self):
        """Each record graded by A and by B: the moves and the matrix are those of two gradings, each by itself."""
        draw = random.Random(53)
        samples = sorted((SOURCE / "data" / "samples").glob("*.json"))
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            for number in range(12):
                revised = copy.deepcopy(SCHEME)
                revised["edition"] = "C/0"
                for grade, least in zip(revised["grades"]["grades"], (70, 84, 92)):
                    grade["from"] = least + draw.randrange(6)
                    grade.pop("to", None)
                if number % 3 == 0:  # an item that the assessments do not rate: B refuses them all
                    revised["service"]["characteristics"][6]["items"][0]["id"] = "7.9"
                scheme = folder / "revised.json"
                scheme.write_text(json.dumps(revised), "utf-8")
                grades = {}
                for edition in ("B/0", "C/0"):
                    lines = []
                    for path in samples:
                        lines.append(json.dumps({**json.loads(path.read_text("utf-8")), "edition": edition}))
                    archive = folder / "archive.ndjson"
                    archive.write_text("\n".join(lines + ['{"scheme": "CTS TBSC94-2026"']) + "\n", "utf-8")
                    graded = subprocess.run([PROGRAM, "grade", "-q", "--scheme", scheme, "--format", "ndjson", archive],
                                            capture_output=True, encoding="utf-8").stdout
                    grades[edition] = ["refused" if "errors" in each else each["grade"] or "none"
                                       for each in map(json.loads, graded.splitlines())]
                pairs = list(zip(grades["B/0"], grades["C/0"]))
                self.assertEqual(len(pairs), len(samples) + 1)
                for jobs in (1, 3):
                    done = run("B/0", scheme, "--format", "json", "-q", "-j", jobs, "--impact", archive)
                    self.assertEqual(done.returncode, 3)
                    impact = json.loads(done.stdout)["impact"]
                    moves = [(f"{archive}:{line}", *pair) for line, pair in enumerate(pairs, 1) if pair[0] != pair[1]]
                    self.assertEqual([(each["source"], each["from"], each["to"]) for each in impact["changes"]], moves)
                    self.assertEqual(impact["changed"], len(moves))
                    self.assertEqual(impact["read"], len(pairs))
                    self.assertEqual(impact["graded"] + impact["refused"], impact["read"])
                    matrix = {(a, b): count for a, row in impact["matrix"].items() for b, count in row.items() if count}
                    self.assertEqual(matrix, {pair: pairs.count(pair) for pair in pairs})
                text = run("--lang", "en", scheme, "--impact", archive).stdout
                self.assertEqual(sum(str(archive) in line for line in text.splitlines()), len(moves))
                markdown = run("--lang", "zh", "--format", "markdown", scheme, "--impact", archive).stdout
                self.assertEqual(sum(f"`{archive}:" in line for line in markdown.splitlines()), len(moves))
                back = json.loads(run(scheme, "B/0", "--format", "json", "-q", "--impact", archive).stdout)["impact"]
                self.assertEqual([(each["to"], each["from"]) for each in back["changes"]], [each[1:] for each in moves])

    def test_exit_codes(self):
        same = json.dumps(SCHEME)
        other = json.dumps({**SCHEME, "edition": "C/0"})
        self.assertEqual(run("--exit-code", "-", stdin=same).returncode, 0)
        self.assertEqual(run("-", stdin=other).returncode, 0)
        self.assertEqual(run("--exit-code", "-", stdin=other).returncode, 1)
        self.assertEqual(run("--exit-code", "CTS TBSC94-2026", "CTS TBSC94-2026 B/0").returncode, 0)
        broken = run("-", stdin=json.dumps({**SCHEME, "edition": 1}))
        self.assertEqual((broken.returncode, broken.stdout), (3, ""))
        self.assertIn("[wrong-type]", broken.stderr)
        self.assertEqual(run("there is none").returncode, 4)
        self.assertEqual(run().returncode, 2)
        self.assertEqual(run("a", "b", "c").returncode, 2)
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "scheme"
            path.write_text(other, "utf-8")
            self.assertEqual(run("--scheme", path, "CTS TBSC94-2026").returncode, 2)  # of two editions
            self.assertEqual(run("--scheme", path, "--exit-code", "B/0", "C/0").returncode, 1)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
