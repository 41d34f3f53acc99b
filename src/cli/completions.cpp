#include "cli/completions.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "archive/input.hpp"

namespace tbsc94::cli {

std::vector<std::string> assessment_endings() {
  std::vector<std::string> endings;
  for (const std::string_view base :
       {".json", ".ndjson", ".jsonl", ".xlsx", ".tar", ".zip", ".tgz", ".tzst", ".txz", ".tbz2", ".tbz"}) {
    for (const std::string_view packed : {"", ".gz", ".zst", ".xz", ".bz2"}) {
      std::string ending = std::string(base).append(packed);
      const std::string name = "a" + ending;
      if (is_assessment_file(name) || kind_of(name) == input_kind::archive) {
        endings.push_back(std::move(ending));
      }
    }
  }
  return endings;
}

std::string_view in_brief(std::string_view about) {
  for (const std::string_view end : {"；", "; ", "：", ": ", " (", "（"}) {
    about = about.substr(0, about.find(end));
  }
  return about;
}

std::string in_quotes(std::string_view text) {
  std::string result = "'";
  for (const char each : text) {
    result += each == '\'' ? "'\\''" : std::string(1, each);
  }
  return result + "'";
}

}  // namespace tbsc94::cli
