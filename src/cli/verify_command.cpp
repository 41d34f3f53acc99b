#include "cli/verify_command.hpp"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <system_error>

#include "archive/selection.hpp"
#include "cli/cli_messages.hpp"
#include "cli/environment.hpp"
#include "cli/exit_code.hpp"
#include "cli/guides.hpp"
#include "cli/help_messages.hpp"
#include "cli/options.hpp"
#include "cli/run_batch.hpp"
#include "cli/workspace.hpp"
#include "platform/platform.hpp"
#include "reading/place_words.hpp"
#include "regrading/verifier.hpp"
#include "results/ci_reports.hpp"
#include "results/ndjson.hpp"
#include "results/no_grade.hpp"
#include "results/recorded_check_messages.hpp"
#include "results/report_messages.hpp"
#include "results/result_list.hpp"
#include "text/format.hpp"
#include "text/terminal_text.hpp"

namespace tbsc94::cli {

namespace {

struct verify_options {
  common_options common;
  bool require_recorded = false;
};

// Results by their states, and those that hold by each reading that is not the default.
void count_check(summary& account, const outcome& outcome) {
  if (!outcome.grading) {
    return;
  }
  const recorded_check& check = *outcome.recorded_check;
  const check_state state = state_of(check);
  ++account.checked[state];
  if (state != check_state::holds || check.readings.values == readings{}) {
    return;
  }
  for (const reading each : all_readings) {
    if (!check.readings.values.is_default(each)) {
      const std::string_view value = check.readings.values.value(each);
      increase(account.holds_under, formatted("{}={}", names_of(each).name, value));
    }
  }
}

// The readings under which results were checked, a line each: the body's, and those that are not the default.
std::vector<std::string> bases(const summary& account, const workspace& space, language lang) {
  std::vector<std::string> lines;
  if (space.has_decisions) {
    const std::string readings = chosen_readings(space.readings, lang);
    lines.push_back(message::summary_list(lang, message::body_reads.in(lang),
                                          readings.empty() ? message::all_by_default.in(lang) : harmless(readings)));
  }
  const std::string counts = joined(account.holds_under, "  ", [&](const auto& each) {
    const auto& [name, count] = each;
    const reading which = *find_reading(name.substr(0, name.find('=')));
    const std::string_view title = message::reading_titles[static_cast<std::size_t>(which)].in(lang);
    return message::summary_count(lang, message::titled(lang, title, name), count);
  });
  if (!counts.empty()) {
    lines.push_back(message::summary_list(lang, message::summary_under.in(lang), counts));
  }
  return lines;
}

std::size_t failures_of(const summary& account, bool recorded_required) {
  return count_of(account.checked, check_state::differs) +
         (recorded_required ? count_of(account.checked, check_state::unrecorded) : 0);
}

// What is wrong with the run as a whole is a test of its own.
test_counts counts_of(const summary& account, bool recorded_required) {
  const std::size_t nothing = account.nothing_found() ? 1 : 0;
  const std::size_t stopped = account.stopped ? 1 : 0;
  return {.tests = account.entries() + nothing + stopped,
          .failures = failures_of(account, recorded_required) + nothing,
          .errors = account.refused + account.unread + stopped,
          .skipped = recorded_required ? 0 : count_of(account.checked, check_state::unrecorded)};
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

text_list list_of_states(const workspace& space) {
  const language lang = space.style.lang;
  std::size_t width = 0;
  for (const phrase<>* each : {&message::holds, &message::differs, &message::unrecorded, &message::unread}) {
    width = std::max(width, display_width(each->in(lang)));
  }
  return {{{std::string(message::check_result.in(lang)), width},
           grade_column(message::grade, grades_of(space.catalog), lang),
           lacks_column(lang)},
          {std::string(message::source.in(lang)), std::string(message::id.in(lang))},
          lang,
          space.style.columns};
}

// What does not hold, or is to be remarked on: a row for the record and a line for each thing.
class verify_text : public text_lines {
 public:
  verify_text(const ci_style& style, const workspace& space)
      : text_lines(space.style, list_of_states(space)), style_(style) {}

  using text_lines::write;
  void write(batch_result& into, const outcome& outcome, std::string_view /*bytes*/) const override;

 private:
  const ci_style& style_;
};

void verify_text::write(batch_result& into, const outcome& outcome, std::string_view /*bytes*/) const {
  into.messages += error_lines(outcome.record, outcome.file, lang());
  const check_state state = state_of(*outcome.recorded_check);
  const bool missing = state == check_state::unrecorded && style_.recorded_required;
  const auto remarks = remarks_on_result(outcome);
  const bool own_decisions = state == check_state::holds && says_decisions(*outcome.recorded_check);
  if (!outcome.grading || !(missing || state == check_state::differs || !remarks.empty() || own_decisions)) {
    return;
  }
  const phrase<>& title = missing                         ? message::unrecorded
                          : state == check_state::differs ? message::differs
                                                          : message::holds;
  const graded_as now = graded_by(outcome.scheme_used(), outcome.grading->grade);
  add(into, outcome,
      {std::string(title.in(lang())), grade_cell(outcome, words_of(now, lang())),
       why_no_grade(outcome, outcome.recorded_check->readings.values, lang())},
      named_by(outcome));
  for (const reported_difference& each : outcome.recorded_check->differs) {
    list().add_note(into.written, to_words(each, lang()));
  }
  if (own_decisions) {
    list().add_note(into.written, basis_of(*outcome.recorded_check, lang()));
  }
  for (const finding* each : remarks) {
    list().add_note(into.written,
                    message::labelled(lang(), document_place(each->where, lang()), harmless(each->message)));
  }
}

// One document may be an array of results: whether a list is written is known once all are read.
class verify_json : public json_list {
 public:
  verify_json(bool one, language lang) : one_(one), lang_(lang) {}

  [[nodiscard]] bool counts_in_head() const override { return one_; }
  [[nodiscard]] std::string head(const summary& account) override {
    return is_alone(account) ? "" : json_list::head(account);
  }
  void write(batch_result& into, const outcome& outcome, std::string_view /*bytes*/) const override {
    json_writer json(into.written, json_writer::layout::indented);
    write_record(json, outcome, outcome.recorded_check->readings.values);
  }
  void write(batch_result& into, const unread_input& unread) const override {
    json_writer json(into.written, json_writer::layout::indented);
    write_record(json, unread, lang_);
  }
  [[nodiscard]] std::string tail(const summary& account, bool any) override {
    return is_alone(account) ? "\n" : json_list::tail(account, any);
  }

 private:
  [[nodiscard]] bool is_alone(const summary& account) const { return one_ && account.entries() == 1; }

  bool one_;
  language lang_;
};

class verify_junit : public record_format {
 public:
  explicit verify_junit(const ci_style& style) : style_(style) {}

  [[nodiscard]] bool counts_in_head() const override { return true; }
  [[nodiscard]] std::string head(const summary& account) override {
    return junit_head(counts_of(account, style_.recorded_required));
  }
  void write(batch_result& into, const outcome& outcome, std::string_view /*bytes*/) const override {
    append_junit_case(into.written, outcome, style_);
  }
  void write(batch_result& into, const unread_input& unread) const override {
    append_junit_case(into.written, unread, style_);
  }
  [[nodiscard]] std::string tail(const summary& account, bool /*any*/) override {
    std::string text;
    if (const auto fault = fault_of(account)) {
      append_junit_case(text, *fault, style_);
    }
    return text.append(junit_tail);
  }

 private:
  const ci_style& style_;
};

class verify_tap : public record_format {
 public:
  explicit verify_tap(const ci_style& style) : style_(style) {}

  [[nodiscard]] std::string head(const summary& /*account*/) override { return std::string(tap_head); }
  void write(batch_result& into, const outcome& outcome, std::string_view /*bytes*/) const override {
    append_tap(into.written, outcome, style_);
  }
  void write(batch_result& into, const unread_input& unread) const override {
    append_tap(into.written, unread, style_);
  }
  [[nodiscard]] std::string tail(const summary& account, bool /*any*/) override {
    std::string text;
    if (const auto fault = fault_of(account)) {
      append_tap(text, *fault, style_);
    }
    return text.empty() ? tap_plan(account.entries()) : text;
  }

 private:
  const ci_style& style_;
};

class verify_github : public record_format {
 public:
  verify_github(const ci_style& style, const workspace& space) : style_(style), space_(space) {}

  [[nodiscard]] bool speaks_to_runner() const override { return true; }
  [[nodiscard]] bool counts_in_head() const override { return true; }
  [[nodiscard]] std::string head(const summary& account) override {
    std::string text;
    const auto fault = fault_of(account);
    const std::size_t count = fault ? append_annotations(text, *fault, style_) : 0;
    for (const std::string& each : bases(account, space_, style_.lang)) {
      text += notice(std::string_view(each).substr(each.find_first_not_of(' ')));
    }
    return annotations_head(count + account.annotations, counts_of(account, style_.recorded_required), style_) + text;
  }
  void write(batch_result& into, const outcome& outcome, std::string_view /*bytes*/) const override {
    into.account.annotations += append_annotations(into.written, outcome, style_);
  }
  void write(batch_result& into, const unread_input& unread) const override {
    into.account.annotations += append_annotations(into.written, unread, style_);
  }

 private:
  const ci_style& style_;
  const workspace& space_;
};

// Where the annotations' files lie.
ci_style style_of(const verify_options& options, language lang) {
  ci_style style{.lang = lang, .recorded_required = options.require_recorded};
  std::error_code error;
  style.working_folder = platform::utf8(std::filesystem::current_path(error));
  if (const std::string_view workspace = environment("GITHUB_WORKSPACE"); !workspace.empty()) {
    style.workspace =
        platform::utf8(std::filesystem::weakly_canonical(platform::native(std::string(workspace)), error));
  }
  return style;
}

class verify_run : public batch_command {
 public:
  verify_run(const verify_options& options, language lang) : options_(options), style_(style_of(options, lang)) {}

  [[nodiscard]] int prepare(workspace& space) override {
    space_ = &space;
    return done;
  }
  [[nodiscard]] std::unique_ptr<record_format> format(const workspace& space, bool one) const override {
    const std::string& name = options_.common.format;
    if (name == "ndjson") {
      return ndjson_format(space);
    }
    if (name == "json") {
      return std::make_unique<verify_json>(one, style_.lang);
    }
    if (name == "junit") {
      return std::make_unique<verify_junit>(style_);
    }
    if (name == "tap") {
      return std::make_unique<verify_tap>(style_);
    }
    if (name == "github") {
      return std::make_unique<verify_github>(style_, space);
    }
    return std::make_unique<verify_text>(style_, space);
  }
  [[nodiscard]] std::unique_ptr<record_grader> grader(const workspace& space) const override {
    return verifying_grader(space.catalog, space.reading,
                            space.has_decisions ? named_readings::are_checked : named_readings::count);
  }
  void count(summary& account, const outcome& outcome) const override { count_check(account, outcome); }
  [[nodiscard]] std::string sum_up(const summary& account, text_style style) const override {
    const language in = style.lang;
    std::string lines = message::summary_recorded(in, count_of(account.checked, check_state::holds),
                                                  count_of(account.checked, check_state::differs),
                                                  count_of(account.checked, check_state::unrecorded)) +
                        '\n';
    for (const std::string& each : bases(account, *space_, in)) {
      lines += each + '\n';
    }
    return lines;
  }
  [[nodiscard]] exit_code judge(const summary& account) const override {
    return failures_of(account, style_.recorded_required) > 0 ? check_failed : done;
  }
  [[nodiscard]] bool takes_results() const override { return true; }
  [[nodiscard]] bool checks() const override { return true; }

 private:
  const verify_options& options_;
  ci_style style_;
  const workspace* space_ = nullptr;  // once it is loaded
};

int run_verify(const verify_options& options, language lang) {
  verify_run command(options, lang);
  return run_batch(options.common, lang, command);
}

}  // namespace

command_entry verify_command() {
  const auto options = std::make_shared<verify_options>();
  command_entry command{.name = "tbsc94 verify",
                        .about = message::about_verify,
                        .further = guides::verify,
                        .run = [options](language lang) { return run_verify(*options, lang); }};
  add_common_options(command, options->common, {"text", "json", "ndjson", "junit", "tap", "github"});
  command.options.push_back({.names = {"--require-recorded"},
                             .about = message::opt_require_recorded,
                             .group = option_group::checks,
                             .into = &options->require_recorded});
  return command;
}

}  // namespace tbsc94::cli
