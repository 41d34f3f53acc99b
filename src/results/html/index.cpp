#include "results/html/index.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <sstream>

#include "reading/place_words.hpp"
#include "results/html/messages.hpp"
#include "results/html/page.hpp"
#include "results/no_grade.hpp"
#include "results/report_messages.hpp"
#include "text/comparison_key.hpp"
#include "text/embedded.hpp"
#include "text/format.hpp"
#include "text/version.hpp"

namespace tbsc94 {

namespace {

using html::list;
using html::list_of;
using html::members;
using html::node;

constexpr std::size_t most_error_lines = 20;  // of one record
constexpr std::size_t row_height = 34;        // of a grade's bar with its heading, in pixels
constexpr std::size_t tallest = 150;          // of a column, in pixels
constexpr std::size_t ground = 176;           // where the columns stand

// In thousandths of a percent, rounded once.
std::string percent(std::size_t part, std::size_t whole) {
  return fraction(natural(part) * natural(100), whole == 0 ? 1 : whole).rounded(3).shortest();
}

// The lines, without the name of the file in front: it stands beside them.
std::vector<std::string> first_lines(const std::string& all, const std::string& file, language lang) {
  std::vector<std::string> lines;
  std::istringstream text(all);
  for (std::string line; std::getline(text, line);) {
    lines.push_back(line.starts_with(file + ':') ? line.substr(file.size() + 1) : line);
  }
  if (lines.size() > most_error_lines) {
    const std::size_t more = lines.size() - most_error_lines;
    lines.resize(most_error_lines);
    lines.push_back(html_message::more_errors(lang, more));
  }
  return lines;
}

std::size_t bin_of(const fraction& score) {
  const fraction steps = score / fraction(html_index::bin_width, 1);
  const std::uint64_t bin = steps.numerator().divided_by(steps.denominator()).quotient.low();
  return std::min<std::size_t>(bin, html_index::bins - 1);
}

// What may stand in a file's name on every system: letters and digits of any script, and a few marks.
std::string safe(std::string_view text) {
  constexpr std::size_t most_bytes = 90;
  std::string name;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool is_plain = byte >= 0x80 || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                          std::string_view("-_.()").find(c) != std::string_view::npos;
    const bool starts_character = (byte & 0xC0U) != 0x80U;
    if (name.size() >= most_bytes && starts_character) {
      break;
    }
    name += is_plain && !(name.empty() && c == '.') ? c : '-';
  }
  return name;
}

using entries = std::vector<index_entry>;

bool is_graded(const index_entry& entry) { return entry.errors.empty(); }

template <class Which>
std::size_t count(const entries& all, const Which& which) {
  return static_cast<std::size_t>(std::ranges::count_if(all, which));
}

node counts_of(const index_counts& counts, language lang) {
  list shown;
  const auto add = [&](std::string_view name, const phrase<>& label, std::size_t number) {
    shown << members().text("name", name).text("label", label.in(lang)).number("count", number).done();
  };
  add("read", html_message::read, counts.graded + counts.refused);
  add("graded", html_message::graded, counts.graded);
  add("refused", html_message::refused, counts.refused);
  if (counts.unread > 0) {
    add("unread", html_message::unread, counts.unread);
  }
  add("depends", html_message::depends_on_reading, counts.depends_on_reading);
  add("assumed", html_message::conformity_assumed, counts.conformity_assumed);
  return shown;
}

node grades_of(const entries& all, const std::vector<std::string>& grades, language lang) {
  std::vector<std::pair<std::string, std::size_t>> rows;
  rows.emplace_back(message::grade_none.in(lang),
                    count(all, [](const auto& each) { return is_graded(each) && each.grade.empty(); }));
  for (const std::string& grade : grades) {
    rows.emplace_back(grade, count(all, [&](const auto& each) { return is_graded(each) && each.grade == grade; }));
  }
  const std::size_t graded = count(all, is_graded);
  list shown;
  std::string desc;
  std::size_t top = 0;
  for (const auto& [name, number] : rows) {
    shown << members()
                 .text("name", name)
                 .number("count", number)
                 .text("width", percent(number, graded))
                 .number("text_y", top + 14)
                 .number("bar_y", top + 19)
                 .done();
    add_joined(desc, message::clause_separator.in(lang), html_message::bar_count(lang, name, number));
    top += row_height;
  }
  return members().add("rows", std::move(shown)).text("desc", desc).number("height", top).done();
}

// One column of the histogram, at `index` of `all` columns.
node column(std::size_t index, std::size_t all, std::size_t number, std::size_t highest) {
  const std::size_t height = number * tallest / std::max<std::size_t>(highest, 1);
  return members()
      .text("x", percent(index * 20 + 1, all * 20))
      .text("width", percent(18, all * 20))
      .text("middle", percent(index * 2 + 1, all * 2))
      .number("y", ground - height)
      .number("height", height)
      .number("count_y", ground - height - 5)
      .text_if(number > 0, "count", std::to_string(number))
      .done();
}

std::string bin_text(std::size_t bin, language lang) {
  const std::string from = std::to_string(bin * html_index::bin_width);
  const std::string to = std::to_string((bin + 1) * html_index::bin_width);
  return (bin + 1 == html_index::bins ? html_message::last_score_bin : html_message::score_bin)(lang, from, to);
}

node scores_of(const entries& all, language lang) {
  std::array<std::size_t, html_index::bins> numbers{};
  for (const index_entry& each : all) {
    numbers[each.bin] += is_graded(each) ? 1U : 0U;
  }
  constexpr std::size_t fewest = 8;  // columns, so that some stand beside a lone one
  const auto lowest = static_cast<std::size_t>(
      std::ranges::find_if(numbers, [](std::size_t each) { return each > 0; }) - numbers.begin());
  const std::size_t first = std::min(lowest, html_index::bins - fewest);
  const std::size_t highest = *std::ranges::max_element(numbers);
  const std::size_t columns = html_index::bins - first;
  list bins;
  list ticks;
  std::string desc;
  for (std::size_t bin = first; bin < html_index::bins; ++bin) {
    bins << column(bin - first, columns, numbers[bin], highest);
    if (numbers[bin] > 0) {
      add_joined(desc, message::clause_separator.in(lang),
                 html_message::bar_count(lang, bin_text(bin, lang), numbers[bin]));
    }
  }
  for (std::size_t bin = first; bin <= html_index::bins; ++bin) {
    if (bin * html_index::bin_width % 10 == 0) {
      ticks << members()
                   .text("x", percent(bin - first, columns))
                   .number("value", bin * html_index::bin_width)
                   .text("anchor", bin == first              ? "start"
                                   : bin == html_index::bins ? "end"
                                                             : "middle")
                   .done();
    }
  }
  return members().add("bins", std::move(bins)).add("ticks", std::move(ticks)).text("desc", desc).done();
}

// Each entry's place among all in the order of `key`; those that are equal stay as they are given.
template <class Key, class Before>
std::vector<std::size_t> places_by(const entries& all, const Key& key, const Before& before) {
  using keyed = std::pair<decltype(key(all[0])), std::size_t>;
  std::vector<keyed> order;
  order.reserve(all.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    order.emplace_back(key(all[i]), i);
  }
  std::ranges::stable_sort(order, before, &keyed::first);
  std::vector<std::size_t> places(all.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    places[order[i].second] = i;
  }
  return places;
}

// The orders that the reader chooses from, beside that of the input: the page has each entry's place in all of them.
struct orders {
  std::vector<std::size_t> organization;
  std::vector<std::size_t> date;   // the latest first
  std::vector<std::size_t> grade;  // the highest first, and in it the highest score

