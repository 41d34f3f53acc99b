"""Holds data/schema/ to the program: what a schema refuses the program refuses, and the other way round.

usage: schema_test.py PROGRAM SOURCE_DIR
"""

import copy
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

import jsonschema

PROGRAM, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2])
DATA = SOURCE / "data"
NAMES = ["assessment", "result", "scheme"]
SCHEMAS = {n: json.loads((DATA / "schema" / f"{n}.schema.json").read_text("utf-8")) for n in NAMES}
VALIDATORS = {
    n: jsonschema.Draft202012Validator(s, format_checker=jsonschema.FormatChecker(formats=["date"]))
    for n, s in SCHEMAS.items()
}
SAMPLES = sorted((DATA / "samples").glob("*.json"))
SCHEME = json.loads((DATA / "schemes" / "cts-tbsc94-2026.json").read_text("utf-8"))
SERVICE_IDS = [item["id"] for group in SCHEME["service"]["characteristics"] for item in group["items"]]
MANAGEMENT_IDS = [item["id"] for group in SCHEME["maturity"]["chapters"] for item in group["items"]]

OTHERS = [None, True, "x", "", "2026-02-30", "2026-3-1", [], {}, [{}], {"zzz": 1}, -1, -0.0, 0, 0.5, 1, 1.5, 3.0, 5, 6, 1e9]


def run(*args, stdin=""):
    return subprocess.run([PROGRAM, *map(str, args)], input=stdin, capture_output=True, encoding="utf-8")


def load(name):
    return json.loads((DATA / "samples" / f"{name}.json").read_text("utf-8"))


def at(document, path):
    for step in path:
        document = document[step]
    return document


def places(value, path=()):
    """The paths of all values below; of a list, those of its first and its last."""
    if isinstance(value, dict):
        steps = list(value)
    elif isinstance(value, list):
        steps = sorted({0, len(value) - 1})
    else:
        steps = []
    for step in steps:
        yield path + (step,)
        yield from places(value[step], path + (step,))


def replaced(document, path, value):
    result = copy.deepcopy(document)
    at(result, path[:-1])[path[-1]] = value
    return result


def mutations(document, others=OTHERS):
    """(what was done, the document after it): a member removed, renamed, replaced; a key added."""
    yield "added /zzz", {**document, "zzz": 1}
    for path in places(document):
        name = "/" + "/".join(map(str, path))
        value = at(document, path)
        for other in others(value) if callable(others) else others:
            yield f"{name} = {json.dumps(other)}", replaced(document, path, other)
        if isinstance(path[-1], str):
            removed = copy.deepcopy(document)
            del at(removed, path[:-1])[path[-1]]
            yield f"removed {name}", removed
            renamed = copy.deepcopy(removed)
            at(renamed, path[:-1])[path[-1] + "z"] = value
            yield f"renamed {name}", renamed
        if isinstance(value, dict):
            yield f"added {name}/zzz", replaced(document, path, {**value, "zzz": 1})


def resolve(schema, path):
    """The schema of what stands at `path`, and its property names."""
    here = schema
    for step in path:
        if isinstance(step, int):
            prefix = here.get("prefixItems", [])
            here = prefix[step] if step < len(prefix) else here["items"]
        else:
            here = here["properties"][step]
        if "$ref" in here:
            here = schema["$defs"][here["$ref"].rsplit("/", 1)[1]]
    return here


def allowed_keys(message):
    return sorted(re.findall(r"[\w$-]+", message.split("allowed are", 1)[1].split("[unknown-key]")[0]))


