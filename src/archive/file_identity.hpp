// Which file a name or a descriptor leads to.
#pragma once

#include <optional>
#include <string>

#include "platform/platform.hpp"

namespace tbsc94 {

using platform::file_identity;

/// "-" is standard input.
[[nodiscard]] std::optional<platform::file_status> status_at(const std::string& path);

/// Of a plain file or a folder. nullopt where there is none: what is written to a terminal, a
/// pipe or a device takes nothing away.
[[nodiscard]] std::optional<file_identity> identity_at(const std::string& path);
[[nodiscard]] std::optional<file_identity> identity_of(int descriptor);

}  // namespace tbsc94
