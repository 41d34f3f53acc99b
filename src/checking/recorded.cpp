#include "checking/recorded.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "double_sums.hpp"
#include "office_ways.hpp"
#include "written_number.hpp"

namespace tbsc94 {

namespace {

constexpr std::array<std::string_view, 5> member_names{"service_score", "management_total", "management_level", "grade",
                                                       "readings"};

// The readings that bear on a grade; `mean-over` bears on the score as well, the others on what follows from it.
constexpr std::array grade_readings{reading::grade_conditions, reading::limit_comparison, reading::management_shortfall,
                                    reading::mean_over,        reading::row_grade,        reading::shared_boundary};

// All combinations of the readings that bear on a given score and level.
std::vector<readings> all_that_bear_on_scores() {
  std::vector<readings> result(1);
  for (const reading which : grade_readings) {
    for (std::size_t i = 0, count = result.size(); which != reading::mean_over && i < count; ++i) {
      const other_readings others = result[i].others(which);
      result.insert(result.end(), others.begin(), others.end());
    }
  }
  return result;
}

bool have_same_ids(const item_table& a, const item_table& b) {
  return std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(),
                    [](const item& left, const item& right) { return left.id == right.id; });
}

std::optional<maturity_level> band_of(const maturity_part& part, const fraction& total) {
  const auto begins_at_or_below = [&](const maturity_band& band) { return total >= band.from; };
  const auto band = std::find_if(part.bands.rbegin(), part.bands.rend(), begins_at_or_below);
  if (band == part.bands.rend() || total > part.bands.back().end) {
    return std::nullopt;
  }
  return band->level;
}

std::optional<std::string> name_of_grade(const scheme& scheme, grade_index grade) {
  return grade ? std::optional(scheme.grades.grades[*grade].grade) : std::nullopt;
}

std::optional<std::string> digits_of(const std::optional<maturity_level>& level) {
  return level ? std::optional(std::to_string(level->number())) : std::nullopt;
}

// The written members as numbers, where they are there and possible. Their values are asked for only
// where one differs.
class values {
 public:
  std::optional<written_number> score;
  std::optional<written_number> total;
  std::optional<maturity_level> level;

  values(const recorded_result& recorded, const scheme& scheme) : scheme_(scheme) {
    if (recorded.service_score) {
      score = written_number::read(*recorded.service_score);
    }
    if (recorded.management_total && scheme.maturity) {
      total = written_number::read(*recorded.management_total);
    }
    if (recorded.management_level && scheme.maturity) {
      const auto number = read_numeral(*recorded.management_level);
      const auto whole = number ? decimal::from(*number, 0) : std::nullopt;
      level = whole ? maturity_level::from(whole->digits()) : std::nullopt;
    }
  }

  // 0 to 100.
  [[nodiscard]] std::optional<fraction> score_value() const {
    const auto value = score ? score->value() : std::nullopt;
    return value && *value <= fraction(100, 1) ? value : std::nullopt;
  }
  // That of the band which the total lies in.
  [[nodiscard]] std::optional<maturity_level> level_of_total() const {
    const auto value = total ? total->value() : std::nullopt;
    return value ? band_of(*scheme_.maturity, *value) : std::nullopt;
  }

 private:
  const scheme& scheme_;
};

// Checks one recorded result, and looks for the causes of what differs.
class inquiry {
 public:
  inquiry(const recorded_result& recorded, const account& account)
      : recorded_(recorded), account_(account), values_(recorded, account.scheme) {}

  [[nodiscard]] std::vector<difference> differences() {
    compare(recorded_member::service_score, recorded_.service_score, &inquiry::explain_score);
    compare(recorded_member::management_total, recorded_.management_total, &inquiry::explain_total);
    compare(recorded_member::management_level, recorded_.management_level, &inquiry::explain_level);
    if (recorded_.has_grade && !holds(recorded_member::grade, account_.scheme, account_.grading)) {
      add(recorded_member::grade, recorded_.grade, &inquiry::explain_grade);
    }
    compare_readings();
    return std::move(found_);
  }

