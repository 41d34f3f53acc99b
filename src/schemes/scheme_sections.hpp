// The parts of a scheme in words: headings with tables and lines, for whatever writes them.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "schemes/shown_parts.hpp"
#include "tbsc94/scheme.hpp"
#include "text/language.hpp"

namespace tbsc94 {

/// A heading with lines below it, or with a table.
struct scheme_section {
  std::string heading;
  std::vector<std::string> header{};  // empty: no table
  std::vector<std::size_t> left{};    // the columns set to the left besides the first
  std::vector<std::vector<std::string>> rows{};
  std::vector<std::string> lines{};
};

/// `parts` one after another: after the table of totals stand its bands, after the rows of 5.3 its grades.
[[nodiscard]] std::vector<scheme_section> sections_of(const scheme& scheme, std::span<const shown_part> parts,
                                                      language lang);

}  // namespace tbsc94
