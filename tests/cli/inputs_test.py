"""What folders and packed files hold: nothing is passed over without a word, nothing is read in two ways.

usage: inputs_test.py PROGRAM SOURCE_DIR
"""

import bz2
import gzip
import io
import json
import lzma
import os
import pathlib
import resource
import struct
import subprocess
import sys
import tarfile
import tempfile
import unittest
import warnings
import zipfile

PROGRAM, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2])
SAMPLE = json.loads((SOURCE / "data" / "samples" / "grade-aaa.json").read_text("utf-8"))
NO_RECORDS = "no assessment files (.json, .ndjson, .jsonl, .xlsx) in it"


def document(name="T-1"):
    return json.dumps({**SAMPLE, "id": name}).encode()


def lines(*names):
    return b"".join(document(name) + b"\n" for name in names)


def zipped(*members, method=zipfile.ZIP_DEFLATED, **more):
    """A zip of names and texts."""
    to = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of a name that comes twice
        with zipfile.ZipFile(to, "w", method, **more) as archive:
            for name, text in members:
                archive.writestr(name, text)
    return to.getvalue()


def tarred(*members, **more):
    to = io.BytesIO()
    with tarfile.open(fileobj=to, mode="w", **more) as archive:
        for name, text in members:
            info = tarfile.TarInfo(name)
            info.size = len(text)
            archive.addfile(info, io.BytesIO(text))
    return to.getvalue()


def zstd(data):
    return subprocess.run(["zstd", "-qc"], input=data, capture_output=True, check=True).stdout


def has_zstd():
    try:
        return bool(zstd(b""))
    except (OSError, subprocess.CalledProcessError):
        return False


PACKERS = {"gz": gzip.compress, "bz2": bz2.compress, "xz": lzma.compress, **({"zst": zstd} if has_zstd() else {})}


