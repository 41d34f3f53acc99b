// Where results go: standard output, or a file that appears whole or not at all.
#pragma once

#include <cerrno>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "archive/file_identity.hpp"
#include "archive/io_problem.hpp"
#include "text/ci_log.hpp"

namespace tbsc94 {

/// Where a path leads by links, whether or not something is there. nullopt where it leads to no place:
/// `problem` says why.
[[nodiscard]] std::optional<std::string> behind_links(const std::string& path, io_problem& problem);

/// Collects what is written and passes it on in large pieces.
class output {
 public:
  /// Standard output where `path` is empty; else a temporary file beside the one that `path` leads to, which
  /// takes its place, and the permissions that it had, on `commit`. Links on the way stay. A file with
  /// several names (hard links) keeps them all: `commit` writes into it. nullopt where none of this can be
  /// done: `problem` says why.
  [[nodiscard]] static std::unique_ptr<output> open(const std::string& path, io_problem& problem);
  output(const output&) = delete;
  output& operator=(const output&) = delete;
  /// Without a `commit` before, the old file stays as it was.
  ~output();

  /// Whether there is an old file, which goes with `commit`.
  [[nodiscard]] bool replaces() const { return replaces_; }
  /// Whether all could be written so far; after a failure nothing more is.
  bool write(std::string_view text);
  /// From now on writes for a CI runner: elsewhere what it would take for a command is made harmless on its way
  /// to the log.
  void speak_to_runner() { guard_.reset(); }
  /// Writes what is left and puts the file in its place.
  bool commit();
  /// Takes note that what belongs to it could not be written elsewhere: nothing more is written.
  void fail(io_problem problem);
  /// Gives up: the old file stays as it was, and nothing is left beside it. Another thread may still be
  /// at work here, if the program ends next.
  void abandon() const;
  [[nodiscard]] const io_problem& problem() const { return problem_; }
  [[nodiscard]] bool is_terminal() const { return is_terminal_; }
  /// Whether it failed because nobody reads any more what is written to a pipe.
  [[nodiscard]] bool is_closed_pipe() const { return error_ == EPIPE; }

 private:
  output(int descriptor, std::string path, std::string temporary);
  bool take(std::string_view text);
  bool put_in_place();
  [[nodiscard]] bool write_into_shared() const;
  bool flush();
  bool pass_on(std::string_view text);
  void begin_to_store(std::size_t written);
  bool fail();

  int descriptor_;
  std::string path_;
  const std::string temporary_;  // empty where there is none, as for standard output
  bool is_terminal_;
  bool replaces_ = false;
  int shared_ = -1;  // the old file, open, where it has other names
  bool committed_ = false;
  std::optional<ci_log_guard> guard_;  // of what a CI runner reads
  mutable std::mutex replacing_;       // held during `commit`: `abandon` waits
  std::string pending_;
  std::size_t unstored_ = 0;  // bytes passed on since the system was last asked to store them
  io_problem problem_;
  int error_ = 0;  // the errno of a failure
};

}  // namespace tbsc94
