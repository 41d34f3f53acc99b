// Generated assessments through the program, held against the naive implementation in GMP's rationals.
#include <algorithm>
#include <array>
#include <random>

#include "catch.hpp"
#include "cli/run.hpp"
#include "reading/example_texts.hpp"
#include "scoring/example_scheme.hpp"
#include "scoring/naive.hpp"

namespace {

using namespace cli_test;
using nlohmann::json;

// An α in units of 10^-18.
constexpr std::int64_t one = 1'000'000'000'000'000'000;

// The same number in one of the ways that JSON has for it.
std::string written(std::int64_t units, unsigned way) {
  std::string digits = std::to_string(units);
  digits.insert(0, 19 - std::min<std::size_t>(digits.size(), 19), '0');
  std::string plain = digits.substr(0, 1) + "." + digits.substr(1);
  plain.erase(std::max(plain.find_last_not_of('0') + 1, std::size_t{3}));
  switch (way) {
    case 0:
      return std::to_string(units) + "e-18";
    case 1:
      return plain + "00000000000000000000";
    default:
      return plain;
  }
}

// Assessments, half of them with scores and totals on the limits of the tables or beside them.
class generator {
 public:
  struct made {
    naive::record record;
    std::string line;
  };

  made next() {
    const bool on_limit = chance(2);
    made result;
    json levels = json::object();
    result.record.levels = chance(2) ? levels_on_limit() : random_levels();
    for (std::size_t i = 0; i < scheme_.maturity->table.items.size(); ++i) {
      levels[scheme_.maturity->table.items[i].id] = result.record.levels[i];
    }
    json management{{"levels", levels}};
    if (chance(3)) {
      result.record.conforming = !chance(4);
      management["conformity"] = *result.record.conforming ? "conforming" : "nonconforming";
    }
    result.record.names_edition = chance(2);

    std::string ratings;
    const std::size_t count = 1 + below(7);
    const std::int64_t limit = limits[below(limits.size())] + nudges[below(nudges.size())];
    for (std::size_t r = 0; r < count; ++r) {
      const std::vector<std::int64_t> alphas = on_limit ? alphas_around(limit) : random_alphas();
      const std::string assessor = chance(4) ? "" : std::string(1, static_cast<char>('A' + below(3)));
      ratings += (r == 0 ? "{" : ",{") + rating(alphas, assessor, r, result.record) + "}";
    }
    result.line = "{\"scheme\":\"CTS TBSC94-2026\"," +
                  std::string(result.record.names_edition ? "\"edition\":\"B/0\"," : "") +
                  "\"service\":{\"ratings\":[" + ratings + "]},\"management\":" + management.dump() + "}\n";
    return result;
  }

 private:
  static constexpr std::array<std::int64_t, 7> limits{
      one / 10 * 6, one / 10 * 8, one / 10 * 9, one / 100 * 95, one / 1000 * 895, one / 1000 * 795, one / 1000 * 945};
  static constexpr std::array<std::int64_t, 7> nudges{0, 0, 0, 1, -1, one / 1'000'000, -one / 1'000'000};

  std::size_t below(std::size_t count) { return engine_() % count; }
  bool chance(std::size_t of) { return below(of) == 0; }

