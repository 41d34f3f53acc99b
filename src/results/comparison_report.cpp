#include "results/comparison_report.hpp"

#include <algorithm>
#include <utility>

#include "json/json_writer.hpp"
#include "results/comparison_messages.hpp"
#include "results/html/page.hpp"
#include "results/markdown_report.hpp"
#include "results/ndjson.hpp"
#include "results/report_lines.hpp"
#include "results/report_messages.hpp"
#include "results/text_report.hpp"
#include "text/embedded.hpp"
#include "text/format.hpp"
#include "text/terminal_text.hpp"
#include "text/text_table.hpp"
#include "text/version.hpp"

namespace tbsc94 {

namespace {

using cells = std::vector<std::string>;

constexpr unsigned level_places = 0;

// What a report is made of, whatever its format.
class page {
 public:
  page() = default;
  page(const page&) = delete;
  page& operator=(const page&) = delete;
  virtual ~page() = default;

  virtual void title(const std::string& text) = 0;
  virtual void heading(const std::string& text) = 0;
  virtual void line(const std::string& text) = 0;
  // The first row is the head; the first column holds names.
  virtual void table(const std::vector<cells>& rows) = 0;
  // A text from a file, and one of the scheme.
  [[nodiscard]] virtual std::string quoted(std::string_view text) const = 0;
  [[nodiscard]] virtual std::string plain(std::string_view text) const = 0;
};

class text_page : public page {
 public:
  explicit text_page(text_style style) : style_(style) {}
  [[nodiscard]] std::string take() { return std::move(out_); }

  void title(const std::string& text) override { out_ += painted(text, "1", style_) + '\n'; }
  void heading(const std::string& text) override { append_heading(out_, text, style_); }
  void line(const std::string& text) override { append_line(out_, text, 2); }
  void table(const std::vector<cells>& rows) override {
    text_table table;
    table.add(rows.front());
    table.rule();
    std::for_each(rows.begin() + 1, rows.end(), [&](const cells& each) { table.add(each); });
    out_ += table.to_string();
  }
  [[nodiscard]] std::string quoted(std::string_view text) const override { return harmless(text); }
  [[nodiscard]] std::string plain(std::string_view text) const override { return harmless(text); }

 private:
  text_style style_;
  std::string out_;
};

class markdown_page : public page {
 public:
  [[nodiscard]] std::string take() { return std::move(out_); }

  void title(const std::string& text) override { out_ += formatted("## {}\n\n", text); }
  void heading(const std::string& text) override {
    out_ += formatted("{}### {}\n\n", out_.ends_with("\n\n") ? "" : "\n", text);
  }
  void line(const std::string& text) override { out_ += formatted("- {}\n", text); }
  void table(const std::vector<cells>& rows) override {
    out_ += markdown_cells(rows.front()) + markdown_rule(rows.front().size(), 1);
    std::for_each(rows.begin() + 1, rows.end(), [&](const cells& each) { out_ += markdown_cells(each); });
    out_ += '\n';
  }
  [[nodiscard]] std::string quoted(std::string_view text) const override { return markdown_code(text); }
  [[nodiscard]] std::string plain(std::string_view text) const override { return markdown_plain(text); }

 private:
  std::string out_;
};

class html_comparison : public page {
 public:
  [[nodiscard]] std::string take(language lang) {
    return html::render(embedded::comparison_template(), page_.add("parts", std::move(parts_))
                                                             .text("lang", lang == language::zh ? "zh-CN" : "en")
                                                             .text("version", version)
                                                             .done());
  }

  void title(const std::string& text) override { page_.text("title", text); }
  void heading(const std::string& text) override { add(html::members().text("heading", text)); }
  void line(const std::string& text) override { add(html::members().text("line", text)); }
  void table(const std::vector<cells>& rows) override {
    const cells& columns = rows.front();
    html::list shown;
    for (std::size_t r = 1; r < rows.size(); ++r) {
      shown << html::members().add("cells", cells_of(rows[r], columns)).done();
    }
    add(html::members().add(
        "table", html::members().add("columns", cells_of(columns, columns)).add("rows", std::move(shown)).done()));
  }
  [[nodiscard]] std::string quoted(std::string_view text) const override { return std::string(text); }
  [[nodiscard]] std::string plain(std::string_view text) const override { return std::string(text); }

 private:
  void add(html::members part) { parts_ << part.done(); }
  [[nodiscard]] static html::node cells_of(const cells& row, const cells& columns) {
    html::list shown;
    for (std::size_t i = 0; i < row.size(); ++i) {
      shown << html::members().flag("first", i == 0).text("text", row[i]).text("column", columns[i]).done();
    }
    return shown;
  }

