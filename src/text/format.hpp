// Texts made from patterns, and lists joined. {fmt} does it, in one compiled function: its formatting takes a compiler
// longer than all else that a source here includes.
#pragma once

#if __has_include(<fmt/base.h>)
#include <fmt/base.h>
#else  // before fmt 11
#include <fmt/core.h>
#endif

#include <concepts>
#include <functional>
#include <string>
#include <string_view>

namespace tbsc94 {

/// The pattern with its `{}` filled in. Throws what {fmt} throws where they do not fit: only for patterns that the
/// compiler has checked.
[[nodiscard]] std::string filled_in(std::string_view pattern, fmt::format_args values);

/// `formatted("{}:{:02}", hour, minute)`: what does not fit does not compile.
template <class... Values>
[[nodiscard]] std::string formatted(fmt::format_string<Values...> pattern, Values&&... values) {
  const fmt::string_view text = pattern;
  return filled_in({text.data(), text.size()}, fmt::make_format_args(values...));
}

/// Texts, or numbers, with `between` between each two: what `projection` makes of the entries.
template <class Range, class Projection = std::identity>
[[nodiscard]] std::string joined(const Range& range, std::string_view between, Projection projection = {}) {
  std::string all;
  bool first = true;
  for (const auto& each : range) {
    all += first ? std::string_view() : between;
    const auto& part = std::invoke(projection, each);
    if constexpr (std::integral<std::remove_cvref_t<decltype(part)>>) {
      all += std::to_string(part);
    } else {
      all += part;
    }
    first = false;
  }
  return all;
}

/// Makes a joined text longer: the first part has no `between` before it.
inline void add_joined(std::string& all, std::string_view between, std::string_view more) {
  all.append(all.empty() ? std::string_view() : between).append(more);
}

}  // namespace tbsc94
