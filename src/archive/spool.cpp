#include "archive/spool.hpp"

#include <array>

namespace tbsc94 {

bool spool::write(std::string_view text) {
  return file_ && std::fwrite(text.data(), 1, text.size(), file_.get()) == text.size();
}

bool spool::copy_to(output& out) {
  if (!file_ || std::fseek(file_.get(), 0, SEEK_SET) != 0) {
    return false;
  }
  std::array<char, 65536> piece{};
  while (const std::size_t count = std::fread(piece.data(), 1, piece.size(), file_.get())) {
    if (!out.write({piece.data(), count})) {
      return false;
    }
  }
  return std::ferror(file_.get()) == 0;
}

}  // namespace tbsc94
