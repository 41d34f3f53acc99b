#include "results/graded_as.hpp"

#include <array>
#include <utility>

#include "json/messages.hpp"
#include "reading/grade_words.hpp"
#include "results/recorded_check_messages.hpp"
#include "results/report_messages.hpp"

namespace tbsc94 {

graded_as graded_with(std::optional<std::string> grade) {
  return grade ? graded_as{graded_as::kind::grade, *std::move(grade)} : graded_as{};
}

graded_as graded_by(const scheme& scheme, grade_index grade) {
  return graded_with(grade ? std::optional<std::string>(grade_name(scheme, grade)) : std::nullopt);
}

std::string_view word_of(const graded_as& what) {
  constexpr std::array words{grade_words::none, std::string_view(), grade_words::other, grade_words::unrecorded,
                             grade_words::refused};
  return what.is == graded_as::kind::grade ? what.grade : words[static_cast<std::size_t>(what.is)];
}

std::string_view words_of(const graded_as& what, language lang) {
  switch (what.is) {
    case graded_as::kind::grade:
      return what.grade;
    case graded_as::kind::none:
      return message::grade_none.in(lang);
    case graded_as::kind::other:
      return message::row_other.in(lang);
    case graded_as::kind::unrecorded:
      return message::unrecorded.in(lang);
    case graded_as::kind::refused:
      break;
  }
  return message::refused.in(lang);
}

std::string words_of(change_cause cause, language lang) {
  const std::string_view words = message::change_causes[static_cast<std::size_t>(cause)].in(lang);
  const std::string_view name = name_of(cause);
  return name.empty() || name == words ? std::string(words) : message::titled(lang, words, name);
}

}  // namespace tbsc94
