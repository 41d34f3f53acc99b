#include "cli/run_batch.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <utility>

#include "archive/batch_grader.hpp"
#include "archive/output.hpp"
#include "archive/pipeline.hpp"
#include "archive/progress.hpp"
#include "archive/selection.hpp"
#include "cli/cli_messages.hpp"
#include "cli/destination.hpp"
#include "cli/exit_code.hpp"
#include "cli/options.hpp"
#include "cli/result_sink.hpp"
#include "cli/say.hpp"
#include "cli/status_line.hpp"
#include "cli/usage.hpp"
#include "cli/workspace.hpp"
#include "platform/platform.hpp"
#include "platform/signals.hpp"
#include "results/report_messages.hpp"
#include "text/format.hpp"

namespace tbsc94::cli {

namespace {

constexpr std::chrono::milliseconds progress_period{250};

// Reads the options' `--only`; on a kind that there is not says so and gives the exit code.
int select(const common_options& options, const scheme_catalog& catalog, language lang, selection& into) {
  const std::vector<std::string> kinds = selection::kinds(catalog);
  for (const std::string& each : options.only) {
    if (std::ranges::find(kinds, each) == kinds.end()) {
      complain(lang, message::no_such_kind(lang, each, joined(kinds, ", ")) + did_you_mean(lang, each, kinds));
      return wrong_usage;
    }
    into.add(each);
  }
  return done;
}

// "3/16"; nullopt where it is none.
std::optional<file_part> part_of(std::string_view text) {
  constexpr std::uint64_t most = 1'000'000;
  file_part part;
  const char* const end = text.data() + text.size();
  const auto number = std::from_chars(text.data(), end, part.number);
  if (number.ec != std::errc() || number.ptr == end || *number.ptr != '/') {
    return std::nullopt;
  }
  const auto of = std::from_chars(number.ptr + 1, end, part.of);
  const bool is_part =
      of.ec == std::errc() && of.ptr == end && part.number >= 1 && part.number <= part.of && part.of <= most;
  return is_part ? std::optional(part) : std::nullopt;
}

// What is to be read of the inputs, and what they are called; `done`, or wrong usage, which is said.
int name_inputs(const common_options& options, language lang, std::vector<input>& inputs) {
  const auto part = part_of(options.part);
  if (!options.part.empty() && !part) {
    complain(lang, message::wrong_part(lang, options.part));
    return wrong_usage;
  }
  bool is_named = options.source.empty();
  for (input& each : inputs) {
    const bool is_piped = each.path == "-";
    if (part && (is_piped || each.kind != input_kind::lines || each.packed != packing::none)) {
      complain(lang, message::part_of_lines(lang, each.shown()));
      return wrong_usage;
    }
    each.part = part;
    each.name = is_piped ? options.source : "";
    is_named = is_named || is_piped;
  }
  if (!is_named) {
    complain(lang, message::source_of_input.in(lang));
  }
  return is_named ? done : wrong_usage;
}

// A single document is one thing, and no list, unless only some records are asked for.
bool is_one_document(const common_options& options, const std::vector<input>& inputs) {
  return options.only.empty() && inputs.size() == 1 && inputs[0].kind == input_kind::document;
}

// Whether the file is a result, as the program writes them in JSON, or empty. One of `grade` is an input where
// results are taken.
bool is_result(const std::string& path, bool takes_results) {
  std::string beginning(64, '\0');
  const descriptor file(path);
  beginning.resize(file.is_open() ? file.read(beginning.data(), beginning.size()).value_or(0) : 0);
  if (beginning.starts_with("PK")) {
    padded_buffer bytes;
    io_problem problem;
    return read_document({path}, bytes, problem) && workbook::is_result(bytes.text());
  }
  const std::size_t first = beginning.find_first_not_of(" \r\n[{");
  const std::string_view key = std::string_view(beginning).substr(std::min(first, beginning.size()));
  return key.empty() || key.starts_with("\"source\"") || key.starts_with("\"changes\"") ||
         (key.starts_with("\"tool\"") && !takes_results);
}

// Where the output goes, by the name that was asked for, and what it is to replace, where that is a plain file.
output_file output_at(const std::string& path, const std::string& asked, bool takes_results) {
  const auto file = path.empty() ? identity_of(platform::standard_output) : identity_at(path);
  const bool replaces_result = file && is_result(path.empty() ? "/dev/stdout" : path, takes_results);
  io_problem ignored;  // it is told where the output is opened
  return {file, replaces_result,
          platform::utf8(platform::native(behind_links(asked, ignored).value_or(asked)).filename()),
          path == asked ? std::nullopt : identity_at(platform::utf8(platform::native(path).parent_path()))};
}

// What is done with each record once it is graded: it is counted, and written where it is asked for.
class record_handler : public record_writer {
 public:
  record_handler(const common_options& options, const batch_command& command, const selection& only,
                 const record_format& format)
      : options_(options), command_(command), only_(only), format_(format) {}