  html::members page_;
  html::list parts_;
};

std::string shown(const std::optional<fraction>& value, unsigned places) {
  return value ? value->rounded(places).to_string() : "-";
}

std::string shown(const std::optional<change>& change, unsigned places) {
  return change ? (change->sign < 0 ? "-" : change->sign > 0 ? "+" : "") + shown(change->size, places) : "";
}

// Whether the change, as it is shown, is the difference of the two numbers shown.
bool adds_up(const compared_value& value, unsigned places) {
  const auto change = value.change();
  if (!change) {
    return true;
  }
  const auto& [low, high] =
      change->sign < 0 ? std::pair(value.after, value.before) : std::pair(value.before, value.after);
  return fraction(low->rounded(places)) + fraction(change->size.rounded(places)) == fraction(high->rounded(places));
}

class comparison_body {
 public:
  comparison_body(const audit_comparison& compared, language lang, page& into)
      : compared_(compared), lang_(lang), page_(into) {}

  void write() {
    grades();
    page_.line(message::older_audit(lang_, audit(compared_.before)));
    page_.line(message::newer_audit(lang_, audit(compared_.after)));
    for (const audit_comparison::oddity each : compared_.oddities) {
      const std::string_view words = message::comparison_oddities[static_cast<std::size_t>(each)].in(lang_);
      page_.line(message::remark_line(lang_, words));
    }
    service();
    if (compared_.total.before || compared_.total.after) {
      management();
    }
  }

 private:
  [[nodiscard]] std::string said(const phrase<>& text) const { return std::string(text.in(lang_)); }

  [[nodiscard]] std::string clause(const std::string& clause) const { return clause_text(clause, lang_); }

  [[nodiscard]] std::string grade_of(const worked_out& all) const {
    const grade_index grade = all.outcome.grading->grade;
    return grade ? page_.plain(grade_name(all.outcome.scheme_used(), grade)) : said(message::grade_none);
  }

  void grades() {
    const phrase<>& way = !compared_.grade_change        ? message::grades_differ
                          : *compared_.grade_change == 0 ? message::grade_stayed
                          : *compared_.grade_change > 0  ? message::grade_rose
                                                         : message::grade_fell;
    page_.title(message::compared_grades(lang_, grade_of(compared_.before), grade_of(compared_.after), way.in(lang_)));
  }

  // The file, organization, id and date of an audit, its scheme, and what must be known of its grade.
  [[nodiscard]] std::string audit(const worked_out& all) const {
    const assessment& read = all.outcome.record.assessment;
    const scheme& scheme = all.outcome.scheme_used();
    std::string text = page_.quoted(all.outcome.source());
    for (const auto* part : {&read.organization, &read.id, &read.date}) {
      text += *part ? " · " + page_.quoted(**part) : "";
    }
    text += " · " + page_.plain(formatted("{} {}", scheme.id, scheme.edition));
    return all.outcome.grading->conformity_assumed ? formatted("{} · {}", text, message::conformity_assumed.in(lang_))
                                                   : text;
  }

  [[nodiscard]] static std::string score_of(const worked_out& all) { return all.outcome.grading->shown.to_string(); }

  [[nodiscard]] std::vector<cells> head() const {
    return {{"", said(message::before), said(message::after), said(message::change)}};
  }

  void add(std::vector<cells>& rows, std::string name, const compared_value& value, unsigned places) {
    all_add_up_ = all_add_up_ && adds_up(value, places);
    rows.push_back(
        {std::move(name), shown(value.before, places), shown(value.after, places), shown(value.change(), places)});
  }

  void table(const std::vector<cells>& rows) {
    page_.table(rows);
    if (!std::exchange(all_add_up_, true)) {
      page_.line(said(message::change_is_exact));
    }
  }

  void service() {
    constexpr unsigned places = shown_score::places;
    page_.heading(message::compared_service(lang_, clause(compared_.after.outcome.scheme_used().service.clause)));
    std::vector<cells> rows = head();
    add(rows, said(message::service_score_row), compared_.score, places);
    rows.back()[1] = score_of(compared_.before);  // with their marks
    rows.back()[2] = score_of(compared_.after);
    for (const compared_line& each : compared_.characteristics) {
      add(rows, page_.plain(in(lang_, each.title)), each.value, places);
    }
    table(rows);
    moved(message::compared_service_items, compared_.service_items, places);
  }

