// The slips of a text that is not JSON, and the rest of it read all the same.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "json/characters.hpp"
#include "json/finding.hpp"
#include "json/json_mistake.hpp"
#include "text/language.hpp"

namespace tbsc94::json {

/// A mistake as an error of the document.
[[nodiscard]] finding to_finding(const mistake& mistake, language lang);

/// What may have been meant by a text that is not JSON is read for what else is wrong with it. No result ever comes
/// of it, as the slips stay errors.
class slips {
 public:
  /// `errors` is what the reader has said of `text`; where that is anything but that it is not JSON, there are none.
  slips(std::string_view text, const findings& errors);

  /// What can be read on; nullopt where there is no slip, or one that cannot be passed over. It holds as long as this.
  [[nodiscard]] std::optional<padded_text> meant() const;
  /// Puts the slips in place of what the reader has said of the text; or where `meant` was read beside what was said
  /// of that, at its places in the text as it was written.
  void add_to(findings& errors, language lang) const;

 private:
  mended mended_{};
  std::size_t size_ = 0;  // of what is meant, its padding left out
};

}  // namespace tbsc94::json
