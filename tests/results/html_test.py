"""Reads the HTML reports with html.parser: every number is that of the JSON result, every text is a text.

Usage: html_test.py PROGRAM SOURCE
"""
import json
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from decimal import Decimal
from fractions import Fraction
from html.parser import HTMLParser

PROGRAM, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2])
SAMPLES = sorted((SOURCE / "data" / "samples").glob("*.json"))
SAMPLE = json.loads((SOURCE / "data" / "samples" / "grade-aaa.json").read_text("utf-8"))
EXCLUDING = ["--reading", "not-applicable=exclude"]
HOSTILE = ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "'><svg onload=alert(1)>", "&lt;b&gt;&#60;",
           "{{organization}} {{{style}}} {{#readings}}", "</title></style><b>", "javascript:alert(1)", "<!-- "]
VOID = {"meta", "br", "link", "img", "input", "hr"}


def run(*args, stdin=b"", code=0):
    done = subprocess.run([PROGRAM, "grade", *map(str, args)], input=stdin, capture_output=True)
    assert done.returncode == code, (args, done.returncode, done.stderr.decode())
    return done.stdout.decode("utf-8")


class Page(HTMLParser):
    """The elements of a page: tag, attributes, and all the text within."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.elements, self.open = [], []
        self.feed(text)
        self.close()
        assert not self.open, self.open

    def handle_starttag(self, tag, attrs):
        self.elements.append([tag, dict(attrs), ""])
        if tag not in VOID:
            self.open.append(self.elements[-1])

    def handle_startendtag(self, tag, attrs):
        self.elements.append([tag, dict(attrs), ""])

    def handle_endtag(self, tag):
        assert self.open.pop()[0] == tag, tag

    def handle_data(self, data):
        for element in self.open:
            element[2] += data

    def handle_comment(self, data):
        raise AssertionError(data)

    def all(self, tag, **attributes):
        return [each for each in self.elements if each[0] == tag and attributes.items() <= each[1].items()]

    def shape(self):
        """What an author of names must not be able to change."""
        return [(tag, sorted(attributes)) for tag, attributes, _ in self.elements]

    def numbers(self):
        """What the page shows of the JSON result: (pointer, text)."""
        return [(attributes["data-json"], text) for _, attributes, text in self.elements if "data-json" in attributes]


def value_at(result, pointer):
    for key in pointer.split("/")[1:]:
        result = result[int(key)] if isinstance(result, list) else result[key]
    return result


def result_of(path, *options):
    return json.loads(run("--format", "json", *options, path), parse_float=str, parse_int=str)


def same(pointer, shown, value, none):
    if value is None:
        return shown == none
    if re.search(r"/(alpha/[^/]*|least|most|spread)$", pointer):  # α are shown with as many places as the finest has
        return Decimal(shown) == Decimal(value)
    return shown == value


def expected_pointers(result):
    """What a report with few ratings must show."""
    pointers = {"/service/score", "/service/points", "/service/points_due", "/management/total",
                "/management/level", "/verdict/grade", "/scheme/sha256", "/input/sha256", "/input/source"}
    pointers |= {f"/service/{each}" for each in ("mark", "compared_score") if each in result["service"]}
    if result["service"]["score_exact"] != result["service"]["score"]:
        pointers.add("/service/score_exact")
    for i, item in enumerate(result["service"]["items"]):
        keys = ["points_due"] + (["points"] if item["applicable"] else []) + (["lost"] if item["lost"] != "0.00" else [])
        pointers |= {f"/service/items/{i}/{key}" for key in keys}
    for i, each in enumerate(result["service"]["characteristics"]):
        pointers |= {f"/service/characteristics/{i}/{key}" for key in ("points", "points_due", "percentage")}
    for i in range(len(result["management"]["items"])):
        pointers |= {f"/management/items/{i}/{key}" for key in ("points", "points_due", "level")}
    for i in range(len(result["management"]["chapters"])):
        pointers |= {f"/management/chapters/{i}/{key}" for key in ("points", "points_due")}
    for i in range(len(result["verdict"]["requirements"])):
        pointers.add(f"/verdict/requirements/{i}/score_from")
    for i in range(len(result["readings"])):
        pointers.add(f"/readings/{i}/value")
    pointers |= {f"/verdict/other_values/{i}/grade" for i in range(len(result["verdict"]["other_values"]))}
    for k in range(len(result["agreement"]["items"]) if result["agreement"] else 0):
        pointers |= {f"/agreement/items/{k}/{key}" for key in ("least", "most", "spread", *(f"bands/{b}" for b in range(5)))}
    if len(result["service"]["ratings"]) <= 24:
        for r, rating in enumerate(result["service"]["ratings"]):
            pointers |= {f"/service/ratings/{r}/score", f"/service/ratings/{r}/weight"}
            pointers |= {f"/service/ratings/{r}/alpha/{item}" for item in rating["alpha"]}
            if result["agreement"]:
                pointers |= {f"/agreement/without/{r}/{key}" for key in ("score", "grade")}
    return pointers


def rounded(value, places):
    """Half to even, as Decimal's quantize does, from a fraction."""
    scaled = value * 10**places
    whole, rest = divmod(scaled.numerator, scaled.denominator)
    twice = 2 * rest
    whole += twice > scaled.denominator or (twice == scaled.denominator and whole % 2 == 1)
    return Fraction(whole, 10**places)


