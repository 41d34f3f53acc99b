#include "archive/unpacker.hpp"

#include <archive.h>

#include <algorithm>
#include <array>
#include <new>
#include <utility>

#include "archive/archive_messages.hpp"
#include "text/file_kind.hpp"

namespace tbsc94 {

namespace {

// libarchive's filter for a kind of stream; ARCHIVE_FILTER_NONE for what is none.
int filter_for(file_kind kind) {
  switch (kind) {
    case file_kind::zstd:
      return ARCHIVE_FILTER_ZSTD;
    case file_kind::xz:
      return ARCHIVE_FILTER_XZ;
    case file_kind::bzip2:
      return ARCHIVE_FILTER_BZIP2;
    default:
      return ARCHIVE_FILTER_NONE;
  }
}

}  // namespace

struct unpacker::callbacks {
  static la_ssize_t read(archive* /*archive*/, void* data, const void** piece) {
    auto& self = *static_cast<unpacker*>(data);
    const auto got = self.from_();
    *piece = got ? got->data() : nullptr;
    self.given_ += got ? got->size() : 0;
    return got ? static_cast<la_ssize_t>(got->size()) : ARCHIVE_FATAL;
  }
};

bool unpacker::takes(std::string_view beginning) { return filter_for(file_kind_of(beginning)) != ARCHIVE_FILTER_NONE; }

unpacker::unpacker(std::string_view beginning, source from) : from_(std::move(from)), archive_(archive_read_new()) {
  if (archive_ == nullptr) {
    throw std::bad_alloc();
  }
  // The filter is set, not guessed: else libarchive would go on to unpack what is packed within.
  archive_read_append_filter(archive_, filter_for(file_kind_of(beginning)));
  archive_read_support_format_empty(archive_);
  archive_read_support_format_raw(archive_);
  archive_read_set_read_callback(archive_, callbacks::read);
  archive_read_set_callback_data(archive_, this);
}

unpacker::~unpacker() { archive_read_free(archive_); }

// What cannot be unpacked from its first byte on libarchive takes for nothing, and has but noted the error.
bool unpacker::begin() {
  begun_ = true;
  if (archive_read_open1(archive_) < ARCHIVE_WARN || archive_errno(archive_) != 0 ||
      archive_filter_count(archive_) < 2) {
    return false;
  }
  archive_entry* entry = nullptr;
  const int result = archive_read_next_header(archive_, &entry);
  ended_ = result == ARCHIVE_EOF;
  return ended_ || result == ARCHIVE_OK || result == ARCHIVE_WARN;
}

std::optional<std::string_view> unpacker::next() {
  if (!begun_ && !begin()) {
    return failed();
  }
  while (!ended_) {
    const void* bytes = nullptr;
    std::size_t size = 0;
    la_int64_t offset = 0;
    const int result = archive_read_data_block(archive_, &bytes, &size, &offset);
    if (result == ARCHIVE_OK && size > 0) {
      return std::string_view(static_cast<const char*>(bytes), size);
    }
    ended_ = result == ARCHIVE_EOF;
    if (!ended_ && result != ARCHIVE_OK && result != ARCHIVE_RETRY) {
      return failed();
    }
  }
  return reached_end();
}

// What does not begin as a stream does libarchive takes for the end, and leaves it where it is.
std::optional<std::string_view> unpacker::reached_end() {
  const auto rest = from_();
  if (!rest) {
    return std::nullopt;
  }
  given_ += rest->size();
  if (static_cast<std::uint64_t>(archive_filter_bytes(archive_, -1)) != given_) {
    fault_ = worded(message::more_behind);
    return std::nullopt;
  }
  return std::string_view();
}

std::nullopt_t unpacker::failed() {
  const char* const words = archive_error_string(archive_);
  fault_ = worded(message::damaged, std::string_view(words == nullptr ? "" : words));
  return std::nullopt;
}

}  // namespace tbsc94