class Schemas(unittest.TestCase):
    maxDiff = None

    def test_they_are_schemas_and_what_the_program_prints(self):
        for name in NAMES:
            jsonschema.Draft202012Validator.check_schema(SCHEMAS[name])
            file = (DATA / "schema" / f"{name}.schema.json").read_text("utf-8")
            self.assertEqual(run("schema", name).stdout, file)
            self.assertEqual(SCHEMAS[name]["$id"], f"{name}.schema.json")

    def test_the_items_are_the_schemes(self):
        defs = SCHEMAS["assessment"]["$defs"]
        self.assertEqual(defs["service_item"]["enum"], SERVICE_IDS)
        self.assertEqual(defs["every_alpha"]["required"], SERVICE_IDS)
        self.assertEqual([each["if"]["properties"]["not_applicable"]["required"] for each in defs["service"]["then"]["allOf"]],
                         [[item] for item in SERVICE_IDS])
        self.assertEqual(defs["management_item"]["enum"], MANAGEMENT_IDS)
        self.assertEqual(defs["levels"]["required"], MANAGEMENT_IDS)
        root = SCHEMAS["assessment"]["properties"]
        self.assertEqual([root[key]["const"] for key in ("scheme", "edition")], [SCHEME["scheme"], SCHEME["edition"]])

    def test_the_codes_are_the_programs(self):
        source = (SOURCE / "src" / "json" / "finding.cpp").read_text("utf-8")
        codes = re.findall(r'"([\w-]+)"', re.search(r"constexpr std::array names\{(.*?)\};", source, re.S)[1])
        remarks = codes.index("date-before-edition")
        defs = SCHEMAS["result"]["$defs"]
        self.assertEqual(defs["remarks"]["items"]["properties"]["code"]["enum"], codes[remarks:])
        self.assertEqual(defs["errors"]["items"]["properties"]["code"]["enum"],
                         [code for code in codes[:remarks] if code != "inconsistent-scheme"])

    def test_the_readings_are_the_programs(self):
        readings = json.loads(run("grade", "--format", "json", SAMPLES[0]).stdout)["readings"]
        names = [each["name"] for each in readings]
        defs = SCHEMAS["result"]["$defs"]
        self.assertEqual(defs["reading"]["enum"], names)
        self.assertEqual(list(SCHEMAS["assessment"]["$defs"]["recorded"]["properties"]["readings"]["properties"]), names)
        values = defs["readings"]["items"]["properties"]["value"]["enum"]
        others = {name: each["enum"] for name, each in defs["readings_changed"]["properties"].items()}
        self.assertEqual(list(others), names)
        self.assertEqual(values, [value for each in readings for value in (each["value"], *others[each["name"]])])
        for name in names:
            for value in others[name]:
                self.assertEqual(run("grade", "-q", "--reading", f"{name}={value}", SAMPLES[0]).returncode, 0)


class Assessments(unittest.TestCase):
    def judge(self, cases):
        """Each case graded as a line: the schema and the program say the same."""
        valid = VALIDATORS["assessment"].is_valid
        lines = "".join(text + "\n" for _, text in cases) + "\n"
        results = run("grade", "-q", "--format", "ndjson", "--reading", "not-applicable=exclude", "-", stdin=lines)
        results = results.stdout.splitlines()
        self.assertEqual(len(results), len(cases))
        odd = []
        for (name, text), line in zip(cases, results):
            result = json.loads(line)
            if valid(json.loads(text)) == ("errors" in result):
                odd.append((name, [error["code"] for error in result.get("errors", [])]))
        return odd

    def test_samples(self):
        for sample in SAMPLES:
            VALIDATORS["assessment"].validate(json.loads(sample.read_text("utf-8")))

    def test_mutations_are_judged_alike(self):
        full = load("one-rating")
        full["edition"] = SCHEME["edition"]
        full["extensions"] = {"any": {"thing": [None]}}
        full["service"]["remarks"] = {"1.1": "x"}
        full["service"]["not_applicable"] = {}
        full["management"]["remarks"] = {"7.2": "x"}
        full["recorded"]["readings"] = {"row-grade": "by-order"}
        one = load("one-rating")["service"]["ratings"][0]
        cases = [("full", full), ("not applicable", load("not-applicable"))]
        cases += mutations(full)
        cases += mutations(load("not-applicable"))
        cases += [(f"root {root!r}", root) for root in (None, [], {}, 1, "x")]
        cases += [(f"{count} ratings", replaced(full, ("service", "ratings"), [
            {"assessor": f"A{i}", "alpha": one["alpha"]} for i in range(count)])) for count in (1000, 1001)]
        for count in (1, 18, 19):  # so many items not applicable
            gone = dict.fromkeys(SERVICE_IDS[:count], "x")
            left = {item: 1 for item in SERVICE_IDS[count:]}
            for alpha in (left, {**left, SERVICE_IDS[0]: None}, {**left, SERVICE_IDS[0]: 1}):
                case = replaced(full, ("service",), {"ratings": [{"alpha": alpha}], "not_applicable": gone})
                cases.append((f"{count} not applicable", case))
        for word in ("nonconforming", "conforming", "full", "partly-waived", "Full", "合格"):
            cases.append((word, replaced(full, ("management", "conformity"), word)))
            cases.append((word, replaced(full, ("management", "qms_audit"), word)))
        for date in ("2024-02-29", "2026-02-29", "2026-13-01", "20260314", "2026-03-14 ", "２026-03-14", "2026-W11-6"):
            cases.append((date, replaced(full, ("date",), date)))
        cases = [(name, json.dumps(case)) for name, case in cases]
        self.assertGreater(len(cases), 1000)
        self.assertEqual(self.judge(cases), [])

    def test_what_a_schema_cannot_say(self):
        text = json.dumps(load("one-rating"))
        twice = load("one-rating")
        twice["service"]["ratings"] *= 2
        cases = [
            ("duplicate-key", text[:-1] + ', "scheme": "CTS TBSC94-2026"}'),
            ("duplicate-rating", json.dumps(twice)),
            ("alpha-too-fine", text.replace('"1.1": 0.85', '"1.1": 0.8500000000000000001')),
            ("too-deep", text[:-1] + ', "extensions": {"x": ' + "[" * 70 + "]" * 70 + "}}"),
        ]
        self.assertEqual(self.judge(cases), [(code, [code]) for code, _ in cases])
        self.assertEqual(run("grade", "-q", DATA / "samples" / "not-applicable.json").returncode, 3)

    def test_the_keys_are_the_readers(self):
        full = load("one-rating")
        full["recorded"]["readings"] = {}
        for path in [(), ("service",), ("service", "ratings", 0), ("management",), ("recorded",), ("recorded", "readings")]:
            case = copy.deepcopy(full)
            at(case, path)["zzz"] = 1
            result = json.loads(run("grade", "-q", "--lang", "en", "--format", "ndjson", "-", stdin=json.dumps(case)).stdout)
            (error,) = result["errors"]
            self.assertEqual(sorted(resolve(SCHEMAS["assessment"], path)["properties"]), allowed_keys(error["message"]), path)


    def test_templates_want_nothing_but_their_nulls(self):
        for options in (("--ratings", "1"), ("--ratings", "2", "--lang", "zh")):
            blank = json.loads(run("template", *options).stdout)
            nulls = [path for path in places(blank) if at(blank, path) is None]
            self.assertEqual({tuple(error.absolute_path) for error in VALIDATORS["assessment"].iter_errors(blank)},
                             set(nulls))
            for path in nulls:
                at(blank, path[:-1])[path[-1]] = {"date": "2026-03-14", "conformity": "conforming", "qms_audit": "full",
                                                  "assessor": "A1"}.get(path[-1], 1)
            VALIDATORS["assessment"].validate(blank)


