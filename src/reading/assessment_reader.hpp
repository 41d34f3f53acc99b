// Reads assessments strictly: all errors of a file in one go.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "json/json.hpp"
#include "reading/record.hpp"
#include "reading/scheme_catalog.hpp"
#include "tbsc94/readings.hpp"

namespace tbsc94 {

enum class unknown_keys : std::uint8_t { refuse, ignore };

struct reader_options {
  std::optional<bool> excluding{};  // whether items may be declared not applicable; absent: by their scheme's readings
  unknown_keys unknown = unknown_keys::refuse;
  language lang = language::en;
  std::string under{};  // the edition to read every assessment under, whatever it names; empty: its own
};

/// Reads assessments one after another, keeping its buffers. Not for use by two threads at once.
class assessment_reader {
 public:
  /// The catalog must outlive the reader.
  assessment_reader(const scheme_catalog& catalog, reader_options options);

  /// Reads one document into `record`, whose earlier content is replaced and whose memory is used
  /// again. Lines of findings count from `first_line`.
  void read(const json::padded_text& text, std::size_t first_line, record& record);

 private:
  void read_strictly(const json::padded_text& text, record& record);

  const scheme_catalog* catalog_;
  reader_options options_;
  std::string passed_over_;  // the extensions of a document before
  json::document_reader documents_;
};

}  // namespace tbsc94