  void management() {
    const auto& of_new = compared_.after.outcome.scheme_used().maturity;
    const auto& part = of_new ? of_new : compared_.before.outcome.scheme_used().maturity;
    page_.heading(message::compared_management(lang_, clause(part->table.clause)));
    std::vector<cells> rows = head();
    const auto places_of = [](const std::optional<fraction>& value) {  // a total ends as a decimal
      const std::string digits = value ? value->to_string() : "";
      const std::size_t point = digits.find('.');
      return point == std::string::npos ? 0 : static_cast<unsigned>(digits.size() - point - 1);
    };
    add(rows, said(message::management_total_row), compared_.total,
        std::max(places_of(compared_.total.before), places_of(compared_.total.after)));
    add(rows, said(message::management_level_row), compared_.level, level_places);
    table(rows);
    moved(message::compared_item_levels, compared_.item_levels, level_places);
  }

  // The lines that moved; of the others how many there are.
  void moved(const phrase<std::size_t, std::size_t>& heading, const std::vector<compared_line>& lines,
             unsigned places) {
    std::vector<cells> rows = head();
    for (const compared_line& each : lines) {
      if (!each.value.is_same()) {
        add(rows, page_.plain(in(lang_, each.title)), each.value, places);
      }
    }
    page_.heading(heading(lang_, rows.size() - 1, lines.size() + 1 - rows.size()));
    if (rows.size() > 1) {
      table(rows);
    }
  }

  const audit_comparison& compared_;
  language lang_;
  page& page_;
  bool all_add_up_ = true;
};

void write_value(json_writer& json, const std::optional<fraction>& value, unsigned places) {
  value ? json.number(value->rounded(places).to_string()) : json.null();
}

void write_values(json_writer& json, const compared_value& value, unsigned places) {
  const auto change = value.change();
  json.key("old");
  write_value(json, value.before, places);
  json.key("new");
  write_value(json, value.after, places);
  const std::string_view sign = change && change->sign < 0 ? "-" : "";
  json.key("change");
  change ? json.number(formatted("{}{}", sign, change->size.rounded(places).to_string())) : json.null();
  json.key("change_exact");
  const std::string exact = change ? formatted("{}{}", sign, change->size.to_string()) : "";
  json.string_or_null(change ? &exact : nullptr);
}

void write_lines(json_writer& json, std::string_view name, const std::vector<compared_line>& lines, unsigned places) {
  json.key(name).begin_array();
  for (const compared_line& each : lines) {
    json.begin_object();
    json.key("id").string(each.id);
    json.key("name");
    write_bilingual(json, each.name);
    write_values(json, each.value, places);
    json.end_object();
  }
  json.end_array();
}

std::string_view name_of(audit_comparison::oddity oddity) {
  switch (oddity) {
    case audit_comparison::oddity::other_organization:
      return "other-organization";
    case audit_comparison::oddity::not_later:
      return "not-later";
    case audit_comparison::oddity::other_scheme:
      return "other-scheme";
    case audit_comparison::oddity::other_readings:
      return "other-readings";
    case audit_comparison::oddity::same_record:
      return "same-record";
  }
  return {};
}

}  // namespace

std::string comparison_text(const audit_comparison& compared, text_style style) {
  text_page page(style);
  comparison_body(compared, style.lang, page).write();
  return page.take();
}

std::string comparison_markdown(const audit_comparison& compared, language lang) {
  markdown_page page;
  comparison_body(compared, lang, page).write();
  return page.take();
}

std::string comparison_html(const audit_comparison& compared, language lang) {
  html_comparison page;
  comparison_body(compared, lang, page).write();
  return page.take(lang);
}

std::string comparison_json(const audit_comparison& compared) {
  std::string out;
  json_writer json(out, json_writer::layout::indented);
  json.begin_object();
  write_tool(json);
  json.key("old");
  write_record(json, compared.before.outcome, compared.before.readings.values);
  json.key("new");
  write_record(json, compared.after.outcome, compared.after.readings.values);
  json.key("remarks").begin_array();
  for (const audit_comparison::oddity each : compared.oddities) {
    json.string(name_of(each));
  }
  json.end_array();
  json.key("grade_change");
  compared.grade_change ? json.string(*compared.grade_change > 0   ? "higher"
                                      : *compared.grade_change < 0 ? "lower"
                                                                   : "unchanged")
                        : json.null();
  json.key("service").begin_object();
  json.key("score").begin_object();
  write_values(json, compared.score, shown_score::places);
  json.end_object();
  write_lines(json, "characteristics", compared.characteristics, shown_score::places);
  write_lines(json, "items", compared.service_items, shown_score::places);
  json.end_object();
  json.key("management").begin_object();
  json.key("total").begin_object();
  write_values(json, compared.total, shown_score::places);
  json.end_object();
  json.key("level").begin_object();
  write_values(json, compared.level, level_places);
  json.end_object();
  write_lines(json, "items", compared.item_levels, level_places);
  json.end_object();
  json.end_object();
  return out + '\n';
}

}  // namespace tbsc94
