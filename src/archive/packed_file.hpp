// What is packed in a file: the members of an archive, or one compressed file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "archive/byte_stream.hpp"
#include "archive/packed_bytes.hpp"
#include "archive/zip_directory.hpp"

struct archive;
struct archive_entry;

namespace tbsc94 {

/// How a file is packed.
enum class packing : std::uint8_t {
  none,
  compressed,  // one file, by gzip, zstd, xz or bzip2
  tar,         // as it is, or compressed so
  zip,
};

/// How far a packed file may go. Past a limit it is read no further: it is taken for a bomb, a small
/// file made to keep a machine busy for hours. Memory is in no danger, as nothing is held.
struct unpacking_limits {
  /// Unpacked bytes for each packed one. 200,000 lines that differ in their id alone reach 136 with
  /// gzip and 721 with zstd -19, real ones 8 to 16; bombs of gzip or zip 1030, of zstd 10,000 and more.
  std::uint64_t ratio = 1000;
  /// So many bytes are unpacked whatever the ratio: they take no more than a second.
  std::uint64_t free_bytes = std::uint64_t{256} << 20U;
  /// Unpacked bytes in all: some 64 million assessments.
  std::uint64_t bytes = std::uint64_t{64} << 30U;
  /// Members of one archive, of any kind. Of a zip's directory libarchive keeps some 160 bytes a member.
  std::uint64_t members = 10'000'000;
  /// Bytes of a member's name: what a system takes for a path. Every record of the member repeats it.
  std::size_t name = 4096;
  /// Bytes of a tar that come before a member's data: names, attributes, the map of a file with holes, of which
  /// libarchive keeps ten times as much as is written.
  std::uint64_t headers = std::uint64_t{2} << 20U;
};

/// A packed file, unpacked piece by piece as it is read: nothing of it is written anywhere, and no
/// more than a piece is held. Reads through libarchive.
class packed_file final : public byte_stream {
 public:
  /// Null where the file cannot be opened or is not packed so: `fault` says why.
  [[nodiscard]] static std::unique_ptr<packed_file> open(const std::string& path, packing packed, io_reason& fault,
                                                         const unpacking_limits& limits = {});
  ~packed_file() override;

  enum class step : std::uint8_t {
    member,  // a file: `read` gives its bytes
    broken,  // something that cannot be read: `fault` says why; others may follow
    end,
    failed,  // what follows cannot be read: `fault` says why
  };
  /// Goes to the next member that is a file, past the rest of this one; links, folders and devices are
  /// passed over. A compressed file has one member, without a name, which `open` has gone to.
  [[nodiscard]] step next();
  /// The member's name within the archive, in UTF-8 where that can be told.
  [[nodiscard]] const std::string& name() const { return name_; }
  /// How many links have been passed over.
  [[nodiscard]] std::size_t links() const { return links_; }

  [[nodiscard]] std::optional<std::size_t> read(padded_buffer& into, std::size_t count) override;
  [[nodiscard]] std::uint64_t taken() const override { return bytes_->taken(); }

 private:
  struct callbacks;

  packed_file(std::unique_ptr<packed_bytes> bytes, packing packed, const unpacking_limits& limits);
  bool begin();
  bool begin_compressed();
  bool begin_archive();
  int next_header();
  step header_failed(int result);
  step stop(io_reason fault);
  step reached_end();
  std::optional<step> enter_member();
  bool next_piece();
  void next_compressed_piece();
  void next_member_piece();
  std::size_t take_piece(padded_buffer& into, std::size_t count);
  bool is_within_limits();
  [[nodiscard]] io_reason reason() const;

  std::unique_ptr<packed_bytes> bytes_;
  packing packed_;
  unpacking_limits limits_;
  struct closer {
    void operator()(archive* opened) const;
  };
  std::unique_ptr<archive, closer> archive_;  // none of one compressed file
  std::optional<zip_directory> directory_;
  archive_entry* entry_ = nullptr;
  std::string name_;
  std::string_view piece_;         // of the member, not yet handed on
  std::int64_t piece_offset_ = 0;  // where it stands in the member
  std::int64_t offset_ = 0;        // how much of the member has been handed on
  std::uint64_t unpacked_ = 0;     // bytes of all members
  std::uint64_t members_ = 0;
  std::size_t links_ = 0;
  std::uint64_t headers_ = 0;  // bytes given to libarchive since the member before
  bool passing_over_ = false;  // the rest of a member
  io_reason limit_fault_;
  bool in_member_ = false;
  bool at_member_end_ = false;
  bool member_failed_ = false;
  bool failed_ = false;   // nothing more can be read
  bool seeking_ = false;  // looking for a member past damage
};

}  // namespace tbsc94
