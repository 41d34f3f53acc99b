// Bytes read in pieces, wherever they come from.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "archive/io_problem.hpp"
#include "json/characters.hpp"

namespace tbsc94 {

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

  /// How many bytes more there is room for without another buffer.
  [[nodiscard]] std::size_t left() const { return bytes_.size() - std::min(bytes_.size(), size_ + json::padding); }
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

/// A file, standard input, or what is packed in one.
class byte_stream {
 public:
  byte_stream() = default;
  byte_stream(const byte_stream&) = delete;
  byte_stream& operator=(const byte_stream&) = delete;
  virtual ~byte_stream() = default;

  /// Appends at most `count` bytes; how many, 0 at the end, nullopt on an error: `fault` says which.
  [[nodiscard]] virtual std::optional<std::size_t> read(padded_buffer& into, std::size_t count) = 0;
  [[nodiscard]] const io_reason& fault() const { return fault_; }
  /// How many of the file's own bytes have been read, packed as they are.
  [[nodiscard]] virtual std::uint64_t taken() const = 0;

 protected:
  io_reason fault_;
};

/// A file descriptor of one's own; closed at the end, unless it is standard input.
class descriptor {
 public:
  /// Opens a file for reading, or standard input ("-"). On an error `is_open` is false: errno says why.
  explicit descriptor(const std::string& path);
  descriptor(const descriptor&) = delete;
  descriptor& operator=(const descriptor&) = delete;
  ~descriptor();

  [[nodiscard]] bool is_open() const { return number_ >= 0; }
  [[nodiscard]] int number() const { return number_; }
  /// How many bytes, 0 at the end; nullopt on an error: errno says why.
  [[nodiscard]] std::optional<std::size_t> read(char* into, std::size_t count) const;

 private:
  int number_;
};

/// One of so many parts of a file of lines, of about one size. Each begins and ends where a line does, and put together
/// they are the file, as long as it stays as it is.
struct file_part {
  std::uint64_t number = 1;  // from 1
  std::uint64_t of = 1;
};

/// A plain file or standard input.
class file_stream final : public byte_stream {
 public:
  /// Null where the file cannot be opened: `fault` says why.
  [[nodiscard]] static std::unique_ptr<file_stream> open(const std::string& path, io_reason& fault);
  /// A part of a plain file; `line` is the number of its first line: what is before it is read to count lines.
  [[nodiscard]] static std::unique_ptr<file_stream> open(const std::string& path, const file_part& part,
                                                         std::size_t& line, io_reason& fault);
  [[nodiscard]] std::optional<std::size_t> read(padded_buffer& into, std::size_t count) override;
  [[nodiscard]] std::uint64_t taken() const override { return taken_; }

 private:
  explicit file_stream(const std::string& path) : file_(path) {}
  bool enter(const file_part& part, std::size_t& line);

  descriptor file_;
  std::uint64_t taken_ = 0;
  std::uint64_t left_ = UINT64_MAX;  // at most
};

}  // namespace tbsc94
