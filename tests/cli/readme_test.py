"""README's console blocks: each command, run in the order in which a reader meets them, prints what stands below it.

A line `…` stands for any lines; a command with nothing below it need only succeed. What several blocks use is
there as README has it: `build/tbsc94`, `data`, and the JSON blocks of a body's decisions and of a small scheme.

usage: readme_test.py PROGRAM SOURCE
"""

import os
import re
import subprocess
import sys
import tempfile

PROGRAM, SOURCE = map(os.path.abspath, sys.argv[1:3])


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


def main():
    with open(os.path.join(SOURCE, "README.md"), encoding="utf-8") as file:
        readme = file.read()
    failures = []
    count = 0
    with tempfile.TemporaryDirectory() as folder:
        os.mkdir(os.path.join(folder, "build"))
        os.symlink(PROGRAM, os.path.join(folder, "build/tbsc94"))
        os.symlink(os.path.join(SOURCE, "data"), os.path.join(folder, "data"))
        with open(os.path.join(folder, "readings.json"), "w", encoding="utf-8") as file:
            file.write(re.search(r'```json\n(\{\n  "row-grade":.*?)```', readme, re.DOTALL)[1])
        with open(os.path.join(folder, "small.json"), "w", encoding="utf-8") as file:
            file.write(re.search(r"<!-- small-scheme -->\n```json\n(.*?)```", readme, re.DOTALL)[1])
        for block in re.findall(r"```console\n(.*?)```", readme, re.DOTALL):
            for command, shown in commands(block):
                count += 1
                printed, code = run(command, folder)
                if not (is_as_shown(printed, shown) if shown else code == 0):
                    failures.append(f"$ {command}\n--- README\n" + "\n".join(shown) + f"\n--- printed, exit code {code}\n{printed}")
    for failure in failures:
        print(failure)
    print(f"{count} commands, {len(failures)} not as shown")
    return 1 if failures or count < 10 else 0


if __name__ == "__main__":
    sys.exit(main())
