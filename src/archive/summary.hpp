// The account of every record: read = graded + refused. What could not be read is counted apart.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "archive/passed_over.hpp"
#include "json/finding.hpp"
#include "results/outcome.hpp"
#include "text/language.hpp"

namespace tbsc94 {

/// How often each of some things was met, in the order of their names.
using tally = std::map<std::string, std::size_t, std::less<>>;
void increase(tally& counts, std::string_view name, std::size_t by = 1);
/// How often `name` was met; 0 where it never was.
[[nodiscard]] std::size_t count_of(const tally& counts, std::string_view name);

/// How many records went from what to what.
using grade_moves = std::map<std::pair<graded_as, graded_as>, std::size_t>;

struct summary {
  std::size_t graded = 0;
  std::size_t refused = 0;
  std::size_t unread = 0;  // inputs that could not be read: no records
  bool stopped = false;    // at a fault: what follows in the input was not looked at
  std::size_t none = 0;    // graded, no grade reached
  tally by_grade;          // by the grade's name
  tally by_code;           // refused records by error code, each once a code
  std::size_t depends_on_reading = 0;
  std::size_t conformity_assumed = 0;
  passed_over besides;             // what was found and not read
  std::vector<tally> further;      // what a command counts besides; which is which is its own
  std::vector<grade_moves> moves;  // likewise

  [[nodiscard]] std::size_t read() const { return graded + refused; }
  /// What is written an entry for: every record, and what could not be read.
  [[nodiscard]] std::size_t entries() const { return read() + unread; }
  /// Whether there was nothing at all.
  [[nodiscard]] bool nothing_found() const { return entries() == 0; }
  /// One of `further`, one of `moves`; empty where nothing was counted.
  [[nodiscard]] const tally& further_at(std::size_t index) const;
  [[nodiscard]] const grade_moves& moves_at(std::size_t index) const;
  void count(const outcome& outcome);
  void add(const summary& other);
  /// In lines of text; `further` and `moves` are left out.
  [[nodiscard]] std::string to_string(language lang) const;
};

}  // namespace tbsc94
