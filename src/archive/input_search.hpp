// Finds what there is to read: the inputs named, and the files in the folders among them.
#pragma once

#include <cstddef>
#include <deque>
#include <memory_resource>
#include <optional>
#include <string>
#include <vector>

#include "archive/file_identity.hpp"
#include "archive/input.hpp"
#include "archive/passed_over.hpp"

namespace tbsc94 {

/// Where the results go: no input where a folder holds it, nor is the temporary file or folder beside it.
struct output_file {
  std::optional<file_identity> file;      // what is replaced
  bool is_result = false;                 // of an earlier run, or empty: it may be passed over, and lost
  std::string name;                       // the last part of its path
  std::optional<file_identity> folder{};  // the temporary one of reports
};

/// The files below a folder, in the order of their names' bytes, a folder's own where its name stands. A
/// folder is listed when the search comes to it, so that no more than the names of one folder, and of
/// those that it is in, are held. Links to files are followed; links to folders are not, as they could
/// lead round in a circle. What else is there is counted, save what macOS keeps for itself.
class folder_search {
 public:
  folder_search(std::string folder, std::optional<output_file> output);

  /// The next assessment file or archive. nullopt at the end, or where there is first a problem to tell: a
  /// folder that cannot be listed, something by the name of an assessment that is no file, the output, nothing found.
  [[nodiscard]] std::optional<input> next(std::vector<io_problem>& problems, passed_over& besides);
  [[nodiscard]] bool ended() const { return ended_; }

 private:
  struct level {
    explicit level(std::string folder);
    int list(const std::optional<output_file>& output, passed_over& besides);  // 0, or the errno of a failure

    std::string path;  // with a slash at its end
    std::pmr::monotonic_buffer_resource memory{};
    std::vector<char*> entries{};  // each a kind of entry, and its name
    std::size_t next = 0;
  };
  void enter(const std::string& folder, std::vector<io_problem>& problems, passed_over& besides);
  std::optional<input> take(const char* entry, std::vector<io_problem>& problems, passed_over& besides);
  void tell(io_problem problem, std::vector<io_problem>& problems);
  void tell_output(const std::string& path, std::vector<io_problem>& problems);

  std::string folder_;
  std::optional<output_file> output_;
  std::deque<level> levels_;  // a level cannot be moved
  bool begun_ = false;
  bool ended_ = false;
  bool any_ = false;  // found, or told
};

/// Several inputs one after another, folders replaced by what is in them.
class input_search {
 public:
  explicit input_search(std::vector<input> named, std::optional<output_file> output = {});

  /// The input that is next until `pop`. Null at the end, or where `problems` has something to tell that
  /// lies ahead of it. What was passed over on the way is counted.
  [[nodiscard]] input* front(std::vector<io_problem>& problems, passed_over& besides);
  void pop() { front_.reset(); }

 private:
  std::vector<input> named_;
  std::optional<output_file> output_;
  std::size_t next_ = 0;  // of those named
  std::optional<folder_search> folder_;
  std::optional<input> front_;
};

}  // namespace tbsc94
