#!/usr/bin/env python3
"""Measures this program side by side with others on one generated archive, as ratios.

    tests/bench/run.py BUILD_FOLDER [--records 200000] [--files 50000] [--rounds 9]

The programs take turns, round after round, so that what slows the machine slows them all; each figure is the
median of the ratios of its rounds. jq, python3 and node compute service score and management total in doubles,
which is less than grading; DuckDB, by way of node's @duckdb/node-api (`npm install`, and NODE_PATH), computes the
same. Those that are not installed are left out.
"""
import argparse
import fractions
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
import duckdb_query

JQ = """
  ($w[0]) as $w | [.service.ratings[].alpha | to_entries | map(.value * $w[.key]) | add] | add / length
"""
PYTHON = """
import json, sys
weights = json.loads(sys.argv[1])
for line in open(sys.argv[2], encoding="utf-8"):
    record = json.loads(line)
    ratings = record["service"]["ratings"]
    score = sum(sum(weights[item] * value for item, value in each["alpha"].items()) for each in ratings) / len(ratings)
    total = sum(record["management"]["levels"].values())
    print(record["id"], score, total)
"""
NODE = """
const fs = require("fs"), { Worker, isMainThread, workerData } = require("worker_threads");
if (isMainThread) {
  for (let i = 0; i < 2; i++) new Worker(__filename, { workerData: { part: i, argv: process.argv.slice(2) } });
} else {
  const [weightsText, path, out] = workerData.argv, weights = JSON.parse(weightsText);
  const bytes = fs.readFileSync(path), half = bytes.indexOf(10, bytes.length / 2) + 1;
  const text = (workerData.part ? bytes.subarray(half) : bytes.subarray(0, half)).toString("utf8");
  const lines = [];
  for (const line of text.split("\\n")) {
    if (!line) continue;
    const record = JSON.parse(line);
    let score = 0;
    for (const { alpha } of record.service.ratings) for (const item in alpha) score += weights[item] * alpha[item];
    let total = 0;
    for (const item in record.management.levels) total += record.management.levels[item];
    lines.push(`${record.id} ${score / record.service.ratings.length} ${total}`);
  }
  fs.writeFileSync(out + workerData.part, lines.join("\\n"));
}
"""
DUCKDB = """
const { DuckDBInstance } = require("@duckdb/node-api");
DuckDBInstance.create(":memory:").then((db) => db.connect())
  .then((connection) => connection.run(require("fs").readFileSync(0, "utf8")))
  .catch((error) => { console.error(error); process.exit(1); });
"""


def write_shapes(archive, folder, count):
    """The same assessments as people and other programs write them, each shape in a file of its own."""
    def dump(record, **options):
        return json.dumps(record, ensure_ascii=False, **{"separators": (",", ":"), **options}) + "\n"
    def finer(record):
        for rating in record["service"]["ratings"]:
            rating["alpha"] = {item: round(max(value - 0.0017, 0), 4) for item, value in rating["alpha"].items()}
        return record
    items = [item["id"] for item in duckdb_query.items(duckdb_query.scheme()["service"]["characteristics"])]
    guide = {"guide": {item: {"item": "功能性·人员", "points_due": 5} for item in items}}
    shapes = {
        "spaces": lambda record: dump(record, separators=(", ", ": ")),
        "keys sorted": lambda record: dump(record, sort_keys=True),
        "remarks": lambda record: dump({**record, "service": {**record["service"], "remarks": {"2.1": "两名员工未经培训"}}}),
        "four decimals": lambda record: dump(finer(record)),
        "extensions": lambda record: dump({**record, "extensions": guide}),
    }
    paths = {name: folder / f"{name}.ndjson" for name in shapes}
    with open(archive, encoding="utf-8") as lines:
        lines = [line for line, _ in zip(lines, range(count))]
    for name, write in shapes.items():
        paths[name].write_text("".join(write(json.loads(line)) for line in lines), encoding="utf-8")
    return {name: str(path) for name, path in paths.items()}


def has_duckdb():
    return shutil.which("node") and subprocess.run(["node", "-e", "require('@duckdb/node-api')"],
                                                   stderr=subprocess.DEVNULL).returncode == 0


def weights():
    groups = duckdb_query.scheme()["service"]["characteristics"]
    return {item["id"]: item["points_due"] for item in duckdb_query.items(groups)}


def seconds(command, stdin=None):
    begin = time.monotonic()
    with open(stdin or os.devnull, "rb") as source:
        subprocess.run(command, check=True, stdin=source, stdout=subprocess.DEVNULL)
    return time.monotonic() - begin


