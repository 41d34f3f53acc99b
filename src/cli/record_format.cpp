#include "cli/record_format.hpp"

#include <any>
#include <utility>

#include "platform/platform.hpp"
#include "results/ndjson.hpp"
#include "results/text_report.hpp"

namespace tbsc94::cli {

namespace {

class ndjson : public record_format {
 public:
  ndjson(const workspace& space, bool items) : space_(space), items_(items) {}

  void write(batch_result& into, const outcome& outcome, std::string_view /*bytes*/) const override {
    append_ndjson(into.written, outcome, outcome.readings_used().values, items_);
  }
  void write(batch_result& into, const unread_input& unread) const override {
    append_ndjson(into.written, unread, space_.style.lang);
  }

 private:
  const workspace& space_;
  bool items_;
};

}  // namespace

bool workbook_rows::keep(const batch_result& result, output& /*out*/) {
  for (const std::any& each : result.kept) {
    table_.add(std::any_cast<const std::string&>(each));
  }
  return true;
}

bool workbook_rows::end(const std::string& account, output& out) {
  const bool is_whole = table_.finish(account, [&](std::string_view piece) { return out.write(piece); });
  if (!is_whole && out.problem().path.empty()) {
    out.fail({platform::temporary_folder(), system_reason()});
  }
  return is_whole;
}

void workbook_rows::keep_row(batch_result& into, std::string row) {
  into.kept_size += row.size();
  into.kept.emplace_back(std::move(row));
}

void text_lines::write(batch_result& into, const unread_input& unread) const {
  into.written += text_line(unread, style_);
}

std::unique_ptr<record_format> ndjson_format(const workspace& space, bool items) {
  return std::make_unique<ndjson>(space, items);
}

}  // namespace tbsc94::cli
