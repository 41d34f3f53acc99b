// The way from the root of a JSON document to a value.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tbsc94::json {

struct path {
  const path* parent = nullptr;
  std::string_view key;
  std::size_t index = 0;
  unsigned depth = 0;

  [[nodiscard]] path member(std::string_view name) const { return {this, name, not_an_index, depth + 1}; }
  [[nodiscard]] path element(std::size_t position) const { return {this, {}, position, depth + 1}; }
  /// As a JSON pointer: "/service/ratings/0".
  [[nodiscard]] std::string pointer() const;

 private:
  static constexpr std::size_t not_an_index = static_cast<std::size_t>(-1);
};

/// A JSON pointer taken apart, its escapes undone: `steps_of("/details/a~1b") // "details", "a/b"`.
[[nodiscard]] std::vector<std::string> steps_of(std::string_view pointer);

}  // namespace tbsc94::json
