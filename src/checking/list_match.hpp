// Which entries of two lists are the same.
#pragma once

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

namespace tbsc94 {

/// A place in a list; absent where an entry has no like.
using index = std::optional<std::size_t>;

/// An entry of one list and its like in the other.
struct match {
  index before;
  index after;
};

/// Two lists matched by the names of their entries; of those that bear one name, each with one.
class name_matches {
 public:
  template <class Entries, class Name>
  name_matches(const Entries& before, const Entries& after, Name name) : later_(before.size()), earlier_(after.size()) {
    std::multimap<std::string_view, std::size_t> found;
    for (std::size_t i = 0; i < before.size(); ++i) {
      found.emplace(name(before[i]), i);
    }
    for (std::size_t i = 0; i < after.size(); ++i) {
      if (const auto same = found.lower_bound(name(after[i])); same != found.end() && same->first == name(after[i])) {
        earlier_[i] = same->second;
        later_[same->second] = i;
        found.erase(same);
      }
    }
  }

  /// The like of an entry of the one list.
  [[nodiscard]] index later(std::size_t before) const { return later_[before]; }

  /// A stretch of each list: the entries of the other in their order, and those of the one that have no like
  /// before what they stood before.
  [[nodiscard]] std::vector<match> in_order(std::size_t from, std::size_t count, std::size_t later_from,
                                            std::size_t later_count) const {
    std::vector<match> all;
    std::size_t next = from;
    const auto remove_until = [&](std::size_t end) {
      for (; next < end; ++next) {
        if (!later_[next]) {
          all.push_back({next, {}});
        }
      }
    };
    for (std::size_t i = later_from; i < later_from + later_count; ++i) {
      if (const index before = earlier_[i]; before && *before >= next && *before < from + count) {
        remove_until(*before);
      }
      all.push_back({earlier_[i], i});
    }
    remove_until(from + count);
    return all;
  }
  [[nodiscard]] std::vector<match> in_order() const { return in_order(0, later_.size(), 0, earlier_.size()); }

 private:
  std::vector<index> later_;    // of each of the one list, which it is in the other
  std::vector<index> earlier_;  // the reverse
};

/// Two lists of so many entries matched in their order, so that it costs the least: `cost(i, j)` for two that
/// are matched, `alone` for one that has no like. Of more than 1000 in both, each with the one at its place.
template <class Cost>
std::vector<match> align(std::size_t before, std::size_t after, std::size_t alone, Cost cost) {
  constexpr std::size_t most_cells = 1'000'000;
  std::vector<match> all;
  if (before * after > most_cells) {
    for (std::size_t i = 0; i < std::max(before, after); ++i) {
      all.push_back({i < before ? index(i) : std::nullopt, i < after ? index(i) : std::nullopt});
    }
    return all;
  }
  // The least cost of all that stands from (i, j) on
  const std::size_t width = after + 1;
  std::vector<std::size_t> least((before + 1) * width);
  const auto matched = [&](std::size_t i, std::size_t j) { return cost(i, j) + least[(i + 1) * width + j + 1]; };
  for (std::size_t i = before + 1; i-- > 0;) {
    for (std::size_t j = after + 1; j-- > 0;) {
      if (i == before || j == after) {
        least[i * width + j] = (before - i + after - j) * alone;
        continue;
      }
      least[i * width + j] =
          std::min({matched(i, j), least[(i + 1) * width + j] + alone, least[i * width + j + 1] + alone});
    }
  }
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < before || j < after) {
    const std::size_t here = least[i * width + j];
    if (i < before && j < after && here == matched(i, j)) {
      all.push_back({i++, j++});
    } else if (i < before && here == least[(i + 1) * width + j] + alone) {
      all.push_back({i++, {}});
    } else {
      all.push_back({{}, j++});
    }
  }
  return all;
}

}  // namespace tbsc94
