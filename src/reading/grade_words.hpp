// The names of grades, and the words that stand in their place: no scheme may name a grade so.
#pragma once

#include <array>
#include <string_view>

#include "tbsc94/verdict.hpp"

namespace tbsc94::grade_words {

inline constexpr std::string_view none = "none";              // graded, and no grade reached
inline constexpr std::string_view refused = "refused";        // not graded
inline constexpr std::string_view graded = "graded";          // any grade, or none
inline constexpr std::string_view unrecorded = "unrecorded";  // no grade is recorded
inline constexpr std::string_view other = "other";            // a recorded grade that no scheme has

/// Also what people and spreadsheets take for one of them, or for a sum.
inline constexpr std::array<std::string_view, 12> all{none,   refused, graded, unrecorded, other, "unreadable",
                                                      "null", "total", "sum",  "-",        "无",  "合计"};

}  // namespace tbsc94::grade_words

namespace tbsc94 {

/// The name of a grade, empty for none.
[[nodiscard]] inline std::string_view grade_name(const scheme& scheme, grade_index grade) {
  return grade ? std::string_view(scheme.grades.grades[*grade].grade) : std::string_view();
}

}  // namespace tbsc94
