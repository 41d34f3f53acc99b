// Strict JSON (RFC 8259) on simdjson: every value is visited, every number is at hand as it is written.
//
// simdjson's first stage checks UTF-8, finds the tokens of a text and tells strings from what is
// around them, many bytes at a time. What follows here walks from token to token and holds them to
// the grammar: it neither turns numbers into doubles nor builds a tree, so it is faster than either
// of simdjson's own second stages, and it knows where it stands when something is wrong.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "json/finding.hpp"
#include "tbsc94/decimal.hpp"

namespace simdjson::internal {
class dom_parser_implementation;
}

namespace tbsc94::json {

/// The limits on a document; past them a file is refused (`too-large`, `too-deep`).
inline constexpr std::size_t largest_document = std::size_t{4} << 20U;  // bytes
inline constexpr unsigned deepest_nesting = 64;                         // arrays and objects within each other
inline constexpr std::size_t longest_text = 65536;                      // characters of a text that is read
/// How many bytes must be readable after a document's last one.
inline constexpr std::size_t padding = 64;

enum class kind { object, array, string, number, boolean, null };

/// The white space of RFC 8259, section 2.
[[nodiscard]] constexpr bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// The way from the root of a document to a value.
struct path {
  const path* parent = nullptr;
  std::string_view key;
  std::size_t index = 0;
  unsigned depth = 0;

  [[nodiscard]] path member(std::string_view name) const { return {this, name, not_an_index, depth + 1}; }
  [[nodiscard]] path element(std::size_t position) const { return {this, {}, position, depth + 1}; }
  /// As a JSON pointer: "/service/ratings/0".
  [[nodiscard]] std::string pointer() const;

 private:
  static constexpr std::size_t not_an_index = static_cast<std::size_t>(-1);
};

/// Thrown while reading, caught by `document_reader::read`: the text cannot be read further.
struct unreadable {
  code what;
  std::size_t offset;
};

/// The tokens of a document, and how far the reading has come.
struct token_walk {
  const char* text = nullptr;
  const std::uint32_t* next = nullptr;  // where the tokens begin in `text`
  const std::uint32_t* end = nullptr;
  std::size_t size = 0;     // of `text`
  char* strings = nullptr;  // where unescaped strings go
  const simdjson::internal::dom_parser_implementation* parser = nullptr;

  /// The first character of the next token; 0 at the end.
  [[nodiscard]] char peek() const { return next != end ? text[*next] : '\0'; }
  [[nodiscard]] std::size_t offset() const { return next != end ? *next : size; }
  void expect(char token) {
    if (peek() != token) {
      fail();
    }
    ++next;
  }
  /// Unescapes the string whose opening quote is at `offset`.
  [[nodiscard]] std::string_view unescape(std::size_t offset);
  [[noreturn]] void fail() const { throw unreadable{code::malformed_json, offset()}; }
};

/// One value of the document that is being read. An array or object must be read before what comes
/// after it, and once; other values may be passed over only where their kind alone is refused.
class value {
 public:
  /// The value at the next token, which it takes.
  explicit value(token_walk& walk) : walk_(&walk), token_(walk.next) {
    if (walk.next == walk.end) {
      walk.fail();
    }
    ++walk.next;
  }

  /// By its first character: a number or a word is checked when it is read.
  [[nodiscard]] json::kind kind() const {
    switch (walk_->text[*token_]) {
      case '{':
        return kind::object;
      case '[':
        return kind::array;
      case '"':
        return kind::string;
      case 't':
      case 'f':
        return kind::boolean;
      case 'n':
        return kind::null;
      default:
        return kind::number;
    }
  }
  /// As it is written, without the space around it; of an array or object the first character.
  [[nodiscard]] std::string_view text() const {
    const char* const begin = walk_->text + *token_;
    const char* end = walk_->text + (token_ + 1 != walk_->end ? token_[1] : walk_->size);
    while (is_space(end[-1])) {
      --end;
    }
    return {begin, static_cast<std::size_t>(end - begin)};
  }
  [[nodiscard]] std::size_t offset() const { return *token_; }