  orders(const entries& all, const std::vector<std::string>& grades)
      : organization(places_by(
            all, [](const index_entry& each) { return comparison_key(each.organization); }, std::less<>())),
        date(places_by(
            all, [](const index_entry& each) { return each.date; }, std::greater<>())),
        grade(places_by(
            all,
            [&](const index_entry& each) {
              const auto found = std::ranges::find(grades, each.grade);
              return std::pair(found == grades.end() ? 0 : found - grades.begin() + 1, each.hundredths);
            },
            std::greater<>())) {}
};

node report_row(const index_entry& entry, std::size_t place, const orders& orders, language lang) {
  return members()
      .text("file", entry.file)
      .number("place", place)
      .number("by_organization", orders.organization[place])
      .number("by_date", orders.date[place])
      .number("by_grade", orders.grade[place])
      .text("id", entry.id.empty() ? formatted("#{}", place + 1) : entry.id)
      .text("organization", entry.organization)
      .text("date", entry.date)
      .flag("depends", entry.depends_on_reading)
      .text("grade", entry.grade.empty() ? message::grade_none.in(lang) : std::string_view(entry.grade))
      .flag("assumed", entry.conformity_assumed)
      .text_if(!entry.reason.empty(), "reason", entry.reason)
      .text("score", entry.score)
      .text("total", entry.total)
      .text("level", entry.level)
      .text("source", entry.source)
      .done();
}

// Of what is not graded.
node error_row(const index_entry& entry) {
  return members()
      .text("source", entry.source)
      .text("id", entry.id)
      .add("errors", list_of(entry.errors, [](const std::string& each) { return node(harmless(each)); }))
      .done();
}

constexpr std::size_t most_trends = 100;   // organizations
constexpr std::size_t most_audits = 8;     // of one, the latest
constexpr std::size_t trend_height = 70;   // from trend_low to 100, in pixels
constexpr std::size_t trend_ground = 100;  // where trend_low stands
constexpr std::uint64_t trend_low = 60;

std::size_t height_of(const fraction& score) {
  const fraction above = std::clamp(score, fraction(trend_low, 1), fraction(100, 1)) - fraction(trend_low, 1);
  const fraction height = above * fraction(trend_height, 100 - trend_low);
  return height.numerator().divided_by(height.denominator()).quotient.low();
}

// The audits of one organization, in the order of their dates: a point each, joined by lines.
node trend(const std::vector<const index_entry*>& audits, std::size_t number, language lang) {
  list points;
  list lines;
  std::string desc;
  const auto x = [&](std::size_t i) { return percent(2 * i + 1, 2 * audits.size()); };
  for (std::size_t i = 0; i < audits.size(); ++i) {
    const index_entry& each = *audits[i];
    const std::string_view grade = each.grade.empty() ? message::grade_none.in(lang) : std::string_view(each.grade);
    points << members()
                  .text("x", x(i))
                  .number("y", trend_ground - each.height)
                  .number("score_y", trend_ground - each.height - 9)
                  .text("score", each.score)
                  .text("grade", grade)
                  .text("date", each.date)
                  .done();
    if (i > 0) {
      lines << members()
                   .text("x1", x(i - 1))
                   .text("x2", x(i))
                   .number("y1", trend_ground - audits[i - 1]->height)
                   .number("y2", trend_ground - each.height)
                   .done();
    }
    add_joined(desc, message::clause_separator.in(lang), html_message::trend_point(lang, each.date, each.score, grade));
  }
  return members()
      .number("number", number)
      .text("organization", audits.back()->organization)
      .text("desc", desc)
      .add("points", std::move(points))
      .add("lines", std::move(lines))
      .done();
}

// Of each organization that was audited on several days.
void add_trends(members& page, const entries& all, language lang) {
  std::map<std::string, std::vector<const index_entry*>> by_organization;
  for (const index_entry& each : all) {
    if (is_graded(each) && !each.organization.empty() && !each.date.empty()) {
      by_organization[comparison_key(each.organization)].push_back(&each);
    }
  }
  list trends;
  std::size_t count = 0;
  for (auto& [key, audits] : by_organization) {
    std::ranges::stable_sort(audits, {}, &index_entry::date);
    if (audits.front()->date == audits.back()->date || ++count > most_trends) {
      continue;
    }
    audits.erase(audits.begin(), audits.end() - static_cast<std::ptrdiff_t>(std::min(audits.size(), most_audits)));
    trends << trend(audits, count, lang);
  }
  page.flag("any_trends", count > 0)
      .text_if(count > most_trends, "more_trends",
               count > most_trends ? html_message::more_trends(lang, count - most_trends) : "")
      .add("trends", std::move(trends));
}

node labels(language lang) {
  const auto said = [&](const phrase<>& text) { return text.in(lang); };
  return members()
      .text("title", said(html_message::index_title))
      .text("by_grade", said(html_message::by_grade))
      .text("by_score", said(html_message::by_score))
      .text("reports", said(html_message::reports))
      .text("refused", said(html_message::refused_records))
      .text("unread", said(html_message::unread))
      .text("date", said(html_message::date))
      .text("depends", said(html_message::depends_on_reading))
      .text("trends", said(html_message::trends))
      .text("colon", said(html_message::colon))
      .text("order", said(html_message::order))
      .text("as_given", said(html_message::as_given))
      .text("latest_first", said(html_message::latest_first))
      .text("highest_first", said(html_message::highest_first))
      .text("id", said(html_message::id))
      .text("organization", said(html_message::organization))
      .text("grade", said(message::grade))
      .text("assumed", said(html_message::review_assumed))
      .text("reason", said(message::why_none_column))
      .text("score", said(message::rating_score))
      .text("total", said(html_message::management_total))
      .text("level", said(html_message::management_level))
      .text("source", said(html_message::source))
      .text("errors", said(html_message::errors))
      .done();
}

}  // namespace

