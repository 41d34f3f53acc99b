// The common options, exit codes and where the output goes.
#include <filesystem>

#include "catch.hpp"
#include "cli/run.hpp"
#include "reading/example_texts.hpp"
#include "text/digest.hpp"
#include "text/version.hpp"

namespace {

using namespace cli_test;
using example::replaced;

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

// A good assessment, and one that is refused.
struct two_files {
  folder files;
  std::string good = files.write("good.json", example::assessment_text());
  std::string bad = files.write("bad.json", "{}");
};

}  // namespace

TEST_CASE("exit codes", "[cli][options]") {
  const two_files f;
  CHECK(run({"grade", f.good}).exit_code == 0);
  CHECK(run({"grade", f.bad}).exit_code == 3);
  CHECK(run({"grade", f.files / "none.json"}).exit_code == 4);
  // The highest that applies
  CHECK(run({"grade", f.good, f.bad}).exit_code == 3);
  CHECK(run({"grade", f.bad, f.files / "none.json", f.good}).exit_code == 4);
  // Wrong usage
  for (const std::vector<std::string>& arguments :
       std::vector<std::vector<std::string>>{{},
                                             {"grades", f.good},
                                             {"grade"},
                                             {"grade", "--nothing", f.good},
                                             {"grade", "--format", "xml", f.good},
                                             {"grade", "--format"},
                                             {"grade", "--unknown-keys", "maybe", f.good},
                                             {"grade", "--lang", "de", f.good},
                                             {"grade", "--color", "red", f.good},
                                             {"grade", "-j", "0", f.good},
                                             {"grade", "-j", "x", f.good},
                                             {"grade", "--reading", "row-grade", f.good},
                                             {"grade", "--reading", "row-grades=by-order", f.good},
                                             {"grade", "--reading", "row-grade=by-size", f.good},
                                             {"grade", "--reading", "=", f.good}}) {
    CAPTURE(arguments);
    const run_result result = run(arguments);
    CHECK(result.exit_code == 2);
    CHECK(result.out.empty());
    CHECK_FALSE(result.err.empty());
  }
}

TEST_CASE("wrong usage is said in the language, with what is allowed", "[cli][options]") {
  const two_files f;
  struct usage {
    std::vector<std::string> arguments;
    std::string en;
    std::string zh;
  };
  const std::string commands = "grade, verify, regrade, template, merge, compare, scheme, schema, completion, help";
  const std::vector<usage> all{
      {{}, "name a command; there are " + commands, "请写明命令；可用：" + commands},
      {{"grades", f.good},
       "there is no command \"grades\"; there are " + commands + "; did you mean \"grade\"?",
       "没有命令“grades”；可用：" + commands + "；是否想写“grade”？"},
      {{"--nothing"}, "there is no option \"--nothing\"", "没有选项“--nothing”"},
      {{"grade"}, "PATH is required", "缺少必需的参数 PATH"},
      {{"schema"}, "NAME is required", "缺少必需的参数 NAME"},
      {{"grade", "--nothing", f.good}, "there is no option \"--nothing\"", "没有选项“--nothing”"},
      {{"grade", "-x", f.good}, "there is no option \"-x\"", "没有选项“-x”"},
      {{"template", "x\x1b[31m"}, "unexpected \"x\\u{1B}[31m\"", "此处不应有“x\\u{1B}[31m”"},
      {{"grade", f.good, "--format"}, "the option --format needs a value", "选项 --format 缺少取值"},
      {{"grade", f.good, "--reading"}, "the option --reading needs a value", "选项 --reading 缺少取值"},
      {{"grade", f.good, "-o", "a", "-o", "b"}, "the option --output can be given once", "选项 --output 只能出现一次"},
      {{"grade", f.good, "--color", "red"},
       "--color: \"red\" is not one of auto|always|never",
       "--color: 不能是“red”，可用：auto|always|never"},
      {{"template", "--ratings", "1001"},
       "--ratings: \"1001\" is not one of 1..1000",
       "--ratings: 不能是“1001”，可用：1..1000"},
      {{"schema", "x"},
       "NAME: \"x\" is not one of assessment|result|scheme",
       "NAME: 不能是“x”，可用：assessment|result|scheme"},
  };
  for (const usage& each : all) {
    CAPTURE(each.arguments);
    const run_result en = run(each.arguments);
    CHECK(en.exit_code == 2);
    CHECK(en.out.empty());
    REQUIRE(lines_of(en.err).size() == 2);
    CHECK(lines_of(en.err)[0] == "tbsc94: " + each.en);
    CHECK(lines_of(en.err)[1].ends_with(" --help"));
    const run_result zh = run(each.arguments, {"", {"LANG=zh_CN.UTF-8"}, ""});
    CHECK(zh.exit_code == 2);
    CHECK(lines_of(zh.err).at(0) == "tbsc94：" + each.zh);
  }
}

