#include "archive/io_problem.hpp"

#include <array>
#include <system_error>

#include "archive/archive_messages.hpp"

namespace tbsc94 {

io_reason system_reason(int error) {
  static constexpr std::array common{
      std::pair(ENOENT, message::not_there),      std::pair(EACCES, message::not_permitted),
      std::pair(EISDIR, message::is_folder),      std::pair(ENOTDIR, message::is_no_folder),
      std::pair(ENOSPC, message::no_space),       std::pair(EROFS, message::read_only),
      std::pair(ELOOP, message::link_loop),       std::pair(EFBIG, message::file_too_large),
      std::pair(EIO, message::read_write_failed), std::pair(ETXTBSY, message::in_use)};
  const auto found = std::ranges::find(common, error, [](const auto& each) { return each.first; });
  if (found != common.end()) {
    return worded(found->second);
  }
  const std::string words = std::generic_category().message(error);
  return bilingual{words, words};
}

}  // namespace tbsc94
