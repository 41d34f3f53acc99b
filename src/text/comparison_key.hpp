// Texts that people take for the same, whatever the bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tbsc94 {

/// The bytes of a character that begins so where that is printable ASCII or a Han character of U+4000 to U+9FFF, each
/// of which is its own normal form whatever stands beside it; else 0.
[[nodiscard]] constexpr std::size_t plain_size(char first) {
  const auto byte = static_cast<unsigned char>(first);
  return byte >= ' ' && byte <= '~' ? 1 : byte >= 0xE4 && byte <= 0xE9 ? 3 : 0;
}

/// What two spellings of one name have in common: the text in NFKC, without case, white space and characters that
/// cannot be seen. Not for showing. `comparison_key("Ａ 1") // "a1"`. What is not UTF-8 stays as it is.
[[nodiscard]] std::string comparison_key(std::string_view text);

/// Whether nothing can be seen of the text: its key is empty.
[[nodiscard]] inline bool cannot_be_seen(std::string_view text) {
  const bool begins_visibly = !text.empty() && text.front() != ' ' && plain_size(text.front()) != 0;
  return !begins_visibly && comparison_key(text).empty();
}

/// The same, and letters that look like others are one with them: a Cyrillic В or a Greek Β with B, O with 0, l and I
/// with 1, the kinds of dashes and of slashes with each other.
[[nodiscard]] std::string lookalike_key(std::string_view text);

/// Whether names that differ in their bytes may have one key, told from a quick look at all of them: where none of
/// them has a blank or an unusual character, and not both cases are among their letters, each is told by its bytes.
class spellings {
 public:
  void add(std::string_view name);
  [[nodiscard]] bool may_agree() const { return (seen_ & others) != 0 || seen_ == (capitals | small); }

 private:
  enum kind : std::uint8_t { capitals = 1, small = 2, others = 4 };
  struct table;

  std::uint8_t seen_ = 0;  // kinds
};

/// Whether a reader can see all that stands in the text, its spaces between words apart: no control or format
/// character, no other blank, none at either end.
[[nodiscard]] bool is_all_seen(std::string_view text);

}  // namespace tbsc94
