// A folder of files that appears complete or not at all.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "archive/io_problem.hpp"

namespace tbsc94 {

class report_folder {
 public:
  /// A temporary folder beside `path`, which takes its place on `commit`. Nothing may be at `path`, or an
  /// empty folder: else, and where none can be made, nullptr, and `problem` says why.
  [[nodiscard]] static std::unique_ptr<report_folder> open(const std::string& path, io_problem& problem);
  report_folder(const report_folder&) = delete;
  report_folder& operator=(const report_folder&) = delete;
  /// Without a `commit` before, nothing is left.
  ~report_folder();

  /// The path of a file in it, until the commit.
  [[nodiscard]] std::string path_of(std::string_view name) const;
  /// Writes a file; false where it cannot be written.
  [[nodiscard]] bool write(std::string_view name, std::string_view text, io_problem& problem);
  [[nodiscard]] bool commit(io_problem& problem);
  /// Gives up, from another thread, as the program ends next: whoever writes or commits from now on waits for that.
  void abandon();

 private:
  report_folder(std::string path, std::string temporary);
  void remove() const;

  std::mutex mutex_;  // held while the folder is changed, so that no file comes into one that is cleared away
  std::string path_;
  std::string temporary_;
  bool committed_ = false;
};

}  // namespace tbsc94
