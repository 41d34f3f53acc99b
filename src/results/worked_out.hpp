// A graded assessment with all that follows from it.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "results/outcome.hpp"
#include "tbsc94/agreement.hpp"
#include "tbsc94/outlook.hpp"

namespace tbsc94 {

/// Worked out once, and handed to every writer of full reports.
struct worked_out {
  /// Of an outcome that is graded, under these readings; both must outlive it.
  worked_out(const tbsc94::outcome& outcome, const readings_in_use& readings);

  /// What the values of a reading that are not in use would give.
  [[nodiscard]] const std::vector<other_value>& others_of(reading which) const {
    return others[static_cast<std::size_t>(which)];
  }

  const tbsc94::outcome& outcome;
  const readings_in_use& readings;
  tbsc94::derivation derivation;
  std::optional<tbsc94::agreement> agreement;
  tbsc94::outlook outlook;
  std::array<std::vector<other_value>, reading_count> others;
};

}  // namespace tbsc94
