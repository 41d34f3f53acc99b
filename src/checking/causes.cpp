#include "checking/causes.hpp"

#include <algorithm>

namespace tbsc94 {

namespace {

constexpr std::array<std::string_view, cause_count> cause_names{"",
                                                                "impossible",
                                                                "floating-point",
                                                                "truncated",
                                                                "rounded-up",
                                                                "rounded-twice",
                                                                "half-up",
                                                                "rounded-items",
                                                                "rounded-ratings",
                                                                "unweighted",
                                                                "recorded-score",
                                                                "recorded-total",
                                                                "recorded-level",
                                                                "recorded-scores",
                                                                "inconsistent",
                                                                "conformity",
                                                                "limit-comparison",
                                                                "reading",
                                                                "edition"};

constexpr std::array<std::string_view, all_change_causes.size()> change_cause_names{
    "", "arithmetic", "conformity", "edition", "edition-and-reading", "limit-comparison", "reading", "record"};

}  // namespace

std::string_view name_of(cause cause) { return cause_names[static_cast<std::size_t>(cause)]; }

cause cause_of(const std::vector<std::vector<reading_value>>& under) {
  const bool limits = std::all_of(under.begin(), under.end(), [](const std::vector<reading_value>& each) {
    return each.size() == 1 && each[0].which == reading::limit_comparison;
  });
  return limits ? cause::limit_comparison : cause::reading;
}

std::string_view name_of(change_cause cause) { return change_cause_names[static_cast<std::size_t>(cause)]; }

change_cause change_cause_of(cause cause) {
  switch (cause) {
    case cause::unknown:
      return change_cause::unknown;
    case cause::impossible:
    case cause::inconsistent:
      return change_cause::record;
    case cause::conformity:
      return change_cause::conformity;
    case cause::limit_comparison:
      return change_cause::limit_comparison;
    case cause::reading:
      return change_cause::reading;
    case cause::edition:
      return change_cause::edition;
    default:
      return change_cause::arithmetic;
  }
}

}  // namespace tbsc94