  // Their weighted mean is `mean`: what one of two items of 5 points gains, the other loses.
  std::vector<std::int64_t> alphas_around(std::int64_t mean) {
    std::vector<std::int64_t> alphas(scheme_.service.items.size(), mean);
    for (std::size_t i = 3; i + 1 < 18; i += 2) {  // 2.1 to 6.3: 5 points each
      const std::int64_t most = std::min(mean, one - mean);
      const auto shift = static_cast<std::int64_t>(engine_() % static_cast<std::uint64_t>(most));
      alphas[i] += shift;
      alphas[i + 1] -= shift;
    }
    return alphas;
  }
  std::vector<std::int64_t> random_alphas() {
    std::vector<std::int64_t> alphas;
    const std::int64_t step = chance(2) ? one / 20 : one / 100;
    for (std::size_t i = 0; i < scheme_.service.items.size(); ++i) {
      alphas.push_back(one - static_cast<std::int64_t>(below(8)) * step);
    }
    return alphas;
  }
  std::vector<int> random_levels() {
    std::vector<int> levels;
    for (std::size_t i = 0; i < scheme_.maturity->table.items.size(); ++i) {
      levels.push_back(1 + static_cast<int>(below(5)));
    }
    return levels;
  }
  // One level up or down at a time, to the beginning of a band or the point before it.
  std::vector<int> levels_on_limit() {
    constexpr std::array<int, 8> totals{45, 44, 70, 69, 95, 94, 105, 104};
    const int wanted = totals[below(totals.size())];
    std::vector<int> levels = random_levels();
    for (int i = 0; i < 10'000; ++i) {
      const mpq_class total = naive::management_total(numbers_, levels);
      const std::size_t item = below(levels.size());
      if (total < wanted && levels[item] < 5) {
        ++levels[item];
      } else if (total > wanted && levels[item] > 1) {
        --levels[item];
      } else if (total == wanted) {
        break;
      }
    }
    return levels;
  }
  // Nobody twice on one occasion: the number of a rating that has no name, and of a name that comes again, is its
  // occasion, else one of two.
  std::string rating(const std::vector<std::int64_t>& alphas, const std::string& assessor, std::size_t number,
                     naive::record& record) {
    const bool again = std::ranges::any_of(
        record.ratings, [&](const naive::rating& each) { return !assessor.empty() && each.assessor == assessor; });
    naive::rating& into = record.ratings.emplace_back();
    into.assessor = assessor;
    if (!assessor.empty() || chance(2)) {
      into.occasion = again ? std::to_string(number) : chance(2) ? "am" : "pm";
    }
    std::string text = assessor.empty() ? "" : "\"assessor\":\"" + assessor + "\",";
    text += into.occasion.empty() ? "" : "\"occasion\":\"" + into.occasion + "\",";
    text += "\"alpha\":{";
    for (std::size_t i = 0; i < alphas.size(); ++i) {
      into.alpha.emplace_back(mpz_class(static_cast<long>(alphas[i])), mpz_class(static_cast<long>(one)));
      into.alpha.back().canonicalize();
      text += (i == 0 ? "\"" : ",\"") + scheme_.service.items[i].id +
              "\":" + written(alphas[i], static_cast<unsigned>(below(4)));
    }
    return text + "}";
  }

  tbsc94::scheme scheme_ = example::tbsc94_2026();
  naive::scheme numbers_ = naive::numbers_of(scheme_);
  std::mt19937_64 engine_{20260108};
};

// The line that the contract asks for.
json expected(const naive::scheme& numbers, const naive::record& record, const naive::readings& others,
              std::size_t number) {
  const naive::result result = naive::grade(numbers, record, others);
  json line{{"source", "-:" + std::to_string(number)},
            {"id", nullptr},
            {"organization", nullptr},
            {"scheme", "CTS TBSC94-2026"},
            {"edition", "B/0"},
            {"service_score", json::parse(result.shown.substr(0, result.shown.find('(')))},
            {"service_score_exact", result.exact},
            {"management_total", json::parse(naive::exact(*result.total))},
            {"management_level", *result.level},
            {"grade", nullptr},
            {"depends_on", result.depends_on},
            {"assumed", result.assumed}};
  if (result.grade) {
    line["grade"] = numbers.grades[*result.grade].grade;
  }
  if (const std::size_t mark = result.shown.find('('); mark != std::string::npos) {
    line["mark"] = result.shown.substr(mark + 1, 1);
  }
  if (result.compared) {
    line["compared_score"] = json::parse(*result.compared);
  }
  for (const auto& [name, value] : others) {
    line["readings"][name] = value;
  }
  return line;
}

}  // namespace

TEST_CASE("2,000 generated assessments, under several readings", "[cli][generated]") {
  const naive::scheme numbers = naive::numbers_of(example::tbsc94_2026());
  generator generator;
  std::vector<naive::record> records;
  std::string input;
  for (int i = 0; i < 2000; ++i) {
    generator::made made = generator.next();
    records.push_back(std::move(made.record));
    input += made.line;
  }
  // Each other value alone, and some of them together.
  std::vector<naive::readings> sets{
      {},
      {{"shared-boundary", "lower-row"}, {"limit-comparison", "rounded-value"}},
      {{"management-shortfall", "no-grade"}, {"mean-over", "occasions"}},
      {{"grade-conditions", "score-after-review"}, {"mean-over", "assessors"}, {"limit-comparison", "rounded-to-2"}},
      {{"row-grade", "by-order"}, {"mean-over", "occasions"}, {"limit-comparison", "rounded-to-1"}}};
  for (const auto& [name, values] : naive::all_values()) {
    for (std::size_t i = 1; i < values.size(); ++i) {
      sets.push_back({{name, values[i]}});
    }
  }
  for (const naive::readings& others : sets) {
    std::vector<std::string> arguments{"grade", "--format", "ndjson", "-q", "-"};
    for (const auto& [name, value] : others) {
      arguments.insert(arguments.end(), {"--reading", std::string(name).append("=").append(value)});
    }
    const run_result result = run(arguments, {input, {}, ""});
    REQUIRE(result.exit_code == 0);
    std::vector<json> lines = result.lines();
    REQUIRE(lines.size() == records.size());
    std::size_t marked = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      marked += lines[i].contains("mark") ? 1U : 0U;
      lines[i].erase("remarks");  // on an α of so many digits that it may be a double
      const json wanted = expected(numbers, records[i], others, i + 1);
      if (lines[i] != wanted) {
        CAPTURE(lines_of(input)[i]);
        CHECK(lines[i] == wanted);
      }
    }
    CHECK(marked > 100);  // the limits are really met
  }
}

