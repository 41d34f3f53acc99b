#include "cli/grade_command.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <memory>
#include <sstream>

#include "archive/report_folder.hpp"
#include "archive/selection.hpp"
#include "cli/batch_command.hpp"
#include "cli/cli_messages.hpp"
#include "cli/guides.hpp"
#include "cli/help_messages.hpp"
#include "cli/options.hpp"
#include "cli/usage.hpp"
#include "results/csv.hpp"
#include "results/html/index.hpp"
#include "results/html/report.hpp"
#include "results/json_report.hpp"
#include "results/markdown_report.hpp"
#include "results/ndjson.hpp"
#include "results/report_messages.hpp"
#include "results/text_report.hpp"

namespace tbsc94::cli {

namespace {

// For formats that make some 20 KB and more of a record.
constexpr batch_size long_reports{std::size_t{16} << 10U, 8};

// Of the one document that is refused: its errors, and how many.
void say_refused(batch_result& into, const outcome& outcome, language lang) {
  into.messages += to_lines(outcome.record.errors, outcome.file, lang);
  into.messages += message::errors_found(lang, outcome.record.errors.size()) + '\n';
}

record_format text_format(const workspace& space, bool one_report) {
  return {[&space, one_report](batch_result& into, const outcome& outcome, std::string_view) {
            const language lang = space.style.lang;
            if (!one_report) {
              into.messages += to_lines(outcome.record.errors, outcome.file, lang);
              into.written += text_line(outcome, outcome.readings_used().values, space.style);
            } else if (outcome.grading) {
              into.written += text_report(outcome, outcome.readings_used(), space.style);
            } else {
              say_refused(into, outcome, lang);
            }
          },
          [&space, one_report](batch_result& into, const unread_input& unread) {
            into.written += one_report ? "" : text_line(unread, space.style);
          },
          {}};
}

// Explained, each of several documents has a report of its own, behind its line.
record_format explained_format(const workspace& space, bool one_report) {
  const record_format plain = text_format(space, one_report);
  return {[&space, plain, one_report](batch_result& into, const outcome& outcome, std::string_view bytes) {
            plain.write(into, outcome, bytes);
            if (!outcome.grading) {
              return;
            }
            if (!one_report) {
              into.written += '\n' + text_report(outcome, outcome.readings_used(), space.style);
            }
            into.written += text_explanation(outcome, outcome.readings_used(), space.style);
            into.written += one_report ? "" : "\n";
          },
          plain.write_unread,
          {}};
}

record_format ndjson_format(const workspace& space) {
  return {[&space](batch_result& into, const outcome& outcome, std::string_view) {
            append_ndjson(into.written, outcome, outcome.readings_used().values);
          },
          [&space](batch_result& into, const unread_input& unread) {
            append_ndjson(into.written, unread, space.style.lang);
          },
          {}};
}

record_format csv_format(const workspace& space) {
  return {[&space](batch_result& into, const outcome& outcome, std::string_view) {
            csv_row row(into.written);
            write_csv(row, outcome, outcome.readings_used().values);
            write_csv_reason(row, outcome, outcome.readings_used().values);
            row.end();
          },
          [](batch_result& into, const unread_input& unread) {
            csv_row row(into.written);
            write_csv(row, unread);
            row.empty().end();
          },
          {fmt::format("{}{},{}\r\n", csv_start, csv_columns, csv_last_column), "", ""}};
}

record_format json_format(const workspace& space, bool one_report) {
  const framing frame = one_report ? framing{"", "", "\n"} : framing{"[\n", ",\n", "\n]\n"};
  return {[&space, frame](batch_result& into, const outcome& outcome, std::string_view bytes) {
            into.written += frame.between;
            json_writer json(into.written, json_writer::layout::indented);
            write_report(json, outcome, outcome.readings_used(), bytes);
          },
          [&space, frame](batch_result& into, const unread_input& unread) {
            into.written += frame.between;
            json_writer json(into.written, json_writer::layout::indented);
            write_report(json, unread, space.style.lang);
          },
          frame};
}

// One report; of a refused record only its errors, on standard error.
record_format html_format(const workspace& space) {
  return {[&space](batch_result& into, const outcome& outcome, std::string_view bytes) {
            const language lang = space.style.lang;
            if (outcome.grading) {
              into.written += html_report(outcome, outcome.readings_used(), bytes, lang);
            } else {
              say_refused(into, outcome, lang);
            }
          },
          [](batch_result&, const unread_input&) {},  // there is no page to write it on
          {}};
}

// Of several, each has a file of its own.
record_format html_pages_format(const workspace& space) {
  return {[&space](batch_result& into, const outcome& outcome, std::string_view bytes) {
            const language lang = space.style.lang;
            into.pages.push_back({index_entry_of(outcome, outcome.readings_used().values, lang),
                                  outcome.grading ? html_report(outcome, outcome.readings_used(), bytes, lang) : ""});
          },
          [&space](batch_result& into, const unread_input& unread) {
            into.pages.push_back({index_entry_of(unread, space.style.lang), ""});
          },
          {}};
}

// Where the reports of several assessments go, and the page that leads to them.
struct html_folder {
  std::unique_ptr<report_folder> folder;  // absent for one report
  std::optional<html_index> index;
  io_problem problem;

