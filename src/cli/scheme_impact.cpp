#include "cli/scheme_impact.hpp"

#include <memory>
#include <utility>
#include <vector>

#include "archive/selection.hpp"
#include "cli/exit_code.hpp"
#include "cli/run_batch.hpp"
#include "cli/workspace.hpp"
#include "reading/place_words.hpp"
#include "regrading/impact.hpp"
#include "results/markdown_report.hpp"
#include "results/ndjson.hpp"
#include "results/report_messages.hpp"
#include "results/result_list.hpp"
#include "schemes/scheme_diff_messages.hpp"
#include "text/format.hpp"
#include "text/terminal_text.hpp"

namespace tbsc94::cli {

namespace {

// The comparison, the records that move, the account. What B refuses is said on standard error.
template <class Base>
class impact_format : public Base {
 public:
  template <class... Args>
  impact_format(const scheme_comparison& compared, const impact_account& account, language lang, Args... args)
      : Base(args...), compared_(compared), account_(account), language_(lang) {}

  using Base::write;
  void write(batch_result& into, const outcome& outcome, std::string_view /*bytes*/) const override {
    into.messages += error_lines(outcome.record, outcome.file, language_);
    if (outcome.recorded_check->regraded->is_changed()) {
      const auto& id = outcome.record.assessment.id;
      append(into.written, outcome, *outcome.recorded_check->regraded, id ? &*id : nullptr);
    }
  }

 protected:
  virtual void append(std::string& into, const outcome& outcome, const regrading& both,
                      const std::string* id) const = 0;

  const scheme_comparison& compared_;
  const impact_account& account_;
  language language_;
};

text_list list_of_moves(const workspace& space, const scheme_catalog& a, const scheme_catalog& b) {
  const language lang = space.style.lang;
  return {
      {grade_column(message::grade_by_a, grades_of(a), lang), grade_column(message::grade_by_b, grades_of(b), lang)},
      {std::string(message::source.in(lang)), std::string(message::id.in(lang))},
      lang,
      space.style.columns};
}

class impact_text : public impact_format<text_lines> {
 public:
  impact_text(const scheme_comparison& compared, const impact_account& account, text_style style, text_list list)
      : impact_format(compared, account, style.lang, style, std::move(list)) {}

  [[nodiscard]] std::string head(const summary& /*account*/) override {
    return formatted("{}\n{}\n", diff_text(compared_, style()), message::impact.in(lang()));
  }

 protected:
  void append(std::string& into, const outcome& outcome, const regrading& both,
              const std::string* /*id*/) const override {
    std::vector<std::string> fields = named_by(outcome);
    if (!both.refused_before.empty()) {
      fields.push_back(formatted("[{}]", both.refused_before));
    }
    list().add(into, {harmless(words_of(*both.before, lang())), harmless(words_of(both.now, lang()))}, fields);
  }
};

class impact_markdown : public impact_format<record_format> {
 public:
  using impact_format::impact_format;
  using impact_format::write;

  [[nodiscard]] std::string head(const summary& /*account*/) override {
    return formatted("{}\n## {}\n\n", diff_markdown(compared_, language_), message::impact.in(language_));
  }
  void write(batch_result& into, const unread_input& unread) const override {
    into.written += formatted("- {}: {}\n", message::unread.in(language_), markdown_code(unread.source()));
  }
  [[nodiscard]] std::string tail(const summary& account, bool /*any*/) override {
    return formatted("\n```text\n{}{}```\n", account.to_string(language_), account_.to_string(account, {language_}));
  }

 protected:
  void append(std::string& into, const outcome& outcome, const regrading& both, const std::string* id) const override {
    into += formatted("- {} → {}: {}{}\n", harmless(words_of(*both.before, language_)),
                      harmless(words_of(both.now, language_)), markdown_code(outcome.source()),
                      id != nullptr ? " " + markdown_code(*id) : "");
  }
};

// The comparison's own object goes on.
class impact_json : public impact_format<json_list> {
 public:
  using impact_format::impact_format;
  using impact_format::write;

  [[nodiscard]] std::string head(const summary& /*account*/) override {
    json_.begin_object();
    write_diff(json_, compared_);
    json_.key("impact").begin_object();
    json_.key("changes").begin_array();
    return json_.take() + '\n';
  }
  void write(batch_result& into, const unread_input& unread) const override {
    json_writer json(into.written);
    write_record(json, unread, language_);
  }
  [[nodiscard]] std::string tail(const summary& account, bool any) override {
    json_.end_array();
    account_.write(json_, account);
    json_.end_object();
    json_.end_object();
    return (any ? "\n" : "") + json_.take() + '\n';
  }

 protected:
  void append(std::string& into, const outcome& outcome, const regrading& both, const std::string* id) const override {
    json_writer json(into);
    json.begin_object();
    json.key("source").string(outcome.source());
    json.key("id").string_or_null(id);
    json.key("from").string(word_of(*both.before));
    json.key("to").string(word_of(both.now));
    json.end_object();
  }

 private:
  std::string text_;
  json_writer json_{text_, json_writer::layout::indented};
};

class impact_run : public batch_command {
 public:
  impact_run(const common_options& options, const scheme_catalog& a, const scheme_catalog& b,
             const scheme_comparison& compared)
      : options_(options), a_(a), b_(b), compared_(compared), account_(a, b) {}

  [[nodiscard]] std::unique_ptr<record_format> format(const workspace& space, bool /*one*/) const override {
    if (options_.format == "json") {
      return std::make_unique<impact_json>(compared_, account_, space.style.lang);
    }
    if (options_.format == "markdown") {
      return std::make_unique<impact_markdown>(compared_, account_, space.style.lang);
    }
    return std::make_unique<impact_text>(compared_, account_, space.style, list_of_moves(space, a_, b_));
  }
  [[nodiscard]] std::unique_ptr<record_grader> grader(const workspace& space) const override {
    return impact_grader(a_, b_, space.reading);
  }
  void count(summary& account, const outcome& outcome) const override { impact_account::count(account, outcome); }
  [[nodiscard]] std::string sum_up(const summary& account, text_style style) const override {
    return account_.to_string(account, style);
  }
  [[nodiscard]] exit_code judge(const summary& account) const override {
    return impact_account::any_refused_before(account) ? some_refused : done;
  }

 private:
  const common_options& options_;
  const scheme_catalog& a_;
  const scheme_catalog& b_;
  const scheme_comparison& compared_;
  impact_account account_;
};

}  // namespace

int run_impact(const common_options& options, const scheme_catalog& a, const scheme_catalog& b,
               const scheme_comparison& compared, language lang) {
  impact_run command(options, a, b, compared);
  return run_batch(options, lang, command);
}

}  // namespace tbsc94::cli
