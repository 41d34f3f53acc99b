#include "archive/file_identity.hpp"

namespace tbsc94 {

namespace {

std::optional<file_identity> identity(const std::optional<platform::file_status>& status) {
  const bool can_be_lost =
      status && (status->kind == platform::file_kind::file || status->kind == platform::file_kind::folder);
  return can_be_lost ? std::optional(status->identity) : std::nullopt;
}

}  // namespace

std::optional<platform::file_status> status_at(const std::string& path) {
  return path == "-" ? platform::status_of(platform::standard_input) : platform::status_at(path);
}

std::optional<file_identity> identity_at(const std::string& path) { return identity(status_at(path)); }

std::optional<file_identity> identity_of(int descriptor) { return identity(platform::status_of(descriptor)); }

}  // namespace tbsc94
