// Texts that people take for the same, whatever the bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tbsc94 {

/// What two spellings of one name have in common: the text in NFKC, without case, white space and characters that
/// cannot be seen. Not for showing. `comparison_key("Ａ 1") // "a1"`. What is not UTF-8 stays as it is.
[[nodiscard]] std::string comparison_key(std::string_view text);

/// Whether nothing can be seen of the text: its key is empty.
[[nodiscard]] inline bool cannot_be_seen(std::string_view text) {
  const unsigned char first = text.empty() ? 0 : static_cast<unsigned char>(text.front());
  const bool begins_visibly = (first > ' ' && first < 0x7F) || (first >= 0xE4 && first <= 0xE9);  // ASCII, or Han
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
