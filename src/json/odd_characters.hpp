// Characters that stand where JSON has others: full-width punctuation, and what nobody sees.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "text/language.hpp"

namespace tbsc94::json {

// Punctuation as Chinese keyboards and word processors give it, and what JSON has in its place.
inline constexpr std::array<std::pair<std::string_view, std::string_view>, 14> full_width_characters{{{"，", ","},
                                                                                                      {"：", ":"},
                                                                                                      {"“", "\""},
                                                                                                      {"”", "\""},
                                                                                                      {"„", "\""},
                                                                                                      {"‘", "\""},
                                                                                                      {"’", "\""},
                                                                                                      {"｛", "{"},
                                                                                                      {"｝", "}"},
                                                                                                      {"［", "["},
                                                                                                      {"］", "]"},
                                                                                                      {"、", ","},
                                                                                                      {"。", "."},
                                                                                                      {"　", " "}}};

/// Empty for a character that is none of these.
inline std::string_view plain_for(std::string_view character) {
  for (const auto& [wide, plain] : full_width_characters) {
    if (character == wide) {
      return plain;
    }
  }
  return {};
}

// Characters that nobody sees, and what they are called.
struct unseen_character {
  std::string_view bytes;
  std::string_view code;
  phrase<> name;
};
inline constexpr std::array<unseen_character, 10> unseen_characters{
    {{"\xC2\xA0", "U+00A0", {"不换行空格", "no-break space"}},
     {"\xC2\xAD", "U+00AD", {"软连字符", "soft hyphen"}},
     {"\xE2\x80\x8B", "U+200B", {"零宽空格", "zero-width space"}},
     {"\xE2\x80\x8C", "U+200C", {"零宽不连字", "zero-width non-joiner"}},
     {"\xE2\x80\x8D", "U+200D", {"零宽连字", "zero-width joiner"}},
     {"\xE2\x80\x8E", "U+200E", {"从左到右标记", "left-to-right mark"}},
     {"\xE2\x80\x8F", "U+200F", {"从右到左标记", "right-to-left mark"}},
     {"\xE2\x80\xAF", "U+202F", {"窄不换行空格", "narrow no-break space"}},
     {"\xE2\x81\xA0", "U+2060", {"单词连接符", "word joiner"}},
     {"\xEF\xBB\xBF", "U+FEFF", {"字节顺序标记（BOM）", "byte order mark"}}}};

inline const unseen_character* find_unseen(std::string_view text) {
  const auto found =
      std::ranges::find_if(unseen_characters, [&](const auto& each) { return text.starts_with(each.bytes); });
  return found == unseen_characters.end() ? nullptr : &*found;
}

}  // namespace tbsc94::json
