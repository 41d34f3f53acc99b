#include "json/json.hpp"

#include "json/messages.hpp"
#include "json/slips.hpp"
#include "text/encoding.hpp"
#include "text/file_kind.hpp"

namespace tbsc94::json {

namespace {

// The reader stopped at `offset`; a second look says what is wrong.
finding malformed(std::size_t offset, std::string_view text, language lang) {
  const std::string_view character = text.substr(offset, encoding::code_point_size(text.substr(offset)));
  return to_finding(find_mistake(text).value_or(mistake{.offset = offset, .found = std::string(character)}), lang);
}

}  // namespace

bool is_document(std::string_view text) { return !find_mistake(text); }

scan document_reader::begin(const padded_text& text) {
  if (text.text.size() > largest_document) {
    throw unreadable{code::too_large, 0};
  }
  if (!encoding::is_utf_8(text.text)) {
    throw unreadable{code::not_utf_8, 0};
  }
  unescaped_.clear();
  return {text.text, unescaped_};
}

finding document_reader::explain(const unreadable& reason, std::string_view text, language lang) {
  finding result{reason.what, {}, reason.offset};
  const file_kind kind = file_kind_of(text);
  if (kind != file_kind::other && reason.what != code::too_deep) {
    return {reason.what, {}, 0, 0, 0, {}, tbsc94::explain(kind, lang)};
  }
  switch (reason.what) {
    case code::too_large:
      result.message = message::too_large(lang, largest_document);
      return result;
    case code::too_deep:
      result.message = message::too_deep(lang, deepest_nesting);
      return result;
    default:
      break;
  }
  if (const auto foreign = encoding::find_foreign(text)) {
    const auto mistake = find_mistake(text);
    if (mistake && mistake->kind == mistake_kind::table) {  // whose encoding would be the next mistake
      return {code::not_utf_8, {}, 0, 0, 0, {}, json::explain(*mistake, lang)};
    }
    return {code::not_utf_8, {}, foreign->offset, 0, 0, {}, message::explain(*foreign, lang)};
  }
  return malformed(reason.offset, text, lang);
}

finding document_reader::too_many(std::size_t offset, language lang) {
  return {code::too_large, {}, offset, 0, 0, {}, message::too_many_errors(lang, findings::most)};
}

}  // namespace tbsc94::json
