// Digests, so that a result says what it was worked out from.
#pragma once

#include <string>
#include <string_view>

namespace tbsc94 {

/// SHA-256 (FIPS 180-4) of the bytes, as 64 hexadecimal digits in lower case.
[[nodiscard]] std::string sha256(std::string_view bytes);

}  // namespace tbsc94
