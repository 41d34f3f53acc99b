#include "archive/spool.hpp"

#include <array>
#include <cerrno>

#include "platform/platform.hpp"

namespace tbsc94 {

spool::spool()
    : folder_(platform::temporary_folder()),
      descriptor_(platform::create_nameless(folder_)),
      error_(descriptor_ < 0 ? errno : 0) {}

spool::~spool() {
  if (descriptor_ >= 0) {
    platform::close(descriptor_);
  }
}

bool spool::fail(output& out) const {
  out.fail({folder_, system_reason(error_)});
  return false;
}

bool spool::write(std::string_view text, output& out) {
  if (error_ == 0 && !platform::write(descriptor_, text)) {
    error_ = errno;
  }
  return error_ == 0 || fail(out);
}

bool spool::copy_to(output& out) {
  std::array<char, 65536> piece{};
  for (std::uint64_t at = 0; error_ == 0;) {
    const auto got = platform::read_at(descriptor_, piece.data(), piece.size(), at);
    if (got == 0) {
      return true;
    }
    if (got < 0) {
      error_ = errno;
    } else if (!out.write({piece.data(), static_cast<std::size_t>(got)})) {
      return false;
    } else {
      at += static_cast<std::uint64_t>(got);
    }
  }
  return fail(out);
}

}  // namespace tbsc94
