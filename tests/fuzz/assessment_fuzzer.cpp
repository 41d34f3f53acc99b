// Any text is refused with errors that have a place in it, or graded. What is graded is JSON, does
// not depend on the bytes behind it, and has the same result when it is written anew.
#include <algorithm>
#include <optional>
#include <stdexcept>

#include "fuzz/fuzz.hpp"
#include "reading/assessment_reader.hpp"
#include "reading/fast_reader.hpp"
#include "reading/scheme_reader.hpp"
#include "tbsc94/grade.hpp"
#include "text/embedded.hpp"
#include "text/encoding.hpp"
#include "text/format.hpp"

namespace {

using namespace tbsc94;

// A scheme with a maturity part, in two editions: short files are as usual ones are, and may leave open
// which edition they mean. Its ids are long, or are escaped in JSON pointers.
constexpr std::string_view first_edition = R"({"scheme":"M","edition":"1","title":{"zh":"n","en":"n"},
  "issuer":{"zh":"n","en":"n"},"published":"2026-01-01","effective":"2026-01-01",
  "likert":{"clause":"1","bands":[{"name":{"zh":"n","en":"n"},"from":0,"to":1}]},
  "service":{"clause":"2","points_due":3,"characteristics":[{"id":"a","name":{"zh":"n","en":"n"},"points_due":3,"items":[
    {"id":"1","name":{"zh":"n","en":"n"},"points_due":1,"criterion":{"zh":"n","en":"n"}},
    {"id":"a long id","name":{"zh":"n","en":"n"},"points_due":2,"criterion":{"zh":"n","en":"n"}}]}]},
  "maturity":{"clause":"A3","levels":{"clause":"A2","descriptions":[
    {"level":1,"name":{"zh":"n","en":"n"},"description":{"zh":"n","en":"n"}},
    {"level":2,"name":{"zh":"n","en":"n"},"description":{"zh":"n","en":"n"}},
    {"level":3,"name":{"zh":"n","en":"n"},"description":{"zh":"n","en":"n"}},
    {"level":4,"name":{"zh":"n","en":"n"},"description":{"zh":"n","en":"n"}},
    {"level":5,"name":{"zh":"n","en":"n"},"description":{"zh":"n","en":"n"}}]},
    "chapters":[{"id":"1","name":{"zh":"n","en":"n"},"items":[
      {"id":"1","name":{"zh":"n","en":"n"},"points_due":5,"reference":"","criterion":{"zh":"n","en":"n"}},
      {"id":"~/","name":{"zh":"n","en":"n"},"points_due":5,"reference":"","criterion":{"zh":"n","en":"n"}}]}],
    "bands":[{"level":1,"from":0,"below":4},{"level":3,"from":4,"below":8},{"level":5,"from":8,"to":10}]},
  "grades":{"clause":"3","decimals":0,"rows":[{"from":60,"level":3}],"grades":[{"grade":"G","from":80}]}})";

std::string second_edition() {
  constexpr std::string_view edition = R"("edition":"1")";
  return std::string(first_edition).replace(first_edition.find(edition), edition.size(), R"("edition":"2")");
}

const scheme_catalog& catalog() {
  static const scheme_catalog result = [] {
    scheme_catalog schemes;
    const std::string second = second_edition();
    for (const std::string_view text :
         {embedded::scheme(), fuzz::small_scheme, first_edition, std::string_view(second)}) {
      findings errors;
      auto scheme = read_scheme(fuzz::stale_buffer(text, " ").padded(), errors, language::en);
      fuzz::check(scheme && schemes.add(std::move(*scheme), text), "the schemes can be loaded");
    }
    return schemes;
  }();
  return result;
}

std::string ids_with_notes(const std::vector<item_note>& notes, const item_table& table) {
  std::string result = "{";
  for (const auto& [item, text] : notes) {
    result += (result.size() > 1 ? "," : "") + fuzz::quoted(table.items[item].id) + ":" + fuzz::quoted(text);
  }
  return result + "}";
}

// The assessment in one way to write it, its members and items in the order of the scheme.
std::string canonical(const assessment& assessment, const scheme& scheme) {
  std::string result = "{\"scheme\":" + fuzz::quoted(scheme.id);
  if (assessment.names_edition) {
    result += ",\"edition\":" + fuzz::quoted(scheme.edition);
  }
  result += ",\"service\":{\"ratings\":[";
  for (std::size_t r = 0; r < assessment.ratings.size(); ++r) {
    const rating& rating = assessment.ratings[r];
    result += std::string(r == 0 ? "" : ",") + "{\"assessor\":" + fuzz::quoted(rating.assessor) +
              ",\"occasion\":" + fuzz::quoted(rating.occasion) + ",\"alpha\":{";
    bool first = true;
    for (std::size_t i = 0; i < scheme.service.items.size(); ++i) {
      if (assessment.is_applicable(i)) {
        result += (first ? "" : ",") + fuzz::quoted(scheme.service.items[i].id) + ":" +
                  assessment.alphas_of(r)[i].value().to_string();
        first = false;
      }
    }
    result += "}}";
  }
  result += "],\"not_applicable\":" + ids_with_notes(assessment.not_applicable, scheme.service) + "},\"management\":{";
  if (assessment.conformity) {
    result += *assessment.conformity == conformity::conforming ? "\"conformity\":\"conforming\""
                                                               : "\"conformity\":\"nonconforming\"";
  }
  if (scheme.maturity) {
    result += assessment.conformity ? ",\"levels\":{" : "\"levels\":{";
    for (std::size_t i = 0; i < assessment.levels.size(); ++i) {
      result += (i == 0 ? "" : ",") + fuzz::quoted(scheme.maturity->table.items[i].id) + ":" +
                std::to_string(assessment.levels[i].number());
    }
    result += "}";
  }
  return result + "}}";
}

