// What a report says in whole sentences, whatever its format.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "results/worked_out.hpp"
#include "text/language.hpp"

namespace tbsc94 {

/// How many columns an item's id and name may take.
inline constexpr std::size_t item_label_width = 30;

/// A sentence, and whether it belongs to the one before: 0 for one that stands by itself.
struct report_line {
  std::size_t depth = 0;
  std::string text;
};

/// A reading by its title, with the stable name: `行与级别的对应（row-grade）`.
[[nodiscard]] std::string reading_in_words(reading which, language lang);

class report_lines {
 public:
  /// How a text from the file is written, so that it means nothing to the format.
  using quoting = std::string (*)(std::string_view text);

  /// `all` must outlive it.
  report_lines(const worked_out& all, language lang, quoting quote);

  [[nodiscard]] std::string verdict() const;
  /// The organization, id and date, as far as they are named; empty where none is.
  [[nodiscard]] std::string who() const;
  /// The details, each with its label; those left empty say nothing.
  [[nodiscard]] std::vector<std::string> details() const;
  /// What must be known before the verdict is relied on: what is assumed, and readings that are not the default.
  [[nodiscard]] std::vector<std::string> premises() const;
  /// Score, total and level, what they depend on, what the conformity review found.
  [[nodiscard]] std::vector<std::string> key_figures() const;
  /// The readings that the grade depends on, or that it depends on none.
  [[nodiscard]] std::string depends_on() const;
  /// What a careful reader would ask, beside the verdict.
  /// `on_ratings`: those on single ratings as well.
  [[nodiscard]] std::vector<std::string> remarks_at_verdict(bool on_ratings = true) const;
  [[nodiscard]] std::string_view review() const;
  [[nodiscard]] std::vector<report_line> next() const;
  [[nodiscard]] std::vector<report_line> readings() const;
  /// What was noticed while reading, and reasons and remarks given in the file.
  /// `on_items`: those on single items as well, where a form does not have them.
  [[nodiscard]] std::vector<std::string> remarks(bool on_ratings = true, bool on_items = true) const;

  [[nodiscard]] std::string level_name(maturity_level level) const;
  /// Whether any grade asks a management level.
  [[nodiscard]] bool asks_levels() const;
  /// Whether there is a level, and the readings in use give it no part in the verdict.
  [[nodiscard]] bool level_decides_nothing() const { return grading_.level && readings_.values.score_alone_decides(); }
  /// Points or a percentage, to two decimals.
  [[nodiscard]] static std::string shown(const fraction& value);
  /// A score that 5.3 compares, or would: to two decimals, with its mark where it lies beside a limit.
  [[nodiscard]] std::string score(const fraction& value) const { return show(scheme_.grades, value).to_string(); }
  /// The points of the whole. Out of 100 points due they are the score, and have its mark.
  [[nodiscard]] std::string whole_points(const score_line& whole) const {
    return whole.points == grading_.score ? grading_.shown.to_string() : shown(whole.points);
  }
  /// Why the points of `parts` as they are shown do not add up to those of the whole; empty where they do.
  [[nodiscard]] std::string why_no_sum(std::span<const score_line> parts, const score_line& whole) const;
  /// A grade within a sentence: `AAA 级`; a name in Chinese says itself what it is: `五星级`.
  [[nodiscard]] static std::string grade_in_words(std::string_view grade, language lang);
  /// Why there is no grade whatever the score is; empty where the requirements alone say it.
  [[nodiscard]] std::string why_none() const;
  /// Why the value in use of `which` changes nothing here; empty where it may.
  [[nodiscard]] std::string why_without_effect(reading which) const;
  /// What does not conform, by clause.
  [[nodiscard]] std::vector<std::string> conformity_remarks() const;
  /// What the quality management system audit was, or that the assessment does not say so.
  [[nodiscard]] std::string qms_audit() const;
  [[nodiscard]] static std::string item_label(const item& item, language lang);

  /// By default, chosen, or settled and by what.
  [[nodiscard]] std::string how_set(reading which) const;

 private:
  [[nodiscard]] std::string reading_text(reading which) const;
  [[nodiscard]] std::string other_grades(reading which) const;

  const worked_out& all_;
  const outcome& outcome_;
  const scheme& scheme_;
  const assessment& assessment_;
  const grading& grading_;
  const readings_in_use& readings_;
  language lang_;
  quoting quote_;
};

/// The raises in one sentence: how many, of which items, and what they bring together.
[[nodiscard]] std::string raises_text(const maturity_part& part, const fewest_raises& raises, const decimal& lacking,
                                      language lang);

}  // namespace tbsc94