TEST_CASE("a mistyped command, option or value is asked after, where one is near", "[cli][options]") {
  const two_files f;
  struct slip {
    std::vector<std::string> arguments;
    std::string meant;  // empty: nothing is near
  };
  const std::vector<slip> all{
      {{"garde", f.good}, "grade"},
      {{"veri"}, "verify"},
      {{"zzz"}, ""},
      {{"scheme", "shwo", "4.1"}, "show"},
      {{"scheme", "zzz"}, ""},
      {{"--verison"}, "--version"},
      {{"grade", "--fromat", "json", f.good}, "--format"},
      {{"grade", "--fromat=json", f.good}, "--format"},
      {{"grade", "--out", "x", f.good}, "--output"},
      {{"grade", "--zzz", f.good}, ""},
      {{"scheme", "show", "--formt", "json"}, "--format"},
      {{"grade", "--format", "jsn", f.good}, "json"},
      {{"grade", "--format", "zzz", f.good}, ""},
      {{"grade", "--unknown-keys", "ignroe", f.good}, "ignore"},
      {{"schema", "asessment"}, "assessment"},
      {{"grade", "--reading", "limit-comparision=rounded-value", f.good}, "limit-comparison"},
      {{"grade", "--reading", "zzz=rounded-value", f.good}, ""},
      {{"grade", "--reading", "limit-comparison=round-value", f.good}, "rounded-value"},
      {{"grade", "--reading", "limit-comparison=zzz", f.good}, ""},
      {{"grade", "--only", "AAAAAAA", f.good}, "AAAAA"},
      {{"grade", "--only", "AAA,refussed", f.good}, "refused"},
      {{"grade", "--only", "zzz", f.good}, ""},
      {{"grade", "--require", "AAAAAA", f.good}, "AAAAA"},
      {{"regrade", "--under", "B0", f.good}, "B/0"},
  };
  for (const slip& each : all) {
    CAPTURE(each.arguments);
    const run_result en = run(each.arguments);
    CHECK(en.exit_code == 2);
    CHECK(en.out.empty());
    CHECK(contains(en.err, "did you mean") != each.meant.empty());
    CHECK((each.meant.empty() || contains(en.err, "; did you mean \"" + each.meant + "\"?\n")));
    const run_result zh = run(each.arguments, {"", {"LANG=zh_CN.UTF-8"}, ""});
    CHECK(zh.exit_code == 2);
    CHECK(contains(zh.err, "是否想写") != each.meant.empty());
    CHECK((each.meant.empty() || contains(zh.err, "；是否想写“" + each.meant + "”？\n")));
  }
}

TEST_CASE("an option of other commands: behind which it belongs", "[cli][options]") {
  const two_files f;
  const auto said = [](const std::vector<std::string>& arguments) { return lines_of(run(arguments).err).at(0); };
  CHECK(said({"verify", "--explain", f.good}) == "tbsc94: \"--explain\" is an option of tbsc94 grade");
  CHECK(said({"grade", "--fail-on-change=1", f.good}) == "tbsc94: \"--fail-on-change\" is an option of tbsc94 regrade");
  CHECK(said({"--jobs", "2", "grade", f.good}) ==
        "tbsc94: \"--jobs\" is an option of tbsc94 grade, tbsc94 verify, tbsc94 regrade, tbsc94 scheme diff");
  CHECK(said({"schema", "result", "--ratings", "2"}) == "tbsc94: \"--ratings\" is an option of tbsc94 template");
}

