#include "text/comparison_key.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <new>
#include <optional>

namespace tbsc94 {

namespace {

using code_point = utf8proc_int32_t;

constexpr code_point ignorable = 0x200B;  // utf8proc leaves it out

bool is_unseen(code_point c) {
  constexpr code_point braille_blank = 0x2800;
  switch (utf8proc_category(c)) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
      return true;
    default:
      return c == braille_blank || utf8proc_get_property(c)->ignorable != 0;
  }
}

// Cyrillic and Greek letters, small and capital, dashes and slashes, by what they are taken for.
struct lookalike {
  char like;
  std::u32string_view looks;
};
constexpr std::array<lookalike, 25> lookalikes{{
    {'-', U"\u2010\u2011\u2012\u2013\u2014\u2015\u2212"},
    {'/', U"\u2044\u2215"},
    {'a', U"\u0410\u0430\u0391"},
    {'b', U"\u0412\u0392"},
    {'c', U"\u0421\u0441\u03F2\u03F9"},
    {'d', U"\u0501"},
    {'e', U"\u0415\u0435\u0395"},
    {'g', U"\u050C"},
    {'h', U"\u041D\u0397"},
    {'i', U"\u0406\u0456\u04C0\u0399"},
    {'j', U"\u0408\u0458\u037F"},
    {'k', U"\u041A\u039A"},
    {'l', U"\u04CF"},
    {'m', U"\u041C\u039C"},
    {'n', U"\u039D"},
    {'o', U"\u041E\u043E\u039F\u03BF"},
    {'p', U"\u0420\u0440\u03A1"},
    {'q', U"\u051B"},
    {'s', U"\u0405\u0455"},
    {'t', U"\u0422\u03A4"},
    {'v', U"\u03BD"},
    {'w', U"\u051C\u051D"},
    {'x', U"\u0425\u0445\u03A7"},
    {'y', U"\u0423\u0443\u04AE\u03A5"},
    {'z', U"\u0396"},
}};

code_point without_unseen(code_point c, void* /*unused*/) { return is_unseen(c) ? ignorable : c; }

code_point by_looks(code_point c, void* unused) {
  const auto* const found = std::ranges::find_if(lookalikes, [&](const lookalike& each) {
    return each.looks.find(static_cast<char32_t>(c)) != std::u32string_view::npos;
  });
  return found != lookalikes.end() ? found->like : without_unseen(c, unused);
}

constexpr bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

constexpr bool is_small(char c) { return c >= 'a' && c <= 'z'; }

// The text in NFKC and without case, each code point having gone through `first`.
std::string mapped(std::string_view text, utf8proc_custom_func first) {
  constexpr auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT |
                                                          UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
  utf8proc_uint8_t* bytes = nullptr;
  const auto size = utf8proc_map_custom(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                        static_cast<utf8proc_ssize_t>(text.size()), &bytes, options, first, nullptr);
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(bytes, &std::free);
  if (size == UTF8PROC_ERROR_NOMEM) {
    throw std::bad_alloc();
  }
  return size < 0 ? std::string(text) : std::string(reinterpret_cast<char*>(bytes), static_cast<std::size_t>(size));
}

// The key of a text that has plain characters alone, which look like no other either; else nothing.
std::optional<std::string> plain_key(std::string_view text) {
  std::string key;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = plain_size(text[at]);
    if (size == 0) {
      return std::nullopt;
    }
    if (const char c = text[at]; is_capital(c)) {
      key += static_cast<char>(c - 'A' + 'a');
    } else if (c != ' ') {
      key += text.substr(at, size);
    }
    at += size;
  }
  return key;
}

}  // namespace

std::string comparison_key(std::string_view text) {
  std::optional<std::string> key = plain_key(text);
  return key ? *std::move(key) : mapped(text, without_unseen);
}

// The kind of each byte; what follows the first byte of a plain character is of none.
struct spellings::table {
  constexpr table() {
    for (unsigned byte = 0; byte < of.size(); ++byte) {
      const char c = static_cast<char>(byte);
      const bool is_first = byte < 0x80 || byte >= 0xC0;
      of[byte] = is_capital(c)                                  ? capitals
                 : is_small(c)                                  ? small
                 : c == ' ' || (is_first && plain_size(c) == 0) ? others
                                                                : 0;
    }
  }
  std::array<std::uint8_t, 256> of{};
};

void spellings::add(std::string_view name) {
  static constexpr table kinds;
  for (const char c : name) {
    seen_ |= kinds.of[static_cast<unsigned char>(c)];
  }
}

std::string lookalike_key(std::string_view text) {
  std::optional<std::string> plain = plain_key(text);
  std::string key = plain ? *std::move(plain) : mapped(text, by_looks);
  std::ranges::replace(key, 'o', '0');
  std::ranges::replace_if(
      key, [](char c) { return c == 'i' || c == 'l'; }, '1');
  return key;
}

bool is_all_seen(std::string_view text) {
  if (text.starts_with(' ') || text.ends_with(' ')) {
    return false;
  }
  while (!text.empty()) {
    code_point c = 0;
    const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                       static_cast<utf8proc_ssize_t>(text.size()), &c);
    if (size <= 0 || (c != ' ' && is_unseen(c))) {
      return false;
    }
    text.remove_prefix(static_cast<std::size_t>(size));
  }
  return true;
}

}  // namespace tbsc94
