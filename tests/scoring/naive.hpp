// A second implementation of the rules, as naive as it can be: the contract's sentences one after
// the other, in GMP's rational numbers, for the tests to hold the library against.
#pragma once

#include <gmpxx.h>

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "tbsc94/scheme.hpp"

namespace naive {

/// The value of a plain decimal: "-12.50".
mpq_class number(const std::string& text);

struct row {
  mpq_class from;
  std::optional<mpq_class> to;
  std::optional<int> level;
};
struct limit {
  std::string grade;
  mpq_class from;
};
struct band {
  int level;
  mpq_class from;
};
/// A scheme's numbers.
struct scheme {
  std::vector<mpq_class> service_points;
  std::vector<mpq_class> management_points;  // empty without a maturity part
  std::vector<band> bands;                   // ascending
  std::vector<row> rows;                     // ascending
  std::vector<limit> grades;                 // ascending
  unsigned limit_places = 0;
};
scheme numbers_of(const tbsc94::scheme& scheme);

struct rating {
  std::string assessor;          // empty: not named
  std::vector<mpq_class> alpha;  // one an item, whatever for an excluded one
  std::string occasion{};        // empty: not named
};
struct record {
  std::vector<rating> ratings;
  std::set<std::size_t> excluded;
  std::vector<int> levels;
  std::optional<bool> conforming;
  bool names_edition = true;
};

/// The readings of which another value than the default is in use, and that value.
using readings = std::map<std::string, std::string>;
/// Every reading that can decide on a grade, and its values, the default first.
const std::map<std::string, std::vector<std::string>>& all_values();
/// These readings with `value` for the one of this name.
readings with(readings readings, const std::string& name, const std::string& value);

mpq_class service_score(const scheme& scheme, const record& record, const readings& readings);
mpq_class management_total(const scheme& scheme, const std::vector<int>& levels);
int management_level(const scheme& scheme, const mpq_class& total);

struct grounds {
  mpq_class score;
  std::optional<int> level;
  bool nonconforming = false;
};
/// The index of the highest grade reached.
std::optional<std::size_t> verdict(const scheme& scheme, const grounds& grounds, const readings& readings);

struct result {
  mpq_class score;
  std::string exact;  // "86.42" or "27727/300"
  std::string shown;  // "86.42", "90.00(-)"
  std::optional<std::string> compared;
  std::optional<mpq_class> total;
  std::optional<int> level;
  std::optional<std::size_t> grade;
  std::set<std::string> depends_on;
  std::map<std::string, std::optional<std::size_t>> others;  // "row-grade=by-order": the grade that it, alone, gives
  std::set<std::string> assumed;
};
/// `settled`: readings that the body has decided on.
result grade(const scheme& scheme, const record& record, const readings& readings,
             const std::set<std::string>& settled = {});

/// Rounded to `places` places, half to even, all places written out.
std::string rounded(const mpq_class& value, unsigned places);
/// A terminating decimal, else a fraction in lowest terms.
std::string exact(const mpq_class& value);
/// Two decimals, and the mark where they lie on a lower limit of 5.3 and the value does not.
std::string shown(const scheme& scheme, const mpq_class& value);

/// The verdict of CTS TBSC94-2026 itself for a score in hundredths, figures and all, in whole numbers:
/// 0 no grade, 1 AAA, 2 AAAA, 3 AAAAA.
int verdict_in_hundredths(int score, int level, bool nonconforming, const readings& readings);

}  // namespace naive
