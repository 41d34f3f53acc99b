// How far the work on many assessments is.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "archive/input.hpp"
#include "text/language.hpp"

namespace tbsc94 {

struct progress {
  std::size_t records = 0;
  std::uint64_t bytes = 0;                 // of the input, as far as it is done
  std::optional<std::uint64_t> all_bytes;  // absent where the input's size is not known
  std::chrono::milliseconds elapsed{};     // since the beginning
};

/// One line without its end: records and their rate; where the input's size is known the share that is
/// done, and the time left if the rest goes as fast as what is done.
/// `"4000 records, 2000/s, 25 %, 0:06 left"`
[[nodiscard]] std::string to_string(const progress& now, language lang);

/// The size of all inputs in bytes; nullopt where one of them is no plain file.
[[nodiscard]] std::optional<std::uint64_t> size_of(const std::vector<input>& inputs);

}  // namespace tbsc94