 private:
  using explanation = void (inquiry::*)(difference&) const;

  void compare(recorded_member member, const std::optional<std::string>& recorded, explanation explain) {
    if (recorded && !holds(member, account_.scheme, account_.grading)) {
      add(member, recorded, explain);
    }
  }
  void add(recorded_member member, const std::optional<std::string>& recorded, explanation explain) {
    difference& added = found_.emplace_back();
    added.member = member;
    added.recorded = recorded;
    added.computed = computed(member);
    added.mark = member == recorded_member::service_score ? computed_score().mark : '\0';
    (this->*explain)(added);
  }
  void compare_readings();

  // Of the four members that are results: the readings are compared by themselves.
  [[nodiscard]] bool holds(recorded_member member, const scheme& scheme, const grading& grading) const;
  [[nodiscard]] bool score_holds(const fraction& exact) const {
    const auto near = values_.score ? values_.score->beside(exact) : std::nullopt;
    return near && near->is_rounded();
  }
  [[nodiscard]] bool total_holds(const fraction& exact) const {
    const auto near = values_.total ? values_.total->beside(exact) : std::nullopt;
    return near && !near->above && near->rest == fraction();
  }
  [[nodiscard]] bool total_is_rounded(const fraction& exact) const {
    const auto near = values_.total->beside(exact);
    return near && near->is_rounded();
  }
  [[nodiscard]] shown_score computed_score() const;
  [[nodiscard]] std::optional<std::string> computed(recorded_member member) const;
  [[nodiscard]] bool differs(recorded_member member) const {
    return std::any_of(found_.begin(), found_.end(), [&](const difference& each) { return each.member == member; });
  }

  void explain_score(difference& found) const;
  void explain_total(difference& found) const;
  void explain_level(difference& found) const;
  void explain_grade(difference& found) const;

  // Each sets the cause where it gives the recorded value, and says whether it does.
  bool by_rounding(difference& found) const;
  bool by_raising(difference& found) const;
  bool by_recorded_scores(difference& found) const;
  bool by_review(difference& found) const;
  bool by_readings(difference& found, std::span<const reading> which, std::size_t together) const;
  bool by_half_up(difference& found) const;
  bool by_office_ways(difference& found) const;
  bool by_doubles(difference& found) const;
  bool by_edition(difference& found) const;
  bool by_contradiction(difference& found) const;

  [[nodiscard]] grade_index decided(const fraction& score, std::optional<maturity_level> level,
                                    const readings& readings) const {
    return decide(account_.scheme.grades, {score, level, account_.assessment.conformity}, readings);
  }
  using sets_of_readings = std::vector<std::vector<reading_value>>;
  [[nodiscard]] sets_of_readings sets_that_give(recorded_member member, const assessment& assessment,
                                                std::span<const reading> which, std::size_t together) const;
  // What a score comes to where it is compared rounded a half up, to the places of any rounded value.
  [[nodiscard]] bool is_recorded_half_up(const grounds& grounds, const readings& readings) const;
  [[nodiscard]] bool is_recorded(grade_index grade) const {
    return name_of_grade(account_.scheme, grade) == recorded_.grade;
  }
  static bool set(difference& found, cause cause, bool gives_it = true) {
    found.cause = gives_it ? cause : found.cause;
    return gives_it;
  }

