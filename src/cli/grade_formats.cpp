#include "cli/grade_formats.hpp"

#include <any>
#include <optional>
#include <sstream>
#include <utility>

#include "archive/report_folder.hpp"
#include "archive/selection.hpp"
#include "cli/cli_messages.hpp"
#include "cli/exit_code.hpp"
#include "cli/options.hpp"
#include "cli/say.hpp"
#include "cli/workspace.hpp"
#include "reading/place_words.hpp"
#include "results/csv.hpp"
#include "results/html/index.hpp"
#include "results/html/report.hpp"
#include "results/item_results.hpp"
#include "results/json_report.hpp"
#include "results/markdown_report.hpp"
#include "results/report_messages.hpp"
#include "results/result_list.hpp"
#include "results/text_report.hpp"
#include "text/format.hpp"
#include "workbook/result_book.hpp"

namespace tbsc94::cli {

namespace {

// For formats that make some 20 KB and more of a record.
constexpr batch_size long_reports{std::size_t{16} << 10U, 8};

// Of the one document that is refused: its errors, and how many.
void say_refused(batch_result& into, const outcome& outcome, language lang) {
  into.messages += error_lines(outcome.record, outcome.file, lang);
  into.messages += message::errors_found(lang, outcome.record.errors.size()) + '\n';
}

// A report of one; of several a line each. Explained, each of several has a report of its own after its line.
class grade_text : public text_lines {
 public:
  grade_text(const workspace& space, bool one_report, bool explain)
      : text_lines(space.style, grade_list(grades_of(space.catalog), space.style)),
        one_report_(one_report),
        explain_(explain) {}

  [[nodiscard]] std::string headings() override { return one_report_ ? "" : text_lines::headings(); }

  void write(batch_result& into, const outcome& outcome, std::string_view /*bytes*/) const override {
    if (!one_report_) {
      into.messages += error_lines(outcome.record, outcome.file, lang());
      add_to_grade_list(into.written, list(), outcome, outcome.readings_used().values, lang());
      into.account.marked += is_marked(outcome) ? 1U : 0U;
    } else if (!outcome.grading) {
      say_refused(into, outcome, lang());
    }
    if (outcome.grading && (one_report_ || explain_)) {
      report(into.written, outcome);
    }
  }
  void write(batch_result& into, const unread_input& unread) const override {
    if (!one_report_) {
      text_lines::write(into, unread);
    }
  }
  [[nodiscard]] batch_size batches() const override { return explain_ ? long_reports : batch_size{}; }

 private:
  void report(std::string& into, const outcome& outcome) const {
    const std::string_view apart = one_report_ ? "" : "\n";
    const worked_out all(outcome, outcome.readings_used());
    into.append(apart).append(text_report(all, style()));
    if (explain_) {
      into.append(text_explanation(all, style())).append(apart);
    }
  }

  bool one_report_;
  bool explain_;
};

// Gives the columns of `--items` where they are wanted, and the graded outcome's score in its parts.
template <class Row>
std::optional<service_breakdown> append_row(Row row, const outcome& outcome, const std::optional<item_columns>& items) {
  const readings& readings = outcome.readings_used().values;
  std::optional<service_breakdown> service;
  write_csv(row, outcome, readings);
  if (items && outcome.grading) {
    service = breakdown_of(outcome, readings);
    items->write(row, outcome, *service);
  } else if (items) {
    items->write_none(row);
  }
  write_csv_reason(row, outcome, readings);
  row.end();
  return service;
}
template <class Row>
void append_row(Row row, const unread_input& unread, const std::optional<item_columns>& items) {
  write_csv(row, unread);
  if (items) {
    items->write_none(row);
  }
  row.empty().end();
}
std::string columns(const std::optional<item_columns>& items) {
  return formatted("{}{},{}", csv_columns, items ? items->names() : "", csv_last_column);
}

class grade_csv : public record_format {
 public:
  grade_csv(std::optional<item_columns> items, language lang, column_heads heads)
      : items_(std::move(items)), lang_(lang), heads_(heads) {}

  [[nodiscard]] std::string head(const summary& /*account*/) override {
    return csv_head(columns(items_), lang_, heads_);
  }
  void write(batch_result& into, const outcome& outcome, std::string_view /*bytes*/) const override {
    append_row(csv_row(into.written), outcome, items_);
  }
  void write(batch_result& into, const unread_input& unread) const override {
    append_row(csv_row(into.written), unread, items_);
  }

