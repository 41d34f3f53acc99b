// Changes between two schemes in the words of the specification: "item 4.2 competence: points due 10 → 5".
#pragma once

#include <string>

#include "schemes/scheme_diff_places.hpp"
#include "text/language.hpp"

namespace tbsc94 {

class scheme_diff_words {
 public:
  /// Both must outlive it.
  scheme_diff_words(const scheme& before, const scheme& after, language lang)
      : before_(before), after_(after), lang_(lang) {}

  /// The table of the specification that the change is in, with its clause.
  [[nodiscard]] std::string heading(const scheme_change& change) const;
  [[nodiscard]] std::string line(const scheme_change& change) const;

 private:
  [[nodiscard]] std::string subject(const scheme_side& side, scheme_part part) const;
  [[nodiscard]] std::string whole(const scheme_change& change) const;
  [[nodiscard]] std::string detail(const scheme_side& side, scheme_part part) const;
  [[nodiscard]] std::string in_words(const scheme_change& change) const;
  [[nodiscard]] std::string value(const scheme_side& side, const scheme_change& change) const;

  const scheme& before_;
  const scheme& after_;
  language lang_;
};

}  // namespace tbsc94
