"""Holds what `--items` adds, in NDJSON, CSV and workbooks, to the full result in JSON.

usage: item_results_test.py PROGRAM SOURCE_DIR
"""

import csv
import io
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest
from decimal import Decimal
from fractions import Fraction

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "cli"))
from workbooks import Sheet  # noqa: E402

PROGRAM, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2])
SAMPLES = SOURCE / "data" / "samples"
READINGS = ["--reading", "not-applicable=exclude", "--reading", "mean-over=assessors"]


def grade(*args):
    done = subprocess.run([PROGRAM, "grade", "-q", "--lang", "en", *map(str, args)], capture_output=True)
    assert done.returncode in (0, 3), done.stderr
    return done.stdout.decode("utf-8-sig")


def two_places(value):
    hundredths = round(value * 100)  # of a Fraction: half to even
    return Decimal(hundredths).scaleb(-2)


class Items(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def both(self, *args):
        """Each record's line with `--items` and its full result."""
        lines = [json.loads(line, parse_float=Decimal) for line in grade("--items", "--format", "ndjson", *args).splitlines()]
        full = json.loads(grade("--format", "json", *args), parse_float=Decimal)
        self.assertEqual(len(lines), len(full))
        return list(zip(lines, full))

    def test_a_line_has_the_numbers_of_the_full_result(self):
        for options in ([], READINGS):
            graded = 0
            for line, full in self.both(*options, SAMPLES):
                if "errors" in line:
                    self.assertNotIn("items", line)
                    continue
                graded += 1
                service = full["service"]
                self.assertEqual(line["date"], full["assessment"].get("date"))
                self.assertEqual(line["items"], {each["id"]: {"points": each["points"], "percentage": each["percentage"]}
                                                 for each in service["items"] if each["applicable"]})
                self.assertEqual(line["levels"], {each["id"]: each["level"] for each in full["management"]["items"]})
                self.assertEqual(line["ratings"], [{key: each[key] for key in ("assessor", "occasion", "score")}
                                                   for each in service["ratings"]])
            self.assertEqual(graded, 20 if options else 19)

    def test_without_the_option_a_line_has_none_of_it(self):
        plain = [json.loads(line) for line in grade("--format", "ndjson", SAMPLES).splitlines()]
        for line, (with_items, _) in zip(plain, self.both(SAMPLES)):
            self.assertEqual(list(line), [key for key in with_items if key not in ("date", "items", "levels", "ratings")])

    def test_a_row_of_csv_has_the_numbers_of_the_line(self):
        rows = list(csv.DictReader(io.StringIO(grade("--items", "--format", "csv", *READINGS, SAMPLES))))
        for row, (line, _) in zip(rows, self.both(*READINGS, SAMPLES)):
            wanted = {"date": line["date"]}
            wanted |= {f"points_{item}": str(line["items"][item]["points"]) if item in line["items"] else ""
                       for item in (key[7:] for key in row if key.startswith("points_"))}
            wanted |= {f"level_{item}": str(level) for item, level in line["levels"].items()}
            self.assertEqual({key: row[key] for key in wanted}, wanted)
            self.assertEqual(len(row), 18 + len(wanted))

    def test_a_workbook_has_a_row_for_each_item_and_each_rating(self):
        grade("--items", *READINGS, "-o", self.folder / "table.xlsx", SAMPLES)
        data = (self.folder / "table.xlsx").read_bytes()
        items, ratings = Sheet(data, 2), Sheet(data, 3)
        self.assertEqual(items.row(2), ["source", "id", "organization", "date", "grade", "item", "percentage", "points", "points due"])
        self.assertEqual(ratings.row(2), ["source", "id", "organization", "date", "grade", "assessor", "occasion", "score",
                                          "from the mean"])
        item_row = rating_row = 3
        for line, full in self.both(*READINGS, SAMPLES):
            for each in full["service"]["items"]:
                if each["applicable"]:
                    cell = {column: items.cells.get(f"{column}{item_row}", "") for column in "ABEFGHI"}
                    self.assertEqual([cell["A"], cell["B"], cell["E"]], [line["source"], line["id"], line["grade"] or ""])
                    self.assertTrue(cell["F"].startswith(each["id"] + " "), cell)
                    self.assertEqual([float(cell[column]) for column in "GHI"],
                                     [float(each[key]) for key in ("percentage", "points", "points_due")])
                    item_row += 1
            mean = Fraction(full["service"]["score_exact"])
            for each in full["service"]["ratings"]:
                cell = {column: ratings.cells.get(f"{column}{rating_row}", "") for column in "ABFGHI"}
                self.assertEqual([cell[column] for column in "ABFG"],
                                 [line["source"], line["id"], each["assessor"] or "", each["occasion"] or ""])
                self.assertEqual(float(cell["H"]), float(each["score"]))
                self.assertEqual(float(cell["I"]), float(two_places(Fraction(each["score_exact"]) - mean)))
                rating_row += 1
        self.assertNotIn(f"A{item_row}", items.cells)
        self.assertNotIn(f"A{rating_row}", ratings.cells)
        self.assertGreater(rating_row, 40)

    def test_days_are_days_to_a_spreadsheet(self):
        record = json.loads((SAMPLES / "grade-aaa.json").read_text("utf-8"))
        days = {"2026-03-14": "46095", "1900-03-01": "61", "1900-02-28": "1900-02-28", "9999-12-31": "2958465", None: None}
        (self.folder / "a.ndjson").write_text(
            "\n".join(json.dumps({**record, **({"date": day} if day else {}), "id": str(n)}) for n, day in enumerate(days)))
        lines = (self.folder / "a.ndjson").read_text().splitlines()
        last = {key: value for key, value in json.loads(lines[-1]).items() if key != "date"}
        (self.folder / "a.ndjson").write_text("\n".join([*lines[:-1], json.dumps(last)]))
        grade("--items", "-o", self.folder / "table.xlsx", self.folder / "a.ndjson")
        sheet = Sheet((self.folder / "table.xlsx").read_bytes(), 3)
        first = [sheet.cells.get(f"D{row}") for row in range(3, 3 + len(record["service"]["ratings"]) * len(days))]
        self.assertEqual(first[:: len(record["service"]["ratings"])], list(days.values()))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
