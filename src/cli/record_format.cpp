#include "cli/record_format.hpp"

#include <any>
#include <utility>

#include "cli/workspace.hpp"
#include "platform/platform.hpp"
#include "results/ndjson.hpp"
#include "results/report_messages.hpp"
#include "results/result_list.hpp"
#include "text/terminal_text.hpp"

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
  add_to_list(into.written, list_, unread, lang());
}

std::string text_lines::tail(const summary& account, bool /*any*/) {
  return account.marked == 0 ? ""
                             : folded(message::marked_depends(lang(), depends_mark) + '\n', style_.columns, lang());
}

void text_lines::add(batch_result& into, const outcome& outcome, const std::vector<std::string>& cells,
                     const std::vector<std::string>& fields) const {
  list_.add(into.written, cells, fields);
  into.account.marked += is_marked(outcome) ? 1U : 0U;
}

column_heads heads_of_table(const common_options& options) {
  const bool are_keys = options.keys || (options.format == "csv" && options.lang != "zh");
  return are_keys ? column_heads::keys : column_heads::words;
}

std::unique_ptr<record_format> ndjson_format(const workspace& space, bool items) {
  return std::make_unique<ndjson>(space, items);
}

}  // namespace tbsc94::cli
