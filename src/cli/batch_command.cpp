#include "cli/batch_command.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <utility>

#include "archive/output.hpp"
#include "archive/pipeline.hpp"
#include "archive/progress.hpp"
#include "archive/selection.hpp"
#include "cli/cli_messages.hpp"
#include "cli/result_sink.hpp"
#include "cli/signals.hpp"
#include "cli/status_line.hpp"
#include "cli/usage.hpp"
#include "results/report_messages.hpp"

namespace tbsc94::cli {

namespace {

constexpr std::chrono::milliseconds progress_period{250};

// Reads the options' `--only`; on a kind that there is not says so and gives the exit code.
int select(const common_options& options, const scheme_catalog& catalog, language lang, selection& into) {
  const std::vector<std::string> kinds = selection::kinds(catalog);
  for (const std::string& each : options.only) {
    if (std::ranges::find(kinds, each) == kinds.end()) {
      complain(lang, message::no_such_kind(lang, each, fmt::format("{}", fmt::join(kinds, ", "))) +
                         did_you_mean(lang, each, kinds));
      return wrong_usage;
    }
    into.add(each);
  }
  return done;
}

// A single document is one thing, and no list, unless only some records are asked for.
bool is_one_document(const common_options& options, const std::vector<input>& inputs) {
  return options.only.empty() && inputs.size() == 1 && inputs[0].kind == input_kind::document;
}

// What is done with each record once it is graded.
outcome_writer record_handler(const common_options& options, const batch_command& command, const selection& only,
                              const record_format& format) {
  return [&](batch_result& into, const outcome& outcome, std::string_view bytes) {
    if (command.count) {
      command.count(into.account, outcome);
    }
    if (options.unique && outcome.record.assessment.id) {
      into.ids.push_back({*outcome.record.assessment.id, outcome.file, outcome.line});
    }
    if (only.takes(outcome)) {
      format.write(into, outcome, bytes);
    }
  };
}

// Where nothing could be read there is nothing to take the place of what stands where the output goes. That
// also holds for a report of one document without anything in it.
bool leaves_output_alone(const result_sink& sink, const output& out, bool one_report) {
  const summary& account = sink.account();
  const bool nothing_read = account.read() == 0 && account.unread > 0;
  return sink.writable() && ((one_report && !sink.any_written()) || (nothing_read && out.replaces()));
}

}  // namespace

int run_batch(const common_options& options, language lang, const batch_command& command) {
  workspace space;
  if (const int code = load(options, lang, space); code != done) {
    return code;
  }
  selection only;
  if (const int code = select(options, space.catalog, lang, only); code != done) {
    return code;
  }
  if (const int code = command.prepare ? command.prepare(space) : done; code != done) {
    return code;
  }
  std::vector<input> inputs;
  for (const std::string& path : options.paths) {
    inputs.push_back(input_at(path, options.lines));
  }
  const bool one = is_one_document(options, inputs);
  const bool one_report = one && command.reports_one;

  const bool shows_progress = !one_report && !options.quiet && status_line::is_possible();
  const auto all_bytes = shows_progress ? size_of(inputs) : std::nullopt;

  std::string path = options.output;
  if (const int code = command.place ? command.place(one_report, path) : done; code != done) {
    return code;
  }
  io_problem problem;
  const auto out = output::open(path, problem);
  if (!out) {
    complain_cannot_write(lang, problem);
    return cannot_access;
  }
  const record_format format = command.format(options, space, one);
  if (format.speaks_to_runner) {
    out->speak_to_runner();
  }
  const outcome_writer handle = record_handler(options, command, only, format);
  result_sink sink(*out, format, command, options, lang);
  batch_source source(std::move(inputs), format.batches);
  const auto make_grader = [&] {
    record_grader grade_one =
        command.grader ? command.grader(space) : plain_grader(space.catalog, space.reading, space.readings);
    auto grader = std::make_unique<batch_grader>(std::move(grade_one), handle, format.write_unread);
    if (options.fail_fast) {
      grader->stop_at_faults();
    }
    return grader;
  };
  const watcher watcher(
      shows_progress ? std::optional(progress_period) : std::nullopt, [&] { sink.show_progress(all_bytes); },
      [&] { sink.abandon(); });
  run_pipeline(source, make_grader, one ? 1 : options.jobs,
               [&](const batch_result& result) { return sink.take(result); });

  const bool stays = leaves_output_alone(sink, *out, one_report);
  const bool sums_up = !one_report && options.format == "text" && !stays;
  if (!stays && !sink.finish(sums_up)) {
    return cannot_write(lang, *out);
  }
  if (!stays && command.complete && !command.complete()) {
    return cannot_access;
  }
  if (command.checks && sink.account().nothing_found()) {
    complain(lang, message::nothing_found.in(lang));
  }
  if (!one_report && !sums_up && !options.quiet) {
    say(sink.account_text());
  }
  return sink.code();
}

}  // namespace tbsc94::cli
