// Any text is refused as a file of a body's readings with errors that have a place in it, or it settles
// readings; written anew, it settles the same.
#include "fuzz/fuzz.hpp"
#include "json/meant_value.hpp"
#include "reading/readings_reader.hpp"
#include "reading/scheme_reader.hpp"
#include "text/embedded.hpp"
#include "text/encoding.hpp"

namespace {

using namespace tbsc94;

const scheme& embedded_scheme() {
  static const scheme result = [] {
    findings errors;
    auto read = read_scheme(fuzz::stale_buffer(embedded::scheme(), " ").padded(), errors, language::en);
    fuzz::check(read.has_value(), "the scheme can be loaded");
    return std::move(*read);
  }();
  return result;
}

std::string written(const readings_in_use& readings) {
  nlohmann::json file = nlohmann::json::object();
  for (const reading each : all_readings) {
    if (const auto& settled = readings.settled[static_cast<std::size_t>(each)]) {
      auto& decision = file[std::string(names_of(each).name)];
      decision["value"] = readings.values.value(each);
      decision["decision"] = settled->text;
      if (!settled->date.empty()) {
        decision["date"] = settled->date;
      }
    }
  }
  return file.dump();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = encoding::without_bom(fuzz::text_of(data, size));
  findings errors;
  findings again;
  const auto read =
      read_readings(fuzz::stale_buffer(text, "\"}]}0,").padded(), embedded_scheme(), errors, language::en);
  static_cast<void>(read_readings(fuzz::stale_buffer(text, "9").padded(), embedded_scheme(), again, language::en));
  fuzz::check_same(errors, again);
  fuzz::check_errors(errors, text);
  fuzz::check(read.has_value() == errors.empty(), "a file is refused with errors, or taken without");
  if (!read) {
    return 0;
  }
  fuzz::check(fuzz::is_json(text), "what is taken is JSON");
  for (const reading each : all_readings) {
    const auto& settled = read->settled[static_cast<std::size_t>(each)];
    fuzz::check(settled || read->values.is_default(each), "what is not decided on is the default");
    fuzz::check(!settled || settled->date.empty() || is_calendar_date(settled->date), "a date is one of the calendar");
  }
  const std::string anew = written(*read);
  const auto same = read_readings(fuzz::stale_buffer(anew, "9").padded(), embedded_scheme(), errors, language::zh);
  fuzz::check(same && same->values == read->values && written(*same) == anew, "written anew, it settles the same");
  return 0;
}
