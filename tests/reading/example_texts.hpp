// Assessments as files write them, and places in them.
#pragma once

#include <cstddef>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>

#include "json/json.hpp"

namespace example {

inline std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    throw std::runtime_error("cannot read " + path);
  }
  return {std::istreambuf_iterator<char>(file), {}};
}

/// A text with the room behind it that the parser asks for.
class padded {
 public:
  explicit padded(std::string_view text) : bytes_(text), size_(text.size()) {
    bytes_.resize(size_ + tbsc94::json::padding);
  }
  [[nodiscard]] tbsc94::json::padded_text text() const {
    return {std::string_view(bytes_).substr(0, size_), bytes_.size()};
  }

 private:
  std::string bytes_;
  std::size_t size_;
};

/// An assessment of grade AAA, a file of several lines: every α is 0.85, every level 3.
inline std::string assessment_text() {
  return R"({
  "scheme": "CTS TBSC94-2026",
  "edition": "B/0",
  "id": "TB-1",
  "organization": "江西示例有限公司",
  "date": "2026-03-14",
  "service": {
    "ratings": [
      {"assessor": "陈立", "occasion": "上午", "alpha": {
        "1.1": 0.85, "1.2": 0.85, "1.3": 0.85, "2.1": 0.85, "2.2": 0.85, "2.3": 0.85,
        "3.1": 0.85, "3.2": 0.85, "3.3": 0.85, "4.1": 0.85, "4.2": 0.85, "4.3": 0.85,
        "5.1": 0.85, "5.2": 0.85, "5.3": 0.85, "6.1": 0.85, "6.2": 0.85, "6.3": 0.85, "7.1": 0.85}}
    ]
  },
  "management": {
    "conformity": "conforming",
    "levels": {
      "1.1": 3, "1.2": 3, "1.3": 3, "1.4": 3, "2.1": 3, "2.2": 3, "2.3": 3, "3.1": 3, "3.2": 3,
      "4.1": 3, "4.2": 3, "4.3": 3, "4.4": 3, "4.5": 3, "5.1": 3, "5.2": 3, "6.1": 3, "6.2": 3,
      "6.3": 3, "7.1": 3, "7.2": 3}
  }
}
)";
}

/// The text with the first `from` replaced; throws where there is none.
inline std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  if (at == std::string::npos) {
    throw std::runtime_error("not in the text: " + std::string(from));
  }
  return text.replace(at, from.size(), to);
}

/// The same JSON on one line.
inline std::string on_one_line(std::string text) {
  std::string line;
  for (const char c : text) {
    if (c != '\n') {
      line += c;
    }
  }
  return line;
}

/// A text in which the sign ⌖ stood before the place that a test is about.
struct marked_text {
  std::string text;        // without the sign
  std::size_t offset = 0;  // in bytes
  std::size_t line = 1;    // from 1
  std::size_t column = 1;  // from 1, in code points
};
inline marked_text unmarked(std::string text) {
  constexpr std::string_view sign = "⌖";
  marked_text result;
  result.offset = text.find(sign);
  if (result.offset == std::string::npos) {
    throw std::runtime_error("no ⌖ in the text");
  }
  for (const char c : text.substr(0, result.offset)) {
    if (c == '\n') {
      ++result.line;
      result.column = 1;
    } else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) {
      ++result.column;
    }
  }
  result.text = text.erase(result.offset, sign.size());
  return result;
}

}  // namespace example
