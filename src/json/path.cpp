#include "json/path.hpp"

#include <algorithm>
#include <utility>

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

std::vector<std::string> steps_of(std::string_view pointer) {
  std::vector<std::string> steps;
  while (!pointer.empty()) {
    const std::size_t end = std::min(pointer.find('/', 1), pointer.size());
    std::string step(pointer.substr(1, end - 1));
    for (const auto& [escaped, plain] : {std::pair("~1", "/"), std::pair("~0", "~")}) {
      for (std::size_t at = step.find(escaped); at != std::string::npos; at = step.find(escaped, at + 1)) {
        step.replace(at, 2, plain);
      }
    }
    steps.push_back(std::move(step));
    pointer.remove_prefix(end);
  }
  return steps;
}

}  // namespace tbsc94::json