index_entry index_entry_of(const outcome& outcome, const readings& readings, language lang) {
  const assessment& assessment = outcome.record.assessment;
  index_entry entry;
  entry.source = outcome.source();
  entry.id = assessment.id.value_or("");
  if (!outcome.grading) {
    entry.errors = first_lines(error_lines(outcome.record, outcome.file, lang), outcome.file, lang);
    return entry;
  }
  const grading& grading = *outcome.grading;
  entry.organization = assessment.organization.value_or("");
  entry.date = assessment.date.value_or("");
  entry.depends_on_reading = !grading.depends_on.empty();
  entry.height = height_of(grading.score);
  entry.grade = grade_name(outcome.scheme_used(), grading.grade);
  entry.reason = why_no_grade(outcome, readings, lang);
  entry.conformity_assumed = grading.conformity_assumed;
  entry.score = grading.shown.to_string();
  entry.hundredths = grading.shown.value.digits();
  entry.bin = bin_of(grading.score);
  entry.total = grading.total ? grading.total->to_string() : "";
  entry.level = grading.level ? std::to_string(grading.level->number()) : "";
  return entry;
}

index_entry index_entry_of(const unread_input& unread, language lang) {
  index_entry entry;
  entry.is_record = false;
  entry.source = unread.source();
  entry.errors = first_lines(to_line(error_of(unread, lang), unread.file, lang), unread.file, lang);
  return entry;
}

