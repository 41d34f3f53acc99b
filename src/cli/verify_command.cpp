#include "cli/verify_command.hpp"

#include <memory>

#include "cli/batch_command.hpp"
#include "cli/cli_messages.hpp"
#include "cli/guides.hpp"
#include "cli/help_messages.hpp"
#include "cli/options.hpp"
#include "regrading/verifier.hpp"
#include "results/ci_reports.hpp"
#include "results/holding_messages.hpp"
#include "results/ndjson.hpp"
#include "results/report_messages.hpp"
#include "text/terminal_text.hpp"

namespace tbsc94::cli {

namespace {

struct verify_options {
  common_options common;
  bool require_recorded = false;
};

// How many results hold, differ, or are not there, by the names of `holding_state`.
std::size_t count_of(const summary& account, holding_state state) {
  return tbsc94::count_of(account.further_at(0), name_of(state));
}

void count_state(summary& account, const outcome& outcome) {
  if (outcome.grading) {
    account.further.resize(1);
    increase(account.further[0], name_of(state_of(*outcome.holding)));
  }
}

test_counts counts_of(const summary& account, bool recorded_required) {
  const std::size_t unrecorded = count_of(account, holding_state::unrecorded);
  const std::size_t differ = count_of(account, holding_state::differs);
  return {account.read(), differ + (recorded_required ? unrecorded : 0), account.refused,
          recorded_required ? 0 : unrecorded};
}

// What was found besides of a result of `grade`: it was another version's.
std::vector<const finding*> remarks_on_result(const outcome& outcome) {
  std::vector<const finding*> found;
  for (const finding& each : outcome.record.remarks) {
    if (each.code == code::other_version) {
      found.push_back(&each);
    }
  }
  return found;
}

// What does not hold, or is to be remarked on: a line for the record and one for each thing.
void append_text(batch_result& into, const outcome& outcome, const ci_style& style) {
  const language lang = style.lang;
  into.messages += to_lines(outcome.record.errors, outcome.file, lang);
  const holding_state state = state_of(*outcome.holding);
  const bool missing = state == holding_state::unrecorded && style.recorded_required;
  const auto remarks = remarks_on_result(outcome);
  if (!outcome.grading || !(missing || state == holding_state::differs || !remarks.empty())) {
    return;
  }
  const phrase<>& title = missing                           ? message::unrecorded
                          : state == holding_state::differs ? message::differs
                                                            : message::holds;
  const auto& id = outcome.record.assessment.id;
  into.written += fmt::format("{} {}{}\n", pad_right(title.in(lang), 10), harmless(outcome.source()),
                              id ? "  " + harmless(*id) : "");
  for (const held_difference& each : outcome.holding->differs) {
    into.written += fmt::format("  {}\n", to_line(each, lang));
  }
  for (const finding* each : remarks) {
    into.written += fmt::format("  {}: {}\n", each->where, harmless(each->message));
  }
}

// One document may be an array of results: whether a list is written is known once all are read.
record_format json_format(bool one) {
  const framing list{"[\n", ",\n", "\n]\n"};
  record_format format{[list](batch_result& into, const outcome& outcome, std::string_view) {
                         into.written += list.between;
                         json_writer json(into.written, json_writer::layout::indented);
                         write_record(json, outcome, outcome.holding->readings.values);
                       },
                       one ? framing{"", list.between, ""} : list};
  if (one) {
    format.head = [list](const summary& account) { return account.read() == 1 ? "" : list.before; };
    format.tail = [list](const summary& account) { return account.read() == 1 ? "\n" : list.after; };
  }
  return format;
}

record_format format_named(const std::string& name, ci_style style, bool one) {
  if (name == "ndjson") {
    return {[](batch_result& into, const outcome& outcome, std::string_view) {
              append_ndjson(into.written, outcome, outcome.holding->readings.values);
            },
            {}};
  }
  if (name == "json") {
    return json_format(one);
  }
  if (name == "junit") {
    return {[style](batch_result& into, const outcome& outcome, std::string_view) {
              append_junit_case(into.written, outcome, style);
            },
            {"", "", std::string(junit_tail)},
            [style](const summary& account) { return junit_head(counts_of(account, style.recorded_required)); }};
  }
  if (name == "tap") {
    return {[style](batch_result& into, const outcome& outcome, std::string_view) {
              append_tap(into.written, outcome, style);
            },
            {std::string(tap_head), "", ""},
            {},
            [](const summary& account) { return tap_plan(account.read()); }};
  }
  if (name == "github") {
    return {[style](batch_result& into, const outcome& outcome, std::string_view) {
              append_annotations(into.written, outcome, style);
            },
            {}};
  }
  return {[style](batch_result& into, const outcome& outcome, std::string_view) { append_text(into, outcome, style); },
          {}};
}

int run(const verify_options& options, language lang) {
  const ci_style style{lang, options.require_recorded};
  batch_command command;
  command.reports_one = false;
  command.format = [style](const common_options& common, const workspace&, bool one) {
    return format_named(common.format, style, one);
  };
  command.count = count_state;
  command.grader = [](const workspace& space) {
    return verifying_grader(space.catalog, space.reading, space.readings);
  };
  command.sum_up = [](const summary& account, language in) {
    return message::summary_recorded(in, count_of(account, holding_state::holds),
                                     count_of(account, holding_state::differs),
                                     count_of(account, holding_state::unrecorded)) +
           '\n';
  };
  command.judge = [style](const summary& account) {
    return counts_of(account, style.recorded_required).failures > 0 ? check_failed : done;
  };
  return run_batch(options.common, lang, command);
}

}  // namespace

command_entry verify_command() {
  const auto options = std::make_shared<verify_options>();
  command_entry command{.name = "tbsc94 verify",
                        .about = message::about_verify,
                        .further = guides::verify,
                        .run = [options](language lang) { return run(*options, lang); }};
  add_common_options(command, options->common, {"text", "json", "ndjson", "junit", "tap", "github"});
  command.options.push_back({.names = {"--require-recorded"},
                             .about = message::opt_require_recorded,
                             .group = option_group::checks,
                             .into = &options->require_recorded});
  return command;
}

}  // namespace tbsc94::cli
