"""Text in, text out: what the manual shows is built against the installed library and run, and the library gives what
the program prints, byte for byte, whatever the options.

usage: grade_json_test.py PREFIX LIBRARIES SOURCE CXX
"""

import ctypes
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

PREFIX, LIBRARIES, SOURCE, CXX = sys.argv[1:]
PROGRAM = os.path.join(PREFIX, "bin", "tbsc94")
LIBRARY = os.path.join(LIBRARIES, "libtbsc94_grade_json.so")
SAMPLES = sorted(pathlib.Path(SOURCE, "data", "samples").glob("*.json"))
ENVIRONMENT = {**os.environ, "LD_LIBRARY_PATH": LIBRARIES, "PATH": f"{PREFIX}/bin:{os.environ['PATH']}", "LC_ALL": "C"}
failures = []


def check(holds, message):
    if not holds:
        failures.append(message)


def printed(*arguments):
    return subprocess.run([PROGRAM, "grade", "--format", "json", *arguments], env=ENVIRONMENT, capture_output=True).stdout


def examples(lang):
    """The manual's programs by their languages."""
    page = pathlib.Path(SOURCE, "data", "manual", lang, "library.md").read_text("utf-8")
    section = page.split("<!-- grade-json-examples -->")[1].split("\n## ")[0]
    return dict(re.findall(r"```(\w+)\n(.*?)```", section, re.S))


def check_examples(folder):
    shown = examples("en")
    check(set(shown) == {"c", "cpp", "python", "js"}, f"the manual shows {sorted(shown)}")
    check(examples("zh") == shown, "the manual in Chinese shows other programs")
    for language, text in shown.items():
        check(len([line for line in text.splitlines() if line]) <= 12, f"{language}: more than ten lines or so")
        (folder / f"grade.{language}").write_text(text, "utf-8")
    flags = f"-I{PREFIX}/include -L{LIBRARIES} -Wall -Wextra -Werror -ltbsc94_grade_json".split()
    subprocess.run([CXX, "-x", "c", "-std=c99", "-pedantic", folder / "grade.c", "-x", "none", *flags, "-o", folder / "c"], check=True)
    subprocess.run([CXX, "-std=c++17", folder / "grade.cpp", *flags, "-o", folder / "cpp"], check=True)
    sample = pathlib.Path("grade-aaa.json")
    shutil.copy(pathlib.Path(SOURCE, "data", "samples", sample), folder)

    def run(*command):
        return subprocess.run([*command, sample], cwd=folder, env=ENVIRONMENT, stdout=subprocess.PIPE, check=True).stdout

    def without_source(result):
        result = json.loads(result)
        return {**result, "input": {**result["input"], "source": "-"}}

    as_printed = printed(folder / sample)
    check(without_source(run(folder / "c")) == without_source(as_printed), "the program in C gives another result")
    check(without_source(run(folder / "cpp")) == without_source(printed("--reading", "row-grade=by-order", folder / sample)),
          "the program in C++ gives another result")
    check(run(sys.executable, folder / "grade.python") == b"AAA\n", "the program in Python gives another grade")
    if shutil.which("node"):
        check(run("node", folder / "grade.js") == b"AAA\n", "the program in Node gives another grade")


def load():
    library = ctypes.CDLL(LIBRARY)
    library.tbsc94_grade_json.restype = ctypes.c_void_p
    library.tbsc94_grade_json.argtypes = ctypes.c_char_p, ctypes.c_size_t, ctypes.c_char_p
    library.tbsc94_free.argtypes = [ctypes.c_void_p]

    def grade(text, options):
        result = library.tbsc94_grade_json(text, len(text), options)
        copy = ctypes.string_at(result)
        library.tbsc94_free(result)
        return copy

    return grade


