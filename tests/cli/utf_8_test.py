"""Whatever the program is given, what it writes is UTF-8: every command and format, both languages, over the
seeds of the fuzzers and what once made them fail.

usage: utf_8_test.py PROGRAM SOURCE_DIR
"""

import json
import pathlib
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree

PROGRAM, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2])
FORMATS = {
    "grade": ("text", "json", "ndjson", "csv", "markdown"),
    "verify": ("text", "json", "ndjson", "junit", "tap", "github"),
    "regrade": ("text", "json", "ndjson", "csv"),
}
# Of one to four bytes, one that combines, the last ones of planes, a byte order mark.
CHARACTERS = ("é", "汉", "\U00020000", "\u0301", "\ufeff", "\uffff", "\U0010ffff", "\u2028", "\x7f", "\x01")
# What is wrong around a character: in and behind escapes, words, numbers, keys, brackets; unknown, given twice.
WRONG = ('"\\{0}"', '{{"a": "\\{0}"}}', '{{"a": "\\u{0}"}}', '{{"a": "\\ud83{0}"}}', '{{"a": {0}}}', '{{"a": 1{0}}}',
         '{{{0}: 1}}', '{{"{0}": 1, "{0}": 2}}', '{{"{0}": 1}}', '{{"a": t{0}}}', '[{0}]', '{0}', '{{"a": 1}}{0}',
         '{{"{0}', '{{"scheme": "{0}"}}', '{{"date": "{0}"}}', '{{"a": 0,5{0}}}', '{{"a" {0}}}', '{{"a": 1 {0}}}',
         '{{"service": {{"ratings": [{{"assessor": "{0}", "alpha": {{"{0}": "{0}"}}}}]}}}}')


def seeds(kind):
    for folder in ("fuzz/seeds", "regressions"):
        files = sorted(path for path in (SOURCE / "tests" / folder / kind).rglob("*") if path.is_file())
        assert files
        yield from (path.read_bytes() for path in files)


def hostile():
    yield from (each.format(character).encode() for each in WRONG for character in CHARACTERS)
    # Where a message repeats no more than the beginning of what is long.
    for size in range(115, 125):
        yield f'{{"{"a" * size}汉{"字" * 20}": 1}}'.encode()


class Utf8(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.temporary.cleanup)
        cls.folder = pathlib.Path(cls.temporary.name)
        cls.archive = cls.folder / "archive"
        cls.archive.mkdir()
        documents = [*seeds("assessment"), *hostile()]
        for number, document in enumerate(documents):
            (cls.archive / f"{number}.json").write_bytes(document)
        (cls.archive / "\udcff汉\udce4.json").write_bytes(documents[0])
        lines = b"\n".join(each.replace(b"\n", b" ").replace(b"\r", b" ") for each in documents)
        (cls.archive / "lines.ndjson").write_bytes(lines)

    def run_program(self, *arguments):
        ended = subprocess.run([PROGRAM, *map(str, arguments)], stdin=subprocess.DEVNULL, capture_output=True)
        self.assertIn(ended.returncode, (0, 1, 2, 3, 4), arguments)
        ended.stderr.decode("utf-8")
        return ended.stdout.decode("utf-8")

    def check_readable(self, form, text):
        if form == "json":
            json.loads(text)
        elif form == "ndjson":
            for line in text.split("\n")[:-1]:
                json.loads(line)
        elif form == "junit":
            xml.etree.ElementTree.fromstring(text)

    def test_every_format_of_many_documents(self):
        for command, formats in FORMATS.items():
            for form in formats:
                for lang in ("zh", "en"):
                    with self.subTest(command=command, form=form, lang=lang):
                        options = (command, "--lang", lang, "--format", form, self.archive)
                        self.check_readable(form, self.run_program(*options))
                        if form == "text" or (command, form) == ("grade", "markdown"):
                            self.run_program(*options, "--reading", "limit-comparison=rounded-value",
                                             *(("--explain", "--color", "always") if command == "grade" else ()))

    def test_pages(self):
        for lang in ("zh", "en"):
            folder = self.folder / lang
            self.run_program("grade", "--lang", lang, "--format", "html", "-o", folder, self.archive)
            for page in folder.iterdir():
                page.read_bytes().decode("utf-8")

    def test_one_document(self):
        for number, _ in enumerate(seeds("assessment")):
            for form in ("text", "html") if number % 4 == 0 else ("text",):
                self.run_program("grade", "--lang", "zh", "--format", form, self.archive / f"{number}.json")

    def test_schemes(self):
        sample = SOURCE / "data" / "samples" / "grade-aaa.json"
        for number, seed in enumerate([*seeds("scheme"), *list(hostile())[:: len(CHARACTERS)]]):
            path = self.folder / f"scheme-{number}.json"
            path.write_bytes(seed)
            for lang in ("zh", "en"):
                for form in ("text", "json"):
                    self.check_readable(form, self.run_program("scheme", "check", "--lang", lang, "--format", form, path))
            self.run_program("grade", "--scheme", path, sample)
            self.run_program("grade", "--readings", path, sample)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
