// Assessments for the tests.
#pragma once

#include <map>
#include <optional>
#include <stdexcept>
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
    result.ratings.push_back({rating.assessor, rating.occasion});
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

/// The readings of these names at these values.
inline readings readings_of(const std::map<std::string, std::string>& others) {
  readings result;
  for (const auto& [name, value] : others) {
    if (!result.set(*find_reading(name), value)) {
      throw std::invalid_argument(value);
    }
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

/// All combinations of the values of the readings that can decide on a grade: 192, the defaults first.
inline std::vector<naive::readings> all_combinations() {
  std::vector<naive::readings> result(1);
  for (const auto& [name, values] : naive::all_values()) {
    std::vector<naive::readings> longer;
    for (const std::string& value : values) {
      for (const naive::readings& each : result) {
        longer.push_back(naive::with(each, name, value));
      }
    }
    result = longer;
  }
  return result;
}

/// Those with at most two other values: 45.
inline std::vector<naive::readings> pairs_of_values() {
  std::vector<naive::readings> result = all_combinations();
  std::erase_if(result, [](const naive::readings& each) { return each.size() > 2; });
  return result;
}

}  // namespace example
