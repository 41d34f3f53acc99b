"""Holds that a compiler finds an error in each line of misuse.cpp marked wrong, and in no other.

usage: misuse_test.py MISUSE_CPP COMPILER [OPTION...]
"""

import pathlib
import re
import subprocess
import sys

source, compiler = sys.argv[1], sys.argv[2:]
lines = pathlib.Path(source).read_text(encoding="utf-8").splitlines()
wrong = {number for number, line in enumerate(lines, 1) if line.endswith("// wrong")}

done = subprocess.run([*compiler, "-std=c++20", "-fsyntax-only", "-Werror=unused-result", source],
                      env={"LC_ALL": "C", "PATH": "/usr/bin:/bin"}, capture_output=True, text=True)
# What is wrong within a constant expression, g++ tells where it is found, and by the line that led to it.
found = {int(number) for number in re.findall(
    rf"^{re.escape(source)}:(\d+):\d+: +(?:error:|in 'constexpr' expansion of)", done.stderr, re.MULTILINE)}

for number in sorted(wrong ^ found):
    print(f"{source}:{number}: {'compiles' if number in wrong else 'does not compile'}: {lines[number - 1].strip()}")
if wrong != found:
    sys.exit(done.stderr)
if not wrong:
    sys.exit("no line is marked wrong")
