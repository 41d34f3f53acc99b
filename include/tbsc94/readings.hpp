// Readings: where the text is silent or disagrees with itself, the way it is read has a name.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace tbsc94 {

struct scheme;

/// A place of the text that can be read in several ways. Alphabetical, as results list them.
enum class reading : std::uint8_t {
  grade_conditions,      // 5.3: the right side speaks of the score alone, the left side of levels
  limit_comparison,      // 5.3: what 89.6 is, between "80-89" and "90-94"
  management_shortfall,  // 5.3: a score whose own row asks a level that is not reached
  mean_over,             // 5.1.2: "each person or each time"
  not_applicable,        // 5.1.1: an item that does not apply
  row_grade,             // 5.3: which of the three rows is which grade's
  shared_boundary,       // 5.3: a score that stands in two rows
};

inline constexpr std::size_t reading_count = 7;
inline constexpr std::array<reading, reading_count> all_readings{
    reading::grade_conditions, reading::limit_comparison, reading::management_shortfall, reading::mean_over,
    reading::not_applicable,   reading::row_grade,        reading::shared_boundary};

/// The most values that a reading has.
inline constexpr std::size_t most_values = 4;

/// What a reading and its values are called.
struct reading_names {
  std::string_view name;
  std::size_t count = 0;                            // of its values
  std::array<std::string_view, most_values> all{};  // the default first

  [[nodiscard]] constexpr std::span<const std::string_view> values() const { return {all.data(), count}; }
};
[[nodiscard]] const reading_names& names_of(reading which);

/// The clause of the scheme that leaves the reading open: of α, of the mean (else of the service part), or of
/// the table of grades.
[[nodiscard]] const std::string& clause_of(const scheme& scheme, reading which);

/// `find_reading("row-grade") // reading::row_grade`; nullopt for a name that is none.
[[nodiscard]] std::optional<reading> find_reading(std::string_view name);

/// A set of readings.
class reading_set {
 public:
  void add(reading which) { in_ |= bit(which); }
  [[nodiscard]] bool has(reading which) const { return (in_ & bit(which)) != 0; }
  [[nodiscard]] bool empty() const { return in_ == 0; }
  friend bool operator==(const reading_set&, const reading_set&) = default;

 private:
  static constexpr unsigned bit(reading which) { return 1U << static_cast<unsigned>(which); }
  unsigned in_ = 0;
};

/// What a mean over ratings is first taken over (5.1.2): the values of the reading `mean-over`.
enum class averaging : std::uint8_t { ratings, assessors, occasions };

class other_readings;

/// One value for every reading; at first the defaults.
class readings {
 public:
  [[nodiscard]] bool is_default(reading which) const { return index_of(which) == 0; }
  /// The place of the value in use among `names_of(which).values()`.
  [[nodiscard]] std::size_t index_of(reading which) const { return in_use_[static_cast<std::size_t>(which)]; }
  [[nodiscard]] std::string_view value(reading which) const { return names_of(which).values()[index_of(which)]; }
  /// Sets a reading by the name of its value; false, and nothing set, where it has no such value.
  [[nodiscard]] bool set(reading which, std::string_view value);
  /// These readings with the value of `which` that stands at `index`, which is below the number of its values.
  [[nodiscard]] readings with(reading which, std::size_t index) const {
    readings result = *this;
    result.in_use_[static_cast<std::size_t>(which)] = static_cast<std::uint8_t>(index);
    return result;
  }
  /// These readings under each other value of `which`, in the order of the values.
  [[nodiscard]] other_readings others(reading which) const;

  // The values by what they mean, for the code that follows them.
  /// Whether the right side of 5.3 alone decides, and the management level nothing.
  [[nodiscard]] bool score_alone_decides() const { return !is_default(reading::grade_conditions); }
  [[nodiscard]] bool rows_by_order() const { return !is_default(reading::row_grade); }
  /// The places to which a score is rounded before it is compared; nullopt: the full value is compared.
  /// `of_limits`: the places of the printed limits.
  [[nodiscard]] std::optional<unsigned> compared_places(unsigned of_limits) const;
  [[nodiscard]] bool boundary_in_lower_row() const { return !is_default(reading::shared_boundary); }
  [[nodiscard]] bool shortfall_gives_none() const { return !is_default(reading::management_shortfall); }
  [[nodiscard]] averaging mean_over() const { return static_cast<averaging>(index_of(reading::mean_over)); }
  [[nodiscard]] bool excludes_not_applicable() const { return !is_default(reading::not_applicable); }

  friend bool operator==(const readings&, const readings&) = default;

 private:
  std::array<std::uint8_t, reading_count> in_use_{};  // a value each, by its place among the values
};

/// The other values of one reading, all other readings alike.
class other_readings {
 public:
  void add(const readings& each) { list_[count_++] = each; }
  [[nodiscard]] const readings* begin() const { return list_.data(); }
  [[nodiscard]] const readings* end() const { return list_.data() + count_; }

 private:
  std::array<readings, most_values - 1> list_{};
  std::size_t count_ = 0;
};

/// What settles a reading: a certification body's own decision, or the scheme that states it.
struct decision {
  std::string text;        // "TC 2026-03"; of a scheme the clause, "5.1.2"
  std::string date;        // YYYY-MM-DD; empty: not stated
  bool by_scheme = false;  // the scheme states it

  friend bool operator==(const decision&, const decision&) = default;
};

/// The readings that a grading uses, and those of them that are settled.
struct readings_in_use {
  readings values;
  std::array<std::optional<decision>, reading_count> settled;
  reading_set given{};  // by the body's file or for a trial: these go before what a scheme states

  [[nodiscard]] bool is_settled(reading which) const { return settled[static_cast<std::size_t>(which)].has_value(); }
  /// Takes the value of `which`, and what settles it, from others.
  void take_over(reading which, const readings_in_use& from);
  /// The same where what a scheme states, `stated`, holds unless it is given otherwise.
  [[nodiscard]] readings_in_use over(const readings_in_use& stated) const;
};

}  // namespace tbsc94
