// The input cut into batches: what one thread reads and grades at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "archive/input.hpp"
#include "archive/input_search.hpp"
#include "archive/member_names.hpp"

namespace tbsc94 {

/// A document of an archive: a part of its batch's text.
struct member_document {
  std::string source;
  std::size_t begin = 0;
  std::size_t size = 0;
};

/// Some documents to be opened, or some of an archive, or some whole lines.
struct batch {
  std::vector<input> documents;
  std::vector<member_document> members;
  std::string source;                // of the lines
  std::string archive;               // the path of the archive that all of it is from; empty where it is of none
  std::size_t first_line = 1;        // number of the text's first line
  padded_buffer text;                // the members', or whole lines, each but the last with its line end
  std::uint64_t bytes = 0;           // of the input that were read for it; its documents are still to be opened
  passed_over besides;               // what lies between and is not read
  std::vector<io_problem> problems;  // what could not be read behind all this, and ahead of the next batch
};

/// How much goes into one batch: no more is added once either is reached.
struct batch_size {
  std::size_t bytes = std::size_t{256} << 10U;
  std::size_t documents = 64;
};

/// Cuts a stream into batches of whole lines.
class line_cutter {
 public:
  explicit line_cutter(const batch_size& size) : size_(size) {}
  /// Begins with another stream, called `source`, of which `head` has been read already, with the number of its first
  /// line.
  void begin(std::string source, std::string_view head = {}, std::size_t first_line = 1);
  /// Puts lines into `batch`; false where there are none. Where the stream cannot be read further, the
  /// line that it breaks off in is left out, and the batch's problems have the reason.
  bool next(byte_stream& from, batch& batch);
  /// Whether the stream has been read to its end, or as far as it can be.
  [[nodiscard]] bool ended() const { return ended_; }

 private:
  void skip_rest_of_line(batch& batch);

  batch_size size_;
  std::string source_;
  padded_buffer carried_;  // the beginning of a line that the last batch cut off
  std::size_t line_ = 1;   // number of the first line in carried_
  bool skipping_ = false;  // inside a line too long to be read
  bool ended_ = false;
};

/// Cuts an archive into batches: its documents together, its files of lines as any others.
class archive_cutter {
 public:
  explicit archive_cutter(const batch_size& size) : size_(size), lines_(size) {}
  /// Begins with another archive, called `source`.
  void begin(std::string source);
  /// Fills `batch`; false where there is nothing for it but problems.
  bool next(packed_file& from, batch& batch);
  [[nodiscard]] bool ended() const { return ended_; }

 private:
  void next_member(packed_file& from, batch& batch);
  void take_member(packed_file& from, batch& batch);
  static void take_document(packed_file& from, std::string source, batch& batch);
  std::string source_of_member(const std::string& name);
  void finish(const packed_file& from, batch& batch);
  void remark(std::vector<io_problem>& problems) const;

  batch_size size_;
  std::string source_;
  line_cutter lines_;
  bool in_lines_ = false;  // of a member
  bool ended_ = false;
  std::size_t assessment_files_ = 0;
  std::size_t packed_within_ = 0;  // members that are packed themselves
  member_names names_;
  std::size_t repeated_ = 0;    // members of a name that came before
  std::string first_repeated_;  // the first of these names
};

/// Cuts inputs into batches, in order, holding no more than one batch of them.
class batch_source {
 public:
  explicit batch_source(std::vector<input> inputs, const batch_size& size = {}, std::optional<output_file> output = {});

  /// The next batch, whose earlier content is replaced; false at the end. What cannot be read is passed
  /// over and said in the batch's problems; it may have nothing else then.
  bool next(batch& batch);

 private:
  void next_documents(batch& batch);
  bool next_lines(const input& from, batch& batch);
  bool next_members(const input& from, batch& batch);

  void count_bytes(const byte_stream& from, batch& batch);

  batch_size size_;
  input_search inputs_;
  std::unique_ptr<byte_stream> open_;  // the input of lines at the front
  line_cutter lines_;
  std::unique_ptr<packed_file> archive_;  // at the front
  archive_cutter members_;
  std::uint64_t taken_ = 0;  // bytes of the input at the front
};

}  // namespace tbsc94