 private:
  std::optional<item_columns> items_;
  language lang_;
  column_heads heads_;
};

// Of several a row each, and with `--items` one for each item and rating.
class grade_workbook : public workbook_rows {
 public:
  grade_workbook(std::optional<item_columns> items, language lang, column_heads heads)
      : workbook_rows(columns(items), lang, heads, items.has_value()), items_(std::move(items)) {}

  void write(batch_result& into, const outcome& outcome, std::string_view /*bytes*/) const override {
    into.messages += error_lines(outcome.record, outcome.file, lang());
    std::string row;
    if (const auto service = append_row(cell_row(row), outcome, items_)) {
      append_item_rows(row, outcome, *service, lang());
    }
    keep_row(into, std::move(row));
  }
  void write(batch_result& into, const unread_input& unread) const override {
    std::string row;
    append_row(cell_row(row), unread, items_);
    keep_row(into, std::move(row));
  }

 private:
  std::optional<item_columns> items_;
};

// One report; of a refused record only its errors, on standard error.
class workbook_report : public record_format {
 public:
  explicit workbook_report(language lang) : lang_(lang) {}

  void write(batch_result& into, const outcome& outcome, std::string_view /*bytes*/) const override {
    if (!outcome.grading) {
      say_refused(into, outcome, lang_);
    } else if (const auto report = workbook::result_report({outcome, outcome.readings_used()}, lang_)) {
      into.written += *report;
    } else {
      ++into.account.unread;
      into.problems.push_back({outcome.file, system_reason()});
    }
  }
  void write(batch_result& /*into*/, const unread_input& /*unread*/) const override {}

 private:
  language lang_;
};

class json_reports : public json_list {
 public:
  json_reports(const workspace& space, bool one_report) : space_(space), one_report_(one_report) {}

  [[nodiscard]] std::string head(const summary& account) override {
    return one_report_ ? "" : json_list::head(account);
  }
  void write(batch_result& into, const outcome& outcome, std::string_view bytes) const override {
    json_writer json(into.written, json_writer::layout::indented);
    write_report(json, outcome, outcome.readings_used(), bytes);
  }
  void write(batch_result& into, const unread_input& unread) const override {
    json_writer json(into.written, json_writer::layout::indented);
    write_report(json, unread, space_.style.lang);
  }
  [[nodiscard]] std::string tail(const summary& account, bool any) override {
    return one_report_ ? "\n" : json_list::tail(account, any);
  }
  [[nodiscard]] batch_size batches() const override { return long_reports; }

 private:
  const workspace& space_;
  bool one_report_;
};

// Several are a table; explained, a report each.
class grade_markdown : public record_format {
 public:
  grade_markdown(const workspace& space, bool one_report, bool explain)
      : space_(space), one_report_(one_report), explain_(explain) {}

  [[nodiscard]] std::string head(const summary& /*account*/) override {
    return one_report_ || explain_ ? "" : markdown_head(lang());
  }
  void write(batch_result& into, const outcome& outcome, std::string_view /*bytes*/) const override {
    if (one_report_ && !outcome.grading) {
      say_refused(into, outcome, lang());
      return;
    }
    into.messages += error_lines(outcome.record, outcome.file, lang());
    if (!one_report_) {
      into.written +=
          explain_ ? markdown_source(outcome, lang()) : markdown_row(outcome, outcome.readings_used().values, lang());
    }
    if (outcome.grading && (one_report_ || explain_)) {
      into.written += markdown_report({outcome, outcome.readings_used()}, lang(), explain_);
    }
  }
  void write(batch_result& into, const unread_input& unread) const override {
    if (!one_report_) {
      into.written += explain_ ? markdown_source(unread, lang()) : markdown_row(unread, lang());
    }
  }
  // The account of all records as a list.
  [[nodiscard]] std::string tail(const summary& account, bool /*any*/) override {
    if (one_report_) {
      return "";
    }
    std::istringstream lines(account.to_string(lang()));
    std::string list = "\n";
    for (std::string line; std::getline(lines, line);) {
      list += formatted("- {}\n", line.substr(line.find_first_not_of(' ')));
    }
    return list;
  }
  [[nodiscard]] batch_size batches() const override { return explain_ ? long_reports : batch_size{}; }

 private:
  [[nodiscard]] language lang() const { return space_.style.lang; }

