#include "checking/scheme_check.hpp"

#include <algorithm>
#include <array>
#include <numeric>

#include "tbsc94/maturity.hpp"
#include "tbsc94/verdict.hpp"

namespace tbsc94 {

namespace {

using level_list = std::vector<maturity_level>;

maturity_level level_of(unsigned number) { return *maturity_level::from(number); }

// Scores in units of 10^-4: a limit has at most 2 places, and half-way between two limits 3.
constexpr unsigned score_places = 4;
constexpr std::uint64_t score_unit = 10'000;
constexpr std::uint64_t highest_score = 100 * score_unit;  // 5.1: a percentage

std::uint64_t units_of(const decimal& limit) {
  std::uint64_t units = limit.digits();
  for (unsigned places = limit.places(); places < score_places; ++places) {
    units *= 10;
  }
  return units;
}
decimal score_of(std::uint64_t units) { return decimal(units, score_places).trimmed(); }

// Item levels for every management level that can be reached.
class level_finder {
 public:
  explicit level_finder(const maturity_part& part);

  [[nodiscard]] const std::optional<level_list>& giving(maturity_level level) const {
    return found_[level.number() - 1];
  }
  /// Whether `giving` knows of all that can be reached.
  [[nodiscard]] bool is_exhaustive() const { return exhaustive_; }
  [[nodiscard]] level_list uniform(unsigned level) const { return {part_.table.items.size(), level_of(level)}; }
  [[nodiscard]] decimal total(unsigned level) const { return management_total(part_, uniform(level)); }

 private:
  void add(const level_list& levels);
  void add_stairs();
  void add_sums();
  [[nodiscard]] level_list levels_to(std::size_t sum, const std::vector<std::vector<bool>>& sums) const;
  [[nodiscard]] std::size_t weight(std::size_t item) const {
    return static_cast<std::size_t>(part_.table.items[item].points_due.digits() / divisor_);
  }

  static constexpr std::size_t most_steps = 100'000;

  const maturity_part& part_;
  std::uint64_t divisor_ = 0;  // the greatest that all points due have in common
  std::array<std::optional<level_list>, maturity_level::highest> found_;
  bool exhaustive_ = true;
};

level_finder::level_finder(const maturity_part& part) : part_(part) {
  for (const item& each : part.table.items) {
    divisor_ = std::gcd(divisor_, each.points_due.digits());
  }
  // From the plainest to the oddest: all items alike, raised one after another, any levels.
  for (unsigned level = maturity_level::highest; level >= maturity_level::lowest; --level) {
    add(uniform(level));
  }
  add_stairs();
  const auto is_missing = [&](const maturity_band& band) { return !giving(band.level); };
  if (std::any_of(part.bands.begin(), part.bands.end(), is_missing)) {
    add_sums();
  }
}

void level_finder::add(const level_list& levels) {
  auto& found = found_[management_level(part_, management_total(part_, levels)).number() - 1];
  if (!found) {
    found = levels;
  }
}

void level_finder::add_stairs() {
  level_list levels = uniform(maturity_level::lowest);
  for (unsigned level = maturity_level::lowest + 1; level <= maturity_level::highest; ++level) {
    for (maturity_level& each : levels) {
      each = level_of(level);
      add(levels);
    }
  }
}

// All sums that item levels can give, in steps above the least total.
void level_finder::add_sums() {
  constexpr std::size_t raises = maturity_level::highest - maturity_level::lowest;
  const std::size_t count = part_.table.items.size();
  std::size_t most = 0;
  for (std::size_t i = 0; i < count; ++i) {
    most += raises * weight(i);
  }
  if (most > most_steps) {
    exhaustive_ = false;
    return;
  }
  std::vector<std::vector<bool>> sums(count + 1, std::vector<bool>(most + 1));  // with the first items alone
  sums[0][0] = true;
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t sum = 0; sum <= most; ++sum) {
      for (std::size_t raise = 0; sums[i][sum] && raise <= raises; ++raise) {
        sums[i + 1][sum + raise * weight(i)] = true;
      }
    }
  }
  for (std::size_t sum = 0; sum <= most; ++sum) {
    if (sums[count][sum]) {
      add(levels_to(sum, sums));
    }
  }
}

level_list level_finder::levels_to(std::size_t sum, const std::vector<std::vector<bool>>& sums) const {
  level_list levels = uniform(maturity_level::lowest);
  for (std::size_t i = levels.size(); i-- > 0;) {
    while (!sums[i][sum]) {
      sum -= weight(i);
      levels[i] = level_of(levels[i].number() + 1);
    }
  }
  return levels;
}

