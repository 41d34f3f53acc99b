// How a report looks, whatever it is about.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "text/language.hpp"

namespace tbsc94 {

/// How wide a report may be, in columns.
inline constexpr std::size_t report_width = 100;

/// More ratings than this are not shown one by one, but summed up.
inline constexpr std::size_t most_ratings_shown = 24;

struct text_style {
  language lang = language::en;
  bool color = false;
  std::size_t columns = 0;  // of the terminal that it goes to; 0 where it goes elsewhere
};

/// The text as a terminal shows it by `sgr` (ECMA-48: "1" is bold), where the output is coloured.
[[nodiscard]] inline std::string painted(std::string_view text, std::string_view sgr, text_style style) {
  return style.color ? std::string("\x1b[").append(sgr).append("m").append(text).append("\x1b[0m") : std::string(text);
}

}  // namespace tbsc94
