// How an explanation is worked out: a part after the other, in no language.
#pragma once

#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "results/explained_step.hpp"
#include "results/report_style.hpp"
#include "results/worked_out.hpp"

namespace tbsc94 {

class explainer {
 public:
  explicit explainer(const worked_out& all)
      : scheme_(all.outcome.scheme_used()),
        assessment_(all.outcome.record.assessment),
        grading_(*all.outcome.grading),
        readings_(all.readings.values),
        all_(all),
        compared_(compared_score(scheme_.grades, grading_.score, readings_)) {}

  std::vector<explained_part> explain() {
    points_due();
    points();
    mean();
    if (scheme_.maturity) {
      maturity(*scheme_.maturity);
    }
    table_of_grades();
    verdict();
    readings_and_others();
    outlook();
    losses();
    agreement();
    return std::move(parts_);
  }

 private:
  void part(part_about about) { parts_.push_back({about, {}}); }
  template <class... Operands>
  void step(std::string_view clause, const phrase<Operands...>& kind, std::type_identity_t<Operands>... operands) {
    explained_step& added = parts_.back().steps.emplace_back(explained_step{&kind, clause, {}});
    added.operands.reserve(sizeof...(Operands));
    (added.operands.emplace_back(std::move(operands)), ...);
  }

  // What leads to the verdict (explained_verdict.cpp)
  void points_due();
  void points();
  void points_of_rating(std::size_t rating);
  void points_in_sum();
  void mean();
  void means_of_groups(averaging over);
  void maturity(const maturity_part& of);
  void table_of_grades();
  void verdict();
  void conditions(const requirement& asked);
  [[nodiscard]] const phrase<>& reason() const;

  // What would change it (explained_outlook.cpp)
  void readings_and_others();
  void other(reading which, const other_value& other);
  void outlook();
  void next(const next_grade& next);
  void losses();

  // How far the ratings agree (explained_agreement.cpp)
  void agreement();
  void spreads();
  void without_each();

  [[nodiscard]] const std::string& service_clause() const { return scheme_.service.clause; }
  [[nodiscard]] const std::string& alpha_clause() const { return scheme_.alpha_clause; }
  [[nodiscard]] const std::string& mean_clause() const { return clause_of(scheme_, reading::mean_over); }
  [[nodiscard]] const std::string& maturity_clause() const { return scheme_.maturity->table.clause; }
  [[nodiscard]] const std::string& grades_clause() const { return scheme_.grades.clause; }

  [[nodiscard]] const bilingual* name_of(maturity_level level) const {
    return &scheme_.maturity->levels[level.number() - 1].name;
  }
  [[nodiscard]] given_grade given(grade_index grade) const {
    return grade ? given_grade(grade_name(scheme_, grade)) : std::nullopt;
  }
  [[nodiscard]] bool are_many() const { return assessment_.ratings.size() > most_ratings_shown; }

  const scheme& scheme_;
  const assessment& assessment_;
  const grading& grading_;
  const readings& readings_;
  const worked_out& all_;
  fraction compared_;
  std::vector<explained_part> parts_;
};

}  // namespace tbsc94