class checker {
 public:
  explicit checker(const scheme& scheme) : scheme_(scheme) {
    if (scheme.maturity) {
      levels_.emplace(*scheme.maturity);
    }
  }

  std::vector<scheme_remark> run() {
    check_dates();
    if (levels_) {
      check_total_range();
      check_bands();
      check_proportion();
    }
    check_ranges(scheme_list::rows, scheme_.grades.rows);
    if (rows_ask()) {
      check_rows();
      if (levels_) {
        check_levels_asked();
      }
    }
    check_ranges(scheme_list::grades, scheme_.grades.grades);
    check_grades();
    check_places();
    return std::move(remarks_);
  }

 private:
  scheme_remark& add(oddity kind, scheme_list list, std::size_t index) {
    scheme_remark& remark = remarks_.emplace_back();
    remark.kind = kind;
    remark.list = list;
    remark.index = index;
    remark.clause = list == scheme_list::dates   ? std::string()
                    : list == scheme_list::bands ? scheme_.maturity->table.clause
                                                 : scheme_.grades.clause;
    return remark;
  }
  [[nodiscard]] example make(std::uint64_t score, const level_list& levels) const;
  [[nodiscard]] level_list best() const { return levels_ ? levels_->uniform(maturity_level::highest) : level_list(); }
  // Levels that make `level`, the best there are where it cannot be reached.
  [[nodiscard]] level_list at_level(std::optional<maturity_level> level) const {
    return levels_ && level ? levels_->giving(*level).value_or(best()) : best();
  }
  // Whether the left side of 5.3 decides at all, as the scheme is read.
  [[nodiscard]] bool rows_ask() const { return !scheme_.stated.values.score_alone_decides(); }
  [[nodiscard]] std::optional<maturity_level> reached_below(maturity_level level) const;
  [[nodiscard]] bool can_reach(std::optional<maturity_level> level) const;
  [[nodiscard]] bool asks(maturity_level level) const;
  [[nodiscard]] bool is_asked(std::size_t row) const;

  void check_dates();
  void check_total_range();
  void check_bands();
  void check_proportion();
  template <class Entry>  // grade_row or grade_limit
  void check_ranges(scheme_list list, const std::vector<Entry>& entries);
  void check_neighbours(scheme_list list, std::size_t index, const std::optional<decimal>& end, const decimal& next,
                        std::optional<maturity_level> level);
  void check_rows();
  void check_levels_asked();
  void check_grades();
  void check_condition(std::size_t grade);
  void check_places();

  const scheme& scheme_;
  std::optional<level_finder> levels_;
  std::vector<scheme_remark> remarks_;
};

std::optional<maturity_level> level_of_row(const grade_row& row) { return row.level; }
std::optional<maturity_level> level_of_row(const grade_limit& /*limit*/) { return std::nullopt; }

example checker::make(std::uint64_t score, const level_list& levels) const {
  example result;
  assessment& made = result.assessment;
  made.names_edition = true;
  made.ratings.emplace_back();
  const decimal share =
      decimal(std::min(score, highest_score), score_places + 2).trimmed();  // a hundredth of the score
  made.alphas.assign(scheme_.service.items.size(), *alpha::from(*read_numeral(share.to_string())));
  made.conformity = conformity::conforming;
  made.levels = levels;
  result.grading = grade(scheme_, made, scheme_.stated);
  return result;
}

std::optional<maturity_level> checker::reached_below(maturity_level level) const {
  for (unsigned below = level.number(); below-- > maturity_level::lowest;) {
    if (levels_->giving(level_of(below))) {
      return level_of(below);
    }
  }
  return std::nullopt;
}

bool checker::can_reach(std::optional<maturity_level> level) const {
  if (!levels_ || !level) {
    return true;
  }
  const auto& bands = scheme_.maturity->bands;
  return std::any_of(bands.begin(), bands.end(), [&](const maturity_band& band) {
    return band.level >= *level && (levels_->giving(band.level) || !levels_->is_exhaustive());
  });
}

bool checker::asks(maturity_level level) const {
  const auto& rows = scheme_.grades.rows;
  return std::any_of(rows.begin(), rows.end(), [&](const grade_row& row) { return row.level == level; });
}

bool checker::is_asked(std::size_t row) const {
  for (std::size_t grade = 0; grade < scheme_.grades.grades.size(); ++grade) {
    if (row_of(scheme_.grades, grade, {}, scheme_.stated.values) == row) {
      return true;
    }
  }
  return false;
}