// The four members, each of them changed in turn in 1,000 assessments: every change is found, and nothing
// else is.
TEST_CASE("changed recorded results of generated assessments", "[cli][generated][verify]") {
  const naive::scheme numbers = naive::numbers_of(example::tbsc94_2026());
  const std::vector<std::string> members{"service_score", "management_total", "management_level", "grade"};
  generator generator;
  std::string input;
  std::vector<std::string> changed;
  for (int i = 0; i < 1000; ++i) {
    const generator::made made = generator.next();
    const naive::result right = naive::grade(numbers, made.record, {});
    const std::string grade = right.grade ? "\"" + numbers.grades[*right.grade].grade + "\"" : "null";
    const std::vector<std::string> values{naive::rounded(right.score, 2), naive::exact(*right.total),
                                          std::to_string(*right.level), grade};
    const std::vector<std::string> others{
        naive::rounded(right.score + mpq_class(i % 2 == 0 && right.score < 99 ? 1 : -1, 50), 2),
        naive::exact(*right.total + (i % 2 == 0 ? 1 : -1)), std::to_string(*right.level % 5 + 1),
        grade == "\"AAA\"" ? "null" : "\"AAA\""};
    for (std::size_t which = 0; which <= members.size(); ++which) {  // the last with none changed
      std::string recorded;
      for (std::size_t m = 0; m < members.size(); ++m) {
        recorded += (m == 0 ? "\"" : ",\"") + members[m] + "\":" + (m == which ? others[m] : values[m]);
      }
      input += made.line.substr(0, made.line.size() - 2) + ",\"recorded\":{" + recorded + "}}\n";
      changed.push_back(which < members.size() ? members[which] : "");
    }
  }
  const run_result result = run({"verify", "-q", "--format", "ndjson", "-"}, {input, {}, ""});
  CHECK(result.exit_code == 1);
  const std::vector<json> lines = result.lines();
  REQUIRE(lines.size() == changed.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::string found;
    for (const json& each : lines[i]["differs"]) {
      found += each["member"].get<std::string>();
    }
    if (found != changed[i]) {
      CAPTURE(lines_of(input)[i], lines[i].dump());
      CHECK(found == changed[i]);
    }
  }
}

// By an edition in which one weight is another: exactly the records are listed whose grade changes in
// rational arithmetic, whether their grade is recorded or not.
TEST_CASE("generated assessments by an edition with another weight", "[cli][generated][regrade]") {
  tbsc94::scheme heavier = example::tbsc94_2026();
  heavier.service.items[1].points_due = tbsc94::decimal(47);
  const naive::scheme before = naive::numbers_of(example::tbsc94_2026());
  const naive::scheme now = naive::numbers_of(heavier);
  std::string scheme = example::read_file(data("schemes/cts-tbsc94-2026.json"));
  scheme = example::replaced(scheme, R"("edition": "B/0")", R"("edition": "C/0")");
  const folder files;
  for (const auto& [from, to] : {std::pair{"\"points_due\": 7,", "\"points_due\": 47,"},
                                 {"\"points_due\": 17,", "\"points_due\": 57,"},
                                 {"\"points_due\": 100,", "\"points_due\": 140,"}}) {
    scheme = example::replaced(scheme, from, to);
  }
  const std::string path = files.write("c.json", scheme);

  generator generator;
  std::string input;
  std::vector<std::string> expected;
  for (std::size_t number = 1; number <= 2000; ++number) {
    generator::made made = generator.next();
    const auto was = naive::grade(before, made.record, {}).grade;
    const auto is = naive::grade(now, made.record, {}).grade;
    const bool recorded = number % 2 == 0 || !made.record.names_edition;
    const std::string grade = was ? "\"" + before.grades[*was].grade + "\"" : "null";
    input +=
        made.line.substr(0, made.line.size() - 2) + (recorded ? ",\"recorded\":{\"grade\":" + grade + "}}\n" : "}\n");
    if (was != is) {
      expected.push_back("-:" + std::to_string(number));
    }
  }
  const json result =
      run({"regrade", "-q", "--format", "json", "--scheme", path, "--under", "C/0", "-"}, {input, {}, ""}).json();
  std::vector<std::string> found;
  for (const json& each : result["changes"]) {
    found.push_back(each["source"]);
  }
  CHECK(expected.size() > 20);
  CHECK(found == expected);
  CHECK(result["read"] == 2000);
}
