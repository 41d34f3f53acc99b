// The parts of a scheme that can be shown, and the numbers that stand for them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "tbsc94/scheme.hpp"

namespace tbsc94 {

enum class shown_kind : std::uint8_t {
  clause,
  likert,
  service,
  levels,
  maturity,
  grades,
  characteristic,
  chapter,
  service_item,
  management_item,
  stated,  // the readings that the scheme states
};
/// What a number stands for.
struct shown_part {
  shown_kind kind{};
  std::size_t index = 0;  // of a clause, a group or an item

  friend bool operator==(const shown_part&, const shown_part&) = default;
};

/// The parts that `ids`, all of them known, stand for, each with everything of that number: 4.1 is an item of
/// Appendix 1 and one of Appendix 3. Without any, the tables: α, Appendix 1, Appendix 3 and 5.3.
[[nodiscard]] std::vector<shown_part> parts_of(const scheme& scheme, std::span<const std::string> ids);

/// The numbers of its clauses, chapters and items, each once.
[[nodiscard]] std::vector<std::string> known_ids(const scheme& scheme);
/// Where no item, chapter or clause of `scheme` has the number `id`: the nearest that one has.
[[nodiscard]] std::optional<std::string> nearest_if_unknown(const scheme& scheme, const std::string& id);

}  // namespace tbsc94
