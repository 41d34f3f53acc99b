// Any text is refused as a scheme with errors that have a place in it, or assessments can be read
// and graded by it, and it can be checked and shown.
#include "fuzz/fuzz.hpp"
#include "reading/assessment_reader.hpp"
#include "reading/scheme_reader.hpp"
#include "schemes/scheme_report.hpp"
#include "schemes/shown_parts.hpp"
#include "schemes/shown_scheme.hpp"
#include "tbsc94/grade.hpp"
#include "text/encoding.hpp"

namespace {

using namespace tbsc94;

std::string all_items(const item_table& table, const std::string& value) {
  std::string result = "{";
  for (const item& item : table.items) {
    result += (result.size() > 1 ? "," : "") + fuzz::quoted(item.id) + ":" + value;
  }
  return result + "}";
}

// Every α is 0.9, every level 4.
std::string assessment_for(const scheme& scheme) {
  std::string result = "{\"scheme\":" + fuzz::quoted(scheme.id) +
                       ",\"service\":{\"ratings\":[{\"alpha\":" + all_items(scheme.service, "0.9") + "}]}";
  if (scheme.maturity) {
    result += ",\"management\":{\"levels\":" + all_items(scheme.maturity->table, "4") + "}";
  }
  return result + "}";
}

void check_total(const maturity_part& part, const grading& graded) {
  std::uint64_t due = 0;
  for (const item& item : part.table.items) {
    due += item.points_due.digits();
  }
  fuzz::check(*graded.total == decimal(due * 8, part.table.places + 1), "the total is 4/5 of the points due");
  bool in_band = false;
  for (const maturity_band& band : part.bands) {
    const bool last = &band == &part.bands.back();
    if (band.from <= *graded.total && (*graded.total < band.end || (last && *graded.total == band.end))) {
      in_band = true;
      fuzz::check(band.level == *graded.level, "the level is that of the total's band");
    }
  }
  fuzz::check(in_band, "the total lies in a band");
}

void check_shown(const loaded_scheme& loaded) {
  const scheme& scheme = loaded.content;
  checked_scheme checked{"s", "", scheme, {}, check(scheme)};
  static_cast<void>(check_text(checked, language::en));
  fuzz::check(fuzz::is_json(check_json(checked, language::en)), "the findings are JSON");
  fuzz::check(fuzz::is_json(scheme_json(loaded, known_ids(scheme))), "a scheme is shown as JSON");
  static_cast<void>(scheme_text(scheme, {}, {}));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = encoding::without_bom(fuzz::text_of(data, size));
  findings errors;
  auto scheme = read_scheme(fuzz::stale_buffer(text, "\"}]}0,").padded(), errors, language::en);
  findings again;
  const auto second = read_scheme(fuzz::stale_buffer(text, "9").padded(), again, language::en);
  fuzz::check_same(errors, again);
  fuzz::check_errors(errors, text);
  fuzz::check(scheme.has_value() == errors.empty(), "a scheme is refused with errors, or taken without");
  if (!scheme) {
    return 0;
  }
  fuzz::check(fuzz::is_json(text), "a scheme is JSON");

  scheme_catalog catalog;
  catalog.add(std::move(*scheme), text);
  const tbsc94::scheme& loaded = catalog.first().content;
  assessment_reader reader(catalog, {});
  record record;
  reader.read(fuzz::stale_buffer(assessment_for(loaded), "9").padded(), 1, record);
  fuzz::check(record.errors.empty(), "an assessment by the scheme is read");
  const readings_in_use readings;
  const grading graded = grade(loaded, record.assessment, readings);
  static_cast<void>(derive(loaded, record.assessment, graded, readings.values));
  fuzz::check(graded.score == fraction(90, 1), "0.9 everywhere is a score of 90");
  fuzz::check(graded.total.has_value() == loaded.maturity.has_value(), "a total where there is a maturity part");
  if (loaded.maturity) {
    check_total(*loaded.maturity, graded);
  }
  check_shown(catalog.first());
  return 0;
}
