"""Runs the program with standard error on a terminal, and looks at what is to be seen there.

usage: progress_test.py PROGRAM SOURCE_DIR
"""

import fcntl
import json
import os
import pathlib
import pty
import re
import select
import struct
import subprocess
import sys
import tempfile
import termios
import time
import unittest

PROGRAM, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2])
SAMPLE = json.loads((SOURCE / "data" / "samples" / "grade-aaa.json").read_text("utf-8"))
LINE = json.dumps(SAMPLE).encode() + b"\n"
PATIENCE = 60  # seconds until a test gives up


class Terminal:
    """A terminal, and all that was written to it."""

    def __init__(self, columns=80):
        self.master, self.slave = pty.openpty()
        fcntl.ioctl(self.slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        self.text = ""
        self.bytes = b""

    def read(self, seconds):
        if select.select([self.master], [], [], seconds)[0]:
            self.bytes += os.read(self.master, 65536)
            self.text = self.bytes.decode("utf-8", "ignore")

    def wait_for(self, pattern):
        deadline = time.monotonic() + PATIENCE
        while not re.search(pattern, self.text):
            if time.monotonic() > deadline:
                raise AssertionError(f"{pattern} never appeared: {self.text!r}")
            self.read(0.1)

    def rest(self):
        while select.select([self.master], [], [], 0)[0]:
            self.read(0)
        return self.text

    def screen(self):
        """The lines that stand there in the end."""
        lines, column = [""], 0
        for character in self.rest():
            if character == "\n":
                lines.append("")
            elif character == "\r":
                column = 0
                continue
            else:
                lines[-1] = lines[-1][:column].ljust(column) + character + lines[-1][column + 1:]
            column = 0 if character == "\n" else column + 1
        return [line.rstrip() for line in lines]


class Progress(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.fifo = self.folder / "a.ndjson"
        os.mkfifo(self.fifo)

    def start(self, *options, terminal, stdout=subprocess.DEVNULL, path=None, stderr=None):
        env = {"PATH": os.environ["PATH"], "TERM": "xterm"}
        program = subprocess.Popen([PROGRAM, "grade", *options, str(path or self.fifo)], stdin=subprocess.DEVNULL,
                                   stdout=stdout, stderr=stderr or terminal.slave, env=env)
        self.addCleanup(program.wait)
        self.addCleanup(program.kill)
        return program

    def test_a_slow_input(self):
        for language, words in (("en", r"1 records, \d+/s"), ("zh", "已处理 1 份，每秒 \\d+ 份")):
            terminal = Terminal()
            program = self.start("--format", "ndjson", "--lang", language, terminal=terminal)
            with open(self.fifo, "wb") as fifo:
                fifo.write(LINE)
                fifo.flush()
                terminal.wait_for(words)
            self.assertEqual(program.wait(PATIENCE), 0)
            # It was one line, and in the end nothing is left of it. A size that is not known is not guessed.
            screen = terminal.screen()
            self.assertEqual(len(screen), 5, screen)
            self.assertRegex(screen[0], "^(read|共读取) 1")
            self.assertNotRegex("\n".join(screen), words)
            self.assertNotIn("%", terminal.text)

    def test_messages_stand_above_it(self):
        terminal = Terminal()
        program = self.start("--lang", "en", terminal=terminal)
        with open(self.fifo, "wb") as fifo:
            fifo.write(LINE)
            fifo.flush()
            terminal.wait_for(" records")
            fifo.write(b"{\n")
            fifo.flush()
            terminal.wait_for(r"malformed-json\]\s+2 records")
            self.assertRegex(terminal.screen()[0], r"a.ndjson:2:.*\[malformed-json\]$")
        self.assertEqual(program.wait(PATIENCE), 3)
        self.assertEqual(len(terminal.screen()), 2)

    def test_a_narrow_terminal_is_not_wrapped(self):
        terminal = Terminal(columns=12)
        program = self.start("--format", "csv", "--lang", "en", terminal=terminal)
        with open(self.fifo, "wb") as fifo:
            fifo.write(LINE)
            fifo.flush()
            terminal.wait_for("1 records,…\r")
        program.wait(PATIENCE)

    def test_the_share_of_an_input_whose_size_is_known(self):
        # The output waits for its reader, so that there is time to see it.
        path = self.folder / "b.ndjson"
        path.write_bytes(LINE * 4000)
        terminal = Terminal()
        program = self.start("--format", "ndjson", "--lang", "en", terminal=terminal, stdout=subprocess.PIPE, path=path)
        terminal.wait_for(r"\d+ records, \d+/s, \d+ %, \d+:\d\d left")
        written = program.stdout.read()
        program.stdout.close()
        self.assertEqual(program.wait(PATIENCE), 0)
        self.assertEqual(written.count(b"\n"), 4000)
        self.assertEqual(terminal.screen()[0], "read 4000: graded 4000, refused 0")

    def test_results_on_the_same_terminal(self):
        terminal = Terminal()
        program = self.start("--lang", "en", terminal=terminal, stdout=terminal.slave)
        with open(self.fifo, "wb") as fifo:
            fifo.write(LINE)
            fifo.flush()
            terminal.wait_for(" records")
        self.assertEqual(program.wait(PATIENCE), 0)
        screen = terminal.screen()
        self.assertRegex(screen[0], r"^grade ")
        self.assertRegex("\n".join(screen), r"\nAAA .*\n    .*a.ndjson:1 ")
        self.assertIn("read 1: graded 1, refused 0", screen)

    def test_never_with_quiet_nor_on_a_dumb_terminal_nor_into_a_file(self):
        # Beside each stands one that shows it, fed alike: where that one has it, this one had time to.
        shown = Terminal()
        quiet = Terminal()
        other = self.folder / "c.ndjson"
        os.mkfifo(other)
        third = self.folder / "d.ndjson"
        os.mkfifo(third)
        with open(self.folder / "err", "wb") as err:
            programs = [self.start("--format", "ndjson", "-q", terminal=quiet),
                        self.start("--format", "ndjson", terminal=None, stderr=err, path=other),
                        self.start("--format", "ndjson", "--lang", "en", terminal=shown, path=third)]
            with open(self.fifo, "wb") as a, open(other, "wb") as b, open(third, "wb") as c:
                for fifo in (a, b, c):
                    fifo.write(LINE)
                    fifo.flush()
                shown.wait_for("1 records")
                time.sleep(0.5)
            self.assertEqual([program.wait(PATIENCE) for program in programs], [0, 0, 0])
        self.assertEqual(quiet.rest(), "")
        self.assertNotIn(b"\r", (self.folder / "err").read_bytes())

    def test_not_for_work_that_is_done_within_half_a_second(self):
        # The progress is looked at four times a second. A run that took longer than half a second, on a machine that
        # is busy, shows nothing of this: then another is tried.
        for _ in range(20):
            terminal = Terminal()
            began = time.monotonic()
            program = self.start("--format", "ndjson", terminal=terminal)
            with open(self.fifo, "wb") as fifo:
                fifo.write(LINE)
                fifo.flush()
                time.sleep(max(0, began + 0.4 - time.monotonic()))
            self.assertEqual(program.wait(PATIENCE), 0)
            if time.monotonic() - began < 0.5:
                self.assertNotIn("已处理", terminal.rest())
                self.assertNotIn("records", terminal.rest())
                return
        self.skipTest("the machine is too busy")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
