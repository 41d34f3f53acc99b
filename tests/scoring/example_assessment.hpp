// Assessments for the tests.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scoring/example_scheme.hpp"
#include "scoring/naive.hpp"
#include "tbsc94/assessment.hpp"
#include "tbsc94/readings.hpp"

namespace example {

inline alpha alpha_of(std::string_view text) { return *alpha::from(*read_numeral(text)); }

/// "27727/300", "86.42".
inline fraction fraction_of(const std::string& text) {
  const auto slash = text.find('/');
  const auto whole = [](const std::string& digits) {
    natural value;
    for (const char digit : digits) {
      value = value * 10 + natural(static_cast<std::uint64_t>(digit - '0'));
    }
    return value;
  };
  if (slash != std::string::npos) {
    return {whole(text.substr(0, slash)), whole(text.substr(slash + 1))};
  }
  const auto point = text.find('.');
  if (point == std::string::npos) {
    return {whole(text), 1};
  }
  return {whole(text.substr(0, point) + text.substr(point + 1)),
          natural::power_of_ten(static_cast<unsigned>(text.size() - point - 1))};
}

/// One rating that gives every service item the same α; every management item at the same level.
inline assessment uniform(const scheme& scheme, std::string_view alpha, unsigned item_level) {
  assessment result;
  result.names_edition = true;
  result.conformity = conformity::conforming;
  result.ratings = {{"A1", "1"}};
  result.alphas.assign(scheme.service.items.size(), alpha_of(alpha));
  if (scheme.maturity) {
    result.levels.assign(scheme.maturity->table.items.size(), level(item_level));
  }
  return result;
}

/// Adds another rating that gives every service item the same α.
inline void add_rating(assessment& assessment, std::string assessor, std::string_view alpha) {
  const std::size_t items = assessment.alphas.size() / assessment.ratings.size();
  assessment.ratings.push_back({std::move(assessor), std::to_string(assessment.ratings.size() + 1)});
  assessment.alphas.insert(assessment.alphas.end(), items, alpha_of(alpha));
}

/// The same record for the library as for the naive implementation.
inline assessment assessment_of(const naive::record& record) {
  assessment result;
  result.names_edition = record.names_edition;
  for (const naive::rating& rating : record.ratings) {
    result.ratings.push_back({rating.assessor, std::to_string(result.ratings.size())});
    for (std::size_t i = 0; i < rating.alpha.size(); ++i) {
      result.alphas.push_back(record.excluded.contains(i) ? alpha() : alpha_of(naive::exact(rating.alpha[i])));
    }
  }
  for (const std::size_t item : record.excluded) {
    result.not_applicable.emplace_back(item, "does not apply");
  }
  for (const int number : record.levels) {
    result.levels.push_back(level(static_cast<unsigned>(number)));
  }
  if (record.conforming) {
    result.conformity = *record.conforming ? conformity::conforming : conformity::nonconforming;
  }
  return result;
}

/// The readings of these names at their other values.
inline readings readings_of(const naive::readings& others) {
  readings result;
  for (const std::string& name : others) {
    result = result.with_other(*find_reading(name));
  }
  return result;
}

inline std::set<std::string> names_in(const reading_set& set) {
  std::set<std::string> names;
  for (const reading which : all_readings) {
    if (set.has(which)) {
      names.emplace(names_of(which).name);
    }
  }
  return names;
}

/// All combinations of the readings that can decide on a grade.
inline std::vector<naive::readings> all_combinations() {
  const std::vector<std::string> names{"limit-comparison", "management-shortfall", "mean-over", "row-grade",
                                       "shared-boundary"};
  std::vector<naive::readings> result;
  for (unsigned bits = 0; bits < (1U << names.size()); ++bits) {
    naive::readings others;
    for (std::size_t i = 0; i < names.size(); ++i) {
      if ((bits >> i & 1U) != 0) {
        others.insert(names[i]);
      }
    }
    result.push_back(others);
  }
  return result;
}

}  // namespace example
