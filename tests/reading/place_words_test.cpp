// Where something is wrong, as people say it: the rating with its assessor, the item with its characteristic.
#include "reading/place_words.hpp"

#include <array>

#include "catch.hpp"
#include "results/graded.hpp"

using namespace tbsc94;

TEST_CASE("a pointer into an assessment is told in words", "[place_words]") {
  struct place {
    std::string_view pointer;
    std::string_view zh;
    std::string_view en;
  };
  constexpr std::array places{
      place{"/service/ratings/0/alpha/1.1", "第 1 份测评（A1）条目 1.1 功能性·人员",
            "rating 1 (A1), item 1.1 functionality · personnel"},
      place{"/service/ratings/1/alpha/1.2", "第 2 份测评条目 1.2 功能性·设备设施",
            "rating 2, item 1.2 functionality · equipment and facilities"},
      place{"/service/ratings/1/alpha/9", "第 2 份测评条目 9", "rating 2, item 9"},
      place{"/service/ratings/0", "第 1 份测评（A1）", "rating 1 (A1)"},
      place{"/service/ratings/0/assessor", "第 1 份测评（A1）的测评人员（assessor）", "rating 1 (A1), assessor"},
      place{"/service/ratings/0/asessor", "第 1 份测评（A1）的“asessor”", "rating 1 (A1), \"asessor\""},
      place{"/service/ratings", "各份测评（ratings）", "ratings"},
      place{"/service/remarks/1.1", "条目 1.1 功能性·人员的备注（remarks）",
            "item 1.1 functionality · personnel, remarks"},
      place{"/service/not_applicable/1.3", "条目 1.3 功能性·环境的不适用声明（not_applicable）",
            "item 1.3 functionality · environment, declared not_applicable"},
      place{"/management/levels/7.2", "管理要求条目 7.2 改进·持续改进",
            "management item 7.2 improvement · continual improvement"},
      place{"/management/conformity", "管理要求符合性审查结论（conformity）", "conformity review (conformity)"},
      place{"/management/conformity_remarks/4.2.2", "符合性审查备注（conformity_remarks）的“4.2.2”",
            "remarks on conformity (conformity_remarks), \"4.2.2\""},
      place{"/management/x~1y", "管理要求（management）的“x/y”", "management, \"x/y\""},
      place{"/details/审核类型", "审核信息（details）的“审核类型”", "details, \"审核类型\""},
      place{"/organization", "组织名称（organization）", "organization"},
      place{"/assessment/organization", "组织名称（organization）", "organization"},
      place{"/recorded/grade", "存档结果（recorded）的级别（grade）", "recorded result (recorded), grade"},
      place{"/组织名称", "最外层的“组织名称”", "at the top, \"组织名称\""},
      place{"", "", ""},
  };
  const scheme& scheme = example::embedded_catalog().first().content;
  std::vector<rating> ratings(2);
  ratings[0].assessor = "A1";
  for (const auto& [pointer, zh, en] : places) {
    CHECK(place_words(pointer, &scheme, ratings, language::zh) == zh);
    CHECK(place_words(pointer, &scheme, ratings, language::en) == en);
  }
  CHECK(place_words("/service/ratings/0/alpha/1.1", nullptr, {}, language::zh) == "第 1 份测评条目 1.1");
  ratings[0].assessor = std::string(25, 'x');
  CHECK(place_words("/service/ratings/0", &scheme, ratings, language::en) ==
        "rating 1 (" + std::string(24, 'x') + "…)");
}

TEST_CASE("a place of a scheme, of decisions, of a result is told in words, too", "[place_words]") {
  const auto zh = [](std::string_view pointer) { return document_place(pointer, language::zh); };
  const auto en = [](std::string_view pointer) { return document_place(pointer, language::en); };
  CHECK(zh("/maturity/chapters/0/items/1/id") == "管理成熟度（maturity）的第 1 章的第 2 个条目的编号（id）");
  CHECK(en("/maturity/chapters/0/items/1/id") == "maturity, chapter 1, item 2, id");
  CHECK(zh("/service/characteristics/2/name/zh") == "服务特性测评（service）的第 3 项服务特性指标的名称（name）的“zh”");
  CHECK(zh("/grades/rows/1") == "认证级别（grades）的第 2 行");
  CHECK(zh("/grades/grades/0/from") == "认证级别（grades）的第 1 个级别的下限（from）");
  CHECK(zh("/clauses/3/title") == "各条款（clauses）的第 4 项的标题（title）");
  CHECK(en("/clauses/3/title") == "clauses, entry 4, title");
  CHECK(zh("/row-grade/date") == "“row-grade”的日期（date）");
  CHECK(zh("/input/sha256") == "输入（input）的摘要值（sha256）");
  CHECK(zh("/verdict/grade") == "判定（verdict）的级别（grade）");
  CHECK(zh("/assessment/date") == "评价日期（date）");
  CHECK(zh("") == "");
}
