#include "cli/scheme_impact.hpp"

#include <fmt/format.h>

#include "cli/batch_command.hpp"
#include "json/finding.hpp"
#include "regrading/impact.hpp"
#include "results/markdown_report.hpp"
#include "results/ndjson.hpp"
#include "results/report_messages.hpp"
#include "results/text_report.hpp"
#include "schemes/scheme_diff_messages.hpp"
#include "text/terminal_text.hpp"

namespace tbsc94::cli {

namespace {

std::string move_of(const regrading& both, language lang, std::size_t width) {
  return pad_right(harmless(words_of(*both.before, lang)), width) + " → " +
         pad_right(harmless(words_of(both.now, lang)), width);
}

void append_text(std::string& into, const outcome& outcome, language lang) {
  const regrading& both = *outcome.holding->regraded;
  const auto& id = outcome.record.assessment.id;
  into +=
      fmt::format("{}  {}{}{}\n", move_of(both, lang, 6), harmless(outcome.source()), id ? "  " + harmless(*id) : "",
                  both.refused_before.empty() ? "" : "  [" + both.refused_before + "]");
}

void append_markdown(std::string& into, const outcome& outcome, language lang) {
  const regrading& both = *outcome.holding->regraded;
  const auto& id = outcome.record.assessment.id;
  into += fmt::format("- {}: {}{}\n", move_of(both, lang, 0), markdown_code(outcome.source()),
                      id ? " " + markdown_code(*id) : "");
}

void append_json(std::string& into, const outcome& outcome) {
  const regrading& both = *outcome.holding->regraded;
  const auto& id = outcome.record.assessment.id;
  into += ",\n";
  json_writer json(into);
  json.begin_object();
  json.key("source").string(outcome.source());
  json.key("id").string_or_null(id ? &*id : nullptr);
  json.key("from").string(word_of(*both.before));
  json.key("to").string(word_of(both.now));
  json.end_object();
}

// Writes those that move, and says on standard error what B refuses.
template <class Append>
outcome_writer moves(language lang, Append append) {
  return [lang, append](batch_result& into, const outcome& outcome, std::string_view) {
    into.messages += to_lines(outcome.record.errors, outcome.file, lang);
    if (outcome.holding->regraded->is_changed()) {
      append(into.written, outcome);
    }
  };
}

unread_writer lines_of_text(language lang) {
  return [lang](batch_result& into, const unread_input& unread) { into.written += text_line(unread, {lang}); };
}

unread_writer lines_of_markdown(language lang) {
  return [lang](batch_result& into, const unread_input& unread) {
    into.written += fmt::format("- {}: {}\n", message::unread.in(lang), markdown_code(unread.source()));
  };
}

unread_writer json_objects(language lang) {
  return [lang](batch_result& into, const unread_input& unread) {
    into.written += ",\n";
    json_writer json(into.written);
    write_record(json, unread, lang);
  };
}

// The comparison's own object goes on: `head` without its end.
record_format json_format(const std::string& head, const impact_account& account, language lang) {
  constexpr std::string_view end = "\n}\n";
  return {moves(lang, append_json),
          json_objects(lang),
          {head.substr(0, head.size() - end.size()) + ",\n  \"impact\": {\"changes\": [\n", ",\n", ""},
          {},
          [&account](const summary& counts) {
            std::string text = "\n]";
            json_writer json(text, json_writer::layout::indented);
            json.resume_object();
            account.write(json, counts);
            json.end_object();
            return text + "\n}\n";
          }};
}

record_format format_named(const std::string& name, const std::string& head, const impact_account& account,
                           language lang) {
  if (name == "json") {
    return json_format(head, account, lang);
  }
  if (name == "markdown") {
    const auto append = [lang](std::string& into, const outcome& outcome) { append_markdown(into, outcome, lang); };
    return {moves(lang, append),
            lines_of_markdown(lang),
            {fmt::format("{}\n## {}\n\n", head, message::impact.in(lang)), "", ""},
            {},
            [&account, lang](const summary& counts) {
              return fmt::format("\n```text\n{}{}```\n", counts.to_string(lang), account.to_string(counts, lang));
            }};
  }
  const auto append = [lang](std::string& into, const outcome& outcome) { append_text(into, outcome, lang); };
  return {moves(lang, append), lines_of_text(lang), {fmt::format("{}\n{}\n", head, message::impact.in(lang)), "", ""}};
}

}  // namespace

int run_impact(const common_options& options, const scheme_catalog& a, const scheme_catalog& b, const std::string& head,
               language lang) {
  const impact_account account(a, b);
  batch_command command;
  command.reports_one = false;
  command.format = [&](const common_options& common, const workspace&, bool) {
    return format_named(common.format, head, account, lang);
  };
  command.grader = [&](const workspace& space) { return impact_grader(a, b, space.reading); };
  command.count = impact_account::count;
  command.sum_up = [&](const summary& counts, language in) { return account.to_string(counts, in); };
  command.judge = [](const summary& counts) {
    return impact_account::any_refused_before(counts) ? some_refused : done;
  };
  return run_batch(options, lang, command);
}

}  // namespace tbsc94::cli
