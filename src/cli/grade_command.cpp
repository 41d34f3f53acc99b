#include "cli/grade_command.hpp"

#include <algorithm>
#include <memory>

#include "archive/selection.hpp"
#include "cli/cli_messages.hpp"
#include "cli/exit_code.hpp"
#include "cli/grade_formats.hpp"
#include "cli/guides.hpp"
#include "cli/help_messages.hpp"
#include "cli/options.hpp"
#include "cli/run_batch.hpp"
#include "cli/say.hpp"
#include "cli/usage.hpp"
#include "cli/workspace.hpp"
#include "reading/scheme_reader.hpp"
#include "results/report_messages.hpp"
#include "text/format.hpp"

namespace tbsc94::cli {

namespace {

struct grade_options {
  common_options common;
  std::string require;
  bool explain = false;
  std::string reader = "committee";
};

// How an assessment stands to the grade that is required of it. Without the conformity review no grade
// is sure: where it is assumed, the requirement is not met.
demand standing_to(const std::string& required, const outcome& outcome) {
  const auto& grades = outcome.scheme_used().grades.grades;
  const grade_index grade = outcome.grading->grade;
  const auto from = std::ranges::find(grades, required, &grade_limit::grade);
  if (!grade || from == grades.end() || *grade < static_cast<std::size_t>(from - grades.begin())) {
    return demand::not_reached;
  }
  return outcome.grading->conformity_assumed ? demand::conformity_assumed : demand::reached;
}

int check_grade(const std::string& required, const scheme_catalog& catalog, language lang) {
  const std::vector<std::string> grades = grades_of(catalog);
  if (std::ranges::find(grades, required) != grades.end()) {
    return done;
  }
  complain(lang, message::no_such_grade(lang, required, joined(grades, ", ")) + did_you_mean(lang, required, grades));
  return wrong_usage;
}

class grade_run : public batch_command {
 public:
  grade_run(const grade_options& options, language lang) : options_(options), lang_(lang) {}

  [[nodiscard]] int prepare(workspace& space) override {
    return checks() ? check_grade(options_.require, space.catalog, lang_) : done;
  }
  [[nodiscard]] std::unique_ptr<record_format> format(const workspace& space, bool one) const override {
    return grade_format(options_.common, space, one, options_.explain,
                        options_.reader == "client" ? audience::client : audience::committee);
  }
  void count(summary& account, const outcome& outcome) const override {
    if (checks() && outcome.grading) {
      ++account.demands[standing_to(options_.require, outcome)];
    }
  }
  [[nodiscard]] std::string sum_up(const summary& account, text_style style) const override {
    return checks()
               ? message::summary_required(style.lang, options_.require, count_of(account.demands, demand::reached),
                                           count_of(account.demands, demand::not_reached),
                                           count_of(account.demands, demand::conformity_assumed)) +
                     '\n'
               : "";
  }
  [[nodiscard]] exit_code judge(const summary& account) const override {
    const bool all =
        count_of(account.demands, demand::not_reached) + count_of(account.demands, demand::conformity_assumed) == 0;
    return all ? done : check_failed;
  }
  [[nodiscard]] bool tells_parts() const override { return true; }
  [[nodiscard]] bool reports_one() const override { return true; }
  [[nodiscard]] bool checks() const override { return !options_.require.empty(); }

 private:
  const grade_options& options_;
  language lang_;
};

int run_grade(const grade_options& options, language lang) {
  if (options.explain && options.common.format != "text" && options.common.format != "markdown") {
    complain(lang, message::explains_text(lang, options.common.format));
    return wrong_usage;
  }
  if (options.reader == "client" && options.common.format != "html") {
    complain(lang, message::client_reads_html(lang, options.common.format));
    return wrong_usage;
  }
  grade_run command(options, lang);
  return run_batch(options.common, lang, command);
}

}  // namespace

command_entry grade_command() {
  const auto options = std::make_shared<grade_options>();
  command_entry command{
      .name = "tbsc94 grade", .about = message::about_grade, .further = guides::grade, .run = [options](language lang) {
        return run_grade(*options, lang);
      }};
  add_common_options(command, options->common, {"text", "json", "ndjson", "csv", "xlsx", "markdown", "html"});
  add_items_option(command, options->common);
  add_keys_option(command, options->common);
  add_only_option(command, options->common);
  command.options.push_back({.names = {"--explain"},
                             .about = message::opt_explain,
                             .group = option_group::output,
                             .into = &options->explain});
  command.options.push_back({.names = {"--for"},
                             .kind = value_kind::word,
                             .about = message::opt_for,
                             .group = option_group::output,
                             .into = &options->reader,
                             .words = {"committee", "client"},
                             .default_value = options->reader});
  command.options.push_back({.names = {"--require"},
                             .value = "GRADE",
                             .kind = value_kind::word,
                             .about = message::opt_require,
                             .group = option_group::checks,
                             .into = &options->require,
                             .offers = [] { return grades_of(embedded_schemes()); }});
  return command;
}

}  // namespace tbsc94::cli
