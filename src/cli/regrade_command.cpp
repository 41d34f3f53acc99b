#include "cli/regrade_command.hpp"

#include <algorithm>
#include <memory>
#include <optional>

#include "archive/selection.hpp"
#include "cli/cli_messages.hpp"
#include "cli/exit_code.hpp"
#include "cli/guides.hpp"
#include "cli/help_messages.hpp"
#include "cli/options.hpp"
#include "cli/run_batch.hpp"
#include "cli/say.hpp"
#include "cli/usage.hpp"
#include "cli/workspace.hpp"
#include "reading/place_words.hpp"
#include "reading/scheme_reader.hpp"
#include "regrading/regrade_account.hpp"
#include "regrading/regrader.hpp"
#include "results/csv.hpp"
#include "results/ndjson.hpp"
#include "results/no_grade.hpp"
#include "results/recorded_check_messages.hpp"
#include "results/report_messages.hpp"
#include "results/result_list.hpp"
#include "text/format.hpp"
#include "text/terminal_text.hpp"

namespace tbsc94::cli {

namespace {

struct regrade_options {
  common_options common;
  std::string under;
  bool fail_on_change = false;
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
  complain(lang, message::no_such_edition(lang, edition, joined(loaded, ", ")) + did_you_mean(lang, edition, loaded));
  return wrong_usage;
}

std::string columns() {
  return formatted("{},recorded,change_from,change_to,change_cause,{}", csv_columns, csv_last_column);
}

template <class Row>
void append_row(Row row, const outcome& outcome) {
  write_csv(row, outcome, outcome.recorded_check->readings.values);
  const auto& regraded = outcome.recorded_check->regraded;
  row.text(regraded && regraded->recorded ? word_of(*regraded->recorded) : "");
  const bool changed = regraded && regraded->is_changed();
  row.text(changed ? word_of(*regraded->before) : "")
      .text(changed ? word_of(regraded->now) : "")
      .text(changed ? name_of(regraded->cause) : "");
  write_csv_reason(row, outcome, outcome.recorded_check->readings.values);
  row.end();
}

template <class Row>
void append_row(Row row, const unread_input& unread) {
  write_csv(row, unread);
  row.empty().empty().empty().empty().empty();
  row.end();
}

text_list list_of_changes(const workspace& space) {
  const language lang = space.style.lang;
  const std::vector<std::string> grades = grades_of(space.catalog);
  return {{grade_column(message::recorded_grade, grades, lang), grade_column(message::grade_now, grades, lang),
           lacks_column(lang)},
          {std::string(message::source.in(lang)), std::string(message::id.in(lang)),
           std::string(message::cause_of_change.in(lang))},
          lang,
          space.style.columns};
}

// The records whose grades change, each with its differences.
class regrade_text : public text_lines {
 public:
  explicit regrade_text(const workspace& space) : text_lines(space.style, list_of_changes(space)) {}

  using text_lines::write;
  void write(batch_result& into, const outcome& outcome, std::string_view /*bytes*/) const override {
    into.messages += error_lines(outcome.record, outcome.file, lang());
    if (!outcome.grading || !outcome.recorded_check->regraded->is_changed()) {
      return;
    }
    const regrading& regraded = *outcome.recorded_check->regraded;
    std::vector<std::string> fields = named_by(outcome);
    fields.push_back(formatted("[{}]", words_of(regraded.cause, lang())));
    add(into, outcome,
        {harmless(words_of(*regraded.before, lang())), grade_cell(outcome, words_of(regraded.now, lang())),
         why_no_grade(outcome, outcome.recorded_check->readings.values, lang())},
        fields);
    for (const reported_difference& each : outcome.recorded_check->differs) {
      list().add_note(into.written, to_words(each, lang()));
    }
  }
};

class regrade_csv : public record_format {
 public:
  regrade_csv(language lang, column_heads heads) : lang_(lang), heads_(heads) {}

  [[nodiscard]] std::string head(const summary& /*account*/) override { return csv_head(columns(), lang_, heads_); }
  void write(batch_result& into, const outcome& outcome, std::string_view /*bytes*/) const override {
    append_row(csv_row(into.written), outcome);
  }
  void write(batch_result& into, const unread_input& unread) const override {
    append_row(csv_row(into.written), unread);
  }

