#include "results/html/figures.hpp"

#include <algorithm>

#include "results/html/messages.hpp"
#include "results/report_messages.hpp"

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

constexpr std::uint64_t narrow = 8;        // a step of less than an eighth of the scale is too narrow for its name
constexpr std::size_t most_zones = 4;      // that have a colour of their own
constexpr std::size_t first_name_y = 81;   // of a step's name, in pixels
constexpr std::size_t second_name_y = 97;  // of every other one, where they are narrow

bool any_narrow(const range& range, const std::vector<step>& steps) {
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const fraction end = i + 1 < steps.size() ? steps[i + 1].from : range.high;
    if ((std::clamp(end, range.low, range.high) - std::clamp(steps[i].from, range.low, range.high)) *
            fraction(narrow, 1) <
        range.high - range.low) {
      return true;
    }
  }
  return false;
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

node zone(const range& range, const fraction& from, const fraction& to, std::size_t colour) {
  return members()
      .text("x", range.place(from))
      .text("width", share_text(range.share(to) - range.share(from), fraction(1, 1)))
      .text("class", "zone-" + std::to_string(std::min(colour, most_zones)))
      .done();
}

node zones_of(const range& range, const std::vector<step>& steps, std::size_t first_colour) {
  list zones;
  fraction from = range.low;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (range.low < steps[i].from) {
      zones << zone(range, from, steps[i].from, i + first_colour - 1);
    }
    from = steps[i].from;
  }
  return zones << zone(range, from, range.high, steps.size() + first_colour - 1);
}

node ticks_of(const range& range, const std::vector<step>& steps, bool staggered) {
  list ticks;
  if (steps.empty() || range.low < steps.front().from) {
    ticks << tick(range, range.low, "", 0);
  }
  for (std::size_t i = 0; i < steps.size(); ++i) {
    ticks << tick(range, steps[i].from, steps[i].name, staggered && i % 2 == 1 ? second_name_y : first_name_y);
  }
  // The end has no number where the last step's stands too close.
  const fraction last = steps.empty() ? range.low : steps.back().from;
  if (!((range.high - last) * fraction(narrow, 1) < range.high - range.low)) {
    ticks << tick(range, range.high, "", 0);
  }
  return ticks;
}

members scale(const range& range, const std::vector<step>& steps, const fraction& value, std::size_t first_colour) {
  const bool staggered = any_narrow(range, steps);
  return members()
      .add("zones", zones_of(range, steps, first_colour))
      .add("ticks", ticks_of(range, steps, staggered))
      .number("height", staggered ? second_name_y + 5 : first_name_y + 5)
      .text("x", range.place(value))
      .text("anchor", range.anchor(value, fraction(6, 100)));
}

std::string steps_text(const std::vector<step>& steps, language lang) {
  std::string text;
  for (const step& each : steps) {
    text += text.empty() ? "" : message::values_separator.in(lang);
    text += html_message::scale_from(lang, each.name, each.from.to_string());
  }
  return text;
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
  return scale(range, steps, grading.score, 1)
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
  return scale(range, steps, fraction(total), 0)
      .text("id", "total-scale")
      .text("title", html_message::total_scale.in(lang))
      .text("desc", html_message::total_scale_text(lang, total.shortest(), steps_text(steps, lang)))
      .text("value", total.shortest())
      .done();
}

node characteristic_bars(const scheme& scheme, const service_breakdown& breakdown, language lang) {
  decimal widest;
  for (const score_line& each : breakdown.characteristics) {
    widest = std::max(widest, each.points_due);
  }
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
                .text("points", shown(line.points))
                .text("due", line.points_due.to_string())
                .text("percentage", shown(line.percentage))
                .number("text_y", i * row_height + text_down)
                .number("bar_y", i * row_height + bar_down)
                .text("due_width", share_text(fraction(line.points_due), fraction(widest)))
                .text("points_width", share_text(line.points, fraction(widest)))
                .done();
    desc += desc.empty() ? "" : message::clause_separator.in(lang);
    desc += html_message::bar_text(lang, in(lang, group.name), shown(line.points), line.points_due.to_string());
  }
  return members()
      .add("rows", std::move(rows))
      .text("desc", desc)
      .number("height", scheme.service.groups.size() * row_height)
      .done();
}

namespace {

constexpr std::size_t most_cells = 5;    // beside each other
constexpr std::size_t cell_height = 20;  // with the gap below
constexpr std::size_t cell_text_down = 13;

// The cells of a chapter, from `top` on, in as many rows as they need.
node cells_of(const maturity_part& part, const item_group& chapter, const assessment& assessment, std::size_t top) {
  const fraction pitch(100, most_cells);
  const fraction gap(1, 1);
  list cells;
  for (std::size_t k = 0; k < chapter.count; ++k) {
    const std::size_t item = chapter.first + k;
    const fraction x = pitch * fraction(k % most_cells, 1);
    const std::size_t y = top + k / most_cells * cell_height;
    cells << members()
                 .number("i", item)
                 .text("id", part.table.items[item].id)
                 .number("level", assessment.levels[item].number())
                 .text("x", x.rounded(percent_places).shortest())
                 .text("width", (pitch - gap).rounded(percent_places).shortest())
                 .text("middle", (x + (pitch - gap) / fraction(2, 1)).rounded(percent_places).shortest())
                 .number("y", y)
                 .number("cell_text_y", y + cell_text_down)
                 .done();
  }
  return cells;
}

std::string levels_text(const maturity_part& part, const item_group& chapter, const assessment& assessment) {
  std::string text;
  for (std::size_t i = chapter.first; i < chapter.first + chapter.count; ++i) {
    text += fmt::format("{}{} → {}", text.empty() ? "" : ", ", part.table.items[i].id, assessment.levels[i].number());
  }
  return text;
}

}  // namespace

node level_strips(const maturity_part& part, const assessment& assessment, const std::vector<chapter_line>& chapters,
                  language lang) {
  list strips;
  std::string desc;
  std::size_t top = 0;
  for (std::size_t g = 0; g < part.table.groups.size(); ++g) {
    const item_group& chapter = part.table.groups[g];
    strips << members()
                  .number("i", g)
                  .text("id", chapter.id)
                  .text("name", in(lang, chapter.name))
                  .text("points", chapters[g].points.to_string())
                  .text("due", chapters[g].points_due.to_string())
                  .number("text_y", top + text_down)
                  .add("cells", cells_of(part, chapter, assessment, top + bar_down))
                  .done();
    desc +=
        std::string(desc.empty() ? "" : message::clause_separator.in(lang)) + levels_text(part, chapter, assessment);
    const std::size_t rows = (chapter.count + most_cells - 1) / most_cells;
    top += row_height + (rows - 1) * cell_height;
  }
  list levels;
  for (std::size_t i = 0; i < part.levels.size(); ++i) {
    levels << members().number("number", i + 1).text("name", in(lang, part.levels[i].name)).done();
  }
  return members()
      .add("chapters", std::move(strips))
      .add("levels", std::move(levels))
      .text("desc", desc)
      .number("height", top)
      .done();
}

}  // namespace tbsc94::html