// As texts they stand in the order of the calendar.
void checker::check_dates() {
  if (scheme_.effective < scheme_.published) {
    add(oddity::effective_before, scheme_list::dates, 0);
  }
}

// Where the bands begin below the least total, or end above the highest.
void checker::check_total_range() {
  const auto& bands = scheme_.maturity->bands;
  const decimal least = levels_->total(maturity_level::lowest);
  const decimal most = levels_->total(maturity_level::highest);
  if (bands.front().from < least) {
    scheme_remark& remark = add(oddity::totals_begin_later, scheme_list::bands, 0);
    remark.from = bands.front().from;
    remark.to = least;
    remark.examples = {make(highest_score, levels_->uniform(maturity_level::lowest))};
  }
  if (most < bands.back().end) {
    scheme_remark& remark = add(oddity::values_unreached, scheme_list::bands, bands.size() - 1);
    remark.from = most;
    remark.to = bands.back().end;
    remark.examples = {make(highest_score, best())};
  }
}

void checker::check_bands() {
  const auto& bands = scheme_.maturity->bands;
  for (std::size_t i = 0; i < bands.size(); ++i) {
    if (!levels_->giving(bands[i].level) && levels_->is_exhaustive()) {
      scheme_remark& remark = add(oddity::entry_unreached, scheme_list::bands, i);
      remark.level = bands[i].level;
      remark.examples = {make(highest_score, levels_->uniform(bands[i].level.number()))};
    }
  }
  for (unsigned level = maturity_level::lowest; level <= maturity_level::highest; ++level) {
    const auto gives_it = [&](const maturity_band& band) { return band.level == level_of(level); };
    if (std::none_of(bands.begin(), bands.end(), gives_it)) {
      scheme_remark& remark = add(oddity::level_without_band, scheme_list::bands, 0);
      remark.level = level_of(level);
      remark.examples = {make(highest_score, levels_->uniform(level))};
    }
  }
}

void checker::check_proportion() {
  const maturity_part& part = *scheme_.maturity;
  for (unsigned level = maturity_level::lowest; level <= maturity_level::highest; ++level) {
    const maturity_level given = management_level(part, levels_->total(level));
    if (given == level_of(level)) {
      continue;
    }
    const auto band = std::find_if(part.bands.begin(), part.bands.end(),
                                   [&](const maturity_band& each) { return each.level == given; });
    scheme_remark& remark =
        add(oddity::out_of_proportion, scheme_list::bands, static_cast<std::size_t>(band - part.bands.begin()));
    remark.level = level_of(level);
    remark.examples = {make(highest_score, levels_->uniform(level))};
    if (level > maturity_level::lowest) {
      remark.examples.push_back(make(highest_score, levels_->uniform(level - 1)));
    }
  }
}

// How the printed ends of two neighbours meet; `level` is what the first asks.
void checker::check_neighbours(scheme_list list, std::size_t index, const std::optional<decimal>& end,
                               const decimal& next, std::optional<maturity_level> level) {
  const std::uint64_t from = end ? units_of(*end) : highest_score;
  const std::uint64_t to = units_of(next);
  if (from < to && from < highest_score) {
    scheme_remark& remark = add(oddity::gap, list, index);
    remark.from = *end;
    remark.to = next;
    // A score that rounds to the next one's limit, where the gap has room for it.
    std::uint64_t rounds_up = score_unit * 4 / 10;
    for (unsigned place = 0; place < scheme_.grades.places; ++place) {
      rounds_up /= 10;
    }
    const std::uint64_t score = to - rounds_up > from ? to - rounds_up : (from + to) / 2;
    remark.examples = {make(score, best())};
  } else if (from >= to && to <= highest_score && end != next) {
    scheme_remark& remark = add(oddity::overlap, list, index);
    remark.from = next;
    remark.to = score_of(std::min(from, highest_score));
    remark.examples = {make(to, at_level(level))};
  } else if (end == next && to <= highest_score) {
    scheme_remark& remark = add(oddity::shared_limit, list, index);
    remark.from = remark.to = next;
    remark.examples = {make(to, at_level(level))};
  }
}

// The printed ranges of the left or the right side of 5.3.
template <class Entry>
void checker::check_ranges(scheme_list list, const std::vector<Entry>& entries) {
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const Entry& entry = entries[i];
    if (i + 1 < entries.size()) {
      check_neighbours(list, i, entry.to, entries[i + 1].from, level_of_row(entry));
    } else if (entry.to && units_of(*entry.to) < highest_score) {
      scheme_remark& remark = add(oddity::ends_early, list, i);
      remark.from = *entry.to;
      remark.to = score_of(highest_score);
      remark.examples = {make(highest_score, best())};
    }
    if (units_of(entry.from) <= highest_score && entry.to && units_of(*entry.to) > highest_score) {
      scheme_remark& remark = add(oddity::values_unreached, list, i);
      remark.from = score_of(highest_score);
      remark.to = *entry.to;
      remark.examples = {make(highest_score, best())};
    }
  }
}

