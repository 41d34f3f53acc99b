#include "text/format.hpp"

#include <fmt/format.h>

namespace tbsc94 {

std::string filled_in(std::string_view pattern, fmt::format_args values) {
  return fmt::vformat(fmt::string_view(pattern.data(), pattern.size()), values);
}

}  // namespace tbsc94
