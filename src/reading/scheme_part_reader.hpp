// Reads a part of a scheme: its objects by rules, its lists, and the words, texts and numbers that are in them.
#pragma once

#include <cstddef>
#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "json/strict_reader.hpp"
#include "tbsc94/scheme.hpp"

namespace tbsc94 {

/// How many entries a list of a scheme may have, and how many characters an id, an edition or a grade's name
/// (`too-large`).
inline constexpr std::size_t most_entries = 100;
inline constexpr std::size_t longest_word = 64;

/// A member's name, whether the object must have it, and what reads it.
struct member_rule {
  std::string_view name;
  bool required;
  std::function<void(json::value, const json::path&)> read;
};

/// What the readers of all parts have in common.
class scheme_part_reader : protected strict_reader {
 protected:
  using strict_reader::strict_reader;

  /// Reads an object whose members the rules name; an error for any other, and for one missing.
  void read_object(value object, const path& at, std::initializer_list<member_rule> rules);
  using element_reader = std::function<void(std::size_t, value, const path&)>;
  /// Reads an array of one element or more; an error for more than `most`.
  void read_list(value list, const path& at, const element_reader& read, std::size_t most = most_entries);

  auto text_into(std::string& into) {
    return [this, &into](value v, const path& at) { into = read_string(v, at).value_or(""); };
  }
  auto date_into(std::string& into) {
    return [this, &into](value v, const path& at) { into = read_date(v, at).value_or(""); };
  }
  /// Of an id, an edition or a grade: what others name it by.
  auto word_into(std::string& into) {
    return [this, &into](value v, const path& at) { into = read_word(v, at); };
  }
  auto texts_into(bilingual& into) {
    return [this, &into](value v, const path& at) {
      read_object(v, at, {{"zh", true, text_into(into.zh)}, {"en", true, text_into(into.en)}});
    };
  }
  auto name_into(std::string& into) {
    return [this, &into](value v, const path& at) {
      const auto name = read_string(v, at);
      into = name && is_named(*name, at, v.offset()) ? *name : "";
    };
  }
  auto names_into(bilingual& into) {
    return [this, &into](value v, const path& at) {
      read_object(v, at, {{"zh", true, name_into(into.zh)}, {"en", true, name_into(into.en)}});
    };
  }
  template <class Decimal>  // decimal or std::optional<decimal>
  auto number_into(Decimal& into, unsigned places) {
    return [this, &into, places](value v, const path& at) {
      if (const auto number = read_number(v, at, places)) {
        into = *number;
      }
    };
  }
  template <class Level>  // maturity_level or std::optional<maturity_level>
  auto level_into(Level& into) {
    return [this, &into](value v, const path& at) {
      if (const auto level = read_level(v, at)) {
        into = *level;
      }
    };
  }
  std::string read_word(value v, const path& at);
  std::optional<decimal> read_number(value number, const path& at, unsigned places);
  std::optional<maturity_level> read_level(value number, const path& at);
  // The errors of a scheme are given their clauses at the end, by their places.
  void inconsistent(const path& at, std::size_t offset, std::string message) {
    error(code::inconsistent_scheme, at, offset, {}, std::move(message));
  }
  void inconsistent(const path& at, value where, std::string message) {
    inconsistent(at, where.offset(), std::move(message));
  }

 private:
  // Whether there is a name to see; else an error says so.
  bool is_named(std::string_view name, const path& at, std::size_t offset);
};

}  // namespace tbsc94
