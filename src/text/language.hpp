// The languages of the program's messages, and phrases that exist in all of them.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "tbsc94/bilingual.hpp"
#include "text/format.hpp"

namespace tbsc94 {

enum class language : std::uint8_t { zh, en };

[[nodiscard]] inline const std::string& in(language lang, const bilingual& text) {
  return lang == language::zh ? text.zh : text.en;
}

/// How many arguments a format text takes: its `{}`, or the highest of its `{0}`, `{1}` and one.
consteval std::size_t arguments_of(std::string_view format) {
  std::size_t count = 0;
  for (std::size_t i = 0; i + 1 < format.size(); ++i) {
    if (format[i] == '{' && format[i + 1] == '}') {
      ++count;
    } else if (format[i] == '{' && format[i + 1] >= '0' && format[i + 1] <= '9') {
      count = std::max(count, static_cast<std::size_t>(format[i + 1] - '0') + 1);
    } else if (format[i] == '{') {
      ++i;  // an escaped brace
    }
  }
  return count;
}

/// A message in both languages, whatever it is filled in with.
class phrase_text {
 public:
  /// With `{}` for each argument.
  [[nodiscard]] constexpr std::string_view pattern(language lang) const { return lang == language::zh ? zh_ : en_; }

 protected:
  constexpr phrase_text(std::string_view zh, std::string_view en) : zh_(zh), en_(en) {}

 private:
  std::string_view zh_;
  std::string_view en_;
};

/// One message in both languages. A phrase without one of them, or with another number of arguments
/// in one than it takes, does not compile: `constexpr phrase<int> lines{"{} 行", "{} lines"};`
///
/// Not `inline`: where two catalogues give one name to two phrases, the linker would keep only one of them.
template <class... Args>
class phrase : public phrase_text {
 public:
  template <std::size_t SizeZh, std::size_t SizeEn>
  // NOLINTNEXTLINE(modernize-avoid-c-arrays): literals are what it takes
  requires(SizeZh > 1 && SizeEn > 1) consteval phrase(const char (&zh)[SizeZh], const char (&en)[SizeEn])
      : phrase_text({zh, SizeZh - 1}, {en, SizeEn - 1}) {
    if (arguments_of({zh, SizeZh - 1}) != sizeof...(Args) || arguments_of({en, SizeEn - 1}) != sizeof...(Args)) {
      throw "a phrase takes the same arguments in both languages";
    }
  }
  [[nodiscard]] std::string operator()(language lang, Args... args) const { return fill_in(lang, shown(args)...); }
  /// The text itself, for phrases without arguments.
  [[nodiscard]] std::string_view in(language lang) const requires(sizeof...(Args) == 0) { return pattern(lang); }

 private:
  // An excerpt of a file stands there as it may be shown.
  template <class Value>
  static decltype(auto) shown(const Value& value) {
    if constexpr (requires { value.shown(); }) {
      return value.shown();
    } else {
      return (value);
    }
  }
  template <class... Values>
  [[nodiscard]] std::string fill_in(language lang, const Values&... values) const {
    return filled_in(pattern(lang), fmt::make_format_args(values...));
  }
};

}  // namespace tbsc94
