// Reads a document of strict JSON (RFC 8259): every value is visited, every number is at hand as it is written.
//
// Neither are numbers turned into doubles nor is a tree built: readers take each value as the scan comes to it,
// and know where they stand when something is wrong.
#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>

#include "json/characters.hpp"
#include "json/finding.hpp"
#include "json/value.hpp"

namespace tbsc94::json {

/// Whether the text is one JSON document, however it is written.
[[nodiscard]] bool is_document(std::string_view text);

/// Reads documents one after another.
class document_reader {
 public:
  /// Reads `text` and calls `take(value)` with its root. Where the text is not JSON, or too large or
  /// deep, `errors` says so in a single finding and the call returns false; whatever `take` has
  /// reported by then is withdrawn. Where `errors` reaches its limits, its last finding says so.
  /// Strings that were read are valid as long as the text is and until the next call.
  template <class Take>
  bool read(const padded_text& text, findings& errors, language lang, Take take) {
    const std::size_t before = errors.size();
    try {
      scan scan = begin(text);
      take(value(scan));
      if (!scan.is_done()) {
        scan.fail();
      }
      return true;
    } catch (const unreadable& reason) {
      errors.keep(before);
      errors.close(explain(reason, text.text, lang));
    } catch (const too_many_findings& reason) {
      errors.close(too_many(reason.offset, lang));
    }
    return false;
  }

 private:
  scan begin(const padded_text& text);
  static finding explain(const unreadable& reason, std::string_view text, language lang);
  static finding too_many(std::size_t offset, language lang);

  std::deque<std::string> unescaped_;  // strings that are written with escapes
};

}  // namespace tbsc94::json