  void write(batch_result& into, const outcome& outcome, std::string_view bytes) const override {
    command_.count(into.account, outcome);
    if (options_.unique && outcome.record.assessment.id) {
      into.ids.push_back({*outcome.record.assessment.id, outcome.file, outcome.line});
    }
    if (command_.tells_parts() && outcome.line == 0 && outcome.archive.empty() && outcome.record.assessment.id) {
      into.ids_of_files.push_back({*outcome.record.assessment.id, outcome.file});
    }
    if (only_.takes(outcome)) {
      format_.write(into, outcome, bytes);
    }
  }
  void write(batch_result& into, const unread_input& unread) const override { format_.write(into, unread); }
  [[nodiscard]] std::string_view between() const override { return format_.between(); }

 private:
  const common_options& options_;
  const batch_command& command_;
  const selection& only_;
  const record_format& format_;
};

// What a run works on, once all that the options ask for is loaded.
struct batch_run {
  workspace space;
  selection only;
  std::vector<input> inputs;

  // `done`, or an exit code, and why has been said.
  [[nodiscard]] int prepare(const common_options& options, language lang, batch_command& command) {
    int code = spare_inputs(options, lang);
    code = code == done ? load(options, lang, space) : code;
    code = code == done ? select(options, space.catalog, lang, only) : code;
    code = code == done ? command.prepare(space) : code;
    for (const std::string& path : options.paths) {
      inputs.push_back(input_at(path, options.lines));
    }
    return code == done ? name_inputs(options, lang, inputs) : code;
  }
};

// Reads, grades and hands to `sink` all that `inputs` have.
void grade_all(batch_run& run, const common_options& options, const batch_command& command, record_format& format,
               bool one, output_file output_place, result_sink& sink) {
  const record_handler handler(options, command, run.only, format);
  batch_source source(std::move(run.inputs), format.batches(), std::move(output_place));
  const auto make_grader = [&] {
    auto grader = std::make_unique<batch_grader>(command.grader(run.space), handler, run.space.style.lang);
    if (options.fail_fast) {
      grader->stop_at_faults();
    }
    return grader;
  };
  run_pipeline(source, make_grader, one ? 1 : options.jobs,
               [&](const batch_result& result) { return sink.take(result); });
}

}  // namespace

int run_batch(const common_options& options, language lang, batch_command& command) {
  batch_run run;
  if (const int code = run.prepare(options, lang, command); code != done) {
    return code;
  }
  const bool one = is_one_document(options, run.inputs);
  const bool one_report = one && command.reports_one();
  const auto format = command.format(run.space, one);
  std::string path = options.output;
  // Whenever it is ended: it has no file of its own, not even a temporary one.
  const bool leaves_nothing = one_report && options.output.empty() && !format->counts_in_head();
  std::optional<platform::signals_held> held;
  if (!leaves_nothing) {
    held.emplace();
  }
  if (const int code = format->place(path); code != done) {
    return code;
  }
  output_file output_place = output_at(path, options.output, command.takes_results());
  io_problem problem;
  const auto out = output::open(path, problem);
  if (!out) {
    complain_cannot_write(lang, problem);
    return cannot_access;
  }
  if (format->speaks_to_runner()) {
    out->speak_to_runner();
  }
  result_sink sink(*out, *format, command, options, run.space.style);
  const bool shows_progress = !one_report && !options.quiet && status_line::is_possible();
  const auto all_bytes = shows_progress ? size_of(run.inputs) : std::nullopt;
  std::optional<platform::watcher> watcher;
  if (!leaves_nothing) {
    watcher.emplace(
        shows_progress ? std::optional(progress_period) : std::nullopt, [&] { sink.show_progress(all_bytes); },
        [&] { sink.abandon(); });
  }
  grade_all(run, options, command, *format, one, std::move(output_place), sink);
  watcher.reset();
  if (options.output.empty()) {
    held.reset();  // what goes into a pipe may take its time, and leaves nothing behind
  }

  const bool stays = sink.leaves_output(one_report);
  if (stays && out->replaces() && sink.code() == cannot_access) {
    complain(lang, message::left_as_it_was(lang, options.output));
  }
  const bool sums_up = !one_report && format->ends_with_account() && !stays;
  if (!stays && !sink.finish(sums_up)) {
    return cannot_write(lang, *out);
  }
  if (!stays && !format->complete()) {
    return cannot_access;
  }
  if (command.checks() && sink.account().nothing_found()) {
    complain(lang, message::nothing_found.in(lang));
  }
  if (!one_report && !options.quiet) {
    say(sums_up ? sink.passed_over_text() : sink.account_text());
    say(sink.parts_text());
  }
  return sink.code();
}

}  // namespace tbsc94::cli
