#include "json/json.hpp"

#include <simdjson.h>

#include <bit>
#include <new>

#include "json/json_mistake.hpp"
#include "json/messages.hpp"
#include "tbsc94/decimal.hpp"
#include "text/encoding.hpp"

namespace tbsc94::json {

static_assert(padding >= simdjson::SIMDJSON_PADDING);

namespace {

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

// Later versions of simdjson ask whether lone surrogates may be replaced: they may not.
template <class Parser>
const std::uint8_t* unescaped(const Parser& parser, const std::uint8_t* from, std::uint8_t* into) {
  if constexpr (requires { parser.parse_string(from, into, false); }) {
    return parser.parse_string(from, into, false);
  } else {
    return parser.parse_string(from, into);
  }
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

std::string_view token_walk::unescape(std::size_t offset) {
  const auto* const from = reinterpret_cast<const std::uint8_t*>(text + offset + 1);
  auto* const into = reinterpret_cast<std::uint8_t*>(strings);
  const std::uint8_t* const after = unescaped(*parser, from, into);
  if (after == nullptr) {
    throw unreadable{code::malformed_json, offset};
  }
  const std::string_view result(strings, static_cast<std::size_t>(after - into));
  strings += result.size();
  return result;
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

key_names::start::start(std::string_view all) : size(std::min(all.size(), longest_tight)), is_all(size == all.size()) {
  const auto read = [&](word& into, std::string_view bytes) {
    const std::size_t count = std::min(bytes.size(), sizeof into.bits);
    std::memcpy(&into.bits, bytes.data(), count);
    std::memset(&into.mask, 0xFF, count);
  };
  read(first, all);
  read(second, all.substr(std::min(size, sizeof first.bits)));
}

void key_names::add(std::string_view name) {
  names_.push_back(name);
  if (name.size() >= padding || plain_bytes(name) != name.size()) {
    // Longer than what may be read behind a text, or always escaped: no key begins with these bytes.
    starts_.push_back(start::of_none());
    tight_.push_back(start::of_none());
    return;
  }
  const std::string quoted = std::string(name) + '"';
  starts_.emplace_back(quoted);
  const start tight('"' + quoted + ':');
  tight_.push_back(tight.is_all ? tight : start::of_none());
}

bool key_names::goes_on(const char* text, std::string_view name) {
  return std::string_view(text, name.size()) == name && text[name.size()] == '"';
}

std::size_t key_names::find(std::string_view name) const {
  const auto found = std::find(names_.begin(), names_.end(), name);
  return found == names_.end() ? unknown : static_cast<std::size_t>(found - names_.begin());
}

bool is_document(std::string_view text) { return !find_mistake(text); }

bool is_utf_8(std::string_view text) { return simdjson::validate_utf8(text.data(), text.size()); }

document_reader::document_reader() = default;
document_reader::~document_reader() = default;

void document_reader::drop_large_buffers() {
  constexpr std::size_t large = std::size_t{512} << 10U;
  if (parser_ && parser_->capacity() > large) {
    parser_.reset();
    strings_.reset();
  }
}

token_walk document_reader::tokens_of(const padded_text& text) {
  const std::size_t size = text.text.size();
  if (size > largest_document) {
    throw unreadable{code::too_large, 0};
  }
  if (!parser_ || parser_->capacity() < size) {
    const std::size_t capacity = std::bit_ceil(std::max(size, std::size_t{4096}));
    if (simdjson::get_active_implementation()->create_dom_parser_implementation(capacity, 1, parser_) !=
        simdjson::SUCCESS) {
      throw std::bad_alloc();
    }
    strings_ =
        std::make_unique_for_overwrite<char[]>(capacity + 2 * padding);  // NOLINT: unescaped, no string is longer
  }
  const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.text.data());
  if (parser_->stage1(bytes, size, simdjson::stage1_mode::regular) != simdjson::SUCCESS) {
    throw unreadable{code::malformed_json, 0};
  }
  const std::uint32_t* const first = parser_->structural_indexes.get();
  return {text.text.data(), first, first + parser_->n_structural_indexes, size, strings_.get(), parser_.get()};
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
    default:
      break;
  }
  if (const auto foreign = encoding::find_foreign(text)) {
    return {code::not_utf_8, {}, foreign->offset, 0, 0, {}, message::explain(*foreign, lang)};
  }
  return malformed(reason.offset, text, lang);
}

finding document_reader::too_many(std::size_t offset, language lang) {
  return {code::too_large, {}, offset, 0, 0, {}, message::too_many_errors(lang, findings::most)};
}

}  // namespace tbsc94::json
