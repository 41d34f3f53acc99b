// What a scheme's own data betrays: gaps, overlaps and what no assessment can reach.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "tbsc94/assessment.hpp"
#include "tbsc94/grade.hpp"
#include "tbsc94/scheme.hpp"

namespace tbsc94 {

/// The list of a scheme that something is odd in.
enum class scheme_list : std::uint8_t {
  bands,   // maturity_part::bands (Appendix 3)
  rows,    // grade_table::rows (5.3)
  grades,  // grade_table::grades (5.3)
  places,  // grade_table::places (5.3), which is no list
  dates,   // scheme::published and scheme::effective
};

/// What is odd. Scores and totals are named `from` and `to`, entries by their index in the list.
enum class oddity : std::uint8_t {
  totals_begin_later,       // the first band begins at `from`, the least total is `to`
  values_unreached,         // the last value, of totals or of scores, is `from`, the entry ends at `to`
  entry_unreached,          // no assessment reaches the entry
  level_without_band,       // no band gives `level`
  out_of_proportion,        // every item at `level` makes another management level
  gap,                      // scores above `from`, below `to` stand between the entry and the next
  shared_limit,             // the score `from` stands in the entry and in the next
  overlap,                  // the scores from..to stand in the entry and in the next
  ends_early,               // scores above `from` stand behind the last entry
  row_without_grade,        // all scores in the row are below every grade
  row_not_asked,            // the row says of no grade what level it asks
  level_not_asked,          // no row asks `level`
  condition_never_decides,  // every assessment has the level that the grade asks, `level`
  condition_adds_nothing,   // the grade asks no higher level than the one below it
  order_without_effect,     // row-grade=by-order pairs nothing: rows and grades differ in number
  places_not_printed,       // rounded-value rounds to more places than any limit is printed with
  effective_before,         // the edition takes effect before it is published
};

/// An assessment that shows what is odd, and its result under the readings that the scheme states, else the
/// defaults. Every α is alike.
struct example {
  tbsc94::assessment assessment;
  tbsc94::grading grading;
};

/// Something odd in a scheme that can be scored by all the same.
struct scheme_remark {
  oddity kind{};
  scheme_list list{};
  std::size_t index = 0;                // of the entry in the list
  std::string clause;                   // where the scheme states it
  std::optional<maturity_level> level;  // where the kind names one
  decimal from;
  decimal to;
  std::vector<example> examples;  // none for what no assessment can show
};

/// All that is odd in `scheme`: first its dates and bands, then the rows and the grades of 5.3.
///
/// Whether a band can be reached is worked out from all sums of item levels, unless these are more than
/// 100,000 steps apart, which takes points with many decimals; a band is then taken as reached.
[[nodiscard]] std::vector<scheme_remark> check(const scheme& scheme);

/// The management level that a grade asks (5.3), under the readings that the scheme states, else the defaults; absent
/// where none is asked.
[[nodiscard]] std::optional<maturity_level> level_asked(const scheme& scheme, std::size_t grade);

}  // namespace tbsc94
