// The known word nearest to a mistyped one.
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace tbsc94 {

struct nearest_word {
  std::string_view word;
  bool near_miss = false;  // so near that the writer surely meant it
};

/// The nearest of `known` (one at least) by edits of one code unit, case and separators apart.
/// A near miss differs only in case and separators, or by one edit in words of three letters or
/// more, by two from eight letters on.
[[nodiscard]] nearest_word find_nearest(std::string_view word, std::span<const std::string_view> known);

/// The one of `known` that is worth asking after where a person wrote `word`: one that begins with it (two
/// letters or more), else the nearest if less than half of its letters had to be edited. Laxer than a near
/// miss, on which something is decided. `find_likely("garde", {"grade", "verify"}) // "grade"`
[[nodiscard]] std::optional<std::string_view> find_likely(std::string_view word,
                                                          std::span<const std::string_view> known);

}  // namespace tbsc94
