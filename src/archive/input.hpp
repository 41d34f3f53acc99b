// What there is to grade: files, folders, standard input; and the records in them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/json.hpp"

namespace tbsc94 {

enum class input_kind : std::uint8_t { document, lines };

/// What could not be read or written, and why.
struct io_problem {
  std::string path;
  std::string reason;
};

/// The kind that a file's name says: `.ndjson` and `.jsonl` hold an assessment a line.
[[nodiscard]] input_kind kind_of(std::string_view path);

/// The path as UTF-8, for results and messages: a byte that is none becomes U+FFFD.
[[nodiscard]] std::string displayed(std::string_view path);

/// A buffer that a parser may read a little past.
class padded_buffer {
 public:
  [[nodiscard]] std::string_view text() const { return std::string_view(bytes_).substr(0, size_); }
  /// Some of the text, as the parser takes it.
  [[nodiscard]] json::padded_text padded(std::string_view part) const {
    return {part, static_cast<std::size_t>(bytes_.data() + bytes_.size() - part.data())};
  }
  void assign(std::string_view text);
  void append(std::string_view text);
  void clear() { size_ = 0; }

  /// Room for `count` bytes after the text; `grow` takes in how many were written there.
  char* room(std::size_t count);
  void grow(std::size_t count) { size_ += count; }
  /// Keeps the first `count` bytes.
  void cut(std::size_t count) { size_ = count; }
  /// Drops the first `count` bytes.
  void drop(std::size_t count);

 private:
  std::string bytes_;
  std::size_t size_ = 0;
};

/// An open file or standard input, read in pieces.
class byte_stream {
 public:
  /// nullopt where the file cannot be opened: errno says why.
  [[nodiscard]] static std::optional<byte_stream> open(const std::string& path);
  byte_stream(byte_stream&& other) noexcept;
  byte_stream& operator=(byte_stream&& other) noexcept;
  ~byte_stream();

  /// Appends at most `count` bytes; how many, 0 at the end, nullopt on an error (errno).
  std::optional<std::size_t> read(padded_buffer& into, std::size_t count);

 private:
  explicit byte_stream(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;
};

/// A file to read, or standard input ("-").
struct input {
  std::string path;
  input_kind kind = input_kind::document;
  std::shared_ptr<const padded_buffer> read_already{};  // the beginning of standard input
  std::size_t line = 0;                                 // a document that is one line: its number
};

/// A path named on the command line as the inputs it stands for: itself, or the `.json`, `.ndjson`
/// and `.jsonl` files below it, in the order of their names. Of standard input enough is read to
/// tell its kind: lines where its first one is a whole document and others follow it.
[[nodiscard]] std::vector<input> expand(const std::string& path, std::vector<io_problem>& problems);

/// One input that holds a single document, whole; what is past the limit on a document's size is
/// left out. False on an error: `problem` says which.
bool read_document(const input& input, padded_buffer& into, io_problem& problem);

}  // namespace tbsc94
