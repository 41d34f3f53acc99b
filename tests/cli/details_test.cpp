// What an assessment names besides: its details, and what the conformity review found, clause by clause.
#include <algorithm>

#include "catch.hpp"
#include "cli/run.hpp"
#include "reading/example_texts.hpp"

namespace {

using namespace cli_test;
using json = nlohmann::ordered_json;

json document() { return json::parse(example::assessment_text()); }

bool says(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

run_result graded(const json& document, const std::vector<std::string>& options = {}) {
  std::vector<std::string> arguments{"grade", "-"};
  arguments.insert(arguments.end(), options.begin(), options.end());
  if (std::find(options.begin(), options.end(), "--lang") == options.end()) {
    arguments.insert(arguments.end(), {"--lang", "en"});
  }
  return run(arguments, {document.dump(1), {}, {}});
}

}  // namespace

TEST_CASE("details: texts under labels of one's own, shown by every full report in their order", "[cli][details]") {
  json with = document();
  with["details"] = {{"审核类型", "监督审核"}, {"Scope", "repair"}, {"nothing", ""}, {"Leader", "<b>陈立</b>"}};
  CHECK(says(graded(with).out, "\nDetails\n  审核类型: 监督审核\n  Scope: repair\n  Leader: <b>陈立</b>\n"));
  CHECK(says(graded(with, {"--format", "markdown"}).out,
             "### Details\n\n- `审核类型`: `监督审核`\n- `Scope`: `repair`\n- `Leader`: `<b>陈立</b>`\n"));
  const std::string html = graded(with, {"--format", "html"}).out;
  CHECK(says(html, "<div><dt>审核类型</dt><dd>监督审核</dd></div>"));
  CHECK(says(html, "<dt>Leader</dt><dd>&lt;b&gt;陈立"));
  for (const char* format : {"text", "markdown", "html"}) {
    CHECK_FALSE(says(graded(with, {"--format", format}).out, "nothing:"));
    CHECK_FALSE(says(graded(document(), {"--format", format}).out, "Details"));
  }
  CHECK(json::parse(graded(with, {"--format", "json"}).out)["assessment"]["details"] == with["details"]);
}

TEST_CASE("conformity_remarks: by clause, beside the verdict", "[cli][details]") {
  json with = document();
  with["management"]["conformity"] = "nonconforming";
  with["management"]["conformity_remarks"] = {{"4.2.2", "no service blueprint"}, {"附录 4 6.3", "无评审记录"}};
  const std::string text = graded(with).out;
  const std::string head = text.substr(0, text.find("\n\n"));
  CHECK(says(head, "\n  conformity review, clause 4.2.2: no service blueprint\n"));
  CHECK(says(head, "conformity review, 附录 4 6.3: 无评审记录"));
  CHECK(says(graded(with, {"--lang", "zh"}).out, "符合性审查（条款 4.2.2）：no service blueprint"));
  CHECK(says(graded(with, {"--format", "markdown"}).out,
             "- conformity review, `clause 4.2.2`: `no service blueprint`\n"));
  CHECK(says(graded(with, {"--format", "html"}).out, "<li>conformity review, clause 4.2.2: no service blueprint</li>"));
  CHECK(json::parse(graded(with, {"--format", "json"}).out)["assessment"]["management"]["conformity_remarks"].size() ==
        2);
}

TEST_CASE("neither details nor remarks on clauses decide anything", "[cli][details]") {
  json with = document();
  with["details"] = {{"grade", "AAAAA"}};
  with["management"]["conformity_remarks"] = {{"4.2.2", "minor"}};
  CHECK(graded(with, {"--format", "ndjson"}).out == graded(document(), {"--format", "ndjson"}).out);
}

TEST_CASE("details: 50 and no more, remarks on clauses: 500, each a text under a label given once", "[cli][details]") {
  struct limit {
    json::json_pointer place;
    std::size_t most;
  };
  for (const limit& each :
       {limit{"/details"_json_pointer, 50}, limit{"/management/conformity_remarks"_json_pointer, 500}}) {
    const auto with = [&](const json& value) {
      json changed = document();
      changed[each.place] = value;
      return changed;
    };
    json texts = json::object();
    while (texts.size() < each.most) {
      texts[std::to_string(texts.size())] = "x";
    }
    CHECK(graded(with(texts)).exit_code == 0);
    texts["one more"] = "x";
    const std::string place = each.place.back() == "details" ? "details" : "remarks on conformity (conformity_remarks)";
    const std::string count = std::to_string(each.most);
    const run_result too_many = graded(with(texts));
    CHECK(too_many.exit_code == 3);
    CHECK(says(too_many.err, place + ": " + std::to_string(each.most + 1) + " entries; at most " + count +
                                 " are allowed [too-large]"));
    CHECK(says(graded(with({{"a", 1}})).err, place + ", \"a\": "));
    CHECK(says(graded(with({{"a", nullptr}})).err, "[wrong-type]"));
    CHECK(says(graded(with(json::array())).err, "[wrong-type]"));
    CHECK(says(graded(with({{std::string(65'537, 'x'), "x"}})).err, "[too-large]"));
    const std::string twice = example::replaced(with({{"a", "1"}, {"b", "2"}}).dump(), "\"b\":", "\"\\u0061\":");
    CHECK(says(run({"grade", "--lang", "en", "-"}, {twice, {}, {}}).err, "[duplicate-key]"));
    const std::string plainly = example::replaced(with({{"a", "1"}, {"b", "2"}}).dump(), "\"b\":", "\"a\":");
    CHECK(says(run({"grade", "--lang", "en", "-"}, {plainly, {}, {}}).err, "[duplicate-key]"));
  }
}

TEST_CASE("a full report says whether the quality management system was audited, and that the file does not say so",
          "[cli][details]") {
  json full = document();
  full["management"]["qms_audit"] = "full";
  for (const char* format : {"text", "markdown", "html"}) {
    CAPTURE(format);
    CHECK(says(graded(full, {"--format", format}).out, "audit (5.2.2): full"));
    CHECK(says(graded(document(), {"--format", format}).out, "audit (5.2.2): not stated"));
    CHECK(says(graded(document(), {"--lang", "zh", "--format", format}).out, "质量管理体系审核（5.2.2）：未写明"));
  }
}
