// The files of data/ that the program carries within itself.
#pragma once

#include <string_view>

namespace tbsc94::embedded {

/// data/schemes/cts-tbsc94-2026.json, byte for byte.
[[nodiscard]] std::string_view scheme();

}  // namespace tbsc94::embedded
