"""The manual and the help texts: what they say can be done is done here, and what they show is compared.

usage: manual_test.py PROGRAM SOURCE
"""

import gzip
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata

import workbooks

PROGRAM, SOURCE = map(os.path.abspath, sys.argv[1:3])
SHARE = os.path.join(os.path.dirname(PROGRAM), "share")
PAGES = {"en": os.path.join(SHARE, "man", "man1"), "zh": os.path.join(SHARE, "man", "zh_CN", "man1")}
LOCALES = {"en": "C.UTF-8", "zh": "zh_CN.UTF-8"}
failures = []


def check(holds, message):
    if not holds:
        failures.append(message)


def environment(lang):
    path = os.path.dirname(PROGRAM) + os.pathsep + os.environ["PATH"]
    return {"PATH": path, "LC_ALL": LOCALES[lang], "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "")}


def run(line, lang, folder):
    return subprocess.run(["sh", "-c", line], cwd=folder, env=environment(lang), capture_output=True, text=True)


def help_of(command, lang):
    return subprocess.run([PROGRAM, *command, "--help", "--lang", lang], capture_output=True, text=True, check=True).stdout


def blocks(text):
    """The parts of a help text by their headings."""
    parts = {}
    for part in text.split("\n\n"):
        heading, _, rest = part.partition("\n")
        parts[heading.rstrip(":：")] = rest
    return parts


def commands_below(command, lang):
    listed = blocks(help_of(command, lang)).get({"en": "Commands", "zh": "命令"}[lang], "")
    return [command + [name] for name in re.findall(r"^  (\w+) ", listed, re.M)]


def all_commands(command, lang):
    return [command] + [each for below in commands_below(command, lang) for each in all_commands(below, lang)]


def width(line):
    return sum(2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in line)


def plain(roff):
    """A line of an example, as it is shown."""
    for written, meant in [(r"\fB", ""), (r"\fR", ""), (r"\-", "-"), (r"\(aq", "'"), (r"\(ga", "`"), (r"\(ha", "^"),
                           (r"\(ti", "~"), (r"\(*a", "α"), (r"\&", ""), (r"\e", "\\")]:
        roff = roff.replace(written, meant)
    return roff


def page_of(command, lang):
    name = "-".join(["tbsc94", *command[:1]]) + ".1"
    with open(os.path.join(PAGES[lang], name), encoding="utf-8") as file:
        return file.read()


def examples_of(page):
    """(line, what it prints) of each example."""
    found = []
    for block in re.findall(r"^\.EX\n(.*?)^\.EE$", page, re.M | re.S):
        lines = [plain(each) for each in block.splitlines()]
        check(lines[0].startswith("$ tbsc94 ") or "| tbsc94 " in lines[0], "no example: " + lines[0])
        found.append((lines[0][2:], lines[1:]))
    return found


def prints(shown, output):
    """Whether the output is what is shown, "..." standing for any lines."""
    pattern = "".join(r"(?:.*\n)*" if each == "..." else re.escape(each) + "\n" for each in shown)
    return re.fullmatch(pattern, output) is not None


def make_files(folder):
    """What the examples take to be there."""
    samples = os.path.join(SOURCE, "data", "samples")
    with open(os.path.join(SOURCE, "data", "schemes", "cts-tbsc94-2026.json"), encoding="utf-8") as file:
        scheme = json.load(file)
    scheme["edition"] = "C/0"
    archived = sorted(each for each in os.listdir(samples) if each != "not-applicable.json")
    for assessment, blank, old, archive, edition in [("assessment", "blank", "old", "archive", "edition"),
                                                     ("评价记录", "空白", "上次", "档案", "新版本")]:
        for name in [assessment, blank, old]:
            shutil.copy(os.path.join(samples, "lower-grade-by-shortfall.json"), os.path.join(folder, name + ".json"))
        with open(os.path.join(folder, edition + ".json"), "w", encoding="utf-8") as file:
            json.dump(scheme, file)
        os.mkdir(os.path.join(folder, archive))
        with gzip.open(os.path.join(folder, archive + ".ndjson.gz"), "wt", encoding="utf-8") as packed:
            for each in archived:
                shutil.copy(os.path.join(samples, each), os.path.join(folder, archive, each))
                with open(os.path.join(samples, each), encoding="utf-8") as file:
                    packed.write(json.dumps(json.load(file)) + "\n")
    make_forms(folder)


def make_forms(folder):
    """A form that is filled in, and two that are parts of one audit."""
    with open(os.path.join(SOURCE, "data", "samples", "lower-grade-by-shortfall.json"), encoding="utf-8") as file:
        record = json.load(file, parse_float=str)
    program = workbooks.Program(PROGRAM, folder)
    first, second, *_ = record["service"]["ratings"]
    for ratings, names in (([first, second], ["form.xlsx", "评价表.xlsx"]), ([first], ["one.xlsx", "甲.xlsx"]),
                           ([second], ["other.xlsx", "乙.xlsx"])):
        record["service"]["ratings"] = ratings
        form = workbooks.Form(program.blank(len(ratings))).fill(record).data()
        for name in names:
            program.file(name, form)


def check_examples(lang):
    """Every example of the pages does what it says; those of the help texts are the same."""
    told = [example for name in sorted(os.listdir(PAGES[lang])) for example in
            examples_of(open(os.path.join(PAGES[lang], name), encoding="utf-8").read())]
    check(sum(1 for _, shown in told if shown) >= 4, "few examples show what they print")
    for line, shown in told:
        with tempfile.TemporaryDirectory() as folder:
            make_files(folder)
            for written in re.findall(r"template .*-o (\S+)", line):
                pathlib.Path(folder, written).unlink(missing_ok=True)  # it writes over nothing
            done = run(line, lang, folder)
            check(done.returncode == 0, f"exit code {done.returncode}: {line}\n{done.stderr}")
            check("tbsc94:" not in done.stderr and "tbsc94：" not in done.stderr, f"{line}\n{done.stderr}")
            check(not shown or prints(shown, done.stdout), f"{line}\nprints\n{done.stdout}and not\n" + "\n".join(shown))
            for written in re.findall(r"-o (\S+)", line):
                check(os.path.getsize(os.path.join(folder, written)) > 0, f"{line}: nothing is written")
    lines = {line for line, _ in told}
    for command in all_commands([], lang):
        parts = blocks(help_of(command, lang))
        heading = {"en": "Examples", "zh": "示例"}[lang]
        check(list(parts)[1] == heading, f"{command}: the help does not lead with examples")
        in_help = re.findall(r"^    \$ (.*)$", parts.get(heading, ""), re.M)
        check(in_help and (set(in_help) <= lines or command == ["scheme"]), f"{command}: examples of the help alone")


def check_options(lang):
    """Page and help name the same options and exit codes, and every command has a page."""
    for command in all_commands([], lang):
        text = help_of(command, lang)
        check(all(width(line) <= 80 for line in text.splitlines()), f"{command}: the help is wider than 80 columns")
        page = page_of(command, lang)
        if len(command) > 1:
            page = "".join(part for part in re.split(r"^\.SS ", page, flags=re.M) if plain(part).startswith(
                '"tbsc94 ' + " ".join(command) + '"'))
        elif commands_below(command, lang) and command:
            continue  # the page has those of the commands below
        in_help = set(re.findall(r"^  (?:-\w, )?(--[a-z-]+)", text, re.M))
        in_page = set(re.findall(r"^(?:\\fB\\-\w\\fR, )?\\fB(\\-\\-[a-z\\-]+)\\fR", page, re.M))
        check(in_help == {plain(each) for each in in_page}, f"{command}: {in_help} in the help, {in_page} in the page")
        check(re.findall(r"^  (\d)  ", text, re.M) == list("01234"), f"{command}: exit codes")


def check_form(lang):
    """The pages as their readers' programs find them."""
    for name in sorted(os.listdir(PAGES[lang])):
        path = os.path.join(PAGES[lang], name)
        with open(path, encoding="utf-8") as file:
            text = file.read()
        sections = re.findall(r'^\.SH "(.*)"$', text, re.M)
        for each in {"en": ["NAME", "SYNOPSIS", "DESCRIPTION", "EXAMPLES", "OPTIONS", "EXIT STATUS", "ENVIRONMENT",
                            "FILES", "SEE ALSO"],
                     "zh": ["名称", "概述", "描述", "示例", "选项", "退出码", "环境变量", "文件", "参见"]}[lang]:
            check(each in sections, f"{path}: no section {each}")
        check_set(path)


def check_subjects(lang):
    """The pages on subjects: one for each page of the manual, in section 5 or 7."""
    man = os.path.dirname(PAGES[lang])
    found = [os.path.join(man, section, name) for section in ("man5", "man7")
             for name in sorted(os.listdir(os.path.join(man, section)))]
    subjects = sorted(name[:-3] for name in os.listdir(os.path.join(SOURCE, "data", "manual", lang)))
    check(sorted(re.search(r"tbsc94-(\w+)\.[57]$", path)[1] for path in found) == subjects, f"{found}: not {subjects}")
    for path in found:
        check_set(path, is_wide=True)
    for subject in subjects:
        shown = subprocess.run([PROGRAM, "help", subject, "--lang", lang], capture_output=True, text=True)
        check(shown.returncode == 0 and len(shown.stdout) > 500, f"help {subject}: {shown.stderr}")


def check_completions():
    """What `completion` prints is what an installation brings, and each shell that is here completes by it."""
    installed = {"bash": "bash-completion/completions/tbsc94", "zsh": "zsh/vendor-completions/_tbsc94",
                 "fish": "fish/vendor_completions.d/tbsc94.fish"}
    asked = {"bash": "source %s; COMP_WORDS=(tbsc94 reg); COMP_CWORD=1; COMP_LINE='tbsc94 reg'; COMP_POINT=10; "
                     "$(complete -p tbsc94 | sed 's/.*-F \\([^ ]*\\).*/\\1/') tbsc94 reg tbsc94; printf '%%s\n' \"${COMPREPLY[@]}\"",
             "fish": "source %s; complete -C 'tbsc94 reg'"}
    for shell, path in installed.items():
        path = os.path.join(SHARE, path)
        printed = subprocess.run([PROGRAM, "completion", shell], capture_output=True, text=True).stdout
        with open(path, encoding="utf-8") as file:
            check(printed == file.read(), f"completion {shell} prints another script than {path}")
        if shutil.which(shell):
            done = subprocess.run([shell, "-n", path], capture_output=True, text=True)
            check(done.returncode == 0 and not done.stderr, f"{shell} -n: {done.stderr}")
        if shell in asked and shutil.which(shell):
            done = subprocess.run([shell, "-c", asked[shell] % path], capture_output=True, text=True)
            check("regrade" in done.stdout.split() and not done.stderr, f"{shell} completes: {done.stdout}{done.stderr}")


def check_set(path, is_wide=False):
    """The programs that set man pages take this one without a word; `is_wide`: it has code that is never broken."""
    if shutil.which("mandoc"):
        # A page that is built again must be the same: it has no date.
        found = subprocess.run(["mandoc", "-T", "lint", "-W", "warning", path], capture_output=True, text=True).stdout
        found = [each for each in found.splitlines() if "missing date" not in each]
        check(not found, "\n".join(found))
    if shutil.which("man") and shutil.which("groff"):
        done = subprocess.run(["man", "--warnings", "-E", "UTF-8", "-l", path], capture_output=True, text=True,
                              env={**os.environ, "LC_ALL": "C.UTF-8", "MANWIDTH": "80"})
        said = [each for each in done.stderr.splitlines() if not (is_wide and "can't break line" in each)]
        check(done.returncode == 0 and not said, f"{path}: {said}")
        check(is_wide or not done.stdout or all(width(each) <= 80 for each in done.stdout.splitlines() if "\x1b" not in each),
              f"{path}: a line is wider than the page")
    if shutil.which("lexgrog"):
        check(subprocess.run(["lexgrog", path], capture_output=True).returncode == 0, f"{path}: no name for whatis")


for each in ["en", "zh"]:
    check_examples(each)
    check_options(each)
    check_form(each)
    check_subjects(each)
check_completions()
for failure in failures:
    print(failure, file=sys.stderr)
sys.exit(1 if failures else 0)
