#include "text/terminal_text.hpp"

#include <utf8proc.h>

#include <algorithm>

#include "text/format.hpp"

namespace tbsc94 {

namespace {

struct character {
  std::string_view bytes;
  utf8proc_int32_t code_point = 0;
  std::size_t width = 0;
};

bool is_plain(char c) { return c >= ' ' && c < 0x7F; }

bool is_visible(char c) { return is_plain(c) && c != ' '; }

// Calls `take` with the bytes of each character and its code point; a byte that is not UTF-8 comes alone, as U+FFFD.
template <class Take>
void for_code_points(std::string_view text, Take take) {
  while (!text.empty()) {
    if (is_plain(text[0])) {
      take(text.substr(0, 1), text[0]);
      text.remove_prefix(1);
      continue;
    }
    utf8proc_int32_t code_point = 0;
    auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                 static_cast<utf8proc_ssize_t>(text.size()), &code_point);
    if (size <= 0) {
      size = 1;
      code_point = 0xFFFD;
    }
    take(text.substr(0, static_cast<std::size_t>(size)), code_point);
    text.remove_prefix(static_cast<std::size_t>(size));
  }
}

template <class Take>
void for_characters(std::string_view text, Take take) {
  for_code_points(text, [&](std::string_view bytes, utf8proc_int32_t code_point) {
    const int width = bytes.size() == 1 && is_plain(bytes[0]) ? 1 : utf8proc_charwidth(code_point);
    take(character{bytes, code_point, width > 0 ? static_cast<std::size_t>(width) : 0});
  });
}

std::size_t most_columns(const character& each, language lang) {
  return lang == language::zh && each.code_point >= 0x80 && each.width > 0 ? 2 : each.width;
}

// Whether the text is that short whatever is in it: no character takes more columns than bytes.
bool fits(std::string_view text, std::size_t width) { return text.size() <= width; }

bool disturbs(utf8proc_int32_t code_point) {
  switch (utf8proc_category(code_point)) {
    case UTF8PROC_CATEGORY_CC:  // control characters
    case UTF8PROC_CATEGORY_CF:  // among them the direction marks
    case UTF8PROC_CATEGORY_ZL:  // line and paragraph separators
    case UTF8PROC_CATEGORY_ZP:
      return true;
    default:
      return code_point == 0xFFFD;
  }
}

bool is_blank(utf8proc_int32_t code_point) {
  constexpr utf8proc_int32_t braille_blank = 0x2800;
  switch (utf8proc_category(code_point)) {
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
    case UTF8PROC_CATEGORY_CC:
      return true;
    default:
      return code_point == braille_blank || utf8proc_get_property(code_point)->ignorable != 0;
  }
}

// Of wide characters: what no line begins with, as a closing bracket or a comma, and what none ends with.
bool belongs_to_what_is_before(const character& wide) {
  switch (utf8proc_category(wide.code_point)) {
    case UTF8PROC_CATEGORY_PE:
    case UTF8PROC_CATEGORY_PF:
    case UTF8PROC_CATEGORY_PO:
      return true;
    default:
      return false;
  }
}
bool belongs_to_what_is_behind(const character& wide) {
  return utf8proc_category(wide.code_point) == UTF8PROC_CATEGORY_PS;
}

}  // namespace

std::string harmless(std::string_view text) {
  if (std::ranges::all_of(text, is_plain)) {
    return std::string(text);
  }
  std::string result;
  for_code_points(text, [&](std::string_view bytes, utf8proc_int32_t code_point) {
    if (disturbs(code_point)) {
      result += formatted("\\u{{{:X}}}", static_cast<unsigned>(code_point));
    } else {
      result += bytes;
    }
  });
  return result;
}

std::string_view without_leading_blanks(std::string_view text) {
  while (!text.empty()) {
    utf8proc_int32_t code_point = static_cast<unsigned char>(text[0]);
    utf8proc_ssize_t size = 1;
    if (static_cast<unsigned char>(text[0]) >= 0x80) {
      size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                              static_cast<utf8proc_ssize_t>(text.size()), &code_point);
    } else if (code_point > ' ' && code_point != 0x7F) {
      return text;  // as most are
    }
    if (size <= 0 || !is_blank(code_point)) {
      return text;
    }
    text.remove_prefix(static_cast<std::size_t>(size));
  }
  return text;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for_characters(text, [&](const character& each) { width += each.width; });
  return width;
}

