#include "text/nearest.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace tbsc94 {

namespace {

// Lower case, without what separates words in a key.
std::string folded(std::string_view word) {
  std::string result;
  for (const char c : word) {
    if (c >= 'A' && c <= 'Z') {
      result += static_cast<char>(c - 'A' + 'a');
    } else if (c != '_' && c != '-' && c != ' ') {
      result += c;
    }
  }
  return result;
}

// The least number of insertions, deletions, replacements and swaps of neighbours between two words.
std::size_t edits_between(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> least(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        least[i][j] = i + j;
        continue;
      }
      const std::size_t replaced = least[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      least[i][j] = std::min({least[i - 1][j] + 1, least[i][j - 1] + 1, replaced});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        least[i][j] = std::min(least[i][j], least[i - 2][j - 2] + 1);
      }
    }
  }
  return least[a.size()][b.size()];
}

std::size_t tolerance(std::size_t length) { return length < 3 ? 0 : length < 8 ? 1 : 2; }

constexpr std::size_t longest = 64;  // no known word is as long

struct measured_word {
  std::string_view word;
  std::size_t edits = longest * 2;
  std::size_t letters = 0;  // without separators
};

measured_word measure_nearest(std::string_view given, std::span<const std::string_view> known) {
  measured_word nearest;
  for (const std::string_view each : known) {
    const std::string candidate = folded(each);
    const std::size_t edits = edits_between(given, candidate);
    if (edits < nearest.edits) {
      nearest = {each, edits, candidate.size()};
    }
  }
  return nearest;
}

}  // namespace

nearest_word find_nearest(std::string_view word, std::span<const std::string_view> known) {
  const measured_word nearest = measure_nearest(folded(word.substr(0, longest)), known);
  return {nearest.word, nearest.edits <= tolerance(nearest.letters)};
}

std::optional<std::string_view> find_likely(std::string_view word, std::span<const std::string_view> known) {
  const std::string given = folded(word.substr(0, longest));
  const auto begins_so =
      std::ranges::find_if(known, [&](std::string_view each) { return folded(each).starts_with(given); });
  if (given.size() >= 2 && begins_so != known.end()) {
    return *begins_so;
  }
  const measured_word nearest = measure_nearest(given, known);
  return nearest.edits * 2 < std::max(given.size(), nearest.letters) ? std::optional(nearest.word) : std::nullopt;
}

}  // namespace tbsc94
