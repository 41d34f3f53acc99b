// Where results go: standard output, or a file that appears whole or not at all.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "archive/input.hpp"

namespace tbsc94 {

/// Collects what is written and passes it on in large pieces.
class output {
 public:
  /// Standard output where `path` is empty; else a temporary file beside `path`, which takes its
  /// place on `commit`. nullopt where that cannot be made: `problem` says why.
  [[nodiscard]] static std::unique_ptr<output> open(const std::string& path, io_problem& problem);
  output(const output&) = delete;
  output& operator=(const output&) = delete;
  /// Without a `commit` before, the old file stays as it was.
  ~output();

  /// Whether all could be written so far; after a failure nothing more is.
  bool write(std::string_view text);
  /// Writes what is left and puts the file in its place.
  bool commit();
  [[nodiscard]] const io_problem& problem() const { return problem_; }

 private:
  output(int descriptor, std::string path, std::string temporary)
      : descriptor_(descriptor), path_(std::move(path)), temporary_(std::move(temporary)) {}
  bool flush();
  bool fail();

  int descriptor_;
  std::string path_;
  std::string temporary_;  // empty for standard output
  std::string pending_;
  io_problem problem_;
  bool failed_ = false;
};

}  // namespace tbsc94