void checker::check_rows() {
  const grade_table& table = scheme_.grades;
  const std::size_t lowest = *row_of(table, 0, {}, scheme_.stated.values);
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    const std::uint64_t from = units_of(table.rows[row].from);
    if (from > highest_score) {
      add(oddity::entry_unreached, scheme_list::rows, row).examples = {make(highest_score, best())};
    } else if (row < lowest) {
      const std::uint64_t last = table.rows[row].to ? units_of(*table.rows[row].to) : from;
      const bool is_below = last < units_of(table.grades.front().from);
      add(oddity::row_without_grade, scheme_list::rows, row).examples = {make(is_below ? last : from, best())};
    } else if (!is_asked(row)) {
      scheme_remark& remark = add(oddity::row_not_asked, scheme_list::rows, row);
      remark.level = table.rows[row].level;
      const auto below = remark.level && levels_ ? reached_below(*remark.level) : std::nullopt;
      remark.examples = {make(from, at_level(below))};
    }
  }
}

void checker::check_levels_asked() {
  const grade_table& table = scheme_.grades;
  if (table.rows.size() != table.grades.size()) {
    add(oddity::order_without_effect, scheme_list::rows, table.rows.size() - 1);
  }
  for (unsigned number = maturity_level::lowest + 1; number <= maturity_level::highest; ++number) {
    const maturity_level level = level_of(number);
    const auto below = reached_below(level);
    if (asks(level) || !levels_->giving(level) || !below) {
      continue;
    }
    scheme_remark& remark = add(oddity::level_not_asked, scheme_list::rows, scheme_.grades.rows.size() - 1);
    remark.level = level;
    remark.examples = {make(highest_score, at_level(level)), make(highest_score, at_level(below))};
  }
}

void checker::check_grades() {
  const grade_table& table = scheme_.grades;
  for (std::size_t grade = 0; grade < table.grades.size(); ++grade) {
    if (units_of(table.grades[grade].from) > highest_score || !can_reach(level_asked(scheme_, grade))) {
      scheme_remark& remark = add(oddity::entry_unreached, scheme_list::grades, grade);
      remark.level = level_asked(scheme_, grade);
      remark.examples = {make(highest_score, best())};
    } else if (levels_ && rows_ask()) {
      check_condition(grade);
    }
  }
}

// What the level that a grade asks adds to its lower limit and to the grade below.
void checker::check_condition(std::size_t grade) {
  const grade_table& table = scheme_.grades;
  const auto asked = level_asked(scheme_, grade);
  const std::uint64_t limit = units_of(table.grades[grade].from);
  if (asked && *asked <= management_level(*scheme_.maturity, levels_->total(maturity_level::lowest))) {
    scheme_remark& remark = add(oddity::condition_never_decides, scheme_list::grades, grade);
    remark.level = asked;
    remark.examples = {make(limit, levels_->uniform(maturity_level::lowest))};
  } else if (grade > 0 && asked <= level_asked(scheme_, grade - 1)) {
    scheme_remark& remark = add(oddity::condition_adds_nothing, scheme_list::grades, grade);
    remark.level = asked;
    remark.examples = {make(limit, at_level(asked)), make(units_of(table.grades[grade - 1].from), at_level(asked))};
  }
}

// The places to which rounded-value rounds, and those that the limits have.
void checker::check_places() {
  const grade_table& table = scheme_.grades;
  unsigned printed = 0;
  const auto look_at = [&](const auto& entries) {
    for (const auto& each : entries) {
      printed = std::max({printed, each.from.trimmed().places(), each.to ? each.to->trimmed().places() : 0});
    }
  };
  look_at(table.rows);
  look_at(table.grades);
  if (table.places > printed) {
    scheme_remark& remark = add(oddity::places_not_printed, scheme_list::places, 0);
    remark.from = decimal(printed);
    remark.to = decimal(table.places);
  }
}

}  // namespace

std::optional<maturity_level> level_asked(const scheme& scheme, std::size_t grade) {
  return level_asked(scheme.grades, row_of(scheme.grades, grade, {}, scheme.stated.values));
}

std::vector<scheme_remark> check(const scheme& scheme) { return checker(scheme).run(); }

}  // namespace tbsc94
