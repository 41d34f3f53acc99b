// A number as it is written, with the decimals that it is written with.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "tbsc94/decimal.hpp"

namespace tbsc94 {

/// An exact value beside a written one that is one of its two neighbours: of the numbers with as many
/// decimals, the next one at or below it, or the next one above.
struct neighbour {
  bool above = false;  // the written number is the one above
  fraction rest;       // by how much the exact value is above the lower one, in units of the last place: 0 to 1

  /// Whether the exact value rounds to the written one, a tie either way.
  [[nodiscard]] bool is_rounded() const { return above ? rest >= half() : rest <= half(); }

 private:
  static fraction half() { return {1, 2}; }
};

/// A number of any length. Its digits are never all multiplied out, so that no exponent costs anything.
class written_number {
 public:
  /// A number after RFC 8259, section 6; nullopt where it is none.
  [[nodiscard]] static std::optional<written_number> read(std::string_view text);

  /// Decimals, by the point's place once the exponent is applied; 0 or above.
  [[nodiscard]] std::uint64_t places() const;
  /// nullopt where it is neither neighbour of `exact`.
  [[nodiscard]] std::optional<neighbour> beside(const fraction& exact) const;
  /// The value; nullopt where it is negative or 10^18 and above. Of more than 19 digits the first 19,
  /// and 0 for what is below 10^-40.
  [[nodiscard]] std::optional<fraction> value() const;

 private:
  [[nodiscard]] std::uint64_t digit(std::int64_t index) const;
  [[nodiscard]] std::optional<std::uint64_t> whole() const;
  [[nodiscard]] bool is_zero_after(std::uint64_t place) const;

  numeral numeral_;
  std::string digits_;      // without the point, from the first that is not 0
  std::int64_t point_ = 0;  // how many digits stand before the point
};

}  // namespace tbsc94
