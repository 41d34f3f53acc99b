// The account of every record: read = graded + refused. What could not be read is counted apart.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "archive/passed_over.hpp"
#include "json/finding.hpp"
#include "results/outcome.hpp"
#include "text/language.hpp"

namespace tbsc94 {

/// How often each of some things was met, in the order of their names.
using tally = std::map<std::string, std::size_t, std::less<>>;
void increase(tally& counts, std::string_view name, std::size_t by = 1);

/// How many records went from what to what.
using grade_moves = std::map<std::pair<graded_as, graded_as>, std::size_t>;

/// How a graded record stands to the grade that is demanded of it.
enum class demand : std::uint8_t { reached, not_reached, conformity_assumed };

/// How often `of` was met; 0 where it never was.
template <class Of>
[[nodiscard]] std::size_t count_of(const std::map<Of, std::size_t>& counts, const Of& of) {
  const auto found = counts.find(of);
  return found == counts.end() ? 0 : found->second;
}

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
  passed_over besides;  // what was found and not read

  // What commands count besides.
  std::map<demand, std::size_t> demands;
  std::map<check_state, std::size_t> checked;  // recorded results
  tally holds_under;                           // those that hold, by each reading that is not the default: "NAME=VALUE"
  std::size_t annotations = 0;                 // written for a CI runner
  std::size_t marked = 0;                      // rows of a list whose grade depends on a reading
  grade_moves moves;                           // from what is recorded, or comes of another scheme, to what is now
  grade_moves own_moves;  // of those with no grade recorded: from what they come to as they say themselves
  std::map<change_cause, std::size_t> causes;  // of changed grades

  [[nodiscard]] std::size_t read() const { return graded + refused; }
  /// What is written an entry for: every record, and what could not be read.
  [[nodiscard]] std::size_t entries() const { return read() + unread; }
  /// Whether there was nothing at all.
  [[nodiscard]] bool nothing_found() const { return entries() == 0; }
  void count(const outcome& outcome);
  void add(const summary& other);
  /// In lines of text, without what commands count besides.
  [[nodiscard]] std::string to_string(language lang) const;
};

}  // namespace tbsc94
