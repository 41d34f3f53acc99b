"""Opens and prints the HTML reports in headless Chromium; exits with 77 where that, or poppler, is not installed.

Usage: html_in_chromium.py PROGRAM SOURCE
"""
import html
import json
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import unittest

PROGRAM, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2])
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
SAMPLES = SOURCE / "data" / "samples"
SCHEME = json.loads((SOURCE / "data" / "schemes" / "cts-tbsc94-2026.json").read_text("utf-8"))


def grade(*args, code=0):
    done = subprocess.run([PROGRAM, "grade", "-q", "--format", "html", *map(str, args)], capture_output=True)
    assert done.returncode == code, done.stderr.decode()
    return done.stdout.decode("utf-8")


def hostile(port):
    """A sample in which every free text tries to run, to fetch or to leave its element."""
    address = f"http://127.0.0.1:{port}/"
    text = f'<script src="{address}a"></script>"><img src={address}b onerror="fetch(\'{address}c\')">\'><script>alert(1)</script>'
    document = json.loads((SAMPLES / "grade-aaa.json").read_text("utf-8"))
    document.pop("recorded", None)
    document.update(organization=text, id=text)
    document["service"]["remarks"] = {"1.1": text}
    document["management"]["remarks"] = {"1.1": text}
    for rating in document["service"]["ratings"]:
        rating.update(occasion=text, assessor=rating.get("assessor", "") + text)
    return document, text


