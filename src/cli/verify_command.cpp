#include "cli/verify_command.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <system_error>

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
#include "results/text_report.hpp"
#include "text/terminal_text.hpp"

namespace tbsc94::cli {

namespace {

struct verify_options {
  common_options common;
  bool require_recorded = false;
};

enum table : std::size_t { by_state, annotations, by_reading, tables };

// How many results hold, differ, or are not there, by the names of `holding_state`.
std::size_t count_of(const summary& account, holding_state state) {
  return tbsc94::count_of(account.further_at(by_state), name_of(state));
}

// Results by their states, and those that hold by each reading that is not the default.
void count_holding(summary& account, const outcome& outcome) {
  if (!outcome.grading) {
    return;
  }
  account.further.resize(tables);
  const holding& holding = *outcome.holding;
  const holding_state state = state_of(holding);
  increase(account.further[by_state], name_of(state));
  if (state != holding_state::holds || holding.readings.values == readings{}) {
    return;
  }
  for (const reading each : all_readings) {
    if (!holding.readings.values.is_default(each)) {
      const std::string_view value = holding.readings.values.value(each);
      increase(account.further[by_reading], fmt::format("{}={}", names_of(each).name, value));
    }
  }
}

// The readings under which results were held, a line each: the body's, and those that are not the default.
std::vector<std::string> bases(const summary& account, const workspace& space, language lang) {
  std::vector<std::string> lines;
  if (space.has_decisions) {
    const std::string readings = chosen_readings(space.readings, lang);
    lines.push_back(message::summary_list(lang, message::body_reads.in(lang),
                                          readings.empty() ? message::all_by_default.in(lang) : harmless(readings)));
  }
  std::string counts;
  for (const auto& [name, count] : account.further_at(by_reading)) {
    counts += (counts.empty() ? "" : "  ") + message::summary_count(lang, name, count);
  }
  if (!counts.empty()) {
    lines.push_back(message::summary_list(lang, message::summary_under.in(lang), counts));
  }
  return lines;
}

std::size_t failures_of(const summary& account, bool recorded_required) {
  return count_of(account, holding_state::differs) +
         (recorded_required ? count_of(account, holding_state::unrecorded) : 0);
}

// What is wrong with the run as a whole is a test of its own.
test_counts counts_of(const summary& account, bool recorded_required) {
  const std::size_t nothing = account.nothing_found() ? 1 : 0;
  const std::size_t stopped = account.stopped ? 1 : 0;
  return {.tests = account.entries() + nothing + stopped,
          .failures = failures_of(account, recorded_required) + nothing,
          .errors = account.refused + account.unread + stopped,
          .skipped = recorded_required ? 0 : count_of(account, holding_state::unrecorded)};
}

std::optional<run_fault> fault_of(const summary& account) {
  return account.nothing_found() ? std::optional(run_fault::nothing_found)
         : account.stopped       ? std::optional(run_fault::stopped_early)
                                 : std::nullopt;
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
  const bool own_decisions = state == holding_state::holds && says_decisions(*outcome.holding);
  if (!outcome.grading || !(missing || state == holding_state::differs || !remarks.empty() || own_decisions)) {
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
  if (own_decisions) {
    into.written += fmt::format("  {}\n", basis_of(*outcome.holding, lang));
  }
  for (const finding* each : remarks) {
    into.written += fmt::format("  {}: {}\n", each->where, harmless(each->message));
  }
}

// One document may be an array of results: whether a list is written is known once all are read.
record_format json_format(bool one, language lang) {
  const framing list{"[\n", ",\n", "\n]\n"};
  record_format format{[list](batch_result& into, const outcome& outcome, std::string_view) {
                         into.written += list.between;
                         json_writer json(into.written, json_writer::layout::indented);
                         write_record(json, outcome, outcome.holding->readings.values);
                       },
                       [list, lang](batch_result& into, const unread_input& unread) {
                         into.written += list.between;
                         json_writer json(into.written, json_writer::layout::indented);
                         write_record(json, unread, lang);
                       },
                       one ? framing{"", list.between, ""} : list};
  if (one) {
    format.head = [list](const summary& account) { return account.entries() == 1 ? "" : list.before; };
    format.tail = [list](const summary& account) { return account.entries() == 1 ? "\n" : list.after; };
  }
  return format;
}

record_format junit_format(const ci_style& style) {
  return {[style](batch_result& into, const outcome& outcome, std::string_view) {
            append_junit_case(into.written, outcome, style);
          },
          [style](batch_result& into, const unread_input& unread) { append_junit_case(into.written, unread, style); },
          {"", "", std::string(junit_tail)},
          [style](const summary& account) { return junit_head(counts_of(account, style.recorded_required)); },
          [style](const summary& account) {
            std::string text;
            if (const auto fault = fault_of(account)) {
              append_junit_case(text, *fault, style);
            }
            return text;
          }};
}

record_format tap_format(const ci_style& style) {
  return {[style](batch_result& into, const outcome& outcome, std::string_view) {
            append_tap(into.written, outcome, style);
          },
          [style](batch_result& into, const unread_input& unread) { append_tap(into.written, unread, style); },
          {std::string(tap_head), "", ""},
          {},
          [style](const summary& account) {
            std::string text;
            if (const auto fault = fault_of(account)) {
              append_tap(text, *fault, style);
            }
            return text.empty() ? tap_plan(account.entries()) : text;
          }};
}

// The annotations of one record or more, and how many they are.
template <class Entry>
void append_counted(batch_result& into, const Entry& entry, const ci_style& style) {
  if (const std::size_t count = append_annotations(into.written, entry, style); count > 0) {
    into.account.further.resize(tables);
    increase(into.account.further[annotations], "", count);
  }
}

record_format github_format(const ci_style& style, const workspace& space) {
  record_format format{
      [style](batch_result& into, const outcome& outcome, std::string_view) { append_counted(into, outcome, style); },
      [style](batch_result& into, const unread_input& unread) { append_counted(into, unread, style); },
      {},
      [style, &space](const summary& account) {
        std::string text;
        const auto fault = fault_of(account);
        std::size_t count = fault ? append_annotations(text, *fault, style) : 0;
        count += tbsc94::count_of(account.further_at(annotations), "");
        for (const std::string& each : bases(account, space, style.lang)) {
          text += notice(std::string_view(each).substr(each.find_first_not_of(' ')));
        }
        return annotations_head(count, counts_of(account, style.recorded_required), style) + text;
      }};
  format.speaks_to_runner = true;
  return format;
}

record_format format_named(const std::string& name, const ci_style& style, const workspace& space, bool one) {
  const language lang = style.lang;
  if (name == "ndjson") {
    return {[](batch_result& into, const outcome& outcome, std::string_view) {
              append_ndjson(into.written, outcome, outcome.holding->readings.values);
            },
            [lang](batch_result& into, const unread_input& unread) { append_ndjson(into.written, unread, lang); },
            {}};
  }
  if (name == "json") {
    return json_format(one, lang);
  }
  if (name == "junit") {
    return junit_format(style);
  }
  if (name == "tap") {
    return tap_format(style);
  }
  if (name == "github") {
    return github_format(style, space);
  }
  return {[style](batch_result& into, const outcome& outcome, std::string_view) { append_text(into, outcome, style); },
          [lang](batch_result& into, const unread_input& unread) { into.written += text_line(unread, {lang}); },
          {}};
}

// Where the annotations' files lie.
void find_workspace(ci_style& style) {
  std::error_code error;
  style.working_folder = std::filesystem::current_path(error).string();
  if (const std::string_view workspace = environment("GITHUB_WORKSPACE"); !workspace.empty()) {
    style.workspace = std::filesystem::weakly_canonical(workspace, error).string();
  }
}

int run(const verify_options& options, language lang) {
  ci_style style{lang, options.require_recorded};
  find_workspace(style);
  batch_command command;
  command.checks = true;
  command.reports_one = false;
  command.takes_results = true;
  command.format = [style](const common_options& common, const workspace& space, bool one) {
    return format_named(common.format, style, space, one);
  };
  command.count = count_holding;
  command.grader = [](const workspace& space) {
    return verifying_grader(space.catalog, space.reading,
                            space.has_decisions ? named_readings::are_held : named_readings::count);
  };
  // The workspace is there from before the first record to after the last.
  const workspace* used = nullptr;
  command.prepare = [&used](const workspace& space) {
    used = &space;
    return done;
  };
  command.sum_up = [&used](const summary& account, language in) {
    std::string lines = message::summary_recorded(in, count_of(account, holding_state::holds),
                                                  count_of(account, holding_state::differs),
                                                  count_of(account, holding_state::unrecorded)) +
                        '\n';
    for (const std::string& each : bases(account, *used, in)) {
      lines += each + '\n';
    }
    return lines;
  };
  command.judge = [style](const summary& account) {
    return failures_of(account, style.recorded_required) > 0 ? check_failed : done;
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
