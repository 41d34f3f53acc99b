"""One term for one thing: the catalogues of messages, the help and the manual keep to the manual's list of terms.

usage: terms_test.py PROGRAM SOURCE_DIR
"""

import pathlib
import re
import sys
import unittest

SOURCE = pathlib.Path(sys.argv[2])
PAGES = {lang: SOURCE / "data/manual" / lang for lang in ("zh", "en")}
# What else people say, and the term for it.
OTHERS = {
    "测评员|打分人|评审员": "测评人员", "轮次": "测评场次", "等级 ?[0-9]|[0-9] ?级(?!别)": "一级至五级",
    "拒绝|拒收": "退回改正", "已评定": "已计算", "无级别|不达标": "未达到认证级别", "被审核方": "受审核方",
    "客户": "认证委托人", "实施日期": "生效日期", "替代值": "备选取值", "四舍五入": "四舍六入五成双",
}


def terms(lang):
    page = (PAGES[lang] / "results.md").read_text("utf-8")
    section = re.split(r"^## (?:术语|Terms)\n", page, flags=re.M)[1]
    return re.findall(r"^- (.+?)(?:（| \()(.+?)(?:[;；] ?(.+?))?[）)]$", section, flags=re.M)


def texts():
    """Every text in Chinese that users read, by its file."""
    for path in (*SOURCE.glob("src/**/*messages.hpp"), SOURCE / "src/cli/guides.cpp"):
        literals = re.findall(r'"((?:[^"\\]|\\.)*)"', path.read_text("utf-8"))
        yield path, "\n".join(each for each in literals if re.search("[\u4e00-\u9fff]", each))
    for path in (*PAGES["zh"].glob("*.md"), SOURCE / "README.md"):
        yield path, re.sub(r"```.*?```", "", path.read_text("utf-8"), flags=re.S)


class Terms(unittest.TestCase):
    def test_both_languages_list_the_same_terms(self):
        chinese, english = terms("zh"), terms("en")
        self.assertGreater(len(chinese), 15)
        self.assertEqual([(zh, en) for zh, en, _ in chinese], [(zh, en) for en, zh, _ in english])

    def test_every_term_is_in_use(self):
        everything = "".join(text for _, text in texts()) + (SOURCE / "data/schemes/cts-tbsc94-2026.json").read_text("utf-8")
        for listed, _, _ in terms("zh"):
            for term in re.split("[、，至]", listed):
                self.assertGreater(everything.count(term), 1, term)  # in the list itself, and elsewhere

    def test_nothing_else_is_said_in_place_of_one(self):
        for path, text in texts():
            for others, term in OTHERS.items():
                found = re.search(f".*(?:{others}).*", text)
                self.assertIsNone(found, f"{path}: {term}: {found and found[0]}")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
