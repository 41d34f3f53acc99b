#include "cli/grade_command.hpp"

#include <memory>

#include "cli/batch_command.hpp"
#include "cli/cli_messages.hpp"
#include "formats/csv.hpp"
#include "formats/json_report.hpp"
#include "formats/ndjson.hpp"
#include "formats/report_messages.hpp"
#include "formats/text_report.hpp"

namespace tbsc94::cli {

namespace {

record_format text_format(const workspace& space, bool one_report) {
  return {[&space, one_report](batch_result& into, const outcome& outcome, std::string_view) {
            const language lang = space.style.lang;
            into.messages += to_lines(outcome.record.errors, outcome.file, lang);
            if (!one_report) {
              into.written += text_line(outcome, space.style);
            } else if (outcome.grading) {
              into.written += text_report(outcome, space.readings, space.style);
            } else {
              into.messages += message::errors_found(lang, outcome.record.errors.size()) + '\n';
            }
          },
          {}};
}

record_format ndjson_format(const workspace& space) {
  return {[&space](batch_result& into, const outcome& outcome, std::string_view) {
            append_ndjson(into.written, outcome, space.readings.values);
          },
          {}};
}

record_format csv_format(const workspace& space) {
  return {[&space](batch_result& into, const outcome& outcome, std::string_view) {
            csv_row row(into.written);
            write_csv(row, outcome, space.readings.values);
            row.end();
          },
          {fmt::format("{}{}\r\n", csv_start, csv_columns), "", ""}};
}

record_format json_format(const workspace& space, bool one_report) {
  const framing frame = one_report ? framing{"", "", "\n"} : framing{"[\n", ",\n", "\n]\n"};
  return {[&space, frame](batch_result& into, const outcome& outcome, std::string_view bytes) {
            into.written += frame.between;
            json_writer json(into.written, json_writer::layout::indented);
            write_report(json, outcome, space.readings, bytes);
          },
          frame};
}

record_format choose_format(const common_options& options, const workspace& space, bool one_report) {
  if (options.format == "ndjson") {
    return ndjson_format(space);
  }
  if (options.format == "csv") {
    return csv_format(space);
  }
  if (options.format == "json") {
    return json_format(space, one_report);
  }
  return text_format(space, one_report);
}

}  // namespace

command add_grade_command(CLI::App& program, language lang) {
  CLI::App* const app = program.add_subcommand("grade", std::string(message::about_grade.in(lang)));
  const auto options = std::make_shared<common_options>();
  add_common_options(*app, *options, lang, {"text", "json", "ndjson", "csv"});
  add_only_option(*app, *options, lang);
  return {app, [options, lang] { return run_batch(*options, lang, {choose_format}); }};
}

}  // namespace tbsc94::cli