  // The value, of the kind that it is; `unreadable` is thrown where it is not JSON.
  [[nodiscard]] std::string_view string() const { return walk_->unescape(*token_); }
  [[nodiscard]] numeral number() const {
    const auto read = read_numeral(text());
    if (!read) {
      throw unreadable{code::malformed_json, offset()};
    }
    return *read;
  }
  void word() const;
  /// The tokens within an array or object, `at` which it stands.
  [[nodiscard]] token_walk& inside(const path& at) const {
    if (at.depth >= deepest_nesting) {
      throw unreadable{code::too_deep, offset()};
    }
    return *walk_;
  }

 private:
  token_walk* walk_;
  const std::uint32_t* token_;
};

/// A member's key as it stands in the text.
struct key {
  std::string_view name;   // unescaped
  std::size_t offset = 0;  // of its opening quote
};

/// Visits a value that means nothing, so that nothing in it goes unchecked: numbers, strings,
/// literals, keys given twice.
void check_all(value value, const path& at, findings& errors, language lang);

void report_duplicate_key(const key& key, const path& at, findings& errors, language lang);

inline constexpr std::size_t unknown = static_cast<std::size_t>(-1);
inline constexpr std::size_t most_keys = 512;

/// The keys that an object may have, at most `most_keys`, in an order that is tried first.
class key_names {
 public:
  key_names() = default;
  key_names(std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names) {
      add(name);
    }
  }
  /// The name must live as long as this.
  void add(std::string_view name);

  [[nodiscard]] std::span<const std::string_view> all() const { return names_; }
  [[nodiscard]] std::size_t size() const { return names_.size(); }
  [[nodiscard]] std::string_view operator[](std::size_t index) const { return names_[index]; }

  [[nodiscard]] std::size_t find(std::string_view name) const;
  /// Whether the key whose text begins at `text`, behind its opening quote, is that of `index`,
  /// written without escapes. Reads 16 bytes, and of a longer name at most `padding`.
  [[nodiscard]] bool is_written(const char* text, std::size_t index) const {
    const start& wanted = starts_[index];
    return wanted.begins(text) && (wanted.is_all || goes_on(text, names_[index]));
  }
  /// Whether the key of `index` with both quotes and its colon, `tight_size` characters without a space
  /// between, begins at `text`. Tells it of names of up to 13 characters alone. Reads 16 bytes.
  [[nodiscard]] bool is_tight(const char* text, std::size_t index) const { return tight_[index].begins(text); }
  [[nodiscard]] std::size_t tight_size(std::size_t index) const { return tight_[index].size; }
  static constexpr std::size_t longest_tight = 16;

 private:
  // The first bytes of what is looked for, as two numbers.
  struct start {
    struct word {
      std::uint64_t bits = 0;
      std::uint64_t mask = 0;

      [[nodiscard]] bool is_at(const char* text) const {
        std::uint64_t read = 0;
        std::memcpy(&read, text, sizeof read);
        return ((read ^ bits) & mask) == 0;
      }
    };
    word first;
    word second;
    std::size_t size = 0;
    bool is_all = true;

    explicit start(std::string_view all);
    // Bytes that no UTF-8 has.
    static start of_none() { return start("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF"); }
    [[nodiscard]] bool begins(const char* text) const {
      return first.is_at(text) && (size <= sizeof first.bits || second.is_at(text + sizeof first.bits));
    }
  };
  static bool goes_on(const char* text, std::string_view name);

  std::vector<std::string_view> names_;
  std::vector<start> starts_;  // a name and the quote behind it
  std::vector<start> tight_;   // a name, both quotes and the colon
};

/// Calls `take(index, key, value)` for every member of an object, `index` being that of its key in
/// `names` or `unknown`, and reports every key that is given twice. Keys in the order of `names` are
/// found fastest. Requires at most `most_keys` names.
template <class Take>
void for_members(value object, const key_names& names, const path& at, findings& errors, language lang, Take take) {
  token_walk& walk = object.inside(at);
  if (walk.peek() == '}') {
    ++walk.next;
    return;
  }
  std::array<bool, most_keys> seen;
  std::fill_n(seen.begin(), names.size(), false);
  std::set<std::string_view> others;  // no hashes: keys may be made to collide
  std::size_t expected = 0;
  while (true) {
    key key{{}, walk.offset()};
    walk.expect('"');
    std::size_t index = expected;
    if (expected < names.size() && names.is_written(walk.text + key.offset + 1, expected)) {
      key.name = names[expected];
    } else {
      key.name = walk.unescape(key.offset);
      index = names.find(key.name);
    }
    walk.expect(':');
    const value member(walk);
    bool again = false;
    if (index != unknown) {
      again = seen[index];
      seen[index] = true;
      expected = index + 1;
    } else {
      again = !others.insert(key.name).second;
    }
    if (again) {
      report_duplicate_key(key, at, errors, lang);
      check_all(member, at.member(key.name), errors, lang);
    } else {
      take(index, key, member);
    }
    if (walk.peek() == '}') {
      break;
    }
    walk.expect(',');
  }
  ++walk.next;
}

