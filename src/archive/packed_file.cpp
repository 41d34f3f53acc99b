#include "archive/packed_file.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <new>
#include <utility>

#include "archive/archive_messages.hpp"
#include "platform/platform.hpp"
#include "text/encoding.hpp"
#include "text/file_kind.hpp"

namespace tbsc94 {

namespace {

// A member's name. Zip files made under Chinese Windows have names in GBK, and do not say so.
std::string readable(std::string_view name) {
  while (name.starts_with("./")) {
    name.remove_prefix(2);
  }
  if (!encoding::find_foreign(name)) {
    return std::string(name);
  }
  return platform::from_gb18030(name).value_or(std::string(name));
}

bool is_link(archive_entry* entry) {
  return archive_entry_filetype(entry) == AE_IFLNK || archive_entry_hardlink(entry) != nullptr;
}

// Whether a file that is not compressed, or not to be unpacked here, may be what its name says.
bool may_be(packing packed, file_kind kind) {
  const bool may_be_tar = packed == packing::tar && kind == file_kind::web_page;  // a member's name begins with "<"
  return kind == file_kind::other || may_be_tar || (packed == packing::zip && is_zip(kind));
}

}  // namespace

// What libarchive calls. While it passes over a member, or looks for one, it comes by here alone.
struct packed_file::callbacks {
  static la_ssize_t read(archive* /*archive*/, void* data, const void** piece) {
    auto& file = *static_cast<packed_file*>(data);
    const auto got = file.is_within_limits() ? file.bytes_->next() : std::nullopt;
    *piece = got ? got->data() : nullptr;
    const bool is_padding = file.bytes_->zeros_at_end() == packed_bytes::most_zeros;
    file.headers_ += got && !file.passing_over_ && !is_padding ? got->size() : 0;
    return got ? static_cast<la_ssize_t>(got->size()) : ARCHIVE_FATAL;
  }
  static la_int64_t skip(archive* /*archive*/, void* data, la_int64_t count) {
    return static_cast<packed_file*>(data)->bytes_->skip(count);
  }
  static la_int64_t seek(archive* /*archive*/, void* data, la_int64_t offset, int whence) {
    const auto at = static_cast<packed_file*>(data)->bytes_->seek(offset, whence);
    return at < 0 ? la_int64_t{ARCHIVE_FATAL} : at;
  }
};

void packed_file::closer::operator()(archive* opened) const { archive_read_free(opened); }

std::unique_ptr<packed_file> packed_file::open(const std::string& path, packing packed, io_reason& fault,
                                               const unpacking_limits& limits) {
  const auto compression = packed == packing::zip ? packed_bytes::compression::keep : packed_bytes::compression::undo;
  auto bytes = packed_bytes::open(path, compression, fault);
  if (!bytes) {
    return nullptr;
  }
  std::unique_ptr<packed_file> file(new packed_file(std::move(bytes), packed, limits));
  if (!file->begin()) {
    fault = file->fault();
    return nullptr;
  }
  return file;
}

packed_file::packed_file(std::unique_ptr<packed_bytes> bytes, packing packed, const unpacking_limits& limits)
    : bytes_(std::move(bytes)), packed_(packed), limits_(limits) {}

packed_file::~packed_file() = default;

bool packed_file::begin() {
  if (bytes_->is_empty()) {
    fault_ = worded(message::empty_file);
    return false;
  }
  if (const file_kind kind = bytes_->kind(); !bytes_->was_compressed() && !may_be(packed_, kind)) {
    fault_ = bilingual{explain(kind, language::zh), explain(kind, language::en)};
    return false;
  }
  if (packed_ == packing::compressed) {
    return begin_compressed();
  }
  if (packed_ == packing::zip) {
    directory_ = zip_directory::read(bytes_->file(), bytes_->size(), fault_);
    return directory_ && begin_archive();
  }
  return begin_archive();
}

bool packed_file::begin_compressed() {
  if (!bytes_->was_compressed()) {
    fault_ = worded(message::not_compressed);
    return false;
  }
  return next_piece() || at_member_end_;  // what is compressed may be nothing
}

bool packed_file::begin_archive() {
  archive_.reset(archive_read_new());
  if (!archive_) {
    throw std::bad_alloc();
  }
  archive* const opened = archive_.get();
  if (packed_ == packing::zip) {
    archive_read_support_format_zip(opened);
    archive_read_set_seek_callback(opened, callbacks::seek);
  } else {
    archive_read_support_format_empty(opened);
    archive_read_support_format_tar(opened);
    archive_read_set_format_option(opened, "tar", "read_concatenated_archives", "1");
  }
  archive_read_set_read_callback(opened, callbacks::read);
  archive_read_set_skip_callback(opened, callbacks::skip);
  archive_read_set_callback_data(opened, this);
  // Of what cannot be read from its first byte on libarchive makes an empty archive.
  if (archive_read_open1(opened) < ARCHIVE_WARN || bytes_->has_fault()) {
    fault_ = reason();
    return false;
  }
  return true;
}

packed_file::step packed_file::next() {
  if (failed_) {
    fault_ = worded(message::rest_unread, std::string_view(name_));
    return step::failed;
  }
  const platform::utf8_names names;
  while (archive_) {
    name_.clear();
    const int result = next_header();
    if (result == ARCHIVE_RETRY && seeking_) {
      continue;  // libarchive goes on from block to block; what is there has been said once
    }
    seeking_ = result == ARCHIVE_RETRY;
    if (result == ARCHIVE_EOF) {
      return reached_end();
    }
    if (result != ARCHIVE_OK && result != ARCHIVE_WARN) {
      return header_failed(result);
    }
    ++members_;
    if (!is_within_limits()) {
      return header_failed(ARCHIVE_FATAL);
    }
    if (directory_ && !directory_->next_agrees()) {
      fault_ = worded(message::member_disagrees, std::string_view(readable(directory_->name())));
      return step::broken;
    }
    if (const auto entered = enter_member()) {
      return *entered;
    }
  }
  return step::end;
}

// Passes over the rest of the member first, so that what is counted for the next one is its own.
int packed_file::next_header() {
  if (in_member_) {
    passing_over_ = true;
    const int passed = archive_read_data_skip(archive_.get());
    passing_over_ = false;
    if (passed == ARCHIVE_FATAL) {
      return passed;
    }
  }
  headers_ = 0;
  const int result = archive_read_next_header(archive_.get(), &entry_);
  in_member_ = result == ARCHIVE_OK || result == ARCHIVE_WARN;
  return result;
}

// A tar ends with blocks of zeros. libarchive does without, but one that was cut off between two members looks just so.
packed_file::step packed_file::reached_end() {
  if (packed_ == packing::tar && bytes_->zeros_at_end() < packed_bytes::most_zeros) {
    return stop(worded(message::no_end_mark));
  }
  if (directory_ && !directory_->ended()) {
    return stop(worded(message::directory_disagrees));
  }
  return step::end;
}

packed_file::step packed_file::stop(io_reason fault) {
  failed_ = true;
  fault_ = std::move(fault);
  return step::failed;
}

packed_file::step packed_file::header_failed(int result) {
  failed_ = result == ARCHIVE_FATAL;
  fault_ = reason();
  return failed_ ? step::failed : step::broken;
}

// Nothing where it is no file.
std::optional<packed_file::step> packed_file::enter_member() {
  if (archive_entry_filetype(entry_) != AE_IFREG || archive_entry_hardlink(entry_) != nullptr) {
    links_ += is_link(entry_) ? 1U : 0U;
    return std::nullopt;
  }
  piece_ = {};
  piece_offset_ = 0;
  offset_ = 0;
  at_member_end_ = false;
  member_failed_ = false;
  const char* const name = archive_entry_pathname(entry_);
  if (name == nullptr) {
    fault_ = worded(message::nameless);
    return step::broken;
  }
  if (std::strlen(name) > limits_.name) {
    fault_ = worded(message::name_exceeded, limits_.name);
    return step::broken;
  }
  name_ = readable(name);
  return step::member;
}

std::optional<std::size_t> packed_file::read(padded_buffer& into, std::size_t count) {
  std::size_t got = 0;
  while (got < count && next_piece()) {
    got += take_piece(into, count - got);
  }
  return got > 0 || !member_failed_ ? std::optional(got) : std::nullopt;
}

// Sees to it that there is something to take; false at the member's end and where it cannot be read.
bool packed_file::next_piece() {
  while (!at_member_end_ && !member_failed_ && piece_.empty() && piece_offset_ <= offset_) {
    if (archive_) {
      next_member_piece();
    } else {
      next_compressed_piece();
    }
  }
  return !at_member_end_ && !member_failed_;
}

void packed_file::next_compressed_piece() {
  const auto got = bytes_->next();
  piece_ = got.value_or(std::string_view());
  at_member_end_ = got && got->empty();
  if (!got) {
    member_failed_ = true;
    static_cast<void>(stop(reason()));
  }
}

void packed_file::next_member_piece() {
  const void* bytes = nullptr;
  std::size_t size = 0;
  headers_ = 0;
  const int result = archive_entry_is_data_encrypted(entry_) != 0
                         ? ARCHIVE_FAILED
                         : archive_read_data_block(archive_.get(), &bytes, &size, &piece_offset_);
  if (result == ARCHIVE_EOF) {
    at_member_end_ = true;
  } else if (result == ARCHIVE_OK) {
    piece_ = {static_cast<const char*>(bytes), size};
  } else if (result != ARCHIVE_RETRY) {  // a wrong checksum is but a warning to libarchive
    member_failed_ = true;
    failed_ = result == ARCHIVE_FATAL;
    fault_ = archive_entry_is_data_encrypted(entry_) != 0 ? worded(message::encrypted) : reason();
  }
}

// At most `count` bytes, zeros where the archive has left a hole.
std::size_t packed_file::take_piece(padded_buffer& into, std::size_t count) {
  const bool in_hole = piece_offset_ > offset_;
  const std::size_t size = std::min(count, in_hole ? static_cast<std::size_t>(piece_offset_ - offset_) : piece_.size());
  char* const to = into.room(size);
  if (in_hole) {
    std::memset(to, 0, size);
  } else {
    std::memcpy(to, piece_.data(), size);
    piece_.remove_prefix(size);
    piece_offset_ += static_cast<std::int64_t>(size);
  }
  into.grow(size);
  offset_ += static_cast<std::int64_t>(size);
  unpacked_ += size;
  if (!is_within_limits()) {
    member_failed_ = true;
    failed_ = true;
    fault_ = limit_fault_;
  }
  return size;
}

bool packed_file::is_within_limits() {
  // libarchive counts the bytes of the archive, and we what comes out of its members.
  const la_int64_t of_archive = archive_ ? archive_filter_bytes(archive_.get(), 0) : 0;  // negative before it is open
  const auto unpacked = std::max(unpacked_, static_cast<std::uint64_t>(std::max(of_archive, la_int64_t{0})));
  if (members_ > limits_.members) {
    limit_fault_ = worded(message::members_exceeded, limits_.members);
  } else if (unpacked > limits_.bytes) {
    limit_fault_ = worded(message::size_exceeded, limits_.bytes >> 30U);
  } else if (unpacked > limits_.free_bytes && unpacked / limits_.ratio > bytes_->taken()) {
    limit_fault_ = worded(message::ratio_exceeded, limits_.ratio);
  } else if (packed_ == packing::tar && headers_ > limits_.headers) {
    limit_fault_ = worded(message::headers_exceeded, limits_.headers >> 20U);
  }
  return limit_fault_.en.empty();
}

// Why libarchive could not read on: what it was not given, else what it found itself.
io_reason packed_file::reason() const {
  if (!limit_fault_.en.empty()) {
    return limit_fault_;
  }
  if (bytes_->has_fault()) {
    return bytes_->fault();
  }
  const char* const words = archive_error_string(archive_.get());
  return worded(message::damaged, std::string_view(words == nullptr ? "" : words));
}

}  // namespace tbsc94
