"""An archive cut at any line and graded in parts gives what it gives in one run.

usage: shards_test.py PROGRAM SOURCE_DIR
"""

import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

PROGRAM, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2])


def archive():
    """Lines of all kinds: graded, with remarks, refused, not JSON, blank."""
    samples = [json.loads(path.read_text("utf-8")) for path in sorted((SOURCE / "data" / "samples").glob("*.json"))]
    draw = random.Random(17)
    for number in range(400):
        record = json.loads(json.dumps(draw.choice(samples)))
        record["id"] = f"TB-{number}"
        kind = draw.randrange(8)
        if kind == 0:
            record["date"] = "2020-01-01"
        elif kind == 1:
            record["service"]["ratings"][0]["alpha"]["1.1"] = 1.5
        line = json.dumps(record, ensure_ascii=False)
        yield {2: line[:-7], 3: ""}.get(kind, line).encode() + b"\n"


def run(command, lines):
    done = subprocess.run(
        [PROGRAM, *command, "--lang", "en", "--format", "ndjson", "--lines", "-"], input=b"".join(lines), capture_output=True
    )
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines()], done.stderr.decode()


def moved(record, lines):
    """The record as it reads where its part is not the first: `source` and `line` count from the part's first line."""
    record["source"] = re.sub(r"\d+$", lambda line: str(int(line[0]) + lines), record["source"])
    for each in record.get("errors", []) + record.get("remarks", []):
        each["line"] += lines
    return record


def counts(message):
    """The numbers of a summary by what stands before them."""
    flat = re.sub(r"by (grade|error|cause):", "", message)
    return {before: int(number) for before, number in re.findall(r"([A-Za-z][A-Za-z -]*?):? +(\d+)", flat)}


class Shards(unittest.TestCase):
    def holds(self, *command):
        lines = list(archive())
        whole_code, whole, whole_message = run(command, lines)
        for parts in (2, 3, 7):
            cuts = [0, *sorted(random.Random(parts).sample(range(1, len(lines)), parts - 1)), len(lines)]
            codes, together, total = [], [], {}
            for begin, end in zip(cuts, cuts[1:]):
                code, records, message = run(command, lines[begin:end])
                codes.append(code)
                together += [moved(each, begin) for each in records]
                for name, number in counts(message).items():
                    total[name] = total.get(name, 0) + number
            self.assertEqual(together, whole)
            self.assertEqual(max(codes), whole_code)
            self.assertEqual(total, counts(whole_message))

    def test_the_lines_of_the_parts_are_those_of_the_whole_and_their_summaries_add_up(self):
        self.holds("grade")
        self.holds("grade", "--only", "refused,AAA")
        self.holds("verify")
        self.holds("regrade", "--reading", "management-shortfall=no-grade")

    def test_parts_of_a_file_put_together_are_the_bytes_of_the_whole(self):
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder, "archive.ndjson")
            lines = list(archive())
            for text in (b"\xef\xbb\xbf" + b"".join(lines), b"".join(lines[:3])[:-1], b"\n\n" + lines[0], b""):
                file.write_bytes(text)
                command = [PROGRAM, "grade", "-q", "--format", "ndjson", file]
                whole = subprocess.run(command, capture_output=True).stdout
                for parts in (1, 2, 3, 16):
                    results = [subprocess.run([*command, "--part", f"{each + 1}/{parts}"], capture_output=True).stdout
                               for each in range(parts)]
                    self.assertEqual(b"".join(results), whole)

    def test_only_a_file_of_lines_has_parts(self):
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder, "archive.ndjson")
            file.write_bytes(b"".join(archive()))
            for arguments, code in [(["--part", "1/2", file], 3), (["--part", "1/2", file.with_name("none.ndjson")], 4),
                                    (["--part", "0/2", file], 2), (["--part", "3/2", file], 2), (["--part", "1", file], 2),
                                    (["--part", "1/2/3", file], 2), (["--part", "1/2", "-"], 2),
                                    (["--part", "1/2", folder], 2), (["--part", "1/2", file.with_suffix(".json")], 2),
                                    (["--part", "1/2", file.with_suffix(".ndjson.gz")], 2), (["--source", "a", file], 2)]:
                done = subprocess.run([PROGRAM, "grade", *arguments], stdin=subprocess.DEVNULL, capture_output=True)
                self.assertEqual(done.returncode, code, arguments)

    def test_standard_input_has_the_name_that_it_is_given(self):
        lines = list(archive())[:20]
        whole = run(["grade"], lines)[1]
        named = run(["grade", "--source", "b/归档.ndjson"], lines)[1]
        self.assertEqual([each["source"] for each in named], ["b/归档.ndjson" + each["source"][1:] for each in whole])

    def test_the_lines_of_the_manual_give_what_one_run_gives(self):
        pages = [(SOURCE / "data" / "manual" / lang / "archives.md").read_text("utf-8") for lang in ("en", "zh")]
        blocks = [re.findall(r"```.*?```", page[page.index("`--part K/N FILE`"):], re.S) for page in pages]
        self.assertEqual(*blocks)
        lines = [line for block in blocks[0] for line in block.splitlines()]
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            records = list(archive())
            (folder / "archive.ndjson").write_bytes(b"".join([*records, records[0]]))

            def shell(line):
                path = f"{pathlib.Path(PROGRAM).resolve().parent}:{os.environ['PATH']}"
                return subprocess.run(["sh", "-c", line], cwd=folder, env={**os.environ, "PATH": path}, capture_output=True)

            whole = shell("tbsc94 grade -q --format ndjson archive.ndjson").stdout
            run_by = [line for line in lines if line.startswith("seq ")]
            if shutil.which("parallel"):
                run_by += [line for line in lines if line.startswith("parallel -k tbsc94")]
            for line in run_by:
                self.assertNotEqual(shell(line).returncode, 0)
                shell("[ ! -e results.ndjson ] || mv results.ndjson results.1.ndjson")
                self.assertEqual(shell("cat results.*.ndjson").stdout, whole, line)
                counted, twice = (shell(each).stdout.decode() for each in lines if each.startswith("jq "))
                self.assertEqual(sum(int(each.split()[0]) for each in counted.splitlines()), len(whole.splitlines()))
                self.assertEqual(len(twice.split()), 1)
                shell("rm results.*")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
