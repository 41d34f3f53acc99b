#include "json/slips.hpp"

#include <algorithm>
#include <utility>

#include "json/mistake_messages.hpp"
#include "text/file_kind.hpp"

namespace tbsc94::json {

namespace {

// Whether what stands in its place is no more than something that keeps the text readable.
bool is_unknown_value(mistake_kind kind) {
  return kind == mistake_kind::empty_place || kind == mistake_kind::bare_slash || kind == mistake_kind::wrong_number ||
         kind == mistake_kind::wrong_word || kind == mistake_kind::missing_colon;
}

// Whether it is a value as it was written that is none.
bool is_value(mistake_kind kind) {
  return is_unknown_value(kind) || kind == mistake_kind::number_with_unit ||
         kind == mistake_kind::word_without_quotes || kind == mistake_kind::half_quoted;
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
  const auto found_at = [&](const mistake& told) {
    return std::ranges::find_if(errors, [&](const finding& each) { return each.offset == told.offset; });
  };
  errors.remove_if([](const finding& each) { return each.code == code::malformed_json; });
  for (const mistake& each : mended_.mistakes) {
    finding slip = to_finding(each, lang);
    if (const auto found = found_at(each); found != errors.end() && is_value(each.kind)) {
      if (!is_unknown_value(each.kind)) {  // what is wrong with the value names the better cure
        slip.message = message::not_json(lang, found->message, {});
        slip.clause = found->clause;
      }
      errors.remove_if([&](const finding& other) { return &other == &*found; });
    }
    errors.close(std::move(slip));
  }
}

}  // namespace tbsc94::json
