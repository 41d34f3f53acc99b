// Undoes zstd, xz and bzip2.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

#include "archive/io_problem.hpp"

struct archive;

namespace tbsc94 {

/// One file's compressed bytes unpacked piece by piece, through libarchive. Any number of compressed streams
/// may follow one another; anything else behind them, or the beginning of one, is a fault.
class unpacker {
 public:
  /// Gives the compressed bytes, piece by piece: an empty one at their end, nullopt on an error.
  using source = std::function<std::optional<std::string_view>()>;

  /// Whether a file that begins so is compressed in one of the three ways.
  [[nodiscard]] static bool takes(std::string_view beginning);
  /// `beginning` is one that it takes.
  unpacker(std::string_view beginning, source from);
  unpacker(const unpacker&) = delete;
  unpacker& operator=(const unpacker&) = delete;
  ~unpacker();

  /// The next piece, empty at the end; nullopt on an error: `fault` says which, unless it is the source's.
  /// It holds until the next call.
  [[nodiscard]] std::optional<std::string_view> next();
  [[nodiscard]] const io_reason& fault() const { return fault_; }

 private:
  struct callbacks;
  bool begin();
  std::optional<std::string_view> reached_end();
  std::nullopt_t failed();

  source from_;
  std::uint64_t given_ = 0;  // compressed bytes handed to libarchive
  archive* archive_;
  bool begun_ = false;
  bool ended_ = false;
  io_reason fault_;
};

}  // namespace tbsc94
