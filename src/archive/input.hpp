// What there is to grade: files, folders, standard input; and the records in them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "archive/byte_stream.hpp"
#include "archive/io_problem.hpp"

namespace tbsc94 {

enum class input_kind : std::uint8_t { document, lines };

/// The kind that a file's name says: `.ndjson` and `.jsonl` hold an assessment a line.
[[nodiscard]] input_kind kind_of(std::string_view path);

/// The path as UTF-8, for results and messages: a byte that is none becomes U+FFFD.
[[nodiscard]] std::string displayed(std::string_view path);

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
