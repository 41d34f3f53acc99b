"""Breaks the embedded scheme in many ways: each is refused or remarked on, at its place and with its clause.

Each way stands in a table: what is done to the scheme, and what `scheme check` is to say of it. `grade` confirms
the examples of every remark.

usage: broken_schemes_test.py PROGRAM SOURCE_DIR
"""

import copy
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

PROGRAM, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2])
SCHEME = json.loads((SOURCE / "data" / "schemes" / "cts-tbsc94-2026.json").read_text("utf-8"))
REMOVED = object()


def at(document, pointer):
    for key in pointer.split("/")[1:]:
        document = document[int(key) if isinstance(document, list) else key]
    return document


def change(scheme, pointer, value):
    above, key = pointer.rsplit("/", 1)
    above = at(scheme, above)
    key = int(key) if isinstance(above, list) else key
    if value is REMOVED:
        del above[key]
    elif isinstance(above, list) and key == len(above):
        above.append(value)
    else:
        above[key] = value


def broken(*changes):
    scheme = copy.deepcopy(SCHEME)
    scheme["edition"] = "C/0"
    for pointer, value in changes:
        change(scheme, pointer, value)
    return scheme


ITEM = at(SCHEME, "/service/characteristics/0/items/0")
ROWS, GRADES, BANDS = "/grades/rows", "/grades/grades", "/maturity/bands"

