// Who rated, and when: spellings of one name are one (5.1.2).
#pragma once

#include <vector>

#include "tbsc94/assessment.hpp"

namespace tbsc94 {

/// Gives the ratings the keys by which their assessors and their occasions are compared, where it is not their
/// bytes that tell them apart, and says whether there is such a name. Requires names that are empty or not blank.
bool give_keys(std::vector<rating>& ratings);

}  // namespace tbsc94
