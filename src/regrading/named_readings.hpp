// The readings that a record or a result names, checked against those that the certification body has decided on.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "results/recorded_check.hpp"
#include "tbsc94/readings.hpp"

namespace tbsc94 {

/// What becomes of a reading that a record or a result names: it counts in place of the one given, or it
/// must be the one given, which is the body's.
enum class named_readings : std::uint8_t { count, are_checked };

/// Where each reading is named, in the text of the record or the result.
using reading_offsets = std::array<std::size_t, reading_count>;

/// What is named otherwise than the body reads it: another value, or another decision. `text` begins on the
/// line with the number `first_line`.
[[nodiscard]] std::vector<reported_difference> named_otherwise(const readings_in_use& named,
                                                               const readings_in_use& decided,
                                                               const reading_offsets& offsets, std::string_view text,
                                                               std::size_t first_line, language lang);

}  // namespace tbsc94
