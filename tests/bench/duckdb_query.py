#!/usr/bin/env python3
"""Prints what this program computes as one statement of DuckDB's SQL, exact as well.

    tests/bench/duckdb_query.py ARCHIVE OUT [THREADS]

Every record is checked where its types do not: each α from 0 to 1, each level from 1 to 5. Its score is given
exactly and rounded half to even, its grade under the default readings, and the readings that alone change it,
save `mean-over`: the generated assessors all rate once.
"""
import json
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
UNIT = 10_000  # in 1: an α has four decimals


def scheme():
    return json.loads((ROOT / "data/schemes/cts-tbsc94-2026.json").read_text(encoding="utf-8"))


def items(groups):
    return [item for group in groups for item in group["items"]]


def asked(grade, rows, by_order):
    """The level of the row with the grade's limit, or of the grade's own row in the table's order."""
    place, limit = grade
    return rows[place]["level"] if by_order else [row for row in rows if row["from"] <= limit["from"]][-1]["level"]


def verdict(limits, levels, score="points", falls=True):
    """The highest grade reached; where `falls` is not set, that of the score or none."""
    cases = ["WHEN NOT conforming THEN NULL"]
    for limit, level in reversed(list(zip(limits, levels))):
        reached, given = f"{score} >= {limit['from']}*hundredth", f"level >= {level}"
        name = f"'{limit['grade']}'"
        cases.append(f"WHEN {reached} AND {given} THEN {name}" if falls
                     else f"WHEN {reached} THEN CASE WHEN {given} THEN {name} END")
    return "CASE " + " ".join(cases) + " END"


def rounded(places):
    """The score, half to even, in units of its last place."""
    points, unit = f"({10 ** places}*points)", "hundredth"
    quotient, rest = f"({points} // {unit})", f"2*({points} % {unit})"
    return f"({quotient} + CASE WHEN {rest} > {unit} OR {rest} = {unit} AND {quotient} % 2 = 1 THEN 1 ELSE 0 END)"


def statement(archive, out, threads):
    content = scheme()
    service, maturity, grades = content["service"], content["maturity"], content["grades"]
    rated, levelled = items(service["characteristics"]), items(maturity["chapters"])
    limits, rows = grades["grades"], grades["rows"]
    by_score = [asked(each, rows, False) for each in enumerate(limits)]
    by_order = [asked(each, rows, True) for each in enumerate(limits)]
    due = sum(item["points_due"] for item in rated)

    alphas = ", ".join(f'"{item["id"]}" DECIMAL(9,4)' for item in rated)
    levels = ", ".join(f'"{item["id"]}" INTEGER' for item in levelled)
    columns = (f"{{scheme: 'VARCHAR', edition: 'VARCHAR', id: 'VARCHAR', organization: 'VARCHAR', date: 'DATE', "
               f"service: 'STRUCT(ratings STRUCT(assessor VARCHAR, alpha STRUCT({alphas}))[])', "
               f"management: 'STRUCT(conformity VARCHAR, qms_audit VARCHAR, levels STRUCT({levels}))'}}")
    points = " + ".join(f'{item["points_due"]}*r.alpha."{item["id"]}"' for item in rated)
    usual = " AND ".join(f'r.alpha."{item["id"]}" BETWEEN 0 AND 1' for item in rated)
    total = " + ".join(f'{item["points_due"]}*management.levels."{item["id"]}"' for item in levelled)
    known = " AND ".join(f'management.levels."{item["id"]}" BETWEEN 1 AND 5' for item in levelled)
    level = "CASE " + " ".join(f"WHEN fifths >= {5 * band['from']} THEN {band['level']}"
                               for band in reversed(maturity["bands"])) + " END"
    # A score on a limit that two rows share, under shared-boundary=lower-row.
    lower = [f"CASE WHEN points = {limit['from']}*hundredth THEN "
             f"{next((row['level'] for row in rows if row.get('to') == limit['from']), asks)} ELSE {asks} END"
             for limit, asks in zip(limits, by_score)]
    others = {"limit-comparison": verdict(limits, by_score, f"({rounded(0)} * hundredth)"),
              "management-shortfall": verdict(limits, by_score, falls=False),
              "row-grade": verdict(limits, by_order),
              "shared-boundary": verdict(limits, lower)}
    change = ", ".join(f"CASE WHEN ({other}) IS DISTINCT FROM grade THEN '{name}' END"
                       for name, other in others.items())
    return f"""SET threads = {threads};
COPY (
  WITH assessment AS (
    SELECT id, organization, scheme, edition,
           CAST({UNIT} * list_sum(list_transform(service.ratings, r -> {points})) AS BIGINT) AS points,
           len(service.ratings) * {UNIT * due // 100} AS hundredth,
           management.conformity = 'conforming' AS conforming, {total} AS fifths,
           coalesce(len(list_filter(service.ratings, r -> NOT ({usual}))) = 0 AND {known}, false) AS valid
    FROM read_json('{archive}', format = 'newline_delimited', columns = {columns})),
  levelled AS (SELECT *, {level} AS level, gcd(points, hundredth) AS divisor FROM assessment),
  graded AS (SELECT *, {verdict(limits, by_score)} AS grade FROM levelled)
  SELECT id, organization, scheme, edition, {rounded(2)} / 100 AS service_score,
         (points // divisor) || '/' || (hundredth // divisor) AS service_score_exact,
         fifths / 5 AS management_total, level AS management_level, grade,
         list_filter([{change}], each -> each IS NOT NULL) AS depends_on, valid
  FROM graded) TO '{out}' (FORMAT JSON);"""


if __name__ == "__main__":
    print(statement(sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 2))
