#include "archive/file_identity.hpp"

#include <sys/stat.h>
#include <unistd.h>

namespace tbsc94 {

namespace {

std::optional<file_identity> identity(int failed, const struct stat& status) {
  const bool can_be_lost = failed == 0 && (S_ISREG(status.st_mode) || S_ISDIR(status.st_mode));
  return can_be_lost ? std::optional(file_identity{status.st_dev, status.st_ino}) : std::nullopt;
}

}  // namespace

std::optional<file_identity> identity_at(const std::string& path) {
  struct stat status {};
  return path == "-" ? identity_of(STDIN_FILENO) : identity(::stat(path.c_str(), &status), status);
}

std::optional<file_identity> identity_of(int descriptor) {
  struct stat status {};
  return identity(::fstat(descriptor, &status), status);
}

mode_t permissions_of_new_files(mode_t all) {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return all & ~mask;
}

}  // namespace tbsc94
