// Which records are written (`--only`): it narrows what is written, never the account.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "reading/scheme_catalog.hpp"
#include "results/outcome.hpp"

namespace tbsc94 {

/// The grades of all schemes that are loaded, each once, in their order.
[[nodiscard]] std::vector<std::string> grades_of(const scheme_catalog& catalog);

/// The records of any of the kinds asked for; all, where none is.
class selection {
 public:
  /// What can be asked for: `refused`, `graded`, `none` (graded, and no grade reached), and the grades
  /// of the schemes that are loaded.
  [[nodiscard]] static std::vector<std::string> kinds(const scheme_catalog& catalog);

  /// Takes in one of the kinds.
  void add(std::string_view kind);
  [[nodiscard]] bool takes(const outcome& outcome) const;

 private:
  bool refused_ = false;
  bool graded_ = false;
  bool none_ = false;
  std::vector<std::string> grades_;
};

}  // namespace tbsc94