TEST_CASE("why a file cannot be read or written is said in the language", "[cli][options]") {
  const two_files f;
  const auto err = [](std::vector<std::string> arguments, const std::string& lang) {
    arguments.insert(arguments.end(), {"--lang", lang});
    const run_result result = run(arguments);
    CHECK(result.exit_code == 4);
    return result.err;
  };
  const std::string none = f.files / "none.json";
  CHECK(err({"grade", none}, "en") == "tbsc94: cannot read " + none + ": No such file or directory\n");
  CHECK(err({"grade", none}, "zh") == "tbsc94：无法读取 " + none + "：没有这个文件或文件夹\n");
  const std::string below = f.good + "/a.json";
  CHECK(contains(err({"grade", below}, "zh"), "：路径中有一段不是文件夹\n"));
  CHECK(contains(err({"template", "--scheme", f.files.path()}, "zh"), "：这是一个文件夹\n"));
  CHECK(contains(err({"template", "-o", "/dev/full"}, "zh"), "无法写入 /dev/full：磁盘空间不足\n"));
}

TEST_CASE("a file that cannot be read is said, and the others are graded", "[cli][options]") {
  const two_files f;
  const run_result result = run({"grade", "--format", "ndjson", f.files / "none.json", f.good});
  CHECK(result.exit_code == 4);
  CHECK(result.lines().size() == 2);
  CHECK(contains(result.err, "tbsc94: cannot read " + (f.files / "none.json") + ": "));
  // Alone, it is an entry, too.
  CHECK(contains(run({"grade", "--format", "json", f.files / "none.json"}).out, "\"unreadable\""));
}

TEST_CASE("help and version", "[cli][options]") {
  for (const std::vector<std::string>& arguments :
       std::vector<std::vector<std::string>>{{"--help"}, {"-h"}, {"grade", "--help"}}) {
    const run_result help = run(arguments);
    CHECK(help.exit_code == 0);
    CHECK(help.err.empty());
    CHECK(contains(help.out, "Exit codes"));
  }
  CHECK(contains(run({"--help", "--lang", "zh"}).out, "退出码"));
  const run_result version = run({"--version"});
  CHECK(version.exit_code == 0);
  const std::string scheme = example::read_file(data("schemes/cts-tbsc94-2026.json"));
  CHECK(version.out == "tbsc94 " + std::string(tbsc94::version) + "\nscheme CTS TBSC94-2026, edition B/0, sha256 " +
                           tbsc94::sha256(scheme) + "\nlicense MIT\n");
  CHECK(run({"-V"}).out == version.out);
  CHECK(run({"--version", "--lang", "zh"}).out == version.out);
  for (const char* command : {"grade", "verify", "regrade", "template", "scheme", "schema"}) {
    CHECK(run({command, "--version"}).out == version.out);
  }
  for (const char* asked : {"--help", "--version"}) {
    CHECK(run({asked}, {"", {}, "/dev/full"}).exit_code == 4);
  }
}

