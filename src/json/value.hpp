// The values of a JSON document, each visited once as its text is scanned.
#pragma once

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "json/finding.hpp"
#include "json/key_names.hpp"
#include "json/kind.hpp"
#include "json/path.hpp"
#include "json/scan.hpp"
#include "tbsc94/decimal.hpp"

namespace tbsc94::json {

/// One value of the document that is being read. An array or object must be read before what comes
/// after it, and once; other values may be passed over only where their kind alone is refused.
class value {
 public:
  /// The value that comes next, which it takes.
  explicit value(scan& text) : scan_(&text), offset_(text.offset()), text_(text.take_token(has_escape_)) {}

  /// By its first character: a number or a word is checked when it is read.
  [[nodiscard]] json::kind kind() const {
    switch (text_.front()) {
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
  [[nodiscard]] std::size_t offset() const { return offset_; }

  // The value, of the kind that it is; `unreadable` is thrown where it is not JSON.
  [[nodiscard]] std::string_view string() const {
    const std::string_view inside = text_.substr(1, text_.size() - 2);
    return has_escape_ ? scan_->unescape(inside, offset_) : inside;
  }
  [[nodiscard]] numeral number() const;
  void word() const;
  /// The text inside an array or object; `at` is this value's path.
  [[nodiscard]] scan& inside(const path& at) const {
    if (at.depth >= deepest_nesting) {
      throw unreadable{code::too_deep, offset_};
    }
    return *scan_;
  }

 private:
  scan* scan_;
  bool has_escape_ = false;  // before `text_`, whose beginning tells it
  std::size_t offset_;
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

/// Calls `take(index, key, value)` for every member of an object, `index` being that of its key in
/// `names` or `unknown`, and reports every key that is given twice. Keys in the order of `names` are
/// found fastest. Requires at most `most_keys` names. `Names` is `key_names`, or what has its `size`, `[]`,
/// `is_written` and `find`.
template <class Names = key_names, class Take>
void for_members(value object, const Names& names, const path& at, findings& errors, language lang, Take take) {
  scan& text = object.inside(at);
  if (text.peek() == '}') {
    text.take();
    return;
  }
  std::array<bool, most_keys> seen;
  std::fill_n(seen.begin(), names.size(), false);
  std::set<std::string_view> others;  // no hashes: keys may be made to collide
  std::size_t expected = 0;
  while (true) {
    key key{{}, text.offset()};
    std::size_t index = expected;
    if (expected < names.size() && text.peek() == '"' && names.is_written(text.ahead() + 1, expected) &&
        text.has(names[expected].size() + 2)) {
      key.name = names[expected];
      text.take(key.name.size() + 2);
    } else {
      key.name = text.take_string();
      index = names.find(key.name);
    }
    text.expect(':');
    const value member(text);
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
    if (text.peek() == '}') {
      break;
    }
    text.expect(',');
  }
  text.take();
}

/// Calls `take(index, value)` for every element of an array.
template <class Take>
void for_elements(value array, const path& at, Take take) {
  scan& text = array.inside(at);
  if (text.peek() == ']') {
    text.take();
    return;
  }
  for (std::size_t index = 0;; ++index) {
    take(index, value(text));
    if (text.peek() == ']') {
      break;
    }
    text.expect(',');
  }
  text.take();
}

}  // namespace tbsc94::json
