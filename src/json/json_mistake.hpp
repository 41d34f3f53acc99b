// What keeps a text from being JSON, told so that its writer can mend it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/language.hpp"

namespace tbsc94::json {

enum class mistake_kind : std::uint8_t {
  nothing_there,        // only space
  no_object,            // scheme: x, or "scheme": x
  table,                // 1.1,0.85,0.9: lines of a table in place of a document
  ends_early,           // a bracket or a quote is not closed
  never_closed,         // ["a": an array that ought to have ended
  empty_place,          // {"a": ,}
  trailing_comma,       // [1, 2,]
  missing_comma,        // [1 2]
  missing_colon,        // {"a" 1}
  wrong_bracket,        // {"a": 1]
  single_quotes,        // 'a'
  full_width,           // “a”，： as a Chinese keyboard gives them
  unseen,               // a no-break space, a zero-width space, a byte order mark within
  comment,              // // or /* or #
  bare_slash,           // {"a": /}
  decimal_comma,        // {"1.1": 0,85}
  key_without_quotes,   // {a: 1}
  word_without_quotes,  // {"a": yes}
  wrong_word,           // True, None, NaN
  wrong_number,         // 01, .5, +1, 1.
  number_with_unit,     // 85%, 3级, ０．８５
  date_without_quotes,  // 2026-03-14
  wrong_escape,         // "C:\Users"
  broken_string,        // a line end or another control character within quotes
  inner_quotes,         // "he said "yes""
  half_quoted,          // {"a: 1}, {"a": x"}
  extra_sign,           // {"a":: 1,, "b": 2"}
  no_array,             // {"a": {{}, {}}}
  no_object_in_array,   // {"a": ["b": 1]}
  wrong_sign,           // {"a" = 1; "b" = 2}
  second_document,      // {} {}
  ended_before,         // {}}
  unexpected,           // anything else
};

struct mistake {
  mistake_kind kind = mistake_kind::unexpected;
  std::size_t offset = 0;
  std::string found{};        // the characters in question, where that helps
  std::string where{};        // a JSON pointer to the value, or else to what is around the mistake
  std::string opened{};       // the bracket or quote that is open
  std::size_t opened_in = 0;  // its line, from 1; 0 where the text is but one
  bool passed_over = false;   // whether what follows was checked all the same
  std::size_t count = 1;      // how often the text has it
};

/// A text in which every slip that can be passed over is replaced by what may have been meant. It serves to find
/// what else is wrong, and for nothing else: the text as it was written stays refused.
struct mended {
  std::string text;
  std::vector<mistake> mistakes{};  // in the order of the text
  bool is_whole = false;            // whether the text is JSON now
  struct edit {
    std::size_t at;
    std::size_t was;  // bytes
    std::size_t now;
  };
  std::vector<edit> edits{};  // in the order in which they were made

  /// Where in the text as it was written stands what is here in `text`.
  [[nodiscard]] std::size_t original_offset(std::size_t offset) const;
};

/// The first mistake of a text, by the grammar of RFC 8259; nullopt where there is none. This reads
/// no assessments: it looks again at what the reader has refused.
[[nodiscard]] std::optional<mistake> find_mistake(std::string_view text);

/// All mistakes up to one that cannot be passed over.
[[nodiscard]] mended mend(std::string_view text);

[[nodiscard]] std::string explain(const mistake& mistake, language lang);

}  // namespace tbsc94::json