TEST_CASE("the language: --lang, else that of the locale", "[cli][options]") {
  const two_files f;
  const auto is_chinese = [&](const std::vector<std::string>& environment, std::vector<std::string> options = {}) {
    options.insert(options.begin(), {"grade", f.good});
    const std::string out = run(options, {"", environment, ""}).out;
    CHECK(contains(out, "Verdict: ") != contains(out, "判定："));
    return contains(out, "判定：");
  };
  CHECK_FALSE(is_chinese({}));
  CHECK(is_chinese({"LANG=zh_CN.UTF-8"}));
  CHECK_FALSE(is_chinese({"LANG=en_US.UTF-8"}));
  CHECK_FALSE(is_chinese({"LANG=zh_CN.UTF-8", "LC_ALL=C"}));
  CHECK(is_chinese({"LANG=C", "LC_ALL=zh_TW"}));
  CHECK(is_chinese({"LANG=C", "LC_MESSAGES=zh_CN.UTF-8"}));
  CHECK(is_chinese({"LANG=zh_CN.UTF-8", "LC_ALL="}));
  CHECK(is_chinese({}, {"--lang", "zh"}));
  CHECK(is_chinese({}, {"--lang=zh"}));
  CHECK_FALSE(is_chinese({"LC_ALL=zh_CN.UTF-8"}, {"--lang=en"}));
  // LANGUAGE is a list by preference, and counts where there is a locale.
  CHECK(is_chinese({"LANG=en_US.UTF-8", "LANGUAGE=zh_CN:en"}));
  CHECK(is_chinese({"LANG=en_US.UTF-8", "LANGUAGE=de:zh"}));
  CHECK_FALSE(is_chinese({"LANG=zh_CN.UTF-8", "LANGUAGE=de:en:zh"}));
  CHECK(is_chinese({"LANG=zh_CN.UTF-8", "LANGUAGE=de"}));
  CHECK_FALSE(is_chinese({"LANG=C", "LANGUAGE=zh"}));
  CHECK_FALSE(is_chinese({"LANGUAGE=zh"}));
}

TEST_CASE("files that the environment names, where no option names others", "[cli][options]") {
  const folder files;
  const std::string decisions = files.write(
      "decisions.json", R"({"row-grade": {"value": "by-order", "decision": "TC 2026-03", "date": "2026-03-01"}})");
  std::string other = example::read_file(data("schemes/cts-tbsc94-2026.json"));
  other.replace(other.find("\"B/0\""), 5, "\"C/0\"");
  const std::string edition = files.write("c0.json", other);
  std::string under_c0 = example::read_file(data("samples/grade-aaa.json"));
  under_c0.replace(under_c0.find("\"B/0\""), 5, "\"C/0\"");
  const std::string record = files.write("a.json", under_c0);
  const std::vector<std::string> environment{"TBSC94_READINGS=" + decisions, "TBSC94_SCHEMES=:" + edition};
  const nlohmann::json named = {{"TBSC94_READINGS", decisions}, {"TBSC94_SCHEMES", edition}};

  // Every result says so, and so does the version.
  const run_result full = run({"grade", "--format", "json", record}, {"", environment, ""});
  CHECK(full.exit_code == 0);
  CHECK(full.json()["environment"] == named);
  CHECK(full.json()["scheme"]["edition"] == "C/0");
  CHECK(contains(full.err, "by the file that TBSC94_READINGS names: " + decisions));
  CHECK(contains(full.out, "\"TC 2026-03\""));
  const run_result line = run({"grade", "-q", "--format", "ndjson", record}, {"", environment, ""});
  CHECK(line.err.empty());
  CHECK(line.lines()[0]["environment"] == named);
  CHECK(line.lines()[0]["readings"] == nlohmann::json{{"row-grade", "by-order"}});
  for (const char* format : {"text", "markdown", "html"}) {
    CHECK(contains(run({"grade", "-q", "--format", format, record}, {"", environment, ""}).out, edition));
  }
  CHECK(contains(run({"--version"}, {"", environment, ""}).out, "\nTBSC94_SCHEMES " + edition + "\n"));

  // Such a result holds where the environment names nothing, and the other way round.
  const std::string result = files.write("result.json", full.out);
  CHECK(run({"verify", "--scheme", edition, result}).exit_code == 0);
  const std::string plain = files.write(
      "plain.json", run({"grade", "--format", "json", "--scheme", edition, "--readings", decisions, record}).out);
  CHECK_FALSE(nlohmann::json::parse(example::read_file(plain)).contains("environment"));
  CHECK(run({"verify", plain}, {"", environment, ""}).exit_code == 0);

  // Flags go before, each for its own.
  const std::string none = files.write("none.json", "{}");
  const auto flagged = run({"grade", "-q", "--format", "ndjson", "--readings", none, record}, {"", environment, ""});
  CHECK(flagged.lines()[0]["environment"] == nlohmann::json{{"TBSC94_SCHEMES", edition}});
  CHECK_FALSE(flagged.lines()[0].contains("readings"));

  // As with the option: what a record names otherwise is a difference, and the file is no place to write to.
  CHECK(run({"verify", data("samples/score-89.6-by-rounded-value.json")}).exit_code == 0);
  CHECK(run({"verify", data("samples/score-89.6-by-rounded-value.json")},
            {"",
             {"TBSC94_READINGS=" + files.write("full.json", R"({"limit-comparison":
                {"value": "full-value", "decision": "TC 1"}})")},
             ""})
            .exit_code == 1);
  CHECK(run({"grade", record, "-o", decisions}, {"", environment, ""}).exit_code == 2);
  // Decisions are one file, whatever its name; what is there no more is an error.
  const std::string odd = files.write("a:b.json", example::read_file(decisions));
  CHECK(run({"grade", data("samples/grade-aaa.json")}, {"", {"TBSC94_READINGS=" + odd}, ""}).exit_code == 0);
  CHECK(run({"grade", data("samples/grade-aaa.json")}, {"", {"TBSC94_READINGS=" + decisions + ":" + odd}, ""})
            .exit_code == 4);
  CHECK(run({"grade", record}, {"", {"TBSC94_READINGS=" + record}, ""}).exit_code == 2);
  CHECK(run({"grade", record}, {"", {"TBSC94_SCHEMES=" + files.path() + "/nowhere"}, ""}).exit_code == 4);
}