ERRORS = [  # (what is changed, code, place, clause)
    # 5.1.1: the bands of α
    ([("/likert/bands/4/to", 0.9)], "inconsistent-scheme", "/likert/bands", "5.1.1"),
    ([("/likert/bands/0/from", 0.1)], "inconsistent-scheme", "/likert/bands/0", "5.1.1"),
    ([("/likert/bands/2/to", 0.4)], "inconsistent-scheme", "/likert/bands/2", "5.1.1"),
    ([("/likert/bands/3/above", 0.7)], "inconsistent-scheme", "/likert/bands/3", "5.1.1"),
    ([("/likert/bands/1/above", REMOVED)], "missing-key", "/likert/bands/1/above", "5.1.1"),
    ([("/likert/bands/1/to", 0.40001)], "unknown-value", "/likert/bands/1/to", "5.1.1"),
    # Appendix 1: the service items
    ([("/service/characteristics/6/items/0/points_due", 9)], "inconsistent-scheme",
     "/service/characteristics/6/points_due", "Appendix 1"),
    ([("/service/characteristics/0/items/3", {**ITEM, "points_due": 0})], "inconsistent-scheme",
     "/service/characteristics/0/items/3/id", "Appendix 1"),
    ([("/service/characteristics/2/items/0/points_due", 0)], "inconsistent-scheme",
     "/service/characteristics/2/items/0/points_due", "Appendix 1"),
    ([("/service/characteristics/2/items/0/points_due", -5)], "unknown-value",
     "/service/characteristics/2/items/0/points_due", "Appendix 1"),
    ([("/service/characteristics/2/items/0/points_due", 1e7)], "unknown-value",
     "/service/characteristics/2/items/0/points_due", "Appendix 1"),
    ([("/service/characteristics/1/points_due", REMOVED)], "missing-key", "/service/characteristics/1/points_due",
     "Appendix 1"),
    ([("/service/characteristics/1/items", [])], "inconsistent-scheme", "/service/characteristics/1/items",
     "Appendix 1"),
    # Appendix 2: the levels
    ([("/maturity/levels/descriptions/4", REMOVED)], "inconsistent-scheme", "/maturity/levels/descriptions",
     "Appendix 2"),
    ([("/maturity/levels/descriptions/1/level", 3)], "inconsistent-scheme", "/maturity/levels/descriptions/1",
     "Appendix 2"),
    ([("/maturity/levels/descriptions/1/level", 0)], "level-out-of-range", "/maturity/levels/descriptions/1/level",
     "Appendix 2"),
    # Appendix 3: the management items, and the bands of their total
    ([("/maturity/chapters/1/items/0/id", "1.1")], "inconsistent-scheme", "/maturity/chapters/1/items/0/id",
     "Appendix 3"),
    ([("/maturity/chapters/1/items/0/reference", REMOVED)], "missing-key", "/maturity/chapters/1/items/0/reference",
     "Appendix 3"),
    ([("/maturity/chapters/3/items/0/points_due", 15)], "inconsistent-scheme", BANDS, "Appendix 3"),  # 150 in all
    ([(BANDS + "/2", REMOVED)], "inconsistent-scheme", BANDS + "/2", "Appendix 3"),  # from 70 to 95 is missing
    ([(BANDS + "/1/to", 70)], "inconsistent-scheme", BANDS + "/1", "Appendix 3"),  # both ends
    ([(BANDS + "/1/below", REMOVED)], "inconsistent-scheme", BANDS + "/1", "Appendix 3"),  # no end
    ([(BANDS + "/4/below", 145), (BANDS + "/4/to", REMOVED)], "inconsistent-scheme", BANDS, "Appendix 3"),
    ([(BANDS + "/2/level", 6)], "level-out-of-range", BANDS + "/2/level", "Appendix 3"),
    # 5.3: the table of grades
    ([(ROWS + "/0/level", REMOVED)], "inconsistent-scheme", ROWS + "/0", "5.3"),
    ([(ROWS + "/1/level", 0)], "level-out-of-range", ROWS + "/1/level", "5.3"),
    ([(ROWS + "/0/to", 59)], "inconsistent-scheme", ROWS + "/0", "5.3"),
    ([(ROWS + "/0/from", 81), (ROWS + "/0/to", REMOVED)], "inconsistent-scheme", ROWS + "/1", "5.3"),
    ([(ROWS + "/0", REMOVED), (ROWS + "/0/from", 85)], "inconsistent-scheme", "/grades", "5.3"),
    ([(GRADES + "/2/from", 90)], "inconsistent-scheme", GRADES + "/2", "5.3"),
    ([(GRADES + "/2/grade", "AAA")], "inconsistent-scheme", GRADES + "/2", "5.3"),
    ([(GRADES + "/1/to", 89)], "inconsistent-scheme", GRADES + "/1", "5.3"),
    ([(GRADES + "/1/from", 90.5)], "inconsistent-scheme", "/grades/decimals", "5.3"),
    ([("/grades/decimals", 3)], "unknown-value", "/grades/decimals", "5.3"),
    ([("/grades/decimals", REMOVED)], "missing-key", "/grades/decimals", "5.3"),
    # A group without its clause, and members that belong to no group
    ([("/service/clause", REMOVED)], "missing-key", "/service/clause", None),
    ([("/maturity", REMOVED)], "inconsistent-scheme", ROWS + "/0", "5.3"),
    ([("/effective", "2027-02-29")], "invalid-date", "/effective", None),
    ([("/titel", "x")], "unknown-key", "/titel", None),
    # what others name it by: seen, short, and nothing else's name
    *(([(where, word)], "inconsistent-scheme", where, clause)
      for where, clause in (("/scheme", None), ("/edition", None), (GRADES + "/0/grade", "5.3"),
                            ("/service/characteristics/0/id", "Appendix 1"),
                            ("/maturity/chapters/0/items/0/id", "Appendix 3"))
      for word in ("", " ", "\u200b", "X ", "\u3000X", "X\0", "X\nY", "X\x1b[2J", "X\u202eY", "X\u200bY")),
    *(([(GRADES + "/0/grade", name)], "inconsistent-scheme", GRADES + "/0/grade", "5.3")
      for name in ("none", "None", "no\u00adne", "nоne", "refused", "graded", "unrecorded", "other", "total", "AAA,none")),
    ([(GRADES + "/1/grade", "ААA")], "inconsistent-scheme", GRADES + "/1", "5.3"),  # two letters are Cyrillic
    *(([(where + "/" + lang, "\u3000")], "inconsistent-scheme", where + "/" + lang, clause)
      for where, clause in (("/title", None), ("/service/characteristics/0/name", "Appendix 1"))
      for lang in ("zh", "en")),
    ([("/edition", "X" * 65)], "too-large", "/edition", None),
    ([(GRADES + "/0/grade", "级" * 65)], "too-large", GRADES + "/0/grade", "5.3"),
    # what would pass for the embedded scheme
    *(([("/edition", edition)], "inconsistent-scheme", "/edition", None)
      for edition in ("В/0", "B /0", "B/\u200b0", "b/0", "B/O", "Ｂ/0", "B∕0")),
    *(([("/scheme", scheme), ("/edition", "B/0")], "inconsistent-scheme", "/scheme", None)
      for scheme in ("СTS TBSC94-2026", "CTS TBSC94–2026", "CTS  TBSC94-2026", "cts tbsc94-2026")),
    # lists that no scheme needs
    ([(ROWS, [{"from": i, "level": 2} for i in range(101)])], "too-large", ROWS, "5.3"),
    ([(GRADES, [{"grade": f"G{i}", "from": 60 + i} for i in range(101)])], "too-large", GRADES, "5.3"),
    ([(BANDS, [{"level": 1, "from": i, "below": i + 1} for i in range(101)])], "too-large", BANDS, "Appendix 3"),
    ([("/likert/bands", [{"name": {"zh": "x", "en": "x"}, "above": 0, "to": 1}] * 101)], "too-large", "/likert/bands",
     "5.1.1"),
    ([("/service/characteristics/6/items", [{**ITEM, "id": f"7.{i}"} for i in range(500)])], "too-large",
     "/service/characteristics", "Appendix 1"),
    ([("/service/characteristics", [{"id": str(i), "name": {"zh": "x", "en": "x"}, "points_due": 5, "items": [ITEM]}
                                    for i in range(101)])], "too-large", "/service/characteristics", "Appendix 1"),
]

