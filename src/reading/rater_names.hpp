// Who rated, and when: spellings of one name are one (5.1.2).
#pragma once

#include <string_view>
#include <vector>

#include "tbsc94/assessment.hpp"

namespace tbsc94 {

/// What `is_blank` does, for every name.
[[nodiscard]] bool has_no_key(std::string_view name);

/// Whether nothing can be seen of a name: it names nobody.
[[nodiscard]] inline bool is_blank(std::string_view name) {
  const bool begins_visibly = !name.empty() && name.front() > ' ' && name.front() < 0x7F;
  return !begins_visibly && has_no_key(name);
}

/// Gives the ratings the keys by which their assessors and their occasions are compared, where it is not their
/// bytes that tell them apart, and says whether there is such a name. Requires names that are empty or not blank.
bool give_keys(std::vector<rating>& ratings);

}  // namespace tbsc94
