// Reads results of `grade --format json`, as far as it takes to work them out again.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "checking/recorded.hpp"
#include "json/finding.hpp"
#include "json/json.hpp"
#include "tbsc94/readings.hpp"

namespace tbsc94 {

/// A result that somebody gives. What it says of itself is not believed: it is what a result that is
/// worked out again is compared with.
struct given_result {
  json::padded_text assessment{};     // the bytes that it embeds, and the blanks around them
  std::size_t assessment_offset = 0;  // of these bytes, in the result's text
  /// Whether they stand as `grade` writes them; where another program has written the result anew, the
  /// bytes of the input are lost.
  bool keeps_bytes = false;
  std::string source;                                    // input.source
  std::string digest;                                    // input.sha256
  std::string version;                                   // tool.version
  readings_in_use readings;                              // those that it names, else those given
  std::array<std::size_t, reading_count> readings_at{};  // where it names them
  recorded_result recorded;  // its scores, total, level and grade, where they are of the right type
  findings errors;           // why it cannot be worked out again; not placed
};

/// Reads results one after another, keeping its buffers. Not for use by two threads at once.
class result_reader {
 public:
  explicit result_reader(language lang) : lang_(lang) {}

  /// Reads a document that is a result, by its members `tool` and `input`; false for any other text.
  bool read(const json::padded_text& text, const readings_in_use& given, given_result& into);

  /// The elements of an array of results; none for any other text.
  [[nodiscard]] std::vector<std::string_view> elements(const json::padded_text& text);

  /// For whoever reads a result once more: two readers would keep buffers for its tokens twice.
  [[nodiscard]] json::document_reader& documents() { return documents_; }

 private:
  language lang_;
  json::document_reader documents_;
};

}  // namespace tbsc94