def check_bytes(grade, folder):
    decisions = folder / "readings.json"
    decisions.write_text('{"row-grade": {"value": "by-order", "decision": "TC 2026-03", "date": "2026-03-01"}}\n')
    scheme = folder / "scheme.json"
    text = pathlib.Path(SOURCE, "data", "schemes", "cts-tbsc94-2026.json").read_text("utf-8")
    scheme.write_text("\N{BYTE ORDER MARK}" + text.replace("CTS TBSC94-2026", "CTS TBSC95-2026"), "utf-8")
    cases = [([], {}),
             (["--lang=zh", "--unknown-keys=ignore"], {"lang": "zh", "unknown_keys": "ignore"}),
             ([f"--readings={decisions}", "--reading=not-applicable=exclude"],
              {"readings": decisions.read_text(), "reading": {"not-applicable": "exclude"}}),
             ([f"--scheme={scheme}"], {"schemes": [scheme.read_text("utf-8")]})]
    own = folder / "own.json"
    own.write_bytes(SAMPLES[0].read_bytes().replace(b"TBSC94-2026", b"TBSC95-2026"))
    misshapen = folder / "misshapen.json"
    misshapen.write_bytes(b'\xef\xbb\xbf{"scheme": 3, "\xff": 1}')
    for file in [*SAMPLES, own, misshapen]:
        for arguments, options in cases:
            result = grade(file.read_bytes(), json.dumps({"source": str(file), **options}).encode())
            check(result == printed(*arguments, file), f"{file.name}, {options}: not what the program prints")
    for no_options in (None, b"", b"{}"):
        check(grade(SAMPLES[0].read_bytes(), no_options) ==
              subprocess.run([PROGRAM, "grade", "--format", "json", "-"], env=ENVIRONMENT, input=SAMPLES[0].read_bytes(),
                             capture_output=True).stdout, f"options {no_options}: not what the program prints")


def check_errors(grade):
    def errors_of(options, text=b"{}"):
        return [(each["code"], each["where"]) for each in json.loads(grade(text, options))["errors"]]

    readings = '{"row-grade": {"value": "x", "decision": "TC 1"}}'
    scheme = pathlib.Path(SOURCE, "data", "schemes", "cts-tbsc94-2026.json").read_text("utf-8")
    for options, expected in [
            ("{", ("malformed-json", "/options")),
            ("[]", ("wrong-type", "/options")),
            ({"sauce": "a"}, ("unknown-key", "/options/sauce")),
            ({"lang": "fr"}, ("unknown-value", "/options/lang")),
            ({"unknown_keys": True}, ("wrong-type", "/options/unknown_keys")),
            ({"reading": {"row-grade": "x"}}, ("unknown-value", "/options/reading/row-grade")),
            ({"reading": {"row": "x"}}, ("unknown-key", "/options/reading/row")),
            ({"readings": readings}, ("unknown-value", "/options/readings/row-grade/value")),
            ({"readings": {}}, ("wrong-type", "/options/readings")),
            ({"schemes": [scheme]}, ("inconsistent-scheme", "/options/schemes/0")),
            ({"schemes": ["[]"]}, ("wrong-type", "/options/schemes/0"))]:
        text = options if isinstance(options, str) else json.dumps(options)
        check(errors_of(text.encode()) == [expected], f"{text[:60]}: {errors_of(text.encode())}")
    check(errors_of(None, b"") == [("malformed-json", "")], "no text is no assessment")
    check(errors_of(None, b"\xff\0") == [("not-utf-8", "")], "what is not UTF-8 is no assessment")


with tempfile.TemporaryDirectory() as name:
    check_examples(pathlib.Path(name))
    check_bytes(load(), pathlib.Path(name))
    check_errors(load())
if shutil.which("objdump"):
    needed = re.findall(r"NEEDED\s+(\S+)", subprocess.run(["objdump", "-p", LIBRARY], capture_output=True, text=True).stdout)
    others = [each for each in needed if not re.match(r"lib(c|m|stdc\+\+|gcc_s)\.so|ld-linux", each)]
    check(not others, f"the library needs {others}")
for each in failures:
    print(each)
sys.exit(bool(failures))