  bool take(const batch_result& result, output& out) {
    for (const report_page& each : result.pages) {
      const std::size_t place = index->add(each.entry);
      if (!each.html.empty() && !folder->write(html_index::file_name(place), each.html, problem)) {
        out.fail(problem);
        return false;
      }
    }
    return true;
  }
};

// Has `command` write its reports into the folder that `options` name, unless it is one report.
void write_into_folder(batch_command& command, const common_options& options, language lang) {
  const auto reports = std::make_shared<html_folder>();
  command.place = [&options, lang, reports](bool one, std::string& path) -> int {
    if (one) {
      return done;
    }
    if (path.empty()) {
      complain(lang, message::html_needs_folder.in(lang));
      return wrong_usage;
    }
    reports->folder = report_folder::open(options.output, reports->problem);
    if (!reports->folder) {
      complain_cannot_write(lang, reports->problem);
      return cannot_access;
    }
    path = reports->folder->path_of("index.html");
    return done;
  };
  command.format = [lang, reports](const common_options&, const workspace& space, bool) {
    if (!reports->folder) {
      return html_format(space);
    }
    reports->index.emplace(grades_of(space.catalog), lang);
    record_format format = html_pages_format(space);
    format.batches = long_reports;
    format.keep = [reports](const batch_result& result, output& out) { return reports->take(result, out); };
    format.tail = [reports](const summary& account) {
      return reports->index->page(
          {account.graded, account.refused, account.unread, account.depends_on_reading, account.conformity_assumed});
    };
    return format;
  };
  command.complete = [lang, reports] {
    if (reports->folder && !reports->folder->commit(reports->problem)) {
      complain_cannot_write(lang, reports->problem);
      return false;
    }
    return true;
  };
  command.abandon = [reports] {
    if (reports->folder) {
      reports->folder->abandon();
    }
  };
}

struct grade_options {
  common_options common;
  std::string require;
  bool explain = false;
};

// The account of all records as a list.
std::string markdown_account(const summary& account, language lang) {
  std::istringstream lines(account.to_string(lang));
  std::string list = "\n";
  for (std::string line; std::getline(lines, line);) {
    list += fmt::format("- {}\n", line.substr(line.find_first_not_of(' ')));
  }
  return list;
}

// Several are a table; explained, a report each.
record_format markdown_format(const workspace& space, bool one_report, bool explain) {
  const language lang = space.style.lang;
  const auto write = [&space, lang, one_report, explain](batch_result& into, const outcome& outcome, std::string_view) {
    if (one_report && !outcome.grading) {
      say_refused(into, outcome, lang);
      return;
    }
    into.messages += to_lines(outcome.record.errors, outcome.file, lang);
    if (!one_report) {
      into.written +=
          explain ? markdown_source(outcome, lang) : markdown_row(outcome, outcome.readings_used().values, lang);
    }
    if (outcome.grading && (one_report || explain)) {
      into.written += markdown_report(outcome, outcome.readings_used(), lang, explain);
    }
  };
  const auto write_unread = [lang, one_report, explain](batch_result& into, const unread_input& unread) {
    if (!one_report) {
      into.written += explain ? markdown_source(unread, lang) : markdown_row(unread, lang);
    }
  };
  if (one_report) {
    return {write, write_unread, {}};
  }
  const framing frame = explain ? framing{} : framing{markdown_head(lang), "", ""};
  return {write, write_unread, frame, {}, [lang](const summary& account) { return markdown_account(account, lang); }};
}

record_format format_named(const grade_options& grade, const workspace& space, bool one_report) {
  const common_options& options = grade.common;
  if (options.format == "ndjson") {
    return ndjson_format(space);
  }
  if (options.format == "csv") {
    return csv_format(space);
  }
  if (options.format == "json") {
    return json_format(space, one_report);
  }
  if (options.format == "markdown") {
    return markdown_format(space, one_report, grade.explain);
  }
  return grade.explain ? explained_format(space, one_report) : text_format(space, one_report);
}

record_format choose_format(const grade_options& grade, const workspace& space, bool one_report) {
  record_format format = format_named(grade, space, one_report);
  if (grade.common.format == "json" || grade.explain) {
    format.batches = long_reports;
  }
  return format;
}

constexpr std::string_view reached = "reached";
constexpr std::string_view not_reached = "not reached";
constexpr std::string_view assumed = "conformity assumed";

// How an assessment stands to the grade that is required of it. Without the conformity review no grade
// is sure: where it is assumed, the requirement is not met.
std::string_view standing_to(const std::string& required, const outcome& outcome) {
  const auto& grades = outcome.scheme_used().grades.grades;
  const grade_index grade = outcome.grading->grade;
  const auto from = std::ranges::find(grades, required, &grade_limit::grade);
  if (!grade || from == grades.end() || *grade < static_cast<std::size_t>(from - grades.begin())) {
    return not_reached;
  }
  return outcome.grading->conformity_assumed ? assumed : reached;
}

int check_grade(const std::string& required, const scheme_catalog& catalog, language lang) {
  const std::vector<std::string> grades = grades_of(catalog);
  if (std::ranges::find(grades, required) != grades.end()) {
    return done;
  }
  complain(lang, message::no_such_grade(lang, required, fmt::format("{}", fmt::join(grades, ", "))) +
                     did_you_mean(lang, required, grades));
  return wrong_usage;
}

int run(const grade_options& options, language lang) {
  if (options.explain && options.common.format != "text" && options.common.format != "markdown") {
    complain(lang, message::explains_text(lang, options.common.format));
    return wrong_usage;
  }
  batch_command command{
      [&](const common_options&, const workspace& space, bool one) { return choose_format(options, space, one); }};
  if (options.common.format == "html") {
    write_into_folder(command, options.common, lang);
  }
  const std::string& required = options.require;
  if (!required.empty()) {
    command.checks = true;
    command.prepare = [&](workspace& space) { return check_grade(required, space.catalog, lang); };
    command.count = [&](summary& account, const outcome& outcome) {
      if (outcome.grading) {
        account.further.resize(1);
        increase(account.further[0], standing_to(required, outcome));
      }
    };
    command.sum_up = [&](const summary& account, language in) {
      const tally& standings = account.further_at(0);
      return message::summary_required(in, required, count_of(standings, reached), count_of(standings, not_reached),
                                       count_of(standings, assumed)) +
             '\n';
    };
    command.judge = [](const summary& account) {
      const tally& standings = account.further_at(0);
      return count_of(standings, not_reached) + count_of(standings, assumed) > 0 ? check_failed : done;
    };
  }
  return run_batch(options.common, lang, command);
}

}  // namespace

command_entry grade_command() {
  const auto options = std::make_shared<grade_options>();
  command_entry command{
      .name = "tbsc94 grade", .about = message::about_grade, .further = guides::grade, .run = [options](language lang) {
        return run(*options, lang);
      }};
  add_common_options(command, options->common, {"text", "json", "ndjson", "csv", "markdown", "html"});
  add_only_option(command, options->common);
  command.options.push_back({.names = {"--explain"},
                             .about = message::opt_explain,
                             .group = option_group::output,
                             .into = &options->explain});
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
