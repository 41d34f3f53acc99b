// Holds a result of `grade --format json` against what this program makes of the assessment in it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reading/result_reader.hpp"
#include "regrading/recorded_reader.hpp"
#include "results/result_comparison.hpp"

namespace tbsc94 {

/// Verifies results one after another, keeping its buffers. Not for use by two threads at once. The catalog
/// and the reader must outlive it.
class result_verifier {
 public:
  result_verifier(const scheme_catalog& catalog, const reader_options& options, named_readings named,
                  recorded_reader& reader)
      : catalog_(catalog), options_(options), named_(named), reader_(reader), results_(options.lang) {}

  /// Works the result out again and sets what of it does not hold; `into` becomes the outcome of the
  /// assessment, refused where that is. False where `text`, whose first line has the number `first_line`,
  /// is no result.
  ///
  /// All of it is compared with what the program writes itself, in one of its languages. The version of the program
  /// that gave it is a difference beside others, and alone a remark: a program that gives the same result has
  /// nothing to differ in.
  bool verify(const json::padded_text& text, std::size_t first_line, outcome& into);

  /// The elements of an array of results; none for any other text.
  [[nodiscard]] std::vector<std::string_view> elements(const json::padded_text& text) {
    return results_.elements(text);
  }

 private:
  void work_out(recorded_reader& reader, std::size_t line_within, outcome& into) const;
  [[nodiscard]] readings_in_use readings_of(const record& record) const;
  [[nodiscard]] std::vector<reported_difference> differences(const json::padded_text& text, std::size_t first_line,
                                                             const outcome& worked_out, free_parts free);
  [[nodiscard]] std::vector<reported_difference> least_differences(const json::padded_text& text,
                                                                   std::size_t first_line, const outcome& worked_out,
                                                                   free_parts free);
  [[nodiscard]] recorded_reader& reader_in(language lang);

  const scheme_catalog& catalog_;
  reader_options options_;
  named_readings named_;
  recorded_reader& reader_;
  std::optional<recorded_reader> other_reader_;  // in the other language; seldom needed
  result_reader results_;
  given_result given_;
  std::string digest_;  // of the bytes that it embeds: the one that it gives, where that is right
};

}  // namespace tbsc94