std::size_t most_columns(std::string_view text, language lang) {
  std::size_t width = 0;
  for_characters(text, [&](const character& each) { width += most_columns(each, lang); });
  return width;
}

std::string pad_right(std::string_view text, std::size_t width) {
  std::string result(text);
  const std::size_t used = display_width(text);
  result.append(width > used ? width - used : 0, ' ');
  return result;
}

std::string pad_left(std::string_view text, std::size_t width) {
  const std::size_t used = display_width(text);
  std::string result(width > used ? width - used : 0, ' ');
  result += text;
  return result;
}

std::string shorten(std::string_view text, std::size_t width) {
  if (fits(text, width) || display_width(text) <= width) {
    return std::string(text);
  }
  std::string result;
  std::size_t used = 1;  // the ellipsis
  bool full = false;
  for_characters(text, [&](const character& each) {
    full = full || used + each.width > width;
    if (!full) {
      result += each.bytes;
      used += each.width;
    }
  });
  return result + "…";
}

std::vector<std::string> wrap(std::string_view text, std::size_t width, language lang) {
  if (fits(text, width) && !text.empty() && is_visible(text.front()) && text.back() != ' ') {
    return {std::string(text)};  // as most are
  }
  std::vector<std::string> lines(1);
  std::string word;  // what must stay together
  std::size_t line_width = 0;
  std::size_t word_width = 0;
  const auto end_word = [&] {
    if (word.empty()) {
      return;
    }
    if (line_width + word_width > width && line_width > 0) {
      while (!lines.back().empty() && lines.back().back() == ' ') {
        lines.back().pop_back();
      }
      lines.emplace_back();
      line_width = 0;
    }
    lines.back() += word;
    line_width += word_width;
    word.clear();
    word_width = 0;
  };
  bool after_wide = false;
  bool after_opening = false;
  for_characters(text, [&](const character& each) {
    const std::size_t columns = most_columns(each, lang);
    const bool is_wide = each.width == 2;
    const bool may_break = (is_wide || after_wide) && !after_opening && !(is_wide && belongs_to_what_is_before(each));
    if (each.code_point == ' ' || may_break || word_width + columns > width) {
      end_word();
    }
    after_wide = is_wide;
    after_opening = is_wide && belongs_to_what_is_behind(each);
    if (each.code_point == ' ') {
      if (line_width > 0) {
        lines.back() += ' ';
        ++line_width;
      }
      return;
    }
    word += each.bytes;
    word_width += columns;
  });
  end_word();
  while (!lines.back().empty() && lines.back().back() == ' ') {
    lines.back().pop_back();
  }
  return lines;
}

void append_fields(std::string& text, const std::vector<std::string>& fields, std::size_t columns, std::size_t indent,
                   language lang) {
  constexpr std::string_view gap = "  ";
  const auto line = [&] { return std::string_view(text).substr(text.rfind('\n') + 1); };
  bool is_begun = false;  // by a field
  for (const std::string& field : fields) {
    const std::string_view before = is_begun ? gap : std::string_view();
    is_begun = true;
    if (columns == 0 || most_columns(line(), lang) + before.size() + most_columns(field, lang) <= columns) {
      text.append(before).append(field);
      continue;
    }
    for (const std::string& part : wrap(field, columns - std::min(columns - 1, indent), lang)) {
      if (line().find_first_not_of(' ') != std::string_view::npos) {
        text.erase(text.find_last_not_of(' ') + 1);
        text.append("\n").append(indent, ' ');
      }
      text += part;
    }
  }
}

std::string folded(std::string_view text, std::size_t columns, language lang) {
  constexpr std::string_view gap = "  ";
  std::string result;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    if (columns == 0 || most_columns(line, lang) <= columns) {
      result.append(line).append("\n");
      continue;
    }
    const std::size_t begin = std::min(line.find_first_not_of(' '), line.size());
    std::vector<std::string> fields;
    for (std::string_view rest = line.substr(begin); !rest.empty();) {
      const std::string_view field = rest.substr(0, rest.find(gap));
      fields.emplace_back(field);
      rest.remove_prefix(std::min(rest.find_first_not_of(' ', field.size()), rest.size()));
    }
    result.append(begin, ' ');
    append_fields(result, fields, columns, begin + gap.size(), lang);
    result += '\n';
  }
  return result;
}

}  // namespace tbsc94