class Results(unittest.TestCase):
    def test_results(self):
        validator = VALIDATORS["result"]
        bad = load("one-rating")
        bad["service"]["ratings"][0]["alpha"]["1.1"] = 86
        del bad["management"]
        early = load("one-rating")
        early["date"] = "2020-01-01"
        early["service"]["ratings"][0]["assessor"] = ""
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            files = list(SAMPLES)
            for name, content in [("bad", json.dumps(bad)), ("early", json.dumps(early)), ("broken", "{"), ("number", "1"),
                                  ("other", '{"scheme": "x"}')]:
                files.append(folder / f"{name}.json")
                files[-1].write_text(content, "utf-8")
            decisions = folder / "decisions"
            decisions.write_text('{"row-grade": {"value": "by-order", "decision": "TC"}, "mean-over": '
                                 '{"value": "ratings", "decision": "TC", "date": "2026-03-01"}}', "utf-8")
            plain = copy.deepcopy(SCHEME)  # a scheme without maturity
            plain["edition"] = "S/1"
            del plain["maturity"]
            for row in plain["grades"]["rows"]:
                del row["level"]
            scheme = folder / "scheme"
            scheme.write_text(json.dumps(plain), "utf-8")
            short = load("one-rating")
            short["edition"] = "S/1"
            short["management"] = {"conformity": "conforming"}
            files.append(folder / "short.json")
            files[-1].write_text(json.dumps(short), "utf-8")
            other = [arg for each in ("limit-comparison=rounded-value", "not-applicable=exclude", "mean-over=assessors",
                                      "shared-boundary=lower-row") for arg in ("--reading", each)]
            codes = set()
            for options in ([], other, ["--readings", decisions], ["--scheme", scheme]):
                lines = run("grade", "-q", "--format", "ndjson", *options, *files).stdout.splitlines()
                lines += run("grade", "-q", "--items", "--format", "ndjson", *options, *files).stdout.splitlines()
                self.assertEqual(len(lines), 2 * len(files))
                for line in map(json.loads, lines):
                    validator.validate(line)
                    codes.update(error["code"] for error in line.get("errors", []))
                for file in files:
                    report = json.loads(run("grade", "-q", "--format", "json", *options, file).stdout)
                    validator.validate(report)
                    if "assessment" in report and report["scheme"]["edition"] == SCHEME["edition"]:
                        VALIDATORS["assessment"].validate(report["assessment"])
                validator.validate(json.loads(run("grade", "-q", "--format", "json", *options, *files).stdout))
            self.assertLessEqual({"malformed-json", "wrong-type", "alpha-out-of-range", "missing-key"}, codes)

    def test_lines_that_hold_a_recorded_result(self):
        validator = VALIDATORS["result"]
        wrong = load("grade-aaa")
        wrong["recorded"] = {"service_score": 101, "management_total": 1, "management_level": 9, "grade": "AAAA",
                             "readings": {"row-grade": "x"}}
        none = load("grade-aaa")
        del none["recorded"]
        with tempfile.TemporaryDirectory() as folder:
            files = list(SAMPLES)
            for name, content in [("wrong", wrong), ("none", none), ("bad", {})]:
                files.append(pathlib.Path(folder) / f"{name}.json")
                files[-1].write_text(json.dumps(content), "utf-8")
            causes = set()
            for command in ("verify", "regrade"):
                for reading in ("row-grade=by-order", "management-shortfall=no-grade", "limit-comparison=rounded-value"):
                    lines = run(command, "-q", "--format", "ndjson", "--reading", reading, *files).stdout.splitlines()
                    self.assertEqual(len(lines), len(files))
                    for line in map(json.loads, lines):
                        validator.validate(line)
                        self.assertEqual("change" in line, command == "regrade" and "errors" not in line)
                        causes.update(each["cause"] for each in line.get("differs", []))
            self.assertLessEqual({"impossible", "reading", "limit-comparison"}, causes)

    def test_no_key_is_missing_or_unknown_in_vain(self):
        for format in ("ndjson", "json"):
            result = json.loads(run("grade", "-q", "--format", format, DATA / "samples" / "grade-aaa.json").stdout)
            self.assertTrue(VALIDATORS["result"].is_valid(result))
            for key in result:
                self.assertFalse(VALIDATORS["result"].is_valid({k: v for k, v in result.items() if k != key}), key)
            self.assertFalse(VALIDATORS["result"].is_valid({**result, "zzz": 1}))


