// Records read and graded, as the writers of results are given them.
#pragma once

#include <string>

#include "reading/assessment_reader.hpp"
#include "reading/example_texts.hpp"
#include "reading/scheme_reader.hpp"
#include "results/outcome.hpp"
#include "text/embedded.hpp"

namespace example {

inline tbsc94::scheme scheme_of(const std::string& text) {
  tbsc94::findings errors;
  auto scheme = tbsc94::read_scheme(padded(text).text(), errors, tbsc94::language::en);
  if (!scheme) {
    throw std::runtime_error(tbsc94::to_line(errors.at(0), "scheme", tbsc94::language::en));
  }
  return *scheme;
}

/// The scheme that the program carries within itself, and others beside it.
inline tbsc94::scheme_catalog catalog(const std::vector<std::string>& others = {}) {
  tbsc94::scheme_catalog result;
  const std::string embedded(tbsc94::embedded::scheme());
  result.add(scheme_of(embedded), embedded);
  for (const std::string& text : others) {
    result.add(scheme_of(text), text);
  }
  return result;
}

inline const tbsc94::scheme_catalog& embedded_catalog() {
  static const tbsc94::scheme_catalog result = catalog();
  return result;
}

inline tbsc94::readings_in_use with_other(const std::vector<std::string>& names) {
  tbsc94::readings_in_use result;
  for (const std::string& name : names) {
    result.values = result.values.with(*tbsc94::find_reading(name), 1);
  }
  return result;
}

/// What becomes of the text of one document, called "a.json".
inline tbsc94::outcome outcome_of(const std::string& text, const tbsc94::readings_in_use& readings = {},
                                  const tbsc94::scheme_catalog& catalog = embedded_catalog(),
                                  tbsc94::language lang = tbsc94::language::en) {
  tbsc94::assessment_reader reader(catalog,
                                   {readings.values.excludes_not_applicable(), tbsc94::unknown_keys::refuse, lang});
  tbsc94::outcome result;
  result.file = "a.json";
  reader.read(padded(text).text(), 1, result.record);
  tbsc94::grade_record(result, readings);
  return result;
}

}  // namespace example