  const recorded_result& recorded_;
  const account& account_;
  values values_;
  std::vector<difference> found_;
};

bool inquiry::holds(recorded_member member, const scheme& scheme, const grading& grading) const {
  switch (member) {
    case recorded_member::service_score:
      return score_holds(grading.score);
    case recorded_member::management_total:
      return grading.total && total_holds(fraction(*grading.total));
    case recorded_member::management_level:
      return grading.level && values_.level == grading.level;
    default:
      return name_of_grade(scheme, grading.grade) == recorded_.grade;
  }
}

// With the decimals that are recorded, so that the difference shows; within what `rounded` takes.
shown_score inquiry::computed_score() const {
  constexpr std::uint64_t most = 15;
  const std::uint64_t written = values_.score ? std::min(values_.score->places(), most) : 0;
  return show(account_.scheme.grades, account_.grading.score,
              std::max(shown_score::places, static_cast<unsigned>(written)));
}

std::optional<std::string> inquiry::computed(recorded_member member) const {
  const grading& grading = account_.grading;
  switch (member) {
    case recorded_member::service_score:
      return computed_score().value.to_string();
    case recorded_member::management_total:
      return grading.total ? std::optional(grading.total->to_string()) : std::nullopt;
    case recorded_member::management_level:
      return digits_of(grading.level);
    default:
      return name_of_grade(account_.scheme, grading.grade);
  }
}

void inquiry::compare_readings() {
  for (std::size_t i = 0; i < recorded_.readings.size(); ++i) {
    const auto& [name, value] = recorded_.readings[i];
    const auto which = find_reading(name);
    if (which && readings().set(*which, value)) {
      continue;
    }
    difference& added = found_.emplace_back();
    added.index = i;
    added.member = recorded_member::readings;
    added.recorded = std::string(name).append("=").append(value);
    if (which) {
      added.computed = std::string(name).append("=").append(account_.readings.values.value(*which));
    }
    added.cause = cause::impossible;
  }
}

void inquiry::explain_score(difference& found) const {
  if (!values_.score_value()) {
    set(found, cause::impossible);
    return;
  }
  constexpr std::array bearing{reading::mean_over};
  static_cast<void>(by_doubles(found) || by_rounding(found) || by_readings(found, bearing, 1) ||
                    by_office_ways(found) || by_raising(found) || by_edition(found));
}

void inquiry::explain_total(difference& found) const {
  if (!values_.level_of_total()) {
    set(found, cause::impossible);
    return;
  }
  static_cast<void>(by_doubles(found) || by_edition(found));
}

void inquiry::explain_level(difference& found) const {
  if (!values_.level) {
    set(found, cause::impossible);
    return;
  }
  const auto of_total = values_.level_of_total();
  static_cast<void>(set(found, cause::recorded_total, of_total == values_.level) || by_doubles(found) ||
                    by_edition(found) || set(found, cause::inconsistent, of_total.has_value()));
}

void inquiry::explain_grade(difference& found) const {
  const auto& grades = account_.scheme.grades.grades;
  const bool has_it = !recorded_.grade || std::any_of(grades.begin(), grades.end(), [&](const grade_limit& each) {
    return each.grade == *recorded_.grade;
  });
  if (!has_it) {
    static_cast<void>(by_edition(found) || set(found, cause::impossible));
    return;
  }
  // What the record itself or one step explains comes before what takes two.
  static_cast<void>(by_recorded_scores(found) || by_review(found) || by_readings(found, grade_readings, 1) ||
                    by_half_up(found) || by_doubles(found) || by_edition(found) || by_office_ways(found) ||
                    by_readings(found, grade_readings, 2) || by_contradiction(found));
}

bool inquiry::by_rounding(difference& found) const {
  const auto near = values_.score->beside(account_.grading.score);
  if (!near) {
    return false;
  }
  if (!near->above) {
    return set(found, cause::truncated);
  }
  return set(found, cause::rounded_twice, near->rest >= fraction(45, 100));  // to a half, at one more decimal
}

// Last of all: few raise what others round on the way.
bool inquiry::by_raising(difference& found) const {
  const auto near = values_.score->beside(account_.grading.score);
  return set(found, cause::rounded_up, near && near->above && near->rest != fraction());
}

bool inquiry::by_recorded_scores(difference& found) const {
  const grading& grading = account_.grading;
  const readings& readings = account_.readings.values;
  const auto score_value = values_.score_value();
  const auto level_of_total = values_.level_of_total();
  const bool other_score = differs(recorded_member::service_score) && score_value;
  const bool other_level = differs(recorded_member::management_level) && values_.level;
  const bool other_total = !recorded_.management_level && differs(recorded_member::management_total) && level_of_total;
  const fraction score = other_score ? *score_value : grading.score;
  const auto level = other_level ? values_.level : other_total ? level_of_total : grading.level;
  const cause by_level = other_level ? cause::recorded_level : cause::recorded_total;
  return (other_score && set(found, cause::recorded_score, is_recorded(decided(score, grading.level, readings)))) ||
         ((other_level || other_total) && set(found, by_level, is_recorded(decided(grading.score, level, readings)))) ||
         (other_score && set(found, cause::recorded_scores, is_recorded(decided(score, level, readings))));
}

// Where the review is not passed no reading gives a grade: what would give the recorded one if it were?
bool inquiry::by_review(difference& found) const {
  if (account_.assessment.conformity != conformity::nonconforming) {
    return false;
  }
  assessment passed = account_.assessment;
  passed.conformity = conformity::conforming;
  if (holds(found.member, account_.scheme, grade(account_.scheme, passed, account_.readings))) {
    return set(found, cause::conformity);
  }
  for (const std::size_t together : {1U, 2U}) {
    found.under = sets_that_give(found.member, passed, grade_readings, together);
    if (!found.under.empty()) {
      return set(found, cause::conformity);
    }
  }
  return false;
}

// All other values of `which`, alone or two of them `together`, under which `assessment` comes to what is recorded.
inquiry::sets_of_readings inquiry::sets_that_give(recorded_member member, const assessment& assessment,
                                                  std::span<const reading> which, std::size_t together) const {
  sets_of_readings result;
  const auto gives_it = [&](const readings& others) {
    return holds(member, account_.scheme, grade(account_.scheme, assessment, {others, {}}));
  };
  for (std::size_t i = 0; i < which.size(); ++i) {
    for (const readings& one : account_.readings.values.others(which[i])) {
      const reading_value first{which[i], one.value(which[i])};
      if (together == 1 && gives_it(one)) {
        result.push_back({first});
      }
      for (std::size_t j = i + 1; j < which.size() && together == 2; ++j) {
        for (const readings& two : one.others(which[j])) {
          if (gives_it(two)) {
            result.push_back({first, {which[j], two.value(which[j])}});
          }
        }
      }
    }
  }
  return result;
}

bool inquiry::by_readings(difference& found, std::span<const reading> which, std::size_t together) const {
  found.under = sets_that_give(found.member, account_.assessment, which, together);
  return set(found, cause_of(found.under), !found.under.empty());
}

bool inquiry::is_recorded_half_up(const grounds& grounds, const readings& readings) const {
  const grade_table& table = account_.scheme.grades;
  const other_readings rounded = tbsc94::readings().others(reading::limit_comparison);
  return std::any_of(rounded.begin(), rounded.end(), [&](const tbsc94::readings& each) {
    const fraction compared(half_up(grounds.score, *each.compared_places(table.places)));
    return is_recorded(decide(table, grounds, standing_of(table, compared), readings));
  });
}

bool inquiry::by_half_up(difference& found) const {
  const grounds grounds{account_.grading.score, account_.grading.level, account_.assessment.conformity};
  return set(found, cause::half_up, is_recorded_half_up(grounds, account_.readings.values));
}

// A grade is traced to such a score only where the same is recorded: a grade alone has too many ways to it.
bool inquiry::by_office_ways(difference& found) const {
  const scheme& scheme = account_.scheme;
  const readings& readings = account_.readings.values;
  const auto gives_it = [&](const fraction& score) {
    const bool is_score = found.member == recorded_member::service_score;
    const bool fits = recorded_.service_score && score_holds(score);
    return fits && (is_score || is_recorded(decided(score, account_.grading.level, readings)));
  };
  const auto any = [&](cause by, const std::vector<fraction>& scores) {
    return set(found, by, std::any_of(scores.begin(), scores.end(), gives_it));
  };
  const assessment& record = account_.assessment;
  return any(cause::rounded_items, scores_of_rounded_items(scheme, record, readings.mean_over())) ||
         any(cause::rounded_ratings, scores_of_rounded_ratings(scheme, record, readings.mean_over())) ||
         any(cause::unweighted, unweighted_scores(scheme, record, readings.mean_over()));
}

bool inquiry::by_doubles(difference& found) const {
  const scheme& scheme = account_.scheme;
  const readings& readings = account_.readings.values;
  const auto any = [&](const std::vector<fraction>& sums, auto gives_it) {
    return set(found, cause::floating_point, std::any_of(sums.begin(), sums.end(), gives_it));
  };
  switch (found.member) {
    case recorded_member::service_score:
      return any(scores_in_doubles(scheme, account_.assessment, readings.mean_over()),
                 [&](const fraction& score) { return score_holds(score); });
    case recorded_member::management_total:
      return !total_is_rounded(fraction(*account_.grading.total)) &&
             any(totals_in_doubles(*scheme.maturity, account_.assessment),
                 [&](const fraction& total) { return total_is_rounded(total); });
    case recorded_member::management_level:
      return any(totals_in_doubles(*scheme.maturity, account_.assessment),
                 [&](const fraction& total) { return band_of(*scheme.maturity, total) == values_.level; });
    default:
      return any(scores_in_doubles(scheme, account_.assessment, readings.mean_over()),
                 [&](const fraction& score) { return is_recorded(decided(score, account_.grading.level, readings)); });
  }
}

bool inquiry::by_edition(difference& found) const {
  for (const scheme* other : account_.other_editions) {
    if (have_same_items(account_.scheme, *other) &&
        holds(found.member, *other, grade(*other, account_.assessment, account_.readings))) {
      found.edition = other->edition;
      return set(found, cause::edition);
    }
  }
  return false;
}

// Nothing is called a contradiction that any combination of readings allows, be it with the review passed or a half
// rounded up; nor no grade where the review is not stated.
bool inquiry::by_contradiction(difference& found) const {
  const auto score = values_.score_value();
  const bool may_not_be_passed = !recorded_.grade && !account_.assessment.conformity;
  if (!score || may_not_be_passed || !(values_.level || !account_.grading.level)) {
    return false;
  }
  const grounds passed{*score, values_.level, conformity::conforming};
  const std::vector<readings> all = all_that_bear_on_scores();
  return set(found, cause::inconsistent, std::none_of(all.begin(), all.end(), [&](const readings& each) {
               return is_recorded(decide(account_.scheme.grades, passed, each)) || is_recorded_half_up(passed, each);
             }));
}

}  // namespace

std::string_view name_of(recorded_member member) { return member_names[static_cast<std::size_t>(member)]; }

bool says_something(const recorded_result& recorded) {
  return recorded.service_score || recorded.management_total || recorded.management_level || recorded.has_grade;
}

readings_in_use readings_for(const recorded_result& recorded, const readings_in_use& given) {
  readings_in_use result = given;
  for (const auto& [name, value] : recorded.readings) {
    const auto which = find_reading(name);
    if (which && result.values.value(*which) != value && result.values.set(*which, value)) {
      result.settled[static_cast<std::size_t>(*which)].reset();
    }
  }
  return result;
}

bool have_same_items(const scheme& a, const scheme& b) {
  return have_same_ids(a.service, b.service) && a.maturity.has_value() == b.maturity.has_value() &&
         (!a.maturity || have_same_ids(a.maturity->table, b.maturity->table));
}

std::vector<difference> differences(const recorded_result& recorded, const account& account) {
  return inquiry(recorded, account).differences();
}

}  // namespace tbsc94
