// Two audits of one organization: what moved, and by how much. All of it exactly, as the gradings are.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "results/worked_out.hpp"

namespace tbsc94 {

/// By how much a value moved; `size` is without sign.
struct change {
  int sign = 0;  // -1, 0, 1
  fraction size;
};

/// A value in the older and in the newer audit; absent where that audit does not have it.
struct compared_value {
  std::optional<fraction> before;
  std::optional<fraction> after;

  [[nodiscard]] std::optional<tbsc94::change> change() const;
  [[nodiscard]] bool is_same() const { return before == after; }
};

/// A line of both audits' tables, found by its id; named as in the newer audit, where it is in both.
struct compared_line {
  std::string id;
  bilingual name;
  bilingual title;  // with its id, and of an item with its characteristic or chapter
  compared_value value;
};

struct audit_comparison {
  /// Both must be graded, and outlive it.
  audit_comparison(const worked_out& older, const worked_out& newer);

  enum class oddity : std::uint8_t {
    other_organization,  // the names do not agree, compared as ids are
    not_later,           // the newer audit is dated before the older one
    other_scheme,        // each is graded under its own scheme or edition
    other_readings,      // the values of the readings differ
    same_record,         // both have one id and one date
  };

  const worked_out& before;
  const worked_out& after;
  std::vector<oddity> oddities;
  compared_value score;                        // the service score (5.1), 0 to 100
  std::vector<compared_line> characteristics;  // percentages (5.1.1); absent where nothing is due
  std::vector<compared_line> service_items;    // likewise
  compared_value total;                        // the management total (Appendix 3)
  compared_value level;                        // the management level, 1 to 5
  std::vector<compared_line> item_levels;      // 1 to 5
  /// Whether the grade rose (1), fell (-1) or stayed (0); absent where the two schemes name other grades.
  std::optional<int> grade_change;
};

}  // namespace tbsc94
