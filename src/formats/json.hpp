// Strict JSON (RFC 8259) on simdjson: every value is visited, every number is at hand as it is written.
#pragma once

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "formats/finding.hpp"
#include "tbsc94/decimal.hpp"

namespace tbsc94::json {

/// The limits on a document; past them a file is refused (`too-large`, `too-deep`).
inline constexpr std::size_t largest_document = std::size_t{4} << 20U;  // bytes
inline constexpr unsigned deepest_nesting = 64;                         // arrays and objects within each other
/// How many bytes must be readable after a document's last one.
inline constexpr std::size_t padding = simdjson::SIMDJSON_PADDING;

enum class kind { object, array, string, number, boolean, null };

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

/// One value of the document that is being read. Each can be read once.
class value {
 public:
  value(simdjson::ondemand::value raw, const char* begin) : raw_(raw), begin_(begin), text_(raw_.raw_json_token()) {
    while (!text_.empty() && is_space(text_.back())) {
      text_.remove_suffix(1);
    }
  }

  /// By its first character: a number or a word is checked when it is read.
  [[nodiscard]] json::kind kind() const {
    switch (text_.empty() ? '\0' : text_.front()) {
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
  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] std::size_t offset() const { return static_cast<std::size_t>(text_.data() - begin_); }
  [[nodiscard]] const char* document() const { return begin_; }

  // The value, of the kind that it is; `unreadable` is thrown where it is not JSON.
  [[nodiscard]] std::string_view string() { return raw_.get_string(); }
  [[nodiscard]] numeral number() const {
    const auto read = read_numeral(text_);
    if (!read) {
      throw unreadable{code::malformed_json, offset()};
    }
    return *read;
  }
  void word() const;
  [[nodiscard]] simdjson::ondemand::object object(const path& at);
  [[nodiscard]] simdjson::ondemand::array array(const path& at);

 private:
  static constexpr bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
  void check_depth(const path& at) const;

  simdjson::ondemand::value raw_;
  const char* begin_;
  std::string_view text_;
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
  /// written without escapes. Reads 8 bytes, and as many as the name has.
  [[nodiscard]] bool is_written(const char* text, std::size_t index) const {
    std::uint64_t start = 0;
    std::memcpy(&start, text, sizeof start);
    const word& wanted = words_[index];
    const std::string_view name = names_[index];
    return ((start ^ wanted.bits) & wanted.mask) == 0 &&
           (name.size() < sizeof start || (std::string_view(text, name.size()) == name && text[name.size()] == '"'));
  }

 private:
  // A name's first bytes, the closing quote after it among them, as one number.
  struct word {
    std::uint64_t bits = 0;
    std::uint64_t mask = 0;
  };
  std::vector<std::string_view> names_;
  std::vector<word> words_;
};

/// Calls `take(index, key, value)` for every member of an object, `index` being that of its key in
/// `names` or `unknown`, and reports every key that is given twice. Keys in the order of `names` are
/// found fastest. Requires at most `most_keys` names.
template <class Take>
void for_members(value value, const key_names& names, const path& at, findings& errors, language lang, Take take) {
  std::array<bool, most_keys> seen;
  std::fill_n(seen.begin(), names.size(), false);
  std::unordered_set<std::string_view> others;
  std::size_t expected = 0;
  for (simdjson::ondemand::field field : value.object(at)) {
    const char* const raw = field.key().raw();
    key key{{}, static_cast<std::size_t>(raw - 1 - value.document())};
    std::size_t index = expected;
    if (expected < names.size() && names.is_written(raw, expected)) {
      key.name = names[expected];
    } else {
      key.name = field.unescaped_key();
      index = names.find(key.name);
    }
    bool again = false;
    if (index != unknown) {
      again = seen[index];
      seen[index] = true;
      expected = index + 1;
    } else {
      again = !others.insert(key.name).second;
    }
    json::value member(field.value(), value.document());
    if (again) {
      report_duplicate_key(key, at, errors, lang);
      check_all(member, at.member(key.name), errors, lang);
    } else {
      take(index, key, member);
    }
  }
}

/// Calls `take(index, value)` for every element of an array.
template <class Take>
void for_elements(value value, const path& at, Take take) {
  std::size_t index = 0;
  for (simdjson::ondemand::value element : value.array(at)) {
    take(index++, json::value(element, value.document()));
  }
}

/// Whether the text is one JSON document, however it is written.
[[nodiscard]] bool is_document(std::string_view text);

/// A text with the bytes after it that the parser may read.
struct padded_text {
  std::string_view text;
  std::size_t capacity = 0;  // of the buffer, at least text.size() + padding
};

/// Reads documents one after another, keeping its buffers.
class document_reader {
 public:
  /// Parses `text` and calls `take(value)` with its root, an object. Where the text is not JSON, or
  /// too large or deep, or its root is no object, `errors` says so in a single finding and the call
  /// returns false; whatever `take` has reported by then is withdrawn.
  template <class Take>
  bool read(const padded_text& text, findings& errors, language lang, Take take) {
    const std::size_t before = errors.size();
    try {
      auto document = open(text);
      take(root(document, text));
      close(document, text);
      return true;
    } catch (const unreadable& reason) {
      errors.resize(before);
      errors.push_back(explain(reason, text.text, lang));
    } catch (const simdjson::simdjson_error&) {
      errors.resize(before);
      errors.push_back(explain({code::malformed_json, 0}, text.text, lang));
    }
    return false;
  }

 private:
  simdjson::ondemand::document open(const padded_text& text);
  static value root(simdjson::ondemand::document& document, const padded_text& text);
  static void close(simdjson::ondemand::document& document, const padded_text& text);
  static finding explain(const unreadable& reason, std::string_view text, language lang);

  simdjson::ondemand::parser parser_{largest_document + 1};
};

}  // namespace tbsc94::json
