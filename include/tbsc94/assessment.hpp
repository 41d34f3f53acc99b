// An assessment: what the assessors and auditors recorded of one organization.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tbsc94/decimal.hpp"
#include "tbsc94/scheme.hpp"

namespace tbsc94 {

/// An experience coefficient (5.1.1): 0 to 1, with at most 18 decimal places.
class alpha {
 public:
  /// nullopt where `number` is no α: fault_of says why.
  [[nodiscard]] static std::optional<alpha> from(const numeral& number);
  /// nullopt where `units` are more than `one`.
  [[nodiscard]] static constexpr std::optional<alpha> from_units(std::uint64_t units) {
    if (units > one) {
      return std::nullopt;
    }
    alpha result;
    result.units_ = units;
    return result;
  }

  enum class fault : std::uint8_t { out_of_range, too_fine };
  /// What keeps `number`, for which `from` gives nullopt, from being an α. What is both out of range
  /// and too fine is out of range.
  [[nodiscard]] static fault fault_of(const numeral& number);

  constexpr alpha() = default;  // 0

  /// In units of 10^-18, of which 1 has `one`.
  static constexpr std::uint64_t one = 1'000'000'000'000'000'000;
  [[nodiscard]] constexpr std::uint64_t units() const { return units_; }
  [[nodiscard]] decimal value() const { return decimal(units_, decimal::most_places).trimmed(); }
  friend constexpr auto operator<=>(alpha, alpha) = default;

 private:
  std::uint64_t units_ = 0;
};

/// One assessor's values for every applicable service item, on one occasion.
struct rating {
  rating() = default;
  rating(std::string_view assessor, std::string_view occasion) : assessor(assessor), occasion(occasion) {}

  std::string assessor;  // as it is shown; empty: not named
  std::string occasion;  // likewise
  /// What tells one assessor, or occasion, from another where that is not the name as written: two spellings of
  /// one name have one key. Empty: the name itself is compared.
  std::string assessor_key;
  std::string occasion_key;

  /// Two ratings are one assessor's where these are the same and not empty.
  [[nodiscard]] std::string_view same_assessor() const { return assessor_key.empty() ? assessor : assessor_key; }
  /// Two ratings are of one occasion where these are the same and not empty.
  [[nodiscard]] std::string_view same_occasion() const { return occasion_key.empty() ? occasion : occasion_key; }
};

/// Whether the management requirements are met at all (4.2, 5.3).
enum class conformity : std::uint8_t { conforming, nonconforming };
/// How much of the quality management system audit was done (5.2.2); reported, never decides.
enum class qms_audit : std::uint8_t { full, partly_waived };

/// A free text on an item: its index in the scheme's table, and the text.
using item_note = std::pair<std::size_t, std::string>;
/// A free text under a label of the file's own, or on a clause.
using labelled_text = std::pair<std::string, std::string>;

/// The result that the file already carries, each number as it is written there.
struct recorded_result {
  std::optional<std::string> service_score;
  std::optional<std::string> management_total;
  std::optional<std::string> management_level;
  bool has_grade = false;
  std::optional<std::string> grade;  // absent, with has_grade: recorded as none
  std::vector<std::pair<std::string, std::string>> readings;

  friend bool operator==(const recorded_result&, const recorded_result&) = default;
};

/// All of it refers to the items of one scheme, by their order there.
struct assessment {
  static constexpr std::size_t most_ratings = 1000;  // `grade` holds it (grade.hpp)

  std::optional<std::string> id;
  std::optional<std::string> organization;
  std::optional<std::string> date;  // YYYY-MM-DD
  bool names_edition = false;

  std::vector<rating> ratings;            // one or more, at most `most_ratings`
  std::vector<alpha> alphas;              // ratings × service items, a rating's in a row; 0 for an excluded item
  std::vector<item_note> not_applicable;  // excluded service items with their reasons, at least one item remaining
  std::vector<item_note> service_remarks;

  std::optional<tbsc94::conformity> conformity;
  std::vector<labelled_text> conformity_remarks;  // on clauses
  std::optional<tbsc94::qms_audit> qms_audit;
  std::vector<maturity_level> levels;  // one a management item; empty for a scheme without that part
  std::vector<item_note> management_remarks;

  std::vector<labelled_text> details;  // what a report names besides, in the order of the file

  std::optional<recorded_result> recorded;

  [[nodiscard]] std::span<const alpha> alphas_of(std::size_t rating) const {
    const std::size_t items = alphas.size() / ratings.size();
    return std::span(alphas).subspan(rating * items, items);
  }
  [[nodiscard]] bool is_applicable(std::size_t service_item) const;
};

}  // namespace tbsc94
