#include "text/ci_log.hpp"

#include <cstdlib>

#include "text/format.hpp"

namespace tbsc94 {

namespace {

bool is_set(const char* name) {
  const char* const value = std::getenv(name);
  return value != nullptr && *value != '\0';
}

constexpr std::uint64_t followed_by(std::uint64_t characters, char next) {
  const bool is_upper = next >= 'A' && next <= 'Z';
  return characters << 8U | static_cast<unsigned char>(is_upper ? next - 'A' + 'a' : next);
}

constexpr std::uint64_t packed(std::string_view text) {
  std::uint64_t characters = 0;
  for (const char c : text) {
    characters = followed_by(characters, c);
  }
  return characters;
}

constexpr bool end_with(std::uint64_t characters, std::string_view text) {
  const std::uint64_t mask = (std::uint64_t{1} << (8 * text.size())) - 1;
  return (characters & mask) == packed(text);
}

// GitHub's runner passes over blanks of every kind; which of those beyond ASCII are blank is not asked here.
bool may_be_blank(char c) {
  return c == ' ' || c == '\t' || c == '\v' || c == '\f' || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

bool ci_runner_listens() { return is_set("GITHUB_ACTIONS") || is_set("TF_BUILD"); }

bool ci_log_guard::completes_command(char c) const {
  return (c == ':' && line_ == line::colon) || (c == '[' && (end_with(last_, "##") || end_with(last_, "##vso")));
}

void ci_log_guard::append(std::string& out, std::string_view piece) {
  for (const char c : piece) {
    if (completes_command(c)) {
      out += formatted("\\u{:04X}", static_cast<unsigned>(c));
    } else {
      out += c;
    }
    last_ = followed_by(last_, c);
    if (c == '\n' || c == '\r') {
      line_ = line::blank;
    } else if (line_ == line::blank && c == ':') {
      line_ = line::colon;
    } else if (line_ != line::blank || !may_be_blank(c)) {
      line_ = line::begun;
    }
  }
}

}  // namespace tbsc94