class SchemeFiles(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.file = pathlib.Path(folder.name) / "scheme"
        stated = {"mean-over": {"value": "assessors", "clause": "5.1.2"}, "row-grade": {"value": "by-order", "clause": "5.3"}}
        self.base = {**SCHEME, "edition": "S/1", "readings": stated}  # B/0 is loaded already

    def accepts(self, scheme):
        self.file.write_text(json.dumps(scheme), "utf-8")
        result = run("grade", "-q", "--lang", "en", "--scheme", self.file, DATA / "samples" / "grade-aaa.json")
        self.assertIn(result.returncode, (0, 2))
        self.message = result.stderr
        return result.returncode == 0

    def test_the_embedded_one(self):
        VALIDATORS["scheme"].validate(SCHEME)

    def test_mutations_are_judged_alike(self):
        def others(value):  # of another type; numbers of the right type have to agree with others
            return [None, True, "x", [], {}] + ([] if isinstance(value, (int, float)) else [3])

        with_levels = {key: value for key, value in self.base.items() if key != "maturity"}
        plain = copy.deepcopy(with_levels)
        for row in plain["grades"]["rows"]:
            del row["level"]
        self.assertTrue(self.accepts(plain))
        cases = [("base", self.base), ("no maturity", plain), ("levels without maturity", with_levels)]
        cases += mutations(self.base, others)
        self.assertGreater(len(cases), 500)
        valid = VALIDATORS["scheme"].is_valid
        odd = [name for name, case in cases if valid(case) != self.accepts(case)]
        self.assertEqual(odd, [])

    def test_numbers_that_the_schema_refuses_the_loader_refuses(self):
        numbers = [-1, 0, 0.5, 2, 6, 1e7]
        cases = mutations(self.base, lambda value: numbers if isinstance(value, (int, float)) else [])
        cases = [(name, case) for name, case in cases if " = " in name and not VALIDATORS["scheme"].is_valid(case)]
        self.assertGreater(len(cases), 50)
        self.assertEqual([name for name, case in cases if self.accepts(case)], [])

    def test_every_member_is_described_in_both_languages(self):
        def undescribed(schema, name):
            described = SCHEMAS["scheme"]["$defs"][schema["$ref"].rpartition("/")[2]] if "$ref" in schema else {}
            text = schema.get("description", described.get("description", ""))
            found = [] if name is None or " · " in text or set(schema) == {"const"} else [name]
            for key, below in schema.get("properties", {}).items():
                found += undescribed(below, key)
            for below in (schema.get("items"), *schema.get("prefixItems", []), *schema.get("$defs", {}).values()):
                found += undescribed(below, None) if isinstance(below, dict) else []
            return found

        self.assertEqual(undescribed(SCHEMAS["scheme"], None), [])

    def test_the_keys_are_the_loaders(self):
        for path in [(), *places(self.base)]:
            if isinstance(at(self.base, path), dict):
                case = copy.deepcopy(self.base)
                at(case, path)["zzz"] = 1
                self.assertFalse(self.accepts(case))
                line = next(each for each in self.message.splitlines() if "allowed are" in each)
                self.assertEqual(sorted(resolve(SCHEMAS["scheme"], path)["properties"]), allowed_keys(line), path)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
