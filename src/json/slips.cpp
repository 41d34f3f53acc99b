#include "json/slips.hpp"

#include <algorithm>

#include "text/file_kind.hpp"

namespace tbsc94::json {

namespace {

// Whether what stands in its place is no more than something that keeps the text readable.
bool is_unknown_value(mistake_kind kind) {
  return kind == mistake_kind::empty_place || kind == mistake_kind::bare_slash || kind == mistake_kind::wrong_number ||
         kind == mistake_kind::wrong_word || kind == mistake_kind::missing_colon;
}

}  // namespace

finding to_finding(const mistake& mistake, language lang) {
  const bool is_full_width = mistake.kind == mistake_kind::full_width;  // each sign is another slip
  return {.code = code::malformed_json,
          .where = mistake.where,
          .offset = mistake.offset,
          .message = explain(mistake, lang),
          .slip = static_cast<std::uint8_t>(is_full_width ? mistake.found.back() : static_cast<char>(mistake.kind))};
}

slips::slips(std::string_view text, const findings& errors) {
  const bool is_malformed = errors.size() == 1 && errors.front().code == code::malformed_json;
  constexpr std::size_t largest = std::size_t{128} << 10U;  // far more than anybody writes by hand
  if (is_malformed && text.size() <= largest && file_kind_of(text) == file_kind::other) {
    mended_ = mend(text);
    size_ = mended_.text.size();
    mended_.text.append(padding, '\0');
  }
}

std::optional<padded_text> slips::meant() const {
  if (!mended_.is_whole) {
    return std::nullopt;
  }
  return padded_text{std::string_view(mended_.text).substr(0, size_), mended_.text.size()};
}

void slips::add_to(findings& errors, language lang) const {
  if (mended_.mistakes.empty()) {
    return;
  }
  for (finding& each : errors) {
    each.offset = mended_.original_offset(each.offset);
  }
  errors.remove_if([&](const finding& each) {
    return each.code == code::malformed_json || std::ranges::any_of(mended_.mistakes, [&](const mistake& told) {
             return told.offset == each.offset && is_unknown_value(told.kind);
           });
  });
  for (const mistake& each : mended_.mistakes) {
    errors.close(to_finding(each, lang));
  }
}

}  // namespace tbsc94::json