/// Calls `take(index, value)` for every element of an array.
template <class Take>
void for_elements(value array, const path& at, Take take) {
  token_walk& walk = array.inside(at);
  if (walk.peek() == ']') {
    ++walk.next;
    return;
  }
  for (std::size_t index = 0;; ++index) {
    take(index, value(walk));
    if (walk.peek() == ']') {
      break;
    }
    walk.expect(',');
  }
  ++walk.next;
}

/// Whether the text is one JSON document, however it is written.
[[nodiscard]] bool is_document(std::string_view text);

/// Whether the text is UTF-8.
[[nodiscard]] bool is_utf_8(std::string_view text);

/// How many bytes at the start of the text stand for themselves within a string: no quote, backslash
/// or control character is among them.
[[nodiscard]] inline std::size_t plain_bytes(std::string_view text) {
  // Eight bytes at a time: a byte of a word is below n where subtracting n borrows, and equal to c where
  // exclusive-or with c leaves it below 1.
  constexpr std::uint64_t each = 0x0101010101010101;
  constexpr auto below = [](std::uint64_t word, std::uint64_t n) { return (word - each * n) & ~word & (each << 7U); };
  const auto ends_at = [&](std::size_t at) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, sizeof word);
    return below(word, 0x20) | below(word ^ (each * '"'), 1) | below(word ^ (each * '\\'), 1);
  };
  constexpr std::size_t step = sizeof(std::uint64_t);
  std::size_t size = 0;
  for (; text.size() - size >= step; size += step) {
    const std::uint64_t ends = ends_at(size);
    if (ends != 0) {
      if constexpr (std::endian::native == std::endian::little) {
        // A borrow spoils only what is above the lowest byte that ends the text.
        return size + static_cast<std::size_t>(std::countr_zero(ends)) / 8;
      }
      break;
    }
  }
  if (text.size() >= step && text.size() - size < step && ends_at(text.size() - step) == 0) {
    return text.size();  // what is left is seen with some of what is known already
  }
  while (size < text.size() && text[size] != '"' && text[size] != '\\' &&
         static_cast<unsigned char>(text[size]) >= 0x20) {
    ++size;
  }
  return size;
}

/// A text with the bytes after it that the parser may read.
struct padded_text {
  std::string_view text;
  std::size_t capacity = 0;  // of the buffer, at least text.size() + padding
};

/// Reads documents one after another, keeping its buffers.
class document_reader {
 public:
  document_reader();
  document_reader(const document_reader&) = delete;
  document_reader& operator=(const document_reader&) = delete;
  ~document_reader();

  /// Reads `text` and calls `take(value)` with its root. Where the text is not JSON, or too large or
  /// deep, `errors` says so in a single finding and the call returns false; whatever `take` has
  /// reported by then is withdrawn. Where `errors` reaches its limits, its last finding says so.
  template <class Take>
  bool read(const padded_text& text, findings& errors, language lang, Take take) {
    const std::size_t before = errors.size();
    try {
      token_walk walk = tokens_of(text);
      take(value(walk));
      if (walk.next != walk.end) {
        walk.fail();
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

  /// Gives back the buffers if the last document was large: they take five times its size, and the next one
  /// is hardly as large. Nothing that was read may be looked at afterwards.
  void drop_large_buffers();

 private:
  token_walk tokens_of(const padded_text& text);
  static finding explain(const unreadable& reason, std::string_view text, language lang);
  static finding too_many(std::size_t offset, language lang);

  std::unique_ptr<simdjson::internal::dom_parser_implementation> parser_;
  std::unique_ptr<char[]> strings_;  // NOLINT: memory that is not used is not touched either
};

}  // namespace tbsc94::json
