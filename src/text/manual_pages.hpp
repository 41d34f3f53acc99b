// The manual: Markdown pages of data/manual, each on one subject, in both languages.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/language.hpp"

namespace tbsc94 {

struct manual_page {
  std::string_view subject;  // "readings"
  char section;              // of man pages: 5 for file formats, 7 for the rest
  std::string_view zh;
  std::string_view en;

  [[nodiscard]] std::string_view in(language lang) const { return lang == language::zh ? zh : en; }
};
[[nodiscard]] std::span<const manual_page> manual_pages();

enum class block_kind : std::uint8_t { title, heading, paragraph, item, code };

/// A piece of a page. The pages use no more of Markdown than this: every paragraph and item is one line.
struct manual_block {
  block_kind kind;
  std::string_view text;  // of code: all its lines, without the fences
};
/// Comments are left out.
[[nodiscard]] std::vector<manual_block> blocks_of(std::string_view page);

enum class span_kind : std::uint8_t { plain, code, emphasis };

/// A piece of a line, without its marks.
struct manual_span {
  span_kind kind;
  std::string_view text;
};
[[nodiscard]] std::vector<manual_span> spans_of(std::string_view line);

/// A page for reading on a terminal, in lines of at most `width` columns; code is never broken.
[[nodiscard]] std::string manual_text(std::string_view page, std::size_t width);

}  // namespace tbsc94
