#include "reading/rater_names.hpp"

#include <algorithm>

#include "text/comparison_key.hpp"

namespace tbsc94 {

namespace {

bool give_keys(std::vector<rating>& ratings, std::string rating::*name, std::string rating::*key) {
  const auto all_alike = [&] {
    return std::ranges::all_of(ratings, [&](const rating& each) { return each.*name == ratings.front().*name; });
  };
  spellings seen;
  for (const rating& each : ratings) {
    seen.add(each.*name);
  }
  if (!seen.may_agree() || all_alike()) {
    return false;
  }
  for (rating& each : ratings) {
    if (std::string compared = comparison_key(each.*name); compared != each.*name) {
      each.*key = std::move(compared);
    }
  }
  return true;
}

}  // namespace

bool is_blank(std::string_view name) {
  const bool begins_visibly = !name.empty() && name.front() > ' ' && name.front() < 0x7F;
  return !begins_visibly && comparison_key(name).empty();
}

bool give_keys(std::vector<rating>& ratings) {
  const bool assessors = give_keys(ratings, &rating::assessor, &rating::assessor_key);
  const bool occasions = give_keys(ratings, &rating::occasion, &rating::occasion_key);
  return assessors || occasions;
}

}  // namespace tbsc94