const std::string& html_index::add(index_entry entry) {
  const std::string id = safe(harmless(entry.id));
  const std::string organization = safe(harmless(entry.organization));
  std::string stem = id + (id.empty() || organization.empty() ? "" : "_") + organization;
  if (id.empty() || organization.empty()) {
    stem = formatted("{:06}{}{}", entries_.size() + 1, stem.empty() ? "" : "_", stem);
  }
  entry.file = stem + ".html";
  for (std::size_t again = 2; is_graded(entry) && !files_.insert(comparison_key(entry.file)).second; ++again) {
    entry.file = formatted("{}_{}.html", stem, again);
  }
  return entries_.emplace_back(std::move(entry)).file;
}

std::string html_index::page(const index_counts& counts) const {
  list reports;
  list refused;
  list unread;
  const orders orders(entries_, grades_);
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const index_entry& each = entries_[i];
    if (is_graded(each)) {
      reports << report_row(each, i, orders, lang_);
    } else {
      (each.is_record ? refused : unread) << error_row(each);
    }
  }
  members page;
  add_trends(page, entries_, lang_);
  page.flag("any_reports", !reports.is_empty())
      .flag("any_refused", !refused.is_empty())
      .flag("any_unread", !unread.is_empty());
  if (reports.is_empty()) {
    page.flag("scores", false);
  } else {
    page.add("scores", scores_of(entries_, lang_));
  }
  page.text("lang", lang_ == language::zh ? "zh-CN" : "en")
      .text("version", version)
      .add("t", labels(lang_))
      .add("counts", counts_of(counts, lang_))
      .add("grades", grades_of(entries_, grades_, lang_))
      .add("reports", std::move(reports))
      .add("refused", std::move(refused))
      .add("unread", std::move(unread));
  return html::render(embedded::index_template(), page.done());
}

}  // namespace tbsc94
