// What is done with the text of a record.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

#include "json/characters.hpp"
#include "reading/assessment_reader.hpp"
#include "results/outcome.hpp"

namespace tbsc94 {

/// Reads and grades records one after another. It may keep buffers: one a thread.
class record_grader {
 public:
  record_grader() = default;
  record_grader(const record_grader&) = delete;
  record_grader& operator=(const record_grader&) = delete;
  virtual ~record_grader() = default;

  /// Reads one record, whose first line has the number `first_line`, and works out what is to be written
  /// of it. `into` holds the record's file and line already.
  virtual void grade(const json::padded_text& text, std::size_t first_line, outcome& into) = 0;
  /// Finds the records in a text that is a list of them; none where it is one record itself.
  [[nodiscard]] virtual std::vector<std::string_view> cut(const json::padded_text& /*text*/) { return {}; }
};

/// Reads and grades, and no more. The catalog must outlive it.
[[nodiscard]] std::unique_ptr<record_grader> plain_grader(const scheme_catalog& catalog, const reader_options& options);

}  // namespace tbsc94
