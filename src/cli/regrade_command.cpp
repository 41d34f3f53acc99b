#include "cli/regrade_command.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <memory>

#include "archive/selection.hpp"
#include "cli/batch_command.hpp"
#include "cli/cli_messages.hpp"
#include "cli/guides.hpp"
#include "cli/help_messages.hpp"
#include "cli/options.hpp"
#include "cli/usage.hpp"
#include "regrading/regrade_account.hpp"
#include "regrading/regrader.hpp"
#include "results/csv.hpp"
#include "results/holding_messages.hpp"
#include "results/ndjson.hpp"
#include "results/report_messages.hpp"
#include "results/text_report.hpp"
#include "text/terminal_text.hpp"

namespace tbsc94::cli {

namespace {

struct regrade_options {
  common_options common;
  std::string under;
  bool fail_on_change = false;
};

// What is known once the schemes and readings are loaded.
struct regrade_run {
  regrade_terms terms;
  std::unique_ptr<regrade_account> account;
};

regrade_terms terms_of(const common_options& options, const readings_in_use& readings) {
  regrade_terms terms{readings, {}};
  for (const std::string& each : options.readings) {
    terms.tried.add(*find_reading(each.substr(0, each.find('='))));
  }
  return terms;
}

std::vector<std::string> editions_of(const scheme_catalog& catalog) {
  std::vector<std::string> loaded;
  for (const auto& each : catalog.all()) {
    loaded.push_back(each->content.edition);
  }
  return loaded;
}

int check_edition(const std::string& edition, const scheme_catalog& catalog, language lang) {
  const std::vector<std::string> loaded = editions_of(catalog);
  if (std::ranges::find(loaded, edition) != loaded.end()) {
    return done;
  }
  complain(lang, message::no_such_edition(lang, edition, fmt::format("{}", fmt::join(loaded, ", "))) +
                     did_you_mean(lang, edition, loaded));
  return wrong_usage;
}

void append_text(batch_result& into, const outcome& outcome, language lang) {
  into.messages += to_lines(outcome.record.errors, outcome.file, lang);
  if (!outcome.grading || !outcome.holding->regraded->is_changed()) {
    return;
  }
  const regrading& regraded = *outcome.holding->regraded;
  const auto& id = outcome.record.assessment.id;
  into.written += fmt::format(
      "{} → {}  {}{}  [{}]\n", pad_right(harmless(words_of(*regraded.before, lang)), 6),
      pad_right(harmless(words_of(regraded.now, lang)), 6), harmless(outcome.source()), id ? "  " + harmless(*id) : "",
      regraded.cause == change_cause::unknown ? message::change_causes.front().in(lang) : name_of(regraded.cause));
  for (const held_difference& each : outcome.holding->differs) {
    into.written += fmt::format("  {}\n", to_line(each, lang));
  }
}

void append_csv(batch_result& into, const outcome& outcome) {
  csv_row row(into.written);
  write_csv(row, outcome, outcome.holding->readings.values);
  const auto& regraded = outcome.holding->regraded;
  row.text(regraded && regraded->recorded ? word_of(*regraded->recorded) : "");
  const bool changed = regraded && regraded->is_changed();
  row.text(changed ? word_of(*regraded->before) : "")
      .text(changed ? word_of(regraded->now) : "")
      .text(changed ? name_of(regraded->cause) : "");
  write_csv_reason(row, outcome, outcome.holding->readings.values);
  row.end();
}

void append_csv(batch_result& into, const unread_input& unread) {
  csv_row row(into.written);
  write_csv(row, unread);
  row.empty().empty().empty().empty().empty();
  row.end();
}

record_format json_format(language lang, const regrade_run& run) {
  return {[lang](batch_result& into, const outcome& outcome, std::string_view) {
            into.messages += to_lines(outcome.record.errors, outcome.file, lang);
            if (outcome.grading && outcome.holding->regraded->is_changed()) {
              into.written += ",\n";
              json_writer json(into.written, json_writer::layout::indented);
              write_record(json, outcome, outcome.holding->readings.values);
            }
          },
          [lang](batch_result& into, const unread_input& unread) {
            into.written += ",\n";
            json_writer json(into.written, json_writer::layout::indented);
            write_record(json, unread, lang);
          },
          {"{\"changes\": [\n", ",\n", ""},
          {},
          [&run](const summary& account) {
            std::string text = "\n]";
            json_writer json(text, json_writer::layout::indented);
            json.resume_object();
            run.account->write(json, account);
            json.end_object();
            return text + '\n';
          }};
}

record_format format_named(const std::string& name, language lang, const regrade_run& run) {
  if (name == "ndjson") {
    return {[](batch_result& into, const outcome& outcome, std::string_view) {
              append_ndjson(into.written, outcome, outcome.holding->readings.values);
            },
            [lang](batch_result& into, const unread_input& unread) { append_ndjson(into.written, unread, lang); },
            {}};
  }
  if (name == "csv") {
    return {[](batch_result& into, const outcome& outcome, std::string_view) { append_csv(into, outcome); },
            [](batch_result& into, const unread_input& unread) { append_csv(into, unread); },
            {fmt::format("{}{},recorded,change_from,change_to,change_cause,{}\r\n", csv_start, csv_columns,
                         csv_last_column),
             "", ""}};
  }
  if (name == "json") {
    return json_format(lang, run);
  }
  return {[lang](batch_result& into, const outcome& outcome, std::string_view) { append_text(into, outcome, lang); },
          [lang](batch_result& into, const unread_input& unread) { into.written += text_line(unread, {lang}); },
          {}};
}

int run(const regrade_options& options, language lang) {
  regrade_run run;
  batch_command command;
  command.reports_one = false;
  command.prepare = [&](workspace& space) -> int {
    run.terms = terms_of(options.common, space.readings);
    run.account = std::make_unique<regrade_account>(grades_of(space.catalog));
    if (options.under.empty()) {
      return done;
    }
    space.reading.under = options.under;
    return check_edition(options.under, space.catalog, lang);
  };
  command.format = [&](const common_options& common, const workspace&, bool) {
    return format_named(common.format, lang, run);
  };
  command.grader = [&](const workspace& space) { return regrading_grader(space.catalog, space.reading, run.terms); };
  command.count = [&](summary& account, const outcome& outcome) { run.account->count(account, outcome); };
  command.sum_up = [&](const summary& account, language in) { return run.account->to_string(account, in); };
  command.checks = options.fail_on_change;
  command.judge = [&](const summary& account) {
    return options.fail_on_change && regrade_account::changed(account) > 0 ? check_failed : done;
  };
  return run_batch(options.common, lang, command);
}

}  // namespace

command_entry regrade_command() {
  const auto options = std::make_shared<regrade_options>();
  command_entry command{.name = "tbsc94 regrade",
                        .about = message::about_regrade,
                        .further = guides::regrade,
                        .run = [options](language lang) { return run(*options, lang); }};
  add_common_options(command, options->common, {"text", "json", "ndjson", "csv"});
  command.options.push_back({.names = {"--under"},
                             .value = "EDITION",
                             .kind = value_kind::word,
                             .about = message::opt_under,
                             .group = option_group::reading,
                             .into = &options->under,
                             .offers = [] { return editions_of(embedded_schemes()); }});
  command.options.push_back({.names = {"--fail-on-change"},
                             .about = message::opt_fail_on_change,
                             .group = option_group::checks,
                             .into = &options->fail_on_change});
  return command;
}

}  // namespace tbsc94::cli
