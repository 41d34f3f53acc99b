#include <algorithm>

#include "platform/gb18030_table.hpp"
#include "platform/platform.hpp"

namespace tbsc94::platform {

namespace {

// The code point at the start of a text, of one byte, two or four, and how many they are; of 0 bytes where there is
// none.
struct character {
  std::uint32_t code_point = 0;
  std::size_t size = 0;
};

character first_of_gb18030(std::string_view text) {
  const auto byte = [&](std::size_t at) {
    return at < text.size() ? static_cast<std::uint32_t>(static_cast<unsigned char>(text[at])) : 0U;
  };
  const auto is_within = [&](std::size_t at, unsigned from, unsigned to) { return byte(at) >= from && byte(at) <= to; };
  if (byte(0) < 0x80) {
    return {byte(0), 1};
  }
  if (!is_within(0, 0x81, 0xFE)) {
    return {};
  }
  if (is_within(1, 0x40, 0xFE) && byte(1) != 0x7F) {
    const std::uint32_t found = gb18030::of_two[(byte(0) - 0x81) * 190 + byte(1) - 0x40 - (byte(1) > 0x7F ? 1 : 0)];
    return {found, found == 0 ? std::size_t{0} : 2};
  }
  if (!is_within(1, '0', '9') || !is_within(2, 0x81, 0xFE) || !is_within(3, '0', '9')) {
    return {};
  }
  const std::uint32_t index = (((byte(0) - 0x81) * 10 + byte(1) - '0') * 126 + byte(2) - 0x81) * 10 + byte(3) - '0';
  const auto row = std::prev(std::ranges::upper_bound(gb18030::of_four, index, {}, &gb18030::row::index));
  return row->code_point == 0 ? character() : character{row->code_point + index - row->index, 4};
}

void append_utf8(std::string& into, std::uint32_t code_point) {
  const auto add = [&](std::uint32_t bits) { into += static_cast<char>(bits); };
  const auto trail = [&](unsigned shift) { add(0x80U | (code_point >> shift & 0x3FU)); };
  if (code_point < 0x80) {
    add(code_point);
  } else if (code_point < 0x800) {
    add(0xC0U | code_point >> 6U);
    trail(0);
  } else if (code_point < 0x10000) {
    add(0xE0U | code_point >> 12U);
    trail(6);
    trail(0);
  } else {
    add(0xF0U | code_point >> 18U);
    trail(12);
    trail(6);
    trail(0);
  }
}

}  // namespace

std::optional<std::string> from_gb18030(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    const character next = first_of_gb18030(text);
    if (next.size == 0) {
      return std::nullopt;
    }
    append_utf8(result, next.code_point);
    text.remove_prefix(next.size);
  }
  return result;
}

}  // namespace tbsc94::platform