class Inputs(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def write(self, name, data=None):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(document() if data is None else data)
        return path

    def run_it(self, *arguments, form="ndjson", lang="en", **more):
        return subprocess.run([PROGRAM, "grade", "--lang", lang, "--format", form, *map(str, arguments)],
                              capture_output=True, cwd=self.folder, timeout=120, **more)

    def graded(self, *arguments, code=0, said="", **more):
        """The sources of the records, from behind the folder, and what was said ahead of the account."""
        ended = self.run_it(*arguments, **more)
        text = ended.stderr.decode()
        self.assertEqual(ended.returncode, code, text)
        self.assertIn(said, text)
        entries = map(json.loads, ended.stdout.splitlines())
        return [each["source"].removeprefix(f"{self.folder}/") for each in entries
                if "unreadable" not in [error["code"] for error in each.get("errors", ())]]

    def said(self, *arguments, **more):
        return self.run_it(*arguments, **more).stderr.decode()

    # --- endings and what is passed over ---

    def test_endings_count_in_any_case(self):
        inner = ("A.JSON", document()), ("b.Json", document()), ("C.NDJSON", lines("1", "2")), ("d.JsonL", lines("3"))
        names = {"D/1.JSON": document(), "D/2.NDJson": lines("1"), "D/3.ZIP": zipped(*inner), "D/4.Tar": tarred(*inner),
                 "D/5.TGZ": gzip.compress(tarred(*inner)), "D/6.Json.Gz": gzip.compress(document())}
        for name, data in names.items():
            self.write(name, data)
        members = ["A.JSON", "b.Json", "C.NDJSON:1", "C.NDJSON:2", "d.JsonL:1"]
        packed = [f"D/{name}/{member}" for name in ("3.ZIP", "4.Tar", "5.TGZ") for member in members]
        self.assertEqual(self.graded(self.folder / "D"), ["D/1.JSON", "D/2.NDJson:1", *packed, "D/6.Json.Gz"])

    def test_what_a_folder_holds_besides_is_counted_by_ending(self):
        for name in ("a.json", "d.JSON", ".hidden.json"):
            self.write("m/" + name)
        for name in ("b.rar", "c.7z", "e.txt", "sub/E.TXT", "f.xls", "README", ".DS_Store", "g.第二版", "h.json.txt"):
            self.write("m/" + name, b"?")
        os.symlink(self.folder, self.folder / "m" / "round")
        besides = ("passed over: 1 .7z, 1 .json.txt, 1 .rar, 2 .txt, 1 .xls, 1 without an ending, 1 hidden, 1 links, "
                   "1 others (to read a .json.txt, take off the .txt or name the file itself)\n")
        self.assertEqual(self.graded("m", said="\n  " + besides), ["m/.hidden.json", "m/a.json", "m/d.JSON"])
        text = self.run_it("m", form="text")
        self.assertIn("\n  " + besides, text.stdout.decode())
        told, parts = text.stderr.decode().split("\n", 1)
        self.assertEqual("tbsc94: " + besides, told + "\n")
        self.assertTrue(all(line.startswith("tbsc94: the id T-1 is in m/.hidden.json and in ") for line in parts.splitlines()))
        self.assertEqual(self.said("m", "-q", form="text"), "")
        self.assertIn("略过：1 个 .7z、1 个 .json.txt、1 个 .rar", self.said("m", lang="zh"))
        # The counts do not hang on the number of jobs, and stand where nothing is read, too.
        self.assertEqual(self.said("m", "-j1"), self.said("m", "-j4"))
        self.write("none/notes.TXT", b"")
        self.assertIn("  passed over: 1 .txt\n", self.said("none"))
        self.assertIn(NO_RECORDS, self.said("none"))

    def test_what_an_archive_holds_besides_is_counted_by_ending(self):
        inner = zipped(("a.json", document()))
        members = [("a.json", document()), ("n.txt", b"?"), ("b/scan.PDF", b"?"), ("i.zip", inner), ("._a.json", b"\0"),
                   ("__MACOSX/x.json", b"\0")]
        for name, data in (("a.zip", zipped(*members)), ("a.tar", tarred(*members))):
            self.assertEqual(self.graded(self.write(name, data), said="  passed over: 1 .pdf, 1 .txt, 1 .zip\n"),
                             [name + "/a.json"])
        linked = tarfile.TarInfo("b.json")
        linked.type, linked.linkname = tarfile.LNKTYPE, "a.json"
        to = io.BytesIO(tarred(("a.json", document())))
        with tarfile.open(fileobj=to, mode="a") as archive:
            archive.addfile(linked)
        self.assertEqual(len(self.graded(self.write("l.tar", to.getvalue()), said="  passed over: 1 links\n")), 1)

    def test_endings_without_number_are_kept_in_bounds(self):
        self.write("a.zip", zipped(*((f"a.x{i}", b"") for i in range(1000)), ("b.json", document())))
        said = self.said("a.zip")
        self.assertIn("900 others", said)
        self.assertLess(len(said), 3000)

    def test_companions_of_a_mac_are_passed_over(self):
        self.write("mac/a.json")
        for name in ("._a.json", "._b.ndjson", "._c.zip", "__MACOSX/._a.json", "sub/._a.json.gz"):
            self.write("mac/" + name, b"\0\5\x16\7")
        self.assertEqual(self.graded("mac"), ["mac/a.json"])
        self.assertNotIn("passed over", self.said("mac"))

    def test_a_text_file_behind_an_assessments_name_is_read_where_it_is_named(self):
        self.assertEqual(self.graded(self.write("a.json.txt")), ["a.json.txt"])
        self.assertEqual(self.graded(self.write("A.NDJSON.TXT", lines("1", "2"))), ["A.NDJSON.TXT:1", "A.NDJSON.TXT:2"])

    # --- the output in the folder ---

    def test_the_output_is_no_input_of_the_next_run(self):
        self.write("d/a.json")
        for output in ("d/results.ndjson", "d/sub/R.JSON"):
            (self.folder / output).parent.mkdir(exist_ok=True)
            remark = f"tbsc94: {output}: the results go into it; as an input it was passed over\n"
            for run in range(3):
                ended = self.run_it("-o", output, "d")
                self.assertEqual((ended.returncode, remark in ended.stderr.decode()), (0, run > 0))
                self.assertEqual((self.folder / output).read_bytes().count(b"\n"), 1)
                self.assertNotIn(b"passed over:", ended.stderr)  # the temporary file is nothing that was found
            (self.folder / output).unlink()

    def test_what_has_a_name_like_that_of_a_temporary_file_is_read(self):
        names = ("d/.a.json", "d/r.ndjson", "d/r.a.json", "d/r.backup/b.json", "d/._old/c.json")
        for name in names:
            self.write(name)
        self.assertEqual(self.graded("d"), sorted(name + ":1" * name.endswith(".ndjson") for name in names))
        self.assertIn("read 5: graded 5", self.said("-o", "r", "d"))

    def test_nor_by_another_name(self):
        self.write("d/a.json")
        self.write("old.ndjson", b"")
        os.symlink("../old.ndjson", self.folder / "d" / "link.ndjson")
        for output in ("old.ndjson", "d/../old.ndjson"):
            hard = self.folder / "d" / "hard.ndjson"
            hard.unlink(missing_ok=True)
            os.link(self.folder / "old.ndjson", hard)
            said = self.said("-o", output, "d")
            self.assertIn("read 1: graded 1", said)
            for name in ("link", "hard"):
                self.assertIn(f"d/{name}.ndjson: the results go into it", said)
        with open(self.folder / "d" / "out.ndjson", "wb") as out:
            command = [PROGRAM, "grade", "--lang", "en", "--format", "ndjson", "d/"]
            ended = subprocess.run(command, stdout=out, stderr=subprocess.PIPE, cwd=self.folder, timeout=60)
        self.assertIn(b"d/out.ndjson: the results go into it", ended.stderr)

    def test_reports_in_the_folder_searched_are_nothing_found(self):
        self.write("d/a.json")
        self.write("d/b.json")
        ended = self.run_it("-o", "d/reports", "d", form="html")
        self.assertEqual((ended.returncode, b"passed over" in ended.stderr), (0, False))

    # --- compressed data that break off ---

    def test_a_second_stream_that_is_no_whole_one_is_an_error(self):
        whole = lines("1", "2")
        for kind, pack in PACKERS.items():
            first, second = pack(whole[:len(whole) // 2]), pack(whole[len(whole) // 2:])
            self.assertEqual(len(self.graded(self.write(f"whole.ndjson.{kind}", first + second))), 2)
            for cut in (1, 2, 3, 4, 5, 9, 12, 14, 20, len(second) // 2, len(second) - 1):
                path = self.write(f"cut.ndjson.{kind}", first + second[:cut])
                found = self.graded(path, code=4, said=f"tbsc94: cannot read {path}: ")
                self.assertEqual(found, [f"cut.ndjson.{kind}:{line + 1}" for line in range(len(found))])
            for junk in (b"junk", b"BZh9 and so on", b"\x1f\x8b\x08 and so on", b"{}\n" * 20):
                self.graded(self.write(f"junk.ndjson.{kind}", first + junk), code=4)
                self.graded(self.write(f"junk.tar.{kind}", pack(tarred(("a.json", whole))) + junk), code=4)

    def test_a_tar_cut_between_members_is_an_error_behind_any_compression(self):
        whole = tarred(("a.json", document("1")), ("b.json", document("2")), ("c.json", document("3")))
        at = whole.index(b"c.json")
        for name, data in (("a.tar", whole[:at]), *((f"a.tar.{kind}", pack(whole[:at])) for kind, pack in PACKERS.items())):
            self.assertEqual(len(self.graded(self.write(name, data), code=4, said="tar's end mark is missing")), 2)
        for blocks in (1, 2, 5000):  # of zeros at its end
            data = whole.rstrip(b"\0")
            data += bytes(-len(data) % 512 + 512 * blocks)
            self.assertEqual(len(self.graded(self.write("b.tar", data))), 3)
            self.assertEqual(len(self.graded(self.write("b.tgz", gzip.compress(data)))), 3)

    def test_what_is_packed_twice_is_not_unpacked_twice(self):
        self.graded(self.write("a.json.xz", lzma.compress(lzma.compress(document()))), code=3)

    # --- names ---

    def test_members_of_one_name_are_told_apart(self):
        members = ("a.json", document("1")), ("b.ndjson", lines("2")), ("a.json", document("3")), ("a.json", document("4"))
        for name, data in (("a.zip", zipped(*members)), ("a.tar", tarred(*members))):
            remark = f"tbsc94: {self.folder}/{name}: members with the name of an earlier one: 2, the first of them a.json;"
            self.assertEqual(self.graded(self.write(name, data), said=remark),
                             [f"{name}/a.json", f"{name}/b.ndjson:1", f"{name}/a.json#2", f"{name}/a.json#3"])
        self.assertNotIn("earlier", self.said(self.write("b.zip", zipped(*members[:2]))))

    def test_many_members_have_names_of_their_own(self):
        members = [(f"{i}.json", b"") for i in range(3000)]
        sources = self.graded(self.write("a.tar", tarred(*members, *members[:10])), code=3)
        self.assertEqual(sources[:3000], [f"a.tar/{i}.json" for i in range(3000)])
        self.assertEqual(sources[3000:], [f"a.tar/{i}.json#2" for i in range(10)])

    def test_names_are_bounded(self):
        def named(size):
            return "n" * (size - 5) + ".json"
        for name, pack in (("a.zip", zipped), ("a.tar", tarred)):
            archive = self.write(name, pack((named(4096), document("1")), (named(4097), document("2")), ("c.json", document("3"))))
            found = self.graded(archive, code=4, said="a member's name is longer than the limit of 4096 bytes")
            self.assertEqual([len(each) for each in found], [len(name) + 1 + 4096, len(name) + 7])
        long = gzip.compress(tarred((named(900_000), b"{}\n" * 100_000)))
        self.assertLess(len(long), 3000)
        self.assertEqual(self.graded(self.write("a.tgz", long), code=4), [])

    def test_a_map_of_holes_is_bounded(self):
        def pax(*records):
            text = b""
            for each in records:
                size = len(each) + 2 + len(str(len(each)))
                size += len(str(size)) + len(each) + 2 - size
                text += f"{size} {each}\n".encode()
            return text

        def part(name, data, kind=b"0"):
            info = tarfile.TarInfo(name)
            info.size, info.type = len(data), kind
            return info.tobuf(tarfile.USTAR_FORMAT) + data + bytes(-len(data) % 512)

        def holes(count):
            attributes = pax("GNU.sparse.major=1", "GNU.sparse.minor=0", "GNU.sparse.name=a.json", "GNU.sparse.realsize=2")
            table = f"{count}\n".encode() + b"0\n0\n" * (count - 1) + b"0\n2\n"
            table += bytes(-len(table) % 512)
            return part("x", attributes, b"x") + part("GNUSparseFile.0/a.json", table + b"{}") + bytes(1024)

        self.assertEqual(self.graded(self.write("few.tar.gz", gzip.compress(holes(1000))), code=3), ["few.tar.gz/a.json"])
        self.assertEqual(self.graded(self.write("many.tar.gz", gzip.compress(holes(2_000_000))), code=4,
                                     said="exceeds the limit of 2 MiB"), [])

    # --- zips that are read in two ways ---

    def refused(self, data, why="the zip's directory does not agree with its content"):
        path = self.write("bad.zip", data)
        for form in ("ndjson", "csv", "json", "text"):
            ended = self.run_it(path, form=form)
            self.assertEqual(ended.returncode, 4, ended.stderr)
            self.assertIn(f"tbsc94: cannot read {path}: {why}", ended.stderr.decode())

    def test_a_zip_whose_directory_disagrees_with_its_members_is_refused(self):
        good = zipped(("a.json", document("1")), ("b.json", document("2")))
        self.assertEqual(len(self.graded(self.write("good.zip", good))), 2)
        second, entries, end = good.index(b"PK\3\4", 1), good.index(b"PK\1\2"), good.index(b"PK\5\6")
        last = good.index(b"PK\1\2", entries + 1)
        # One behind the other; something ahead of it; a member that the directory leaves out, first, last, between.
        self.refused(good + good)
        self.refused(b"#!/bin/sh\n" + good)
        counts = struct.pack("<HHII", 1, 1, end - last, last)
        self.refused(good[:entries] + good[last:end] + good[end:end + 8] + struct.pack("<HHII", 1, 1, end - last, entries) + good[end + 20:])
        self.refused(good[:last] + good[end:end + 8] + struct.pack("<HHII", 1, 1, last - entries, entries) + good[end + 20:],
                     f"a.json: the zip's directory does not agree with the member itself")
        # More entries than it says, or fewer; two at one header.
        self.refused(good[:end + 8] + struct.pack("<HH", 1, 1) + good[end + 12:])
        self.refused(good[:end + 8] + struct.pack("<HH", 3, 3) + good[end + 12:])
        self.refused(good[:last + 42] + bytes(4) + good[last + 46:])
        # A directory cut off, or none, or behind which there is more.
        missing = "no whole zip: the directory at its end is missing or cut off"
        for cut in (good[:end], good[:last], good[:entries], good[:-1], good[:second], good + b"\n"):
            self.refused(cut, missing)

    def test_a_member_that_says_otherwise_than_the_directory_is_refused_and_the_others_read(self):
        good = zipped(("a.json", document("1")), ("b.json", document("2")))
        second, last = good.index(b"PK\3\4", 1), good.rindex(b"PK\1\2")
        for at in (0, 6, 8, 14, 18, 22, 26, 28, 30):  # mark, flags, method, checksum, sizes, lengths, name
            bad = bytearray(good)
            bad[second + at] ^= 1
            found = self.graded(self.write("bad.zip", bytes(bad)), code=4)
            self.assertEqual(found, ["bad.zip/a.json"], f"byte {at} of the member's header")
        for at in (8, 10, 16, 20, 24, 46):
            bad = bytearray(good)
            bad[last + at] ^= 1
            self.assertEqual(self.graded(self.write("bad.zip", bytes(bad)), code=4), ["bad.zip/a.json"], f"byte {at} of its entry")

    def test_zips_as_others_write_them_are_read(self):
        class unseekable(io.BytesIO):
            def seekable(self):
                return False
            def seek(self, *_):
                raise OSError
            def tell(self):
                raise OSError

        streamed = unseekable()
        with zipfile.ZipFile(streamed, "w", zipfile.ZIP_DEFLATED) as archive:  # sizes stand behind the data
            for name in ("a.json", "b.json"):
                archive.writestr(name, document(name))
        wide = io.BytesIO()
        with zipfile.ZipFile(wide, "w") as archive:
            for name in ("a.json", "b.json"):
                with archive.open(name, "w", force_zip64=True) as member:
                    member.write(document(name))
        both = unseekable()
        with zipfile.ZipFile(both, "w") as archive:
            for name in ("a.json", "b.json"):
                with archive.open(name, "w", force_zip64=True) as member:
                    member.write(document(name))
        plain = zipped(("a.json", document()), ("b.json", document()))
        commented = io.BytesIO(plain)
        with zipfile.ZipFile(commented, "a") as archive:
            archive.comment = b"a comment " * 100
        grown = io.BytesIO(zipped(("a.json", document())))
        with zipfile.ZipFile(grown, "a") as archive:
            archive.mkdir("folder") if hasattr(archive, "mkdir") else archive.writestr("folder/", b"")
            archive.writestr("b.json", document())
        entries, end = plain.index(b"PK\1\2"), plain.index(b"PK\5\6")
        last = plain.index(b"PK\1\2", entries + 1)
        turned = plain[:entries] + plain[last:end] + plain[entries:last] + plain[end:]  # the directory in another order
        for data in (streamed.getvalue(), wide.getvalue(), both.getvalue(), plain, commented.getvalue(), grown.getvalue(), turned):
            self.assertEqual(self.graded(self.write("a.zip", data)), ["a.zip/a.json", "a.zip/b.json"])
        many = zipped(*((f"{i}.txt", b"") for i in range(66_000)), ("a.json", document()), method=zipfile.ZIP_STORED)
        self.assertEqual(self.graded(self.write("m.zip", many)), ["m.zip/a.json"])  # counted in zip64


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