TEST_CASE("colour: --color, NO_COLOR, and none into a file", "[cli][options]") {
  const two_files f;
  CHECK_FALSE(contains(run({"grade", f.good}).out, "\x1b"));
  CHECK(contains(run({"grade", "--color", "always", f.good}).out, "\x1b["));
  CHECK(contains(run({"grade", "--color", "always", f.good}, {"", {"NO_COLOR=1"}, ""}).out, "\x1b["));
  CHECK_FALSE(contains(run({"grade", "--color", "never", f.good}).out, "\x1b"));
  CHECK_FALSE(contains(run({"grade", "--color", "always", "--format", "json", f.good}).out, "\x1b"));
  CHECK_FALSE(contains(run({"grade", "--color", "always", "--no-color", f.good}).out, "\x1b"));
  const auto with = [&](const std::vector<std::string>& environment) {
    return contains(run({"grade", f.good}, {"", environment, ""}).out, "\x1b[");
  };
  CHECK(with({"CLICOLOR_FORCE=1"}));
  CHECK_FALSE(with({"CLICOLOR_FORCE=0"}));
  CHECK_FALSE(with({"CLICOLOR_FORCE=1", "NO_COLOR=1"}));
  // On a terminal it is coloured, unless NO_COLOR says no.
  const auto on_terminal = [&](std::vector<std::string> environment) {
    environment.emplace_back("TERM=xterm");
    return run_command({"script", "-qec", program() + " grade " + f.good, "/dev/null"}, {"", environment, ""});
  };
  if (on_terminal({}).exit_code == 0) {  // where there is a `script`
    CHECK(contains(on_terminal({}).out, "\x1b["));
    CHECK_FALSE(contains(on_terminal({"NO_COLOR=1"}).out, "\x1b["));
  }
}

