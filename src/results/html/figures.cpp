#include "results/html/figures.hpp"

#include <algorithm>

#include "results/html/messages.hpp"
#include "results/report_messages.hpp"
#include "text/format.hpp"

namespace tbsc94::html {

namespace {

constexpr unsigned percent_places = 3;

std::string shown(const fraction& value) { return value.rounded(shown_score::places).to_string(); }

std::string share_text(const fraction& part, const fraction& whole) {
  return (part * fraction(100, 1) / whole).rounded(percent_places).shortest();
}

// Numbers from `low` to `high`, and where they stand between the two.
struct range {
  fraction low;
  fraction high;

  [[nodiscard]] fraction share(const fraction& value) const {
    return high == low ? fraction() : (std::clamp(value, low, high) - low) / (high - low);
  }
  [[nodiscard]] std::string place(const fraction& value) const { return share_text(share(value), fraction(1, 1)); }
  // A text that stands close to an end must not run over it.
  [[nodiscard]] std::string_view anchor(const fraction& value, const fraction& margin) const {
    const fraction at = share(value);
    return at < margin ? "start" : at + margin > fraction(1, 1) ? "end" : "middle";
  }
};

struct step {
  fraction from;
  std::string name;
};

// The colours of a scale's zones: what CSS calls them, and how many there are.
struct palette {
  std::string_view name;
  std::size_t first;
  std::size_t last;
};
constexpr palette of_grades{"zone", 1, 4};
constexpr palette of_levels{"level", 1, 5};

constexpr std::uint64_t narrow = 8;        // a step of less than an eighth of the scale is too narrow for its name
constexpr std::size_t first_name_y = 81;   // of a step's name, in pixels
constexpr std::size_t second_name_y = 97;  // of every other one, where they are narrow

// Whether the name of a step would run into the next one's.
bool is_narrow(const range& range, const std::vector<step>& steps, std::size_t i) {
  const fraction end = i + 1 < steps.size() ? steps[i + 1].from : range.high;
  return (std::clamp(end, range.low, range.high) - std::clamp(steps[i].from, range.low, range.high)) *
             fraction(narrow, 1) <
         range.high - range.low;
}

// Narrow steps' names stand lower, every other one where several follow each other.
std::vector<std::size_t> name_heights(const range& range, const std::vector<step>& steps) {
  std::vector<std::size_t> heights;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const bool lower = is_narrow(range, steps, i) && (heights.empty() || heights.back() == first_name_y);
    heights.push_back(lower ? second_name_y : first_name_y);
  }
  return heights;
}

node tick(const range& range, const fraction& at, std::string_view name, std::size_t y) {
  return members()
      .text("x", range.place(at))
      .text("value", at.to_string())
      .text("anchor", range.anchor(at, fraction(1, 100)))
      .text_if(!name.empty(), "name", name)
      .number("y", y)
      .done();
}

node zone(const range& range, const fraction& from, const fraction& to, const palette& colours, std::size_t number) {
  return members()
      .text("x", range.place(from))
      .text("width", share_text(range.share(to) - range.share(from), fraction(1, 1)))
      .text("class", formatted("{}-{}", colours.name, std::min(number, colours.last)))
      .done();
}

node zones_of(const range& range, const std::vector<step>& steps, const palette& colours) {
  list zones;
  fraction from = range.low;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (range.low < steps[i].from) {
      zones << zone(range, from, steps[i].from, colours, i + colours.first - 1);
    }
    from = steps[i].from;
  }
  return zones << zone(range, from, range.high, colours, steps.size() + colours.first - 1);
}

node ticks_of(const range& range, const std::vector<step>& steps, const std::vector<std::size_t>& heights) {
  list ticks;
  if (steps.empty() || range.low < steps.front().from) {
    ticks << tick(range, range.low, "", 0);
  }
  for (std::size_t i = 0; i < steps.size(); ++i) {
    ticks << tick(range, steps[i].from, steps[i].name, heights[i]);
  }
  // The end has no number where the last step's stands too close.
  const fraction last = steps.empty() ? range.low : steps.back().from;
  if (!((range.high - last) * fraction(narrow, 1) < range.high - range.low)) {
    ticks << tick(range, range.high, "", 0);
  }
  return ticks;
}

