// Readings: where the text is silent or disagrees with itself, the way it is read has a name.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tbsc94 {

struct scheme;

/// A place of the text that can be read in two ways. Alphabetical, as results list them.
enum class reading : std::uint8_t {
  limit_comparison,      // 5.3: what 89.6 is, between "80-89" and "90-94"
  management_shortfall,  // 5.3: a score whose own row asks a level that is not reached
  mean_over,             // 5.1.2: "each person or each time"
  not_applicable,        // 5.1.1: an item that does not apply
  row_grade,             // 5.3: which of the three rows is which grade's
  shared_boundary,       // 5.3: a score that stands in two rows
};

inline constexpr std::size_t reading_count = 6;
inline constexpr std::array<reading, reading_count> all_readings{
    reading::limit_comparison, reading::management_shortfall, reading::mean_over, reading::not_applicable,
    reading::row_grade,        reading::shared_boundary};

/// What a reading is called, and its two values.
struct reading_names {
  std::string_view name;
  std::string_view standard;  // the default value
  std::string_view other;
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
  void add(reading which) { set(which, true); }
  /// Whether it has `which` from now on.
  void set(reading which, bool is_in) { in_ = is_in ? in_ | bit(which) : in_ & ~bit(which); }
  [[nodiscard]] bool has(reading which) const { return (in_ & bit(which)) != 0; }
  [[nodiscard]] bool empty() const { return in_ == 0; }
  friend bool operator==(const reading_set&, const reading_set&) = default;

 private:
  static constexpr unsigned bit(reading which) { return 1U << static_cast<unsigned>(which); }
  unsigned in_ = 0;
};

/// One value for every reading; at first the defaults.
class readings {
 public:
  [[nodiscard]] bool is_default(reading which) const { return !other_.has(which); }
  [[nodiscard]] std::string_view value(reading which) const;
  /// Sets a reading by the name of its value; false, and nothing set, where it has no such value.
  [[nodiscard]] bool set(reading which, std::string_view value);
  /// These readings with the other value of `which`.
  [[nodiscard]] readings with_other(reading which) const;

  // The values by what they mean, for the code that follows them.
  [[nodiscard]] bool rows_by_order() const { return !is_default(reading::row_grade); }
  [[nodiscard]] bool compares_rounded() const { return !is_default(reading::limit_comparison); }
  [[nodiscard]] bool boundary_in_lower_row() const { return !is_default(reading::shared_boundary); }
  [[nodiscard]] bool shortfall_gives_none() const { return !is_default(reading::management_shortfall); }
  [[nodiscard]] bool mean_over_assessors() const { return !is_default(reading::mean_over); }
  [[nodiscard]] bool excludes_not_applicable() const { return !is_default(reading::not_applicable); }

  friend bool operator==(const readings&, const readings&) = default;

 private:
  reading_set other_;  // those of which the value is not the default
};

/// A certification body's own decision on a reading: it settles it.
struct decision {
  std::string text;  // "TC 2026-03"
  std::string date;  // YYYY-MM-DD
};

/// The readings that a grading uses, and those of them that the body has settled.
struct readings_in_use {
  readings values;
  std::array<std::optional<decision>, reading_count> settled;

  [[nodiscard]] bool is_settled(reading which) const { return settled[static_cast<std::size_t>(which)].has_value(); }
};

}  // namespace tbsc94
