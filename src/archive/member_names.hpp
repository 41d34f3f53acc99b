// The names of an archive's members, to tell those apart that have the same.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tbsc94 {

/// Keeps some 12 bytes of each name, whatever its length: a digest of 64 bits. Two names of one digest would be told
/// apart as if they were the same, which does no harm.
class member_names {
 public:
  /// How many members of this name there have been, with this one.
  std::size_t add(std::string_view name);
  void clear();

 private:
  bool insert(std::uint64_t digest);
  void grow();

  std::vector<std::uint64_t> slots_;  // 0 where there is none; their number is a power of two
  std::size_t used_ = 0;
  std::unordered_map<std::uint64_t, std::size_t> repeated_;  // how often each of those met again
};

}  // namespace tbsc94
