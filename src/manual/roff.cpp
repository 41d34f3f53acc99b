#include "manual/roff.hpp"

#include <array>
#include <utility>

#include "text/terminal_text.hpp"

namespace tbsc94::manual {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 8> escapes{{
    {"\\", "\\e"},
    {"-", "\\-"},
    {"'", "\\(aq"},
    {"`", "\\(ga"},
    {"^", "\\(ha"},
    {"~", "\\(ti"},
    {"α", "\\(*a"},
    {"…", "\\&..."},
}};

// What may not begin a line of Chinese, and what may not end one.
constexpr std::string_view closing = "，。、；：）”》？！";
constexpr std::string_view opening = "（“《";

std::string_view first_character(std::string_view text) {
  std::size_t size = 1;
  while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) {
    ++size;
  }
  return text.substr(0, size);
}

bool may_break(std::string_view before, std::string_view after) {
  const bool wide = display_width(before) == 2 || display_width(after) == 2;
  return wide && before != " " && after != " " && opening.find(before) == std::string_view::npos &&
         closing.find(after) == std::string_view::npos;
}

std::string escaped(std::string_view character) {
  for (const auto& [plain, written] : escapes) {
    if (character == plain) {
      return std::string(written);
    }
  }
  return std::string(character);
}

std::string set(std::string_view text, bool breaks) {
  std::string result = text.starts_with('.') || text.starts_with('\'') ? "\\&" : "";
  std::string_view before;
  while (!text.empty()) {
    const std::string_view character = first_character(text);
    result += breaks && !before.empty() && may_break(before, character) ? "\\:" : "";
    result += escaped(character);
    text.remove_prefix(character.size());
    before = character;
  }
  return result;
}

}  // namespace

std::string roff(std::string_view text) { return set(text, true); }

std::string roff_line(std::string_view text) { return set(text, false); }

std::string roff_argument(std::string_view text) {
  std::string result = "\"";
  for (const char each : roff_line(text)) {
    result += each == '"' ? "\\(dq" : std::string(1, each);
  }
  return result + '"';
}

}  // namespace tbsc94::manual
