// The directory at the end of a zip, held against the zip's content.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "archive/byte_stream.hpp"

namespace tbsc94 {

/// Some bytes of a file, read at any place of it, a larger piece at a time.
class file_window {
 public:
  file_window(const descriptor& file, std::size_t piece) : file_(&file), piece_(piece) {}
  /// `count` bytes at `offset`, until the next call; nullopt where they are not there.
  [[nodiscard]] std::optional<std::string_view> look(std::uint64_t offset, std::size_t count);

 private:
  const descriptor* file_;
  std::size_t piece_;
  std::string bytes_;
  std::uint64_t begin_ = 0;
};

/// A zip can be read in two ways: by its directory, or member by member from its beginning. This holds the one
/// against the other: the members fill the file up to the directory, each says of itself what the directory says
/// of it, and the directory ends where the file does. Else two programs could find different members in one file.
class zip_directory {
 public:
  /// Finds and reads the directory; nullopt where it cannot be made use of: `fault` says why. The file must outlive
  /// what is returned.
  [[nodiscard]] static std::optional<zip_directory> read(const descriptor& file, std::uint64_t size, io_reason& fault);

  /// Whether the next member, in the order in which they lie in the file, is what the directory says.
  [[nodiscard]] bool next_agrees();
  [[nodiscard]] bool ended() const { return next_ == places_.size(); }
  /// The name by which the directory knows the member just looked at, as it is written there.
  [[nodiscard]] const std::string& name() const { return name_; }

 private:
  struct place {
    std::uint64_t member;  // where its own header begins
    std::uint64_t entry;   // where that of the directory does
  };
  zip_directory(const descriptor& file, std::uint64_t begin);
  bool list(std::uint64_t end, std::uint64_t count);

  file_window entries_;
  file_window headers_;
  std::uint64_t begin_;        // of the directory
  std::vector<place> places_;  // by `member`
  std::size_t next_ = 0;
  std::string name_;
};

}  // namespace tbsc94
