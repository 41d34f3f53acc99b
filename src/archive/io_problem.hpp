// What could not be read or written, in both languages.
#pragma once

#include <algorithm>
#include <cerrno>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "formats/language.hpp"

namespace tbsc94 {

/// The words for a fault. The system's own are the same in both languages.
struct io_reason : bilingual {
  io_reason() = default;
  io_reason(const std::string& of_system) : bilingual{of_system, of_system} {}  // NOLINT: a reason is a text
  io_reason(bilingual words) : bilingual(std::move(words)) {}                   // NOLINT
};

/// What `errno` says.
[[nodiscard]] inline io_reason system_reason() { return std::generic_category().message(errno); }

/// A phrase in both languages: `worded(message::empty_file)`.
template <class... Args, class... Values>
[[nodiscard]] io_reason worded(const phrase<Args...>& words, const Values&... values) {
  return bilingual{words(language::zh, values...), words(language::en, values...)};
}

/// What could not be read or written, and why.
struct io_problem {
  std::string path;
  io_reason reason;
  bool is_remark = false;  // worth saying, and nothing was left unread
};

[[nodiscard]] inline bool any_unread(const std::vector<io_problem>& problems) {
  return std::ranges::any_of(problems, [](const io_problem& each) { return !each.is_remark; });
}

}  // namespace tbsc94
