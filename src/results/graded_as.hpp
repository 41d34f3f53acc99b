// What a record was or is graded as, in words, and the causes of a change.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "checking/causes.hpp"
#include "tbsc94/verdict.hpp"
#include "text/language.hpp"

namespace tbsc94 {

/// Only a grade has a name of its own: a scheme may not call one so, and it
/// would be told apart if it did.
struct graded_as {
  enum class kind : std::uint8_t { none, grade, other, unrecorded, refused };  // other: a grade that no scheme has
  kind is = kind::none;
  std::string grade{};  // its name; empty for the other kinds

  friend auto operator<=>(const graded_as&, const graded_as&) = default;
};
/// A grade by its name; without one, none.
[[nodiscard]] graded_as graded_with(std::optional<std::string> grade);
[[nodiscard]] graded_as graded_by(const scheme& scheme, grade_index grade);
/// In a word for machines: a grade's name, `none`, `refused` and so on.
[[nodiscard]] std::string_view word_of(const graded_as& what);
/// The same in words of a language.
[[nodiscard]] std::string_view words_of(const graded_as& what, language lang);
/// A cause in words, the name for machines in brackets.
[[nodiscard]] std::string words_of(change_cause cause, language lang);

}  // namespace tbsc94
