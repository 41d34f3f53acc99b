#include "json/key_names.hpp"

#include <algorithm>
#include <array>

#include "json/characters.hpp"

namespace tbsc94::json {

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
  std::array<char, padding + 3> text{'"'};
  const std::size_t end = 1 + name.copy(text.data() + 1, name.size());
  text[end] = '"';
  text[end + 1] = ':';
  starts_.emplace_back(std::string_view(text.data() + 1, name.size() + 1));
  const start tight(std::string_view(text.data(), name.size() + 3));
  tight_.push_back(tight.is_all ? tight : start::of_none());
}

std::size_t key_names::find(std::string_view name) const {
  const auto found = std::find(names_.begin(), names_.end(), name);
  return found == names_.end() ? unknown : static_cast<std::size_t>(found - names_.begin());
}

}  // namespace tbsc94::json