 private:
  language lang_;
  column_heads heads_;
};

class regrade_workbook : public workbook_rows {
 public:
  regrade_workbook(language lang, column_heads heads) : workbook_rows(columns(), lang, heads) {}

  void write(batch_result& into, const outcome& outcome, std::string_view /*bytes*/) const override {
    into.messages += error_lines(outcome.record, outcome.file, lang());
    std::string row;
    append_row(cell_row(row), outcome);
    keep_row(into, std::move(row));
  }
  void write(batch_result& into, const unread_input& unread) const override {
    std::string row;
    append_row(cell_row(row), unread);
    keep_row(into, std::move(row));
  }
};

// The changes in a list, then the account of all records.
class regrade_json : public json_list {
 public:
  regrade_json(language lang, const regrade_account& account) : lang_(lang), account_(account) {}

  [[nodiscard]] std::string head(const summary& /*account*/) override {
    json_.begin_object();
    json_.key("changes").begin_array();
    return json_.take() + '\n';
  }
  void write(batch_result& into, const outcome& outcome, std::string_view /*bytes*/) const override {
    into.messages += error_lines(outcome.record, outcome.file, lang_);
    if (outcome.grading && outcome.recorded_check->regraded->is_changed()) {
      json_writer json(into.written, json_writer::layout::indented);
      write_record(json, outcome, outcome.recorded_check->readings.values);
    }
  }
  void write(batch_result& into, const unread_input& unread) const override {
    json_writer json(into.written, json_writer::layout::indented);
    write_record(json, unread, lang_);
  }
  [[nodiscard]] std::string tail(const summary& account, bool any) override {
    json_.end_array();
    account_.write(json_, account);
    json_.end_object();
    return (any ? "\n" : "") + json_.take() + '\n';
  }

 private:
  language lang_;
  const regrade_account& account_;
  std::string text_;
  json_writer json_{text_, json_writer::layout::indented};
};

class regrade_run : public batch_command {
 public:
  regrade_run(const regrade_options& options, language lang) : options_(options), lang_(lang) {}

  [[nodiscard]] int prepare(workspace& space) override {
    terms_ = terms_of(options_.common, space.readings);
    account_.emplace(grades_of(space.catalog));
    if (options_.under.empty()) {
      return done;
    }
    space.reading.under = options_.under;
    return check_edition(options_.under, space.catalog, lang_);
  }
  [[nodiscard]] std::unique_ptr<record_format> format(const workspace& space, bool /*one*/) const override {
    const std::string& name = options_.common.format;
    if (name == "ndjson") {
      return ndjson_format(space);
    }
    if (name == "csv") {
      return std::make_unique<regrade_csv>(lang_, heads_of_table(options_.common));
    }
    if (name == "xlsx") {
      return std::make_unique<regrade_workbook>(lang_, heads_of_table(options_.common));
    }
    if (name == "json") {
      return std::make_unique<regrade_json>(lang_, *account_);
    }
    return std::make_unique<regrade_text>(space);
  }
  [[nodiscard]] std::unique_ptr<record_grader> grader(const workspace& space) const override {
    return regrading_grader(space.catalog, space.reading, terms_);
  }
  void count(summary& account, const outcome& outcome) const override { account_->count(account, outcome); }
  [[nodiscard]] std::string sum_up(const summary& account, text_style style) const override {
    return account_->to_string(account, style);
  }
  [[nodiscard]] exit_code judge(const summary& account) const override {
    return checks() && regrade_account::changed(account) > 0 ? check_failed : done;
  }
  [[nodiscard]] bool checks() const override { return options_.fail_on_change; }

 private:
  const regrade_options& options_;
  language lang_;
  regrade_terms terms_;
  std::optional<regrade_account> account_;  // once the schemes are loaded
};

int run_regrade(const regrade_options& options, language lang) {
  regrade_run command(options, lang);
  return run_batch(options.common, lang, command);
}

}  // namespace

command_entry regrade_command() {
  const auto options = std::make_shared<regrade_options>();
  command_entry command{.name = "tbsc94 regrade",
                        .about = message::about_regrade,
                        .further = guides::regrade,
                        .run = [options](language lang) { return run_regrade(*options, lang); }};
  add_common_options(command, options->common, {"text", "json", "ndjson", "csv", "xlsx"});
  add_keys_option(command, options->common);
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
