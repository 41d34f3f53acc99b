#include "reading/rater_names.hpp"

#include <algorithm>

#include "text/comparison_key.hpp"

namespace tbsc94 {

namespace {

bool give_keys(std::vector<rating>& ratings, std::string rating::*name, std::string rating::*key) {
  if (std::ranges::all_of(ratings, [&](const rating& each) { return each.*name == ratings.front().*name; })) {
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

bool give_keys(std::vector<rating>& ratings) {
  spellings assessors;
  spellings occasions;
  for (const rating& each : ratings) {
    assessors.add(each.assessor);
    occasions.add(each.occasion);
  }
  const bool by_assessor = assessors.may_agree() && give_keys(ratings, &rating::assessor, &rating::assessor_key);
  const bool by_occasion = occasions.may_agree() && give_keys(ratings, &rating::occasion, &rating::occasion_key);
  return by_assessor || by_occasion;
}

}  // namespace tbsc94