REMARKS = [  # the same, of what can be loaded all the same
    ([(BANDS + "/0/from", 0)], "totals-begin-later", BANDS + "/0", "Appendix 3"),
    ([(BANDS + "/4/to", 200)], "values-never-reached", BANDS + "/4", "Appendix 3"),
    ([(BANDS + "/0/below", 29), (BANDS + "/1/from", 29)], "never-reached", BANDS + "/0", "Appendix 3"),
    ([(BANDS + "/4", REMOVED), (BANDS + "/3/to", 145), (BANDS + "/3/below", REMOVED)], "level-without-band",
     BANDS + "/0", "Appendix 3"),
    ([(BANDS + "/1/below", 90), (BANDS + "/2/from", 90)], "out-of-proportion", BANDS + "/1", "Appendix 3"),
    ([(ROWS + "/1/to", 88)], "gap", ROWS + "/1", "5.3"),
    ([(ROWS + "/0/to", 80)], "shared-limit", ROWS + "/0", "5.3"),
    ([(ROWS + "/0/to", 85)], "overlap", ROWS + "/0", "5.3"),
    ([(ROWS + "/2/to", 98)], "ends-early", ROWS + "/2", "5.3"),
    ([(ROWS + "/2/to", 150)], "values-never-reached", ROWS + "/2", "5.3"),
    ([(ROWS + "/3", {"from": 101, "level": 5})], "never-reached", ROWS + "/3", "5.3"),
    ([(ROWS + "/3", {"from": 98, "level": 5})], "row-not-asked", ROWS + "/3", "5.3"),  # no grade begins in it
    ([(ROWS + "/0/from", 0)], "row-without-grade", ROWS + "/0", "5.3"),
    ([(ROWS + "/2/level", 5)], "level-not-asked", ROWS + "/2", "5.3"),  # level 4
    ([(GRADES + "/0/to", 85)], "gap", GRADES + "/0", "5.3"),
    ([(GRADES + "/1/to", 95)], "shared-limit", GRADES + "/1", "5.3"),
    ([(GRADES + "/0/to", 91)], "overlap", GRADES + "/0", "5.3"),
    ([(GRADES + "/2/to", 99)], "ends-early", GRADES + "/2", "5.3"),
    ([(GRADES + "/3", {"grade": "6A", "from": 100.5}), ("/grades/decimals", 1)], "never-reached", GRADES + "/3", "5.3"),
    ([(ROWS + "/1/level", 1)], "condition-never-decides", GRADES + "/0", "5.3"),
    ([(ROWS + "/2/level", 2)], "condition-adds-nothing", GRADES + "/1", "5.3"),
]