TEST_CASE("without --format the ending of -o says which", "[cli][options]") {
  const two_files f;
  const folder files;
  const auto beginning = [&](const std::vector<std::string>& command, const std::string& name) {
    std::vector<std::string> arguments = command;
    arguments.insert(arguments.end(), {"-o", files / name});
    CHECK(run(arguments).exit_code == 0);
    return example::read_file(files / name).substr(0, 11);
  };
  const std::string text = "Verdict: gr";
  for (const auto& [name, begins] :
       std::vector<std::pair<std::string, std::string>>{{"a.json", "{\n  \"tool\":"},
                                                        {"a.JSON", "{\n  \"tool\":"},
                                                        {"a.ndjson", "{\"source\":\""},
                                                        {"a.jsonl", "{\"source\":\""},
                                                        {"a.csv", "\xEF\xBB\xBFsource,i"},
                                                        {"a.md", "## Verdict:"},
                                                        {"a.html", "<!DOCTYPE h"},
                                                        {"a.htm", "<!DOCTYPE h"},
                                                        {"a.txt", text},
                                                        {"a", text},
                                                        {"a.tap", text}}) {  // a format that grade does not have
    CHECK(beginning({"grade", f.good}, name) == begins);
  }
  CHECK(beginning({"grade", f.good}, "a.xlsx").starts_with("PK\x03\x04"));
  CHECK(beginning({"verify", data("samples/grade-aaa.json")}, "v.xml") == "<?xml versi");
  CHECK(beginning({"verify", data("samples/grade-aaa.json")}, "v.tap") == "TAP version");
  CHECK(beginning({"regrade", data("samples")}, "r.csv").starts_with("\xEF\xBB\xBF"));
  CHECK(beginning({"scheme", "show"}, "s.json").starts_with("{"));
  CHECK(beginning({"compare", f.good, f.good}, "c.md").starts_with("## "));
  // What is asked for goes before.
  CHECK(beginning({"grade", "--format", "text", f.good}, "b.json") == text);
  CHECK(beginning({"grade", "--format", "ndjson", f.good}, "b.xlsx") == "{\"source\":\"");
}

TEST_CASE("-q leaves out the summary, not the errors", "[cli][options]") {
  const two_files f;
  CHECK(contains(run({"grade", "--format", "ndjson", f.files.path()}).err, "read 2: graded 1, refused 1"));
  CHECK(run({"grade", "--format", "ndjson", "-q", f.files.path()}).err.empty());
  CHECK(contains(run({"grade", "--quiet", f.bad}).err, "[missing-key]"));
}

TEST_CASE("-o writes a file whole or not at all", "[cli][options]") {
  const two_files f;
  const folder out;
  const std::string target = out.write("report", "old");
  const auto files_in_out = [&] {
    return std::distance(std::filesystem::directory_iterator(out.path()), std::filesystem::directory_iterator());
  };

  const run_result written = run({"grade", "--format", "json", "-o", target, f.good});
  CHECK(written.exit_code == 0);
  CHECK(written.out.empty());
  CHECK(example::read_file(target) == run({"grade", "--format", "json", f.good}).out);
  CHECK(files_in_out() == 1);

  // What cannot be written leaves the old file as it was, and nothing beside it.
  out.write("report", "old");
  const run_result full = run_command(
      {"sh", "-c",
       "trap '' XFSZ; ulimit -f 1; exec " + program() + " grade --format json -o " + target + " " + f.good});
  CHECK(full.exit_code == 4);
  CHECK(contains(full.err, "tbsc94: cannot write " + target + ": "));
  CHECK(example::read_file(target) == "old");
  CHECK(files_in_out() == 1);

  // Through a link, the file that it leads to; a folder is none.
  std::filesystem::create_symlink(target, out.path() + "/link");
  CHECK(run({"grade", "--format", "json", "-o", out.path() + "/link", f.good}).exit_code == 0);
  CHECK(std::filesystem::is_symlink(out.path() + "/link"));
  CHECK(example::read_file(target) == run({"grade", "--format", "json", f.good}).out);
  std::filesystem::remove(out.path() + "/link");
  CHECK(run({"grade", "-o", out.path(), f.good}).exit_code == 4);
  out.write("report", "old");

  // What is no file is written to as it is: standard output by its names.
  for (const char* standard_output : {"-", "/dev/stdout"}) {
    CHECK(run({"grade", "-o", standard_output, f.good}).out == run({"grade", f.good}).out);
  }
  CHECK(run({"grade", "--format", "html", "-o", "-", f.good, f.good}).exit_code == 2);  // no name for a folder

  // What was kept from others stays so.
  std::filesystem::permissions(target, std::filesystem::perms(0600));
  CHECK(run({"grade", "-o", target, f.good}).exit_code == 0);
  CHECK(std::filesystem::status(target).permissions() == std::filesystem::perms(0600));
  out.write("report", "old");

  // A folder that is not there
  const run_result nowhere = run({"grade", "-o", out.path() + "/none/report", f.good});
  CHECK(nowhere.exit_code == 4);
  CHECK(contains(nowhere.err, "tbsc94: cannot write "));

  // A wrong command line, an unreadable or refused input: there is no report, and the old one stays.
  CHECK(run({"grade", "--reading", "x=y", "-o", target, f.good}).exit_code == 2);
  CHECK(run({"grade", "--format", "json", "-o", target, f.files / "none.json"}).exit_code == 4);
  CHECK(run({"grade", "-o", target, f.bad}).exit_code == 3);
  CHECK(example::read_file(target) == "old");
  CHECK(files_in_out() == 1);
}

