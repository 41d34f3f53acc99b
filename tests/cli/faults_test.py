"""Ends the program from outside, in the middle of its work, and looks at what it leaves behind.

usage: faults_test.py PROGRAM SOURCE_DIR
"""

import json
import os
import pathlib
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

PROGRAM, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2])
SAMPLE = json.loads((SOURCE / "data" / "samples" / "grade-aaa.json").read_text("utf-8"))
LINE = json.dumps(SAMPLE).encode() + b"\n"
PATIENCE = 60  # seconds until a test gives up
ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGUSR1, signal.SIGUSR2, signal.SIGALRM,
          signal.SIGVTALRM, signal.SIGPROF, signal.SIGXCPU, signal.SIGIO, signal.SIGPWR, signal.SIGABRT,
          signal.SIGRTMIN, signal.SIGRTMAX)


def own_words(stderr):
    """What the program says, without what a build that measures coverage adds where its profile cannot be written."""
    return b"".join(line for line in stderr.splitlines(keepends=True) if not line.startswith(b"LLVM Profile"))


def without_core():
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


class Faults(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.fifo = self.folder / "in.ndjson"
        os.mkfifo(self.fifo)
        self.many = self.folder / "many.ndjson"
        self.many.write_bytes(LINE * 4000)
        (self.folder / "out").mkdir()
        self.out = self.folder / "out" / "results"
        self.out.write_bytes(b"old\n")

    def start(self, *options, form="ndjson", stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, **more):
        command = [PROGRAM, "grade", "--lang", "en", "--format", form, *map(str, options)]
        program = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=stdout, stderr=stderr, **more)
        for close in (program.wait, program.kill, *(pipe.close for pipe in (program.stdout, program.stderr) if pipe)):
            self.addCleanup(close)
        return program

    def said(self, program):
        text = own_words(program.stderr.read()).decode("utf-8")
        program.wait(PATIENCE)
        return text

    def is_old(self):
        self.assertEqual(self.out.read_bytes(), b"old\n")
        self.assertEqual(os.listdir(self.out.parent), ["results"])

    def test_a_signal_leaves_the_old_file_and_nothing_beside_it(self):
        for number in ENDING:
            program = self.start("-o", self.out, self.fifo, preexec_fn=without_core)
            with open(self.fifo, "wb") as fifo:  # from here on the program waits for its input
                self.assertEqual(len(os.listdir(self.out.parent)), 2)
                fifo.write(LINE)
                fifo.flush()
                program.send_signal(number)
                said = self.said(program)
            self.assertEqual(program.returncode, -number)
            self.assertRegex(said, rf"^tbsc94: interrupted, {self.out} is left as it was; until then:\nread \d+: graded ")
            self.is_old()

    def test_with_quiet_it_says_nothing(self):
        program = self.start("-q", "-o", self.out, self.fifo)
        with open(self.fifo, "wb"):
            program.send_signal(signal.SIGTERM)
            self.assertEqual(self.said(program), "")
        self.assertEqual(program.returncode, -signal.SIGTERM)
        self.is_old()

    def test_a_signal_ends_it_even_where_nobody_reads_what_it_writes(self):
        program = self.start(self.many, stdout=subprocess.PIPE)
        program.stdout.read(1)  # it writes, and the pipe fills up
        program.send_signal(signal.SIGINT)
        program.wait(PATIENCE)
        self.assertEqual(program.returncode, -signal.SIGINT)

    def test_a_signal_that_is_ignored_stays_ignored(self):
        program = self.start("-o", self.out, self.fifo, preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_IGN))
        with open(self.fifo, "wb") as fifo:
            program.send_signal(signal.SIGINT)
            fifo.write(LINE)
        self.assertIn("read 1: graded 1", self.said(program))
        self.assertEqual(program.returncode, 0)
        self.assertEqual(self.out.read_bytes().count(b"\n"), 1)

    def test_a_closed_pipe_ends_it_without_a_word(self):
        for jobs in (1, 4):
            program = self.start("-j", jobs, self.many, stdout=subprocess.PIPE)
            program.stdout.readline()
            program.stdout.close()
            self.assertEqual(self.said(program), "")
            self.assertEqual(program.returncode, -signal.SIGPIPE)
        # Where SIGPIPE is ignored it is a failure like others.
        program = self.start(self.many, stdout=subprocess.PIPE,
                             preexec_fn=lambda: signal.signal(signal.SIGPIPE, signal.SIG_IGN), restore_signals=False)
        program.stdout.close()
        self.assertEqual(self.said(program), "tbsc94: cannot write -: Broken pipe\n")
        self.assertEqual(program.returncode, 4)

    def test_the_other_commands_too(self):
        for command in (["schema", "result"], ["template"]):
            read, write = os.pipe()
            os.close(read)
            ended = subprocess.run([PROGRAM, *command], stdout=write, stderr=subprocess.PIPE)
            os.close(write)
            self.assertEqual((ended.returncode, ended.stderr), (-signal.SIGPIPE, b""))

    def test_messages_that_cannot_be_written_stop_nothing(self):
        bad = self.folder / "bad.ndjson"
        bad.write_bytes(LINE + b"{\n" * 3000 + LINE)
        read, write = os.pipe()
        os.close(read)
        with open("/dev/full", "wb") as full:
            for stderr in (write, full):
                program = self.start("-o", self.out, bad, form="text", stderr=stderr)
                program.wait(PATIENCE)
                self.assertEqual(program.returncode, 3)
                self.assertIn(b"read 3002: graded 2, refused 3000\n", self.out.read_bytes())
        os.close(write)

    def test_a_closed_stream_is_no_other_file(self):
        def closed(stream):
            program = self.start("-o", self.out, "-" if stream == 0 else self.many, preexec_fn=lambda: os.close(stream))
            return self.said(program), program.wait(PATIENCE)

        left = f"tbsc94: nothing could be read, {self.out} is left as it was\n"
        self.assertEqual(closed(0), ("tbsc94: cannot read -: Bad file descriptor\n" + left, 4))
        self.is_old()
        for stream in (1, 2):  # neither is needed
            self.assertEqual(closed(stream)[1], 0)
            self.assertEqual(self.out.read_bytes().count(b"\n"), 4000)
            self.assertNotIn(b"read 4000", self.out.read_bytes())
        ended = subprocess.run([PROGRAM, "schema", "result"], stderr=subprocess.PIPE, preexec_fn=lambda: os.close(1))
        self.assertEqual((ended.returncode, ended.stderr), (4, b"tbsc94: cannot write -: Bad file descriptor\n"))

    def test_a_file_that_grows_too_large_leaves_the_old_one(self):
        for size in (0, 1 << 20):  # before the first byte, and in the middle
            limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
            program = self.start("-o", self.out, self.many, preexec_fn=limit)
            self.assertIn(f"tbsc94: cannot write {self.out}: File too large\n", self.said(program))
            self.assertEqual(program.returncode, 4)
            self.is_old()

    def test_what_is_kept_until_all_is_read_names_its_folder_where_it_cannot_be_written(self):
        limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 18, 1 << 18))
        ended = subprocess.run([PROGRAM, "verify", "--lang", "en", "--format", "junit", "-o", self.out, self.many],
                               stderr=subprocess.PIPE, preexec_fn=limit, env={"TMPDIR": str(self.folder)})
        self.assertEqual(own_words(ended.stderr).decode(), f"tbsc94: cannot write {self.folder}: File too large\n")
        self.assertEqual(ended.returncode, 4)
        self.is_old()

    def test_killed_at_any_moment_the_old_file_is_whole_or_the_new_one(self):
        start = time.monotonic()
        self.start("-o", self.out, self.many).wait(PATIENCE)
        whole_run = time.monotonic() - start
        new = self.out.read_bytes()
        self.assertEqual(new.count(b"\n"), 4000)
        moments = random.Random(94)
        found = {b"old\n": 0, new: 0}
        for _ in range(40):
            self.out.write_bytes(b"old\n")
            program = self.start("-o", self.out, self.many, stderr=subprocess.DEVNULL)
            time.sleep(moments.uniform(0, 1.5 * whole_run))
            program.kill()
            program.wait(PATIENCE)
            found[self.out.read_bytes()] += 1  # nothing else is there
        self.assertGreater(found[b"old\n"], 0)

    def test_a_signal_at_any_moment_leaves_nothing_beside(self):
        """From the first temporary file on, before anyone waits for signals, to the last renaming."""
        draw = random.Random(94)
        for number in range(60):
            with tempfile.TemporaryDirectory() as name:
                output = pathlib.Path(name) / draw.choice(("out", "o.json", "o.xlsx", "o.csv"))
                options = ["--format", "html"] if output.name == "out" else []
                process = subprocess.Popen([PROGRAM, "grade", "-q", *options, "-o", output] +
                                           [SOURCE / "data" / "samples" / "grade-aaa.json"] * 20, stderr=subprocess.DEVNULL)
                time.sleep(0.03 * number / 60)
                process.send_signal(draw.choice((signal.SIGINT, signal.SIGTERM)))
                self.assertIn(process.wait(PATIENCE), (0, -signal.SIGINT, -signal.SIGTERM))
                self.assertIn(os.listdir(name), ([], [output.name]))

    def test_killed_while_it_works(self):
        program = self.start("-o", self.out, self.fifo, stderr=subprocess.DEVNULL)
        with open(self.fifo, "wb") as fifo:
            fifo.write(LINE * 10)
            fifo.flush()
            program.kill()
            program.wait(PATIENCE)
        self.assertEqual(self.out.read_bytes(), b"old\n")

    def test_with_too_few_descriptors_it_ends_with_an_error_or_does_its_work(self):
        for count in range(4, 13):
            limit = lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (count, count))
            program = self.start("-o", self.out, self.many, preexec_fn=limit)
            said = self.said(program)
            self.assertIn(program.returncode, (0, 4), f"{count} descriptors")
            self.assertEqual(os.listdir(self.out.parent), ["results"])
            if program.returncode == 0:
                self.assertEqual(self.out.read_bytes().count(b"\n"), 4000)
            else:
                self.assertIn("Too many open files", said)

    def as_another_user(self, *options, **more):
        """A run of a copy of the program, in a folder that the user can read."""
        program = shutil.copy(PROGRAM, self.folder / "tbsc94")
        self.folder.chmod(0o755)
        other_user = {"user": 65534, "group": 65534, "extra_groups": []} if os.geteuid() == 0 else {}
        return subprocess.run([program, "grade", "--lang", "en", "--format", "ndjson", *options],
                              capture_output=True, cwd="/", timeout=PATIENCE, **other_user, **more)

    def test_with_too_few_threads_the_others_do_the_work(self):
        limit = lambda: resource.setrlimit(resource.RLIMIT_NPROC, (1, 1))  # which root is not bound by
        ended = self.as_another_user("-j4", self.many, preexec_fn=limit)
        self.assertEqual((ended.returncode, ended.stdout.count(b"\n")), (0, 4000))

    def test_without_memory_it_ends_with_an_error_and_leaves_nothing(self):
        def limited(mebibytes, *options):
            limit = lambda: resource.setrlimit(resource.RLIMIT_AS, (mebibytes << 20, mebibytes << 20))
            return subprocess.run([PROGRAM, *map(str, options)], capture_output=True, preexec_fn=limit, timeout=PATIENCE)

        if limited(1024, "--version").returncode != 0:
            self.skipTest("a sanitizer takes more address space than this")
        enough = next(size for size in range(16, 1024, 4) if limited(size, "--version").returncode == 0)
        large = self.folder / "large.ndjson"
        large.write_bytes((LINE.rstrip() + b" " * (3 << 20) + b"\n") * 16)
        codes = set()
        for size in range(enough, enough + 80, 8):
            ended = limited(size, "grade", "--lang", "en", "-j4", "-o", self.out, large)
            codes.add(ended.returncode)
            self.assertIn(ended.returncode, (0, 4), ended.stderr)
            self.assertEqual(os.listdir(self.out.parent), ["results"])
            if ended.returncode == 4:
                self.assertEqual((own_words(ended.stderr), self.out.read_bytes()), (b"tbsc94: not enough memory\n", b"old\n"))
            self.out.write_bytes(b"old\n")
        self.assertIn(4, codes)

    def test_a_folder_that_cannot_be_read(self):
        folder = self.folder / "archive"
        for name in ("a", "b", "c"):
            (folder / name).mkdir(parents=True)
            (folder / name / "x.json").write_bytes(LINE)
        (folder / "b").chmod(0)
        self.addCleanup((folder / "b").chmod, 0o700)
        for options, lines in ((), 3), (("--fail-fast",), 2):  # what could not be read is one of them
            ended = self.as_another_user(*options, folder)
            self.assertEqual(ended.returncode, 4)
            self.assertIn(f"tbsc94: cannot read {folder}/b: Permission denied\n", ended.stderr.decode())
            self.assertEqual(ended.stdout.count(b"\n"), lines)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