class InChromium(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = pathlib.Path(temporary.name)

    def chromium(self, *args):
        done = subprocess.run([CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr",
                               f"--user-data-dir={self.folder}/profile", *map(str, args)], capture_output=True, timeout=300)
        errors = done.stderr.decode("utf-8", "replace")
        self.assertNotIn("CONSOLE", errors)
        return done.stdout.decode("utf-8", "replace")

    def page(self, name, text):
        path = self.folder / name
        path.write_text(text, "utf-8")
        return path

    def of_ratings(self, count, occasion):
        document = json.loads((SAMPLES / "seven-ratings.json").read_text("utf-8"))
        document.pop("recorded", None)
        ratings = document["service"]["ratings"]
        document["service"]["ratings"] = [{**ratings[i % 7], "assessor": f"A{i}", "occasion": occasion(i)}
                                          for i in range(count)]
        return self.page("ratings.json", json.dumps(document))

    def reports(self):
        """Pages of all kinds: few and many ratings, with and without a grade, and the index."""
        for name in ("lower-grade-by-shortfall", "seven-ratings", "none-score-below-60"):
            yield name, self.page(f"{name}.html", grade("--lang", "zh", SAMPLES / f"{name}.json"))
        yield "many", self.page("many.html", grade("--lang", "zh", self.of_ratings(200, str)))
        grade("--lang", "zh", "-o", self.folder / "out", SAMPLES, code=3)
        yield "index", self.folder / "out" / "index.html"
        yield "client", self.page("client.html", grade("--lang", "zh", "--for", "client", SAMPLES / "grade-aaaa.json"))
        audits = [SAMPLES / "seven-ratings.json", SAMPLES / "none-score-below-60.json"]
        done = subprocess.run([PROGRAM, "compare", "--format", "html", *audits], capture_output=True, check=True)
        yield "compare", self.page("compare.html", done.stdout.decode("utf-8"))

    def test_prints_on_a4_and_cuts_no_row(self):
        criteria = [re.sub(r"\s", "", item["criterion"]["zh"])
                    for group in SCHEME["service"]["characteristics"] for item in group["items"]]
        for name, path in self.reports():
            pages = self.printed(path)
            if name in ("index", "compare"):
                self.assertTrue(any({"index": "评价报告汇总", "compare": "AAA"}[name] in each for each in pages))
                continue
            for glyphs in ("服务能力评价评分表", "管理要求的成熟度分值", "组织所处环境", "条款解释", "签字"):
                self.assertTrue(any(glyphs in each for each in pages), glyphs)
            # The text of a row stands on one page as a whole.
            for criterion in criteria:
                self.assertTrue(any(criterion in each for each in pages), (name, criterion))

    def test_cuts_no_row_however_tall(self):
        def occasion(rating):
            return f"{rating:02}：" + "上午在一号大厅，" * 20
        page = self.page("page.html", grade("--lang", "zh", self.of_ratings(24, occasion)))
        pages = self.printed(page)
        for rating in range(24):  # in the table of the ratings, and above the rating's part of the derivation
            self.assertEqual(sum(each.count(occasion(rating)) for each in pages), 2, rating)

    def printed(self, path):
        """The text of each page that is printed, without spaces; every page is A4."""
        pdf = self.folder / "page.pdf"
        self.chromium("--no-pdf-header-footer", f"--print-to-pdf={pdf}", path.as_uri())
        info = subprocess.run(["pdfinfo", "-l", "-1", pdf], capture_output=True, text=True, check=True).stdout
        count = int(re.search(r"Pages:\s+(\d+)", info)[1])
        self.assertEqual(len(re.findall(r"Page\s+\d+ size:.*\(A4\)", info)), count, info)
        text = subprocess.run(["pdftotext", "-raw", pdf, "-"], capture_output=True, check=True).stdout.decode("utf-8")
        pages = [re.sub(r"\s", "", each) for each in text.split("\f")]
        self.assertEqual(len(pages), count + 1)
        return pages

    def test_the_index_is_put_into_the_order_that_is_chosen(self):
        grade("-o", self.folder / "out", SAMPLES, code=3)
        read = subprocess.run([PROGRAM, "grade", "-q", "--format", "ndjson", SAMPLES], capture_output=True).stdout
        lines = [json.loads(line) for line in read.splitlines()]
        graded = [line for line in lines if "errors" not in line]
        dates = {json.loads(path.read_text("utf-8"))["id"]: json.loads(path.read_text("utf-8"))["date"]
                 for path in SAMPLES.iterdir()}
        orders = {
            "as-given": graded,
            "by-organization": sorted(graded, key=lambda line: line["organization"]),
            "by-date": sorted(graded, key=lambda line: dates[line["id"]], reverse=True),
            "by-grade": sorted(graded, key=lambda line: (line["grade"] or "", line["service_score"]), reverse=True),
        }
        page = (self.folder / "out" / "index.html").read_text("utf-8")
        for chosen, wanted in orders.items():
            printed = "".join(self.printed(self.page("index.html", page.replace(" checked>", ">").replace(
                f'id="{chosen}">', f'id="{chosen}" checked>'))))
            shown = re.findall(r"TB-\d{4}-\d{4}", printed)[: len(graded)]
            self.assertEqual(shown, [line["id"] for line in wanted], chosen)

    def test_no_page_and_no_table_is_wider_than_the_window(self):
        for name, path in self.reports():
            for width in (1280, 768, 390):
                frame = (f'<!DOCTYPE html><iframe style="width:{width}px;height:900px;border:0" onload="document.title = '
                         "[contentDocument.documentElement, ...contentDocument.querySelectorAll('.wide')]"
                         '.reduce((sum, each) => sum + each.scrollWidth - each.clientWidth, 0)"'
                         f' srcdoc="{html.escape(path.read_text("utf-8"))}"></iframe>')
                dom = self.chromium("--dump-dom", self.page("frame.html", frame).as_uri())
                self.assertEqual(re.search("<title>(.*?)</title>", dom)[1], "0", (name, width))

    def test_hostile_texts_run_nothing_and_fetch_nothing(self):
        with socket.create_server(("127.0.0.1", 0)) as server:
            document, text = hostile(server.getsockname()[1])
            path = self.page("hostile.json", json.dumps(document))
            grade("-o", self.folder / "out", path, path)
            server.settimeout(0.5)
            pages = sorted((self.folder / "out").iterdir())
            self.assertEqual(len(pages), 3)
            for page in pages:
                dom = self.chromium("--dump-dom", page.as_uri())
                self.assertNotRegex(dom, "<(script|img)")
                self.assertIn(html.escape(text, quote=False), dom)
                with self.assertRaises(TimeoutError):
                    server.accept()


if __name__ == "__main__":
    if not (CHROMIUM and shutil.which("pdfinfo") and shutil.which("pdftotext")):
        sys.exit(77)
    unittest.main(argv=sys.argv[:1])
