// The input cut into batches: what one thread reads and grades at a time.
#pragma once

#include <cstddef>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
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

/// Cuts a stream into batches of whole lines.
class line_cutter {
 public:
  /// Begins with another stream, called `source`, of which `head` has been read already.
  void begin(std::string source, std::string_view head = {});
  /// Puts lines into `batch`; false where there are none. Where the stream cannot be read further, the
  /// line that it breaks off in is left out, and `problems` has the reason.
  bool next(byte_stream& from, batch& batch, std::vector<io_problem>& problems);
  /// Whether the stream has been read to its end, or as far as it can be.
  [[nodiscard]] bool ended() const { return ended_; }

 private:
  void skip_rest_of_line(batch& batch);

  std::string source_;
  padded_buffer carried_;  // the beginning of a line that the last batch cut off
  std::size_t line_ = 1;   // number of the first line in carried_
  bool skipping_ = false;  // inside a line too long to be read
  bool ended_ = false;
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

  std::deque<input> inputs_;
  std::unique_ptr<byte_stream> open_;  // the input of lines at the front
  line_cutter lines_;
};

}  // namespace tbsc94
