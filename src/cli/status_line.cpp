#include "cli/status_line.hpp"

#include <algorithm>
#include <string>

#include "cli/environment.hpp"
#include "cli/say.hpp"
#include "platform/platform.hpp"
#include "text/terminal_text.hpp"

namespace tbsc94::cli {

bool status_line::is_possible() {
  return platform::is_terminal(platform::standard_error) && environment("TERM") != "dumb";
}

void status_line::show(std::string_view text) {
  const std::size_t room = platform::terminal_columns(platform::standard_error) - 1;  // a full line would wrap
  const std::string shown = shorten(text, room);
  say('\r' + pad_right(shown, std::min(width_, room)));
  width_ = display_width(shown);
}

void status_line::erase() {
  if (width_ > 0) {
    say('\r' + std::string(width_, ' ') + '\r');
    width_ = 0;
  }
}

}  // namespace tbsc94::cli
