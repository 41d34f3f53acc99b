// Holds a given result of `grade --format json` against the one worked out again, value by value.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "json/json.hpp"
#include "results/holding.hpp"

namespace tbsc94 {

/// Of the values that differ below one object or array, how many are listed; the others are counted.
inline constexpr std::size_t most_listed = 6;

/// Where the values of `given` differ from those of `computed`, in the order of the text and named by
/// JSON pointers; numbers are equal by value, and members come in any order. `given` is a result that
/// result_reader reads without errors, its first line having the number `first_line`.
///
/// Not compared are the assessment, which is what both are worked out from; the source; and of remarks
/// the message and the place in the source.
[[nodiscard]] std::vector<held_difference> differences_of_results(const json::padded_text& given,
                                                                  std::string_view computed, std::size_t first_line);

}  // namespace tbsc94
