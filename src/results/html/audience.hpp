// Whom an HTML report is for.
#pragma once

#include <cstdint>

namespace tbsc94 {

/// Whom a page is for. A client does not see who rated what, how far ratings agree, nor which items to raise: a body
/// that certifies does not consult.
enum class audience : std::uint8_t { committee, client };

}  // namespace tbsc94
