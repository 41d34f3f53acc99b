"""Forms that other programs have filled in and saved give what JSON gives, digit for digit.

Writers: openpyxl, exceljs and xlsx (npm), LibreOffice, and the XML itself with 17 digits, as Excel has them. Skipped
(77) where none of the others is installed; NODE_PATH says where npm's are.

usage: workbook_writers.py PROGRAM SOURCE_DIR [COUNT]
"""

import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time

from workbooks import Form, Program

PROGRAM, SOURCE = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
COUNT = int(sys.argv[3]) if len(sys.argv) > 3 else 60
COMPARED = ("service_score", "service_score_exact", "mark", "management_total", "management_level", "grade", "depends_on")


def generated(count):
    """Assessments beside the limits and anywhere, α with one to fifteen digits."""
    draw = random.Random(94)
    sample = json.loads((SOURCE / "data/samples/grade-aaa.json").read_text("utf-8"))
    items = list(sample["service"]["ratings"][0]["alpha"])
    for number in range(count):
        digits = draw.choice((1, 2, 2, 2, 3, 4, 8, 15))
        low = draw.choice((0, 0.6, 0.75, 0.85, 0.93))
        record = {
            "scheme": "CTS TBSC94-2026",
            "edition": "B/0",
            "id": f"TB-{number:05}",
            "organization": f"示例企业 {number}",
            "date": f"2026-{draw.randrange(1, 13):02}-{draw.randrange(1, 29):02}",
            "service": {
                "ratings": [
                    {"assessor": f"A{n}", "alpha": {each: f"{draw.uniform(low, 1):.{digits}f}" for each in items}}
                    for n in range(draw.randrange(1, 4))
                ]
            },
            "management": {
                "conformity": draw.choice(("conforming", "conforming", "nonconforming")),
                "levels": {each: draw.randrange(2, 6) for each in sample["management"]["levels"]},
            },
        }
        yield record


def as_json(record):
    """With the very digits."""
    text = json.dumps(record, ensure_ascii=False)
    for rating in record["service"]["ratings"]:
        for each in set(rating["alpha"].values()):
            text = text.replace(f': "{each}"', f": {each}")
    return text


def cells_of(form, record):
    """Sheet, cell, value, as whoever fills it in types them."""
    cover = form.rows(1)
    words = {"conforming": "符合", "nonconforming": "不符合"}
    yield 1, f"C{cover['organization']}", record["organization"]
    yield 1, f"C{cover['id']}", record["id"]
    yield 1, f"C{cover['date']}", record["date"]
    yield 1, f"C{cover['conformity']}", words[record["management"]["conformity"]]
    for sheet, rating in enumerate(record["service"]["ratings"], 2):
        rows = form.rows(sheet)
        yield sheet, f"F{rows['assessor']}", rating["assessor"]
        for item, alpha in rating["alpha"].items():
            yield sheet, f"F{rows['item:' + item]}", float(alpha)
    rows = form.rows(5)
    for item, level in record["management"]["levels"].items():
        yield 5, f"F{rows['item:' + item]}", level


def with_openpyxl(jobs):
    import openpyxl

    for job in jobs:
        book = openpyxl.load_workbook(job["form"])
        for sheet, cell, value in job["cells"]:
            book.worksheets[sheet - 1][cell] = value
        book.save(job["into"])


def with_node(writer):
    def write(jobs):
        given = json.dumps({"writer": writer, "jobs": jobs}).encode()
        subprocess.run(["node", str(SOURCE / "tests/cli/workbook_writers.js")], input=given, check=True)

    return write


def with_libreoffice(jobs):
    """Opens what another has filled in and saves it anew."""
    folder = pathlib.Path(jobs[0]["into"]).parent
    raw = folder.parent / "raw"
    raw.mkdir(exist_ok=True)
    with_openpyxl([{**job, "into": str(raw / pathlib.Path(job["into"]).name)} for job in jobs])
    names = sorted(raw.glob("*.xlsx"))
    for begin in range(0, len(names), 100):
        subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{folder.parent}/profile", "--convert-to",
                        "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder), *map(str, names[begin:begin + 100])],
                       check=True, capture_output=True)


def with_seventeen_digits(records, blank, folder):
    for record in records:
        form = Form(blank).fill(record, lambda digits: f"{float(digits):.17g}")
        (folder / f"{record['id']}.xlsx").write_bytes(form.data())


def has(*command):
    return shutil.which(command[0]) and subprocess.run(command, capture_output=True).returncode == 0


def main():
    writers = {}
    try:
        import openpyxl  # noqa: F401

        writers["openpyxl"] = with_openpyxl
        if shutil.which("soffice"):
            writers["LibreOffice"] = with_libreoffice
    except ImportError:
        pass
    for each in ("exceljs", "xlsx"):
        if has("node", "-e", f'require("{each}")'):
            writers[each] = with_node(each)
    if not writers:
        print("none of the writers is installed")
        return 77
    failures = 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        program = Program(str(PROGRAM), folder)
        blank = program.blank(3)
        program.file("blank.xlsx", blank)
        records = list(generated(COUNT))
        (folder / "a.ndjson").write_text("\n".join(map(as_json, records)), "utf-8")

        def graded(path):
            done = program.run("grade", "-q", "--format", "ndjson", path)
            lines = [json.loads(line) for line in done.stdout.splitlines()]
            return {each["id"]: [each.get(key) for key in COMPARED] if "errors" not in each else each for each in lines}

        wanted = graded("a.ndjson")
        assert len(wanted) == COUNT
        form = Form(blank)
        for writer, write in {"17 digits": None, **writers}.items():
            into = folder / "".join(filter(str.isalnum, writer))
            into.mkdir()
            began = time.monotonic()
            if write is None:
                with_seventeen_digits(records, blank, into)
            else:
                write([{"form": str(folder / "blank.xlsx"), "into": str(into / f"{each['id']}.xlsx"),
                        "cells": list(cells_of(form, each))} for each in records])
            took = time.monotonic() - began
            got = graded(into.name)
            other = [each for each in wanted if got.get(each) != wanted[each]]
            print(f"{writer}: {len(got)} of {COUNT} written in {took:.0f} s, {len(other)} differ", flush=True)
            for each in other[:3]:
                print(f"  {each}: {got.get(each)} in place of {wanted[each]}")
            failures += len(other)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
