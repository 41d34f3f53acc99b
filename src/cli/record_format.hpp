// How records are written, and what stands around them.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "archive/batch_result.hpp"
#include "archive/batches.hpp"
#include "archive/output.hpp"
#include "cli/exit_code.hpp"
#include "cli/options.hpp"
#include "cli/workspace.hpp"
#include "results/csv.hpp"
#include "text/text_table.hpp"
#include "workbook/result_book.hpp"

namespace tbsc94::cli {

class record_format : public record_writer {
 public:
  /// What stands before the records. Where it counts them they are kept in a temporary file until all are read,
  /// and `account` is that of all; else it is empty.
  [[nodiscard]] virtual std::string head(const summary& /*account*/) { return {}; }
  [[nodiscard]] virtual bool counts_in_head() const { return false; }
  /// What stands above the first record, if there is one.
  [[nodiscard]] virtual std::string headings() { return {}; }
  /// What stands after them; `any`: one was written.
  [[nodiscard]] virtual std::string tail(const summary& /*account*/, bool /*any*/) { return {}; }
  /// Whether the account of all records, in lines of text, stands after them, too.
  [[nodiscard]] virtual bool ends_with_account() const { return false; }
  /// Whether what is written are commands to a CI runner.
  [[nodiscard]] virtual bool speaks_to_runner() const { return false; }
  /// Smaller where a record becomes a long report: results wait in memory for their turn.
  [[nodiscard]] virtual batch_size batches() const { return {}; }

  /// Says in `path` where the output goes, if that is not where the options say. `done`, or an exit code, and why
  /// has been said.
  [[nodiscard]] virtual int place(std::string& /*path*/) { return done; }
  /// Takes each result in order, ahead of what it has `written`. False where what the format keeps elsewhere cannot
  /// be written: it has told `out`.
  [[nodiscard]] virtual bool keep(const batch_result& /*result*/, output& /*out*/) { return true; }
  /// Writes what was kept, once all is read, before the tail. False as with `keep`. `account`: lines of text.
  [[nodiscard]] virtual bool end(const std::string& /*account*/, output& /*out*/) { return true; }
  /// Called once the output is complete; false, and why has been said, where it could not be put in its place.
  [[nodiscard]] virtual bool complete() { return true; }
  /// Called from another thread, before the program ends early: nothing is to be left.
  virtual void abandon() {}
};

/// A list in text. What could not be read has a row, too.
class text_lines : public record_format {
 public:
  text_lines(text_style style, text_list list) : style_(style), list_(std::move(list)) {}

  using record_format::write;
  void write(batch_result& into, const unread_input& unread) const override;
  [[nodiscard]] std::string headings() override { return list_.head(); }
  [[nodiscard]] std::string tail(const summary& account, bool any) override;
  [[nodiscard]] bool ends_with_account() const override { return true; }

 protected:
  [[nodiscard]] text_style style() const { return style_; }
  [[nodiscard]] language lang() const { return style_.lang; }
  [[nodiscard]] const text_list& list() const { return list_; }
  /// Adds the row of a record; its grade is one of the cells.
  void add(batch_result& into, const outcome& outcome, const std::vector<std::string>& cells,
           const std::vector<std::string>& fields) const;

 private:
  text_style style_;
  text_list list_;
};

/// A list in JSON.
class json_list : public record_format {
 public:
  [[nodiscard]] std::string head(const summary& /*account*/) override { return "[\n"; }
  [[nodiscard]] std::string_view between() const override { return ",\n"; }
  [[nodiscard]] std::string tail(const summary& /*account*/, bool any) override { return any ? "\n]\n" : "]\n"; }
};

/// Rows of a workbook, which is the output once all are read. What writes a record has its row kept.
class workbook_rows : public record_format {
 public:
  /// As result_table has them.
  workbook_rows(std::string_view columns, language lang, column_heads heads, bool items = false)
      : table_(columns, lang, heads, items), lang_(lang) {}

  [[nodiscard]] bool keep(const batch_result& result, output& out) override;
  [[nodiscard]] bool end(const std::string& account, output& out) override;

 protected:
  static void keep_row(batch_result& into, std::string row);
  [[nodiscard]] language lang() const { return lang_; }

 private:
  workbook::result_table table_;
  language lang_;
};

/// What stands above a table's columns. CSV is read by scripts: there words are for who asks for Chinese.
[[nodiscard]] column_heads heads_of_table(const common_options& options);

/// A line of JSON a record, with each item where `items`. `space` must outlive it.
[[nodiscard]] std::unique_ptr<record_format> ndjson_format(const workspace& space, bool items = false);

}  // namespace tbsc94::cli
