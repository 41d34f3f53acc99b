"""The console blocks of README and the manual: each command, run in the order in which a reader meets them, prints what
stands below it.

A line `…` stands for any lines; a command with nothing below it need only succeed. What the blocks of a page use is
there as the page has it: `build/tbsc94`, `data`, and each JSON block under a comment that names it.

usage: readme_test.py PROGRAM SOURCE
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

from workbooks import Form

PROGRAM, SOURCE = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])
MANUAL = SOURCE / "data/manual"
failures = []


def commands(block):
    """Each `$ command` of a console block with the lines below it."""
    found = []
    for line in block.splitlines():
        if line.startswith("$ "):
            found.append((line[2:], []))
        else:
            found[-1][1].append(line)
    return found


def is_as_shown(printed, shown):
    pattern = "".join("(?:.*\n)*" if line == "…" else re.escape(line) + "\n" for line in shown)
    return re.fullmatch(pattern, printed) is not None


def run(command, folder):
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "")}
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], cwd=folder, env=environment, capture_output=True, text=True)
    return done.stdout + done.stderr, done.returncode


def check_page(path):
    """How many commands the page shows."""
    page = path.read_text("utf-8")
    count = 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "build").mkdir()
        (folder / "build/tbsc94").symlink_to(PROGRAM)
        (folder / "data").symlink_to(SOURCE / "data")
        for file, text in re.findall(r"<!-- (\S+\.json) -->\n```json\n(.*?)```", page, re.DOTALL):
            (folder / file).write_text(text, "utf-8")
        for block in re.findall(r"```console\n(.*?)```", page, re.DOTALL):
            for command, shown in commands(block):
                count += 1
                printed, code = run(command, folder)
                if not (is_as_shown(printed, shown) if shown else code == 0):
                    failures.append(f"{path}: $ {command}\n--- shown\n" + "\n".join(shown) +
                                    f"\n--- printed, exit code {code}\n{printed}")
    return count


def check_steps():
    """The numbered steps: what step 2 has people fill in is filled in here, whole and by each of two assessors."""
    steps = re.findall(r"^\d\. .*?`(\./build/tbsc94 [^`]+)`", (SOURCE / "README.md").read_text("utf-8"), re.MULTILINE)
    sample = (SOURCE / "data/samples/grade-aaaa.json").read_text("utf-8")
    record = json.loads(sample, parse_float=str, parse_int=str)
    ratings = record["service"]["ratings"]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "build").mkdir()
        (folder / "build/tbsc94").symlink_to(PROGRAM)
        for at, command in enumerate(steps):
            printed, code = run(command, folder)
            if code != 0:
                failures.append(f"step {command}: exit code {code}\n{printed}")
            if at == 0:
                blank = (folder / "评价表.xlsx").read_bytes()
                for file, theirs in (("评价表", ratings), ("甲", ratings[:1]), ("乙", ratings[1:2])):
                    part = record | {"service": record["service"] | {"ratings": theirs}}
                    (folder / f"{file}.xlsx").write_bytes(Form(blank).fill(part).data())
            if "grade" in command and "html" not in command and "判定：达到 AAAA 级" not in printed:
                failures.append(f"step {command}: no verdict\n{printed}")
        if len(steps) != 4 or not (folder / "报告.html").exists() or len(ratings) < 2:
            failures.append(f"README's steps are others: {steps}")


def check_links(path):
    """Every link to a file of the repository leads somewhere; README's releases are beside it on the web alone."""
    prose = re.sub(r"```.*?```", "", path.read_text("utf-8"), flags=re.DOTALL)
    for target in re.findall(r"\]\(([^)#:]+)\)", prose):
        if target != "../../releases/latest" and not (path.parent / target).exists():
            failures.append(f"{path}: no such file: {target}")


def check_languages():
    """Both languages have the same pages, and each page the same program to compile and the same files."""
    pages = {lang: sorted(path.name for path in (MANUAL / lang).glob("*.md")) for lang in ("zh", "en")}
    if pages["zh"] != pages["en"]:
        failures.append(f"the manual's pages differ: {pages}")
    for name in pages["en"]:
        blocks = [re.findall(r"```(?:cpp|json)\n(.*?)```", (MANUAL / lang / name).read_text("utf-8"), re.DOTALL)
                  for lang in ("zh", "en")]
        if blocks[0] != blocks[1]:
            failures.append(f"{name}: the code differs between the languages")


paths = [SOURCE / "README.md", *sorted(MANUAL.glob("*/*.md"))]
count = sum(map(check_page, paths))
for each in paths:
    check_links(each)
check_languages()
check_steps()
if len((SOURCE / "README.md").read_bytes()) > 16384:
    failures.append("README is larger than 16 KB: what it is too much for belongs to the manual")
for failure in failures:
    print(failure)
print(f"{count} commands, {len(failures)} faults")
sys.exit(1 if failures or count < 15 else 0)