def percent(text):
    assert text.endswith("%"), text
    return Fraction(text[:-1])


def write(folder, name, document):
    path = pathlib.Path(folder) / name
    path.write_text(json.dumps(document, ensure_ascii=False), "utf-8")
    return path


def of_ratings(count):
    document = json.loads(json.dumps(SAMPLE))
    document.pop("recorded", None)
    alpha = document["service"]["ratings"][0]["alpha"]
    document["service"]["ratings"] = [
        {"assessor": f"A{r}", "alpha": {item: (r * 7 + i) % 100 / 100 for i, item in enumerate(alpha)}}
        for r in range(count)]
    return document


def hostile(document, text):
    document = json.loads(json.dumps(document))
    document.pop("recorded", None)
    document.update(organization=text, id=text)
    document["service"]["ratings"][0].update(assessor=text, occasion=text)
    document["service"]["not_applicable"] = {"1.3": text}
    document["service"]["remarks"] = {"1.1": text}
    document["management"]["remarks"] = {"1.1": text}
    for rating in document["service"]["ratings"]:
        del rating["alpha"]["1.3"]
    return document


class Report(unittest.TestCase):
    def check(self, path, *options):
        result = result_of(path, *options)
        for lang, none in (("zh", "未达到认证级别"), ("en", "none")):
            page = Page(run("--format", "html", "--lang", lang, *options, path))
            numbers = page.numbers()
            for pointer, shown in numbers:
                self.assertTrue(same(pointer, shown, value_at(result, pointer), none),
                                (path, pointer, shown, value_at(result, pointer)))
            self.assertEqual(expected_pointers(result) - {pointer for pointer, _ in numbers}, set(), path)
            self.check_outlook(page, result)
            self.check_bars(page, result)
            self.check_means(page, result)

    def check_outlook(self, page, result):
        """What is missing and what lies above: each amount ends the sentence that works it out."""
        sentences = [text for _, attributes, text in page.elements if attributes.get("data-part") == "outlook"]
        after, cushion = result["verdict"]["next"], result["verdict"]["cushion"]
        amounts = [cushion["score"], cushion["total"]] if cushion else []
        amounts += [after[key] for key in ("score", "total") if after[key]] if after else []
        for amount in amounts:
            self.assertTrue(any(each.rstrip().endswith(f"= {amount}") for each in sentences), (amount, sentences))

    def check_bars(self, page, result):
        """The bars are all of one length, filled by the percentage."""
        lines = result["service"]["characteristics"]
        bars = [each for each in page.elements if each[0] == "rect" and each[1].get("x") == "0"]
        drawn = [(percent(due[1]["width"]), percent(points[1]["width"])) for due, points in zip(bars[::2], bars[1::2])]
        self.assertEqual(drawn, [(100, rounded(Fraction(each["percentage_exact"]), 3)) for each in lines])
        limits = [percent(each[1]["x1"]) for each in page.all("line", **{"class": "limit"})]
        self.assertEqual(limits, [80, 90, 95])

    def check_means(self, page, result):
        """Each item's mean α, which is its percentage, to four decimals; the band takes in its upper end (5.1.1)."""
        items = [each for each in result["service"]["items"] if each["applicable"]]
        means = [each[2] for each in page.all("span", **{"class": "mean"})]
        self.assertEqual([Fraction(each) for each in means],
                         [rounded(Fraction(each["percentage_exact"]) / 100, 4) for each in items])
        self.assertTrue(all(re.fullmatch(r"\d\.\d{4}", each) for each in means))
        bands = [each[2] for each in page.all("small") if re.match(r"[\[(]0", each[2])]
        self.assertEqual(len(bands), len(items))
        for item, band in zip(items, bands):
            low, high = (Fraction(each) for each in re.fullmatch(r"[\[(](.*), (.*)\]", band).groups())
            mean = Fraction(item["percentage_exact"]) / 100
            self.assertTrue(low < mean <= high or low == mean == 0, (item, band))

    def test_every_number_is_that_of_the_json_result(self):
        for path in SAMPLES:
            self.check(path, *EXCLUDING)

    def test_other_readings(self):
        for path in SAMPLES:
            self.check(path, *EXCLUDING, "--reading", "limit-comparison=rounded-value", "--reading", "row-grade=by-order")

    def test_a_score_beside_a_limit_has_its_mark_in_every_cell(self):
        page = run("--format", "html", SOURCE / "data" / "samples" / "score-89.998-shown-as-90.00.json")
        for pointer, times in (("score", 2), ("points", 1)):
            cells = re.findall(rf'data-json="/service/{pointer}">([^<]*)</span>(.{{3}})', re.sub("<span[^>]*mark[^>]*>(.)</span>", r"\1", page))
            self.assertEqual(cells, [("90.00", "(-)")] * times)

    def test_what_is_assumed_or_chosen_stands_first_and_is_not_green(self):
        samples = SOURCE / "data" / "samples"
        page = run("--lang", "en", "--format", "html", samples / "conformity-assumed.json")
        flag = '<li class="flag">assumed: the file does not state the conformity review'
        self.assertIn('<div class="verdict assumed">', page)
        self.assertLess(page.index(flag), page.index('data-json="/verdict/grade"'))
        page = run("--lang", "en", "--format", "html", "--reading", "row-grade=by-order", SAMPLES[0])
        self.assertNotIn('<div class="verdict assumed">', page)
        self.assertLess(page.index("not the default reading: rows and grades (row-grade = by-order)"),
                        page.index('data-json="/verdict/grade"'))
        self.assertNotIn('class="flag"', run("--format", "html", samples / "grade-aaa.json"))

    def test_parts_that_do_not_add_up_are_explained(self):
        document = of_ratings(1)
        alpha = document["service"]["ratings"][0]["alpha"]
        alpha.update({item: 0.8004 for item in alpha})
        with tempfile.TemporaryDirectory() as folder:
            page = run("--lang", "en", "--format", "html", write(folder, "a.json", document))
        for total in ("80.00", "80.06"):  # of the items, of the characteristics
            self.assertEqual(page.count(f"the points shown add up to {total}, the total shown is 80.04"), 1)
        alpha.update({item: 0.8 for item in alpha})
        with tempfile.TemporaryDirectory() as folder:
            page = run("--lang", "en", "--format", "html", write(folder, "a.json", document))
        self.assertNotIn("add up to", page)

    def test_why_a_score_that_reaches_a_grade_gives_none(self):
        short = SOURCE / "data" / "samples" / "lower-grade-by-shortfall.json"
        why = "the score reaches AAAA, the management level it asks is not reached"
        no_grade = ("--reading", "management-shortfall=no-grade")
        self.assertIn(why, run("--lang", "en", "--format", "html", *no_grade, short))
        self.assertNotIn(why, run("--lang", "en", "--format", "html", short))

    def test_few_and_many_ratings(self):
        # In the form up to 4, in tables of their own up to 24, summarized above.
        with tempfile.TemporaryDirectory() as folder:
            for count in (1, 2, 4, 5, 8, 9, 24, 25, 200):
                path = write(folder, f"{count}.json", of_ratings(count))
                self.check(path)
                page = Page(run("--format", "html", path))
                columns = max(len(re.findall("<th", row)) for row in
                              re.findall("<thead>.*?</thead>", run("--format", "html", path), re.S))
                self.assertLessEqual(columns, 10)
                shown = {pointer for pointer, _ in page.numbers() if "/alpha/" in pointer}
                self.assertEqual(len(shown), count * 19 if count <= 24 else 0)

    def test_the_pointer_of_the_scale_stands_at_the_score(self):
        for path in SAMPLES:
            result = result_of(path, *EXCLUDING)
            score = Fraction(result["service"]["score_exact"])
            low = min(Fraction(60), 10 * (score // 10))
            page = Page(run("--format", "html", *EXCLUDING, path))
            pointers = [each[1]["x"] for each in page.all("svg") if each[1].get("y") == "18"]
            total = Fraction(result["management"]["total"])
            self.assertEqual([percent(each) for each in pointers],
                             [rounded(100 * (score - low) / (100 - low), 3), rounded(100 * (total - 20) / 125, 3)])

    def test_it_stands_alone(self):
        for page in (run("--format", "html", SAMPLES[0]), self.index_of(SAMPLES[0], SAMPLES[1])):
            parsed = Page(page)
            policy = parsed.all("meta", **{"http-equiv": "Content-Security-Policy"})[0][1]["content"]
            self.assertEqual(policy, "default-src 'none'; style-src 'unsafe-inline'")
            for tag, attributes, _ in parsed.elements:
                self.assertNotIn(tag, ("script", "link", "img", "iframe", "object", "embed", "form", "base"))
                self.assertFalse({"src", "style", "srcset", "xlink:href"} & set(attributes))
                self.assertFalse([name for name in attributes if name.startswith("on")])
            style = parsed.all("style")[0][2]
            self.assertNotRegex(style, r"url\(|@import|<")

    def index_of(self, *paths):
        with tempfile.TemporaryDirectory() as folder:
            run("-q", "--format", "html", "-o", f"{folder}/out", *EXCLUDING, *paths)
            return pathlib.Path(folder, "out", "index.html").read_text("utf-8")

    def test_charts_have_text_alternatives(self):
        page = Page(run("--format", "html", SAMPLES[0]))
        charts = page.all("svg", role="img")
        self.assertEqual(len(charts), 3)
        for _, attributes, _ in charts:
            for name in attributes["aria-labelledby"].split():
                self.assertTrue([each for each in page.elements if each[1].get("id") == name and each[2].strip()])

    def test_the_clients_edition_tells_of_no_single_rating(self):
        """No assessor's name, no rating's own number, nothing on agreement or on what to raise; the committee's has all."""
        with tempfile.TemporaryDirectory() as folder:
            document = json.loads(json.dumps(SAMPLE))
            names = ["Zhang Wei", "李娜·乙", "<Wang>"]
            for number, (rating, name) in enumerate(zip(document["service"]["ratings"], names)):
                rating.update(assessor=name, occasion=f"第 {number} 场")
                rating["alpha"]["2.1"] = (0.1237, 0.9871, 0.9913)[number]  # two bands apart, the first in the lowest
            document["service"]["remarks"] = {"1.1": f"{names[0]}：两人未培训"}
            path = write(folder, "a.json", document)
            result = result_of(path)
            for lang, none in (("zh", "未达到认证级别"), ("en", "none")):
                client = Page(run("--format", "html", "--lang", lang, "--for", "client", path))
                committee = Page(run("--format", "html", "--lang", lang, path))
                everything = "".join(each[2] for each in client.elements)
                for private in (*names, "0.1237", "0.9871", "0.9913", "第 0 场"):
                    self.assertNotIn(private, everything)
                    self.assertIn(private, "".join(each[2] for each in committee.elements))
                self.assertIn("两人未培训", everything)
                for pointer, shown in client.numbers():
                    self.assertFalse(re.match(r"/service/ratings|/agreement|.*/lost$", pointer), pointer)
                    self.assertTrue(same(pointer, shown, value_at(result, pointer), none), (pointer, shown))
                shown = {pointer for pointer, _ in client.numbers()}
                hidden = {each for each in expected_pointers(result) if re.match(r"/service/ratings|/agreement|.*/lost$", each)}
                self.assertEqual(expected_pointers(result) - hidden - shown, set())
                self.check_means(client, result)
                words = {"zh": ("认证委托人用", "认证机构内部用"), "en": ("for the client", "for the certification body")}[lang]
                for page, says in zip((client, committee), words):
                    self.assertIn(says, next(each[2] for each in page.elements if each[1].get("class") == "eyebrow"))
            out = pathlib.Path(folder, "out")
            run("-q", "--format", "html", "--for", "client", "-o", out, path, path)
            for each in out.iterdir():
                self.assertNotIn(names[0], each.read_text("utf-8"))
            run("--for", "client", path, code=2)  # the text report is the committee's

    def test_the_foot_of_a_page_is_no_way_out_of_the_style(self):
        with tempfile.TemporaryDirectory() as folder:
            for text in (*HOSTILE, '"; } body { display: none } </style><script>', "\\", "\\22 ;}", "a\nb"):
                page = run("--format", "html", write(folder, "a.json", {**SAMPLE, "id": text}))
                foot = re.search(r'@bottom-left \{ content: "([^"\n]*)"; font: 8pt sans-serif; color: #52606d; \} \}\n', page)[1]
                self.assertFalse(re.sub(r"\\[0-9a-f]+ ", "", foot).strip("0123456789") == "", text)
                self.assertNotRegex(re.sub(r"\\[0-9a-f]+ ", "", foot), r"[\x00-\x2f\x3a-\x40\x5b-\x60\x7b-\x7f]", text)

    def test_hostile_names_are_only_text(self):
        with tempfile.TemporaryDirectory() as folder:
            def pages(text):
                path = write(folder, "a.json", hostile(SAMPLE, text))
                readings = write(folder, "readings.json", {"row-grade": {"value": "by-score", "decision": text}})
                yield run("--format", "html", *EXCLUDING, "--readings", readings, path)
                out = pathlib.Path(folder, f"out{time.monotonic_ns()}")
                run("-q", "--format", "html", "-o", out, *EXCLUDING, path, path)
                yield (out / "index.html").read_text("utf-8")
            harmless = [Page(each).shape() for each in pages("harmless")]
            for text in HOSTILE:
                for page, shape in zip(pages(text), harmless):
                    self.assertEqual(Page(page).shape(), shape, text)
                    self.assertIn(text, "".join(each[2] for each in Page(page).elements))

    def test_hostile_errors_are_only_text(self):
        with tempfile.TemporaryDirectory() as folder:
            bad = {**SAMPLE, "<script>alert(1)</script>": 1, "date": "<img src=x>"}
            path = write(folder, "<b>.json", bad)
            run("-q", "--format", "html", "-o", f"{folder}/out", path, path, code=3)
            page = Page(pathlib.Path(folder, "out", "index.html").read_text("utf-8"))
            self.assertFalse(page.all("script") + page.all("img") + page.all("b"))
            self.assertIn("<script>alert(1)</script>", "".join(each[2] for each in page.all("li")))

    def test_the_forms_have_remarks_and_subtotals_and_say_what_is_empty(self):
        document = json.loads(json.dumps(SAMPLE))
        document["service"]["remarks"] = {"1.2": "备用设备停用"}
        document["management"]["remarks"] = {"6.3": "查阅评审记录 R-7"}
        document["details"] = {"认证范围": "客运服务", "地址": ""}
        for rating, name in zip(document["service"]["ratings"], ("甲", "乙", "甲 ")):
            rating.update(assessor=name, occasion=f"{id(rating)}")
        del document["date"]
        with tempfile.TemporaryDirectory() as folder:
            text = run("--lang", "zh", "--format", "html", write(folder, "a.json", document))
            client = Page(run("--lang", "zh", "--format", "html", "--for", "client", folder + "/a.json"))
        rows = re.findall(r"<tr>.*?</tr>", text)
        for item, remark in (("1.2 设备设施", "备注：备用设备停用"), ("6.3 管理评审", "证据与备注：查阅评审记录 R-7")):
            self.assertEqual(len([row for row in rows if f"{item}</th>" in row and remark in row]), 1)
        self.assertEqual(text.count("备用设备停用"), 1)
        groups = re.findall(r'<tr class="group">.*?</tr>', text)
        self.assertEqual(len(groups), 7 + 7)
        page = Page(text)
        head = {label[2]: value[2] for label, value in zip(page.all("dt"), page.all("dd"))}
        self.assertEqual((head["认证范围"], head["地址"], head["日期"]), ("客运服务", "（未填写）", "（未填写）"))
        others = ["审核组长", "受审核方代表", "复核人员", "认证决定人员"]
        section = [each[2] for each in page.all("b")][-6:]  # one assessor, under two spellings, signs once
        self.assertEqual(section, ["测评人员 · 甲", "测评人员 · 乙", *others])
        self.assertEqual([each[2] for each in client.all("b")][-5:], ["测评人员", *others])
        for each in (page, client):
            anchors = [link[1]["href"] for link in each.all("a")]
            self.assertGreater(len(anchors), 6)
            self.assertLessEqual(set(anchors), {"#" + element[1]["id"] for element in each.elements if "id" in element[1]})
            for fold in each.all("input"):
                self.assertTrue(each.all("label", **{"for": fold[1]["id"]}))

    def test_the_readings_that_the_grade_depends_on_stand_in_words(self):
        page = run("--lang", "zh", "--format", "html", SOURCE / "data" / "samples" / "lower-grade-by-shortfall.json")
        self.assertIn("级别取决于条款解释：级别条件（grade-conditions）、管理等级不足的处理（management-shortfall）、行与级别的对应（row-grade）", page)

    def test_direction_marks_are_shown(self):
        with tempfile.TemporaryDirectory() as folder:
            page = run("--format", "html", write(folder, "a.json", {**SAMPLE, "organization": "a\u202eb\u0007"}))
            self.assertNotIn("\u202e", page)
            self.assertIn("a\\u{202E}b\\u{7}", page)

    def test_a_refused_record_gives_no_page(self):
        self.assertEqual(run("--format", "html", "-", stdin=b"{}", code=3), "")

    def test_the_derivation_is_that_of_the_text_report(self):
        for path in SAMPLES[:3]:
            page = Page(run("--format", "html", "--lang", "en", path))
            steps = re.findall(r"^    \[(.*?)\] (.*)", run("--lang", "en", "--explain", path), re.M)
            shown = "\n".join(each[2] for each in page.all("li"))
            wanted = [text for clause, text in steps if clause.startswith("5.1.1") and "×" in text]
            self.assertTrue(wanted)
            for text in wanted:
                self.assertIn(text, shown)


class Folder(unittest.TestCase):
    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.addCleanup(self.temporary.cleanup)
        self.folder = pathlib.Path(self.temporary.name)
        self.out = self.folder / "out"

    def names(self, folder=None):
        return sorted(each.name for each in (folder or self.folder).iterdir())

    def test_the_index_leads_to_every_report(self):
        run("-q", "--format", "html", "-o", self.out, *SAMPLES, code=3)
        lines = [json.loads(line) for line in run("-q", "--format", "ndjson", *SAMPLES, code=3).splitlines()]
        page = Page((self.out / "index.html").read_text("utf-8"))
        links = [each[1]["href"] for each in page.all("a")]
        self.assertEqual(links, [f"{line['id']}_{line['organization']}.html" for line in lines if "errors" not in line])
        self.assertEqual(self.names(self.out), sorted([*links, "index.html"]))
        for line in lines:
            if "errors" not in line:
                report = Page((self.out / f"{line['id']}_{line['organization']}.html").read_text("utf-8"))
                self.assertIn(line["organization"], report.all("h1")[0][2])
            else:
                self.assertIn(line["errors"][0]["code"], "".join(each[2] for each in page.all("li")))

    def test_the_index_tells_why_there_is_no_grade_and_what_is_assumed(self):
        run("-q", "--lang", "en", "--format", "html", "-o", self.out, *SAMPLES, code=3)
        page = (self.out / "index.html").read_text("utf-8")
        rows = {re.search(r"TB-\d+-\d+", row)[0]: row for row in re.findall(r"<tr id=\"r\d+\"><th scope=\"row\" class=\"wordy\"><a.*", page)}
        for name, reason in (("nonconforming", "review"), ("none-by-maturity", "level"), ("none-score-60-79", "score, level")):
            record = json.loads((SOURCE / "data" / "samples" / f"{name}.json").read_text("utf-8"))
            self.assertIn(f'data-label="why none">{reason}</td>', rows[record["id"]])
        assumed = [row for row in rows.values() if "review assumed" in row]
        self.assertEqual(len(assumed), 1)

    def test_the_index_counts_all(self):
        run("-q", "--format", "html", "-o", self.out, *SAMPLES, code=3)
        page = Page((self.out / "index.html").read_text("utf-8"))
        counts = {each[1]["data-count"]: int(each[2]) for each in page.elements if "data-count" in each[1]}
        self.assertEqual(counts["read"], counts["graded"] + counts["refused"])
        self.assertEqual((counts["read"], counts["refused"]), (len(SAMPLES), 1))
        lines = [json.loads(line) for line in run("-q", "--format", "ndjson", *SAMPLES, code=3).splitlines()]
        graded = [line for line in lines if "errors" not in line]
        desc = {each[1]["id"]: each[2] for each in page.all("desc")}
        for grade in ("AAA", "AAAA", "AAAAA"):
            self.assertRegex(desc["grades-desc"], rf"\b{grade}: {sum(line['grade'] == grade for line in graded)}\b")
        columns = [int(each[2]) for each in page.all("text", **{"text-anchor": "middle"}) if "class" not in each[1]]
        self.assertEqual(sum(columns), len(graded))
        for low in range(0, 100, 5):
            count = sum(low <= Fraction(line["service_score_exact"]) < low + 5 + (low == 95) for line in graded)
            shown = re.search(rf"\[{low}, {low + 5}[)\]]: (\d+)", desc["scores-desc"])
            self.assertEqual(count, int(shown[1]) if shown else 0, low)

    def test_ndjson_and_standard_input(self):
        line = json.dumps(SAMPLE).encode()
        run("-q", "--format", "html", "-o", self.out, "-", stdin=line + b"\n" + line + b"\n{}\n", code=3)
        name = f"{SAMPLE['id']}_{SAMPLE['organization']}"  # that of the first; the second has another
        self.assertEqual(self.names(self.out), sorted([f"{name}.html", f"{name}_2.html", "index.html"]))

    def test_names_of_files_are_safe_and_each_has_its_own(self):
        given = [("TB/1:2", "a\\b?c*"), ("..", "#%"), ("CON", None), (None, "nul"), (None, None), ("\u202egnp", "x" * 300),
                 ("TB-1", "某"), ("tb-1", "某"), ("TB-1", "某"), ("机" * 100, "构")]
        records = []
        for id, organization in given:
            record = json.loads(json.dumps(SAMPLE))
            record.update(id=id, organization=organization)
            records.append(json.dumps({key: value for key, value in record.items() if value is not None}))
        run("-q", "--format", "html", "-o", self.out, "-", stdin="\n".join(records).encode())
        page = Page((self.out / "index.html").read_text("utf-8"))
        links = [each[1]["href"] for each in page.all("a")]
        self.assertEqual(links, ["TB-1-2_a-b-c-.html", "-._--.html", "000003_CON.html", "000004_nul.html", "000005.html",
                                 "-u-202E-gnp_" + "x" * 90 + ".html", "TB-1_某.html", "tb-1_某_2.html", "TB-1_某_3.html",
                                 "机" * 30 + "_构.html"])
        self.assertEqual(self.names(self.out), sorted([*links, "index.html"]))

    def test_audits_of_one_organization_stand_in_the_order_of_their_dates(self):
        def record(organization, date, alpha):
            changed = json.loads(json.dumps(SAMPLE))
            changed.update(organization=organization, id=f"{organization}{date}")
            changed.pop("date")
            if date:
                changed["date"] = date
            for rating in changed["service"]["ratings"]:
                rating["alpha"] = {item: alpha for item in rating["alpha"]}
            return json.dumps(changed)
        records = [record("甲公司", "2026-03-14", 0.9), record("乙公司", "2026-03-14", 0.9), record("甲 公司", "2025-03-14", 0.8),
                   record("甲公司", "2024-03-14", 0.5), record("乙公司", "2026-03-14", 0.8), record("甲公司", "", 0.7)]
        run("-q", "--lang", "en", "--format", "html", "-o", self.out, "-", stdin="\n".join(records).encode())
        page = Page((self.out / "index.html").read_text("utf-8"))
        self.assertEqual([each[2] for each in page.all("desc")][-1],
                         "2024-03-14: 50.00 (none); 2025-03-14: 80.00 (AAA); 2026-03-14: 90.00 (AAA)")
        self.assertEqual([int(each[1]["cy"]) for each in page.all("circle")], [100, 100 - 35, 100 - 52])  # 60 to 100 on 70 pixels
        self.assertEqual(len(page.all("line", **{"class": "joint"})), 2)

    def test_does_not_depend_on_the_threads(self):
        for jobs in (1, 4):
            run("-q", "--format", "html", "-j", jobs, "-o", self.folder / str(jobs), *EXCLUDING, *SAMPLES, *SAMPLES)
        read = [[each.read_bytes() for each in sorted((self.folder / jobs).iterdir())] for jobs in ("1", "4")]
        self.assertEqual(read[0], read[1])
        self.assertEqual(len(read[0]), 2 * len(SAMPLES) + 1)

    def test_several_need_a_folder(self):
        self.assertEqual(run("--format", "html", *SAMPLES[:2], code=2), "")

    def test_an_empty_folder_will_do(self):
        self.out.mkdir()
        run("-q", "--format", "html", "-o", f"{self.out}/", *SAMPLES[:2])
        self.assertEqual(len(self.names(self.out)), 3)
        self.assertEqual(self.names(), ["out"])

    def test_what_is_there_stays_as_it_is(self):
        self.out.mkdir()
        (self.out / "mine").write_text("x")
        run("-q", "--format", "html", "-o", self.out, *SAMPLES[:2], code=4)
        self.assertEqual((self.names(), self.names(self.out)), (["out"], ["mine"]))
        (self.folder / "file").write_text("x")
        run("-q", "--format", "html", "-o", self.folder / "file", *SAMPLES[:2], code=4)
        self.assertEqual((self.folder / "file").read_text(), "x")

    def test_nothing_is_left_of_what_was_interrupted(self):
        for number in (signal.SIGTERM, signal.SIGINT):
            process = subprocess.Popen([PROGRAM, "grade", "-q", "--format", "html", "-o", self.out, "-"],
                                       stdin=subprocess.PIPE, stderr=subprocess.DEVNULL)
            process.stdin.write(json.dumps(SAMPLE).encode() + b"\n" + b'{"id":')
            process.stdin.flush()
            while not self.names():
                self.assertIsNone(process.poll())
                time.sleep(0.01)
            process.send_signal(number)
            self.assertEqual(process.wait(), -number)
            process.stdin.close()
            self.assertEqual(self.names(), [])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
