// What lies beside the assessments in folders and archives, and is not read.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

#include "text/language.hpp"

namespace tbsc94 {

/// Counts by ending what was passed over. Of a search without bound it keeps so many endings and no more: the rest
/// counts as others.
class passed_over {
 public:
  /// A file or a member of an archive, by its name.
  void count(std::string_view name);
  /// Links that are not followed.
  void count_links(std::size_t links) { links_ += links; }
  void add(const passed_over& other);
  [[nodiscard]] bool empty() const;
  /// `"1 .7z, 2 .txt, 1 hidden"`
  [[nodiscard]] std::string to_string(language lang) const;

 private:
  void increase(std::string_view ending, std::size_t by);

  std::map<std::string, std::size_t, std::less<>> by_ending_;  // in lower case
  std::size_t bare_ = 0;                                       // names without an ending
  std::size_t hidden_ = 0;                                     // such that begin with a dot
  std::size_t links_ = 0;
  std::size_t others_ = 0;
};

}  // namespace tbsc94
