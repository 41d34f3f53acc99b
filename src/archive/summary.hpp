// The account of every record: read = graded + refused.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <string>

#include "formats/finding.hpp"
#include "formats/language.hpp"
#include "formats/outcome.hpp"

namespace tbsc94 {

struct summary {
  std::size_t graded = 0;
  std::size_t refused = 0;
  std::size_t none = 0;                                      // graded, no grade reached
  std::map<std::string, std::size_t, std::less<>> by_grade;  // by the grade's name
  std::map<std::string, std::size_t, std::less<>> by_code;   // refused records by error code, each once a code
  std::size_t depends_on_reading = 0;
  std::size_t conformity_assumed = 0;

  [[nodiscard]] std::size_t read() const { return graded + refused; }
  void count(const outcome& outcome);
  void add(const summary& other);
  /// In lines of text.
  [[nodiscard]] std::string to_string(language lang) const;
};

}  // namespace tbsc94