TEST_CASE("a device that is full", "[cli][options]") {
  const two_files f;
  CHECK(run({"grade", "-o", "/dev/full", f.good}).exit_code == 4);
  for (const char* format : {"text", "json", "ndjson"}) {
    const run_result result = run({"grade", "--format", format, f.good}, {"", {}, "/dev/full"});
    CHECK(result.exit_code == 4);
    CHECK(contains(result.err, "cannot write"));
  }
  CHECK(run({"grade", f.bad, f.good}, {"", {}, "/dev/full"}).exit_code == 4);
  CHECK(run({"grade", "-o", "/dev/null", f.good}).exit_code == 0);
  CHECK(std::filesystem::is_character_file("/dev/null"));
}

TEST_CASE("--unknown-keys ignore", "[cli][options]") {
  const folder files;
  const auto codes = [&](const std::string& from, const std::string& to) {
    const std::string path = files.write("a.json", replaced(example::assessment_text(), from, to));
    const auto line = run({"grade", "--format", "ndjson", "--unknown-keys", "ignore", path}).lines().at(0);
    std::vector<std::string> found;
    for (const auto& each : line.value("errors", nlohmann::json::array())) {
      found.push_back(each["code"]);
    }
    return found;
  };
  using strings = std::vector<std::string>;
  const strings none;
  const strings refused{"unknown-key"};
  CHECK(codes(R"("date")", R"("auditor": {"x": [1]}, "date")") == none);
  CHECK(codes(R"("date")", R"("recorded": {"by": "x", "readings": {"other": 1}}, "date")") == none);
  // Not a near miss of a known key
  CHECK(codes(R"("date")", R"("Organisation": "x", "date")") == refused);
  CHECK(codes(R"("date")", R"("extension": {}, "date")") == refused);
  CHECK(codes(R"("date")", R"("ID": "x", "date")") == refused);
  CHECK(codes(R"("date")", R"("recorded": {"serviceScore": 1}, "date")") == refused);
  CHECK(codes(R"("date")", R"("recorded": {"readings": {"row_grade": "by-order"}}, "date")") == refused);
  // Never inside `service` or `management`
  CHECK(codes(R"("ratings")", R"("zzz": 1, "ratings")") == refused);
  CHECK(codes(R"("assessor")", R"("zzz": 1, "assessor")") == refused);
  CHECK(codes(R"("levels")", R"("zzz": 1, "levels")") == refused);
  // What is passed over is JSON all the same.
  CHECK(codes(R"("date")", R"("auditor": {"x": 1, "x": 2}, "date")") == strings{"duplicate-key"});
  CHECK(codes(R"("date")", R"("auditor": 01, "date")") == strings{"malformed-json"});
}

TEST_CASE("a message names the nearest known key", "[cli][options]") {
  const folder files;
  const std::string path = files.write("a.json", replaced(example::assessment_text(), "organization", "organisation"));
  CHECK(contains(run({"grade", path}).err, "write \"organization\""));
}