// What the one pass over the usual texts reads is what the pass with every check reads. An escape in the
// first key, which means the same, sends a text to the latter.
void check_usual(std::string_view text, const std::string& under) {
  static record usual;
  static record checked;
  static std::string passed_over;
  if (!read_fast(catalog(), fuzz::stale_buffer(text, "9}]}0,").padded(), under, passed_over, usual)) {
    return;
  }
  const std::size_t first = text.find('"') + 1;
  std::string escaped(text);
  escaped.replace(first, 1, formatted("\\u{:04x}", static_cast<unsigned>(text[first])));
  assessment_reader reader(catalog(), {{}, unknown_keys::refuse, language::en, under});
  reader.read(fuzz::stale_buffer(text, "9}]}0,").padded(), 1, usual);
  reader.read(fuzz::stale_buffer(escaped, "9").padded(), 1, checked);
  // The escape takes five more bytes than what it stands for.
  const auto moved = [](std::size_t offset) { return offset == 0 ? 0 : offset + 5; };
  fuzz::check(checked.errors.empty(), "what is usual has nothing to refuse");
  fuzz::check(usual.errors.empty(), "nothing is left over from another text");
  fuzz::check(std::equal(usual.remarks.begin(), usual.remarks.end(), checked.remarks.begin(), checked.remarks.end(),
                         [&](const finding& mine, const finding& theirs) {
                           return mine.code == theirs.code && mine.where == theirs.where &&
                                  moved(mine.offset) == theirs.offset && mine.message == theirs.message;
                         }),
              "the same remarks");
  fuzz::check(usual.scheme == checked.scheme && usual.own == checked.own, "the same scheme");
  const assessment& a = usual.assessment;
  const assessment& b = checked.assessment;
  fuzz::check(canonical(a, usual.scheme->content) == canonical(b, checked.scheme->content), "the same assessment");
  fuzz::check(a.id == b.id && a.organization == b.organization && a.date == b.date && a.qms_audit == b.qms_audit &&
                  a.service_remarks == b.service_remarks && a.management_remarks == b.management_remarks &&
                  a.details == b.details && a.conformity_remarks == b.conformity_remarks && a.recorded == b.recorded,
              "the same members");
  for (std::size_t i = 0; i < usual.recorded_at.members.size(); ++i) {
    fuzz::check(moved(usual.recorded_at.members[i]) == checked.recorded_at.members[i], "recorded in the same place");
  }
  fuzz::check(std::equal(usual.recorded_at.readings.begin(), usual.recorded_at.readings.end(),
                         checked.recorded_at.readings.begin(), checked.recorded_at.readings.end(),
                         [&](std::size_t mine, std::size_t theirs) { return moved(mine) == theirs; }),
              "recorded readings in the same place");
}

void check_with(std::string_view text, const readings& values, const reader_options& options) {
  static record first;
  static record second;
  assessment_reader reader(catalog(), options);
  reader.read(fuzz::stale_buffer(text, "\"}]}0,").padded(), 1, first);
  reader.read(fuzz::stale_buffer(text, "9").padded(), 1, second);
  fuzz::check_same(first.errors, second.errors);
  fuzz::check_errors(first.errors, text);
  if (!first.errors.empty()) {
    return;
  }
  fuzz::check(fuzz::is_json(text), "what is graded is JSON");
  fuzz::check(first.scheme != nullptr, "what is graded names a scheme");

  const scheme& scheme = first.scheme->content;
  const readings_in_use readings{values, {}};
  const grading graded = grade(scheme, first.assessment, readings);
  static_cast<void>(derive(scheme, first.assessment, graded, readings.values));
  fuzz::check(graded.score <= fraction(100, 1), "no score is above 100");

  const std::string rewritten = canonical(first.assessment, scheme);
  reader.read(fuzz::stale_buffer(rewritten, "9").padded(), 1, second);
  fuzz::check(second.errors.empty(), "an assessment written anew is graded");
  const grading again = grade(scheme, second.assessment, readings);
  fuzz::check(again.score == graded.score, "written anew: the same score");
  fuzz::check(again.total == graded.total && again.level == graded.level, "written anew: the same total and level");
  fuzz::check(again.grade == graded.grade && again.depends_on == graded.depends_on, "written anew: the same grade");
  fuzz::check(again.conformity_assumed == graded.conformity_assumed && again.edition_assumed == graded.edition_assumed,
              "written anew: the same assumptions");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = encoding::without_bom(fuzz::text_of(data, size));
  check_usual(text, "");
  check_usual(text, "2");
  check_with(text, {}, {});
  readings values;
  for (const reading each : all_readings) {
    values = values.with(each, names_of(each).values().size() - 1);
  }
  check_with(text, values, {true, unknown_keys::ignore, language::zh});
  check_with(text, {}, {{}, unknown_keys::refuse, language::en, "2"});
  return 0;
}
