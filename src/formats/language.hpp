// The languages of the program's messages, and phrases that exist in all of them.
#pragma once

#include <fmt/format.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "tbsc94/scheme.hpp"

namespace tbsc94 {

enum class language : std::uint8_t { zh, en };

[[nodiscard]] inline const std::string& in(language lang, const bilingual& text) {
  return lang == language::zh ? text.zh : text.en;
}

/// One message in both languages. A phrase without one of them, or with other arguments in one than
/// in the other, does not compile: `inline constexpr phrase<int> lines{"{} 行", "{} lines"};`
template <class... Args>
class phrase {
 public:
  template <std::size_t SizeZh, std::size_t SizeEn>
  requires(SizeZh > 1 && SizeEn > 1) consteval phrase(const char (&zh)[SizeZh], const char (&en)[SizeEn])
      : zh_(zh, SizeZh - 1), en_(en, SizeEn - 1) {
    [[maybe_unused]] const fmt::format_string<Args...> zh_takes_these_arguments(zh);
    [[maybe_unused]] const fmt::format_string<Args...> en_takes_these_arguments(en);
  }
  template <class... Values>
  [[nodiscard]] std::string operator()(language lang, Values&&... values) const {
    const auto format = [&](Args... args) { return fmt::vformat(text(lang), fmt::make_format_args(args...)); };
    return format(std::forward<Values>(values)...);
  }
  /// The text itself, for phrases without arguments.
  [[nodiscard]] std::string_view in(language lang) const requires(sizeof...(Args) == 0) {
    return {text(lang).data(), text(lang).size()};
  }

 private:
  [[nodiscard]] fmt::string_view text(language lang) const { return lang == language::zh ? zh_ : en_; }

  fmt::string_view zh_;
  fmt::string_view en_;
};

}  // namespace tbsc94
