#include "json/path.hpp"

namespace tbsc94::json {

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

}  // namespace tbsc94::json
