// Holds a given result of `grade --format json` against the one worked out again, value by value.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "json/json.hpp"
#include "results/recorded_check.hpp"

namespace tbsc94 {

/// Of the values that differ below one object or array, how many are listed; the others are counted.
inline constexpr std::size_t most_listed = 6;

/// What of a result may be otherwise than computed, as long as it is of the same type. That may always be
/// the source, which is any path, and the assessment, which is what both are worked out from.
struct free_parts {
  bool readings = false;  // they are compared by themselves
  bool places = false;    // lines and columns of remarks: the bytes that they are of are lost
};

/// Where the values of `given` differ from those of `computed`, in the order of the text and named by
/// JSON pointers; numbers are equal by value, and members come in any order. `given` is a result that
/// result_reader reads without errors, `reader` being free to read it; its first line has the number `first_line`.
[[nodiscard]] std::vector<reported_difference> differences_of_results(json::document_reader& reader,
                                                                      const json::padded_text& given,
                                                                      std::string_view computed, std::size_t first_line,
                                                                      free_parts free);

}  // namespace tbsc94
