// The log of a CI runner: a line of it may be a command to the runner.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tbsc94 {

/// Whether what the program prints is read by the runner of GitHub (GITHUB_ACTIONS) or of Azure (TF_BUILD).
[[nodiscard]] bool ci_runner_listens();

/// Makes a text harmless in which a runner could find a command: a line that begins with `::`, also behind
/// blanks, or one that holds `##[` or `##vso[` somewhere. The last character of these is written as JSON
/// does, `##\u005B`, so that JSON says the same as before.
class ci_log_guard {
 public:
  /// Appends the next piece of the text; it may begin and end anywhere.
  void append(std::string& out, std::string_view piece);

 private:
  enum class line : std::uint8_t { blank, colon, begun };  // what there is of it so far

  [[nodiscard]] bool completes_command(char c) const;

  line line_ = line::blank;
  std::uint64_t last_ = 0;  // the last eight characters, in lower case
};

}  // namespace tbsc94
