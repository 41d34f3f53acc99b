#include "json/value.hpp"

#include "json/messages.hpp"

namespace tbsc94::json {

numeral value::number() const {
  const auto read = read_numeral(text_);
  if (!read) {
    throw unreadable{code::malformed_json, offset_};
  }
  return *read;
}

void value::word() const {
  if (text() != "true" && text() != "false" && text() != "null") {
    throw unreadable{code::malformed_json, offset()};
  }
}

void check_all(value value, const path& at, findings& errors, language lang) {
  switch (value.kind()) {
    case kind::object:
      for_members(value, {}, at, errors, lang, [&](std::size_t, const key& key, json::value member) {
        check_all(member, at.member(key.name), errors, lang);
      });
      break;
    case kind::array:
      for_elements(value, at, [&](std::size_t index, json::value element) {
        check_all(element, at.element(index), errors, lang);
      });
      break;
    case kind::string:
      static_cast<void>(value.string());
      break;
    case kind::number:
      static_cast<void>(value.number());
      break;
    default:
      value.word();
  }
}

void report_duplicate_key(const key& key, const path& at, findings& errors, language lang) {
  errors.push_back({code::duplicate_key,
                    at.member(key.name).pointer(),
                    key.offset,
                    0,
                    0,
                    {},
                    message::duplicate_key(lang, key.name)});
}

}  // namespace tbsc94::json
