// The kinds of JSON values.
#pragma once

#include <cstdint>

namespace tbsc94::json {

enum class kind : std::uint8_t { object, array, string, number, boolean, null };

}  // namespace tbsc94::json
