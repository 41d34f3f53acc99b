#include "archive/member_names.hpp"

#include <algorithm>
#include <functional>
#include <utility>

namespace tbsc94 {

std::size_t member_names::add(std::string_view name) {
  const std::uint64_t digest = std::max<std::uint64_t>(std::hash<std::string_view>()(name), 1);
  if (insert(digest)) {
    return 1;
  }
  return 1 + ++repeated_[digest];
}

void member_names::clear() {
  slots_.clear();
  used_ = 0;
  repeated_.clear();
}

// False where it is there.
bool member_names::insert(std::uint64_t digest) {
  if (4 * (used_ + 1) > 3 * slots_.size()) {
    grow();
  }
  std::size_t at = digest & (slots_.size() - 1);
  while (slots_[at] != 0 && slots_[at] != digest) {
    at = (at + 1) & (slots_.size() - 1);
  }
  const bool is_new = slots_[at] == 0;
  slots_[at] = digest;
  used_ += is_new ? 1U : 0U;
  return is_new;
}

void member_names::grow() {
  const auto before = std::exchange(slots_, std::vector<std::uint64_t>(std::max<std::size_t>(2 * slots_.size(), 64)));
  used_ = 0;
  for (const std::uint64_t each : before) {
    if (each != 0) {
      insert(each);
    }
  }
}

}  // namespace tbsc94
