"""What hostile documents cost: any number of copies stays under 64 MiB of memory on one thread and 128 MiB on two, in
every format, though each of them asks for much to be written or kept.

usage: memory_test.py PROGRAM SOURCE_DIR
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

PROGRAM, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2])
SAMPLE = json.loads((SOURCE / "data" / "samples" / "grade-aaa.json").read_text("utf-8"))
MIB = 1 << 20
LARGEST = 4 * MIB
MOST = {1: 64 * MIB, 2: 128 * MIB}
FORMATS = {
    "grade": ("text", "json", "ndjson", "csv", "markdown", "html"),
    "verify": ("text", "json", "ndjson", "junit", "tap", "github"),
    "regrade": ("text", "ndjson"),
}


def sample_with(**members):
    return json.dumps({**SAMPLE, **members}, ensure_ascii=False, separators=(",", ":"))


def filled(text, piece, size=LARGEST):
    """`text` with as many of `piece` in the place of its mark as fit into so many bytes."""
    head, tail = text.split("@")
    return head + piece * ((size - len(text.encode())) // len(piece.encode())) + tail


# Some 30 KB that ask for as many errors as are listed, 6 MiB: each repeats a long way to it.
def long_way():
    return sample_with(extensions={"w" * 1800: "@"}).replace('"@"', "{" + '"x":1,' * 4000 + '"x":1}')


def many_values(size=LARGEST):
    return filled(sample_with(extensions={"a": "@"}).replace('"@"', "[@1]"), "1,", size)


def long_texts():
    texts = {item: '"&<汉' * 8_000 for item in SAMPLE["management"]["levels"]}
    return sample_with(management={**SAMPLE["management"], "remarks": texts}, organization='"' * 60_000)


def nothing_rated():
    return sample_with(service={"ratings": [{"assessor": f"A{number}", "alpha": {}} for number in range(1000)]})


LARGE_DOCUMENTS = {
    "unknown keys": lambda: filled('{"":1@}', ',"k":1'),
    "nothing rated": nothing_rated,
    "long texts": long_texts,
    "many values": many_values,
    "unclosed": lambda: "[" * LARGEST,
}


class Memory(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = pathlib.Path(temporary.name)

    # What a process takes counts from before it became the program: this one's own memory is the least.
    def memory_of(self, *arguments):
        program = subprocess.Popen([PROGRAM, *map(str, arguments)], stdin=subprocess.DEVNULL,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(program.pid, 0)
        program.returncode = os.waitstatus_to_exitcode(status)
        self.assertIn(program.returncode, (0, 1, 3), arguments)
        return usage.ru_maxrss * 1024

    def copies_of(self, name, document, count):
        folder = self.folder / name
        folder.mkdir()
        first = folder / "0.json"
        first.write_text(document, "utf-8")
        for number in range(1, count):
            os.link(first, folder / f"{number}.json")
        return folder

    def check(self, folder, command, form, jobs):
        with self.subTest(document=folder.name, command=command, form=form, jobs=jobs), \
                tempfile.TemporaryDirectory() as reports:
            output = ("-o", reports) if form == "html" else ()
            used = self.memory_of(command, "-j", jobs, "--format", form, *output, folder)
            self.assertLess(used, MOST[jobs], f"{used / MIB:.0f} MiB")

    def test_small_documents_that_ask_for_much(self):
        folder = self.copies_of("long way", long_way(), 16)  # 96 MiB
        for command, formats in FORMATS.items():
            for form in formats:
                self.check(folder, command, form, 1)
        self.check(self.copies_of("longer way", long_way(), 32), "grade", "ndjson", 2)

    def test_large_documents(self):
        for name, document in LARGE_DOCUMENTS.items():
            folder = self.copies_of(name, document(), 2)  # the second finds all buffers as large as they become
            for command, form in (("grade", "ndjson"), ("grade", "json"), ("grade", "html"), ("verify", "junit")):
                self.check(folder, command, form, 1)

    def test_results(self):
        for name, document in (("long texts", long_texts()), ("many values", many_values(LARGEST - (64 << 10)))):
            source = self.folder / f"{name}.json"
            source.write_text(document, "utf-8")
            made = subprocess.run([PROGRAM, "grade", "--format", "json", source], capture_output=True, check=True)
            self.check(self.copies_of(f"result of {name}", made.stdout.decode(), 2), "verify", "ndjson", 1)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
