#include "archive/spool.hpp"

#include <sys/types.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>

namespace tbsc94 {

namespace {

std::string temporary_folder() {
  const char* const named = std::getenv("TMPDIR");
  return named == nullptr || *named == '\0' ? "/tmp" : named;
}

// Nobody else can open it, and nothing is left of it, however the program ends.
int open_nameless(const std::string& folder) {
  std::string path = folder + "/tbsc94.XXXXXX";
  const int descriptor = ::mkstemp(path.data());
  if (descriptor >= 0) {
    ::unlink(path.c_str());
  }
  return descriptor;
}

}  // namespace

spool::spool()
    : folder_(temporary_folder()), descriptor_(open_nameless(folder_)), error_(descriptor_ < 0 ? errno : 0) {}

spool::~spool() {
  if (descriptor_ >= 0) {
    ::close(descriptor_);
  }
}

bool spool::fail(output& out) const {
  out.fail({folder_, system_reason(error_)});
  return false;
}

bool spool::write(std::string_view text, output& out) {
  while (error_ == 0 && !text.empty()) {
    const auto written = ::write(descriptor_, text.data(), text.size());
    if (written < 0 && errno != EINTR) {
      error_ = errno;
    }
    text.remove_prefix(written < 0 ? 0 : static_cast<std::size_t>(written));
  }
  return error_ == 0 || fail(out);
}

bool spool::copy_to(output& out) {
  std::array<char, 65536> piece{};
  for (off_t at = 0; error_ == 0;) {
    const auto got = ::pread(descriptor_, piece.data(), piece.size(), at);
    if (got == 0) {
      return true;
    }
    if (got < 0 && errno != EINTR) {
      error_ = errno;
    } else if (got > 0 && !out.write({piece.data(), static_cast<std::size_t>(got)})) {
      return false;
    }
    at += got > 0 ? got : 0;
  }
  return fail(out);
}

}  // namespace tbsc94