members scale(const range& range, const std::vector<step>& steps, const fraction& value, const palette& colours) {
  const std::vector<std::size_t> heights = name_heights(range, steps);
  return members()
      .add("zones", zones_of(range, steps, colours))
      .add("ticks", ticks_of(range, steps, heights))
      .number("height", (heights.empty() ? first_name_y : *std::ranges::max_element(heights)) + 5)
      .text("x", range.place(value))
      .text("anchor", range.anchor(value, fraction(6, 100)));
}

std::string steps_text(const std::vector<step>& steps, language lang) {
  return joined(steps, message::values_separator.in(lang),
                [&](const step& each) { return html_message::scale_from(lang, each.name, each.from.to_string()); });
}

// The ten at or below `value`.
fraction ten_below(const fraction& value) {
  const natural tens = (value / fraction(10, 1)).numerator();
  const natural parts = (value / fraction(10, 1)).denominator();
  return {tens.divided_by(parts).quotient * natural(10), 1};
}

constexpr std::size_t row_height = 40;  // of a bar or a strip with its heading, in pixels
constexpr std::size_t text_down = 14;   // from the top of a row to its heading's foot
constexpr std::size_t bar_down = 20;    // and to its bar

}  // namespace

node score_scale(const scheme& scheme, const grading& grading, language lang) {
  const fraction lowest(scheme.grades.rows.front().from);
  const range range{ten_below(std::min(lowest, grading.score)), fraction(100, 1)};
  std::vector<step> steps;
  for (const grade_limit& each : scheme.grades.grades) {
    steps.push_back({fraction(each.from), each.grade});
  }
  const std::string value = grading.shown.to_string();
  return scale(range, steps, grading.score, of_grades)
      .text("id", "score-scale")
      .text("title", html_message::score_scale.in(lang))
      .text("desc", html_message::score_scale_text(lang, value, steps_text(steps, lang)))
      .text("value", value)
      .done();
}

node total_scale(const maturity_part& part, const decimal& total, language lang) {
  const range range{fraction(part.bands.front().from), fraction(part.bands.back().end)};
  std::vector<step> steps;
  for (const maturity_band& each : part.bands) {
    steps.push_back({fraction(each.from), in(lang, part.levels[each.level.number() - 1].name)});
  }
  return scale(range, steps, fraction(total), of_levels)
      .text("id", "total-scale")
      .text("title", html_message::total_scale.in(lang))
      .text("desc", html_message::total_scale_text(lang, total.shortest(), steps_text(steps, lang)))
      .text("value", total.shortest())
      .done();
}

node characteristic_bars(const scheme& scheme, const service_breakdown& breakdown, language lang) {
  list rows;
  std::string desc;
  for (std::size_t i = 0; i < scheme.service.groups.size(); ++i) {
    const item_group& group = scheme.service.groups[i];
    const score_line& line = breakdown.characteristics[i];
    rows << members()
                .number("i", i)
                .text("id", group.id)
                .text("name", in(lang, group.name))
                .flag("applicable", line.applicable)
                .text("percentage", shown(line.percentage))
                .number("text_y", i * row_height + text_down)
                .number("bar_y", i * row_height + bar_down)
                .text("width", line.percentage.rounded(percent_places).shortest())
                .done();
    add_joined(desc, message::clause_separator.in(lang),
               html_message::bar_text(lang, in(lang, group.name), shown(line.percentage)));
  }
  const std::size_t foot = scheme.service.groups.size() * row_height;
  list limits;
  for (const grade_limit& each : scheme.grades.grades) {
    limits << members()
                  .text("x", each.from.shortest())
                  .text("value", each.from.shortest())
                  .number("from", bar_down)
                  .number("to", foot)
                  .number("text_y", foot + text_down)
                  .done();
  }
  return members()
      .add("rows", std::move(rows))
      .add("limits", std::move(limits))
      .text("desc", desc)
      .number("height", foot + text_down + 4)
      .done();
}

node level_chips(const maturity_part& part, const assessment& assessment, language lang) {
  return members()
      .add("chapters", list_of(part.table.groups,
                               [&](const item_group& chapter) {
                                 list items;
                                 for (std::size_t i = chapter.first; i < chapter.first + chapter.count; ++i) {
                                   items << members()
                                                .number("i", i)
                                                .text("id", part.table.items[i].id)
                                                .text("name", in(lang, part.table.items[i].name))
                                                .number("level", assessment.levels[i].number())
                                                .done();
                                 }
                                 return members()
                                     .text("id", chapter.id)
                                     .text("name", in(lang, chapter.name))
                                     .add("items", std::move(items))
                                     .done();
                               }))
      .done();
}

}  // namespace tbsc94::html
