// Which file a name or a descriptor leads to.
#pragma once

#include <sys/types.h>

#include <optional>
#include <string>

namespace tbsc94 {

/// The same for two names exactly where they lead to the same file: by links, hard links, or names that a
/// file system takes for one.
struct file_identity {
  dev_t device{};
  ino_t inode{};

  friend bool operator==(const file_identity&, const file_identity&) = default;
};

/// Of a plain file or a folder; "-" is standard input. nullopt where there is none: what is written to a terminal, a
/// pipe or a device takes nothing away.
[[nodiscard]] std::optional<file_identity> identity_at(const std::string& path);
[[nodiscard]] std::optional<file_identity> identity_of(int descriptor);

/// Those of the permissions `all` that a new file or folder gets (umask).
[[nodiscard]] mode_t permissions_of_new_files(mode_t all);

}  // namespace tbsc94
