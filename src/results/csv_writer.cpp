#include "results/csv_writer.hpp"

#include <algorithm>
#include <array>

namespace tbsc94 {

namespace {

using namespace std::string_view_literals;

// What spreadsheets pass over before they look for a formula: the last three are the no-break space,
// the ideographic space and the byte order mark.
constexpr std::array blanks{" "sv, "\n"sv, "\xC2\xA0"sv, "\xE3\x80\x80"sv, "\xEF\xBB\xBF"sv};
constexpr std::array starters{"="sv, "+"sv, "-"sv, "@"sv, "\t"sv, "\r"sv, "＝"sv, "＋"sv, "－"sv, "＠"sv};

template <std::size_t N>
std::string_view beginning(const std::array<std::string_view, N>& of, std::string_view text) {
  const auto found = std::find_if(of.begin(), of.end(), [&](std::string_view each) { return text.starts_with(each); });
  return found == of.end() ? std::string_view() : *found;
}

}  // namespace

bool is_formula(std::string_view text) {
  if (text == "+" || text == "-") {
    return false;
  }
  for (std::string_view blank; !(blank = beginning(blanks, text)).empty();) {
    text.remove_prefix(blank.size());
  }
  return !beginning(starters, text).empty();
}

csv_row& csv_row::text(std::string_view text) {
  separate();
  const bool quoted =
      text.find_first_of(",\"\r\n\t\0"sv) != std::string_view::npos || text.starts_with(' ') || text.ends_with(' ');
  out_ += quoted ? "\"" : "";
  out_ += is_formula(text) ? "'" : "";
  for (const char each : text) {
    out_ += each;
    if (each == '"') {
      out_ += '"';
    }
  }
  out_ += quoted ? "\"" : "";
  return *this;
}

csv_row& csv_row::number(std::string_view digits) {
  separate();
  out_ += digits;
  return *this;
}

void csv_row::separate() {
  if (!first_) {
    out_ += ',';
  }
  first_ = false;
}

}  // namespace tbsc94
