// The input cut into batches: what one thread reads and grades at a time.
#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "archive/input.hpp"

namespace tbsc94 {

/// Some whole lines of one input, or some documents to be opened.
struct batch {
  std::vector<input> documents;
  std::string source;          // of the lines
  std::size_t first_line = 1;  // number of the text's first line
  padded_buffer text;          // whole lines, each but the last with its line end
};

/// Cuts inputs into batches, in order, holding no more than one batch of them.
class batch_source {
 public:
  explicit batch_source(std::vector<input> inputs);

  /// The next batch; false at the end. A file of lines that cannot be read is reported in `problems`,
  /// behind what could be read of it and before any other input: the batch may be empty then.
  bool next(batch& batch, std::vector<io_problem>& problems);

 private:
  bool next_lines(batch& batch, std::vector<io_problem>& problems);
  void next_documents(batch& batch);
  bool end_lines(const batch& batch);

  std::deque<input> inputs_;
  std::optional<byte_stream> open_;  // the input of lines at the front
  padded_buffer carried_;            // the beginning of a line that the last batch cut off
  std::size_t line_ = 1;             // number of the first line in carried_
  bool skipping_ = false;            // inside a line too long to be read
};

}  // namespace tbsc94
