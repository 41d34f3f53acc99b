// The ids of all records, to find those that came before (`--unique`).
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "results/outcome.hpp"
#include "text/language.hpp"

namespace tbsc94 {

/// A record's id and where it stands.
struct sighting {
  std::string id;
  std::string file;
  std::size_t line = 0;  // 0 for a document
};

/// Takes ids in the order of the input, spellings of one id as one. Its memory grows with their number.
class id_register {
 public:
  void add(sighting seen);
  /// In lines of text: how many records have an id that came before, and each of them.
  [[nodiscard]] std::string to_string(language lang) const;
  /// That files of one id may be parts of one audit, and how to put them together; empty where no id came twice.
  [[nodiscard]] std::string merge_hint(language lang) const;
  [[nodiscard]] std::size_t size() const { return first_.size(); }

 private:
  struct place {
    std::string id;    // as spelled there
    std::size_t file;  // its index in files_
    std::size_t line;
  };
  struct repeat {
    place first;
    place again;
  };
  [[nodiscard]] std::string source(const place& where) const;

  std::vector<std::string> files_;
  std::map<std::string, place> first_;  // by comparison_key; no hashes: ids may be made to collide
  std::vector<repeat> repeats_;
};

}  // namespace tbsc94
