#include "results/csv_writer.hpp"

#include <algorithm>
#include <array>

#include "text/terminal_text.hpp"

namespace tbsc94 {

namespace {

using namespace std::string_view_literals;

// What spreadsheets take for the beginning of a formula, in full width and in small forms too, which some turn
// into the plain ones.
constexpr std::array starters{"="sv,  "+"sv,  "-"sv,  "@"sv,  "＝"sv, "＋"sv, "－"sv,
                              "＠"sv, "﹦"sv, "﹢"sv, "﹣"sv, "﹫"sv, "−"sv};

// Whether a control character begins at the front: of C0, DEL or, in two bytes, of C1.
std::size_t control_size(std::string_view text) {
  const auto first = static_cast<unsigned char>(text[0]);
  if (first < 0x20 || first == 0x7F) {
    return 1;
  }
  return first == 0xC2 && text.size() > 1 && static_cast<unsigned char>(text[1]) < 0xA0 ? 2 : 0;
}

}  // namespace

bool is_formula(std::string_view text) {
  if (text == "+" || text == "-") {
    return false;
  }
  const std::string_view begun = without_leading_blanks(text);
  return std::ranges::any_of(starters, [&](std::string_view each) { return begun.starts_with(each); });
}

csv_row& csv_row::text(std::string_view text) {
  separate();
  const bool quoted =
      text.find_first_of(",\""sv) != std::string_view::npos || text.starts_with(' ') || text.ends_with(' ');
  out_ += quoted ? "\"" : "";
  out_ += is_formula(text) ? "'" : "";
  for (; !text.empty(); text.remove_prefix(1)) {
    if (const std::size_t size = control_size(text); size > 0) {
      out_ += harmless(text.substr(0, size));
      text.remove_prefix(size - 1);
      continue;
    }
    out_ += text[0];
    if (text[0] == '"') {
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
