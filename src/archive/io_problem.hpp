// What could not be read or written, in both languages.
#pragma once

#include <cerrno>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "text/language.hpp"

namespace tbsc94 {

/// The words for a fault.
struct io_reason : bilingual {
  io_reason() = default;
  io_reason(bilingual words) : bilingual(std::move(words)) {}  // NOLINT: a reason is a text
};

/// What the system says with an error's number; what is uncommon is English in both languages.
[[nodiscard]] io_reason system_reason(int error = errno);

/// A phrase in both languages: `worded(message::empty_file)`.
template <class... Args, class... Values>
[[nodiscard]] io_reason worded(const phrase<Args...>& words, const Values&... values) {
  return bilingual{words(language::zh, values...), words(language::en, values...)};
}

enum class severity : std::uint8_t {
  remark,  // worth saying, and nothing was left unread
  unread,  // or unwritten
  misuse,  // the output would take the place of an input: nothing is written
};

/// What could not be read or written, and why.
struct io_problem {
  std::string path;
  io_reason reason;
  tbsc94::severity severity = severity::unread;
};

}  // namespace tbsc94
