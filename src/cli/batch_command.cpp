#include "cli/batch_command.hpp"

#include <algorithm>
#include <cstdio>
#include <iterator>
#include <memory>

#include "archive/output.hpp"
#include "archive/pipeline.hpp"

namespace tbsc94::cli {

namespace {

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

std::string whole_account(const summary& account, language lang, const batch_command& command) {
  return account.to_string(lang) + (command.sum_up ? command.sum_up(account, lang) : "");
}

int exit_code_of(const result_sink& sink, const batch_command& command) {
  if (sink.any_unread()) {
    return cannot_access;
  }
  if (sink.account().refused > 0) {
    return some_refused;
  }
  return command.judge ? command.judge(sink.account()) : done;
}

}  // namespace

int run_batch(const common_options& options, language lang, const batch_command& command) {
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
  const record_format format = command.format(options, space, one_report);
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
    return exit_code_of(sink, command);
  }
  const bool sums_up = !one_report && options.format == "text";
  if (sums_up) {
    writable = writable && out->write(whole_account(sink.account(), lang, command));
  }
  writable = writable && out->write(format.frame.after) && out->commit();
  if (!writable) {
    complain_cannot_write(lang, out->problem());
    return cannot_access;
  }
  if (!one_report && !sums_up && !options.quiet) {
    fmt::print(stderr, "{}", whole_account(sink.account(), lang, command));
  }
  return exit_code_of(sink, command);
}

}  // namespace tbsc94::cli