def measure(title, count, base, runs, rounds):
    """Prints a table: each run's rate, and how many times as fast as `base` it is."""
    for command, stdin in runs.values():
        seconds(command, stdin)  # once to warm up
    taken = {name: [] for name in runs}
    for _ in range(rounds):
        for name, (command, stdin) in runs.items():
            taken[name].append(seconds(command, stdin))
    print(f"\n| {title} | a second | of `{base}` |\n| --- | ---: | ---: |")
    for name, times in taken.items():
        ratio = statistics.median(of / mine for of, mine in zip(taken[base], times))
        print(f"| `{name}` | {count / statistics.median(times):,.0f} | {ratio:.3g} |")


def check_same(ours, theirs):
    """That two files of results say the same of each assessment; this program's stand first."""
    names = ("id", "grade", "depends_on", "management_level", "management_total", "service_score")
    with open(ours, encoding="utf-8") as mine, open(theirs, encoding="utf-8") as other:
        for number, lines in enumerate(zip(mine, other, strict=True), 1):
            a, b = map(json.loads, lines)
            if (any(a[name] != b[name] for name in names)
                    or fractions.Fraction(a["service_score_exact"]) != fractions.Fraction(b["service_score_exact"])):
                sys.exit(f"assessment {number} differs:\n{lines[0]}{lines[1]}")
    print(f"\nDuckDB's results are the same, of all {number:,} assessments.")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--records", type=int, default=200_000)
    parser.add_argument("--files", type=int, default=50_000)
    parser.add_argument("--rounds", type=int, default=9)
    options = parser.parse_args()
    program = str(options.build / "tbsc94")
    tool = lambda name: str(next(options.build.rglob("tbsc94_bench_" + name)))

    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        archive = str(folder / "archive.ndjson")
        with open(archive, "wb") as out:
            subprocess.run([tool("generate"), str(options.records)], check=True, stdout=out)
        size = os.path.getsize(archive) / 1e6
        print(f"{options.records:,} assessments, {size:.0f} MB of NDJSON, output written to a file; {os.cpu_count()} processors")

        grade = lambda jobs, path: ([program, "grade", "-q", "-j", str(jobs), "--format", "ndjson", "-o", str(folder / "out"), path], None)
        others, slow = {}, {}
        text = json.dumps(weights())
        if shutil.which("node"):
            (folder / "score.js").write_text(NODE, encoding="utf-8")
            others["node, 2 workers"] = (["node", str(folder / "score.js"), text, archive, str(folder / "node-out")], None)
        if has_duckdb():
            (folder / "duckdb.js").write_text(DUCKDB, encoding="utf-8")
            (folder / "query.sql").write_text(duckdb_query.statement(archive, str(folder / "duckdb-out"), 2),
                                              encoding="utf-8")
            others["DuckDB, 2 threads"] = (["node", str(folder / "duckdb.js")], str(folder / "query.sql"))
        if shutil.which("python3"):
            slow["python3"] = (["python3", "-c", PYTHON, text, archive], None)
        if shutil.which("jq"):
            (folder / "weights.json").write_text(text, encoding="utf-8")
            slow["jq"] = (["jq", "--slurpfile", "w", str(folder / "weights.json"), JQ, archive], None)
        for jobs in (1, 2):
            threads = "1 thread" if jobs == 1 else f"{jobs} threads"
            parse = lambda what, path: ([tool("bare_parse"), path, str(jobs), what], None)
            runs = {"simdjson's DOM parse": parse("dom", archive), "simdjson's first stage alone": parse("first-stage", archive),
                    f"tbsc94 grade -j{jobs}": grade(jobs, archive)}
            measure(f"assessments, {threads}", options.records, next(iter(runs)), runs, options.rounds)
        count = min(options.records, 50_000)
        for name, path in write_shapes(archive, folder, count).items():
            runs = {"simdjson's DOM parse": ([tool("bare_parse"), path, "1", "dom"], None), "tbsc94 grade -j1": grade(1, path)}
            measure(f"assessments with {name}, 1 thread", count, next(iter(runs)), runs, options.rounds)
        for programs, rounds in ((others, options.rounds), (slow, 1)):
            measure("assessments", options.records, "tbsc94 grade -j2", {"tbsc94 grade -j2": grade(2, archive), **programs}, rounds)
        if (folder / "duckdb-out").exists():
            check_same(folder / "out", folder / "duckdb-out")

        files = folder / "files"
        with open(archive, "rb") as lines:
            for number, line in zip(range(options.files), lines):
                part = files / f"{number % 50:02}"
                part.mkdir(parents=True, exist_ok=True)
                (part / f"{number:06}.json").write_bytes(line)
        paths = folder / "paths"
        paths.write_text("".join(f"{path}\n" for path in sorted(files.rglob("*.json"))), encoding="utf-8")
        small = [program, "grade", "-q", "-j2", "--format", "ndjson", "-o", str(folder / "out"), str(files)]
        measure("single files, 2 threads", options.files, "open, read, close",
                {"open, read, close": ([tool("bare_read"), "2"], str(paths)), "tbsc94 grade -j2": (small, None)},
                options.rounds)


if __name__ == "__main__":
    sys.exit(main())
