#include "formats/json.hpp"

#include "formats/encoding.hpp"
#include "formats/json_mistake.hpp"
#include "formats/messages.hpp"
#include "tbsc94/decimal.hpp"

namespace tbsc94::json {

namespace {

constexpr std::string_view space = " \t\n\r";

// "~" and "/" are escaped in JSON pointers (RFC 6901, section 3).
void append_escaped(std::string& pointer, std::string_view key) {
  for (const char c : key) {
    if (c == '~') {
      pointer += "~0";
    } else if (c == '/') {
      pointer += "~1";
    } else {
      pointer += c;
    }
  }
}

// The reader stopped at `offset`; a second look says what is wrong.
finding malformed(std::size_t offset, std::string_view text, language lang) {
  const mistake found = find_mistake(text).value_or(
      mistake{mistake_kind::unexpected, offset, text.substr(offset, encoding::code_point_size(text.substr(offset)))});
  return {code::malformed_json, {}, found.offset, 0, 0, {}, explain(found, lang)};
}

}  // namespace

std::string path::pointer() const {
  if (parent == nullptr) {
    return {};
  }
  std::string result = parent->pointer() + '/';
  if (index != not_an_index) {
    result += std::to_string(index);
  } else {
    append_escaped(result, key);
  }
  return result;
}

void value::word() const {
  if (text_ != "true" && text_ != "false" && text_ != "null") {
    throw unreadable{code::malformed_json, offset()};
  }
}

void value::check_depth(const path& at) const {
  if (at.depth >= deepest_nesting) {
    throw unreadable{code::too_deep, offset()};
  }
}

simdjson::ondemand::object value::object(const path& at) {
  check_depth(at);
  return raw_.get_object();
}

simdjson::ondemand::array value::array(const path& at) {
  check_depth(at);
  return raw_.get_array();
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

void key_names::add(std::string_view name) {
  names_.push_back(name);
  const std::string quoted = std::string(name) + '"';
  word start;
  const std::size_t size = std::min(quoted.size(), sizeof start.bits);
  std::memcpy(&start.bits, quoted.data(), size);
  std::memset(&start.mask, 0xFF, size);
  words_.push_back(start);
}

std::size_t key_names::find(std::string_view name) const {
  const auto found = std::find(names_.begin(), names_.end(), name);
  return found == names_.end() ? unknown : static_cast<std::size_t>(found - names_.begin());
}

bool is_document(std::string_view text) { return !find_mistake(text); }

simdjson::ondemand::document document_reader::open(const padded_text& text) {
  if (text.text.size() > largest_document) {
    throw unreadable{code::too_large, 0};
  }
  return parser_.iterate(simdjson::padded_string_view(text.text.data(), text.text.size(), text.capacity));
}

value document_reader::root(simdjson::ondemand::document& document, const padded_text& text) {
  const std::size_t first = text.text.find_first_not_of(space);
  if (text.text[first] != '{' && text.text[first] != '[') {  // simdjson finds no value in an empty text
    // A number or a word alone: JSON, where it is that, but no object.
    throw unreadable{is_document(text.text) ? code::wrong_type : code::malformed_json, first};
  }
  return {document.get_value(), text.text.data()};
}

void document_reader::close(simdjson::ondemand::document& document, const padded_text& text) {
  const char* at = nullptr;
  if (document.current_location().get(at) == simdjson::SUCCESS) {  // not at the end
    throw unreadable{code::malformed_json, static_cast<std::size_t>(at - text.text.data())};
  }
}

finding document_reader::explain(const unreadable& reason, std::string_view text, language lang) {
  finding result{reason.what, {}, reason.offset};
  switch (reason.what) {
    case code::too_large:
      result.message = message::too_large(lang, largest_document);
      return result;
    case code::too_deep:
      result.message = message::too_deep(lang, deepest_nesting);
      return result;
    case code::wrong_type:
      result.message = message::root_is_no_object(lang);
      return result;
    default:
      break;
  }
  if (const auto foreign = encoding::find_foreign(text)) {
    return {code::not_utf_8, {}, foreign->offset, 0, 0, {}, encoding::explain(*foreign, lang)};
  }
  return malformed(reason.offset, text, lang);
}

}  // namespace tbsc94::json