class BrokenSchemes(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.path = pathlib.Path(self.folder.name) / "scheme.json"

    def check(self, scheme):
        self.path.write_text(json.dumps(scheme), "utf-8")
        done = subprocess.run([PROGRAM, "scheme", "check", "--format", "json", self.path], capture_output=True)
        return done.returncode, json.loads(done.stdout)

    def test_errors_refuse_the_scheme(self):
        for changes, code, where, clause in ERRORS:
            with self.subTest(changes=changes):
                returned, report = self.check(broken(*changes))
                self.assertEqual((returned, report["loadable"]), (3, False))
                self.assertEqual({each["severity"] for each in report["findings"]}, {"error"})
                self.assertIn((code, where, clause), [(e["code"], e["where"], e["clause"]) for e in report["findings"]])

    def test_remarks_do_not_and_grade_confirms_their_examples(self):
        _, usual = self.check(broken())
        usual = {(each["code"], each["where"], each["message"]) for each in usual["findings"]}
        for changes, code, where, clause in REMARKS:
            with self.subTest(changes=changes):
                returned, report = self.check(broken(*changes))
                self.assertEqual((returned, report["loadable"]), (0, True))
                found = [each for each in report["findings"] if (each["code"], each["where"]) == (code, where)]
                self.assertEqual([each["clause"] for each in found], [clause])
                self.assertNotIn((code, where, found[0]["message"]), usual)  # it is this change that it speaks of
                self.assertTrue(found[0]["examples"])
                for example in found[0]["examples"]:
                    graded = subprocess.run([PROGRAM, "grade", "-q", "--format", "ndjson", "--scheme", self.path, "-"],
                                            input=json.dumps(example["assessment"]).encode(), capture_output=True)
                    self.assertEqual(graded.returncode, 0, graded.stdout)
                    line = json.loads(graded.stdout)
                    self.assertEqual({name: line[name] for name in example["result"]}, example["result"])

    def test_what_is_at_the_limits_is_read(self):
        group = {**at(SCHEME, "/service/characteristics/0"), "points_due": 5}
        scheme = broken(
            ("/edition", "X" * 64), (GRADES + "/0/grade", "级" * 64), ("/grades/decimals", 1),
            (ROWS, [{"from": i / 2, "level": 2} for i in range(100)]),
            (GRADES, [{"grade": f"G {i}", "from": 30 + i / 2} for i in range(100)]),
            ("/service/points_due", 500),
            ("/service/characteristics", [{**group, "id": str(g), "items": [{**ITEM, "id": f"{g}.{i}", "points_due": 1}
                                                                            for i in range(5)]} for g in range(100)]))
        returned, report = self.check(scheme)
        self.assertEqual((returned, report["loadable"]), (0, True), [e["message"] for e in report["findings"]][:3])

    def test_errors_come_once_and_soon_however_long_a_list_is(self):
        scheme = broken((ROWS, [{"from": i, "level": 2} for i in range(10_000)]),
                        ("/service/characteristics/0/items", [ITEM] * 10_000))
        _, report = self.check(scheme)
        self.assertEqual(sum(each["code"] == "too-large" for each in report["findings"]), 2)

    def test_a_clause_is_named_wherever_in_its_group_it_stands(self):
        scheme = broken((BANDS + "/1/from", 44), ("/likert/bands/1/above", 0.3), (ROWS + "/1/from", 60))
        for group in ("maturity", "likert", "grades"):
            scheme[group] = dict(reversed(scheme[group].items()))
        _, report = self.check(scheme)
        named = {(each["where"], each["clause"]) for each in report["findings"]}
        self.assertLessEqual({(BANDS + "/1", "Appendix 3"), ("/likert/bands/1", "5.1.1"), (ROWS + "/1", "5.3")}, named)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
