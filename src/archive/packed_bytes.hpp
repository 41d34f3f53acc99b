// The bytes of a packed file, as libarchive takes them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "archive/byte_stream.hpp"
#include "archive/unpacker.hpp"
#include "text/file_kind.hpp"

namespace tbsc94 {

/// Undoes gzip, through zlib: libarchive's own reader does not look at the checksums, so a changed
/// digit could pass for an assessor's, and drops what it has read before a fault.
class gunzip {
 public:
  gunzip();
  gunzip(const gunzip&) = delete;
  gunzip& operator=(const gunzip&) = delete;
  ~gunzip();

  /// Whether a file that begins so is gzip.
  [[nodiscard]] static bool is_gzip(std::string_view beginning) { return file_kind_of(beginning) == file_kind::gzip; }

  /// What comes of `compressed`, from which it removes what it has used; `room` is where it goes. Any
  /// number of gzip files may follow one another, with zero bytes between and behind. Gives nullopt
  /// where the data are damaged: `fault` says how.
  [[nodiscard]] std::optional<std::size_t> unpack(std::string_view& compressed, char* room, std::size_t size);
  /// Whether the data may end here.
  [[nodiscard]] bool is_complete() const { return !inside_; }
  [[nodiscard]] const io_reason& fault() const { return fault_; }

 private:
  struct state;
  std::unique_ptr<state> state_;
  bool inside_ = false;  // of a gzip file
  io_reason fault_;
};

/// A packed file, read piece by piece, its compression undone.
class packed_bytes {
 public:
  enum class compression : bool { keep, undo };

  /// Null where the file cannot be opened: `fault` says why.
  [[nodiscard]] static std::unique_ptr<packed_bytes> open(const std::string& path, compression compression,
                                                          io_reason& fault);

  /// The next piece, empty at the end; nullopt on an error: `fault` says which. It holds until the next call.
  [[nodiscard]] std::optional<std::string_view> next();
  /// Passes over up to `count` bytes without reading them, if it can; how many.
  std::int64_t skip(std::int64_t count);
  /// As lseek(2); negative where the file cannot do that.
  std::int64_t seek(std::int64_t offset, int whence);

  /// Whether nothing at all is there; before the first `next`.
  [[nodiscard]] bool is_empty() const { return rest_.empty(); }
  /// What kind of file it is, by its own bytes; before the first `next`.
  [[nodiscard]] file_kind kind() const { return file_kind_of(rest_); }
  [[nodiscard]] bool was_compressed() const { return gunzip_ != nullptr || unpacker_ != nullptr; }
  /// How many zeros the bytes handed on so far end with, as far as `most_zeros`.
  [[nodiscard]] std::size_t zeros_at_end() const { return zeros_; }
  static constexpr std::size_t most_zeros = 512;
  /// The file itself.
  [[nodiscard]] const descriptor& file() const { return file_; }
  /// Its size in bytes; 0 where it is none that has one.
  [[nodiscard]] std::uint64_t size() const { return size_; }
  /// How many of the file's own bytes have been read: never more than its size.
  [[nodiscard]] std::uint64_t taken() const;
  [[nodiscard]] const io_reason& fault() const { return fault_; }
  [[nodiscard]] bool has_fault() const { return !fault_.en.empty(); }

 private:
  explicit packed_bytes(const std::string& path) : file_(path) {}
  bool fill();
  std::optional<std::string_view> as_it_is();
  std::optional<std::string_view> gunzipped();
  std::optional<std::string_view> unpacked();
  void count_zeros(std::string_view piece);

  descriptor file_;
  std::uint64_t size_ = 0;  // of the file; 0 where it is none that has a size
  std::uint64_t read_ = 0;
  std::string buffer_;
  std::string_view rest_;  // what is in buffer_ and has not been handed on
  std::unique_ptr<gunzip> gunzip_;
  std::string gunzipped_;
  std::unique_ptr<unpacker> unpacker_;
  std::size_t zeros_ = 0;
  io_reason fault_;
};

}  // namespace tbsc94
