// What there is to grade: files, folders, standard input; and the records in them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "archive/byte_stream.hpp"
#include "archive/io_problem.hpp"
#include "archive/packed_file.hpp"

namespace tbsc94 {

enum class input_kind : std::uint8_t { document, lines, archive, folder };

/// The kind that a file's name says: `.ndjson` and `.jsonl` hold an assessment a line, `.zip` and `.tar`
/// are archives; behind any of them but `.zip` may stand `.gz`, `.zst`, `.xz` or `.bz2`. Endings count in any case.
[[nodiscard]] input_kind kind_of(std::string_view path);
/// How it is packed, by its name.
[[nodiscard]] packing packing_of(std::string_view path);
/// Whether the name is that of an assessment file: `.json`, `.ndjson`, `.jsonl`, `.xlsx`, packed or not.
[[nodiscard]] bool is_assessment_file(std::string_view path);
/// Whether it is what a program leaves beside a file for its own use: macOS `._a.json`, and all in `__MACOSX`; a
/// spreadsheet `~$a.xlsx` beside a workbook that is open.
[[nodiscard]] bool is_companion(std::string_view path);
/// The name's ending in lower case, with that before a compression's: `".txt"`, `".json.gz"`. So is `".json.txt"` one.
/// Empty where there is none, or it is none that says something: short, of letters and digits.
[[nodiscard]] std::string ending_of(std::string_view path);
/// Whether it is one that some editors put behind that of an assessment: `".json.txt"`.
[[nodiscard]] bool is_behind_assessment_ending(std::string_view path);

/// The path as UTF-8, for results and messages: a byte that is none becomes U+FFFD.
[[nodiscard]] std::string displayed(std::string_view path);

/// A file to read, a folder to search, or standard input ("-").
struct input {
  std::string path;
  input_kind kind = input_kind::document;
  packing packed = packing::none;
  std::shared_ptr<const padded_buffer> read_already{};  // the beginning of standard input
  std::size_t line = 0;                                 // a document that is one line: its number
  std::string name{};                                   // as it is called; empty: by its path
  std::optional<file_part> part{};                      // of lines that are not packed

  /// As results and messages call it.
  [[nodiscard]] std::string shown() const { return displayed(name.empty() ? path : name); }
};

/// The input that a file is by its name.
[[nodiscard]] input named_input(std::string path);

/// What a path named on the command line stands for. Of standard input enough is read to tell its kind:
/// lines where its first one is a whole document and others follow it, or where `lines` says so.
[[nodiscard]] input input_at(const std::string& path, bool lines = false);

/// Opens an input that is no archive. Null where it cannot be opened: `fault` says why.
[[nodiscard]] std::unique_ptr<byte_stream> open_stream(const input& input, io_reason& fault);

/// Appends a document, whole; what is past the limit on a document's size is left unread. False where
/// the stream has a fault.
[[nodiscard]] bool read_document(byte_stream& from, padded_buffer& into);

/// One input that holds a single document; how many of the input's bytes were read. nullopt on an error:
/// `problem` says which.
[[nodiscard]] std::optional<std::uint64_t> read_document(const input& input, padded_buffer& into, io_problem& problem);

}  // namespace tbsc94
