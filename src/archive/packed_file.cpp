#include "archive/packed_file.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <iconv.h>
#include <locale.h>  // NOLINT: uselocale is POSIX, and not in <clocale>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <utility>

#include "archive/archive_messages.hpp"
#include "text/encoding.hpp"

namespace tbsc94 {

namespace {

constexpr std::size_t tar_block = 512;

// libarchive gives names in the thread's locale: while this lives that is one of UTF-8, so that none
// is lost for want of a letter.
class utf8_names {
 public:
  utf8_names() : before_(::uselocale(utf8())) {}
  utf8_names(const utf8_names&) = delete;
  utf8_names& operator=(const utf8_names&) = delete;
  ~utf8_names() { ::uselocale(before_); }

 private:
  static locale_t utf8() {
    static const locale_t locale = ::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
    return locale;  // null, which changes nothing, where the system does not have it
  }
  locale_t before_;
};

// GB18030, which GBK is part of, as UTF-8; nullopt where it is not that.
std::optional<std::string> from_gb18030(std::string_view name) {
  iconv_t converter = ::iconv_open("UTF-8", "GB18030");
  if (reinterpret_cast<std::intptr_t>(converter) == -1) {
    return std::nullopt;
  }
  std::string result(3 * name.size(), '\0');    // no byte becomes more than three
  char* from = const_cast<char*>(name.data());  // iconv does not write there
  std::size_t from_size = name.size();
  char* to = result.data();
  std::size_t to_size = result.size();
  const std::size_t failed = ::iconv(converter, &from, &from_size, &to, &to_size);
  ::iconv_close(converter);
  if (failed == static_cast<std::size_t>(-1)) {
    return std::nullopt;
  }
  result.resize(result.size() - to_size);
  return result;
}

// A member's name. Zip files made under Chinese Windows have names in GBK, and do not say so.
std::string readable(std::string_view name) {
  while (name.starts_with("./")) {
    name.remove_prefix(2);
  }
  if (!encoding::find_foreign(name)) {
    return std::string(name);
  }
  return from_gb18030(name).value_or(std::string(name));
}

// The formats and the compressions, none of which starts another program.
void support(archive* archive, packing packed) {
  if (packed == packing::zip) {
    archive_read_support_format_zip(archive);
    return;
  }
  archive_read_support_filter_zstd(archive);
  archive_read_support_filter_xz(archive);
  archive_read_support_filter_bzip2(archive);
  archive_read_support_format_empty(archive);
  if (packed == packing::tar) {
    archive_read_support_format_tar(archive);
    archive_read_set_format_option(archive, "tar", "read_concatenated_archives", "1");
  } else {
    archive_read_support_format_raw(archive);
  }
}

}  // namespace

// What libarchive calls. While it passes over a member, or looks for one, it comes by here alone.
struct packed_file::callbacks {
  static la_ssize_t read(archive* /*archive*/, void* data, const void** piece) {
    auto& file = *static_cast<packed_file*>(data);
    const auto got = file.is_within_limits() ? file.bytes_->next() : std::nullopt;
    *piece = got ? got->data() : nullptr;
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

std::unique_ptr<packed_file> packed_file::open(const std::string& path, packing packed, io_reason& fault,
                                               const unpacking_limits& limits) {
  const auto gzip = packed == packing::zip ? packed_bytes::gzip::keep : packed_bytes::gzip::undo;
  auto bytes = packed_bytes::open(path, gzip, fault);
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
    : bytes_(std::move(bytes)), packed_(packed), limits_(limits), archive_(archive_read_new()) {}

packed_file::~packed_file() { archive_read_free(archive_); }

bool packed_file::begin() {
  if (bytes_->is_empty()) {
    fault_ = worded(message::empty_file);
    return false;
  }
  support(archive_, packed_);
  archive_read_set_read_callback(archive_, callbacks::read);
  archive_read_set_skip_callback(archive_, callbacks::skip);
  if (packed_ == packing::zip) {
    archive_read_set_seek_callback(archive_, callbacks::seek);
  }
  archive_read_set_callback_data(archive_, this);
  if (archive_read_open1(archive_) < ARCHIVE_WARN) {
    fault_ = reason();
    return false;
  }
  return packed_ != packing::compressed || begin_compressed();
}

bool packed_file::begin_compressed() {
  const step first = next();
  if (!bytes_->was_gzip() && archive_filter_code(archive_, 0) == ARCHIVE_FILTER_NONE) {
    fault_ = worded(message::not_compressed);
    return false;
  }
  at_member_end_ = first == step::end;  // compressed, nothing is nothing
  return first == step::member || first == step::end;
}

packed_file::step packed_file::next() {
  if (failed_) {
    fault_ = worded(message::rest_unread, std::string_view(name_));
    return step::failed;
  }
  const utf8_names names;
  while (true) {
    name_.clear();
    const int result = archive_read_next_header(archive_, &entry_);
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
    if (const auto entered = enter_member()) {
      return *entered;
    }
  }
}

// A tar ends with blocks of zeros. libarchive does without, but one that was cut off between two
// members looks just so; where it is compressed, that is found out already.
packed_file::step packed_file::reached_end() {
  const bool is_plain = !bytes_->was_gzip() && archive_filter_code(archive_, 0) == ARCHIVE_FILTER_NONE;
  if (packed_ == packing::tar && is_plain && !bytes_->ends_with_zeros(tar_block)) {
    failed_ = true;
    fault_ = worded(message::no_end_mark);
    return step::failed;
  }
  return step::end;
}

packed_file::step packed_file::header_failed(int result) {
  failed_ = result == ARCHIVE_FATAL;
  fault_ = reason();
  return failed_ ? step::failed : step::broken;
}

// Nothing where it is no file.
std::optional<packed_file::step> packed_file::enter_member() {
  if (archive_entry_filetype(entry_) != AE_IFREG || archive_entry_hardlink(entry_) != nullptr) {
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
  name_ = packed_ == packing::compressed ? "" : readable(name);
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
    const void* bytes = nullptr;
    std::size_t size = 0;
    const int result = archive_entry_is_data_encrypted(entry_) != 0
                           ? ARCHIVE_FAILED
                           : archive_read_data_block(archive_, &bytes, &size, &piece_offset_);
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
  return !at_member_end_ && !member_failed_;
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
  // libarchive counts what comes out of the compression around an archive, and we what comes out of its members.
  const la_int64_t of_archive = archive_filter_bytes(archive_, 0);  // negative before it is open
  const auto unpacked = std::max(unpacked_, static_cast<std::uint64_t>(std::max(of_archive, la_int64_t{0})));
  if (members_ > limits_.members) {
    limit_fault_ = worded(message::members_exceeded, limits_.members);
  } else if (unpacked > limits_.bytes) {
    limit_fault_ = worded(message::size_exceeded, limits_.bytes >> 30U);
  } else if (unpacked > limits_.free_bytes && unpacked / limits_.ratio > bytes_->taken()) {
    limit_fault_ = worded(message::ratio_exceeded, limits_.ratio);
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
  const char* const words = archive_error_string(archive_);
  return worded(message::damaged, std::string_view(words == nullptr ? "" : words));
}

}  // namespace tbsc94