  const workspace& space_;
  bool one_report_;
  bool explain_;
};

// One report; of a refused record only its errors, on standard error.
class grade_html : public record_format {
 public:
  grade_html(const workspace& space, audience reader) : space_(space), reader_(reader) {}

  void write(batch_result& into, const outcome& outcome, std::string_view bytes) const override {
    if (outcome.grading) {
      into.written += html_report({outcome, outcome.readings_used()}, bytes, space_.style.lang, reader_);
    } else {
      say_refused(into, outcome, space_.style.lang);
    }
  }
  void write(batch_result& /*into*/, const unread_input& /*unread*/) const override {}  // there is no page for it

 private:
  const workspace& space_;
  audience reader_;
};

// A record's part of a folder of reports.
struct report_page {
  index_entry entry;
  std::string html;  // empty for a refused record
};

// Of several, each has a file of its own in a folder, and a page leads to them.
class html_pages : public record_format {
 public:
  html_pages(const common_options& options, const workspace& space, audience reader)
      : options_(options), space_(space), reader_(reader), index_(grades_of(space.catalog), space.style.lang) {}

  [[nodiscard]] int place(std::string& path) override {
    if (path.empty()) {
      complain(lang(), message::html_needs_folder.in(lang()));
      return wrong_usage;
    }
    folder_ = report_folder::open(options_.output, problem_);
    if (!folder_) {
      complain_cannot_write(lang(), problem_);
      return cannot_access;
    }
    path = folder_->path_of("index.html");
    return done;
  }
  void write(batch_result& into, const outcome& outcome, std::string_view bytes) const override {
    add(into, {index_entry_of(outcome, outcome.readings_used().values, lang()),
               outcome.grading ? html_report({outcome, outcome.readings_used()}, bytes, lang(), reader_) : ""});
  }
  void write(batch_result& into, const unread_input& unread) const override {
    add(into, {index_entry_of(unread, lang()), ""});
  }
  [[nodiscard]] bool keep(const batch_result& result, output& out) override {
    for (const std::any& each : result.kept) {
      const auto& page = std::any_cast<const report_page&>(each);
      const std::string& name = index_.add(page.entry);
      if (!page.html.empty() && !folder_->write(name, page.html, problem_)) {
        out.fail(problem_);
        return false;
      }
    }
    return true;
  }
  [[nodiscard]] std::string tail(const summary& account, bool /*any*/) override {
    return index_.page(
        {account.graded, account.refused, account.unread, account.depends_on_reading, account.conformity_assumed});
  }
  [[nodiscard]] bool complete() override {
    if (!folder_->commit(problem_)) {
      complain_cannot_write(lang(), problem_);
      return false;
    }
    return true;
  }
  void abandon() override { folder_->abandon(); }
  [[nodiscard]] batch_size batches() const override { return long_reports; }

 private:
  [[nodiscard]] language lang() const { return space_.style.lang; }
  static void add(batch_result& into, report_page page) {
    into.kept_size += page.html.size();
    into.kept.emplace_back(std::move(page));
  }

  const common_options& options_;
  const workspace& space_;
  audience reader_;
  html_index index_;
  std::unique_ptr<report_folder> folder_;
  io_problem problem_;
};

}  // namespace

std::unique_ptr<record_format> grade_format(const common_options& options, const workspace& space, bool one_report,
                                            bool explain, audience reader) {
  if (options.format == "ndjson") {
    return ndjson_format(space, options.items);
  }
  std::optional<item_columns> items;
  if (options.items) {
    items.emplace(space.catalog);
  }
  if (options.format == "csv") {
    return std::make_unique<grade_csv>(std::move(items), space.style.lang, heads_of_table(options));
  }
  if (options.format == "xlsx" && one_report) {
    return std::make_unique<workbook_report>(space.style.lang);
  }
  if (options.format == "xlsx") {
    return std::make_unique<grade_workbook>(std::move(items), space.style.lang, heads_of_table(options));
  }
  if (options.format == "json") {
    return std::make_unique<json_reports>(space, one_report);
  }
  if (options.format == "markdown") {
    return std::make_unique<grade_markdown>(space, one_report, explain);
  }
  if (options.format == "html" && one_report) {
    return std::make_unique<grade_html>(space, reader);
  }
  if (options.format == "html") {
    return std::make_unique<html_pages>(options, space, reader);
  }
  return std::make_unique<grade_text>(space, one_report, explain);
}

}  // namespace tbsc94::cli
