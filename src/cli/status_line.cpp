#include "cli/status_line.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <string>

#include "cli/options.hpp"
#include "text/terminal_text.hpp"

namespace tbsc94::cli {

namespace {

// Of the terminal; 80 where it does not tell.
std::size_t columns() {
  winsize size{};
  return ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

}  // namespace

bool status_line::is_possible() { return ::isatty(STDERR_FILENO) == 1 && environment("TERM") != "dumb"; }

void status_line::show(std::string_view text) {
  const std::size_t room = columns() - 1;  // a full line would wrap
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
