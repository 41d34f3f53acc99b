// Text as roff, the language of man pages.
#pragma once

#include <string>
#include <string_view>

namespace tbsc94::manual {

/// The text such that it is set as it is: hyphens that can be copied, no macro at the start of a line. Lines may
/// break between wide characters, where Chinese typesetting allows it.
[[nodiscard]] std::string roff(std::string_view text);
/// The same as a line of an example, which is never broken.
[[nodiscard]] std::string roff_line(std::string_view text);
/// The same in quotes, as an argument of a macro.
[[nodiscard]] std::string roff_argument(std::string_view text);

}  // namespace tbsc94::manual
