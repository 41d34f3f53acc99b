#include "cli/grade_command.hpp"

#include <algorithm>
#include <cstdio>
#include <memory>

#include "archive/batch_grader.hpp"
#include "archive/output.hpp"
#include "archive/pipeline.hpp"
#include "cli/cli_messages.hpp"
#include "cli/options.hpp"
#include "formats/json_report.hpp"
#include "formats/ndjson.hpp"
#include "formats/report_messages.hpp"
#include "formats/text_report.hpp"

namespace tbsc94::cli {

namespace {

// What stands around and between the records.
struct framing {
  std::string_view before;
  std::string_view between;  // each record is written with it in front
  std::string_view after;
};

// How the records are written.
struct record_format {
  outcome_writer write;
  framing frame;
};

record_format choose_format(const std::string& name, bool one_report, const workspace& space) {
  const language lang = space.style.lang;
  if (name == "ndjson") {
    return {[&space](batch_result& into, const outcome& outcome, std::string_view) {
              append_ndjson(into.written, outcome, space.readings.values);
            },
            {}};
  }
  if (name == "json") {
    const framing frame = one_report ? framing{"", "", "\n"} : framing{"[\n", ",\n", "\n]\n"};
    return {[&space, frame](batch_result& into, const outcome& outcome, std::string_view bytes) {
              into.written += frame.between;
              json_writer json(into.written, json_writer::layout::indented);
              write_report(json, outcome, space.readings, bytes);
            },
            frame};
  }
  return {[&space, lang, one_report](batch_result& into, const outcome& outcome, std::string_view) {
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

// Writes results in order, and what is to be said about them.
class result_sink {
 public:
  result_sink(output& out, const framing& frame, language lang) : out_(out), frame_(frame), lang_(lang) {
    out_.write(frame.before);
  }

  bool take(const batch_result& result) {
    std::string_view written = result.written;
    if (first_ && !written.empty()) {
      written.remove_prefix(frame_.between.size());
      first_ = false;
    }
    fmt::print(stderr, "{}", result.messages);
    report_problems(result.problems);
    account_.add(result.account);
    return out_.write(written);
  }
  void report_problems(const std::vector<io_problem>& problems) {
    for (const io_problem& each : problems) {
      complain_cannot_read(lang_, each);
      any_unread_ = true;
    }
  }
  [[nodiscard]] const summary& account() const { return account_; }
  [[nodiscard]] bool any_unread() const { return any_unread_; }
  [[nodiscard]] bool any_written() const { return !first_; }

 private:
  output& out_;
  framing frame_;
  language lang_;
  summary account_;
  bool first_ = true;
  bool any_unread_ = false;
};

int run(const common_options& options, language lang) {
  workspace space;
  if (const int code = load(options, lang, space); code != done) {
    return code;
  }
  std::vector<io_problem> problems;
  std::vector<input> inputs;
  for (const std::string& path : options.paths) {
    std::ranges::move(expand(path, problems), std::back_inserter(inputs));
  }
  const bool one_report = options.paths.size() == 1 && inputs.size() == 1 && inputs[0].path == options.paths[0] &&
                          inputs[0].kind == input_kind::document;

  io_problem cannot_write;
  const auto out = output::open(options.output, cannot_write);
  if (!out) {
    complain_cannot_write(lang, cannot_write);
    return cannot_access;
  }
  const record_format format = choose_format(options.format, one_report, space);
  result_sink sink(*out, format.frame, lang);
  sink.report_problems(problems);
  batch_source source(std::move(inputs));
  const auto make_grader = [&] {
    return std::make_unique<batch_grader>(space.catalog, space.reading, space.readings, format.write);
  };
  bool writable = true;
  run_pipeline(source, make_grader, one_report ? 1 : options.jobs, [&](const batch_result& result) {
    writable = sink.take(result);
    return writable;
  });

  if (one_report && !sink.any_written() && writable) {  // there is no report: an older one stays
    return sink.any_unread() ? cannot_access : some_refused;
  }
  const bool sums_up = !one_report && options.format == "text";
  if (sums_up) {
    writable = writable && out->write(sink.account().to_string(lang));
  }
  writable = writable && out->write(format.frame.after) && out->commit();
  if (!writable) {
    complain_cannot_write(lang, out->problem());
  } else if (!one_report && !sums_up && !options.quiet) {
    fmt::print(stderr, "{}", sink.account().to_string(lang));
  }
  if (!writable || sink.any_unread()) {
    return cannot_access;
  }
  return sink.account().refused > 0 ? some_refused : done;
}

}  // namespace

command add_grade_command(CLI::App& program, language lang) {
  CLI::App* const app = program.add_subcommand("grade", std::string(message::about_grade.in(lang)));
  const auto options = std::make_shared<common_options>();
  add_common_options(*app, *options, lang, {"text", "json", "ndjson"});
  return {app, [options, lang] { return run(*options, lang); }};
}

}  // namespace tbsc94::cli
