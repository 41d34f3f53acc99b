// What the parts of the HTML report share: the assessment with all that was worked out, and how they write of it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "results/explanation.hpp"
#include "results/html/audience.hpp"
#include "results/html/page.hpp"
#include "results/report_lines.hpp"

namespace tbsc94::html {

class report_context {
 public:
  report_context(const worked_out& all, std::string_view bytes, tbsc94::language lang, audience reader);

  const tbsc94::language lang;
  const audience reader;
  const worked_out& all;
  const tbsc94::outcome& outcome;
  const tbsc94::scheme& scheme;
  const tbsc94::assessment& assessment;
  const tbsc94::grading& grading;
  const readings_in_use& readings;
  const std::string digest;  // of the record
  const report_lines lines;
  const tbsc94::derivation& derivation;
  const std::optional<tbsc94::agreement>& agreement;
  const std::vector<explained_part> explained;  // none for the client

  [[nodiscard]] bool is_for_client() const { return reader == audience::client; }
  [[nodiscard]] std::size_t rating_count() const { return assessment.ratings.size(); }
  /// Whether the form of Appendix 1 has room for each rating's α.
  [[nodiscard]] bool all_in_form() const;
  /// Whether ratings are summed up wherever they would stand one by one.
  [[nodiscard]] bool are_many() const;

  /// Those of a part of the explanation, which is not for the client.
  [[nodiscard]] const std::vector<explained_step>& steps_of(part_about about) const;

  [[nodiscard]] std::string clause(std::string_view clause) const { return clause_text(clause, lang); }
  [[nodiscard]] std::string level_name(maturity_level level) const { return lines.level_name(level); }
  /// A score's mark in brackets, empty where it has none.
  [[nodiscard]] std::string mark_of(const fraction& score) const;
  /// Every α is written with as many decimals as the finest has.
  [[nodiscard]] std::string alpha_text(const decimal& value) const;
  [[nodiscard]] std::string_view grade_text(grade_index grade) const;
  [[nodiscard]] std::string rating_label(std::size_t rating) const;
  /// An item with its characteristic: "personnel" alone is the name of six.
  [[nodiscard]] members service_label(std::size_t item) const;
  /// A text that somebody wrote, in which no assessor is named where the client reads it.
  [[nodiscard]] std::string without_names(std::string text) const;

 private:
  unsigned alpha_places_ = 2;
};

[[nodiscard]] node texts(const std::vector<std::string>& entries);

}  // namespace tbsc94::html
